//! What hangs on what: acts to come, their conditions, what must come first, and who stands how.

use presscheck::model::{Record, RecordCommitment};
use presscheck::record::{Standing, Stood, standings, told_once};

use super::page::{Page, clipped};
use super::{Words, by_wording};

pub(super) fn show(record: &Record, words: &Words<'_>, page: &mut Page) {
    const MOST: usize = 5;
    let hangs = |it: &&RecordCommitment| !it.conditions.is_empty() || !it.after.is_empty();
    let mut acts: Vec<&RecordCommitment> = record.commitments.iter().filter(hangs).collect();
    if acts.is_empty() {
        return;
    }
    // What most of the articles tell comes first; `sort_by_key` leaves the rest in their order.
    acts.sort_by_key(|it| std::cmp::Reverse(n_articles(it)));
    page.heading("What hangs on what");
    page.list(&acts, MOST, |page, it| act(page, record, words, it));
}

fn n_articles(it: &RecordCommitment) -> usize {
    let mut articles: Vec<&str> = it.evidence.iter().map(|it| it.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

fn act(page: &mut Page, record: &Record, words: &Words<'_>, it: &RecordCommitment) {
    const MOST: usize = 4;
    const MOST_PARTIES: usize = 5;
    let due = it.due.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    page.line(2, &format!("{} ({}{due})", clipped(&it.event, 120), it.kind));
    page.list(&told_once(it), MOST, |page, group| {
        let told: Vec<_> = group.iter().filter_map(|&ix| it.conditions.get(ix)).collect();
        let Some(shortest) = told.first() else { return };
        let outlets = told.iter().map(|it| (String::new(), words.outlet(&it.article).to_owned()));
        let outlets = by_wording(outlets).pop().map(|(_, outlets)| outlets).unwrap_or_default();
        page.line(4, &format!("{} [{}]", clipped(&shortest.text, 150), outlets.join(", ")));
    });
    let first = it.after.iter().filter_map(|id| record.commitments.iter().find(|it| it.id == *id));
    for before in first.take(MOST) {
        page.line(4, &format!("comes after: {}", clipped(&before.event, 100)));
    }
    page.list(&standings(it), MOST_PARTIES, |page, it| page.line(4, &standing(it)));
}

/// `Ada Lund: accepts in principle (only on the word of Vik) · unconfirmed`
fn standing(it: &Standing<'_>) -> String {
    let word = if it.is_hearsay() { "only on" } else { "on" };
    let stood = |stood: &Stood<'_>| {
        let how = stood.stance.replace('-', " ");
        match (stood.told_by.is_empty(), stood.own) {
            (true, _) => how,
            (false, 0) => format!("{how} ({word} the word of {})", stood.told_by.join(", ")),
            (false, _) => format!("{how} (also on the word of {})", stood.told_by.join(", ")),
        }
    };
    let stances: Vec<String> = it.stances.iter().map(stood).collect();
    format!("{}: {}", it.party, stances.join(" · "))
}
