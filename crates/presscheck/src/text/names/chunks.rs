//! Chunks: stretches of a sentence in which names may stand.

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word};

/// Longest name in words.
const MOST_WORDS: usize = 8;
/// Longest stretch that is cut in one: what goes on longer is a list.
const LONGEST: usize = 40;
/// A name of more words holds no word with a possessive ending but its last.
const MOST_POSSESSIVE: usize = 3;

/// Gives a sentence's stretches that begin and end with a capital, with the small words between
/// that may be inside names.
pub fn find(
    text: &str,
    words: &[Word],
    sentence: &Range<usize>,
    mut give: impl FnMut(Range<usize>),
) {
    let words = words.get(..sentence.end).unwrap_or(words);
    let mut at = sentence.start;
    while let Some(word) = words.get(at) {
        let next_capital = words.get(at + 1).is_some_and(|it| it.is_capital());
        if !(word.is_capital() || word.is_particle() && next_capital) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while let Some(end) = link(text, words, at)
            && end - start <= LONGEST
        {
            at = end;
        }
        give(start..at);
    }
}

/// Where a stretch that goes up to `end` goes on to.
fn link(text: &str, words: &[Word], end: usize) -> Option<usize> {
    let is_stop = |word: &Word| {
        let before = words.get(end - 1);
        word.span.of(text) == "."
            && before
                .is_some_and(|it| it.span.end() == word.span.start() && it.is_abbreviation(text))
    };
    let first = words.get(end)?;
    if first.shape == Shape::Number || is_stop(first) {
        return Some(end + 1);
    }
    for at in end..end + 4 {
        let word = words.get(at)?;
        if word.is_capital() {
            return Some(at + 1);
        }
        let printed = word.span.of(text);
        let joins = match word.shape {
            Shape::Lower => word.class.is(Class::PARTICLE) || JOINTS.contains(&printed),
            Shape::Mark => {
                let tail = words.get(at + 1).map_or("", |it| it.span.of(text));
                MARKS.contains(&printed) || printed == "," && TAILS.contains(&tail)
            }
            _ => false,
        };
        if !joins {
            return None;
        }
    }
    None
}

/// Small words inside names.
const JOINTS: &[&str] = &[
    "of", "the", "and", "for", "de", "du", "on", "in", "to", "at", "des", "y", "e", "und", "a",
    "against", "do", "da", "dos", "with", "from",
];

/// Marks inside names.
const MARKS: &[&str] = &["&", "-", "–", "'", "’", "/"];

/// What belongs to a name behind a comma.
const TAILS: &[&str] = &["Inc", "Ltd", "LLC", "Jr", "Sr", "PLC", "Corp"];

/// Gives the words of a stretch that may be one name, in order of their first words, then of their
/// lengths.
pub fn candidates(
    text: &str,
    words: &[Word],
    chunk: &Range<usize>,
    mut give: impl FnMut(Range<usize>),
) {
    for start in chunk.clone() {
        let Some(first) = words.get(start).filter(|it| it.may_start()) else { continue };
        for end in start + 1..=chunk.end.min(start + MOST_WORDS) {
            let long = end - start > 1;
            if may_end(text, words, end - 1) && (first.is_capital() || long) {
                give(start..end);
            }
            let possessive = words.get(end - 1).is_some_and(|it| it.possessive);
            if possessive && end - start > MOST_POSSESSIVE {
                break;
            }
        }
    }
}

/// Whether a name may end with the word at a place.
fn may_end(text: &str, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|it| words.get(it));
    word.is_capital()
        || word.shape == Shape::Number
        || word.span.of(text) == "." && before.is_some_and(|it| it.is_abbreviation(text))
}

impl Word {
    /// “al”, “de”, “van”.
    pub(super) fn is_particle(self) -> bool {
        self.shape == Shape::Lower && self.class.is(Class::PARTICLE)
    }

    /// Whether a full stop behind the word may belong to it.
    fn is_abbreviation(self, text: &str) -> bool {
        let printed = self.span.of(text);
        self.shape == Shape::Initial && printed != "I"
            || ABBREVIATIONS.contains(&printed)
            || self.class.is(Class::MR_TITLE)
    }
}

/// Abbreviations inside names.
const ABBREVIATIONS: &[&str] = &["St", "Mt", "Ft", "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros"];
