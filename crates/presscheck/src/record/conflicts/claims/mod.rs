//! What one side states and another denies, doubts or has not confirmed.
//!
//! [`doubts`] finds the sentences that go against something. Here each is held against the sentences
//! that are about the same: they share acts, names and rare words with what is denied, and state it.

mod doubts;

use std::collections::BTreeMap;

use self::doubts::{Doubt, Manner};
use super::{Clash, Seen};
use crate::model::{CommitmentKind, Spot, StanceKind, StoryEntityIx};
use crate::record::sentences::{SentenceIx, shared};

/// A statement must share this part of what the denial is about, by weight. Set on the labelled
/// stories: below it, sentences meet that only name the same people.
const LEAST_SHARE: f64 = 0.45;
/// A sentence that says “not” without saying what it goes against must share more of it.
const LEAST_SHARE_NEGATIVE: f64 = 0.6;
/// Other articles' statements are shown beside the nearest when they come near to it.
const NEAR_THE_BEST: f64 = 0.75;
/// No more statements than this are shown for one denial.
const MOST_STATEMENTS: usize = 4;

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let doubts = doubts::find(seen);
    let against: BTreeMap<SentenceIx, Manner> =
        doubts.iter().map(|it| (it.sentence, it.manner)).collect();
    let met: Vec<(&Doubt, Vec<SentenceIx>)> = doubts
        .iter()
        .map(|it| (it, statements(seen, it, &against)))
        .filter(|it| !it.1.is_empty())
        .collect();
    together(&met).into_iter().filter_map(|group| clash(seen, &group)).collect()
}

/// The statements that a denial goes against, the nearest first, one of each article.
fn statements(
    seen: &Seen<'_>,
    doubt: &Doubt,
    against: &BTreeMap<SentenceIx, Manner>,
) -> Vec<SentenceIx> {
    let all = seen.sentences.all();
    let whole = seen.sentences.weights(&doubt.topics).max(1.0);
    let least = if doubt.manner == Manner::Negative { LEAST_SHARE_NEGATIVE } else { LEAST_SHARE };
    let mut best: BTreeMap<usize, (f64, SentenceIx)> = BTreeMap::new();
    for ix in seen.sentences.near(&doubt.topics) {
        if ix == doubt.sentence || against.contains_key(&ix) || Some(ix) == doubt.points_to {
            continue;
        }
        let both = shared(&doubt.topics, &all[ix].topics);
        let words = both.iter().filter(|&&it| !seen.sentences.is_name(it)).count();
        let act = both.iter().any(|&it| seen.sentences.is_act(it));
        if both.len() < 2 || words == 0 || !act && words < 2 {
            continue;
        }
        let share = seen.sentences.weights(&both) / whole;
        if share < least || !states(seen, doubt, ix) {
            continue;
        }
        let known = best.entry(all[ix].spot.article).or_insert((share, ix));
        if share > known.0 {
            *known = (share, ix);
        }
    }
    let mut found: Vec<(f64, SentenceIx)> = best.into_values().collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let top = found.first().map_or(0.0, |it| it.0);
    found.retain(|it| it.0 >= top * NEAR_THE_BEST);
    let mut found: Vec<SentenceIx> = found.into_iter().map(|it| it.1).collect();
    if let Some(pointed) = doubt.points_to {
        found.insert(0, pointed);
    }
    found.truncate(MOST_STATEMENTS);
    found
}

/// Whether a sentence can be what the denial goes against: it says that something is so, and it is
/// not the denier's own word.
fn states(seen: &Seen<'_>, doubt: &Doubt, ix: SentenceIx) -> bool {
    let own = speakers(seen, ix);
    if doubt.holder.is_some_and(|it| own.contains(&it)) {
        return false;
    }
    match doubt.manner {
        Manner::Open => is_settled(seen, ix),
        Manner::Against => true,
        Manner::Negative => !own.is_empty(),
    }
}

/// Whether a sentence has an act as agreed or accepted.
fn is_agreed(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    tells(seen, ix, |it| it == CommitmentKind::Agreed, accepts)
}

fn accepts(it: StanceKind) -> bool {
    matches!(it, StanceKind::Accepts | StanceKind::AcceptsInPrinciple)
}

/// Whether a sentence has an act as planned, agreed or accepted.
fn is_settled(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    let set = |it: CommitmentKind| {
        matches!(it, CommitmentKind::Planned | CommitmentKind::Agreed | CommitmentKind::Promised)
    };
    tells(seen, ix, set, accepts)
}

/// Whether a sentence holds a commitment or a stance of a kind.
fn tells(
    seen: &Seen<'_>,
    ix: SentenceIx,
    commitment: impl Fn(CommitmentKind) -> bool,
    stance: impl Fn(StanceKind) -> bool,
) -> bool {
    let spot = seen.sentences.all()[ix].spot;
    let Some(it) = seen.articles.get(spot.article) else { return false };
    let found = &it.annotations;
    found.commitments.iter().any(|it| spot.span.overlaps(it.span) && commitment(it.kind))
        || found.stances.iter().any(|it| spot.span.overlaps(it.span) && stance(it.kind))
}

/// Whose words a sentence gives.
fn speakers(seen: &Seen<'_>, ix: SentenceIx) -> Vec<StoryEntityIx> {
    let spot = seen.sentences.all()[ix].spot;
    let (Some(it), Some(of)) =
        (seen.articles.get(spot.article), seen.story.entity_of.get(spot.article))
    else {
        return Vec::new();
    };
    let quotes = it.annotations.quotes.iter().filter(|it| it.span.overlaps(spot.span));
    quotes.filter_map(|it| of.get(it.speaker?).copied()).collect()
}

/// Denials of one statement are one conflict.
fn together<'a>(
    met: &'a [(&'a Doubt, Vec<SentenceIx>)],
) -> Vec<Vec<&'a (&'a Doubt, Vec<SentenceIx>)>> {
    let mut groups: Vec<Vec<&(&Doubt, Vec<SentenceIx>)>> = Vec::new();
    let mut of: BTreeMap<SentenceIx, usize> = BTreeMap::new();
    for it in met {
        let Some(first) = it.1.first() else { continue };
        let known = of.get(first).copied();
        let group = known.unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(it);
        of.insert(*first, group);
    }
    groups
}

fn clash(seen: &Seen<'_>, group: &[&(&Doubt, Vec<SentenceIx>)]) -> Option<Clash> {
    let (first, _) = group.first()?;
    let place = |ix: SentenceIx| seen.sentences.all()[ix].spot;
    let mut stated: Vec<Spot> = group.iter().flat_map(|it| &it.1).map(|&it| place(it)).collect();
    stated.sort();
    stated.dedup();
    let denied = group.iter().map(|it| place(it.0.sentence));
    let text = &seen.articles.get(first.about.article)?.article.text;
    let open = group.iter().all(|it| it.0.manner == Manner::Open);
    let note = if open {
        "one report gives it as settled, another as open or not confirmed"
    } else {
        "one side states it, another denies, rejects or doubts it"
    };
    Some(Clash {
        kind: "claim",
        what: first.about.span.trimmed(text).of(text).to_owned(),
        sides: stated.into_iter().chain(denied).collect(),
        note: Some(note.to_owned()),
    })
}
