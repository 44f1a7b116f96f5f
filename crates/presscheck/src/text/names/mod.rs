//! Names: which words of an article name a person, an organisation or a place.
//!
//! A semi-Markov model (Sarawagi and Cohen 2004) of the stretches in which capitals stand: it scores
//! each way to cut a stretch into names, with the words of a name, those around it and what the
//! lists tell of them, and takes the best. What an article says of a name in one place counts in
//! another. [`words`] and the lists say what is seen of a word, [`chunks`] where names may stand,
//! [`features`] what a name is scored by; `docs/models/names.md` how the weights were taught.

pub mod chunks;
mod decode;
mod evidence;
pub mod features;
pub mod lexicon;
pub mod lists;
pub mod told;
pub mod words;

use std::ops::Range;
use std::sync::LazyLock;

use self::decode::Lattice;
use self::evidence::Evidence;
use self::features::Page;
use self::words::Word;
use super::weights::{Weights, key};
use crate::model::NameKind;

/// A name that the model sees.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its words, as places in the list of all.
    pub words: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// How many labels a stretch may have: no name, person, organisation, place.
pub const N_LABELS: usize = 4;

/// What each label but the first names.
pub const KINDS: [NameKind; 3] = [NameKind::Person, NameKind::Organisation, NameKind::Place];

/// How many steps of a weight make one natural logarithm.
pub const STEPS: f32 = 24.0;

/// Finds the names in the sentences of a text, in text order. `sentences` are places in the list of
/// words.
pub fn find(text: &str, words: &[Word], sentences: &[Range<usize>]) -> Vec<Found> {
    BUILT_IN.find(text, words, sentences)
}

static BUILT_IN: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("weights.bin")));

/// What was learned.
pub struct Model {
    weights: Weights<N_LABELS>,
    /// What each label gets after each other one; the last row is for the start of a stretch.
    after: [[i16; N_LABELS]; N_LABELS + 1],
}

/// The key of the weights that labels get after the label at a place; [`N_LABELS`] stands for the
/// start of a stretch.
pub fn after(label: usize) -> u32 {
    key(1, u32::try_from(label).unwrap_or(0), 0)
}

impl Model {
    /// The model that a table of weights holds.
    pub fn read(bytes: &[u8]) -> Model {
        let weights = Weights::read(bytes);
        let after = std::array::from_fn(|label| {
            let row = weights.get(after(label)).copied().unwrap_or_default();
            row.map(i16::from)
        });
        Model { weights, after }
    }

    /// Finds the names in the sentences of a text, in text order.
    pub fn find(&self, text: &str, words: &[Word], sentences: &[Range<usize>]) -> Vec<Found> {
        let told = told::of(text, words, sentences);
        let mut lattices: Vec<Lattice> = Vec::new();
        for sentence in sentences {
            let page = Page { text, words, told: &told, sentence: sentence.clone() };
            chunks::find(text, words, sentence, |chunk| {
                lattices.push(Lattice::score(&page, chunk, &self.weights));
            });
        }
        let mut evidence = Evidence::default();
        for lattice in &lattices {
            for arc in lattice.best(&self.after) {
                evidence.note(&arc);
            }
        }
        let mut found = Vec::new();
        for lattice in &mut lattices {
            evidence.add_to(lattice);
            found.extend(lattice.best(&self.after).into_iter().filter_map(|arc| {
                let kind = KINDS.get(arc.label.checked_sub(1)?)?;
                Some(Found { words: arc.segment.words.clone(), kind: *kind })
            }));
        }
        found
    }
}

#[cfg(test)]
mod tests;
