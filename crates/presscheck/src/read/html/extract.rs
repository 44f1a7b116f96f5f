//! The seam to the crate that finds a page's article: which paragraphs it would keep.
//!
//! What it gives is text; it is laid beside the page's own blocks, so that each keeps its place in
//! the page. A crate that finds articles better changes this file and no other.

use std::collections::BTreeSet;

use trafilatura::dom::Document;
use trafilatura::{ExtractionFocus, HtmlDateMode, Options};

use super::blocks::{Block, share};

/// How much of each block the extractor would keep, 0 to 1.
pub(super) fn kept(page: Document, blocks: &[Block]) -> Vec<f32> {
    let options = Options::default()
        .with_fallback(true)
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let Ok(found) = trafilatura::extract_document(page, &options) else {
        return vec![0.0; blocks.len()];
    };
    let mut kept = BTreeSet::new();
    shingles(&found.content_text, |it| {
        kept.insert(it);
    });
    let share_of = |it: &Block| {
        let (mut part, mut whole) = (0, 0);
        shingles(&it.text, |it| {
            whole += 1;
            part += usize::from(kept.contains(&it));
        });
        share(part, whole)
    };
    blocks.iter().map(share_of).collect()
}

/// Runs of three words, hashed; a text of fewer words is one run.
fn shingles(text: &str, mut each: impl FnMut(u64)) {
    let words: Vec<u64> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(hash)
        .collect();
    let run = |some: &[u64]| some.iter().fold(0, |all: u64, it| all.rotate_left(17) ^ it);
    match words.len() {
        0 => {}
        1 | 2 => {
            each(run(&words));
        }
        _ => words.windows(3).for_each(|it| each(run(it))),
    }
    // A block of one or two words stands in the kept text as part of a longer one.
    if words.len() > 2 {
        words.windows(2).for_each(|it| each(run(it)));
        words.windows(1).for_each(|it| each(run(it)));
    }
}

/// FNV-1a: the same on every machine.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |all, it| {
        (all ^ u64::from(it)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
