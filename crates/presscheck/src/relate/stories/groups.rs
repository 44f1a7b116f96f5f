//! Groups: puts the articles together that are alike on average.

use std::collections::{BTreeMap, BinaryHeap};

use super::likeness::Pair;

/// Two groups are one story while their articles are this much alike on average: a handful of
/// articles was most likely picked for one event; among hundreds, two events of one kind are likely.
///
/// Best on half of two labelled sets, national politics and local crime: 0.20 and 0.11 with 600 to
/// 900 articles; given the articles of two events alone, 0.10 parts them and keeps each whole.
const ONE_STORY_OF_FEW: f64 = 0.10;
const ONE_STORY_OF_MANY: f64 = 0.18;
/// From this many articles on they are many.
const MANY: usize = 500;

/// Likeness as an integer, so that it orders totally and sums without rounding.
type Parts = u64;
const WHOLE: f64 = 1e9;

#[derive(Clone, Copy, Default)]
struct Between {
    sum: Parts,
    pairs: u64,
}

/// Joins the two groups most alike, again and again, while they are alike enough.
pub(super) fn join(articles: usize, pairs: Vec<Pair>) -> Vec<Vec<usize>> {
    let enough = parts(one_story(articles));
    let mut groups: Vec<Vec<usize>> = (0..articles).map(|it| vec![it]).collect();
    let mut between: Vec<BTreeMap<usize, Between>> = vec![BTreeMap::new(); articles];
    for (a, b, alike) in pairs {
        let one = Between { sum: parts(alike), pairs: 1 };
        between[a].insert(b, one);
        between[b].insert(a, one);
    }
    let mut heap: BinaryHeap<(Parts, std::cmp::Reverse<(usize, usize)>)> = BinaryHeap::new();
    for (a, of) in between.iter().enumerate() {
        heap.extend(of.range(a..).map(|(&b, it)| (it.sum, std::cmp::Reverse((a, b)))));
    }
    while let Some((alike, std::cmp::Reverse((a, b)))) = heap.pop() {
        if alike < enough {
            break;
        }
        let current = between[a].get(&b).map(|it| average(it, &groups[a], &groups[b]));
        if current != Some(alike) {
            continue;
        }
        let moved = std::mem::take(&mut groups[b]);
        groups[a].extend(moved);
        for (other, of) in std::mem::take(&mut between[b]) {
            between[other].remove(&b);
            if other == a {
                continue;
            }
            let sum = between[a].entry(other).or_default();
            *sum = Between { sum: sum.sum + of.sum, pairs: sum.pairs + of.pairs };
            let sum = *sum;
            between[other].insert(a, sum);
        }
        for (&other, of) in &between[a] {
            let alike = average(of, &groups[a], &groups[other]);
            heap.push((alike, std::cmp::Reverse((a.min(other), a.max(other)))));
        }
    }
    let mut found: Vec<Vec<usize>> = groups.into_iter().filter(|it| !it.is_empty()).collect();
    for it in &mut found {
        it.sort_unstable();
    }
    found.sort();
    found
}

#[expect(clippy::cast_precision_loss, reason = "at most 500")]
fn one_story(articles: usize) -> f64 {
    let many = articles.min(MANY) as f64 / MANY as f64;
    ONE_STORY_OF_FEW + (ONE_STORY_OF_MANY - ONE_STORY_OF_FEW) * many
}

/// The average over all pairs of two groups; a pair that was not compared has nothing in common.
fn average(of: &Between, a: &[usize], b: &[usize]) -> Parts {
    of.sum / (a.len() as u64 * b.len() as u64).max(of.pairs)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1e9")]
fn parts(alike: f64) -> Parts {
    (alike.clamp(0.0, 1.0) * WHOLE) as Parts
}
