//! What an article says of a name in one place settles what it names in another.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{self, Class};
use super::names::{self, Name};
use super::words::{Line, Shape, Word};
use crate::model::NameKind;
use crate::text::fold;

/// Gives each name the kind for which the article has most evidence, and drops words whose capital
/// is due to the start of a sentence.
pub(super) fn kinds(text: &str, words: &[Word], names: &mut Vec<Name>) {
    drop_common(text, words, names);
    let mut weights: BTreeMap<String, [u32; 4]> = BTreeMap::new();
    for name in names.iter() {
        let weights = weights.entry(name.folded.clone()).or_default();
        weights[name.kind as usize] += name.weight * name.weight;
    }
    let mut surnames: BTreeMap<String, u32> = BTreeMap::new();
    for name in names.iter() {
        if best(&weights, &name.folded).0 == NameKind::Person
            && let Some((_, last)) = name.folded.rsplit_once(' ')
        {
            let weight = surnames.entry(last.to_owned()).or_default();
            *weight = (*weight).max(name.weight);
        }
    }
    for name in names.iter_mut() {
        let (kind, weight) = best(&weights, &name.folded);
        (name.kind, name.weight) = (kind, weight);
        let surname = surnames.get(&name.folded).copied().unwrap_or_default();
        if surname * surname > weight || surname > 0 && weight < 25 {
            (name.kind, name.weight) = (NameKind::Person, surname);
        }
    }
}

fn best(weights: &BTreeMap<String, [u32; 4]>, folded: &str) -> (NameKind, u32) {
    const KINDS: [NameKind; 4] =
        [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];
    let weights = weights.get(folded).copied().unwrap_or_default();
    let mut best = (NameKind::Other, 0);
    for (kind, weight) in KINDS.into_iter().zip(weights) {
        if weight > best.1 {
            best = (kind, weight);
        }
    }
    best
}

/// A word that has its capital from the start of a sentence is a name if it has one elsewhere, and
/// none if it is written small elsewhere.
fn drop_common(text: &str, words: &[Word], names: &mut Vec<Name>) {
    let doubtful: BTreeSet<String> =
        names.iter().filter(|it| it.doubtful).map(|it| it.folded.clone()).collect();
    if doubtful.is_empty() {
        return;
    }
    let mut small = BTreeSet::new();
    for word in words {
        if word.shape == Shape::Lower && !word.class.is(Class::FUNCTION) {
            let folded = fold::plain(word.span.of(text));
            if doubtful.contains(&folded) {
                small.insert(folded);
            }
        }
    }
    let mut sure = BTreeSet::new();
    for name in names.iter().filter(|it| !it.doubtful) {
        sure.extend(name.folded.split(' ').map(str::to_owned));
    }
    names.retain(|it| {
        !it.doubtful
            || sure.contains(&it.folded)
            || !small.contains(&it.folded) && (it.weight > 1 || it.folded.len() < 12)
    });
}

/// Finds in headlines, where capitals tell nothing, the names that the article or the lists know.
pub(super) fn headlines(text: &str, words: &[Word], lines: &[Line], names: &mut Vec<Name>) {
    if !lines.iter().any(|it| it.shouts) {
        return;
    }
    let mut known: BTreeMap<String, (NameKind, u32)> = BTreeMap::new();
    for name in names.iter() {
        known.insert(name.folded.clone(), (name.kind, name.weight));
        if name.kind == NameKind::Person
            && let Some((_, last)) = name.folded.rsplit_once(' ')
        {
            known.entry(last.to_owned()).or_insert((NameKind::Person, name.weight));
        }
    }
    for (line, at) in lines.iter().enumerate().filter(|(_, it)| it.shouts) {
        let mut start = at.words.start;
        while start < at.words.end {
            let found = (1..=MOST_WORDS.min(at.words.end - start)).rev().find_map(|n_words| {
                let range = start..start + n_words;
                let folded = names::folded(text, words, &range);
                let (kind, weight) = headline_kind(words, &range, &folded, &known)?;
                let span = names::span(text, words, &range)?;
                Some(Name {
                    words: range,
                    span,
                    folded,
                    kind,
                    weight,
                    line,
                    role: None,
                    sex: Class::default(),
                    doubtful: false,
                })
            });
            start = found.as_ref().map_or(start + 1, |it| it.words.end);
            names.extend(found);
        }
    }
    names.sort_by_key(|it| it.span);
}

/// Longest name looked for in headlines.
const MOST_WORDS: usize = 6;

fn headline_kind(
    words: &[Word],
    range: &std::ops::Range<usize>,
    folded: &str,
    known: &BTreeMap<String, (NameKind, u32)>,
) -> Option<(NameKind, u32)> {
    let (first, last) = (words.get(range.start)?, words.get(range.end - 1)?);
    if !first.is_capital() || matches!(last.shape, Shape::Mark | Shape::Number) {
        return None;
    }
    if let Some(&found) = known.get(folded) {
        return Some(found);
    }
    let class = lexicon::class_of_phrase(folded);
    let plain = class.is(Class::COMMON.or(Class::FUNCTION).or(Class::GIVEN));
    if class.is(Class::KNOWN_ORG) && !plain {
        return Some((NameKind::Organisation, 8));
    }
    if class.is(Class::PLACE) && !plain {
        return Some((NameKind::Place, 8));
    }
    let vague =
        Class::COMMON.or(Class::FUNCTION).or(Class::SAY).or(Class::ROLE).or(Class::NATIONAL);
    let full = range.len() == 2
        && first.class.is(Class::GIVEN)
        && !first.class.is(Class::COMMON.or(Class::FUNCTION))
        && last.is_capital()
        && (last.class.is(Class::SURNAME) || last.class == Class::default())
        && !last.class.is(vague);
    full.then_some((NameKind::Person, 5))
}
