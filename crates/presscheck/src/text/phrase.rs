//! Phrases: tokens in a row, looked at by place, for rules that read words one after another.

use super::words::Token;
use crate::model::Span;

/// Some tokens of a text. Places count from 0; a place beyond the end holds the empty word.
#[derive(Clone, Copy)]
pub struct Phrase<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Phrase<'a> {
    /// The phrase that `tokens` of `text` make.
    pub fn new(text: &'a str, tokens: &'a [Token]) -> Phrase<'a> {
        Phrase { text, tokens }
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token at a place.
    pub fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// The word at a place, as printed.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    /// The word at a place without “’s”.
    pub fn bare(&self, at: usize) -> &'a str {
        unpossessed(self.word(at))
    }

    /// Whether the word at a place is `word`, whatever the case of ASCII letters.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the word at a place is one of `words`, whatever the case of ASCII letters.
    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|it| self.is(at, it))
    }

    /// Whether the words from a place on are those of `words`, which single blanks part.
    pub fn reads(&self, at: usize, words: &str) -> bool {
        words.split(' ').enumerate().all(|(i, it)| self.is(at + i, it))
    }

    /// Whether the word at a place begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether nothing stands between the token at a place and the one before it.
    pub fn touches_last(&self, at: usize) -> bool {
        let (Some(last), Some(this)) =
            (at.checked_sub(1).and_then(|it| self.token(it)), self.token(at))
        else {
            return false;
        };
        last.span.end() == this.span.start()
    }

    /// The bytes from the token at `from` up to the one before `to`, “’s” at the end left out.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.token(from)?, self.token(to.checked_sub(1)?)?);
        let end = last.span.start() + unpossessed(last.span.of(self.text)).len();
        Span::checked(self.text, first.span.start(), end.max(first.span.start()))
    }

    /// The text that the tokens were cut from.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

/// The word without “’s”.
pub fn unpossessed(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"].iter().find_map(|it| word.strip_suffix(it)).unwrap_or(word)
}

/// The ASCII word in lower case, in `room`; empty for one that is too long or not ASCII, which no
/// word list of ours holds.
pub fn lower<'a>(word: &str, room: &'a mut [u8; 20]) -> &'a str {
    let Some(kept) = room.get_mut(..word.len()).filter(|_| word.is_ascii()) else {
        return "";
    };
    kept.copy_from_slice(word.as_bytes());
    kept.make_ascii_lowercase();
    std::str::from_utf8(kept).unwrap_or_default()
}
