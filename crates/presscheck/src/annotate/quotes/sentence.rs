//! One of the writer's sentences, cut into chunks, and the noun phrases in it.

use std::ops::Range;

use super::chunks::{Chunk, Kind, Verb};
use super::lexicon::Class;
use super::units::Unit;

/// How far a verb may be looked for, in chunks.
pub(super) const FAR: usize = 40;

/// Some chunks of one sentence, with what they are made of.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) units: &'a [Unit],
    pub(super) chunks: &'a [Chunk],
}

/// The words for someone, as a range of units, and where their chunks start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Subject {
    pub(super) units: Range<usize>,
    /// Its first chunk.
    pub(super) chunk: usize,
    /// For “who”: the noun phrase it stands for.
    pub(super) stands_for: Option<Range<usize>>,
}

impl<'a> Sentence<'a> {
    pub(super) fn chunk(&self, at: usize) -> Option<&'a Chunk> {
        self.chunks.get(at)
    }

    /// The chunk before one, and its place.
    pub(super) fn before(&self, at: usize) -> Option<(usize, &'a Chunk)> {
        let at = at.checked_sub(1)?;
        Some((at, self.chunks.get(at)?))
    }

    pub(super) fn head(&self, chunk: &Chunk) -> &'a Unit {
        &self.units[chunk.head]
    }

    /// Whether the head of a chunk has one of these classes.
    pub(super) fn head_is(&self, chunk: &Chunk, class: Class) -> bool {
        self.head(chunk).is(class)
    }

    pub(super) fn reads(&self, chunk: &Chunk, word: &str) -> bool {
        self.head(chunk).reads(self.text, word)
    }

    pub(super) fn reads_any(&self, chunk: &Chunk, words: &[&str]) -> bool {
        words.iter().any(|it| self.reads(chunk, it))
    }

    /// The nearest verb group before a place that fits.
    pub(super) fn verb_before(&self, at: usize, fits: impl Fn(Verb) -> bool) -> Option<usize> {
        (at.saturating_sub(FAR)..at)
            .rev()
            .take_while(|&ix| !self.chunks[ix].is_mark(';'))
            .find(|&ix| self.chunks[ix].verb().is_some_and(&fits))
    }

    /// The noun phrase that ends with the chunk at `last`, with what hangs on it by prepositions.
    pub(super) fn noun_phrase(&self, last: usize) -> Subject {
        let mut first = last;
        let mut at = last;
        // Four prepositions: “the head of the office of the mayor of the town of …”.
        for _ in 0..4 {
            let Some((prep, before)) = self.before(at) else { break };
            if before.kind != Kind::Prep {
                break;
            }
            let Some((mut ix, mut noun)) = self.before(prep) else { break };
            // “a source close to”, “with no home but with a plan”
            if matches!(noun.kind, Kind::Adjective | Kind::And)
                && let Some(farther) = self.before(ix)
            {
                (ix, noun) = farther;
            }
            if !noun.is_thing()
                || matches!(noun.kind, Kind::Noun(it) if it.pronoun && !self.of(prep))
            {
                break;
            }
            at = ix;
            if self.of(prep) || self.starts_clause(ix) {
                first = ix;
            }
        }
        let first = self.coordinated(first);
        let units = self.chunks[first].units.start..self.chunks[last].units.end;
        Subject { units, chunk: first, stands_for: None }
    }

    fn of(&self, prep: usize) -> bool {
        self.reads(&self.chunks[prep], "of")
    }

    /// Takes in “Veld and” before a noun phrase, where both start a clause.
    fn coordinated(&self, first: usize) -> usize {
        let Some((and, it)) = self.before(first) else { return first };
        if it.kind != Kind::And || self.reads(it, "but") {
            return first;
        }
        let Some((mut ix, noun)) = self.before(and) else { return first };
        if !noun.is_thing() {
            return first;
        }
        // “Veld, Oduya and Marchetti”
        while let Some((comma, it)) = self.before(ix)
            && it.is_mark(',')
            && let Some((other, noun)) = self.before(comma)
            && noun.is_thing()
        {
            ix = other;
        }
        if self.starts_clause(ix) { ix } else { first }
    }

    /// Whether a clause can start with the chunk at `at`.
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        self.before(at).is_none_or(|(_, it)| {
            // “said the mayor of Toft was”
            it.verb().is_some() && self.head_is(it, Class::CLAUSE)
                || matches!(
                    it.kind,
                    Kind::That
                        | Kind::Wh
                        | Kind::Beside
                        | Kind::And
                        | Kind::Mark(_)
                        | Kind::Quote(_)
                        | Kind::Adverb
                        | Kind::Relative
                )
                || it.is_time()
        })
    }

    /// Where the noun phrase that starts at `first` ends, with what hangs on it: one past its last
    /// chunk.
    pub(super) fn phrase_end(&self, first: usize) -> usize {
        let mut at = first + 1;
        for _ in 0..4 {
            let prep =
                self.chunk(at).is_some_and(|it| it.kind == Kind::Prep && !self.reads(it, "as"));
            let noun = self.chunk(at + 1).is_some_and(Chunk::is_thing);
            let and =
                self.chunk(at).is_some_and(|it| it.kind == Kind::And && !self.reads(it, "but"));
            let joins = and && !self.chunk(at + 2).is_some_and(Chunk::is_finite);
            if noun && (prep || joins) {
                at += 2;
            } else {
                break;
            }
        }
        at
    }
}
