//! Waiting: acts that nothing but a condition or the order of acts puts in the future.

use super::super::clauses::{Form, Modal, NounIx};
use super::conditions::{Bond, Bound};
use super::named::Named;
use super::standing::{Firmness, Standing};
use super::{Place, Trigger, named};
use crate::model::{Commitment, CommitmentKind, ConditionKind};
use crate::text::acts::{self, Family};

impl Place<'_> {
    /// The subject that needs what a bound names: “the deal” in “the deal needs a vote”.
    pub(super) fn in_need(&self, bound: &Bound) -> Option<NounIx> {
        let read = self.read;
        let verb = read.verbs.get(read.verb_at(bound.range.start)?)?;
        let needs = matches!(verb.base.as_str(), "need" | "require" | "await" | "have")
            || verb.modal == Modal::Must;
        verb.subject.filter(|_| needs && bound.bond == Bond::On(ConditionKind::Pending))
    }

    /// Acts that no words put in the future but that need a vote or a blessing: “the deal needs
    /// approval”, “it still needs approval”.
    pub(super) fn subjects_that_wait(&self, acts: &[Trigger], commitments: &mut Vec<Commitment>) {
        let read = self.read;
        for bound in &self.bounds {
            let Some(noun) = self.in_need(bound) else { continue };
            let told = acts.iter().any(|it| read.noun_at(it.named.at) == Some(noun));
            let Some(phrase) = read.nouns.get(noun).filter(|_| !told) else { continue };
            let pronoun = read.line.word(phrase.head) == "it";
            let named = named::act_in(read, noun);
            let Some((at, head)) = named
                .map(|it| (it.1, it.2))
                .or_else(|| pronoun.then(|| (phrase.head, "it".to_owned())))
            else {
                continue;
            };
            let named =
                Named { head, from: phrase.from.min(at), at, negated: false, cancels: false };
            let standing =
                Standing::plain(CommitmentKind::Planned, Firmness::Medium, bound.range.start);
            let trigger = Trigger { standing, named, verb: None, noun: Some(noun) };
            commitments.extend(self.commitment(&trigger, 1));
        }
    }

    /// A sentence without a trigger in which something still waits: “needs approval from …”, “is
    /// keeping silent until …”.
    pub(super) fn waiting(&self) -> Option<Trigger> {
        let read = self.read;
        let bound = self.bounds.iter().find(|it| {
            matches!(
                it.bond,
                Bond::On(
                    ConditionKind::Pending
                        | ConditionKind::Until
                        | ConditionKind::Unless
                        | ConditionKind::OnlyIf
                )
            )
        })?;
        // The nearest verb or noun before it that still goes on.
        let start = bound.range.start;
        let verb = read.verbs.iter().enumerate().rev().find(|it| {
            it.1.at < bound.inner && (!it.1.past || it.1.perfect) && it.1.form == Form::Finite
        });
        let (_, over) = verb?;
        let noun = over.subject.and_then(|it| named::act_in(read, it));
        let gerund = read.verbs.iter().enumerate().rev().find(|it| {
            it.1.at < start
                && (it.1.form == Form::Gerund || it.1.progressive || it.1.form == Form::To)
        });
        let standing = |at| Standing::plain(CommitmentKind::Planned, Firmness::Medium, at);
        if let Some((noun, at, head)) = noun {
            let from = read.nouns.get(noun)?.from;
            let named = Named { head, from, at, negated: over.negated, cancels: false };
            return Some(Trigger {
                standing: standing(over.from),
                named,
                verb: None,
                noun: Some(noun),
            });
        }
        let (ix, _) = gerund.or(verb.filter(|it| it.1.modal != Modal::No))?;
        let named = named::of_verb(read, ix)?;
        Some(Trigger { standing: standing(over.from), named, verb: Some(ix), noun: None })
    }

    /// Acts inside “after …”, “followed by …” and “before …” of an act to come, which are to come
    /// as well: “would occur after the ministers meet”.
    pub(super) fn chained(&self, acts: &[Trigger], commitments: &mut Vec<Commitment>) {
        // “The discussion would be about aid, followed by a second summit”.
        let ahead = self.read.verbs.iter().any(|it| matches!(it.modal, Modal::Will | Modal::Would));
        if acts.is_empty() && !ahead {
            return;
        }
        for bound in &self.bounds {
            if acts.is_empty() && bound.bond != Bond::Before {
                continue;
            }
            let later = matches!(
                bound.bond,
                Bond::Before | Bond::On(ConditionKind::Once | ConditionKind::Until)
            );
            let led = bound.bond == Bond::After
                && acts.iter().any(|it| {
                    it.standing.at < bound.range.start && it.standing.firmness >= Firmness::Medium
                });
            let ballot = matches!(bound.bond, Bond::On(ConditionKind::If | ConditionKind::OnlyIf));
            if !(later || led || ballot) {
                continue;
            }
            let Some(trigger) = self.chained_in(bound, later) else { continue };
            if acts.iter().any(|it| it.named.at == trigger.named.at) {
                continue;
            }
            let family = acts::act(&trigger.named.head).map(|it| it.family);
            if ballot && !matches!(family, Some(Family::Ballot | Family::Deal)) {
                continue;
            }
            commitments.extend(self.commitment_alone(&trigger));
        }
    }

    /// The act inside a clause of order: its verb, or the noun that its verb holds.
    pub(super) fn chained_in(&self, bound: &Bound, later: bool) -> Option<Trigger> {
        let read = self.read;
        let standing = |at| Standing::plain(CommitmentKind::Planned, Firmness::Medium, at);
        let inside = |at: usize| bound.inner <= at && at < bound.range.end;
        for (ix, verb) in read.verbs.iter().enumerate().filter(|it| inside(it.1.at)) {
            if verb.past && !verb.passive || verb.modal != Modal::No && !later {
                continue;
            }
            let named = named::of_verb(read, ix).filter(|it| acts::act(&it.head).is_some());
            if let Some(named) = named {
                return Some(Trigger {
                    standing: standing(verb.from),
                    named,
                    verb: Some(ix),
                    noun: None,
                });
            }
        }
        let first = read.noun_at(bound.inner).filter(|_| later)?;
        let (noun, at, head) = named::act_in(read, first)?;
        let from = read.nouns.get(noun)?.from;
        let named = Named { head, from, at, negated: false, cancels: false };
        inside(at).then_some(Trigger {
            standing: standing(at),
            named,
            verb: None,
            noun: Some(noun),
        })
    }

    /// An act without the conditions of its sentence, which bind another.
    pub(super) fn commitment_alone(&self, trigger: &Trigger) -> Option<Commitment> {
        let free = Place { bounds: Vec::new(), ..*self };
        let found = free.commitment(trigger, 1)?;
        Some(Commitment { kind: CommitmentKind::Planned, ..found })
    }
}
