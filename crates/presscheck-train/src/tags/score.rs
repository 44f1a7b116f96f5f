//! How many words get the right universal tag.

use presscheck::model::Span;
use presscheck::text::tags::Model;
use presscheck::text::tags::units::Unit;
use presscheck::text::words::tokens;

use super::agree;
use crate::conllu::Sentence;

/// The share of the treebank’s words that get the right tag, in percent.
pub(crate) fn accuracy(model: &Model, sentences: &[Sentence]) -> f64 {
    let (mut n_right, mut n_words) = (0, 0);
    let mut tags = Vec::new();
    for sentence in sentences {
        let mut units: Vec<Unit> = sentence.words.iter().map(|it| Unit::read(it)).collect();
        model.tag(&mut units, &mut tags);
        n_words += sentence.words.len();
        n_right += tags.iter().zip(&sentence.tags).filter(|it| agree(*it.0, *it.1)).count();
    }
    percent(n_right, n_words)
}

/// The share of the tokens which the engine itself cuts from the text that get the tag of a
/// treebank’s word that begins or ends where they do, in percent. Pieces out of the middle of a
/// treebank’s word, as of an address of the web, have no right tag and are left out.
pub(crate) fn of_tokens(model: &Model, sentences: &[Sentence]) -> f64 {
    let (mut n_right, mut n_tokens) = (0, 0);
    for sentence in sentences {
        let mut tokens = tokens(&sentence.text, Span::whole(&sentence.text));
        model.sentence(&sentence.text, &mut tokens);
        for token in tokens {
            let words = sentence.starts.iter().zip(&sentence.words).zip(&sentence.tags);
            let mut right = words.filter_map(|((start, word), tag)| {
                let ends = *start == token.span.start() || start + word.len() == token.span.end();
                ends.then(|| agree(token.tag, *tag))
            });
            if let Some(first) = right.next() {
                n_tokens += 1;
                n_right += usize::from(first || right.any(|it| it));
            }
        }
    }
    percent(n_right, n_tokens)
}

fn percent(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}
