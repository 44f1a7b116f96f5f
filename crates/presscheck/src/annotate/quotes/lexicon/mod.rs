//! Words that matter for telling who said what, and what they can do. The lists are our own.

mod others;
mod verbs;

use std::sync::LazyLock;

use crate::text::weights::hash;

/// What a word can do in a sentence that reports speech or thought: a set of the flags below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Class(u64);

impl Class {
    /// A verb of saying: takes words between marks.
    pub(super) const SAY: Class = Class(1);
    /// Takes a clause without “that”: “said the pier is old”.
    pub(super) const CLAUSE: Class = Class(1 << 1);
    /// Takes what is said or judged as its object: “denied the plan”.
    pub(super) const OBJECT: Class = Class(1 << 2);
    /// Has an object that hears: “told reporters that”.
    pub(super) const HEARER: Class = Class(1 << 3);
    /// Takes “to” and a verb: “promised to stay”.
    pub(super) const INFINITIVE: Class = Class(1 << 4);
    /// Takes someone and what they are to do: “urged voters to stay”.
    pub(super) const ORDER: Class = Class(1 << 5);
    /// Takes something and “as”: “described the plan as a trap”.
    pub(super) const AS: Class = Class(1 << 6);
    /// Takes something and its name: “called the plan a trap”.
    pub(super) const NAMING: Class = Class(1 << 7);
    /// Takes “about” and a topic: “joked about the plan”.
    pub(super) const ABOUT: Class = Class(1 << 8);
    /// Takes “of” or “about”: “spoke of the plan”.
    pub(super) const OF_ABOUT: Class = Class(1 << 30);
    /// Takes “for”: “called for a vote”.
    pub(super) const FOR: Class = Class(1 << 31);
    /// Takes “to”: “referred to the plan”.
    pub(super) const TO: Class = Class(1 << 32);
    /// Takes “on”: “commented on the plan”.
    pub(super) const ON: Class = Class(1 << 33);
    /// Takes “against”: “argued against the plan”.
    pub(super) const AGAINST: Class = Class(1 << 34);
    /// Takes “with”: “agreed with the plan”.
    pub(super) const WITH: Class = Class(1 << 35);
    /// Takes “at”: “hinted at a plan”.
    pub(super) const AT: Class = Class(1 << 36);
    /// Takes “whether” or “how”: “wondered whether”.
    pub(super) const WHETHER: Class = Class(1 << 37);
    /// A quoted stretch that starts with a verb.
    pub(super) const VERBAL: Class = Class(1 << 39);
    /// Stands behind a clause or within it: “the plan, she said, is dead”.
    pub(super) const ASIDE: Class = Class(1 << 38);
    /// “seems”, “appears”: the writer's own guess.
    pub(super) const SEEM: Class = Class(1 << 9);
    /// “declined”, “refused”: before “to say”, turns it round.
    pub(super) const DECLINE: Class = Class(1 << 10);
    /// “denied”, “disputed”: what follows is not so, by the speaker.
    pub(super) const DENY: Class = Class(1 << 40);
    /// A form of “be”.
    pub(super) const BE: Class = Class(1 << 11);
    /// “has”, “would”, “was”.
    pub(super) const AUX: Class = Class(1 << 12);
    /// “not”, “never”.
    pub(super) const NOT: Class = Class(1 << 13);
    /// A noun that takes “that” or “to”: “claim”, “promise”.
    pub(super) const CLAIM: Class = Class(1 << 14);
    /// An adjective that takes “that”, “to” or “about”: “confident”, “worried”.
    pub(super) const STATE: Class = Class(1 << 17);
    /// “Monday”, “today”, “week”.
    pub(super) const TIME: Class = Class(1 << 18);
    /// “and”, “but”, “or”.
    pub(super) const AND: Class = Class(1 << 19);
    /// “while”, “because”: opens a clause that stands beside another.
    pub(super) const BESIDE: Class = Class(1 << 20);
    /// “how”, “whether”, “what”: opens a clause that can be told.
    pub(super) const WH: Class = Class(1 << 21);
    /// “who”, “which”.
    pub(super) const RELATIVE: Class = Class(1 << 22);
    /// “of”, “for”.
    pub(super) const PREP: Class = Class(1 << 23);
    /// “he”, “they”, “everyone”: can be a subject.
    pub(super) const PRONOUN: Class = Class(1 << 24);
    /// “the”, “his”, “this”: opens a noun phrase.
    pub(super) const DET: Class = Class(1 << 25);
    /// “out”, “off”: goes with the verb before it.
    pub(super) const PARTICLE: Class = Class(1 << 26);
    /// Marks round what follows hold a name: “titled”, “so-called”, “film”.
    pub(super) const TITLED: Class = Class(1 << 27);
    /// An abbreviation that a name follows: “Gov.”, “Mr.”.
    pub(super) const ABBREVIATED: Class = Class(1 << 28);
    /// Takes “that” without telling: “ensured that”.
    pub(super) const FACT: Class = Class(1 << 29);

    /// Whether it can do anything that `other` names.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// What holds for a word whatever its part of speech.
    pub(super) const GRAMMAR: Class = Class::BE
        .and(Class::AUX)
        .and(Class::NOT)
        .and(Class::TIME)
        .and(Class::PREP)
        .and(Class::STATE)
        .and(Class::TITLED)
        .and(Class::ABBREVIATED);

    /// Takes a preposition and a topic.
    pub(super) const TOPIC: Class = Class::ABOUT
        .and(Class::OF_ABOUT)
        .and(Class::FOR)
        .and(Class::TO)
        .and(Class::ON)
        .and(Class::AGAINST)
        .and(Class::WITH)
        .and(Class::AT);

    /// The classes of what takes a preposition.
    pub(super) fn taking(preposition: &str) -> Class {
        match preposition {
            "about" => Class::ABOUT.and(Class::OF_ABOUT),
            "of" => Class::OF_ABOUT,
            "for" => Class::FOR,
            "to" => Class::TO,
            "on" | "upon" => Class::ON,
            "against" => Class::AGAINST,
            "with" => Class::WITH,
            "at" => Class::AT,
            _ => Class::default(),
        }
    }

    /// What it shares with `other`.
    pub(super) const fn only(self, other: Class) -> Class {
        Class(self.0 & other.0)
    }

    /// Both.
    pub(super) const fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What a verb can do; `lower` is in lower case.
pub(super) fn verb(lower: &str) -> Class {
    VERBS.class(lower)
}

/// What a word can do that is no verb; `lower` is in lower case.
pub(super) fn other(lower: &str) -> Class {
    OTHERS.class(lower)
}

static VERBS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::new();
    for (class, lemmas) in verbs::TAKES {
        for lemma in lemmas.split_whitespace() {
            verbs::forms(lemma, |form| words.put(form, *class));
        }
    }
    words
});

static OTHERS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::new();
    for (class, listed) in others::OTHERS {
        for word in listed.split_whitespace() {
            words.put(word, *class);
        }
    }
    words
});

/// Words by hash, in open addressing: a look costs one or two reads of memory.
struct Words {
    // Invariant: less than half of the slots are taken.
    slots: Vec<Option<(Box<str>, Class)>>,
    n_words: usize,
}

impl Words {
    fn new() -> Words {
        Words { slots: vec![None; 1 << 10], n_words: 0 }
    }

    fn class(&self, word: &str) -> Class {
        let slot = self.slots.get(self.place(word)).and_then(Option::as_ref);
        slot.map_or_else(Class::default, |it| it.1)
    }

    fn put(&mut self, word: &str, class: Class) {
        if self.n_words * 2 >= self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            self.slots.resize(old.len() * 2, None);
            for it in old.into_iter().flatten() {
                let place = self.place(&it.0);
                self.slots[place] = Some(it);
            }
        }
        let place = self.place(word);
        match &mut self.slots[place] {
            Some(it) => it.1 = it.1.and(class),
            free => {
                *free = Some((word.into(), class));
                self.n_words += 1;
            }
        }
    }

    /// The word's slot, or the free one where it would stand.
    fn place(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(word.bytes()) as usize & mask;
        while self.slots[at].as_ref().is_some_and(|it| *it.0 != *word) {
            at = (at + 1) & mask;
        }
        at
    }
}
