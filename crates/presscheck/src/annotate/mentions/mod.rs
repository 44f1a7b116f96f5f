//! Mentions: words that name or stand for someone, and whom they stand for.
//!
//! [`words`] sees each token with what the lists tell, [`names`] takes what the model of
//! [`text::names`](crate::text::names) finds and adds roles, [`headlines`] looks for names where all
//! words have capitals, [`entities`] links names, [`nominals`] finds descriptions and [`pronouns`] the rest.

mod entities;
mod headlines;
mod names;
mod nominals;
mod pronouns;
mod roles;
mod words;

use crate::model::{Article, Entity, Mention, Sentence};
use crate::text::words::Token;

/// Finds mentions in text order, and the entities they stand for.
///
/// Where a description opens with a name (“a Kremlin spokesman”, “U.S. officials”), the name is a
/// mention of its own and the words after it are another: the last of such neighbours is the one
/// that is spoken of.
pub(super) fn find(
    article: &Article,
    tokens: &[Token],
    sentences: &[Sentence],
) -> (Vec<Mention>, Vec<Entity>) {
    let text = &article.text;
    let (words, lines) = words::read(text, tokens, sentences);
    let page = Page { text, words: &words, lines: &lines };
    let mut names = names::find(&page);
    headlines::find(text, &words, &lines, &mut names);
    let (mut entities, mut mentions) = entities::group(text, &names);
    roles::find(&page, &names, &mentions, &mut entities);
    nominals::find(&page, &mut mentions, &mut entities);
    mentions.sort_by_key(|it| it.span);
    pronouns::find(&page, &mut mentions, &entities);
    mentions.sort_by_key(|it| it.span);
    (mentions, entities.list)
}

/// An article's words and sentences.
struct Page<'a> {
    text: &'a str,
    words: &'a [words::Word],
    lines: &'a [words::Line],
}

#[cfg(test)]
mod tests;
