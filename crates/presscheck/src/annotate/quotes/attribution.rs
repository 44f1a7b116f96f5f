//! Gives each marked stretch of a sentence the cue that brings it in.

use std::ops::Range;

use super::chunks::{Chunk, Form, Kind};
use super::contents::says_no_more;
use super::cues::{Cue, CueKind};
use super::keep::Credit;
use super::lexicon::Class;
use super::marks::Marked;
use super::sentence::Sentence;
use super::units::Unit;

/// One of the writer's sentences, with what was found in it.
pub(super) struct Scene<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) marked: &'a [Marked],
    /// Its units, as a range of those of the paragraph.
    pub(super) units: Range<usize>,
    pub(super) cues: Vec<Cue>,
}

/// The cue of a stretch, as a place in [`Scene::cues`], and how sure it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Given {
    pub(super) cue: usize,
    pub(super) credit: Credit,
}

/// The most chunks of a source before its last: two people and the body that both are of.
const MOST_BETWEEN: usize = 8;

impl Scene<'_> {
    /// Whether it opens with words between marks.
    pub(super) fn starts_with_quote(&self) -> bool {
        self.sentence.units.get(self.units.start).is_some_and(Unit::is_quote)
    }

    /// The chunk that holds a unit.
    pub(super) fn chunk_of(&self, unit: usize) -> usize {
        self.sentence.chunks.partition_point(|it| it.units.end <= unit)
    }

    fn chunk(&self, at: usize) -> Option<&Chunk> {
        self.sentence.chunk(at)
    }

    /// The cue that brings in the stretch at a unit.
    pub(super) fn cue_of(&self, unit: usize, inner_end: char) -> Option<Given> {
        let at = self.chunk_of(unit);
        let asks = matches!(inner_end, ',' | '?' | '!' | '—' | '–' | '-' | '…')
            || self.chunk(at + 1).is_some_and(|it| it.is_mark(',') || it.is_dash());
        let before = self.before(at);
        // “We stay.” Ortiz said: “We go.” A cue may belong to what follows.
        let after = self
            .after(at, inner_end)
            .filter(|&cue| !self.leads(cue) || before.is_none() && inner_end != '.');
        if asks && let Some(cue) = after {
            return Some(Given { cue, credit: Credit::Beside });
        }
        before
            .or_else(|| after.map(|cue| Given { cue, credit: Credit::Beside }))
            .or_else(|| self.around(unit))
            .or_else(|| self.touching(at))
            .or_else(|| self.earlier(at))
    }

    /// “…,” Ortiz said: a cue that starts right behind the stretch.
    fn after(&self, at: usize, inner_end: char) -> Option<usize> {
        let mut next = at + 1;
        let outside = self.chunk(next).is_some_and(|it| it.is_mark(',') || it.is_dash());
        if outside {
            next += 1;
        }
        while self.chunk(next).is_some_and(|it| it.kind == Kind::Adverb || it.is_time()) {
            next += 1;
        }
        let asks = outside || matches!(inner_end, ',' | '?' | '!' | '—' | '–' | '-' | '…');
        let fits = |cue: &Cue| match (cue.kind, &cue.source) {
            (CueKind::Inverted | CueKind::According, _) => cue.chunk == next,
            (CueKind::Verb, Some(source)) => {
                self.opens_with(next, source.chunk)
                    && cue.chunk > next
                    && self.follows_verb(cue.chunk)
                    && (cue.class.is(Class::SAY) || asks)
                    && says_no_more(self.sentence, cue.chunk)
            }
            _ => false,
        };
        // “An aide who asked not to be named said”: the aide says it.
        let clause = |it: &Cue| it.source.as_ref().is_some_and(|it| it.stands_for.is_some());
        let found = self.cues.iter().position(fits)?;
        let main = self.cues.iter().position(|it| fits(it) && !clause(it));
        if clause(&self.cues[found]) { main.or(Some(found)) } else { Some(found) }
    }

    /// Whether what starts at a chunk comes to the source without a verb or a mark between:
    /// “state Senate leader Veld and House Speaker Oduya”.
    fn opens_with(&self, from: usize, source: usize) -> bool {
        let between = self.sentence.chunks.get(from..source);
        between.is_some_and(|it| {
            it.len() <= MOST_BETWEEN
                && it.iter().all(|it| {
                    matches!(it.kind, Kind::Noun(_) | Kind::Other | Kind::Adjective | Kind::Prep)
                        || it.is_mark(',')
                        || it.kind == Kind::And && !self.sentence.reads(it, "but")
                })
        })
    }

    /// Whether a verb group is finite, or hangs on the one right before it: “can be heard asking”.
    fn follows_verb(&self, at: usize) -> bool {
        let form = |at: usize| self.chunk(at).and_then(Chunk::verb).map(|it| it.form);
        matches!(form(at), Some(Form::Finite | Form::Participle))
            || at.checked_sub(1).is_some_and(|it| form(it) == Some(Form::Finite))
    }

    /// Whether a cue brings in the stretch behind it: “Ortiz said: “…””.
    fn leads(&self, cue: usize) -> bool {
        let behind = self.cues[cue].chunk + 1;
        self.chunk(behind).is_some_and(|it| it.is_mark(':') || it.is_mark(','))
            && self.chunk(behind + 1).is_some_and(Chunk::is_quote)
    }

    /// Ortiz said, “…”: the cue right before the stretch.
    fn before(&self, at: usize) -> Option<Given> {
        let (mark, before) = self.sentence.before(at)?;
        let limit = match before.kind {
            Kind::Mark(':') => {
                return self.before_colon(mark).map(|cue| Given { cue, credit: Credit::Beside });
            }
            Kind::Mark(',') | Kind::That => mark,
            _ => at,
        };
        let (ix, cue) = self.cues.iter().enumerate().rev().find(|(_, it)| {
            it.chunk < limit
                && it
                    .source
                    .as_ref()
                    .is_none_or(|it| it.units.end <= self.sentence.chunks[at].units.start)
        })?;
        let between = self.sentence.chunks.get(cue.chunk + 1..limit)?;
        let near = between
            .iter()
            .all(|it| matches!(it.kind, Kind::Noun(_) | Kind::Prep | Kind::Adverb | Kind::That))
            && between.len() <= 6;
        (cue.class.is(Class::SAY) && near).then_some(Given { cue: ix, credit: Credit::Beside })
    }

    /// Ortiz echoed “…”; as Ortiz sang last year, “…”: any verb right before the stretch, or the
    /// last one before its comma.
    fn touching(&self, at: usize) -> Option<Given> {
        let (mark, before) = self.sentence.before(at)?;
        let verb = match before.kind {
            Kind::Verb(_) => mark,
            Kind::Mark(',') => self.sentence.verb_before(mark, |it| it.form == Form::Finite)?,
            _ => return None,
        };
        let cue = self.cues.iter().position(|it| it.chunk == verb && it.source.is_some())?;
        Some(Given { cue, credit: Credit::Sentence })
    }

    /// Ortiz went on, with a smile: “…”: the last verb of saying of what stands before the colon,
    /// or else its last verb.
    fn before_colon(&self, colon: usize) -> Option<usize> {
        let fits =
            |it: &Cue| it.chunk <= colon && it.source.as_ref().is_some_and(|it| it.chunk < colon);
        let said = self.cues.iter().rposition(|it| fits(it) && it.class.is(Class::SAY));
        // “That does not surprise Ana Oduya: “…””
        let named =
            || self.cues.iter().position(|it| it.chunk == colon && it.kind == CueKind::Colon);
        said.or_else(named)
            .or_else(|| self.cues.iter().rposition(|it| fits(it) && it.kind != CueKind::Noun))
            .or_else(|| {
                self.cues.iter().rposition(|it| it.chunk <= colon && it.class.is(Class::SAY))
            })
    }

    /// The cue whose report holds the stretch; of several the innermost.
    fn around(&self, unit: usize) -> Option<Given> {
        let holds =
            |it: &Cue| it.contents.iter().find(|it| it.contains(&unit)).map(ExactSizeIterator::len);
        let (cue, _) = self
            .cues
            .iter()
            .enumerate()
            .filter_map(|(ix, it)| Some((ix, holds(it)?)))
            .min_by_key(|it| it.1)?;
        Some(Given { cue, credit: Credit::Sentence })
    }

    /// The nearest verb of saying before the stretch, in the same sentence.
    fn earlier(&self, at: usize) -> Option<Given> {
        let cue = self.cues.iter().rposition(|it| {
            it.chunk < at
                && it.class.is(Class::SAY)
                && it.source.as_ref().is_some_and(|it| it.chunk < at)
        })?;
        Some(Given { cue, credit: Credit::Sentence })
    }
}
