//! Groups: what tells of one act.
//!
//! Acts that name their parties or say more than their kind come first and are laid beside the
//! groups that share a party, an object or a word with them. What only points back, “the meeting”,
//! then goes to the act of its kind that its article told last.

use std::collections::{BTreeMap, BTreeSet};

use super::attach::attach;
use super::told::{Kind, Told};
use crate::model::StoryEntityIx;
use crate::text::acts::Family;

/// Counts in the list of groups.
pub(super) type GroupIx = usize;

/// A sum of likenesses from which two tell of one act: the same kind of act done to the same thing,
/// or of the same two parties. The parts of the sum are set so that this holds; the labelled stories
/// only confirmed it.
const ENOUGH: i32 = 7;

/// As much more must speak for two acts that no kind makes one: “take the case to court”, “bring the
/// case to court”.
const FOR_OTHER_KINDS: i32 = 2;

/// A word or party that more groups of one kind have than this tells none of them apart, and
/// looking at all of them would cost the square of a large story.
const MOST_GROUPS: usize = 64;

/// A group of more than this many is no small one.
const MOST_JOINED: usize = 3;

/// Kinds of acts that news uses for one another: “scrap” and “cut”, “move” and “pull out”.
const NEAR: &[(Family, Family)] = &[
    (Family::Reduction, Family::Cancellation),
    (Family::Reduction, Family::Halt),
    (Family::Cancellation, Family::Halt),
    (Family::Delay, Family::Halt),
    (Family::Withdrawal, Family::Move),
    (Family::Removal, Family::Return),
    (Family::Law, Family::Ballot),
    (Family::Protection, Family::Help),
    (Family::Funding, Family::Pay),
    (Family::Opening, Family::Return),
    (Family::Building, Family::Investment),
    (Family::Building, Family::Hiring),
    (Family::Inquiry, Family::Court),
    (Family::Deployment, Family::Help),
    (Family::Attack, Family::Strike),
    (Family::Filing, Family::Appeal),
];

/// How much a word tells: one that few acts have more than one that all have.
pub(super) struct Weights<'a> {
    of: BTreeMap<&'a str, usize>,
    n_told: usize,
}

impl<'a> Weights<'a> {
    pub(super) fn new(told: &'a [Told]) -> Self {
        let mut of: BTreeMap<&str, usize> = BTreeMap::new();
        for word in told.iter().flat_map(|it| &it.words) {
            *of.entry(word).or_default() += 1;
        }
        Weights { of, n_told: told.len() }
    }

    /// From 1 for a word of every act to 5 for one of a sixteenth or fewer.
    pub(super) fn of(&self, word: &str) -> i32 {
        let n = self.of.get(word).copied().unwrap_or(1).max(1);
        let share = (self.n_told / n).max(1).ilog2().min(4);
        1 + i32::try_from(share).unwrap_or_default()
    }
}

/// What tells of one act.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Places in the list of what is told, in order.
    pub(super) of: Vec<usize>,
    kinds: BTreeMap<Kind, usize>,
    pub(super) heads: BTreeMap<String, usize>,
    objects: BTreeMap<String, usize>,
    core: BTreeMap<StoryEntityIx, usize>,
    parties: BTreeMap<StoryEntityIx, usize>,
    people: BTreeMap<StoryEntityIx, usize>,
    words: BTreeMap<String, usize>,
    bound: BTreeMap<String, usize>,
    due: BTreeSet<String>,
    negated: usize,
    another: usize,
}

impl Group {
    /// What tells of it.
    pub(super) fn members<'a>(&self, told: &'a [Told]) -> Vec<&'a Told> {
        self.of.iter().filter_map(|&it| told.get(it)).collect()
    }

    pub(super) fn add(&mut self, ix: usize, it: &Told) {
        let at = self.of.partition_point(|&other| other < ix);
        self.of.insert(at, ix);
        *self.kinds.entry(it.what.clone()).or_default() += 1;
        *self.heads.entry(it.head.clone()).or_default() += 1;
        count(&mut self.objects, it.object.iter());
        count(&mut self.core, &it.core);
        count(&mut self.parties, it.parties.keys());
        count(&mut self.people, &it.people);
        count(&mut self.words, &it.words);
        count(&mut self.bound, &it.bound);
        self.due.extend(it.due.clone());
        self.negated += usize::from(it.negated);
        self.another += usize::from(it.another);
    }

    /// Whether at least an eighth of what tells of it has `feature`.
    fn has<T: Ord>(&self, counts: &BTreeMap<T, usize>, feature: &T) -> bool {
        counts.get(feature).is_some_and(|&n| n * 8 >= self.of.len())
    }

    fn shared<T: Ord>(&self, counts: &BTreeMap<T, usize>, found: &BTreeSet<T>) -> i32 {
        let n = found.iter().filter(|it| self.has(counts, it)).count();
        i32::try_from(n.min(8)).unwrap_or_default()
    }

    /// How much speaks for `it` telling of the same act.
    fn likeness(&self, it: &Told, weights: &Weights<'_>) -> i32 {
        let kind = self.kind_likeness(it);
        let object = it.object.as_ref().is_some_and(|it| self.has(&self.objects, it));
        if kind == 0 && !object {
            return i32::MIN;
        }
        let mut sum = if kind == 0 { -FOR_OTHER_KINDS } else { kind };
        sum += self.object_likeness(it, object) + self.party_likeness(it);
        let own = |word: &&String| Some(*word) != it.object.as_ref() && **word != it.head;
        let words = it.words.iter().filter(own).filter(|it| self.has(&self.words, it));
        sum += words.map(|it| weights.of(it)).sum::<i32>().min(8);
        // One condition, one act: “should they attack” of two costs, penalties or sanctions.
        let bound = it.bound.iter().filter(|it| self.bound.contains_key(*it)).count();
        if bound > 1 && bound * 2 >= it.bound.len() {
            sum += 4;
        }
        if let Some(due) = it.due.as_ref().filter(|_| !self.due.is_empty()) {
            sum += if self.due.contains(due) { 2 } else { -i32::from(self.is_apart(due)) * 4 };
        }
        if (self.negated * 2 > self.of.len()) != it.negated {
            sum -= 1;
        }
        if (self.another * 2 > self.of.len()) != it.another {
            sum -= 16;
        }
        sum
    }

    /// The same kind of act, one that news uses for it, or neither.
    fn kind_likeness(&self, it: &Told) -> i32 {
        if self.has(&self.kinds, &it.what) || self.has(&self.heads, &it.head) {
            return 4;
        }
        let near = |other: &Kind| {
            let (Kind::Family(a), Kind::Family(b)) = (&it.what, other) else { return false };
            NEAR.iter().any(|near| near == &(*a, *b) || near == &(*b, *a))
        };
        if self.kinds.keys().any(near) { 3 } else { 0 }
    }

    fn object_likeness(&self, it: &Told, same: bool) -> i32 {
        match () {
            () if same => 4,
            // “Raise pay” and “the pay raise”: the object of one is a word of the other.
            () if it.object.as_ref().is_some_and(|it| self.has(&self.words, it)) => 3,
            () if it.object.is_some() && !self.objects.is_empty() => -1,
            () => 0,
        }
    }

    fn party_likeness(&self, it: &Told) -> i32 {
        let core = self.shared(&self.core, &it.core);
        let parties = it.parties.keys().filter(|it| self.has(&self.parties, it)).count();
        let parties = i32::try_from(parties.min(4)).unwrap_or_default();
        let people = self.shared(&self.people, &it.people);
        let mut sum = core.max(people).min(2) * 2 + (parties - core.max(people)).clamp(0, 2);
        if !it.core.is_empty() && !self.core.is_empty() && core == 0 {
            // Two meetings of other people are two meetings.
            let strangers = !it.people.is_empty()
                && !self.people.is_empty()
                && self.shared(&self.people, &it.people) == 0;
            sum -= if strangers { 6 } else { 2 };
        }
        sum
    }

    /// Whether each day on which the group is due is another day than `due`.
    fn is_apart(&self, due: &str) -> bool {
        let day = |it: &str| it.len() == 10 && !it.contains('W');
        day(due) && self.due.iter().all(|it| day(it) && it != due)
    }
}

fn count<'a, T: Ord + Clone + 'a>(
    counts: &mut BTreeMap<T, usize>,
    found: impl IntoIterator<Item = &'a T>,
) {
    for it in found {
        *counts.entry(it.clone()).or_default() += 1;
    }
}

/// Something by which groups are looked up.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Feature<'a> {
    Party(StoryEntityIx),
    Word(&'a str),
    /// What it is done to, whatever is done.
    Object(&'a str),
}

fn features(it: &Told) -> impl Iterator<Item = Feature<'_>> {
    let parties = it.parties.keys().map(|&it| Feature::Party(it));
    let words = it.words.iter().chain(&it.bound).chain(&it.object);
    parties.chain(words.map(|it| Feature::Word(it)))
}

/// The keys under which an act is looked up and kept: its features among its kind, and its object
/// among all.
fn keys<'a>(it: &'a Told, kinds: &[Kind]) -> Vec<(Kind, Feature<'a>)> {
    let own = features(it)
        .flat_map(|feature| kinds.iter().map(move |kind| (kind.clone(), feature.clone())));
    let object = it.object.iter().map(|it| (Kind::Head(String::new()), Feature::Object(it)));
    own.chain(object).collect()
}

/// The kinds of acts in which to look for one: its own and those that news uses for it.
fn near_kinds(kind: &Kind) -> impl Iterator<Item = Kind> {
    let family = match kind {
        Kind::Family(it) => Some(*it),
        Kind::Head(_) => None,
    };
    let near = NEAR.iter().filter_map(move |&(a, b)| match family {
        Some(it) if it == a => Some(b),
        Some(it) if it == b => Some(a),
        _ => None,
    });
    std::iter::once(kind.clone()).chain(near.map(Kind::Family))
}

/// Puts together what tells of one act. Groups stand in order of the first place that tells of
/// each.
pub(super) fn of(told: &[Told]) -> Vec<Group> {
    let weights = Weights::new(told);
    let mut groups: Vec<Group> = Vec::new();
    let mut by_feature: BTreeMap<(Kind, Feature<'_>), Vec<GroupIx>> = BTreeMap::new();
    let mut group_of: BTreeMap<usize, GroupIx> = BTreeMap::new();
    let points_back = |it: &Told| it.known || it.core.is_empty() && it.words.is_empty();
    for (ix, it) in told.iter().enumerate().filter(|it| !points_back(it.1)) {
        let kinds: Vec<Kind> = near_kinds(&it.what).collect();
        let keys = keys(it, &kinds);
        let found = keys.iter().filter_map(|key| by_feature.get(key));
        let near: BTreeSet<GroupIx> =
            found.filter(|it| it.len() <= MOST_GROUPS).flatten().copied().collect();
        let scored =
            near.iter().filter_map(|&at| Some((groups.get(at)?.likeness(it, &weights), at)));
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
        for key in self::keys(it, std::slice::from_ref(&it.what)) {
            let known = by_feature.entry(key).or_default();
            if known.len() <= MOST_GROUPS && !known.contains(&at) {
                known.push(at);
            }
        }
    }
    join(told, &weights, &mut groups, &mut group_of, &by_feature);
    attach(told, &mut groups, &mut group_of);
    groups.retain(|it| !it.of.is_empty());
    groups.sort_by_key(|it| it.of.first().copied());
    groups
}

/// Small groups join others that are like them by now: the first that told of an act had nothing to
/// be laid beside.
fn join<'a>(
    told: &'a [Told],
    weights: &Weights<'_>,
    groups: &mut [Group],
    group_of: &mut BTreeMap<usize, GroupIx>,
    by_feature: &BTreeMap<(Kind, Feature<'a>), Vec<GroupIx>>,
) {
    for at in 0..groups.len() {
        let members = groups.get(at).map(|it| it.of.clone()).unwrap_or_default();
        if members.is_empty() || members.len() > MOST_JOINED {
            continue;
        }
        let of: Vec<&Told> = members.iter().filter_map(|&it| told.get(it)).collect();
        let keys = of.iter().flat_map(|it| keys(it, &near_kinds(&it.what).collect::<Vec<_>>()));
        let found = keys.filter_map(|key| by_feature.get(&key));
        let near: BTreeSet<GroupIx> =
            found.filter(|it| it.len() <= MOST_GROUPS).flatten().copied().collect();
        let scored = near.iter().filter(|&&it| it != at).filter_map(|&other| {
            let group = groups.get(other).filter(|it| it.of.len() >= members.len())?;
            // Those that only point somewhere say nothing for or against.
            let telling = of.iter().filter(|it| !it.known && !it.vague);
            let sums = telling.map(|it| group.likeness(it, weights));
            Some((sums.min()?, other))
        });
        let best =
            scored.filter(|it| it.0 >= ENOUGH).max_by_key(|&(sum, at)| (sum, usize::MAX - at));
        let Some((_, into)) = best else { continue };
        if let Some(group) = groups.get_mut(at) {
            *group = Group::default();
        }
        for (&ix, it) in members.iter().zip(of) {
            if let Some(group) = groups.get_mut(into) {
                group.add(ix, it);
            }
            group_of.insert(ix, into);
        }
    }
}
