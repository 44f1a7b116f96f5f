//! Expressions that count from publication or from the day told last: “last week”, “the same day”.

use super::super::calendar::Unit;
use super::super::lexicon::{Sense, sense};
use super::super::meaning::{From, Meaning, Step, YearOf};
use super::{Found, amounts, behind_part_of_day, dates, named};
use crate::text::phrase::Phrase;

/// “last week”, “this morning”, “next June”, “last Saturday”, “the past two years”.
pub(super) fn stepped(phrase: &Phrase<'_>, at: usize, step: Step) -> Option<Found> {
    let the = at > 0 && phrase.is(at - 1, "the");
    let from = at - usize::from(the);
    // “this past spring”, “this coming Sunday”.
    if step == Step::This
        && let Sense::Step(step) = sense(phrase.bare(at + 1))
    {
        return stepped(phrase, at + 1, step).map(|it| Found { from, ..it });
    }
    if is_programme(phrase, at) {
        return None;
    }
    if let Some(found) =
        named::part_of_year(phrase, at, YearOf::Open).and_then(|_| named::quarter(phrase, at))
    {
        return Some(found);
    }
    let past = phrase.any(at, &["past", "previous", "following", "coming", "upcoming"]);
    match sense(phrase.bare(at + 1)) {
        Sense::Unit(unit) => stepped_unit(phrase, (from, at), step, unit),
        Sense::Other if phrase.any(at + 1, &["fiscal", "calendar", "school"]) => {
            let Sense::Unit(unit) = sense(phrase.bare(at + 2)) else { return None };
            let found = stepped_unit(phrase, (at + 1, at + 1), step, unit)?;
            Found::new(from, found.to, found.meaning)
        }
        Sense::Weekday { weekday, short: false } => {
            let to = behind_part_of_day(phrase, at + 2);
            let dated = dates::weekday(phrase, at + 1)?;
            if matches!(dated.meaning, Meaning::Day { .. }) {
                return Found::new(from, dated.to, dated.meaning);
            }
            if phrase.any(at, &["previous", "preceding"]) {
                return Found::new(from, to, Meaning::WeekdayBefore(weekday));
            }
            Found::new(from, to, Meaning::Weekday { weekday, step: Some(step), weeks: None })
        }
        Sense::Month { month, .. } if phrase.is_capital(at + 1) => {
            let dated = dates::month(phrase, at + 1);
            match dated {
                Some(found) if matches!(found.meaning, Meaning::Day { .. }) => {
                    Found::new(from, found.to, found.meaning)
                }
                _ => Found::new(from, at + 2, Meaning::Month { month, year: YearOf::Step(step) }),
            }
        }
        Sense::Weekend => weekend(phrase, at + 1, Some(step)).map(|it| Found { from, ..it }),
        Sense::Season(season) => {
            let found = named::season(phrase, at + 1, season);
            let to = found.map_or(at + 2, |it| it.to);
            Found::new(from, to, Meaning::Season { season, year: YearOf::Step(step) })
        }
        Sense::PartOfDay if !past => {
            let days = if step == Step::This { 0 } else { step.sign() };
            Found::new(from, at + 2, today_meaning(days))
        }
        Sense::Number => {
            let (many, unit_at) = amounts::many(phrase, at + 1)?;
            let Sense::Unit(unit) = sense(phrase.bare(unit_at)) else { return None };
            Found::new(from, unit_at + 1, Meaning::Length { many, unit })
        }
        Sense::Holiday => named::holiday(phrase, at + 1).map(|it| match it.meaning {
            Meaning::Holiday { holiday, year: YearOf::Open } => Found {
                from,
                meaning: Meaning::Holiday { holiday, year: YearOf::Step(step) },
                ..it
            },
            _ => it,
        }),
        _ => None,
    }
}

/// “ABC’s ‘This Week’” and “CBS This Morning” are programmes.
fn is_programme(phrase: &Phrase<'_>, at: usize) -> bool {
    let shout = |it: usize| {
        let word = phrase.word(it);
        (2..=4).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_uppercase())
    };
    let titled = at > 0 && (phrase.any(at - 1, &["“", "\"", "``", "‘"]) || shout(at - 1));
    titled && phrase.is_capital(at) && phrase.is_capital(at + 1) && !shout(at)
}

/// “last week”, “the previous day”, “the past year”, “recent days” have their own ways.
fn stepped_unit(
    phrase: &Phrase<'_>,
    (from, at): (usize, usize),
    step: Step,
    unit: Unit,
) -> Option<Found> {
    let to = at + 2;
    let plural = phrase.bare(at + 1).ends_with(['s', 'S']);
    if unit <= Unit::Minute {
        return None;
    }
    if plural {
        return Found::new(from, to, Meaning::Length { many: None, unit });
    }
    if phrase.any(at, &["previous", "following"]) || phrase.is(at, "next") && unit == Unit::Day {
        let meaning = Meaning::Away { many: Some(1), unit, sign: step.sign(), from: From::Told };
        return Found::new(from, to, meaning);
    }
    if unit == Unit::Hour {
        return None;
    }
    // The past decade is the one that goes on.
    let by = if unit == Unit::Decade && phrase.is(at, "past") { 0 } else { step.sign() };
    // “next year’s first quarter”.
    if unit == Unit::Year
        && let Some(found) = named::part_of_year(phrase, to, YearOf::Shift(by))
    {
        return Found::new(from, found.to, found.meaning);
    }
    Found::new(from, to, Meaning::Shift { unit, by })
}

/// “the same day”, “that week”, “the weekend”, “the day before”, “the week of Feb. 12”.
pub(super) fn opened(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if phrase.is(at, "the") {
        let found = match sense(phrase.bare(at + 1)) {
            Sense::Opener if phrase.is(at + 1, "same") => same(phrase, at + 1),
            Sense::Weekend => weekend(phrase, at + 1, None),
            Sense::Unit(unit) => the_unit(phrase, at, unit),
            Sense::Season(season) => named::season(phrase, at + 1, season),
            Sense::Number if at > 0 && phrase.is(at - 1, "on") => dates::nth(phrase, at + 1),
            _ => the_other(phrase, at + 1),
        }?;
        return Some(Found { from: at, ..found });
    }
    if phrase.is(at, "recent") {
        let Sense::Unit(unit) = sense(phrase.bare(at + 1)) else { return None };
        return Found::new(at, at + 2, Meaning::Length { many: None, unit });
    }
    same(phrase, at)
}

/// “the future”, “the past”, “the near future”, “the entire year”, “the year-ago quarter”.
fn the_other(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let of = |unit: Unit, years| Meaning::Told { unit: Some(unit), years };
    if phrase.any(at, &["future", "past"]) {
        return future_or_past(phrase, at);
    }
    if phrase.any(at, &["near", "foreseeable", "distant"]) && phrase.is(at + 1, "future") {
        return Found::new(at, at + 2, Meaning::Ref("FUTURE_REF"));
    }
    if phrase.any(at, &["entire", "full", "whole"]) && phrase.is(at + 1, "year") {
        return Found::new(at, at + 2, of(Unit::Year, 0));
    }
    let ago = is_year_ago(phrase, at);
    if !ago && !phrase.any(at, &["latest", "comparable", "recent"]) {
        return None;
    }
    // “the comparable year-ago quarter”.
    let more = usize::from(!ago && is_year_ago(phrase, at + 1));
    let years = if ago || more == 1 { -1 } else { 0 };
    term(phrase, at + 1 + more, years)
}

/// “year-ago”, “year-earlier”.
fn is_year_ago(phrase: &Phrase<'_>, at: usize) -> bool {
    phrase.any(at, &["year-ago", "year-earlier"])
}

/// “quarter”, “period”, “third quarter”, “month”: the term that an article reports on.
fn term(phrase: &Phrase<'_>, at: usize, years: i64) -> Option<Found> {
    if let Some(found) = named::part_of_year(phrase, at, YearOf::Shift(years)) {
        return Some(found);
    }
    let unit = match sense(phrase.bare(at)) {
        _ if phrase.is(at, "period") => None,
        Sense::Unit(unit @ (Unit::Quarter | Unit::Month)) => Some(unit),
        _ => return None,
    };
    if phrase.bare(at).ends_with('s') {
        return None;
    }
    Found::new(at, at + 1, Meaning::Told { unit, years })
}

/// “year-earlier” without “the”: “a year-earlier loss of $3 million”.
pub(super) fn year_ago(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if !is_year_ago(phrase, at) {
        return None;
    }
    term(phrase, at + 1, -1).map(|it| Found { from: at, ..it }).or(Found::new(
        at,
        at + 1,
        Meaning::Told { unit: None, years: -1 },
    ))
}

/// “year-end”.
pub(super) fn year_end(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let shift = Meaning::Shift { unit: Unit::Year, by: 0 };
    if phrase.is(at, "year-end") { Found::new(at, at + 1, shift) } else { None }
}

/// “the quarter”, “the week of March 6”, “the end of the month”, “later in the day”, “the day
/// before”.
fn the_unit(phrase: &Phrase<'_>, at: usize, unit: Unit) -> Option<Found> {
    if let Some(found) = after_the(phrase, at, unit) {
        return Some(found);
    }
    let to = at + 2;
    let word = phrase.bare(at + 1);
    if word.ends_with(['s', 'S']) {
        let length = Meaning::Length { many: None, unit };
        return match phrase.word(to) {
            "ahead" if unit >= Unit::Day => Found::new(at, to + 1, length),
            "before" | "after" | "since" | "leading" if unit >= Unit::Day => {
                Found::new(at, to, length)
            }
            // “over the years”.
            _ if unit >= Unit::Year && at > 0 && phrase.is(at - 1, "over") => {
                Found::new(at, to, length)
            }
            _ => None,
        };
    }
    if unit == Unit::Week
        && phrase.any(to, &["of", "ended", "ending", "beginning"])
        && let Some((to, (year, month, day))) = date(phrase, to + 1)
    {
        return Found::new(at, to, Meaning::WeekOf { year, month, day });
    }
    if unit == Unit::Quarter
        && let Some((found, (year, month, day))) = ended(phrase, to)
    {
        return Found::new(at, found, Meaning::QuarterEnding { year, month, day });
    }
    if unit == Unit::Quarter && !phrase.any(to, &["of", "century"]) {
        return Found::new(at, to, Meaning::Told { unit: Some(unit), years: 0 });
    }
    // “the day’s trading”, “the week’s losses”.
    let owns = word != phrase.word(at + 1);
    let edge = owns || at > 1 && phrase.is(at - 1, "of") && phrase.any(at - 2, EDGES);
    let within = at > 1
        && phrase.is(at - 1, "in")
        && phrase.any(at - 2, &["later", "earlier", "late", "early"])
        // “fell 5% on the day”.
        || unit == Unit::Day
            && at > 0
            && phrase.is(at - 1, "on")
            && !phrase.word(to).starts_with(char::is_alphanumeric);
    if unit == Unit::Year && ended(phrase, to).is_some() {
        return Found::new(at, to, Meaning::Length { many: Some(1.0), unit });
    }
    let whole = unit == Unit::Year
        && at > 0
        && phrase.any(at - 1, &["for", "in"])
        && !phrase.word(to).starts_with(char::is_alphanumeric);
    if whole && !within {
        return Found::new(at, to, Meaning::Told { unit: Some(unit), years: 0 });
    }
    let closed = !phrase.is(to, "of") && (edge || within);
    let meaning = match unit {
        Unit::Day => Meaning::Away { many: Some(0), unit, sign: 1, from: From::Told },
        Unit::Week if owns => Meaning::Away { many: Some(0), unit, sign: 1, from: From::Told },
        Unit::Week | Unit::Month | Unit::Year => Meaning::Shift { unit, by: 0 },
        _ => return None,
    };
    if closed { Found::new(at, to, meaning) } else { None }
}

/// A date whose year the words may leave open.
type YearMonthDay = (Option<i16>, i8, i8);

/// “ended Sept. 30”: the place behind it and the day.
fn ended(phrase: &Phrase<'_>, at: usize) -> Option<(usize, YearMonthDay)> {
    if phrase.any(at, &["ended", "ending"]) { date(phrase, at + 1) } else { None }
}

/// The date that begins at a place, and the place behind it.
fn date(phrase: &Phrase<'_>, at: usize) -> Option<(usize, YearMonthDay)> {
    let found = dates::month(phrase, at).or_else(|| dates::numeric(phrase, at))?;
    let Meaning::Day { year, month, day, .. } = found.meaning else { return None };
    Some((found.to, (year, month, day)))
}

/// Parts of a stretch of time: “the end of the month”.
pub(super) const EDGES: &[&str] =
    &["end", "beginning", "start", "middle", "rest", "remainder", "close", "course"];

/// “the future”, “the past” where they stand for a time.
fn future_or_past(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let next = phrase.word(at + 1);
    let alone = !next.starts_with(char::is_alphanumeric)
        || phrase.any(
            at + 1,
            &[
                "of", "and", "to", "is", "by", "in", "that", "when", "but", "have", "has", "had",
                "was", "were", "for", "as", "with", "on", "at", "or", "if", "than", "are", "will",
            ],
        );
    let value = if phrase.is(at, "past") { "PAST_REF" } else { "FUTURE_REF" };
    if alone { Found::new(at, at + 1, Meaning::Ref(value)) } else { None }
}

/// “same day”, “that week”, “that same year”.
fn same(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let unit_at = at + 1 + usize::from(phrase.is(at, "that") && phrase.is(at + 1, "same"));
    if let Some(found) = same_a_year_ago(phrase, unit_at) {
        return Some(found);
    }
    match sense(phrase.bare(unit_at)) {
        Sense::Unit(unit) if unit >= Unit::Day && !phrase.bare(unit_at).ends_with('s') => {
            Found::new(
                at,
                unit_at + 1,
                Meaning::Away { many: Some(0), unit, sign: 1, from: From::Told },
            )
        }
        Sense::PartOfDay => {
            let meaning =
                Meaning::Away { many: Some(0), unit: Unit::Day, sign: 1, from: From::Told };
            Found::new(at, unit_at + 1, meaning)
        }
        Sense::Weekend => Found::new(at, unit_at + 1, Meaning::ThatWeekend),
        _ => None,
    }
}

/// “the same month a year ago”, “the same period last year”: `at` is the place of the unit.
fn same_a_year_ago(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let to = ["a year ago", "a year earlier", "last year", "of last year", "the year before"]
        .iter()
        .find(|it| phrase.reads(at + 1, it))
        .map(|it| at + 1 + it.split(' ').count())?;
    let unit = match sense(phrase.bare(at)) {
        _ if phrase.is(at, "period") => None,
        Sense::Unit(unit @ (Unit::Quarter | Unit::Month)) => Some(unit),
        _ => return None,
    };
    Found::new(at, to, Meaning::Told { unit, years: -1 })
}

/// “the day before”, “the day after” with nothing behind, “the year earlier”.
fn after_the(phrase: &Phrase<'_>, at: usize, unit: Unit) -> Option<Found> {
    if unit == Unit::Day
        && let Some(found) = super::days_from(phrase, (at, at + 2), 1)
    {
        return Some(found);
    }
    let closed = !phrase.word(at + 3).starts_with(char::is_alphanumeric);
    let sign = if phrase.any(at + 2, &["before", "earlier", "previous", "prior"]) {
        -1
    } else if phrase.is(at + 2, "after") {
        1
    } else {
        return None;
    };
    if !closed || unit < Unit::Day {
        return None;
    }
    Found::new(at, at + 3, Meaning::Away { many: Some(1), unit, sign, from: From::Told })
}

/// “weekend”, “weekend of …”.
pub(super) fn weekend(phrase: &Phrase<'_>, at: usize, step: Option<Step>) -> Option<Found> {
    if phrase.is(at, "weekends") {
        return None;
    }
    let named = step.is_some() || at > 0 && phrase.any(at - 1, &["the", "over", "this"]);
    // “a weekend trip” names no weekend, “over the weekend” does.
    if named { Found::new(at, at + 1, Meaning::Weekend(step)) } else { None }
}

/// A unit alone: “years ago”, “days later”, “year-end”.
pub(super) fn unit(phrase: &Phrase<'_>, at: usize, unit: Unit) -> Option<Found> {
    // “at year’s end”, “by year end”.
    if unit == Unit::Year
        && phrase.is(at + 1, "end")
        && phrase.any(at, &["year", "year's", "year’s"])
    {
        return Found::new(at, at + 2, Meaning::Shift { unit, by: 0 });
    }
    if !phrase.bare(at).ends_with('s') || unit < Unit::Day {
        return None;
    }
    if phrase.is(at + 1, "ago") {
        return Found::new(
            at,
            at + 2,
            Meaning::Away { many: None, unit, sign: -1, from: From::Published },
        );
    }
    if phrase.any(at + 1, &["earlier", "later"]) {
        let sign = if phrase.is(at + 1, "later") { 1 } else { -1 };
        return Found::new(at, at + 2, Meaning::Away { many: None, unit, sign, from: From::Told });
    }
    let counted = at > 0
        && phrase.any(at - 1, &["for", "of", "in", "within", "after", "over", "take", "last"]);
    if counted { Found::new(at, at + 1, Meaning::Length { many: None, unit }) } else { None }
}

/// “today”, “yesterday morning”, “tomorrow night”.
pub(super) fn today(phrase: &Phrase<'_>, at: usize, days: i64) -> Option<Found> {
    // “Today” may be part of a name: “Ostrau Today”.
    if at > 0 && phrase.is_capital(at) && phrase.is_capital(at - 1) {
        return None;
    }
    Found::new(at, behind_part_of_day(phrase, at + 1), today_meaning(days))
}

fn today_meaning(days: i64) -> Meaning {
    Meaning::Shift { unit: Unit::Day, by: days }
}
