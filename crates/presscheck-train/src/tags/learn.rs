//! An averaged perceptron (Collins 2002), greedy from left to right on its own guesses.

use std::collections::{BTreeMap, HashMap};

use presscheck::text::tags::units::Unit;
use presscheck::text::tags::{Model, N_LABELS, Tag, features};
use presscheck::text::weights::{self, Row};

use super::shouted;
use crate::conllu::Sentence;
use crate::random::Random;

/// How often all sentences are read.
const ROUNDS: usize = 8;
/// Features that are seen less often are not learned.
const LEAST_SEEN: usize = 2;
/// A word that is seen this often …
const KNOWN_SEEN: u32 = 10;
/// … and of which this share has one tag always gets that tag.
const KNOWN_SHARE: f64 = 0.99;
/// One sentence in this many is also read in capitals, and one with a capital on every word.
const SHOUTED: usize = 20;
/// The largest weights are cut off there, in steps of the table.
const STEP: f64 = 127.0;

/// The two tables, as they are written to files.
pub(crate) struct Learned {
    pub(crate) known: Vec<u8>,
    pub(crate) weights: Vec<u8>,
}

/// A sentence ready to be learned.
struct Lesson {
    units: Vec<Unit>,
    tags: Vec<Tag>,
}

/// Learns from sentences; `look` sees the model after each round.
pub(crate) fn perceptron(sentences: &[Sentence], look: impl Fn(&Model)) -> Learned {
    let mut random = Random::new(1);
    let mut lessons: Vec<Lesson> = sentences.iter().map(lesson).collect();
    let known = known(&lessons);
    for nth in 0..2 {
        let copies = sentences.iter().skip(nth).step_by(SHOUTED);
        lessons.extend(copies.map(|it| lesson(&shouted(it, nth == 0))));
    }
    let known_table = weights::Weights::<1>::read(&known);
    let mut learner = Learner::new(&lessons, known_table);
    let mut bytes = Vec::new();
    for _ in 0..ROUNDS {
        random.shuffle(&mut lessons);
        for lesson in &lessons {
            learner.read(lesson);
        }
        bytes = weights::write(&learner.rows());
        look(&Model::read(&known, &bytes));
    }
    Learned { known, weights: bytes }
}

fn lesson(sentence: &Sentence) -> Lesson {
    let mut units: Vec<Unit> = sentence.words.iter().map(|it| Unit::read(it)).collect();
    presscheck::text::tags::units::mark_first(&mut units);
    Lesson { units, tags: sentence.tags.clone() }
}

/// Words that nearly always have one tag.
fn known(lessons: &[Lesson]) -> Vec<u8> {
    let mut seen: BTreeMap<u32, BTreeMap<Tag, u32>> = BTreeMap::new();
    for lesson in lessons {
        for (unit, tag) in lesson.units.iter().zip(&lesson.tags) {
            *seen.entry(unit.known_key()).or_default().entry(*tag).or_default() += 1;
        }
    }
    let mut rows = Vec::new();
    for (key, tags) in seen {
        let n_seen: u32 = tags.values().sum();
        let Some((tag, n_tag)) = tags.into_iter().max_by_key(|it| it.1) else { continue };
        if n_seen >= KNOWN_SEEN && f64::from(n_tag) >= KNOWN_SHARE * f64::from(n_seen) {
            rows.push(Row { key, weights: [tag as i8] });
        }
    }
    weights::write(&rows)
}

struct Learner {
    /// The features, and where each stands among them.
    keys: Vec<u32>,
    places: HashMap<u32, usize>,
    rows: Vec<Learning>,
    known: weights::Weights<1>,
    /// How many guesses were made.
    clock: f32,
}

/// A feature's weights, with what is needed for their mean over time.
#[derive(Clone)]
struct Learning {
    now: [f32; N_LABELS],
    /// Each change times the clock when it was made.
    late: [f32; N_LABELS],
}

impl Learner {
    fn new(lessons: &[Lesson], known: weights::Weights<1>) -> Learner {
        let mut seen: Vec<u32> = Vec::new();
        for lesson in lessons {
            let (mut before, mut before_that) = (Tag::None, Tag::None);
            for (at, tag) in lesson.tags.iter().enumerate() {
                features::each(&lesson.units, at, before, before_that, |key| seen.push(key));
                (before_that, before) = (before, *tag);
            }
        }
        seen.sort_unstable();
        let often = seen.chunk_by(|a, b| a == b).filter(|it| it.len() >= LEAST_SEEN);
        let keys: Vec<u32> = often.map(|it| it[0]).collect();
        let places = keys.iter().copied().zip(0..).collect();
        let zero = Learning { now: [0.0; N_LABELS], late: [0.0; N_LABELS] };
        Learner { rows: vec![zero; keys.len()], keys, places, known, clock: 1.0 }
    }

    fn read(&mut self, lesson: &Lesson) {
        let (mut before, mut before_that) = (Tag::None, Tag::None);
        let mut rows = Vec::with_capacity(features::N_FEATURES);
        for (at, (unit, right)) in lesson.units.iter().zip(&lesson.tags).enumerate() {
            let known = self.known.get(unit.known_key());
            let guess = if let Some([place]) = known {
                Tag::ALL[usize::from(place.unsigned_abs())]
            } else {
                rows.clear();
                features::each(&lesson.units, at, before, before_that, |key| {
                    rows.extend(self.places.get(&key).copied());
                });
                self.guess(&rows, *right)
            };
            (before_that, before) = (before, guess);
        }
    }

    /// Guesses a tag, and learns from it if it is wrong.
    fn guess(&mut self, rows: &[usize], right: Tag) -> Tag {
        let mut scores = [0.0_f32; N_LABELS];
        for row in rows {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*row].now) {
                *score += weight;
            }
        }
        let scored = Tag::ALL.iter().skip(1).rev();
        let guess = scored
            .copied()
            .max_by(|a, b| scores[*a as usize].total_cmp(&scores[*b as usize]))
            .unwrap_or(Tag::None);
        self.clock += 1.0;
        if guess != right {
            for row in rows {
                let it = &mut self.rows[*row];
                for (tag, by) in [(right, 1.0), (guess, -1.0)] {
                    it.now[tag as usize] += by;
                    it.late[tag as usize] += by * self.clock;
                }
            }
        }
        guess
    }

    /// The means of the weights, in steps that fit a byte.
    fn rows(&self) -> Vec<Row<N_LABELS>> {
        let mean = |it: &Learning, tag: usize| f64::from(it.now[tag] - it.late[tag] / self.clock);
        let mut sizes: Vec<f64> = self
            .rows
            .iter()
            .flat_map(|it| (0..N_LABELS).map(move |tag| mean(it, tag).abs()))
            .filter(|it| *it > 0.0)
            .collect();
        sizes.sort_by(f64::total_cmp);
        let largest = sizes.get(sizes.len() * 9995 / 10_000).copied().unwrap_or(1.0);
        self.keys
            .iter()
            .zip(&self.rows)
            .map(|(key, it)| {
                let weights = std::array::from_fn(|tag| {
                    let steps = (mean(it, tag) / largest * STEP).clamp(-STEP, STEP).round();
                    #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
                    if steps.abs() < LEAST_STEPS { 0 } else { steps as i8 }
                });
                Row { key: *key, weights }
            })
            .collect()
    }
}

/// Weights of fewer steps are dropped: they fill the table and tell little.
const LEAST_STEPS: f64 = 3.0;
