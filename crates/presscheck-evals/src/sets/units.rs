//! When two units are one: currencies, percent and measures by name, counted things by their noun.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

/// One unit a line, the first word names it. A word may stand for several units (“pound”).
static NAMES: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| {
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in include_str!("units.txt").lines() {
        let mut words = line.split_whitespace().peekable();
        let Some(&unit) = words.peek() else { continue };
        for word in words {
            names.entry(word).or_default().insert(unit);
        }
    }
    names
});

/// A bare dollar may be any of them.
const DOLLARS: &[&str] = &["usd", "aud", "cad", "nzd", "hkd", "sgd"];

const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("kids", "child"),
    ("kid", "child"),
    ("feet", "foot"),
    ("lives", "life"),
    ("wives", "wife"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("series", "series"),
    ("data", "data"),
    ("aircraft", "aircraft"),
];

/// Whether a unit is money, a share or a physical measure, and no thing counted.
pub(super) fn is_measure(unit: &str) -> bool {
    !measures(before_per(unit)).is_empty() || !measures(unit).is_empty()
}

/// Whether the found unit is the labelled one. “dollar per barrel” asks for the measure and, in
/// unit or what is counted, for the word after it; a counted thing asks for its noun.
pub(super) fn same(label: &str, unit: &str, what: &str) -> bool {
    static OF: LazyLock<Regex> = LazyLock::new(|| pattern(" (?:of|per|in|for) "));
    let wanted = measures(label);
    if !wanted.is_empty() {
        return !wanted.is_disjoint(&measures(unit));
    }
    let halves = label.split_once(" per ").into_iter().chain(label.split_once('/'));
    // The earlier of the two separators cuts.
    if let Some((measure, thing)) = halves.min_by_key(|it| it.0.len())
        && !measures(measure).is_empty()
    {
        return !measures(measure).is_disjoint(&measures(before_per(unit)))
            && words(&[thing]).is_subset(&words(&[unit, what]));
    }
    let head = OF.splitn(label, 2).next().unwrap_or_default();
    let noun = head.split_whitespace().last().map(|it| words(&[it])).unwrap_or_default();
    !noun.is_empty() && noun.is_subset(&words(&[unit, what]))
}

/// The units a word may mean; none when it is no measure.
fn measures(unit: &str) -> BTreeSet<&'static str> {
    let text = unit.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let found = NAMES
        .get(text.replace(' ', "-").as_str())
        .or_else(|| NAMES.get(text.trim_end_matches('.')))
        .or_else(|| NAMES.get(singular(&text).replace(' ', "-").as_str()));
    let mut found = found.cloned().unwrap_or_default();
    if found.contains("dollar") {
        found.extend(DOLLARS);
    }
    found
}

fn before_per(unit: &str) -> &str {
    static PER: LazyLock<Regex> = LazyLock::new(|| pattern(" per | an? |/"));
    PER.splitn(unit, 2).next().unwrap_or_default()
}

fn words(texts: &[&str]) -> BTreeSet<String> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{Lo}][\w'’-]*"));
    texts.iter().flat_map(|it| WORD.find_iter(it)).map(|it| singular(it.as_str())).collect()
}

fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    let word = lower.trim_matches(['.', ',', ';', ':']);
    if let Some(it) = IRREGULAR.iter().find(|it| it.0 == word) {
        return it.1.to_owned();
    }
    let length = word.chars().count();
    let ends = |endings: &[&str]| endings.iter().any(|it| word.ends_with(it));
    let cut = |ending: &str, put: &str| word.strip_suffix(ending).map(|it| format!("{it}{put}"));
    if ends(&["ies"]) && length > 4 {
        return cut("ies", "y").unwrap_or_default();
    }
    if ends(&["ss", "us", "is"]) || length < 4 {
        return word.to_owned();
    }
    if let Some(it) = cut("men", "man") {
        return it;
    }
    if ends(&["ches", "shes", "xes", "zes", "sses", "uses"]) {
        return cut("es", "").unwrap_or_default();
    }
    cut("s", "").unwrap_or_else(|| word.to_owned())
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_has_many_names_and_a_counted_thing_its_noun() {
        assert!(same("USD", "dollars", ""));
        assert!(same("km", "kilometres", ""));
        assert!(same("dollar per barrel", "USD per barrel", ""));
        assert!(same("ships", "ship", "ships at anchor"));
        assert!(!same("ships", "people", "sailors at anchor"));
        assert!(!same("percent", "people", ""));
    }

    #[test]
    fn things_counted_are_no_measures() {
        assert!(is_measure("dollars a day") && is_measure("%"));
        assert!(!is_measure("ships"));
    }
}
