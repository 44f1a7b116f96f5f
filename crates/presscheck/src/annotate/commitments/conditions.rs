//! Conditions and order: the clauses that an act depends on, and those that say what comes first.

use std::ops::Range;

use super::super::clauses::{Clauses, Form, Line, Modal};
use super::named;
use crate::model::ConditionKind;
use crate::text::tags::Tag;

/// What a clause does to the act of its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bond {
    /// The act depends on it.
    On(ConditionKind),
    /// It names something that comes first: “after the ministers meet”.
    After,
    /// It names something that comes later: “followed by a second summit”.
    Before,
    /// Neither; but no act is to be read inside it: “asked whether he would go”.
    Aside,
}

/// A clause and its bond, in tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Bound {
    pub(super) range: Range<usize>,
    pub(super) bond: Bond,
    /// Where the clause starts behind its opening words.
    pub(super) inner: usize,
}

/// Finds such clauses in text order.
pub(super) fn find(read: &Clauses<'_>) -> Vec<Bound> {
    let line = &read.line;
    let mut found: Vec<Bound> = blessings(read);
    let mut at = 0;
    while at < line.len() {
        let Some((bond, start, inner)) = opener(read, at) else {
            at += 1;
            continue;
        };
        let end = end(read, inner);
        if end > inner {
            found.push(Bound { range: start..end, bond, inner });
            // A clause may hold another: “if the vote fails after the debate”.
            at = inner;
        } else {
            at += 1;
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

/// “Must be approved by the council”, “would have to be ratified”: what waits for a blessing.
fn blessings(read: &Clauses<'_>) -> Vec<Bound> {
    let blesses = |it: &super::super::clauses::Verb| {
        it.passive
            && matches!(
                it.base.as_str(),
                "approve" | "ratify" | "confirm" | "sign" | "authorize" | "authorise" | "certify"
            )
    };
    let found = read.verbs.iter().filter(|it| blesses(it)).filter_map(|it| {
        let over = it.governor.and_then(|it| read.verbs.get(it.verb?));
        let needs = over.filter(|it| matches!(it.base.as_str(), "have" | "need"));
        let from = match needs {
            Some(over) => over.from,
            None if it.modal == Modal::Must => it.from,
            None => return None,
        };
        let end = read.line.clause_end(it.end);
        Some(Bound { range: from..end, bond: Bond::On(ConditionKind::Pending), inner: it.at })
    });
    found.collect()
}

/// One past the last token of the clause whose words begin at `inner`.
fn end(read: &Clauses<'_>, inner: usize) -> usize {
    let line = &read.line;
    let mut end = line.clause_end(inner);
    let has_verb = |range: Range<usize>| read.verbs.iter().any(|it| range.contains(&it.at));
    // “If the council, which meets on Monday, approves it”: the clause goes on behind the aside.
    if line.word(end) == ","
        && end > inner + 1
        && !has_verb(inner..end)
        && read.noun_at(inner).is_some()
    {
        let close = (end + 1..(end + 25).min(line.len())).find(|&it| line.word(it) == ",");
        if let Some(close) = close
            && has_verb(end..close)
            && read.verbs.iter().any(|it| it.from > close && it.from < close + 3)
        {
            end = line.clause_end(close + 1);
        }
    }
    main_clause(read, inner, end).unwrap_or(end)
}

/// Where the main clause begins that no comma parts from the clause at `inner`: “if talks fail they
/// would leave”.
fn main_clause(read: &Clauses<'_>, inner: usize, end: usize) -> Option<usize> {
    let inside = |it: &&super::super::clauses::Verb| it.at >= inner && it.at < end;
    let mut verbs = read.verbs.iter().filter(inside).filter(|it| it.form == Form::Finite);
    let first = verbs.next()?;
    if matches!(first.modal, Modal::Will | Modal::Would) {
        return None;
    }
    verbs.find_map(|it| {
        let noun = it.subject.and_then(|it| read.nouns.get(it))?;
        let new = noun.from >= first.end && noun.end <= it.from && noun.prep.is_none();
        let led = noun.from.checked_sub(1).is_some_and(|before| {
            matches!(
                read.line.word(before),
                "that" | "and" | "who" | "which" | "because" | "," | "\""
            ) || read.line.tag(before) == Tag::Sconj
                || read.verb_at(before).is_some()
        });
        (matches!(it.modal, Modal::Will | Modal::Would) && new && !led).then_some(noun.from)
    })
}

/// The bond that the words at `at` open, where the clause starts and where its inner words do.
fn opener(read: &Clauses<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    use ConditionKind::{If, Once, OnlyIf, Pending, Unless, Until};
    let line = &read.line;
    let on = |kind, words: usize| Some((Bond::On(kind), at, at + words));
    match line.word(at) {
        "if" => return opens_if(line, at),
        "unless" | "barring" => return on(Unless, 1),
        "until" | "till" if !is_time(read, at + 1) => return on(Until, 1),
        "once" if opens_once(line, at) => return on(Once, 1),
        "upon" if named::named_at(read, at + 1).is_some() => return on(Once, 1),
        "provided" if line.word(at + 1) == "that" || line.before(at, 1) == "," => {
            return on(OnlyIf, 1 + usize::from(line.word(at + 1) == "that"));
        }
        "providing" if line.word(at + 1) == "that" => return on(OnlyIf, 2),
        "assuming" if line.before(at, 1) == "," || at == 0 => return on(If, 1),
        "pending" if line.before(at, 1) != "the" && line.before(at, 1) != "a" => {
            return on(Pending, 1);
        }
        "should" | "were" if is_inverted(read, at) => return on(If, 1),
        "absent" if line.before(at, 1) == "," || at == 0 => return on(Unless, 1),
        "without" if lacks(read, at) => return on(Unless, 1),
        "contingent" | "conditional" | "conditioned"
            if line.word(at + 1) == "on" || line.word(at + 1) == "upon" =>
        {
            return on(OnlyIf, 2);
        }
        "hinges" | "hinge" | "depends" | "depend" | "dependent" | "depending"
            if line.word(at + 1) == "on" =>
        {
            return on(If, 2);
        }
        "needs" | "need" | "requires" | "require" | "required" | "awaits" | "await"
        | "awaiting" => {
            return approval(line, at);
        }
        "while" if decides(read, at) => return on(Pending, 1),
        "whether" => return Some((Bond::Aside, at, at + 1)),
        "followed" if line.word(at + 1) == "by" => return Some((Bond::Before, at, at + 2)),
        "before" | "ahead" | "prior" => return precedes(line, at),
        "after" | "following" => return follows(line, at),
        _ => {}
    }
    PHRASES
        .iter()
        .find(|it| line.says(at, it.0))
        .and_then(|(words, kind)| on(*kind, words.split(' ').count()))
}

/// Longer openers.
const PHRASES: &[(&str, ConditionKind)] = &[
    ("as long as", ConditionKind::OnlyIf),
    ("so long as", ConditionKind::OnlyIf),
    ("on the condition that", ConditionKind::OnlyIf),
    ("on condition that", ConditionKind::OnlyIf),
    ("on the condition of", ConditionKind::OnlyIf),
    ("as a condition of", ConditionKind::OnlyIf),
    ("as a condition for", ConditionKind::OnlyIf),
    ("in exchange for", ConditionKind::OnlyIf),
    ("in return for", ConditionKind::OnlyIf),
    ("in the event", ConditionKind::If),
    ("in case of", ConditionKind::If),
    ("in the absence of", ConditionKind::Unless),
    ("as soon as", ConditionKind::Once),
    ("subject to", ConditionKind::Pending),
    ("except if", ConditionKind::Unless),
];

/// “Until June”, “until 2043”: a time without an event.
fn is_time(read: &Clauses<'_>, at: usize) -> bool {
    let noun = read.noun_at(at);
    let when = noun.is_some_and(|it| read.is_when(it)) || read.line.tag(at) == Tag::Num;
    let noun_end = noun.and_then(|it| read.nouns.get(it)).map_or(at + 1, |it| it.end);
    when && read.verb_at(noun_end).is_none()
}

fn opens_if(line: &Line<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    let last = line.before(at, 1);
    let aside = Some((Bond::Aside, at, at + 1));
    match last {
        "even" | "as" | "what" => return aside,
        "and" | "but" | "or" if line.word(at + 1) == "so" || line.word(at + 1) == "not" => {
            return None;
        }
        _ => {}
    }
    // “asked if”, “see if”, “unclear if”: a question, not a condition.
    let asks = [
        "ask",
        "know",
        "see",
        "wonder",
        "unclear",
        "sure",
        "question",
        "determine",
        "doubt",
        "check",
        "certain",
        "say",
    ];
    if at > 0 && asks.contains(&line.base(at - 1).as_str()) && last != "said" && last != "says" {
        return aside;
    }
    // “If at all possible”, “if anything”.
    let idle = matches!(line.word(at + 1), "only" | "anything" | "any" | "ever")
        && line.word(at + 2).len() < 2;
    if idle || matches!(line.word(at + 1), "at" | "possible" | "applicable") {
        return None;
    }
    if last == "only" {
        return Some((Bond::On(ConditionKind::OnlyIf), at - 1, at + 1));
    }
    let only = (at.saturating_sub(14)..at).any(|it| {
        line.word(it) == "only" && (1..3).any(|back| it >= back && line.tag(it - back) == Tag::Aux)
    });
    let kind = if only { ConditionKind::OnlyIf } else { ConditionKind::If };
    Some((Bond::On(kind), at, at + 1))
}

/// “Once the strike ends”, not “once again” or “was once a port”.
fn opens_once(line: &Line<'_>, at: usize) -> bool {
    let (last, next) = (line.before(at, 1), line.tag(at + 1));
    let starts = matches!(next, Tag::Det | Tag::Pron | Tag::Propn | Tag::NounPlural)
        || next == Tag::Adj && line.tag(at + 2).is_noun();
    let adverb = at > 0 && (line.tag(at - 1) == Tag::Aux || matches!(last, "at" | "than" | "more"));
    starts && !adverb && !matches!(line.word(at + 1), "a" | "every" | "each")
}

/// “Should Russia attack”, “were talks to fail”, not “they should attack”.
fn is_inverted(read: &Clauses<'_>, at: usize) -> bool {
    let line = &read.line;
    let subject = read.noun_at(at + 1).and_then(|it| read.nouns.get(it));
    let Some(subject) = subject.filter(|it| it.from == at + 1 && it.prep.is_none()) else {
        return false;
    };
    let verb = (subject.end..subject.end + 14)
        .take_while(|&it| line.word(it) != ",")
        .find_map(|it| read.verb_at(it))
        .and_then(|it| read.verbs.get(it));
    let fits = match line.word(at) {
        "were" => verb.is_some_and(|it| it.form == Form::To),
        // “Should the talks fail”: the modal has no verb of its own before its subject.
        _ => {
            read.verb_at(at).is_none()
                && verb.is_none_or(|it| it.modal == Modal::No && it.form != Form::To)
        }
    };
    let question = (at..line.len()).any(|it| line.word(it) == "?");
    let ruled = at > 0 && line.tag(at - 1) == Tag::Pron;
    fits && !question && !ruled
}

/// “Without assurances”, “without a deal”: a thing that is wanted is missing.
fn lacks(read: &Clauses<'_>, at: usize) -> bool {
    let Some(noun) = read.noun_at(at + 1).and_then(|it| read.nouns.get(it)) else { return false };
    let head = read.line.base(noun.head);
    named::named_at(read, noun.head).is_some()
        || matches!(
            head.as_str(),
            "assurance"
                | "guarantee"
                | "consent"
                | "permission"
                | "concession"
                | "progress"
                | "commitment"
                | "money"
                | "quorum"
                | "majority"
                | "backing"
                | "clearance"
        )
}

/// “Needs approval from the council”, “requires a vote”.
fn approval(line: &Line<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    let found = (at + 1..at + 6).find(|&it| {
        matches!(
            line.base(it).as_str(),
            "approval"
                | "vote"
                | "ratification"
                | "consent"
                | "permission"
                | "authorisation"
                | "authorization"
                | "clearance"
                | "signature"
                | "backing"
                | "approve"
                | "blessing"
        )
    })?;
    let broken = (at + 1..found).any(|it| line.tag(it) == Tag::Punct || line.word(it) == "to");
    let still = line.word(at) != "need" || line.before(at, 1) != "the";
    (!broken && still).then_some((Bond::On(ConditionKind::Pending), at, at + 1))
}

/// “While the court decides whether …”: somebody still has it before him.
fn decides(read: &Clauses<'_>, at: usize) -> bool {
    let verb = read.verbs.iter().find(|it| it.from > at && it.from < at + 8);
    verb.is_some_and(|it| {
        it.form == Form::Finite
            && !it.past
            && matches!(
                it.base.as_str(),
                "decide"
                    | "determine"
                    | "review"
                    | "investigate"
                    | "consider"
                    | "weigh"
                    | "await"
                    | "deliberate"
            )
    })
}

fn precedes(line: &Line<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    let words = match line.word(at) {
        "before" => 1,
        "ahead" if line.word(at + 1) == "of" => 2,
        "prior" if line.word(at + 1) == "to" => 2,
        _ => return None,
    };
    let spoken = matches!(
        line.base(at + 1).as_str(),
        "add" | "caution" | "say" | "warn" | "continue" | "level"
    );
    (!spoken).then_some((Bond::Before, at, at + words))
}

/// “After the ministers meet”; a clause that “only” leads makes a condition of it.
fn follows(line: &Line<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    let noun = line.word(at) == "following";
    let determined = matches!(
        line.before(at, 1),
        "the" | "a" | "is" | "are" | "was" | "were" | "been" | "his" | "their"
    );
    if noun && determined {
        return None;
    }
    let only = (at.saturating_sub(6)..at).any(|it| line.word(it) == "only");
    let bond = if only { Bond::On(ConditionKind::Once) } else { Bond::After };
    Some((bond, at, at + 1))
}
