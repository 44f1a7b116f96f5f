//! What an article says of a name in one place counts in another.

use std::collections::BTreeMap;

use super::decode::{Arc, Lattice};
use super::{N_LABELS, STEPS};

/// What the best reading of each sentence by itself makes of the article's names.
#[derive(Default)]
pub(super) struct Evidence {
    /// By phrase: how likely each label is, added up over its places.
    phrases: BTreeMap<u32, [f32; N_LABELS]>,
    /// By last word of persons' full names: how likely they are persons.
    surnames: BTreeMap<u32, f32>,
}

/// The label of persons.
const PERSON: usize = 1;
/// How many places a phrase must have, nearly, to speak for one of them.
const LEAST: f32 = 1.2;
/// How far the evidence may move a label, in natural logarithms. Chosen on sets held out in turn.
const MOST: f32 = 2.0;
/// How much a full name elsewhere speaks for its surname alone. Chosen as above.
const SURNAME: f32 = 2.5;

impl Evidence {
    /// Notes one step of a best reading.
    pub(super) fn note(&mut self, arc: &Arc<'_>) {
        let segment = arc.segment;
        let first = usize::from(segment.words.len() > 1);
        let top = segment.scores.iter().skip(first).copied().max().unwrap_or(0);
        let mut shares = segment.scores.map(|it| libm::expf(f32::from(it - top) / STEPS));
        if first == 1 {
            shares[0] = 0.0;
        }
        let sum: f32 = shares.iter().sum();
        let held = self.phrases.entry(segment.phrase).or_default();
        for (held, share) in held.iter_mut().zip(shares) {
            *held += share / sum;
        }
        if arc.label == PERSON && segment.words.len() > 1 {
            *self.surnames.entry(segment.last).or_default() += shares[PERSON] / sum;
        }
    }

    /// Moves the scores of a stretch's names towards what the article says elsewhere.
    pub(super) fn add_to(&self, lattice: &mut Lattice) {
        for segment in lattice.segments() {
            if let Some(held) = self.phrases.get(&segment.phrase) {
                let sum: f32 = held.iter().sum();
                if sum > LEAST {
                    for (score, held) in segment.scores.iter_mut().zip(held) {
                        let share = (held + 0.15) / (sum + 0.6);
                        let by = libm::logf(share * 4.0).clamp(-MOST, MOST) * (sum / (sum + 1.0));
                        *score = score.saturating_add(steps(by));
                    }
                }
            }
            if segment.words.len() == 1
                && let Some(person) = self.surnames.get(&segment.phrase)
            {
                let by = steps(SURNAME * person.min(1.0));
                segment.scores[PERSON] = segment.scores[PERSON].saturating_add(by);
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few hundred steps at most")]
fn steps(by: f32) -> i16 {
    (by * STEPS) as i16
}
