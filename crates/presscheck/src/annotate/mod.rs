//! Finds sentences, names, times, figures, quotations, commitments and stances in an article.
//!
//! An annotator is a file or folder with one function, `find`. Its arguments are what it reads and
//! its return value is what it adds, so the compiler keeps the annotators in a workable order. To
//! add one, write its file, add its field to [`Annotations`], and add its line to [`article`].

mod clauses;
mod commitments;
mod figures;
mod mentions;
mod quotes;
mod sentences;
mod stances;
mod times;

use crate::model::{Annotations, Article, Sentence, Span};
use crate::text::tags;
use crate::text::words::tokens;

/// Goes up when the annotators, or the readers before them, give something else for some article.
/// Whoever keeps annotations makes those of another revision again.
pub const REVISION: u32 = 1;

/// Runs every annotator over one article.
///
/// The same article always gives the same annotations.
pub fn article(article: &Article) -> Annotations {
    let mut tokens = tokens(&article.text, Span::whole(&article.text));
    let sentences = sentences::find(article);
    tags::fill(&article.text, &mut tokens, &sentences);
    let (mentions, entities) = mentions::find(article, &tokens, &sentences);
    let mut found = Annotations { sentences, mentions, entities, ..Annotations::default() };
    let (times, stamps) = times::find(article, &tokens, &found);
    found.times = times;
    found.figures = figures::find(article, &tokens, &found, &stamps);
    found.quotes = quotes::find(article, &tokens, &found);
    let clauses = clauses::read(&article.text, &tokens, &found);
    found.commitments = commitments::find(article, &clauses, &found);
    found.stances = stances::find(&clauses, &found);
    found
}

/// The sentences of a text that is nothing but running text.
pub fn sentences(text: &str) -> Vec<Sentence> {
    sentences::of_stretches(text, vec![Span::whole(text)])
}
