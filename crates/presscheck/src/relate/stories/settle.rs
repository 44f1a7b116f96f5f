//! Settling: stories as they stand when all that came in is known.
//!
//! Stories that turned out to be one are put together, and one that turned out to be two is taken
//! apart: articles are compared once more, each with those before and after it.

use std::collections::BTreeMap;

use super::groups;
use super::stream::{Bond, Stream};

const ONE_STORY_OF_FEW: f64 = 0.2;
/// Best over both labelled streams: 0.3 on local crime, 0.45 on national politics.
const ONE_STORY_OF_MANY: f64 = 0.4;
/// From this many articles on they are many.
const MANY: usize = 500;
/// How often few articles are laid out anew.
const MOST_ROUNDS: usize = 4;
/// What makes up, in log-odds, for how seldom two articles of a stream are of one event: among the
/// few that a person gives it is as likely as not.
const PICKED: f32 = 3.0;
/// Two that have less in common, as a cosine, were not picked for one another’s sake.
const IN_COMMON: f32 = 0.1;
/// From this many articles on nobody picked them.
const UNPICKED: usize = 100;

impl Stream {
    /// The stories of all articles so far: their numbers, each in exactly one group, in order. What
    /// was decided by a person holds; of two decisions about one pair, the later.
    pub fn settle(&mut self) -> Vec<Vec<usize>> {
        let came_in: Vec<u32> = self.articles.iter().map(|it| it.story).collect();
        let mut found = self.joined();
        // Of few articles each other one is most of what stands around: those that turn out to be
        // of one story are no others to one another.
        for _ in 1..if came_in.len() <= MANY { MOST_ROUNDS } else { 1 } {
            for (story, of) in (0..).zip(&found) {
                for &it in of {
                    self.articles[it].story = story;
                }
            }
            let next = self.joined();
            if next == found {
                break;
            }
            found = next;
        }
        for (it, story) in self.articles.iter_mut().zip(came_in) {
            it.story = story;
        }
        found
    }

    /// The articles put together by how alike they are among the stories that they stand in.
    fn joined(&mut self) -> Vec<Vec<usize>> {
        let picked = picked(self.articles.len());
        let mut alike: BTreeMap<(u32, u32), (f32, f32)> = BTreeMap::new();
        for article in 0..u32::try_from(self.articles.len()).unwrap_or(u32::MAX) {
            for (other, likeness, cosine) in self.compared(article) {
                let picked = if cosine < IN_COMMON { 0.0 } else { picked };
                let pair = alike.entry((article.min(other), article.max(other))).or_default();
                pair.0 += chance(likeness + picked);
                pair.1 += 1.0;
            }
        }
        let pairs = alike
            .into_iter()
            .map(|((a, b), (sum, n))| (a as usize, b as usize, f64::from(sum / n)))
            .collect();
        let mut bonds: BTreeMap<(usize, usize), Bond> = BTreeMap::new();
        for &(a, b, bond) in &self.decisions {
            bonds.insert((a.min(b), a.max(b)), bond);
        }
        let enough = one_story(self.articles.len());
        groups::join(self.articles.len(), pairs, &bonds, enough)
    }
}

/// What the chance of telling one event must be on average: a handful of articles was most likely
/// picked for one event; among hundreds, two events of one kind are likely.
#[expect(clippy::cast_precision_loss, reason = "at most 500")]
fn one_story(articles: usize) -> f64 {
    let many = articles.min(MANY) as f64 / MANY as f64;
    ONE_STORY_OF_FEW + (ONE_STORY_OF_MANY - ONE_STORY_OF_FEW) * many
}

/// What speaks for two articles of so many being of one event before they are read, in log-odds
/// beside a stream of many: a person gives a handful because they tell one.
#[expect(clippy::cast_precision_loss, reason = "at most 100")]
fn picked(articles: usize) -> f32 {
    let rest = 1.0 - articles.min(UNPICKED) as f32 / UNPICKED as f32;
    PICKED * rest
}

/// Log-odds as a probability.
fn chance(likeness: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-likeness))
}
