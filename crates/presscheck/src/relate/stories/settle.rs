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

impl Stream {
    /// The stories of all articles so far: their numbers, each in exactly one group, in order. What
    /// was decided by a person holds; of two decisions about one pair, the later.
    pub fn settle(&mut self) -> Vec<Vec<usize>> {
        let mut alike: BTreeMap<(u32, u32), (f32, f32)> = BTreeMap::new();
        for article in 0..u32::try_from(self.articles.len()).unwrap_or(u32::MAX) {
            for (other, likeness) in self.compared(article) {
                let pair = alike.entry((article.min(other), article.max(other))).or_default();
                pair.0 += chance(likeness);
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

/// Log-odds as a probability.
fn chance(likeness: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-likeness))
}
