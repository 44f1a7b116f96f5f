//! What stands round a cue that is an aside: “The plan, she said, is dead.”

use std::ops::Range;

use super::clauses::{ends_cue, is_led_to, leads_to_speech};
use super::ends::{Extent, end_from};
use super::starts::skip;
use super::{one, trim};
use crate::annotate::quotes::chunks::{Chunk, Form, Kind};
use crate::annotate::quotes::sentence::Sentence;

/// What stands before “, Ortiz said” and, where the sentence goes on, behind it. The cue with its
/// source covers the chunks from `first` to `last`.
pub(super) fn around(sentence: Sentence<'_>, first: usize, last: usize) -> Vec<Range<usize>> {
    let Some((comma, it)) = sentence.before(first) else { return Vec::new() };
    let accord = sentence.reads(&sentence.chunks[first], "according");
    if !it.is_mark(',') && !it.is_quote() && !it.is_dash() && !accord
        || leads_to_speech(sentence, last + 1)
        || it.is_quote() && is_led_to(sentence, comma)
    {
        return Vec::new();
    }
    let end =
        if it.is_quote() || accord && !it.is_mark(',') { it.units.end } else { it.units.start };
    let start =
        (0..comma).rev().find(|&ix| sentence.chunks[ix].is_mark(';')).map_or(0, |ix| ix + 1);
    let next = skip(sentence, last + 1);
    // “…,” another friend, Ana Oduya, said
    let beside = sentence.chunks[..comma].iter().rev().find(|it| !it.is_noun());
    if it.is_mark(',') && beside.is_some_and(Chunk::is_quote) {
        return Vec::new();
    }
    if !accord && !ends_cue(sentence, next) {
        return Vec::new();
    }
    let cut = it.is_mark(',') && sentence.chunk(next).is_some_and(|it| it.is_mark(','));
    let tells = |it: &Chunk| it.is_finite() || it.is_quote();
    if !cut && !sentence.chunks[start..first].iter().any(tells) {
        return Vec::new();
    }
    let mut found = one(trim(sentence, sentence.chunks[start].units.start..end));
    if cut
        && !found.is_empty()
        && let Some(chunk) = sentence.chunk(next)
        && goes_on(sentence, next + 1)
    {
        let end = end_from(sentence, next + 1, last, Extent::Clause);
        found.extend(trim(sentence, chunk.units.end..end));
    }
    found
}

/// Whether a clause that “, she said,” cuts goes on with the chunk at `at`.
fn goes_on(sentence: Sentence<'_>, at: usize) -> bool {
    let Some(it) = sentence.chunk(at) else { return false };
    match it.kind {
        Kind::Relative | Kind::Beside | Kind::And | Kind::Quote(_) => false,
        Kind::Verb(it) => it.form == Form::Finite,
        // A clause of its own, and no apposition: “the plan is dead”.
        Kind::Noun(_) => (at + 1..sentence.chunks.len().min(at + 12))
            .take_while(|&ix| !sentence.chunks[ix].is_mark(','))
            .any(|ix| {
                let verb = sentence.chunks[ix].verb();
                verb.is_some_and(|it| matches!(it.form, Form::Finite | Form::Participle))
            }),
        _ => true,
    }
}
