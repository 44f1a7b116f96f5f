//! Time expressions against TIMEX3 labels: found, found to the byte, and with the right value.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{Counts, LabelledSet, Output, overlap, pair};
use crate::measure::{Measure, Measures};

/// A labelled time expression.
#[derive(Deserialize)]
pub(crate) struct TimeLabel {
    start: usize,
    end: usize,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
}

/// Scores the times of annotated articles: over everything, over dates alone, and the share of
/// labelled days that got the right day.
pub(crate) fn score(set: &LabelledSet<TimeLabel>, output: &Output<'_>) -> Measures {
    let mut counts = [[Counts::default(); 3]; 2];
    let (mut days, mut right_days) = (0, 0);
    for (doc, text) in &set.texts {
        let labels = set.labels(doc);
        let mut found = output
            .found(doc, text, |it| it.times.iter().map(|it| ((it.start, it.end), it)).collect());
        found.retain(|it| set.is_scored(doc, it.range));
        let places: Vec<_> = labels.iter().map(|it| Some((it.start, it.end))).collect();
        let ranges: Vec<_> = found.iter().map(|it| it.range).collect();
        let touch = |i: usize, j: usize| places[i].is_some_and(|it| overlap(it, ranges[j]) > 0);
        let pairs = pair(&places, &ranges, touch);
        let is_date = |i: usize| labels[i].kind == "DATE";
        for (dates_only, counts) in [false, true].into_iter().zip(&mut counts) {
            let predicted = (0..found.len()).filter(|j| {
                let label = pairs.iter().find(|it| it.1 == *j).map(|it| it.0);
                !dates_only || label.map_or_else(|| is_a_date(&found[*j].it.value), is_date)
            });
            let predicted = predicted.count();
            let gold = (0..labels.len()).filter(|i| !dates_only || is_date(*i)).count();
            for &(i, j) in pairs.iter().filter(|it| !dates_only || is_date(it.0)) {
                let (label, time) = (&labels[i], &found[j]);
                counts[0].right += 1;
                counts[1].right += usize::from((label.start, label.end) == time.range);
                let value = normal(label.value.as_deref().unwrap_or_default());
                counts[2].right += usize::from(value == normal(&time.it.value));
            }
            for it in counts {
                it.predicted += predicted;
                it.gold += gold;
            }
        }
        for label in labels.iter().filter(|it| it.kind == "DATE") {
            let Some(day) = label.value.as_deref().filter(|it| is_a_day(it)) else { continue };
            days += 1;
            right_days += usize::from(found.iter().any(|it| {
                overlap((label.start, label.end), it.range) > 0
                    && it.it.value.get(..10) == Some(day)
            }));
        }
    }
    let mut measures = Measures::new();
    for (label, counts) in ["", "dates."].into_iter().zip(counts) {
        for (name, it) in ["relaxed_f1", "strict_f1", "value_f1"].into_iter().zip(counts) {
            measures.push((format!("{label}{name}"), it.f1()));
        }
    }
    measures.push(("days_right".to_owned(), Measure::Share { right: right_days, of: days }));
    measures
}

/// One way of writing a value: weeks with two digits, no seconds of zero, no Z, decades and
/// centuries by their digits.
fn normal(value: &str) -> String {
    static RULES: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
        [
            (r"-W([0-9])([^0-9]|$)", "-W0$1$2"),
            (r"^P([0-9]+)E$", "P${1}DE"),
            (r"^([0-9]{3})X$", "$1"),
            (r"^([0-9]{2})XX$", "$1"),
            (r"(T[0-9:]+)Z$", "$1"),
            (r"(T[0-9]{2}:[0-9]{2}):00$", "$1"),
        ]
        .map(|(rule, with)| (pattern(rule), with))
        .to_vec()
    });
    RULES
        .iter()
        .fold(value.trim().to_owned(), |it, (rule, with)| rule.replace_all(&it, *with).into_owned())
}

/// Whether a value names a date: neither a duration nor a time of day.
fn is_a_date(value: &str) -> bool {
    static DURATION: LazyLock<Regex> = LazyLock::new(|| pattern(r"^P[T0-9.X]"));
    static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"T([0-9]{2}|MO|MI|AF|EV|NI|DT)"));
    !DURATION.is_match(value) && !TIME.is_match(value)
}

fn is_a_day(value: &str) -> bool {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    DAY.is_match(value)
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_of_writing_a_value_are_one() {
        assert_eq!(normal("2004-W7"), normal("2004-W07"));
        assert_eq!(normal("199X"), "199");
        assert_eq!(normal("2004-05-01T09:00:00Z"), "2004-05-01T09:00");
    }

    #[test]
    fn durations_and_times_of_day_are_no_dates() {
        assert!(is_a_date("2004-11") && is_a_date("PRESENT_REF"));
        assert!(!is_a_date("P3D") && !is_a_date("PT5H") && !is_a_date("2004-05-01TMO"));
    }
}
