//! Articles with their findings marked, the origins behind them, and the days they tell of.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::labels::{Labels, Told};
use crate::model::{Record, RecordArticle};
use crate::record::report::chain::clipped;
use crate::record::report::reading::{self, Passage};

#[derive(Serialize)]
pub(super) struct Outlet {
    label: String,
    href: String,
    day: String,
    headline: String,
}

#[derive(Serialize)]
pub(super) struct Day {
    value: String,
    planned: bool,
    what: String,
    reported: Option<String>,
    spots: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct OriginView {
    name: String,
    articles: Vec<String>,
    evidence: Vec<Told>,
    links: Vec<LinkView>,
}

#[derive(Serialize)]
struct LinkView {
    article: String,
    from: Option<String>,
    kind: String,
    percent: u32,
    evidence: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct ArticleView {
    anchor: String,
    label: String,
    title: Option<String>,
    byline: Option<String>,
    day: String,
    basis: Vec<String>,
    inferred: bool,
    place: String,
    sha256: String,
    passages: Vec<Passage>,
}

pub(super) fn outlet(it: &RecordArticle, labels: &Labels<'_>) -> Outlet {
    Outlet {
        label: labels.label(&it.id),
        href: format!("#{}", labels.anchor(&it.id)),
        day: it.published.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
        headline: clipped(it.title.as_deref().unwrap_or_default(), 120),
    }
}

pub(super) fn timeline(record: &Record, labels: &Labels<'_>) -> Vec<Day> {
    let day = |it: &crate::model::RecordEvent| Day {
        value: it.value.clone(),
        planned: it.planned,
        what: it.what.clone(),
        reported: it.reported.clone(),
        spots: labels.told(&it.evidence),
    };
    record.timeline.iter().map(day).collect()
}

pub(super) fn origins(record: &Record, labels: &Labels<'_>) -> Vec<OriginView> {
    let origin = |it: &crate::model::RecordOrigin| OriginView {
        name: it.name.clone(),
        articles: it.articles.iter().map(|it| labels.label(it)).collect(),
        evidence: labels.told(&it.evidence),
        links: record
            .lineage
            .iter()
            .filter(|link| it.articles.contains(&link.article))
            .map(|link| LinkView {
                article: labels.label(&link.article),
                from: link.from.as_ref().map(|it| labels.label(it)),
                kind: link.kind.replace('-', " "),
                percent: percent(link.overlap),
                evidence: labels.told(&link.evidence),
            })
            .collect(),
    };
    record.origins.iter().map(origin).collect()
}

fn percent(share: f64) -> u32 {
    // A share lies between 0 and 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}

pub(super) fn article(
    it: &RecordArticle,
    labels: &Labels<'_>,
    targets: &BTreeSet<(usize, usize)>,
) -> ArticleView {
    let published = it.published.as_ref();
    ArticleView {
        anchor: labels.anchor(&it.id),
        label: labels.label(&it.id),
        title: it.title.clone(),
        byline: it.byline.clone(),
        day: published.map(|it| it.value.clone()).unwrap_or_default(),
        basis: published
            .map(|it| it.basis.iter().map(|it| it.what.clone()).collect())
            .unwrap_or_default(),
        inferred: published.is_some_and(|it| it.inferred),
        place: it.url.clone().or_else(|| it.path.clone()).unwrap_or_default(),
        sha256: it.sha256.clone(),
        passages: reading::passages(it, targets),
    }
}

/// For each article, the bytes that some statement of the record points at.
pub(super) fn targets(record: &Record) -> BTreeMap<String, BTreeSet<(usize, usize)>> {
    let mut found: BTreeMap<String, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let mut add = |article: &str, start: usize, end: usize| {
        found.entry(article.to_owned()).or_default().insert((start, end));
    };
    let origins = record.origins.iter().flat_map(|it| &it.evidence);
    let lineage = record.lineage.iter().flat_map(|it| &it.evidence);
    let acts = record.commitments.iter().flat_map(|it| &it.evidence);
    let sides = record.conflicts.iter().flat_map(|it| &it.sides);
    let events = record.timeline.iter().flat_map(|it| &it.evidence);
    let agreed = record.agreed.iter().flat_map(|it| &it.evidence);
    let lists = origins.chain(lineage).chain(acts).chain(sides).chain(events).chain(agreed);
    for it in lists.chain(&record.story.title_evidence) {
        add(&it.article, it.start, it.end);
    }
    for it in record.commitments.iter().flat_map(|it| &it.conditions) {
        add(&it.article, it.start, it.end);
    }
    for it in record.commitments.iter().flat_map(|it| &it.stances) {
        add(&it.article, it.start, it.end);
    }
    for it in record.quantities.iter().flat_map(|it| &it.figures) {
        add(&it.article, it.start, it.end);
    }
    for article in &record.articles {
        for it in article.quotes.iter().filter(|it| it.kind != "indirect") {
            add(&article.id, it.start, it.end);
        }
    }
    found
}
