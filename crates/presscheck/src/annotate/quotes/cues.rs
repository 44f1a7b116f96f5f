//! Cues: the words that say that something is said, and who is said to say it.

use std::ops::Range;

use super::lexicon::Class;
use super::phrases::{phrase_after, phrase_before, subject};
use super::units::{Unit, UnitKind};

/// A cue in one of the writer's sentences. Places count units of the paragraph.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The cue's own words.
    pub(super) at: Range<usize>,
    /// The words for the speaker.
    pub(super) source: Option<Range<usize>>,
    /// How the cue takes what is said.
    pub(super) kind: CueKind,
    /// Whether it is turned round: “did not say”.
    pub(super) negated: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CueKind {
    /// The subject stands before the verb: “Ortiz said”.
    Plain,
    /// The subject stands after the verb: “said Ortiz”.
    Inverted,
    /// The subject is that of another verb: “adding”, “to say”.
    Participle,
    /// “according to Ortiz”, “in a statement from Ortiz”.
    According,
    /// “Ortiz:” before speech.
    Colon,
}

/// The cues of one sentence in text order.
pub(super) fn find(text: &str, units: &[Unit], sentence: Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for ix in sentence.clone() {
        let unit = &units[ix];
        let cue = if unit.is_mark(':') {
            colon(text, units, &sentence, ix, &found)
        } else if !unit.is_word() {
            None
        } else if unit.reads(text, "according") {
            according(text, units, &sentence, ix)
        } else if unit.is(Class::SAY) || unit.is(Class::THINK) || unit.is(Class::JUDGE) {
            verb(text, units, &sentence, ix, &found)
        } else if unit.is(Class::TEXT) {
            text_noun(text, units, &sentence, ix)
        } else {
            None
        };
        found.extend(cue);
    }
    found
}

fn according(text: &str, units: &[Unit], sentence: &Range<usize>, ix: usize) -> Option<Cue> {
    let to = ix + 1;
    if !units.get(to)?.reads(text, "to") || to >= sentence.end {
        return None;
    }
    let source = phrase_after(text, units, to + 1, sentence.end);
    Some(Cue { at: ix..to + 1, source, kind: CueKind::According, negated: false })
}

/// “Ortiz: “…””, or “the ministry said in a statement: “…””.
fn colon(
    text: &str,
    units: &[Unit],
    sentence: &Range<usize>,
    ix: usize,
    before: &[Cue],
) -> Option<Cue> {
    if !units.get(ix + 1).is_some_and(Unit::is_quote) && ix + 1 != sentence.end {
        // “Ortiz: Schools stay shut” opens a headline; elsewhere a colon seldom gives speech.
        if ix > sentence.start + 5 || !before.is_empty() {
            return None;
        }
        let names = units.get(sentence.start..ix)?;
        if names.is_empty() || !names.iter().all(|it| it.is_capital() || it.is_mark('.')) {
            return None;
        }
    }
    if before.last().is_some_and(|it| it.source.is_some() && it.kind != CueKind::According) {
        return None;
    }
    let source = phrase_before(text, units, sentence.start, ix)?;
    let whole = source.start == sentence.start;
    whole.then_some(Cue {
        at: ix..ix + 1,
        source: Some(source),
        kind: CueKind::Colon,
        negated: false,
    })
}

/// “a statement from the ministry”, “the ministry's claim that”.
fn text_noun(text: &str, units: &[Unit], sentence: &Range<usize>, ix: usize) -> Option<Cue> {
    let next = units.get(ix + 1).filter(|_| ix + 1 < sentence.end)?;
    if !next.reads(text, "that") && !next.is_quote() && !next.is_mark(':') {
        return None;
    }
    let source = phrase_before(text, units, sentence.start, ix)
        .filter(|it| units[it.end - 1].span.of(text).ends_with(['s', '\'', '’']));
    let source = source?;
    Some(Cue { at: ix..ix + 1, source: Some(source), kind: CueKind::Plain, negated: false })
}

fn verb(
    text: &str,
    units: &[Unit],
    sentence: &Range<usize>,
    ix: usize,
    before: &[Cue],
) -> Option<Cue> {
    let unit = &units[ix];
    if unit.is(Class::NOUN) && !acts_as_verb(text, units, sentence, ix) {
        return None;
    }
    let chain = helpers(text, units, sentence.start, ix);
    let cue = |source, kind| Some(Cue { at: ix..ix + 1, source, kind, negated: chain.negated });
    if chain.passive {
        return passive(text, units, sentence, ix);
    }
    if unit.is(Class::ING) && !chain.be {
        let source = before
            .iter()
            .rev()
            .find_map(|it| it.source.clone())
            .or_else(|| opening(text, units, sentence.start, ix));
        return cue(source, CueKind::Participle);
    }
    if let Some(to) = chain.infinitive {
        let source = before
            .iter()
            .rev()
            .find_map(|it| it.source.clone())
            .or_else(|| main_subject(text, units, sentence.start, to));
        return cue(source, CueKind::Participle);
    }
    if let Some(source) = inverted(text, units, sentence, ix) {
        return cue(Some(source), CueKind::Inverted);
    }
    if let Some(source) = subject(text, units, sentence.start, ix) {
        return cue(Some(source), CueKind::Plain);
    }
    // “Ortiz called the plan a “trap” and said …”: the subject of the verb before.
    let joined = ix.checked_sub(1).filter(|&it| it > sentence.start).is_some_and(|it| {
        let it = if units[it].is(Class::ADVERB) { it - 1 } else { it };
        units[it].is(Class::CONJ) || units[it].is_mark(',') || units[it].is_quote()
    });
    let source = joined.then(|| {
        before
            .iter()
            .rev()
            .find_map(|it| it.source.clone())
            .or_else(|| opening(text, units, sentence.start, ix))
    });
    cue(source.flatten(), CueKind::Plain)
}

/// What stands before a verb and belongs to it.
struct Helpers {
    negated: bool,
    be: bool,
    passive: bool,
    /// Where “to” stands, for an infinitive.
    infinitive: Option<usize>,
}

fn helpers(text: &str, units: &[Unit], from: usize, verb: usize) -> Helpers {
    let mut found = Helpers { negated: false, be: false, passive: false, infinitive: None };
    let mut ix = verb;
    while ix > from {
        let unit = &units[ix - 1];
        if unit.is(Class::NOT) {
            found.negated = true;
        }
        if unit.is(Class::BE) {
            found.be = true;
        }
        if unit.reads(text, "to") && units[verb].is(Class::PRESENT) {
            found.infinitive = Some(ix - 1);
            found.negated |= ix >= from + 2 && units[ix - 2].is(Class::DECLINE);
            break;
        }
        if !(unit.is(Class::AUX) || unit.is(Class::NOT) || unit.is(Class::ADVERB)) {
            break;
        }
        ix -= 1;
    }
    found.passive = found.be && units[verb].is(Class::PAST);
    found
}

/// Whether a form that is also a noun is the verb of its clause.
fn acts_as_verb(text: &str, units: &[Unit], sentence: &Range<usize>, ix: usize) -> bool {
    let unit = &units[ix];
    let next = units.get(ix + 1).filter(|_| ix + 1 < sentence.end);
    let Some(before) = ix.checked_sub(1).filter(|&it| it >= sentence.start).map(|it| &units[it])
    else {
        return false;
    };
    if unit.is_capital() && !before.is_capital() {
        return false;
    }
    if before.is(Class::AUX)
        || before.reads(text, "to")
        || before.is(Class::PRONOUN) && !before.is(Class::DET)
        || before.is(Class::RELATIVE) && !before.is(Class::DET)
    {
        return true;
    }
    if before.is(Class::DET)
        || before.is(Class::PREP)
        || before.is(Class::TIME)
        || before.kind == UnitKind::Number
        || before.span.of(text).ends_with(['\'', '’'])
        || before.span.of(text).ends_with("'s")
        || before.span.of(text).ends_with("’s")
    {
        return false;
    }
    let takes = next.is_some_and(|it| {
        it.is_quote()
            || it.is_mark(':')
            || it.is(Class::DET)
            || it.is(Class::PRONOUN)
            || it.reads(text, "that")
            || it.reads(text, "it")
            || it.is_capital() && !it.is(Class::TIME)
    });
    if before.is_quote() || before.is_mark(',') {
        return takes || next.is_none();
    }
    before.is_capital()
        && (takes || next.is_none_or(|it| matches!(it.kind, UnitKind::Mark(',' | '.'))))
        || takes && (next.is_some_and(|it| it.reads(text, "that") || it.is_quote()))
        || unit.is(Class::ING) && takes
        || unit.is(Class::PAST) && !unit.is(Class::PRESENT) && takes
}

/// “was described by Ortiz as”: the speaker stands after “by”.
fn passive(text: &str, units: &[Unit], sentence: &Range<usize>, ix: usize) -> Option<Cue> {
    let by = (ix + 1..sentence.end.min(ix + 6)).find(|&it| units[it].reads(text, "by"))?;
    let source = phrase_after(text, units, by + 1, sentence.end)?;
    Some(Cue { at: ix..ix + 1, source: Some(source), kind: CueKind::Participle, negated: false })
}

/// “said Ortiz”: the subject after the verb, where speech or a clause stands before it.
fn inverted(
    text: &str,
    units: &[Unit],
    sentence: &Range<usize>,
    ix: usize,
) -> Option<Range<usize>> {
    if !units[ix].is(Class::SAY) || units[ix].is(Class::ING) {
        return None;
    }
    let mut left = ix;
    while left > sentence.start && units[left - 1].is(Class::ADVERB) {
        left -= 1;
    }
    let last = left.checked_sub(1).filter(|&it| it >= sentence.start).map(|it| &units[it]);
    let after_quote = match last {
        None => false,
        Some(it) if it.is_quote() => true,
        Some(it) if it.is_mark(',') || it.is_mark('—') || it.is_mark('–') || it.is_mark('-') => {
            left >= 2 && left - 2 >= sentence.start && units[left - 2].is_quote()
        }
        Some(_) => return None,
    };
    let source = phrase_after(text, units, ix + 1, sentence.end)?;
    if units[ix + 1..source.start].iter().any(Unit::is_word)
        || units[source.start].is(Class::OBJECT)
            && source.len() == 1
            && !units[source.start].is(Class::PRONOUN)
    {
        return None;
    }
    if after_quote {
        return Some(source);
    }
    let next = units.get(source.end).filter(|_| source.end < sentence.end);
    let closes = next.is_none_or(|it| {
        matches!(it.kind, UnitKind::Mark(',' | '.' | '!' | '?' | ';' | '—' | '–'))
            || it.is(Class::TIME)
            || it.is(Class::PREP)
            || it.reads(text, "who")
            || it.reads(text, "after")
            || it.reads(text, "as")
            || it.reads(text, "when")
    });
    (closes && last.is_some()).then_some(source)
}

/// The subject of the sentence's first clause: the noun phrase at its start.
fn opening(text: &str, units: &[Unit], from: usize, to: usize) -> Option<Range<usize>> {
    let mut start = from;
    while start < to
        && (!units[start].is_word()
            || units[start].is(Class::CONJ)
            || units[start].is(Class::ADVERB))
    {
        start += 1;
    }
    // “On Monday, Ortiz …”: the phrase after the first comma.
    if start < to && (units[start].is(Class::PREP) || units[start].is(Class::ING)) {
        let comma = (start..to).take(16).find(|&ix| units[ix].is_mark(','))?;
        start = comma + 1;
    }
    phrase_after(text, units, start, to)
}

/// The subject of the verb before “to say”: “Ortiz declined to say”.
fn main_subject(text: &str, units: &[Unit], from: usize, to: usize) -> Option<Range<usize>> {
    // “went on to”, “was quick to”: at most 4 units between subject and “to”.
    for verb in (from + 1..to).rev().take(4) {
        let unit = &units[verb];
        let ends_ed = unit.is_word() && !unit.is_capital();
        if ends_ed && (unit.is(Class::DECLINE) || unit.is(Class::VERB) || unit.is(Class::AUX)) {
            return subject(text, units, from, verb);
        }
    }
    opening(text, units, from, to)
}
