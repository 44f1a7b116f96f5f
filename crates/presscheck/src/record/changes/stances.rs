//! How parties stand to acts to come, where that is not what it was.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, ChangeKind, plain};
use crate::model::{Evidence, Record, RecordCommitment, RecordStance};

/// The stances of a party, each once.
type Stances<'a> = BTreeSet<&'a str>;

pub(super) fn find(before: &Record, after: &Record) -> Vec<Change> {
    let index = index(&before.commitments);
    let mut found = Vec::new();
    for it in &after.commitments {
        let old = known_by(it).find_map(|key| index.get(&key)).map(|&ix| &before.commitments[ix]);
        let now = parties(it);
        let then = old.map(parties).unwrap_or_default();
        for (party, stances) in &now {
            let was = then.get(party).cloned().unwrap_or_default();
            if was != *stances {
                found.push(change(it, old, party, (&was, stances)));
            }
        }
    }
    found
}

fn change(
    it: &RecordCommitment,
    old: Option<&RecordCommitment>,
    party: &str,
    (was, is): (&Stances<'_>, &Stances<'_>),
) -> Change {
    let words = |it: &Stances<'_>| it.iter().copied().collect::<Vec<_>>().join(", ");
    let of = |it: &RecordCommitment, but: &Stances<'_>| -> Vec<Evidence> {
        let own = |it: &&RecordStance| it.party == party && !but.contains(it.stance.as_str());
        it.stances.iter().filter(own).map(evidence).collect()
    };
    Change {
        kind: ChangeKind::StanceChanged,
        what: format!("{party} on: {}", it.event),
        before: Some(words(was)).filter(|it| !it.is_empty()),
        after: Some(words(is)),
        evidence: match of(it, was) {
            // All that it is now it was before: what is shown is what is left.
            none if none.is_empty() => of(it, &Stances::new()),
            some => some,
        },
        evidence_before: old.map(|it| of(it, is)).unwrap_or_default(),
    }
}

fn parties(it: &RecordCommitment) -> BTreeMap<&str, Stances<'_>> {
    let mut found: BTreeMap<&str, Stances<'_>> = BTreeMap::new();
    for it in &it.stances {
        found.entry(&it.party).or_default().insert(&it.stance);
    }
    found
}

fn index(commitments: &[RecordCommitment]) -> BTreeMap<String, usize> {
    let mut index = BTreeMap::new();
    for (ix, it) in commitments.iter().enumerate() {
        for key in known_by(it) {
            index.entry(key).or_insert(ix);
        }
    }
    index
}

/// By what an act is known again: a sentence that tells of it, else the words that name it.
fn known_by(it: &RecordCommitment) -> impl Iterator<Item = String> {
    let told = it.evidence.iter().map(|it| format!("{} {}", it.article, plain(&it.text)));
    told.chain([plain(&it.event)])
}

fn evidence(it: &RecordStance) -> Evidence {
    Evidence { article: it.article.clone(), start: it.start, end: it.end, text: it.text.clone() }
}
