//! Measures: counts that can be added up over stories and turned into one number.

/// What a scorer counted. Counts of several stories are added before the number is worked out, so
/// that a long story weighs more than a short one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Measure {
    /// Precision and recall in one: F1.
    F1 {
        /// Found and right.
        right: usize,
        /// Found.
        predicted: usize,
        /// Labelled.
        gold: usize,
    },
    /// Precision and recall of each page, added up, in millionths.
    Averages {
        /// Sum of the precisions.
        precision: usize,
        /// Sum of the recalls.
        recall: usize,
        /// How many pages.
        of: usize,
    },
    /// A part of a whole.
    Share {
        /// Right.
        right: usize,
        /// Asked for.
        of: usize,
    },
}

/// Measures by name, in the order in which they are printed.
pub(crate) type Measures = Vec<(String, Measure)>;

impl Measure {
    /// The number in percent; 0 where nothing was asked for and nothing found.
    pub(crate) fn percent(self) -> f64 {
        // F1 = 2·right / (found + labelled), the same as 2PR / (P + R).
        let (part, whole) = match self {
            Self::F1 { right, predicted, gold } => (2 * right, predicted + gold),
            Self::Averages { precision, recall, of } => {
                let (p, r) = (real(precision) / 1e6, real(recall) / 1e6);
                return if p + r == 0.0 { 0.0 } else { 200.0 * p * r / (p + r) / real(of) };
            }
            Self::Share { right, of } => (right, of),
        };
        if whole == 0 { 0.0 } else { 100.0 * real(part) / real(whole) }
    }

    /// The counts as a reader of the table wants them: right, found, labelled.
    pub(crate) fn counts(self) -> String {
        match self {
            Self::F1 { right, predicted, gold } => format!("{right} of {predicted} for {gold}"),
            Self::Averages { precision, recall, of } => {
                let mean = |it: usize| 1e-4 * real(it) / real(of.max(1));
                format!("{:.1} and {:.1} over {of} pages", mean(precision), mean(recall))
            }
            Self::Share { right, of } => format!("{right} of {of}"),
        }
    }

    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::F1 { right, predicted, gold }, Self::F1 { right: r, predicted: p, gold: g }) => {
                Self::F1 { right: right + r, predicted: predicted + p, gold: gold + g }
            }
            (
                Self::Averages { precision, recall, of },
                Self::Averages { precision: p, recall: r, of: o },
            ) => Self::Averages { precision: precision + p, recall: recall + r, of: of + o },
            (Self::Share { right, of }, Self::Share { right: r, of: o }) => {
                Self::Share { right: right + r, of: of + o }
            }
            _ => unreachable!("one name always stands for one kind of measure"),
        }
    }
}

/// Adds up the measures of several stories, name by name.
pub(crate) fn pooled(all: impl IntoIterator<Item = Measures>) -> Measures {
    let mut sums = Measures::new();
    for (name, measure) in all.into_iter().flatten() {
        match sums.iter_mut().find(|it| it.0 == name) {
            Some(sum) => sum.1 = sum.1.plus(measure),
            None => sums.push((name, measure)),
        }
    }
    sums
}

/// A count as a number with a fraction. Counts here stay far below 2^53.
#[allow(clippy::cast_precision_loss, reason = "counts of labels stay far below 2^53")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_stories_are_added_before_they_are_divided() {
        let story = |right, predicted, gold| {
            vec![("quotes.found_f1".to_owned(), Measure::F1 { right, predicted, gold })]
        };
        let pool = pooled([story(1, 1, 1), story(0, 3, 3)]);
        assert_eq!(pool.len(), 1);
        assert!((pool[0].1.percent() - 25.0).abs() < 1e-9);
    }
}
