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
    let past = phrase.any(at, &["past", "previous", "following", "coming", "upcoming"]);
    match sense(phrase.bare(at + 1)) {
        Sense::Unit(unit) => stepped_unit(phrase, from, at, step, unit),
        Sense::Weekday { weekday, short: false } => {
            let to = behind_part_of_day(phrase, at + 2);
            let dated = dates::weekday(phrase, at + 1)?;
            if matches!(dated.meaning, Meaning::Day { .. }) {
                return Found::new(from, dated.to, dated.meaning);
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

/// “last week”, “the previous day”, “the past year”, “recent days” have their own ways.
fn stepped_unit(
    phrase: &Phrase<'_>,
    from: usize,
    at: usize,
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
    Found::new(from, to, Meaning::Shift { unit, by: step.sign() })
}

/// “the same day”, “that week”, “the weekend”, “the day before”, “the week of Feb. 12”.
pub(super) fn opened(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    if phrase.is(at, "the") {
        let found = match sense(phrase.bare(at + 1)) {
            Sense::Opener if phrase.is(at + 1, "same") => same(phrase, at + 1),
            Sense::Weekend => weekend(phrase, at + 1, None),
            Sense::Unit(Unit::Quarter) if phrase.is(at + 1, "quarter") => {
                Found::new(at, at + 2, Meaning::Shift { unit: Unit::Quarter, by: -1 })
            }
            Sense::Unit(unit) => after_the(phrase, at, unit),
            Sense::Season(season) => named::season(phrase, at + 1, season),
            _ if phrase.any(at + 1, &["future", "past"]) => future_or_past(phrase, at + 1),
            _ => None,
        }?;
        return Found::new(at, found.to, found.meaning);
    }
    if phrase.is(at, "recent") {
        let Sense::Unit(unit) = sense(phrase.bare(at + 1)) else { return None };
        return Found::new(at, at + 2, Meaning::Length { many: None, unit });
    }
    same(phrase, at)
}

/// “the future”, “the past” where they stand for a time.
fn future_or_past(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let alone = !phrase.word(at + 1).starts_with(char::is_alphabetic)
        || phrase.any(at + 1, &["of", "and", "to", "is", "by", "in"]);
    let value = if phrase.is(at, "past") { "PAST_REF" } else { "FUTURE_REF" };
    if alone { Found::new(at, at + 1, Meaning::Ref(value)) } else { None }
}

/// “same day”, “that week”, “that same year”.
fn same(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let unit_at = at + 1 + usize::from(phrase.is(at, "that") && phrase.is(at + 1, "same"));
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
        _ => None,
    }
}

/// “the day before”, “the day after” with nothing behind, “the year earlier”.
fn after_the(phrase: &Phrase<'_>, at: usize, unit: Unit) -> Option<Found> {
    let closed = !phrase.word(at + 3).starts_with(char::is_alphanumeric);
    let sign = if phrase.any(at + 2, &["before", "earlier"]) {
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
