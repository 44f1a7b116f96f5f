//! Large lists: persons' names, towns, territories and organisations from all over the world.

use std::sync::LazyLock;

use crate::text::fold;
use crate::text::weights::hash;

/// What the large lists tell of a word or phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Listed(u8);

impl Listed {
    /// In no list.
    pub(super) const NONE: Listed = Listed(0);
    /// A word of persons' names.
    pub const PERSON: Listed = Listed(1);
    /// A town.
    pub const TOWN: Listed = Listed(2);
    /// A large town.
    pub const CITY: Listed = Listed(4);
    /// A country, province or region.
    pub const TERRITORY: Listed = Listed(8);
    /// A word that is also written small.
    pub const COMMON: Listed = Listed(16);
    /// An organisation.
    pub const ORGANISATION: Listed = Listed(32);

    /// Whether it is in one of these lists.
    pub fn is(self, lists: Listed) -> bool {
        self.0 & lists.0 != 0
    }

    /// The lists of both.
    #[must_use]
    pub const fn or(self, other: Listed) -> Listed {
        Listed(self.0 | other.0)
    }

    /// One bit for each list.
    pub(super) fn bits(self) -> u32 {
        u32::from(self.0)
    }
}

/// What the lists tell of a folded word or phrase with this hash.
pub(super) fn of(hash: u32) -> Listed {
    TABLE.get(hash)
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

/// Hashes and their lists, open addressing. That a word which is in no list has the hash of one
/// that is happens once in some fifteen thousand words.
struct Table {
    slots: Vec<(u32, Listed)>,
}

/// A power of two, twice the number of words.
const N_SLOTS: usize = 1 << 19;

impl Table {
    fn read() -> Table {
        let mut table = Table { slots: vec![(0, Listed::default()); N_SLOTS] };
        for (list, listed) in [
            (include_str!("lists/persons.txt"), Listed::PERSON),
            (include_str!("lists/towns.txt"), Listed::TOWN),
            (include_str!("lists/cities.txt"), Listed::CITY),
            (include_str!("lists/territories.txt"), Listed::TERRITORY),
            (include_str!("lists/common.txt"), Listed::COMMON),
        ] {
            rows(list).for_each(|it| table.add(it, listed));
        }
        let organisations = rows(include_str!("lists/organisations.txt"));
        for name in organisations.filter(|it| !it.starts_with('[')).flat_map(|it| it.split(';')) {
            let name = name.trim();
            table.add(name.strip_prefix("the ").unwrap_or(name), Listed::ORGANISATION);
        }
        table
    }

    fn add(&mut self, name: &str, listed: Listed) {
        let is_folded = name.bytes().all(|it| it.is_ascii() && !it.is_ascii_uppercase());
        let hash = if is_folded { hash(name.bytes()) } else { hash(fold::plain(name).bytes()) };
        let slot = self.slot(hash);
        if let Some(it) = self.slots.get_mut(slot) {
            *it = (hash, it.1.or(listed));
        }
    }

    fn get(&self, hash: u32) -> Listed {
        self.slots.get(self.slot(hash)).map_or(Listed::default(), |it| it.1)
    }

    /// Where the hash is, or the free slot where it would be.
    fn slot(&self, hash: u32) -> usize {
        let mut at = hash as usize % N_SLOTS;
        while self.slots[at].0 != hash && self.slots[at].1 != Listed::default() {
            at = (at + 1) % N_SLOTS;
        }
        at
    }
}

fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|it| !it.starts_with('#') && !it.is_empty())
}
