//! What a cue reports: where it starts, and where the writer speaks again.

mod asides;
mod clauses;
mod ends;
mod starts;

use std::ops::Range;

use super::chunks::{Form, Kind};
use super::lexicon::Class;
use super::sentence::{Sentence, Subject};

use self::asides::around;
pub(super) use self::clauses::{is_boundary, says_no_more};
use self::ends::{Extent, end_from, extent, second_verb};
use self::starts::{is_topic, skip, start_after, takes};

/// How many chunks may stand between a verb and its “that”.
const TO_THAT: usize = 8;

/// Contents of a verb with its subject before it or elsewhere.
pub(super) fn of_verb(
    sentence: Sentence<'_>,
    at: usize,
    source: Option<&Subject>,
) -> Vec<Range<usize>> {
    if let Some(start) = start_after(sentence, at) {
        let end = end_from(sentence, start, at, extent(sentence, start));
        return one(trim(sentence, sentence.chunks[start].units.start..end));
    }
    let class = sentence.head(&sentence.chunks[at]).class;
    let Some(source) = source.filter(|it| it.chunk < at && it.stands_for.is_none()) else {
        return Vec::new();
    };
    if !class.is(Class::ASIDE) || !sentence.chunks[at].is_finite() {
        return Vec::new();
    }
    if let Some((_, opener)) = sentence.before(source.chunk)
        && opener.kind == Kind::Beside
        && sentence.reads(opener, "as")
    {
        return after_as(sentence, at);
    }
    around(sentence, source.chunk, at)
}

/// “As Ortiz noted, the pier is old”: what stands behind the comma.
fn after_as(sentence: Sentence<'_>, at: usize) -> Vec<Range<usize>> {
    // 8 chunks: a hearer, a day and a place.
    let comma = (at + 1..sentence.chunks.len().min(at + 9))
        .take_while(|&ix| !sentence.chunks[ix].is_finite())
        .find(|&ix| sentence.chunks[ix].is_mark(','));
    let Some(start) = comma.map(|it| it + 1).filter(|it| *it < sentence.chunks.len()) else {
        return Vec::new();
    };
    let end = sentence.chunks.last().map_or(0, |it| it.units.end);
    one(trim(sentence, sentence.chunks[start].units.start..end))
}

/// Contents of “said Ortiz”.
pub(super) fn of_inverted(
    sentence: Sentence<'_>,
    at: usize,
    source: &Subject,
) -> Vec<Range<usize>> {
    let end = sentence.phrase_end(source.chunk);
    around(sentence, at, end - 1)
}

/// Contents of “according to Ortiz”; `end` is one past the chunks of the source.
pub(super) fn of_according(sentence: Sentence<'_>, at: usize, end: usize) -> Vec<Range<usize>> {
    if at <= 1 || sentence.chunks[..at].iter().all(|it| it.kind == Kind::And) {
        let comma =
            (end..sentence.chunks.len()).take(12).find(|&ix| sentence.chunks[ix].is_mark(','));
        let Some(start) = comma.map(|it| it + 1).filter(|it| *it < sentence.chunks.len()) else {
            return Vec::new();
        };
        let to = end_from(sentence, start, at, Extent::Clause);
        return one(trim(sentence, sentence.chunks[start].units.start..to));
    }
    around(sentence, at, end - 1)
}

/// Contents of “was asked by Ortiz”, “is expected to leave”.
pub(super) fn of_passive(sentence: Sentence<'_>, at: usize) -> Vec<Range<usize>> {
    let class = sentence.head(&sentence.chunks[at]).class;
    let next = skip(sentence, at + 1);
    let Some(chunk) = sentence.chunk(next) else { return Vec::new() };
    let fits = match chunk.kind {
        Kind::That => true,
        Kind::Wh => class.is(Class::SAY.and(Class::WHETHER)),
        _ => false,
    };
    if !fits {
        return Vec::new();
    }
    let end = end_from(sentence, next, at, Extent::Clause);
    one(trim(sentence, chunk.units.start..end))
}

/// What a noun such as “claim” or “criticism” reports.
pub(super) fn of_noun(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let class = sentence.head(&sentence.chunks[at]).class;
    let next = sentence.chunk(at + 1)?;
    let start = match next.kind {
        Kind::That if class.is(Class::CLAIM) => at + 1,
        Kind::Verb(it) if it.form == Form::Infinitive && class.is(Class::CLAIM) => at + 1,
        Kind::Prep if takes(sentence, class, next) => {
            sentence.chunk(at + 2).is_some_and(is_topic).then_some(at + 2)?
        }
        _ => return None,
    };
    of_claim(sentence, at, start)
}

/// What stands from the chunk at `start` behind a noun, to where the writer speaks again.
pub(super) fn of_claim(sentence: Sentence<'_>, at: usize, start: usize) -> Option<Range<usize>> {
    let end = end_from(sentence, start, at, extent(sentence, start));
    // “The claim that it was old | was new”.
    let end = second_verb(sentence, start).map_or(end, |it| it.min(end));
    trim(sentence, sentence.chunks[start].units.start..end)
}

/// What “clear that” reports in “made it clear that”.
pub(super) fn of_state(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let that = sentence.chunk(at + 1).filter(|it| it.kind == Kind::That)?;
    let end = end_from(sentence, at + 1, at, Extent::Clause);
    trim(sentence, that.units.start..end)
}

fn one(found: Option<Range<usize>>) -> Vec<Range<usize>> {
    found.into_iter().collect()
}

/// Takes off marks and joining words at the ends; `None` if nothing is left.
fn trim(sentence: Sentence<'_>, found: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = found;
    let units = sentence.units;
    let mark = |ix: usize| matches!(units[ix].kind, super::units::UnitKind::Mark(_));
    while start < end && mark(start) && !units[start].is_mark('$') && !units[start].is_mark('(') {
        start += 1;
    }
    while start < end
        && (mark(end - 1) && !units[end - 1].is_mark('%') || units[end - 1].is(Class::AND))
    {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
