//! Scores what is found in single articles against labelled sets: times, names, figures,
//! what is known of incidents, quotations.
//! The Rust twins of `score_times.py`, `score_names.py`, `score_figures.py`, `score_quotes.py`.

pub(crate) mod extract;
pub(crate) mod figures;
pub(crate) mod incidents;
pub(crate) mod names;
pub(crate) mod quotes;
pub(crate) mod times;
mod units;

use std::collections::BTreeMap;
use std::path::Path;

use presscheck::model::RecordArticle;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::engine;
use crate::measure::Measure;

/// A labelled set: texts, labels, and what of each text was labelled.
pub(crate) struct LabelledSet<L> {
    /// Document names to texts.
    pub(crate) texts: BTreeMap<String, String>,
    /// Document names to labels.
    pub(crate) labels: BTreeMap<String, Vec<L>>,
    /// Document names to the byte ranges that were labelled; a document that is not here was
    /// labelled from end to end.
    scored: BTreeMap<String, Vec<(usize, usize)>>,
}

#[derive(Deserialize)]
struct TextRow {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct DocRow {
    doc: String,
    scored: Option<Vec<(usize, usize)>>,
}

#[derive(Deserialize)]
struct LabelRow<L> {
    doc: String,
    #[serde(flatten)]
    label: L,
}

impl<L: DeserializeOwned> LabelledSet<L> {
    /// Reads a set from its folder.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let texts = engine::json_lines::<TextRow>(&folder.join("articles.jsonl"))?;
        let docs = engine::json_lines::<DocRow>(&folder.join("docs.jsonl"))?;
        let mut labels: BTreeMap<String, Vec<L>> = BTreeMap::new();
        for row in engine::json_lines::<LabelRow<L>>(&folder.join("gold.jsonl"))? {
            labels.entry(row.doc).or_default().push(row.label);
        }
        Ok(Self {
            texts: texts.into_iter().map(|it| (it.id, it.text)).collect(),
            labels,
            scored: docs
                .into_iter()
                .filter_map(|it| Some((it.doc, it.scored.filter(|it| !it.is_empty())?)))
                .collect(),
        })
    }
}

impl<L> LabelledSet<L> {
    fn labels(&self, doc: &str) -> &[L] {
        self.labels.get(doc).map_or(&[], Vec::as_slice)
    }

    /// Whether a finding touches what was labelled.
    fn is_scored(&self, doc: &str, (start, end): (usize, usize)) -> bool {
        match self.scored.get(doc) {
            Some(ranges) => ranges.iter().any(|it| start < it.1 && it.0 < end),
            None => true,
        }
    }
}

/// The annotated article of each document, found by its id, and how far its text is shifted
/// against the set's.
pub(crate) struct Output<'a> {
    articles: BTreeMap<&'a str, (&'a RecordArticle, isize)>,
}

impl<'a> Output<'a> {
    /// Lays the engine's output beside the texts of a set.
    pub(crate) fn new(
        articles: &'a [RecordArticle],
        texts: &BTreeMap<String, String>,
    ) -> anyhow::Result<Self> {
        let mut found = BTreeMap::new();
        for article in articles {
            let Some(text) = texts.get(&article.id) else { continue };
            let Some(shift) = shift(text, &article.text) else {
                anyhow::bail!("the text of `{}` is not that of the set", article.id);
            };
            found.insert(article.id.as_str(), (article, shift));
        }
        Ok(Self { articles: found })
    }

    /// What one annotator found in a document, with the places moved to the set's text and without
    /// blanks at their ends.
    fn found<T>(
        &self,
        doc: &str,
        text: &str,
        layer: impl Fn(&'a RecordArticle) -> Vec<((usize, usize), &'a T)>,
    ) -> Vec<Found<'a, T>> {
        let Some((article, shift)) = self.articles.get(doc) else { return Vec::new() };
        layer(article)
            .into_iter()
            .filter_map(|((start, end), it)| {
                let (start, end) =
                    (start.checked_add_signed(*shift)?, end.checked_add_signed(*shift)?);
                let words = text.get(start..end).filter(|it| !it.is_empty())?;
                let from = start + words.len() - words.trim_ascii_start().len();
                Some(Found { range: (from, start + words.trim_ascii_end().len()), it })
            })
            .collect()
    }
}

/// Something that the engine found, and where in the set's text.
struct Found<'a, T> {
    range: (usize, usize),
    it: &'a T,
}

/// What to add to an offset in `found` to get one in `set`.
fn shift(set: &str, found: &str) -> Option<isize> {
    let signed = |at: usize| isize::try_from(at).ok();
    if found.is_empty() || found == set {
        return Some(0);
    }
    if let Some(at) = found.find(set) {
        return Some(-signed(at)?);
    }
    if let Some(at) = set.find(found) {
        return signed(at);
    }
    let body = set.trim();
    let at = found.find(body)?;
    Some(signed(set.find(body)?)? - signed(at)?)
}

/// How many bytes two ranges share.
fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Pairs labels with findings one to one: the largest overlap first, nearer starts before farther,
/// earlier before later. A label without a place (`None`) may pair with anything that fits.
fn pair(
    labels: &[Option<(usize, usize)>],
    found: &[(usize, usize)],
    fits: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        for (j, range) in found.iter().enumerate() {
            if fits(i, j) {
                let shared = label.map_or(0, |it| overlap(it, *range));
                let apart = label.map_or(0, |it| it.0.abs_diff(range.0));
                candidates.push((std::cmp::Reverse(shared), apart, i, j));
            }
        }
    }
    candidates.sort_unstable();
    let (mut labels_left, mut found_left) = (vec![true; labels.len()], vec![true; found.len()]);
    let mut pairs = Vec::new();
    for (_, _, i, j) in candidates {
        if labels_left[i] && found_left[j] {
            (labels_left[i], found_left[j]) = (false, false);
            pairs.push((i, j));
        }
    }
    pairs
}

/// Whether a finding lies on nothing but optional labels: it is neither right nor wrong then.
fn is_excused(
    found: (usize, usize),
    asked: &[(usize, usize)],
    optional: &[(usize, usize)],
) -> bool {
    optional.iter().any(|it| overlap(*it, found) > 0)
        && !asked.iter().any(|it| overlap(*it, found) > 0)
}

/// Right, found and labelled, as they are counted up.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    predicted: usize,
    gold: usize,
}

impl Counts {
    fn f1(self) -> Measure {
        Measure::F1 { right: self.right, predicted: self.predicted, gold: self.gold }
    }
}
