//! Parts of speech: what each word is in its sentence.
//!
//! A greedy averaged perceptron (Collins 2002) over the words around, their endings and the two
//! tags before. [`units`] cuts tokens into the pieces it was taught on, [`features`] says what it
//! looks at, and `docs/models/tags.md` how it was taught and how well it does.

pub mod features;
pub mod units;

use std::sync::LazyLock;

use self::units::Unit;
use super::weights::Weights;
use super::words::{Token, within};
use crate::model::Sentence;

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident $upos:literal,)*) => {
        /// What a word is: the universal part of speech (Universal Dependencies, version 2), with
        /// the number of nouns and the form of verbs.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Tag {
            $($(#[$doc])* $name,)*
        }

        impl Tag {
            /// All tags, in the order of the weights.
            pub const ALL: &[Tag] = &[$(Tag::$name,)*];

            /// The universal tag: `NOUN`, `VERB`.
            pub fn universal(self) -> &'static str {
                match self {
                    $(Tag::$name => $upos,)*
                }
            }
        }
    };
}

tags! {
    /// Not read: outside sentences.
    None "_",
    /// “large”.
    Adj "ADJ",
    /// “of”, “in”; “up” in “gave up”.
    Adp "ADP",
    /// “very”, “there”, “not yet”.
    Adv "ADV",
    /// “is”, “have”, “will” before another verb, and “is” before a noun.
    Aux "AUX",
    /// “and”.
    Cconj "CCONJ",
    /// “the”, “this”, “no” before a noun.
    Det "DET",
    /// “yes”.
    Intj "INTJ",
    /// “harbour”.
    Noun "NOUN",
    /// “harbours”.
    NounPlural "NOUN",
    /// “three”, “3.5”.
    Num "NUM",
    /// “to” before a verb, “not”, “’s” of possession.
    Part "PART",
    /// “she”, “her”, “who”.
    Pron "PRON",
    /// “Vell”, “Monday”.
    Propn "PROPN",
    /// “,”.
    Punct "PUNCT",
    /// “that”, “because”, “if”.
    Sconj "SCONJ",
    /// “$”, “%”.
    Sym "SYM",
    /// “sign” in “will sign”.
    VerbBase "VERB",
    /// “signed” in “she signed”.
    VerbPast "VERB",
    /// “sign”, “signs” in “they sign”, “she signs”.
    VerbPresent "VERB",
    /// “signing”.
    VerbGerund "VERB",
    /// “signed” in “was signed”.
    VerbParticiple "VERB",
    /// Foreign words, pieces, signs of lists.
    Other "X",
}

impl Tag {
    /// A verb in any form, auxiliaries aside.
    pub fn is_verb(self) -> bool {
        self >= Tag::VerbBase && self <= Tag::VerbParticiple
    }

    /// A common noun in either number.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::NounPlural)
    }

    /// A verb that has a subject: “signed” in “she signed”, “signs”.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::VerbPast | Tag::VerbPresent)
    }

    /// The tag at a place in [`Tag::ALL`].
    fn at(place: usize) -> Tag {
        Tag::ALL.get(place).copied().unwrap_or(Tag::None)
    }
}

/// How many tags have weights: those of [`Tag::ALL`], and room that makes a row of the table fill
/// half a line of the cache.
pub const N_LABELS: usize = 28;

/// Writes each token's tag in the sentences of a text.
pub fn fill(text: &str, tokens: &mut [Token], sentences: &[Sentence]) {
    BUILT_IN.fill(text, tokens, sentences);
}

static BUILT_IN: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("known.bin"), include_bytes!("weights.bin")));

/// What was learned.
pub struct Model {
    /// Words that are always the same; the weight is the place of their tag.
    known: Weights<1>,
    weights: Weights<N_LABELS>,
}

/// Room that is used again from sentence to sentence.
#[derive(Default)]
struct Room {
    units: Vec<Unit>,
    /// Which token each unit is of.
    of: Vec<usize>,
    tags: Vec<Tag>,
}

impl Model {
    /// The model that two tables hold: words that are always the same, and weights.
    pub fn read(known: &[u8], weights: &[u8]) -> Model {
        Model { known: Weights::read(known), weights: Weights::read(weights) }
    }

    /// Writes each token's tag in the sentences of a text.
    pub fn fill(&self, text: &str, tokens: &mut [Token], sentences: &[Sentence]) {
        let mut room = Room::default();
        for sentence in sentences {
            let from = tokens.partition_point(|it| it.span.start() < sentence.span.start());
            let n_tokens = within(tokens, sentence.span).len();
            if let Some(tokens) = tokens.get_mut(from..from + n_tokens) {
                self.read_sentence(text, tokens, &mut room);
            }
        }
    }

    /// Writes the tags of one sentence's tokens.
    pub fn sentence(&self, text: &str, tokens: &mut [Token]) {
        self.read_sentence(text, tokens, &mut Room::default());
    }

    fn read_sentence(&self, text: &str, tokens: &mut [Token], room: &mut Room) {
        room.units.clear();
        room.of.clear();
        for (nth, token) in tokens.iter().enumerate() {
            units::cut(token.span.of(text), |unit| room.units.push(Unit::read(unit)));
            room.of.resize(room.units.len(), nth);
        }
        self.tag(&mut room.units, &mut room.tags);
        let mut done = None;
        for ((unit, nth), tag) in room.units.iter().zip(&room.of).zip(&room.tags) {
            // “don’t” is its first piece, “31-day” its last.
            if done != Some(*nth) || !unit.is_clitic() {
                if let Some(token) = tokens.get_mut(*nth) {
                    token.tag = *tag;
                }
                done = Some(*nth);
            }
        }
    }

    /// The tags of one sentence's units.
    pub fn tag(&self, units: &mut [Unit], tags: &mut Vec<Tag>) {
        units::mark_first(units);
        tags.clear();
        let (mut before, mut before_that) = (Tag::None, Tag::None);
        for at in 0..units.len() {
            let known = units.get(at).and_then(|it| self.known.get(it.known_key()));
            let tag = match known {
                Some([place]) => Tag::at(usize::from(place.unsigned_abs())),
                None => self.guess(units, at, before, before_that),
            };
            tags.push(tag);
            (before_that, before) = (before, tag);
        }
    }

    fn guess(&self, units: &[Unit], at: usize, before: Tag, before_that: Tag) -> Tag {
        let mut scores = [0_i16; N_LABELS];
        features::each(units, at, before, before_that, |key| self.weights.add(key, &mut scores));
        best(&scores)
    }
}

/// The tag with the highest score, [`Tag::None`] aside.
fn best(scores: &[i16; N_LABELS]) -> Tag {
    let scored = scores.iter().take(Tag::ALL.len()).enumerate().skip(1);
    // Of equals the first wins: `max_by_key` takes the last.
    scored.rev().max_by_key(|it| it.1).map_or(Tag::None, |it| Tag::at(it.0))
}

#[cfg(test)]
mod tests;
