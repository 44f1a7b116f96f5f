//! Commitments: acts that someone plans, promises, threatens, or makes depend on something.
//!
//! A sentence is read in three steps: `conditions` finds the clauses that bind an act, `triggers`
//! the words that put an act in the future, with `verbs` for what the act is, and `parties` who has
//! a part in it. Whether two sentences tell of one act is for `relate::commitments`.

mod conditions;
pub(super) mod line;
mod parties;
#[cfg(test)]
mod tests;
mod triggers;
mod verbs;

use std::ops::Range;

use self::conditions::{Bond, Bound};
use self::line::Line;
use self::triggers::{Firmness, Trigger};
use self::verbs::Named;
use crate::model::{
    Annotations, Article, Commitment, CommitmentKind, Condition, ConditionKind, PartKind, Quote,
    Sentence, Span,
};
use crate::text::acts::Family;
use crate::text::words::{Token, within};

/// Most words that name an act; a longer clause is cut there.
const LONGEST_ACT: usize = 24;

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(article: &Article, tokens: &[Token], found: &Annotations) -> Vec<Commitment> {
    let mut commitments = Vec::new();
    for sentence in &found.sentences {
        let line = Line::new(&article.text, within(tokens, sentence.span));
        let place = Place { article, found, line: &line, sentence };
        place.commitments(&mut commitments);
    }
    commitments
}

/// A sentence in its article.
struct Place<'a> {
    article: &'a Article,
    found: &'a Annotations,
    line: &'a Line<'a>,
    sentence: &'a Sentence,
}

impl Place<'_> {
    fn commitments(&self, commitments: &mut Vec<Commitment>) {
        let line = self.line;
        let headline = self
            .article
            .part_at(self.sentence.span.start())
            .is_some_and(|it| it.kind == PartKind::Headline);
        let bounds = conditions::find(line);
        if (0..line.len()).any(|at| line.word(at) == "?" && at + 3 >= line.len()) && !headline {
            return;
        }
        let mut acts: Vec<Trigger> = Vec::new();
        let mut past = 0;
        for at in 0..line.len() {
            if at < past {
                continue;
            }
            let Some(trigger) = triggers::at(line, at, headline) else { continue };
            let inside =
                bounds.iter().filter(|it| it.inner <= trigger.at && trigger.at < it.range.end);
            if inside.clone().any(|it| !matches!(it.bond, Bond::Before | Bond::After))
                || !self.holds(&trigger, &bounds)
            {
                continue;
            }
            // “Will you sign it?” he asks.
            let asked = (trigger.at..line.len()).any(|it| line.word(it) == "?");
            if asked && !headline {
                continue;
            }
            let same = acts
                .iter()
                .any(|it| it.named.at == trigger.named.at || it.named.head == trigger.named.head);
            if !same {
                past = trigger.named.at + 1;
                acts.push(trigger);
            }
        }
        if self.is_long_past() {
            return;
        }
        if acts.is_empty() {
            acts.extend(self.waiting(&bounds));
        }
        let n_acts = acts.len();
        for trigger in &acts {
            let found = self.commitment(trigger, &bounds, n_acts);
            let known = |it: &Commitment| commitments.last().is_some_and(|last| last.act == it.act);
            let found = found.filter(|it| !known(it));
            commitments.extend(found);
        }
        self.chained(&acts, &bounds, commitments);
    }

    /// Whether the sentence tells of a year before the last one and of none since: what was to come
    /// then is no news now.
    fn is_long_past(&self) -> bool {
        let Some(now) = self.article.published.as_ref().map(|it| i32::from(it.date.year())) else {
            return false;
        };
        let times = &self.found.times;
        let from = times.partition_point(|it| it.span.start() < self.sentence.span.start());
        let here = times.iter().skip(from).take_while(|it| self.sentence.span.contains(it.span));
        let years = here.filter_map(|it| it.value.get(..4)?.parse::<i32>().ok());
        years.max().is_some_and(|it| it + 1 < now)
    }

    /// Whether the trigger is firm enough for the act it puts in the future.
    fn holds(&self, trigger: &Trigger, bounds: &[Bound]) -> bool {
        let line = self.line;
        let family = line.act(trigger.named.at).is_some()
            || crate::text::acts::act(&trigger.named.head).is_some();
        let bound = bounds.iter().any(|it| matches!(it.bond, Bond::On(_)));
        // “Would halt”, “will that constitute”: a verb alone says too little.
        let range = self.act_range(trigger, bounds);
        if !family && !bound && range.len() == 1 && trigger.kind == CommitmentKind::Planned {
            return false;
        }
        match trigger.firmness {
            Firmness::Strong => true,
            Firmness::Medium => family || bound || self.has_party(trigger),
            Firmness::Weak => family && (bound || self.has_party(trigger)),
        }
    }

    /// Whether someone named, or the speaker, is to act.
    fn has_party(&self, trigger: &Trigger) -> bool {
        let line = self.line;
        let start = line.clause_start(trigger.at);
        let spoken = (start..trigger.at)
            .any(|it| matches!(line.word(it), "we" | "i" | "he" | "she" | "they"))
            || line.word(trigger.at).ends_with("'ll") && !line.word(trigger.at).starts_with("it");
        // “The deal will raise wages”, “the bill would ban …”: what the parties to it will do.
        let paper = (start..trigger.at).any(|it| {
            line.noun(it).is_some_and(|it| matches!(it.1.family, Family::Deal | Family::Law))
        });
        spoken || paper || !parties::subject(self.found, line, trigger.at).is_empty()
    }

    fn commitment(&self, trigger: &Trigger, bounds: &[Bound], n_acts: usize) -> Option<Commitment> {
        let line = self.line;
        let Trigger { named, .. } = trigger;
        let range = self.act_range(trigger, bounds);
        let act = line.span(range.clone())?;
        let mut conditions = Vec::new();
        let (mut after, mut before) = (Vec::new(), Vec::new());
        for it in bounds {
            let Some(span) = line.span(it.range.clone()) else { continue };
            if n_acts > 1 && !self.binds(it, trigger) {
                continue;
            }
            match it.bond {
                Bond::On(kind) => {
                    let falls =
                        named.cancels && matches!(kind, ConditionKind::If | ConditionKind::OnlyIf);
                    let kind = if falls { ConditionKind::Unless } else { kind };
                    conditions.push(Condition { span, kind });
                    if kind == ConditionKind::Once {
                        after.push(span);
                    }
                }
                Bond::After if it.range.start > named.at || it.range.start < trigger.at => {
                    after.push(span);
                }
                Bond::Before if it.range.start + 2 > named.at => before.push(span),
                _ => {}
            }
        }
        let quote = self.quote_at(act);
        let kind = self.kind(trigger, quote, !conditions.is_empty());
        let due = self.found.times.iter().position(|it| {
            self.sentence.span.contains(it.span)
                && !bounds.iter().any(|bound| {
                    line.span(bound.range.clone())
                        .is_some_and(|span| span.contains(it.span) && !span.contains(act))
                })
                && (act.contains(it.span)
                    || it.span.start() >= act.end()
                        && it.span.start() < act.end() + 40
                        && !self.reports(it.span))
        });
        let parties = parties::of(self.found, line, trigger, &range, quote);
        Some(Commitment {
            span: self.sentence.span,
            act,
            head: named.head.clone(),
            kind,
            parties,
            conditions,
            after,
            before,
            due,
            negated: named.negated,
        })
    }

    /// Whether a time tells when it was said, not when it is due: “said Sunday”.
    fn reports(&self, time: Span) -> bool {
        let at = self.line.token_from(time.start());
        (1..4).any(|back| {
            matches!(
                self.line.before(at, back),
                "said"
                    | "says"
                    | "told"
                    | "announced"
                    | "reported"
                    | "confirmed"
                    | "statement"
                    | "tweeted"
            )
        })
    }

    /// Whether a bound belongs to this act where the sentence holds several: the nearest before it.
    fn binds(&self, bound: &Bound, trigger: &Trigger) -> bool {
        let line = self.line;
        let (from, to) = if bound.range.start > trigger.at {
            (trigger.named.at, bound.range.start)
        } else {
            (bound.range.end, trigger.at)
        };
        !(from + 1..to).any(|it| {
            line.word(it) == ";"
                || matches!(line.word(it), "and" | "while" | "but")
                    && (it + 1..(it + 7).min(to)).any(|at| conditions::is_modal(line.word(at)))
        })
    }

    /// The tokens that name the act.
    fn act_range(&self, trigger: &Trigger, bounds: &[Bound]) -> Range<usize> {
        let Named { from, at, .. } = trigger.named;
        let from = from.min(at);
        let next = bounds
            .iter()
            .map(|it| it.range.start)
            .filter(|&it| it > at)
            .min()
            .unwrap_or(usize::MAX);
        let end = self.line.clause_end(at + 1).min(next).min(from + LONGEST_ACT).max(at + 1);
        let end = end.min(self.line.len());
        let cut = (at + 1..end).find(|&it| self.leaves(at, it)).unwrap_or(end);
        let weak = |it: usize| !self.line.is_said(it) || is_link(self.line.word(it));
        let last = (at + 1..cut).rev().find(|&it| !weak(it)).unwrap_or(at);
        let from = (from..at).find(|&it| self.line.is_said(it)).unwrap_or(at);
        // “Hold a “frank meeting””: a quotation that opens in the act closes in it.
        let odd = |end: usize| self.line.odd_mark(from..end);
        let end = match odd(last + 1) {
            Some(_) => (last + 2..last + 4).find(|&it| odd(it).is_none()).unwrap_or(last + 1),
            None => last + 1,
        };
        from..end.min(self.line.len())
    }

    /// Whether the word at `it` no longer tells of the act whose head stands at `at`: “a meeting
    /// was planned”, “an offer to buy would fail”, “even as he prepares”.
    fn leaves(&self, at: usize, it: usize) -> bool {
        let line = self.line;
        let word = line.word(it);
        let relative = (it.saturating_sub(4).max(at)..it)
            .any(|it| matches!(line.word(it), "that" | "which" | "who" | "where" | "when" | "as"));
        let finite = conditions::is_modal(word)
            || matches!(
                word,
                "is" | "are" | "was" | "were" | "has" | "had" | "came" | "comes" | "given"
            );
        finite && !relative
            || word == "even" && line.word(it + 1) == "as"
            || word == "and" && matches!(line.word(it + 1), "said" | "says" | "that" | "told")
    }

    /// The quotation that holds an act.
    fn quote_at(&self, act: Span) -> Option<&Quote> {
        let quotes = &self.found.quotes;
        let near = quotes.partition_point(|it| it.span.start() <= act.start());
        let near = quotes.get(near.saturating_sub(3)..near).unwrap_or_default();
        near.iter().rev().find(|it| it.span.overlaps(act))
    }

    fn kind(&self, trigger: &Trigger, quote: Option<&Quote>, bound: bool) -> CommitmentKind {
        let line = self.line;
        let penalty = crate::text::acts::act(&trigger.named.head)
            .is_some_and(|it| it.family == Family::Penalty);
        if penalty && trigger.kind != CommitmentKind::Demanded && (bound || quote.is_some()) {
            return CommitmentKind::Threatened;
        }
        if trigger.kind != CommitmentKind::Planned || trigger.firmness == Firmness::Strong {
            return trigger.kind;
        }
        let start = line.clause_start(trigger.at);
        let own = quote.is_some()
            && (start..=trigger.at)
                .any(|it| matches!(line.word(it), "we" | "i" | "i'll" | "we'll"));
        match () {
            () if own || trigger.named.willing => CommitmentKind::Promised,
            () if bound => CommitmentKind::Conditional,
            () => CommitmentKind::Planned,
        }
    }

    /// A sentence without a trigger in which something still waits: “needs approval from …”, “is
    /// keeping silent until …”.
    fn waiting(&self, bounds: &[Bound]) -> Option<Trigger> {
        let line = self.line;
        let bound = bounds.iter().find(|it| match it.bond {
            Bond::On(ConditionKind::Pending) => true,
            Bond::On(ConditionKind::Until | ConditionKind::Unless | ConditionKind::OnlyIf) => {
                let present = |at: usize| {
                    matches!(
                        line.word(at),
                        "is" | "are"
                            | "am"
                            | "we're"
                            | "i'm"
                            | "remains"
                            | "remain"
                            | "have"
                            | "has"
                            | "can"
                            | "cannot"
                            | "can't"
                            | "refuses"
                            | "refuse"
                    )
                };
                (0..it.range.start).any(present)
            }
            _ => false,
        })?;
        let head = verbs::noun_before(line, bound.range.start);
        let (at, head) = head
            .or_else(|| {
                let last =
                    (1..bound.range.start).rev().find(|&it| line.word(it).ends_with("ing"))?;
                let speech = matches!(line.word(last), "saying" | "adding" | "telling" | "being");
                (!speech).then(|| (last, line.base(last)))
            })
            .or_else(|| {
                let at = bound.range.start.checked_sub(1)?;
                let verb = line.is_word(at) && line.word(at).len() > 3 && !is_link(line.word(at));
                verb.then(|| (at, line.base(at)))
            })?;
        let named = Named { head, from: at, at, negated: false, cancels: false, willing: false };
        Some(Trigger { at, named, kind: CommitmentKind::Conditional, firmness: Firmness::Medium })
    }

    /// Acts inside “after …”, “followed by …” and “before …” of an act to come, which are to come
    /// as well: “would occur after the ministers meet”.
    fn chained(&self, acts: &[Trigger], bounds: &[Bound], commitments: &mut Vec<Commitment>) {
        let line = self.line;
        if acts.is_empty() {
            return;
        }
        for bound in bounds {
            let later = matches!(
                bound.bond,
                Bond::Before
                    | Bond::On(ConditionKind::Once | ConditionKind::Until | ConditionKind::If)
            );
            let order = matches!(
                bound.bond,
                Bond::After
                    | Bond::Before
                    | Bond::On(ConditionKind::Once | ConditionKind::Until | ConditionKind::If)
            );
            if !order
                || bound.bond == Bond::After
                    && !acts
                        .iter()
                        .any(|it| it.at < bound.range.start && it.firmness >= Firmness::Medium)
            {
                continue;
            }
            let act = (bound.inner..bound.range.end).find(|&at| {
                line.act(at).is_some_and(|(base, act)| {
                    let word = line.word(at);
                    let verb = act.verb
                        && word == base
                        && line.before(at, 1) != "the"
                        && line.before(at, 1) != "a";
                    let passive = act.verb
                        && word.ends_with("ed")
                        && matches!(line.before(at, 1), "is" | "are");
                    let noun = line.noun(at).is_some()
                        && matches!(
                            bound.bond,
                            Bond::Before | Bond::On(ConditionKind::Once) | Bond::After
                        );
                    // “After the ministers hold talks”.
                    let held = noun
                        && (1..4).any(|back| {
                            matches!(
                                line.before(at, back),
                                "hold" | "holds" | "finish" | "conclude" | "complete" | "end"
                            )
                        });
                    let led = line.says(bound.range.start, "after");
                    verb && (later || led) || passive || noun && later || held
                })
            });
            let Some(at) = act else { continue };
            let head = line.base(at);
            if acts.iter().any(|it| it.named.at == at) {
                continue;
            }
            let in_if = matches!(bound.bond, Bond::On(ConditionKind::If));
            if in_if && crate::text::acts::act(&head).is_none_or(|it| it.family != Family::Ballot) {
                continue;
            }
            let named =
                Named { head, from: at, at, negated: false, cancels: false, willing: false };
            let trigger =
                Trigger { at, named, kind: CommitmentKind::Planned, firmness: Firmness::Medium };
            let own = self.commitment(&trigger, &[], 1);
            commitments.extend(own.map(|it| Commitment { kind: CommitmentKind::Planned, ..it }));
        }
    }
}

/// Words that lead on to others and so end no act.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "but"
            | "at"
            | "of"
            | "to"
            | "for"
            | "in"
            | "on"
            | "by"
            | "with"
            | "from"
            | "as"
            | "that"
            | "the"
            | "a"
            | "an"
            | "than"
            | "into"
            | "which"
            | "who"
            | "their"
            | "his"
            | "her"
            | "its"
            | "between"
            | "about"
            | "under"
            | "even"
            | "also"
            | "not"
            | "still"
    )
}
