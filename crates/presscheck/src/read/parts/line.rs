//! Lines: what can be seen of one without its neighbours.

use super::furniture::{self, Verdict};
use crate::model::Span;

/// A line with something on it.
#[derive(Clone, Debug)]
pub(in crate::read) struct Line<'a> {
    /// The line with its end and the blank lines after it, up to the next one.
    pub(in crate::read) span: Span,
    /// Its words, without blanks at the ends.
    pub(in crate::read) text: &'a str,
    pub(in crate::read) n_words: usize,
    pub(in crate::read) n_chars: usize,
    /// Whether it ends as sentences do.
    pub(in crate::read) is_closed: bool,
    /// What its words alone say it is.
    pub(in crate::read) verdict: Option<Verdict>,
}

/// Longer lines are prose, whatever they end with, in words.
const LONG_WORDS: usize = 25;

/// Shorter lines are none, though they may end with a stop, in words.
const SHORT_WORDS: usize = 5;

/// In scripts without blanks a character says about as much as half an English word.
const CHARS_PER_WORD: usize = 2;

impl<'a> Line<'a> {
    /// A line of these words.
    pub(in crate::read) fn of(words: &'a str, span: Span) -> Line<'a> {
        Line {
            span,
            text: words,
            n_words: words.split_whitespace().count(),
            n_chars: words.chars().count(),
            is_closed: is_closed(words),
            verdict: furniture::verdict(words),
        }
    }

    /// Whether it reads as a sentence or more.
    pub(in crate::read) fn is_prose(&self) -> bool {
        let words = self.size();
        self.verdict.is_none() && (words >= LONG_WORDS || (self.is_closed && words >= SHORT_WORDS))
    }

    /// Its length in words, or what counts as much in scripts without blanks.
    pub(in crate::read) fn size(&self) -> usize {
        let dense = self.n_words * 15 < self.n_chars && self.text.chars().any(|it| it > '\u{2e80}');
        if dense { self.n_chars / CHARS_PER_WORD } else { self.n_words }
    }
}

/// The lines of a text that hold something.
pub(in crate::read) fn all(text: &str) -> Vec<Line<'_>> {
    let mut found: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let end = start + whole.len();
        let span = Span::checked(text, start, end);
        start = end;
        let Some(span) = span else { continue };
        let words = whole.trim();
        if words.is_empty() {
            if let Some(last) = found.last_mut() {
                last.span = last.span.join(span);
            }
            continue;
        }
        found.push(Line::of(words, span));
    }
    found
}

/// Whether words end with a stop, marks of quotation and brackets aside.
fn is_closed(words: &str) -> bool {
    let ends =
        |it: char| matches!(it, '”' | '"' | '’' | '\'' | ')' | ']' | '»' | '“' | '」' | '』');
    let bare = words.trim_end_matches(ends);
    let stops = ['.', '?', '!', '…', '。', '！', '？', '．', '؟', '।', '۔'];
    bare.ends_with(stops) || (bare.len() < words.len() && bare.ends_with([',', ';']))
}
