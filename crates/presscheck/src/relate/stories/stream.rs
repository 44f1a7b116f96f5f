//! The stream: each article gets its story from what came before it.

use super::index::Index;
use super::kept::Kept;
use super::likeness::{Around, Side, cosine, evidence, likeness};
use super::rarity::Rarity;
use super::rules::{
    CANDIDATES, LEAST_LIKE, MEMBERS, MOST_SHARING, RIVALS, RULES, Rules, Standing, TERMS_ASKED,
};
use super::table::Table;
use super::told::Terms;

/// What a person decided about two articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Bond {
    /// They tell one story.
    Together,
    /// They tell two stories.
    Apart,
}

/// Articles as they come in, put into stories one by one.
///
/// What is answered of an article depends on nothing that comes later, and what it costs does not
/// grow with the length of the stream. Articles and stories are known by their numbers, in the
/// order in which they came, from 0.
#[derive(Clone, Debug)]
pub struct Stream {
    pub(super) rules: Rules,
    pub(super) rarity: Rarity,
    index: Index,
    pub(super) articles: Vec<Article>,
    stories: Vec<Story>,
    pub(super) decisions: Vec<(usize, usize, Bond)>,
    around: Around,
    scores: Table,
}

/// What is kept of an article.
#[derive(Clone, Debug)]
pub(super) struct Article {
    pub(super) terms: Kept,
    pub(super) day: Option<i32>,
    outlet: u32,
    pub(super) rivals: f32,
    pub(super) story: u32,
    /// The one before it in its story; [`NONE`] for the first.
    before: u32,
}

impl Article {
    fn side(&self) -> Side<'_> {
        Side { terms: &self.terms, day: self.day, outlet: self.outlet, rivals: self.rivals }
    }
}

/// A story’s latest article, [`NONE`] if it has none left.
#[derive(Clone, Copy, Debug)]
struct Story {
    latest: u32,
}

const NONE: u32 = u32::MAX;

/// An earlier article that shares telling terms with another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) story: u32,
    pub(super) article: u32,
    pub(super) cosine: f32,
}

/// A story and how an article stands to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    pub(super) story: u32,
    /// How alike the article and the story’s articles are, in log-odds.
    pub(super) alike: f32,
}

impl Default for Stream {
    fn default() -> Self {
        Self::new()
    }
}

impl Stream {
    /// A stream that nothing came in by.
    pub fn new() -> Stream {
        Stream {
            rules: RULES,
            rarity: Rarity::new(),
            index: Index::new(),
            articles: Vec::new(),
            stories: Vec::new(),
            decisions: Vec::new(),
            around: Around::new(),
            scores: Table::new(),
        }
    }

    /// Takes in the next article and returns the number of its story, which is a fresh one where
    /// no story before is like it. What was `decided` about it and earlier articles is held to.
    pub fn add(&mut self, terms: &Terms, decided: &[(usize, Bond)]) -> usize {
        self.rarity.count(terms.of.iter().map(|it| it.key));
        let kept = Kept::of(&terms.of, &self.rarity);
        let asked = kept.heaviest(TERMS_ASKED);
        let near = self.near(&kept, &asked, NONE);
        let rivals = self.look_around(&near, None);
        let (day, outlet) = (terms.day, terms.outlet);
        let new = Article { terms: kept, day, outlet, rivals, story: 0, before: NONE };
        let scored = self.score(&new, &near);
        let story = self.choose(&new, &scored, decided);
        let number = u32::try_from(self.articles.len()).unwrap_or(NONE);
        self.index.add(number, asked.into_iter());
        self.articles.push(new);
        self.put(number, story);
        let earlier = decided.iter().filter(|it| it.0 < number as usize);
        self.decisions.extend(earlier.map(|&(other, bond)| (other, number as usize, bond)));
        story as usize
    }

    /// The bytes that are held, all articles together.
    pub fn bytes(&self) -> usize {
        self.articles.iter().map(|it| it.terms.bytes()).sum::<usize>()
            + self.articles.capacity() * size_of::<Article>()
            + self.stories.capacity() * size_of::<Story>()
            + self.index.bytes()
            + self.rarity.bytes()
    }

    /// How many articles came in.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether none came in.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The story that an article got as it came in.
    pub fn story(&self, article: usize) -> Option<usize> {
        self.articles.get(article).map(|it| it.story as usize)
    }

    /// The articles of a story, the latest first.
    pub(super) fn members(&self, story: u32) -> impl Iterator<Item = u32> {
        let mut next = self.stories.get(story as usize).map_or(NONE, |it| it.latest);
        std::iter::from_fn(move || {
            let number = next;
            next = self.articles.get(number as usize)?.before;
            Some(number)
        })
    }

    fn put(&mut self, article: u32, story: u32) {
        if story as usize == self.stories.len() {
            self.stories.push(Story { latest: NONE });
        }
        let of = &mut self.stories[story as usize];
        let it = &mut self.articles[article as usize];
        it.story = story;
        it.before = std::mem::replace(&mut of.latest, article);
    }

    /// The articles that share most with `kept`, but for `except`; by story, the most alike first.
    fn near(&mut self, kept: &Kept, asked: &[u32], except: u32) -> Vec<Near> {
        self.scores.clear();
        let asked = kept.iter().filter(|it| asked.binary_search(&it.key).is_ok());
        for it in asked {
            for article in self.index.latest(it.key, MOST_SHARING) {
                self.scores.add(article, it.weight);
            }
        }
        let mut found: Vec<(u32, f32)> = self.scores.iter().filter(|it| it.0 != except).collect();
        if found.len() > CANDIDATES {
            found
                .select_nth_unstable_by(CANDIDATES, |a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
            found.truncate(CANDIDATES);
        }
        let mut near: Vec<Near> = found
            .into_iter()
            .map(|(article, _)| {
                let it = &self.articles[article as usize];
                Near { story: it.story, article, cosine: cosine(kept, &it.terms) }
            })
            .collect();
        near.sort_unstable_by(|a, b| {
            a.story
                .cmp(&b.story)
                .then(b.cosine.total_cmp(&a.cosine))
                .then(a.article.cmp(&b.article))
        });
        near
    }

    /// Counts the terms of the stories near an article, and returns how alike it is to those that
    /// are not its own, on average; while its own is not known, that is the most alike.
    #[expect(clippy::cast_precision_loss, reason = "ten")]
    fn look_around(&mut self, near: &[Near], own: Option<u32>) -> f32 {
        let stories = near.chunk_by(|a, b| a.story == b.story);
        self.around.begin(stories.clone().count());
        let mut nearest: Vec<f32> = Vec::with_capacity(near.len());
        for (number, of) in (1..).zip(stories) {
            if own != Some(of[0].story) {
                nearest.push(of[0].cosine);
            }
            for it in of {
                self.around.count(&self.articles[it.article as usize].terms, number);
            }
        }
        nearest.sort_unstable_by(|a, b| b.total_cmp(a));
        let rivals = nearest.get(usize::from(own.is_none())..).unwrap_or_default();
        // Where fewer are near, the others are not like it at all.
        rivals.iter().take(RIVALS).sum::<f32>() / RIVALS as f32
    }

    /// How alike an article and an earlier one are, in log-odds, among what was looked at last.
    fn alike(&self, new: &Article, other: u32) -> f32 {
        let other = self.articles[other as usize].side();
        likeness(&evidence(&new.side(), &other, &self.around, &self.rarity), &self.rules)
    }

    /// The stories near an article, the most alike first: between the average over a story’s
    /// articles and the nearest of them.
    #[expect(clippy::cast_precision_loss, reason = "a dozen")]
    fn score(&self, new: &Article, near: &[Near]) -> Vec<Scored> {
        let stories = near.chunk_by(|a, b| a.story == b.story);
        let mut scored: Vec<Scored> = stories
            .map(|of| {
                let known: Vec<(u32, f32)> =
                    of.iter().map(|it| (it.article, self.alike(new, it.article))).collect();
                let story = of[0].story;
                let members = self.members(story).take(MEMBERS).map(|it| {
                    let alike = known.iter().find(|known| known.0 == it).map(|known| known.1);
                    alike.unwrap_or_else(|| self.alike(new, it)).max(LEAST_LIKE)
                });
                let members: Vec<f32> = members.collect();
                let average = members.iter().sum::<f32>() / members.len().max(1) as f32;
                let nearest = known.iter().map(|it| it.1).fold(LEAST_LIKE, f32::max);
                Scored { story, alike: f32::midpoint(average, nearest) }
            })
            .collect();
        scored.sort_by(|a, b| b.alike.total_cmp(&a.alike).then(b.story.cmp(&a.story)));
        scored
    }

    /// The story for an article: one that was decided on, the one most alike, or a fresh one.
    fn choose(&self, new: &Article, scored: &[Scored], decided: &[(usize, Bond)]) -> u32 {
        let of = |bond| {
            let others = decided.iter().filter(move |it| it.1 == bond);
            others.filter_map(|it| self.articles.get(it.0)).map(|it| it.story)
        };
        if let Some(story) = of(Bond::Together).min() {
            return story;
        }
        let open: Vec<Scored> = scored
            .iter()
            .filter(|it| of(Bond::Apart).all(|apart| apart != it.story))
            .copied()
            .collect();
        let best = open.first().filter(|_| self.standing(new, &open) > 0.0);
        best.map_or(u32::try_from(self.stories.len()).unwrap_or(NONE - 1), |it| it.story)
    }

    /// How alike an article is to those near it, earlier and later: in log-odds, and the cosine.
    pub(super) fn compared(&mut self, article: u32) -> Vec<(u32, f32, f32)> {
        let (it, near) = self.look_again(article);
        let alike = |other: &Near| (other.article, self.alike(&it, other.article), other.cosine);
        near.iter().map(alike).collect()
    }

    /// An article as it stands among those near it, earlier and later.
    fn look_again(&mut self, article: u32) -> (Article, Vec<Near>) {
        let it = self.articles[article as usize].clone();
        let asked = it.terms.heaviest(TERMS_ASKED);
        let near = self.near(&it.terms, &asked, article);
        let rivals = self.look_around(&near, Some(it.story));
        (Article { rivals, ..it }, near)
    }

    /// How alike two articles are, in log-odds, among what stands around the first.
    pub(super) fn likeness_of(&mut self, article: u32, other: u32) -> f32 {
        let it = self.look_again(article).0;
        self.alike(&it, other)
    }

    /// What speaks for an article’s belonging to the story most like it, in log-odds.
    pub(super) fn standing(&self, new: &Article, scored: &[Scored]) -> f32 {
        let standing = standing(new, scored);
        standing.iter().zip(&self.rules.decision).map(|(a, b)| a * b).sum()
    }
}

/// The evidence of that, in the order of [`Rules::decision`](super::rules::Rules).
pub(super) fn standing(new: &Article, scored: &[Scored]) -> Standing {
    let alike = |nth: usize| scored.get(nth).map_or(LEAST_LIKE, |it| it.alike);
    let before_next = (alike(0) - alike(1)).min(-LEAST_LIKE);
    let undated = if new.day.is_none() { 1.0 } else { 0.0 };
    [1.0, alike(0), before_next, undated, undated * alike(0), undated * before_next, new.rivals]
}
