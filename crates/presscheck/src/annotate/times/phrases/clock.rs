//! Times of day: “7:30 p.m.”, “10 a.m. Friday”, “noon”.

use super::super::lexicon::{Sense, sense};
use super::super::meaning::{Clock, Meaning};
use super::{Found, dates, relative};
use crate::text::phrase::Phrase;

/// “7:30 p.m.”, “7 p.m. EST on Friday”, “08:30 UTC”, “3 o’clock”.
pub(super) fn time(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let word = phrase.word(at);
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(word.len());
    let (clock, rest) = (word.get(..end)?, word.get(end..)?);
    let (hour, minute) = match clock.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute.parse::<i64>().ok()?)),
        Some(_) => return None,
        None => (clock, None),
    };
    let hour: i64 = if hour.len() <= 2 { hour.parse().ok()? } else { return None };
    let glued = half(rest);
    let own = if rest.is_empty() { half(phrase.word(at + 1)) } else { glued };
    let half = own.or_else(|| if rest.is_empty() { later_half(phrase, at + 1) } else { None });
    let mut to = at + 1 + usize::from(rest.is_empty() && own.is_some());
    let zone = is_zone(phrase.word(to));
    let oclock = rest.is_empty() && phrase.any(to, &["o'clock", "o’clock"]);
    let known = half.is_some() || oclock || minute.is_some() && (zone || says_when(phrase, at));
    if !known
        || !rest.is_empty() && glued.is_none()
        || hour > 24
        || minute.is_some_and(|it| it > 59)
    {
        return None;
    }
    to += usize::from(oclock);
    while is_zone(phrase.word(to)) {
        to += 1 + usize::from(phrase.is(to, "local"));
    }
    let hour = match half {
        Some(add) => hour % 12 + add,
        None => hour,
    };
    Some(with_day(phrase, (at, to), Clock { hour, minute }))
}

/// “noon”, “midnight on Friday”.
pub(super) fn named(phrase: &Phrase<'_>, at: usize, hour: i64) -> Option<Found> {
    // “High Noon” is a title.
    if at > 0 && phrase.is_capital(at) && phrase.is_capital(at - 1) {
        return None;
    }
    Some(with_day(phrase, (at, at + 1), Clock { hour, minute: None }))
}

/// The half of the day that the other end of a range gives its first: “between 9 and 10 a.m.”
fn later_half(phrase: &Phrase<'_>, joint: usize) -> Option<i64> {
    if !phrase.any(joint, &["and", "to", "-", "–", "until", "or"]) {
        return None;
    }
    let word = phrase.word(joint + 1);
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(word.len());
    let (clock, rest) = word.split_at_checked(end)?;
    let hour = clock.split(':').next()?.parse::<i64>().ok()?;
    let half = half(if rest.is_empty() { phrase.word(joint + 2) } else { rest });
    half.filter(|_| (1..=12).contains(&hour))
}

/// Hours to add for the half of the day that a word names.
fn half(word: &str) -> Option<i64> {
    let is = |it: &str| word.eq_ignore_ascii_case(it);
    if is("a.m.") || is("am") {
        Some(0)
    } else if is("p.m.") || is("pm") {
        Some(12)
    } else {
        None
    }
}

fn is_zone(word: &str) -> bool {
    const ZONES: &[&str] = &[
        "UTC", "GMT", "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST",
        "PDT", "BST", "CET", "CEST", "local",
    ];
    ZONES.contains(&word)
}

fn says_when(phrase: &Phrase<'_>, at: usize) -> bool {
    at > 0
        && phrase.any(at - 1, &["at", "around", "about", "by", "until", "before", "after", "since"])
}

/// The time of day from one place to another with the day that follows it: “7 p.m. on Friday”.
fn with_day(phrase: &Phrase<'_>, (from, to): (usize, usize), clock: Clock) -> Found {
    let on = to + usize::from(phrase.any(to, &["on", ","]));
    let day = match sense(phrase.bare(on)) {
        Sense::Weekday { .. } => dates::weekday(phrase, on),
        Sense::Month { .. } => dates::month(phrase, on),
        Sense::Today(days) => relative::today(phrase, on, days),
        _ => None,
    };
    match day {
        Some(day) if !matches!(day.meaning, Meaning::Month { .. }) => {
            Found { from, clock: Some(clock), ..day }
        }
        _ => Found { from, to, meaning: Meaning::Clock(clock), clock: None, days: 0 },
    }
}
