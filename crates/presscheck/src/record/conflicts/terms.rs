//! One condition, given with a word that changes it: “if they do not withdraw”, “if they do not fully
//! withdraw”.

use std::collections::{BTreeMap, BTreeSet};

use super::{Clash, Seen};
use crate::model::{ConditionKind, Spot, StoryCommitment};
use crate::text::content::content_word;
use crate::text::words::tokens;

/// Words that widen or narrow what a condition asks.
const QUALIFYING: &[&str] = &[
    "again",
    "all",
    "completely",
    "entirely",
    "ever",
    "fully",
    "further",
    "immediately",
    "partially",
    "partly",
    "permanently",
    "temporarily",
    "unconditionally",
];

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    seen.story.commitments.iter().filter_map(|it| clash(seen, it)).collect()
}

/// The places of the condition that most give, of which some have a qualifying word and some none.
fn clash(seen: &Seen<'_>, of: &StoryCommitment) -> Option<Clash> {
    // What is asked without the qualifying words: the places with them, and those without.
    let mut alike: BTreeMap<(ConditionKind, BTreeSet<String>), Terms> = BTreeMap::new();
    for &(kind, spot) in &of.conditions {
        let Some((core, qualified)) = terms(seen, spot) else { continue };
        let found = alike.entry((kind, core)).or_default();
        if qualified { &mut found.with } else { &mut found.without }.push(spot);
    }
    let differing = alike.into_values().filter(|it| !it.with.is_empty() && !it.without.is_empty());
    let found = differing.max_by_key(|it| it.with.len() + it.without.len())?;
    let first = *found.with.first()?;
    let text = &seen.articles.get(first.article)?.article.text;
    let sides = found.with.iter().chain(&found.without).map(|&it| seen.sentences.around(it));
    let mut sides: Vec<Spot> = sides.collect();
    sides.sort();
    sides.dedup();
    Some(Clash {
        kind: "wording",
        what: first.span.of(text).to_owned(),
        sides,
        note: Some("a word of the condition is not in every report".to_owned()),
    })
}

/// Where a condition stands with a qualifying word and where without.
#[derive(Default)]
struct Terms {
    with: Vec<Spot>,
    without: Vec<Spot>,
}

/// The words of content of a condition, and whether a qualifying one was left out of them; `None`
/// for conditions of one word, which any two may share.
fn terms(seen: &Seen<'_>, spot: Spot) -> Option<(BTreeSet<String>, bool)> {
    let text = &seen.articles.get(spot.article)?.article.text;
    let tokens = tokens(text, spot.span);
    let lower = tokens.iter().map(|it| it.span.of(text).to_lowercase());
    let (qualifying, rest): (Vec<String>, Vec<String>) =
        lower.partition(|it| QUALIFYING.contains(&it.as_str()));
    let core: BTreeSet<String> = rest.iter().filter_map(|it| content_word(it)).collect();
    (core.len() > 1).then_some((core, !qualifying.is_empty()))
}
