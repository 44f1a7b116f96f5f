//! Cues: the words that say that something is said or thought, who does so, and what follows.

use std::ops::Range;

use super::chunks::{Chunk, Form, Kind};
use super::contents;
use super::lexicon::Class;
use super::sentence::{Sentence, Subject};
use super::units::Clitic;

/// A cue in one of the writer's sentences. Places count units of the paragraph.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The chunk that says it.
    pub(super) chunk: usize,
    /// The cue's own words.
    pub(super) units: Range<usize>,
    /// The words for the speaker.
    pub(super) source: Option<Subject>,
    /// How the cue stands to its speaker.
    pub(super) kind: CueKind,
    /// What its head can do.
    pub(super) class: Class,
    /// Whether it is turned round: “did not say”.
    pub(super) negated: bool,
    /// What it reports: stretches of units in text order, at most two.
    pub(super) contents: Vec<Range<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CueKind {
    /// “Ortiz said”, “adding”, “to say”.
    Verb,
    /// “said Ortiz”.
    Inverted,
    /// “according to Ortiz”.
    According,
    /// “Ortiz’s claim that”.
    Noun,
    /// “Ortiz:”.
    Colon,
}

/// The cues of one sentence in text order.
pub(super) fn find(sentence: Sentence<'_>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for (ix, chunk) in sentence.chunks.iter().enumerate() {
        let cue = match chunk.kind {
            Kind::Verb(_) if sentence.reads(chunk, "according") => according(sentence, ix),
            Kind::Verb(_) => verb(sentence, ix),
            Kind::Noun(_) => noun(sentence, ix),
            Kind::Mark(':') => colon(sentence, ix),
            Kind::Mark('—' | '–' | '-') => credit(sentence, ix),
            Kind::Adjective if sentence.head_is(chunk, Class::STATE) => state(sentence, ix),
            _ => None,
        };
        found.extend(cue);
    }
    found
}

fn according(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let to = sentence.chunk(at + 1).filter(|it| sentence.reads(it, "to"))?;
    let noun = sentence.chunk(at + 2).filter(|it| it.is_noun())?;
    let last = sentence.phrase_end(at + 2) - 1;
    let units = noun.units.start..sentence.chunks[last].units.end;
    Some(Cue {
        chunk: at,
        units: sentence.chunks[at].units.start..to.units.end,
        source: Some(Subject { units, chunk: at + 2, stands_for: None }),
        kind: CueKind::According,
        class: Class::default(),
        negated: false,
        contents: contents::of_according(sentence, at, last + 1),
    })
}

fn verb(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let chunk = &sentence.chunks[at];
    let verb = chunk.verb()?;
    let class = sentence.head(chunk).class;
    let mut cue = Cue {
        chunk: at,
        units: chunk.units.clone(),
        source: None,
        kind: CueKind::Verb,
        class,
        // “Did not deny” says neither.
        negated: verb.negated != class.is(Class::DENY) || is_declined(sentence, at),
        contents: Vec::new(),
    };
    if verb.passive && !class.is(Class::STATE) {
        cue.source = agent(sentence, at);
        cue.contents = contents::of_passive(sentence, at);
        return Some(cue);
    }
    if let Some(source) = inverted(sentence, at) {
        cue.kind = CueKind::Inverted;
        cue.contents = contents::of_inverted(sentence, at, &source);
        cue.source = Some(source);
        return Some(cue);
    }
    cue.source = sentence.subject(at);
    cue.contents = contents::of_verb(sentence, at, cue.source.as_ref());
    Some(cue)
}

/// Whether “to say” hangs on “declined” or the like.
pub(super) fn is_declined(sentence: Sentence<'_>, at: usize) -> bool {
    let to = sentence.chunks[at].verb().is_some_and(|it| it.form == Form::Infinitive);
    to && sentence.before(at).is_some_and(|(_, it)| {
        it.verb().is_some_and(|it| it.negated) || sentence.head_is(it, Class::DECLINE)
    })
}

/// “was asked by Ortiz”.
fn agent(sentence: Sentence<'_>, at: usize) -> Option<Subject> {
    // 8 chunks: an object and a day may stand before “by”.
    let by = (at + 1..sentence.chunks.len().min(at + 9))
        .take_while(|&ix| !sentence.chunks[ix].is_finite())
        .find(|&ix| sentence.reads(&sentence.chunks[ix], "by"))?;
    let noun = sentence.chunk(by + 1).filter(|it| it.is_thing())?;
    let last = sentence.phrase_end(by + 1) - 1;
    let units = noun.units.start..sentence.chunks[last].units.end;
    Some(Subject { units, chunk: by + 1, stands_for: None })
}

/// “said Ortiz”: the subject after the verb, where speech or a clause stands before it.
fn inverted(sentence: Sentence<'_>, at: usize) -> Option<Subject> {
    let chunk = &sentence.chunks[at];
    let verb = chunk.verb()?;
    if !matches!(verb.form, Form::Finite | Form::Participle) || verb.be {
        return None;
    }
    let mut first = at;
    while let Some((ix, _)) = sentence.before(first).filter(|it| it.1.kind == Kind::Adverb) {
        first = ix;
    }
    let mut next = at + 1;
    while sentence.chunk(next).is_some_and(|it| it.kind == Kind::Adverb) {
        next += 1;
    }
    // “said retired diver Ana Oduya”
    if sentence.chunk(next).and_then(Chunk::verb).is_some_and(|it| it.form == Form::Participle)
        && sentence.chunk(next + 1).is_some_and(|it| matches!(it.kind, Kind::Noun(it) if it.name))
    {
        next += 1;
    }
    sentence.chunk(next).filter(|it| it.is_thing())?;
    let end = sentence.phrase_end(next);
    let noun = sentence.chunks[next].units.start..sentence.chunks[end - 1].units.end;
    let found = Subject { units: noun, chunk: next, stands_for: None };
    let before = sentence.before(first);
    let quote_before = before.is_some_and(|(ix, it)| {
        it.is_quote()
            || (it.is_mark(',') || it.is_dash())
                && sentence.before(ix).is_some_and(|it| it.1.is_quote())
    });
    let says = sentence.head_is(chunk, Class::SAY);
    if quote_before {
        return (says || contents::is_boundary(sentence, end)).then_some(found);
    }
    let plain = ["said", "says", "say", "wrote", "added", "reported"];
    let is_plain = plain.iter().any(|it| sentence.reads(chunk, it));
    let opens = before.is_none_or(|(ix, it)| {
        it.is_mark(',') && sentence.apposition(ix).is_none() || it.is_dash()
    });
    let name = matches!(sentence.chunks[next].kind, Kind::Noun(it) if it.name || it.pronoun)
        || sentence.units[sentence.chunks[next].units.start].is(Class::DET);
    (is_plain && opens && name && contents::is_boundary(sentence, end)).then_some(found)
}

/// “made it clear that”: the words of whoever made it so.
fn state(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let (ix, before) = sentence.before(at)?;
    let verb = match before.verb() {
        Some(it) => (!it.be).then_some(ix)?,
        None => {
            sentence.before(ix).filter(|it| sentence.reads(before, "it") && it.1.is_finite())?.0
        }
    };
    Some(Cue {
        chunk: at,
        units: sentence.chunks[at].units.clone(),
        source: sentence.subject(verb),
        kind: CueKind::Verb,
        class: Class::CLAUSE,
        negated: sentence.chunks[verb].verb().is_some_and(|it| it.negated),
        contents: contents::of_state(sentence, at).into_iter().collect(),
    })
}

/// “Ortiz’s claim that”, “criticism of the plan by Ortiz”.
fn noun(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let chunk = &sentence.chunks[at];
    let class = sentence.head(chunk).class;
    if !class.is(Class::CLAIM.and(Class::TOPIC)) {
        return None;
    }
    // “Ortiz’s “no surrender” pledge”
    let held = chunk.units.clone().find(|&ix| sentence.units[ix].is_quote());
    // “The warning by Ortiz that”.
    let by = named_behind(sentence, at).filter(|_| class.is(Class::CLAIM));
    let content = match (held, &by) {
        (Some(ix), _) => ix..ix + 1,
        (None, Some(it)) => contents::of_claim(sentence, at, sentence.phrase_end(it.chunk))?,
        (None, None) => contents::of_noun(sentence, at)?,
    };
    let (source, negated) = match by {
        Some(it) => (Some(it), false),
        None => owner(sentence, at),
    };
    Some(Cue {
        chunk: at,
        units: chunk.units.clone(),
        source,
        kind: CueKind::Noun,
        class,
        negated,
        contents: vec![content],
    })
}

/// Who is named between a claim and its “that”: “the warning by Ortiz that”, “fears among farmers
/// that”.
fn named_behind(sentence: Sentence<'_>, at: usize) -> Option<Subject> {
    let prep = sentence.chunk(at + 1).filter(|it| it.kind == Kind::Prep)?;
    let ties = sentence.reads_any(prep, &["by", "from", "among", "of"]);
    sentence.chunk(at + 2).filter(|it| ties && it.is_thing())?;
    let end = sentence.phrase_end(at + 2);
    sentence.chunk(end).filter(|it| it.kind == Kind::That)?;
    let units = sentence.chunks[at + 2].units.start..sentence.chunks[end - 1].units.end;
    Some(Subject { units, chunk: at + 2, stands_for: None })
}

/// Whose claim it is: the possessor, the subject of the verb that it is the object of, or the one
/// named after “from” or “by”.
fn owner(sentence: Sentence<'_>, at: usize) -> (Option<Subject>, bool) {
    let chunk = &sentence.chunks[at];
    let inside = chunk.units.start..chunk.head;
    let possessor = inside.clone().rev().find(|&ix| {
        let unit = &sentence.units[ix];
        unit.clitic == Clitic::Possessive
            || unit.is_mark('’')
            || unit.is_mark('\'')
            || is_possessive(sentence.text, unit)
    });
    if let Some(ix) = possessor {
        let pronoun = is_possessive(sentence.text, &sentence.units[ix]);
        let start = if pronoun { ix } else { chunk.units.start };
        let units = start..ix + 1;
        return (Some(Subject { units, chunk: at, stands_for: None }), false);
    }
    let Some((ix, before)) = sentence.before(at) else { return (None, false) };
    // “opened with a call for”, “persisted in the claim that”
    let with = before.kind == Kind::Prep && sentence.reads_any(before, &["with", "in"]);
    let verb = if with { sentence.before(ix) } else { Some((ix, before)) };
    match verb.and_then(|(ix, it)| Some((ix, it.verb()?))) {
        Some((ix, verb)) if !verb.passive => (sentence.subject(ix), verb.negated),
        _ => (None, false),
    }
}

fn is_possessive(text: &str, unit: &super::units::Unit) -> bool {
    ["his", "her", "their", "its", "my", "our", "your"].iter().any(|it| unit.reads(text, it))
}

/// ““…” — Ana Oduya, mayor”: a dash and a name behind a stretch, with no verb to the end.
fn credit(sentence: Sentence<'_>, dash: usize) -> Option<Cue> {
    sentence.before(dash).filter(|it| it.1.is_quote())?;
    let rest = sentence.chunks.get(dash + 1..)?;
    let named = matches!(rest.first()?.kind, Kind::Noun(it) if it.name);
    // 10 chunks: a name, an office and a body.
    if !named || rest.len() > 10 || rest.iter().any(|it| it.verb().is_some() || it.is_quote()) {
        return None;
    }
    Some(Cue {
        chunk: dash + 1,
        units: sentence.chunks[dash].units.clone(),
        source: Some(sentence.noun_phrase(dash + 1)),
        kind: CueKind::Inverted,
        class: Class::SAY,
        negated: false,
        contents: Vec::new(),
    })
}

/// “Ortiz: “…””, or a headline's “Ortiz: Schools stay shut”.
fn colon(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let chunk = &sentence.chunks[at];
    let quoted = sentence.chunk(at + 1).is_none_or(Chunk::is_quote);
    let before = sentence.chunks.get(..at)?;
    let verbs = before.iter().any(Chunk::is_finite);
    let named = before.last().is_some_and(|it| matches!(it.kind, Kind::Noun(it) if it.name));
    // “Ortiz: Schools stay shut” opens a headline; elsewhere a colon seldom gives speech.
    let heads = at == 1 && named;
    if verbs && !(quoted && named) || !quoted && !heads {
        return None;
    }
    let (last, _) = sentence.before(at).filter(|it| it.1.is_noun())?;
    let mut source = sentence.noun_phrase(last);
    if sentence.chunks[last].is_time() {
        let thing = before.iter().position(Chunk::is_thing)?;
        source = sentence.noun_phrase(thing);
    }
    let end = sentence.chunks.last().map_or(chunk.units.end, |it| it.units.end);
    let rest = chunk.units.end..end;
    Some(Cue {
        chunk: at,
        units: chunk.units.clone(),
        source: Some(source),
        kind: CueKind::Colon,
        class: Class::default(),
        negated: false,
        contents: Some(rest).filter(|_| !quoted).into_iter().collect(),
    })
}
