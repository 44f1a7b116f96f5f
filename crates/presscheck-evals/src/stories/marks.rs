//! Times and figures, and figures that count the same thing.

use std::collections::BTreeMap;

use presscheck::model::{RecordFigure, RecordTime};

use super::labels::FigureLabel;
use super::{Mark, Measures, Paired, Range, Told, f1, iou, pair_off, put, share, touches};

pub(super) fn score(told: &Told<'_>, found: &mut Measures) {
    score_times(told, found);
    score_figures(told, found);
}

fn score_times(told: &Told<'_>, found: &mut Measures) {
    let labels = &told.labels.times;
    let mut times: Vec<(&str, &RecordTime)> = Vec::new();
    for article in &told.record.articles {
        let file = told.file(&article.id);
        if told.texts.contains_key(file) {
            // Durations and times that nothing fixes are not asked for.
            let dated = article.times.iter().filter(|it| opens_with_a_year(&it.value));
            times.extend(dated.map(|it| (file, it)));
        }
    }
    let marks: Vec<Mark<'_>> =
        labels.iter().map(|it| Mark { file: &it.file, range: (it.start, it.end) }).collect();
    let time_marks: Vec<Mark<'_>> =
        times.iter().map(|(file, it)| Mark { file, range: (it.start, it.end) }).collect();
    let paired = pair_off(&marks, &time_marks, touching);
    let right = |i: usize, j: usize| {
        let value = &times[j].1.value;
        labels[i].value == *value || labels[i].alt.iter().flatten().any(|it| it == value)
    };
    let optional: Vec<bool> = labels.iter().map(|it| it.optional).collect();
    put_marks("times", &paired, &optional, right, found);
}

fn score_figures(told: &Told<'_>, found: &mut Measures) {
    let labels = &told.labels.figures;
    let mut figures: Vec<(&str, &RecordFigure)> = Vec::new();
    for article in &told.record.articles {
        let file = told.file(&article.id);
        if told.texts.contains_key(file) {
            figures.extend(article.figures.iter().map(|it| (file, it)));
        }
    }
    let marks: Vec<Mark<'_>> =
        labels.iter().map(|it| Mark { file: &it.file, range: (it.start, it.end) }).collect();
    let figure_marks: Vec<Mark<'_>> =
        figures.iter().map(|(file, it)| Mark { file, range: (it.start, it.end) }).collect();
    let paired = pair_off(&marks, &figure_marks, touching);
    let right = |i: usize, j: usize| {
        let (label, figure) = (&labels[i], figures[j].1);
        near(label.low, figure.low) && near(label.high, figure.high)
    };
    let optional: Vec<bool> = labels.iter().map(|it| it.optional).collect();
    put_marks("figures", &paired, &optional, right, found);
    score_quantities(told, &paired, &figures, found);
}

/// Writes down what was found, and what of it has the right value.
fn put_marks(
    name: &str,
    paired: &Paired,
    optional: &[bool],
    right: impl Fn(usize, usize) -> bool,
    found: &mut Measures,
) {
    let needed = optional.iter().filter(|it| !**it).count();
    let hits: Vec<_> = paired.pairs.iter().filter(|(i, _)| !optional[*i]).collect();
    let right = hits.iter().filter(|(i, j)| right(*i, *j)).count();
    let predicted = hits.len() + paired.extra;
    put(found, &format!("{name}.found_f1"), f1(hits.len(), predicted, needed));
    put(found, &format!("{name}.value_f1"), f1(right, predicted, needed));
    put(found, &format!("{name}.value_recall"), share(right, needed));
}

fn score_quantities(
    told: &Told<'_>,
    paired: &Paired,
    figures: &[(&str, &RecordFigure)],
    found: &mut Measures,
) {
    let mut quantity_of = BTreeMap::new();
    for quantity in &told.record.quantities {
        for it in &quantity.figures {
            quantity_of.insert((told.file(&it.article), it.start), quantity.id.as_str());
        }
    }
    let nodes: Vec<(&FigureLabel, Option<&str>)> = paired
        .pairs
        .iter()
        .map(|&(i, j)| {
            let quantity = quantity_of.get(&(figures[j].0, figures[j].1.start));
            (&told.labels.figures[i], quantity.copied())
        })
        .collect();
    let (mut right, mut predicted, mut gold) = (0, 0, 0);
    for (at, a) in nodes.iter().enumerate() {
        for b in nodes.iter().skip(at + 1).filter(|b| b.0.file != a.0.file) {
            let same =
                a.0.group
                    .as_ref()
                    .is_some_and(|it| !it.is_empty() && b.0.group.as_ref() == Some(it));
            let joined = a.1.is_some() && a.1 == b.1;
            right += usize::from(same && joined);
            predicted += usize::from(joined);
            gold += usize::from(same);
        }
    }
    put(found, "quantities.pair_f1", f1(right, predicted, gold));
}

fn touching(a: Range, b: Range) -> f64 {
    if touches(a, b) { iou(a, b) } else { 0.0 }
}

fn opens_with_a_year(value: &str) -> bool {
    value.chars().take(3).filter(char::is_ascii_digit).count() == 3
}

/// Both open, or the same number.
fn near(label: Option<f64>, found: Option<f64>) -> bool {
    match (label, found) {
        (None, None) => true,
        (Some(label), Some(found)) => (label - found).abs() < 1e-6 * label.abs().max(1.0),
        _ => false,
    }
}
