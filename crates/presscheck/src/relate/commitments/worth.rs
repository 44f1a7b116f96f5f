//! Worth: which acts a reader would want listed.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{Group, GroupIx};
use super::told::{Kind, Told};
use crate::model::{Annotated, CommitmentKind, StoryStance};

/// The groups to list, in order.
pub(super) fn keeping(
    articles: &[Annotated],
    told: &[Told],
    groups: &[Group],
    order: &BTreeMap<GroupIx, BTreeSet<GroupIx>>,
    stances: &BTreeMap<GroupIx, Vec<StoryStance>>,
) -> Vec<GroupIx> {
    let first: BTreeSet<GroupIx> = order.values().flatten().copied().collect();
    let kept = groups.iter().enumerate().filter(|(at, group)| {
        let members = group.members(told);
        let ordered = order.contains_key(at) || first.contains(at);
        members.iter().any(|it| names_something(articles, it))
            && (ordered || stances.contains_key(at) || is_listed(&members))
    });
    kept.map(|it| it.0).collect()
}

/// Whether the words of the act say what is to happen: a fragment does not.
fn names_something(articles: &[Annotated], it: &Told) -> bool {
    let family = matches!(it.what, Kind::Family(_));
    let words = articles.get(it.article).map_or("", |of| it.act.of(&of.article.text));
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    letters > 2 && (family || !it.words.is_empty() && it.n_words > 1)
}

/// Whether several articles tell of it, or one tells who, when or on what condition.
fn is_listed(members: &[&Told]) -> bool {
    let articles: BTreeSet<_> = members.iter().map(|it| it.article).collect();
    articles.len() > 1
        || members.iter().any(|it| {
            let party = !it.parties.is_empty() || !it.holders.is_empty();
            let bound = !it.conditions.is_empty() || it.due.is_some();
            bound || party || it.kind != CommitmentKind::Planned
        })
}
