//! Publication dates that no article states, worked out from what the articles of a story say
//! together.
//!
//! [`clues`] collects the weekdays and dates that the articles name, [`anchor`] finds the day that
//! the story turns on, and [`place`] says how long after it each article was written. [`readings()`]
//! lets articles that name a day decide what others leave open.

mod anchor;
mod clues;
mod place;
mod readings;
#[cfg(test)]
mod tests;

pub use self::readings::{Reading, readings};

use self::clues::Clue;
use crate::model::{Annotated, Published};

/// The publication day of each article: the stated one, else one inferred, else none.
pub fn dates(articles: &[Annotated]) -> Vec<Option<Published>> {
    let stated = articles.iter().map(|it| it.article.published.clone());
    if articles.iter().all(|it| it.article.published.is_some()) {
        return stated.collect();
    }
    let clues: Vec<Vec<Clue>> = articles.iter().map(clues::of).collect();
    let anchors = anchor::find(articles, &clues);
    stated
        .enumerate()
        .map(|(ix, stated)| {
            stated.or_else(|| {
                let anchor = anchor::for_article(&anchors, ix)?;
                place::published(articles, ix, &clues[ix], anchor)
            })
        })
        .collect()
}
