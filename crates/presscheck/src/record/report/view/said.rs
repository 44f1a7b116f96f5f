//! Who said what: the versions of an utterance with their differing words, and everyone quoted.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::labels::{Labels, Told};
use super::words;
use crate::model::{Record, RecordUtterance, RecordVersion};

#[derive(Serialize)]
pub(super) struct UtteranceView {
    speaker: String,
    altered: bool,
    versions: Vec<VersionView>,
}

#[derive(Serialize)]
struct VersionView {
    outlet: String,
    href: String,
    relation: String,
    fullest: bool,
    /// Words, and whether they differ from the fullest version.
    words: Vec<(String, bool)>,
}

#[derive(Serialize)]
pub(super) struct Speaker {
    name: String,
    n: usize,
    quotes: Vec<Told>,
}

pub(super) fn utterances(record: &Record, labels: &Labels<'_>) -> Vec<UtteranceView> {
    let mut found: Vec<UtteranceView> = record
        .utterances
        .iter()
        .filter(|it| it.quotes.len() > 1)
        .map(|it| utterance(record, it, labels))
        .collect();
    let rank = |it: &VersionView| match it.relation.as_str() {
        "altered" => 0,
        "translation" => 1,
        _ => 2,
    };
    found.sort_by_key(|it| it.versions.iter().map(rank).min());
    found
}

fn utterance(record: &Record, it: &RecordUtterance, labels: &Labels<'_>) -> UtteranceView {
    let length = |it: &&RecordVersion| (it.relation == "verbatim", it.end - it.start);
    let fullest = it.quotes.iter().max_by_key(length).map(|it| (it.article.clone(), it.start));
    UtteranceView {
        speaker: it.speaker_name.clone().unwrap_or_else(|| "speaker not given".to_owned()),
        altered: it.quotes.iter().any(|it| it.relation == "altered"),
        versions: it
            .quotes
            .iter()
            .map(|version| VersionView {
                outlet: labels.label(&version.article),
                href: labels.href(&version.article, version.start, version.end),
                relation: version.relation.clone(),
                fullest: fullest.as_ref() == Some(&(version.article.clone(), version.start)),
                words: marked(record, it, version),
            })
            .collect(),
    }
}

/// A version's words, those that differ marked: its own, or for the fullest those that others
/// change.
fn marked(record: &Record, of: &RecordUtterance, version: &RecordVersion) -> Vec<(String, bool)> {
    let own = version.differences.iter().map(|it| (it.start, it.end));
    let changed =
        of.quotes.iter().filter(|it| it.relation == "altered" || it.relation == "translation");
    let by_others = changed
        .flat_map(|it| &it.differences)
        .filter(|it| it.other_article == version.article)
        .map(|it| (it.other_start, it.other_end));
    let spans: BTreeSet<(usize, usize)> = own
        .chain(by_others)
        .filter(|&(start, end)| version.start <= start && start < end && end <= version.end)
        .collect();
    let mut found = Vec::new();
    let mut at = version.start;
    for (start, end) in spans {
        let start = start.max(at);
        if start >= end {
            continue;
        }
        found.push((words(record, &version.article, at, start), false));
        found.push((words(record, &version.article, start, end), true));
        at = end;
    }
    found.push((words(record, &version.article, at, version.end), false));
    found.retain(|it| !it.0.is_empty());
    found
}

/// Everyone who is quoted between marks, those with most quotations first.
pub(super) fn speakers(record: &Record, labels: &Labels<'_>) -> Vec<Speaker> {
    let mut found: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for article in &record.articles {
        for it in article.quotes.iter().filter(|it| it.kind != "indirect") {
            let name = it.speaker_name.clone().unwrap_or_else(|| "speaker not given".to_owned());
            let text = article.text.get(it.start..it.end).unwrap_or_default();
            let spot = labels.words(&article.id, it.start, it.end, text);
            Told::add(found.entry(name).or_default(), spot);
        }
    }
    let mut found: Vec<Speaker> = found
        .into_iter()
        .map(|(name, quotes)| Speaker { name, n: Told::n_places(&quotes), quotes })
        .collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.n));
    found
}
