//! Stretches: quotations cut into words that can be compared.

use std::collections::BTreeMap;

use super::occasion::{self, Occasion};
use crate::model::{Annotated, ArticleIx, QuoteKind, Span, Story, StoryEntityIx};
use crate::text::content::{is_function_word, stem};
use crate::text::words::{Token, TokenKind, tokens};
use crate::text::{fold, spelling, synonyms};

/// All quotations between marks, and the words that they are made of.
pub(super) struct Stretches {
    /// Article by article, in text order.
    pub(super) list: Vec<Stretch>,
    /// What each distinct word is.
    pub(super) lexicon: Vec<Lexeme>,
}

/// A quotation between marks.
pub(super) struct Stretch {
    /// Its article.
    pub(super) article: ArticleIx,
    /// Its place in the article's quotations.
    pub(super) quote: usize,
    /// Who says it.
    pub(super) speaker: Option<StoryEntityIx>,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// When and where it was said.
    pub(super) occasion: Occasion,
    /// Stretches with one number stand in one sentence, or go on from one another.
    pub(super) chain: usize,
}

/// A word of a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its bytes in the article.
    pub(super) span: Span,
    /// Its place in [`Stretches::lexicon`]: the same for all spellings.
    pub(super) key: u32,
    /// The same for one spelling only, case and typographic marks folded.
    pub(super) exact: u32,
    /// Whether a printed mark of omission stands before it: “…”, “[…]”.
    pub(super) after_gap: bool,
    /// Whether it stands in brackets: an editor's word.
    pub(super) bracketed: bool,
    /// Whether it is written as the end of the word before it: “n't”, “'ve”.
    pub(super) drawn_together: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The stop before it that a reader would miss; a blank for none.
    pub(super) stop: char,
}

/// What is known of a word.
#[derive(Clone, Debug)]
pub(super) struct Lexeme {
    /// Carries content.
    pub(super) content: bool,
    /// Turns a sentence round: “not”.
    pub(super) negates: bool,
    /// The same for all forms of a word.
    pub(super) stem: u32,
    /// Groups of near synonyms that it is in.
    pub(super) senses: Vec<usize>,
}

impl Lexeme {
    /// Whether one may stand for the other.
    pub(super) fn is_like(&self, other: &Lexeme) -> bool {
        self.stem == other.stem || self.senses.iter().any(|it| other.senses.contains(it))
    }
}

/// Cuts all quotations of all articles.
pub(super) fn all(articles: &[Annotated], story: &Story) -> Stretches {
    let mut cutter = Cutter::default();
    let (mut list, mut chains) = (Vec::new(), 0);
    for (article, it) in articles.iter().enumerate() {
        let said = occasion::Paragraphs::of(it);
        let mut chain_of: BTreeMap<usize, usize> = BTreeMap::new();
        let mut last: Option<(usize, usize)> = None;
        for (quote, of) in it.annotations.quotes.iter().enumerate() {
            let sentence = said.sentence(of.span.start());
            if of.kind == QuoteKind::Indirect && of.marked.is_empty() {
                continue;
            }
            let same_sentence = last.filter(|it| it.0 == sentence).map(|it| it.1);
            let before = of.continues.or(of.within).and_then(|it| chain_of.get(&it).copied());
            let chain = before.or(same_sentence).unwrap_or_else(|| {
                chains += 1;
                chains
            });
            chain_of.insert(quote, chain);
            last = Some((sentence, chain));
            // The words between marks are entries of their own.
            if of.kind == QuoteKind::Indirect {
                continue;
            }
            let words = cutter.cut(&it.article.text, of.span);
            if words.is_empty() {
                continue;
            }
            let entity = of.speaker.and_then(|it| story.entity_of.get(article)?.get(it).copied());
            list.push(Stretch {
                article,
                quote,
                speaker: entity,
                words,
                occasion: said.occasion(sentence, of),
                chain,
            });
        }
    }
    Stretches { list, lexicon: cutter.lexicon() }
}

/// Cuts text into words, and gives each distinct word a number.
#[derive(Default)]
struct Cutter {
    numbers: BTreeMap<String, u32>,
}

impl Cutter {
    fn number(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(word).or_insert(next)
    }

    /// The words of a stretch.
    fn cut(&mut self, text: &str, span: Span) -> Vec<Word> {
        let tokens = tokens(text, span);
        let mut found: Vec<Word> = Vec::new();
        let (mut gap, mut bracketed, mut stop, mut at) = (false, false, ' ', 0);
        while let Some(token) = tokens.get(at) {
            let printed = token.span.of(text);
            if token.kind == TokenKind::Mark && printed != "%" {
                match printed {
                    "[" => bracketed = true,
                    "]" => {
                        bracketed = false;
                        // “[…]”
                        gap = gap
                            || tokens
                                .get(at.wrapping_sub(1))
                                .is_some_and(|it| it.span.of(text) == "…");
                    }
                    "…" => gap = true,
                    "." if is_dots(text, &tokens, at) => gap = true,
                    _ => {}
                }
                stop = kind_of_stop(printed).unwrap_or(stop);
                at += 1;
                continue;
            }
            let (pieces, used) = pieces(text, &tokens, at);
            for (nth, (span, exact)) in pieces.into_iter().enumerate() {
                let key = self.number(one_spelling(&exact));
                let drawn_together = exact == "n't" || exact.starts_with('\'');
                let exact = self.number(exact);
                let first = nth == 0;
                found.push(Word {
                    span,
                    key,
                    exact,
                    after_gap: first && gap,
                    bracketed,
                    drawn_together,
                    capital: span.of(text).starts_with(char::is_uppercase),
                    stop: if first { stop } else { ' ' },
                });
            }
            (gap, stop) = (false, ' ');
            at += used;
        }
        found
    }

    /// What each word is, by its number.
    fn lexicon(mut self) -> Vec<Lexeme> {
        let words: Vec<String> = self.numbers.keys().cloned().collect();
        for word in &words {
            self.number(stem(word));
        }
        let numbers = &self.numbers;
        let mut list: Vec<(u32, Lexeme)> = numbers
            .iter()
            .map(|(word, &number)| {
                let lexeme = Lexeme {
                    content: is_content(word),
                    negates: NEGATIONS.contains(&word.as_str()),
                    stem: numbers.get(&stem(word)).copied().unwrap_or(number),
                    senses: synonyms::senses(word).collect(),
                };
                (number, lexeme)
            })
            .collect();
        list.sort_by_key(|it| it.0);
        list.into_iter().map(|it| it.1).collect()
    }
}

/// Words that turn a statement round.
const NEGATIONS: &[&str] =
    &["no", "not", "never", "nor", "neither", "nothing", "nobody", "without"];

fn is_content(word: &str) -> bool {
    let letters = word.chars().filter(|it| it.is_alphanumeric()).count();
    letters > 1 && !is_function_word(word) || word.starts_with(|it: char| it.is_ascii_digit())
}

/// Whether the full stop at a place is one of three.
fn is_dots(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_stop = |at: usize| tokens.get(at).is_some_and(|it| it.span.of(text) == ".");
    (0..3).any(|back| {
        at.checked_sub(back).is_some_and(|from| (0..3).all(|ahead| is_stop(from + ahead)))
    })
}

/// Stops that a reader would miss; all others are the writer's taste.
fn kind_of_stop(mark: &str) -> Option<char> {
    match mark {
        "." | ";" | ":" => Some('.'),
        "!" => Some('!'),
        "?" => Some('?'),
        _ => None,
    }
}

/// The token at a place as words, folded, and how many tokens they take: hyphens part words,
/// “don't” is “do not”, “per cent” is one word.
fn pieces(text: &str, tokens: &[Token], at: usize) -> (Vec<(Span, String)>, usize) {
    let Some(token) = tokens.get(at) else { return (Vec::new(), 1) };
    let printed = token.span.of(text);
    let is = |at: usize, word: &str| {
        tokens.get(at).is_some_and(|it| it.span.of(text).eq_ignore_ascii_case(word))
    };
    if is(at, "per") && is(at + 1, "cent") {
        let span = tokens.get(at + 1).map_or(token.span, |it| token.span.join(it.span));
        return (vec![(span, "percent".to_owned())], 2);
    }
    if is(at, "no")
        && is(at + 1, ".")
        && tokens.get(at + 2).is_some_and(|it| it.kind == TokenKind::Number)
    {
        let span = tokens.get(at + 1).map_or(token.span, |it| token.span.join(it.span));
        return (vec![(span, "no.".to_owned())], 2);
    }
    if let Some(span) = parted_by_mark(text, tokens, at) {
        return (parted(text, span), 3);
    }
    let mut found = Vec::new();
    let mut start = token.span.start();
    for piece in printed.split(['-', '‐', '‑']) {
        let end = start + piece.len();
        let span = Span::checked(text, start, end).filter(|it| !it.is_empty());
        found.extend(span.into_iter().flat_map(|it| parted(text, it)));
        // Hyphens are of one byte or three.
        start = end + text.get(end..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8);
    }
    (found, 1)
}

/// A word with an opening mark for its apostrophe, which the cutting into tokens takes for a quotation
/// mark: “Toft‘s”.
fn parted_by_mark(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let [word, mark, end] = tokens.get(at..at + 3)? else { return None };
    let touch = word.span.end() == mark.span.start() && mark.span.end() == end.span.start();
    let ending = matches!(end.span.of(text), "s" | "t" | "re" | "ve" | "ll" | "m" | "d");
    let marked = matches!(mark.span.of(text), "‘" | "\'" | "’" | "`" | "´");
    (touch && ending && marked).then(|| word.span.join(end.span))
}

/// “don't” as “do” and “n't”; other words as they are.
fn parted(text: &str, span: Span) -> Vec<(Span, String)> {
    let printed = span.of(text);
    let folded = fold::plain(printed).replace('.', "");
    if folded == "cannot" {
        return at_bytes(text, span, 3, "can", "not");
    }
    let Some(mark) = printed.find(['\'', '’', '‘', '`', '´']) else {
        return vec![(span, folded)];
    };
    let (head, tail) = folded.split_once('\'').unwrap_or((&folded, ""));
    if tail == "t" && head.ends_with('n') && head.len() > 1 {
        let stem = head.strip_suffix('n').unwrap_or(head);
        return at_bytes(text, span, mark.saturating_sub(1), stem, "n't");
    }
    match tail {
        "" => vec![(span, head.to_owned())],
        "ve" | "re" | "ll" | "m" | "d" | "s" => {
            let tail = if tail == "s" && !IS_HEADS.contains(&head) { "'s" } else { tail };
            let tail = if tail == "s" { "is" } else { tail };
            at_bytes(text, span, mark, head, &format!("'{}", tail.trim_start_matches('\'')))
        }
        _ => vec![(span, folded.clone())],
    }
}

/// Words after which “’s” is a verb.
const IS_HEADS: &[&str] =
    &["it", "that", "what", "who", "he", "she", "there", "here", "where", "how", "this"];

fn at_bytes(text: &str, span: Span, at: usize, head: &str, tail: &str) -> Vec<(Span, String)> {
    let cut = span.start() + at;
    let parts = (Span::checked(text, span.start(), cut), Span::checked(text, cut, span.end()));
    let (Some(a), Some(b)) = parts else { return vec![(span, format!("{head}{tail}"))] };
    vec![(a, head.to_owned()), (b, tail.to_owned())]
}

/// What the spellings of a word have in common.
fn one_spelling(exact: &str) -> String {
    let full = match exact {
        "n't" => "not",
        "ca" => "can",
        "wo" => "will",
        "sha" => "shall",
        "'ve" => "have",
        "'re" => "are",
        "'ll" => "will",
        "'m" => "am",
        "'is" => "is",
        "%" => "percent",
        "no." => "number",
        "&" => "and",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        _ => return spelling::key(&exact.replace(',', "")),
    };
    full.to_owned()
}
