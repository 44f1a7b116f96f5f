//! Numbers that count nothing: in names, addresses, years, telephone numbers.

use std::collections::BTreeSet;

use crate::model::Span;
use crate::text::numbers;
use crate::text::phrase::Phrase;

use super::values::{self, Value};
use super::{is_within, lexicon};

/// A number from here on that named something once in an article names it again.
const LARGE: f64 = 100.0;

/// The digits that a sentence uses as a name: “Flight 370” is called “370” further down.
pub(super) fn labels<'a>(phrase: &Phrase<'a>, dated: &[Span]) -> Vec<&'a str> {
    let digits = |it: &usize| phrase.word(*it).starts_with(|it: char| it.is_ascii_digit());
    let names = |it: &usize| {
        let value = values::read(phrase, *it).filter(|it| it.unit.is_none() && it.low >= LARGE);
        value.is_some_and(|value| value.digits && is_labelled(phrase, *it, &value))
    };
    (0..phrase.len())
        .filter(digits)
        .filter(|it| !is_within(phrase, *it, dated))
        .filter(names)
        .map(|it| phrase.bare(it))
        .collect()
}

/// Whether the words around digits make them a name.
fn is_labelled(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    is_label(phrase, at, value) || is_the_model(phrase, at, value)
}

/// Whether the number at a place is a name or part of one, and counts nothing. `labels` are the
/// digits that are names somewhere in the article.
pub(super) fn is_name(
    phrase: &Phrase<'_>,
    at: usize,
    value: &Value,
    labels: &BTreeSet<&str>,
) -> bool {
    if value.unit.is_some() {
        return false;
    }
    if value.digits && is_labelled(phrase, at, value) {
        return true;
    }
    let next = phrase.word(value.next);
    let plural =
        next.ends_with('s') && next.starts_with(char::is_lowercase) && !lexicon::is_auxiliary(next);
    // A small number is a gate here and a count there.
    let again = value.low >= LARGE
        && !plural
        && !is_counted(phrase, at, value)
        && labels.contains(phrase.bare(at));
    is_bound_by_marks(phrase, at, value)
        || is_ratio(phrase, at)
        || is_capital_name(phrase, at, value)
        || value.digits
            && (again
                || is_model(phrase, at, value)
                || is_year(phrase, at, value)
                || is_address(phrase, value.next)
                || matches!(phrase.word(at), "911" | "999" | "112") && value.next == at + 1)
}

/// “9/11”, “#3”, “@7”, “7:30”, “24/7”, “1.2.3”, “v2”.
fn is_bound_by_marks(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let before = at > 0
        && phrase.any(at - 1, &["/", "#", "@", "_", ":", "=", "№"])
        && phrase.touches_last(at);
    let after = phrase.any(value.next, &["/", "@", "_", "="])
        && phrase.touches_last(value.next)
        && phrase.touches_last(value.next + 1);
    // “3 / 12”, “Image 3 of 12” of a gallery.
    let other = |it: usize| numbers::digits(phrase.word(it)).is_some();
    let picture = |it: usize| {
        it > 2
            && phrase.is(it - 1, "of")
            && other(it - 2)
            && lexicon::is_labelling(phrase.word(it - 3))
    };
    let gallery = value.digits
        && (phrase.is(value.next, "/") && other(value.next + 1)
            || at > 1 && phrase.is(at - 1, "/") && other(at - 2)
            || picture(at));
    // “1. Close the valve”.
    let listed = at == 0
        && value.digits
        && phrase.any(value.next, &[".", ")"])
        && value.next + 1 < phrase.len();
    before || after || gallery || listed
}

/// “Group of Seven”, “the Big Three carmakers”: a number word with a capital that no headline
/// gives it.
fn is_capital_name(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| phrase.word(it)) else { return false };
    let next = phrase.word(value.next);
    let small = next.starts_with(char::is_lowercase) || !next.starts_with(char::is_alphanumeric);
    !value.digits
        && phrase.is_capital(at)
        && !(is_title(phrase) && lexicon::is_people(phrase.bare(value.next)))
        && (before.starts_with(char::is_lowercase)
            || before.starts_with(char::is_uppercase)
                && (small || !is_title(phrase))
                && !lexicon::is_opener(before))
}

/// Whether a line gives most of its words a capital, as headlines do.
fn is_title(phrase: &Phrase<'_>) -> bool {
    const MOST_WORDS: usize = 25;
    let long = |it: &usize| phrase.word(*it).len() > 3;
    let words = (0..phrase.len().min(MOST_WORDS)).filter(long);
    let (capital, all) =
        words.fold((0, 0), |(some, all), it| (some + usize::from(phrase.is_capital(it)), all + 1));
    all >= 3 && capital * 5 >= all * 4
}

/// “one in five”, “nine out of 10”: the second number counts nothing.
fn is_ratio(phrase: &Phrase<'_>, at: usize) -> bool {
    let number = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|it| numbers::read(phrase, it).is_some_and(|n| n.next == it + 1))
    };
    let every = |of: &str| number(3) && phrase.is(at - 2, of) && phrase.is(at - 1, "every");
    number(2) && phrase.is(at - 1, "in")
        || number(3) && phrase.reads(at - 2, "out of")
        || every("of")
        || every("in")
}

/// A year between 1500 and 2100 without a thing to count behind it, or a telephone number.
fn is_year(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let word = phrase.word(at);
    // “2031-2032”, “555-0143”.
    if let Some((first, last)) = word.split_once('-') {
        let plain = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        return last.len() == 4
            && (first.len() == 4 || first.len() == 3)
            && plain(first)
            && plain(last);
    }
    let four = word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit());
    // “2015 people”: plural nouns are counted, “2015 report” is dated.
    four && value.next == at + 1
        && (1500.0..2100.0).contains(&value.low)
        && !lexicon::is_people(phrase.word(value.next))
}

/// “Flight 370”, “Article 5”, “page 3”, “No. 1”: the word before gives the number its name.
fn is_label(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = phrase.word(before);
    if lexicon::is_labelling(word) {
        return true;
    }
    if word == "." && before > 0 && phrase.any(before - 1, &["no", "nos", "vol", "fig", "pp"]) {
        return true;
    }
    let first = before == 0 || !phrase.word(before - 1).starts_with(char::is_alphanumeric);
    let name = phrase.is_capital(before)
        && !lexicon::is_opener(word)
        && !phrase.word(before).ends_with("'s")
        && !phrase.word(before).ends_with("’s");
    let counted = is_counted(phrase, at, value);
    // “gPad 4”: no usual word has its capital inside.
    if word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase) {
        return true;
    }
    // “a 737 jet”: what is counted takes no “a”.
    let single = phrase.any(before, &["a", "an"]);
    name && !counted && (!first || value.low < 1000.0 && before == 0)
        || single && value.low.fract() == 0.0 && !counted
}

/// “the 620”, “their 620 Skyrunner”: a large number with a determiner and no noun of many.
fn is_the_model(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let determined =
        at > 0 && phrase.any(at - 1, &["the", "their", "its", "his", "her", "this", "that"]);
    let next = phrase.word(value.next);
    let noun = next.starts_with(char::is_lowercase)
        && !lexicon::is_stop(next)
        && !lexicon::is_auxiliary(next);
    determined
        && value.low >= LARGE
        && value.next == at + 1
        && !noun
        && !is_counted(phrase, at, value)
}

/// Whether the number can be no name, whatever stands before it.
fn is_counted(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    lexicon::is_people(phrase.word(value.next))
        || lexicon::is_casualty(phrase.word(value.next))
        || phrase.word(at).contains(',')
        || value.scale > 1.0
}

/// “the 62 jet”: one noun behind a number of many that is no plural.
fn is_model(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let noun = phrase.word(value.next);
    let ends = |at: usize| {
        let word = phrase.word(at);
        !word.starts_with(char::is_alphanumeric)
            || lexicon::is_stop(word)
            || lexicon::is_auxiliary(word)
            || lexicon::is_verb(word)
    };
    value.low >= 2.0
        && value.next == at + 1
        && !is_counted(phrase, at, value)
        && noun.len() > 2
        && noun.starts_with(char::is_lowercase)
        && !noun.ends_with('s')
        && !noun.ends_with("ed")
        && !ends(value.next)
        && ends(value.next + 1)
        && !lexicon::is_like_plural(noun)
}

/// “1600 Pinewood Avenue”, “4500 block of”.
fn is_address(phrase: &Phrase<'_>, next: usize) -> bool {
    if phrase.is(next, "block") {
        return true;
    }
    let mut at = next;
    let named =
        |at| phrase.is_capital(at) || phrase.word(at).starts_with(|it: char| it.is_ascii_digit());
    while at < next + 4 && named(at) {
        at += 1;
        let street = phrase.any(
            at,
            &[
                "Street",
                "St",
                "Avenue",
                "Ave",
                "Road",
                "Rd",
                "Boulevard",
                "Blvd",
                "Drive",
                "Lane",
                "Highway",
                "Way",
                "Court",
                "Place",
                "Parkway",
            ],
        );
        if street && phrase.is_capital(at) {
            return true;
        }
    }
    false
}
