//! Where what a cue reports ends, and the writer speaks again.

use super::clauses::{
    has_clause, has_verb, is_attribution, is_phrase, leads_to_speech, same_tense,
};
use crate::annotate::quotes::chunks::{Chunk, Form, Kind};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::sentence::Sentence;
use crate::text::tags::Tag;

/// How far what is reported reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Extent {
    /// A clause: to the end of the sentence, as a rule.
    Clause,
    /// A noun phrase or an infinitive: to the next comma, as a rule.
    Phrase,
}

/// What a cue reports while its end is looked for.
#[derive(Clone, Copy, Debug)]
struct Reach {
    /// The chunk of the cue.
    cue: usize,
    /// The chunk it starts with.
    start: usize,
    extent: Extent,
}

/// How far what starts with a chunk reaches.
pub(super) fn extent(sentence: Sentence<'_>, start: usize) -> Extent {
    match sentence.chunks[start].kind {
        Kind::That | Kind::Wh => Extent::Clause,
        Kind::Noun(_) | Kind::Verb(_) if has_clause(sentence, start) => Extent::Clause,
        _ => Extent::Phrase,
    }
}

/// Where what starts with the chunk at `start` ends, as a unit: at the end of the sentence, or
/// where the writer brings in something else. `cue` is the chunk that reports it.
pub(super) fn end_from(sentence: Sentence<'_>, start: usize, cue: usize, extent: Extent) -> usize {
    let reach = Reach { cue, start, extent };
    let mut depth = 0_usize;
    let mut dashes = 0;
    for ix in start..sentence.chunks.len() {
        let chunk = &sentence.chunks[ix];
        let ends = match chunk.kind {
            Kind::Mark(';' | '[') => true,
            Kind::Mark('(') => {
                depth += 1;
                false
            }
            Kind::Mark(')') if depth == 0 => true,
            Kind::Mark(')') => {
                depth -= 1;
                false
            }
            _ if depth > 0 => false,
            Kind::Mark('—' | '–' | '-') => {
                dashes += 1;
                let closes = sentence.chunks[ix + 1..].iter().any(Chunk::is_dash);
                dashes % 2 == 1 && !closes
            }
            Kind::Mark(',') => breaks_off(sentence, ix, reach),
            // “backed the plan on Monday”
            Kind::Noun(_) if extent == Extent::Phrase && ix > start => ends_with_time(sentence, ix),
            Kind::Prep if extent == Extent::Phrase => ends_with_time(sentence, ix + 1),
            // “said so on Monday before claiming”
            Kind::Beside | Kind::Prep
                if ix > start
                    && sentence.reads_any(chunk, &["before", "after", "while"])
                    && sentence.chunk(ix + 1).is_some_and(|it| {
                        it.verb().is_some_and(|it| it.form == Form::Gerund)
                            && sentence.head_is(it, Class::SAY)
                    }) =>
            {
                true
            }
            Kind::Verb(it) if it.form == Form::Gerund && ix > start => {
                sentence.head_is(chunk, Class::SAY) && leads_to_speech(sentence, ix + 1)
            }
            Kind::And => ix > start && joins_cue(sentence, ix, reach),
            Kind::Quote(_) => ends_with_comma(sentence, ix) && breaks_off(sentence, ix, reach),
            _ => false,
        };
        if ends {
            return if chunk.is_quote() { chunk.units.end } else { chunk.units.start };
        }
    }
    sentence.chunks.last().map_or(0, |it| it.units.end)
}

/// Where a verb stands, as a unit, that the clause which starts with “that” at `start` has no subject
/// for: each “that”, “who”, “when” and “and” brings room for one verb, as a verb of saying does.
pub(super) fn second_verb(sentence: Sentence<'_>, start: usize) -> Option<usize> {
    let mut room = 0_usize;
    // 24 chunks: the subject of a sentence is no longer.
    for chunk in sentence.chunks.iter().skip(start).take(24) {
        match chunk.kind {
            Kind::That | Kind::Relative | Kind::Beside | Kind::Wh | Kind::And => room += 1,
            Kind::Mark(_) | Kind::Quote(_) => return None,
            Kind::Verb(it) if it.form == Form::Finite => {
                if room == 0 {
                    return Some(chunk.units.start);
                }
                room -= usize::from(!sentence.head_is(chunk, Class::CLAUSE));
            }
            _ => {}
        }
    }
    None
}

/// Whether the writer speaks again behind a comma.
fn breaks_off(sentence: Sentence<'_>, comma: usize, reach: Reach) -> bool {
    let Reach { cue, start, extent } = reach;
    let Some(next) = sentence.chunk(comma + 1) else { return true };
    if sentence.reads(next, "according") {
        return true;
    }
    match next.kind {
        Kind::Relative => {
            sentence.reads(next, "which")
                && (extent == Extent::Phrase || has_verb(sentence, start, comma))
        }
        Kind::Verb(it) if it.form == Form::Gerund => {
            sentence.head_is(next, Class::SAY.and(Class::NAMING).and(Class::AS).and(Class::TO))
        }
        // “who feared the plan, told reporters”: a verb of someone before the cue.
        Kind::Verb(it) => {
            it.form == Form::Finite
                && sentence.head(next).tag != Tag::VerbBase
                && sentence.apposition(comma).is_some_and(|it| it.chunk <= cue)
        }
        Kind::And => {
            joins_cue(sentence, comma + 1, reach)
                || sentence.reads(next, "but")
                    && (extent == Extent::Phrase || same_tense(sentence, comma + 2, cue))
        }
        Kind::Beside => {
            let beside = ["while", "whereas", "though", "although", "as"];
            comma > start + 1
                && sentence.reads_any(next, &beside)
                && joins_cue(sentence, comma + 1, reach)
                || extent == Extent::Phrase
                    && !sentence.reads_any(next, &["because", "since", "if"])
        }
        Kind::Noun(it) if !it.time => {
            is_attribution(sentence, comma + 1)
                || is_fronted(sentence, cue)
                || extent == Extent::Phrase && !is_listed(sentence, comma + 1)
        }
        _ => false,
    }
}

/// What brings in a speaker of its own behind “and”.
const CUE: Class =
    Class::SAY.and(Class::DECLINE).and(Class::AS).and(Class::ORDER).and(Class::NAMING);

/// Whether “and” or “but” brings in another cue beside this one.
fn joins_cue(sentence: Sentence<'_>, and: usize, reach: Reach) -> bool {
    let Reach { cue, extent, .. } = reach;
    if sentence.reads(&sentence.chunks[cue], "according") {
        return false;
    }
    let mut next = and + 1;
    while sentence.chunk(next).is_some_and(|it| it.kind == Kind::Adverb) {
        next += 1;
    }
    let Some(it) = sentence.chunk(next) else { return false };
    let alone = extent == Extent::Phrase && is_phrase(sentence, cue, and);
    // “promised to stay and fight”: both hang on “to”.
    if alone && it.is_finite() && sentence.head(it).tag != Tag::VerbBase {
        return true;
    }
    if let Some(verb) = it.verb() {
        let same = sentence.chunks[cue].verb().is_some_and(|it| it.form == verb.form);
        return same && (sentence.head_is(it, CUE) || alone && verb.form == Form::Gerund);
    }
    if it.is_thing() {
        let verb = (next + 1..sentence.chunks.len().min(next + 8))
            .find(|&ix| sentence.chunks[ix].is_finite());
        // “calling him a coward and he left”
        if alone && verb.is_some_and(|ix| sentence.subject(ix).is_some_and(|it| it.chunk == next)) {
            return true;
        }
        return verb.is_some_and(|ix| {
            let it = &sentence.chunks[ix];
            sentence.head_is(it, CUE) && sentence.subject(ix).is_some_and(|it| it.chunk == next)
        });
    }
    false
}

/// Whether a cue stands in a clause before the sentence's own: “While she backs the plan, Ortiz …”.
fn is_fronted(sentence: Sentence<'_>, cue: usize) -> bool {
    let Some(verb) = sentence.chunks[cue].verb() else { return false };
    if sentence.reads(&sentence.chunks[cue], "according") {
        return false;
    }
    let first = match verb.form {
        Form::Finite => sentence.subject(cue).map_or(cue, |it| it.chunk.min(cue)),
        _ => cue,
    };
    let opener = sentence.before(first);
    // “For one who conceded that it was lost, Ortiz …”
    if sentence.chunks[first].kind == Kind::Relative {
        return !sentence.chunks[..first].iter().any(Chunk::is_finite);
    }
    match verb.form {
        Form::Finite => opener.is_some_and(|(ix, it)| {
            it.kind == Kind::Beside && (ix == 0 || sentence.starts_clause(ix))
        }),
        _ => first <= 1,
    }
}

/// Whether a noun phrase behind a comma goes on a list: “and” comes, with no verb before it.
fn is_listed(sentence: Sentence<'_>, noun: usize) -> bool {
    sentence.chunks[noun..]
        .iter()
        .take(12)
        .take_while(|it| !it.is_finite())
        .any(|it| it.kind == Kind::And)
}

/// Whether a time stands at a place, with nothing of its clause behind it.
fn ends_with_time(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.chunk(at).is_some_and(Chunk::is_time)
        && sentence.chunk(at + 1).is_none_or(|it| matches!(it.kind, Kind::Mark(_)))
}

/// “… a trap,” with the comma between the marks.
fn ends_with_comma(sentence: Sentence<'_>, quote: usize) -> bool {
    let words = sentence.head(&sentence.chunks[quote]).span.of(sentence.text);
    words.trim_end_matches(|it: char| !it.is_alphanumeric() && it != ',').ends_with(',')
}
