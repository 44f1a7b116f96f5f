//! What a time expression says, before the publication date gives it a value.

use std::fmt;

use super::calendar::Unit;

/// What the words say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Meaning {
    /// “Feb. 12”, “February 12, 2022”.
    Day { year: Option<i16>, month: i8, day: i8, weekday: Option<i64> },
    /// “June”, “June last year”.
    Month { month: i8, year: YearOf },
    /// “2007”.
    Year(i16),
    /// “the 1990s”: its first year, and how many digits of it count.
    Digits { year: i16, digits: usize },
    /// “Sunday”, “last Saturday”, “Thursday next week”.
    Weekday { weekday: i64, step: Option<Step>, weeks: Option<i64> },
    /// “the previous Friday”: before the day told last.
    WeekdayBefore(i64),
    /// “this week”, “last month”: so many units from publication.
    Shift { unit: Unit, by: i64 },
    /// “the weekend”, “next weekend”.
    Weekend(Option<Step>),
    /// “that weekend”: of the time told last.
    ThatWeekend,
    /// “Labor Day weekend”.
    HolidayWeekend { holiday: Holiday, year: YearOf },
    /// “on the 18th”.
    DayOfMonth(i8),
    /// “two weeks ago”, “in three days”.
    Away { many: Option<i64>, unit: Unit, sign: i64, from: From },
    /// “the quarter”, “the latest period”, “the year-ago quarter”: the one told last, or so many
    /// years from it.
    Told { unit: Option<Unit>, years: i64 },
    /// “the quarter ended Sept. 30”.
    QuarterEnding { year: Option<i16>, month: i8, day: i8 },
    /// “the week of March 6”.
    WeekOf { year: Option<i16>, month: i8, day: i8 },
    /// “the summer of 2012”, “last winter”.
    Season { season: Season, year: YearOf },
    /// “the third quarter”.
    Quarter { quarter: i8, year: YearOf },
    /// “the first half of 1990”.
    Half { half: i8, year: YearOf },
    /// “Christmas”, “Labor Day 2019”.
    Holiday { holiday: Holiday, year: YearOf },
    /// “three weeks”.
    Length { many: Option<f64>, unit: Unit },
    /// “every week”.
    Every { unit: Unit },
    /// “every other week”.
    EveryOther { unit: Unit },
    /// “every weekend”.
    EveryWeekend,
    /// “Sundays”.
    EveryWeekday(i64),
    /// “each July”.
    EveryMonth(i8),
    /// “7:30 p.m.”
    Clock(Clock),
    /// “now”, “recently”.
    Ref(&'static str),
}

/// A time of day: hours, and minutes where they are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clock {
    pub(super) hour: i64,
    pub(super) minute: Option<i64>,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute.unwrap_or_default())
    }
}

/// Where counting starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    /// The day of publication.
    Published,
    /// The time that the article spoke of last.
    Told,
    /// The quarter that the article spoke of last, where it is held against an earlier one: “up from
    /// $3 million a year earlier”.
    Compared,
}

/// “last”, “this”, “next”; “past” and “coming” are the nearest on their side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Last,
    Past,
    This,
    Coming,
    Next,
}

impl Step {
    /// −1, 0 or 1.
    pub(super) fn sign(self) -> i64 {
        match self {
            Self::Last | Self::Past => -1,
            Self::This => 0,
            Self::Coming | Self::Next => 1,
        }
    }
}

/// Which year a month, season or quarter lies in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum YearOf {
    /// A year that the words name.
    Given(i16),
    /// So many years from publication: “last year”.
    Shift(i64),
    /// “last November”, “next June”.
    Step(Step),
    /// The words leave it open.
    Open,
}

/// Seasons of the northern half of the earth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Days with names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holiday {
    /// On the same day every year.
    Fixed(i8, i8),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// The nth weekday (Monday 1) of a month; −1 the last.
    Nth { month: i8, nth: i8, weekday: i8 },
}
