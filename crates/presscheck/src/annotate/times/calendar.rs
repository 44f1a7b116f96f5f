//! Calendar arithmetic and the ISO 8601 forms of its results.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// A length of the calendar or the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The date `by` units later; hours and less stay on the day.
pub(super) fn later(date: Date, by: i64, unit: Unit) -> Option<Date> {
    let none = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(date),
        Unit::Day => none.try_days(by),
        Unit::Week => none.try_weeks(by),
        Unit::Month => none.try_months(by),
        Unit::Quarter => none.try_months(by.checked_mul(3)?),
        Unit::Year => none.try_years(by),
        Unit::Decade => none.try_years(by.checked_mul(10)?),
        Unit::Century => none.try_years(by.checked_mul(100)?),
    };
    date.checked_add(span.ok()?).ok()
}

/// The date as a value of the unit it was counted in: 2019-W40 for weeks, 2015 for years.
pub(super) fn value(date: Date, unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => date.to_string(),
        Unit::Week => week(date),
        Unit::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Unit::Quarter => format!("{:04}-Q{}", date.year(), (date.month() + 2) / 3),
        Unit::Year => format!("{:04}", date.year()),
        Unit::Decade => format!("{:03}", date.year() / 10),
        Unit::Century => format!("{:02}", date.year() / 100),
    }
}

/// The same with `X` for what nothing fixes.
pub(super) fn open_value(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

/// A duration: `P3D`, `PT2H`, `PXW` where the words do not say how many.
pub(super) fn length(many: Option<f64>, unit: Unit) -> String {
    let (many, letter) = match unit {
        Unit::Quarter => (many, "Q"),
        Unit::Second => (many, "S"),
        Unit::Minute => (many, "M"),
        Unit::Hour => (many, "H"),
        Unit::Day => (many, "D"),
        Unit::Week => (many, "W"),
        Unit::Month => (many, "M"),
        Unit::Year => (many, "Y"),
        Unit::Decade if many.is_some() => (many.map(|it| it * 10.0), "Y"),
        Unit::Decade => (many, "DE"),
        Unit::Century if many.is_some() => (many.map(|it| it * 100.0), "Y"),
        Unit::Century => (many, "C"),
    };
    let clock = if unit <= Unit::Hour { "T" } else { "" };
    let half = match unit {
        Unit::Minute => "30S",
        Unit::Hour => "30M",
        Unit::Year => "6M",
        _ => "",
    };
    match many {
        // “A year and a half” is P1Y6M.
        Some(many) if !half.is_empty() && (many.fract() - 0.5).abs() < 1e-9 => match many.trunc() {
            0.0 => format!("P{clock}{half}"),
            whole => format!("P{clock}{whole}{letter}{half}"),
        },
        Some(many) => format!("P{clock}{many}{letter}"),
        None => format!("P{clock}X{letter}"),
    }
}

/// The ISO week of a date.
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The number of a weekday, Monday being 1.
pub(super) fn number(date: Date) -> i64 {
    i64::from(date.weekday().to_monday_one_offset())
}

/// The last such weekday on or before a date.
pub(super) fn on_or_before(date: Date, weekday: i64) -> Option<Date> {
    later(date, -(number(date) - weekday).rem_euclid(7), Unit::Day)
}

/// The `nth` such weekday of a month; −1 is the last.
pub(super) fn nth(year: i16, month: i8, nth: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// Easter Sunday in the western churches, by Gauss’s rule in the form of Meeus.
pub(super) fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (cycle, century, in_century) = (year % 19, year / 100, year % 100);
    let leap = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * cycle + century - century / 4 - leap + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (cycle + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    let (month, day) = (i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?);
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weekdays_are_counted_back_to_the_day_itself() {
        let monday = date(2022, 2, 21);
        assert_eq!(on_or_before(monday, 1), Some(monday));
        assert_eq!(on_or_before(monday, 7), Some(date(2022, 2, 20)));
    }

    #[test]
    fn easter_moves() {
        assert_eq!(easter(2022), Some(date(2022, 4, 17)));
        assert_eq!(easter(2019), Some(date(2019, 4, 21)));
    }

    #[test]
    fn arithmetic_stops_at_the_end_of_time() {
        assert_eq!(later(date(2022, 2, 21), i64::MAX, Unit::Century), None);
        assert_eq!(later(date(2022, 2, 21), -99_999, Unit::Year), None);
    }
}
