//! Content words: the words of a stretch that say what it is about, in a form that can be compared.

use super::fold;
use super::words::{TokenKind, tokens};
use crate::model::Span;

/// The words of `span` that carry content, folded and stripped of common endings, in text order.
/// Numbers stay as written, without their commas.
pub fn content_words(text: &str, span: Span) -> Vec<String> {
    tokens(text, span)
        .into_iter()
        .filter(|it| it.kind != TokenKind::Mark)
        .filter_map(|it| content_word(it.span.of(text)))
        .collect()
}

/// One word as [`content_words`] gives it; `None` if it carries no content.
pub fn content_word(word: &str) -> Option<String> {
    let folded = fold::word(word);
    if folded.starts_with(|it: char| it.is_ascii_digit()) {
        return Some(folded.replace(',', ""));
    }
    let folded = folded.trim_end_matches('.');
    if folded.chars().count() < 2 || is_function_word(folded) { None } else { Some(stem(folded)) }
}

/// Whether a folded word only holds others together: “the”, “would”, “said”.
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.binary_search(&folded).is_ok()
}

/// The word without the endings of number, tense and person: “denied”, “denies” and “deny” agree.
///
/// A cut for comparing, not a lemma: what it returns need not be a word.
pub fn stem(folded: &str) -> String {
    if !folded.is_ascii() || folded.len() < 4 {
        return folded.to_owned();
    }
    let cut = |ending: &str| folded.strip_suffix(ending).filter(|it| it.len() >= 3);
    let base = if let Some(base) = cut("ies").or_else(|| cut("ied")) {
        return format!("{base}y");
    } else if let Some(base) = cut("sses") {
        return format!("{base}ss");
    } else if let Some(base) = cut("ing").or_else(|| cut("ed")).filter(|it| has_vowel(it)) {
        undoubled(base)
    } else if folded.ends_with("ss") || folded.ends_with("us") || folded.ends_with("is") {
        folded
    } else {
        cut("es").or_else(|| cut("s")).unwrap_or(folded)
    };
    base.strip_suffix('e').filter(|it| it.len() >= 3).unwrap_or(base).to_owned()
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// “stopp” becomes “stop”; “kill” stays as it is.
fn undoubled(base: &str) -> &str {
    let mut ends = base.bytes().rev();
    match (ends.next(), ends.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, b'l' | b's' | b'z' | b'e' | b'o') => {
            base.get(..base.len() - 1).unwrap_or(base)
        }
        _ => base,
    }
}

/// Folded, in order of bytes.
const FUNCTION_WORDS: &[&str] = &[
    "a",
    "about",
    "above",
    "according",
    "added",
    "after",
    "again",
    "against",
    "all",
    "almost",
    "along",
    "already",
    "also",
    "although",
    "always",
    "am",
    "among",
    "an",
    "and",
    "another",
    "any",
    "anyone",
    "anything",
    "are",
    "around",
    "as",
    "at",
    "away",
    "back",
    "be",
    "because",
    "been",
    "before",
    "being",
    "below",
    "between",
    "both",
    "but",
    "by",
    "came",
    "can",
    "cannot",
    "come",
    "could",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "doing",
    "don't",
    "done",
    "down",
    "during",
    "each",
    "either",
    "else",
    "even",
    "ever",
    "every",
    "for",
    "from",
    "further",
    "get",
    "gets",
    "getting",
    "give",
    "given",
    "go",
    "goes",
    "going",
    "gone",
    "got",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "having",
    "he",
    "he'd",
    "he'll",
    "he's",
    "hence",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "in",
    "including",
    "indeed",
    "into",
    "is",
    "isn't",
    "it",
    "it's",
    "its",
    "itself",
    "just",
    "least",
    "less",
    "let",
    "like",
    "made",
    "make",
    "makes",
    "making",
    "many",
    "may",
    "me",
    "might",
    "more",
    "moreover",
    "most",
    "mr",
    "mrs",
    "ms",
    "much",
    "must",
    "my",
    "myself",
    "near",
    "nearly",
    "neither",
    "never",
    "no",
    "none",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "often",
    "on",
    "once",
    "one",
    "only",
    "onto",
    "or",
    "other",
    "others",
    "our",
    "ours",
    "ourselves",
    "out",
    "over",
    "own",
    "per",
    "perhaps",
    "rather",
    "said",
    "same",
    "say",
    "saying",
    "says",
    "seem",
    "seemed",
    "seems",
    "several",
    "she",
    "she'd",
    "she'll",
    "she's",
    "should",
    "shouldn't",
    "since",
    "so",
    "some",
    "someone",
    "something",
    "soon",
    "still",
    "such",
    "take",
    "taken",
    "takes",
    "taking",
    "tell",
    "telling",
    "than",
    "that",
    "that's",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "there's",
    "therefore",
    "these",
    "they",
    "they'd",
    "they'll",
    "they're",
    "they've",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "together",
    "told",
    "too",
    "took",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "was",
    "wasn't",
    "way",
    "we",
    "we'd",
    "we'll",
    "we're",
    "we've",
    "well",
    "went",
    "were",
    "weren't",
    "what",
    "whatever",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whole",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "wouldn't",
    "yet",
    "you",
    "you'd",
    "you'll",
    "you're",
    "you've",
    "your",
    "yours",
    "yourself",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(content_words(text, Span::whole(text)).join(" "), expected);
    }

    #[test]
    fn what_a_sentence_is_about_is_left() {
        check(
            "The mayor’s office said that it would be closing 1,200 schools.",
            "mayor offic clos 1200 school",
        );
    }

    #[test]
    fn forms_of_one_word_agree() {
        for (a, b) in [
            ("denied", "deny"),
            ("killing", "killed"),
            ("stopped", "stops"),
            ("strikes", "strike"),
            ("losses", "loss"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn function_words_can_be_searched() {
        assert!(FUNCTION_WORDS.is_sorted());
    }
}
