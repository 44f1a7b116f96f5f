//! Words: where one ends and the next begins.

use super::tags::Tag;
use crate::model::Span;

/// A word, number or mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its bytes in the text it was cut from.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its part of speech; [`Tag::None`] until [`tags::fill`](super::tags::fill) has read its
    /// sentence.
    pub tag: Tag,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with apostrophes, hyphens and full stops between letters: “Macron’s”, “U.S.”.
    Word,
    /// Digits with what binds them: “150,000”, “3.5”, “7:30”.
    Number,
    /// Anything else that is not white space, one character each.
    Mark,
}

/// Cuts the part of `text` that `within` covers into tokens, in text order.
///
/// Hyphens and apostrophes between letters or digits stay inside a word (“al-Assad”, “31-day”,
/// “don’t”), and so do full stops between single letters (“U.S.”, “a.m.”) with the one that ends
/// such a run.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(within.len() / 5 + 1);
    let words = within.of(text);
    let mut chars = words.char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        let mut end = at + first.len_utf8();
        let mut kind = TokenKind::Mark;
        if first.is_alphanumeric() {
            kind = if first.is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
            let mut last = first;
            while let Some(&(next_at, next)) = chars.peek() {
                let after = words.get(next_at + next.len_utf8()..).and_then(|it| it.chars().next());
                if !(next.is_alphanumeric()
                    || is_combining(next)
                    || binds(last, next, after, words.get(at..next_at).unwrap_or_default()))
                {
                    break;
                }
                if next.is_alphabetic() {
                    kind = TokenKind::Word;
                }
                last = next;
                end = next_at + next.len_utf8();
                chars.next();
            }
        }
        let (start, end) = (within.start() + at, within.start() + end);
        found.extend(Span::checked(text, start, end).map(|span| Token {
            span,
            kind,
            tag: Tag::None,
        }));
    }
    found
}

/// The tokens that lie within `span`, out of tokens in text order.
pub fn within(tokens: &[Token], span: Span) -> &[Token] {
    let from = tokens.partition_point(|it| it.span.start() < span.start());
    let to = tokens.partition_point(|it| it.span.end() <= span.end());
    tokens.get(from..to).unwrap_or_default()
}

/// Whether `mark` stands inside a word: `last` is before it, `after` behind it, `so_far` the word.
fn binds(last: char, mark: char, after: Option<char>, so_far: &str) -> bool {
    let Some(after) = after else {
        return mark == '.' && is_abbreviated(so_far);
    };
    match mark {
        '\'' | '’' | '-' | '‑' | '‐' | '&' => {
            last.is_alphanumeric() && after.is_alphanumeric()
        }
        ',' | ':' => last.is_ascii_digit() && after.is_ascii_digit(),
        '.' => {
            last.is_ascii_digit() && after.is_ascii_digit()
                || last.is_alphabetic() && after.is_alphabetic() && is_single_letters(so_far)
                || is_abbreviated(so_far)
        }
        _ => false,
    }
}

/// Single letters with full stops between them: “U”, “U.S”.
fn is_single_letters(word: &str) -> bool {
    word.split('.').all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}

/// At least two single letters with full stops between them: “U.S”, “a.m”.
fn is_abbreviated(word: &str) -> bool {
    word.contains('.') && is_single_letters(word)
}

/// Marks that change the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// Characters without width that pages carry between words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = tokens(text, Span::whole(text));
        let found: Vec<&str> = found.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_inside_words_and_numbers_stay_inside() {
        check("Macron’s 31-day plan", &["Macron’s", "31-day", "plan"]);
        check("150,000 at 7:30, or 3.5%.", &["150,000", "at", "7:30", ",", "or", "3.5", "%", "."]);
    }

    #[test]
    fn initials_keep_their_stops_and_sentences_lose_theirs() {
        check("The U.S. left. Then", &["The", "U.S.", "left", ".", "Then"]);
        check("at 7 p.m.", &["at", "7", "p.m."]);
    }

    #[test]
    fn quotation_marks_stand_alone() {
        check("‘No,’ she said", &["‘", "No", ",", "’", "she", "said"]);
    }
}
