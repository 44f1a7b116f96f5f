//! What stands around the headline: the headline itself, bylines, datelines, the outlet's name.

use std::ops::Range;

use super::Found;
use super::furniture::Verdict;
use super::line::Line;
use crate::model::{PartKind, Span};
use crate::read::{byline, days};
use crate::text::fold;

/// So many lines before the first sentence are looked at: byline, date, buttons and a picture's
/// caption stand between headline and text.
const LINES_BEFORE: usize = 14;

/// What sums the article up under its headline has so many words or more.
const STANDFIRST_WORDS: usize = 8;

/// So many lines of the article's own are looked at for a byline or a date.
const LINES_AFTER: usize = 4;

/// Tells headline, bylines and datelines, and changes the verdicts on their lines.
pub(super) fn read(
    lines: &[Line<'_>],
    region: &Range<usize>,
    verdicts: &mut [Verdict],
    title: Option<&str>,
) -> Found {
    let mut found = Found::default();
    let from = region.start.saturating_sub(LINES_BEFORE);
    let borne_out = if title.is_none() { borne_out(lines, region) } else { None };
    let headline = borne_out.or_else(|| headline(lines, region, title));
    let mut put = |ix: usize, kind: PartKind, reason: &'static str| {
        if let Some(it) = verdicts.get_mut(ix) {
            *it = (kind, reason);
        }
    };
    if let Some(ix) = headline {
        put(ix, PartKind::Headline, "stands before the first sentence");
        found.title = lines.get(ix).map(|it| it.span);
        // What stands between headline and text and is no furniture is the article's.
        for between in (ix + 1).max(from)..region.start {
            // Short lines there are kickers, buttons and names.
            let least = if borne_out.is_some() { STANDFIRST_WORDS } else { 0 };
            if lines.get(between).is_some_and(|it| it.verdict.is_none() && it.size() >= least) {
                put(between, PartKind::Body, "between headline and text");
            }
        }
    }
    let to = (region.start + LINES_AFTER).min(lines.len());
    for ix in headline.map_or(from, |it| it + 1)..to {
        let Some(line) = lines.get(ix) else { continue };
        let is_before = ix < region.start;
        if let Some(kind) = date(line, is_before, &mut found) {
            put(ix, kind, "a day of writing");
        } else if is_byline(line, is_before && headline.is_some()) {
            found.bylines.push(line.span);
            put(ix, PartKind::Byline, "names who wrote it");
        } else if is_before && is_caption(line) {
            put(ix, PartKind::Caption, "words of a picture");
        }
    }
    // A date above the headline is that of the page's visit, unless it says what it is.
    for ix in from..headline.unwrap_or(from) {
        let Some(line) = lines.get(ix) else { continue };
        if says_published(line.text) && date(line, true, &mut found).is_some() {
            put(ix, PartKind::Dateline, "a day of writing");
        }
    }
    captions_again(lines, region, verdicts);
    found
}

/// So many lines before the text are looked through for a headline that the page bears out.
const LINES_SEARCHED: usize = 60;

/// So many lines at the top of a copied page may give its title.
const LINES_OF_TITLE: usize = 3;

/// So many lines under the headline hold who wrote it and when.
const LINES_UNDER: usize = 5;

/// The headline that the page itself bears out: its title at the top and the path to it repeat the
/// line, or byline and day stand under it. Of lines that have as much for them the first is it: what
/// sums the article up stands below.
fn borne_out(lines: &[Line<'_>], region: &Range<usize>) -> Option<usize> {
    let from = region.start.saturating_sub(LINES_SEARCHED);
    let to = (region.start + LINES_OF_TITLE).min(lines.len());
    let top: Vec<String> =
        lines.iter().take(LINES_OF_TITLE).map(|it| fold::plain(it.text)).collect();
    let mut best: Option<(usize, i32)> = None;
    for ix in from..to {
        let Some(line) = lines.get(ix) else { continue };
        if line.verdict.is_some() || !could_head(line) || is_caption(line) {
            continue;
        }
        let words = fold::plain(line.text);
        let mut sum = 0;
        let others = top.iter().take(ix);
        sum += if others.clone().any(|it| it.len() > words.len() && it.starts_with(&words)) {
            4
        } else if others.clone().any(|it| *it == words) {
            3
        } else {
            0
        };
        let before = lines.get(ix.saturating_sub(4)..ix).unwrap_or_default();
        let is_path = |it: &Line<'_>| {
            it.text.len() > line.text.len() && fold::plain(it.text).ends_with(&words)
        };
        sum += if before.iter().any(is_path) { 2 } else { 0 };
        let under = lines.get(ix + 1..ix + 1 + LINES_UNDER).unwrap_or_default();
        let signs = |it: &Line<'_>| {
            byline::is_line(it.text)
                || byline::is_opener(it.text)
                || (it.text.len() < 80 && days::first(it.text).is_some())
        };
        sum += if under.iter().any(signs) { 2 } else { 0 };
        if sum >= 2 && best.is_none_or(|it| sum > it.1) {
            best = Some((ix, sum));
        }
    }
    best.map(|it| it.0)
}

/// The place of the headline: the line that reads as the title known from elsewhere, else the first
/// of the last lines before the text that could be one.
fn headline(lines: &[Line<'_>], region: &Range<usize>, title: Option<&str>) -> Option<usize> {
    let from = region.start.saturating_sub(LINES_BEFORE);
    if let Some(title) = title {
        let title = fold::plain(title);
        let same = |it: &Line<'_>| fold::plain(it.text) == title;
        return lines.iter().take(region.end).rposition(same);
    }
    let mut found = None;
    let mut n_other = 0;
    for ix in (from..region.start.min(lines.len())).rev() {
        let line = lines.get(ix)?;
        if line.verdict.is_none() && could_head(line) {
            found = Some(ix);
        } else if found.is_some() && !is_byline(line, true) && days::first(line.text).is_none() {
            n_other += 1;
            // A kicker or a caption may stand between; a menu ends the search.
            if line.verdict.is_some() || n_other > 1 {
                break;
            }
        }
    }
    // A text may begin with its headline, though that ends as sentences do.
    found.or_else(|| {
        let first = lines.get(region.start)?;
        let parted = first.span.len() > first.text.len() + 1;
        let fits = region.start == 0 && could_head(first) && region.len() > 2;
        (fits && parted && !first.text.ends_with('.')).then_some(region.start)
    })
}

/// Whether a line has the length and the look of a headline.
fn could_head(line: &Line<'_>) -> bool {
    (4..=28).contains(&line.n_words.max(line.size().min(28)))
        && line.n_chars <= 220
        && !line.text.ends_with(['.', ':', ','])
        && !byline::is_line(line.text)
        && days::first(line.text).is_none_or(|it| it.end - it.start + 12 < line.text.len())
        && !line.text.contains('<')
        && !is_names(line.text)
}

fn is_byline(line: &Line<'_>, after_headline: bool) -> bool {
    line.verdict.is_none_or(|it| it.0 != PartKind::Chrome)
        && !line.is_prose()
        && (byline::is_line(line.text) || (after_headline && is_names(line.text)))
}

/// Persons one after the other, or an agency by itself, without “by”.
fn is_names(text: &str) -> bool {
    let found = byline::read(text, None);
    let named: usize = found.persons.iter().map(|it| it.split_whitespace().count()).sum();
    let agency = found.agency.as_ref().map_or(0, |it| it.split_whitespace().count());
    let n_words = text.split_whitespace().filter(|it| !matches!(*it, "and" | "&" | "|")).count();
    let persons = found.persons.iter().all(|it| (2..=4).contains(&it.split_whitespace().count()));
    n_words <= 30
        && persons
        && named + agency == n_words
        && n_words >= 2
        && (found.persons.len() > 1 || n_words <= 4)
        && !text.ends_with(['?', '!', '.'])
}

/// What a short line with a full date is, and what it says of the article's days.
fn date(line: &Line<'_>, is_before: bool, found: &mut Found) -> Option<PartKind> {
    let day = days::first(line.text)?;
    let rest = line.text.len() - (day.end - day.start);
    if line.is_prose() && !says_published(line.text) || rest > 80 || line.text.len() > 160 {
        return None;
    }
    let lower = fold::plain(line.text);
    let changed = CHANGED.iter().filter_map(|it| lower.find(it)).min();
    let published = PUBLISHED.iter().filter_map(|it| lower.find(it)).min();
    if changed.is_some() && published.is_none() {
        found.modified = found.modified.or(Some(day.date));
        return Some(PartKind::Dateline);
    }
    if published.is_none() && !is_before {
        return None;
    }
    if found.published.is_none() && !day.ambiguous {
        found.published = Some((day.date, line.span));
    }
    // A byline may give the day as well.
    if byline::is_line(line.text) {
        found.bylines.push(line.span);
        return Some(PartKind::Byline);
    }
    Some(PartKind::Dateline)
}

const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "first published",
    "publicado",
    "veroffentlicht",
    "publie",
    "pubblicato",
    "gepubliceerd",
    "publicerad",
    "опубликовано",
];
const CHANGED: &[&str] = &[
    "updated",
    "modified",
    "last update",
    "aktualisiert",
    "actualizado",
    "mis a jour",
    "aggiornato",
    "bijgewerkt",
    "uppdaterad",
];

/// Whether a line says in words that it gives the day of publication.
pub(in crate::read) fn says_published(text: &str) -> bool {
    let lower = fold::plain(text);
    text.len() < 160 && PUBLISHED.iter().any(|it| lower.contains(it))
}

/// Words that a page prints under or over a picture.
fn is_caption(line: &Line<'_>) -> bool {
    let lower = fold::plain(line.text);
    let marks = line.text.contains("<br") || line.text.contains("<i>");
    let signed = [
        "getty images",
        "(ap)",
        "/ap",
        "/afp",
        "(reuters)",
        "ap photo",
        "file photo",
        "(afp)",
        "(photo",
    ];
    marks || (line.n_words >= 5 && signed.iter().any(|it| lower.contains(it)))
}

/// A caption that is printed twice, once cut short: the line after it goes on where it breaks off.
fn captions_again(lines: &[Line<'_>], region: &Range<usize>, verdicts: &mut [Verdict]) {
    for ix in region.start.saturating_sub(LINES_BEFORE)..region.start {
        let (Some(line), Some(next)) = (lines.get(ix), lines.get(ix + 1)) else { continue };
        if verdicts.get(ix).is_none_or(|it| it.0 != PartKind::Caption) {
            continue;
        }
        let end = line.text.rsplit('>').next().unwrap_or_default().trim();
        let repeats = end.len() >= 12 && next.text.starts_with(end) && !next.is_prose();
        if let Some(it) = verdicts.get_mut(ix + 1).filter(|_| repeats) {
            *it = (PartKind::Caption, "words of a picture");
        }
    }
}

/// The outlet's name: the page's first line where a line of its furniture says it again, else the
/// holder of the copyright that a line of furniture claims.
pub(super) fn outlet(lines: &[Line<'_>], verdicts: &[Verdict]) -> Option<Span> {
    let is_chrome = |ix: usize| verdicts.get(ix).is_some_and(|it| it.0 == PartKind::Chrome);
    let first =
        lines.first().filter(|it| is_chrome(0) && it.verdict.is_none() && it.n_words <= 5)?;
    let name = fold::plain(first.text);
    let again = |(ix, it): (usize, &Line<'_>)| {
        ix > 0
            && is_chrome(ix)
            && it.text.len() > first.text.len()
            && fold::plain(it.text).contains(&name)
    };
    lines.iter().enumerate().any(again).then_some(first.span)
}
