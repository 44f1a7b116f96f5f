//! What the verb before people says was done to them: “killing at least two”, “the death of 12”.

use crate::text::tags::Tag;

use super::amounts::Amount;
use super::counted::{Reader, Words};
use super::fate::{Fate, INJURIES};
use super::lexicon;

/// How many words the first of two objects may have: “his wife, Ana Łuk, 34, and two sons”.
const MOST_OBJECT: usize = 12;

impl<'a> Reader<'a> {
    /// “killed 10”, “killing at least two people”, “the death of 12”, “sent four to the hospital”.
    pub(super) fn fate_before(&self, amount: &Amount, noun: &Words) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let mut at = amount.from.checked_sub(1)?;
        for _ in 0..5 {
            if phrase.is(at + 1, "of") && phrase.any(at, DEATHS) {
                if at > 0 && phrase.any(at - 1, ATTEMPTED) {
                    return None;
                }
                return Some(Fate { told: "killed", words: at..at + 1 });
            }
            if phrase.is(at, "lives") && phrase.is(at + 1, "of") {
                return self.lives(at);
            }
            if phrase.any(at, INJURIES) && phrase.is(at + 1, "to") {
                return Some(Fate { told: "injured", words: at..at + 1 });
            }
            let fatal = at > 0 && phrase.is(at - 1, "fatal");
            if phrase.is(at + 1, "of") && fatal {
                return Some(Fate { told: "killed", words: at - 1..at + 1 });
            }
            // “took two lives”.
            if phrase.any(at, TAKING_LIVES) && phrase.any(noun.end.saturating_sub(1), &["lives"]) {
                return Some(Fate { told: "lost", words: at..at + 1 });
            }
            if phrase.any(at, HOSPITALIZED) {
                return self.done_to(at);
            }
            if phrase.any(at, SENT) {
                let place =
                    (noun.end..noun.end + 6).find(|&it| lexicon::is_hospital(phrase.word(it)))?;
                return Some(Fate { told: "hospitalized", words: at..place + 1 });
            }
            if lexicon::is_harming(phrase.word(at)) {
                return self.done_to(at);
            }
            let light = [
                "another", "the", "of", "all", "and", "dead", "some", "other", "a", "its", "her",
                "his", "their", "those", "these", "to", "death", "down", "both",
            ];
            if !phrase.any(at, &light) && !phrase.word(at).ends_with("ly") {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// “claimed the lives of three”, “took two lives”; the lives of those saved go on.
    fn lives(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let the = usize::from(at > 0 && phrase.any(at - 1, &["the", "those", "these"]));
        let verb = at.checked_sub(1 + the)?;
        phrase.any(verb, TAKING_LIVES).then(|| Fate { told: "killed", words: at..at + 1 })
    }

    /// “fatally shot her husband and three sons”: one object of a harming verb beside another.
    pub(super) fn joined_fate(&self, amount: &Amount) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let joint = amount.from.checked_sub(1).filter(|it| phrase.is(*it, "and"))?;
        let named = |at: usize| {
            let tag = phrase.token(at).map_or(Tag::None, |it| it.tag);
            matches!(
                tag,
                Tag::Det
                    | Tag::Adj
                    | Tag::Noun
                    | Tag::NounPlural
                    | Tag::Propn
                    | Tag::Num
                    | Tag::Pron
            ) || phrase.is(at, ",")
        };
        let verb = (joint.saturating_sub(MOST_OBJECT)..joint).rev().find(|&it| !named(it))?;
        (verb + 1 < joint && lexicon::is_harming(phrase.word(verb)))
            .then(|| self.done_to(verb))
            .flatten()
    }

    /// What the harming verb at a place does to its object; nothing where it is passive.
    fn done_to(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let before = |words: &[&str]| at > 0 && phrase.any(at - 1, words);
        // What is meant or tried befalls nobody: “to kill”, “attempted murder”.
        if before(&["was", "were", "been", "being", "is", "are", "to"]) || before(ATTEMPTED) {
            return None;
        }
        // “Counts of murder”.
        if before(&["of"]) && phrase.any(at, &["murder", "wound", "wounds"]) {
            return None;
        }
        let shot = phrase.any(at, &["shot", "shooting", "wounded", "wounding"]);
        if shot && before(&["fatally", "mortally"]) || phrase.reads(at + 1, "to death") {
            return Some(Fate { told: "killed", words: at..at + 1 });
        }
        Some(self.told(at))
    }
}

/// What is tried befalls nobody.
const ATTEMPTED: &[&str] = &["attempted", "attempting"];

/// Verbs whose object ends in hospital: “put four people in the hospital”.
const SENT: &[&str] = &[
    "sent",
    "sends",
    "send",
    "sending",
    "put",
    "puts",
    "putting",
    "landed",
    "landing",
    "left",
    "leaving",
    "took",
    "taking",
    "rushed",
    "transported",
];

/// Verbs whose object is in hospital.
const HOSPITALIZED: &[&str] = &["hospitalized", "hospitalizing", "hospitalised", "hospitalising"];

/// Verbs whose object is the lives of the dead.
const TAKING_LIVES: &[&str] = &[
    "claimed", "claiming", "claims", "took", "taken", "taking", "take", "takes", "cost", "costing",
    "costs", "lost", "ended", "ending",
];

/// Nouns whose “of” names the dead.
const DEATHS: &[&str] = &[
    "deaths",
    "death",
    "killings",
    "killing",
    "murders",
    "murder",
    "slayings",
    "slaying",
    "massacre",
    "homicides",
    "homicide",
    "bodies",
];
