//! The index: which earlier articles share an article's rarest terms.

/// One article under one term.
#[derive(Clone, Copy, Debug)]
struct Posting {
    key: u32,
    article: u32,
    /// The posting before it at the same place; [`NONE`] for the first.
    before: u32,
}

const NONE: u32 = u32::MAX;
/// Postings of one piece of memory: what is there is never moved.
const PIECE: usize = 1 << 16;

/// Postings in chains, the latest first.
#[derive(Clone, Debug)]
pub(super) struct Index {
    heads: Vec<u32>,
    pieces: Vec<Vec<Posting>>,
    n: u32,
}

impl Index {
    pub(super) fn new() -> Index {
        Index { heads: vec![NONE; 1 << 12], pieces: Vec::new(), n: 0 }
    }

    pub(super) fn add(&mut self, article: u32, keys: impl Iterator<Item = u32>) {
        for key in keys {
            if self.n == NONE {
                return;
            }
            if self.n as usize >= 4 * self.heads.len() {
                self.grow();
            }
            let place = self.place(key);
            let posting = Posting { key, article, before: self.heads[place] };
            if (self.n as usize).is_multiple_of(PIECE) {
                self.pieces.push(Vec::with_capacity(PIECE));
            }
            if let Some(it) = self.pieces.last_mut() {
                it.push(posting);
            }
            self.heads[place] = self.n;
            self.n += 1;
        }
    }

    /// The latest articles under a term, `most` at the most, the latest first.
    pub(super) fn latest(&self, key: u32, most: usize) -> impl Iterator<Item = u32> {
        let mut next = self.heads[self.place(key)];
        std::iter::from_fn(move || {
            let posting = self.posting(next)?;
            next = posting.before;
            Some(posting)
        })
        // Chains of several terms are passed over up to a bound, so that none is long.
        .take(4 * most)
        .filter(move |it| it.key == key)
        .map(|it| it.article)
        .take(most)
    }

    pub(super) fn bytes(&self) -> usize {
        self.heads.capacity() * size_of::<u32>() + self.pieces.len() * PIECE * size_of::<Posting>()
    }

    fn posting(&self, at: u32) -> Option<Posting> {
        self.pieces.get(at as usize / PIECE)?.get(at as usize % PIECE).copied()
    }

    fn place(&self, key: u32) -> usize {
        key as usize & (self.heads.len() - 1)
    }

    fn grow(&mut self) {
        self.heads = vec![NONE; 4 * self.heads.len()];
        let mask = self.heads.len() - 1;
        for (at, posting) in (0..).zip(self.pieces.iter_mut().flatten()) {
            let place = posting.key as usize & mask;
            posting.before = std::mem::replace(&mut self.heads[place], at);
        }
    }
}
