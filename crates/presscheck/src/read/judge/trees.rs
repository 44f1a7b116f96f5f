//! Symmetric decision trees: every node of one level asks the same question, so that a tree is a
//! list of questions and a table of answers. All numbers are whole, so that every machine comes to
//! the same sum.

/// Trees whose answers are added up.
#[derive(Debug, Default)]
pub(super) struct Trees(Vec<Tree>);

#[derive(Debug)]
struct Tree {
    /// Feature and threshold; the answer is yes where the feature is above it.
    questions: Vec<(u8, u8)>,
    /// One for each row of answers, in 1/1024 of log odds.
    leaves: Vec<i16>,
}

impl Trees {
    /// Reads a file of trees: for each one the number of questions, the questions as pairs of bytes,
    /// and the leaves as little-endian numbers of 16 bits. What is cut short is left out.
    pub(super) fn read(mut bytes: &[u8]) -> Trees {
        let mut found = Vec::new();
        while let Some((&depth, rest)) = bytes.split_first() {
            let depth = usize::from(depth.min(12));
            let (Some(questions), Some(leaves)) =
                (rest.get(..2 * depth), rest.get(2 * depth..2 * depth + (2 << depth)))
            else {
                break;
            };
            bytes = rest.get(2 * depth + (2 << depth)..).unwrap_or_default();
            found.push(Tree {
                questions: questions.chunks_exact(2).map(|it| (it[0], it[1])).collect(),
                leaves: leaves
                    .chunks_exact(2)
                    .map(|it| i16::from_le_bytes([it[0], it[1]]))
                    .collect(),
            });
        }
        Trees(found)
    }

    /// What the trees make of one row of features.
    pub(super) fn sum(&self, row: &[u8]) -> i32 {
        let answer = |it: &Tree| {
            let leaf = it.questions.iter().fold(0, |at, (feature, threshold)| {
                let yes = row.get(usize::from(*feature)).is_some_and(|it| it > threshold);
                at * 2 + usize::from(yes)
            });
            i32::from(it.leaves.get(leaf).copied().unwrap_or(0))
        };
        self.0.iter().map(answer).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_added_up() {
        // One question (feature 0 above 5) with leaves -3 and 7, then none with leaf 10.
        let it = Trees::read(&[1, 0, 5, 253, 255, 7, 0, 0, 10, 0]);
        assert_eq!((it.sum(&[5]), it.sum(&[6]), it.sum(&[])), (7, 17, 7));
    }

    #[test]
    fn a_file_that_is_cut_gives_the_whole_trees() {
        assert_eq!(Trees::read(&[0, 10, 0, 3, 1]).sum(&[]), 10);
    }
}
