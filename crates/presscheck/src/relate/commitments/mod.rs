//! Commitments across articles: one act, with its conditions, order and stances from all of them.
//!
//! [`told`] reads what an article says of an act, [`groups`] puts together what tells of one act,
//! [`meaning`] finds the act that other words are about, [`order`] which act comes first,
//! [`stances`] who stands how to it, and [`worth`] leaves out what nobody would list.

mod attach;
mod groups;
mod meaning;
mod order;
mod stances;
#[cfg(test)]
mod tests;
mod told;
mod worth;

use std::collections::{BTreeMap, BTreeSet};

use self::meaning::Meaning;
use self::told::Told;
use crate::model::{
    Annotated, CommitmentKind, ConditionKind, Span, Spot, Story, StoryCommitment, StoryEntityIx,
};

/// Adds them to the story, in order of the first place that tells of them.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    let told = told::all(articles, story);
    let groups = groups::of(&told);
    let meaning = Meaning::new(articles, story, &told, &groups);
    let order = order::between(&meaning, &groups);
    let mut stances = stances::of(&meaning, story);
    let kept = worth::keeping(articles, &told, &groups, &order, &stances);
    for &group in &kept {
        let Some(members) = groups.get(group).map(|it| it.members(&told)) else { continue };
        let after = order.get(&group).into_iter().flatten();
        let after = after.filter_map(|it| kept.binary_search(it).ok()).collect();
        let stances = stances.remove(&group).unwrap_or_default();
        let mut evidence: Vec<Spot> = members.iter().map(|it| it.spot()).collect();
        evidence.extend(stances.iter().map(|it| it.spot));
        evidence.sort();
        evidence.dedup();
        let due = due(&members);
        story.commitments.push(StoryCommitment {
            event: event(articles, &members),
            kind: kind(&members),
            parties: parties(&members),
            conditions: conditions(&members, order.contains_key(&group)),
            after,
            due,
            stances,
            evidence,
        });
    }
}

/// What is to happen: the words of an article that say it best.
fn event(articles: &[Annotated], members: &[&Told]) -> String {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for word in members.iter().flat_map(|it| &it.words) {
        *known.entry(word).or_default() += 1;
    }
    // Words that others use too, in as few words as can be: a noun alone says too little, half a
    // sentence too much.
    let clarity = |it: &&&Told| {
        let shared: usize = it.words.iter().filter_map(|it| known.get(it.as_str())).sum();
        let named = it.core.len().min(2) * 2;
        (shared.min(12) + named + 4) * 10 / (it.n_words.abs_diff(6) + 6)
    };
    let best = members.iter().rev().max_by_key(clarity);
    best.and_then(|it| Some(said(&articles.get(it.article)?.article.text, it.act)))
        .unwrap_or_default()
}

/// The words of a span on one line, without marks that open or close nothing in it.
fn said(text: &str, span: Span) -> String {
    let words: Vec<&str> = span.of(text).split_whitespace().collect();
    let words = words.join(" ");
    let marks = ['"', '“', '”', '‘', '«', '»', ',', ';', ':', '-', '–', '—'];
    let ends = words.trim_matches(|it: char| marks.contains(&it) || it.is_whitespace());
    let odd = |open: char, close: char| {
        ends.chars().filter(|&it| it == open || it == close).count() % 2 == 1
    };
    ends.chars()
        .filter(|&it| !(matches!(it, '“' | '”') && odd('“', '”') || it == '"' && odd('"', '"')))
        .collect()
}

/// How the act stands by most of those who tell it. What only puts it in the future says less than
/// “agreed” or “threatened”.
fn kind(members: &[&Told]) -> CommitmentKind {
    let mut counts: BTreeMap<CommitmentKind, usize> = BTreeMap::new();
    for it in members {
        *counts.entry(it.kind).or_default() += 1;
    }
    let planned = counts.get(&CommitmentKind::Planned).copied().unwrap_or_default();
    let firm = counts.iter().filter(|it| *it.0 != CommitmentKind::Planned);
    let firm = firm.rev().max_by_key(|it| *it.1);
    match firm {
        Some((&kind, &n)) if n * 3 >= planned => kind,
        _ => CommitmentKind::Planned,
    }
}

/// Those who take part, by most of those who tell it; the one most often named first.
fn parties(members: &[&Told]) -> Vec<StoryEntityIx> {
    let mut counts: BTreeMap<StoryEntityIx, usize> = BTreeMap::new();
    // Who speaks of “the meeting” need not come to it.
    let tells = |it: &&&Told| !it.known || members.iter().all(|it| it.known);
    for it in members.iter().filter(tells) {
        for &party in it.parties.keys().chain(&it.holders) {
            *counts.entry(party).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or_default();
    let mut found: Vec<(usize, StoryEntityIx)> =
        counts.into_iter().filter(|it| it.1 * 4 >= most).map(|(ix, n)| (n, ix)).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|it| it.1).collect()
}

/// Each place that says what the act depends on. An act that waits for another one depends on it.
fn conditions(members: &[&Told], ordered: bool) -> Vec<(ConditionKind, Spot)> {
    let mut found: Vec<(Spot, ConditionKind)> = Vec::new();
    for it in members {
        let place = |span| Spot { article: it.article, span };
        found.extend(it.conditions.iter().map(|of| (place(of.span), of.kind)));
        if ordered {
            let waits = it.after.iter().map(|&span| (place(span), ConditionKind::Once));
            found.extend(waits);
        }
    }
    found.sort_by_key(|it| it.0);
    found.dedup_by(|b, a| a.0 == b.0);
    found.into_iter().map(|(spot, kind)| (kind, spot)).collect()
}

/// When it is due by most of those who say it; who says “this week” speaks for each day of it that
/// another says, and the finer value wins where two are said as often.
fn due(members: &[&Told]) -> Option<String> {
    let said: Vec<&str> = members.iter().filter_map(|it| it.due.as_deref()).collect();
    let speaks_for = |of: &str| said.iter().filter(|it| **it == of || holds(it, of)).count();
    let values: BTreeSet<&str> = said.iter().copied().collect();
    let best = values.into_iter().rev().max_by_key(|it| (speaks_for(it), it.len()));
    best.map(str::to_owned)
}

/// Whether a year, month or week holds a day.
fn holds(longer: &str, day: &str) -> bool {
    let Ok(date) = day.parse::<jiff::civil::Date>() else { return false };
    let week = date.iso_week_date();
    longer == format!("{:04}-W{:02}", week.year(), week.week())
        || longer.len() < day.len() && !longer.contains('W') && day.starts_with(longer)
}
