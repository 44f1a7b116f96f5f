//! What each line of a copied page is: headline, byline, dateline, caption, body, credit or chrome.
//!
//! [`furniture`] judges a line by its words alone. Here the lines around it count: the article is
//! the stretch of lines with most prose and least furniture, its headline stands before it, and what
//! lies outside is the site's.

pub(super) mod furniture;
mod head;
mod line;
pub(super) mod region;
#[cfg(test)]
mod tests;
mod words;

use jiff::civil::Date;

use self::furniture::Verdict;
pub(super) use self::head::says_published;
pub(super) use self::line::Line;
use super::judge::{self, features};

use crate::model::{Part, PartKind, Span};

/// The parts of a text, and what its lines say of the article.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What each stretch is, end to end.
    pub(super) parts: Vec<Part>,
    /// The headline.
    pub(super) title: Option<Span>,
    /// The lines that name who wrote it.
    pub(super) bylines: Vec<Span>,
    /// The line with the day of publication, and the day.
    pub(super) published: Option<(Date, Span)>,
    /// The day of the last change.
    pub(super) modified: Option<Date>,
    /// The outlet's name, where the page prints it.
    pub(super) outlet: Option<Span>,
}

/// Lines judged above this are the article's own.
const BODY: i32 = 0;

/// Long lines among the article's sentences are its own above this: to lose one is worse than to
/// keep one too many.
const LONG: i32 = -2048;

/// Lines of prose with so many words are long.
const LONG_WORDS: usize = 25;

/// Tells the parts of a text; `title` is the headline where it is known from elsewhere.
pub(super) fn of(text: &str, title: Option<&str>) -> Found {
    let lines = line::all(text);
    let region = region::of(&lines);
    let judged =
        region::is_copied_page(&lines).then(|| judge::lines(&features::rows(&lines, &region, &[])));
    let is_body = |ix: usize, it: &Line<'_>| {
        let inside = region.contains(&ix);
        let least = if inside && it.is_prose() && it.size() >= LONG_WORDS { LONG } else { BODY };
        judged.as_ref().map_or(inside, |all| all.get(ix).is_some_and(|it| *it > least))
    };
    let verdict = |(ix, it): (usize, &Line<'_>)| match it.verdict {
        Some(verdict) => verdict,
        None if is_body(ix, it) => (PartKind::Body, "among the article's sentences"),
        None => (PartKind::Chrome, "outside the article's sentences"),
    };
    let mut verdicts: Vec<Verdict> = lines.iter().enumerate().map(verdict).collect();
    region::lists(&lines, &region, &mut verdicts);
    let mut found = head::read(&lines, &region, &mut verdicts, title);
    found.outlet = head::outlet(&lines, &verdicts);
    found.parts = parts(text, &lines, &verdicts);
    found
}

/// The lines of a text, each with the features by which the judge decides.
pub(super) fn samples(text: &str) -> Vec<(String, Vec<u8>)> {
    let lines = line::all(text);
    let rows = features::rows(&lines, &region::of(&lines), &[]);
    lines.iter().zip(rows.iter()).map(|(it, row)| (it.text.to_owned(), row.to_vec())).collect()
}

/// Verdicts on lines as parts: neighbours with one verdict are one part, and blank lines belong to
/// what stands before them.
fn parts(text: &str, lines: &[Line<'_>], verdicts: &[Verdict]) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    for (line, &(kind, reason)) in lines.iter().zip(verdicts) {
        match found.last_mut() {
            Some(last) if last.kind == kind && last.reason == reason => {
                last.span = last.span.join(line.span);
            }
            _ => found.push(Part { span: line.span, kind, reason: reason.into() }),
        }
    }
    // The first part begins where the text does, and each ends where the next one begins.
    let starts: Vec<usize> = found
        .iter()
        .enumerate()
        .map(|(ix, it)| if ix == 0 { 0 } else { it.span.start() })
        .collect();
    for (ix, it) in found.iter_mut().enumerate() {
        let end = starts.get(ix + 1).copied().unwrap_or(text.len());
        it.span = Span::checked(text, starts[ix], end).unwrap_or(it.span);
    }
    if found.is_empty() && !text.is_empty() {
        found.push(Part {
            span: Span::whole(text),
            kind: PartKind::Chrome,
            reason: "blank".into(),
        });
    }
    found
}
