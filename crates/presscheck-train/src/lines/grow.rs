//! Gradient boosting with symmetric trees on features of one byte: Friedman 2001, with the second-order
//! gain of Chen and Guestrin 2016 and the tree shape of Prokhorenkova et al. 2018.

use super::Rows;

/// How trees are grown.
pub(crate) struct Options {
    pub(crate) n_trees: usize,
    pub(crate) depth: usize,
    pub(crate) rate: f32,
    /// Added to the weight of each leaf.
    pub(crate) lambda: f32,
    /// One row in so many is left out of each tree, in turn.
    pub(crate) leave_out: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { n_trees: 160, depth: 6, rate: 0.15, lambda: 20.0, leave_out: 2 }
    }
}

struct Tree {
    questions: Vec<(u8, u8)>,
    leaves: Vec<i16>,
}

/// Trees whose answers are added up, in 1/1024 of log odds.
pub(crate) struct Trees(Vec<Tree>);

/// A count as a number with a fraction. Counts here stay far below 2^24.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^24")]
pub(crate) fn real(n: usize) -> f32 {
    n as f32
}

/// Gradient and curvature of the loss.
#[derive(Clone, Copy, Default)]
struct Slope {
    gradient: f32,
    curvature: f32,
}

impl Slope {
    fn add(&mut self, other: Slope) {
        self.gradient += other.gradient;
        self.curvature += other.curvature;
    }

    fn gain(self, lambda: f32) -> f32 {
        self.gradient * self.gradient / (self.curvature + lambda)
    }
}

/// Grows trees on rows.
pub(crate) fn trees(rows: &Rows, options: &Options) -> Trees {
    let n = rows.features.len();
    let width = rows.features.first().map_or(0, Vec::len);
    // Column by column: one question reads one column.
    let columns: Vec<Vec<u8>> =
        (0..width).map(|at| rows.features.iter().map(|it| it[at]).collect()).collect();
    let mut sums = vec![0.0_f32; n];
    let mut trees = Vec::new();
    for round in 0..options.n_trees {
        let slopes: Vec<Slope> = (0..n)
            .map(|ix| {
                let p = 1.0 / (1.0 + (-sums[ix]).exp());
                let (weight, y) = (rows.weight[ix], f32::from(u8::from(rows.is_body[ix])));
                Slope { gradient: weight * (y - p), curvature: (weight * p * (1.0 - p)).max(1e-6) }
            })
            .collect();
        let tree = tree(&columns, &slopes, round, options);
        let leaf = leaves(&columns, &tree.questions, n);
        for ix in 0..n {
            sums[ix] += f32::from(tree.leaves[leaf[ix]]) / 1024.0;
        }
        trees.push(tree);
    }
    Trees(trees)
}

/// The leaf of each row.
fn leaves(columns: &[Vec<u8>], questions: &[(u8, u8)], n: usize) -> Vec<usize> {
    let mut leaf = vec![0_usize; n];
    for (feature, threshold) in questions {
        for (leaf, value) in leaf.iter_mut().zip(&columns[usize::from(*feature)]) {
            *leaf = *leaf * 2 + usize::from(value > threshold);
        }
    }
    leaf
}

fn tree(columns: &[Vec<u8>], slopes: &[Slope], round: usize, options: &Options) -> Tree {
    // The rows that this tree sees, in turn rather than by chance: the same trees every time.
    let seen: Vec<usize> = (0..slopes.len())
        .filter(|it| {
            (it.wrapping_mul(2_654_435_761) >> 7) % options.leave_out.max(1)
                != round % options.leave_out.max(1)
                || options.leave_out < 2
        })
        .collect();
    let mut questions = Vec::new();
    let mut leaf = vec![0_usize; slopes.len()];
    for depth in 0..options.depth {
        let Some((feature, threshold)) =
            question(columns, slopes, &seen, (&leaf, 1 << depth), options)
        else {
            break;
        };
        for (leaf, value) in leaf.iter_mut().zip(&columns[usize::from(feature)]) {
            *leaf = *leaf * 2 + usize::from(*value > threshold);
        }
        questions.push((feature, threshold));
    }
    let mut sums = vec![Slope::default(); 1 << questions.len()];
    for ix in &seen {
        sums[leaf[*ix]].add(slopes[*ix]);
    }
    let answer = |it: &Slope| {
        let step = options.rate * it.gradient / (it.curvature + options.lambda);
        #[allow(clippy::cast_possible_truncation, reason = "clamped to the type's range")]
        let whole = (step * 1024.0).round().clamp(-30_000.0, 30_000.0) as i16;
        whole
    };
    Tree { questions, leaves: sums.iter().map(answer).collect() }
}

/// The question that parts the rows of all leaves best.
fn question(
    columns: &[Vec<u8>],
    slopes: &[Slope],
    seen: &[usize],
    (leaf, n_leaves): (&[usize], usize),
    options: &Options,
) -> Option<(u8, u8)> {
    let mut best = (0.0, None);
    let mut counts = vec![Slope::default(); n_leaves * 256];
    for (feature, column) in columns.iter().enumerate() {
        counts.fill(Slope::default());
        for ix in seen {
            counts[leaf[*ix] * 256 + usize::from(column[*ix])].add(slopes[*ix]);
        }
        let mut gains = [0.0_f32; 256];
        for of_leaf in counts.chunks_exact(256) {
            let mut whole = Slope::default();
            for it in of_leaf {
                whole.add(*it);
            }
            let mut low = Slope::default();
            for (threshold, it) in of_leaf.iter().enumerate().take(255) {
                low.add(*it);
                let high = Slope {
                    gradient: whole.gradient - low.gradient,
                    curvature: whole.curvature - low.curvature,
                };
                gains[threshold] += low.gain(options.lambda) + high.gain(options.lambda)
                    - whole.gain(options.lambda);
            }
        }
        for (threshold, gain) in gains.iter().enumerate().take(255) {
            if *gain > best.0 + 1e-3 {
                best = (*gain, u8::try_from(feature).ok().zip(u8::try_from(threshold).ok()));
            }
        }
    }
    best.1
}

impl Trees {
    /// The file that `presscheck::read` reads.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for it in &self.0 {
            bytes.push(u8::try_from(it.questions.len()).unwrap_or(0));
            bytes.extend(it.questions.iter().flat_map(|it| [it.0, it.1]));
            bytes.extend(it.leaves.iter().flat_map(|it| it.to_le_bytes()));
        }
        bytes
    }

    /// What the trees make of one row.
    pub(crate) fn sum(&self, row: &[u8]) -> i32 {
        let leaf = |it: &Tree| {
            it.questions.iter().fold(0, |at, (feature, threshold)| {
                at * 2 + usize::from(row[usize::from(*feature)] > *threshold)
            })
        };
        self.0.iter().map(|it| i32::from(it.leaves[leaf(it)])).sum()
    }
}
