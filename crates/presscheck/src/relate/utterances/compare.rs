//! Comparison: two quotations laid word by word beside each other.

use std::ops::Range;

use super::stretches::{Lexeme, Word};
use crate::text::align::{Step, Weight, local};

/// What a word that both sides have is worth in the alignment: one with content, any other, and two
/// words that may stand for each other.
const CONTENT: i32 = 32;
const FUNCTION: i32 = 16;
const LIKE: i32 = 20;

/// Two quotations, aligned.
#[derive(Clone, Debug)]
pub(super) struct Compared {
    /// Words on both sides.
    pub(super) same: usize,
    /// Of them, those with content.
    pub(super) content: usize,
    /// Words that a near synonym stands for on the other side.
    pub(super) like: usize,
    /// Most words in a row on both sides.
    pub(super) run: usize,
    /// Of them, those with content.
    pub(super) run_content: usize,
    /// Words of the shorter side in what was laid beside each other.
    pub(super) of: usize,
    /// What of each side was laid beside the other.
    pub(super) a: Range<usize>,
    /// The same for the other side.
    pub(super) b: Range<usize>,
    /// What differs there, in order.
    pub(super) differences: Vec<Difference>,
}

/// Words of one side and what stands for them on the other; one of them may be empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Difference {
    /// Places in the one.
    pub(super) a: Range<usize>,
    /// Places in the other.
    pub(super) b: Range<usize>,
    /// What sort of difference.
    pub(super) kind: Kind,
}

/// Sorts of differences.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// Spelling, case, a stop, a number in another form.
    Spelling,
    /// A mark on the page says that words are left out or put in.
    Marked,
    /// Other words, and nothing says so.
    Changed,
}

impl Compared {
    /// Share of the shorter side's words that the other has, or a near synonym of them.
    pub(super) fn share(&self) -> f64 {
        ratio(self.same + self.like, self.of)
    }

    /// Whether words were changed without a mark.
    pub(super) fn is_changed(&self) -> bool {
        self.differences.iter().any(|it| it.kind == Kind::Changed)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Lays two quotations beside each other; `None` if they have no word in common.
pub(super) fn compare(a: &[Word], b: &[Word], lexicon: &[Lexeme]) -> Option<Compared> {
    let keys = |it: &[Word]| it.iter().map(|it| it.key).collect::<Vec<u32>>();
    let lexeme = |it: &Word| lexicon.get(it.key as usize);
    let weigh = |i: usize, j: usize| {
        let (x, y) = (&a[i], &b[j]);
        let (Some(of_x), Some(of_y)) = (lexeme(x), lexeme(y)) else { return Weight::Differ };
        if x.key == y.key {
            return Weight::Same(if of_x.content { CONTENT } else { FUNCTION });
        }
        if of_x.content && of_y.content && of_x.is_like(of_y) {
            return Weight::Like(LIKE);
        }
        Weight::Differ
    };
    let steps = local(&keys(a), &keys(b), weigh)?;
    let mut found = read(&steps, a, b, lexicon)?;
    found.widen(a, b);
    for it in &found.differences {
        found.like += likes(&a[it.a.clone()], &b[it.b.clone()], lexicon);
    }
    found.of = found.a.len().min(found.b.len());
    Some(found)
}

/// Counts what the steps say, and names each difference.
fn read(steps: &[Step], a: &[Word], b: &[Word], lexicon: &[Lexeme]) -> Option<Compared> {
    let (Some(Step::Same { a: from_a, b: from_b }), Some(Step::Same { a: to_a, b: to_b })) =
        (steps.first(), steps.last())
    else {
        return None;
    };
    let mut found = Compared {
        same: 0,
        content: 0,
        like: 0,
        run: 0,
        run_content: 0,
        of: 0,
        a: *from_a..to_a + 1,
        b: *from_b..to_b + 1,
        differences: Vec::new(),
    };
    let (mut run, mut run_content) = (0, 0);
    for step in steps {
        match step {
            Step::Same { a: i, b: j } => {
                let content =
                    usize::from(lexicon.get(a[*i].key as usize).is_some_and(|it| it.content));
                found.same += 1;
                found.content += content;
                (run, run_content) = (run + 1, run_content + content);
                if run > found.run {
                    (found.run, found.run_content) = (run, run_content);
                }
                if let Some(kind) = written_otherwise((a, *i), (b, *j)) {
                    found.differences.push(Difference { a: *i..i + 1, b: *j..j + 1, kind });
                }
            }
            Step::Differ { a: of_a, b: of_b } => {
                (run, run_content) = (0, 0);
                let kind = kind((a, of_a), (b, of_b), lexicon);
                found.differences.push(Difference { a: of_a.clone(), b: of_b.clone(), kind });
            }
        }
    }
    Some(found)
}

/// How one word is spelled, capitalised, drawn together or stopped otherwise in the two.
fn written_otherwise(one: (&[Word], usize), other: (&[Word], usize)) -> Option<Kind> {
    let (x, y) = (&one.0[one.1], &other.0[other.1]);
    if x.drawn_together != y.drawn_together {
        return Some(Kind::Changed);
    }
    // Where a quotation begins and where a sentence does, the outlet sets the capital.
    let inside = one.1 > 0 && other.1 > 0;
    let opens = x.stop != ' ' || y.stop != ' ';
    let otherwise = x.exact != y.exact
        || inside && !x.after_gap && !y.after_gap && x.stop != y.stop
        || inside && !opens && x.capital != y.capital;
    otherwise.then_some(Kind::Spelling)
}

fn kind(
    (a, of_a): (&[Word], &Range<usize>),
    (b, of_b): (&[Word], &Range<usize>),
    lexicon: &[Lexeme],
) -> Kind {
    let (in_a, in_b) = (&a[of_a.clone()], &b[of_b.clone()]);
    // “the [expletive]”: small words beside the editor's go with it.
    let content = |it: &Word| lexicon.get(it.key as usize).is_some_and(|it| it.content);
    let bracketed = |it: &[Word]| {
        it.iter().any(|it| it.bracketed) && it.iter().all(|it| it.bracketed || !content(it))
    };
    let negates =
        |it: &[Word]| it.iter().any(|it| lexicon.get(it.key as usize).is_some_and(|it| it.negates));
    let gap = |all: &[Word], at: usize| all.get(at).is_some_and(|it| it.after_gap);
    // What an editor put in brackets, or a reader can see was left out; but a lost “not” is never
    // passed over.
    let marked = bracketed(in_a)
        || bracketed(in_b)
        || in_a.is_empty() && gap(a, of_a.start)
        || in_b.is_empty() && gap(b, of_b.start);
    if marked && negates(in_a) == negates(in_b) { Kind::Marked } else { Kind::Changed }
}

/// How many words of one side have a near synonym on the other, in order.
fn likes(a: &[Word], b: &[Word], lexicon: &[Lexeme]) -> usize {
    let (mut count, mut next) = (0, 0);
    for x in a {
        let Some(of_x) = lexicon.get(x.key as usize).filter(|it| it.content) else { continue };
        let at = b.iter().skip(next).position(|y| {
            y.key != x.key
                && lexicon.get(y.key as usize).is_some_and(|it| it.content && it.is_like(of_x))
        });
        if let Some(at) = at {
            count += 1;
            next += at + 1;
        }
    }
    count
}

impl Compared {
    /// Takes in what stands before and behind on both sides: there a word was changed, while words
    /// on one side alone are only a cut.
    fn widen(&mut self, a: &[Word], b: &[Word]) {
        // What a printed mark parts from the rest is another piece of the speech.
        let gap = |of: &[Word], at: usize| of.get(at).is_some_and(|it| it.after_gap);
        let cut = gap(a, self.a.start) || gap(b, self.b.start);
        let before = |of: &[Word], end: usize| {
            // Back to where the sentence begins.
            let opens = of[..end].iter().rposition(|it| it.stop != ' ').unwrap_or(0);
            end - if of.get(end).is_some_and(|it| it.stop != ' ') { end } else { opens }
        };
        let most = if cut { 0 } else { self.a.start.min(self.b.start) };
        let (in_a, in_b) = (before(a, self.a.start).min(most), before(b, self.b.start).min(most));
        // Where both begin a sentence, another one stands before it.
        let (in_a, in_b) = if in_a + in_b == 0 { (most, most) } else { (in_a, in_b) };
        if most > 0 {
            let (from_a, from_b) = (self.a.start - in_a, self.b.start - in_b);
            self.differences.insert(
                0,
                Difference {
                    a: from_a..self.a.start,
                    b: from_b..self.b.start,
                    kind: Kind::Changed,
                },
            );
            (self.a.start, self.b.start) = (from_a, from_b);
        }
        let cut = gap(a, self.a.end) || gap(b, self.b.end);
        let most = if cut { 0 } else { (a.len() - self.a.end).min(b.len() - self.b.end) };
        if most > 0 {
            self.differences.push(Difference {
                a: self.a.end..self.a.end + most,
                b: self.b.end..self.b.end + most,
                kind: Kind::Changed,
            });
            self.a.end += most;
            self.b.end += most;
        }
    }
}
