//! Who gives a figure: the speaker of the quotation that holds it.

use super::counted::Counted;
use crate::model::{Annotated, Story};
use crate::text::person;

/// How many quotations that begin before a figure may hold it: one in another, with room.
const NESTED: usize = 8;

/// The name of the speaker of the shortest quotation around a figure, or the words that stand for
/// one.
pub(super) fn of(articles: &[Annotated], story: &Story, it: &Counted) -> Option<String> {
    let annotated = articles.get(it.article)?;
    let figure = annotated.annotations.figures.get(it.figure)?.span;
    let quotes = &annotated.annotations.quotes;
    let next = quotes.partition_point(|it| it.span.start() <= figure.start());
    let near = quotes.get(next.saturating_sub(NESTED)..next).unwrap_or_default();
    let around = near.iter().filter(|it| it.span.contains(figure));
    let quote = around.min_by_key(|it| it.span.len())?;
    let known = quote.speaker.and_then(|ix| {
        let of = story.entity_of.get(it.article)?.get(ix)?;
        Some(story.entities.get(*of)?.name.clone())
    });
    let printed = quote.source.map(|it| it.of(&annotated.article.text).to_owned());
    // “It said” names nobody where nothing tells who “it” is.
    known.or(printed.filter(|it| !person::is_pronoun(it)))
}
