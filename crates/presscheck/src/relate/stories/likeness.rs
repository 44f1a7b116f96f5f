//! Likeness: how much two articles have in common, for those that may have enough.

use std::collections::BTreeSet;

use super::terms::Vector;
use crate::model::Annotated;

/// Two articles and how alike they are, 0 to 1.
pub(super) type Pair = (usize, usize, f64);

/// An article's most telling terms: two articles are compared if they share one of them.
const TELLING: usize = 20;
/// Articles compared over one term; of more, each is compared with those next to it in order.
const MOST_SHARING: usize = 300;
/// Days after which a report is of another event, or a later chapter that is a story of its own.
const MOST_DAYS: i64 = 30;
/// Likeness lost with each day between two reports.
const LOST_PER_DAY: f64 = 0.01;
/// Likeness that is not worth keeping.
const LEAST: f64 = 0.05;

/// The pairs worth comparing, in order.
pub(super) fn pairs(articles: &[Annotated], vectors: &[Vector]) -> Vec<Pair> {
    let mut sharing: Vec<(u32, usize)> = Vec::new();
    for (article, vector) in vectors.iter().enumerate() {
        let mut telling = vector.clone();
        telling.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        sharing.extend(telling.iter().take(TELLING).map(|it| (it.0, article)));
    }
    sharing.sort_unstable();
    let mut candidates = BTreeSet::new();
    for group in sharing.chunk_by(|a, b| a.0 == b.0) {
        for (nth, &(_, b)) in group.iter().enumerate() {
            let from = nth.saturating_sub(MOST_SHARING);
            candidates.extend(group[from..nth].iter().map(|&(_, a)| (a, b)));
        }
    }
    candidates
        .into_iter()
        .filter_map(|(a, b)| {
            let alike = shared(&vectors[a], &vectors[b]) - lost(articles, a, b)?;
            (alike >= LEAST).then_some((a, b, alike))
        })
        .collect()
}

/// What the days between two articles take from their likeness; `None` if they are too far apart.
#[expect(clippy::cast_precision_loss, reason = "at most 14")]
fn lost(articles: &[Annotated], a: usize, b: usize) -> Option<f64> {
    let day = |ix: usize| articles[ix].article.published.as_ref().map(|it| it.date);
    let (Some(a), Some(b)) = (day(a), day(b)) else { return Some(0.0) };
    let days = i64::from(a.until(b).ok()?.get_days().abs());
    (days <= MOST_DAYS).then_some(days.min(14) as f64 * LOST_PER_DAY)
}

/// The cosine of two vectors of length 1.
fn shared(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
