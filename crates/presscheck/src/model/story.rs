//! Stories: what the relate stage finds when it lays articles about one event side by side.

use super::{Annotations, Article, CommitmentKind, ConditionKind, Gap, NameKind, Span, StanceKind};

/// An article with what the annotators found in it.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// The article.
    pub article: Article,
    /// What was found in it.
    pub annotations: Annotations,
}

/// Counts in the articles of a story, which stand in order of their ids.
pub type ArticleIx = usize;
/// Counts in [`Story::entities`].
pub type StoryEntityIx = usize;
/// Counts in [`Story::commitments`].
pub type StoryCommitmentIx = usize;

/// A place in one of a story's articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Spot {
    /// The article.
    pub article: ArticleIx,
    /// Where in its text.
    pub span: Span,
}

/// Articles about one event, and how they hang together.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// People, organisations and places, each once. Invariant: every entity has a mention.
    pub entities: Vec<StoryEntity>,
    /// For each article, for each of its entities, whom it stands for in `entities`.
    pub entity_of: Vec<Vec<StoryEntityIx>>,
    /// Two spellings or first names that seem to name one person: never merged silently.
    pub name_differences: Vec<NameDifference>,
    /// The same words of one speaker across articles.
    pub utterances: Vec<Utterance>,
    /// Quotations that one article leaves without a speaker and another gives one.
    pub borrowed_speakers: Vec<BorrowedSpeaker>,
    /// Figures that count the same thing.
    pub quantities: Vec<Quantity>,
    /// Independent origins. Invariant: every article is in exactly one.
    pub origins: Vec<Origin>,
    /// Which article drew on which.
    pub lineage: Vec<Link>,
    /// Acts to come, each once, with all their evidence.
    pub commitments: Vec<StoryCommitment>,
    /// What could not be decided.
    pub gaps: Vec<Gap>,
}

/// Someone or something that a story speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoryEntity {
    /// The fullest name in the story.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Whether some article gives a name, not only a description.
    pub named: bool,
    /// The ways in which it is written, each once, sorted.
    pub variants: Vec<String>,
    /// Offices and descriptions, each wording once.
    pub roles: Vec<Spot>,
    /// Where it is first named in each article that names it.
    pub evidence: Vec<Spot>,
}

/// One person under two names that an editor should see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameDifference {
    /// The entity that carries both.
    pub entity: StoryEntityIx,
    /// Where articles print the differing names, name by name, once for each article.
    pub sides: Vec<Spot>,
}

/// Words of one speaker on one occasion, as several articles print them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Utterance {
    /// Who said it, where some article says so.
    pub speaker: Option<StoryEntityIx>,
    /// The versions. Invariant: at least one; the reference is the fullest.
    pub versions: Vec<Version>,
}

/// One article's version of an utterance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The article.
    pub article: ArticleIx,
    /// The quotation, as a place in [`Annotations::quotes`](super::Annotations::quotes).
    pub quote: usize,
    /// How its words stand to the fullest version.
    pub relation: Relation,
    /// The differing words: in this version, and in the fullest. Either may be empty.
    pub differences: Vec<(Span, Span)>,
    /// Which version `differences` is counted against, as a place in [`Utterance::versions`].
    pub against: usize,
}

/// How the words of one version stand to those of the fullest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Relation {
    /// The same words, or the fullest version itself.
    Verbatim,
    /// The same words, fewer of them, cut at an end or at a printed mark.
    Abridged,
    /// Another spelling, case, or punctuation.
    Spelling,
    /// Perhaps another translation of the same words.
    Translation,
    /// Words changed, added, or dropped without a mark.
    Altered,
}

impl Relation {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Abridged => "abridged",
            Self::Spelling => "spelling",
            Self::Translation => "translation",
            Self::Altered => "altered",
        }
    }
}

/// A speaker taken from another article that prints the same words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BorrowedSpeaker {
    /// The article that names no speaker.
    pub article: ArticleIx,
    /// Its quotation, as a place in [`Annotations::quotes`](super::Annotations::quotes).
    pub quote: usize,
    /// The speaker.
    pub entity: StoryEntityIx,
    /// Where the other article names the speaker.
    pub from: Spot,
}

/// Figures that count the same thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// What they count, in the words of one article.
    pub what: String,
    /// Their unit.
    pub unit: String,
    /// The figures. Invariant: at least one.
    pub figures: Vec<QuantityFigure>,
    /// Whether all lie within one another's bounds.
    pub agree: bool,
}

/// One figure of a quantity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuantityFigure {
    /// The article.
    pub article: ArticleIx,
    /// The figure, as a place in [`Annotations::figures`](super::Annotations::figures).
    pub figure: usize,
    /// Who gives it, where the sentence says so.
    pub said_by: Option<String>,
}

/// Where articles come from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lineage {
    /// Independent origins. Invariant: every article is in exactly one.
    pub origins: Vec<Origin>,
    /// Which article drew on which.
    pub links: Vec<Link>,
}

/// A newsroom or agency whose own work some of the articles print.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The agency or outlet.
    pub name: String,
    /// The articles that come from it.
    pub articles: Vec<ArticleIx>,
    /// Credits and shared passages that show it. For an article alone: its outlet line or headline.
    pub evidence: Vec<Spot>,
}

/// One article's debt to another.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// The article that took.
    pub article: ArticleIx,
    /// The article it took from; `None` where both took from one that is not given.
    pub from: Option<ArticleIx>,
    /// How much was taken.
    pub kind: LinkKind,
    /// Share of the article's own words, outside quotations, that stand in the other: 0 to 1.
    pub overlap: f64,
    /// The shared passages: in the article, and in the other.
    pub passages: Vec<(Span, Spot)>,
    /// The line that names the source.
    pub credit: Option<Span>,
}

/// How much of an article was taken from another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LinkKind {
    /// The same text.
    SameText,
    /// Passages of it.
    PartialCopy,
    /// Retold in other words, in the same order and with the same quotations.
    Rewrite,
    /// Both credit one source.
    SameSource,
}

impl LinkKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::SameText => "same-text",
            Self::PartialCopy => "partial-copy",
            Self::Rewrite => "rewrite",
            Self::SameSource => "same-source",
        }
    }
}

/// One act to come, with all that the articles say of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoryCommitment {
    /// What is to happen, in the words of one article.
    pub event: String,
    /// How it stands.
    pub kind: CommitmentKind,
    /// Who takes part.
    pub parties: Vec<StoryEntityIx>,
    /// What it depends on, each place.
    pub conditions: Vec<(ConditionKind, Spot)>,
    /// Acts that must come first.
    pub after: Vec<StoryCommitmentIx>,
    /// When it is due: an ISO 8601 value.
    pub due: Option<String>,
    /// Who stands how to it, each place.
    pub stances: Vec<StoryStance>,
    /// Where it is said. Invariant: not empty.
    pub evidence: Vec<Spot>,
}

/// Someone's stance on an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoryStance {
    /// Who, by the fullest name in the story or the description as printed.
    pub party: String,
    /// The same as an entity.
    pub entity: Option<StoryEntityIx>,
    /// Which stance.
    pub kind: StanceKind,
    /// Where it is said.
    pub spot: Spot,
    /// Someone else whose word it rests on.
    pub told_by: Option<String>,
}
