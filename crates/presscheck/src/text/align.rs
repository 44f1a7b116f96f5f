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

#[cfg(test)]
mod tests {
    use super::*;

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
