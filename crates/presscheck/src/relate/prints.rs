//! Fingerprints of runs of words: what the same words in two articles are found by.

use crate::model::Span;
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// The folded words of a stretch, marks left out.
pub(super) fn words(text: &str, span: Span) -> Vec<String> {
    let words = tokens(text, span).into_iter().filter(|it| it.kind != TokenKind::Mark);
    words.map(|it| fold::word(it.span.of(text))).collect()
}

/// FNV-1a, 64 bits: the same on every machine, unlike the standard library's hasher.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| step(hash, u64::from(byte)))
}

/// The fingerprint of hashed words in a row.
pub(super) fn run(words: &[u64]) -> u64 {
    words.iter().fold(0, |hash, &word| step(hash, word))
}

/// Takes one more value into a fingerprint.
pub(super) fn step(hash: u64, value: u64) -> u64 {
    (hash ^ value).wrapping_mul(0x0000_0100_0000_01b3)
}
