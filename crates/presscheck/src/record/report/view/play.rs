//! State of play: parties by acts, and each act with what it depends on.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::labels::{Labels, Told};
use crate::model::{Record, RecordCommitment};
use crate::record::counts::told_once;
use crate::record::report::chain::clipped;
use crate::record::standings::{Standing, Stood, standings};

/// Parties by acts.
#[derive(Serialize)]
pub(super) struct Play {
    acts: Vec<[String; 2]>,
    rows: Vec<Row>,
    left_out: usize,
}

#[derive(Serialize)]
struct Row {
    party: String,
    cells: Vec<Vec<StanceView>>,
}

#[derive(Serialize)]
struct StanceView {
    stance: String,
    /// “also on the word of the ministry”; empty where it rests on nobody else's word.
    word: String,
    n: usize,
    spots: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct ActView {
    n: usize,
    id: String,
    event: String,
    kind: String,
    due: Option<String>,
    parties: String,
    conditions: Vec<ConditionView>,
    after: Vec<[String; 2]>,
    evidence: Vec<Told>,
}

#[derive(Serialize)]
struct ConditionView {
    kind: String,
    spots: Vec<Told>,
}

/// Acts shown as columns of the table: those on which most parties take a stand, and of these the
/// ones told in most articles.
const MOST_COLUMNS: usize = 5;

pub(super) fn play(record: &Record, labels: &Labels<'_>) -> Play {
    let mut acts: Vec<&RecordCommitment> =
        record.commitments.iter().filter(|it| !it.stances.is_empty()).collect();
    acts.sort_by_key(|it| {
        let articles: BTreeSet<&str> = it.evidence.iter().map(|it| it.article.as_str()).collect();
        std::cmp::Reverse((standings(it).len(), articles.len(), it.stances.len()))
    });
    let left_out = acts.len().saturating_sub(MOST_COLUMNS);
    acts.truncate(MOST_COLUMNS);
    let mut rows: BTreeMap<&str, Vec<Vec<StanceView>>> = BTreeMap::new();
    for (column, act) in acts.iter().enumerate() {
        for party in standings(act) {
            let cells = rows
                .entry(party.party)
                .or_insert_with(|| acts.iter().map(|_| Vec::new()).collect());
            cells[column] =
                party.stances.iter().map(|it| stance(act, &party, it, labels)).collect();
        }
    }
    let mut rows: Vec<Row> =
        rows.into_iter().map(|(party, cells)| Row { party: party.to_owned(), cells }).collect();
    let said = |row: &Row| row.cells.iter().flatten().map(|it| it.n).sum::<usize>();
    rows.sort_by_key(|row| std::cmp::Reverse(said(row)));
    let acts = acts.iter().map(|it| [clipped(&it.event, 90), format!("#{}", it.id)]).collect();
    Play { acts, rows, left_out }
}

fn stance(
    act: &RecordCommitment,
    party: &Standing<'_>,
    it: &Stood<'_>,
    labels: &Labels<'_>,
) -> StanceView {
    let words = |&place: &usize| {
        let it = &act.stances[place];
        labels.words(&it.article, it.start, it.end, &it.text)
    };
    let whose = match it.own {
        0 if party.is_hearsay() => "only on the word of",
        0 => "on the word of",
        _ => "also on the word of",
    };
    let told_by = it.told_by.join(", ");
    StanceView {
        stance: it.stance.replace('-', " "),
        word: if told_by.is_empty() { told_by } else { format!("{whose} {told_by}") },
        n: it.places.len(),
        spots: Told::once(it.places.iter().map(words)),
    }
}

/// Whether a reader wants to see an act before others: something hangs on it, it hangs on something,
/// somebody takes a stand on it, or more than one article tells it.
pub(super) fn is_first(record: &Record, it: &RecordCommitment) -> bool {
    let awaited = || record.commitments.iter().any(|other| other.after.contains(&it.id));
    let told_by = it.evidence.first().map(|it| &it.article);
    !it.conditions.is_empty()
        || !it.after.is_empty()
        || !it.stances.is_empty()
        || it.evidence.iter().any(|it| Some(&it.article) != told_by)
        || awaited()
}

pub(super) fn act(record: &Record, it: &RecordCommitment, labels: &Labels<'_>) -> ActView {
    let name =
        |id: &String| record.entities.iter().find(|it| it.id == *id).map(|it| it.name.as_str());
    let parties: Vec<&str> = it.parties.iter().filter_map(name).collect();
    let before = |id: &String| record.commitments.iter().find(|it| it.id == *id);
    let condition = |ix: &usize| {
        let it = &it.conditions[*ix];
        labels.words(&it.article, it.start, it.end, &it.text)
    };
    ActView {
        n: it.evidence.len(),
        id: it.id.clone(),
        event: it.event.clone(),
        kind: it.kind.clone(),
        due: it.due.clone(),
        parties: parties.join(", "),
        conditions: told_once(it)
            .iter()
            .map(|group| ConditionView {
                kind: it.conditions[group[0]].kind.replace('-', " "),
                spots: Told::once(group.iter().map(condition)),
            })
            .collect(),
        after: it
            .after
            .iter()
            .filter_map(before)
            .map(|it| [clipped(&it.event, 90), format!("#{}", it.id)])
            .collect(),
        evidence: labels.told(&it.evidence),
    }
}
