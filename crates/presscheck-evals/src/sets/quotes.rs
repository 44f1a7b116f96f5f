//! Quotations and their speakers against labels that count in code points.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use presscheck::model::RecordArticle;
use regex::Regex;
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures, real};

/// Below this share of common characters two quotations are not the same.
const SAME_QUOTE: f64 = 0.5;

/// What does not count at the ends of a quotation.
const EDGE: &str = " \t\r\n\u{a0}\u{200b}\"'`‘’‚“”„«»‹›.,;:!?…-–—()[]";
/// Marks that show that words are quoted.
const MARKS: &str = "\"“”„«»";
/// Capitalised words that are no part of a name.
const TITLES: &str = "Mr Mrs Ms Miss Dr Sir Sen Rep Gov Gen President Senator Congressman \
    Congresswoman Governor The A An He She They It We I";

/// Quotations by document.
pub(crate) type Rows = BTreeMap<String, Vec<Row>>;

/// A quotation, labelled or found. Places count code points.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    quote: (usize, usize),
    source: Option<(usize, usize)>,
    /// The words of the source.
    source_words: String,
    /// `direct`, `mixed` or `indirect`; only labels have it.
    kind: Option<String>,
    /// Whether there is a quotation mark in or right beside it.
    marked: bool,
}

#[derive(Deserialize)]
struct LabelRow {
    doc: String,
    quote_start: usize,
    quote_end: usize,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
    #[serde(rename = "type")]
    kind: Option<String>,
}

/// Reads the labels of a set.
pub(crate) fn labels(folder: &Path) -> anyhow::Result<Rows> {
    let mut texts: BTreeMap<String, Vec<char>> = BTreeMap::new();
    let (mut seen, mut rows) = (BTreeSet::new(), Rows::new());
    for it in engine::json_lines::<LabelRow>(&folder.join("gold.jsonl"))? {
        if !texts.contains_key(&it.doc) {
            let path = folder.join("text").join(format!("{}.txt", it.doc));
            texts.insert(it.doc.clone(), std::fs::read_to_string(path)?.chars().collect());
        }
        let source = it.speaker_start.zip(it.speaker_end).filter(|it| it.1 > it.0);
        let quote = (it.quote_start, it.quote_end);
        if let Some(row) = row(&texts[&it.doc], quote, source, it.kind)
            && seen.insert((it.doc.clone(), row.quote))
        {
            rows.entry(it.doc).or_default().push(row);
        }
    }
    Ok(rows)
}

/// The quotations of annotated articles; a document is told by its file's name.
pub(crate) fn found(articles: &[RecordArticle]) -> Rows {
    let mut rows = Rows::new();
    for article in articles {
        let name = article.path.as_deref().and_then(|it| it.rsplit('/').next()).unwrap_or_default();
        let doc = name.strip_suffix(".txt").unwrap_or(name).to_owned();
        let text: Vec<char> = article.text.chars().collect();
        let mut points = BTreeMap::new();
        for (point, (at, _)) in article.text.char_indices().enumerate() {
            points.insert(at, point);
        }
        points.insert(article.text.len(), text.len());
        let place = |start: &usize, end: &usize| Some((*points.get(start)?, *points.get(end)?));
        let (mut seen, mut sources) = (BTreeSet::new(), BTreeMap::new());
        let found = rows.entry(doc).or_default();
        for quote in &article.quotes {
            // A stretch without a source takes that of the stretch it goes on from.
            let before = quote.continues.as_ref().and_then(|it| sources.get(it)).copied().flatten();
            let own = quote.source.as_ref().and_then(|it| place(&it.start, &it.end));
            let source = own.or(before);
            sources.insert(quote.id.clone(), source);
            let Some(span) = place(&quote.start, &quote.end) else { continue };
            found.extend(row(&text, span, source, None).filter(|it| seen.insert(it.quote)));
        }
    }
    rows
}

fn row(
    text: &[char],
    quote: (usize, usize),
    source: Option<(usize, usize)>,
    kind: Option<String>,
) -> Option<Row> {
    let words = text.get(quote.0..quote.1).filter(|it| !it.is_empty())?;
    let left = words.iter().take_while(|c| EDGE.contains(**c)).count();
    let right = words.iter().rev().take_while(|c| EDGE.contains(**c)).count();
    let trimmed = if left == words.len() { quote } else { (quote.0 + left, quote.1 - right) };
    let around = text.get(quote.0.saturating_sub(1)..(quote.1 + 1).min(text.len()))?;
    Some(Row {
        quote: trimmed,
        source,
        source_words: source
            .and_then(|it| text.get(it.0..it.1))
            .map(|it| it.iter().collect())
            .unwrap_or_default(),
        kind,
        marked: around.iter().any(|c| MARKS.contains(*c)),
    })
}

/// Scores found quotations against labels, all of them and by type.
pub(crate) fn score(labels: &Rows, found: &Rows) -> Measures {
    let mut measures = Measures::new();
    for kind in ["", "quoted", "indirect"] {
        let counts = count(labels, found, kind);
        let name = |it: &str| if kind.is_empty() { it.to_owned() } else { format!("{kind}.{it}") };
        let f1 = |right| Measure::F1 { right, predicted: counts.predicted, gold: counts.gold };
        measures.push((name("exact_f1"), f1(counts.exact)));
        measures.push((name("match_f1"), f1(counts.matched)));
        measures.push((name("match_speaker_f1"), f1(counts.speaker)));
        measures.push((
            name("speaker_accuracy"),
            Measure::Share { right: counts.speaker, of: counts.matched },
        ));
    }
    measures
}

#[derive(Default)]
struct Counts {
    gold: usize,
    predicted: usize,
    exact: usize,
    matched: usize,
    speaker: usize,
}

fn count(labels: &Rows, found: &Rows, kind: &str) -> Counts {
    let mut counts = Counts::default();
    let docs: BTreeSet<&String> = labels.keys().chain(found.keys()).collect();
    for doc in docs {
        let labels = labels.get(doc).map_or(&[][..], Vec::as_slice);
        let found = found.get(doc).map_or(&[][..], Vec::as_slice);
        let pairs = pair(labels, found);
        counts.gold += labels.iter().filter(|it| wanted(it, kind)).count();
        for (j, it) in found.iter().enumerate() {
            // A finding that lies mainly on a label of another type is set aside.
            let home = pairs.iter().find(|pair| pair.1 == j).map(|pair| pair.0);
            let home = home.or_else(|| most_shared(labels, it));
            let counted = match home {
                Some(i) => wanted(&labels[i], kind),
                None => kind.is_empty() || it.marked == (kind != "indirect"),
            };
            counts.predicted += usize::from(counted);
        }
        for (i, j) in pairs {
            let (label, it) = (&labels[i], &found[j]);
            if !wanted(label, kind) {
                continue;
            }
            counts.exact += usize::from(label.quote == it.quote);
            let shared = shared(label.quote, it.quote);
            let all = size(label.quote) + size(it.quote) - shared;
            if real(shared) / real(all) >= SAME_QUOTE {
                counts.matched += 1;
                counts.speaker += usize::from(same_speaker(label, it));
            }
        }
    }
    counts
}

fn wanted(label: &Row, kind: &str) -> bool {
    let own = label.kind.as_deref().unwrap_or_default();
    kind.is_empty() || own == kind || kind == "quoted" && (own == "direct" || own == "mixed")
}

/// Pairs one to one: most shared characters first, nearer starts before farther, later before
/// earlier, as in the Python scorer.
fn pair(labels: &[Row], found: &[Row]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        for (j, it) in found.iter().enumerate() {
            let shared = shared(label.quote, it.quote);
            if shared > 0 {
                let apart = std::cmp::Reverse(label.quote.0.abs_diff(it.quote.0));
                candidates.push((shared, apart, i, j));
            }
        }
    }
    candidates.sort_unstable_by(|a, b| b.cmp(a));
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

/// The first of the labels that share most with a finding.
fn most_shared(labels: &[Row], found: &Row) -> Option<usize> {
    let shares = labels.iter().map(|it| shared(it.quote, found.quote)).enumerate();
    shares.filter(|it| it.1 > 0).min_by_key(|it| std::cmp::Reverse(it.1)).map(|it| it.0)
}

fn shared(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn size(a: (usize, usize)) -> usize {
    a.1 - a.0
}

/// The same words, or another mention of the same name.
fn same_speaker(label: &Row, found: &Row) -> bool {
    let (Some(a), Some(b)) = (label.source, found.source) else {
        return label.source.is_none() && found.source.is_none();
    };
    let both = shared(a, b);
    // A whole sentence is no speaker: at most twice the label, or 60 characters.
    if both > 0 && size(b) <= (2 * size(a)).max(60) && 2 * both >= size(a).min(size(b)) {
        return true;
    }
    let name = head_name(&label.source_words);
    !name.is_empty() && name == head_name(&found.source_words)
}

/// The last capitalised word before the first comma or bracket, in lower case.
fn head_name(words: &str) -> String {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\p{L}[\w'’-]*").expect("the pattern is a constant"));
    let first = words.split([',', '(', ';', '–', '—']).next().unwrap_or_default();
    WORD.find_iter(first)
        .map(|it| it.as_str())
        .filter(|it| it.starts_with(char::is_uppercase))
        .map(|it| {
            let stem = it.strip_suffix('s').unwrap_or(it);
            stem.strip_suffix(['\'', '’']).or_else(|| it.strip_suffix(['\'', '’'])).unwrap_or(it)
        })
        .filter(|it| !TITLES.split_whitespace().any(|title| title == *it))
        .last()
        .unwrap_or_default()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_speaker_is_its_last_capitalised_word() {
        assert_eq!(head_name("the mayor, Jordi Estève"), "");
        assert_eq!(head_name("Mayor Jordi Estève’s office"), "estève");
        assert_eq!(head_name("Ms. Castells (left)"), "castells");
    }

    #[test]
    fn marks_and_stops_at_the_ends_do_not_count() {
        let text: Vec<char> = "“We leave,” she said".chars().collect();
        let row = row(&text, (0, 11), Some((12, 15)), None).unwrap();
        assert_eq!((row.quote, row.source_words.as_str(), row.marked), ((1, 9), "she", true));
    }
}
