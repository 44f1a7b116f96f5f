//! Annotations: what the annotators found in one article.

use super::Span;

/// What the annotators found in one article. Each list is in text order.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Sentences of the parts that tell the story. Invariant: no two overlap.
    pub sentences: Vec<Sentence>,
    /// Words that name or stand for someone. Invariant: no two overlap.
    pub mentions: Vec<Mention>,
    /// Whom the mentions stand for; [`Mention::entity`] counts in this list.
    pub entities: Vec<Entity>,
    /// Who said what. [`Quote::continues`] counts in this list.
    pub quotes: Vec<Quote>,
    /// Expressions that fix a time.
    pub times: Vec<TimeExpr>,
    /// Numbers and what they count.
    pub figures: Vec<Figure>,
    /// Acts that someone plans, promises, threatens, or makes depend on something.
    pub commitments: Vec<Commitment>,
    /// Who stands how to what.
    pub stances: Vec<Stance>,
}

/// One sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From its first character to its final stop and closing marks.
    pub span: Span,
    /// Counts the paragraphs of the article from 0; sentences of one paragraph share it.
    pub paragraph: u32,
}

/// Counts in [`Annotations::entities`].
pub type EntityIx = usize;

/// Words that name or stand for someone. “Ortiz”, “the mayor” and “she” can be three mentions of
/// one [`Entity`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The words, without article, title and role.
    pub span: Span,
    /// How it stands for its entity.
    pub form: MentionForm,
    /// What it names.
    pub kind: NameKind,
    /// Whom it names.
    pub entity: EntityIx,
}

/// How words stand for someone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MentionForm {
    /// A proper name: “Maria Ortiz”, “the Kremlin”.
    Name,
    /// A description: “the prime minister”, “a senior official”.
    Nominal,
    /// “he”, “she”, “they”.
    Pronoun,
}

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, ministry, party, agency, team.
    Organisation,
    /// A country, town, building, river.
    Place,
    /// Anything else with a name: a law, a ship, a work.
    Other,
}

impl NameKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// Someone or something that an article speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// The fullest name in the article; for unnamed people the description as printed
    /// (“senior White House official”).
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Whether the article gives a name, not only a description.
    pub named: bool,
    /// Offices and descriptions the article gives: “White House press secretary”.
    pub roles: Vec<Span>,
}

/// What someone said, who said it and the words that show it. In papers: content, source, cue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quote {
    /// What was said, without quotation marks. One contiguous stretch.
    pub span: Span,
    /// The stretches between quotation marks within `span`, without the marks: the words that are
    /// given as the speaker's own. For what stands between marks as a whole `span` itself.
    pub marked: Vec<Span>,
    /// With or without marks.
    pub kind: QuoteKind,
    /// The words that stand for the speaker.
    pub source: Option<Span>,
    /// The words that say that something is said: “said”, “according to”.
    pub cue: Option<Span>,
    /// Who said it.
    pub speaker: Option<EntityIx>,
    /// The stretch before it in the same utterance, as a place in [`Annotations::quotes`].
    pub continues: Option<usize>,
    /// The clause that tells these marked words, as a place in [`Annotations::quotes`]: “it was ‘a
    /// trap for voters’” is one entry, “a trap for voters” another within it.
    pub within: Option<usize>,
    /// Whether the cue is negated: “did not say that”, “denied that”.
    pub negated: bool,
}

/// How words are given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum QuoteKind {
    /// Whole sentences or clauses between marks.
    Direct,
    /// A few words between marks inside the writer's own clause.
    Mixed,
    /// In the writer's words, or in part of them: what stands between marks in it is a quotation of
    /// its own.
    Indirect,
}

impl QuoteKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// An expression that fixes a time, with its value. In TimeML: TIMEX3.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeExpr {
    /// The words.
    pub span: Span,
    /// TIMEX3 value: `2022-02-21`, `2022-02-21T09:00`, `2022-W08`, `2022-02`, `P3D`; with `X` for
    /// digits that nothing fixes (`XXXX-WXX-7` for “Sunday” without a publication date). Parts of
    /// the day are left out: “Sunday night” is the Sunday.
    pub value: String,
    /// Other readings, the likelier first.
    pub alternatives: Vec<String>,
    /// What kind of time it is.
    pub kind: TimeKind,
    /// Whether the value was counted from the publication date.
    pub relative: bool,
}

/// Kinds of time expressions, as in TimeML.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TimeKind {
    /// A day or something longer.
    Date,
    /// A time of day.
    Time,
    /// How long: “three weeks”.
    Duration,
    /// How often: “every week”.
    Set,
}

/// A number in the text and what it counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The number with its bounds: “more than 150,000”, “between 160,000 and 190,000”, “$9 billion”.
    pub span: Span,
    /// The least it can be; `None` where the words leave that open (“up to 200”).
    pub low: Option<f64>,
    /// The most it can be; `None` where the words leave that open (“more than 200”).
    pub high: Option<f64>,
    /// Whether the words say that it is rough: “about”, “nearly”, “dozens”.
    pub approximate: bool,
    /// `people`, `USD`, `percent`, `vehicles`: what one of them is. Money by ISO 4217.
    pub unit: String,
    /// What is counted, in the article's words: “Russian troops near the Ukrainian borders”.
    pub what: String,
    /// The words that `what` was taken from, with the number where they surround it.
    pub what_span: Span,
    /// The sort of number.
    pub kind: FigureKind,
}

/// Sorts of numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FigureKind {
    /// People or things.
    Count,
    /// Money.
    Money,
    /// A share.
    Percent,
    /// Length of time.
    Duration,
    /// Votes for and against, goals, sets.
    Score,
    /// Somebody's age.
    Age,
    /// Metres, degrees, tonnes.
    Measure,
    /// First, second.
    Ordinal,
}

/// An act to come, as one sentence gives it: someone will do something, or might, or only if.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Commitment {
    /// The clause or sentence that gives it.
    pub span: Span,
    /// The words that name the act: “a summit”, “meet Thursday with …”.
    pub act: Span,
    /// The head word of the act in its base form: `meet`, `summit`, `vote`.
    pub head: String,
    /// The noun of what it is done to, in its base form: `tariff` in “cut the tariffs”, `troop` in
    /// “the withdrawal of troops”.
    pub object: Option<String>,
    /// How it is given.
    pub kind: CommitmentKind,
    /// Who takes part or is to act.
    pub parties: Vec<Party>,
    /// What it depends on.
    pub conditions: Vec<Condition>,
    /// Clauses that name an act which must come before this one: “after the ministers meet”.
    pub after: Vec<Span>,
    /// Clauses that name an act which comes after this one: “followed by a second summit”.
    pub before: Vec<Span>,
    /// When it is due: the time expression, as a place in [`Annotations::times`].
    pub due: Option<usize>,
    /// Whether it is said not to happen: “will not send troops”.
    pub negated: bool,
}

/// How an act to come is given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CommitmentKind {
    /// Set down to happen.
    Planned,
    /// Put forward by somebody.
    Proposed,
    /// Accepted by those who must accept it.
    Agreed,
    /// Somebody gives his word.
    Promised,
    /// Somebody says what he will do if crossed.
    Threatened,
    /// Somebody wants another to do it.
    Demanded,
    /// Happens only if something else does.
    Conditional,
}

impl CommitmentKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Promised => "promised",
            Self::Threatened => "threatened",
            Self::Demanded => "demanded",
            Self::Conditional => "conditional",
        }
    }
}

/// Someone who has a part in an act or takes a stand on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The words.
    pub span: Span,
    /// Who it is, where that was resolved.
    pub entity: Option<EntityIx>,
    /// Which part.
    pub role: PartyRole,
}

/// The part that someone has in an act.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartyRole {
    /// Is to act.
    Actor,
    /// Is asked or ordered to act.
    Addressee,
    /// Plans, proposes, demands, threatens or refuses it, whoever is to act.
    Holder,
    /// Is named in the words of the act.
    Object,
}

impl PartyRole {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Addressee => "addressee",
            Self::Holder => "holder",
            Self::Object => "object",
        }
    }
}

/// A clause that an act depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Condition {
    /// The whole clause with its opening word: “only if Russia doesn’t invade Ukraine”.
    pub span: Span,
    /// How it binds.
    pub kind: ConditionKind,
}

/// How a condition binds the act.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ConditionKind {
    /// The act follows if it holds.
    If,
    /// The act falls if it holds.
    Unless,
    /// The act needs it.
    OnlyIf,
    /// The act, or its absence, lasts up to it.
    Until,
    /// The act waits for it.
    Once,
    /// The act waits for a decision or approval.
    Pending,
}

impl ConditionKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::If => "if",
            Self::Unless => "unless",
            Self::OnlyIf => "only-if",
            Self::Until => "until",
            Self::Once => "once",
            Self::Pending => "pending",
        }
    }
}

/// How someone stands to an act or a claim, as one sentence gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stance {
    /// The sentence or clause.
    pub span: Span,
    /// Who takes it.
    pub party: Party,
    /// Which one.
    pub kind: StanceKind,
    /// The words that say what it is about, where they are in the sentence.
    pub about: Option<Span>,
    /// Someone else whose word it rests on: “Vik said” in “Varga accepted, Vik said”.
    pub told_by: Option<Party>,
}

/// How someone stands to an act or a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StanceKind {
    /// Says yes.
    Accepts,
    /// Says yes to the idea, with the rest open.
    AcceptsInPrinciple,
    /// Says no.
    Rejects,
    /// Says that it is not so.
    Denies,
    /// Does not believe in it.
    Doubts,
    /// Has not confirmed it.
    Unconfirmed,
    /// Asks for it.
    Demands,
    /// Says what follows otherwise.
    Threatens,
    /// Puts it forward.
    Proposes,
}

impl StanceKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepts => "accepts",
            Self::AcceptsInPrinciple => "accepts-in-principle",
            Self::Rejects => "rejects",
            Self::Denies => "denies",
            Self::Doubts => "doubts",
            Self::Unconfirmed => "unconfirmed",
            Self::Demands => "demands",
            Self::Threatens => "threatens",
            Self::Proposes => "proposes",
        }
    }
}
