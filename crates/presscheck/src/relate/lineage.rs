//! Lineage and origins: which article drew on which, and how many independent origins there are.

use crate::model::{Annotated, Origin, Span, Spot, Story};

/// Adds them to the story.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    for (article, it) in articles.iter().enumerate() {
        let text = &it.article.text;
        let evidence = vec![Spot { article, span: Span::whole(text) }];
        story.origins.push(Origin {
            name: it.article.id.0.clone(),
            articles: vec![article],
            evidence,
        });
    }
}
