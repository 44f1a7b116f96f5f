//! Making: what of a trigger becomes a commitment, with its conditions, day, parties and kind.

use super::super::clauses::{Form, Modal};
use super::conditions::{Bond, Bound};
use super::standing::{Firmness, Standing};
use super::{Place, Trigger, named, parties, span};
use crate::model::{Commitment, CommitmentKind, Condition, ConditionKind, Quote, Span, TimeExpr};
use crate::text::acts::{self, Family};

/// What ends an act, as a condition of the act: “called off if they strike”, “unless they return”.
fn turned(kind: ConditionKind) -> ConditionKind {
    match kind {
        ConditionKind::If | ConditionKind::OnlyIf => ConditionKind::Unless,
        ConditionKind::Unless => ConditionKind::OnlyIf,
        it => it,
    }
}

impl Place<'_> {
    pub(super) fn commitment(&self, trigger: &Trigger, n_acts: usize) -> Option<Commitment> {
        let read = self.read;
        let Trigger { named, standing, .. } = trigger;
        let range = span::of_act(read, trigger, &self.bounds);
        let act = read.span(range.clone())?;
        let mut conditions = Vec::new();
        let (mut after, mut before) = (Vec::new(), Vec::new());
        for it in &self.bounds {
            let Some(span) = read.span(it.range.clone()) else { continue };
            if n_acts > 1 && !self.binds(it, trigger) || self.is_of_another(it, trigger) {
                continue;
            }
            match it.bond {
                Bond::On(kind) => {
                    let kind = if named.cancels { turned(kind) } else { kind };
                    conditions.push(Condition { span, kind });
                    if kind == ConditionKind::Once {
                        after.push(span);
                    }
                }
                Bond::After
                    if (it.range.start > named.at || it.range.start < standing.at)
                        && !self.is_history(it, trigger) =>
                {
                    after.push(span);
                }
                Bond::Before if it.range.start + 2 > named.at => before.push(span),
                _ => {}
            }
        }
        let quote = self.quote_at(act);
        let parties = parties::of(self.found, read, trigger, &range, quote);
        Some(Commitment {
            span: self.sentence.span,
            act,
            head: named.head.clone(),
            object: named::object(read, named, trigger.verb),
            kind: self.kind(trigger, quote, !conditions.is_empty()),
            parties,
            conditions,
            after,
            before,
            due: self.due(act),
            negated: named.negated || standing.negated,
        })
    }

    /// Whether an “after …” tells of what has happened, which nothing waits for: “will meet after
    /// they spoke on Sunday”, not “would meet after the ministers met”.
    fn is_history(&self, bound: &Bound, trigger: &Trigger) -> bool {
        let read = self.read;
        let reported = trigger
            .verb
            .and_then(|it| read.verbs.get(it))
            .is_some_and(|it| matches!(it.modal, Modal::Would | Modal::Could));
        let inside = read.verbs.iter().filter(|it| bound.range.contains(&it.at));
        let mut told = inside.filter(|it| it.form == Form::Finite && it.modal == Modal::No);
        let past = told.any(|it| it.past && !it.perfect);
        let times = &self.found.times;
        let dated = read.span(bound.range.clone()).is_some_and(|span| {
            let from = times.partition_point(|it| it.span.start() < span.start());
            let here = times.iter().skip(from).take_while(|it| span.contains(it.span));
            here.into_iter().any(|it| self.is_over(&it.value))
        });
        past && !reported || dated
    }

    /// Whether a day, week or month lies before the publication.
    fn is_over(&self, value: &str) -> bool {
        let published = self.article.published.as_ref().map(|it| it.date.to_string());
        published.as_deref().is_some_and(|now| {
            let value = value.get(..10).unwrap_or(value);
            value.get(..4).is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
                && !value.contains('W')
                && value < now.get(..value.len()).unwrap_or(now)
        })
    }

    /// When it is due: a time in the words of the act or right behind them.
    pub(super) fn due(&self, act: Span) -> Option<usize> {
        let times = &self.found.times;
        let from = times.partition_point(|it| it.span.start() < self.sentence.span.start());
        let here = times.iter().enumerate().skip(from);
        let mut here = here.take_while(|it| self.sentence.span.contains(it.1.span));
        let fits = |time: Span| {
            let bound = self.bounds.iter().filter_map(|it| self.read.span(it.range.clone()));
            let apart = bound.into_iter().any(|it| it.contains(time) && !it.contains(act));
            let near = time.start() >= act.end() && time.start() < act.end() + 40;
            let near = near && !self.reports(time) && !self.is_of_another_clause(act, time);
            !apart && (act.contains(time) || near)
        };
        // “Played down news of talks on Sunday”: what is over says when it was told.
        here.find(|it| {
            fits(it.1.span) && !self.is_over(&it.1.value) && !self.is_of_a_past_verb(it.1)
        })
        .map(|it| it.0)
    }

    /// Whether a day that is not ahead stands behind a verb of the past: it is the day of that.
    fn is_of_a_past_verb(&self, time: &TimeExpr) -> bool {
        let published = self.article.published.as_ref().map(|it| it.date.to_string());
        let today = published.is_some_and(|it| time.value.get(..10).is_some_and(|day| day == it));
        let at = self.read.line.token_from(time.span.start());
        let next = self.read.verbs.partition_point(|it| it.at < at);
        let verb = next.checked_sub(1).and_then(|it| self.read.verbs.get(it));
        today && verb.is_some_and(|it| it.past && it.modal == Modal::No)
    }

    /// Whether somebody else does something between the words of an act and a time behind them:
    /// “the talks, and the council votes on Friday”.
    fn is_of_another_clause(&self, act: Span, time: Span) -> bool {
        let line = &self.read.line;
        let (from, to) = (line.token_from(act.end()), line.token_from(time.start()));
        let first = self.read.verbs.partition_point(|it| it.at < from);
        let mut between = self.read.verbs.iter().skip(first).take_while(|it| it.at < to);
        between.any(|verb| {
            let noun = verb.subject.and_then(|it| self.read.nouns.get(it));
            verb.form == Form::Finite && noun.is_some_and(|it| it.from >= from)
        })
    }

    /// Whether a time tells when it was said, not when it is due: “said Sunday”.
    pub(super) fn reports(&self, time: Span) -> bool {
        let line = &self.read.line;
        let at = line.token_from(time.start());
        (1..4).any(|back| {
            matches!(
                line.before(at, back),
                "said"
                    | "says"
                    | "told"
                    | "announced"
                    | "reported"
                    | "confirmed"
                    | "statement"
                    | "tweeted"
                    | "wrote"
            )
        })
    }

    /// Whether a bound belongs to this act where the sentence holds several: the nearest before it.
    pub(super) fn binds(&self, bound: &Bound, trigger: &Trigger) -> bool {
        let line = &self.read.line;
        let (from, to) = if bound.range.start > trigger.standing.at {
            (trigger.named.at, bound.range.start)
        } else {
            (bound.range.end, trigger.standing.at)
        };
        !(from + 1..to).any(|it| {
            line.word(it) == ";"
                || matches!(line.word(it), "and" | "while" | "but")
                    && self.read.verbs.iter().any(|verb| {
                        verb.from > it && verb.from < (it + 7).min(to) && verb.modal != Modal::No
                    })
        })
    }

    /// Whether a bound is what another subject needs: in “the deal needs a vote, which will come on
    /// Monday” the deal waits, not the vote.
    pub(super) fn is_of_another(&self, bound: &Bound, trigger: &Trigger) -> bool {
        let Some(noun) = self.in_need(bound) else { return false };
        let read = self.read;
        read.noun_at(trigger.named.at) != Some(noun)
    }

    pub(super) fn kind(
        &self,
        trigger: &Trigger,
        quote: Option<&Quote>,
        bound: bool,
    ) -> CommitmentKind {
        let Standing { kind, firmness, stand, .. } = trigger.standing;
        let penalty = acts::act(&trigger.named.head).is_some_and(|it| it.family == Family::Penalty);
        let asked = matches!(kind, CommitmentKind::Demanded | CommitmentKind::Agreed);
        let inflicts = trigger.verb.is_some() && !trigger.named.negated;
        if penalty && !asked && inflicts && (bound || quote.is_some()) {
            return CommitmentKind::Threatened;
        }
        let will = trigger
            .verb
            .and_then(|it| self.read.verbs.get(it))
            .is_none_or(|it| matches!(it.modal, Modal::Will | Modal::No));
        let own = quote.is_some() && will && trigger.is_own(self.read);
        match () {
            () if kind != CommitmentKind::Planned => kind,
            () if own && stand.is_none() => CommitmentKind::Promised,
            () if firmness == Firmness::Strong => kind,
            () if bound => CommitmentKind::Conditional,
            () => CommitmentKind::Planned,
        }
    }

    /// The quotation that holds an act.
    pub(super) fn quote_at(&self, act: Span) -> Option<&Quote> {
        let quotes = &self.found.quotes;
        let near = quotes.partition_point(|it| it.span.start() <= act.start());
        let near = quotes.get(near.saturating_sub(3)..near).unwrap_or_default();
        near.iter().rev().find(|it| it.span.overlaps(act))
    }
}
