//! Seasons, quarters and holidays.

use super::super::lexicon::{Sense, sense};
use super::super::meaning::{Holiday, Meaning, Season, YearOf};
use super::Found;
use super::dates::year_of;
use crate::text::phrase::{Phrase, lower};

/// “summer 2012”, “the spring of last year”, “the summer”.
pub(super) fn season(phrase: &Phrase<'_>, at: usize, season: Season) -> Option<Found> {
    let (year, to) = year_of(phrase, at + 1);
    let told = matches!(season, Season::Summer | Season::Winter)
        && at > 1
        && phrase.is(at - 1, "the")
        && phrase.any(at - 2, &["in", "during", "over", "by", "for", "of", "until", "since"]);
    let ends = !phrase.word(at + 1).starts_with(char::is_alphabetic)
        || phrase.any(at + 1, &["and", "when", "after", "but"]);
    if year == YearOf::Open && !(told && ends) {
        return None;
    }
    Found::new(at, to, Meaning::Season { season, year })
}

/// “the third quarter of 2009”, “third-quarter”, “first quarter”.
pub(super) fn quarter(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let word = phrase.bare(at);
    let (ordinal, to) = match word.rsplit_once('-') {
        Some((ordinal, last)) if last.eq_ignore_ascii_case("quarter") => (ordinal, at + 1),
        _ if phrase.any(at + 1, &["quarter"]) => (word, at + 2),
        _ if phrase.is(at + 1, "fiscal") && phrase.is(at + 2, "quarter") => (word, at + 3),
        _ => return None,
    };
    let quarter = match lower(ordinal, &mut [0; 20]) {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" | "final" => 4,
        _ => return None,
    };
    let from = at - usize::from(at > 0 && phrase.is(at - 1, "the"));
    let (year, to) = year_of(phrase, to);
    Found::new(from, to, Meaning::Quarter { quarter, year })
}

/// “Christmas”, “Labor Day 2019”, “New Year’s Eve”.
pub(super) fn holiday(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if !phrase.is_capital(at) {
        return None;
    }
    let (holiday, words) = HOLIDAYS.iter().find_map(|&(name, holiday)| {
        let words = name.split(' ').count();
        let fits =
            name.split(' ').enumerate().all(|(i, it)| phrase.bare(at + i).eq_ignore_ascii_case(it));
        fits.then_some((holiday, words))
    })?;
    let (year, to) = year_of(phrase, at + words);
    let weekday = matches!(sense(phrase.bare(to)), Sense::Weekday { .. });
    if weekday || phrase.is_capital(to) {
        return None;
    }
    Found::new(at, to, Meaning::Holiday { holiday, year })
}

/// Holidays by name, longer names before those that they begin with.
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("Christmas Eve", Holiday::Fixed(12, 24)),
    ("Christmas Day", Holiday::Fixed(12, 25)),
    ("Christmas", Holiday::Fixed(12, 25)),
    ("Boxing Day", Holiday::Fixed(12, 26)),
    ("New Year Eve", Holiday::Fixed(12, 31)),
    ("New Year Day", Holiday::Fixed(1, 1)),
    ("New Year", Holiday::Fixed(1, 1)),
    ("Valentine Day", Holiday::Fixed(2, 14)),
    ("Independence Day", Holiday::Fixed(7, 4)),
    ("Halloween", Holiday::Fixed(10, 31)),
    ("Veterans Day", Holiday::Fixed(11, 11)),
    ("Thanksgiving Day", Holiday::Nth { month: 11, nth: 4, weekday: 4 }),
    ("Thanksgiving", Holiday::Nth { month: 11, nth: 4, weekday: 4 }),
    ("Labor Day", Holiday::Nth { month: 9, nth: 1, weekday: 1 }),
    ("Memorial Day", Holiday::Nth { month: 5, nth: -1, weekday: 1 }),
    ("Good Friday", Holiday::Easter(-2)),
    ("Easter Sunday", Holiday::Easter(0)),
    ("Easter Monday", Holiday::Easter(1)),
    ("Easter", Holiday::Easter(0)),
];
