//! Stories that we labelled ourselves, for acts to come, conflicts, timeline and agreed statements.
//!
//! The labels stand in `evals/stories`, by article id and byte; the articles belong to others and
//! stay in the sets beside the checkout. A story of the part `dev` may be looked into; one of the
//! part `test` only gives its numbers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use presscheck::model::Evidence;
use serde::Deserialize;

use super::labels::{ConflictLabel, Labels, PlaceLabel};
use super::{Told, acts, conflicts, files, put, share, touches};
use crate::engine;
use crate::measure::{Measures, pooled};

/// A file of `evals/stories`.
#[derive(Deserialize)]
struct OwnStory {
    /// The set that has the articles: `allsides` or `gva`.
    set: String,
    /// `dev` or `test`.
    part: String,
    articles: Vec<OwnArticle>,
    #[serde(flatten)]
    labels: Labels,
    timeline: Vec<EventLabel>,
    agreed: Vec<AgreedLabel>,
}

#[derive(Deserialize)]
struct OwnArticle {
    /// What the labels call it.
    file: String,
    /// Its id in the set.
    id: String,
    /// The first digits of the hash of headline and text: labels are worth nothing on another text.
    sha256: String,
}

/// Something that happened, or is to happen, on a day.
#[derive(Deserialize)]
struct EventLabel {
    value: String,
    /// Other values that are right.
    alt: Vec<String>,
    sides: Vec<PlaceLabel>,
}

/// A statement that several articles make.
#[derive(Deserialize)]
struct AgreedLabel {
    sides: Vec<PlaceLabel>,
}

/// Scores the stories of one part together.
pub(crate) fn score(shared: &Path, part: &str) -> anyhow::Result<Measures> {
    let mut all = Vec::new();
    for path in paths()? {
        let story: OwnStory = engine::json(&path)?;
        if story.part == part {
            all.push(score_one(shared, &story).with_context(|| path.display().to_string())?);
        }
    }
    Ok(pooled(all))
}

fn paths() -> anyhow::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../evals/stories");
    let entries = std::fs::read_dir(&folder)?;
    let mut paths = entries.map(|it| Ok(it?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.retain(|it| it.extension().is_some_and(|it| it == "json"));
    paths.sort();
    Ok(paths)
}

fn score_one(shared: &Path, story: &OwnStory) -> anyhow::Result<Measures> {
    let rows = engine::rows(shared, &story.set)?;
    let mut articles = Vec::new();
    for it in &story.articles {
        let row = rows.get(&it.id).with_context(|| format!("no article `{}`", it.id))?;
        articles.extend(row.read(&it.file));
    }
    let record = engine::largest(articles).context("no record")?;
    for it in &record.articles {
        let known = story.articles.iter().any(|label| it.sha256.starts_with(&label.sha256));
        anyhow::ensure!(known, "the text of `{}` is not the one that was labelled", it.id);
    }
    let texts = BTreeMap::new();
    let told =
        Told { labels: &story.labels, record: &record, files: files(&record), texts: &texts };
    let mut found = Measures::new();
    acts::score(&told, &mut found);
    score_claims(&told, &mut found);
    score_timeline(&told, &story.timeline, &mut found);
    score_agreed(&told, &story.agreed, &mut found);
    Ok(found)
}

/// Conflicts of the kind claim alone: the others are not labelled in full.
fn score_claims(told: &Told<'_>, found: &mut Measures) {
    let claims: Vec<&[Evidence]> =
        told.record.conflicts.iter().filter(|it| it.kind == "claim").map(|it| &*it.sides).collect();
    let labels = &told.labels.conflicts;
    let needed = labels.iter().filter(|it| it.kind == "claim" && !it.optional);
    let meets = |label: &ConflictLabel, sides: &[Evidence]| met(told, &label.sides, sides) >= 2;
    let got = needed.clone().filter(|it| claims.iter().any(|sides| meets(it, sides)));
    put(found, "claims.recall", share(got.count(), needed.count()));
    let right = claims.iter().filter(|sides| labels.iter().any(|it| meets(it, sides)));
    put(found, "claims.precision", share(right.count(), claims.len()));
    conflicts::score(told, found);
}

fn score_timeline(told: &Told<'_>, labels: &[EventLabel], found: &mut Measures) {
    let dated = |label: &EventLabel, at_least: usize| {
        told.record.timeline.iter().any(|it| {
            (it.value == label.value || label.alt.contains(&it.value))
                && met(told, &label.sides, &it.evidence) >= at_least
        })
    };
    let got = labels.iter().filter(|it| dated(it, 1)).count();
    put(found, "timeline.recall", share(got, labels.len()));
    let several = labels.iter().filter(|it| it.sides.len() > 1);
    let joined = several.clone().filter(|it| dated(it, 2)).count();
    put(found, "timeline.joined", share(joined, several.count()));
}

fn score_agreed(told: &Told<'_>, labels: &[AgreedLabel], found: &mut Measures) {
    let agreed = &told.record.agreed;
    let got = labels
        .iter()
        .filter(|label| agreed.iter().any(|it| met(told, &label.sides, &it.evidence) >= 2));
    put(found, "agreed.recall", share(got.count(), labels.len()));
}

/// How many labelled places the evidence touches.
fn met(told: &Told<'_>, labels: &[PlaceLabel], evidence: &[Evidence]) -> usize {
    let touched = |label: &&PlaceLabel| {
        evidence.iter().any(|it| {
            told.file(&it.article) == label.file
                && touches((label.start, label.end), (it.start, it.end))
        })
    };
    labels.iter().filter(touched).count()
}
