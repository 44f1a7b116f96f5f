//! Triggers: an act and the words that put it in the future.

use super::super::clauses::attitudes::{self, Attitude};
use super::super::clauses::{Clauses, Form, Link, Modal, NounIx, Verb, VerbIx};
use super::named::Named;
use super::standing::{Firmness, Standing};
use super::{Place, named, parties, standing};
use crate::model::CommitmentKind;

/// An act and what puts it in the future.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Trigger {
    pub(super) standing: Standing,
    pub(super) named: Named,
    /// The verb that names it or whose object it is.
    pub(super) verb: Option<VerbIx>,
    /// The noun phrase that names it, where no verb does.
    pub(super) noun: Option<NounIx>,
}

impl Trigger {
    /// Who is to act.
    pub(super) fn subject(&self, read: &Clauses<'_>) -> Option<NounIx> {
        let Some(verb) = self.verb.and_then(|it| read.verbs.get(it)) else {
            return self.maker(read);
        };
        let own = verb.subject.and_then(|it| read.nouns.get(it));
        // What is held does not act.
        let acted = verb.passive
            && own.is_some_and(|it| it.from <= self.named.at && self.named.at < it.end);
        verb.subject.filter(|_| !acted)
    }

    /// Who makes what a noun names: “the ministers reached a deal”.
    pub(super) fn maker(&self, read: &Clauses<'_>) -> Option<NounIx> {
        let others = |it: Attitude| {
            matches!(
                it,
                Attitude::Demands
                    | Attitude::Rejects
                    | Attitude::Proposes
                    | Attitude::Denies
                    | Attitude::Doubts
                    | Attitude::Wants
                    | Attitude::Orders
                    | Attitude::Obliges
            )
        };
        if self.standing.stand.is_some_and(|it| others(it.attitude)) {
            return None;
        }
        let verb = read.verbs.iter().find(|it| self.noun.is_some() && it.object == self.noun)?;
        verb.subject.filter(|_| !verb.passive)
    }

    /// Who plans, demands or refuses it, if that is someone else than who is to act.
    pub(super) fn holder(&self, read: &Clauses<'_>) -> Option<NounIx> {
        let stand = self.standing.stand?;
        let verb = stand.verb.and_then(|it| read.verbs.get(it))?;
        let holder = verb.subject?;
        (!verb.passive && Some(holder) != self.subject(read)).then_some(holder)
    }

    /// Whether the speaker himself is to act: “we will pay”.
    pub(super) fn is_own(&self, read: &Clauses<'_>) -> bool {
        let nouns = [self.subject(read), self.holder(read)];
        nouns.into_iter().flatten().filter_map(|it| read.nouns.get(it)).any(|it| {
            let word = read.line.word(it.head);
            matches!(word, "we" | "i" | "us")
                || matches!(word, "we'll" | "i'll" | "we're" | "i'm" | "we've" | "i've")
        })
    }
}

impl Place<'_> {
    pub(super) fn act_of_verb(&self, ix: VerbIx) -> Option<Trigger> {
        let read = self.read;
        let verb = read.verbs.get(ix)?;
        if self.governs_an_act(ix) {
            return None;
        }
        if let Some(found) = self.set_down(ix) {
            return Some(found);
        }
        let standing = standing::of_verb(read, ix).or_else(|| self.in_headline(verb))?;
        if standing.stand.is_none() && standing::is_guess(read, verb) || is_about_anyone(read, verb)
        {
            return None;
        }
        let named = named::of_verb(read, ix)?;
        Some(Trigger { standing, named, verb: Some(ix), noun: None })
    }

    /// “Two votes are scheduled this week”: what is set down is the act, whatever it is.
    pub(super) fn set_down(&self, ix: VerbIx) -> Option<Trigger> {
        let read = self.read;
        let verb = read.verbs.get(ix)?;
        let sets = matches!(verb.base.as_str(), "schedule" | "slate" | "plan") && verb.passive;
        let ahead = sets && !verb.past && verb.form == Form::Finite && verb.modal == Modal::No;
        let noun = verb.subject.filter(|_| ahead && read.line.word(verb.end) != "to")?;
        let phrase = read.nouns.get(noun)?;
        let (at, head) = named::act_in(read, noun)
            .map_or_else(|| (phrase.head, read.line.base(phrase.head)), |it| (it.1, it.2));
        let things = read.line.tag(phrase.head).is_noun();
        let named =
            Named { head, from: phrase.from.min(at), at, negated: verb.negated, cancels: false };
        let standing = Standing::plain(CommitmentKind::Planned, Firmness::Strong, verb.from);
        things.then_some(Trigger { standing, named, verb: None, noun: Some(noun) })
    }

    /// Whether the act is in a verb that hangs on this one: “wants to urge them to vote”.
    pub(super) fn governs_an_act(&self, ix: VerbIx) -> bool {
        let read = self.read;
        read.verbs.iter().enumerate().skip(ix + 1).any(|(below, it)| {
            it.governor.is_some_and(|it| it.verb == Some(ix) && it.link != Link::And)
                && it.governor.is_some_and(|it| attitudes::over_verb(read, &it).is_some())
                && named::of_verb(read, below).is_some()
        })
    }

    /// “Teachers to strike Monday”: in a headline the infinitive alone is a future.
    pub(super) fn in_headline(&self, verb: &Verb) -> Option<Standing> {
        let bare = self.headline
            && verb.form == Form::To
            && verb.governor.is_none_or(|it| it.verb.is_none());
        bare.then_some(Standing::plain(CommitmentKind::Planned, Firmness::Weak, verb.from))
    }

    pub(super) fn act_of_noun(&self, noun: NounIx) -> Option<Trigger> {
        let read = self.read;
        let phrase = read.nouns.get(noun)?;
        let named = named::in_phrase(read, noun);
        let standing = standing::of_noun(read, noun, phrase.head)?;
        let (at, head) = match named {
            Some(it) => it,
            // “Demanded an apology”: what is asked for is an act whatever it is called.
            None => self.asked_for(noun, &standing)?,
        };
        let named = Named { head, from: phrase.from, at, negated: false, cancels: false };
        Some(Trigger { standing, named, verb: None, noun: Some(noun) })
    }

    pub(super) fn asked_for(&self, noun: NounIx, standing: &Standing) -> Option<(usize, String)> {
        let read = self.read;
        let phrase = read.nouns.get(noun)?;
        let stand = standing.stand?;
        let verb = stand.verb.and_then(|it| read.verbs.get(it))?;
        let asks =
            matches!(stand.attitude, Attitude::Demands | Attitude::Promises | Attitude::Proposes)
                && verb.base != "seek";
        let thing = read.line.tag(phrase.head).is_noun()
            && read
                .span(phrase.from..phrase.end)
                .is_some_and(|it| parties::mentions(self.found, it).is_empty());
        let speaks = matches!(
            read.line.word(phrase.head),
            "comment"
                | "interview"
                | "interviews"
                | "time"
                | "way"
                | "ways"
                | "caution"
                | "patience"
                | "calm"
                | "restraint"
                | "questions"
                | "question"
                | "answer"
                | "answers"
        );
        (asks && thing && !speaks && verb.form != Form::Participle)
            .then(|| (phrase.head, read.line.base(phrase.head)))
    }
}

/// “If you lose, you would pay”: anyone, so no one.
fn is_about_anyone(read: &Clauses<'_>, verb: &Verb) -> bool {
    let subject = verb.subject.and_then(|it| read.nouns.get(it));
    subject.is_some_and(|it| matches!(read.line.word(it.head), "you" | "you'll" | "one"))
}
