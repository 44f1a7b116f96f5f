//! Where the articles differ: words changed inside quotation marks, figures, and all the rest.

use presscheck::model::{
    Record, RecordConflict, RecordDifference, RecordQuantity, RecordUtterance, RecordVersion,
};

use super::page::{Page, clipped};
use super::{Words, by_wording};

/// How many differences of each sort are shown.
const MOST: usize = 4;

pub(super) fn show(record: &Record, words: &Words<'_>, page: &mut Page) {
    let altered: Vec<(&RecordUtterance, &RecordVersion)> = record
        .utterances
        .iter()
        .flat_map(|utterance| utterance.quotes.iter().map(move |it| (utterance, it)))
        .filter(|(_, it)| it.relation == "altered" && !it.differences.is_empty())
        .collect();
    let figures: Vec<&RecordQuantity> = record.quantities.iter().filter(|it| !it.agree).collect();
    let others: Vec<&RecordConflict> =
        record.conflicts.iter().filter(|it| !is_shown(it, &altered, &figures)).collect();
    if altered.is_empty() && figures.is_empty() && others.is_empty() {
        return;
    }
    page.heading("Where they differ");
    page.list(&altered, MOST, |page, (utterance, it)| wording(page, words, utterance, it));
    page.list(&figures, MOST, |page, it| figure(page, words, it));
    page.list(&others, 2 * MOST, |page, it| conflict(page, words, it));
}

/// Whether each side of a conflict holds a place that is shown as wording or figure already.
fn is_shown(
    it: &RecordConflict,
    altered: &[(&RecordUtterance, &RecordVersion)],
    figures: &[&RecordQuantity],
) -> bool {
    let quotes = altered.iter().flat_map(|(utterance, _)| &utterance.quotes);
    let quotes = quotes.map(|it| (it.article.as_str(), it.start, it.end));
    let figures = figures.iter().flat_map(|it| &it.figures);
    let figures = figures.map(|it| (it.article.as_str(), it.start, it.end));
    let places: Vec<(&str, usize, usize)> = match it.kind.as_str() {
        "wording" => quotes.collect(),
        "figure" => figures.collect(),
        _ => return false,
    };
    it.sides.iter().all(|side| {
        places.iter().any(|&(article, start, end)| {
            article == side.article && start < side.end && side.start < end
        })
    })
}

/// `wording: Ada Lund: “swift and severe” (Vik Daily), “fast and harsh” (Strand Post)`
fn wording(page: &mut Page, words: &Words<'_>, of: &RecordUtterance, it: &RecordVersion) {
    let who = of.speaker_name.as_deref().unwrap_or("speaker not given");
    let runs = runs(words, it);
    let pair = |run: &RecordDifference| {
        let own = words.at(&it.article, run.start, run.end);
        let other = words.at(&run.other_article, run.other_start, run.other_end);
        format!("{} for {}", quoted(&own), quoted(&other))
    };
    let pairs: Vec<String> = runs.iter().take(MOST).map(pair).collect();
    let more = if runs.len() > MOST { " …" } else { "" };
    let fullest = runs.first().map_or("", |it| words.outlet(&it.other_article));
    page.line(
        2,
        &format!(
            "wording: {who}: {} prints {}{more} ({fullest})",
            words.outlet(&it.article),
            pairs.join(", ")
        ),
    );
}

fn quoted(words: &str) -> String {
    if words.is_empty() { "nothing".to_owned() } else { format!("“{}”", clipped(words, 80)) }
}

/// Differences with no more than a short word between them are one.
fn runs(words: &Words<'_>, it: &RecordVersion) -> Vec<RecordDifference> {
    /// “and”, “of the”: bytes with the blanks around them.
    const BETWEEN: usize = 8;
    let mut found: Vec<RecordDifference> = Vec::new();
    for next in &it.differences {
        let near = found.last_mut().filter(|last| {
            let gap = |from: usize, to: usize| to.checked_sub(from).is_some_and(|it| it <= BETWEEN);
            last.other_article == next.other_article
                && gap(last.end, next.start)
                && gap(last.other_end, next.other_start)
        });
        match near {
            Some(last) => (last.end, last.other_end) = (next.end, next.other_end),
            None => found.push(next.clone()),
        }
    }
    // A comma more or less is no news.
    found.retain(|run| {
        let own = words.at(&it.article, run.start, run.end);
        let other = words.at(&run.other_article, run.other_start, run.other_end);
        (own + &other).chars().any(char::is_alphanumeric)
    });
    found
}

/// `figure: people drowned: 14 (Vik Daily, Strand Post), “at least 20” (Ilmara Gazette)`
fn figure(page: &mut Page, words: &Words<'_>, it: &RecordQuantity) {
    let figures = it.figures.iter().map(|figure| {
        let shown = words.at(&figure.article, figure.start, figure.end);
        let outlet = words.outlet(&figure.article);
        let outlet = match &figure.said_by {
            Some(who) => format!("{outlet} citing {who}"),
            None => outlet.to_owned(),
        };
        (shown, outlet)
    });
    let sides: Vec<String> = by_wording(figures)
        .into_iter()
        .map(|(figure, outlets)| format!("{figure} ({})", outlets.join(", ")))
        .collect();
    page.line(2, &format!("figure: {}: {}", clipped(&it.what, 80), sides.join(" · ")));
}

fn conflict(page: &mut Page, words: &Words<'_>, it: &RecordConflict) {
    let note = it.note.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    page.line(2, &format!("{}: {}{note}", it.kind, clipped(&it.what, 120)));
    let sides =
        it.sides.iter().map(|it| (clipped(&it.text, 150), words.outlet(&it.article).to_owned()));
    page.list(&by_wording(sides), MOST, |page, (side, outlets)| {
        page.line(4, &format!("{}: {side}", outlets.join(", ")));
    });
}
