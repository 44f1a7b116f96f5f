//! Names against labelled names, and which of them are said to be one entity.

use presscheck::model::RecordName;
use serde::Deserialize;

use super::{Counts, Found, LabelledSet, Output, is_excused, overlap, pair};
use crate::measure::Measures;

/// A labelled name.
#[derive(Deserialize)]
pub(crate) struct NameLabel {
    start: usize,
    end: usize,
    kind: String,
    /// Other kinds that are right.
    #[serde(default)]
    also: Vec<String>,
    /// Whom it names, in the sets that say so.
    entity: Option<String>,
    text: String,
    #[serde(default)]
    optional: bool,
}

/// Why most sets are not scored here.
pub(crate) const TAUGHT_ON_THE_REST: &str = "the names of the other sets taught the shipped model, so that finding them says nothing: \
     see docs/models/names.md for what models find that have not seen them";

/// The kinds that are scored; what else has a name is set aside.
const KINDS: &[&str] = &["person", "organisation", "place"];

/// How a name may be right: to the byte or by overlap, in its kind or in any.
const MODES: [Mode; 4] = [
    Mode { name: "strict_f1", to_the_byte: true, any_kind: false },
    Mode { name: "overlap_f1", to_the_byte: false, any_kind: false },
    Mode { name: "strict_any_kind_f1", to_the_byte: true, any_kind: true },
    Mode { name: "overlap_any_kind_f1", to_the_byte: false, any_kind: true },
];

struct Mode {
    name: &'static str,
    to_the_byte: bool,
    any_kind: bool,
}

/// Scores the names of annotated articles, strictly (same bytes, same kind) and by overlap, and the
/// links between them.
pub(crate) fn score(set: &LabelledSet<NameLabel>, output: &Output<'_>) -> Measures {
    let mut modes = [Counts::default(); 4];
    let mut kinds = [Counts::default(); 3];
    let (mut link, mut differing) = (Counts::default(), Counts::default());
    for (doc, text) in &set.texts {
        let mut found = output
            .found(doc, text, |it| it.names.iter().map(|it| ((it.start, it.end), it)).collect());
        found.retain(|it| set.is_scored(doc, it.range) && KINDS.contains(&it.it.kind.as_str()));
        let (asked, optional): (Vec<&NameLabel>, Vec<&NameLabel>) =
            set.labels(doc).iter().partition(|it| !it.optional);
        for (mode, counts) in MODES.iter().zip(&mut modes) {
            let pairs = pairs(&asked, &found, mode);
            let wrong = wrong(&asked, &optional, &found, &pairs);
            counts.right += pairs.len();
            counts.predicted += pairs.len() + wrong.len();
            counts.gold += asked.len();
            if mode.to_the_byte && !mode.any_kind {
                for (kind, counts) in KINDS.iter().zip(&mut kinds) {
                    let right = pairs.iter().filter(|it| asked[it.0].kind == *kind).count();
                    counts.right += right;
                    counts.predicted +=
                        right + wrong.iter().filter(|j| found[**j].it.kind == *kind).count();
                    counts.gold += asked.iter().filter(|it| it.kind == *kind).count();
                }
            }
        }
        count_links(&asked, &found, &mut link, &mut differing);
    }
    let mut measures = Measures::new();
    for (mode, counts) in MODES.iter().zip(modes) {
        measures.push((mode.name.to_owned(), counts.f1()));
    }
    for (kind, counts) in KINDS.iter().zip(kinds) {
        measures.push((format!("{kind}.strict_f1"), counts.f1()));
    }
    if link.gold > 0 {
        measures.push(("link_f1".to_owned(), link.f1()));
        measures.push(("link_differing_f1".to_owned(), differing.f1()));
    }
    measures
}

/// Scores only the links between names: the rules for them are taught nothing.
pub(crate) fn score_links(set: &LabelledSet<NameLabel>, output: &Output<'_>) -> Measures {
    let mut measures = score(set, output);
    measures.retain(|it| it.0.starts_with("link"));
    measures
}

fn range(label: &NameLabel) -> (usize, usize) {
    (label.start, label.end)
}

fn pairs(
    asked: &[&NameLabel],
    found: &[Found<'_, RecordName>],
    mode: &Mode,
) -> Vec<(usize, usize)> {
    let places: Vec<_> = asked.iter().map(|it| Some(range(it))).collect();
    let ranges: Vec<_> = found.iter().map(|it| it.range).collect();
    pair(&places, &ranges, |i, j| {
        let (label, name) = (asked[i], &found[j]);
        let kind =
            mode.any_kind || label.kind == name.it.kind || label.also.contains(&name.it.kind);
        let place = if mode.to_the_byte {
            range(label) == name.range
        } else {
            overlap(range(label), name.range) > 0
        };
        kind && place
    })
}

/// Findings that pair with no label and are not excused by an optional one.
fn wrong(
    asked: &[&NameLabel],
    optional: &[&NameLabel],
    found: &[Found<'_, RecordName>],
    pairs: &[(usize, usize)],
) -> Vec<usize> {
    let asked: Vec<_> = asked.iter().map(|it| range(it)).collect();
    let optional: Vec<_> = optional.iter().map(|it| range(it)).collect();
    (0..found.len())
        .filter(|j| !pairs.iter().any(|it| it.1 == *j))
        .filter(|j| !is_excused(found[*j].range, &asked, &optional))
        .collect()
}

/// Counts pairs of names in one document that the labels, the engine, or both say are one entity;
/// in `differing` only pairs that are written differently.
fn count_links(
    asked: &[&NameLabel],
    found: &[Found<'_, RecordName>],
    link: &mut Counts,
    differing: &mut Counts,
) {
    let asked: Vec<&NameLabel> = asked.iter().filter(|it| it.entity.is_some()).copied().collect();
    let mut entity_of: Vec<Option<&str>> = vec![None; asked.len()];
    for (i, j) in pairs(&asked, found, &MODES[3]) {
        entity_of[i] = Some(&found[j].it.entity);
    }
    for (i, a) in asked.iter().enumerate() {
        for (k, b) in asked.iter().enumerate().skip(i + 1) {
            let same = a.entity == b.entity;
            let joined = entity_of[i].is_some() && entity_of[i] == entity_of[k];
            let differ = a.text.to_lowercase() != b.text.to_lowercase();
            for counts in
                [Some(&mut *link), differ.then_some(&mut *differing)].into_iter().flatten()
            {
                counts.gold += usize::from(same);
                counts.predicted += usize::from(joined);
                counts.right += usize::from(same && joined);
            }
        }
    }
}
