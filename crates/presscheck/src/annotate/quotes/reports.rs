//! What the cues of a sentence report, and which marked stretches stand for it.

use std::ops::Range;

use super::attribution::Scene;
use super::cues::{Cue, CueKind};
use super::lexicon::Class;
use super::units::{Unit, UnitKind};
use crate::model::Span;

/// What the cues of a sentence report.
pub(super) struct Reports {
    /// In order of their cues.
    pub(super) list: Vec<Report>,
}

/// A clause that a cue reports.
pub(super) struct Report {
    units: Range<usize>,
    pub(super) span: Span,
    /// Its cue, as a place in [`Scene::cues`].
    pub(super) cue: usize,
    /// The stretches between marks in it.
    pub(super) marked: Vec<Span>,
    /// The quotations that are told with it, as places in the reader's list.
    pub(super) quotes: Vec<usize>,
}

/// Whether a cue tells what somebody says, and no thing: “it suggests that”.
fn speaks(scene: &Scene<'_>, cue: &Cue) -> bool {
    let units = scene.sentence.units;
    let thing = cue.source.as_ref().is_some_and(|it| {
        let alone = it.units.len() == 1 && it.stands_for.is_none();
        let read = |word: &str| units[it.units.start].reads(scene.sentence.text, word);
        alone && ["it", "this", "that", "these", "those"].into_iter().any(read)
    });
    cue.class.is(Class::SAY) && !thing
}

/// Whether a cue is “the claim that”: an act of saying, which is told whoever made it.
fn is_free_claim(scene: &Scene<'_>, cue: &Cue) -> bool {
    let (text, units) = (scene.sentence.text, scene.sentence.units);
    let that = |it: &Range<usize>| units[it.start].reads(text, "that");
    let led = units.get(cue.units.start).is_some_and(|it| it.is(Class::DET));
    let says = || SAYINGS.iter().any(|it| units[cue.units.end - 1].reads(text, it));
    cue.kind == CueKind::Noun && led && cue.contents.first().is_some_and(that) && says()
}

/// Nouns for an act of saying, where others such as “hope” and “plan” tell of thinking.
#[rustfmt::skip]
const SAYINGS: &[&str] = &[
    "accusation", "accusations", "acknowledgement", "acknowledgment", "admission", "allegation",
    "allegations", "announcement", "assertion", "assertions", "charge", "claim", "claims",
    "complaint", "complaints", "contention", "declaration", "denial", "denials", "insistence",
    "prediction", "predictions", "revelation", "revelations", "rumor", "rumors", "rumour",
    "rumours", "suggestion", "suggestions", "warning", "warnings",
];

impl Reports {
    pub(super) fn of(scene: &Scene<'_>) -> Reports {
        let units = scene.sentence.units;
        let inner = |it: &Unit| match it.kind {
            UnitKind::Quote(ix) => scene.marked[ix].inner,
            _ => it.span,
        };
        let mut list: Vec<Report> = Vec::new();
        let mut told_to = 0;
        for (cue, it) in scene.cues.iter().enumerate() {
            // What someone is said to want or think is part of what is said.
            if it.source.is_none() && !is_free_claim(scene, it)
                || it.units.start < told_to && !speaks(scene, it)
            {
                continue;
            }
            if let Some(last) = it.contents.last().filter(|last| last.start >= it.units.end) {
                told_to = told_to.max(last.end);
            }
            for range in &it.contents {
                // “You lie!” at the mayor: what was said ends with the marks.
                let ended = units
                    .get(range.start)
                    .filter(|it| it.is_quote())
                    .is_some_and(|it| inner(it).of(scene.sentence.text).ends_with(['.', '!', '?']));
                let end = if ended { range.start + 1 } else { range.end };
                let range = range.start..end;
                let within = &units[range.clone()];
                let (Some(first), Some(last)) = (within.first(), within.last()) else { continue };
                // A clause keeps the marks in it, so that none stands without its partner.
                let span = match within {
                    [alone] => inner(alone),
                    _ => first.span.join(last.span),
                };
                let marked: Vec<Span> =
                    within.iter().filter(|it| it.is_quote()).map(inner).collect();
                if list.iter().any(|it| it.span == span) {
                    continue;
                }
                list.push(Report { units: range, span, cue, marked, quotes: Vec::new() });
            }
        }
        Reports { list }
    }

    /// Gives a quotation to the innermost clause around it that its cue tells, or else that any
    /// tells.
    pub(super) fn give(&mut self, unit: usize, cue: Option<usize>, quote: usize) {
        let report = self.around(unit, cue).or_else(|| self.around(unit, None));
        if let Some(report) = report.and_then(|it| self.list.get_mut(it)) {
            report.quotes.push(quote);
        }
    }

    /// Whose words a stretch is, by the cue that it was given: what someone is said to want or
    /// think is told in the words of whoever says so.
    pub(super) fn teller(&self, scene: &Scene<'_>, unit: usize, cue: usize) -> usize {
        if speaks(scene, &scene.cues[cue]) || self.around(unit, Some(cue)).is_some() {
            return cue;
        }
        self.around(unit, None).map_or(cue, |it| self.list[it].cue)
    }

    /// The innermost clause around a unit that a cue tells, or that any tells.
    fn around(&self, unit: usize, cue: Option<usize>) -> Option<usize> {
        let list = self.list.iter().enumerate();
        let around =
            list.filter(|(_, it)| it.units.contains(&unit) && cue.is_none_or(|cue| it.cue == cue));
        around.min_by_key(|it| it.1.units.len()).map(|it| it.0)
    }
}
