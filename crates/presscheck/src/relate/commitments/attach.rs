//! Attaching: what only points back, “the meeting”, “it”.

use std::collections::BTreeMap;

use super::groups::{Group, GroupIx};
use super::told::{Kind, Told};
use crate::model::{ArticleIx, Span};

/// How far before a sentence, in bytes, one may end that it points back to before all others: they
/// stand side by side.
const JUST_BEFORE: usize = 8;

/// What only points back goes to the act of its kind that its article told last, or else to the
/// one that most of the story tells of.
pub(super) fn attach(
    told: &[Told],
    groups: &mut Vec<Group>,
    group_of: &mut BTreeMap<usize, GroupIx>,
) {
    let mut largest = Largest::new(told, groups, group_of);
    let mut before: BTreeMap<(ArticleIx, &Kind), Before> = BTreeMap::new();
    let mut last: BTreeMap<ArticleIx, GroupIx> = BTreeMap::new();
    let mut papers: BTreeMap<ArticleIx, GroupIx> = BTreeMap::new();
    for (ix, it) in told.iter().enumerate() {
        let of_kind = before.entry((it.article, &it.what)).or_default();
        let alone = group_of.get(&ix).copied().filter(|&at| {
            let single = groups.get(at).is_some_and(|it| it.of.len() == 1);
            !(it.vague && single && largest.is_the_one(&it.what, at))
        });
        let at = alone.unwrap_or_else(|| {
            let named =
                |at: GroupIx| groups.get(at).is_some_and(|of| of.heads.contains_key(&it.head));
            let told = if it.is_pronoun() {
                // “It still needs a vote”: a deal or a law, if one was told.
                papers.get(&it.article).or(last.get(&it.article)).copied()
            } else {
                of_kind.meant(it.span, named)
            };
            let known = told.or_else(|| largest.of(&it.what));
            let at = known.filter(|_| !it.another).unwrap_or(groups.len());
            if let Some(own) = group_of.get(&ix).and_then(|&own| groups.get_mut(own)) {
                *own = Group::default();
            }
            if at == groups.len() {
                groups.push(Group::default());
                largest.add(&it.what, at);
            }
            if let Some(group) = groups.get_mut(at) {
                group.add(ix, it);
            }
            group_of.insert(ix, at);
            at
        });
        of_kind.add(at, it.span);
        last.insert(it.article, at);
        if it.is_paper() {
            papers.insert(it.article, at);
        }
    }
}

/// The act that most of the story tells of, for each kind, and how many acts of the kind there are.
struct Largest<'a> {
    of: BTreeMap<&'a Kind, (usize, GroupIx)>,
    told: BTreeMap<&'a Kind, usize>,
}

impl<'a> Largest<'a> {
    fn new(told: &'a [Told], groups: &[Group], group_of: &BTreeMap<usize, GroupIx>) -> Self {
        let mut it = Largest { of: BTreeMap::new(), told: BTreeMap::new() };
        for (&ix, &at) in group_of {
            let (Some(of), Some(group)) = (told.get(ix), groups.get(at)) else { continue };
            *it.told.entry(&of.what).or_default() += 1;
            let best = it.of.entry(&of.what).or_insert((group.of.len(), at));
            if (group.of.len(), usize::MAX - at) > (best.0, usize::MAX - best.1) {
                *best = (group.of.len(), at);
            }
        }
        it
    }

    fn of(&self, kind: &Kind) -> Option<GroupIx> {
        self.of.get(kind).map(|it| it.1)
    }

    fn add(&mut self, kind: &'a Kind, at: GroupIx) {
        self.of.entry(kind).or_insert((1, at));
    }

    /// Whether one act, another than `but`, is the one of its kind: a third and more of what is told
    /// of the kind tells of it.
    fn is_the_one(&self, kind: &Kind, but: GroupIx) -> bool {
        let n_told = self.told.get(kind).copied().unwrap_or_default();
        self.of.get(kind).is_some_and(|it| it.1 != but && it.0 > 2 && it.0 * 3 >= n_told)
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
    /// `named`: whether a group has been told by the same noun.
    fn meant(&self, span: Span, named: impl Fn(GroupIx) -> bool) -> Option<GroupIx> {
        let just = self.last.filter(|it| it.1.end() + JUST_BEFORE > span.start() && named(it.0));
        let most = self.counts.iter().max_by_key(|it| *it.1).map(|it| *it.0);
        just.map(|it| it.0).or(most)
    }
}
