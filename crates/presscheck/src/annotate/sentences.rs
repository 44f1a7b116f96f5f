//! Sentences: where one ends and the next begins.

use crate::model::{Article, Sentence, Span};

/// Finds the sentences of the parts that tell the story, in text order.
pub(super) fn find(article: &Article) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    for part in article.telling() {
        let mut start = part.span.start();
        for line in part.span.of(&article.text).split_inclusive('\n') {
            if let Some(span) = Span::checked(&article.text, start, start + line.len()) {
                let span = span.trimmed(&article.text);
                if !span.is_empty() {
                    found.push(Sentence { span, paragraph });
                    paragraph += 1;
                }
            }
            start += line.len();
        }
    }
    found
}
