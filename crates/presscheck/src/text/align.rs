//! Alignment: which words of two stretches are the same, in order.

/// One step of an alignment of two lists `a` and `b`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// `a[a]` and `b[b]` are the same.
    Same {
        /// Place in `a`.
        a: usize,
        /// Place in `b`.
        b: usize,
    },
    /// `a[range]` stands where `b[range]` does; one of them may be empty.
    Differ {
        /// Places in `a`.
        a: std::ops::Range<usize>,
        /// Places in `b`.
        b: std::ops::Range<usize>,
    },
}

/// Longest lists that are aligned exactly; beyond it the middle is shown as one difference.
///
/// The table takes `a.len() * b.len()` cells of 2 bytes: at most 32 MB.
const MOST_CELLS: usize = 16_000_000;

/// Aligns two lists by their longest common subsequence, after taking off what they share at either
/// end. Steps cover both lists from start to end, in order.
pub fn align<T: PartialEq>(a: &[T], b: &[T]) -> Vec<Step> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);

    let mut steps: Vec<Step> = (0..head).map(|i| Step::Same { a: i, b: i }).collect();
    middle(mid_a, mid_b, head, &mut steps);
    let (from_a, from_b) = (a.len() - tail, b.len() - tail);
    steps.extend((0..tail).map(|i| Step::Same { a: from_a + i, b: from_b + i }));
    steps
}

fn middle<T: PartialEq>(a: &[T], b: &[T], offset: usize, steps: &mut Vec<Step>) {
    let common = if a.len() * b.len() > MOST_CELLS { Vec::new() } else { common(a, b) };
    let (mut i, mut j) = (0, 0);
    for (x, y) in common.into_iter().chain([(a.len(), b.len())]) {
        if i < x || j < y {
            steps.push(Step::Differ { a: offset + i..offset + x, b: offset + j..offset + y });
        }
        if x < a.len() && y < b.len() {
            steps.push(Step::Same { a: offset + x, b: offset + y });
        }
        (i, j) = (x + 1, y + 1);
    }
}

/// The places of a longest common subsequence.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut table = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i] == b[j] {
                table[(i + 1) * width + j + 1].saturating_add(1)
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// How two words weigh in a local alignment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// They are the same, and worth so much.
    Same(i32),
    /// They may stand for each other, and are worth so much.
    Like(i32),
    /// They differ.
    Differ,
}

/// What changed words and a gap cost in a local alignment, against some 32 for a telling word that
/// both sides have: a gap costs once, however long it is, but for a little.
const CHANGED: i32 = -12;
const GAP_OPENS: i32 = -24;
const GAP_GOES_ON: i32 = -1;

/// Cells of a local alignment; longer lists are aligned from end to end.
const MOST_LOCAL_CELLS: usize = 4_000_000;

/// Aligns the stretches of two lists that are most alike: `a[from]` to `a[to]` with `b[from]` to
/// `b[to]` as the steps say, first step and last step being the same on both sides. `None` if
/// nothing is.
///
/// Smith and Waterman, “Identification of common molecular subsequences” (1981), with the gaps of
/// Gotoh, “An improved algorithm for matching biological sequences” (1982).
pub fn local<T: PartialEq>(
    a: &[T],
    b: &[T],
    weight: impl Fn(usize, usize) -> Weight,
) -> Option<Vec<Step>> {
    if a.len().saturating_mul(b.len()) > MOST_LOCAL_CELLS {
        return inner(align(a, b));
    }
    let (cells, best) = fill(a.len(), b.len(), &weight);
    best.map(|end| trace(&cells, b.len() + 1, end))
}

/// The steps between the first and the last on which both sides are the same.
fn inner(mut steps: Vec<Step>) -> Option<Vec<Step>> {
    let same = |it: &Step| matches!(it, Step::Same { .. });
    let last = steps.iter().rposition(same)?;
    let first = steps.iter().position(same)?;
    steps.truncate(last + 1);
    Some(steps.split_off(first))
}

/// One cell: the best score of an alignment that ends here, with a word on both sides, with a gap
/// in `b`, with a gap in `a`; and how the first came about.
#[derive(Clone, Copy, Default)]
struct Cell {
    both: i32,
    only_a: i32,
    only_b: i32,
    from: From,
    same: bool,
}

/// Where a cell's best alignment with words on both sides comes from.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum From {
    #[default]
    Nowhere,
    Both,
    OnlyA,
    OnlyB,
}

const NEVER: i32 = i32::MIN / 2;

type Filled = (Vec<Cell>, Option<(usize, usize)>);

fn fill(n: usize, m: usize, weight: &impl Fn(usize, usize) -> Weight) -> Filled {
    let width = m + 1;
    let empty = Cell { both: NEVER, only_a: NEVER, only_b: NEVER, ..Cell::default() };
    let mut cells = vec![empty; (n + 1) * width];
    let (mut best, mut end) = (0, None);
    for i in 1..=n {
        for j in 1..=m {
            let (left, up) = (cells[i * width + j - 1], cells[(i - 1) * width + j]);
            let corner = cells[(i - 1) * width + j - 1];
            let weight = weight(i - 1, j - 1);
            let value = match weight {
                Weight::Same(it) | Weight::Like(it) => it,
                Weight::Differ => CHANGED,
            };
            let ways = [(0, From::Nowhere), (corner.both, From::Both)];
            let gaps = [(corner.only_a, From::OnlyA), (corner.only_b, From::OnlyB)];
            let mut way = ways[0];
            for it in [ways[1], gaps[0], gaps[1]] {
                if it.0 > way.0 {
                    way = it;
                }
            }
            let cell = Cell {
                both: way.0 + value,
                only_a: (up.both + GAP_OPENS).max(up.only_a + GAP_GOES_ON),
                only_b: (left.both + GAP_OPENS)
                    .max(left.only_b + GAP_GOES_ON)
                    .max(left.only_a + GAP_OPENS),
                from: way.1,
                same: matches!(weight, Weight::Same(_)),
            };
            cells[i * width + j] = cell;
            if cell.same && cell.both > best {
                (best, end) = (cell.both, Some((i, j)));
            }
        }
    }
    (cells, end)
}

/// Goes back from the best cell.
fn trace(cells: &[Cell], width: usize, (mut i, mut j): (usize, usize)) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut state = From::Both;
    while i > 0 && j > 0 {
        let cell = cells[i * width + j];
        match state {
            From::Nowhere => break,
            From::Both => {
                let step = if cell.same {
                    Step::Same { a: i - 1, b: j - 1 }
                } else {
                    Step::Differ { a: i - 1..i, b: j - 1..j }
                };
                push_back(&mut steps, step);
                (i, j, state) = (i - 1, j - 1, cell.from);
            }
            From::OnlyA => {
                push_back(&mut steps, Step::Differ { a: i - 1..i, b: j..j });
                let up = cells[(i - 1) * width + j];
                let opened = up.both + GAP_OPENS >= up.only_a + GAP_GOES_ON;
                (i, state) = (i - 1, if opened { From::Both } else { From::OnlyA });
            }
            From::OnlyB => {
                push_back(&mut steps, Step::Differ { a: i..i, b: j - 1..j });
                let left = cells[i * width + j - 1];
                let best = (left.both + GAP_OPENS)
                    .max(left.only_b + GAP_GOES_ON)
                    .max(left.only_a + GAP_OPENS);
                state = match best {
                    it if it == left.both + GAP_OPENS => From::Both,
                    it if it == left.only_b + GAP_GOES_ON => From::OnlyB,
                    _ => From::OnlyA,
                };
                j -= 1;
            }
        }
    }
    steps.reverse();
    // What differs before the first word on which both sides are the same is no part of it.
    let first = steps.iter().position(|it| matches!(it, Step::Same { .. })).unwrap_or(0);
    steps.split_off(first)
}

/// Adds a step found on the way back; differences that touch are one.
fn push_back(steps: &mut Vec<Step>, step: Step) {
    if let Step::Differ { a, b } = &step
        && let Some(Step::Differ { a: last_a, b: last_b }) = steps.last_mut()
    {
        last_a.start = a.start;
        last_b.start = b.start;
        return;
    }
    steps.push(step);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best stretch of two sentences; words of up to three letters weigh half.
    #[track_caller]
    fn check_local(a: &str, b: &str, expected: &str) {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        let weigh = |i: usize, j: usize| match a[i] == b[j] {
            true if a[i].len() < 4 => Weight::Same(16),
            true => Weight::Same(32),
            false => Weight::Differ,
        };
        let steps = local(&a, &b, weigh).unwrap_or_default();
        let shown: Vec<String> = steps
            .into_iter()
            .map(|step| match step {
                Step::Same { a: i, .. } => a[i].to_owned(),
                Step::Differ { a: i, b: j } => format!("[{}|{}]", a[i].join(" "), b[j].join(" ")),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn a_stretch_is_found_in_a_longer_text() {
        check_local(
            "we go home until the moment the tide turns",
            "the boats stay until the time the tide turns and no longer",
            "until the [moment|time] the tide turns",
        );
    }

    #[test]
    fn nothing_in_common_is_no_stretch() {
        check_local("we go home", "boats stay here", "");
    }

    #[test]
    fn a_long_gap_is_one_difference() {
        check_local(
            "the harbour stays open",
            "the harbour which was built long ago by hand stays open",
            "the harbour [|which was built long ago by hand] stays open",
        );
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        let shown: Vec<String> = align(&a, &b)
            .into_iter()
            .map(|step| match step {
                Step::Same { a: i, .. } => a[i].to_owned(),
                Step::Differ { a: i, b: j } => format!("[{}|{}]", a[i].join(" "), b[j].join(" ")),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn changed_words_stand_opposite_each_other() {
        check(
            "impose swift and severe consequences",
            "inflict fast and harsh consequences",
            "[impose swift|inflict fast] and [severe|harsh] consequences",
        );
    }

    #[test]
    fn added_and_dropped_words_stand_opposite_nothing() {
        check("we go home now", "we all go now", "we [|all] go [home|] now");
    }
}
