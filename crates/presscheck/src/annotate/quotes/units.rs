//! A paragraph as its writer's own words, with each quoted stretch as one unit among them.

use super::lexicon::{Class, class};
use super::marks::Marked;
use crate::model::{Sentence, Span};
use crate::text::words::{Token, TokenKind};

/// A word, a mark, or a whole quoted stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its bytes; for a quoted stretch those with the marks.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: UnitKind,
    /// What a word can do; empty for anything else.
    pub(super) class: Class,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum UnitKind {
    Word {
        /// Whether it starts with a capital letter.
        capital: bool,
    },
    Number,
    Mark(char),
    /// A place in the paragraph's list of quoted stretches.
    Quote(usize),
}

impl Unit {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == UnitKind::Mark(mark)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, UnitKind::Word { .. })
    }

    pub(super) fn is_capital(&self) -> bool {
        self.kind == (UnitKind::Word { capital: true })
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, UnitKind::Quote(_))
    }

    /// Whether it is this word, in any case. `word` is in lower case.
    pub(super) fn reads(&self, text: &str, word: &str) -> bool {
        self.is_word() && self.span.of(text).eq_ignore_ascii_case(word)
    }
}

/// The units of one paragraph. `tokens` are those of the paragraph.
pub(super) fn units(text: &str, tokens: &[Token], marked: &[Marked]) -> Vec<Unit> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut next = marked.iter().enumerate().peekable();
    let mut until = 0;
    for token in tokens {
        if let Some(&(ix, stretch)) = next.peek()
            && stretch.outer.start() <= token.span.start()
        {
            let kind = UnitKind::Quote(ix);
            found.push(Unit { span: stretch.outer, kind, class: Class::default() });
            until = stretch.outer.end();
            next.next();
        }
        if token.span.start() >= until {
            found.push(unit(text, *token));
        }
    }
    found
}

fn unit(text: &str, token: Token) -> Unit {
    let words = token.span.of(text);
    let first = words.chars().next().unwrap_or(' ');
    let (kind, class) = match token.kind {
        TokenKind::Mark => (UnitKind::Mark(first), Class::default()),
        TokenKind::Number => (UnitKind::Number, Class::default()),
        TokenKind::Word => {
            let capital = first.is_uppercase();
            // The longest listed word has 14 letters.
            let class = match words.len() {
                0..=20 if capital => class(&words.to_lowercase()),
                0..=20 => class(words),
                _ => Class::default(),
            };
            (UnitKind::Word { capital }, class)
        }
    };
    Unit { span: token.span, kind, class }
}

/// Cuts a paragraph's units into the writer's sentences: ranges of units, end to end.
///
/// A sentence may hold several quoted sentences: “No. Never,” she said.
pub(super) fn sentences(
    text: &str,
    units: &[Unit],
    marked: &[Marked],
    known: &[Sentence],
) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for ix in 0..units.len() {
        if ends(text, units, marked, known, ix) {
            found.push(start..ix + 1);
            start = ix + 1;
        }
    }
    if start < units.len() {
        found.push(start..units.len());
    }
    found
}

fn ends(text: &str, units: &[Unit], marked: &[Marked], known: &[Sentence], ix: usize) -> bool {
    let next = units.get(ix + 1);
    match units[ix].kind {
        UnitKind::Mark('.' | '?' | '!' | '…') => ends_known(text, known, units[ix].span),
        UnitKind::Quote(quote) => {
            let Some(next) = next else { return true };
            let upper = next.is_capital() || next.is_quote() || next.kind == UnitKind::Number;
            let inner = marked[quote].inner;
            match inner.of(text).chars().next_back() {
                Some('.') => upper && !attribution_follows(units, ix + 1, true),
                Some('?' | '!' | '…') => upper && !attribution_follows(units, ix + 1, false),
                // Without a closing mark the paragraph, or another stretch, follows.
                _ => !marked[quote].closed && upper,
            }
        }
        _ => false,
    }
}

/// Whether one of the article's sentences ends with this stop.
fn ends_known(text: &str, known: &[Sentence], stop: Span) -> bool {
    let at = known.partition_point(|it| it.span.end() < stop.end());
    let Some(sentence) = known.get(at).filter(|it| it.span.start() < stop.end()) else {
        return true;
    };
    Span::checked(text, stop.end(), sentence.span.end())
        .is_none_or(|rest| !rest.of(text).chars().any(char::is_alphanumeric))
}

/// Whether a name and a verb of saying follow, as in “Why?” Ana Oduya asked. With `only`, nothing
/// else may follow them.
fn attribution_follows(units: &[Unit], from: usize, only: bool) -> bool {
    // 8 units: the longest role and name that stand before the verb without a comma.
    for (ix, unit) in units.iter().enumerate().skip(from).take(8) {
        if unit.is(Class::SAY) && !unit.is(Class::NOUN) && ix > from {
            let next = units.get(ix + 1);
            return !only
                || next
                    .is_none_or(|it| matches!(it.kind, UnitKind::Mark(_)) || it.is(Class::TIME));
        }
        if !unit.is_word() || unit.is(Class::AUX) || unit.is(Class::CONJ) {
            return false;
        }
    }
    false
}
