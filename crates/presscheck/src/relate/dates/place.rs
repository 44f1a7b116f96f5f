//! Places an article after the day that its story turns on.

use jiff::ToSpan;

use super::anchor::Anchor;
use super::clues::{Clue, Said};
use crate::model::{Annotated, ArticleIx, Basis, Published, Span, Spot};

/// An article speaks of the days after its story's day by name for so long: later in the week a
/// weekday is more likely the one before.
const MOST_DAYS_LATER: i64 = 2;

/// The publication day of the article at `ix`, by its clues and the story's anchor.
pub(super) fn published(
    articles: &[Annotated],
    ix: ArticleIx,
    clues: &[Clue],
    anchor: &Anchor,
) -> Option<Published> {
    let start = anchor.day.weekday();
    let latest = clues
        .iter()
        .filter(|it| !it.ahead)
        .filter_map(|it| {
            let Said::Weekday(weekday) = it.said else { return None };
            let later = i64::from(start.until(weekday));
            (later <= MOST_DAYS_LATER).then_some((later, it))
        })
        .max_by_key(|(later, it)| (*later, std::cmp::Reverse(it.span)));
    let own_evening = clues.iter().any(|it| it.late && !it.ahead && names(it, anchor));
    let night_after = clues.iter().find(|it| it.said == Said::LastNight);
    let today = clues.iter().find(|it| it.said == Said::Today);
    let (later, what, span) = match (latest, night_after, today) {
        (None | Some((0, _)), Some(night), _) if own_evening => {
            (1, "“last night” of the day named", Some(night.span))
        }
        (Some((0, it)), ..) => (0, "weekday of that day", Some(it.span)),
        (Some((later, it)), ..) => (later, "weekday after that day", Some(it.span)),
        (None, _, Some(it)) => (0, "“today” of that day", Some(it.span)),
        (None, ..) => (0, "no other day named", None),
    };
    let date = anchor.day.checked_add(later.days()).ok()?;
    let basis = |what: &str, at: Spot| {
        let article = articles.get(at.article)?.article.id.clone();
        Some(Basis { what: what.to_owned(), article, span: Some(at.span) })
    };
    let own = span.map(|span: Span| Spot { article: ix, span });
    let spots = anchor.spots.iter().enumerate();
    let basis: Vec<Basis> = spots
        .map(|(ix, it)| (if ix == 0 { anchor.what } else { "year" }, *it))
        .chain(own.map(|it| (what, it)))
        .filter_map(|(what, it)| basis(what, it))
        .collect();
    Some(Published { date, certain: false, inferred: true, basis })
}

/// Whether a clue names the anchor's day.
fn names(clue: &Clue, anchor: &Anchor) -> bool {
    match clue.said {
        Said::Weekday(weekday) => weekday == anchor.day.weekday(),
        Said::Day { month, day, .. } => month == anchor.day.month() && day == anchor.day.day(),
        Said::Today | Said::LastNight => false,
    }
}
