//! Explaining: what an article shares with the others of its story, and with the nearest other one.

use std::collections::BTreeMap;

use super::rules::MEMBERS;
use super::stream::Stream;
use super::terms;
use super::told::Told;

/// Why an article stands in its story.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The number of its story.
    pub story: usize,
    /// The others of the story, the latest first, a dozen at the most.
    pub with: Vec<Common>,
    /// Of the articles near it in other stories, the one most like it.
    pub rival: Option<Common>,
}

/// What an article has in common with another.
#[derive(Clone, Debug)]
pub struct Common {
    /// The number of the other article.
    pub article: usize,
    /// The number of its story.
    pub story: usize,
    /// How much speaks for the two’s telling one event, in log-odds: above 0, more than against.
    pub likeness: f32,
    /// Days between the two, where both have one.
    pub days: Option<u32>,
    /// The terms of both, those that weigh most first, twenty at the most.
    pub shared: Vec<SharedTerm>,
}

/// A term of two articles.
#[derive(Clone, PartialEq, Debug)]
pub struct SharedTerm {
    /// `person` (a full name with an age), `full name`, `name`, `age`, `figure` or `word`.
    pub kind: &'static str,
    /// Its words as they are compared: in lower case, without endings.
    pub words: String,
    /// The square root of its weights in the two articles, multiplied.
    pub weight: f32,
}

const MOST_TERMS: usize = 20;

impl Stream {
    /// Explains the story of an article, of which `told` is what was read; `None` for a number that
    /// no article has.
    pub fn explain(&mut self, article: usize, told: &Told<'_>) -> Option<Explanation> {
        let number = u32::try_from(article).ok()?;
        let story = self.story(article)?;
        let mut words: BTreeMap<u32, String> = BTreeMap::new();
        terms::each(told.title, told.text, |it| {
            words.entry(it.key).or_insert_with(|| it.words.join(" ").trim().to_owned());
        });
        let near = self.compared(number);
        let member = |it: u32| self.story(it as usize) == Some(story);
        let rival = near.iter().filter(|it| !member(it.0)).max_by(|a, b| a.1.total_cmp(&b.1));
        let rival = rival.map(|&(other, likeness, _)| self.common(number, other, likeness, &words));
        let of = u32::try_from(story).ok()?;
        let others: Vec<u32> = self.members(of).filter(|it| *it != number).take(MEMBERS).collect();
        let with = others
            .into_iter()
            .map(|other| {
                let likeness = self.likeness_of(number, other);
                self.common(number, other, likeness, &words)
            })
            .collect();
        Some(Explanation { story, with, rival })
    }

    fn common(&self, a: u32, b: u32, likeness: f32, words: &BTreeMap<u32, String>) -> Common {
        let (one, other) = (&self.articles[a as usize], &self.articles[b as usize]);
        let theirs: BTreeMap<u32, f32> = other.terms.iter().map(|it| (it.key, it.weight)).collect();
        let mut shared: Vec<SharedTerm> = one
            .terms
            .iter()
            .filter_map(|it| {
                let weight = libm::sqrtf(it.weight * theirs.get(&it.key)?);
                Some(SharedTerm {
                    kind: it.kind.word(),
                    words: words.get(&it.key)?.clone(),
                    weight,
                })
            })
            .collect();
        shared.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.words.cmp(&b.words)));
        shared.truncate(MOST_TERMS);
        let days = one.day.zip(other.day).map(|(a, b)| a.abs_diff(b));
        Common { article: b as usize, story: other.story as usize, likeness, days, shared }
    }
}
