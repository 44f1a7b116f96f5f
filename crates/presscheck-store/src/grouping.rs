//! Which kept articles tell one story, before the user's decisions.

use presscheck::model::Annotated;
use presscheck::relate;

/// Groups articles, which stand in order of their ids: places in `articles`, each in one group.
pub(crate) fn stories(articles: &[Annotated]) -> Vec<Vec<usize>> {
    relate::stories(articles)
}
