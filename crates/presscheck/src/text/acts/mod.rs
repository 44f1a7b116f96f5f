//! Acts: base forms of verbs and nouns, and which of them name the same kind of act.
//!
//! “Meet”, “summit” and “talks” can be one act in three articles. The families are our own list of
//! what news waits for; a word outside them stands for itself alone.

mod families;
mod forms;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use self::families::FAMILIES;
pub use self::families::{Family, phrasal};
pub use self::forms::{base, base_of};

/// What kind of act a word can name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Act {
    /// Its family.
    pub family: Family,
    /// Whether it can be a noun.
    pub noun: bool,
    /// Whether it can be a verb.
    pub verb: bool,
}

static ACTS: LazyLock<BTreeMap<&'static str, Act>> = LazyLock::new(|| {
    let mut found: BTreeMap<&'static str, Act> = BTreeMap::new();
    for &(family, nouns, verbs) in FAMILIES {
        for noun in nouns.split_whitespace() {
            found.entry(noun).or_insert(Act { family, noun: false, verb: false }).noun = true;
        }
        for verb in verbs.split_whitespace() {
            found.entry(verb).or_insert(Act { family, noun: false, verb: false }).verb = true;
        }
    }
    found
});

/// What kind of act the base form `base` names, if it is one that news waits for.
pub fn act(base: &str) -> Option<Act> {
    ACTS.get(base).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_verb_have_one_base() {
        for (form, expected) in [
            ("agreed", "agree"),
            ("agrees", "agree"),
            ("planned", "plan"),
            ("proposed", "propose"),
            ("proposing", "propose"),
            ("ratifies", "ratify"),
            ("ratified", "ratify"),
            ("meetings", "meeting"),
            ("vowed", "vow"),
            ("pledging", "pledge"),
            ("promised", "promise"),
            ("threatened", "threaten"),
            ("required", "require"),
            ("negotiated", "negotiate"),
            ("merging", "merge"),
            ("withdrawn", "withdraw"),
            ("urged", "urge"),
            ("decided", "decide"),
            ("called", "call"),
            ("insisted", "insist"),
            ("scheduled", "schedule"),
            ("accepted", "accept"),
            ("offered", "offer"),
            ("denied", "deny"),
            ("denies", "deny"),
            ("talks", "talk"),
            ("sanctions", "sanction"),
            ("closing", "closing"),
            ("warned", "warn"),
            ("refused", "refuse"),
            ("committed", "commit"),
            ("expected", "expect"),
            ("demanded", "demand"),
            ("asked", "ask"),
            ("needed", "need"),
            ("froze", "freeze"),
            ("withheld", "withhold"),
            ("cancelled", "cancel"),
            ("persuaded", "persuade"),
            ("loaded", "load"),
            ("prepared", "prepare"),
            ("explored", "explore"),
            ("citing", "cite"),
            ("added", "add"),
            ("disputed", "dispute"),
        ] {
            assert_eq!(base(form), expected, "{form}");
        }
    }

    #[test]
    fn a_verb_and_its_noun_are_one_family() {
        let family = |word| act(&base(word)).map(|it| it.family);
        assert_eq!(family("invaded"), family("invasion"));
        assert_eq!(family("summits"), family("met"));
        assert_ne!(family("summit"), family("ratify"));
        assert_eq!(family("table"), None);
    }

    #[test]
    fn a_verb_with_a_particle_is_the_plain_verb() {
        let of = |base: &str, words: [&'static str; 2]| phrasal(base, |nth| words[nth]);
        assert_eq!(of("call", ["off", ""]), ("cancel".to_owned(), 1));
        assert_eq!(of("call", ["the", "off"]), ("cancel".to_owned(), 2));
        assert_eq!(of("call", ["on", ""]), ("call".to_owned(), 0));
    }
}
