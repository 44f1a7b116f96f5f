//! Whether an expression looks back or ahead, by the verbs around it.

use super::lexicon::{Sense, sense};
use crate::text::phrase::{Phrase, lower};

/// Which way an expression without a direction of its own looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    /// A verb near it is in the past.
    Back,
    /// “will meet Thursday”, “scheduled for”.
    Ahead,
    /// Nothing tells.
    Unknown,
}

/// How far a verb may stand before the expression, in tokens.
const FAR_BEFORE: usize = 24;
/// How far a verb may stand behind it.
const FAR_BEHIND: usize = 10;

/// The direction of the expression that covers the tokens from `from` up to `to`: the nearest
/// telling word before it decides, else the nearest one behind.
pub(super) fn direction(phrase: &Phrase<'_>, from: usize, to: usize) -> Direction {
    if from > 0 && phrase.any(from - 1, &["until", "till"]) {
        return Direction::Ahead;
    }
    if from > 0 && phrase.is(from - 1, "since") {
        return Direction::Back;
    }
    let mut at = from;
    let floor = from.saturating_sub(FAR_BEFORE);
    while at > floor {
        at -= 1;
        match telling(phrase, at) {
            Direction::Unknown => {}
            Direction::Back if is_passive_of_will(phrase, at) => {}
            found => return found,
        }
    }
    for at in to..(to + FAR_BEHIND).min(phrase.len()) {
        match telling(phrase, at) {
            Direction::Unknown => {}
            found => return found,
        }
    }
    if from > 0 && phrase.is(from - 1, "by") { Direction::Ahead } else { Direction::Unknown }
}

/// What one word tells of the direction of its clause.
fn telling(phrase: &Phrase<'_>, at: usize) -> Direction {
    let mut room = [0; 20];
    let word = lower(phrase.word(at), &mut room);
    match word {
        "will" | "shall" | "would" | "may" | "might" | "can" | "should" | "must" | "won't"
        | "upcoming" | "forthcoming" | "tentatively" => Direction::Ahead,
        "plans" | "plan" | "intends" | "expects" | "aims" | "hopes" if phrase.is(at + 1, "to") => {
            Direction::Ahead
        }
        "set" | "due" | "slated" | "scheduled" | "expected" | "planned" | "likely" | "poised"
        | "supposed" | "meant" | "rescheduled" | "postponed" | "delayed" | "extended" => {
            scheduled(phrase, at, word)
        }
        "to" => infinitive(phrase, at),
        "said" | "told" | "was" | "were" | "had" | "did" | "has" | "have" | "met" | "held"
        | "began" | "spoke" | "came" | "went" | "took" | "made" | "gave" | "saw" | "left"
        | "found" | "shot" | "fell" | "rose" | "won" | "lost" | "led" | "sent" | "brought"
        | "became" | "broke" | "got" | "ran" | "struck" | "wrote" | "fired" | "hit" | "says"
        | "died" | "didn't" | "wasn't" | "weren't" | "fought" | "drew" | "paid" | "kept"
        | "grew" | "spent" | "bought" | "sold" | "thought" | "felt" | "telling" | "saying"
        | "adding" | "warning" | "heard" | "showed" | "stood" | "rejected" => Direction::Back,
        _ if word.len() > 4 && word.ends_with("ed") && !is_adjective(phrase, at) => Direction::Back,
        _ if phrase.word(at).ends_with("’ll")
            || word.ends_with("'ll")
            || phrase.word(at) == "won’t" =>
        {
            Direction::Ahead
        }
        _ => Direction::Unknown,
    }
}

/// “is expected to”, “set for”, “due on” look ahead; “he expected” and “the set” do not.
fn scheduled(phrase: &Phrase<'_>, at: usize, word: &str) -> Direction {
    let opens = phrase
        .any(at + 1, &["to", "for", "on", "at", "in", "later", "early", "next", "until", "by"])
        || matches!(
            sense(phrase.bare(at + 1)),
            Sense::Weekday { .. } | Sense::Month { .. } | Sense::Today(_)
        );
    if opens || word == "due" || word == "slated" {
        Direction::Ahead
    } else if word.ends_with("ed") && !is_adjective(phrase, at) {
        Direction::Back
    } else {
        Direction::Unknown
    }
}

/// “to meet” looks ahead after a noun or a word of planning, not after “failed” or “forced”.
fn infinitive(phrase: &Phrase<'_>, at: usize) -> Direction {
    const PLANNING: &[&str] = &[
        "agreed",
        "agree",
        "agrees",
        "plan",
        "planning",
        "ready",
        "vowed",
        "promised",
        "pledged",
        "decided",
        "going",
        "preparing",
        "prepared",
        "wants",
        "want",
        "hoping",
        "invited",
        "scheduling",
        "deal",
        "deadline",
    ];
    if phrase.is(at + 1, "be") || at > 0 && phrase.any(at - 1, PLANNING) {
        return Direction::Ahead;
    }
    // A headline's future: “Ministers to meet Thursday”.
    if at > 0
        && at < 6
        && phrase.is_capital(at - 1)
        && phrase.word(at - 1).ends_with('s')
        && !phrase.is_capital(at + 1)
    {
        return Direction::Ahead;
    }
    Direction::Unknown
}

/// “a proposed meeting”: no verb.
fn is_adjective(phrase: &Phrase<'_>, at: usize) -> bool {
    at > 0
        && phrase.any(
            at - 1,
            &[
                "a", "an", "the", "their", "his", "her", "its", "this", "these", "of", "any",
                "more", "no",
            ],
        )
}

/// “will be decided”, “can be reached”: a past form that the verb before it turns ahead.
fn is_passive_of_will(phrase: &Phrase<'_>, at: usize) -> bool {
    (1..=3).any(|back| at >= back && phrase.any(at - back, &["be", "get"]))
}
