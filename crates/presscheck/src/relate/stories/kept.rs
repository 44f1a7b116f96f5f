//! What is kept of an article: its most telling terms, six bytes each.

use super::rarity::Rarity;
use super::terms::{Kind, Term};

/// Terms kept of one article.
const MOST_TERMS: usize = 96;

/// A term with its weight in its article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) key: u32,
    pub(super) kind: Kind,
    pub(super) is_lead: bool,
    pub(super) is_title: bool,
    pub(super) weight: f32,
}

/// The same in six bytes: the key in two halves; the weight in 1/[`STEPS`]; kind and field.
#[derive(Clone, Copy, Debug)]
struct Packed([u16; 3]);

const STEPS: f32 = 6.0;
const LEAD: u16 = 0x08;
const TITLE: u16 = 0x10;

/// An article’s terms in order of their keys.
#[derive(Clone, Debug)]
pub(super) struct Kept(Box<[Packed]>);

impl Kept {
    /// Weighs the terms by what is known of their rarity and keeps those that weigh most.
    pub(super) fn of(terms: &[Term], rarity: &Rarity) -> Kept {
        let mut all: Vec<Weighed> = terms.iter().map(|it| weigh(it, rarity)).collect();
        if all.len() > MOST_TERMS {
            all.select_nth_unstable_by(MOST_TERMS, |a, b| {
                b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key))
            });
            all.truncate(MOST_TERMS);
            all.sort_unstable_by_key(|it| it.key);
        }
        Kept(all.iter().map(|it| Packed::of(*it)).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Weighed> {
        self.0.iter().map(|it| it.weighed())
    }

    /// The `most` terms that weigh most, in order of their keys.
    pub(super) fn heaviest(&self, most: usize) -> Vec<u32> {
        let mut terms: Vec<(f32, u32)> = self.iter().map(|it| (it.weight, it.key)).collect();
        if terms.len() > most {
            terms.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            terms.truncate(most);
        }
        // In a fixed order, so that sums round alike.
        terms.sort_unstable_by_key(|it| it.1);
        terms.into_iter().map(|it| it.1).collect()
    }

    /// Whether the article says how old someone is.
    pub(super) fn tells_age(&self) -> bool {
        self.iter().any(|it| matches!(it.kind, Kind::Person | Kind::Age))
    }

    pub(super) fn bytes(&self) -> usize {
        // The allocator adds a word or two of its own.
        self.0.len() * size_of::<Packed>() + 16
    }
}

fn weigh(term: &Term, rarity: &Rarity) -> Weighed {
    let of_kind = match term.kind {
        Kind::Person => 2.0,
        Kind::FullName | Kind::Name => 1.6,
        Kind::Word => 1.0,
        Kind::Age | Kind::Figure => 0.8,
    };
    let common = if term.is_common { 0.35 } else { 1.0 };
    let lead = if term.is_lead { 1.5 } else { 1.0 };
    let often = 1.0 + libm::logf(f32::from(term.times));
    Weighed {
        key: term.key,
        kind: term.kind,
        is_lead: term.is_lead,
        is_title: term.is_title,
        weight: of_kind * common * lead * often * rarity.of(term.key),
    }
}

impl Packed {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within a byte; the key is halved"
    )]
    fn of(it: Weighed) -> Packed {
        let kind = Kind::ALL.iter().position(|kind| *kind == it.kind).unwrap_or(0) as u16;
        let field = if it.is_lead { LEAD } else { 0 } | if it.is_title { TITLE } else { 0 };
        let weight = (it.weight * STEPS).clamp(1.0, 255.0) as u16;
        Packed([(it.key >> 16) as u16, it.key as u16, weight << 8 | field | kind])
    }

    fn weighed(self) -> Weighed {
        let [high, low, rest] = self.0;
        Weighed {
            key: u32::from(high) << 16 | u32::from(low),
            kind: Kind::ALL[usize::from(rest & 7).min(Kind::ALL.len() - 1)],
            is_lead: rest & LEAD != 0,
            is_title: rest & TITLE != 0,
            weight: f32::from(rest >> 8) / STEPS,
        }
    }
}
