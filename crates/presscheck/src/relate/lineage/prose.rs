//! Prose: the words that an article's own writer put down, with everything quoted taken out.
//!
//! Two reporters who heard one speech print the same quotation, so quotations show nothing about who
//! copied whom. Only words outside them do.

use crate::model::{Annotated, PartKind, QuoteKind, Span};
use crate::relate::prints::hash;
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// A word of the narrator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its bytes in the article.
    pub(super) span: Span,
    /// The folded word.
    pub(super) hash: u64,
    /// Counts the stretches that nothing interrupts: a quotation or the end of a paragraph starts
    /// the next one.
    pub(super) run: u32,
}

/// The narrator's words in the body of an article, in text order.
pub(super) fn words(article: &Annotated) -> Vec<Word> {
    let text = &article.article.text;
    let quotes = article.annotations.quotes.iter();
    let mut quoted: Vec<Span> =
        quotes.filter(|it| it.kind != QuoteKind::Indirect).map(|it| it.span).collect();
    quoted.sort();
    let (mut found, mut run) = (Vec::new(), 0);
    for part in article.article.parts.iter().filter(|it| it.kind == PartKind::Body) {
        let mut start = part.span.start();
        for line in part.span.of(text).split_inclusive('\n') {
            let Some(span) = Span::checked(text, start, start + line.len()) else { break };
            start += line.len();
            run += 1;
            line_words(text, span, &quoted, &mut run, &mut found);
        }
    }
    found
}

/// Adds the narrator's words of one line, unless the whole line is somebody speaking.
fn line_words(text: &str, line: Span, quoted: &[Span], run: &mut u32, found: &mut Vec<Word>) {
    let before = found.len();
    let (mut marked, mut inside) = (false, false);
    let mut next = quoted.partition_point(|it| it.end() <= line.start());
    for token in tokens(text, line) {
        let word = token.span.of(text);
        match word {
            "“" | "„" | "«" => marked = true,
            "”" | "»" => marked = false,
            "\"" => marked = !marked,
            _ => {}
        }
        while quoted.get(next).is_some_and(|it| it.end() <= token.span.start()) {
            next += 1;
        }
        let is_quoted = marked || quoted.get(next).is_some_and(|it| it.overlaps(token.span));
        if is_quoted != inside {
            *run += 1;
            inside = is_quoted;
        }
        if is_quoted {
            continue;
        }
        if speaks(word) {
            found.truncate(before);
            return;
        }
        if token.kind != TokenKind::Mark {
            let hash = hash(fold::word(word).as_bytes());
            found.push(Word { span: token.span, hash, run: *run });
        }
    }
}

/// Whether a word outside quotation marks shows that its line is speech all the same: block
/// quotations, transcripts, posts with their author's “@name”.
fn speaks(word: &str) -> bool {
    matches!(
        word,
        "I" | "I’m"
            | "I'm"
            | "I’ve"
            | "I've"
            | "we"
            | "We"
            | "We’re"
            | "We're"
            | "our"
            | "Our"
            | "my"
            | "My"
            | "you"
            | "You"
            | "your"
            | "Your"
            | "@"
    )
}
