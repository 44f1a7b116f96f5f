//! Which marked stretches are speech, and which are titles, nicknames or words held at arm's length.

use super::lexicon::Class;
use super::units::{Unit, UnitKind};
use crate::model::Span;

/// How sure it is that somebody is credited with the words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Credit {
    /// Nobody is.
    None,
    /// The speaker of a sentence before.
    Carried,
    /// A cue elsewhere in the sentence.
    Sentence,
    /// A cue beside the words.
    Beside,
}

/// Whether a marked stretch is words that somebody said or wrote. `at` is its place in `units`.
pub(super) fn is_speech(
    text: &str,
    units: &[Unit],
    at: usize,
    inner: Span,
    credit: Credit,
) -> bool {
    let words: Vec<&str> = inner.of(text).split_whitespace().collect();
    let before = at.checked_sub(1).and_then(|it| units.get(it));
    let after = units.get(at + 1);
    if words.is_empty() {
        return false;
    }
    let last = inner.of(text).chars().next_back().unwrap_or(' ');
    let spoken_end = matches!(last, ',' | '?' | '!') && credit == Credit::Beside;
    if names_a_work(text, units, at) && !spoken_end {
        return false;
    }
    if is_title(inner.of(text)) && !(spoken_end || before.is_some_and(|it| it.is_mark(':'))) {
        return false;
    }
    if is_nickname(&words, before, after) {
        return false;
    }
    match credit {
        Credit::Beside => true,
        Credit::Sentence => words.len() > 3 || !premodifies(before, after),
        Credit::Carried => words.len() > 3 || (words.len() > 1 && !premodifies(before, after)),
        Credit::None => {
            words.len() > 4
                || words.len() > 2 && starts_sentence(before) && last.is_ascii_punctuation()
        }
    }
}

fn starts_sentence(before: Option<&Unit>) -> bool {
    before.is_none_or(|it| {
        matches!(it.kind, UnitKind::Mark('.' | '?' | '!' | ':') | UnitKind::Quote(_))
    })
}

/// Words after which marks hold a name and no speech.
const NAMING: &[&str] = &[
    "so-called",
    "titled",
    "entitled",
    "nicknamed",
    "headlined",
    "album",
    "song",
    "movie",
    "film",
    "novel",
    "book",
    "series",
    "show",
    "sitcom",
    "musical",
    "podcast",
    "codenamed",
    "dubbed",
    "hashtag",
    "documentary",
    "opera",
    "program",
    "programme",
    "episode",
    "single",
];

/// Words that do the same before “as”.
const KNOWN: &[&str] = &["known", "billed", "titled", "abbreviated"];

/// “the so-called “…””, “a book titled “…””, “known as “…””.
fn names_a_work(text: &str, units: &[Unit], at: usize) -> bool {
    let read = |back: usize, word: &str| {
        at.checked_sub(back).and_then(|it| units.get(it)).is_some_and(|it| it.reads(text, word))
    };
    NAMING.iter().any(|it| read(1, it)) || read(1, "as") && KNOWN.iter().any(|it| read(2, it))
}

/// Whether all but the small words are capitalised, as in the title of a work or programme.
pub(super) fn is_title(inner: &str) -> bool {
    // 13 words are more than any title is taken for.
    let words: Vec<&str> = inner.split_whitespace().take(13).collect();
    let is_small = |word: &&str| word.chars().count() <= 3;
    let upper = |word: &&str| {
        word.chars()
            .find(|it| it.is_alphanumeric())
            .is_none_or(|it| it.is_uppercase() || it.is_ascii_digit())
    };
    let long = words.iter().filter(|it| !is_small(it)).count();
    let big = words.iter().filter(|it| upper(it)).count();
    words.len() > 1
        && words.len() <= 12
        && long > 0
        && upper(&words[0])
        && big > 1
        && words.iter().filter(|it| !is_small(it)).all(upper)
        && words.iter().filter(|it| is_small(it)).all(|it| upper(it) || is_function(it))
}

fn is_function(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "and"
            | "or"
            | "by"
            | "vs"
            | "but"
            | "is"
            | "as"
    )
}

/// “Billy “The Kid” Ortiz”.
fn is_nickname(words: &[&str], before: Option<&Unit>, after: Option<&Unit>) -> bool {
    words.len() <= 3
        && words.iter().all(|it| it.chars().next().is_some_and(char::is_uppercase))
        && before.is_some_and(|it| it.is_capital() && !it.is(Class::DET))
        && after.is_some_and(Unit::is_capital)
}

/// “a “no confidence” vote”: the words stand before the noun that they describe.
fn premodifies(before: Option<&Unit>, after: Option<&Unit>) -> bool {
    before.is_some_and(|it| it.is(Class::DET))
        && after.is_some_and(|it| {
            it.is_word()
                && !it.is_capital()
                && !it.is(Class::PREP)
                && !it.is(Class::AND)
                && !it.is(Class::BESIDE)
                && !it.is(Class::AUX)
                && !it.is(Class::RELATIVE)
                && !it.is(Class::DET)
        })
}
