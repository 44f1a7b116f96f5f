//! Told: what is read of an article to find its story, and the days that addresses state.

use jiff::civil::{Date, date};

use super::terms::{self, Term};
use crate::text::weights;

/// What is read of an article to find its story.
#[derive(Clone, Copy, Default, Debug)]
pub struct Told<'a> {
    /// The headline; empty where it is unknown or stands in the text.
    pub title: &'a str,
    /// The text.
    pub text: &'a str,
    /// The day of publication; an article without one is at no distance from any other.
    pub day: Option<Date>,
    /// The outlet's name, the same for all its articles; empty where it is unknown.
    pub outlet: &'a str,
    /// The article's address, which may state the day; may be empty.
    pub url: &'a str,
}

/// An article's terms. They are cut from it alone, so that this part of the work can be done for
/// several articles at once.
#[derive(Clone, Debug)]
pub struct Terms {
    pub(super) of: Vec<Term>,
    pub(super) day: Option<i32>,
    pub(super) outlet: u32,
}

impl Terms {
    /// Cuts an article into its terms.
    pub fn of(told: &Told<'_>) -> Terms {
        let outlet = told.outlet.trim();
        Terms {
            of: terms::terms(told.title, told.text),
            day: told.day.or_else(|| in_address(told.url)).and_then(number),
            outlet: if outlet.is_empty() { 0 } else { weights::hash(outlet.bytes()).max(1) },
        }
    }
}

/// A day as the number of days since 1970.
fn number(day: Date) -> Option<i32> {
    Some(date(1970, 1, 1).until(day).ok()?.get_days())
}

/// The day that an address states: `/2031/05/09/`, `/2031/may/09/`, `/2031/0509/`, `2031-05-09`.
fn in_address(url: &str) -> Option<Date> {
    let pieces: Vec<&str> = url.split(|it: char| !it.is_ascii_alphanumeric()).collect();
    pieces.windows(2).zip(1..).find_map(|(pair, at)| {
        let year: i16 = pair[0].parse().ok().filter(|it| (1990..2100).contains(it))?;
        let digits = |it: &str, n: usize| it.len() <= n && it.bytes().all(|it| it.is_ascii_digit());
        let (month, day) = match pair[1] {
            it if it.len() == 4 && digits(it, 4) => it.split_at_checked(2)?,
            it => (it, *pieces.get(at + 1)?),
        };
        let month = if digits(month, 2) { month.parse().ok()? } else { named(month)? };
        let day = if digits(day, 2) { day.parse().ok()? } else { return None };
        Date::new(year, month, day).ok()
    })
}

/// The month that a word of an address names by three letters or more, in English.
fn named(month: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = month.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|it| *it == start)?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, day: &str) {
        assert_eq!(in_address(url).map(|it| it.to_string()).unwrap_or_default(), day);
    }

    #[test]
    fn an_address_states_its_day_in_several_ways() {
        check("https://quay.example/2031/05/09/ferry", "2031-05-09");
        check("https://quay.example/news/2031/may/9/ferry", "2031-05-09");
        check("https://quay.example/Sea/2031/0509/Ferry", "2031-05-09");
        check("https://quay.example/ferry-2031-05-09.html", "2031-05-09");
    }

    #[test]
    fn numbers_that_are_no_day_are_not_read_as_one() {
        check("https://quay.example/2031/99/09/ferry", "");
        check("https://quay.example/story/20310509123456/ferry", "");
        check("https://quay.example/top-10-of-2031", "");
        check("", "");
    }
}
