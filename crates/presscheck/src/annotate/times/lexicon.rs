//! The words that time expressions are made of.

use super::calendar::Unit;
use super::meaning::{Season, Step};
use crate::text::phrase::lower;

/// What a word may begin or be in a time expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sense {
    /// Monday is 1; `short` for “Mon.”.
    Weekday { weekday: i64, short: bool },
    /// “Sundays”.
    Weekdays(i64),
    /// January is 1.
    Month { month: i8, short: bool },
    /// “week”, “weeks”.
    Unit(Unit),
    /// “weekend”.
    Weekend,
    /// “morning”, “night”.
    PartOfDay,
    /// “summer”.
    Season(Season),
    /// “last”, “this”, “next”, “coming”.
    Step(Step),
    /// “today”: days from publication.
    Today(i64),
    /// “the”, “that”, “same”: may open an expression.
    Opener,
    /// “each”, “every”.
    Every,
    /// “daily”, “annual”.
    Adverb(Unit),
    /// “now”, “recently”.
    Ref(&'static str),
    /// Digits, number words, “several”.
    Number,
    /// “Christmas” and other words that holidays begin with.
    Holiday,
    /// “noon”, “midnight”: hours.
    Hour(i64),
    /// Any other word.
    Other,
}

/// What a word may be; “’s” must be off.
pub(super) fn sense(word: &str) -> Sense {
    let Some(&first) = word.as_bytes().first() else { return Sense::Other };
    if first.is_ascii_digit() {
        return Sense::Number;
    }
    if !first.is_ascii_alphabetic() || word.len() < 2 {
        return if matches!(word, "a" | "A") { Sense::Number } else { Sense::Other };
    }
    let mut room = [0; 20];
    let word = lower(word, &mut room);
    weekday(word)
        .or_else(|| month(word))
        .or_else(|| unit(word))
        .or_else(|| other(word))
        .unwrap_or_else(|| if word.contains('-') { hyphened(word) } else { Sense::Other })
}

fn weekday(word: &str) -> Option<Sense> {
    let (weekday, short) = match word {
        "monday" => (1, false),
        "tuesday" => (2, false),
        "wednesday" => (3, false),
        "thursday" => (4, false),
        "friday" => (5, false),
        "saturday" => (6, false),
        "sunday" => (7, false),
        "mon" => (1, true),
        "tue" | "tues" => (2, true),
        "wed" | "weds" => (3, true),
        "thu" | "thur" | "thurs" => (4, true),
        "fri" => (5, true),
        "sat" => (6, true),
        "sun" => (7, true),
        _ => {
            let single = word.strip_suffix("days")?;
            let all = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];
            let at = all.iter().position(|&it| it == single)?;
            return Some(Sense::Weekdays(i64::try_from(at).ok()? + 1));
        }
    };
    Some(Sense::Weekday { weekday, short })
}

fn month(word: &str) -> Option<Sense> {
    let (month, short) = match word {
        "january" => (1, false),
        "february" => (2, false),
        "march" => (3, false),
        "april" => (4, false),
        "may" => (5, false),
        "june" => (6, false),
        "july" => (7, false),
        "august" => (8, false),
        "september" => (9, false),
        "october" => (10, false),
        "november" => (11, false),
        "december" => (12, false),
        "jan" => (1, true),
        "feb" => (2, true),
        "mar" => (3, true),
        "apr" => (4, true),
        "jun" => (6, true),
        "jul" => (7, true),
        "aug" => (8, true),
        "sep" | "sept" => (9, true),
        "oct" => (10, true),
        "nov" => (11, true),
        "dec" => (12, true),
        _ => return None,
    };
    Some(Sense::Month { month, short })
}

fn unit(word: &str) -> Option<Sense> {
    Some(Sense::Unit(match word {
        "second" | "seconds" => Unit::Second,
        "minute" | "minutes" | "mins" => Unit::Minute,
        "hour" | "hours" | "hr" | "hrs" => Unit::Hour,
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    }))
}

fn other(word: &str) -> Option<Sense> {
    Some(match word {
        "weekend" | "weekends" => Sense::Weekend,
        "morning" | "afternoon" | "evening" | "night" | "overnight" => Sense::PartOfDay,
        "spring" => Sense::Season(Season::Spring),
        "summer" => Sense::Season(Season::Summer),
        "autumn" | "fall" => Sense::Season(Season::Autumn),
        "winter" => Sense::Season(Season::Winter),
        "last" | "previous" | "preceding" => Sense::Step(Step::Last),
        "past" => Sense::Step(Step::Past),
        "this" | "current" => Sense::Step(Step::This),
        "next" | "following" => Sense::Step(Step::Next),
        "coming" | "upcoming" => Sense::Step(Step::Coming),
        "today" | "tonight" => Sense::Today(0),
        "yesterday" => Sense::Today(-1),
        "tomorrow" => Sense::Today(1),
        "the" | "that" | "same" | "recent" => Sense::Opener,
        "each" | "every" => Sense::Every,
        "hourly" => Sense::Adverb(Unit::Hour),
        "daily" => Sense::Adverb(Unit::Day),
        "weekly" => Sense::Adverb(Unit::Week),
        "monthly" => Sense::Adverb(Unit::Month),
        "annual" | "yearly" => Sense::Adverb(Unit::Year),
        "now" | "currently" | "nowadays" => Sense::Ref("PRESENT_REF"),
        "recently" => Sense::Ref("PAST_REF"),
        "noon" | "midday" => Sense::Hour(12),
        "midnight" => Sense::Hour(0),
        "christmas" | "thanksgiving" | "easter" | "halloween" | "labor" | "memorial"
        | "independence" | "new" | "valentine" | "veterans" | "boxing" | "good" | "earth"
        | "cinco" | "juneteenth" | "canada" | "bastille" | "guy" | "armistice" | "anzac"
        | "australia" | "groundhog" | "martin" | "mlk" | "presidents" | "mother" | "father"
        | "columbus" | "ash" | "palm" | "pentecost" | "st" => Sense::Holiday,
        "an" | "several" | "few" | "some" | "many" | "couple" | "half" | "one" | "two"
        | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven"
        | "twelve" | "thirteen" | "fourteen" | "fifteen" | "sixteen" | "seventeen" | "eighteen"
        | "nineteen" | "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty"
        | "ninety" | "first" | "third" | "fourth" | "final" | "latter" | "q1" | "q2" | "q3"
        | "q4" | "h1" | "h2" | "sixteenth" | "seventeenth" | "eighteenth" | "nineteenth"
        | "twentieth" => Sense::Number,
        _ => return None,
    })
}

/// Words such as “mid-July”, “third-quarter”, “four-year”, “year-earlier”.
fn hyphened(word: &str) -> Sense {
    let Some((first, last)) = word.rsplit_once('-') else { return Sense::Other };
    if matches!(first, "mid" | "early" | "late" | "pre" | "post") {
        return sense(last);
    }
    match last {
        "year" | "day" | "week" | "month" | "hour" | "minute" | "old" | "long" | "quarter"
        | "decade" => Sense::Number,
        "ago" | "earlier" | "end" => Sense::Number,
        _ => weekday_pair(first, last),
    }
}

/// “Tuesday-Thursday” counts from its first day.
fn weekday_pair(first: &str, last: &str) -> Sense {
    match (weekday(first), weekday(last)) {
        (Some(found), Some(_)) => found,
        _ => Sense::Other,
    }
}
