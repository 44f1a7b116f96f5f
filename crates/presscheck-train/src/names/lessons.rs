//! Lessons: stretches of text with all the names that may stand in them, and those that do.

use std::collections::HashMap;
use std::ops::Range;

use presscheck::annotate;
use presscheck::model::Span;
use presscheck::text::names::features::{self, Page as Around};
use presscheck::text::names::words::Word;
use presscheck::text::names::{KINDS, chunks, told};
use presscheck::text::tags;
use presscheck::text::words::{tokens, within};

use super::sets::Document;

/// The words and sentences of a text, as the engine sees them.
pub(crate) struct Page {
    pub(crate) words: Vec<Word>,
    pub(crate) sentences: Vec<Range<usize>>,
}

/// Reads a text as the engine does.
pub(crate) fn page(text: &str) -> Page {
    let sentences = annotate::sentences(text);
    let mut tokens = tokens(text, Span::whole(text));
    tags::fill(text, &mut tokens, &sentences);
    let mut page = Page { words: Vec::new(), sentences: Vec::new() };
    for sentence in sentences {
        let start = page.words.len();
        page.words.extend(within(&tokens, sentence.span).iter().map(|it| Word::read(text, it)));
        page.sentences.push(start..page.words.len());
    }
    page
}

/// A stretch with the names that may stand in it. Places count from the start of the stretch.
pub(crate) struct Lesson {
    pub(crate) n_words: usize,
    pub(crate) segments: Vec<Segment>,
    /// Whether a word may be passed over without a score.
    pub(crate) free: Vec<bool>,
    /// The names that stand in it: segment and label.
    pub(crate) right: Vec<(usize, usize)>,
    /// How much the lesson counts.
    pub(crate) weight: f32,
}

/// Words that may be a name, and the rows of their features.
pub(crate) struct Segment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) features: Vec<u32>,
}

/// The lessons of a document; those that hold a label which is optional, or which the engine’s
/// words cannot give, are left out.
pub(crate) fn of(document: &Document, weight: f32, found: &mut Vec<Lesson>) {
    let text = &document.text;
    let page = page(text);
    let told = told::of(text, &page.words, &page.sentences);
    for sentence in &page.sentences {
        let around = Around { text, words: &page.words, told: &told, sentence: sentence.clone() };
        chunks::find(text, &page.words, sentence, |chunk| {
            found.extend(lesson(document, &around, chunk, weight));
        });
    }
}

fn lesson(
    document: &Document,
    around: &Around<'_>,
    chunk: Range<usize>,
    weight: f32,
) -> Option<Lesson> {
    let words = around.words.get(chunk.clone())?;
    let (start, end) = (words.first()?.span.start(), words.last()?.span.end());
    let inside = |it: &(usize, usize)| it.0 <= start && end <= it.1;
    if !document.scored.is_empty() && !document.scored.iter().any(inside) {
        return None;
    }
    let mut segments = Vec::new();
    chunks::candidates(around.text, around.words, &chunk, |at| {
        let mut keys = Vec::new();
        features::each(around, &at, |key| keys.push(key));
        segments.push(Segment {
            start: at.start - chunk.start,
            end: at.end - chunk.start,
            features: keys,
        });
    });
    let mut right = Vec::new();
    for label in document.names.iter().filter(|it| it.start < end && start < it.end) {
        let place = segments.iter().position(|it| {
            let last = words[it.end - 1];
            words[it.start].span.start() == label.start
                && (last.stem.end() == label.end || last.span.end() == label.end)
        });
        let kind = KINDS.iter().position(|it| *it == label.kind)?;
        right.push((place.filter(|_| !label.optional)?, kind + 1));
    }
    let free = words.iter().map(|it| !it.is_capital()).collect();
    Some(Lesson { n_words: chunk.len(), segments, free, right, weight })
}

/// Numbers the features that are seen at least so often, writes their numbers in place of their
/// keys, and returns the keys in order of their numbers.
pub(crate) fn number(lessons: &mut [Lesson], least_seen: usize) -> Vec<u32> {
    let segments = lessons.iter().flat_map(|it| &it.segments);
    let mut keys: Vec<u32> = segments.flat_map(|it| it.features.iter().copied()).collect();
    keys.sort_unstable();
    let often = keys.chunk_by(|a, b| a == b).filter(|it| it.len() >= least_seen);
    let keys: Vec<u32> = often.map(|it| it[0]).collect();
    let places: HashMap<u32, u32> = keys.iter().copied().zip(0..).collect();
    for segment in lessons.iter_mut().flat_map(|it| &mut it.segments) {
        let known = segment.features.iter().filter_map(|it| places.get(it).copied());
        segment.features = known.collect();
    }
    keys
}
