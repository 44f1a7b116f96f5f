//! Meaning: which act of the story a stretch of words is about: “the idea of moving it”, “until the
//! prisoners are freed”.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{Group, GroupIx, Weights};
use super::told::{Kind, Told, kind_of};
use crate::model::{Annotated, ArticleIx, Span, Story, StoryEntityIx};
use crate::text::acts::{self, Family};
use crate::text::words::{TokenKind, tokens};

/// How much must speak for an act: its kind and a word of it, or its kind and what it is done to.
const ENOUGH: i32 = 6;
/// A word that more acts than this have finds none of them.
const MOST_GROUPS: usize = 64;
/// More words than these are not looked at: a stance is about what stands near.
const MOST_WORDS: usize = 60;

/// Acts by what names them.
pub(super) struct Meaning<'a> {
    articles: &'a [Annotated],
    story: &'a Story,
    told: &'a [Told],
    weights: Weights<'a>,
    /// For each article what it tells: the act’s place and its group, in text order.
    places: BTreeMap<ArticleIx, Vec<(&'a Told, GroupIx)>>,
    by_kind: BTreeMap<&'a Kind, BTreeMap<GroupIx, usize>>,
    by_object: BTreeMap<&'a str, BTreeSet<GroupIx>>,
    by_word: BTreeMap<&'a str, BTreeSet<GroupIx>>,
    sizes: Vec<usize>,
    parties: Vec<BTreeSet<StoryEntityIx>>,
}

impl<'a> Meaning<'a> {
    pub(super) fn new(
        articles: &'a [Annotated],
        story: &'a Story,
        told: &'a [Told],
        groups: &[Group],
    ) -> Self {
        let mut it = Meaning {
            articles,
            story,
            told,
            weights: Weights::new(told),
            places: BTreeMap::new(),
            by_kind: BTreeMap::new(),
            by_object: BTreeMap::new(),
            by_word: BTreeMap::new(),
            sizes: groups.iter().map(|it| it.of.len()).collect(),
            parties: vec![BTreeSet::new(); groups.len()],
        };
        for (at, group) in groups.iter().enumerate() {
            for of in group.members(told) {
                it.add(of, at);
            }
        }
        for places in it.places.values_mut() {
            places.sort_by_key(|it| it.0.act.start());
        }
        it
    }

    fn add(&mut self, of: &'a Told, at: GroupIx) {
        self.places.entry(of.article).or_default().push((of, at));
        *self.by_kind.entry(&of.what).or_default().entry(at).or_default() += 1;
        if let Some(object) = &of.object {
            self.by_object.entry(object).or_default().insert(at);
        }
        for word in &of.words {
            self.by_word.entry(word).or_default().insert(at);
        }
        if let Some(parties) = self.parties.get_mut(at) {
            parties.extend(of.parties.keys());
        }
    }

    /// What an article tells, in text order.
    pub(super) fn told_in(&self, article: ArticleIx) -> &[(&'a Told, GroupIx)] {
        self.places.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// The acts told within `span` of an article.
    pub(super) fn inside(&self, article: ArticleIx, span: Span) -> &[(&'a Told, GroupIx)] {
        let acts = self.told_in(article);
        let from = acts.partition_point(|it| it.0.act.start() < span.start());
        let to = acts.partition_point(|it| it.0.act.start() < span.end());
        acts.get(from..to.max(from)).unwrap_or_default()
    }

    /// The act that the words of `span` are about, `but` left out.
    pub(super) fn of(
        &self,
        article: ArticleIx,
        span: Span,
        but: Option<GroupIx>,
    ) -> Option<GroupIx> {
        let text = &self.articles.get(article)?.article.text;
        let mut scores: BTreeMap<GroupIx, Score> = BTreeMap::new();
        let words = tokens(text, span);
        let words = words.iter().filter(|it| it.kind == TokenKind::Word).take(MOST_WORDS);
        let bases: BTreeSet<String> = words.map(|it| acts::base_of(it.span.of(text))).collect();
        for base in &bases {
            self.score(base, &mut scores);
        }
        let parties = self.parties_in(article, span);
        let from = self.told_in(article).partition_point(|it| it.0.act.start() < span.start());
        // A page of acts must not be read again for each stance.
        let before = self.told_in(article).get(from.saturating_sub(32)..from).unwrap_or_default();
        let rated = scores.iter().filter(|it| Some(*it.0) != but).map(|(&at, score)| {
            let shared =
                self.parties.get(at).map_or(0, |it| it.intersection(&parties).count().min(2));
            let near = before.iter().rev().position(|it| it.1 == at);
            let close = near.map_or(0, |it| if it < 4 { 2 } else { 1 } + i32::from(it < 2));
            let sum = score.sum() + i32::try_from(shared).unwrap_or_default() + close;
            (sum, close, self.sizes.get(at).copied().unwrap_or_default(), usize::MAX - at)
        });
        let best = rated.filter(|it| it.0 >= ENOUGH).max()?;
        Some(usize::MAX - best.3)
    }

    fn score(&self, base: &str, scores: &mut BTreeMap<GroupIx, Score>) {
        let kind = kind_of(base);
        let kinds = self.by_kind.get(&kind).into_iter().flatten();
        for (&at, n) in kinds.take(MOST_GROUPS) {
            // An act that some tell of by another word: “the attack” of what most call a vote.
            let worth = if n * 4 >= self.size(at) { 4 } else { 2 };
            let score = scores.entry(at).or_default();
            score.kind = score.kind.max(worth);
        }
        for &at in self.by_object.get(base).into_iter().flatten().take(MOST_GROUPS) {
            scores.entry(at).or_default().object = 3;
        }
        let by_word = self.by_word.get(base).filter(|it| it.len() <= MOST_GROUPS);
        for &at in by_word.into_iter().flatten() {
            scores.entry(at).or_default().words += self.weights.of(base);
        }
    }

    fn parties_in(&self, article: ArticleIx, span: Span) -> BTreeSet<StoryEntityIx> {
        let Some(it) = self.articles.get(article) else { return BTreeSet::new() };
        let mentions = &it.annotations.mentions;
        let from = mentions.partition_point(|it| it.span.end() <= span.start());
        let inside = mentions.iter().skip(from).take_while(|it| it.span.start() < span.end());
        let of = self.story.entity_of.get(article);
        inside.filter_map(|it| of?.get(it.entity).copied()).collect()
    }

    /// Of the acts of a kind the one with most parties and words of `clause`, of equals the one that
    /// most tell of.
    pub(super) fn best_of(
        &self,
        kind: &Kind,
        article: ArticleIx,
        clause: Span,
        but: GroupIx,
    ) -> Option<GroupIx> {
        let text = &self.articles.get(article)?.article.text;
        let words = tokens(text, clause);
        let bases: BTreeSet<String> =
            words.iter().map(|it| acts::base_of(it.span.of(text))).collect();
        let parties = self.parties_in(article, clause);
        let groups = self.by_kind.get(kind)?.iter().filter(|it| *it.0 != but).take(MOST_GROUPS);
        let rated = groups.map(|(&at, &n)| {
            let shared = self.parties.get(at).map_or(0, |it| it.intersection(&parties).count());
            let of =
                |it: &&String| self.by_word.get(it.as_str()).is_some_and(|it| it.contains(&at));
            (shared + bases.iter().filter(of).count(), n, usize::MAX - at)
        });
        rated.max().map(|it| usize::MAX - it.2)
    }

    /// Whether most of what tells of a group tells of a family.
    pub(super) fn is_of(&self, group: GroupIx, family: Family) -> bool {
        let n = self.by_kind.get(&Kind::Family(family)).and_then(|it| it.get(&group));
        n.is_some_and(|n| n * 2 > self.size(group))
    }

    /// How often a group is told of.
    pub(super) fn size(&self, group: GroupIx) -> usize {
        self.sizes.get(group).copied().unwrap_or_default()
    }

    /// The act of a kind that most tell of.
    pub(super) fn largest(&self, kind: &Kind, but: GroupIx) -> Option<GroupIx> {
        let groups = self.by_kind.get(kind)?.iter().filter(|it| *it.0 != but);
        groups.rev().max_by_key(|it| *it.1).map(|it| *it.0)
    }

    /// All that is told.
    pub(super) fn told(&self) -> &'a [Told] {
        self.told
    }

    /// The articles of the story.
    pub(super) fn articles(&self) -> &'a [Annotated] {
        self.articles
    }
}

/// What speaks for an act.
#[derive(Clone, Copy, Default)]
struct Score {
    kind: i32,
    object: i32,
    words: i32,
}

impl Score {
    fn sum(self) -> i32 {
        self.kind + self.object + self.words.min(6)
    }
}
