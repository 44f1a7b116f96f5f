//! Days as pages print them: ISO 8601 in metadata, “Sept. 15, 2024” or “15. September 2024” in
//! lines of text.

use jiff::civil::Date;

/// Newspapers on the web begin here; earlier years in a date line are history.
const FIRST_YEAR: i16 = 1990;

/// The day of `2022-02-21`, `2022-02-21T09:30:00+01:00` or `20220221`, in the zone it states.
pub(super) fn iso(value: &str) -> Option<Date> {
    let value = value.trim();
    if let Some(day) = value.get(..10).and_then(|it| it.parse().ok()) {
        return Some(day);
    }
    let digits = value.get(..8).filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
    if value.as_bytes().get(8).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    day(number(0, 4)?, number(4, 6)?, number(6, 8)?)
}

/// A day in metadata, which is ISO 8601 for the most part, and words where not.
pub(super) fn stated(value: &str) -> Option<Date> {
    iso(value).filter(|it| it.year() >= FIRST_YEAR).or_else(|| first(value).map(|it| it.date))
}

/// A day that a line prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Printed {
    /// The day.
    pub(super) date: Date,
    /// Where it begins, in bytes of the line.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether day and month could be the other way round.
    pub(super) ambiguous: bool,
}

/// A run of letters or digits in a line.
#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    words: &'a str,
    start: usize,
    end: usize,
}

/// The first full date in a line.
pub(super) fn first(line: &str) -> Option<Printed> {
    let pieces = pieces(line);
    (0..pieces.len()).find_map(|at| {
        let three = [pieces.get(at)?, pieces.get(at + 1)?, pieces.get(at + 2)?].map(|it| *it);
        let between = |one: Piece<'_>, two: Piece<'_>| {
            line.get(one.end..two.start).is_some_and(|it| it.len() <= 6 && !it.contains('\n'))
        };
        let [a, b, c] = three;
        if between(a, b) && between(b, c) {
            let found = words(three).or_else(|| numbers(line, three));
            return found.or_else(|| with_of(line, &pieces, at));
        }
        None
    })
}

/// “15 de septiembre de 2024”.
fn with_of(line: &str, pieces: &[Piece<'_>], at: usize) -> Option<Printed> {
    let of = |ix: usize| pieces.get(ix).is_some_and(|it| matches!(it.words, "de" | "of" | "del"));
    let month = if of(at + 1) { at + 2 } else { return None };
    let year = if of(month + 1) { month + 2 } else { month + 1 };
    let three = [*pieces.get(at)?, *pieces.get(month)?, *pieces.get(year)?];
    (three[2].end - three[0].start <= 40).then(|| words(three).filter(|_| !line.is_empty()))?
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    // A day's line is short; whoever asks about a paragraph wants its beginning.
    let head = line.char_indices().take(400).last().map_or(0, |(at, it)| at + it.len_utf8());
    let head = line.get(..head).unwrap_or(line);
    for (at, c) in head.char_indices().chain([(head.len(), ' ')]) {
        let kind = c.is_ascii_digit();
        let inside = kind || c.is_alphabetic();
        if let Some((start, digits)) = open
            && (!inside || digits != kind)
        {
            found.extend(head.get(start..at).map(|words| Piece { words, start, end: at }));
            open = None;
        }
        if inside && open.is_none() {
            open = Some((at, kind));
        }
    }
    found.retain(|it| {
        !matches!(it.words, "st" | "nd" | "rd" | "th" | "er" | "º" | "年" | "月" | "日")
    });
    found
}

/// Day, month and year with the month in words, in the two orders that are in use.
fn words([a, b, c]: [Piece<'_>; 3]) -> Option<Printed> {
    if let Some(year) = year(a.words) {
        // “2023 Jan 7”
        let date = day(year, i16::from(month(b.words)?), number(c.words)?)?;
        return Some(Printed { date, start: a.start, end: c.end, ambiguous: false });
    }
    let year = year(c.words)?;
    let (day_piece, month_piece) = if month(b.words).is_some() { (a, b) } else { (b, a) };
    let date = day(year, i16::from(month(month_piece.words)?), number(day_piece.words)?)?;
    Some(Printed { date, start: a.start, end: c.end, ambiguous: false })
}

/// `2024-09-15`, `15.09.2024`, `9/15/2024`, `2024年9月15日`.
fn numbers(line: &str, [a, b, c]: [Piece<'_>; 3]) -> Option<Printed> {
    let mark = |one: Piece<'_>, two: Piece<'_>| line.get(one.end..two.start).map(str::trim);
    let (one, two) = (mark(a, b)?, mark(b, c)?);
    if (one != two || !matches!(one, "-" | "." | "/" | "–")) && (one, two) != ("年", "月") {
        return None;
    }
    let printed = |date, ambiguous| Some(Printed { date, start: a.start, end: c.end, ambiguous });
    if let Some(year) = year(a.words) {
        return printed(day(year, number(b.words)?, number(c.words)?)?, false);
    }
    let (year, first, second) = (year(c.words)?, number(a.words)?, number(b.words)?);
    if one == "." {
        return printed(day(year, second, first)?, false);
    }
    match (first > 12, second > 12) {
        (true, false) => printed(day(year, second, first)?, false),
        (false, true) => printed(day(year, first, second)?, false),
        _ => printed(day(year, first, second)?, first != second),
    }
}

fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn year(words: &str) -> Option<i16> {
    words.parse().ok().filter(|it| words.len() == 4 && (FIRST_YEAR..2100).contains(it))
}

fn number(words: &str) -> Option<i16> {
    words.parse().ok().filter(|_| words.len() <= 2)
}

/// Names and short forms that are known as a whole.
#[rustfmt::skip]
const MONTHS: &[(&str, i8)] = &[
    ("may", 5), ("mai", 5), ("mei", 5), ("maj", 5), ("mayo", 5), ("maio", 5), ("maggio", 5),
    ("mag", 5), ("maja", 5), ("mar", 3), ("mär", 3), ("mrt", 3), ("mars", 3), ("juni", 6),
    ("juin", 6), ("juil", 7), ("jul", 7), ("jun", 6), ("jan", 1), ("ene", 1), ("gen", 1),
    ("avr", 4), ("abr", 4), ("apr", 4), ("ago", 8), ("aug", 8), ("oct", 10), ("okt", 10),
    ("out", 10), ("ott", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("dic", 12), ("déc", 12),
    ("feb", 2), ("fev", 2), ("fév", 2), ("sep", 9), ("sept", 9), ("set", 9), ("giu", 6), ("lug", 7),
    ("août", 8), ("aout", 8), ("mayıs", 5), ("kasım", 11), ("ekim", 10),
];

/// How longer names begin.
#[rustfmt::skip]
const MONTH_STARTS: &[(&str, i8)] = &[
    ("janu", 1), ("janv", 1), ("jane", 1), ("jän", 1), ("ener", 1), ("genna", 1), ("stycz", 1),
    ("ocak", 1), ("янв", 1), ("січ", 1), ("febr", 2), ("febb", 2), ("fevr", 2), ("févr", 2),
    ("feve", 2), ("luteg", 2), ("luty", 2), ("şubat", 2), ("фев", 2), ("лют", 2), ("marc", 3),
    ("marz", 3), ("març", 3), ("märz", 3), ("maart", 3), ("marts", 3), ("mart", 3), ("март", 3),
    ("берез", 3), ("apri", 4), ("avri", 4), ("abri", 4), ("kwie", 4), ("nisan", 4), ("апр", 4),
    ("квіт", 4), ("мая", 5), ("май", 5), ("трав", 5), ("june", 6), ("junio", 6), ("junho", 6),
    ("giugn", 6), ("czerw", 6), ("hazir", 6), ("июн", 6), ("черв", 6), ("july", 7), ("juli", 7),
    ("juill", 7), ("julho", 7), ("lugli", 7), ("lipc", 7), ("lipi", 7), ("temmu", 7), ("июл", 7),
    ("лип", 7), ("augu", 8), ("agos", 8), ("sierp", 8), ("ağust", 8), ("авг", 8), ("серп", 8),
    ("sept", 9), ("sete", 9), ("sette", 9), ("wrze", 9), ("eylül", 9), ("сен", 9), ("верес", 9),
    ("octo", 10), ("okto", 10), ("octu", 10), ("outu", 10), ("ottob", 10), ("paźd", 10),
    ("окт", 10), ("жовт", 10), ("nove", 11), ("novi", 11), ("listopad", 11), ("ноя", 11),
    ("ноября", 11), ("лист", 11), ("dece", 12), ("déce", 12), ("deze", 12), ("dici", 12),
    ("dicem", 12), ("desem", 12), ("grud", 12), ("aralık", 12), ("дек", 12), ("груд", 12),
];

/// The month that a word names, in the languages of most news on the web; January is 1. All but
/// the shortest names are known by their first letters, as they are cut in date lines.
fn month(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let exact = MONTHS.iter().find(|it| it.0 == lower);
    exact.or_else(|| MONTH_STARTS.iter().find(|it| lower.starts_with(it.0))).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(first(line).map(|it| it.date.to_string()).as_deref(), expected, "{line}");
    }

    #[test]
    fn a_day_in_words_is_read_in_either_order() {
        for it in [
            "Sept. 15, 2024, 7:42 p.m.",
            "Published: 15 September 2024",
            "Sun, 15 Sep 2024 10:00:00 GMT",
            "September 15th, 2024",
        ] {
            check(it, Some("2024-09-15"));
        }
    }

    #[test]
    fn a_day_is_read_in_other_languages() {
        for it in [
            "15. September 2024",
            "15 septembre 2024",
            "15 de septiembre de 2024",
            "15 settembre 2024",
            "15 сентября 2024",
        ] {
            check(it, Some("2024-09-15"));
        }
    }

    #[test]
    fn a_day_in_numbers_is_read_as_its_marks_say() {
        for it in ["2024-09-15", "15.09.2024, 10:14", "9/15/2024", "15/09/2024", "2024年9月15日"]
        {
            check(it, Some("2024-09-15"));
        }
        assert!(first("4/9/2024").unwrap().ambiguous);
        check("4.9.2024", Some("2024-09-04"));
    }

    #[test]
    fn what_is_no_full_date_is_none() {
        for it in [
            "September 2024",
            "May 16",
            "1-2-3",
            "a 2024 budget",
            "31 February 2024",
            "in 1845, May 3",
        ] {
            check(it, None);
        }
    }

    #[test]
    fn a_day_in_metadata_keeps_the_zone_it_states() {
        let check = |value: &str| stated(value).map(|it| it.to_string());
        assert_eq!(check("2024-09-15T23:42:00-04:00").as_deref(), Some("2024-09-15"));
        assert_eq!(check("20240915T2342").as_deref(), Some("2024-09-15"));
        assert_eq!(check("Sep 15, 2024").as_deref(), Some("2024-09-15"));
        assert_eq!(check("0001-01-01"), None);
    }
}
