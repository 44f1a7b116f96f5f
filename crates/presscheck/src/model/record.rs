//! Records: the verifiable account of a story, in the shape in which it is written and read.
//!
//! These types are the format itself (`docs/reference/record.md`), so they alone in the model carry
//! serde: a field here is a promise to other programs. `docs/decisions/record-types.md` says why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A verifiable record of one story.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Always `presscheck-record`.
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// Program and version that wrote it.
    pub generator: String,
    /// SHA-256 of all the rest of the record, so that a change made by hand is noticed.
    #[serde(default)]
    pub sha256: String,
    /// What it is about.
    pub story: RecordStory,
    /// The articles it rests on, in order of their ids.
    pub articles: Vec<RecordArticle>,
    /// People, organisations and places.
    pub entities: Vec<RecordEntity>,
    /// Independent origins; every article is in exactly one.
    pub origins: Vec<RecordOrigin>,
    /// Which article drew on which.
    pub lineage: Vec<RecordLink>,
    /// The same words of one speaker across articles.
    pub utterances: Vec<RecordUtterance>,
    /// Figures that count the same thing.
    pub quantities: Vec<RecordQuantity>,
    /// Acts to come, with conditions and stances.
    pub commitments: Vec<RecordCommitment>,
    /// Where the articles differ.
    pub conflicts: Vec<RecordConflict>,
    /// What happened when, by the articles' own dates.
    pub timeline: Vec<RecordEvent>,
    /// Statements that two or more independent origins make.
    pub agreed: Vec<RecordAgreed>,
    /// What could not be read or decided.
    pub gaps: Vec<RecordGap>,
}

/// What a record is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordStory {
    /// Made from the ids of its articles.
    pub id: String,
    /// A headline, or the first sentence of an article, as printed.
    pub title: String,
    /// Where that title stands.
    pub title_evidence: Option<Evidence>,
    /// Earliest publication day, ISO 8601.
    pub start: Option<String>,
    /// Latest publication day, ISO 8601.
    pub end: Option<String>,
    /// How many articles.
    pub articles: usize,
    /// How many outlets; an article whose outlet is unknown counts as one of its own.
    pub outlets: usize,
    /// How many independent origins.
    pub origins: usize,
}

/// A place in an article, with the words that stand there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The article's id.
    pub article: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words, byte for byte.
    pub text: String,
}

/// An article and what was found in it: an entry of a record, and a line of `presscheck annotate`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordArticle {
    /// The id given in JSON Lines, else from the content's hash.
    pub id: String,
    /// The file it was read from.
    pub path: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// SHA-256 of the bytes as read.
    pub sha256: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// The publication day and what it rests on.
    pub published: Option<RecordPublished>,
    /// The day of the last change that the page states, ISO 8601.
    pub modified: Option<String>,
    /// BCP 47 language tag.
    pub language: String,
    /// The text that all offsets count in, in bytes.
    pub text: String,
    /// What each stretch is; every byte in one.
    pub parts: Vec<RecordPart>,
    /// Sentences.
    pub sentences: Vec<Extent>,
    /// Names.
    pub names: Vec<RecordName>,
    /// Quotations.
    pub quotes: Vec<RecordQuote>,
    /// Times.
    pub times: Vec<RecordTime>,
    /// Figures.
    pub figures: Vec<RecordFigure>,
    /// Acts to come, sentence by sentence.
    pub commitments: Vec<RecordMention>,
    /// Where the text stands unbroken in the bytes as read; empty where both are the same.
    pub raw: Vec<RecordRaw>,
}

/// A stretch of the article it stands in.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Extent {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A publication day and what it rests on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordPublished {
    /// ISO 8601 day.
    pub value: String,
    /// Whether it stands in a place made for it, and nothing says otherwise.
    pub certain: bool,
    /// Whether no line or tag states it.
    pub inferred: bool,
    /// What it rests on, the strongest first.
    pub basis: Vec<RecordBasis>,
}

/// One reason for a publication day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordBasis {
    /// In a few words.
    pub what: String,
    /// Where a text says it; null for metadata.
    pub evidence: Option<Evidence>,
}

/// A stretch of an article and what it is for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordPart {
    /// `headline`, `byline`, `dateline`, `caption`, `body`, `credit` or `chrome`.
    #[schemars(extend("enum" = ["headline", "byline", "dateline", "caption", "body", "credit", "chrome"]))]
    pub kind: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Why it was taken for that.
    pub reason: String,
}

/// Words that name someone.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordName {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `person`, `organisation`, `place` or `other`.
    #[schemars(extend("enum" = ["person", "organisation", "place", "other"]))]
    pub kind: String,
    /// Whom: an id in the record, or within the annotated article.
    pub entity: String,
}

/// What someone said.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordQuote {
    /// Tells the article’s quotations apart.
    pub id: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The stretches within it that stand between quotation marks, without the marks.
    #[serde(default)]
    pub marked: Vec<Extent>,
    /// `direct`, `mixed` or `indirect`.
    #[schemars(extend("enum" = ["direct", "mixed", "indirect"]))]
    #[serde(rename = "type")]
    pub kind: String,
    /// The words that stand for the speaker.
    pub source: Option<Extent>,
    /// The words that say that something is said.
    pub cue: Option<Extent>,
    /// Entity id.
    pub speaker: Option<String>,
    /// The speaker’s fullest name.
    pub speaker_name: Option<String>,
    /// Id of the stretch before it in the same utterance.
    pub continues: Option<String>,
    /// Id of the clause that tells these words between marks, in a record.
    pub within: Option<String>,
    /// Whether the cue is negated.
    pub negated: bool,
    /// Where another article names the speaker, when this one does not.
    pub speaker_from: Option<Evidence>,
}

/// An expression that fixes a time.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordTime {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// TIMEX3 value.
    pub value: String,
    /// Other readings.
    pub alternatives: Vec<String>,
}

/// A number and what it counts.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordFigure {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The least it can be.
    pub low: Option<f64>,
    /// The most it can be.
    pub high: Option<f64>,
    /// Whether the words say that it is rough.
    pub approximate: bool,
    /// What one of them is.
    pub unit: String,
    /// What is counted.
    pub what: String,
}

/// An act to come, as one sentence gives it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordMention {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// As in a record’s commitments.
    #[schemars(extend("enum" = ["planned", "proposed", "agreed", "promised", "threatened", "demanded", "conditional"]))]
    pub kind: String,
    /// The words that name the act.
    pub event: String,
    /// Who takes part.
    pub parties: Vec<Extent>,
    /// What it depends on.
    pub conditions: Vec<RecordMentionCondition>,
}

/// A condition inside one sentence.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordMentionCondition {
    /// `if`, `unless`, `only-if`, `until`, `once` or `pending`.
    #[schemars(extend("enum" = ["if", "unless", "only-if", "until", "once", "pending"]))]
    #[serde(rename = "type")]
    pub kind: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A stretch of text that stands unbroken in the bytes as read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordRaw {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First byte in the bytes as read.
    pub raw_start: usize,
    /// One past the last byte there.
    pub raw_end: usize,
}

/// A person, organisation or place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordEntity {
    /// Tells entities apart.
    pub id: String,
    /// As for names.
    #[schemars(extend("enum" = ["person", "organisation", "place", "other"]))]
    pub kind: String,
    /// The fullest name in the story.
    pub name: String,
    /// The ways in which it is written.
    pub variants: Vec<String>,
    /// Offices and descriptions, as printed.
    pub roles: Vec<Evidence>,
    /// Where each article first names it.
    pub evidence: Vec<Evidence>,
}

/// An independent origin.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordOrigin {
    /// Tells origins apart.
    pub id: String,
    /// The agency or outlet.
    pub name: String,
    /// Ids of the articles that come from it.
    pub articles: Vec<String>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// One article’s debt to another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordLink {
    /// The article that took.
    pub article: String,
    /// The one it took from; null where that is not given.
    pub from: Option<String>,
    /// `same-text`, `partial-copy`, `rewrite` or `same-source`.
    #[schemars(extend("enum" = ["same-text", "partial-copy", "rewrite", "same-source"]))]
    pub kind: String,
    /// Share of its own words that stand in the other.
    pub overlap: f64,
    /// The shared passages.
    pub passages: Vec<RecordPassage>,
    /// The line that names the source.
    pub credit: Option<Evidence>,
    /// Both sides of the longest passage, or the credit lines.
    pub evidence: Vec<Evidence>,
}

/// A passage that two articles share.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordPassage {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First byte in the other article.
    pub from_start: usize,
    /// One past the last byte there.
    pub from_end: usize,
}

/// Words of one speaker, as several articles print them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordUtterance {
    /// Tells utterances apart.
    pub id: String,
    /// Entity id.
    pub speaker: Option<String>,
    /// The speaker’s fullest name.
    pub speaker_name: Option<String>,
    /// The versions.
    pub quotes: Vec<RecordVersion>,
}

/// One article’s version of an utterance.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordVersion {
    /// The article.
    pub article: String,
    /// The quotation’s id in that article.
    pub quote: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `verbatim`, `abridged`, `spelling`, `translation` or `altered`, against the fullest version.
    #[schemars(extend("enum" = ["verbatim", "abridged", "spelling", "translation", "altered"]))]
    pub relation: String,
    /// The differing words.
    pub differences: Vec<RecordDifference>,
}

/// Words that differ between two versions.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordDifference {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The article of the fullest version.
    pub other_article: String,
    /// First byte there.
    pub other_start: usize,
    /// One past the last byte there.
    pub other_end: usize,
}

/// Figures that count the same thing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordQuantity {
    /// Tells quantities apart.
    pub id: String,
    /// What they count, in the words of one article.
    pub what: String,
    /// Their unit.
    pub unit: String,
    /// The figures.
    pub figures: Vec<RecordQuantityFigure>,
    /// Whether all lie within one another’s bounds.
    pub agree: bool,
}

/// One figure of a quantity.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordQuantityFigure {
    /// The article.
    pub article: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The least it can be.
    pub low: Option<f64>,
    /// The most it can be.
    pub high: Option<f64>,
    /// Who gives it.
    pub said_by: Option<String>,
}

/// An act to come, with all that the articles say of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordCommitment {
    /// Tells commitments apart.
    pub id: String,
    /// What is to happen, in the words of one article.
    pub event: String,
    /// `planned`, `proposed`, `agreed`, `promised`, `threatened`, `demanded` or `conditional`.
    #[schemars(extend("enum" = ["planned", "proposed", "agreed", "promised", "threatened", "demanded", "conditional"]))]
    pub kind: String,
    /// Entity ids.
    pub parties: Vec<String>,
    /// What it depends on.
    pub conditions: Vec<RecordCondition>,
    /// Ids of commitments that must come first.
    pub after: Vec<String>,
    /// When it is due, ISO 8601.
    pub due: Option<String>,
    /// Who stands how to it.
    pub stances: Vec<RecordStance>,
    /// Where it is said.
    pub evidence: Vec<Evidence>,
}

/// A clause that an act depends on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordCondition {
    /// `if`, `unless`, `only-if`, `until`, `once` or `pending`.
    #[schemars(extend("enum" = ["if", "unless", "only-if", "until", "once", "pending"]))]
    #[serde(rename = "type")]
    pub kind: String,
    /// The article.
    pub article: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// How someone stands to an act.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordStance {
    /// Who.
    pub party: String,
    /// The same as an entity id.
    pub entity: Option<String>,
    /// `accepts`, `accepts-in-principle`, `rejects`, `denies`, `doubts`, `unconfirmed`, `demands`, `threatens` or `proposes`.
    #[schemars(extend("enum" = ["accepts", "accepts-in-principle", "rejects", "denies", "doubts", "unconfirmed", "demands", "threatens", "proposes"]))]
    pub stance: String,
    /// Someone else whose word it rests on.
    pub told_by: Option<String>,
    /// The article.
    pub article: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// A place where articles differ or one side denies another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordConflict {
    /// `figure`, `date`, `wording`, `attribution`, `claim`, `name` or `place`.
    #[schemars(extend("enum" = ["figure", "date", "wording", "attribution", "claim", "name", "place"]))]
    pub kind: String,
    /// What it is about, in words of the articles.
    pub what: String,
    /// The sides.
    pub sides: Vec<Evidence>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Something that happened or is to happen on a day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordEvent {
    /// ISO 8601 day, week, month or year.
    pub value: String,
    /// The sentence of one article.
    pub what: String,
    /// Whether it was still to come when reported.
    pub planned: bool,
    /// The sentences.
    pub evidence: Vec<Evidence>,
    /// Earliest publication day of those articles.
    pub reported: Option<String>,
}

/// A statement that independent origins make.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordAgreed {
    /// In the words of one article.
    pub what: String,
    /// The sentences.
    pub evidence: Vec<Evidence>,
    /// How many independent origins make it.
    pub origins: usize,
}

/// Something that could not be read or decided.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecordGap {
    /// The article or input.
    pub about: String,
    /// What is missing.
    pub what: String,
    /// Why.
    pub why: String,
}
