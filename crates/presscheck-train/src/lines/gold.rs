//! Labels: which lines of a page are in its article's body.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::grow::real;

/// The body of an article, ready to be asked for lines.
pub(crate) struct Body {
    shingles: BTreeMap<Vec<String>, usize>,
    n: usize,
    /// Its own lines, for lines too short to be found by runs of words.
    lines: BTreeSet<Vec<String>>,
}

/// Runs of so many words, as in `score_extract.py`.
const RUN: usize = 4;

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let word = |it: char| it.is_alphanumeric() || it == '_';
    lower.split(|it| !word(it)).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn shingles(words: &[String]) -> Vec<Vec<String>> {
    if words.is_empty() {
        return Vec::new();
    }
    if words.len() < RUN {
        return vec![words.to_vec()];
    }
    words.windows(RUN).map(<[String]>::to_vec).collect()
}

fn counted(text: &str) -> (BTreeMap<Vec<String>, usize>, usize) {
    let (mut found, mut n) = (BTreeMap::new(), 0);
    for it in shingles(&words(text)) {
        *found.entry(it).or_default() += 1;
        n += 1;
    }
    (found, n)
}

impl Body {
    pub(crate) fn of(text: &str) -> Body {
        let (shingles, n) = counted(text);
        let lines = text.lines().map(words).filter(|it| !it.is_empty()).collect();
        Body { shingles, n, lines }
    }

    /// Whether a line is in the body: as a line, or with half of its runs of words.
    pub(crate) fn holds(&self, line: &str) -> bool {
        let words = words(line);
        if words.len() < RUN || self.lines.contains(&words) {
            return self.lines.contains(&words);
        }
        let all = shingles(&words);
        let found = all.iter().filter(|it| self.shingles.contains_key(*it)).count();
        found * 2 >= all.len()
    }
}

/// Precision and recall, averaged over pages.
#[derive(Default)]
pub(crate) struct Score {
    precision: f32,
    recall: f32,
    n: usize,
}

impl Score {
    pub(crate) fn add(&mut self, text: &str, body: &Body) {
        let (found, n) = counted(text);
        let shared: usize =
            found.iter().map(|(it, n)| (*n).min(body.shingles.get(it).copied().unwrap_or(0))).sum();
        if body.n > 0 {
            self.n += 1;
            self.precision += if n == 0 { 0.0 } else { real(shared) / real(n) };
            self.recall += real(shared) / real(body.n);
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p, r) = (self.precision / real(self.n), self.recall / real(self.n));
        write!(f, "precision {p:.4} recall {r:.4} f1 {:.4}", 2.0 * p * r / (p + r))
    }
}
