//! Learning: the likelihood of the labels under a semi-Markov conditional random field (Sarawagi and
//! Cohen 2004), climbed with steps that shrink for each weight (`AdaGrad`, Duchi and others 2011).

use presscheck::text::names::{N_LABELS, STEPS, after};
use presscheck::text::weights::{self, Row};

use super::lessons::{self, Lesson};
use super::sets::Document;
use crate::random::Random;

/// How often all lessons are read.
const ROUNDS: usize = 8;
/// Features that are seen less often are not learned.
const LEAST_SEEN: usize = 3;
/// The length of the first steps.
const STEP: f32 = 0.2;
/// How fast weights that nothing speaks for go back to 0.
const DECAY: f32 = 1e-4;
/// The label before the first one.
const START: usize = N_LABELS;

type Labels = [f32; N_LABELS];

/// The table of weights that documents teach, each set counting so much.
pub(crate) fn weights(sets: &[(Vec<Document>, f32)]) -> Vec<u8> {
    let mut lessons = Vec::new();
    for (documents, weight) in sets {
        for document in documents {
            lessons::of(document, *weight, &mut lessons);
        }
    }
    let keys = lessons::number(&mut lessons, LEAST_SEEN);
    println!("{} lessons, {} features", lessons.len(), keys.len());
    let zero = [[0.0; N_LABELS]; N_LABELS + 1];
    let mut learner = Learner {
        now: vec![[0.0; N_LABELS]; keys.len()],
        squares: vec![[0.0; N_LABELS]; keys.len()],
        after: zero,
        after_squares: zero,
    };
    let mut random = Random::new(1);
    for _ in 0..ROUNDS {
        random.shuffle(&mut lessons);
        for lesson in &lessons {
            learner.read(lesson);
        }
    }
    let mut rows: Vec<Row<N_LABELS>> =
        keys.iter().zip(&learner.now).map(|(key, it)| row(*key, it)).collect();
    rows.extend(learner.after.iter().enumerate().map(|(label, it)| row(after(label), it)));
    weights::write(&rows)
}

fn row(key: u32, weights: &Labels) -> Row<N_LABELS> {
    let weights = weights.map(|it| {
        let steps = (it * STEPS).round().clamp(-127.0, 127.0);
        #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
        let steps = steps as i8;
        steps
    });
    Row { key, weights }
}

struct Learner {
    now: Vec<Labels>,
    /// Beside the weights: the squares of all changes asked for so far.
    squares: Vec<Labels>,
    after: [Labels; N_LABELS + 1],
    after_squares: [Labels; N_LABELS + 1],
}

/// A step of a way through a lesson.
struct Arc {
    from: usize,
    to: usize,
    label: usize,
    score: f32,
    segment: Option<usize>,
}

/// What a lesson asks each score to change by.
struct Wanted {
    segments: Vec<Labels>,
    after: [Labels; N_LABELS + 1],
}

impl Learner {
    fn read(&mut self, lesson: &Lesson) {
        let scores: Vec<Labels> =
            lesson.segments.iter().map(|it| self.score(&it.features)).collect();
        let arcs = arcs(lesson, &scores);
        let mut wanted = Wanted {
            segments: vec![[0.0; N_LABELS]; scores.len()],
            after: [[0.0; N_LABELS]; N_LABELS + 1],
        };
        self.expect(lesson, &arcs, &mut wanted);
        ask(lesson, &mut wanted);
        for (segment, wanted) in lesson.segments.iter().zip(&wanted.segments) {
            if wanted.iter().all(|it| it.abs() < 1e-3) {
                continue;
            }
            for at in &segment.features {
                let at = *at as usize;
                let (now, squares) = (&mut self.now[at], &mut self.squares[at]);
                step(now, squares, wanted, lesson.weight, DECAY);
            }
        }
        for (before, wanted) in wanted.after.iter().enumerate() {
            let (now, squares) = (&mut self.after[before], &mut self.after_squares[before]);
            step(now, squares, wanted, lesson.weight, 0.0);
        }
    }

    fn score(&self, features: &[u32]) -> Labels {
        let mut scores = [0.0; N_LABELS];
        for at in features {
            for (score, weight) in scores.iter_mut().zip(&self.now[*at as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// Takes from each score what the model expects of it: forward and backward sums.
    fn expect(&self, lesson: &Lesson, arcs: &[Arc], wanted: &mut Wanted) {
        let mut forth = vec![[NONE; N_LABELS + 1]; lesson.n_words + 1];
        forth[0][START] = 0.0;
        for arc in arcs {
            let ways = forth[arc.from];
            let terms = (0..=N_LABELS).map(|it| ways[it] + self.after[it][arc.label]);
            let sum = log_sum(terms) + arc.score;
            let held = forth[arc.to][arc.label];
            forth[arc.to][arc.label] = log_sum([held, sum].into_iter());
        }
        let mut back = vec![[NONE; N_LABELS + 1]; lesson.n_words + 1];
        back[lesson.n_words] = [0.0; N_LABELS + 1];
        let all = log_sum(forth[lesson.n_words].into_iter());
        for arc in arcs.iter().rev() {
            let rest = back[arc.to][arc.label] + arc.score;
            for before in 0..=N_LABELS {
                let way = self.after[before][arc.label] + rest;
                let held = back[arc.from][before];
                back[arc.from][before] = log_sum([held, way].into_iter());
                let share = libm::expf(forth[arc.from][before] + way - all);
                wanted.after[before][arc.label] -= share;
                if let Some(segment) = arc.segment {
                    wanted.segments[segment][arc.label] -= share;
                }
            }
        }
    }
}

/// As good as impossible, in logarithms.
const NONE: f32 = -1e30;

fn log_sum(terms: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = terms.clone().fold(NONE, f32::max);
    if most <= NONE {
        return NONE;
    }
    most + libm::logf(terms.map(|it| libm::expf(it - most)).sum())
}

/// All steps, in order of where they begin.
fn arcs(lesson: &Lesson, scores: &[Labels]) -> Vec<Arc> {
    let mut found = Vec::new();
    for (nth, (segment, scores)) in lesson.segments.iter().zip(scores).enumerate() {
        let (from, to) = (segment.start, segment.end);
        // No name is a label of single words only.
        let labels = usize::from(to - from > 1)..N_LABELS;
        found.extend(labels.map(|label| Arc {
            from,
            to,
            label,
            score: scores[label],
            segment: Some(nth),
        }));
    }
    let free = lesson.free.iter().enumerate().filter(|it| *it.1);
    found.extend(free.map(|(from, _)| Arc {
        from,
        to: from + 1,
        label: 0,
        score: 0.0,
        segment: None,
    }));
    found.sort_by_key(|it| (it.from, it.to));
    found
}

/// Adds to each score what the labels ask of it.
fn ask(lesson: &Lesson, wanted: &mut Wanted) {
    let (mut at, mut before) = (0, START);
    while at < lesson.n_words {
        let name = lesson.right.iter().find(|it| lesson.segments[it.0].start == at);
        let (segment, label) = if let Some((segment, label)) = name {
            (Some(*segment), *label)
        } else {
            let single = |it: &lessons::Segment| (it.start, it.end) == (at, at + 1);
            let place = lesson.segments.iter().position(single);
            (place.filter(|_| !lesson.free[at]), 0)
        };
        wanted.after[before][label] += 1.0;
        at = segment.map_or(at + 1, |it| lesson.segments[it].end);
        if let Some(segment) = segment {
            wanted.segments[segment][label] += 1.0;
        }
        before = label;
    }
}

fn step(now: &mut Labels, squares: &mut Labels, wanted: &Labels, weight: f32, decay: f32) {
    for ((now, squares), wanted) in now.iter_mut().zip(squares).zip(wanted) {
        let by = wanted * weight - decay * *now;
        *squares += by * by;
        *now += STEP * by / (squares.sqrt() + 0.3);
    }
}
