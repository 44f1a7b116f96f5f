//! Reads many outlets' articles about one event and builds one record of it.
//!
//! Data flows one way, and each stage is a module:
//!
//! ```text
//! bytes ─ read ─▶ Article ─ annotate ─▶ Annotations ─ relate ─▶ Story ─ record ─▶ Record
//! ```
//!
//! [`model`] holds the nouns that pass along these arrows. The four stages are the verbs, and each
//! has one function, named after what it works on: [`read::articles`], [`annotate::article`],
//! [`relate::articles`], [`record::story`]; [`compile`] chains them. A stage imports `model` and
//! `text` and nothing else from this crate, so it can be read, tested and replaced on its own.
//! Nothing here does I/O or asks for the time: the caller brings the bytes.
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod model;
pub mod text;

pub mod annotate;
pub mod read;
pub mod record;
pub mod relate;

use model::{Annotated, Article, Record};

/// Annotates articles, each on its own but for its publication date, which the articles of its
/// story may supply. The result stands in order of article ids; an id given twice is kept once.
pub fn annotate_all(mut articles: Vec<Article>) -> Vec<Annotated> {
    articles.sort_by(|a, b| (&a.id, &a.place).cmp(&(&b.id, &b.place)));
    articles.dedup_by(|b, a| a.id == b.id);
    let mut annotated: Vec<Annotated> = articles
        .into_iter()
        .map(|article| Annotated { annotations: annotate::article(&article), article })
        .collect();
    for group in relate::stories(&annotated) {
        let members: Vec<Annotated> = group.iter().map(|&ix| annotated[ix].clone()).collect();
        for (&ix, date) in group.iter().zip(relate::dates(&members)) {
            let it = &mut annotated[ix];
            if it.article.published != date {
                it.article.published = date;
                it.annotations = annotate::article(&it.article);
            }
        }
    }
    annotated
}

/// Compiles one record for each story that the articles tell.
///
/// The same articles give the same records, whatever their order.
pub fn compile(articles: Vec<Article>) -> Vec<Record> {
    let annotated = annotate_all(articles);
    relate::stories(&annotated)
        .into_iter()
        .map(|group| {
            let members: Vec<Annotated> = group.iter().map(|&ix| annotated[ix].clone()).collect();
            record::story(&members, &relate::articles(&members))
        })
        .collect()
}
