//! Places where the articles differ: one counts as found when a conflict of the record touches two
//! of its sides.

use std::collections::BTreeMap;

use super::{Mark, Measures, Told, put, share, touches};

pub(super) fn score(told: &Told<'_>, found: &mut Measures) {
    let conflicts: Vec<Vec<Mark<'_>>> = told
        .record
        .conflicts
        .iter()
        .map(|it| {
            it.sides
                .iter()
                .map(|it| Mark { file: told.file(&it.article), range: (it.start, it.end) })
                .collect()
        })
        .collect();
    let needed: Vec<_> = told.labels.conflicts.iter().filter(|it| !it.optional).collect();
    let got = needed.iter().filter(|label| {
        let sides = places(label.sides.iter().map(|it| (&it.file, it.start, it.end)));
        conflicts.iter().any(|it| meets(&sides, it))
    });
    put(found, "conflicts.recall", share(got.count(), needed.len()));

    let real = differences(told);
    let right = conflicts.iter().filter(|it| real.iter().any(|sides| meets(sides, it))).count();
    put(found, "conflicts.precision", share(right, conflicts.len()));
}

/// Everything in the labels that may stand as a conflict: the conflicts, and the groups of
/// quotations and figures, whose members may differ.
fn differences<'a>(told: &Told<'a>) -> Vec<Vec<Mark<'a>>> {
    let labels = told.labels;
    let mut found: Vec<Vec<Mark<'a>>> = labels
        .conflicts
        .iter()
        .map(|it| places(it.sides.iter().map(|it| (&it.file, it.start, it.end))))
        .collect();
    let quotes = labels.quotes.iter().map(|it| (&it.group, (&it.file, it.start, it.end)));
    let figures = labels.figures.iter().map(|it| (&it.group, (&it.file, it.start, it.end)));
    for labelled in [quotes.collect::<Vec<_>>(), figures.collect()] {
        let mut groups: BTreeMap<&str, Vec<Mark<'a>>> = BTreeMap::new();
        for (group, place) in labelled {
            if let Some(group) = group.as_deref().filter(|it| !it.is_empty()) {
                groups.entry(group).or_default().extend(places([place]));
            }
        }
        found.extend(groups.into_values());
    }
    found
}

fn places<'a>(all: impl IntoIterator<Item = (&'a String, usize, usize)>) -> Vec<Mark<'a>> {
    all.into_iter().map(|(file, start, end)| Mark { file, range: (start, end) }).collect()
}

/// Whether a conflict touches two of the sides.
fn meets(sides: &[Mark<'_>], conflict: &[Mark<'_>]) -> bool {
    let touched =
        |a: &&Mark<'_>| conflict.iter().any(|b| a.file == b.file && touches(a.range, b.range));
    sides.iter().filter(touched).count() >= 2
}
