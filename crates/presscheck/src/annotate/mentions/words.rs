//! Words of the article as the rules for names see them.

use std::ops::Range;

use super::lexicon::{self, Class};
use crate::model::{Sentence, Span};
use crate::text::words::{Token, TokenKind, within};

/// A token with what its letters and the lists tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its bytes, a possessive ending included.
    pub span: Span,
    /// What the lists tell.
    pub class: Class,
    /// How it is written.
    pub shape: Shape,
    /// Whether it ends in “’s”.
    pub possessive: bool,
}

/// How a token is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// “harbour”.
    Lower,
    /// “Harbour”, “`McKay`”, “iPhone”.
    Capital,
    /// “NATO”, “U.S.”: two letters or more, all capitals.
    Upper,
    /// “J”.
    Initial,
    /// “12”.
    Number,
    /// “,”.
    Mark,
}

impl Word {
    fn read(text: &str, token: &Token) -> Word {
        let word = token.span.of(text);
        let possessive = word.len() > 2 && (word.ends_with("'s") || word.ends_with("’s"));
        let shape = match token.kind {
            TokenKind::Mark => Shape::Mark,
            TokenKind::Number => Shape::Number,
            TokenKind::Word => shape(if possessive {
                word.trim_end_matches('s').trim_end_matches(['\'', '’'])
            } else {
                word
            }),
        };
        let class = match shape {
            Shape::Mark | Shape::Number => Class::default(),
            _ => lexicon::class(word),
        };
        Word { span: token.span, class, shape, possessive }
    }

    /// Whether the word begins with a capital.
    pub(super) fn is_capital(self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Its bytes without the possessive ending.
    pub(super) fn stem(self, text: &str) -> Span {
        if !self.possessive {
            return self.span;
        }
        let mark = if self.span.of(text).ends_with("’s") { '’'.len_utf8() } else { 1 };
        let end = self.span.end().saturating_sub(mark + 1);
        Span::checked(text, self.span.start(), end).unwrap_or(self.span)
    }
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|it| it.is_alphabetic());
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    let mut n_letters = 0;
    let all_upper = letters.all(|it| {
        n_letters += 1;
        it.is_uppercase()
    });
    match n_letters {
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Shape::Number,
        1 if all_upper => Shape::Initial,
        _ if all_upper => Shape::Upper,
        _ if first_upper => Shape::Capital,
        // “iPhone”, “eBay”, “al-Assad”: a capital inside.
        _ if word.chars().skip(1).any(char::is_uppercase) => Shape::Capital,
        _ => Shape::Lower,
    }
}

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
