//! Clues to a day: the weekdays, dates and words like “today” in an article.

use jiff::civil::{Date, Weekday};

use crate::model::{Annotated, Span};
use crate::text::phrase::{lower, unpossessed};
use crate::text::words::tokens;

/// One expression that helps to date an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clue {
    /// Where it stands.
    pub(super) span: Span,
    /// What it says.
    pub(super) said: Said,
    /// Whether its clause speaks of what is to come.
    pub(super) ahead: bool,
    /// Whether it names the evening or night of its day.
    pub(super) late: bool,
    /// The day it was resolved to, where the article is dated.
    pub(super) day: Option<Date>,
}

/// What an expression says of its day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// “Sunday”.
    Weekday(Weekday),
    /// “Sunday, February 20”, “February 20, 2022”.
    Day { month: i8, day: i8, year: Option<i16>, weekday: Option<Weekday> },
    /// “today”, “this morning”.
    Today,
    /// “last night”, “overnight”.
    LastNight,
}

/// The clues of an article, in text order.
pub(super) fn of(it: &Annotated) -> Vec<Clue> {
    let text = &it.article.text;
    let clue = |span: Span, value: &str| {
        let words: Vec<String> = tokens(text, span)
            .iter()
            .map(|it| lower(unpossessed(it.span.of(text)), &mut [0; 20]).to_owned())
            .collect();
        Some(Clue {
            span,
            said: said(&words)?,
            ahead: is_ahead(text, span),
            late: words.iter().any(|it| matches!(it.as_str(), "late" | "night" | "evening"))
                || is_late(text, span),
            day: value.get(..10).and_then(|it| it.parse().ok()),
        })
    };
    it.annotations.times.iter().filter_map(|it| clue(it.span, &it.value)).collect()
}

/// “late on Sunday”: the word may stand outside the expression.
fn is_late(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default().trim_end();
    before.strip_suffix(" on").unwrap_or(before).ends_with(" late")
}

fn said(words: &[String]) -> Option<Said> {
    let has = |word: &str| words.iter().any(|it| it == word);
    let weekday = words.iter().find_map(|it| weekday(it));
    let month = words.iter().position(|it| month(it).is_some());
    if let Some(at) = month {
        let number = |at: usize| words.get(at).and_then(|it| day_number(it));
        let day = number(at + 1).or_else(|| number(at.checked_sub(1)?))?;
        let year = words.iter().rev().find_map(|it| year(it));
        return Some(Said::Day { month: self::month(words.get(at)?)?, day, year, weekday });
    }
    if ["last", "next", "every", "coming", "previous", "following"].iter().any(|it| has(it)) {
        return has("night").then_some(Said::LastNight).filter(|_| weekday.is_none());
    }
    if let Some(weekday) = weekday {
        return Some(Said::Weekday(weekday));
    }
    let part = ["morning", "afternoon", "evening"].iter().any(|it| has(it));
    if has("today") || has("tonight") || has("this") && part {
        return Some(Said::Today);
    }
    has("overnight").then_some(Said::LastNight)
}

/// How far before an expression a word may stand that turns it ahead, in bytes.
const NEAR: usize = 60;

/// Whether the words before an expression, in its sentence, speak of what is to come.
fn is_ahead(text: &str, span: Span) -> bool {
    let from = (span.start().saturating_sub(NEAR)..=span.start())
        .find(|&it| text.is_char_boundary(it))
        .unwrap_or(span.start());
    let before = text.get(from..span.start()).unwrap_or_default();
    let clause = before.rsplit(['.', ';', '\n', '”', '"']).next().unwrap_or_default();
    let words = [
        "will",
        "would",
        "until",
        "till",
        "set",
        "due",
        "expected",
        "scheduled",
        "plans",
        "planned",
        "by",
        "next",
        "may",
        "could",
        "should",
        "upcoming",
    ];
    clause.split_whitespace().any(|it| words.contains(&lower(it, &mut [0; 20])))
        || clause.trim_end().ends_with("next")
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// January is 1.
pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let short = word.len() == 3 || word == "sept";
    let at = MONTHS.iter().position(|&it| it == word || short && it.starts_with(word))?;
    i8::try_from(at + 1).ok()
}

fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    digits.parse().ok().filter(|it| (1..=31).contains(it))
}

/// A year of the time that newspapers on the web cover.
pub(super) fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|it| word.len() == 4 && (1980..2100).contains(it))
}
