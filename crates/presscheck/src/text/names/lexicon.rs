//! The lexicon: what a word or short phrase by itself tells about names.

use std::sync::LazyLock;

use crate::text::fold;

/// What the lists tell of one word; see the file under `lists/` for each class.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $word:literal $bit:literal,)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Class = Class(1 << $bit);)*

            /// The class that a line of a list calls so.
            fn named(word: &str) -> Class {
                match word {
                    $($word => Self::$name,)*
                    _ => Self::default(),
                }
            }
        }
    };
}

classes! {
    /// Comes before a person's name: “President”, “Gov.”
    TITLE "title" 0,
    /// Comes before a name only: “Mr.”
    MR_TITLE "mrtitle" 1,
    /// A word for women alone.
    FEMALE "female" 2,
    /// A word for men alone.
    MALE "male" 3,
    /// What a person is: “spokesman”.
    ROLE "role" 4,
    /// Comes before a role: “press” in “press secretary”.
    ROLE_PART "rolemod" 5,
    /// People together: “officials”.
    PEOPLE "plural" 6,
    /// What an organisation is, in running text: “the company”.
    ORG_NOUN "orgnoun" 7,
    /// Last word of organisations' names: “Ministry”.
    ORG_HEAD "orghead" 8,
    /// Opens organisations' names, before “of” or “for”.
    ORG_START "orgstart" 9,
    /// Last word of places' names: “River”.
    PLACE_HEAD "placehead" 10,
    /// First word of places' names: “Lake”.
    PLACE_START "placestart" 11,
    /// Last word of names of laws, wars, prizes.
    OTHER_HEAD "otherhead" 12,
    /// Tells that somebody speaks.
    SAY "say" 13,
    /// An organisation that everybody knows.
    KNOWN_ORG "knownorg" 14,
    /// Capitals that name nobody: “CEO”.
    NO_ORG "notorg" 15,
    /// Months, days, feasts.
    CALENDAR "calendar" 16,
    /// Written with a capital, but no name of a person, organisation or place.
    NO_NAME "nonname" 17,
    /// Inside persons' names: “van”.
    PARTICLE "particle" 18,
    /// “who”, “which”.
    RELATIVE "relative" 19,
    /// Words of grammar.
    FUNCTION "function" 20,
    /// Common words that open sentences.
    COMMON "common" 21,
    /// A given name of men.
    GIVEN_M "m" 22,
    /// A given name of women.
    GIVEN_F "f" 23,
    /// A given name of either.
    GIVEN_B "b" 24,
    /// A surname.
    SURNAME "surname" 25,
    /// A country.
    COUNTRY "c" 26,
    /// A state or province.
    STATE "s" 27,
    /// A town or other place.
    TOWN "t" 28,
    /// A country's people and things: “French”.
    NATIONAL "national" 29,
    /// First word of a name of more words in the lists.
    OPENS "opens" 30,
}

impl Class {
    /// None of them.
    pub const NONE: Class = Class(0);
    /// A given name.
    pub const GIVEN: Class = Class(Self::GIVEN_M.0 | Self::GIVEN_F.0 | Self::GIVEN_B.0);
    /// A place.
    pub const PLACE: Class = Class(Self::COUNTRY.0 | Self::STATE.0 | Self::TOWN.0);

    /// Whether the word is of any of these classes.
    pub fn is(self, classes: Class) -> bool {
        self.0 & classes.0 != 0
    }

    /// The classes of both.
    #[must_use]
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What the lists tell of `word`, whatever its case and accents; the possessive ending is cut off.
pub fn class(word: &str) -> Class {
    let mut plain = [0; MOST_BYTES];
    if word.is_ascii() {
        let word = word.strip_suffix("'s").unwrap_or(word).as_bytes();
        let Some(lower) = plain.get_mut(..word.len()) else { return Class::default() };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        return TABLE.class(lower);
    }
    let folded = fold::word(word);
    TABLE.class(folded.as_bytes())
}

/// What the lists tell of a word or phrase that is folded already.
pub(super) fn class_of_bytes(folded: &[u8]) -> Class {
    TABLE.class(folded)
}

/// What the lists tell of a folded name of several words with blanks between.
pub fn class_of_phrase(folded: &str) -> Class {
    TABLE.class(folded.as_bytes())
}

/// The country that a national word such as `french` belongs to.
pub fn country_of(national: &str) -> Option<&'static str> {
    let at = NATIONS.binary_search_by_key(&national, |&(word, _)| word).ok()?;
    NATIONS.get(at).map(|&(_, country)| country)
}

/// Longer words are in no list.
const MOST_BYTES: usize = 40;

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);
static NATIONS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(nations);

const WORDS: &str = include_str!("lists/words.txt");
const PLACES: &str = include_str!("lists/places.txt");
const GIVEN_NAMES: &str = include_str!("lists/given_names.txt");
const SURNAMES: &str = include_str!("lists/surnames.txt");

/// A table from words to classes, open addressing: a look-up for every word of every article must
/// cost less than cutting the word out.
struct Table {
    slots: Vec<(String, Class)>,
}

impl Table {
    fn read() -> Table {
        let mut table = Table { slots: vec![(String::new(), Class::default()); 1 << 15] };
        let mut class = Class::default();
        for line in rows(WORDS) {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                class = Class::named(name);
                continue;
            }
            line.split_whitespace().for_each(|word| table.add(word, class));
        }
        for line in rows(PLACES) {
            let mut class = Class::default();
            for (nth, word) in line.split_whitespace().enumerate() {
                match word {
                    _ if nth == 0 => class = Class::named(word),
                    "/" => class = Class::NATIONAL,
                    _ => table.add(word, class),
                }
            }
        }
        for line in rows(GIVEN_NAMES) {
            let Some((name, sex)) = line.split_once(' ') else { continue };
            table.add(name, Class::named(sex));
        }
        rows(SURNAMES).for_each(|name| table.add(name, Class::SURNAME));
        table
    }

    /// Notes that a word, with `_` for its blanks, is of a class.
    fn add(&mut self, word: &str, class: Class) {
        let word = word.replace('_', " ");
        if let Some((first, _)) = word.split_once(' ') {
            self.put(first.to_owned(), Class::OPENS);
        }
        self.put(word, class);
    }

    fn put(&mut self, word: String, class: Class) {
        let slot = self.slot(word.as_bytes());
        if let Some((held, classes)) = self.slots.get_mut(slot) {
            *classes = classes.or(class);
            *held = word;
        }
    }

    fn class(&self, word: &[u8]) -> Class {
        self.slots.get(self.slot(word)).map_or(Class::default(), |it| it.1)
    }

    /// Where the word is, or the free slot where it would be. The table is less than half full, so
    /// the walk is short.
    fn slot(&self, word: &[u8]) -> usize {
        // FNV-1a: short keys, no seed.
        let hash = word.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0) & mask;
        while self.slots[at].0.as_bytes() != word && !self.slots[at].0.is_empty() {
            at = (at + 1) & mask;
        }
        at
    }
}

/// Lines that are no comments.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|it| !it.starts_with('#') && !it.is_empty())
}

fn nations() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for line in rows(PLACES) {
        let Some((names, nationals)) = line.split_once('/') else { continue };
        let Some(country) = names.split_whitespace().nth(1) else { continue };
        found.extend(nationals.split_whitespace().map(|it| (it, country)));
        found.extend(names.split_whitespace().skip(1).map(|it| (it, country)));
    }
    found.sort_unstable();
    found.dedup_by_key(|it| it.0);
    found
}
