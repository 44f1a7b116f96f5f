//! Values of time expressions: what the words say, counted from the publication date.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Unit, later};
use super::meaning::{From, Holiday, Meaning, Season, Step, YearOf};
use super::tense::Direction;
use crate::model::TimeKind;

/// What a value depends on besides the words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// The publication day.
    pub(super) published: Option<Date>,
    /// The day that the article spoke of last.
    pub(super) told: Option<Date>,
    /// Which way the clause looks.
    pub(super) direction: Direction,
}

/// A value and what is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Value {
    pub(super) timex: String,
    pub(super) alternatives: Vec<String>,
    pub(super) kind: TimeKind,
    pub(super) relative: bool,
    /// The day it fixes.
    pub(super) day: Option<Date>,
}

impl Value {
    fn fixed(value: String, kind: TimeKind) -> Value {
        Value { timex: value, alternatives: Vec::new(), kind, relative: false, day: None }
    }

    fn open(value: impl Into<String>) -> Value {
        Value::fixed(value.into(), TimeKind::Date)
    }

    fn day(day: Date, relative: bool) -> Value {
        Value { relative, day: Some(day), ..Value::open(day.to_string()) }
    }

    fn relative(value: String) -> Value {
        Value { relative: true, ..Value::open(value) }
    }

    fn or(mut self, other: Option<String>) -> Value {
        self.alternatives.extend(other.filter(|it| *it != self.timex));
        self
    }
}

/// The value of an expression; `None` where the calendar has no such day.
pub(super) fn resolve(meaning: Meaning, set: Setting) -> Option<Value> {
    Some(match meaning {
        Meaning::Day { year, month, day, weekday } => {
            return day_of(year, (month, day), weekday, set);
        }
        Meaning::Month { month, year } => month_of(month, year, set)?,
        Meaning::Year(year) => Value::open(format!("{year:04}")),
        Meaning::Digits { year, digits } => {
            Value::open(format!("{year:04}").chars().take(digits).collect::<String>())
        }
        Meaning::Weekday { weekday, step, weeks } => return weekday_of(weekday, step, weeks, set),
        Meaning::Shift { unit, by } => shift(unit, by, set)?,
        Meaning::Weekend(step) => weekend(step, set)?,
        Meaning::Away { many, unit, sign, from } => return away(many, unit, (sign, from), set),
        Meaning::Season { season, year } => season_of(season, year, set)?,
        Meaning::Quarter { quarter, year } => quarter_of(quarter, year, set)?,
        Meaning::Holiday { holiday, year } => holiday_of(holiday, year, set)?,
        Meaning::Length { many, unit } => {
            Value::fixed(calendar::length(many, unit), TimeKind::Duration)
        }
        Meaning::Every { unit } => Value::fixed(calendar::length(Some(1.0), unit), TimeKind::Set),
        Meaning::EveryWeekday(weekday) => {
            Value::fixed(format!("XXXX-WXX-{weekday}"), TimeKind::Set)
        }
        Meaning::Clock(hour, minute) => {
            let minutes = minute.map_or_else(|| ":00".to_owned(), |it| format!(":{it:02}"));
            Value::fixed(format!("T{hour:02}{minutes}"), TimeKind::Time)
        }
        Meaning::Ref(value) => Value::open(value),
    })
}

/// “Feb. 12” without a year is the one nearest to publication, but a past verb keeps it from lying
/// far ahead and a future one from lying far behind.
fn day_of(
    year: Option<i16>,
    (month, day): (i8, i8),
    weekday: Option<i64>,
    set: Setting,
) -> Option<Value> {
    if let Some(year) = year {
        return Some(Value::day(Date::new(year, month, day).ok()?, false));
    }
    let Some(published) = set.published else {
        return (1..=31).contains(&day).then(|| Value::open(format!("XXXX-{month:02}-{day:02}")));
    };
    let years =
        (-8..=8).filter_map(|by| Date::new(published.year().checked_add(by)?, month, day).ok());
    let distance = |it: &Date| calendar_days(published, *it).abs();
    if let Some(weekday) = weekday {
        let fitting =
            years.clone().filter(|it| calendar::number(*it) == weekday).min_by_key(distance);
        if let Some(day) = fitting {
            return Some(Value::day(day, true));
        }
    }
    // Beyond a quarter against the verb's tense another year is meant.
    let fits = |it: &Date| match set.direction {
        Direction::Back => calendar_days(published, *it) <= 92,
        Direction::Ahead => calendar_days(published, *it) >= -92,
        Direction::Unknown => true,
    };
    let nearest =
        years.clone().filter(fits).min_by_key(distance).or_else(|| years.min_by_key(distance))?;
    Some(Value::day(nearest, true))
}

/// Days from one date to another.
fn calendar_days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |it| i64::from(it.get_days()))
}

fn month_of(month: i8, year: YearOf, set: Setting) -> Option<Value> {
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => return Some(Value::open(format!("{year:04}-{month:02}"))),
        (_, None) => return Some(Value::open(format!("XXXX-{month:02}"))),
        (_, Some(published)) => {
            year_for(month, published.month(), published.year(), (year, set.direction))?
        }
    };
    Some(Value::relative(format!("{year:04}-{month:02}")))
}

/// The year of the nth part of a year (`now` is the part of publication): the last one begun unless
/// the words or the verb say otherwise.
fn year_for(part: i8, now: i8, this: i16, (year, direction): (YearOf, Direction)) -> Option<i16> {
    let by = match year {
        YearOf::Given(year) => return Some(year),
        YearOf::Shift(by) => i16::try_from(by).ok()?,
        YearOf::Step(Step::Last) => -i16::from(part >= now),
        YearOf::Step(Step::Next) => i16::from(part <= now),
        YearOf::Step(Step::This) => 0,
        YearOf::Open if direction == Direction::Ahead => i16::from(part < now),
        // December speaks of the January to come unless a verb looks back.
        YearOf::Open if direction == Direction::Unknown && part + 9 < now => 1,
        YearOf::Open => -i16::from(part > now),
    };
    this.checked_add(by)
}

fn weekday_of(weekday: i64, step: Option<Step>, weeks: Option<i64>, set: Setting) -> Option<Value> {
    let Some(published) = set.published else {
        return Some(Value::open(format!("XXXX-WXX-{weekday}")));
    };
    if let Some(weeks) = weeks {
        let monday = calendar::on_or_before(news_week(published), 1)?;
        return Some(Value::day(later(monday, weeks * 7 + weekday - 1, Unit::Day)?, true));
    }
    let last = calendar::on_or_before(published, weekday)?;
    let week = |day: Date, by: i64| later(day, by, Unit::Week);
    let today = last == published;
    let next = if today { last } else { week(last, 1)? };
    let (day, other) = match step {
        Some(Step::Last) if today => (week(last, -1)?, None),
        // The day before yesterday would be called by its name alone: “last” then means the week before.
        Some(Step::Last) if calendar_days(last, published) <= 2 => (week(last, -1)?, Some(last)),
        Some(Step::Last) => (last, week(last, -1)),
        Some(Step::Next) if calendar_days(published, next) <= 2 => (week(next, 1)?, Some(next)),
        Some(Step::Next) => (next, week(next, 1)),
        Some(Step::This) => {
            let monday = calendar::on_or_before(news_week(published), 1)?;
            (later(monday, weekday - 1, Unit::Day)?, None)
        }
        None if set.direction == Direction::Ahead => (next, None),
        None => (last, None),
    };
    Some(Value::day(day, true).or(other.map(|it| it.to_string())))
}

/// The day whose week “this week” means: on a Sunday the week that begins.
fn news_week(published: Date) -> Date {
    if calendar::number(published) == 7 {
        later(published, 1, Unit::Day).unwrap_or(published)
    } else {
        published
    }
}

fn shift(unit: Unit, by: i64, set: Setting) -> Option<Value> {
    let Some(published) = set.published else {
        return Some(Value::open(calendar::open_value(unit)));
    };
    let base = if unit == Unit::Week && by < 1 { news_week(published) } else { published };
    let date = later(base, by, unit)?;
    let day = (unit == Unit::Day).then_some(date);
    Some(Value { day, ..Value::relative(calendar::value(date, unit)) })
}

/// The weekend in or before the week of publication, as the week it ends: `2022-W07-WE`.
fn weekend(step: Option<Step>, set: Setting) -> Option<Value> {
    let Some(published) = set.published else { return Some(Value::open("XXXX-WXX-WE")) };
    let weekend_now = calendar::number(published) >= 6;
    // Early in the week a past weekend is the nearer one, whatever the verb.
    let ahead = set.direction == Direction::Ahead && calendar::number(published) > 2;
    let by = match step {
        Some(Step::Next) => 1,
        Some(Step::This) => 0,
        Some(Step::Last) => -1,
        None if weekend_now || ahead => 0,
        None => -1,
    };
    let week = calendar::week(later(published, by, Unit::Week)?);
    Some(Value::relative(format!("{week}-WE")).or(Some(week)))
}

fn away(many: Option<i64>, unit: Unit, (sign, from): (i64, From), set: Setting) -> Option<Value> {
    let Some(many) = many else {
        return Some(Value::open(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }));
    };
    let base = match from {
        From::Told => set.told.or(set.published),
        From::Published => set.published,
    };
    let Some(base) = base else { return Some(Value::open(calendar::open_value(unit))) };
    let date = later(base, sign.checked_mul(many)?, unit)?;
    let day = (unit == Unit::Day).then_some(date);
    let exact = (unit == Unit::Week).then(|| date.to_string());
    Some(Value { day, ..Value::relative(calendar::value(date, unit)) }.or(exact))
}

fn season_of(season: Season, year: YearOf, set: Setting) -> Option<Value> {
    let (letters, first) = match season {
        Season::Spring => ("SP", 3),
        Season::Summer => ("SU", 6),
        Season::Autumn => ("FA", 9),
        Season::Winter => ("WI", 12),
    };
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => return Some(Value::open(format!("{year:04}-{letters}"))),
        (_, None) => return Some(Value::open(format!("XXXX-{letters}"))),
        (_, Some(it)) => year_for(first, it.month(), it.year(), (year, set.direction))?,
    };
    Some(Value::relative(format!("{year:04}-{letters}")))
}

fn quarter_of(quarter: i8, year: YearOf, set: Setting) -> Option<Value> {
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => return Some(Value::open(format!("{year:04}-Q{quarter}"))),
        (_, None) => return Some(Value::open(format!("XXXX-Q{quarter}"))),
        (_, Some(it)) => {
            year_for(quarter, (it.month() + 2) / 3, it.year(), (year, Direction::Back))?
        }
    };
    Some(Value::relative(format!("{year:04}-Q{quarter}")))
}

fn holiday_of(holiday: Holiday, year: YearOf, set: Setting) -> Option<Value> {
    if let YearOf::Given(year) = year {
        return Some(Value::day(holiday_in(holiday, year)?, false));
    }
    let published = set.published?;
    let this = published.year();
    let before = |it: &Date| *it <= published;
    let mut years = [this.checked_sub(1)?, this, this.checked_add(1)?]
        .into_iter()
        .filter_map(|it| holiday_in(holiday, it));
    let day = match year {
        YearOf::Shift(by) => holiday_in(holiday, this.checked_add(i16::try_from(by).ok()?)?),
        YearOf::Step(Step::Last) => years.rfind(|it| *it < published),
        YearOf::Step(Step::Next) => years.find(|it| *it > published),
        YearOf::Step(Step::This) => holiday_in(holiday, this),
        _ if set.direction == Direction::Ahead => years.find(|it| *it >= published),
        _ if set.direction == Direction::Back => years.rfind(before),
        _ => years.min_by_key(|it| calendar_days(published, *it).abs()),
    };
    Some(Value::day(day?, true))
}

fn holiday_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
        Holiday::Easter(days) => later(calendar::easter(year)?, days, Unit::Day),
        Holiday::Nth { month, nth, weekday } => {
            calendar::nth(year, month, nth, Weekday::from_monday_one_offset(weekday).ok()?)
        }
    }
}
