//! Order: which act must come before which.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{Group, GroupIx};
use super::meaning::Meaning;
use super::told::{Kind, Told};
use crate::model::{CommitmentKind, ConditionKind, Span};
use crate::text::acts::{self, Family};
use crate::text::fold;
use crate::text::words::tokens;

/// For each group the groups that come first. Invariant: none comes before itself by any way.
pub(super) fn between(
    meaning: &Meaning<'_>,
    groups: &[Group],
) -> BTreeMap<GroupIx, BTreeSet<GroupIx>> {
    let mut order: BTreeMap<GroupIx, BTreeSet<GroupIx>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for it in group.members(meaning.told()) {
            for first in firsts(meaning, it, at) {
                link(&mut order, first, at);
            }
            for &span in &it.before {
                for then in named_in(meaning, it, at, span) {
                    link(&mut order, at, then);
                }
            }
        }
    }
    order
}

/// The acts that `it` must wait for.
fn firsts(meaning: &Meaning<'_>, it: &Told, own: GroupIx) -> Vec<GroupIx> {
    let mut found: Vec<GroupIx> = Vec::new();
    for &span in &it.after {
        found.extend(named_in(meaning, it, own, span));
    }
    for condition in &it.conditions {
        // “If the council approves it, …” puts the vote first; what is threatened “if they attack”
        // comes after no attack that is planned.
        let waits = match condition.kind {
            ConditionKind::Once | ConditionKind::Pending => true,
            // “Will not meet until they are freed”; talks that go on until they are freed come
            // before.
            ConditionKind::Until => it.negated,
            ConditionKind::If | ConditionKind::OnlyIf => {
                it.kind != CommitmentKind::Threatened && !is_denied(meaning, it, condition.span)
            }
            ConditionKind::Unless => false,
        };
        if waits {
            let supposed = matches!(condition.kind, ConditionKind::If | ConditionKind::OnlyIf);
            let named = match approved_in(meaning, it, own, condition.span) {
                Some(vote) => vec![vote],
                // “If they cross the river” shares words with many acts and waits for none.
                None if supposed => told_in(meaning, it, own, condition.span),
                None => named_in(meaning, it, own, condition.span),
            };
            // Nobody plans to be attacked first.
            found.extend(named.into_iter().filter(|&it| !meaning.is_of(it, Family::Attack)));
        }
    }
    found.extend(under_deal(meaning, it, own));
    found
}

/// Notes that `first` comes before `then`, unless the opposite is known.
fn link(order: &mut BTreeMap<GroupIx, BTreeSet<GroupIx>>, first: GroupIx, then: GroupIx) {
    if first == then {
        return;
    }
    let mut seen = BTreeSet::from([first]);
    let mut open = vec![first];
    while let Some(at) = open.pop() {
        if at == then {
            return;
        }
        let before = order.get(&at).into_iter().flatten();
        open.extend(before.copied().filter(|&it| seen.insert(it)));
    }
    order.entry(then).or_default().insert(first);
}

/// The acts that a clause of `it` names: those told inside it, or else the one its words are about.
fn named_in(meaning: &Meaning<'_>, it: &Told, own: GroupIx, clause: Span) -> Vec<GroupIx> {
    let inside = told_in(meaning, it, own, clause);
    if !inside.is_empty() {
        return inside;
    }
    let meant = meaning.of(it.article, clause, Some(own));
    let named = meant.or_else(|| {
        let kinds = families(meaning, it, clause).into_iter().map(Kind::Family);
        kinds.filter(|kind| *kind != it.what).find_map(|kind| meaning.largest(&kind, own))
    });
    named.into_iter().collect()
}

/// The acts told inside a clause.
fn told_in(meaning: &Meaning<'_>, it: &Told, own: GroupIx, clause: Span) -> Vec<GroupIx> {
    let inside = meaning.inside(it.article, clause).iter();
    let inside: BTreeSet<GroupIx> = inside.map(|it| it.1).filter(|&it| it != own).collect();
    inside.into_iter().collect()
}

/// The vote that “if the members approve it”, “once it is ratified” wait for.
fn approved_in(meaning: &Meaning<'_>, it: &Told, own: GroupIx, clause: Span) -> Option<GroupIx> {
    let ballot = families(meaning, it, clause).contains(&Family::Ballot);
    let kind = Kind::Family(Family::Ballot);
    ballot.then(|| meaning.best_of(&kind, it.article, clause, own))?
}

/// Whether a clause says that something does not come: “if they do not attack”.
fn is_denied(meaning: &Meaning<'_>, it: &Told, clause: Span) -> bool {
    let Some(of) = meaning.articles().get(it.article) else { return false };
    let words = tokens(&of.article.text, clause);
    words.iter().any(|it| {
        let word = fold::plain(it.span.of(&of.article.text));
        matches!(word.as_str(), "not" | "no" | "never" | "without") || word.ends_with("n't")
    })
}

/// The families of acts that words of the clause name, in order.
fn families(meaning: &Meaning<'_>, it: &Told, clause: Span) -> Vec<Family> {
    let Some(of) = meaning.articles().get(it.article) else { return Vec::new() };
    let text = &of.article.text;
    let bases = tokens(text, clause).into_iter().map(|it| acts::base_of(it.span.of(text)));
    // Votes, deals and truces are waited for by whatever name; other words must say more.
    bases
        .filter_map(|it| acts::act(&it))
        .map(|it| it.family)
        .filter(|it| matches!(it, Family::Ballot | Family::Deal | Family::Truce | Family::Meeting))
        .collect()
}

/// The deal that an act is part of: “under the contract”, “as part of the accord”, “the deal also
/// will include”.
fn under_deal(meaning: &Meaning<'_>, it: &Told, own: GroupIx) -> Option<GroupIx> {
    let deal = Kind::Family(Family::Deal);
    if it.what == deal {
        return None;
    }
    let text = &meaning.articles().get(it.article)?.article.text;
    let line = tokens(text, it.span);
    let word = |at: usize| line.get(at).map(|it| fold::word(it.span.of(text)));
    let leads = |at: usize| {
        let start = at.saturating_sub(4);
        let lead = (start..at).rev().find_map(|it| {
            let word = word(it)?;
            matches!(word.as_str(), "under" | "part").then_some(word)
        });
        lead.is_some()
            || at < 3
                && word(0).is_some_and(|it| it == "the")
                && (at + 1..at + 4)
                    .any(|it| word(it).is_some_and(|it| matches!(it.as_str(), "will" | "would")))
    };
    // “A deal to cut tariffs”.
    let start = line.partition_point(|token| token.span.start() < it.act.start());
    let governs = |at: usize| {
        at < start
            && start - at < 8
            && (at + 1..start).any(|it| word(it).is_some_and(|it| it == "to"))
            && (at + 1..start).all(|it| line.get(it).is_some_and(|it| it.span.of(text) != "."))
    };
    let named = (0..line.len().min(400)).any(|at| {
        let family = word(at).and_then(|it| acts::act(&acts::base(&it)));
        family.is_some_and(|it| it.noun && it.family == Family::Deal) && (leads(at) || governs(at))
    });
    named.then(|| meaning.largest(&deal, own)).flatten()
}
