//! Amounts of time: “two weeks ago”, “31-day”, “every week”.

use super::super::calendar::Unit;
use super::super::lexicon::{Sense, sense};
use super::super::meaning::{From, Meaning};
use super::Found;
use crate::text::numbers;
use crate::text::phrase::Phrase;

/// Reads an amount with what follows it: “two weeks ago”, “in three days”, “four years”.
pub(super) fn amount(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if let Some(found) = hyphened(phrase, at) {
        return Some(found);
    }
    let (many, unit_at) = many(phrase, at)?;
    let fortnight = phrase.any(unit_at, &["fortnight", "fortnights"]);
    let many = if fortnight { many.map(|it| it * 2.0) } else { many };
    let unit = match sense(phrase.bare(unit_at)) {
        Sense::Unit(unit) => unit,
        _ if fortnight => Unit::Week,
        _ => return None,
    };
    let whole = many.filter(|it| it.fract() == 0.0 && *it < 1e6);
    #[allow(clippy::cast_possible_truncation, reason = "whole and below a million")]
    let whole = whole.map(|it| it as i64);
    let to = unit_at + 1;
    // “a week or so ago”, “a year or two ago”.
    let behind =
        to + 2 * usize::from(phrase.is(to, "or") && phrase.any(to + 1, &["so", "two", "more"]));
    let days = match unit {
        Unit::Day => whole,
        Unit::Week => whole.and_then(|it| it.checked_mul(7)),
        _ => None,
    };
    if let Some(found) = days.and_then(|days| super::days_from(phrase, (at, to), days)) {
        return Some(found);
    }
    if let Some((sign, from, to)) =
        direction(phrase, at, to).or_else(|| direction(phrase, at, behind).filter(|_| behind > to))
    {
        // Hours later is how long, not when.
        if unit <= Unit::Hour && from == From::Told {
            return Found::new(at, to, Meaning::Length { many, unit });
        }
        let one_year = unit == Unit::Year && whole == Some(1) && sign < 0;
        let from = if one_year && is_compared(phrase, at) { From::Compared } else { from };
        return Found::new(at, to, Meaning::Away { many: whole, unit, sign, from });
    }
    if phrase.any(to, &["old", "older"]) || is_no_length(phrase, at, unit) {
        return None;
    }
    if phrase.any(at, &["a", "an"]) && unit_at == at + 1 && !is_length(phrase, at, to) {
        return if is_rate(phrase, at) {
            Found::new(at, to, Meaning::Every { unit })
        } else {
            None
        };
    }
    if phrase.is(to, "and") && phrase.reads(to + 1, "a half") {
        return Found::new(at, to + 3, Meaning::Length { many: many.map(|it| it + 0.5), unit });
    }
    Found::new(at, to, Meaning::Length { many, unit })
}

/// Whether “a week” is a length where it stands: “for a week”, “a week after the vote”.
fn is_length(phrase: &Phrase<'_>, at: usize, to: usize) -> bool {
    let or_two = phrase.is(to, "or") && phrase.any(to + 1, &["two", "so", "more"]);
    at > 0 && phrase.any(at - 1, LENGTH_BEFORE)
        || phrase.any(to, &["after", "before", "to"])
        || or_two
}

/// Whether “a week” stands behind what is done or paid so often: “15 a week”, “twice a week”.
fn is_rate(phrase: &Phrase<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let number = phrase.word(before).starts_with(|it: char| it.is_ascii_digit())
        || numbers::scale(phrase.word(before)).is_some()
        || numbers::compound(phrase.word(before)).is_some();
    number || phrase.any(before, &["twice", "once", "times", "dollars", "euros", "cents"])
}

/// Words after which “a week” is a length, not a rate.
const LENGTH_BEFORE: &[&str] = &[
    "for", "about", "than", "within", "over", "nearly", "almost", "after", "in", "least", "took",
    "takes", "take", "lasted", "half", "or", "every", "once", "just", "only", "spent",
];

/// “the second” and “one day” in a tale are lengths seldom.
fn is_no_length(phrase: &Phrase<'_>, at: usize, unit: Unit) -> bool {
    unit == Unit::Second && !phrase.word(at).starts_with(|it: char| it.is_ascii_digit())
        || phrase.any(at, &["first", "third", "fourth", "final"])
        || unit == Unit::Quarter
        || super::dates::is_like_year(phrase.word(at))
}

/// How many, and where the unit stands: “two”, “a few”, “a couple of”, “2 1/2” (its whole part).
pub(super) fn many(phrase: &Phrase<'_>, at: usize) -> Option<(Option<f64>, usize)> {
    let article = usize::from(phrase.any(at, &["a", "an"]));
    if phrase.is(at + article, "couple") {
        return Some((
            Some(2.0),
            at + article + 1 + usize::from(phrase.is(at + article + 1, "of")),
        ));
    }
    if phrase.any(at + article, &["few", "several", "some", "many"]) {
        return Some((None, at + article + 1 + usize::from(phrase.is(at + article + 1, "more"))));
    }
    if phrase.is(at, "half")
        && phrase.any(at + 1, &["a", "an"])
        && numbers::scale(phrase.word(at + 2)).is_none()
    {
        return Some((Some(0.5), at + 2));
    }
    let number = numbers::read(phrase, at);
    let (value, next) = match number {
        Some(it) => (it.value, it.next),
        None if article == 1 => (1.0, at + 1),
        None => return None,
    };
    let skip = usize::from(
        phrase
            .any(next, &["more", "full", "straight", "consecutive", "additional", "long", "whole"]),
    );
    Some((Some(value), next + skip))
}

/// Which way from where an amount counts, and the place behind the words that say so.
fn direction(phrase: &Phrase<'_>, at: usize, to: usize) -> Option<(i64, From, usize)> {
    if phrase.is(to, "ago") {
        return Some((-1, From::Published, to + 1));
    }
    if phrase.any(to, &["earlier", "before"]) && !phrase.is(to + 1, "than") {
        // “a week before the vote” counts from the vote, which has no date here.
        let open = phrase.is(to, "before") && phrase.word(to + 1).starts_with(char::is_alphabetic);
        return (!open).then_some((-1, From::Told, to + 1));
    }
    if phrase.is(to, "later") {
        return Some((1, From::Told, to + 1));
    }
    if phrase.reads(to, "from now") || phrase.reads(to, "from today") {
        return Some((1, From::Published, to + 2));
    }
    if phrase.is(to, "away") && phrase.is(to + 1, "from") {
        return Some((1, From::Published, to + 1));
    }
    // “in two weeks” looks forward; “in four years” mostly measures: “the first in four years”.
    let short =
        matches!(sense(phrase.bare(to - 1)), Sense::Unit(Unit::Day | Unit::Week | Unit::Month));
    let measured = phrase.any(at, &["a", "an", "several", "some", "many"]);
    let first = (2..8).any(|back| {
        at >= back
            && phrase.any(
                at - back,
                &["first", "second", "third", "time", "worst", "lowest", "highest", "biggest"],
            )
    });
    (at > 0 && phrase.is(at - 1, "in") && short && !measured && !first).then_some((
        1,
        From::Published,
        to,
    ))
}

/// How far back the other side of a comparison may stand, in tokens.
const FAR_COMPARED: usize = 24;

/// Whether a time is what numbers are held against: “up from $3 million a year ago”.
pub(super) fn is_compared(phrase: &Phrase<'_>, at: usize) -> bool {
    let before = at.saturating_sub(FAR_COMPARED)..at;
    let beside =
        |words: &[&str], mut places: std::ops::Range<usize>| places.any(|it| phrase.any(it, words));
    let compared =
        ["from", "compared", "against", "than", "versus", "over", "above", "below", "had"];
    let numbers = ["%", "percent", "$", "million", "billion", "cents", "£", "€"];
    beside(&compared, before.clone()) && beside(&numbers, before)
        || at < 2 && beside(&numbers, at..(at + FAR_COMPARED).min(phrase.len()))
}

/// “31-day”, “four-year”.
fn hyphened(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let word = phrase.bare(at);
    // Somebody’s age fixes no time; “a 31-day-old strike” has gone on so long.
    let old = word.strip_suffix("-old");
    if old.is_some() && is_of_someone(phrase, at + 1) {
        return None;
    }
    let word = old.unwrap_or(word);
    let (number, unit) = numbers::leading_digits(word).or_else(|| numbers::leading_word(word))?;
    let Sense::Unit(unit) = sense(unit.strip_suffix("-long").unwrap_or(unit)) else { return None };
    Found::new(at, at + 1, Meaning::Length { many: Some(number), unit })
}

/// “every day”, “each week”, “every Sunday”.
pub(super) fn every(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if phrase.is(at + 1, "other") {
        return every_other(phrase, at);
    }
    match sense(phrase.bare(at + 1)) {
        Sense::Weekend => Found::new(at, at + 2, Meaning::EveryWeekend),
        Sense::Unit(unit) if unit >= Unit::Hour => Found::new(at, at + 2, Meaning::Every { unit }),
        Sense::Weekday { weekday, short: false } => {
            Found::new(at, at + 2, Meaning::EveryWeekday(weekday))
        }
        Sense::Month { month, short: false } if phrase.is_capital(at + 1) => {
            Found::new(at, at + 2, Meaning::EveryMonth(month))
        }
        _ => None,
    }
}

/// “every other day”, “every other Friday”.
fn every_other(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    match sense(phrase.bare(at + 2)) {
        Sense::Unit(unit) if unit >= Unit::Hour => {
            Found::new(at, at + 3, Meaning::EveryOther { unit })
        }
        Sense::Weekday { weekday, short: false } => {
            Found::new(at, at + 3, Meaning::EveryWeekday(weekday))
        }
        _ => None,
    }
}

/// Whether somebody may be as old as the words before a place say.
fn is_of_someone(phrase: &Phrase<'_>, at: usize) -> bool {
    const THINGS: &[&str] = &[
        "strike",
        "truce",
        "ceasefire",
        "cease-fire",
        "war",
        "conflict",
        "siege",
        "blockade",
        "crisis",
        "dispute",
        "standoff",
        "stand-off",
        "government",
        "coalition",
        "campaign",
        "protest",
        "protests",
        "offensive",
        "insurgency",
        "ban",
        "law",
        "policy",
        "company",
        "firm",
        "programme",
        "program",
        "project",
        "deal",
        "contract",
        "marriage",
        "lawsuit",
        "investigation",
        "trial",
        "tradition",
        "building",
        "bridge",
        "church",
        "embargo",
        "occupation",
        "lockdown",
        "outbreak",
        "epidemic",
        "drought",
        "rebellion",
        "uprising",
    ];
    !(at..at + 4).any(|it| phrase.any(it, THINGS))
}
