//! Attitudes: words that say how somebody stands to an act, and where the act stands beside them.

mod table;

use std::ops::Range;

pub(in crate::annotate) use self::table::Attitude;
use self::table::frame::{GERUND, NOUN, OBJECT, THAT, TO};
use self::table::{ADJECTIVES, NOUNS, Row, VERBS};
use super::verbs::{Form, Modal, Verb};
use super::{Clauses, Governor, Link, NounIx, VerbIx};
use crate::text::tags::Tag;

/// What a word says of the act beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) struct Stand {
    pub(in crate::annotate) attitude: Attitude,
    /// The word.
    pub(in crate::annotate) at: usize,
    /// The verb, where it is one.
    pub(in crate::annotate) verb: Option<VerbIx>,
    /// Who is asked or ordered.
    pub(in crate::annotate) object: Option<NounIx>,
}

fn row(table: &[Row], word: &str) -> Option<Row> {
    let at = table.binary_search_by_key(&word, |it| it.0).ok()?;
    table.get(at).copied()
}

/// The row of the word at `at`, as the part of speech it is here.
fn row_at(read: &Clauses<'_>, at: usize, verb: Option<VerbIx>) -> Option<Row> {
    let line = &read.line;
    // “It’s time to leave”, not “had time to leave”.
    if matches!(line.word(at), "let's") || line.word(at) == "let" && line.word(at + 1) == "us" {
        return Some(("let", Attitude::Demands, TO | OBJECT, ""));
    }
    if line.base(at) == "time"
        && (line.word(at) != "time" || !matches!(line.before(at, 1), "it's" | "is"))
    {
        return None;
    }
    let adjective = || row(ADJECTIVES, line.word(at));
    match verb.and_then(|it| read.verbs.get(it)) {
        // “Is scheduled to”, “is prepared to”: the participle is the adjective.
        Some(it) if it.form == Form::Participle => row(VERBS, &it.base).or_else(adjective),
        Some(it) if it.passive || it.base == "be" => {
            let described = (it.base == "be").then(|| predicate(read, it)).flatten();
            described.or_else(adjective).or_else(|| row(VERBS, &it.base))
        }
        Some(it) => row(VERBS, &it.base),
        None if line.tag(at).is_noun() => row(NOUNS, &line.base(at)).or_else(adjective),
        None => adjective().or_else(|| row(NOUNS, &line.base(at))),
    }
}

/// Whether “be” has no adjective behind it that says how: “the plan was to meet”.
pub(in crate::annotate) fn is_plain_be(read: &Clauses<'_>, verb: &Verb) -> bool {
    verb.base == "be" && predicate(read, verb).is_none()
}

/// The adjective behind “be”: “is willing”.
fn predicate(read: &Clauses<'_>, verb: &Verb) -> Option<Row> {
    let line = &read.line;
    let at = (verb.end..verb.end + 3)
        .find(|&it| line.tag(it) != Tag::Adv || row(ADJECTIVES, line.word(it)).is_some())?;
    row(ADJECTIVES, line.word(at))
}

/// What the governor of a verb says of it, where it takes a stand.
pub(in crate::annotate) fn over_verb(read: &Clauses<'_>, governor: &Governor) -> Option<Stand> {
    let line = &read.line;
    let (word, attitude, frames, links) = row_at(read, governor.at, governor.verb)?;
    let fits = match governor.link {
        Link::To if governor.object.is_some() => {
            let passive =
                governor.verb.and_then(|it| read.verbs.get(it)).is_some_and(|it| it.passive);
            frames & OBJECT != 0 || frames & TO != 0 && !passive
        }
        // “Is expected to”, “was urged to”: the one who is asked stands before the verb.
        Link::To => frames & TO != 0 || frames & OBJECT != 0 && is_passive(read, governor),
        Link::That => frames & THAT != 0,
        Link::Gerund => {
            let link = line.word(governor.at + 1);
            frames & GERUND != 0 || !links.is_empty() && links.split(' ').any(|it| it == link)
        }
        Link::And | Link::Relative => false,
    };
    // “Is going to”, not “goes to”.
    let going = word != "go"
        || governor.verb.and_then(|it| read.verbs.get(it)).is_some_and(|it| it.progressive);
    (fits && going).then_some(Stand {
        attitude,
        at: governor.at,
        verb: governor.verb,
        object: governor.object,
    })
}

/// Whether the object of the governor is to act: “urged them to meet”, not “met them to talk”.
pub(super) fn takes_object(read: &Clauses<'_>, governor: &Governor) -> bool {
    row_at(read, governor.at, governor.verb).is_some_and(|it| it.2 & OBJECT != 0)
}

fn is_passive(read: &Clauses<'_>, governor: &Governor) -> bool {
    let verb = governor.verb.and_then(|it| read.verbs.get(it));
    verb.is_some_and(|it| it.passive || it.form == Form::Participle)
}

/// What the word before a noun phrase says of it, where it takes a stand: “rejected the offer”,
/// “calls for a vote”, “opposition to the bill”.
pub(in crate::annotate) fn over_noun(read: &Clauses<'_>, noun: NounIx) -> Option<Stand> {
    let phrase = read.nouns.get(noun)?;
    let line = &read.line;
    let Some(prep) = phrase.prep else {
        let (ix, verb) = object_of(read, noun)?;
        let (_, attitude, frames, _) = row_at(read, verb.at, Some(ix))?;
        let fits = frames & NOUN != 0 && !(verb.passive && verb.form != Form::Participle);
        return fits.then_some(Stand { attitude, at: verb.at, verb: Some(ix), object: None });
    };
    let mut last = prep.checked_sub(1)?;
    while last > 0 && line.tag(last) == Tag::Adv && read.verb_at(last).is_none() {
        last -= 1;
    }
    // “Agreed “in principle” to a summit”.
    if line.says(last.saturating_sub(1), "in principle") || line.word(last) == "\"" {
        last = (last.saturating_sub(5)..last).rev().find(|&it| read.verb_at(it).is_some())?;
    }
    let verb = read.verb_at(last);
    let at = match verb.and_then(|it| read.verbs.get(it)) {
        Some(it) => it.at,
        None => read.noun_at(last).and_then(|it| read.nouns.get(it)).map_or(last, |it| it.head),
    };
    let (_, attitude, _, links) = row_at(read, at, verb)?;
    let fits = links.split(' ').any(|it| it == line.word(prep));
    fits.then_some(Stand { attitude, at, verb, object: None })
}

/// The verb whose object the noun phrase is.
fn object_of<'a>(read: &'a Clauses<'_>, noun: NounIx) -> Option<(VerbIx, &'a Verb)> {
    read.verbs.iter().enumerate().find(|it| it.1.object == Some(noun))
}

/// What the verb or noun itself says of what follows it, whatever that is.
pub(in crate::annotate) fn of_word(
    read: &Clauses<'_>,
    at: usize,
    verb: Option<VerbIx>,
) -> Option<Attitude> {
    row_at(read, at, verb).map(|it| it.1)
}

/// The words that the attitude of a verb is about, in tokens: a verb that hangs on it, its object,
/// or a phrase behind one of its prepositions.
pub(in crate::annotate) fn content(read: &Clauses<'_>, ix: VerbIx) -> Option<Range<usize>> {
    let verb = read.verbs.get(ix)?;
    let (_, _, frames, _) = row_at(read, verb.at, Some(ix))?;
    let below = read.verbs.iter().skip(ix + 1).find(|it| {
        let governor = it.governor.filter(|it| it.verb == Some(ix) || it.at == verb.end);
        governor.is_some_and(|it| over_verb(read, &it).is_some())
    });
    if let Some(below) = below {
        // “Urged members to take the deal”: the deal is what it is about.
        let takes = matches!(
            below.base.as_str(),
            "accept"
                | "approve"
                | "back"
                | "embrace"
                | "endorse"
                | "oppose"
                | "pass"
                | "ratify"
                | "reject"
                | "support"
                | "take"
        );
        let object = below.object.filter(|&it| takes && (read.is_paper(it) || read.is_deal(it)));
        if let Some(object) = object {
            return Some(read.phrase(object));
        }
        let from = below.subject.and_then(|it| read.nouns.get(it)).map_or(below.from, |it| it.from);
        let from = if from > verb.at { from.min(below.from) } else { below.from };
        return Some(from..read.line.clause_end(below.end).max(below.end));
    }
    if verb.passive && frames & (NOUN | GERUND | THAT) != 0 {
        return verb.subject.map(|it| read.phrase(it));
    }
    if let Some(kept) = kept_from(read, verb) {
        return Some(kept);
    }
    let whole = |noun: NounIx| {
        let phrase = read.phrase(noun);
        let goes_on = matches!(read.line.word(phrase.end), "that" | "to" | "of" | "whether");
        let end = if goes_on { read.line.clause_end(phrase.end) } else { phrase.end };
        phrase.start..end.max(phrase.end)
    };
    if frames & NOUN != 0
        && let Some(noun) = verb.object
    {
        return Some(whole(noun));
    }
    let near = verb.end..verb.end + 12;
    let noun = read.nouns.iter().enumerate().find(|(at, it)| {
        it.prep.is_some_and(|it| near.contains(&it))
            && over_noun(read, *at).is_some_and(|it| it.verb == Some(ix))
    })?;
    Some(whole(noun.0))
}

/// What somebody is kept from: “passing the bill” in “block them from passing the bill”.
fn kept_from(read: &Clauses<'_>, verb: &Verb) -> Option<Range<usize>> {
    let keeps = matches!(verb.base.as_str(), "block" | "prevent" | "stop" | "keep" | "bar");
    let from =
        (verb.end..verb.end + 8).find(|&it| read.line.word(it) == "from").filter(|_| keeps)?;
    let gerund = read.verb_at(from + 1).and_then(|it| read.verbs.get(it));
    let gerund = gerund.filter(|it| it.form == Form::Gerund)?;
    Some(gerund.from..read.line.clause_end(gerund.end))
}

/// Whether a verb is open or supposed: “could”, “would”, “if”.
pub(in crate::annotate) fn is_open(verb: &Verb) -> bool {
    matches!(verb.modal, Modal::Could | Modal::Can)
}
