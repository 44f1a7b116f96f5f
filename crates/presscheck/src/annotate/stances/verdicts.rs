//! Verdicts: what somebody calls good or bad: “called the offer unacceptable”, “this is a mistake”.

use std::ops::Range;

use crate::annotate::clauses::{Clauses, Link, NounIx, Verb, VerbIx};
use crate::model::StanceKind;
use crate::text::tags::Tag;

/// Something found good or bad.
pub(super) struct Verdict {
    pub(super) kind: StanceKind,
    /// The word that says so.
    pub(super) at: usize,
    /// What is found so, in tokens.
    pub(super) about: Range<usize>,
    /// The verb whose subject finds it so; without one it is the speaker.
    pub(super) by: Option<VerbIx>,
}

/// Finds them in text order.
pub(super) fn find(read: &Clauses<'_>) -> Vec<Verdict> {
    let verbs = read.verbs.iter().enumerate();
    verbs.filter_map(|(ix, it)| called(read, ix, it).or_else(|| is(read, it))).collect()
}

/// “Called the offer unacceptable”, “described the vote as a sham”.
fn called(read: &Clauses<'_>, ix: VerbIx, verb: &Verb) -> Option<Verdict> {
    let calls = matches!(
        verb.base.as_str(),
        "call"
            | "label"
            | "describe"
            | "brand"
            | "dub"
            | "term"
            | "deem"
            | "consider"
            | "declare"
            | "find"
    );
    let object = verb.object.filter(|_| calls && !verb.passive && !verb.negated)?;
    let phrase = read.nouns.get(object)?;
    let end = read.line.clause_end(verb.end);
    let from =
        if is_pronoun(read, object) || verb.base != "call" { phrase.end } else { phrase.head + 1 };
    let at = (from..end.min(from + 8)).find(|&it| judges(read, it).is_some())?;
    // “Called the plan a terrible idea”, not “called it a report on the great crisis”.
    let clear = (from..at).all(|it| {
        matches!(read.line.tag(it), Tag::Det | Tag::Adv | Tag::Adj | Tag::Punct | Tag::Cconj)
            || read.line.word(it) == "as"
    });
    clear.then_some(Verdict {
        kind: judges(read, at)?,
        at,
        about: phrase.from..phrase.end,
        by: Some(ix),
    })
}

/// “This is a mistake”, “the plan would be unfair”.
fn is(read: &Clauses<'_>, verb: &Verb) -> Option<Verdict> {
    let subject = verb.subject.filter(|_| verb.base == "be")?;
    let phrase = read.nouns.get(subject)?;
    let matter = matches!(read.line.word(phrase.head), "this" | "it" | "that" | "that's" | "it's")
        || read.is_paper(subject)
        || read.line.act(phrase.head).is_some_and(|it| it.1.noun);
    let end = read.line.clause_end(verb.end);
    let at = (verb.end..end.min(verb.end + 6)).find(|&it| judges(read, it).is_some())?;
    let kind = judges(read, at)?;
    // “A good thing for them to do” is no verdict on what was told; “not a good deal” is one.
    let clear = (verb.end..at).all(|it| {
        matches!(read.line.tag(it), Tag::Det | Tag::Adv | Tag::Adj | Tag::Part | Tag::Punct)
    });
    let turned =
        verb.negated || (verb.end..at).any(|it| matches!(read.line.word(it), "not" | "no"));
    let kind = match kind {
        StanceKind::Accepts if turned => StanceKind::Rejects,
        _ if turned => return None,
        kind => kind,
    };
    let by = verb.governor.filter(|it| it.link == Link::That).and_then(|it| it.verb);
    (matter && clear).then_some(Verdict { kind, at, about: phrase.from..phrase.end, by })
}

fn is_pronoun(read: &Clauses<'_>, noun: NounIx) -> bool {
    read.nouns.get(noun).is_some_and(|it| read.line.tag(it.head) == Tag::Pron)
}

/// Nouns that stand for whatever is done or planned.
const ANY: &[&str] = &[
    "choice",
    "compromise",
    "course",
    "day",
    "decision",
    "idea",
    "measure",
    "move",
    "news",
    "outcome",
    "policy",
    "precedent",
    "result",
    "scheme",
    "start",
    "step",
    "thing",
    "way",
];

/// Whether an adjective describes a man or a thing, which is no verdict on an act: “a great singer”.
fn describes_another(read: &Clauses<'_>, at: usize) -> bool {
    let line = &read.line;
    let noun = (at + 1..at + 4).find(|&it| !matches!(line.tag(it), Tag::Adj | Tag::Cconj));
    noun.filter(|&it| line.tag(at) == Tag::Adj && line.tag(it).is_noun()).is_some_and(|it| {
        let phrase = read.noun_at(it);
        let head = phrase.and_then(|it| read.nouns.get(it)).map_or(it, |it| it.head);
        let paper = phrase.is_some_and(|it| read.is_paper(it));
        !paper
            && !line.act(head).is_some_and(|it| it.1.noun)
            && !ANY.contains(&line.base(head).as_str())
    })
}

/// Whether a word finds something good or bad.
fn judges(read: &Clauses<'_>, at: usize) -> Option<StanceKind> {
    let word = read.line.word(at);
    if describes_another(read, at) {
        return None;
    }
    if BAD.binary_search(&word).is_ok() {
        return Some(StanceKind::Rejects);
    }
    GOOD.binary_search(&word).is_ok().then_some(StanceKind::Accepts)
}

/// Words that find something bad, in order.
#[rustfmt::skip]
const BAD: &[&str] = &[
    "absurd", "appalling", "bad", "betrayal", "blunder", "cruel", "dangerous", "deplorable",
    "disappointing", "disaster", "disastrous", "disgrace", "disgraceful", "failure", "farce",
    "foolish", "harmful", "horrible", "illegal", "inadequate", "inhumane", "insufficient", "insult",
    "irresponsible", "misguided", "mistake", "non-starter", "nonsense", "nonstarter", "outrage",
    "outrageous", "overreach", "reckless", "ridiculous", "sham", "shameful", "terrible",
    "unacceptable", "unconstitutional", "unfair", "unjust", "unlawful", "unnecessary", "unwise",
    "unworkable", "wrong",
];

/// Words that find something good, in order.
#[rustfmt::skip]
const GOOD: &[&str] = &[
    "breakthrough", "encouraging", "excellent", "fair", "fantastic", "good", "great", "historic",
    "milestone", "positive", "promising", "reasonable", "sensible", "victory", "welcome", "win",
    "wonderful",
];

#[cfg(test)]
mod order {
    #[test]
    fn words_stand_in_order() {
        assert!(super::BAD.is_sorted());
        assert!(super::GOOD.is_sorted());
    }
}
