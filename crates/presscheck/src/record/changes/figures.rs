//! Quantities that came or moved, and figures of one article that it gives otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, ChangeKind, evidence, place, plain};
use crate::model::{Evidence, Record, RecordArticle};

/// What is counted in one record: a quantity, or a figure that no other article gives.
struct Side<'a> {
    what: &'a str,
    /// What is counted and in which unit; `None` for a figure of one article.
    name: Option<String>,
    /// The bounds that are given, each once, as bits.
    bounds: BTreeSet<[Option<u64>; 2]>,
    agree: bool,
    places: Vec<Evidence>,
    /// The sentences of the figures but for the figures: what one is known again by that has moved.
    around: BTreeSet<String>,
}

pub(super) fn find(before: &Record, after: &Record) -> Vec<Change> {
    let (old, new) = (sides(before), sides(after));
    let index = Index::of(&old);
    new.iter().filter_map(|it| change(index.find(it).and_then(|ix| old.get(ix)), it)).collect()
}

fn change(old: Option<&Side<'_>>, it: &Side<'_>) -> Option<Change> {
    let is_same = |old: &Side<'_>| old.bounds == it.bounds && old.agree == it.agree;
    // That one article has figures is no news besides the article.
    let is_news = if old.is_some() { !old.is_some_and(is_same) } else { it.name.is_some() };
    (is_news && !it.places.is_empty()).then(|| Change {
        kind: if old.is_some() { ChangeKind::FigureMoved } else { ChangeKind::NewFigure },
        what: it.what.to_owned(),
        before: old.map(printed),
        after: Some(printed(it)),
        evidence: it.places.clone(),
        evidence_before: old.map(|it| it.places.clone()).unwrap_or_default(),
    })
}

fn printed(side: &Side<'_>) -> String {
    let mut seen = BTreeSet::new();
    let each = side.places.iter().filter(|it| seen.insert(it.text.as_str()));
    let each = each.map(|it| it.text.as_str()).collect::<Vec<_>>().join(" · ");
    format!("{each}{}", if side.agree { "" } else { " (they differ)" })
}

/// The quantities, and then the figures that are in none.
fn sides(record: &Record) -> Vec<Side<'_>> {
    let mut sides = Vec::new();
    let mut shared: BTreeSet<(&str, usize, usize)> = BTreeSet::new();
    for it in &record.quantities {
        shared.extend(it.figures.iter().map(|it| (it.article.as_str(), it.start, it.end)));
        let figures = it.figures.iter();
        let places: Vec<Evidence> =
            figures.filter_map(|it| evidence(record, &it.article, it.start, it.end)).collect();
        let article = |it: &Evidence| {
            let ix = record.articles.binary_search_by(|a| a.id.cmp(&it.article)).ok()?;
            record.articles.get(ix)
        };
        sides.push(Side {
            what: &it.what,
            name: Some(format!("{} {}", plain(&it.what), it.unit)),
            bounds: it.figures.iter().map(|it| [it.low, it.high].map(bits)).collect(),
            agree: it.agree,
            around: places.iter().filter_map(|it| around(article(it)?, it)).collect(),
            places,
        });
    }
    for article in &record.articles {
        for it in &article.figures {
            let place = place(article, it.start, it.end);
            let is_alone = !shared.contains(&(article.id.as_str(), it.start, it.end));
            sides.extend(place.filter(|_| is_alone).map(|place| Side {
                what: &it.what,
                name: None,
                bounds: BTreeSet::from([[it.low, it.high].map(bits)]),
                agree: true,
                around: around(article, &place).into_iter().collect(),
                places: vec![place],
            }));
        }
    }
    sides
}

fn bits(it: Option<f64>) -> Option<u64> {
    it.map(f64::to_bits)
}

/// The sentence that a place stands in, without the words of the place.
fn around(article: &RecordArticle, it: &Evidence) -> Option<String> {
    let next = article.sentences.partition_point(|s| s.start <= it.start);
    let sentence = article.sentences.get(next.checked_sub(1)?).filter(|s| it.end <= s.end)?;
    let (left, right) =
        (article.text.get(sentence.start..it.start)?, article.text.get(it.end..sentence.end)?);
    Some(format!("{} {} | {}", article.id, plain(left), plain(right)))
}

/// What the earlier record counts, by what it is known again by; each way leads to the first.
struct Index<'a> {
    places: BTreeMap<&'a Evidence, usize>,
    around: BTreeMap<&'a str, usize>,
    names: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    fn of(sides: &'a [Side<'_>]) -> Index<'a> {
        let mut index =
            Index { places: BTreeMap::new(), around: BTreeMap::new(), names: BTreeMap::new() };
        for (ix, side) in sides.iter().enumerate() {
            for it in &side.places {
                index.places.entry(it).or_insert(ix);
            }
            for it in &side.around {
                index.around.entry(it).or_insert(ix);
            }
            if let Some(it) = &side.name {
                index.names.entry(it).or_insert(ix);
            }
        }
        index
    }

    /// By the same words around a figure, else by a figure in the same place, else by what is
    /// counted.
    fn find(&self, side: &Side<'_>) -> Option<usize> {
        let by_words = side.around.iter().find_map(|it| self.around.get(it.as_str()));
        let by_place = || side.places.iter().find_map(|it| self.places.get(it));
        let by_name = || self.names.get(side.name.as_deref()?);
        by_words.or_else(by_place).or_else(by_name).copied()
    }
}
