//! Values of time expressions: what the words say, counted from the publication date.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Unit, later};
use super::meaning::{Clock, From, Holiday, Meaning, Season, Step, YearOf};
use super::tense::Direction;
use crate::model::TimeKind;

/// What a value depends on besides the words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// The publication day.
    pub(super) published: Option<Date>,
    /// What the article spoke of last.
    pub(super) told: Told,
    /// Which way the clause looks.
    pub(super) direction: Direction,
}

/// The times that an article spoke of last, for “that day” and “the year-ago quarter”.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// The last day.
    day: Option<Date>,
    /// The last day, week, month, quarter or year: its first day and its length.
    last: Option<(Date, Unit)>,
    /// The last quarter.
    quarter: Option<Date>,
    /// The last month, if no quarter was told after it.
    month: Option<Date>,
}

impl Told {
    /// Takes note of one more.
    pub(super) fn hear(&mut self, value: &Value) {
        let Some((date, unit)) = value.period else { return };
        self.last = value.period;
        match unit {
            Unit::Day => self.day = Some(date),
            Unit::Month => self.month = Some(date),
            Unit::Quarter => (self.quarter, self.month) = (Some(date), None),
            _ => {}
        }
    }

    /// The quarter or month told last, or the one of them that `unit` asks for.
    fn term(self, unit: Option<Unit>) -> Option<(Date, Unit)> {
        let quarter = || self.quarter.map(|it| (it, Unit::Quarter));
        let month = || self.month.map(|it| (it, Unit::Month));
        match unit {
            Some(Unit::Quarter) => quarter(),
            Some(Unit::Month) => month(),
            Some(_) => None,
            None => month().or_else(quarter),
        }
    }

    /// The day told last.
    pub(super) fn day(self) -> Option<Date> {
        self.day
    }
}

/// A value and what is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Value {
    pub(super) timex: String,
    pub(super) alternatives: Vec<String>,
    pub(super) kind: TimeKind,
    pub(super) relative: bool,
    /// What it fixes: a date in it, and how long it is.
    period: Option<(Date, Unit)>,
}

impl Value {
    fn fixed(value: String, kind: TimeKind) -> Value {
        Value { timex: value, alternatives: Vec::new(), kind, relative: false, period: None }
    }

    fn open(value: impl Into<String>) -> Value {
        Value::fixed(value.into(), TimeKind::Date)
    }

    fn day(day: Date, relative: bool) -> Value {
        Value { relative, ..Value::of(day, Unit::Day) }
    }

    /// A unit of the calendar by a date in it.
    fn of(date: Date, unit: Unit) -> Value {
        let period = (unit >= Unit::Day).then_some((date, unit));
        Value { period, ..Value::open(calendar::value(date, unit)) }
    }

    /// The same, counted from publication.
    fn counted(date: Date, unit: Unit) -> Value {
        Value { relative: true, ..Value::of(date, unit) }
    }

    /// The day so many days later.
    pub(super) fn later(self, days: i64) -> Option<Value> {
        match self.period {
            Some((date, Unit::Day)) if days != 0 => {
                Some(Value::day(later(date, days, Unit::Day)?, self.relative))
            }
            _ => Some(self),
        }
    }

    /// The same at a time of its day, where it fixes one.
    pub(super) fn at(self, clock: Clock) -> Value {
        match self.period {
            Some((_, Unit::Day)) => {
                let timex = format!("{}{clock}", self.timex);
                Value { timex, kind: TimeKind::Time, ..self }
            }
            _ => self,
        }
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
        Meaning::Year(year) => year_of(year)?,
        Meaning::Told { unit, years } => return told(unit, years, set),
        Meaning::QuarterEnding { year, month, day } => {
            let end = day_of(year, (month, day), None, set)?.period?.0;
            // Quarters of business years end with any month: this one lies mostly in that.
            Value::counted(later(end, -45, Unit::Day)?, Unit::Quarter)
        }
        Meaning::WeekOf { year, month, day } => {
            let day = day_of(year, (month, day), None, set)?.period?.0;
            Value::counted(day, Unit::Week)
        }
        Meaning::Digits { year, digits } => {
            Value::open(format!("{year:04}").chars().take(digits).collect::<String>())
        }
        Meaning::Weekday { weekday, step, weeks } => return weekday_of(weekday, step, weeks, set),
        Meaning::WeekdayBefore(weekday) => {
            let base = later(set.told.day.or(set.published)?, -1, Unit::Day)?;
            Value::day(calendar::on_or_before(base, weekday)?, true)
        }
        Meaning::Shift { unit, by } => shift(unit, by, set)?,
        Meaning::Weekend(step) => weekend(step, set)?,
        Meaning::ThatWeekend => that_weekend(set)?,
        Meaning::HolidayWeekend { holiday, year } => holiday_weekend(holiday, year, set)?,
        Meaning::DayOfMonth(day) => return day_of_month(day, set),
        Meaning::Away { many, unit, sign, from } => return away(many, unit, (sign, from), set),
        Meaning::Season { season, year } => season_of(season, year, set)?,
        Meaning::Quarter { quarter, year } => quarter_of(quarter, year, set)?,
        Meaning::Half { half, year } => half_of(half, year, set)?,
        Meaning::Holiday { holiday, year } => holiday_of(holiday, year, set)?,
        Meaning::Length { many, unit } => {
            Value::fixed(calendar::length(many, unit), TimeKind::Duration)
        }
        Meaning::Every { unit } => Value::fixed(calendar::length(Some(1.0), unit), TimeKind::Set),
        Meaning::EveryOther { unit } => {
            Value::fixed(calendar::length(Some(2.0), unit), TimeKind::Set)
        }
        Meaning::EveryWeekend => Value::fixed("XXXX-WXX-WE".to_owned(), TimeKind::Set),
        Meaning::EveryWeekday(weekday) => {
            Value::fixed(format!("XXXX-WXX-{weekday}"), TimeKind::Set)
        }
        Meaning::EveryMonth(month) => Value::fixed(format!("XXXX-{month:02}"), TimeKind::Set),
        Meaning::Clock(clock) => Value::fixed(clock.to_string(), TimeKind::Time),
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
    // Beyond two months against the verb's tense another year is meant.
    let fits = |it: &Date| match set.direction {
        Direction::Back => calendar_days(published, *it) <= 60,
        Direction::Ahead => calendar_days(published, *it) >= -60,
        Direction::Unknown => true,
    };
    // Without a verb's word, what is to come must be twice as near as what was.
    let distance = |it: &Date| match calendar_days(published, *it) {
        ahead if ahead > 0 && set.direction == Direction::Unknown => 2 * ahead,
        days => days.abs(),
    };
    let nearest =
        years.clone().filter(fits).min_by_key(distance).or_else(|| years.min_by_key(distance))?;
    Some(Value::day(nearest, true))
}

/// “On the 18th”: the last such day begun, or the next one where the verb looks ahead.
fn day_of_month(day: i8, set: Setting) -> Option<Value> {
    let published = set.published?;
    let ahead = set.direction == Direction::Ahead;
    let fits = |it: &Date| if ahead { *it >= published } else { *it <= published };
    let found = (0..4).find_map(|by| {
        let month = later(published.first_of_month(), if ahead { by } else { -by }, Unit::Month)?;
        Date::new(month.year(), month.month(), day).ok().filter(fits)
    });
    Some(Value::day(found?, true))
}

/// Days from one date to another.
fn calendar_days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |it| i64::from(it.get_days()))
}

fn month_of(month: i8, year: YearOf, set: Setting) -> Option<Value> {
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => {
            return Some(Value::of(Date::new(year, month, 1).ok()?, Unit::Month));
        }
        (_, None) => return Some(Value::open(format!("XXXX-{month:02}"))),
        (_, Some(published)) => {
            year_for(month, published.month(), published.year(), (year, set.direction))?
        }
    };
    Some(Value::counted(Date::new(year, month, 1).ok()?, Unit::Month))
}

/// The year of the nth part of a year (`now` is the part of publication): the last one begun unless
/// the words or the verb say otherwise.
fn year_for(part: i8, now: i8, this: i16, (year, direction): (YearOf, Direction)) -> Option<i16> {
    let by = match year {
        YearOf::Given(year) => return Some(year),
        YearOf::Shift(by) => i16::try_from(by).ok()?,
        YearOf::Step(Step::Last | Step::Past) => -i16::from(part >= now),
        YearOf::Step(Step::Next | Step::Coming) => i16::from(part <= now),
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
        Some(Step::Last | Step::Past) if today => (week(last, -1)?, None),
        Some(Step::Past) => (last, None),
        Some(Step::Coming) if today => (week(last, 1)?, None),
        Some(Step::Coming) => (next, None),
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
    let base = match unit {
        Unit::Week if by < 1 => news_week(published),
        // “The past decade” is the one that most of the last ten years lie in.
        Unit::Decade if by == 0 => later(published, -5, Unit::Year)?,
        _ => published,
    };
    Some(Value::counted(later(base, by, unit)?, unit))
}

fn year_of(year: i16) -> Option<Value> {
    Some(Value::of(Date::new(year, 1, 1).ok()?, Unit::Year))
}

/// “the quarter”, “the year-ago period”: the one that the article spoke of last. A quarter without
/// any is the last one before publication.
fn told(unit: Option<Unit>, years: i64, set: Setting) -> Option<Value> {
    let (date, unit) = match (set.told.term(unit), unit) {
        (Some(found), _) => found,
        (None, Some(Unit::Quarter)) => (later(set.published?, -1, Unit::Quarter)?, Unit::Quarter),
        (None, Some(unit)) => (set.told.last.map(|it| it.0).or(set.published)?, unit),
        (None, None) => return None,
    };
    let value = Value::counted(later(date, years, Unit::Year)?, unit);
    // What the term is held against is not what the article goes on to tell of.
    Some(if years == 0 { value } else { Value { period: None, ..value } })
}

/// The weekend of the week told last: “that weekend”.
fn that_weekend(set: Setting) -> Option<Value> {
    let day = set.told.last.map(|it| it.0).or(set.published)?;
    Some(weekend_of(day))
}

fn weekend_of(day: Date) -> Value {
    let week = calendar::week(day);
    Value::relative(format!("{week}-WE")).or(Some(week))
}

/// “Labor Day weekend”: the one before a Monday or Tuesday, else the one behind it.
fn holiday_weekend(holiday: Holiday, year: YearOf, set: Setting) -> Option<Value> {
    let (day, _) = holiday_of(holiday, year, set)?.period?;
    let early = calendar::number(day) <= 2;
    Some(weekend_of(if early { later(day, -7, Unit::Day)? } else { day }))
}

/// The weekend in or before the week of publication, as the week it ends: `2022-W07-WE`.
fn weekend(step: Option<Step>, set: Setting) -> Option<Value> {
    let Some(published) = set.published else { return Some(Value::open("XXXX-WXX-WE")) };
    let weekend_now = calendar::number(published) >= 6;
    // Early in the week a past weekend is the nearer one, whatever the verb.
    let ahead = set.direction == Direction::Ahead && calendar::number(published) > 2;
    let by = match step {
        Some(Step::Next) => 1,
        Some(Step::This | Step::Coming) => 0,
        Some(Step::Last) => -1,
        Some(Step::Past) if weekend_now => 0,
        Some(Step::Past) => -1,
        None if weekend_now || ahead => 0,
        None => -1,
    };
    Some(weekend_of(later(published, by, Unit::Week)?))
}

fn away(many: Option<i64>, unit: Unit, (sign, from): (i64, From), set: Setting) -> Option<Value> {
    let Some(many) = many else {
        // “A few days later”: how long after.
        if from == From::Told && sign > 0 {
            return Some(Value::fixed(calendar::length(None, unit), TimeKind::Duration));
        }
        return Some(Value::open(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }));
    };
    if from == From::Compared
        && let Some((date, term)) = set.told.term(Some(Unit::Quarter))
    {
        let date = later(date, sign.checked_mul(many)?, unit)?;
        return Some(Value { period: None, ..Value::counted(date, term) });
    }
    let base = match from {
        From::Told if unit == Unit::Day => set.told.day.or(set.published),
        // A year told fixes no month to count from.
        From::Told => {
            let last = set.told.last.filter(|it| it.1 <= unit).map(|it| it.0);
            last.or(set.told.day).or(set.published)
        }
        From::Published | From::Compared => set.published,
    };
    let Some(base) = base else { return Some(Value::open(calendar::open_value(unit))) };
    let date = later(base, sign.checked_mul(many)?, unit)?;
    let exact = (unit == Unit::Week).then(|| date.to_string());
    // Decades ago fix a year about as well as years do.
    let unit = if unit == Unit::Decade && many > 0 { Unit::Year } else { unit };
    Some(Value::counted(date, unit).or(exact))
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
    let first = |year| Date::new(year, quarter * 3 - 2, 1).ok();
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => return Some(Value::of(first(year)?, Unit::Quarter)),
        (_, None) => return Some(Value::open(format!("XXXX-Q{quarter}"))),
        (_, Some(it)) => {
            let now = (it.month() + 2) / 3;
            // Reports on a quarter are due when it is over, and the next one is never far.
            let direction = match set.direction {
                Direction::Ahead if quarter + 1 == now => Direction::Back,
                Direction::Unknown if quarter == now + 1 => Direction::Ahead,
                direction => direction,
            };
            year_for(quarter, now, it.year(), (year, direction))?
        }
    };
    Some(Value::counted(first(year)?, Unit::Quarter))
}

fn half_of(half: i8, year: YearOf, set: Setting) -> Option<Value> {
    let year = match (year, set.published) {
        (YearOf::Given(year), _) => return Some(Value::open(format!("{year:04}-H{half}"))),
        (_, None) => return Some(Value::open(format!("XXXX-H{half}"))),
        (_, Some(it)) => year_for(half, (it.month() + 5) / 6, it.year(), (year, set.direction))?,
    };
    Some(Value::relative(format!("{year:04}-H{half}")))
}

/// A holiday so many days away is meant before any other year's.
const AT_HAND: i64 = 14;

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
        YearOf::Step(Step::Last | Step::Past) => years.rfind(|it| *it < published),
        YearOf::Step(Step::Next | Step::Coming) => years.find(|it| *it > published),
        YearOf::Step(Step::This) => holiday_in(holiday, this),
        // A party before Halloween is of the Halloween at hand, whatever the verb.
        _ => {
            let distance = |it: &Date| calendar_days(published, *it).abs();
            let at_hand = years.clone().min_by_key(distance);
            match set.direction {
                _ if at_hand.as_ref().is_some_and(|it| distance(it) <= AT_HAND) => at_hand,
                Direction::Ahead => years.find(|it| *it >= published),
                Direction::Back => years.rfind(before),
                Direction::Unknown => at_hand,
            }
        }
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
