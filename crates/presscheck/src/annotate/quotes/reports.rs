//! What the cues of a sentence report, and which marked stretches stand for it.

use std::ops::Range;

use super::attribution::Scene;
use super::lexicon::Class;
use super::units::{Unit, UnitKind};
use crate::model::Span;

/// What the cues of a sentence report.
pub(super) struct Reports {
    /// Those without a stretch of their own are indirect speech.
    pub(super) list: Vec<Report>,
}

pub(super) struct Report {
    units: Range<usize>,
    pub(super) span: Span,
    /// Its cue, as a place in [`Scene::cues`].
    pub(super) cue: usize,
    /// The stretches between marks in it.
    pub(super) marked: Vec<Span>,
    /// Whether a marked stretch stands for it.
    pub(super) taken: bool,
}

impl Report {
    /// Whether marks hold at least half of it.
    fn is_marked(&self) -> bool {
        self.marked.iter().any(|it| it.len() * 2 >= self.span.len())
    }
}

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
            if it.source.is_none() || it.units.start < told_to && !it.class.is(Class::SAY) {
                continue;
            }
            if let Some(last) = it.contents.last().filter(|last| last.start >= it.units.end) {
                told_to = told_to.max(last.end);
            }
            for range in &it.contents {
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
                list.push(Report { units: range.clone(), span, cue, marked, taken: false });
            }
        }
        Reports { list }
    }

    /// What a marked stretch is given as, with the marked words in it: itself, or the clause that
    /// it is most of. `None` where a clause stands for it.
    pub(super) fn place(
        &mut self,
        unit: usize,
        inner: Span,
        cue: Option<usize>,
        text: &str,
    ) -> Option<(Span, Vec<Span>)> {
        let around = self.list.iter_mut();
        let around =
            around.filter(|it| it.units.contains(&unit) && cue.is_none_or(|cue| it.cue == cue));
        let Some(report) = around.min_by_key(|it| it.units.len()) else {
            return Some((inner, vec![inner]));
        };
        if report.is_marked() {
            let first = !report.taken;
            report.taken = true;
            return first.then(|| (report.span, report.marked.clone()));
        }
        // One word inside a longer clause says too little without it.
        let words = inner.of(text).split_whitespace().take(9).count();
        (words > 2).then(|| (inner, vec![inner]))
    }
}
