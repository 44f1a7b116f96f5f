//! The user's merges and splits, which hold against whatever the engine finds later.
//!
//! A decision speaks of articles, not of stories: those come and go. A merge says that some
//! articles belong together, and with them the groups that the engine puts them in. A split says
//! that some articles belong together and apart from others. A later decision overrules an earlier
//! one where they speak of the same articles.

use std::collections::{BTreeMap, BTreeSet};

/// One decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Decision {
    /// Articles that belong together.
    pub(crate) together: BTreeSet<String>,
    /// Articles they part from; empty for a merge.
    pub(crate) apart: BTreeSet<String>,
}

/// What all decisions say together.
#[derive(Default)]
struct Verdict {
    /// Sets of articles that belong together. Invariant: no two share an article.
    together: Vec<BTreeSet<String>>,
    /// Pairs that are apart, each way round.
    apart: BTreeSet<(String, String)>,
    /// Articles that are apart from some other.
    parted: BTreeSet<String>,
}

impl Verdict {
    fn of(decisions: &[Decision]) -> Verdict {
        let mut verdict = Verdict::default();
        for it in decisions {
            verdict.part(it);
            verdict.join(it.together.clone());
        }
        verdict.parted = verdict.apart.iter().map(|it| it.0.clone()).collect();
        verdict
    }

    fn join(&mut self, mut articles: BTreeSet<String>) {
        self.apart.retain(|(a, b)| !(articles.contains(a) && articles.contains(b)));
        self.together.retain(|set| {
            let meets = !set.is_disjoint(&articles);
            if meets {
                articles.extend(set.iter().cloned());
            }
            !meets
        });
        self.together.push(articles);
    }

    fn part(&mut self, it: &Decision) {
        for set in &mut self.together {
            if !it.apart.is_empty() {
                set.retain(|article| !it.together.contains(article));
            }
        }
        self.together.retain(|it| it.len() > 1);
        for a in &it.together {
            for b in &it.apart {
                self.apart.insert((a.clone(), b.clone()));
                self.apart.insert((b.clone(), a.clone()));
            }
        }
    }

    fn are_apart(&self, some: &BTreeSet<&str>, others: &BTreeSet<&str>) -> bool {
        let pairs = || some.iter().flat_map(|a| others.iter().map(move |b| (*a, *b)));
        !self.apart.is_empty()
            && pairs().any(|(a, b)| self.apart.contains(&(a.to_owned(), b.to_owned())))
    }
}

/// The groups after the decisions. Members and groups stay in order.
///
/// `nearer` says, of an article that no decision names and of several sides that are apart, which
/// side it goes with.
pub(crate) fn apply<'a>(
    groups: Vec<Vec<&'a str>>,
    decisions: &[Decision],
    nearer: &dyn Fn(&str, &[Vec<&'a str>]) -> usize,
) -> Vec<Vec<&'a str>> {
    let verdict = Verdict::of(decisions);
    let merged = merge(groups, &verdict);
    let mut found: Vec<Vec<&str>> =
        merged.into_iter().flat_map(|group| split(group, &verdict, nearer)).collect();
    for it in &mut found {
        it.sort_unstable();
    }
    found.sort_unstable();
    found
}

/// Puts groups together that hold articles of one set.
fn merge<'a>(groups: Vec<Vec<&'a str>>, verdict: &Verdict) -> Vec<Vec<&'a str>> {
    let group_of: BTreeMap<&str, usize> =
        groups.iter().enumerate().flat_map(|(ix, of)| of.iter().map(move |it| (*it, ix))).collect();
    // Each group leads to the first one that it belongs with.
    let mut leads: Vec<usize> = (0..groups.len()).collect();
    for set in &verdict.together {
        let mut held: Vec<usize> = set
            .iter()
            .filter_map(|it| group_of.get(it.as_str()))
            .map(|&ix| root(&leads, ix))
            .collect();
        held.sort_unstable();
        if let Some((&first, rest)) = held.split_first() {
            for &ix in rest {
                leads[ix] = first;
            }
        }
    }
    let mut merged: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (ix, group) in groups.into_iter().enumerate() {
        merged.entry(root(&leads, ix)).or_default().extend(group);
    }
    merged.into_values().collect()
}

fn root(leads: &[usize], mut ix: usize) -> usize {
    while leads[ix] != ix {
        ix = leads[ix];
    }
    ix
}

/// Takes a group apart where articles in it are apart.
fn split<'a>(
    group: Vec<&'a str>,
    verdict: &Verdict,
    nearer: &dyn Fn(&str, &[Vec<&'a str>]) -> usize,
) -> Vec<Vec<&'a str>> {
    if !group.iter().any(|it| verdict.parted.contains(*it)) {
        return vec![group];
    }
    let (bound, free): (Vec<&str>, Vec<&str>) = group.into_iter().partition(|it| {
        verdict.parted.contains(*it) || verdict.together.iter().any(|set| set.contains(*it))
    });
    let mut sides: Vec<BTreeSet<&str>> = Vec::new();
    for part in sets(&bound, verdict) {
        match sides.iter_mut().find(|side| !verdict.are_apart(side, &part)) {
            Some(side) => side.extend(part),
            None => sides.push(part),
        }
    }
    let fixed: Vec<Vec<&str>> = sides.into_iter().map(|it| it.into_iter().collect()).collect();
    let mut sides = fixed.clone();
    for it in free {
        let side = if fixed.len() == 1 { 0 } else { nearer(it, &fixed) };
        sides[side.min(fixed.len() - 1)].push(it);
    }
    sides
}

/// The articles as sets that stay whole: those that belong together, and each other one alone.
fn sets<'a>(articles: &[&'a str], verdict: &Verdict) -> Vec<BTreeSet<&'a str>> {
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    let mut of_set: BTreeMap<usize, usize> = BTreeMap::new();
    for it in articles {
        match verdict.together.iter().position(|set| set.contains(*it)) {
            None => found.push(BTreeSet::from([*it])),
            Some(set) => {
                let place = *of_set.entry(set).or_insert_with(|| {
                    found.push(BTreeSet::new());
                    found.len() - 1
                });
                found[place].insert(it);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &str) -> BTreeSet<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    /// `a b` for a merge, `a b | c` for a split of `a` and `b` from `c`; groups as `a b / c`.
    fn check(groups: &str, decisions: &[&str], expected: &str) {
        let decisions: Vec<Decision> = decisions
            .iter()
            .map(|it| it.split_once('|').unwrap_or((it, "")))
            .map(|(a, b)| Decision { together: names(a), apart: names(b) })
            .collect();
        let groups = groups.split('/').map(|it| it.split_whitespace().collect()).collect();
        // An article goes with the side that holds the letter before it.
        let nearer = |it: &str, sides: &[Vec<&str>]| {
            let before = char::from(it.bytes().next().unwrap_or_default() - 1).to_string();
            sides.iter().position(|side| side.contains(&before.as_str())).unwrap_or(0)
        };
        let found = apply(groups, &decisions, &nearer);
        let found: Vec<String> = found.iter().map(|it| it.join(" ")).collect();
        assert_eq!(found.join(" / "), expected);
    }

    #[test]
    fn without_decisions_the_groups_stay() {
        check("a b / c", &[], "a b / c");
    }

    #[test]
    fn a_merge_takes_along_what_the_engine_put_beside_its_articles() {
        check("a b / c d / e", &["a c"], "a b c d / e");
    }

    #[test]
    fn a_merge_holds_when_the_engine_parts_one_of_its_stories() {
        check("a / b / c", &["a b c"], "a b c");
    }

    #[test]
    fn a_split_holds_when_the_engine_puts_all_together() {
        check("a b c", &["c | a b"], "a b / c");
    }

    #[test]
    fn an_article_that_no_decision_names_goes_with_the_side_it_is_nearer_to() {
        check("a b c d", &["c | a b"], "a b / c d");
    }

    #[test]
    fn a_later_decision_overrules_an_earlier_one() {
        check("a b / c", &["a b c", "c | a b"], "a b / c");
        check("a b / c", &["c | a b", "a b c"], "a b c");
        check("a b c d", &["a b c d", "c d | a b", "d | c"], "a b / c / d");
    }

    #[test]
    fn what_was_split_off_together_stays_together() {
        check("a / b / c d", &["a b | c"], "a b / c d");
    }
}
