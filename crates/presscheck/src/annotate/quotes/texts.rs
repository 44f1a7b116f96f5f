//! Statements, letters and the like that speak for somebody: whose each is.

use super::attribution::Scene;
use super::chunks::Kind;
use super::speakers::Source;
use super::units::Unit;

/// Words for a text that may be told of again as “the statement”.
const TEXTS: &[&str] = &[
    "statement",
    "letter",
    "memo",
    "report",
    "release",
    "affidavit",
    "message",
    "post",
    "tweet",
    "filing",
    "lawsuit",
    "communique",
    "communiqué",
    "document",
];

/// Whose text of each kind the article told of last.
#[derive(Default)]
pub(super) struct Texts {
    of: Vec<(&'static str, Source)>,
}

impl Texts {
    /// The text that words such as “the statement” end with.
    pub(super) fn named(words: &str) -> Option<&'static str> {
        let last = words.rsplit(' ').next()?;
        TEXTS.iter().find(|it| last.eq_ignore_ascii_case(it)).copied()
    }

    /// Whose text of a kind was told of last.
    pub(super) fn owner(&self, kind: &str) -> Option<Source> {
        self.of.iter().find(|it| it.0 == kind).map(|it| it.1)
    }

    pub(super) fn remember(&mut self, kind: &'static str, owner: Source) {
        self.of.retain(|it| it.0 != kind);
        self.of.push((kind, owner));
    }
}

/// The texts that a sentence tells of: the kind, the chunk, and whether it is told of for the first
/// time, so that it is by whoever speaks in the sentence: “said in a statement”.
pub(super) fn texts<'a>(
    scene: &'a Scene<'_>,
) -> impl Iterator<Item = (&'static str, usize, bool)> + 'a {
    let sentence = scene.sentence;
    let chunks = sentence.chunks.iter().enumerate();
    chunks.filter(|it| matches!(it.1.kind, Kind::Noun(_))).filter_map(move |(at, chunk)| {
        let kind = Texts::named(sentence.head(chunk).span.of(sentence.text))?;
        let first = &sentence.units[chunk.units.start];
        let fresh = |it: &Unit| it.reads(sentence.text, "a") || it.reads(sentence.text, "an");
        Some((kind, at, fresh(first)))
    })
}
