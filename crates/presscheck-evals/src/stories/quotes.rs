//! Quotations between marks, their speakers, and the same utterance across articles.

use std::collections::BTreeMap;

use presscheck::model::RecordQuote;

use super::labels::{QuoteLabel, same_name};
use super::{Mark, Measures, Range, Told, f1, iou, pair_off, put};

/// Below this share of common bytes two quotations are not the same; the Python scorer's value.
const SAME_QUOTE: f64 = 0.5;

/// What does not count at the ends of a quotation.
const EDGE: &str = "“”‘’\"'«»„ \t\n,.;:!?…—–-";

pub(super) fn score(told: &Told<'_>, found: &mut Measures) {
    let labels = &told.labels.quotes;
    let marks: Vec<Mark<'_>> =
        labels.iter().map(|it| mark(told, &it.file, (it.start, it.end))).collect();
    let mut quotes: Vec<(&str, &RecordQuote)> = Vec::new();
    for article in &told.record.articles {
        if told.texts.contains_key(told.file(&article.id)) {
            let quoted = article.quotes.iter().filter(|it| it.kind != "indirect");
            quotes.extend(quoted.map(|it| (article.id.as_str(), it)));
        }
    }
    let quote_marks: Vec<Mark<'_>> =
        quotes.iter().map(|(id, it)| mark(told, told.file(id), (it.start, it.end))).collect();
    let paired = pair_off(&marks, &quote_marks, |a, b| {
        let score = iou(a, b);
        if score >= SAME_QUOTE { score } else { 0.0 }
    });
    let needed = labels.iter().filter(|it| !it.optional).count();
    let hits: Vec<_> = paired.pairs.iter().filter(|(i, _)| !labels[*i].optional).collect();
    let predicted = hits.len() + paired.extra;
    put(found, "quotes.found_f1", f1(hits.len(), predicted, needed));
    let right = hits.iter().filter(|(i, j)| {
        let label = &labels[*i];
        let accepted = label.speaker.iter().chain(&label.aliases).map(String::as_str);
        same_name(quotes[*j].1.speaker_name.as_deref(), accepted)
    });
    put(found, "quotes.speaker_f1", f1(right.count(), predicted, needed));

    let utterance_of = utterances(told);
    let nodes: Vec<Node<'_>> = paired
        .pairs
        .iter()
        .map(|&(i, j)| {
            let (article, quote) = quotes[j];
            let utterance = utterance_of.get(&(article, quote.id.as_str())).copied();
            Node { label: &labels[i], utterance }
        })
        .collect();
    score_utterances(labels, &nodes, found);
}

/// A quotation that was found, and the utterance and relation that the record gives it.
struct Node<'a> {
    label: &'a QuoteLabel,
    utterance: Option<(&'a str, &'a str)>,
}

fn score_utterances(labels: &[QuoteLabel], nodes: &[Node<'_>], found: &mut Measures) {
    let (mut right, mut predicted, mut gold) = (0, 0, 0);
    for (at, a) in nodes.iter().enumerate() {
        for b in nodes.iter().skip(at + 1) {
            if a.label.file == b.label.file || a.label.optional || b.label.optional {
                continue;
            }
            let joined = a.utterance.is_some_and(|it| b.utterance.is_some_and(|b| it.0 == b.0));
            predicted += usize::from(joined);
            right += usize::from(joined && one_group(a.label, b.label));
        }
    }
    let needed: Vec<&QuoteLabel> = labels.iter().filter(|it| !it.optional).collect();
    for (at, a) in needed.iter().enumerate() {
        gold += needed.iter().skip(at + 1).filter(|b| one_group(a, b)).count();
    }
    put(found, "utterances.pair_f1", f1(right, predicted, gold));

    let altered = |it: &QuoteLabel| it.relation.as_deref() == Some("altered");
    let said: Vec<_> = nodes
        .iter()
        .filter(|it| it.utterance.is_some_and(|it| it.1 == "altered") && !it.label.optional)
        .collect();
    let right = said.iter().filter(|it| altered(it.label)).count();
    let gold = needed.iter().filter(|it| altered(it) && has_group(it)).count();
    put(found, "utterances.altered_f1", f1(right, said.len(), gold));
}

fn one_group(a: &QuoteLabel, b: &QuoteLabel) -> bool {
    a.file != b.file && has_group(a) && a.group == b.group
}

fn has_group(label: &QuoteLabel) -> bool {
    label.group.as_ref().is_some_and(|it| !it.is_empty())
}

/// Article and quotation to utterance and relation.
fn utterances<'a>(told: &Told<'a>) -> BTreeMap<(&'a str, &'a str), (&'a str, &'a str)> {
    let mut found = BTreeMap::new();
    for utterance in &told.record.utterances {
        for it in &utterance.quotes {
            found.insert((&*it.article, &*it.quote), (&*utterance.id, &*it.relation));
        }
    }
    found
}

/// A quotation's place without marks and stops at its ends.
fn mark<'a>(told: &Told<'_>, file: &'a str, (start, end): Range) -> Mark<'a> {
    let text = told.texts.get(file).and_then(|it| it.get(start..end)).unwrap_or_default();
    let cut = text.trim_start_matches(|c| EDGE.contains(c));
    let from = start + text.len() - cut.len();
    // As the Python scorer: blanks and marks alone give an end at the start.
    let to = start + text.trim_end_matches(|c| EDGE.contains(c)).len();
    Mark { file, range: (from, to.max(from)) }
}
