//! Values of time expressions as stretches of the calendar that can be put in order.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A value that fixes a day or something longer, without its time of day; `None` for values that
/// leave the year open and for “now”.
pub(super) fn dated(value: &str) -> Option<&str> {
    let day = value.split('T').next()?;
    let year = day.get(..4)?;
    let open = day.contains('X');
    (year.bytes().all(|it| it.is_ascii_digit()) && !open).then_some(day)
}

/// The first day of a value, as far as its form tells.
pub(super) fn first_day(value: &str) -> Option<Date> {
    if let Ok(day) = value.parse() {
        return Some(day);
    }
    let year: i16 = value.get(..4)?.parse().ok()?;
    let rest = value.get(5..).unwrap_or_default();
    if let Some(week) = rest.strip_prefix('W') {
        let week = week.get(..2)?.parse().ok()?;
        return Some(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date());
    }
    let month = match rest {
        "Q2" | "SP" => 4,
        "Q3" | "SU" | "H2" => 7,
        "Q4" | "FA" | "WI" => 10,
        _ => rest.get(..2).and_then(|it| it.parse().ok()).unwrap_or(1),
    };
    Date::new(year, month, 1).ok()
}
