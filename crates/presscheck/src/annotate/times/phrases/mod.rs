//! Time expressions as rows of words: which words belong to one, and what they say.

mod amounts;
mod clock;
mod dates;
mod named;
mod relative;

use super::calendar::Unit;
use super::lexicon::{Sense, sense};
use super::meaning::{Clock, Meaning};
use crate::text::phrase::Phrase;

/// An expression: its first token, the one behind its last, and what it says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) meaning: Meaning,
    /// The time of day that stands with a day: “9 a.m. Tuesday”.
    pub(super) clock: Option<Clock>,
    /// So many days from the day that `meaning` fixes: “two days after Christmas”.
    pub(super) days: i64,
}

impl Found {
    #[expect(clippy::unnecessary_wraps, reason = "every reading of a phrase ends in an option")]
    fn new(from: usize, to: usize, meaning: Meaning) -> Option<Found> {
        Some(Found { from, to, meaning, clock: None, days: 0 })
    }
}

/// Reads the expression whose first telling word is at a place.
pub(super) fn read(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let found = match sense(phrase.bare(at)) {
        Sense::Other => return None,
        Sense::Weekday { .. } | Sense::Weekdays(_) => dates::weekday(phrase, at),
        Sense::Month { .. } => dates::month(phrase, at).or_else(|| named::holiday(phrase, at)),
        Sense::Number => clock::time(phrase, at)
            .or_else(|| dates::numeric(phrase, at))
            .or_else(|| named::quarter(phrase, at))
            .or_else(|| relative::year_ago(phrase, at))
            .or_else(|| relative::year_end(phrase, at))
            .or_else(|| amounts::amount(phrase, at))
            .or_else(|| dates::year(phrase, at)),
        Sense::Hour(hour) => clock::named(phrase, at, hour),
        Sense::Step(step) => relative::stepped(phrase, at, step),
        Sense::Opener => relative::opened(phrase, at),
        Sense::Unit(unit) => {
            named::quarter(phrase, at).or_else(|| relative::unit(phrase, at, unit))
        }
        Sense::Weekend => relative::weekend(phrase, at, None),
        Sense::Today(days) => relative::today(phrase, at, days),
        Sense::Season(season) => named::season(phrase, at, season),
        Sense::Holiday => named::holiday(phrase, at),
        Sense::Every => amounts::every(phrase, at),
        Sense::Adverb(unit) => Found::new(at, at + 1, Meaning::Every { unit }),
        Sense::Ref(value) => Found::new(at, at + 1, Meaning::Ref(value)),
        Sense::PartOfDay => None,
    }?;
    Some(extended(phrase, found))
}

/// The expression at a place that fixes a day: “Tuesday”, “Feb. 12”, “today”, “Christmas”.
fn day(phrase: &Phrase<'_>, at: usize) -> Option<Found> {
    let found = match sense(phrase.bare(at)) {
        Sense::Weekday { .. } => dates::weekday(phrase, at),
        Sense::Month { .. } => dates::month(phrase, at),
        Sense::Number => dates::numeric(phrase, at),
        Sense::Today(days) => relative::today(phrase, at, days),
        Sense::Holiday => named::holiday(phrase, at),
        Sense::Step(step) => relative::stepped(phrase, at, step),
        _ => None,
    }?;
    let fixes = matches!(
        found.meaning,
        Meaning::Day { .. }
            | Meaning::Weekday { .. }
            | Meaning::Shift { unit: Unit::Day, .. }
            | Meaning::Holiday { .. }
    );
    fixes.then_some(found)
}

/// So many days before or after the day that follows: “two weeks before Christmas”, “the day after
/// Tuesday’s vote”. `from` is where the expression begins, `at` the place of “before”.
fn days_from(phrase: &Phrase<'_>, (from, at): (usize, usize), days: i64) -> Option<Found> {
    let sign = match phrase.word(at) {
        "after" | "from" | "following" => 1,
        "before" => -1,
        _ => return None,
    };
    let found = day(phrase, at + 1)?;
    Some(Found { from, days: days.checked_mul(sign)?, ..found })
}

/// The expression with the words before it that narrow it: “late Sunday”, “the end of last year”.
fn extended(phrase: &Phrase<'_>, found: Found) -> Found {
    let mut from = found.from;
    if matches!(found.meaning, Meaning::Length { .. } | Meaning::Every { .. } | Meaning::Ref(_)) {
        return found;
    }
    if from > 0 && phrase.any(from - 1, &["early", "earlier", "late", "later", "mid"]) {
        from -= 1;
    } else {
        let of = usize::from(from > 0 && phrase.is(from - 1, "the"));
        if from > 2 + of
            && phrase.is(from - 1 - of, "of")
            && phrase.any(from - 2 - of, relative::EDGES)
            && phrase.is(from - 3 - of, "the")
        {
            from -= 3 + of;
        }
    }
    Found { from, ..found }
}

/// The place behind a part of the day that begins at a place: “Monday morning”, “Sunday night”.
fn behind_part_of_day(phrase: &Phrase<'_>, at: usize) -> usize {
    let late = usize::from(phrase.any(at, &["late", "early"]));
    if sense(phrase.bare(at + late)) == Sense::PartOfDay { at + late + 1 } else { at }
}

/// The place behind “’s” that stands as tokens of its own at a place; most often there is none.
fn behind_stop(phrase: &Phrase<'_>, at: usize) -> usize {
    if phrase.is(at, ".") && phrase.touches_last(at) { at + 1 } else { at }
}
