//! Words of an article as the model for names sees them.

use super::lexicon::{self, Class};
use super::lists::{self, Listed};
use crate::model::Span;
use crate::text::fold;
use crate::text::tags::Tag;
use crate::text::weights::hash;
use crate::text::words::{Token, TokenKind};

/// A token with what its letters and the lists tell.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes, a possessive ending included.
    pub span: Span,
    /// Its bytes without possessive ending, and of “Vell-based” only “Vell”.
    pub stem: Span,
    /// What the lists tell.
    pub class: Class,
    /// What the large lists tell.
    pub listed: Listed,
    /// How it is written.
    pub shape: Shape,
    /// Whether it ends in “’s”.
    pub possessive: bool,
    /// Its part of speech.
    pub tag: Tag,
    /// The stem, folded.
    pub(super) hash: u32,
    /// Its last two, three and four bytes.
    pub(super) ends: [u32; 3],
    /// Its first three bytes.
    pub(super) start: u32,
    /// What the lists tell in one letter.
    pub(super) letter: u8,
}

/// How a token is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
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
    /// Reads a token of a text.
    pub fn read(text: &str, token: &Token) -> Word {
        let printed = token.span.of(text);
        let possessive = printed.len() > 2 && (printed.ends_with("'s") || printed.ends_with("’s"));
        let stem = stem(text, token.span, possessive);
        let word = stem.of(text);
        let shape = match token.kind {
            TokenKind::Mark => Shape::Mark,
            TokenKind::Number => Shape::Number,
            TokenKind::Word => shape(word),
        };
        let mut plain = [0; 40];
        let n_bytes = folded(word, &mut plain);
        let bytes = plain.get(..n_bytes).unwrap_or_default();
        let end = |n: usize| hash(bytes.iter().skip(n_bytes.saturating_sub(n)).copied());
        let class = match shape {
            Shape::Mark | Shape::Number => Class::default(),
            _ => lexicon::class_of_bytes(bytes),
        };
        let hash_of_word = hash(bytes.iter().copied());
        let is_capital = matches!(shape, Shape::Capital | Shape::Upper | Shape::Initial);
        let listed = if is_capital { lists::of(hash_of_word) } else { Listed::default() };
        let mut word = Word {
            span: token.span,
            stem,
            class,
            listed,
            shape,
            possessive,
            tag: token.tag,
            hash: hash_of_word,
            ends: if is_capital { [end(2), end(3), end(4)] } else { [0; 3] },
            start: if is_capital { hash(bytes.iter().take(3).copied()) } else { 0 },
            letter: 0,
        };
        word.letter = letter(&word);
        word
    }

    /// Whether the word begins with a capital.
    pub fn is_capital(self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }
}

/// The bytes of the word without “’s”, and without the last part of “Vell-based”.
fn stem(text: &str, span: Span, possessive: bool) -> Span {
    let printed = span.of(text);
    let mut end = printed.len();
    if possessive {
        end -= if printed.ends_with("’s") { '’'.len_utf8() + 1 } else { 2 };
    }
    if let Some((at, _)) = printed.char_indices().rev().find(|it| matches!(it.1, '-' | '‑' | '‐'))
        && at > 0
        && printed.get(at + 1..).is_some_and(|it| TAILS.contains(&it))
    {
        end = at;
    }
    Span::checked(text, span.start(), span.start() + end).unwrap_or(span)
}

/// What follows a name behind a hyphen without being part of it.
const TAILS: &[&str] = &[
    "based",
    "led",
    "born",
    "backed",
    "style",
    "linked",
    "wide",
    "area",
    "controlled",
    "held",
    "run",
    "owned",
    "made",
    "trained",
    "educated",
    "affiliated",
    "aligned",
    "bound",
    "listed",
    "occupied",
    "administered",
    "mediated",
    "brokered",
    "sponsored",
    "supported",
    "funded",
    "speaking",
    "dominated",
    "majority",
    "allied",
    "friendly",
    "era",
    "native",
    "like",
    "type",
    "inspired",
    "headquartered",
    "registered",
    "built",
    "imposed",
    "related",
    "trained",
    "designed",
    "produced",
    "origin",
    "bred",
    "raised",
    "appointed",
    "ruled",
    "governed",
    "initiated",
    "centric",
    "bashing",
    "only",
    "themed",
    "branded",
    "flagged",
    "assisted",
    "bred",
    "ranked",
    "plated",
];

fn folded(word: &str, plain: &mut [u8; 40]) -> usize {
    if word.is_ascii() && word.len() <= 40 {
        for (to, from) in plain.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        return word.len();
    }
    let folded = fold::plain(word);
    let n_bytes = folded.len().min(40);
    for (to, from) in plain.iter_mut().zip(folded.bytes()) {
        *to = from;
    }
    n_bytes
}

fn shape(word: &str) -> Shape {
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    let (mut n_letters, mut n_upper) = (0, 0);
    for c in word.chars().filter(|it| it.is_alphabetic()) {
        n_letters += 1;
        n_upper += u32::from(c.is_uppercase());
    }
    match n_letters {
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Shape::Number,
        1 if n_upper == 1 => Shape::Initial,
        _ if n_upper == n_letters && n_upper > 0 => Shape::Upper,
        _ if first_upper => Shape::Capital,
        // “iPhone”, “eBay”, “al-Assad”: a capital inside.
        _ if n_upper > 0 => Shape::Capital,
        _ => Shape::Lower,
    }
}

/// Classes of words written small and their letters, the most telling first.
const SMALL_LETTERS: &[(Class, u8)] = &[
    (Class::PARTICLE, b'a'),
    (Class::SAY, b'S'),
    (Class::ROLE, b'R'),
    (Class::PEOPLE, b'P'),
    (Class::ORG_NOUN, b'q'),
    (Class::FUNCTION, b'f'),
];

/// Classes of words with a capital and their letters, the most telling first.
const CAPITAL_LETTERS: &[(Class, u8)] = &[
    (Class::MR_TITLE, b't'),
    (Class::CALENDAR, b'd'),
    (Class::COUNTRY, b'c'),
    (Class::KNOWN_ORG, b'k'),
    (Class::NATIONAL, b'n'),
    (Class::ORG_HEAD, b'o'),
    (Class::PLACE_HEAD, b'l'),
    (Class::OTHER_HEAD, b'e'),
    (Class::TITLE, b'T'),
    (Class::ROLE, b'r'),
    (Class::PLACE_START, b'L'),
    (Class::ORG_START, b'O'),
];

/// The most telling class of a word.
fn letter(word: &Word) -> u8 {
    let class = word.class;
    let of = |letters: &[(Class, u8)]| letters.iter().find(|it| class.is(it.0)).map(|it| it.1);
    match word.shape {
        Shape::Mark => b'.',
        Shape::Number => b'0',
        Shape::Initial => b'i',
        Shape::Lower => of(SMALL_LETTERS).unwrap_or(b'-'),
        Shape::Capital | Shape::Upper => of(CAPITAL_LETTERS).unwrap_or_else(|| by_lists(word)),
    }
}

/// What the lists of names tell of a word that is of no telling class.
fn by_lists(word: &Word) -> u8 {
    let class = word.class;
    let place = class.is(Class::PLACE) || word.listed.is(Listed::CITY.or(Listed::TERRITORY));
    let town = word.listed.is(Listed::TOWN);
    let common = class.is(Class::COMMON.or(Class::FUNCTION)) || word.listed.is(Listed::COMMON);
    let person = word.listed.is(Listed::PERSON);
    match () {
        () if class.is(Class::GIVEN) && place => b'x',
        () if class.is(Class::GIVEN) && common => b'G',
        () if class.is(Class::GIVEN) => b'g',
        () if place => b'p',
        () if class.is(Class::SURNAME) => b's',
        () if common && person => b'M',
        () if common => b'm',
        () if person && town => b'y',
        () if person => b'w',
        () if town => b'z',
        () if class.is(Class::SAY.or(Class::ROLE_PART).or(Class::PEOPLE)) => b'm',
        () if word.shape == Shape::Upper => b'A',
        () => b'u',
    }
}
