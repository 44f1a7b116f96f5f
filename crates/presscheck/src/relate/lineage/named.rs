//! Outlets that articles speak of: “told the Elm Courier”, “the Courier reported”.

use std::collections::BTreeMap;

use super::{bare_name, outlet};
use crate::model::{Annotated, ArticleIx, NameKind, Span};

/// Which outlets each article names in its own words.
pub(super) struct Outlets<'a> {
    articles: &'a [Annotated],
    /// For each article, its outlet in the form that is compared.
    of: Vec<Option<Vec<String>>>,
    /// For each article, the organisations it names, with the place in its entities.
    named: Vec<BTreeMap<Vec<String>, usize>>,
}

impl<'a> Outlets<'a> {
    pub(super) fn of(articles: &'a [Annotated]) -> Outlets<'a> {
        let of = articles.iter().map(|it| outlet(it).map(bare_name)).collect();
        let named = articles.iter().map(|it| {
            let entities = it.annotations.entities.iter().enumerate();
            let organisations = entities.filter(|it| it.1.named && it.1.kind != NameKind::Person);
            organisations.map(|(ix, it)| (bare_name(&it.name), ix)).collect()
        });
        Outlets { articles, of, named: named.collect() }
    }

    /// The sentence in which one article first names the other’s outlet, which is not its own.
    pub(super) fn by(&self, article: ArticleIx, other: ArticleIx) -> Option<Span> {
        let name = self.of.get(other)?.as_ref().filter(|it| !it.is_empty())?;
        if self.of.get(article)?.as_ref() == Some(name) {
            return None;
        }
        let entity = *self.named.get(article)?.get(name)?;
        let annotations = &self.articles.get(article)?.annotations;
        let mention = annotations.mentions.iter().find(|it| it.entity == entity)?;
        let sentence = annotations.sentences.iter().find(|it| it.span.overlaps(mention.span))?;
        Some(sentence.span)
    }
}
