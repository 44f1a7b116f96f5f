//! What the words behind people say became of them: “were killed”, “suffered wounds”.

use crate::text::tags::Tag;

use super::amounts::Amount;
use super::counted::{Reader, Words};
use super::fate::{FAR, Fate, INJURIES};
use super::lexicon;

/// How far an aside between a noun and its verb may reach, in words.
const MOST_ASIDE: usize = 24;

impl<'a> Reader<'a> {
    /// “people killed”, “were reportedly killed”, “inside the house were found dead”.
    pub(super) fn fate_behind(&self, amount: &Amount, noun: &Words) -> Option<Fate<'a>> {
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
        let doing = self.behind_doing(at);
        if doing > at {
            return doing;
        }
        at + usize::from(phrase.any(at, &["inside", "outside", "aboard", "there", "all", "both"]))
    }

    /// The place behind what people are doing: “four boys attending a feast were hurt”.
    fn behind_doing(&self, at: usize) -> usize {
        let phrase = self.phrase;
        let doing = phrase.token(at).is_some_and(|it| it.tag == Tag::VerbGerund);
        let ends = |it: usize| {
            let word = phrase.word(it);
            lexicon::is_auxiliary(word) || !word.starts_with(char::is_alphanumeric)
        };
        let close = (at + 1..(at + FAR).min(phrase.len())).find(|it| ends(*it)).filter(|_| doing);
        close.filter(|it| phrase.any(*it, &["was", "were", "are"])).unwrap_or(at)
    }

    /// The place behind an aside between commas: “four people, among them a boy, were hurt”.
    fn behind_aside(&self, at: usize) -> usize {
        let phrase = self.phrase;
        if !phrase.any(at, &[",", "—", "–", "-"]) {
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
        close
            .find(|&it| phrase.any(it, &[",", "—", "–", "-"]) && goes_on(it))
            .map_or(at, |it| it + 1)
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
        // “reported injuries”.
        if self.phrase.any(at + 1, INJURIES) {
            return false;
        }
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
            .take_while(|&it| !phrase.any(it, &[".", ";", "no"]))
            .find(|&it| phrase.any(it, INJURIES))?;
        let told = if phrase.word(wound).starts_with(['w', 'W']) { "wounded" } else { "injured" };
        Some(Fate { told, words: wound..wound + 1 })
    }

    /// “hit by bullets”, “struck by gunfire”.
    fn hit(&self, at: usize) -> Option<Fate<'a>> {
        let phrase = self.phrase;
        if !phrase.any(at, &["hit", "struck", "grazed"]) {
            return None;
        }
        // “were hit and taken to hospital”.
        if phrase.is(at + 1, "and") {
            return self.taken_to_hospital(at + 2);
        }
        let hit = phrase.is(at + 1, "by");
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
    "reported",
    "reporting",
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
    "showed",
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
