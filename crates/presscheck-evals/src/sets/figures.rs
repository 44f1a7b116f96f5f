//! Figures against labelled numbers: the value, both bounds, and the unit.

use std::collections::BTreeMap;

use presscheck::model::RecordFigure;
use serde::Deserialize;

use super::{Counts, LabelledSet, Output, is_excused, overlap, pair, units};
use crate::measure::Measures;

/// A labelled number.
#[derive(Deserialize)]
pub(crate) struct FigureLabel {
    /// Null where a set knows the number but not its place.
    start: Option<usize>,
    end: Option<usize>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
    #[serde(default)]
    optional: bool,
}

impl FigureLabel {
    fn place(&self) -> Option<(usize, usize)> {
        Some((self.start?, self.end?))
    }

    fn is_range(&self) -> bool {
        self.low.is_some() && self.high.is_some() && !near(self.low, self.high)
    }
}

/// Scores the figures of annotated articles.
pub(crate) fn score(set: &LabelledSet<FigureLabel>, output: &Output<'_>) -> Measures {
    let [mut value, mut bounds, mut found_at, mut ends, mut unit, mut measure] =
        [Counts::default(); 6];
    for (doc, text) in &set.texts {
        let (asked, optional): (Vec<&FigureLabel>, Vec<&FigureLabel>) =
            set.labels(doc).iter().partition(|it| !it.optional);
        let mut found = output
            .found(doc, text, |it| it.figures.iter().map(|it| ((it.start, it.end), it)).collect());
        let asked_at: Vec<_> = asked.iter().filter_map(|it| it.place()).collect();
        let optional_at: Vec<_> = optional.iter().filter_map(|it| it.place()).collect();
        found.retain(|it| {
            set.is_scored(doc, it.range) && !is_excused(it.range, &asked_at, &optional_at)
        });
        let places: Vec<_> = asked.iter().map(|it| it.place()).collect();
        let ranges: Vec<_> = found.iter().map(|it| it.range).collect();
        let placed = |i: usize, j: usize| places[i].is_none_or(|it| overlap(it, ranges[j]) > 0);
        let fits = |i: usize, j: usize| placed(i, j) && value_fits(asked[i], found[j].it);
        let pairs = pair(&places, &ranges, fits);
        value.right += pairs.len();
        bounds.right += pair(&places, &ranges, |i, j| {
            fits(i, j)
                && asked[i].low.is_none() == found[j].it.low.is_none()
                && asked[i].high.is_none() == found[j].it.high.is_none()
        })
        .len();
        found_at.right +=
            pair(&places, &ranges, |i, j| places[i].is_some_and(|it| overlap(it, ranges[j]) > 0))
                .len();
        for counts in [&mut value, &mut bounds, &mut found_at] {
            counts.predicted += found.len();
            counts.gold += asked.len();
        }
        let (labelled, printed) = (
            ends_of(asked.iter().map(|it| (it.low, it.high))),
            ends_of(found.iter().map(|it| (it.it.low, it.it.high))),
        );
        ends.gold += labelled.values().sum::<usize>();
        ends.predicted += printed.values().sum::<usize>();
        ends.right +=
            labelled.iter().map(|(end, n)| *n.min(printed.get(end).unwrap_or(&0))).sum::<usize>();
        let has_unit = |it: &FigureLabel| it.unit.is_some();
        let is_measure = |it: &FigureLabel| it.unit.as_deref().is_some_and(units::is_measure);
        count_units(
            &asked,
            &pairs,
            &found.iter().map(|it| it.it).collect::<Vec<_>>(),
            has_unit,
            &mut unit,
        );
        count_units(
            &asked,
            &pairs,
            &found.iter().map(|it| it.it).collect::<Vec<_>>(),
            is_measure,
            &mut measure,
        );
    }
    [
        ("value_f1", value),
        ("bounds_f1", bounds),
        ("ends_f1", ends),
        ("found_f1", found_at),
        ("unit_f1", unit),
        ("measures_unit_f1", measure),
    ]
    .map(|(name, counts)| (name.to_owned(), counts.f1()))
    .to_vec()
}

/// Counts pairs whose unit is right, over labels that `keep` names.
fn count_units(
    asked: &[&FigureLabel],
    pairs: &[(usize, usize)],
    found: &[&RecordFigure],
    keep: impl Fn(&FigureLabel) -> bool,
    counts: &mut Counts,
) {
    counts.gold += asked.iter().filter(|it| keep(it)).count();
    counts.predicted += found.len() - pairs.iter().filter(|it| !keep(asked[it.0])).count();
    counts.right += pairs
        .iter()
        .filter(|(i, j)| {
            let unit = asked[*i].unit.as_deref().unwrap_or_default();
            keep(asked[*i]) && units::same(unit, &found[*j].unit, &found[*j].what)
        })
        .count();
}

/// A range is right with both ends; a single number with that number as low, high or both.
fn value_fits(label: &FigureLabel, found: &RecordFigure) -> bool {
    if label.is_range() {
        return found.low.is_some()
            && found.high.is_some()
            && near(label.low, found.low)
            && near(label.high, found.high);
    }
    let wanted = label.low.or(label.high);
    let mut ends = [found.low, found.high].into_iter().flatten().peekable();
    ends.peek().is_some() && ends.all(|it| near(Some(it), wanted))
}

/// The same number, signs aside.
fn near(a: Option<f64>, b: Option<f64>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let (a, b) = (a.abs(), b.abs());
    (a - b).abs() <= 1e-5 * a.max(b) + 1e-9
}

/// The ends of figures with how often each occurs; one that is both low and high of a figure
/// counts once. Ends are told apart to four decimal places.
fn ends_of(figures: impl Iterator<Item = (Option<f64>, Option<f64>)>) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (low, high) in figures {
        let (low, high) = (low.map(f64::abs), high.map(f64::abs));
        let high = high.filter(|it| low.is_none_or(|low| low.to_bits() != it.to_bits()));
        for end in [low, high].into_iter().flatten() {
            *found.entry(format!("{end:.4}")).or_default() += 1;
        }
    }
    found
}
