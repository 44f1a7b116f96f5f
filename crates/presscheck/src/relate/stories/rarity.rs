//! Rarity: how telling a term is, learned from the stream as it goes.

/// In how many articles each term stood so far.
///
/// A table of fixed size without the terms: two that fall on one place count together, which makes
/// both a little less telling. It never grows: after [`MOST_ARTICLES`] all counts are halved, so that
/// what was news once counts as much as what is read today only for a while.
#[derive(Clone, Debug)]
pub(super) struct Rarity {
    found_in: Vec<u32>,
    articles: u32,
}

const PLACES_LOG2: u32 = 21;
const MOST_ARTICLES: u32 = 1 << 18;
/// Articles that stand in for all other news while few are read: a word in all of five articles is
/// still telling, because it would not be in most others.
const BACKGROUND: f32 = 60.0;
const UNSEEN: f32 = 0.7;
/// What a term in every article is still worth.
const LEAST: f32 = 0.1;

impl Rarity {
    pub(super) fn new() -> Rarity {
        Rarity { found_in: vec![0; 1 << PLACES_LOG2], articles: 0 }
    }

    /// Counts the terms of one article, each once.
    pub(super) fn count(&mut self, keys: impl Iterator<Item = u32>) {
        if self.articles == MOST_ARTICLES {
            self.articles /= 2;
            self.found_in.iter_mut().for_each(|it| *it /= 2);
        }
        self.articles += 1;
        for key in keys {
            self.found_in[place(key)] += 1;
        }
    }

    /// The inverse document frequency of a term (Spärck Jones 1972), natural logarithm.
    #[expect(clippy::cast_precision_loss, reason = "at most 2^18 articles")]
    pub(super) fn of(&self, key: u32) -> f32 {
        let found_in = self.found_in[place(key)] as f32;
        libm::logf((self.articles as f32 + BACKGROUND) / (found_in + UNSEEN)).max(LEAST)
    }

    pub(super) fn bytes(&self) -> usize {
        self.found_in.capacity() * size_of::<u32>()
    }
}

fn place(key: u32) -> usize {
    (key >> (32 - PLACES_LOG2)) as usize
}
