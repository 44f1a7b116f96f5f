//! Anchors: days that the story turns on, fixed by what several clues say.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::clues::{self, Clue, Said};
use crate::model::{Annotated, ArticleIx, PartKind, Span, Spot};
use crate::text::phrase::lower;
use crate::text::words::tokens;

/// A day and where the articles fix it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Anchor {
    /// The day.
    pub(super) day: Date,
    /// What fixes it, in a few words.
    pub(super) what: &'static str,
    /// Where; with the year's own evidence, if it stands elsewhere.
    pub(super) spots: Vec<Spot>,
    /// How many clues of the story name its day of the week.
    votes: usize,
}

/// Days further from the first stated publication day than this belong to another turn of the
/// story, in days.
const MOST_SPREAD: i32 = 6;

/// The anchors of a story, the strongest first.
pub(super) fn find(articles: &[Annotated], clues: &[Vec<Clue>]) -> Vec<Anchor> {
    let stated = stated(articles, clues);
    if !stated.is_empty() {
        return stated;
    }
    let mut pairs = named(articles, clues);
    for it in &mut pairs {
        let weekday = Said::Weekday(it.day.weekday());
        it.votes = clues.iter().flatten().filter(|it| it.said == weekday && !it.ahead).count();
    }
    // The most spoken of; of two, the later.
    pairs.sort_by_key(|it| std::cmp::Reverse((it.votes, it.day)));
    pairs
}

/// The anchor for one article: the strongest that its own text names, else the strongest.
pub(super) fn for_article(anchors: &[Anchor], ix: ArticleIx) -> Option<&Anchor> {
    let own = |it: &&Anchor| it.spots.first().is_some_and(|it| it.article == ix);
    let first = anchors.first()?;
    anchors.iter().find(own).filter(|it| it.votes * 2 >= first.votes).or(Some(first))
}

/// The days that articles with a stated publication day speak of most, within days of it.
fn stated(articles: &[Annotated], clues: &[Vec<Clue>]) -> Vec<Anchor> {
    let days = || articles.iter().filter_map(|it| it.article.published.as_ref()).map(|it| it.date);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    if between(first, last) > MOST_SPREAD {
        return Vec::new();
    }
    let mut found: BTreeMap<Date, Anchor> = BTreeMap::new();
    for (ix, it) in articles.iter().enumerate() {
        let Some(published) = it.article.published.as_ref().map(|it| it.date) else { continue };
        for clue in &clues[ix] {
            let Some(day) = clue.day.filter(|_| !clue.ahead) else { continue };
            if matches!(clue.said, Said::LastNight) || !(0..=2).contains(&between(day, published)) {
                continue;
            }
            let spot = Spot { article: ix, span: clue.span };
            let anchor = found.entry(day).or_insert(Anchor {
                day,
                what: "day named in an article that states its date",
                spots: vec![spot],
                votes: 0,
            });
            anchor.votes += 1;
        }
    }
    let mut found: Vec<Anchor> = found.into_values().collect();
    found.sort_by_key(|it| std::cmp::Reverse((it.votes, it.day)));
    found
}

/// Days from one date to another.
pub(super) fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |it| it.get_days())
}

/// The days that the articles name with what fixes their year: a day of the week, or the year.
fn named(articles: &[Annotated], clues: &[Vec<Clue>]) -> Vec<Anchor> {
    let years = Years::of(articles);
    let mut found = Vec::new();
    for (article, clues) in clues.iter().enumerate() {
        for clue in clues.iter().filter(|it| !it.ahead) {
            let Said::Day { month, day, year, weekday } = clue.said else { continue };
            let spot = Spot { article, span: clue.span };
            let (date, what, year) = match (year, weekday) {
                (Some(year), _) => (Date::new(year, month, day).ok(), "full date", None),
                (None, Some(weekday)) => match years.of_weekday(month, day, weekday) {
                    Some((date, year)) => (Some(date), "weekday and date fix the year", Some(year)),
                    None => continue,
                },
                (None, None) => continue,
            };
            let Some(day) = date else { continue };
            let spots = [spot].into_iter().chain(year).collect();
            found.push(Anchor { day, what, spots, votes: 0 });
        }
    }
    found
}

/// Years that the articles name, and what they can tell of the year of publication.
struct Years {
    /// Years of copyright lines.
    copyright: Vec<(i16, Spot)>,
    /// Years in the telling parts, which lie before publication for the most part.
    told: Vec<(i16, Spot)>,
    /// Years of full dates in the page around the article: the day of a visit, later articles.
    around: Vec<(i16, Spot)>,
}

impl Years {
    fn of(articles: &[Annotated]) -> Years {
        let mut years = Years { copyright: Vec::new(), told: Vec::new(), around: Vec::new() };
        for (article, it) in articles.iter().enumerate() {
            for part in &it.article.parts {
                years.read(&it.article.text, article, part.span, part.kind);
            }
        }
        years
    }

    fn read(&mut self, text: &str, article: ArticleIx, within: Span, kind: PartKind) {
        let (mut since_sign, mut since_month) = (usize::MAX, usize::MAX);
        for token in tokens(text, within) {
            let mut room = [0; 20];
            let word = token.span.of(text);
            let folded = lower(word, &mut room);
            since_sign = since_sign.saturating_add(1);
            since_month = since_month.saturating_add(1);
            if word == "©" || folded == "copyright" {
                since_sign = 0;
            } else if clues::month(folded).is_some() && folded.len() > 2 {
                since_month = 0;
            } else if let Some(year) = clues::year(folded) {
                let spot = Spot { article, span: token.span };
                if since_sign <= 4 {
                    self.copyright.push((year, spot));
                } else if kind.tells() {
                    self.told.push((year, spot));
                } else if since_month <= 3 {
                    self.around.push((year, spot));
                }
            }
        }
    }

    /// The date of a day and its weekday, and where its year is to be seen. A weekday comes back to
    /// a date after five, six or eleven years, so a rough notion of the year is enough.
    fn of_weekday(&self, month: i8, day: i8, weekday: Weekday) -> Option<(Date, Spot)> {
        let fits =
            |year: i16| Date::new(year, month, day).ok().filter(|it| it.weekday() == weekday);
        if let Some(found) =
            self.copyright.iter().find_map(|(year, spot)| Some((fits(*year)?, *spot)))
        {
            return Some(found);
        }
        // Not after the page was seen, and as near before as may be.
        let latest = self.around.iter().chain(&self.copyright).max_by_key(|it| it.0);
        if let Some((latest, spot)) = latest {
            let date = (latest.saturating_sub(11)..=*latest).rev().find_map(fits)?;
            return Some((date, *spot));
        }
        // Not before the last year that the articles look back to.
        let (told, spot) = self.told.iter().max_by_key(|it| it.0)?;
        let date = (*told..told.saturating_add(5)).find_map(fits)?;
        Some((date, *spot))
    }
}
