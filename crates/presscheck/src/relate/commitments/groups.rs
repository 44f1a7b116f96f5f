//! Groups: what tells of one act.
//!
//! Acts that name their parties or say more than their kind come first and are laid beside the
//! groups that share a party or a word with them. What only points back, “the meeting”, then goes
//! to the act of its kind that its article told last.

use std::collections::{BTreeMap, BTreeSet};

use super::told::{Kind, Told};
use crate::model::{ArticleIx, Span, StoryEntityIx};

/// Counts in the list of groups.
pub(super) type GroupIx = usize;

/// A sum of likenesses from which two tell of one act: one shared person or two shared words will
/// do where nothing speaks against it.
const ENOUGH: i32 = 3;

/// A word or party that more groups of one kind have than this tells none of them apart, and
/// looking at all of them would cost the square of a large story.
const MOST_GROUPS: usize = 64;

/// How far before a sentence, in bytes, one may end that it points back to before all others: they
/// stand side by side.
const JUST_BEFORE: usize = 8;

/// What tells of one act.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Places in the list of what is told, in order.
    pub(super) of: Vec<usize>,
    core: BTreeMap<StoryEntityIx, usize>,
    people: BTreeMap<StoryEntityIx, usize>,
    others: BTreeMap<StoryEntityIx, usize>,
    words: BTreeMap<String, usize>,
    bound: BTreeMap<String, usize>,
    heads: BTreeSet<String>,
    due: BTreeSet<String>,
    negated: usize,
    another: usize,
}

impl Group {
    /// What tells of it.
    pub(super) fn members<'a>(&self, told: &'a [Told]) -> Vec<&'a Told> {
        self.of.iter().filter_map(|&it| told.get(it)).collect()
    }

    fn add(&mut self, ix: usize, it: &Told) {
        let at = self.of.partition_point(|&other| other < ix);
        self.of.insert(at, ix);
        count(&mut self.core, &it.core);
        count(&mut self.people, &it.people);
        count(&mut self.others, &it.others);
        count(&mut self.words, &it.words);
        count(&mut self.bound, &it.bound);
        self.heads.insert(it.head.clone());
        self.due.extend(it.due.clone());
        self.negated += usize::from(it.negated);
        self.another += usize::from(it.another);
    }

    /// How many of `found` this group has in at least an eighth of what tells of it.
    fn shares<T: Ord>(&self, counts: &BTreeMap<T, usize>, found: &BTreeSet<T>) -> i32 {
        let least = self.of.len().div_ceil(8);
        let shared = found.iter().filter(|it| counts.get(it).is_some_and(|&n| n >= least));
        i32::try_from(shared.count().min(8)).unwrap_or_default()
    }

    /// How much speaks for `it` telling of the same act.
    fn likeness(&self, it: &Told) -> i32 {
        let people = self.shares(&self.people, &it.people);
        let others = self.shares(&self.others, &it.others);
        let words = self.shares(&self.words, &it.words);
        let core = self.shares(&self.core, &it.core);
        let mut sum = i32::from(self.heads.contains(&it.head)) + people.min(2) * 2 + others.min(2);
        let fewest = it.words.len().min(self.words.len());
        sum += match fewest {
            0 => 0,
            1 => words * 2,
            _ => words.min(4) + i32::from(usize::try_from(words).is_ok_and(|n| n * 2 >= fewest)),
        };
        // One condition, one act: “should they attack” of two costs, penalties or sanctions.
        let bound = it.bound.iter().filter(|it| self.bound.contains_key(*it)).count();
        if bound > 1 && bound * 2 >= it.bound.len() {
            sum += 3;
        }
        let strangers = !it.core.is_empty() && !self.core.is_empty() && core == 0;
        if strangers {
            let own = it.core.iter().any(|one| it.people.contains(one));
            let theirs = self.core.keys().any(|it| self.people.contains_key(it));
            sum -= if own && theirs { 4 } else { 1 };
        }
        if let Some(due) = &it.due
            && !self.due.is_empty()
        {
            sum += if self.due.contains(due) { 1 } else { -i32::from(self.is_apart(due)) * 2 };
        }
        if (self.negated * 2 > self.of.len()) != it.negated {
            sum -= 2;
        }
        if (self.another * 2 > self.of.len()) != it.another {
            sum -= 8;
        }
        sum
    }

    /// Whether each day on which the group is due is another day than `due`.
    fn is_apart(&self, due: &str) -> bool {
        let day = |it: &str| it.len() == 10 && !it.contains('W');
        day(due) && self.due.iter().all(|it| day(it) && it != due)
    }
}

fn count<T: Ord + Clone>(counts: &mut BTreeMap<T, usize>, found: &BTreeSet<T>) {
    for it in found {
        *counts.entry(it.clone()).or_default() += 1;
    }
}

/// A party or a word by which groups are looked up.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Feature<'a> {
    Party(StoryEntityIx),
    Word(&'a str),
}

fn features(it: &Told) -> impl Iterator<Item = Feature<'_>> {
    let parties = it.people.iter().chain(&it.others).map(|&it| Feature::Party(it));
    parties.chain(it.words.iter().chain(&it.bound).map(|it| Feature::Word(it)))
}

/// Puts together what tells of one act. Groups stand in order of the first place that tells of
/// each.
pub(super) fn of(told: &[Told]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_feature: BTreeMap<(&Kind, Feature<'_>), Vec<GroupIx>> = BTreeMap::new();
    let mut group_of: BTreeMap<usize, GroupIx> = BTreeMap::new();
    let points_back = |it: &Told| it.known || it.core.is_empty() && it.words.is_empty();
    for (ix, it) in told.iter().enumerate().filter(|it| !points_back(it.1)) {
        let found = features(it).filter_map(|feature| by_feature.get(&(&it.what, feature)));
        let near: BTreeSet<GroupIx> =
            found.filter(|it| it.len() <= MOST_GROUPS).flatten().copied().collect();
        let scored = near.iter().filter_map(|&at| Some((groups.get(at)?.likeness(it), at)));
        let best =
            scored.filter(|it| it.0 >= ENOUGH).max_by_key(|&(sum, at)| (sum, usize::MAX - at));
        let at = best.map_or(groups.len(), |it| it.1);
        if at == groups.len() {
            groups.push(Group::default());
        }
        if let Some(group) = groups.get_mut(at) {
            group.add(ix, it);
        }
        group_of.insert(ix, at);
        for feature in features(it) {
            let known = by_feature.entry((&it.what, feature)).or_default();
            if known.len() <= MOST_GROUPS && !known.contains(&at) {
                known.push(at);
            }
        }
    }
    attach(told, &mut groups, &mut group_of);
    groups.sort_by_key(|it| it.of.first().copied());
    groups
}

/// What only points back goes to the act of its kind that its article told last, or else to the
/// one that most of the story tells of.
fn attach(told: &[Told], groups: &mut Vec<Group>, group_of: &mut BTreeMap<usize, GroupIx>) {
    let mut largest: BTreeMap<&Kind, (usize, GroupIx)> = BTreeMap::new();
    for (&ix, &at) in group_of.iter() {
        let (Some(it), Some(group)) = (told.get(ix), groups.get(at)) else { continue };
        let best = largest.entry(&it.what).or_insert((group.of.len(), at));
        if (group.of.len(), usize::MAX - at) > (best.0, usize::MAX - best.1) {
            *best = (group.of.len(), at);
        }
    }
    let mut before: BTreeMap<(ArticleIx, &Kind), Before> = BTreeMap::new();
    for (ix, it) in told.iter().enumerate() {
        let before = before.entry((it.article, &it.what)).or_default();
        let at = group_of.get(&ix).copied().unwrap_or_else(|| {
            let known = before.meant(it.span).or_else(|| largest.get(&it.what).map(|it| it.1));
            let at = known.filter(|_| !it.another).unwrap_or(groups.len());
            if at == groups.len() {
                groups.push(Group::default());
                largest.entry(&it.what).or_insert((1, at));
            }
            if let Some(group) = groups.get_mut(at) {
                group.add(ix, it);
            }
            group_of.insert(ix, at);
            at
        });
        before.add(at, it.span);
    }
}

/// What an article told of one kind of act so far.
#[derive(Default)]
struct Before {
    /// How often of which act.
    counts: BTreeMap<GroupIx, usize>,
    last: Option<(GroupIx, Span)>,
}

impl Before {
    fn add(&mut self, group: GroupIx, span: Span) {
        *self.counts.entry(group).or_default() += 1;
        // “The talks will be held after the ministers meet”: of two in one sentence the first.
        if self.last.is_none_or(|it| it.1 != span) {
            self.last = Some((group, span));
        }
    }

    /// The act that “the meeting” means at `span`: the one just told, or else the one told most.
    fn meant(&self, span: Span) -> Option<GroupIx> {
        let just = self.last.filter(|it| it.1.end() + JUST_BEFORE > span.start());
        let most = self.counts.iter().max_by_key(|it| *it.1).map(|it| *it.0);
        just.map(|it| it.0).or(most)
    }
}
