//! Scores a record against a story that people labelled in full. The Rust twin of
//! `score_record.py`: the same pairs, the same counts.

mod acts;
mod conflicts;
mod labels;
mod marks;
pub(crate) mod own;
mod parts;
mod quotes;

use std::collections::BTreeMap;
use std::path::Path;

use presscheck::model::Record;

use crate::engine;
use crate::measure::{Measure, Measures, pooled, real};
use labels::{Chrome, Labels};

/// The labelled stories, by the names of their folders.
pub(crate) const STORIES: &[&str] = &["gm-uaw", "santa-fe", "summit"];

/// Scores all labelled stories and adds up their counts; `dated` says whether the engine is given
/// the outlets and dates that stand beside the articles.
pub(crate) fn score_all(shared: &Path, dated: bool) -> anyhow::Result<Measures> {
    let mut all = Vec::new();
    for name in STORIES {
        let folder = shared.join("data/stories").join(name);
        all.push(score(&folder, &engine::compile(&folder, dated)?)?);
    }
    Ok(pooled(all))
}

/// Scores one record against the labels in its story's folder.
pub(crate) fn score(folder: &Path, record: &Record) -> anyhow::Result<Measures> {
    let labels: Labels = engine::json(&folder.join("gold.json"))?;
    let mut texts = BTreeMap::new();
    for path in engine::texts(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        texts.insert(name, std::fs::read_to_string(&path)?);
    }
    let told = Told { labels: &labels, record, files: files(record), texts: &texts };
    let mut found = Measures::new();
    quotes::score(&told, &mut found);
    marks::score(&told, &mut found);
    acts::score(&told, &mut found);
    conflicts::score(&told, &mut found);
    let chrome = folder.join("chrome.json");
    if chrome.exists() {
        let chrome: Chrome = engine::json(&chrome)?;
        parts::score(&told, &chrome, &mut found);
    }
    Ok(found)
}

/// A record beside the labels of its story.
struct Told<'a> {
    labels: &'a Labels,
    record: &'a Record,
    /// Article ids to file names: labels know articles by file.
    files: BTreeMap<&'a str, String>,
    /// File names to their text.
    texts: &'a BTreeMap<String, String>,
}

impl Told<'_> {
    /// The file of an article; empty for an id that the record does not list.
    fn file(&self, article: &str) -> &str {
        self.files.get(article).map_or("", String::as_str)
    }
}

fn files(record: &Record) -> BTreeMap<&str, String> {
    record
        .articles
        .iter()
        .map(|it| {
            let place = it.path.as_deref().or(it.url.as_deref()).unwrap_or(&it.id);
            (it.id.as_str(), place.rsplit('/').next().unwrap_or(place).to_owned())
        })
        .collect()
}

/// Start and end in bytes.
type Range = (usize, usize);

/// Shared bytes over all bytes of two ranges.
fn iou(a: Range, b: Range) -> f64 {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    if shared == 0 { 0.0 } else { real(shared) / real(a.1.max(b.1) - a.0.min(b.0)) }
}

/// Whether two ranges share at least half of the shorter one.
fn touches(a: Range, b: Range) -> bool {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    shared > 0 && shared * 2 >= (a.1 - a.0).min(b.1 - b.0)
}

/// A place that a label or a record names.
#[derive(Clone, PartialEq, Debug)]
struct Mark<'a> {
    file: &'a str,
    range: Range,
}

/// How labels and findings were paired off.
struct Paired {
    /// Places in the labels and in the findings.
    pairs: Vec<(usize, usize)>,
    /// Findings without a label.
    extra: usize,
}

/// Pairs labels with findings in the same file one to one, the highest score first; a score of 0
/// is no pair. On a tie the later ones win, as in the Python scorer.
fn pair_off(
    labels: &[Mark<'_>],
    found: &[Mark<'_>],
    score: impl Fn(Range, Range) -> f64,
) -> Paired {
    let mut candidates = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        for (j, it) in found.iter().enumerate().filter(|(_, it)| it.file == label.file) {
            let score = score(label.range, it.range);
            if score > 0.0 {
                candidates.push((score, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut labels_left, mut found_left) = (vec![true; labels.len()], vec![true; found.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in candidates {
        if labels_left[i] && found_left[j] {
            (labels_left[i], found_left[j]) = (false, false);
            pairs.push((i, j));
        }
    }
    Paired { pairs, extra: found_left.iter().filter(|it| **it).count() }
}

fn f1(right: usize, predicted: usize, gold: usize) -> Measure {
    Measure::F1 { right, predicted, gold }
}

fn share(right: usize, of: usize) -> Measure {
    Measure::Share { right, of }
}

fn put(found: &mut Measures, name: &str, measure: Measure) {
    found.push((name.to_owned(), measure));
}
