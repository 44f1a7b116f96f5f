//! Told: what an article tells of a word with a capital in its other places.

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word};

/// The word is written small.
pub(super) const SMALL: u32 = 1;
/// It has a capital in the middle of a sentence.
const CAPITAL: u32 = 2;
/// A given name stands before it.
const SURNAME: u32 = 4;
/// A word for an organisation stands behind it.
const ORGANISATION: u32 = 8;
/// “in” or “near” stands before it.
const PLACE: u32 = 16;
/// It stands alone in brackets.
const BRACKET: u32 = 32;
/// A title stands before it.
const TITLED: u32 = 64;
/// The signs that the word is a name, or none.
pub(super) const WRITTEN: u32 = SMALL | CAPITAL;

/// Beside each word: the signs of all its places together; 0 for words without a capital.
pub fn of(text: &str, words: &[Word], sentences: &[Range<usize>]) -> Vec<u32> {
    let mut signs: Vec<(u32, u32)> = Vec::new();
    let mut small: Vec<u32> = Vec::new();
    for sentence in sentences.iter().filter(|it| !shouts(words, it)) {
        for at in sentence.clone() {
            let Some(word) = words.get(at) else { continue };
            if word.is_capital() {
                signs.push((word.hash, sign(text, words, sentence, at)));
            } else if word.shape == Shape::Lower {
                small.push(word.hash);
            }
        }
    }
    small.sort_unstable();
    small.dedup();
    signs.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (hash, sign) in signs {
        match merged.last_mut() {
            Some(last) if last.0 == hash => last.1 |= sign,
            _ => {
                let written = if small.binary_search(&hash).is_ok() { SMALL } else { 0 };
                merged.push((hash, sign | written));
            }
        }
    }
    let told = |word: &Word| {
        let found = merged.binary_search_by_key(&word.hash, |it| it.0).ok();
        found.and_then(|it| merged.get(it)).map_or(0, |it| it.1)
    };
    words.iter().map(|it| if it.is_capital() { told(it) } else { 0 }).collect()
}

/// Whether capitals tell little in a sentence.
fn shouts(words: &[Word], sentence: &Range<usize>) -> bool {
    let words = words.get(sentence.clone()).unwrap_or_default();
    let n_capital = words.iter().filter(|it| it.is_capital()).count();
    let is_small = |it: &&Word| it.shape == Shape::Lower && !it.class.is(Class::FUNCTION);
    words.len() > 4 && n_capital > 2 * words.iter().filter(is_small).count()
}

fn sign(text: &str, words: &[Word], sentence: &Range<usize>, at: usize) -> u32 {
    let near =
        |at: Option<usize>| at.filter(|it| sentence.contains(it)).and_then(|it| words.get(it));
    let of = |word: Option<&Word>| word.map_or("", |it| it.span.of(text));
    let (before, next) = (near(at.checked_sub(1)), near(at.checked_add(1)));
    let mut sign = 0;
    if let Some(before) = before {
        if before.shape != Shape::Mark {
            sign |= CAPITAL;
        }
        let heads = Class::ORG_HEAD.or(Class::PLACE_HEAD);
        let is_head = words.get(at).is_some_and(|it| it.class.is(heads));
        if before.is_capital() && before.class.is(Class::GIVEN) && !is_head {
            sign |= SURNAME;
        }
        if before.is_capital() && before.class.is(Class::TITLE) {
            sign |= TITLED;
        }
        let titled = near(at.checked_sub(2)).is_some_and(|it| it.class.is(Class::MR_TITLE));
        if of(Some(before)) == "." && titled {
            sign |= TITLED;
        }
    }
    if next.is_some_and(|it| it.is_capital() && it.class.is(Class::ORG_HEAD)) {
        sign |= ORGANISATION;
    }
    if matches!(of(before), "in" | "In" | "at" | "near") {
        sign |= PLACE;
    }
    if of(before) == "(" && of(next) == ")" {
        sign |= BRACKET;
    }
    sign
}
