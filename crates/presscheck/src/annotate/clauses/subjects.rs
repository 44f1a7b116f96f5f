//! Subjects and objects: who does it, and what it is done to.

use super::governors::{before_relative, is_quote};
use super::nouns::is_relative;
use super::verbs::{Form, Modal};
use super::{Clauses, FURTHEST, Link, NounIx, VerbIx};
use crate::text::tags::Tag;

/// The subject of the verb at `of`, taken from the verb it hangs on where it has none of its own.
pub(super) fn of(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let verb = read.verbs.get(of)?;
    if let Some(speaker) = behind(read, of) {
        return Some(speaker);
    }
    match verb.form {
        Form::Finite => {
            nearest(read, of).or_else(|| relative(read, of)).or_else(|| shared(read, of))
        }
        Form::Participle => read.noun_at(verb.from.checked_sub(1)?),
        Form::Gerund => {
            let last = verb.from.checked_sub(1)?;
            let writer = || writer(read, read.noun_at(last)?);
            let own = inherited(read, of).or_else(writer);
            own.or_else(|| read.noun_at(last)).or_else(|| shared(read, of))
        }
        Form::To | Form::Bare => inherited(read, of),
    }
}

/// The speaker behind the verb: “…, said Ada Okafor”.
fn behind(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let verb = read.verbs.get(of)?;
    let says = matches!(
        verb.base.as_str(),
        "say" | "add" | "write" | "warn" | "tweet" | "insist" | "argue"
    );
    let last = verb.from.checked_sub(1).map(|it| read.line.word(it));
    let inverted =
        says && verb.end == verb.from + 1 && last.is_some_and(|it| it == "," || is_quote(it));
    let noun = verb.object.filter(|_| inverted)?;
    let phrase = read.nouns.get(noun)?;
    (phrase.from == verb.end && phrase.prep.is_none() && !is_when(read, noun)).then_some(noun)
}

/// Who writes to the one at `noun`: “they sent a letter to the mayor urging her to resign”.
fn writer(read: &Clauses<'_>, noun: NounIx) -> Option<NounIx> {
    let mut at = noun;
    for _ in 0..4 {
        let phrase = read.nouns.get(at)?;
        if read.is_paper(at) {
            return read.verbs.iter().find(|it| it.object == Some(at))?.subject;
        }
        at = read.noun_at(phrase.prep?.checked_sub(1)?)?;
    }
    None
}

/// The subject or object of the governor that is to act.
fn inherited(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let governor = read.verbs.get(of)?.governor?;
    if governor.object.is_some() {
        return governor.object;
    }
    if let Some(verb) = governor.verb {
        return read.verbs.get(verb)?.subject;
    }
    // “The council’s decision to vote”, “Ortiz has a plan to meet”; “is due to”, “are now willing to”.
    let noun = read.noun_at(governor.at).and_then(|it| read.nouns.get(it));
    let from = noun.map_or(governor.at, |it| it.from);
    let before = (from.saturating_sub(4)..from).rev().find_map(|it| read.verb_at(it));
    match before {
        Some(verb) => read.verbs.get(verb)?.subject,
        // “Okafor ready to leave”: in headlines nothing stands between.
        None => read.noun_at(from.checked_sub(1)?),
    }
}

/// The noun phrase to the left that no preposition leads, in the same clause.
pub(super) fn nearest(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let line = &read.line;
    let verb = read.verbs.get(of)?;
    // “They’ll meet”.
    if let Some(noun) = read.noun_at(verb.from) {
        return Some(noun);
    }
    let mut at = verb.from;
    let last = verb.from.saturating_sub(FURTHEST);
    while at > last {
        at -= 1;
        if let Some(noun) = read.noun_at(at) {
            let phrase = read.nouns.get(noun)?;
            match phrase.prep {
                // “Until the strike ends”: it opens a clause.
                Some(prep) if phrase.end == verb.from && opens_clause(read.line.word(prep)) => {
                    return Some(noun);
                }
                Some(prep) => at = prep,
                None if is_when(read, noun) => at = phrase.from,
                None => match joined_to(read, noun) {
                    // “Talks with the mayor and the union will”: the union is talked to.
                    Some(prep) => at = prep,
                    None => return Some(named_by(read, noun)),
                },
            }
            continue;
        }
        if let Some(other) = read.verb_at(at) {
            let other = read.verbs.get(other)?;
            at = other.from;
            if other.form == Form::Finite {
                // “The deal that they signed will”: a clause about the noun before it.
                at = relative_start(read, other.from)?;
            }
            continue;
        }
        match line.word(at) {
            // “The ministry, in a statement, denied”.
            "," | "-" => at = aside_start(read, at)?,
            ")" => at = (last..at).rev().find(|&it| line.word(it) == "(")?,
            word if is_quote(word) => {}
            word if is_relative(word) => return None,
            _ => match line.tag(at) {
                Tag::Adv | Tag::Adp | Tag::Part | Tag::Adj => {}
                _ => return None,
            },
        }
    }
    None
}

/// The preposition that leads the phrase to which “and” joins this one.
pub(super) fn joined_to(read: &Clauses<'_>, noun: NounIx) -> Option<usize> {
    let line = &read.line;
    let mut at = noun;
    for _ in 0..6 {
        let it = read.nouns.get(at)?;
        let before = read.nouns.get(at.checked_sub(1)?)?;
        let mut between = before.end..it.from;
        let links = !between.is_empty()
            && between.clone().all(|it| matches!(line.word(it), "and" | "or" | ","))
            && (at < noun || between.any(|it| line.word(it) != ","));
        if !links {
            return None;
        }
        if let Some(prep) = before.prep.or_else(|| leads_title(read, at - 1)) {
            let ties = matches!(line.word(prep), "between" | "of" | "with" | "for");
            return ties.then_some(prep);
        }
        at -= 1;
    }
    None
}

/// The preposition that leads the title of a name: “with” in “with Secretary of State Ada Okafor”.
fn leads_title(read: &Clauses<'_>, name: NounIx) -> Option<usize> {
    let of = read.nouns.get(name.checked_sub(1)?)?;
    let adjacent = of.end == read.nouns.get(name)?.from;
    let tie = of.prep.filter(|&it| adjacent && read.line.word(it) == "of")?;
    let role = read.nouns.get(read.noun_at(tie.checked_sub(1)?)?)?;
    role.prep
}

/// The name that a noun phrase explains: “Ada Okafor” in “Ada Okafor, director of the port”.
fn named_by(read: &Clauses<'_>, noun: NounIx) -> NounIx {
    let line = &read.line;
    let before = || {
        let comma = read.nouns.get(noun)?.from.checked_sub(1).filter(|&it| line.word(it) == ",")?;
        let name = read.noun_at(comma.checked_sub(1)?)?;
        let phrase = read.nouns.get(name)?;
        let named = line.tag(phrase.head) == Tag::Propn && phrase.prep.is_none();
        (named && !is_when(read, name)).then_some(name)
    };
    let plain = read.nouns.get(noun).is_some_and(|it| line.tag(it.head).is_noun());
    before().filter(|_| plain).unwrap_or(noun)
}

/// Prepositions that lead clauses as well.
fn opens_clause(word: &str) -> bool {
    matches!(word, "until" | "till" | "after" | "before" | "since" | "as" | "once" | "than" | "if")
}

/// Where the clause starts whose finite verb begins at `from`, if it describes a noun before it.
fn relative_start(read: &Clauses<'_>, from: usize) -> Option<usize> {
    let line = &read.line;
    let found = (from.saturating_sub(12)..from)
        .rev()
        .take_while(|&it| read.verb_at(it).is_none() && !matches!(line.word(it), "," | ";" | ":"));
    let at = found.into_iter().find(|&it| is_relative(line.word(it)))?;
    // “Said that they signed” is no such clause.
    let last = at.checked_sub(1)?;
    read.noun_at(last).map(|_| at)
}

/// The comma that opens the aside which the comma at `close` ends, where a noun phrase stands
/// before it.
fn aside_start(read: &Clauses<'_>, close: usize) -> Option<usize> {
    let line = &read.line;
    let mut open = close;
    for _ in 0..3 {
        open =
            (open.saturating_sub(25)..open).rev().find(|&it| line.word(it) == line.word(close))?;
        let noun = open.checked_sub(1).and_then(|it| read.noun_at(it));
        if noun.is_some() {
            return Some(open);
        }
    }
    None
}

/// Whether a noun phrase only says when: “Monday”, “last week”.
pub(in crate::annotate) fn is_when(read: &Clauses<'_>, noun: NounIx) -> bool {
    let Some(it) = read.nouns.get(noun) else { return false };
    let word = read.line.word(it.head);
    WHEN.binary_search(&word).is_ok()
        || read.line.tag(it.head) == Tag::Num
            && WHEN.binary_search(&read.line.word(it.from)).is_ok()
}

/// Whether a noun says when.
pub(super) fn says_when(word: &str) -> bool {
    WHEN.binary_search(&word).is_ok()
}

/// Nouns that say when, in order.
#[rustfmt::skip]
const WHEN: &[&str] = &[
    "afternoon", "april", "aug", "august", "day", "days", "dec", "december", "evening", "feb",
    "february", "friday", "jan", "january", "july", "june", "march", "monday", "month", "months",
    "morning", "night", "nov", "november", "oct", "october", "saturday", "sept", "september",
    "sunday", "thursday", "time", "today", "tomorrow", "tuesday", "wednesday", "week", "weekend",
    "weeks", "year", "years", "yesterday",
];

/// What a relative pronoun before the verb stands for: “the leaders, who will meet”.
fn relative(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let from = read.verbs.get(of)?.from;
    let mut at = from.checked_sub(1)?;
    while at > 0 && (read.line.tag(at) == Tag::Adv || is_quote(read.line.word(at))) {
        at -= 1;
    }
    let pronoun = matches!(read.line.word(at), "who" | "which" | "that");
    if pronoun { before_relative(read, at) } else { None }
}

/// The subject that a verb behind “and” shares with the one before it.
fn shared(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let verb = read.verbs.get(of)?;
    let mut at = verb.from.checked_sub(1)?;
    while at > 0 && (read.line.tag(at) == Tag::Adv || is_quote(read.line.word(at))) {
        at -= 1;
    }
    if !matches!(read.line.word(at), "and" | "but" | "or" | ",") {
        return None;
    }
    let before = read.verbs.iter().take(of).rev().take(6).find(|it| {
        it.form == Form::Finite
            && it.governor.is_none_or(|it| it.link != Link::Relative)
            && verb.from - it.at < FURTHEST
    })?;
    let fits = verb.form != Form::Finite || verb.modal == Modal::No || before.form == Form::Finite;
    if fits { before.subject } else { None }
}

/// The noun phrase right behind the verb.
pub(super) fn object(read: &Clauses<'_>, of: VerbIx) -> Option<NounIx> {
    let line = &read.line;
    let verb = read.verbs.get(of)?;
    let particle = |at: usize| {
        at == verb.end && matches!(line.word(at), "up" | "off" | "down" | "back" | "away" | "out")
    };
    // “Accepted in principle a meeting”.
    let aside = (verb.end..verb.end + 2).find(|&it| line.says(it, "in principle"));
    let end = aside.map_or(verb.end, |it| it + 2);
    let start = (end..end + 4).find(|&it| {
        let idle = line.tag(it) == Tag::Adv || is_quote(line.word(it)) || particle(it);
        read.noun_at(it).is_some() || !idle
    })?;
    let noun = read.noun_at(start)?;
    (read.nouns.get(noun)?.prep.is_none() && read.nouns.get(noun)?.from == start).then_some(noun)
}
