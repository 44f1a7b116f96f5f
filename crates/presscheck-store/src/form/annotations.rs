//! What the annotators found in an article.

use presscheck::model::{
    self, Commitment, CommitmentKind, Condition, ConditionKind, Entity, Figure, FigureKind,
    Mention, MentionForm as Form, NameKind, Party, PartyRole, Quote, QuoteKind, Sentence, Stance,
    StanceKind, TimeExpr, TimeKind,
};
use serde::{Deserialize, Serialize};

use super::kinds::{
    CommitmentKindForm, ConditionKindForm, FigureKindForm, MentionFormForm, NameKindForm,
    PartyRoleForm, QuoteKindForm, StanceKindForm, TimeKindForm,
};
use super::{Bytes, Misfit, bytes, maybe, span, spans};

/// All that was found in one article; numbers count in the lists of the same article.
#[derive(Serialize, Deserialize)]
pub(crate) struct Annotations {
    /// `[start, end, paragraph]`.
    sentences: Vec<[usize; 3]>,
    mentions: Vec<MentionOf>,
    entities: Vec<EntityOf>,
    quotes: Vec<QuoteOf>,
    times: Vec<TimeOf>,
    figures: Vec<FigureOf>,
    commitments: Vec<CommitmentOf>,
    stances: Vec<StanceOf>,
}

#[derive(Serialize, Deserialize)]
struct MentionOf {
    at: Bytes,
    #[serde(with = "MentionFormForm")]
    form: Form,
    #[serde(with = "NameKindForm")]
    kind: NameKind,
    entity: usize,
}

#[derive(Serialize, Deserialize)]
struct EntityOf {
    name: String,
    #[serde(with = "NameKindForm")]
    kind: NameKind,
    named: bool,
    roles: Vec<Bytes>,
}

#[derive(Serialize, Deserialize)]
struct QuoteOf {
    at: Bytes,
    marked: Vec<Bytes>,
    #[serde(with = "QuoteKindForm")]
    kind: QuoteKind,
    source: Option<Bytes>,
    cue: Option<Bytes>,
    speaker: Option<usize>,
    continues: Option<usize>,
    within: Option<usize>,
    negated: bool,
}

#[derive(Serialize, Deserialize)]
struct TimeOf {
    at: Bytes,
    value: String,
    alternatives: Vec<String>,
    #[serde(with = "TimeKindForm")]
    kind: TimeKind,
    relative: bool,
}

#[derive(Serialize, Deserialize)]
struct FigureOf {
    at: Bytes,
    low: Option<f64>,
    high: Option<f64>,
    approximate: bool,
    unit: String,
    what: String,
    what_at: Bytes,
    #[serde(with = "FigureKindForm")]
    kind: FigureKind,
}

#[derive(Serialize, Deserialize)]
struct CommitmentOf {
    at: Bytes,
    act: Bytes,
    head: String,
    object: Option<String>,
    #[serde(with = "CommitmentKindForm")]
    kind: CommitmentKind,
    parties: Vec<PartyOf>,
    conditions: Vec<ConditionOf>,
    after: Vec<Bytes>,
    before: Vec<Bytes>,
    due: Option<usize>,
    negated: bool,
}

#[derive(Serialize, Deserialize)]
struct PartyOf {
    at: Bytes,
    entity: Option<usize>,
    #[serde(with = "PartyRoleForm")]
    role: PartyRole,
}

#[derive(Serialize, Deserialize)]
struct ConditionOf {
    at: Bytes,
    #[serde(with = "ConditionKindForm")]
    kind: ConditionKind,
}

#[derive(Serialize, Deserialize)]
struct StanceOf {
    at: Bytes,
    party: PartyOf,
    #[serde(with = "StanceKindForm")]
    kind: StanceKind,
    about: Option<Bytes>,
    told_by: Option<PartyOf>,
}

impl Annotations {
    pub(crate) fn of(found: &model::Annotations) -> Annotations {
        let model::Annotations {
            sentences,
            mentions,
            entities,
            quotes,
            times,
            figures,
            commitments,
            stances,
        } = found;
        let sentence = |it: &Sentence| {
            let Sentence { span, paragraph } = *it;
            [span.start(), span.end(), paragraph as usize]
        };
        Annotations {
            sentences: sentences.iter().map(sentence).collect(),
            mentions: mentions.iter().map(MentionOf::of).collect(),
            entities: entities.iter().map(EntityOf::of).collect(),
            quotes: quotes.iter().map(QuoteOf::of).collect(),
            times: times.iter().map(TimeOf::of).collect(),
            figures: figures.iter().map(FigureOf::of).collect(),
            commitments: commitments.iter().map(CommitmentOf::of).collect(),
            stances: stances.iter().map(StanceOf::of).collect(),
        }
    }

    /// The annotations again.
    pub(crate) fn annotations(self, text: &str) -> Result<model::Annotations, Misfit> {
        let sentence = |it: &[usize; 3]| -> Result<Sentence, Misfit> {
            let paragraph = it[2].try_into().map_err(|_| Misfit)?;
            Ok(Sentence { span: span(text, [it[0], it[1]])?, paragraph })
        };
        let of = &Counts {
            entities: self.entities.len(),
            quotes: self.quotes.len(),
            times: self.times.len(),
        };
        Ok(model::Annotations {
            sentences: self.sentences.iter().map(sentence).collect::<Result<_, _>>()?,
            mentions: all(self.mentions, |it| it.mention(text, of))?,
            entities: all(self.entities, |it| it.entity(text))?,
            quotes: all(self.quotes, |it| it.quote(text, of))?,
            times: all(self.times, |it| it.time(text))?,
            figures: all(self.figures, |it| it.figure(text))?,
            commitments: all(self.commitments, |it| it.commitment(text, of))?,
            stances: all(self.stances, |it| it.stance(text, of))?,
        })
    }
}

fn all<A, B>(given: Vec<A>, one: impl Fn(A) -> Result<B, Misfit>) -> Result<Vec<B>, Misfit> {
    given.into_iter().map(one).collect()
}

/// How long the lists are that numbers count in.
struct Counts {
    entities: usize,
    quotes: usize,
    times: usize,
}

/// A place in a list, if the list reaches so far.
fn place(ix: Option<usize>, n: usize) -> Result<Option<usize>, Misfit> {
    if ix.is_none_or(|it| it < n) { Ok(ix) } else { Err(Misfit) }
}

impl MentionOf {
    fn of(it: &Mention) -> MentionOf {
        let Mention { span, form, kind, entity } = *it;
        MentionOf { at: bytes(span), form, kind, entity }
    }

    fn mention(self, text: &str, of: &Counts) -> Result<Mention, Misfit> {
        let entity = place(Some(self.entity), of.entities)?.ok_or(Misfit)?;
        Ok(Mention { span: span(text, self.at)?, form: self.form, kind: self.kind, entity })
    }
}

impl EntityOf {
    fn of(it: &Entity) -> EntityOf {
        let Entity { name, kind, named, roles } = it;
        let roles = roles.iter().copied().map(bytes).collect();
        EntityOf { name: name.clone(), kind: *kind, named: *named, roles }
    }

    fn entity(self, text: &str) -> Result<Entity, Misfit> {
        let roles = spans(text, &self.roles)?;
        Ok(Entity { name: self.name, kind: self.kind, named: self.named, roles })
    }
}

impl QuoteOf {
    fn of(it: &Quote) -> QuoteOf {
        let Quote { span, marked, kind, source, cue, speaker, continues, within, negated } = it;
        QuoteOf {
            at: bytes(*span),
            marked: marked.iter().copied().map(bytes).collect(),
            kind: *kind,
            source: source.map(bytes),
            cue: cue.map(bytes),
            speaker: *speaker,
            continues: *continues,
            within: *within,
            negated: *negated,
        }
    }

    fn quote(self, text: &str, of: &Counts) -> Result<Quote, Misfit> {
        Ok(Quote {
            span: span(text, self.at)?,
            marked: spans(text, &self.marked)?,
            kind: self.kind,
            source: maybe(text, self.source)?,
            cue: maybe(text, self.cue)?,
            speaker: place(self.speaker, of.entities)?,
            continues: place(self.continues, of.quotes)?,
            within: place(self.within, of.quotes)?,
            negated: self.negated,
        })
    }
}

impl TimeOf {
    fn of(it: &TimeExpr) -> TimeOf {
        let TimeExpr { span, value, alternatives, kind, relative } = it;
        TimeOf {
            at: bytes(*span),
            value: value.clone(),
            alternatives: alternatives.clone(),
            kind: *kind,
            relative: *relative,
        }
    }

    fn time(self, text: &str) -> Result<TimeExpr, Misfit> {
        let TimeOf { at, value, alternatives, kind, relative } = self;
        Ok(TimeExpr { span: span(text, at)?, value, alternatives, kind, relative })
    }
}

impl FigureOf {
    fn of(it: &Figure) -> FigureOf {
        let Figure { span, low, high, approximate, unit, what, what_span, kind } = it;
        FigureOf {
            at: bytes(*span),
            low: *low,
            high: *high,
            approximate: *approximate,
            unit: unit.clone(),
            what: what.clone(),
            what_at: bytes(*what_span),
            kind: *kind,
        }
    }

    fn figure(self, text: &str) -> Result<Figure, Misfit> {
        let FigureOf { at, low, high, approximate, unit, what, what_at, kind } = self;
        let (span, what_span) = (span(text, at)?, span(text, what_at)?);
        Ok(Figure { span, low, high, approximate, unit, what, what_span, kind })
    }
}

impl CommitmentOf {
    fn of(it: &Commitment) -> CommitmentOf {
        let Commitment {
            span,
            act,
            head,
            object,
            kind,
            parties,
            conditions,
            after,
            before,
            due,
            negated,
        } = it;
        let condition = |it: &Condition| ConditionOf { at: bytes(it.span), kind: it.kind };
        CommitmentOf {
            at: bytes(*span),
            act: bytes(*act),
            head: head.clone(),
            object: object.clone(),
            kind: *kind,
            parties: parties.iter().map(PartyOf::of).collect(),
            conditions: conditions.iter().map(condition).collect(),
            after: after.iter().copied().map(bytes).collect(),
            before: before.iter().copied().map(bytes).collect(),
            due: *due,
            negated: *negated,
        }
    }

    fn commitment(self, text: &str, of: &Counts) -> Result<Commitment, Misfit> {
        let condition = |it: ConditionOf| Ok(Condition { span: span(text, it.at)?, kind: it.kind });
        let parties = self.parties.into_iter().map(|it| it.party(text, of));
        Ok(Commitment {
            span: span(text, self.at)?,
            act: span(text, self.act)?,
            head: self.head,
            object: self.object,
            kind: self.kind,
            parties: parties.collect::<Result<_, _>>()?,
            conditions: self.conditions.into_iter().map(condition).collect::<Result<_, _>>()?,
            after: spans(text, &self.after)?,
            before: spans(text, &self.before)?,
            due: place(self.due, of.times)?,
            negated: self.negated,
        })
    }
}

impl PartyOf {
    fn of(it: &Party) -> PartyOf {
        let Party { span, entity, role } = *it;
        PartyOf { at: bytes(span), entity, role }
    }

    fn party(self, text: &str, of: &Counts) -> Result<Party, Misfit> {
        let entity = place(self.entity, of.entities)?;
        Ok(Party { span: span(text, self.at)?, entity, role: self.role })
    }
}

impl StanceOf {
    fn of(it: &Stance) -> StanceOf {
        let Stance { span, party, kind, about, told_by } = it;
        StanceOf {
            at: bytes(*span),
            party: PartyOf::of(party),
            kind: *kind,
            about: about.map(bytes),
            told_by: told_by.as_ref().map(PartyOf::of),
        }
    }

    fn stance(self, text: &str, of: &Counts) -> Result<Stance, Misfit> {
        let told_by = self.told_by.map(|it| it.party(text, of)).transpose()?;
        Ok(Stance {
            span: span(text, self.at)?,
            party: self.party.party(text, of)?,
            kind: self.kind,
            about: maybe(text, self.about)?,
            told_by,
        })
    }
}
