//! Shared prose: the passages that two articles have in common outside quotations.

use std::collections::BTreeMap;

use super::prose::Word;
use crate::model::{ArticleIx, Span};
use crate::relate::prints::step;

/// Words in a shingle. Six in a row outside quotations are seldom chance: of the labelled pairs that
/// only share statements, half share no run of six.
const SHINGLE: usize = 6;

/// Articles that hold one shingle and are still compared each with each; beyond it every article is
/// compared with the first and with the one before it, so that 500 copies cost 1000 comparisons.
const MOST_TOGETHER: usize = 8;

/// Articles that one article is compared with, those that share the most shingles first.
const MOST_PARTNERS: usize = 12;

/// Two passages with at most this many words between them on both sides are one passage with
/// changed words in it.
const CHANGED_WORDS: usize = 2;

/// What two articles share outside quotations.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    /// The first article.
    pub(super) a: ArticleIx,
    /// The second article; `a < b`.
    pub(super) b: ArticleIx,
    /// The passages, in `a` and in `b`, in order of `a`.
    pub(super) passages: Vec<(Span, Span)>,
    /// How many words the passages have in common.
    pub(super) words: usize,
    /// Share of the narrator's words of `a` that stand in `b`.
    pub(super) of_a: f64,
    /// Share of the narrator's words of `b` that stand in `a`.
    pub(super) of_b: f64,
}

/// All pairs of articles that share a shingle, in order.
pub(super) fn pairs(prose: &[Vec<Word>]) -> Vec<Shared> {
    let shingles: Vec<Vec<(u64, usize)>> = prose.iter().map(|it| shingles(it)).collect();
    candidates(&shingles)
        .into_iter()
        .filter_map(|(a, b)| compare((a, &prose[a], &shingles[a]), (b, &prose[b], &shingles[b])))
        .collect()
}

/// The hash and first word of each shingle, sorted.
fn shingles(words: &[Word]) -> Vec<(u64, usize)> {
    let windows = words.windows(SHINGLE).enumerate();
    let mut found: Vec<(u64, usize)> = windows
        .filter(|(_, it)| it[0].run == it[SHINGLE - 1].run)
        .map(|(at, it)| (it.iter().fold(0, |hash, word| step(hash, word.hash)), at))
        .collect();
    found.sort_unstable();
    found
}

/// Pairs of articles with a shingle in common.
fn candidates(shingles: &[Vec<(u64, usize)>]) -> Vec<(ArticleIx, ArticleIx)> {
    let mut holders: Vec<(u64, ArticleIx)> = Vec::new();
    for (article, of) in shingles.iter().enumerate() {
        holders.extend(of.iter().map(|&(hash, _)| (hash, article)));
    }
    holders.sort_unstable();
    holders.dedup();
    let mut common: BTreeMap<(ArticleIx, ArticleIx), usize> = BTreeMap::new();
    for group in holders.chunk_by(|x, y| x.0 == y.0) {
        for (nth, &(_, b)) in group.iter().enumerate() {
            let whole = group.len() <= MOST_TOGETHER;
            let before = if whole { 0 } else { nth.saturating_sub(1) };
            let first = usize::from(!whole && nth > 1);
            for &(_, a) in group[..first].iter().chain(&group[before..nth]) {
                *common.entry((a, b)).or_default() += 1;
            }
        }
    }
    let mut ranked: Vec<_> = common.into_iter().map(|(pair, n)| (usize::MAX - n, pair)).collect();
    ranked.sort_unstable();
    let mut partners = vec![0; shingles.len()];
    let mut kept: Vec<(ArticleIx, ArticleIx)> = ranked
        .into_iter()
        .map(|(_, pair)| pair)
        .filter(|&(a, b)| {
            partners[a] += 1;
            partners[b] += 1;
            partners[a].min(partners[b]) <= MOST_PARTNERS
        })
        .collect();
    kept.sort_unstable();
    kept
}

/// An article's place, words and shingles.
type Side<'a> = (ArticleIx, &'a [Word], &'a [(u64, usize)]);

fn compare((a, in_a, of_a): Side<'_>, (b, in_b, of_b): Side<'_>) -> Option<Shared> {
    let mut starts: Vec<(usize, u64)> = of_a.iter().map(|&(hash, at)| (at, hash)).collect();
    starts.sort_unstable();
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let mut next = 0;
    for (at, hash) in starts {
        if at < next {
            continue;
        }
        let from = of_b.partition_point(|it| it.0 < hash);
        // A shingle that one article repeats is boilerplate of its page: the first few places do.
        let places = of_b[from..].iter().take_while(|it| it.0 == hash).take(4);
        let best = places.map(|&(_, place)| (common(&in_a[at..], &in_b[place..]), place)).max();
        if let Some((length, place)) = best.filter(|it| it.0 >= SHINGLE) {
            runs.push((at, place, length));
            next = at + length;
        }
    }
    if runs.is_empty() {
        return None;
    }
    let words: usize = runs.iter().map(|it| it.2).sum();
    let mut touched: Vec<usize> = runs.iter().flat_map(|it| it.1..it.1 + it.2).collect();
    touched.sort_unstable();
    touched.dedup();
    let passages = joined(&runs, in_a, in_b);
    let (of_a, of_b) = (share(words, in_a.len()), share(touched.len(), in_b.len()));
    Some(Shared { a, b, passages, words, of_a, of_b })
}

/// How many words two lists have in common from their start, within one run of each.
fn common(a: &[Word], b: &[Word]) -> usize {
    let same = |(x, y): &(&Word, &Word)| x.hash == y.hash && x.run == a[0].run && y.run == b[0].run;
    a.iter().zip(b).take_while(same).count()
}

/// The runs as spans; runs with only a changed word between them as one.
fn joined(runs: &[(usize, usize, usize)], a: &[Word], b: &[Word]) -> Vec<(Span, Span)> {
    let mut found: Vec<(Span, Span)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for &(at, place, length) in runs {
        let here = a[at].span.join(a[at + length - 1].span);
        let there = b[place].span.join(b[place + length - 1].span);
        let follows = last.is_some_and(|(end_a, end_b)| {
            at - end_a <= CHANGED_WORDS
                && place >= end_b
                && place - end_b <= CHANGED_WORDS
                && a[end_a - 1].run == a[at].run
                && b[end_b - 1].run == b[place].run
        });
        match found.last_mut().filter(|_| follows) {
            Some((x, y)) => (*x, *y) = (x.join(here), y.join(there)),
            None => found.push((here, there)),
        }
        last = Some((at + length, place + length));
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "word counts are far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
