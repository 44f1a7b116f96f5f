//! What became of the people that a number counts: killed, wounded, taken to hospital, missing.

use crate::model::FigureKind;
use crate::text::phrase::Phrase;

use super::amounts::Amount;
use super::counted::{Reader, Words};
use super::lexicon;

/// How far behind its verb the hospital or the wound may stand, in words.
pub(super) const FAR: usize = 14;

/// What became of people, and the words that say so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fate<'a> {
    /// As it is told of those it befell: `killed` for “killing”.
    pub(super) told: &'a str,
    /// The words.
    pub(super) words: Words,
}

impl<'a> Reader<'a> {
    /// What became of those that the amount at `ix` counts, who are called `noun`.
    pub(super) fn fate(&self, ix: usize, amount: &Amount, noun: &Words) -> Option<Fate<'a>> {
        self.crime(amount)
            .or_else(|| self.fate_behind(amount, noun))
            .or_else(|| self.fate_within(noun))
            .or_else(|| self.fate_before(amount, noun))
            .or_else(|| self.shared_fate(ix, noun.end))
            .or_else(|| self.joined_fate(amount))
            .map(|it| self.survived(it))
    }

    /// Where an article knows of no dead, or says that they live, those shot are wounded.
    fn survived(&self, fate: Fate<'a>) -> Fate<'a> {
        if fate.told == "shot" && (!self.deadly || self.lives_on(fate.words.end)) {
            Fate { told: "shot and wounded", ..fate }
        } else {
            fate
        }
    }

    /// Whether a clause goes on to say that people live: “… and are expected to survive”.
    fn lives_on(&self, from: usize) -> bool {
        const LIVING: &[&str] = &["survive", "survived", "recover", "recovering", "ok", "okay"];
        let phrase = self.phrase;
        let mut clause = (from..(from + FAR).min(phrase.len())).take_while(|&it| {
            !self.begins_amount(it) && !phrase.any(it, &[".", ";", "died", "dead", "killed"])
        });
        clause.any(|it| {
            phrase.any(it, LIVING)
                || phrase.word(it).ends_with("life-threatening")
                || phrase.reads(it, "life threatening")
        })
    }

    pub(super) fn told(&self, at: usize) -> Fate<'a> {
        Fate { told: lexicon::suffered(self.phrase.word(at)), words: at..at + 1 }
    }

    /// “a double murder”.
    fn crime(&self, amount: &Amount) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if !phrase.any(amount.from, &["double", "triple", "quadruple", "quintuple"]) {
            return None;
        }
        let fatal = usize::from(phrase.is(amount.to, "fatal"));
        let crime = lexicon::crime(phrase.bare(amount.to + fatal))?;
        let told = if fatal == 1 { "killed" } else { crime };
        Some(Fate { told, words: amount.to..amount.to + 1 + fatal })
    }

    /// “slain officers”, “three bodies”.
    fn fate_within(&self, noun: &Words) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if noun.end > noun.start && phrase.any(noun.end - 1, &["bodies", "corpses"]) {
            return Some(Fate { told: "dead", words: noun.end - 1..noun.end });
        }
        let at = noun.clone().find(|&it| lexicon::is_casualty(phrase.word(it)))?;
        Some(self.told(at))
    }

    /// “nine students and one teacher were killed”, “killed three women and two men”.
    fn shared_fate(&self, ix: usize, end: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let joined = |from: usize, to: usize| {
            from <= to
                && to - from <= 2
                && (from..to).all(|it| phrase.any(it, &["and", ",", "or", "as", "well"]))
                && from < to
        };
        if let Some(next) = self.amounts.get(ix + 1).filter(|it| joined(end, it.from)) {
            let noun = self.noun_phrase(self.behind_of(next.to));
            let both = self.fate_behind(next, &noun);
            let alone = noun.is_empty() || self.fate_within(&noun).is_some();
            if let Some(fate) = both.filter(|_| next.kind == FigureKind::Count && !alone) {
                return Some(fate);
            }
        }
        let last = self.amounts.get(ix.checked_sub(1)?)?;
        let this = self.amounts.get(ix)?;
        let noun = self.noun_phrase(self.behind_of(last.to));
        let before = self.fate_before(last, &noun)?;
        joined(noun.end, this.from).then_some(before)
    }
}

/// Whether the word at a place says that somebody died: “killed”, “murder”, but not “attempted
/// murder”.
pub(super) fn is_deadly(phrase: &Phrase<'_>, at: usize) -> bool {
    lexicon::is_death(phrase.word(at))
        && !(1..=4).any(|it| at >= it && phrase.any(at - it, &["attempted", "attempting", "no"]))
}

/// What is suffered.
pub(super) const INJURIES: &[&str] = &["injuries", "wounds", "injury", "wound"];
