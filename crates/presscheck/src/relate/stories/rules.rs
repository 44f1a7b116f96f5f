//! Rules: how much each piece of evidence weighs.
//!
//! A few dozen numbers, set by measurement on one half of two labelled streams, local crime and
//! national politics; `docs/decisions/stories.md` has the recipe and what each step gave. Nothing
//! of the streams' words is in them.

/// The evidence for two articles' telling one event, in the order of [`LIKENESS`].
pub(super) type Evidence = [f32; 34];
/// The evidence for an article's belonging to the story most like it, in the order of [`DECISION`].
pub(super) type Standing = [f32; 7];

/// The weights in use.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) likeness: Evidence,
    pub(super) decision: Standing,
}

pub(super) const RULES: Rules = Rules { likeness: LIKENESS, decision: DECISION };

/// Weights in log-odds.
const LIKENESS: Evidence = [
    -3.13,  // one event rather than two, before anything is known
    -3.60,  // cosine over all terms
    21.13,  // cosine with the terms weighed by how they set apart the stories around
    -13.71, // its square
    -0.04,  // cosine over what is told first
    4.54,   // part of the titles that the other article tells
    -12.91, // that times the cosine among the stories around
    4.14,   // cosine over words that are no names
    1.07,   // cosine over ages and figures
    0.24,   // rarity of the names that both tell first
    0.89,   // rarity of the rarest shared term
    5.19,   // its square
    -3.00,  // how alike the newer article is to other stories
    -3.69,  // how alike the older article is to other stories
    3.02,   // its square
    -1.38,  // days apart, as a logarithm
    -0.93,  // a day or more apart
    -2.00,  // two days or more
    -1.76,  // ten days or more
    -3.04,  // days apart, where the newer article is like many stories
    1.01,   // days apart, where the two are alike among the stories around
    1.49,   // days apart, where they share a rare term
    0.35,   // days apart, where they share a person whose age is told
    -5.59,  // one of them has no day
    13.96,  // no day: cosine over all terms
    -2.58,  // no day: cosine among the stories around
    1.27,   // of one outlet
    -2.82,  // of one outlet on one day
    -0.05,  // of one outlet: days apart
    -36.43, // of one outlet, where the newer article is like many stories
    -0.61,  // ages are told
    4.88,   // ages are told: cosine over all terms
    0.44,   // ages are told: days apart
    -2.06,  // ages are told, where the newer article is like many stories
];

const DECISION: Standing = [
    -1.60, // one of its articles rather than not, before anything is known
    0.69,  // likeness to the story
    0.34,  // how much more alike than the next story
    -0.13, // no day
    -0.17, // no day: likeness
    0.14,  // no day: how much more alike
    0.69,  // how alike the article is to other stories
];

/// Terms by which earlier articles are looked for, and of each the articles looked at, the latest.
pub(super) const TERMS_ASKED: usize = 24;
pub(super) const MOST_SHARING: usize = 100;
/// Articles compared with a new one in full.
pub(super) const CANDIDATES: usize = 24;
/// Articles of a story that a new one is compared with, the latest.
pub(super) const MEMBERS: usize = 12;
/// Other stories over which an article’s likeness to others is averaged.
pub(super) const RIVALS: usize = 10;
/// What an article is at least like another: one odd pair does not outvote the others.
pub(super) const LEAST_LIKE: f32 = -6.0;
