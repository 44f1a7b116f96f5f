//! Stories of a stream: which articles are put together. The Rust twin of `score_clusters.py`.

use std::collections::BTreeMap;
use std::path::Path;

use presscheck::relate::{Stream, Terms, Told};
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures};

/// The sets, by the names of their folders, and the files in them.
pub(crate) const SETS: [(&str, &str); 2] =
    [("gva", "gva/docs.jsonl"), ("allsides", "allsides/labelled.jsonl")];

/// An article of either set, in order of publication; in `allsides` those without a day come last.
#[derive(Deserialize)]
pub(crate) struct Row {
    title: String,
    #[serde(alias = "content")]
    body: String,
    #[serde(alias = "dct")]
    date: Option<String>,
    #[serde(alias = "host")]
    source: Option<String>,
    #[serde(alias = "uri")]
    url: Option<String>,
    /// The labelled story.
    #[serde(alias = "incident")]
    event: String,
}

impl Row {
    fn terms(&self) -> Terms {
        Terms::of(&Told {
            title: &self.title,
            text: &self.body,
            day: self.date.as_deref().and_then(|it| it.parse().ok()),
            outlet: self.source.as_deref().unwrap_or_default(),
            url: self.url.as_deref().unwrap_or_default(),
        })
    }
}

/// The articles of a set.
pub(crate) fn rows(shared: &Path, file: &str) -> anyhow::Result<Vec<Row>> {
    engine::json_lines(&shared.join("data/clustering").join(file))
}

/// The story of each article, as it came in and as it stands at the end.
pub(crate) fn stories(rows: &[Row]) -> (Vec<usize>, Vec<usize>) {
    let mut stream = Stream::new();
    let streaming = rows.iter().map(|it| stream.add(&it.terms(), &[])).collect();
    let mut settled = vec![0; rows.len()];
    for (number, group) in stream.settle().into_iter().enumerate() {
        for it in group {
            settled[it] = number;
        }
    }
    (streaming, settled)
}

/// Scores a set.
pub(crate) fn score(shared: &Path, file: &str) -> anyhow::Result<Measures> {
    let rows = rows(shared, file)?;
    let (streaming, settled) = stories(&rows);
    let mut found = Measures::new();
    for (name, stories) in [("streaming", streaming), ("settled", settled)] {
        found.extend(compare(name, &rows, &stories));
    }
    Ok(found)
}

/// B-cubed and pairwise F1 of stories against the labelled ones.
pub(crate) fn compare(name: &str, rows: &[Row], stories: &[usize]) -> Measures {
    let mut both: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    let mut gold: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pred: BTreeMap<usize, usize> = BTreeMap::new();
    for (row, &story) in rows.iter().zip(stories) {
        *both.entry((&row.event, story)).or_default() += 1;
        *gold.entry(&row.event).or_default() += 1;
        *pred.entry(story).or_default() += 1;
    }
    let millionths = |part: usize, of: usize| (part * part * 1_000_000 + of / 2) / of;
    let precision = both.iter().map(|(it, &n)| millionths(n, pred[&it.1])).sum();
    let recall = both.iter().map(|(it, &n)| millionths(n, gold[it.0])).sum();
    let pairs = |n: &usize| n * n.saturating_sub(1) / 2;
    let pairwise = Measure::F1 {
        right: both.values().map(pairs).sum(),
        predicted: pred.values().map(pairs).sum(),
        gold: gold.values().map(pairs).sum(),
    };
    vec![
        (format!("{name}.b3_f1"), Measure::Averages { precision, recall, of: rows.len() }),
        (format!("{name}.pair_f1"), pairwise),
    ]
}
