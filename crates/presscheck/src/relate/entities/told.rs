//! Groups of entities, written into the story.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::Groups;
use super::locals::{Local, LocalIx, starts};
use crate::model::{Annotated, NameDifference, NameKind, Spot, Story, StoryEntity};
use crate::text::{fold, person};

/// Writes entities, whom each article's entities stand for, and names that differ.
pub(super) fn write(
    articles: &[Annotated],
    locals: &[Local<'_>],
    groups: &mut Groups,
    differing: &[(LocalIx, LocalIx)],
    story: &mut Story,
) {
    let mut members: BTreeMap<LocalIx, Vec<LocalIx>> = BTreeMap::new();
    let mut first: BTreeMap<LocalIx, LocalIx> = BTreeMap::new();
    for ix in 0..locals.len() {
        let root = groups.root(ix);
        let first = *first.entry(root).or_insert(ix);
        members.entry(first).or_default().push(ix);
    }
    let mut of = vec![0; locals.len()];
    for members in members.values() {
        for &it in members {
            of[it] = story.entities.len();
        }
        story.entities.push(entity(locals, members));
    }
    for (it, start) in articles.iter().zip(starts(articles)) {
        let end = start + it.annotations.entities.len();
        story.entity_of.push(of[start..end].to_vec());
    }
    story.name_differences = differences(locals, &of, differing, story);
}

/// One entity out of those of single articles, which stand in order of articles.
fn entity(locals: &[Local<'_>], members: &[LocalIx]) -> StoryEntity {
    let of = |&ix: &LocalIx| &locals[ix];
    let named = members.iter().map(of).any(|it| it.named);
    let mut variants: BTreeSet<String> = BTreeSet::new();
    let (mut roles, mut wordings) = (Vec::new(), BTreeSet::new());
    let mut evidence: Vec<Spot> = Vec::new();
    for it in members.iter().map(of) {
        variants.insert(it.name.to_owned());
        variants.extend(it.names.iter().map(|it| on_one_line(it)));
        for &span in it.roles {
            if wordings.insert(fold::plain(span.of(it.text))) {
                roles.push(Spot { article: it.article, span });
            }
        }
        if evidence.last().is_none_or(|last| last.article != it.article) {
            evidence.extend(it.spot.map(|span| Spot { article: it.article, span }));
        }
    }
    let kind = most(members.iter().map(|it| of(it).kind)).unwrap_or(NameKind::Other);
    let name = fullest(locals, members, kind);
    StoryEntity { name, kind, named, variants: variants.into_iter().collect(), roles, evidence }
}

/// The name that most articles give in full; of equals the longest, then the first in the alphabet.
///
/// “Full” is more than one word, and for all but persons more than an abbreviation. The most common
/// is taken rather than the longest, which is often the one with a slip in it.
fn fullest(locals: &[Local<'_>], members: &[LocalIx], kind: NameKind) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for &it in members {
        *counts.entry(locals[it].name).or_default() += 1;
    }
    let is_full = |name: &str| match kind {
        NameKind::Person => words(name) > 1,
        _ => name.chars().any(char::is_lowercase),
    };
    let rank = |name: &str, count: usize| (is_full(name), count, words(name));
    let best = counts
        .iter()
        .max_by(|a, b| rank(a.0, *a.1).cmp(&rank(b.0, *b.1)).then_with(|| b.0.cmp(a.0)));
    best.map(|it| (*it.0).to_owned()).unwrap_or_default()
}

/// Words of a name, initials aside.
fn words(name: &str) -> usize {
    name.split(' ').filter(|it| it.trim_end_matches('.').chars().count() > 1).count()
}

fn on_one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The most frequent; of equals the least.
fn most<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for it in all {
        *counts.entry(it).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0)
}

/// Articles that are shown for one of two differing names.
const MOST_SIDES: usize = 6;

/// For each entity whose first names differ, where articles print each of them, name by name.
fn differences(
    locals: &[Local<'_>],
    of: &[usize],
    differing: &[(LocalIx, LocalIx)],
    story: &Story,
) -> Vec<NameDifference> {
    // By entity, the first names that differ.
    let mut names: BTreeMap<usize, BTreeMap<String, Vec<Spot>>> = BTreeMap::new();
    for it in differing.iter().flat_map(|it| [it.0, it.1]) {
        names.entry(of[it]).or_default().entry(first_name(locals[it].name)).or_default();
    }
    for (ix, local) in locals.iter().enumerate() {
        let (Some(span), Some(names)) = (local.spot, names.get_mut(&of[ix])) else { continue };
        if let Some(sides) = names.get_mut(&first_name(local.name))
            && sides.len() < MOST_SIDES
        {
            sides.push(Spot { article: local.article, span });
        }
    }
    names
        .into_iter()
        .filter(|it| it.1.len() > 1 && it.0 < story.entities.len())
        .map(|(entity, names)| NameDifference {
            entity,
            sides: names.into_values().flatten().collect(),
        })
        .collect()
}

fn first_name(name: &str) -> String {
    person::parts(name).into_iter().next().unwrap_or_default()
}
