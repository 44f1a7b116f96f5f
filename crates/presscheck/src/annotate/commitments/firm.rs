//! Firmness: whether the words around an act are enough to list it.

use super::super::clauses::attitudes::Attitude;
use super::conditions::Bond;
use super::standing::Firmness;
use super::{Place, Trigger, named, parties, span};
use crate::annotate::clauses::Link;
use crate::model::CommitmentKind;
use crate::text::acts::{self, Family};

impl Place<'_> {
    /// Whether the trigger holds where it stands: outside conditions and questions, and firm enough.
    pub(super) fn stands(&self, trigger: &Trigger) -> bool {
        let at = trigger.named.at.min(trigger.standing.at);
        let inside = self.bounds.iter().filter(|it| it.inner <= at && at < it.range.end);
        let bound = inside.clone().any(|it| !matches!(it.bond, Bond::Before | Bond::After));
        let asked = !self.headline
            && (trigger.named.at..self.read.line.len()).any(|it| self.read.line.word(it) == "?");
        !bound && !asked && !self.is_about_telling(trigger) && self.holds(trigger)
    }

    /// Whether the words are firm enough for the act they put in the future.
    pub(super) fn holds(&self, trigger: &Trigger) -> bool {
        let read = self.read;
        let subject = trigger.subject(read).and_then(|it| read.nouns.get(it));
        let moved = subject.is_some_and(|it| MARKETS.contains(&read.line.base(it.head).as_str()));
        // “No student should have to”: nobody.
        let nobody = subject.is_some_and(|it| matches!(read.line.word(it.from), "no" | "nobody"));
        if moved || nobody && trigger.standing.kind == CommitmentKind::Demanded {
            return false;
        }
        let family = acts::act(&trigger.named.head).is_some();
        let bound = self.bounds.iter().any(|it| matches!(it.bond, Bond::On(_)));
        // “Would halt”, “will that constitute”: a verb alone says too little.
        let range = span::of_act(read, trigger, &self.bounds);
        if !family && !bound && range.len() == 1 && trigger.standing.kind == CommitmentKind::Planned
        {
            return false;
        }
        let idle = matches!(
            trigger.named.head.as_str(),
            "get"
                | "put"
                | "take"
                | "make"
                | "play"
                | "force"
                | "keep"
                | "set"
                | "find"
                | "do"
                | "consider"
        );
        if idle && !bound && trigger.standing.firmness < Firmness::Strong {
            return false;
        }
        match trigger.standing.firmness {
            Firmness::Strong => true,
            Firmness::Medium => family || bound || self.has_party(trigger),
            // “Violence must be reduced,” she said: she asks for it.
            Firmness::Weak => {
                self.is_said_to_be_due(trigger) || family && (bound || self.has_party(trigger))
            }
        }
    }

    pub(super) fn is_said_to_be_due(&self, trigger: &Trigger) -> bool {
        let read = self.read;
        let Some(verb) = trigger.verb.and_then(|it| read.verbs.get(it)) else { return false };
        let span = read.span(trigger.named.at..trigger.named.at + 1);
        let quoted = span.and_then(|it| self.quote_at(it)).is_some_and(|it| it.source.is_some());
        let told = verb.governor.is_some_and(|it| {
            it.link == Link::That
                && it.verb.and_then(|it| read.verbs.get(it)).is_some_and(|it| it.base == "say")
        });
        let someone = trigger.subject(read).and_then(|it| read.nouns.get(it)).is_none_or(|it| {
            !matches!(read.line.word(it.head), "it" | "that" | "this" | "there" | "one" | "nobody")
        });
        trigger.standing.kind == CommitmentKind::Demanded && someone && (quoted || told)
    }

    /// Whether someone who can act, or the speaker, is to.
    pub(super) fn has_party(&self, trigger: &Trigger) -> bool {
        let read = self.read;
        let Some(subject) = trigger.subject(read) else {
            // “Details will be given in May”: what is done to it needs no one named.
            let passive =
                trigger.verb.and_then(|it| read.verbs.get(it)).is_some_and(|it| it.passive);
            let firm = trigger.standing.firmness >= Firmness::Medium;
            return trigger.noun.is_some() && trigger.standing.stand.is_some() || passive && firm;
        };
        // “The deal will raise wages”, “the bill would ban …”: what the parties to it will do.
        let paper = named::act_in(read, subject)
            .and_then(|it| acts::act(&it.2))
            .is_some_and(|it| matches!(it.family, Family::Deal | Family::Law));
        let passive = trigger.verb.and_then(|it| read.verbs.get(it)).is_some_and(|it| it.passive);
        let done = passive && trigger.standing.firmness >= Firmness::Medium;
        paper || done || parties::can_act(self.found, read, subject)
    }

    /// Whether it is only about who may be named: “agreed to speak on condition of anonymity”,
    /// “asked not to be identified”.
    pub(super) fn is_about_telling(&self, trigger: &Trigger) -> bool {
        let line = &self.read.line;
        let unnamed = || {
            (0..line.len())
                .any(|it| matches!(line.word(it), "anonymity" | "anonymously" | "unnamed"))
        };
        match trigger.named.head.as_str() {
            "identify" | "name" | "quote" => true,
            "speak" | "talk" | "discuss" | "comment" => {
                let barred = trigger.standing.stand.is_some_and(|it| {
                    matches!(it.attitude, Attitude::Agrees | Attitude::Permits)
                        && trigger.standing.negated
                });
                unnamed()
                    || barred
                    || trigger.standing.stand.is_some_and(|it| it.attitude == Attitude::Rejects)
            }
            "disclose" | "answer" | "confirm" | "respond" | "reply" | "elaborate" | "provide"
            | "give" | "say" | "release" => {
                trigger.standing.stand.is_some_and(|it| it.attitude == Attitude::Rejects)
            }
            _ => false,
        }
    }
}

/// What rises and falls, and does nothing.
const MARKETS: &[&str] =
    &["stock", "share", "future", "market", "price", "index", "dow", "yield", "rate", "dollar"];
