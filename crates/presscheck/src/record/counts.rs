//! Counts: the few numbers that stand over a record, and conditions told once however often printed.

use std::collections::BTreeSet;

use crate::model::{Record, RecordCommitment};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// The numbers that stand over a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counts {
    /// Articles read.
    pub articles: usize,
    /// Outlets that published them.
    pub outlets: usize,
    /// Independent origins they come from.
    pub origins: usize,
    /// Quotations whose words differ from the fullest version without a mark.
    pub altered: usize,
    /// Quantities on which the articles do not agree.
    pub disputed: usize,
    /// Conditions that acts to come depend on, each told once.
    pub conditions: usize,
}

/// Counts what a reader looks for first.
pub fn counts(record: &Record) -> Counts {
    let versions = record.utterances.iter().flat_map(|it| &it.quotes);
    Counts {
        articles: record.story.articles,
        outlets: record.story.outlets,
        origins: record.story.origins,
        altered: versions.filter(|it| it.relation == "altered").count(),
        disputed: record.quantities.iter().filter(|it| !it.agree).count(),
        conditions: record.commitments.iter().map(|it| told_once(it).len()).sum(),
    }
}

/// Two conditions with this share of their content words in common are one, told twice. Chosen on
/// invented examples: “only if it doesn’t invade” and “as long as it does not invade” share 1 of 1.
const SAME_CONDITION: f64 = 0.5;

/// The conditions of a commitment, each told once: places in its list, the shortest wording first
/// in each group, groups in order of their first place.
pub fn told_once(commitment: &RecordCommitment) -> Vec<Vec<usize>> {
    let words: Vec<BTreeSet<String>> =
        commitment.conditions.iter().map(|it| content(&it.text)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (ix, own) in words.iter().enumerate() {
        let kind = &commitment.conditions[ix].kind;
        let same = groups.iter_mut().find(|group| {
            let first = group[0];
            binds_alike(&commitment.conditions[first].kind, kind)
                && likeness(&words[first], own) >= SAME_CONDITION
        });
        match same {
            Some(group) => group.push(ix),
            None => groups.push(vec![ix]),
        }
    }
    for group in &mut groups {
        group.sort_by_key(|&ix| (commitment.conditions[ix].text.len(), ix));
    }
    groups
}

/// “If there is no invasion” and “only if there is no invasion” are shown as one.
fn binds_alike(one: &str, other: &str) -> bool {
    one == other || matches!((one, other), ("if", "only-if") | ("only-if", "if"))
}

/// Share of the smaller set that the larger one holds too: 0 to 1.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let smaller = one.len().min(other.len());
    if smaller == 0 {
        return if one.len() == other.len() { 1.0 } else { 0.0 };
    }
    let shared = one.intersection(other).count();
    // Both counts are far below 2^52.
    #[expect(clippy::cast_precision_loss, reason = "a clause has few words")]
    let share = shared as f64 / smaller as f64;
    share
}

/// Words that say nothing of the matter itself.
const EMPTY: &[&str] = &[
    "a",
    "after",
    "an",
    "and",
    "any",
    "as",
    "be",
    "been",
    "but",
    "by",
    "condition",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "for",
    "further",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "if",
    "in",
    "is",
    "isn't",
    "it",
    "long",
    "no",
    "not",
    "of",
    "on",
    "once",
    "only",
    "or",
    "provided",
    "should",
    "so",
    "take",
    "that",
    "the",
    "then",
    "there",
    "they",
    "to",
    "unless",
    "until",
    "was",
    "were",
    "will",
    "with",
    "would",
];

/// The words that say what a clause is about, cut to their first five letters so that “invade” and
/// “invasion” meet.
fn content(clause: &str) -> BTreeSet<String> {
    tokens(clause, crate::model::Span::whole(clause))
        .into_iter()
        .filter(|it| it.kind != TokenKind::Mark)
        .map(|it| fold::word(it.span.of(clause)))
        .filter(|it| EMPTY.binary_search(&it.as_str()).is_err())
        .map(|it| it.chars().take(5).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordCondition;

    fn commitment(conditions: &[(&str, &str)]) -> RecordCommitment {
        let condition = |(kind, text): &(&str, &str)| RecordCondition {
            kind: (*kind).to_owned(),
            article: "a".to_owned(),
            start: 0,
            end: text.len(),
            text: (*text).to_owned(),
        };
        RecordCommitment {
            id: "c1".to_owned(),
            event: "talks".to_owned(),
            kind: "planned".to_owned(),
            parties: Vec::new(),
            conditions: conditions.iter().map(condition).collect(),
            after: Vec::new(),
            due: None,
            stances: Vec::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn one_condition_in_three_wordings_counts_once() {
        let it = commitment(&[
            ("only-if", "only if Norland does not blockade the strait"),
            ("if", "if Norland doesn’t further blockade the strait"),
            ("once", "after the mayors of both towns have met"),
        ]);
        assert_eq!(told_once(&it), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn the_same_matter_as_a_bar_and_as_a_need_stays_two() {
        let it = commitment(&[("only-if", "only if it rains"), ("unless", "unless it rains")]);
        assert_eq!(told_once(&it).len(), 2);
    }

    #[test]
    fn the_list_of_empty_words_can_be_searched() {
        assert!(EMPTY.is_sorted());
    }
}
