//! Indirect speech: what is said, without marks, or with marks round a few of its words.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::lexicon::Class;
use super::units::{Unit, UnitKind};

/// What the cue at `cues[ix]` reports, as a range of units; `None` where it reports no clause.
pub(super) fn content(
    text: &str,
    units: &[Unit],
    sentence: &Range<usize>,
    cues: &[Cue],
    ix: usize,
) -> Option<Range<usize>> {
    let cue = &cues[ix];
    let found = match cue.kind {
        CueKind::According => {
            let source = cue.source.clone()?;
            if cue.at.start <= sentence.start + 1 {
                let comma =
                    (source.end..sentence.end).take(30).find(|&it| units[it].is_mark(','))?;
                comma + 1..limit(text, units, sentence.end, &cues[ix + 1..], comma + 1)
            } else {
                clause_before(units, sentence, cues, ix, cue.at.start)?
            }
        }
        CueKind::Inverted => clause_before(units, sentence, cues, ix, cue.at.start)?,
        CueKind::Colon => cue.at.end..sentence.end,
        CueKind::Plain | CueKind::Participle => match clause_after(text, units, sentence, cues, ix)
        {
            Some(found) => found,
            None => clause_before(units, sentence, cues, ix, cue.source.clone()?.start)?,
        },
    };
    let found = trim(units, found);
    let words = units.get(found.clone())?.iter().filter(|it| it.is_word()).count();
    let quotes = units.get(found.clone())?.iter().filter(|it| it.is_quote()).count();
    (words >= 3 || words >= 1 && quotes >= 1).then_some(found)
}

/// The clause after the verb: “that the talks failed”, “the talks failed”, “to resign”.
fn clause_after(
    text: &str,
    units: &[Unit],
    sentence: &Range<usize>,
    cues: &[Cue],
    ix: usize,
) -> Option<Range<usize>> {
    let cue = &cues[ix];
    let verb = &units[cue.at.start];
    let mut start = cue.at.end;
    let opens = |it: &Unit| {
        it.reads(text, "that")
            || it.reads(text, "whether")
            || it.reads(text, "how")
            || it.reads(text, "why")
    };
    // 14 units: a hearer, a day and a place may stand between the verb and “that”.
    let that = (start..sentence.end.min(start + 14))
        .take_while(|&it| {
            !units[it].is_quote() && !units[it].is_mark(';') && !units[it].is(Class::AUX)
        })
        .find(|&it| opens(&units[it]));
    if let Some(that) =
        that.filter(|&it| it == start || !units[it - 1].is_mark(',') || it < start + 8)
    {
        start = that;
    } else {
        while start < sentence.end
            && (units[start].is(Class::TIME)
                || units[start].is(Class::ADVERB) && !units[start].is(Class::DET)
                || units[start].kind == UnitKind::Number && start > cue.at.end)
        {
            start += 1;
        }
        let first = units.get(start).filter(|_| start < sentence.end)?;
        if first.reads(text, "to") && !verb.is(Class::THINK) {
            // “promised to resign”
        } else if verb.is(Class::JUDGE) && !verb.is(Class::SAY) {
            return None;
        } else if verb.is(Class::HEARER) && (first.is(Class::OBJECT) || first.is_capital()) {
            start += 1;
            while start < sentence.end && units[start].is_capital() {
                start += 1;
            }
        } else if !first.is_word() && !first.is_quote() && first.kind != UnitKind::Number
            || first.is(Class::PREP)
            || first.is(Class::CONJ) && !first.reads(text, "if")
            || first.is(Class::AUX)
        {
            return None;
        }
    }
    let end = limit(text, units, sentence.end, &cues[ix + 1..], start);
    (start < end).then_some(start..end)
}

/// Where a clause from `start` ends: at the sentence's end or where another speaker is brought in.
fn limit(text: &str, units: &[Unit], sentence_end: usize, later: &[Cue], start: usize) -> usize {
    let mut end = sentence_end;
    for next in later {
        if next.at.start <= start {
            continue;
        }
        let from = match (&next.source, next.kind) {
            (Some(source), CueKind::Plain) => source.start.min(next.at.start),
            _ => next.at.start,
        };
        let before = from.checked_sub(1).filter(|&it| it > start).map(|it| &units[it]);
        let breaks = before.is_some_and(|it| {
            it.is_mark(',')
                || it.is_mark(';')
                || it.is_mark('—')
                || it.is(Class::CONJ) && !it.reads(text, "that")
        });
        if breaks {
            end = end.min(from - 1);
            break;
        }
    }
    (start..end).find(|&it| units[it].is_mark(';')).unwrap_or(end)
}

/// The clause before “, Ortiz said” or “, according to Ortiz”.
fn clause_before(
    units: &[Unit],
    sentence: &Range<usize>,
    cues: &[Cue],
    ix: usize,
    from: usize,
) -> Option<Range<usize>> {
    let comma = from.checked_sub(1).filter(|&it| it > sentence.start)?;
    let accord = cues[ix].kind == CueKind::According;
    if !units[comma].is_mark(',') && !units[comma].is_quote() && !accord {
        return None;
    }
    let end = if units[comma].is_mark(',') { comma } else { comma + 1 };
    let start = cues[..ix]
        .iter()
        .rev()
        .find(|it| it.kind != CueKind::Participle)
        .map_or(sentence.start, |it| it.at.end.max(it.source.as_ref().map_or(0, |it| it.end)));
    let start = if start + 3 > end || accord { sentence.start } else { start };
    (start < end).then_some(start..end)
}

/// Takes off marks and joining words at the ends.
fn trim(units: &[Unit], found: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = found;
    while start < end
        && matches!(units[start].kind, UnitKind::Mark(',' | ':' | ';' | '—' | '–' | '-' | '.'))
    {
        start += 1;
    }
    while start < end
        && (matches!(
            units[end - 1].kind,
            UnitKind::Mark(',' | ':' | ';' | '—' | '–' | '-' | '.' | '?' | '!' | '…')
        ) || units[end - 1].is(Class::CONJ))
    {
        end -= 1;
    }
    start..end
}
