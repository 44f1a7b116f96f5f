//! Where what stands behind a cue starts.

use super::TO_THAT;
use super::clauses::has_clause;
use crate::annotate::quotes::chunks::{Chunk, Form, Kind};
use crate::annotate::quotes::cues::is_declined;
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::sentence::Sentence;
use crate::text::phrase::lower;

/// Where what stands after a verb group starts, as a chunk.
pub(super) fn start_after(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    let chunk = &sentence.chunks[at];
    let class = sentence.head(chunk).class;
    let verb = chunk.verb()?;
    if verb.be {
        return after_be(sentence, at);
    }
    if let Some(that) = that_after(sentence, at, class) {
        return Some(that);
    }
    let mut next = skip(sentence, at + 1);
    if sentence.chunk(next).is_some_and(|it| it.is_mark(','))
        && sentence.chunk(next + 1).is_some_and(Chunk::is_quote)
    {
        next += 1;
    }
    let it = sentence.chunk(next)?;
    match it.kind {
        // “did not say when”: not “said when it opens, he would go”.
        Kind::Beside if sentence.reads_any(it, &["when", "where"]) => {
            let open = verb.negated || is_declined(sentence, at);
            (class.is(Class::WHETHER) || class.is(Class::SAY) && open).then_some(next)
        }
        // “said if the vote fails, he would go”
        Kind::Beside if class.is(Class::CLAUSE) && class.is(Class::SAY) => sentence
            .reads_any(it, &["if", "because", "unless", "although", "though", "since", "even"])
            .then_some(next),
        Kind::Wh => class.is(Class::SAY.and(Class::WHETHER)).then_some(next),
        Kind::Quote(_) => class.is(Class::SAY.and(Class::NAMING)).then_some(next),
        Kind::Verb(it) if it.form == Form::Gerund => {
            let told = class.is(Class::CLAUSE) && has_clause(sentence, next);
            (told || class.is(Class::OBJECT)).then_some(next)
        }
        // “declined to say whether”: told, or not, by the saying.
        Kind::Verb(_) if class.is(Class::DECLINE) && start_after(sentence, next).is_some() => None,
        Kind::Verb(it) => (it.form == Form::Infinitive
            && class.is(Class::INFINITIVE.and(Class::SEEM)))
        .then_some(next),
        Kind::Noun(it) if !it.time => after_noun(sentence, class, next),
        Kind::Prep => after_prep(sentence, class, next),
        Kind::Adjective if class.is(Class::SEEM) => Some(next),
        _ => None,
    }
}

/// “is confident that”, “was worried about”.
fn after_be(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    let state = skip(sentence, at + 1);
    let adjective = sentence.chunk(state)?;
    if adjective.kind != Kind::Adjective || !sentence.head_is(adjective, Class::STATE) {
        return None;
    }
    after_state(sentence, state)
}

/// What follows an adjective such as “confident”.
fn after_state(sentence: Sentence<'_>, state: usize) -> Option<usize> {
    let next = state + 1;
    let it = sentence.chunk(next)?;
    match it.kind {
        Kind::That | Kind::Wh => Some(next),
        Kind::Verb(it) if it.form == Form::Infinitive => Some(next),
        Kind::Noun(noun) if !noun.time => has_clause(sentence, next).then_some(next),
        Kind::Prep => sentence.chunk(next + 1).is_some_and(is_topic).then_some(next + 1),
        _ => None,
    }
}

/// The “that” of a verb: right behind it for any verb, farther for verbs of saying.
fn that_after(sentence: Sentence<'_>, at: usize, class: Class) -> Option<usize> {
    let tells = class.is(Class::SAY.and(Class::CLAUSE).and(Class::HEARER));
    for ix in at + 1..sentence.chunks.len().min(at + 1 + TO_THAT) {
        let chunk = &sentence.chunks[ix];
        match chunk.kind {
            Kind::That => return (!class.is(Class::FACT)).then_some(ix),
            Kind::Adverb => {}
            // “believed the claim that”, “knew of the claim that”: told by the claim.
            Kind::Prep if sentence.reads(chunk, "of") => return None,
            Kind::Noun(_) if ix == at + 1 && sentence.head_is(chunk, Class::CLAIM) => return None,
            Kind::Noun(_) | Kind::Prep | Kind::Mark(',') if tells => {}
            _ => return None,
        }
    }
    None
}

/// A noun phrase behind a verb: a clause of its own, a hearer before one, or the object itself.
fn after_noun(sentence: Sentence<'_>, class: Class, noun: usize) -> Option<usize> {
    let end = sentence.phrase_end(noun);
    let next = skip(sentence, end);
    let told =
        |at: usize| sentence.chunk(at).is_some_and(Chunk::is_thing) && has_clause(sentence, at);
    if class.is(Class::HEARER) && told(next) {
        return Some(next);
    }
    if class.is(Class::CLAUSE) && has_clause(sentence, noun) {
        return Some(noun);
    }
    let it = sentence.chunk(next);
    let kind = it.map(|it| it.kind);
    let quoted = sentence.chunk(next + 1).is_some_and(Chunk::is_quote);
    if quoted && it.is_some_and(|it| it.is_mark(':') || it.is_mark(',')) {
        return class.is(Class::SAY).then_some(next + 1);
    }
    if class.is(Class::HEARER) {
        match kind {
            Some(Kind::That | Kind::Wh | Kind::Quote(_)) => return Some(next),
            Some(Kind::Verb(it)) if it.form == Form::Infinitive && !class.is(Class::ORDER) => {
                return Some(next);
            }
            // “asked him about the vote”
            Some(Kind::Prep)
                if it.is_some_and(|it| sentence.reads_any(it, &["about", "whether"])) =>
            {
                return Some(next);
            }
            _ => {}
        }
    }
    let infinitive = matches!(kind, Some(Kind::Verb(it)) if it.form == Form::Infinitive);
    if class.is(Class::ORDER) && infinitive {
        return Some(noun);
    }
    if class.is(Class::NAMING)
        && matches!(kind, Some(Kind::Noun(_) | Kind::Adjective | Kind::Quote(_) | Kind::Verb(_)))
    {
        return Some(noun);
    }
    if class.is(Class::AS) && it.is_some_and(|it| sentence.reads(it, "as")) {
        return Some(noun);
    }
    class.is(Class::OBJECT).then_some(noun)
}

/// “spoke of the plan”.
fn after_prep(sentence: Sentence<'_>, class: Class, prep: usize) -> Option<usize> {
    // “said in Toft he would go”
    if class.is(Class::CLAUSE) && class.is(Class::SAY) {
        let clause = sentence.phrase_end(prep + 1);
        if sentence.chunk(prep + 1).is_some_and(Chunk::is_thing)
            && sentence.chunk(clause).is_some_and(Chunk::is_thing)
            && has_clause(sentence, clause)
        {
            return Some(clause);
        }
    }
    // “pledged at a rally to end it”
    if class.is(Class::INFINITIVE) && class.is(Class::SAY) {
        let to = sentence.phrase_end(prep + 1);
        let infinitive = sentence.chunk(to).and_then(Chunk::verb);
        if infinitive.is_some_and(|it| it.form == Form::Infinitive) {
            return Some(to);
        }
    }
    let topic = sentence.chunk(prep + 1)?;
    (takes(sentence, class, &sentence.chunks[prep]) && is_topic(topic)).then_some(prep + 1)
}

/// Whether a cue takes a preposition: “call for”, “refer to”.
pub(super) fn takes(sentence: Sentence<'_>, class: Class, prep: &Chunk) -> bool {
    let mut room = [0; 20];
    class.is(Class::taking(lower(sentence.head(prep).span.of(sentence.text), &mut room)))
}

/// Whether a chunk can be what is spoken of.
pub(super) fn is_topic(chunk: &Chunk) -> bool {
    chunk.is_thing()
        || matches!(chunk.kind, Kind::Wh | Kind::Quote(_))
        || chunk.verb().is_some_and(|it| it.form == Form::Gerund)
}

/// Steps over days, adverbs and particles.
pub(super) fn skip(sentence: Sentence<'_>, from: usize) -> usize {
    let mut at = from;
    while let Some(chunk) = sentence.chunk(at) {
        let timed = chunk.kind == Kind::Prep && sentence.chunk(at + 1).is_some_and(Chunk::is_time);
        let particle = chunk.kind == Kind::Prep
            && at == from
            && sentence.head_is(chunk, Class::PARTICLE)
            && !sentence.chunk(at + 1).is_some_and(Chunk::is_time)
            && sentence.reads_any(chunk, &["out", "up", "off", "down", "back", "forth", "away"]);
        if chunk.is_time() || chunk.kind == Kind::Adverb || particle {
            at += 1;
        } else if timed {
            at += 2;
        } else {
            break;
        }
    }
    at
}
