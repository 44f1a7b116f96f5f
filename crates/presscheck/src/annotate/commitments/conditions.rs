//! Conditions and order: the clauses that an act depends on, and those that say what comes first.

use std::ops::Range;

use super::line::Line;
use crate::model::ConditionKind;

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
pub(super) fn find(line: &Line<'_>) -> Vec<Bound> {
    let mut found: Vec<Bound> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let Some((bond, start, inner)) = opener(line, at) else {
            at += 1;
            continue;
        };
        let end = line.clause_end(inner);
        if end > inner {
            found.push(Bound { range: start..end, bond, inner });
            // A clause may hold another: “if the vote fails after the debate”.
            at = inner;
        } else {
            at += 1;
        }
    }
    found
}

/// The bond that the words at `at` open, where the clause starts and where its inner words do.
fn opener(line: &Line<'_>, at: usize) -> Option<(Bond, usize, usize)> {
    use ConditionKind::{If, Once, OnlyIf, Pending, Unless, Until};
    let on = |kind, words: usize| Some((Bond::On(kind), at, at + words));
    match line.word(at) {
        "if" => return opens_if(line, at),
        "unless" => return on(Unless, 1),
        "until" | "till" => return on(Until, 1),
        "once" if opens_once(line, at) => return on(Once, 1),
        "provided" if line.word(at + 1) == "that" || line.before(at, 1) == "," => {
            return on(OnlyIf, 1 + usize::from(line.word(at + 1) == "that"));
        }
        "providing" if line.word(at + 1) == "that" => return on(OnlyIf, 2),
        "assuming" if line.before(at, 1) == "," || at == 0 => return on(If, 1),
        "pending" if line.before(at, 1) != "the" && line.before(at, 1) != "a" => {
            return on(Pending, 1);
        }
        "should" if is_inverted(line, at) => return on(If, 1),
        "absent" if line.before(at, 1) == "," || at == 0 => return on(Unless, 1),
        "contingent" | "conditional" | "conditioned"
            if line.word(at + 1) == "on" || line.word(at + 1) == "upon" =>
        {
            return on(OnlyIf, 2);
        }
        "hinges" | "hinge" | "depends" | "depend" | "dependent" if line.word(at + 1) == "on" => {
            return on(If, 2);
        }
        "needs" | "need" | "requires" | "require" | "awaits" | "await" | "awaiting" => {
            return approval(line, at);
        }
        "whether" => return Some((Bond::Aside, at, at + 1)),
        "followed" if line.word(at + 1) == "by" => return Some((Bond::Before, at, at + 2)),
        "before" | "ahead" | "prior" => return precedes(line, at),
        "after" | "following" => return follows(line, at),
        _ => {}
    }
    for (words, kind) in [
        ("as long as", OnlyIf),
        ("so long as", OnlyIf),
        ("on the condition that", OnlyIf),
        ("on condition that", OnlyIf),
        ("in exchange for", OnlyIf),
        ("in return for", OnlyIf),
        ("in the event", If),
        ("in case of", If),
        ("subject to", Pending),
        ("except if", Unless),
    ] {
        if line.says(at, words) {
            return on(kind, words.split(' ').count());
        }
    }
    None
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
    if asks.contains(&line.base(at.saturating_sub(1)).as_str())
        && at > 0
        && last != "said"
        && last != "says"
    {
        return aside;
    }
    if matches!(line.word(at + 1), "only" | "anything" | "any" | "ever")
        && line.word(at + 2).len() < 2
    {
        return None;
    }
    if last == "only" {
        return Some((Bond::On(ConditionKind::OnlyIf), at - 1, at + 1));
    }
    let only = (at.saturating_sub(14)..at).any(|it| {
        line.word(it) == "only" && is_modal(line.before(it, 1))
            || line.word(it) == "only" && is_modal(line.before(it, 2))
    });
    let kind = if only { ConditionKind::OnlyIf } else { ConditionKind::If };
    Some((Bond::On(kind), at, at + 1))
}

/// “Once the strike ends”, not “once again” or “was once a port”.
fn opens_once(line: &Line<'_>, at: usize) -> bool {
    let (last, next) = (line.before(at, 1), line.word(at + 1));
    let starts =
        at == 0 || matches!(last, "," | "only" | "-" | "\"" | "and") || line.is_word(at - 1);
    let adverb = matches!(
        last,
        "at" | "was"
            | "were"
            | "is"
            | "are"
            | "had"
            | "has"
            | "have"
            | "he"
            | "she"
            | "who"
            | "it"
            | "they"
            | "than"
    );
    let subject = matches!(
        next,
        "the"
            | "a"
            | "an"
            | "it"
            | "he"
            | "she"
            | "they"
            | "we"
            | "all"
            | "both"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "our"
            | "i"
            | "you"
    );
    starts && !adverb && (subject && next != "a" || line.is_capital(at + 1) || next.ends_with('s'))
}

/// “Should Russia attack”, not “they should attack”.
fn is_inverted(line: &Line<'_>, at: usize) -> bool {
    let next = line.word(at + 1);
    let subject = matches!(
        next,
        "the"
            | "a"
            | "an"
            | "another"
            | "any"
            | "it"
            | "he"
            | "she"
            | "they"
            | "we"
            | "you"
            | "there"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "no"
            | "talks"
    ) || line.is_capital(at + 1);
    let question = (at..line.len()).any(|it| line.word(it) == "?");
    let ruled = matches!(
        line.before(at, 1),
        "who" | "which" | "that" | "we" | "they" | "it" | "he" | "she"
    );
    subject && !question && !ruled
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
    let broken = (at + 1..found).any(|it| !line.is_word(it) || line.word(it) == "to");
    let still = line.word(at) != "need" || line.before(at, 1) != "the";
    (!broken && still).then_some((Bond::On(ConditionKind::Pending), at, at + 1))
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

/// Words that make a verb future, possible or due.
pub(super) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "shall"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "can"
            | "won't"
            | "wouldn't"
            | "cannot"
            | "can't"
    ) || word.ends_with("'ll")
}
