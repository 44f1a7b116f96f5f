//! Terms: what an article is known by among others, cut from its characters alone.
//!
//! No grammar and no list of names: capitals, digits and marks tell names, ages and figures in every
//! script that has them, and scripts without blanks between words give pairs of characters.

use crate::model::Span;
use crate::text::content::{is_function_word, stem};
use crate::text::words::{Token, TokenKind, tokens};
use crate::text::{fold, weights};

/// What a term is. The order is that in which an explanation lists them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// A full name that an age follows: “Mara Lindqvist, 43,” is who the story is about.
    Person,
    /// Two capitals in a row: a full name, a place of two words, a street.
    FullName,
    /// A word that mostly stands with a capital inside sentences: a name, a place.
    Name,
    /// How old someone is.
    Age,
    /// A number, alone or with what it counts.
    Figure,
    /// Any other word.
    Word,
}

impl Kind {
    pub(super) const ALL: [Kind; 6] =
        [Kind::Person, Kind::FullName, Kind::Name, Kind::Age, Kind::Figure, Kind::Word];

    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::FullName => "full name",
            Kind::Name => "name",
            Kind::Age => "age",
            Kind::Figure => "figure",
            Kind::Word => "word",
        }
    }
}

/// One term of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// Its words as a number.
    pub(super) key: u32,
    pub(super) kind: Kind,
    /// How often it stands in the article.
    pub(super) times: u16,
    /// Whether it stands in the title or the first sentences.
    pub(super) is_lead: bool,
    pub(super) is_title: bool,
    /// Whether news of all kinds uses it.
    pub(super) is_common: bool,
}

/// Text read of one article: what an event is stands at the top.
const MOST_BYTES: usize = 12_000;
/// Text that is told first.
const LEAD_BYTES: usize = 500;

/// A term where it stands.
pub(super) struct Found<'a> {
    pub(super) key: u32,
    pub(super) kind: Kind,
    /// Its words, folded, one or two.
    pub(super) words: [&'a str; 2],
    is_capital: bool,
    is_lead: bool,
    is_title: bool,
    is_common: bool,
}

/// The terms of an article, in order of their keys.
pub(super) fn terms(title: &str, text: &str) -> Vec<Term> {
    let mut found: Vec<(Term, u16, u16)> = Vec::with_capacity(text.len().min(MOST_BYTES) / 4);
    each(title, text, |it| {
        let term = Term {
            key: it.key,
            kind: it.kind,
            times: 1,
            is_lead: it.is_lead || it.is_title,
            is_title: it.is_title,
            is_common: it.is_common,
        };
        found.push((term, u16::from(it.is_capital), u16::from(!it.is_title)));
    });
    found.sort_unstable_by_key(|it| (it.0.key, it.0.kind));
    found
        .chunk_by(|a, b| a.0.key == b.0.key)
        .map(|of| {
            let count =
                |it: fn(&(Term, u16, u16)) -> u16| of.iter().map(it).fold(0, u16::saturating_add);
            let (capitals, in_text) = (count(|it| it.1), count(|it| it.2));
            // In order of kinds: a name with an age somewhere is a person everywhere.
            let mut kind = of[0].0.kind;
            if kind == Kind::Word && capitals > 0 && capitals.saturating_mul(2) >= in_text {
                kind = Kind::Name;
            }
            Term {
                kind,
                times: u16::try_from(of.len()).unwrap_or(u16::MAX),
                is_lead: of.iter().any(|it| it.0.is_lead),
                is_title: of.iter().any(|it| it.0.is_title),
                ..of[0].0
            }
        })
        .collect()
}

/// Hands every term of the title and the text to `put`, in order.
pub(super) fn each(title: &str, text: &str, mut put: impl FnMut(Found<'_>)) {
    Field { text: title, is_title: true }.each(&mut put);
    let text = text.get(..floor(text, MOST_BYTES)).unwrap_or_default();
    Field { text, is_title: false }.each(&mut put);
}

/// The last place between characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&it| text.is_char_boundary(it)).unwrap_or(0)
}

/// Title or text.
struct Field<'a> {
    text: &'a str,
    is_title: bool,
}

impl Field<'_> {
    fn each(&self, put: &mut impl FnMut(Found<'_>)) {
        let tokens = tokens(self.text, Span::whole(self.text));
        let folded: Vec<String> = tokens.iter().map(|it| self.folded(*it)).collect();
        let words = Words { text: self.text, tokens: &tokens, folded: &folded };
        let mut opens = true;
        let mut capital_before: Option<&str> = None;
        for (at, token) in tokens.iter().enumerate() {
            let word = token.span.of(self.text);
            let folded = folded[at].trim_end_matches('.');
            let mut put = |kind: Kind, words: [&str; 2], is_capital: bool| {
                put(Found {
                    key: key(kind, words),
                    kind,
                    words,
                    is_capital,
                    is_lead: token.span.start() < LEAD_BYTES,
                    is_title: self.is_title,
                    is_common: kind == Kind::Word && super::common::is_common(words[0]),
                });
            };
            if token.kind == TokenKind::Mark {
                opens |= matches!(word, "." | "!" | "?" | "“" | "\"" | ":" | "。" | "！" | "？");
                if word != "." {
                    capital_before = None;
                }
                continue;
            }
            if folded.starts_with(|it: char| it.is_ascii_digit()) {
                words.figure(at, |kind, words| put(kind, words, false));
                (opens, capital_before) = (false, None);
                continue;
            }
            let is_function = is_function_word(folded);
            let is_capital = word.starts_with(char::is_uppercase);
            if is_unspaced(word) {
                pairs_of_characters(folded, |pair| put(Kind::Word, [pair, ""], false));
            } else if !is_function && folded.chars().nth(1).is_some() {
                let stem = stem(folded);
                put(Kind::Word, [&stem, ""], is_capital && !opens && !self.is_title);
            }
            if is_capital && !is_function {
                if let Some(before) = capital_before {
                    let kind = if words.age_follows(at) { Kind::Person } else { Kind::FullName };
                    put(kind, [before, folded], true);
                }
                capital_before = Some(folded);
            } else {
                capital_before = None;
            }
            opens = false;
        }
    }

    fn folded(&self, token: Token) -> String {
        if token.kind == TokenKind::Mark {
            String::new()
        } else {
            fold::word(token.span.of(self.text))
        }
    }
}

/// Names and persons of the same words are one term, and so are words of either kind.
fn key(kind: Kind, words: [&str; 2]) -> u32 {
    let hash = |it: &str| if it.is_empty() { 0 } else { weights::hash(it.bytes()) };
    let template = match kind {
        Kind::Person | Kind::FullName => 1,
        Kind::Name | Kind::Word => 2,
        Kind::Age | Kind::Figure => 3,
    };
    weights::key(template, hash(words[0]), hash(words[1]))
}

/// Whether the script writes no blanks between words.
fn is_unspaced(word: &str) -> bool {
    word.starts_with(|it| {
        matches!(it, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
    })
}

fn pairs_of_characters(word: &str, mut put: impl FnMut(&str)) {
    let mut starts = word.char_indices().map(|it| it.0).chain([word.len()]);
    let (mut a, mut b) = (starts.next(), starts.next());
    for c in starts {
        if let Some(pair) = a.and_then(|a| word.get(a..c)) {
            put(pair);
        }
        (a, b) = (b, Some(c));
    }
}

/// The words of a field around one of them.
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
    folded: &'a [String],
}

impl Words<'_> {
    /// The number at `at`: an age, or the number alone and with the word it counts.
    fn figure(&self, at: usize, mut put: impl FnMut(Kind, [&str; 2])) {
        let number = self.folded[at].replace(',', "");
        if let Some(age) = self.age(&number, at) {
            return put(Kind::Age, ["age", age]);
        }
        put(Kind::Figure, [&number, ""]);
        let next = self.folded(at + 1);
        if next.chars().nth(1).is_some() && !is_function_word(next) {
            put(Kind::Figure, [&number, &stem(next)]);
        }
    }

    /// The age that the number at `at` is: “43-year-old”, “aged 43”, “43 years old”, “Lindqvist, 43,”.
    fn age<'a>(&self, number: &'a str, at: usize) -> Option<&'a str> {
        if let Some(age) = number.strip_suffix("-year-old") {
            return Some(age);
        }
        if !is_age(number) {
            return None;
        }
        let before = |n: usize| at.checked_sub(n);
        let said = before(1).is_some_and(|it| matches!(self.folded(it), "age" | "aged"))
            || matches!(self.folded(at + 1), "year" | "years") && self.folded(at + 2) == "old";
        let told = before(2).is_some_and(|it| self.word(it).starts_with(char::is_uppercase))
            && before(1).is_some_and(|it| self.word(it) == ",")
            && matches!(self.word(at + 1), "," | "." | ";" | "of");
        (said || told).then_some(number)
    }

    /// Whether the name that ends at `at` has an age behind it: “Lindqvist, 43,”.
    fn age_follows(&self, at: usize) -> bool {
        self.word(at + 1) == ","
            && is_age(self.folded(at + 2))
            && matches!(self.word(at + 3), "" | "," | "." | ";" | "of")
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    fn folded(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", String::as_str)
    }
}

fn is_age(number: &str) -> bool {
    matches!(number.len(), 1 | 2)
        && number.bytes().all(|it| it.is_ascii_digit())
        && !number.starts_with('0')
}
