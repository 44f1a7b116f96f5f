//! Features: what words that may be a name are scored by. Learning and reading share this, so that
//! they see the same.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::lists::{self, Listed};
use super::told;
use super::words::{Shape, Word};
use crate::model::Span;
use crate::text::fold;
use crate::text::weights::{hash, key};

/// Where words stand.
pub struct Page<'a> {
    /// The article's text.
    pub text: &'a str,
    /// All its words.
    pub words: &'a [Word],
    /// Beside the words: what the article tells of them elsewhere, by [`told::of`].
    pub told: &'a [u32],
    /// The sentence, as places in the list of words.
    pub sentence: Range<usize>,
}

impl Page<'_> {
    fn word(&self, at: Option<usize>) -> Word {
        let at = at.filter(|it| self.sentence.contains(it));
        at.and_then(|it| self.words.get(it)).copied().unwrap_or(OUTSIDE)
    }

    fn told(&self, at: usize) -> u32 {
        self.told.get(at).copied().unwrap_or(0)
    }

    /// Whether a capital behind `before` may be due to the start of a sentence.
    fn opens(&self, at: usize, before: &Word) -> bool {
        at == self.sentence.start
            || before.shape == Shape::Mark && OPENING.contains(&before.span.of(self.text))
    }
}

/// What stands beyond either end of a sentence.
const OUTSIDE: Word = Word::OUTSIDE;

/// Marks that a sentence may begin behind.
const OPENING: &[&str] = &["“", "\"", "‘", "'", "«", "„", "•", "-", "–", "—", ":", "…", "*", "."];

/// Longest phrase that is looked up, in words and in bytes.
const MOST_WORDS: usize = 5;
const MOST_BYTES: usize = 64;

/// A phrase with what its words tell together.
struct Phrase {
    hash: u32,
    /// A bit for each list that has it.
    listed: u32,
    /// The letters of its words in a row.
    pattern: u32,
    /// How its words are written, in a row.
    shapes: u32,
    /// Which small words are in it.
    joints: u32,
}

impl Phrase {
    fn read(page: &Page<'_>, words: &[Word]) -> Phrase {
        let (mut pattern, mut shapes, mut joints) = (0x1234, 77, 0_u32);
        for word in words {
            pattern = mix(pattern, u32::from(word.letter));
            shapes = mix(shapes, word.shape as u32);
            if word.shape == Shape::Lower {
                let joint = match word.span.of(page.text) {
                    _ if word.class.is(Class::PARTICLE) => 1,
                    "and" => 2,
                    _ => 3,
                };
                joints = joints.wrapping_mul(7).wrapping_add(joint);
            }
        }
        let mut folded = [0; MOST_BYTES];
        let n_bytes = fold(page.text, words, &mut folded);
        let folded = folded.get(..n_bytes).unwrap_or_default();
        let hash = if words.len() > MOST_WORDS {
            words.iter().fold(7, |sum, it| mix(sum, it.hash))
        } else {
            hash(folded.iter().copied())
        };
        Phrase { hash, listed: listed(hash, folded), pattern, shapes, joints }
    }
}

/// Writes the words in folded form with blanks between, and returns the length.
fn fold(text: &str, words: &[Word], folded: &mut [u8; MOST_BYTES]) -> usize {
    let mut n_bytes = 0;
    let mut push = |byte: u8| {
        if let Some(slot) = folded.get_mut(n_bytes) {
            *slot = byte;
            n_bytes += 1;
        }
    };
    for (nth, word) in words.iter().filter(|it| it.shape != Shape::Mark).enumerate() {
        if nth > 0 {
            push(b' ');
        }
        let printed = word.stem.of(text);
        if printed.is_ascii() {
            printed.bytes().for_each(|it| push(it.to_ascii_lowercase()));
        } else {
            fold::plain(printed).bytes().for_each(&mut push);
        }
    }
    n_bytes
}

fn listed(hash: u32, folded: &[u8]) -> u32 {
    let class = lexicon::class_of_bytes(folded);
    let classes = [
        Class::COUNTRY,
        Class::STATE,
        Class::TOWN,
        Class::KNOWN_ORG,
        Class::NATIONAL,
        Class::GIVEN,
    ];
    let bits = classes.iter().zip(6..).filter(|it| class.is(*it.0));
    let listed = lists::of(hash).bits() & !Listed::COMMON.bits();
    bits.fold(listed, |bits, it| bits | 1 << it.1)
}

fn mix(a: u32, b: u32) -> u32 {
    (a ^ b.rotate_left(15)).wrapping_mul(0x9e37_79b1)
}

/// Gives the key of each feature of the words at some places, and returns a number for the phrase
/// that they are.
pub fn each(page: &Page<'_>, at: &Range<usize>, mut give: impl FnMut(u32)) -> u32 {
    let words = page.words.get(at.clone()).unwrap_or_default();
    let phrase = Phrase::read(page, words);
    let mut give = |template: u32, a: u32, b: u32| give(key(100 + template, a, b));
    of_phrase(page, at, &phrase, &mut give);
    of_words(words, &mut give);
    phrase.hash
}

fn of_phrase(
    page: &Page<'_>,
    at: &Range<usize>,
    phrase: &Phrase,
    give: &mut impl FnMut(u32, u32, u32),
) {
    let words = page.words.get(at.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    // “Inc.”: the stop is not the last word.
    let before_stop = words.len().checked_sub(2).and_then(|it| words.get(it));
    let last = before_stop.filter(|_| last.shape == Shape::Mark).unwrap_or(last);
    let (left, left2) = (page.word(at.start.checked_sub(1)), page.word(at.start.checked_sub(2)));
    let (right, right2) = (page.word(Some(at.end)), page.word(Some(at.end + 1)));
    let n_words = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let (len, short, long) = (n_words.min(5), n_words.min(2), n_words.min(3));
    let opens = u32::from(page.opens(at.start, &left));
    let (told, told_last) = (page.told(at.start), page.told(at.end - 1));
    let [f, l] = [first, last].map(|it| u32::from(it.letter));
    let [lw, lw2, rw] = [left, left2, right].map(|it| u32::from(it.letter));
    let [ft, lt, left_tag, right_tag, right2_tag] =
        [first, last, &left, &right, &right2].map(|it| it.tag as u32);
    let ends = f * 256 + l;
    let Phrase { hash, listed, pattern, shapes, joints } = *phrase;
    let found: [(u32, u32); 39] = [
        (0, 0),
        (len, opens),
        (hash, n_words),
        (pattern, 0),
        (pattern, lw),
        (pattern, rw),
        (shapes, 0),
        (left.hash, 0),
        (right.hash, 0),
        (left.hash, left2.hash),
        (right.hash, right2.hash),
        (left_tag, right_tag),
        (first.hash, short),
        (last.hash, short),
        (ends, len),
        (last.ends[1], short),
        (last.ends[2], short),
        (first.start, short),
        (first.ends[1], long),
        (opens * 256 + f, ft * 8 + long),
        (told & told::WRITTEN, opens * 8 + long),
        (told, f * 8 + short),
        (told_last, l * 8 + long),
        (listed, len),
        (joints, ends),
        (lw * 256 + lw2, pattern),
        (u32::from(last.possessive), l),
        (left.hash, right.hash),
        (left.hash, pattern),
        (right_tag, pattern),
        (right.hash, len * 256 + l),
        (left_tag, f * 8 + len),
        (left.hash, l),
        (mix(left2.hash, left.hash), f * 8 + long),
        (lw, rw * 256 + len),
        (last.ends[0], shapes),
        (first.listed.bits(), last.listed.bits() * 8 + long),
        (right_tag * 64 + right2_tag, l),
        (lt * 64 + ft, ends),
    ];
    for (template, (a, b)) in (0..).zip(found) {
        give(template, a, b);
    }
}

fn of_words(words: &[Word], give: &mut impl FnMut(u32, u32, u32)) {
    let mut before: Option<&Word> = None;
    for (nth, word) in words.iter().enumerate() {
        let position = match nth {
            _ if words.len() == 1 => 0,
            0 => 1,
            _ if nth + 1 == words.len() => 3,
            _ => 2,
        };
        let letter = u32::from(word.letter);
        give(50, word.hash, position);
        give(51, word.hash, 9);
        give(52, word.ends[1], position);
        give(53, word.ends[2], position);
        give(54, word.start, position);
        give(55, letter * 64 + word.tag as u32, position);
        give(56, word.listed.bits(), position + 8 * word.shape as u32);
        if let Some(before) = before {
            give(57, before.hash, word.hash);
            give(58, u32::from(before.letter) * 256 + letter, position);
            give(59, before.ends[1], word.ends[1]);
        }
        before = Some(word);
    }
}

impl Word {
    const OUTSIDE: Word = Word {
        span: Span::EMPTY,
        stem: Span::EMPTY,
        class: Class::NONE,
        listed: Listed::NONE,
        shape: Shape::Mark,
        possessive: false,
        tag: crate::text::tags::Tag::None,
        hash: 0,
        ends: [0; 3],
        start: 0,
        letter: b'.',
    };
}
