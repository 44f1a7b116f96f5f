//! What tells a clause of its own from the words of another.

use super::TO_THAT;
use super::starts::skip;
use crate::annotate::quotes::chunks::{Chunk, Form, Kind};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::sentence::Sentence;
use crate::annotate::quotes::units::Clitic;
use crate::text::tags::Tag;

/// Whether a clause starts with the noun phrase or -ing form at `first`: a finite verb follows that
/// is its own, and not that of “who” or of a clause beside it.
pub(super) fn has_clause(sentence: Sentence<'_>, first: usize) -> bool {
    if sentence.head(&sentence.chunks[first]).clitic == Clitic::Aux {
        return true;
    }
    let mut relative = false;
    // “said the rise hurt jobs” and “said the man hurt” look alike: a participle may be the verb.
    let (mut bare, mut apart) = (false, false);
    // 24 chunks: a subject with a relative clause and an apposition of its own.
    let end = sentence.chunks.len().min(first + 24);
    let mut until = 0;
    for ix in first + 1..end {
        let chunk = &sentence.chunks[ix];
        if ix < until {
            continue;
        }
        let next = || sentence.chunk(ix + 1);
        match chunk.kind {
            // “, which was his,”: to its closing comma.
            Kind::Relative if sentence.chunks[ix - 1].is_mark(',') => {
                let close = (ix..end).find(|&it| sentence.chunks[it].is_mark(','));
                let Some(close) = close else { return bare };
                until = close + 1;
            }
            Kind::Relative => relative = true,
            Kind::Mark(',') => {
                let joined = next().is_some_and(|it| it.kind == Kind::And);
                if joined || is_attribution(sentence, ix + 1) {
                    return bare;
                }
                apart = true;
            }
            Kind::And if next().is_some_and(Chunk::is_finite) => return bare,
            // “said the plan “was a trap””
            Kind::Quote(_) => return sentence.head_is(chunk, Class::VERBAL),
            Kind::Beside if relates(sentence, ix) => relative = true,
            Kind::That | Kind::Beside | Kind::Wh | Kind::Mark(';' | ':' | '(') => return bare,
            Kind::Verb(it) if it.form == Form::Participle => bare |= !relative && !apart,
            Kind::Verb(it) if it.form == Form::Finite => {
                if !relative {
                    return true;
                }
                relative = false;
            }
            _ => {}
        }
    }
    bare
}

/// “the day when the vote failed”: a clause that hangs on the noun before it.
fn relates(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.reads_any(&sentence.chunks[at], &["when", "where"])
        && sentence.before(at).is_some_and(|it| it.1.is_noun())
}

/// Whether a clause that starts with a chunk has had its verb before another: “the plan, which …,
/// is dead” goes on.
pub(super) fn has_verb(sentence: Sentence<'_>, start: usize, to: usize) -> bool {
    sentence.chunks[start..to].iter().any(Chunk::is_finite)
}

/// Whether a sentence or a clause can end before the chunk at `at`.
pub(in crate::annotate::quotes) fn is_boundary(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.chunk(at).is_none_or(|it| {
        matches!(
            it.kind,
            Kind::Mark(',' | '.' | '!' | '?' | ';' | ':' | '—' | '–' | '-' | '(')
                | Kind::Relative
                | Kind::Beside
                | Kind::Prep
                | Kind::And
                | Kind::Quote(_)
        ) || it.is_time()
            || it.verb().is_some_and(|it| it.form == Form::Gerund)
    })
}

/// “…, Ortiz said”: a cue of its own behind a comma.
pub(super) fn is_attribution(sentence: Sentence<'_>, noun: usize) -> bool {
    let verb = (noun + 1..sentence.chunks.len().min(noun + 7))
        .find(|&ix| sentence.chunks[ix].verb().is_some());
    verb.is_some_and(|ix| {
        let it = &sentence.chunks[ix];
        it.is_finite()
            && sentence.head_is(it, Class::SAY)
            && sentence.subject(ix).is_some_and(|it| it.chunk == noun)
            && is_boundary(sentence, ix + 1)
    })
}

/// Whether no clause stands between two chunks.
pub(super) fn is_phrase(sentence: Sentence<'_>, from: usize, to: usize) -> bool {
    sentence.chunks[from + 1..to].iter().all(|it| {
        !matches!(it.kind, Kind::Relative | Kind::That | Kind::Beside | Kind::Wh) && !it.is_finite()
    })
}

/// Whether a verb has the form of the cue's.
pub(super) fn same_tense(sentence: Sentence<'_>, verb: usize, cue: usize) -> bool {
    let aux = |at: usize| {
        let chunk = sentence.chunk(at)?;
        chunk.verb().filter(|it| it.form == Form::Finite)?;
        let first = &sentence.units[chunk.units.start];
        let past = first.tag == Tag::VerbPast
            || ["did", "had", "was", "were", "didn’t", "didn't"]
                .iter()
                .any(|it| first.reads(sentence.text, it));
        Some(past)
    };
    aux(verb).is_some_and(|it| aux(cue) == Some(it))
}

/// Whether a cue behind what it reports ends before the chunk at `at`, but for a place or a hearer.
pub(super) fn ends_cue(sentence: Sentence<'_>, at: usize) -> bool {
    let Some(it) = sentence.chunk(at) else { return true };
    match it.kind {
        Kind::Mark(_) | Kind::And | Kind::Beside | Kind::Relative | Kind::Prep => true,
        Kind::Verb(it) => it.form != Form::Finite,
        // “told reporters”
        Kind::Noun(_) => sentence.chunk(at + 1).is_none_or(|it| {
            matches!(it.kind, Kind::Mark(_) | Kind::Prep | Kind::Beside) || it.is_time()
        }),
        _ => false,
    }
}

/// Whether a cue behind a stretch leaves it to be what is said: “he told voters”, but not “he said
/// the plan was dead”.
pub(in crate::annotate::quotes) fn says_no_more(sentence: Sentence<'_>, cue: usize) -> bool {
    let next = skip(sentence, cue + 1);
    match sentence.chunk(next).map(|it| it.kind) {
        Some(Kind::That | Kind::Other) => false,
        Some(Kind::Noun(_)) => {
            sentence.head_is(&sentence.chunks[cue], Class::HEARER.and(Class::ORDER))
        }
        _ => true,
    }
}

/// Whether words between marks follow a cue, with no more than a hearer or a place before them.
pub(super) fn leads_to_speech(sentence: Sentence<'_>, from: usize) -> bool {
    for ix in from..sentence.chunks.len().min(from + TO_THAT) {
        match sentence.chunks[ix].kind {
            Kind::Quote(_) => return true,
            Kind::Noun(_) | Kind::Prep | Kind::Adverb => {}
            Kind::Mark(':') => return true,
            Kind::Mark(',') => {
                return sentence.chunk(ix + 1).is_some_and(Chunk::is_quote);
            }
            _ => return false,
        }
    }
    false
}

/// Whether a stretch between marks has a cue before it: “when someone shouted, “Go,” Ortiz left”.
pub(super) fn is_led_to(sentence: Sentence<'_>, quote: usize) -> bool {
    let Some((mark, _)) =
        sentence.before(quote).filter(|it| it.1.is_mark(',') || it.1.is_mark(':'))
    else {
        return false;
    };
    sentence.chunks[..mark]
        .iter()
        .rev()
        .take(TO_THAT)
        .any(|it| it.verb().is_some() && sentence.head_is(it, Class::SAY))
}
