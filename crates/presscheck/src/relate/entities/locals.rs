//! Entities of single articles, laid in one list.

use crate::model::{Annotated, ArticleIx, MentionForm, NameKind, Span};

/// Counts in the list that [`all`] makes.
pub(super) type LocalIx = usize;

/// An entity of one article.
pub(super) struct Local<'a> {
    /// The article.
    pub(super) article: ArticleIx,
    /// Its fullest name there, or the description.
    pub(super) name: &'a str,
    /// What it is.
    pub(super) kind: NameKind,
    /// Whether the article gives a name.
    pub(super) named: bool,
    /// Its roles, as places in that article's text.
    pub(super) roles: &'a [Span],
    /// The article's text.
    pub(super) text: &'a str,
    /// Where it is named first, in its fullest form where that is printed; `None` if it never is.
    pub(super) spot: Option<Span>,
    /// The ways in which it is named, in order, each once.
    pub(super) names: Vec<&'a str>,
}

/// Ways of naming one entity that are kept for each article; more are slips.
const MOST_NAMES: usize = 16;

/// The entities of all articles, article by article.
pub(super) fn all(articles: &[Annotated]) -> Vec<Local<'_>> {
    let mut found = Vec::new();
    for (article, it) in articles.iter().enumerate() {
        let text = it.article.text.as_str();
        let first = found.len();
        found.extend(it.annotations.entities.iter().map(|entity| Local {
            article,
            name: &entity.name,
            kind: entity.kind,
            named: entity.named,
            roles: &entity.roles,
            text,
            spot: None,
            names: Vec::new(),
        }));
        let of: &mut [Local<'_>] = &mut found[first..];
        for mention in &it.annotations.mentions {
            let Some(local) = of.get_mut(mention.entity) else { continue };
            let words = mention.span.of(text);
            let is_fullest = words == local.name;
            if local.spot.is_none_or(|it| is_fullest && it.of(text) != local.name) {
                local.spot = Some(mention.span);
            }
            if mention.form == MentionForm::Name
                && local.names.len() < MOST_NAMES
                && !local.names.contains(&words)
            {
                local.names.push(words);
            }
        }
    }
    found
}

/// For each article, where its entities start in the list.
pub(super) fn starts(articles: &[Annotated]) -> Vec<LocalIx> {
    let mut next = 0;
    let count = |it: &Annotated| {
        let start = next;
        next += it.annotations.entities.len();
        start
    };
    articles.iter().map(count).collect()
}
