//! Lines: a sentence's words in folded form, and where its clauses end.

use std::ops::Range;

use crate::model::Span;
use crate::text::acts::{self, Act};
use crate::text::fold;
use crate::text::words::{Token, TokenKind};

/// Longest sentence that is read, in tokens; the rest of a longer one is left. Real sentences stay
/// far below it; a page without full stops must not cost more than its length.
const LONGEST: usize = 400;

/// One sentence, cut into folded words.
pub(in crate::annotate) struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    folded: String,
    ends: Vec<usize>,
}

impl<'a> Line<'a> {
    /// `tokens` are those of the sentence.
    pub(in crate::annotate) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let tokens = tokens.get(..LONGEST).unwrap_or(tokens);
        let mut folded = String::with_capacity(tokens.len() * 6);
        let mut ends = Vec::with_capacity(tokens.len());
        for token in tokens {
            let word = token.span.of(text);
            if word.is_ascii() {
                folded.extend(word.bytes().map(|it| char::from(it.to_ascii_lowercase())));
            } else {
                folded.push_str(&fold::plain(word));
            }
            ends.push(folded.len());
        }
        Line { text, tokens, folded, ends }
    }

    /// How many tokens it has.
    pub(in crate::annotate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded token at `at`; empty past either end.
    pub(in crate::annotate) fn word(&self, at: usize) -> &str {
        let Some(&end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        self.folded.get(start..end).unwrap_or_default()
    }

    /// The token before `at`, `back` places; empty before the first.
    pub(in crate::annotate) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |it| self.word(it))
    }

    /// Whether the words from `at` are those of `words`.
    pub(in crate::annotate) fn says(&self, at: usize, words: &str) -> bool {
        words.split(' ').enumerate().all(|(n, it)| self.word(at + n) == it)
    }

    /// The base form of the word at `at`.
    pub(in crate::annotate) fn base(&self, at: usize) -> String {
        acts::base(self.word(at))
    }

    /// The kind of act that the word at `at` names, and its base form.
    pub(in crate::annotate) fn act(&self, at: usize) -> Option<(String, Act)> {
        if !self.is_word(at) {
            return None;
        }
        let base = self.base(at);
        acts::act(&base).map(|it| (base, it))
    }

    /// The noun at `at` that names an act; a verb form of the same word is left out.
    pub(in crate::annotate) fn noun(&self, at: usize) -> Option<(String, Act)> {
        let (base, act) = self.act(at).filter(|it| it.1.noun)?;
        let word = self.word(at);
        let verbal = word.ends_with("ed") || word.ends_with("ing") && base != word;
        let infinitive = act.verb && self.before(at, 1) == "to" && word == base;
        (!verbal && !infinitive && !self.is_aside(at)).then_some((base, act))
    }

    /// Uses of the words for acts that name none: “the cost of living”, “a review of the film”.
    fn is_aside(&self, at: usize) -> bool {
        match self.word(at) {
            "cost" => true,
            "costs" => !matches!(
                self.before(at, 1),
                "severe" | "heavy" | "high" | "impose" | "real" | "massive"
            ),
            "release" => self.before(at, 1) == "news" || self.before(at, 1) == "press",
            "talk" | "support" | "exit" | "charge" | "deal" => {
                let (last, next) = (self.before(at, 1), self.word(at + 1));
                matches!(last, "great" | "good" | "small" | "big" | "in") && next != "to"
                    || self.says(at, "deal with")
                    || self.says(at, "talk about")
            }
            "war" => matches!(self.before(at, 1), "cold" | "civil" | "world" | "trade"),
            "conference" => matches!(self.before(at, 1), "news" | "press"),
            "house" => true,
            _ => self.before(at, 1) == "white" || self.word(at + 1) == "room",
        }
    }

    /// Whether the token at `at` is a word.
    pub(in crate::annotate) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| it.kind == TokenKind::Word)
    }

    /// Whether the token at `at` is a word or a number, no mark; a share or a sum of money is one.
    pub(in crate::annotate) fn is_said(&self, at: usize) -> bool {
        let mark = self.tokens.get(at).is_none_or(|it| it.kind == TokenKind::Mark);
        !mark || matches!(self.word(at), "%" | "$" | "€" | "£")
    }

    /// The mark in a range that opens or closes a quotation alone, where there is one.
    pub(in crate::annotate) fn odd_mark(&self, range: Range<usize>) -> Option<usize> {
        let mut open = None;
        for at in range {
            match self.mark(at) {
                "“" => open = Some(at),
                "”" if open.take().is_none() => return Some(at),
                "\"" => open = if open.is_some() { None } else { Some(at) },
                _ => {}
            }
        }
        open
    }

    /// Whether the token at `at` starts with a capital letter.
    pub(in crate::annotate) fn is_capital(&self, at: usize) -> bool {
        let first = self.tokens.get(at).and_then(|it| it.span.of(self.text).chars().next());
        first.is_some_and(char::is_uppercase)
    }

    /// The bytes of a range of tokens.
    pub(in crate::annotate) fn span(&self, range: Range<usize>) -> Option<Span> {
        let first = self.tokens.get(range.start)?;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        (range.start < range.end).then(|| first.span.join(last.span))
    }

    /// The first token that starts at or after the byte `byte`.
    pub(in crate::annotate) fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|it| it.span.start() < byte)
    }

    /// One past the last token of the clause that holds `from`, with its opening word before it:
    /// it ends at the next comma, dash, stop, or mark that closes a quotation it did not open.
    pub(in crate::annotate) fn clause_end(&self, from: usize) -> usize {
        let mut open = false;
        for at in from..self.len() {
            match self.word(at) {
                ";" | ":" | "?" | "!" | "(" | ")" => return at,
                "," | "-" if !open && !self.is_between_adjectives(at) => return at,
                "." if at + 1 >= self.len() || !self.is_word(at + 1) => return at,
                "\"" => match self.mark(at) {
                    "“" | "„" | "«" => open = true,
                    "”" | "»" if !open => return at,
                    "\"" if !open && self.closes(at) => return at,
                    "”" | "»" => open = false,
                    _ => open = !open,
                },
                "'" if !open && self.closes(at) => return at,
                "but" if at > from + 2 => return at,
                "said" | "says" if at > from + 2 => return at,
                "according" if at > from => return at,
                _ => {}
            }
        }
        self.len()
    }

    /// Whether a comma stands inside a noun phrase: “a large, hastily called meeting”.
    pub(in crate::annotate) fn is_between_adjectives(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let describes = ["ly", "ed", "ous", "ful", "ive", "al"]
            .iter()
            .any(|it| next.len() > 4 && next.ends_with(it));
        self.word(at) == "," && matches!(self.before(at, 2), "a" | "an") && describes
    }

    fn mark(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    /// Whether the straight mark at `at` touches what stands before it and not what follows.
    fn closes(&self, at: usize) -> bool {
        let touches = |a: usize, b: usize| match (self.tokens.get(a), self.tokens.get(b)) {
            (Some(a), Some(b)) => a.span.end() == b.span.start(),
            _ => false,
        };
        at > 0 && touches(at - 1, at) && !(touches(at, at + 1) && self.is_word(at + 1))
    }

    /// The first token of the clause that holds `at`: after the last comma, dash, “that”, “said” or
    /// relative word before it.
    pub(in crate::annotate) fn clause_start(&self, at: usize) -> usize {
        for back in (0..at).rev() {
            match self.word(back) {
                // “Okafor “will work with all””: the subject stands before the mark.
                "\"" if back + 1 == at => {}
                "," | ";" | ":" | "-" | "(" | "\"" | "that" | "said" | "says" | "told" | "who"
                | "which" | "because" | "while" | "whether" | "if" | "unless" | "but" | "as"
                | "when" | "where" | "until" | "after" | "once" | "before" => {
                    return back + 1;
                }
                _ => {}
            }
        }
        0
    }
}
