//! Governors: the word that a verb hangs on: “agreed” for “to meet”, “proposal” for “to meet”, “ruled
//! out” for “meeting”, “said” for “they will meet”.

use super::attitudes;
use super::nouns::is_relative;
use super::verbs::{Form, Modal};
use super::{Clauses, FURTHEST, NounIx, VerbIx, subjects};
use crate::text::tags::Tag;

/// How a verb hangs on another word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) enum Link {
    /// “agreed to meet”.
    To,
    /// “said that they meet”, “said they meet”.
    That,
    /// “suggested meeting”, “plans for meeting”.
    Gerund,
    /// “agreed to meet and talk”: as the verb before “and”.
    And,
    /// “the leaders who meet”: the noun it describes.
    Relative,
}

/// What a verb hangs on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) struct Governor {
    /// The word: the main verb of a group, a noun or an adjective.
    pub(in crate::annotate) at: usize,
    /// The verb, where it is one.
    pub(in crate::annotate) verb: Option<VerbIx>,
    /// Who is asked, ordered or helped: “the council” in “urged the council to vote”.
    pub(in crate::annotate) object: Option<NounIx>,
    pub(in crate::annotate) link: Link,
}

/// What the verb at `of` hangs on, if anything.
pub(super) fn of(read: &Clauses<'_>, of: VerbIx) -> Option<Governor> {
    let verb = read.verbs.get(of)?;
    let joined = || coordinate(read, of);
    match verb.form {
        Form::To => infinitive(read, verb.from).or_else(joined),
        Form::Gerund => gerund(read, verb.from).or_else(joined),
        Form::Bare => joined().or_else(|| helped(read, verb.from)),
        Form::Participle => wanted(read, of),
        Form::Finite => content(read, of),
    }
}

fn word(at: usize, link: Link) -> Governor {
    Governor { at, verb: None, object: None, link }
}

/// The governor at the token `at`, the last one before what it governs.
fn at(read: &Clauses<'_>, at: usize, link: Link) -> Option<Governor> {
    if let Some(verb) = read.verb_at(at) {
        let main = read.verbs.get(verb)?.at;
        return Some(Governor { verb: Some(verb), ..word(main, link) });
    }
    if let Some(noun) = read.noun_at(at) {
        return Some(word(read.nouns.get(noun)?.head, link));
    }
    matches!(read.line.tag(at), Tag::Adj | Tag::Adv | Tag::Noun).then(|| word(at, link))
}

/// What “to” at `to` hangs on: the word before it, or the one before a short object.
fn infinitive(read: &Clauses<'_>, to: usize) -> Option<Governor> {
    let line = &read.line;
    let mut last = to.checked_sub(1)?;
    while last > 0
        && (line.tag(last) == Tag::Adv && read.verb_at(last).is_none() || is_quote(line.word(last)))
    {
        last -= 1;
    }
    // “Urged her at least to promise a vote”.
    if line.says(last.saturating_sub(1), "at least") {
        last = last.checked_sub(2)?;
    }
    // “Called on the group, in a letter, to return”.
    if line.word(last) == "," {
        let open = (last.saturating_sub(12)..last).rev().find(|&it| line.word(it) == ",")?;
        last = open.checked_sub(1)?;
    }
    let Some(noun) = read.noun_at(last) else { return at(read, last, Link::To) };
    // “Has a plan to meet”, “urged the council to meet”, “agreed in principle to meet”: the first
    // that can govern an infinitive.
    let own = at(read, last, Link::To);
    let over = over_object(read, noun);
    let behind = || behind_phrases(read, noun);
    let governs = |it: &Governor| attitudes::over_verb(read, it).is_some();
    let over = over.map(|it| {
        let object = it.object.filter(|_| attitudes::takes_object(read, &it));
        Governor { object, ..it }
    });
    own.filter(governs)
        .or_else(|| over.filter(governs))
        .or_else(|| behind().filter(governs))
        .or(own)
}

/// The verb before phrases that prepositions lead: “agreed in principle”, “plans for Monday”.
fn behind_phrases(read: &Clauses<'_>, noun: NounIx) -> Option<Governor> {
    let mut noun = noun;
    for _ in 0..3 {
        let last = read.nouns.get(noun)?.prep?.checked_sub(1)?;
        match read.noun_at(last) {
            Some(before) => noun = before,
            None => return at(read, last, Link::To),
        }
    }
    None
}

/// The verb or noun before an object that is to act: “urged the council”, “called on the group”.
fn over_object(read: &Clauses<'_>, noun: NounIx) -> Option<Governor> {
    let line = &read.line;
    let mut object = noun;
    for _ in 0..4 {
        let phrase = read.nouns.get(object)?;
        let Some(prep) = phrase.prep else {
            let last = phrase.from.checked_sub(1)?;
            let last = if is_quote(line.word(last)) { last.checked_sub(1)? } else { last };
            let governor = at(read, last, Link::To).filter(|it| it.verb.is_some())?;
            return Some(Governor { object: Some(object), ..governor });
        };
        let last = prep.checked_sub(1)?;
        let asks = matches!(line.word(prep), "on" | "upon" | "for" | "to" | "with");
        // “Urged the leader of the council to”: the object is longer.
        if asks && let Some(governor) = at(read, last, Link::To) {
            let verb = governor.verb.is_some();
            let noun_asks = matches!(
                line.base(governor.at).as_str(),
                "call" | "appeal" | "demand" | "request" | "order" | "plea" | "push" | "time"
            );
            if verb || noun_asks {
                return Some(Governor { object: Some(object), ..governor });
            }
        }
        object = read.noun_at(last)?;
    }
    None
}

/// What a gerund hangs on: “suggested meeting”, “plans for meeting”, “ruled out meeting”.
fn gerund(read: &Clauses<'_>, from: usize) -> Option<Governor> {
    let line = &read.line;
    let mut last = from.checked_sub(1)?;
    if is_quote(line.word(last)) {
        last = last.checked_sub(1)?;
    }
    if let Some(verb) = read.verb_at(last) {
        let main = read.verbs.get(verb)?.at;
        return Some(Governor { verb: Some(verb), ..word(main, Link::Gerund) });
    }
    let led = matches!(
        line.word(last),
        "of" | "on"
            | "for"
            | "to"
            | "from"
            | "against"
            | "about"
            | "at"
            | "in"
            | "with"
            | "by"
            | "without"
    );
    if !led {
        return None;
    }
    let mut before = last.checked_sub(1)?;
    if is_quote(line.word(before)) {
        before = before.checked_sub(1)?;
    }
    at(read, before, Link::Gerund)
}

/// “Let us meet”, “help them meet”: a bare verb behind an object.
fn helped(read: &Clauses<'_>, from: usize) -> Option<Governor> {
    let last = from.checked_sub(1)?;
    if let Some(verb) = read.verb_at(last) {
        let main = read.verbs.get(verb)?.at;
        return Some(Governor { verb: Some(verb), ..word(main, Link::To) });
    }
    let noun = read.noun_at(last)?;
    let phrase = read.nouns.get(noun)?;
    let verb = read.verb_at(phrase.from.checked_sub(1)?).filter(|_| phrase.prep.is_none())?;
    let main = read.verbs.get(verb)?.at;
    Some(Governor { verb: Some(verb), object: Some(noun), ..word(main, Link::To) })
}

/// “Wants the tariffs removed”: the verb whose object is to be so.
fn wanted(read: &Clauses<'_>, of: VerbIx) -> Option<Governor> {
    let verb = read.verbs.get(of)?;
    let (ix, over) = read
        .verbs
        .iter()
        .enumerate()
        .take(of)
        .rev()
        .find(|it| it.1.form != Form::Participle && verb.from - it.1.at < FURTHEST)?;
    let wants = matches!(over.base.as_str(), "want" | "need" | "demand" | "order" | "see" | "get");
    let object = over.object.filter(|_| wants && !over.passive)?;
    // Of two participles the last: “wants the tariffs imposed in May removed”.
    let next = read
        .verbs
        .get(of + 1)
        .is_some_and(|it| it.form == Form::Participle && read.line.clause_end(verb.end) > it.at);
    (!next).then(|| Governor { verb: Some(ix), object: Some(object), ..word(over.at, Link::To) })
}

/// The verb before “and” whose place a bare verb, an infinitive or a gerund shares.
fn coordinate(read: &Clauses<'_>, of: VerbIx) -> Option<Governor> {
    let verb = read.verbs.get(of)?;
    let line = &read.line;
    let mut last = verb.from.checked_sub(1)?;
    while last > 0 && (line.tag(last) == Tag::Adv || is_quote(line.word(last))) {
        last -= 1;
    }
    if !matches!(line.word(last), "and" | "or" | "," | "but" | "then") {
        return None;
    }
    let first = read.verbs.iter().enumerate().take(of).rev().take(4).find(|(_, it)| {
        verb.from - it.at < FURTHEST
            && match verb.form {
                Form::Bare => it.form == Form::To || it.form == Form::Bare || it.modal != Modal::No,
                form => it.form == form,
            }
    })?;
    Some(Governor { verb: Some(first.0), ..word(first.1.at, Link::And) })
}

/// What a clause hangs on: the word before “that”, or the verb of saying right before its subject.
fn content(read: &Clauses<'_>, of: VerbIx) -> Option<Governor> {
    let line = &read.line;
    let verb = read.verbs.get(of)?;
    let own = subjects::nearest(read, of);
    let start = own
        .and_then(|it| read.nouns.get(*read.joined(it).first()?))
        .map_or(verb.from, |it| it.from);
    let mut last = start.checked_sub(1)?;
    while last > 0
        && (is_quote(line.word(last))
            || line.word(last) == ":"
            || line.tag(last) == Tag::Adv && read.verb_at(last).is_none())
    {
        last -= 1;
    }
    let relative = is_relative(line.word(last)) && own.is_none();
    if relative && let Some(noun) = before_relative(read, last) {
        return Some(word(read.nouns.get(noun)?.head, Link::Relative));
    }
    let that = line.word(last) == "that";
    if that {
        last = last.checked_sub(1)?;
    }
    // “Said on Monday that”, “told reporters that”, “said in a statement they would”.
    for _ in 0..4 {
        let Some(noun) = read.noun_at(last) else { break };
        let phrase = read.nouns.get(noun)?;
        let over = phrase.prep.unwrap_or(phrase.from).checked_sub(1)?;
        let told = phrase.prep.is_some()
            || that && read.verb_at(over).is_some()
            || subjects::is_when(read, noun);
        if !told {
            break;
        }
        last = over;
    }
    if that {
        return at(read, last, Link::That);
    }
    let verb = read.verb_at(last)?;
    let main = read.verbs.get(verb)?;
    (main.form != Form::Participle && main.base != "be")
        .then(|| Governor { verb: Some(verb), ..word(main.at, Link::That) })
}

/// The noun phrase that a relative pronoun at `at` describes.
pub(super) fn before_relative(read: &Clauses<'_>, at: usize) -> Option<NounIx> {
    let mut last = at.checked_sub(1)?;
    let apart = matches!(read.line.word(last), "," | "-");
    if apart {
        last = last.checked_sub(1)?;
    }
    let mut noun = read.noun_at(last)?;
    // “The meeting between A and B, which is set for May”: the whole of it.
    let whole = apart && read.line.word(at) == "which";
    for _ in 0..4 {
        let prep = subjects::joined_to(read, noun).or(read.nouns.get(noun)?.prep);
        let before = prep.and_then(|it| read.noun_at(it.checked_sub(1)?));
        match before.filter(|_| whole) {
            Some(before) => noun = before,
            None => break,
        }
    }
    Some(noun)
}

pub(super) fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "'")
}
