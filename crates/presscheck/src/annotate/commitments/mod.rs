//! Commitments: acts that someone plans, promises, threatens, or makes depend on something.
//!
//! A sentence is read in steps: `conditions` finds the clauses that bind an act, `trigger` the acts
//! and with `standing` the words that put them in the future, `named` what each act is, `firm`
//! whether the words are enough, and `made` what becomes of it, with `parties` for who has a part in
//! it. `waits` adds acts that only wait for others. Whether two sentences tell of one act is for
//! `relate::commitments`.

mod conditions;
mod firm;
mod made;
mod named;
mod parties;
mod span;
mod standing;
#[cfg(test)]
mod tests;
mod trigger;
mod waits;

use self::conditions::Bound;
use self::trigger::Trigger;
use super::clauses::Clauses;
use crate::model::{Annotations, Article, Commitment, PartKind, Sentence};

/// Finds them in text order; `found` holds what earlier annotators added, `clauses` its sentences as
/// they are read.
pub(super) fn find(
    article: &Article,
    clauses: &[Clauses<'_>],
    found: &Annotations,
) -> Vec<Commitment> {
    let mut commitments = Vec::new();
    for (sentence, read) in found.sentences.iter().zip(clauses) {
        let part = article.part_at(sentence.span.start()).map(|it| it.kind);
        let headline = part == Some(PartKind::Headline);
        let bounds = conditions::find(read);
        let place = Place { article, found, read, sentence, headline, bounds };
        place.commitments(&mut commitments);
    }
    commitments
}

/// A sentence in its article.
struct Place<'a> {
    article: &'a Article,
    found: &'a Annotations,
    read: &'a Clauses<'a>,
    sentence: &'a Sentence,
    /// Whether it is a headline.
    headline: bool,
    bounds: Vec<Bound>,
}

impl Place<'_> {
    fn commitments(&self, commitments: &mut Vec<Commitment>) {
        if self.is_question() || self.is_long_past() {
            return;
        }
        let mut acts = self.acts();
        if acts.is_empty() {
            acts.extend(self.waiting());
        }
        for trigger in &acts {
            let found = self.commitment(trigger, acts.len());
            let known = |it: &Commitment| commitments.last().is_some_and(|last| last.act == it.act);
            commitments.extend(found.filter(|it| !known(it)));
        }
        let from = commitments.partition_point(|it| it.span.start() < self.sentence.span.start());
        self.subjects_that_wait(&acts, commitments);
        self.chained(&acts, commitments);
        if let Some(own) = commitments.get_mut(from..) {
            own.sort_by_key(|it| it.act.start());
        }
    }

    /// Whether the sentence asks; a headline that does tells of something all the same.
    fn is_question(&self) -> bool {
        let line = &self.read.line;
        let asks = |it: usize| line.word(it) == "?" && it + 3 >= line.len();
        !self.headline && (0..line.len()).any(asks)
    }

    /// The acts of the main clauses, in text order.
    fn acts(&self) -> Vec<Trigger> {
        let read = self.read;
        let mut found: Vec<Trigger> = Vec::new();
        for ix in 0..read.verbs.len() {
            found.extend(self.act_of_verb(ix).filter(|it| self.stands(it)));
        }
        for noun in 0..read.nouns.len() {
            let trigger = self.act_of_noun(noun).filter(|it| self.stands(it));
            let known = |it: &Trigger| {
                found.iter().any(|other| {
                    let range = span::of_act(read, other, &self.bounds);
                    range.contains(&it.named.at) || other.named.head == it.named.head
                })
            };
            let trigger = trigger.filter(|it| !known(it));
            found.extend(trigger);
        }
        found.sort_by_key(|it| it.named.at);
        found.dedup_by_key(|it| it.named.at);
        found
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
}
