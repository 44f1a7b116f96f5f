//! Groups: puts the articles together that are alike on average.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::rules::CANDIDATES;
use super::stream::Bond;

/// Two articles and how alike they are, 0 to 1.
pub(super) type Pair = (usize, usize, f64);

/// Likeness as an integer, so that it orders totally and sums without rounding.
type Parts = u64;
const WHOLE: f64 = 1e9;

#[derive(Clone, Copy, Default)]
struct Between {
    sum: Parts,
    pairs: u64,
}

/// Groups on the way to being joined. Each goes by the place of one of its articles.
struct Groups {
    members: Vec<Vec<usize>>,
    between: Vec<BTreeMap<usize, Between>>,
    /// Groups that a person keeps apart from this one.
    never: Vec<BTreeSet<usize>>,
}

/// Joins the two groups most alike, again and again, while they are alike `enough`; groups that
/// hold articles which are `bonds` apart are never joined.
pub(super) fn join(
    articles: usize,
    pairs: Vec<Pair>,
    bonds: &BTreeMap<(usize, usize), Bond>,
    enough: f64,
) -> Vec<Vec<usize>> {
    let enough = parts(enough);
    let mut groups = Groups {
        members: (0..articles).map(|it| vec![it]).collect(),
        between: vec![BTreeMap::new(); articles],
        never: vec![BTreeSet::new(); articles],
    };
    for (a, b, alike) in pairs {
        let one = Between { sum: parts(alike), pairs: 1 };
        groups.between[a].insert(b, one);
        groups.between[b].insert(a, one);
    }
    groups.hold(bonds);
    let mut heap: BinaryHeap<(Parts, Reverse<(usize, usize)>)> = BinaryHeap::new();
    for a in 0..articles {
        let later = groups.between[a].range(a..);
        heap.extend(later.map(|(&b, it)| (groups.average(it, a, b), Reverse((a, b)))));
    }
    while let Some((alike, Reverse((a, b)))) = heap.pop() {
        if alike < enough {
            break;
        }
        let current = groups.between[a].get(&b).map(|it| groups.average(it, a, b));
        if current != Some(alike) || groups.never[a].contains(&b) {
            continue;
        }
        groups.merge(a, b);
        for (&other, of) in &groups.between[a] {
            let alike = groups.average(of, a, other);
            heap.push((alike, Reverse((a.min(other), a.max(other)))));
        }
    }
    let mut found: Vec<Vec<usize>> =
        groups.members.into_iter().filter(|it| !it.is_empty()).collect();
    for it in &mut found {
        it.sort_unstable();
    }
    found.sort();
    found
}

impl Groups {
    /// Puts together what a person put together, and marks what is to stay apart.
    fn hold(&mut self, bonds: &BTreeMap<(usize, usize), Bond>) {
        let mut of: Vec<usize> = (0..self.members.len()).collect();
        for (&(a, b), _) in bonds.iter().filter(|it| *it.1 == Bond::Together) {
            let (a, b) = (of[a].min(of[b]), of[a].max(of[b]));
            if a != b {
                self.merge(a, b);
                for &it in &self.members[a] {
                    of[it] = a;
                }
            }
        }
        for (&(a, b), _) in bonds.iter().filter(|it| *it.1 == Bond::Apart) {
            if of[a] != of[b] {
                self.never[of[a]].insert(of[b]);
                self.never[of[b]].insert(of[a]);
            }
        }
    }

    /// Puts the articles of `b` into `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        for other in std::mem::take(&mut self.never[b]) {
            self.never[other].remove(&b);
            self.never[other].insert(a);
            self.never[a].insert(other);
        }
        for (other, of) in std::mem::take(&mut self.between[b]) {
            self.between[other].remove(&b);
            if other == a {
                continue;
            }
            let sum = self.between[a].entry(other).or_default();
            *sum = Between { sum: sum.sum + of.sum, pairs: sum.pairs + of.pairs };
            let sum = *sum;
            self.between[other].insert(a, sum);
        }
    }

    /// The average over the pairs of two groups. Of small groups all pairs can have been compared,
    /// and one that was not has nothing in common; of large ones only some can.
    fn average(&self, of: &Between, a: usize, b: usize) -> Parts {
        let (a, b) = (self.members[a].len() as u64, self.members[b].len() as u64);
        let known = if a + b <= CANDIDATES as u64 { (a * b).min(a + b) } else { a.min(b) };
        of.sum / of.pairs.max(known)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1e9")]
fn parts(alike: f64) -> Parts {
    (alike.clamp(0.0, 1.0) * WHOLE) as Parts
}
