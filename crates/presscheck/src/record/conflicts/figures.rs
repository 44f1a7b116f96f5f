//! Figures that count one thing and do not fit together.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Clash, Seen};
use crate::model::{Figure, Quantity, QuantityFigure, Spot};

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let quantities = &seen.story.quantities;
    quantities
        .iter()
        .filter(|it| !it.agree || bounds_face_away(seen, it))
        .map(|it| clash(seen, it))
        .collect()
}

fn clash(seen: &Seen<'_>, it: &Quantity) -> Clash {
    let sides = it.figures.iter().filter_map(|figure| {
        let span = figure_of(seen, figure)?.span;
        Some(seen.sentences.around(Spot { article: figure.article, span }))
    });
    Clash { kind: "figure", what: it.what.clone(), sides: sides.collect(), note: note(seen, it) }
}

/// What may explain the difference: the day of the report, or who gives the number.
fn note(seen: &Seen<'_>, it: &Quantity) -> Option<String> {
    if it.agree {
        return Some("one outlet gives the least it can be, another the most".to_owned());
    }
    if is_update(seen, it) {
        return Some(
            "update: articles of one day agree, those of another day say otherwise".to_owned(),
        );
    }
    let givers: BTreeSet<&str> = it.figures.iter().filter_map(|it| it.said_by.as_deref()).collect();
    (givers.len() > 1).then(|| "the figures are given by different speakers".to_owned())
}

/// Whether time explains the difference: the articles of each day agree among themselves.
fn is_update(seen: &Seen<'_>, it: &Quantity) -> bool {
    let mut days: BTreeMap<Date, Vec<&Figure>> = BTreeMap::new();
    for figure in &it.figures {
        let article = seen.articles.get(figure.article).map(|it| &it.article);
        let Some(day) = article.and_then(|it| it.published.as_ref()) else { return false };
        days.entry(day.date).or_default().extend(figure_of(seen, figure));
    }
    days.len() > 1 && days.values().all(|it| have_common_number(it))
}

/// Whether one number satisfies all figures.
fn have_common_number(figures: &[&Figure]) -> bool {
    let least = figures.iter().filter_map(|it| it.low).fold(f64::NEG_INFINITY, f64::max);
    let most = figures.iter().filter_map(|it| it.high).fold(f64::INFINITY, f64::min);
    least <= most
}

/// “At least 40” and “up to 40”: both can be so, but they do not say the same.
fn bounds_face_away(seen: &Seen<'_>, it: &Quantity) -> bool {
    let figures: Vec<&Figure> = it.figures.iter().filter_map(|it| figure_of(seen, it)).collect();
    let least = figures.iter().any(|it| it.low.is_some() && it.high.is_none());
    let most = figures.iter().any(|it| it.low.is_none() && it.high.is_some());
    least && most
}

fn figure_of<'a>(seen: &Seen<'a>, it: &QuantityFigure) -> Option<&'a Figure> {
    seen.articles.get(it.article)?.annotations.figures.get(it.figure)
}
