//! Groups of figures that count the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds;
use super::counted::{Class, Counted};
use super::likeness::excess;

/// Classes no larger than this are compared pair by pair.
const FEW: usize = 250;
/// In larger ones, how many of its most telling words a figure is looked up by…
const LOOKED_UP: usize = 6;
/// … and how many figures that share such a word it is compared with.
const NEIGHBOURS: usize = 40;
/// How many members of two groups are held against each other before the groups become one.
const COMPARED: usize = 6;

/// The groups, each in order of its figures, in order of their first; none of one article alone.
pub(super) fn of(counted: &[Counted]) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(f64, usize, usize)> = candidates(counted)
        .into_iter()
        .filter_map(|(a, b)| Some((excess(counted.get(a)?, counted.get(b)?)?, a, b)))
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut group_of: Vec<usize> = (0..counted.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..counted.len()).map(|it| vec![it]).collect();
    for (_, a, b) in pairs {
        let (into, from) = (group_of[a].min(group_of[b]), group_of[a].max(group_of[b]));
        if into == from || !join(counted, &groups[into], &groups[from]) {
            continue;
        }
        let moved = std::mem::take(&mut groups[from]);
        for &it in &moved {
            group_of[it] = into;
        }
        groups[into].extend(moved);
    }
    let several = |it: &Vec<usize>| {
        let articles: BTreeSet<usize> = it.iter().map(|&it| counted[it].article).collect();
        articles.len() > 1
    };
    let mut groups: Vec<Vec<usize>> = groups.into_iter().filter(several).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Whether two groups can become one: no article counts the same thing in two ways, and most
/// members are alike.
fn join(counted: &[Counted], a: &[usize], b: &[usize]) -> bool {
    let of_article: BTreeMap<usize, usize> =
        a.iter().map(|&it| (counted[it].article, it)).collect();
    let clash = b.iter().any(|&it| {
        let other = of_article.get(&counted[it].article);
        other.is_some_and(|&other| !bounds::overlap(&counted[other], &counted[it]))
    });
    if clash {
        return false;
    }
    let (mut alike, mut all) = (0, 0);
    for &x in a.iter().take(COMPARED) {
        for &y in b.iter().take(COMPARED) {
            all += 1;
            alike += usize::from(excess(&counted[x], &counted[y]).is_some());
        }
    }
    alike * 2 >= all
}

/// Pairs worth comparing: all of a small class, in a large one those that share a telling word.
fn candidates(counted: &[Counted]) -> BTreeSet<(usize, usize)> {
    let mut classes: BTreeMap<&Class, Vec<usize>> = BTreeMap::new();
    for (ix, it) in counted.iter().enumerate() {
        classes.entry(&it.class).or_default().push(ix);
    }
    let mut pairs = BTreeSet::new();
    for members in classes.values() {
        if members.len() <= FEW {
            let pair = |(at, &a): (usize, &usize)| {
                members.iter().skip(at + 1).map(move |&b| (a, b)).collect::<Vec<_>>()
            };
            pairs.extend(members.iter().enumerate().flat_map(pair));
            continue;
        }
        let mut sharing: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &ix in members {
            let mut words: Vec<(&String, &f64)> = counted[ix].words.iter().collect();
            words.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
            for (word, _) in words.into_iter().take(LOOKED_UP) {
                sharing.entry(word).or_default().push(ix);
            }
        }
        for found in sharing.values() {
            for (at, &a) in found.iter().enumerate() {
                pairs.extend(found.iter().skip(at + 1).take(NEIGHBOURS).map(|&b| (a, b)));
            }
        }
    }
    pairs
}
