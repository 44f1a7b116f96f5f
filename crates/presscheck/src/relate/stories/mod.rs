//! Stories: which of the given articles tell one event.
//!
//! Articles are compared by the words that set them apart, names before others, and put together
//! while the average likeness of a group stays high. Nothing here grows with the square of the
//! number of articles: only articles that share some of their most telling words are compared.

mod groups;
mod likeness;
mod terms;

use crate::model::Annotated;

/// Groups articles into stories: places in `articles`, each in exactly one group; groups and their
/// members in order of the articles.
pub fn stories(articles: &[Annotated]) -> Vec<Vec<usize>> {
    let vectors = terms::vectors(articles);
    let likenesses = likeness::pairs(articles, &vectors);
    groups::join(articles.len(), likenesses)
}
