//! The act that a verb names: itself, or the noun beside it, “hold a vote”, “the vote takes place”.

use super::super::clauses::{Clauses, NounIx, Verb, VerbIx};
use crate::text::acts::{self, Act, Family};
use crate::text::tags::Tag;

/// The word that names an act, and how it is put.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Named {
    /// The head word in its base form.
    pub(super) head: String,
    /// The first token of the words that name it.
    pub(super) from: usize,
    /// The token of the head.
    pub(super) at: usize,
    /// Whether it is said not to happen.
    pub(super) negated: bool,
    /// Whether the verb ends the act its noun names: “call off the talks”.
    pub(super) cancels: bool,
}

/// Verbs that say little without their object: the act is in the noun.
const LIGHT: &[&str] = &[
    "accept",
    "achieve",
    "announce",
    "approve",
    "arrange",
    "attend",
    "begin",
    "broker",
    "bring",
    "call",
    "complete",
    "conclude",
    "conduct",
    "consider",
    "continue",
    "convene",
    "ensure",
    "enter",
    "face",
    "facilitate",
    "finalise",
    "finalize",
    "get",
    "give",
    "have",
    "hold",
    "host",
    "impose",
    "inflict",
    "initiate",
    "introduce",
    "issue",
    "join",
    "launch",
    "lead",
    "make",
    "mediate",
    "offer",
    "open",
    "order",
    "organise",
    "organize",
    "oversee",
    "pass",
    "prepare",
    "proceed",
    "propose",
    "provide",
    "pursue",
    "put",
    "reach",
    "resume",
    "schedule",
    "secure",
    "seek",
    "set",
    "sign",
    "stage",
    "start",
    "support",
    "take",
    "undergo",
];

/// Verbs whose subject is the act: “the summit would take place”.
const OCCUR: &[&str] = &[
    "occur", "happen", "proceed", "begin", "start", "continue", "resume", "hold", "take",
    "convene", "go",
];

/// The act of the verb at `ix`; `None` where it tells a state, not an act.
pub(super) fn of_verb(read: &Clauses<'_>, ix: VerbIx) -> Option<Named> {
    let verb = read.verbs.get(ix)?;
    let line = &read.line;
    let base = verb.base.as_str();
    if base == "be" {
        return predicate(read, verb);
    }
    let leaves = base == "withdraw" && line.word(verb.end) == "from";
    if matches!(base, "cancel" | "scrap" | "abandon") || leaves {
        return Some(ended(read, verb));
    }
    let occurs = verb.passive
        && matches!(
            base,
            "hold"
                | "stage"
                | "convene"
                | "complete"
                | "conclude"
                | "finalise"
                | "finalize"
                | "extend"
                | "follow"
                | "prepare"
                | "discuss"
        )
        || OCCUR.contains(&base) && verb.object.is_none() && !verb.passive
        || base == "take" && line.word(verb.at + 1) == "place";
    let tells = ABOUT.contains(&base)
        && !verb.passive
        && verb.subject.is_some_and(|it| {
            act_in(read, it)
                .and_then(|it| acts::act(&it.2))
                .is_some_and(|it| it.family == Family::Meeting)
        });
    if (occurs || tells)
        && let Some(found) = subject(read, verb)
    {
        return Some(found);
    }
    // “Go to court”, “come to the table”.
    let goes = matches!(base, "go" | "come") && line.word(verb.end) == "to";
    let moved = verb.passive && MOVED.binary_search(&base).is_ok();
    if (is_stative(base) || moved) && !goes {
        return None;
    }
    let pronoun = matches!(line.word(verb.end), "it" | "this" | "that" | "so" | "them");
    let idle = base == "do" && pronoun
        || base == "make" && matches!(line.word(verb.end), "it" | "sense" | "life")
        || base == "take" && line.word(verb.end) == "place"
        || base == "do" && verb.object.is_none();
    if idle {
        return None;
    }
    // “Proceed with an invasion”.
    let with = matches!(base, "proceed" | "continue" | "press") && line.word(verb.end) == "with";
    let behind = read.noun_at(verb.end + 1).filter(|_| with);
    if let Some((_, at, head)) = behind.and_then(|it| act_in(read, it)) {
        return Some(Named { head, from: verb.at, at, negated: verb.negated, cancels: false });
    }
    if LIGHT.contains(&base)
        && !verb.passive
        && let Some((_, at, head)) = verb.object.and_then(|it| act_of_object(read, it))
    {
        return Some(Named { head, from: verb.at, at, negated: verb.negated, cancels: false });
    }
    Some(Named {
        head: verb.base.clone(),
        from: verb.at,
        at: verb.at,
        negated: verb.negated,
        cancels: false,
    })
}

/// The act that an object names, or the one that “and” joins to it: “talks and a vote”.
fn act_of_object(read: &Clauses<'_>, noun: NounIx) -> Option<(NounIx, usize, String)> {
    act_in(read, noun).or_else(|| {
        let (own, next) = (read.nouns.get(noun)?, read.nouns.get(noun + 1)?);
        let joined = next.from == own.end + 1 && read.line.word(own.end) == "and";
        act_in(read, noun + 1).filter(|_| joined && next.prep.is_none())
    })
}

/// “Call off the talks”, “the talks would be cancelled”: the act is the noun, and it ends. Tariffs
/// and fines that are cancelled are things, and cancelling them is the act.
fn ended(read: &Clauses<'_>, verb: &Verb) -> Named {
    let behind = || read.noun_at(verb.end + 1).filter(|_| verb.base == "withdraw");
    let noun = if verb.passive { verb.subject } else { verb.object.or_else(behind) };
    let found = noun.and_then(|it| act_in(read, it));
    let happens = |head: &str| {
        let meets = acts::act(head).is_some_and(|it| it.family == Family::Meeting);
        if verb.base == "withdraw" {
            return meets;
        }
        acts::act(head).is_some_and(|it| {
            !matches!(it.family, Family::Penalty | Family::Funding | Family::Law | Family::Raise)
        })
    };
    match found.filter(|it| happens(&it.2)) {
        Some((_, at, head)) => {
            let from = if verb.passive { at } else { verb.at };
            Named { head, from, at, negated: verb.negated, cancels: true }
        }
        None => Named {
            head: verb.base.clone(),
            from: verb.at,
            at: verb.at,
            negated: verb.negated,
            cancels: false,
        },
    }
}

/// Verbs that tell what an act at which people meet is about: “the talks would focus on aid”.
const ABOUT: &[&str] =
    &["focus", "cover", "address", "include", "involve", "center", "centre", "feature", "last"];

/// “There will be a vote”, “would be off”.
fn predicate(read: &Clauses<'_>, verb: &Verb) -> Option<Named> {
    let line = &read.line;
    if line.word(verb.end) == "off"
        && let Some(found) = subject(read, verb)
    {
        return Some(Named { cancels: true, ..found });
    }
    // “Is due to be in court on Monday”.
    let court = (verb.end..verb.end + 3).find(|&it| line.says(it, "in court"));
    if court.is_some() && !verb.past {
        let head = "hearing".to_owned();
        return Some(Named {
            head,
            from: verb.at,
            at: verb.at,
            negated: verb.negated,
            cancels: false,
        });
    }
    let there = line.before(verb.from, 1) == "there" || line.word(verb.from) == "there";
    let noun = read.noun_at(verb.end).filter(|_| there)?;
    let (_, at, head) = act_in(read, noun)?;
    Some(Named { head, from: at, at, negated: verb.negated, cancels: false })
}

fn subject(read: &Clauses<'_>, verb: &Verb) -> Option<Named> {
    let (noun, at, head) = act_in(read, verb.subject?)?;
    let from = read.nouns.get(noun)?.from;
    Some(Named { head, from, at, negated: verb.negated, cancels: false })
}

/// The noun that names an act in a noun phrase or in what is tied to it: the phrase, the token and
/// the base form.
pub(super) fn act_in(read: &Clauses<'_>, noun: NounIx) -> Option<(NounIx, usize, String)> {
    let phrase = read.nouns.get(noun)?;
    if let Some((at, head)) = in_phrase(read, noun) {
        return Some((noun, at, head));
    }
    // “Summit talks in Brno”, “a round of talks”: what “of” ties to it.
    let next = read.nouns.get(noun + 1)?;
    let tied = next.prep == Some(phrase.end) && read.line.word(phrase.end) == "of";
    let (at, head) = named_at(read, next.head).filter(|_| tied)?;
    Some((noun + 1, at, head))
}

/// The act that a noun phrase names by its head, or, where that is a deal or a plan, by the noun in
/// front: “a prisoner swap deal” is a swap.
pub(super) fn in_phrase(read: &Clauses<'_>, noun: NounIx) -> Option<(usize, String)> {
    let phrase = read.nouns.get(noun)?;
    let line = &read.line;
    let head = line.base(phrase.head);
    let paper = matches!(
        head.as_str(),
        "deal"
            | "agreement"
            | "accord"
            | "pact"
            | "plan"
            | "proposal"
            | "bill"
            | "offer"
            | "order"
            | "request"
            | "demand"
            | "process"
            | "effort"
    );
    let before = phrase.head.checked_sub(1).filter(|&it| paper && it >= phrase.from);
    let inner = before.and_then(|it| named_at(read, it)).filter(|it| {
        !acts::act(&it.1).is_some_and(|it| {
            matches!(it.family, Family::Deal | Family::Law | Family::Penalty | Family::Truce)
        })
    });
    inner.or_else(|| named_at(read, phrase.head))
}

/// The noun of what an act is done to, in base form: the object of its verb, what “of” or “on” ties
/// to its noun, or the noun in front of that.
pub(super) fn object(read: &Clauses<'_>, named: &Named, verb: Option<VerbIx>) -> Option<String> {
    let line = &read.line;
    let base = |noun: NounIx| {
        let head = read.nouns.get(noun)?.head;
        let plain = line.tag(head).is_noun() || line.tag(head) == Tag::Propn;
        plain.then(|| line.base(head))
    };
    let Some(noun) = read.noun_at(named.at) else {
        let verb = read.verbs.get(verb?)?;
        let noun = if verb.passive { verb.subject } else { verb.object };
        // “Calls for a halt to attacks”, “hold back on attacks”: behind a preposition.
        let led = || {
            let near = read.nouns.iter().enumerate().skip_while(|it| it.1.from < verb.end).take(3);
            let mut tied = near.filter(|(ix, it)| {
                let link = it.prep.map_or("", |it| line.word(it));
                matches!(link, "on" | "to" | "against" | "over" | "of" | "for" | "from" | "with")
                    && it.from < verb.end + 8
                    && !read.is_when(*ix)
            });
            tied.next().map(|it| it.0)
        };
        return base(noun.filter(|it| !read.is_when(*it)).or_else(led)?);
    };
    let phrase = read.nouns.get(noun)?;
    let next = read.nouns.get(noun + 1).and_then(|it| it.prep).filter(|&it| it == phrase.end);
    let tied =
        next.is_some_and(|it| matches!(line.word(it), "of" | "on" | "to" | "over" | "in" | "for"));
    if tied
        && !read.is_when(noun + 1)
        && let Some(found) = base(noun + 1)
    {
        return Some(found);
    }
    let before =
        named.at.checked_sub(1).filter(|&it| it >= phrase.from && line.tag(it).is_noun())?;
    Some(line.base(before))
}

/// The act that the noun at `at` names.
pub(super) fn named_at(read: &Clauses<'_>, at: usize) -> Option<(usize, String)> {
    let (base, act): (String, Act) = read.line.act(at)?;
    let noun = read.line.tag(at).is_noun() || read.line.tag(at) == Tag::Propn && act.noun;
    (act.noun && noun && !read.line.is_aside(at)).then_some((at, base))
}

/// Verbs that tell a state, a forecast or a way of speaking, not an act, in order.
#[rustfmt::skip]
const STATIVE: &[&str] = &[
    "add", "affect", "appear", "argue", "arrive", "assume", "average", "be", "beat", "become",
    "believe", "belong", "benefit", "call", "cause", "climb", "come", "comment", "constitute",
    "contain", "cost", "damage", "decline", "depend", "depress", "describe", "deserve", "die",
    "differ", "elaborate", "enjoy", "equal", "exceed", "exist", "expect", "explain", "express",
    "face", "fail", "fall", "fear", "feel", "figure", "find", "fit", "fly", "forget", "go",
    "grieve", "grow", "happen", "harm", "have", "hear", "hope", "hurt", "identify", "imagine",
    "impact", "indicate", "know", "last", "learn", "lie", "like", "live", "look", "lose", "love",
    "mark", "matter", "mean", "miss", "mourn", "need", "notice", "oblige", "occur", "outweigh",
    "owe", "pray", "prove", "read", "reap", "recall", "recognise", "recognize", "reflect", "regard",
    "regret", "remain", "remember", "represent", "require", "resemble", "result", "rise", "say",
    "score", "see", "seem", "shape", "show", "sit", "sleep", "sound", "spark", "speculate",
    "struggle", "succeed", "suffer", "suggest", "suppose", "survive", "tell", "tend", "thank",
    "think", "total", "trigger", "try", "understand", "view", "wait", "want", "watch", "wear",
    "win", "wish", "wonder", "worry",
];

/// Verbs whose passive tells how somebody feels or what he thinks, in order: “would be convinced”.
#[rustfmt::skip]
const MOVED: &[&str] = &[
    "alarm", "amaze", "amuse", "anger", "annoy", "astonish", "bore", "comfort", "concern",
    "confuse", "convince", "delight", "depress", "disappoint", "discourage", "disgust", "embarrass",
    "encourage", "excite", "frighten", "frustrate", "horrify", "impress", "interest", "persuade",
    "please", "puzzle", "relieve", "satisfy", "scare", "shock", "stun", "surprise", "tempt",
    "terrify", "thrill", "trouble", "upset", "worry",
];

/// Whether a verb tells a state, a forecast or a way of speaking, not an act.
pub(super) fn is_stative(base: &str) -> bool {
    STATIVE.binary_search(&base).is_ok()
}
