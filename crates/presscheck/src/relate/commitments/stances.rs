//! Stances: who accepts, rejects, denies or doubts an act.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{Group, GroupIx};
use super::told::{Kind, Told};
use crate::model::{
    Annotated, ArticleIx, EntityIx, Party, Span, Spot, Stance, StanceKind, Story, StoryEntityIx,
    StoryStance,
};
use crate::text::acts;
use crate::text::words::{TokenKind, tokens};

/// How far before a stance, in bytes, the sentence may end whose act it is about: a short one may
/// stand between.
const JUST_BEFORE: usize = 120;

/// Whether a stance answers what somebody else told before it.
fn answers(kind: StanceKind) -> bool {
    !matches!(kind, StanceKind::Demands | StanceKind::Threatens | StanceKind::Proposes)
}

/// For each group the stances on it, in order of their places.
pub(super) fn of(
    articles: &[Annotated],
    story: &Story,
    told: &[Told],
    groups: &[Group],
) -> BTreeMap<GroupIx, Vec<StoryStance>> {
    let mut acts: BTreeMap<ArticleIx, Vec<(&Told, GroupIx)>> = BTreeMap::new();
    let mut sizes: BTreeMap<&Kind, BTreeMap<GroupIx, usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for it in group.members(told) {
            acts.entry(it.article).or_default().push((it, at));
            *sizes.entry(&it.what).or_default().entry(at).or_default() += 1;
        }
    }
    for it in acts.values_mut() {
        it.sort_by_key(|it| it.0.act.start());
    }
    let largest: BTreeMap<&Kind, GroupIx> = sizes
        .into_iter()
        .filter_map(|(kind, of)| Some((kind, of.into_iter().rev().max_by_key(|it| it.1)?.0)))
        .collect();
    let mut found: BTreeMap<GroupIx, Vec<StoryStance>> = BTreeMap::new();
    for (article, it) in articles.iter().enumerate() {
        let acts = acts.get(&article).map(Vec::as_slice).unwrap_or_default();
        let place = Place { article, it, story, acts, largest: &largest };
        for stance in &it.annotations.stances {
            for group in place.groups(stance) {
                found.entry(group).or_default().push(place.told(stance));
            }
        }
    }
    for it in found.values_mut() {
        it.sort_by(|a, b| (a.spot, a.kind, &a.party).cmp(&(b.spot, b.kind, &b.party)));
        it.dedup_by(|b, a| a.spot == b.spot && a.kind == b.kind && a.party == b.party);
    }
    found
}

/// An article, and where it tells of which act.
struct Place<'a> {
    article: ArticleIx,
    it: &'a Annotated,
    story: &'a Story,
    acts: &'a [(&'a Told, GroupIx)],
    largest: &'a BTreeMap<&'a Kind, GroupIx>,
}

impl Place<'_> {
    /// The acts that a stance is about.
    fn groups(&self, stance: &Stance) -> BTreeSet<GroupIx> {
        let from = self.acts.partition_point(|it| it.0.act.start() < stance.span.start());
        let here: Vec<&(&Told, GroupIx)> = self
            .acts
            .iter()
            .skip(from)
            .take_while(|it| it.0.act.start() < stance.span.end())
            .collect();
        // “Dismissed it”, “there was no confirmation”: of what was told just before.
        let before = || {
            let last = self.acts.get(from.checked_sub(1)?)?;
            let close = last.0.span.end() + JUST_BEFORE > stance.span.start();
            (close && answers(stance.kind)).then_some(last.1)
        };
        if self.points_back(stance)
            && let Some(group) = before()
        {
            return BTreeSet::from([group]);
        }
        if let Some(about) = stance.about {
            let meant = here.iter().filter(|it| it.0.act.overlaps(about));
            let meant: BTreeSet<GroupIx> = meant.map(|it| it.1).collect();
            if !meant.is_empty() {
                return meant;
            }
        }
        let named = stance.about.and_then(|about| self.named_in(about, from));
        let named = named.or_else(|| here.first().filter(|_| here.len() == 1).map(|it| it.1));
        let named = named.or_else(|| self.named_in(stance.span, from));
        named.or_else(before).into_iter().collect()
    }

    /// Whether the stance is on something that only a pronoun stands for.
    fn points_back(&self, stance: &Stance) -> bool {
        let about = stance.about.map_or("", |it| it.of(&self.it.article.text));
        let first = about.split_whitespace().next().unwrap_or_default();
        matches!(first, "it" | "this" | "them" | "both" | "either")
    }

    /// The act of a kind that a word in `span` names: the one told last before the place `from` in
    /// this article, or else the one that most of the story tells of.
    fn named_in(&self, span: Span, from: usize) -> Option<GroupIx> {
        let text = &self.it.article.text;
        let words = tokens(text, span);
        let words = words.iter().filter(|it| it.kind == TokenKind::Word);
        let kinds = words.filter_map(|it| acts::act(&acts::base_of(it.span.of(text))));
        kinds.map(|it| Kind::Family(it.family)).find_map(|kind| {
            // A page of acts must not be read again for each stance.
            let before = self.acts.get(from.saturating_sub(32)..from).unwrap_or_default();
            let last = before.iter().rev().find(|it| it.0.what == kind);
            // Of two in one sentence the first: the other only says what comes before or after it.
            let last = last.and_then(|last| {
                let main =
                    before.iter().find(|it| it.0.what == kind && it.0.span == last.0.span)?;
                Some(main.1)
            });
            last.or_else(|| self.largest.get(&kind).copied())
        })
    }

    fn told(&self, stance: &Stance) -> StoryStance {
        StoryStance {
            party: self.name(&stance.party),
            entity: self.entity(stance.party.entity),
            kind: stance.kind,
            spot: Spot { article: self.article, span: stance.span },
            told_by: stance.told_by.as_ref().map(|it| self.name(it)),
        }
    }

    fn entity(&self, entity: Option<EntityIx>) -> Option<StoryEntityIx> {
        self.story.entity_of.get(self.article)?.get(entity?).copied()
    }

    /// The fullest name in the story, or the words as printed where no one is named.
    fn name(&self, party: &Party) -> String {
        let entity = self.entity(party.entity).and_then(|it| self.story.entities.get(it));
        let printed = || {
            let words: Vec<&str> =
                party.span.of(&self.it.article.text).split_whitespace().collect();
            words.join(" ")
        };
        entity.map_or_else(printed, |it| it.name.clone())
    }
}
