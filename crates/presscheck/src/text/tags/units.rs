//! Units: the pieces that tags are given to, as Universal Dependencies cuts English.

use crate::text::weights::{hash, key};

/// A piece of a token with what the tagger sees of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The word in lower case, digits as one digit.
    pub(super) word: u32,
    /// Its last one, two, three and four bytes.
    pub(super) ends: [u32; 4],
    /// Its first three bytes.
    pub(super) start: u32,
    /// How it is written.
    pub(super) shape: u32,
    clitic: bool,
}

/// Shapes, as [`Unit::shape`] holds them.
const LOWER: u32 = 0;
const CAPITAL: u32 = 1;
const UPPER: u32 = 2;
const MIXED: u32 = 3;
const DIGITS: u32 = 4;
const MARK: u32 = 5;
const INITIAL: u32 = 6;
/// Added where the unit opens the sentence or a quotation: its capital tells nothing.
const FIRST: u32 = 8;

impl Unit {
    /// What stands beyond either end of a sentence.
    pub(super) const OUTSIDE: Unit =
        Unit { word: 1, ends: [1; 4], start: 1, shape: MARK, clitic: false };

    /// What the tagger sees of a piece.
    pub fn read(piece: &str) -> Unit {
        let mut plain = [0; MOST_BYTES];
        let n_bytes = fold(piece, &mut plain);
        let word = plain.get(..n_bytes).unwrap_or_default();
        let end = |n: usize| hash(word.iter().skip(n_bytes.saturating_sub(n)).copied());
        Unit {
            word: hash(word.iter().copied()),
            ends: [end(1), end(2), end(3), end(4)],
            start: hash(word.iter().take(3).copied()),
            shape: shape(piece),
            clitic: is_clitic(word),
        }
    }

    /// Whether it is the end of a contraction: “n’t”, “’s”.
    pub fn is_clitic(&self) -> bool {
        self.clitic
    }

    /// The key under which words that are always the same are kept.
    pub fn known_key(&self) -> u32 {
        key(0, self.word, self.shape % FIRST)
    }
}

/// Longer words are cut: their beginning tells enough.
const MOST_BYTES: usize = 48;

/// Writes the word in lower case with plain marks and zeros for digits, and returns its length.
fn fold(piece: &str, plain: &mut [u8; MOST_BYTES]) -> usize {
    let mut n_bytes = 0;
    let mut push = |byte: u8| {
        if let Some(slot) = plain.get_mut(n_bytes) {
            *slot = byte;
            n_bytes += 1;
        }
    };
    for c in piece.chars() {
        match c {
            '0'..='9' => push(b'0'),
            '‘' | '’' | 'ʼ' => push(b'\''),
            '“' | '”' | '„' | '«' | '»' => push(b'"'),
            '–' | '—' | '‑' | '‐' => push(b'-'),
            _ if c.is_ascii() => push(c.to_ascii_lowercase() as u8),
            _ => {
                let mut bytes = [0; 4];
                c.to_lowercase()
                    .for_each(|it| it.encode_utf8(&mut bytes).bytes().for_each(&mut push));
            }
        }
    }
    n_bytes
}

fn shape(piece: &str) -> u32 {
    let mut chars = piece.chars();
    let Some(first) = chars.next() else { return MARK };
    if first.is_numeric() {
        return DIGITS;
    }
    let (mut n_upper, mut n_lower) = (0, 0);
    for c in piece.chars() {
        n_upper += u32::from(c.is_uppercase());
        n_lower += u32::from(c.is_lowercase());
    }
    match (n_upper, n_lower) {
        (0, 0) if piece.chars().any(char::is_alphanumeric) => MIXED,
        (0, 0) => MARK,
        (0, _) => LOWER,
        (1, 0) => INITIAL,
        (_, 0) => UPPER,
        (1, _) if first.is_uppercase() => CAPITAL,
        _ => MIXED,
    }
}

fn is_clitic(word: &[u8]) -> bool {
    CLITICS.iter().any(|it| it.as_bytes() == word)
}

/// The ends of contractions.
const CLITICS: [&str; 8] = ["'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "not"];

/// Gives each piece of a token, as Universal Dependencies cuts it: “do” and “n’t”; “31”, “-” and
/// “day”.
pub fn cut<'a>(token: &'a str, mut give: impl FnMut(&'a str)) {
    let (stem, clitic) = contraction(token);
    let joined = |c: char| matches!(c, '-' | '‑' | '‐' | '–');
    if stem.contains(joined) && stem.len() > 1 && !keeps_hyphen(stem) {
        let mut rest = stem;
        while let Some((at, mark)) = rest.char_indices().find(|it| joined(it.1)) {
            let (before, mark_on) = rest.split_at(at);
            let (mark, after) = mark_on.split_at(mark.len_utf8());
            [before, mark].into_iter().filter(|it| !it.is_empty()).for_each(&mut give);
            rest = after;
        }
        Some(rest).filter(|it| !it.is_empty()).into_iter().for_each(&mut give);
    } else {
        give(stem);
    }
    clitic.into_iter().for_each(&mut give);
}

/// “e-mail”, “co-founder”: the part before the hyphen is no word of its own.
fn keeps_hyphen(word: &str) -> bool {
    ["e-", "co-", "re-", "non-", "mis-", "E-", "Co-", "Re-", "Non-"]
        .iter()
        .any(|it| word.starts_with(it))
}

/// The word before the end of a contraction, and that end.
fn contraction(token: &str) -> (&str, Option<&str>) {
    if token.eq_ignore_ascii_case("cannot") {
        let (stem, not) = token.split_at(3);
        return (stem, Some(not));
    }
    let Some((at, _)) = token.char_indices().rev().take(4).find(|it| matches!(it.1, '\'' | '’'))
    else {
        return (token, None);
    };
    let (before, after) = token.split_at(at);
    let letters = after.trim_start_matches(['\'', '’']);
    let at = match letters {
        "t" | "T" if before.ends_with(['n', 'N']) => at - 1,
        "s" | "S" | "re" | "RE" | "ve" | "VE" | "ll" | "LL" | "d" | "D" | "m" | "M" => at,
        _ => return (token, None),
    };
    if at == 0 {
        return (token, None);
    }
    let (stem, end) = token.split_at(at);
    (stem, Some(end))
}

/// Marks the units that open the sentence or a quotation.
pub fn mark_first(units: &mut [Unit]) {
    let mut opens = true;
    for unit in units {
        let is_mark = unit.shape == MARK;
        if opens && !is_mark {
            unit.shape += FIRST;
        }
        // After a colon or an opening mark a sentence may begin; after a comma none does.
        opens = is_mark && (opens || unit.word != hash(*b","));
    }
}
