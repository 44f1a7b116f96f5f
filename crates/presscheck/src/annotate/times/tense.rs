//! Whether an expression looks back or ahead, by the verbs around it.

use super::lexicon::{Sense, sense};
use crate::text::phrase::{Phrase, lower};
use crate::text::tags::Tag;

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
    if from > 0 && phrase.any(from - 1, &["until", "till", "through"]) {
        return Direction::Ahead;
    }
    if from > 0 && phrase.is(from - 1, "since") {
        return Direction::Back;
    }
    // “by February” is a time limit, but for “had fallen by February” and “By noon it was over”.
    if from > 0 && phrase.is(from - 1, "by") {
        let had = (from.saturating_sub(8)..from).any(|it| phrase.is(it, "had"));
        let over = from == 1 && behind(phrase, to) == Direction::Back;
        return if had || over { Direction::Back } else { Direction::Ahead };
    }
    // “Tuesday’s deadly crash”.
    if phrase.word(to - 1) != phrase.bare(to - 1) && (to..to + 3).any(|it| is_mishap(phrase, it)) {
        return Direction::Back;
    }
    // “The funeral is Saturday”.
    if from > 0 && phrase.any(from - 1, &["is", "are"]) {
        return Direction::Ahead;
    }
    let mut at = from;
    let floor = from.saturating_sub(FAR_BEFORE);
    while at > floor {
        at -= 1;
        if from - at <= NEAR_MISHAP && is_mishap(phrase, at) {
            return Direction::Back;
        }
        match telling(phrase, at) {
            Direction::Unknown => {}
            Direction::Back if is_passive_of_will(phrase, at) => {}
            found => return found,
        }
    }
    behind(phrase, to)
}

/// The direction that the nearest telling word behind a place gives.
fn behind(phrase: &Phrase<'_>, to: usize) -> Direction {
    let mut words = (to..(to + FAR_BEHIND).min(phrase.len())).map(|it| telling(phrase, it));
    words.find(|it| *it != Direction::Unknown).unwrap_or(Direction::Unknown)
}

/// How far before the expression a mishap may stand that it dates, in tokens.
const NEAR_MISHAP: usize = 6;

/// Nouns for what nobody sets a day for: a crash on Friday was on the Friday that is over.
fn is_mishap(phrase: &Phrase<'_>, at: usize) -> bool {
    phrase.any(
        at,
        &[
            "shooting",
            "shootings",
            "attack",
            "attacks",
            "crash",
            "blast",
            "explosion",
            "bombing",
            "killing",
            "killings",
            "slaying",
            "stabbing",
            "fire",
            "earthquake",
            "quake",
            "robbery",
            "murder",
            "murders",
            "collision",
            "accident",
            "raid",
            "riot",
            "massacre",
            "death",
            "deaths",
            "incident",
            "storm",
            "flood",
            "landslide",
            "outage",
            "leak",
            "spill",
        ],
    )
}

/// What one word tells of the direction of its clause.
fn telling(phrase: &Phrase<'_>, at: usize) -> Direction {
    let mut room = [0; 20];
    let word = lower(phrase.word(at), &mut room);
    match word {
        "could" if phrase.any(at + 1, &["not", "n't"]) => Direction::Back,
        "will" | "shall" | "would" | "may" | "might" | "can" | "should" | "must" | "won't"
        | "could" | "upcoming" | "forthcoming" | "tentatively" => Direction::Ahead,
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
        "begins" | "starts" | "opens" | "reopens" | "resumes" | "meets" | "ends" | "expires"
        | "closes" | "kicks" | "takes" | "returns" | "convenes"
            if is_scheduled_present(phrase, at) =>
        {
            Direction::Ahead
        }
        _ if word.len() > 4 && word.ends_with("ed") && !is_adjective(phrase, at) => Direction::Back,
        _ if phrase.token(at).is_some_and(|it| it.tag == Tag::VerbPast) => Direction::Back,
        _ if phrase.word(at).ends_with("’ll")
            || word.ends_with("'ll")
            || phrase.word(at) == "won’t" =>
        {
            Direction::Ahead
        }
        _ => Direction::Unknown,
    }
}

/// “The trial opens Monday”, “talks resume on Friday”: the present of what is set down. In a
/// headline the present tells what happened.
fn is_scheduled_present(phrase: &Phrase<'_>, at: usize) -> bool {
    let ends = phrase.word(phrase.len().saturating_sub(1));
    matches!(ends, "." | "”" | "\"" | "’")
        && (at + 1..at + 4).any(|it| {
            matches!(
                sense(phrase.bare(it)),
                Sense::Weekday { .. } | Sense::Month { .. } | Sense::Today(_) | Sense::Step(_)
            )
        })
}

/// “is expected to”, “set for”, “due on” look ahead; “he expected” and “the set” do not.
fn scheduled(phrase: &Phrase<'_>, at: usize, word: &str) -> Direction {
    // “set a record on Tuesday”, “were set Tuesday”.
    let is_be = |it: &[&str]| at > 0 && phrase.any(at - 1, it);
    if word == "set" && !phrase.is(at + 1, "to") && !phrase.is(at + 1, "for") {
        let ahead = is_be(&["is", "are", "now", "already"]);
        return if ahead { Direction::Ahead } else { Direction::Back };
    }
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
        "agreement",
        "plans",
        "proposal",
    ];
    // “is believed to be”, “thought to have”: of what is, not of what will be.
    if at > 0
        && phrase.any(at - 1, &["believed", "thought", "reported", "known", "said", "alleged"])
    {
        return Direction::Unknown;
    }
    let is_to = at > 0 && phrase.any(at - 1, &["is", "are", "were", "was"]);
    if phrase.is(at + 1, "be") || is_to || at > 0 && phrase.any(at - 1, PLANNING) {
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
