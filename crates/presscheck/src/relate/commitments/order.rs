//! Order: which act must come before which.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{Group, GroupIx};
use super::told::{Kind, Told};
use crate::model::{Annotated, ArticleIx, ConditionKind, Span};
use crate::text::acts::{self, Family};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// For each group the groups that come first. Invariant: none comes before itself by any way.
pub(super) fn between(
    articles: &[Annotated],
    told: &[Told],
    groups: &[Group],
) -> BTreeMap<GroupIx, BTreeSet<GroupIx>> {
    let acts = Acts::new(articles, told, groups);
    let mut order: BTreeMap<GroupIx, BTreeSet<GroupIx>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for it in group.members(told) {
            for &span in &it.after {
                for first in acts.named_in(it, at, span) {
                    link(&mut order, first, at);
                }
            }
            for condition in &it.conditions {
                // “If the council approves it, …” puts the vote first; what is threatened “if they
                // attack” comes after no attack that is planned.
                let waits = match condition.kind {
                    ConditionKind::Once | ConditionKind::Pending => true,
                    ConditionKind::If | ConditionKind::OnlyIf => {
                        acts.names(it, condition.span, Family::Ballot)
                    }
                    ConditionKind::Unless | ConditionKind::Until => false,
                };
                let first = if waits { acts.named_in(it, at, condition.span) } else { Vec::new() };
                for first in first {
                    link(&mut order, first, at);
                }
            }
            for &span in &it.before {
                for then in acts.named_in(it, at, span) {
                    link(&mut order, at, then);
                }
            }
            if let Some(deal) = acts.under_deal(it, at) {
                link(&mut order, deal, at);
            }
        }
    }
    order
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

/// Where acts are told, for looking up what a clause names.
struct Acts<'a> {
    articles: &'a [Annotated],
    /// For each article what it tells: the act’s place and its group, in text order.
    told: BTreeMap<ArticleIx, Vec<(Span, GroupIx)>>,
    /// For each kind its groups, with how many tell of each.
    by_kind: BTreeMap<&'a Kind, BTreeMap<GroupIx, usize>>,
}

impl<'a> Acts<'a> {
    fn new(articles: &'a [Annotated], told: &'a [Told], groups: &[Group]) -> Acts<'a> {
        let mut by_article: BTreeMap<ArticleIx, Vec<(Span, GroupIx)>> = BTreeMap::new();
        let mut by_kind: BTreeMap<&Kind, BTreeMap<GroupIx, usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            for it in group.members(told) {
                by_article.entry(it.article).or_default().push((it.act, at));
                *by_kind.entry(&it.what).or_default().entry(at).or_default() += 1;
            }
        }
        for acts in by_article.values_mut() {
            acts.sort_by_key(|it| it.0.start());
        }
        Acts { articles, told: by_article, by_kind }
    }

    /// The acts that a clause of `it` names: those told inside it, or else the act of a kind that
    /// one of its words names, where the article or the story tells of one.
    fn named_in(&self, it: &Told, own: GroupIx, clause: Span) -> Vec<GroupIx> {
        let acts = self.told.get(&it.article).map(Vec::as_slice).unwrap_or_default();
        let from = acts.partition_point(|it| it.0.start() < clause.start());
        let inside = acts.iter().skip(from).take_while(|it| it.0.start() < clause.end());
        let inside: BTreeSet<GroupIx> = inside.map(|it| it.1).filter(|&it| it != own).collect();
        if !inside.is_empty() {
            return inside.into_iter().collect();
        }
        let kinds = self.families(it, clause).into_iter().map(Kind::Family);
        let found = kinds.filter(|kind| *kind != it.what).find_map(|it| self.of_kind(&it, own));
        found.into_iter().collect()
    }

    /// Whether a word of the clause names an act of the family.
    fn names(&self, it: &Told, clause: Span, family: Family) -> bool {
        self.families(it, clause).contains(&family)
    }

    /// The families of acts that words of the clause name, in order.
    fn families(&self, it: &Told, clause: Span) -> Vec<Family> {
        let Some(of) = self.articles.get(it.article) else { return Vec::new() };
        let words = tokens(&of.article.text, clause);
        let words = words.iter().filter(|it| it.kind == TokenKind::Word);
        let bases = words.map(|it| acts::base_of(it.span.of(&of.article.text)));
        bases.filter_map(|it| acts::act(&it)).map(|it| it.family).collect()
    }

    /// The act of a kind that most tell of.
    fn of_kind(&self, kind: &Kind, own: GroupIx) -> Option<GroupIx> {
        let groups = self.by_kind.get(kind)?.iter().filter(|it| *it.0 != own);
        groups.rev().max_by_key(|it| *it.1).map(|it| *it.0)
    }

    /// The deal that an act is part of: “under the contract”, “as part of the accord”, “the deal
    /// also will include”.
    fn under_deal(&self, it: &Told, own: GroupIx) -> Option<GroupIx> {
        let deal = Kind::Family(Family::Deal);
        if it.what == deal {
            return None;
        }
        let text = &self.articles.get(it.article)?.article.text;
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
                    && (at + 1..at + 4).any(|it| {
                        word(it).is_some_and(|it| matches!(it.as_str(), "will" | "would"))
                    })
        };
        let named = (0..line.len().min(400)).any(|at| {
            let family = word(at).and_then(|it| acts::act(&acts::base(&it)));
            family.is_some_and(|it| it.noun && it.family == Family::Deal) && leads(at)
        });
        named.then(|| self.of_kind(&deal, own)).flatten()
    }
}
