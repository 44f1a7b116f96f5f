//! Calendar dates: weekdays, months, days of months, years, and dates in digits.

use super::super::lexicon::{Sense, sense};
use super::super::meaning::{Meaning, YearOf};
use super::{Found, behind_part_of_day, behind_stop, named};
use crate::text::numbers;
use crate::text::phrase::{Phrase, lower};

/// “Sunday”, “Sunday night”, “Sunday, February 20”, “Thursday of last week”, “Sundays”.
pub(super) fn weekday(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let (weekday, short) = match sense(phrase.bare(at)) {
        Sense::Weekday { weekday, short } => (weekday, short),
        Sense::Weekdays(weekday) => return Found::new(at, at + 1, Meaning::EveryWeekday(weekday)),
        _ => return None,
    };
    let stop = if short { behind_stop(phrase, at + 1) } else { at + 1 };
    let comma = stop + usize::from(phrase.is(stop, ","));
    if let Some(found) = month(phrase, comma).or_else(|| numeric(phrase, comma))
        && let Meaning::Day { year, month, day, .. } = found.meaning
    {
        let meaning = Meaning::Day { year, month, day, weekday: Some(weekday) };
        return Found::new(at, found.to, meaning);
    }
    if short && (stop == at + 1 || !phrase.is_capital(at)) {
        return None;
    }
    let to = behind_part_of_day(phrase, stop);
    // “Friday mornings”.
    if phrase.any(stop, &["mornings", "afternoons", "evenings", "nights"]) {
        return Found::new(at, stop + 1, Meaning::EveryWeekday(weekday));
    }
    let of = to + usize::from(phrase.is(to, "of"));
    if phrase.any(of, &["last", "this", "next"]) && phrase.is(of + 1, "week") {
        let weeks = match phrase.word(of).as_bytes().first() {
            Some(b'l' | b'L') => -1,
            Some(b'n' | b'N') => 1,
            _ => 0,
        };
        let meaning = Meaning::Weekday { weekday, step: None, weeks: Some(weeks) };
        return Found::new(at, of + 2, meaning);
    }
    Found::new(at, to, Meaning::Weekday { weekday, step: None, weeks: None })
}

/// “February 20, 2022”, “Feb. 20”, “June 2019”, “June last year”, “June”.
pub(super) fn month(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let Sense::Month { month, short } = sense(phrase.bare(at)) else { return None };
    if !is_capital_month(phrase.word(at)) {
        return None;
    }
    let stop = if short { behind_stop(phrase, at + 1) } else { at + 1 };
    if let Some(day) = day_of_month(phrase, stop) {
        let (year, to) =
            year_behind(phrase, stop + 1).map_or((None, stop + 1), |(year, to)| (Some(year), to));
        return Found::new(at, to, Meaning::Day { year, month, day, weekday: None });
    }
    let (year, to) = year_of(phrase, stop);
    if year != YearOf::Open {
        return Found::new(at, to, Meaning::Month { month, year });
    }
    if short && stop == at + 1 || !is_surely_month(phrase, at, month) {
        return None;
    }
    Found::new(at, stop, Meaning::Month { month, year })
}

/// “July”, “mid-July”.
fn is_capital_month(word: &str) -> bool {
    word.rsplit('-').next().is_some_and(|it| it.starts_with(char::is_uppercase))
}

/// “March”, “May”, “August” are other words too: then something must speak for the month.
fn is_surely_month(phrase: &Phrase<'_>, at: usize, month: i8) -> bool {
    const BEFORE: &[&str] = &[
        "in", "of", "since", "until", "till", "by", "from", "to", "through", "last", "this",
        "next", "early", "late", "mid", "during", "for", "between", "and", "after", "before",
    ];
    let telling = at > 0 && phrase.any(at - 1, BEFORE);
    match month {
        5 => {
            at > 0 && phrase.any(at - 1, &BEFORE[..BEFORE.len() - 3]) && !phrase.is_capital(at + 1)
        }
        3 | 4 | 6 | 8 => {
            telling || at > 0 && !phrase.is_capital(at - 1) && !phrase.is_capital(at + 1)
        }
        _ => true,
    }
}

/// The day of a month at a place: “20”, “20th”, “12-14” (its first day).
fn day_of_month(phrase: &Phrase<'_>, at: usize) -> Option<i8> {
    let word = phrase.bare(at);
    if word.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return i8::try_from(ordinal(word)?).ok();
    }
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, rest) = (word.get(..end)?, word.get(end..)?);
    let good = rest.is_empty()
        || ["st", "nd", "rd", "th"].contains(&rest)
        || rest
            .strip_prefix(['-', '–'])
            .is_some_and(|it| it.len() < 3 && it.bytes().all(|it| it.is_ascii_digit()));
    let counted = phrase.any(at + 1, &["percent", "%", "million", "billion", "people"]);
    let day: i8 = if digits.len() <= 2 { digits.parse().ok()? } else { return None };
    (good && !counted && (1..=31).contains(&day)).then_some(day)
}

/// The year at a place, after a comma or not: “, 2022”.
fn year_behind(phrase: &Phrase<'_>, at: usize) -> Option<(i16, usize)> {
    let at = at + usize::from(phrase.is(at, ","));
    Some((year_word(phrase.bare(at))?, at + 1))
}

/// Which year the words at a place give, and the place behind them: “2019”, “of last year”.
pub(super) fn year_of(phrase: &Phrase<'_>, at: usize) -> (YearOf, usize) {
    let of = at + usize::from(phrase.any(at, &["of", "in"]));
    if let Some((year, to)) = year_behind(phrase, of) {
        return (YearOf::Given(year), to);
    }
    let by = match phrase.word(of) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return (YearOf::Open, at),
    };
    if phrase.is(of + 1, "year") { (YearOf::Shift(by), of + 2) } else { (YearOf::Open, at) }
}

/// Four digits that can be a year of the news.
fn year_word(word: &str) -> Option<i16> {
    let year: i16 = (word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit()))
        .then(|| word.parse().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// Whether a word is four digits, as years are.
pub(super) fn is_like_year(word: &str) -> bool {
    year_word(word).is_some()
}

/// “21 February 2022”, “the 21st of February”, “2022-02-21”, “2/21/2022”.
pub(super) fn numeric(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let word = phrase.bare(at);
    if let Some(date) = (word.len() == 10).then(|| word.parse::<jiff::civil::Date>().ok()).flatten()
    {
        let meaning = Meaning::Day {
            year: Some(date.year()),
            month: date.month(),
            day: date.day(),
            weekday: None,
        };
        return Found::new(at, at + 1, meaning);
    }
    if phrase.is(at + 1, "/") && phrase.touches_last(at + 1) {
        return slashed(phrase, at);
    }
    let day = day_of_month(phrase, at)?;
    let of = at + 1 + usize::from(phrase.is(at + 1, "of"));
    let Sense::Month { month, short } = sense(phrase.bare(of)) else { return None };
    if !phrase.is_capital(of) || month == 5 && of == at + 1 && phrase.is_capital(of + 1) {
        return None;
    }
    let stop = if short { behind_stop(phrase, of + 1) } else { of + 1 };
    // “20 February 12” is no date with a day: the month belongs to the number behind it.
    if day_of_month(phrase, stop).is_some() && year_behind(phrase, stop).is_none() {
        return None;
    }
    let (year, to) = year_behind(phrase, stop).map_or((None, stop), |(year, to)| (Some(year), to));
    let from = if at > 0 && phrase.is(at - 1, "the") { at - 1 } else { at };
    Found::new(from, to, Meaning::Day { year, month, day, weekday: None })
}

/// Month, day and year between slashes; the day first where only that can be.
fn slashed(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let parts = [phrase.word(at), phrase.word(at + 2), phrase.word(at + 4)];
    if !phrase.is(at + 3, "/") {
        let attacks = parts[0] == "9" && parts[1] == "11";
        let meaning = Meaning::Day { year: Some(2001), month: 9, day: 11, weekday: None };
        return if attacks { Found::new(at, at + 3, meaning) } else { None };
    }
    let year: i16 = parts[2].parse().ok()?;
    let year = match parts[2].len() {
        4 => year,
        // Two digits are of the last century from 70 on, as in POSIX.
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => return None,
    };
    let (first, second): (i8, i8) = (parts[0].parse().ok()?, parts[1].parse().ok()?);
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let good = (1..=12).contains(&month) && (1..=31).contains(&day);
    let meaning = Meaning::Day { year: Some(year), month, day, weekday: None };
    if good { Found::new(at, at + 5, meaning) } else { None }
}

/// “2007”, “1990s”, “mid-1990s”, “’90s”, “nineteen ninety-six”, “the 20th century”.
pub(super) fn year(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if let Some(found) = century(phrase, at).or_else(|| spoken_year(phrase, at)) {
        return Some(found);
    }
    let word = phrase.bare(at);
    let word = ["mid-", "pre-", "post-", "early-", "late-"]
        .iter()
        .find_map(|it| word.strip_prefix(it))
        .unwrap_or(word);
    if let Some(digits) = word.strip_suffix('s') {
        let year: i16 = digits.parse().ok()?;
        let century = digits.len() == 4 && year % 100 == 0 && year < 2000;
        return match digits.len() {
            4 if (1000..2100).contains(&year) && year % 10 == 0 => Found::new(
                at,
                at + 1,
                Meaning::Digits { year, digits: if century { 2 } else { 3 } },
            ),
            2 if year % 10 == 0 && at > 0 && phrase.any(at - 1, &["’", "'", "‘", "the"]) => {
                let year = if year >= 20 { 1900 + year } else { 2000 + year };
                let from = at - usize::from(phrase.touches_last(at));
                Found::new(from, at + 1, Meaning::Digits { year, digits: 3 })
            }
            _ => None,
        };
    }
    let year = year_word(word)?;
    // “the 1988 third quarter”.
    if let Some(found) = named::part_of_year(phrase, at + 1, YearOf::Given(year)) {
        return Found::new(at, found.to, found.meaning);
    }
    if is_surely_year(phrase, at, year) {
        Found::new(at, at + 1, Meaning::Year(year))
    } else {
        None
    }
}

/// “on the 18th” with no noun behind that it could number.
pub(super) fn nth(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let word = phrase.bare(at);
    let day = i8::try_from(ordinal(word)?).ok()?;
    let next = phrase.word(at + 1);
    let alone =
        !next.starts_with(char::is_alphanumeric) || phrase.any(at + 1, &["and", "at", "in"]);
    let digits = word.starts_with(|it: char| it.is_ascii_digit());
    if digits && alone && !phrase.any(at + 1, &["-", "/"]) {
        Found::new(at, at + 1, Meaning::DayOfMonth(day))
    } else {
        None
    }
}

/// “the 20th century”: the digits that its years begin with.
fn century(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let nth = ordinal(phrase.bare(at))?;
    if !phrase.is(at + 1, "century") || !(2..=21).contains(&nth) {
        return None;
    }
    let from = at - usize::from(at > 0 && phrase.is(at - 1, "the"));
    Found::new(from, at + 2, Meaning::Digits { year: (nth - 1) * 100, digits: 2 })
}

/// “nineteen ninety-six”: a year in two halves, as it is spoken.
fn spoken_year(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let (first, last) =
        (numbers::compound(phrase.word(at))?, numbers::compound(phrase.bare(at + 1))?);
    let mut to = at + 2;
    let mut last = last;
    let ones = numbers::compound(phrase.bare(to)).filter(|it| (1.0..10.0).contains(it));
    if let Some(ones) = ones.filter(|_| last >= 20.0 && last % 10.0 == 0.0) {
        (last, to) = (last + ones, to + 1);
    }
    let century = (17.0..=20.0).contains(&first) && (10.0..100.0).contains(&last);
    #[allow(clippy::cast_possible_truncation, reason = "below 2100")]
    let year = (first * 100.0 + last) as i16;
    if century { Found::new(at, to, Meaning::Year(year)) } else { None }
}

/// The number of an ordinal up to 31: “21st”, “eighth”.
pub(super) fn ordinal(word: &str) -> Option<i16> {
    const WORDS: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "thirtieth",
    ];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = word.split_at_checked(digits)?;
        let ends = matches!(lower(rest, &mut [0; 20]), "st" | "nd" | "rd" | "th");
        return number.parse().ok().filter(|it| ends && (1..=31).contains(it));
    }
    let mut room = [0; 20];
    let word = lower(word, &mut room);
    if let Some(ones) = word.strip_prefix("twenty-").or_else(|| word.strip_prefix("thirty-")) {
        let tens = if word.starts_with("twenty") { 20 } else { 30 };
        return ordinal(ones).filter(|it| *it < 10).map(|it| tens + it).filter(|it| *it <= 31);
    }
    let at = WORDS.iter().position(|it| *it == word)?;
    i16::try_from(if at == 20 { 30 } else { at + 1 }).ok()
}

/// A bare number of four digits is a year where the words before it say so, or where it lies near
/// our time and counts nothing.
fn is_surely_year(phrase: &Phrase<'_>, at: usize, year: i16) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "of", "by", "from", "until", "till", "before", "after", "during", "to",
        "and", "through", "early", "late", "mid", "fiscal", "year", "between", "around", "circa",
        "for", "than",
    ];
    const MEASURES: &[&str] = &[
        "%",
        "percent",
        "people",
        "miles",
        "feet",
        "troops",
        "workers",
        "dollars",
        "euros",
        "pounds",
        "points",
        "km",
        "kilometers",
        "kilometres",
        "hours",
        "tons",
        "tonnes",
        "of",
        "million",
        "votes",
        "other",
        "jobs",
        "members",
        "rpm",
        "metres",
        "meters",
        "units",
        "degrees",
    ];
    const STREETS: &[&str] =
        &["street", "avenue", "road", "st", "ave", "rd", "blvd", "boulevard", "drive", "lane"];
    if phrase.any(at + 1, MEASURES) || phrase.any(at + 2, STREETS) || phrase.any(at + 3, STREETS) {
        return false;
    }
    let before = if at == 0 { "" } else { phrase.word(at - 1) };
    if matches!(before, "$" | "£" | "€" | "¥" | "#" | "No" | "+" | ".")
        || at > 0 && phrase.touches_last(at) && before != "("
    {
        return matches!(before, "-" | "–" | "—" | "“" | "‘" | "\"" | "'");
    }
    at > 0 && phrase.any(at - 1, BEFORE) && (1400..2150).contains(&year)
        || (1900..2060).contains(&year)
}
