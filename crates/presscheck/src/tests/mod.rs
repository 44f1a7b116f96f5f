//! What a record says of invented stories: all stages together, for what no stage can show alone.

mod agreed;
mod changes;
mod conflicts;
mod entities;
mod timeline;
mod utterances;

use crate::model::{Annotated, Article, ArticleId, Origin, Record, Story};
use crate::{annotate, record, relate};

/// Articles of one story, given by body and day of publication.
fn annotated(articles: &[(&str, &str)]) -> Vec<Annotated> {
    let articles = articles.iter().enumerate().map(|(ix, (body, published))| {
        let mut article = Article::of_body(body, published);
        article.id = ArticleId(format!("a{ix}"));
        Annotated { annotations: annotate::article(&article), article }
    });
    articles.collect()
}

/// The record of articles that are all of one day.
fn record_of(bodies: &[&str]) -> Record {
    let articles: Vec<_> = bodies.iter().map(|&it| (it, "2031-05-06")).collect();
    let articles = annotated(&articles);
    record::story(&articles, &relate::articles(&articles))
}

/// The same, with the articles of each origin given.
fn record_of_origins(bodies: &[&str], origins: &[&[usize]]) -> Record {
    let articles: Vec<_> = bodies.iter().map(|&it| (it, "2031-05-06")).collect();
    let articles = annotated(&articles);
    let origins = origins.iter().map(|it| Origin {
        name: "Origin".to_owned(),
        articles: it.to_vec(),
        evidence: Vec::new(),
    });
    let story = Story { origins: origins.collect(), ..relate::articles(&articles) };
    record::story(&articles, &story)
}
