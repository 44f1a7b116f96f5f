//! The labels of a story, as its folder's `gold.json` and `chrome.json` hold them.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Everything that people labelled in a story. A label with `optional` counts neither for nor
/// against.
#[derive(Deserialize)]
pub(super) struct Labels {
    #[serde(default)]
    pub(super) quotes: Vec<QuoteLabel>,
    #[serde(default)]
    pub(super) times: Vec<TimeLabel>,
    #[serde(default)]
    pub(super) figures: Vec<FigureLabel>,
    pub(super) commitments: Vec<ActLabel>,
    pub(super) conflicts: Vec<ConflictLabel>,
}

#[derive(Deserialize)]
pub(super) struct QuoteLabel {
    pub(super) file: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speaker: Option<String>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    /// Quotations of one utterance share it.
    pub(super) group: Option<String>,
    pub(super) relation: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct TimeLabel {
    pub(super) file: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: String,
    /// Other values that are right.
    pub(super) alt: Option<Vec<String>>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct FigureLabel {
    pub(super) file: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    /// Figures that count the same thing share it.
    pub(super) group: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct ActLabel {
    pub(super) id: String,
    #[serde(default)]
    pub(super) conditions: Vec<PlaceLabel>,
    #[serde(default)]
    pub(super) after: Vec<String>,
    #[serde(default)]
    pub(super) stances: Vec<StanceLabel>,
    #[serde(default)]
    pub(super) evidence: Vec<PlaceLabel>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct PlaceLabel {
    pub(super) file: String,
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct StanceLabel {
    pub(super) party: String,
    pub(super) stance: String,
    /// Other stances that are right.
    pub(super) alt_stance: Option<Vec<String>>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
pub(super) struct ConflictLabel {
    pub(super) kind: String,
    pub(super) sides: Vec<PlaceLabel>,
    #[serde(default)]
    pub(super) optional: bool,
}

/// Lines that are no part of an article.
#[derive(Deserialize)]
pub(super) struct Chrome {
    pub(super) chrome: Vec<ChromeLabel>,
}

#[derive(Deserialize)]
pub(super) struct ChromeLabel {
    pub(super) file: String,
    pub(super) text: String,
    /// Which occurrence of the text is meant, from 0.
    #[serde(default)]
    pub(super) nth: usize,
}

/// The words of a name in lower case, without accents and marks.
pub(super) fn folded(name: &str) -> Vec<String> {
    let plain: String =
        name.nfkd().filter(|it| canonical_combining_class(*it) == 0).collect::<String>();
    plain
        .to_lowercase()
        .split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()))
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether `name` is one of `accepted`: the last words agree, or half of all words do.
pub(super) fn same_name<'a>(
    name: Option<&str>,
    accepted: impl IntoIterator<Item = &'a str>,
) -> bool {
    let name = folded(name.unwrap_or_default());
    if name.is_empty() {
        return false;
    }
    accepted.into_iter().any(|it| {
        let other = folded(it);
        if other.is_empty() {
            return false;
        }
        let (a, b): (std::collections::BTreeSet<_>, std::collections::BTreeSet<_>) =
            (name.iter().collect(), other.iter().collect());
        name.last() == other.last() || a.intersection(&b).count() * 2 >= a.union(&b).count()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_enough_and_accents_do_not_matter() {
        assert!(same_name(Some("Pallarès"), ["Núria Pallares"]));
        assert!(!same_name(Some("Núria"), ["Mireia Castells"]));
        assert!(!same_name(None, ["Núria Pallarès"]));
    }
}
