//! Idioms: whole phrases that tell a stance.

use crate::annotate::clauses::Line;
use crate::model::StanceKind;
use crate::text::tags::Tag;

/// Whose stance an idiom tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    /// The one before it: “Ortiz cast doubt on …”.
    Subject,
    /// The one behind “by” or “from”: “no confirmation from the ministry”.
    Agent,
    /// The one who is quoted or named as the source: “no date has been set, an aide said”.
    Speaker,
}

/// Whole phrases, each with what it tells and of whom.
#[rustfmt::skip]
const PHRASES: &[(&str, StanceKind, Holder)] = &[
    ("no such plan", StanceKind::Denies, Holder::Speaker),
    ("no such plans", StanceKind::Denies, Holder::Speaker),
    ("no concrete plan", StanceKind::Denies, Holder::Speaker),
    ("no concrete plans", StanceKind::Denies, Holder::Speaker),
    ("no plans to", StanceKind::Denies, Holder::Subject),
    ("no plan to", StanceKind::Denies, Holder::Subject),
    ("no intention of", StanceKind::Denies, Holder::Subject),
    ("no intention to", StanceKind::Denies, Holder::Subject),
    ("no intentions to", StanceKind::Denies, Holder::Subject),
    ("no interest in", StanceKind::Rejects, Holder::Subject),
    ("zero interest in", StanceKind::Rejects, Holder::Subject),
    ("not interested in", StanceKind::Rejects, Holder::Subject),
    ("nothing to do with", StanceKind::Denies, Holder::Subject),
    ("no truth to", StanceKind::Denies, Holder::Speaker),
    ("no immediate plans", StanceKind::Unconfirmed, Holder::Speaker),
    ("no immediate confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no official confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no immediate comment", StanceKind::Unconfirmed, Holder::Subject),
    ("no immediate response", StanceKind::Unconfirmed, Holder::Agent),
    ("no indication whether", StanceKind::Unconfirmed, Holder::Subject),
    ("no indication of whether", StanceKind::Unconfirmed, Holder::Subject),
    ("no preparations", StanceKind::Unconfirmed, Holder::Speaker),
    ("no decision", StanceKind::Unconfirmed, Holder::Speaker),
    ("no final decision", StanceKind::Unconfirmed, Holder::Speaker),
    ("no plans", StanceKind::Unconfirmed, Holder::Speaker),
    ("too early to", StanceKind::Unconfirmed, Holder::Speaker),
    ("too soon to", StanceKind::Unconfirmed, Holder::Speaker),
    ("premature to", StanceKind::Unconfirmed, Holder::Speaker),
    ("not yet certain", StanceKind::Unconfirmed, Holder::Speaker),
    ("remains to be seen", StanceKind::Unconfirmed, Holder::Speaker),
    ("less certain", StanceKind::Doubts, Holder::Subject),
    ("far from certain", StanceKind::Doubts, Holder::Speaker),
    ("pleaded not guilty", StanceKind::Denies, Holder::Subject),
    ("pleads not guilty", StanceKind::Denies, Holder::Subject),
    ("plead not guilty", StanceKind::Denies, Holder::Subject),
    ("maintains his innocence", StanceKind::Denies, Holder::Subject),
    ("maintained his innocence", StanceKind::Denies, Holder::Subject),
    ("maintains her innocence", StanceKind::Denies, Holder::Subject),
    ("maintained her innocence", StanceKind::Denies, Holder::Subject),
    ("impossible to talk", StanceKind::Denies, Holder::Speaker),
    ("lack of confidence", StanceKind::Doubts, Holder::Subject),
    ("urged caution", StanceKind::Doubts, Holder::Subject),
    ("note of caution", StanceKind::Doubts, Holder::Subject),
    ("cast doubt", StanceKind::Doubts, Holder::Subject),
    ("casting doubt", StanceKind::Doubts, Holder::Subject),
    ("poured cold water", StanceKind::Doubts, Holder::Subject),
    ("played down", StanceKind::Doubts, Holder::Subject),
    ("play down", StanceKind::Doubts, Holder::Subject),
    ("raised concerns", StanceKind::Doubts, Holder::Subject),
    ("raised doubts", StanceKind::Doubts, Holder::Subject),
    ("come out against", StanceKind::Rejects, Holder::Subject),
    ("came out against", StanceKind::Rejects, Holder::Subject),
    ("come out in favor of", StanceKind::Accepts, Holder::Subject),
    ("came out in favor of", StanceKind::Accepts, Holder::Subject),
    ("come out in favour of", StanceKind::Accepts, Holder::Subject),
    ("came out in favour of", StanceKind::Accepts, Holder::Subject),
    ("railed against", StanceKind::Rejects, Holder::Subject),
    ("dead on arrival", StanceKind::Rejects, Holder::Speaker),
    ("absolutely not", StanceKind::Rejects, Holder::Subject),
    ("non-starter for", StanceKind::Rejects, Holder::Agent),
    ("in opposition to", StanceKind::Rejects, Holder::Subject),
    ("voted in favor", StanceKind::Accepts, Holder::Subject),
    ("voted in favour", StanceKind::Accepts, Holder::Subject),
    ("voted for", StanceKind::Accepts, Holder::Subject),
    ("voted against", StanceKind::Rejects, Holder::Subject),
    ("vote against", StanceKind::Rejects, Holder::Subject),
    ("vote for", StanceKind::Accepts, Holder::Subject),
    ("go ahead for", StanceKind::Accepts, Holder::Subject),
    ("go-ahead for", StanceKind::Accepts, Holder::Subject),
    ("go ahead to", StanceKind::Accepts, Holder::Subject),
];

/// The idiom that starts at `at`: one past its last token, its stance, and whose it is.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<(usize, StanceKind, Holder)> {
    let first = line.word(at);
    // “A vote for a wall” is no stance.
    if first.starts_with("vot") && !line.tag(at).is_verb() {
        return None;
    }
    let opens = |phrase: &str| {
        phrase.strip_prefix(first).is_some_and(|it| it.is_empty() || it.starts_with(' '))
    };
    let mut phrases = PHRASES.iter().filter(|it| !first.is_empty() && opens(it.0));
    phrases.find_map(|it| Some((reads(line, at, it.0)?, it.1, it.2)))
}

/// One past the words of `phrase` where they stand at `at`, quotation marks in between left out:
/// “had “zero interest” in”.
fn reads(line: &Line<'_>, at: usize, phrase: &str) -> Option<usize> {
    let mut at = at;
    for word in phrase.split(' ') {
        while matches!(line.word(at), "\"" | "'")
            || line.tag(at) == Tag::Adv && line.word(at) != word
        {
            at += 1;
        }
        if line.word(at) != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
