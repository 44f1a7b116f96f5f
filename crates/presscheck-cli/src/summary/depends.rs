//! What hangs on what: acts to come, their conditions, what must come first, and who stands how.

use presscheck::model::{Record, RecordCommitment, RecordStance};
use presscheck::record::told_once;

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
    let stances = by_wording(it.stances.iter().map(|it| (stance(it), it.party.clone())));
    if !stances.is_empty() {
        let stood = |(how, who): &(String, Vec<String>)| format!("{} {how}", who.join(", "));
        let mut shown: Vec<String> = stances.iter().take(2 * MOST).map(stood).collect();
        if stances.len() > shown.len() {
            shown.push(format!("and {} more", stances.len() - shown.len()));
        }
        page.line(4, &shown.join(" · "));
    }
}

fn stance(it: &RecordStance) -> String {
    let how = it.stance.replace('-', " ");
    match &it.told_by {
        Some(other) => format!("{how} (on the word of {other})"),
        None => how,
    }
}
