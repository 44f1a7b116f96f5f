//! The best way to cut a stretch of words into names.

use std::ops::Range;

use super::chunks;
use super::features::{self, Page};
use super::words::Word;
use super::{N_LABELS, Weights};

/// A stretch with all the names that may stand in it.
pub(super) struct Lattice {
    chunk: Range<usize>,
    /// In order of their first words, then of their lengths.
    segments: Vec<Segment>,
    /// Beside the words of the stretch: whether one may be passed over without a score, since no
    /// name is a small word alone.
    free: Vec<bool>,
}

/// Words that may be a name.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) words: Range<usize>,
    /// A number for the phrase, whatever its case.
    pub(super) phrase: u32,
    /// A number for its last word.
    pub(super) last: u32,
    pub(super) scores: [i16; N_LABELS],
}

/// One step of a way through a stretch.
pub(super) struct Arc<'a> {
    pub(super) segment: &'a Segment,
    pub(super) label: usize,
}

/// The best way to a place in a stretch that ends with some label.
#[derive(Clone, Copy)]
struct Way {
    score: i32,
    /// The last segment; `None` for a small word passed over.
    segment: Option<usize>,
    /// Where the last step began.
    from: usize,
    /// The label before.
    before: usize,
}

const NO_WAY: Way = Way { score: i32::MIN / 2, segment: None, from: 0, before: 0 };

impl Lattice {
    /// Scores all the names that may stand in a stretch.
    pub(super) fn score(
        page: &Page<'_>,
        chunk: Range<usize>,
        weights: &Weights<N_LABELS>,
    ) -> Lattice {
        let mut segments = Vec::new();
        chunks::candidates(page.text, page.words, &chunk, |words| {
            let mut scores = [0_i16; N_LABELS];
            let phrase = features::each(page, &words, |key| weights.add(key, &mut scores));
            let last = page.words.get(words.end - 1).map_or(0, |it| it.hash);
            segments.push(Segment { words, phrase, last, scores });
        });
        let words = page.words.get(chunk.clone()).unwrap_or_default();
        let free = words.iter().map(|it| !it.is_capital()).collect();
        Lattice { chunk, segments, free }
    }

    /// The segments, to be scored anew.
    pub(super) fn segments(&mut self) -> &mut [Segment] {
        &mut self.segments
    }

    /// The best way through the stretch: its names, and the words with a capital that are none.
    pub(super) fn best(&self, after: &[[i16; N_LABELS]; N_LABELS + 1]) -> Vec<Arc<'_>> {
        let n_words = self.chunk.len();
        let mut ways = vec![[NO_WAY; N_LABELS + 1]; n_words + 1];
        ways[0][N_LABELS].score = 0;
        let mut next = 0;
        for at in 0..n_words {
            if self.free.get(at).copied().unwrap_or(false) {
                self.extend(&mut ways, after, (at, at + 1), None);
            }
            while let Some(segment) = self.segments.get(next)
                && segment.words.start - self.chunk.start == at
            {
                let end = segment.words.end - self.chunk.start;
                self.extend(&mut ways, after, (at, end), Some(next));
                next += 1;
            }
        }
        self.trace(&ways)
    }

    fn extend(
        &self,
        ways: &mut [[Way; N_LABELS + 1]],
        after: &[[i16; N_LABELS]; N_LABELS + 1],
        (from, to): (usize, usize),
        segment: Option<usize>,
    ) {
        let scores = segment.and_then(|it| self.segments.get(it)).map(|it| it.scores);
        for label in 0..N_LABELS {
            let is_name = label > 0;
            // A word passed over is one word; a small word alone is no name.
            if !is_name && to - from > 1 || is_name && scores.is_none() {
                continue;
            }
            let score = scores.map_or(0, |it| i32::from(it[label]));
            for before in 0..=N_LABELS {
                let way = ways[from][before];
                let sum = way.score + i32::from(after[before][label]) + score;
                if way.score > NO_WAY.score && sum > ways[to][label].score {
                    ways[to][label] = Way { score: sum, segment, from, before };
                }
            }
        }
    }

    fn trace(&self, ways: &[[Way; N_LABELS + 1]]) -> Vec<Arc<'_>> {
        let mut at = ways.len() - 1;
        let mut label = (0..N_LABELS).rev().max_by_key(|it| ways[at][*it].score).unwrap_or(0);
        let mut found = Vec::new();
        while at > 0 && ways[at][label].score > NO_WAY.score {
            let way = ways[at][label];
            let segment = way.segment.and_then(|it| self.segments.get(it));
            found.extend(segment.map(|segment| Arc { segment, label }));
            (at, label) = (way.from, way.before);
        }
        found.reverse();
        found
    }
}

impl Word {
    /// Whether a name may begin with the word.
    pub(super) fn may_start(self) -> bool {
        self.is_capital() || self.is_particle()
    }
}
