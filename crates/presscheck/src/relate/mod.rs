//! Lays articles side by side: which tell one story, who is who, who said the same words, which
//! figures count the same thing, what was copied, and what is to come.

mod commitments;
mod dates;
mod entities;
mod lineage;
mod prints;
mod quantities;
mod stories;
mod utterances;

pub use self::dates::{Reading, dates, readings};
pub use self::lineage::find as lineage;
pub use self::stories::{Bond, Common, Explanation, SharedTerm, Stream, Terms, Told, stories};

use crate::model::{Annotated, Lineage, Story};

/// Relates the articles of one story. `articles` stand in order of their ids.
pub fn articles(articles: &[Annotated]) -> Story {
    let mut story = Story::default();
    entities::find(articles, &mut story);
    utterances::find(articles, &mut story);
    quantities::find(articles, &mut story);
    Lineage { origins: story.origins, links: story.lineage } = lineage(articles);
    commitments::find(articles, &mut story);
    story
}
