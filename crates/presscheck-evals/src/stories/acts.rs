//! Acts to come: found, with their conditions, stances and order.

use std::collections::BTreeMap;

use presscheck::model::RecordCommitment;

use super::labels::{ActLabel, PlaceLabel, folded, same_name};
use super::{Mark, Measures, Told, put, share, touches};

pub(super) fn score(told: &Told<'_>, found: &mut Measures) {
    let (labels, acts) = (&told.labels.commitments, &told.record.commitments);
    let label_marks: Vec<Vec<Mark<'_>>> = labels.iter().map(marks_of_label).collect();
    let act_marks: Vec<Vec<Mark<'_>>> = acts.iter().map(|it| marks_of_act(told, it)).collect();
    let act_of = pair_acts(&label_marks, acts, &act_marks);

    let needed: Vec<usize> = (0..labels.len()).filter(|i| !labels[*i].optional).collect();
    let got = needed.iter().filter(|i| act_of.contains_key(i)).count();
    put(found, "commitments.recall", share(got, needed.len()));
    let touching = act_marks.iter().filter(|act| label_marks.iter().any(|it| shared(it, act) > 0));
    put(found, "commitments.precision", share(touching.count(), acts.len()));

    let act = |i: &usize| act_of.get(i).map(|j| &acts[*j]);
    score_conditions(told, &needed, act, found);
    score_stances(labels, &needed, act, found);
    score_order(labels, &needed, act, found);
}

/// Pairs labels with acts one to one: most shared places first, then the act with less evidence,
/// then the later, as in the Python scorer.
fn pair_acts(
    labels: &[Vec<Mark<'_>>],
    acts: &[RecordCommitment],
    act_marks: &[Vec<Mark<'_>>],
) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        for (j, act) in act_marks.iter().enumerate() {
            let shared = shared(label, act);
            if shared > 0 {
                candidates.push((shared, std::cmp::Reverse(acts[j].evidence.len()), i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.cmp(a));
    let mut act_of = BTreeMap::new();
    let mut taken = vec![false; acts.len()];
    for (_, _, i, j) in candidates {
        if !taken[j] && !act_of.contains_key(&i) {
            taken[j] = true;
            act_of.insert(i, j);
        }
    }
    act_of
}

fn score_conditions<'a>(
    told: &Told<'_>,
    needed: &[usize],
    act: impl Fn(&usize) -> Option<&'a RecordCommitment>,
    found: &mut Measures,
) {
    let (mut right, mut of) = (0, 0);
    for i in needed {
        for label in told.labels.commitments[*i].conditions.iter().filter(|it| !it.optional) {
            let holds = act(i).is_some_and(|act| {
                act.conditions.iter().any(|it| {
                    told.file(&it.article) == label.file
                        && touches((label.start, label.end), (it.start, it.end))
                })
            });
            of += 1;
            right += usize::from(holds);
        }
    }
    put(found, "commitments.conditions_recall", share(right, of));
}

fn score_stances<'a>(
    labels: &[ActLabel],
    needed: &[usize],
    act: impl Fn(&usize) -> Option<&'a RecordCommitment>,
    found: &mut Measures,
) {
    // A party that takes one stance on an act in several articles is asked for once.
    let mut asked = BTreeMap::new();
    for i in needed {
        for it in labels[*i].stances.iter().filter(|it| !it.optional) {
            asked.insert((*i, folded(&it.party), it.stance.as_str()), it);
        }
    }
    let right = asked.iter().filter(|((i, _, _), label)| {
        act(i).is_some_and(|act| {
            act.stances.iter().any(|it| {
                same_name(Some(&it.party), [label.party.as_str()])
                    && (it.stance == label.stance
                        || label.alt_stance.iter().flatten().any(|alt| *alt == it.stance))
            })
        })
    });
    put(found, "commitments.stances_recall", share(right.count(), asked.len()));
}

fn score_order<'a>(
    labels: &[ActLabel],
    needed: &[usize],
    act: impl Fn(&usize) -> Option<&'a RecordCommitment>,
    found: &mut Measures,
) {
    let (mut right, mut of) = (0, 0);
    for i in needed {
        for before in &labels[*i].after {
            let Some(k) = labels.iter().position(|it| it.id == *before && !it.optional) else {
                continue;
            };
            of += 1;
            let ordered =
                act(i).is_some_and(|act_i| act(&k).is_some_and(|it| act_i.after.contains(&it.id)));
            right += usize::from(ordered);
        }
    }
    put(found, "commitments.order_recall", share(right, of));
}

fn marks_of_label(label: &ActLabel) -> Vec<Mark<'_>> {
    let mark = |it: &PlaceLabel| (it.start, it.end);
    label
        .evidence
        .iter()
        .chain(&label.conditions)
        .map(|it| Mark { file: &it.file, range: mark(it) })
        .collect()
}

fn marks_of_act<'a>(told: &'a Told<'_>, act: &RecordCommitment) -> Vec<Mark<'a>> {
    let evidence = act.evidence.iter().map(|it| (&it.article, it.start, it.end));
    let conditions = act.conditions.iter().map(|it| (&it.article, it.start, it.end));
    evidence
        .chain(conditions)
        .map(|(article, start, end)| Mark { file: told.file(article), range: (start, end) })
        .collect()
}

/// How many of the label's places the act touches.
fn shared(label: &[Mark<'_>], act: &[Mark<'_>]) -> usize {
    let touched = |a: &&Mark<'_>| act.iter().any(|b| a.file == b.file && touches(a.range, b.range));
    label.iter().filter(touched).count()
}
