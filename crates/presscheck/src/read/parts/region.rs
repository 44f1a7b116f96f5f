//! The region of the article: the stretch of lines with most prose and least furniture.

use std::ops::Range;

use super::furniture::Verdict;
use super::line::Line;
use crate::model::PartKind;

/// What a line counts for or against the stretch it lies in. A paragraph outweighs a handful of
/// short lines, which may be subheads or entries of a list; a line of furniture costs as much as two
/// of them, and prose behind a page's worth of furniture is another article's.
fn weight(line: &Line<'_>) -> i32 {
    match line.verdict {
        Some((PartKind::Chrome, _)) => -30,
        Some((PartKind::Credit, _)) => 0,
        Some(_) => -10,
        None if line.is_prose() => i32::try_from(line.size().min(60)).unwrap_or(60) * 3,
        None => -12,
    }
}

/// The stretch of lines, by their places, with the greatest weight: Kadane's algorithm.
pub(in crate::read) fn of(lines: &[Line<'_>]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0_i32);
    for (ix, line) in lines.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (ix, 0);
        }
        sum = sum.saturating_add(weight(line));
        if sum > best_sum {
            (best, best_sum) = (start..ix + 1, sum);
        }
    }
    if best.is_empty() && !lines.is_empty() {
        // Nothing reads as prose: a few words are all there is.
        let own = |it: &Line<'_>| it.verdict.is_none();
        let first = lines.iter().position(own);
        let last = lines.iter().rposition(own);
        return first.zip(last).map_or(0..0, |(first, last)| first..last + 1);
    }
    best
}

/// Whether a text is a whole page with its menus, long enough for the judge, which learned from such
/// pages. In a clean text, or a short one, the region alone decides: nothing of it is to be lost.
pub(super) fn is_copied_page(lines: &[Line<'_>]) -> bool {
    let n_chrome =
        lines.iter().filter(|it| matches!(it.verdict, Some((PartKind::Chrome, _)))).count();
    let n_short = lines.iter().filter(|it| it.verdict.is_none() && !it.is_prose()).count();
    lines.len() >= LEAST_LINES && (n_chrome + n_short) * 3 > lines.len() && n_chrome >= 4
}

/// Pages of the extraction sets have this many lines or more, nine in ten of them.
const LEAST_LINES: usize = 60;

/// Lists of links within the region: short lines after one that heads such a list.
pub(super) fn lists(lines: &[Line<'_>], region: &Range<usize>, verdicts: &mut [Verdict]) {
    let mut headed = false;
    for ix in region.clone() {
        let Some(line) = lines.get(ix) else { continue };
        if line.is_prose() {
            headed = false;
        } else if let Some((PartKind::Chrome, _)) = line.verdict {
            headed = line.text.ends_with(':') || heads_list(line.text);
        } else if headed && let Some(verdict) = verdicts.get_mut(ix) {
            *verdict = (PartKind::Chrome, "in a list of links");
        }
    }
}

fn heads_list(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "related",
        "more",
        "read",
        "recommended",
        "trending",
        "latest",
        "popular",
        "also",
        "topics",
        "tags",
    ]
    .iter()
    .any(|it| lower.contains(it))
}
