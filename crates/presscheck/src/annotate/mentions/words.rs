//! Words and sentences of the article as the rules for names see them.

use std::ops::Range;

use crate::model::Sentence;
use crate::text::names::lexicon::Class;
pub(super) use crate::text::names::words::{Shape, Word};
use crate::text::words::{Token, within};

/// One sentence's words, as places in the list of all.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its words.
    pub words: Range<usize>,
    /// The paragraph it is in.
    pub paragraph: u32,
    /// Whether nearly every word has a capital, as in headlines: capitals tell nothing then.
    pub shouts: bool,
}

/// The words of all sentences, and each sentence's place among them.
pub(super) fn read(text: &str, tokens: &[Token], sentences: &[Sentence]) -> (Vec<Word>, Vec<Line>) {
    let mut words = Vec::with_capacity(tokens.len());
    let mut lines = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let start = words.len();
        words.extend(within(tokens, sentence.span).iter().map(|it| Word::read(text, it)));
        let shouts = shouts(words.get(start..).unwrap_or_default());
        lines.push(Line { words: start..words.len(), paragraph: sentence.paragraph, shouts });
    }
    (words, lines)
}

/// Whether capitals are the rule in a line: four words or more besides those of grammar, of which
/// nine in ten have one.
fn shouts(words: &[Word]) -> bool {
    let telling = words.iter().filter(|it| {
        !matches!(it.shape, Shape::Mark | Shape::Number) && !it.class.is(Class::FUNCTION)
    });
    let (mut n_words, mut n_capital, mut n_upper) = (0_usize, 0_usize, 0_usize);
    for word in telling {
        n_words += 1;
        n_capital += usize::from(word.is_capital());
        n_upper += usize::from(word.shape == Shape::Upper);
    }
    // A line of a name and its role alone (“Mara Toft, Mayor of Vell”) is no headline.
    n_words >= 4 && n_capital * 10 >= n_words * 9 && (words.len() >= 6 || n_upper * 2 > n_words)
}
