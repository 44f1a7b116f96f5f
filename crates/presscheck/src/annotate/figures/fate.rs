//! What became of the people that a number counts: killed, wounded, taken to hospital, missing.

use crate::model::FigureKind;
use crate::text::phrase::Phrase;
use crate::text::tags::Tag;

use super::amounts::Amount;
use super::counted::{Reader, Words};
use super::lexicon;

/// How far an aside between a noun and its verb may reach, in words.
const MOST_ASIDE: usize = 24;

/// How far behind its verb the hospital or the wound may stand, in words.
const FAR: usize = 14;

/// How many words the first of two objects may have: “his wife, Ana Łuk, 34, and two sons”.
const MOST_OBJECT: usize = 12;

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

    /// Where an article knows of no dead, those shot are wounded.
    fn survived(&self, fate: Fate<'a>) -> Fate<'a> {
        if fate.told == "shot" && !self.deadly {
            Fate { told: "shot and wounded", ..fate }
        } else {
            fate
        }
    }

    fn told(&self, at: usize) -> Fate<'a> {
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
        // “two gunshot victims”.
        Some(self.told(at))
    }

    /// “people killed”, “were reportedly killed”, “inside the house were found dead”.
    fn fate_behind(&self, amount: &Amount, noun: &Words) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let mut at = noun.end;
        // “One of the three victims was killed”: what became of one did not become of three, but
        // “one of the two who died” says it of both.
        let part = self.is_whole_of_part(amount.from);
        let of_all = |at: usize| {
            !part || phrase.any(at, &["who", "that"]) || !lexicon::is_auxiliary(phrase.word(at))
        };
        if let Some(found) = self.predicate(at, true).filter(|_| of_all(at)) {
            return Some(found);
        }
        for _ in 0..3 {
            let next = self.behind_modifier(at);
            if next == at {
                return None;
            }
            at = next;
            if let Some(found) = self.predicate(at, false).filter(|_| !part) {
                return Some(found);
            }
        }
        None
    }

    /// Whether the amount that begins at a place is the whole of which a part is spoken of: “one of
    /// the three”, “four of the five”.
    fn is_whole_of_part(&self, from: usize) -> bool {
        const PARTS: &[&str] = &["one", "some", "most", "many", "several", "each", "none", "any"];
        let phrase = self.phrase;
        let the = usize::from(from > 0 && phrase.any(from - 1, &["the", "those", "these"]));
        let Some(of) = from.checked_sub(1 + the).filter(|&it| it > 0 && phrase.is(it, "of")) else {
            return false;
        };
        let last = self.amounts.partition_point(|it| it.to < of);
        phrase.any(of - 1, PARTS) || self.amounts.get(last).is_some_and(|it| it.to == of)
    }

    /// The place behind an aside, a phrase such as “in the car”, or “inside” at a place.
    fn behind_modifier(&self, at: usize) -> usize {
        let phrase = self.phrase;
        let aside = self.behind_aside(at);
        if aside > at {
            return aside;
        }
        let attached = self.attached(at);
        if !attached.is_empty() {
            return attached.end;
        }
        at + usize::from(phrase.any(at, &["inside", "outside", "aboard", "there", "all", "both"]))
    }

    /// The place behind an aside between commas: “four people, among them a boy, were hurt”.
    fn behind_aside(&self, at: usize) -> usize {
        let phrase = self.phrase;
        if !phrase.any(at, &[",", "—", "–"]) {
            return at;
        }
        let goes_on = |it: usize| {
            let word = phrase.word(it + 1);
            lexicon::is_auxiliary(word)
                || phrase.any(it + 1, SUFFERED)
                || phrase.any(it + 1, &["died", "remain", "remained"])
        };
        let mut close = (at + 1..(at + MOST_ASIDE).min(phrase.len()))
            .take_while(|it| !phrase.any(*it, &[";", ".", ":"]));
        close.find(|&it| phrase.any(it, &[",", "—", "–"]) && goes_on(it)).map_or(at, |it| it + 1)
    }

    /// What the verb group at a place says became of its subject. `fresh` where it stands right
    /// behind the noun, and a participle needs no “were”.
    fn predicate(&self, at: usize, fresh: bool) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let end = (at..at + 7).find(|&it| !self.is_helper(it) || self.begins_amount(it))?;
        if end == at && !fresh && !phrase.any(at, SUFFERED) && !phrase.any(at, &["died", "shot"]) {
            return None;
        }
        let word = phrase.word(end);
        if word == "shot" {
            return Some(self.shot(end));
        }
        // “Five were shot, two fatally”.
        if phrase.any(end, &["fatally", "mortally"]) {
            return Some(Fate { told: "killed", words: end..end + 1 });
        }
        if lexicon::is_casualty(word) {
            // “killed the guard”: they did it themselves.
            let active = end == at && lexicon::is_harming(word) && self.takes_object(end + 1);
            return (!active).then(|| self.told(end));
        }
        let found = self
            .wounds(end)
            .or_else(|| self.hit(end))
            .or_else(|| self.taken_to_hospital(end))
            .or_else(|| self.in_hospital(end));
        // “… to hospital, where they died”.
        found.map(|it| self.death_behind(it.words.end).unwrap_or(it))
    }

    /// Words that may stand between a noun and the verb that tells what became of it.
    fn is_helper(&self, at: usize) -> bool {
        const HELPERS: &[&str] = &[
            "also",
            "now",
            "found",
            "left",
            "who",
            "that",
            "reported",
            "confirmed",
            "believed",
            "feared",
            "been",
            "others",
            "still",
            "presumed",
            "remained",
            "remain",
            "remains",
            "to",
            "have",
            "pronounced",
            "declared",
            "listed",
            "later",
            "all",
            "both",
            "each",
            "either",
            "then",
            "got",
            "suspected",
            "expected",
            "lay",
            "lying",
            "was",
            "more",
        ];
        let word = self.phrase.word(at);
        lexicon::is_auxiliary(word)
            || self.phrase.any(at, HELPERS)
            || word.ends_with("ly")
                && word.len() > 4
                && !self.phrase.any(at, &["fatally", "mortally"])
    }

    /// “shot dead”, “shot and killed”, “shot several times and died”, “fatally shot”; else shot.
    fn shot(&self, at: usize) -> Fate<'a> {
        let phrase = self.phrase;
        let words = at..at + 1;
        if at > 0 && phrase.any(at - 1, &["fatally", "mortally"])
            || phrase.reads(at + 1, "to death")
            || phrase.any(at + 1, &["dead", "fatally"])
        {
            return Fate { told: "killed", words: at..at + 2 };
        }
        if phrase.is(at + 1, "and") && lexicon::is_casualty(phrase.word(at + 2)) {
            return self.told(at + 2);
        }
        self.death_behind(at + 1).unwrap_or(Fate { told: "shot", words })
    }

    /// “… and died”, “… where they were pronounced dead”, with no other amount before it.
    fn death_behind(&self, from: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let mut clause = (from..(from + FAR).min(phrase.len())).take_while(|&it| {
            !self.begins_amount(it) && !phrase.any(it, &[";", ".", "but", "after", "whom", "who"])
        });
        let at = clause.find(|&it| phrase.any(it, &["died", "dead"]))?;
        let told =
            phrase.any(at - 1, &["and", "pronounced", "declared", "they", "both", "all", "later"]);
        told.then(|| self.told(at))
    }

    /// “suffered wounds”, “with injuries”.
    fn wounds(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if !phrase.any(at, SUFFERED) {
            return None;
        }
        let wound = (at + 1..at + 9)
            .take_while(|&it| !phrase.any(it, &[".", ";"]))
            .find(|&it| phrase.any(it, &["injuries", "wounds", "injury", "wound"]))?;
        let told = if phrase.word(wound).starts_with(['w', 'W']) { "wounded" } else { "injured" };
        Some(Fate { told, words: wound..wound + 1 })
    }

    /// “hit by bullets”, “struck by gunfire”.
    fn hit(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let hit = phrase.any(at, &["hit", "struck", "grazed"]) && phrase.is(at + 1, "by");
        let bullet = (at + 2..at + 7).any(|it| phrase.any(it, BULLETS));
        (hit && bullet).then(|| Fate { told: "wounded", words: at..at + 1 })
    }

    /// “taken to the hospital”, “treated at a hospital for burns”.
    fn taken_to_hospital(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if !phrase.any(at, TAKEN) {
            return None;
        }
        let place = (at + 1..(at + FAR).min(phrase.len()))
            .take_while(|&it| !phrase.any(it, &[".", ";"]) && !self.begins_amount(it))
            .find(|&it| lexicon::is_hospital(phrase.word(it)));
        match place {
            Some(place) => Some(Fate { told: "hospitalized", words: at..place + 1 }),
            None if phrase.is(at, "treated") && phrase.any(at + 1, &["for", "and", "at"]) => {
                Some(Fate { told: "injured", words: at..at + 1 })
            }
            None => None,
        }
    }

    /// “in critical condition”, “in the hospital”, “recovering”.
    fn in_hospital(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if phrase.any(at, &["recovering", "recuperating"]) {
            return Some(Fate { told: "injured", words: at..at + 1 });
        }
        if !phrase.any(at, &["in", "at"]) {
            return None;
        }
        let place = (at + 1..at + 6)
            .take_while(|&it| !phrase.any(it, &[".", ";", ","]))
            .find(|&it| phrase.is(it, "condition") || lexicon::is_hospital(phrase.word(it)))?;
        // “In critical condition” are some of the hurt; all of them only where “all” says so.
        let all = (at.saturating_sub(6)..at).any(|it| phrase.is(it, "all"));
        if phrase.is(place, "condition") && !all {
            let told = phrase.span(at, place + 1)?.of(phrase.text());
            return Some(Fate { told, words: at..place + 1 });
        }
        Some(Fate { told: "hospitalized", words: at..place + 1 })
    }

    /// Whether an object begins at a place: “killed the guard”.
    fn takes_object(&self, at: usize) -> bool {
        self.phrase.any(
            at,
            &["the", "a", "an", "his", "her", "their", "him", "them", "himself", "herself"],
        ) || self.begins_amount(at)
    }

    /// “killed 10”, “killing at least two people”, “the death of 12”, “sent four to the hospital”.
    fn fate_before(&self, amount: &Amount, noun: &Words) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        let mut at = amount.from.checked_sub(1)?;
        for _ in 0..5 {
            if phrase.is(at + 1, "of") && phrase.any(at, DEATHS) {
                return Some(Fate { told: "killed", words: at..at + 1 });
            }
            let fatal = at > 0 && phrase.is(at - 1, "fatal");
            if phrase.is(at + 1, "of") && fatal {
                return Some(Fate { told: "killed", words: at - 1..at + 1 });
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

    /// “fatally shot her husband and three sons”: one object of a harming verb beside another.
    fn joined_fate(&self, amount: &Amount) -> Option<Fate<'a>> {
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
        if before(&["was", "were", "been", "being", "is", "are"]) {
            return None;
        }
        let shot = phrase.any(at, &["shot", "shooting", "wounded", "wounding"]);
        if shot && before(&["fatally", "mortally"]) || phrase.reads(at + 1, "to death") {
            return Some(Fate { told: "killed", words: at..at + 1 });
        }
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

/// Verbs whose subject is hurt, where injuries follow.
const SUFFERED: &[&str] = &[
    "suffered",
    "sustained",
    "received",
    "suffering",
    "suffer",
    "sustaining",
    "receiving",
    "had",
    "having",
];

/// Verbs of taking people to hospital.
const TAKEN: &[&str] = &[
    "taken",
    "rushed",
    "transported",
    "sent",
    "flown",
    "airlifted",
    "brought",
    "admitted",
    "driven",
    "treated",
    "carried",
    "transferred",
    "went",
    "arrived",
];

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
    "hospitalized",
    "hospitalizing",
];

/// What people are hit by that wounds them.
const BULLETS: &[&str] = &[
    "bullet",
    "bullets",
    "gunfire",
    "gunshot",
    "gunshots",
    "shots",
    "shot",
    "rounds",
    "shrapnel",
    "fragments",
    "pellets",
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
