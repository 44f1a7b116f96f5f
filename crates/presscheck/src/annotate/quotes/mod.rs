//! Quotations: who said what, and where the words start and end.
//!
//! A paragraph is read in four steps: pair its marks (`marks`), see it as the writer's own words
//! with each marked stretch as one unit (`units`), find the cues in each sentence with their
//! speakers (`cues`, `phrases`, `speakers`), and give each stretch its cue (`attribution`).

mod attribution;
mod chunks;
mod contents;
mod cues;
mod keep;
mod lexicon;
mod lines;
mod marks;
mod reader;
mod reports;
mod sentence;
mod speakers;
mod subjects;
mod texts;
mod units;
mod verbals;

#[cfg(test)]
mod tests;

use crate::model::{Annotations, Article, Quote, Span};
use crate::text::words::{Token, within};

use self::lines::Labels;
use self::reader::Reader;

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(article: &Article, tokens: &[Token], found: &Annotations) -> Vec<Quote> {
    let paragraphs = paragraphs(article, found);
    let labels = Labels::of(&article.text, &paragraphs, tokens);
    let mut reader = Reader::new(&article.text, found, labels);
    for paragraph in paragraphs {
        reader.paragraph(paragraph, within(tokens, paragraph));
    }
    reader.finish()
}

/// The paragraphs of the parts that tell the story, by the sentences in them.
fn paragraphs(article: &Article, found: &Annotations) -> Vec<Span> {
    let mut spans: Vec<(u32, Span)> = Vec::new();
    for sentence in &found.sentences {
        match spans.last_mut() {
            Some((paragraph, span)) if *paragraph == sentence.paragraph => {
                *span = span.join(sentence.span);
            }
            _ => spans.push((sentence.paragraph, sentence.span)),
        }
    }
    // A closing mark that the last sentence left behind belongs to its paragraph.
    let starts: Vec<usize> = spans.iter().skip(1).map(|(_, it)| it.start()).collect();
    spans
        .iter()
        .enumerate()
        .map(|(ix, &(_, span))| {
            let to = starts.get(ix).copied().unwrap_or(article.text.len());
            let line = article.text.get(span.end()..to).unwrap_or_default();
            let rest = line.split('\n').next().unwrap_or_default();
            Span::checked(&article.text, span.start(), span.end() + rest.len())
                .unwrap_or(span)
                .trimmed(&article.text)
        })
        .collect()
}
