//! Seasons, quarters and holidays.

use super::super::lexicon::{Sense, sense};
use super::super::meaning::{Holiday, Meaning, Season, YearOf};
use super::Found;
use super::dates::year_of;
use crate::text::phrase::{Phrase, lower};

/// “summer 2012”, “the spring of last year”, “the summer”.
pub(super) fn season(phrase: &Phrase<'_>, at: usize, season: Season) -> Option<Found> {
    let (year, to) = year_of(phrase, at + 1);
    let early = usize::from(at > 1 && phrase.any(at - 1, &["early", "late"]));
    let told = matches!(season, Season::Summer | Season::Winter)
        && at > 1 + early
        && phrase.is(at - 1 - early, "the")
        && phrase
            .any(at - 2 - early, &["in", "during", "over", "by", "for", "of", "until", "since"]);
    let ends = !phrase.word(at + 1).starts_with(char::is_alphabetic)
        || phrase.any(at + 1, &["and", "when", "after", "but"]);
    if year == YearOf::Open && !(told && ends) {
        return None;
    }
    Found::new(at, to, Meaning::Season { season, year })
}

/// “the third quarter of 2009”, “third-quarter”, “first quarter”, “the first half of 1990”.
pub(super) fn quarter(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let (part, to) = part(phrase, at)?;
    let from = at - usize::from(at > 0 && phrase.is(at - 1, "the"));
    let (year, to) = year_of(phrase, to);
    // Games have halves too.
    if matches!(part, Part::Half(_)) && year == YearOf::Open {
        return None;
    }
    Found::new(from, to, part.of(year))
}

/// The same behind its year: “1988’s third quarter”, “next year’s first half”.
pub(super) fn part_of_year(phrase: &Phrase<'_>, at: usize, year: YearOf) -> Option<Found> {
    let (part, to) = part(phrase, at)?;
    Found::new(at, to, part.of(year))
}

/// A numbered part of a year.
#[derive(Clone, Copy)]
enum Part {
    Quarter(i8),
    Half(i8),
}

impl Part {
    fn of(self, year: YearOf) -> Meaning {
        match self {
            Self::Quarter(quarter) => Meaning::Quarter { quarter, year },
            Self::Half(half) => Meaning::Half { half, year },
        }
    }
}

/// Reads “third quarter”, “third-quarter”, “first fiscal quarter”, “Q3”, “second half”.
fn part(phrase: &Phrase<'_>, at: usize) -> Option<(Part, usize)> {
    let word = phrase.bare(at);
    if let Some(digit) = word.strip_prefix(['Q', 'H']).filter(|it| it.len() == 1) {
        let number: i8 = digit.parse().ok()?;
        let quarter = word.starts_with('Q') && (1..=4).contains(&number);
        let half = word.starts_with('H') && (1..=2).contains(&number);
        let part = if quarter { Part::Quarter(number) } else { Part::Half(number) };
        return (quarter || half).then_some((part, at + 1));
    }
    let (ordinal, unit, to) = if let Some((ordinal, last)) = word.rsplit_once('-') {
        (ordinal, last, at + 1)
    } else {
        let fiscal = usize::from(phrase.is(at + 1, "fiscal"));
        (word, phrase.bare(at + 1 + fiscal), at + 2 + fiscal)
    };
    let number = match lower(ordinal, &mut [0; 20]) {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" => 4,
        "final" | "last" | "latter" if unit.eq_ignore_ascii_case("half") => 2,
        "final" => 4,
        _ => return None,
    };
    if unit.eq_ignore_ascii_case("quarter") {
        return Some((Part::Quarter(number), to));
    }
    let half = unit.eq_ignore_ascii_case("half") && number <= 2;
    half.then_some((Part::Half(number), to))
}

/// “Christmas”, “Labor Day 2019”, “New Year’s Eve”.
pub(super) fn holiday(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if !phrase.is_capital(at) {
        return None;
    }
    let (holiday, to) = HOLIDAYS
        .iter()
        .find_map(|&(name, holiday)| Some((holiday, behind_name(phrase, at, name)?)))?;
    let (year, to) = year_of(phrase, to);
    if phrase.is(to, "weekend") {
        let (year, to) =
            if year == YearOf::Open { year_of(phrase, to + 1) } else { (year, to + 1) };
        return Found::new(at, to, Meaning::HolidayWeekend { holiday, year });
    }
    let weekday = matches!(sense(phrase.bare(to)), Sense::Weekday { .. });
    if weekday || phrase.is_capital(to) {
        return None;
    }
    Found::new(at, to, Meaning::Holiday { holiday, year })
}

/// The place behind a name that begins at a place, without regard to its stops and apostrophes.
fn behind_name(phrase: &Phrase<'_>, mut at: usize, name: &str) -> Option<usize> {
    for (ix, word) in name.split(' ').enumerate() {
        at += usize::from(ix > 0 && phrase.any(at, &[".", "'", "’"]));
        if !phrase.bare(at).eq_ignore_ascii_case(word) {
            return None;
        }
        at += 1;
    }
    Some(at)
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
    ("St Patrick Day", Holiday::Fixed(3, 17)),
    ("Earth Day", Holiday::Fixed(4, 22)),
    ("May Day", Holiday::Fixed(5, 1)),
    ("Cinco de Mayo", Holiday::Fixed(5, 5)),
    ("Juneteenth", Holiday::Fixed(6, 19)),
    ("Canada Day", Holiday::Fixed(7, 1)),
    ("Independence Day", Holiday::Fixed(7, 4)),
    ("Bastille Day", Holiday::Fixed(7, 14)),
    ("Halloween", Holiday::Fixed(10, 31)),
    ("Guy Fawkes Night", Holiday::Fixed(11, 5)),
    ("Veterans Day", Holiday::Fixed(11, 11)),
    ("Armistice Day", Holiday::Fixed(11, 11)),
    ("Anzac Day", Holiday::Fixed(4, 25)),
    ("Australia Day", Holiday::Fixed(1, 26)),
    ("Groundhog Day", Holiday::Fixed(2, 2)),
    ("Martin Luther King Day", Holiday::Nth { month: 1, nth: 3, weekday: 1 }),
    ("Martin Luther King Jr Day", Holiday::Nth { month: 1, nth: 3, weekday: 1 }),
    ("MLK Day", Holiday::Nth { month: 1, nth: 3, weekday: 1 }),
    ("Presidents Day", Holiday::Nth { month: 2, nth: 3, weekday: 1 }),
    ("Memorial Day", Holiday::Nth { month: 5, nth: -1, weekday: 1 }),
    ("Mother Day", Holiday::Nth { month: 5, nth: 2, weekday: 7 }),
    ("Father Day", Holiday::Nth { month: 6, nth: 3, weekday: 7 }),
    ("Labor Day", Holiday::Nth { month: 9, nth: 1, weekday: 1 }),
    ("Columbus Day", Holiday::Nth { month: 10, nth: 2, weekday: 1 }),
    ("Thanksgiving Day", Holiday::Nth { month: 11, nth: 4, weekday: 4 }),
    ("Thanksgiving", Holiday::Nth { month: 11, nth: 4, weekday: 4 }),
    ("Ash Wednesday", Holiday::Easter(-46)),
    ("Palm Sunday", Holiday::Easter(-7)),
    ("Good Friday", Holiday::Easter(-2)),
    ("Easter Sunday", Holiday::Easter(0)),
    ("Easter Monday", Holiday::Easter(1)),
    ("Easter", Holiday::Easter(0)),
    ("Pentecost", Holiday::Easter(49)),
];
