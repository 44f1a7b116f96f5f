//! Noun phrases at either side of a verb, found without a parser: who can be its subject.

use std::ops::Range;

use super::lexicon::Class;
use super::units::{Unit, UnitKind};

/// The longest noun phrase, in units: long descriptions of office holders stay below it.
const LONGEST: usize = 24;
/// How far left of the verb the opening comma of an apposition may stand, in units.
const APPOSITION: usize = 45;

/// The subject that ends just before the verb at `verb`, inside `from..verb`.
pub(super) fn subject(
    text: &str,
    units: &[Unit],
    from: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let mut end = verb;
    while end > from && helps(&units[end - 1]) {
        end -= 1;
    }
    if end == from {
        return None;
    }
    let last = &units[end - 1];
    if last.is(Class::RELATIVE) {
        // “the mayor, who said”: the noun phrase before the relative pronoun.
        let mut end = end - 1;
        if end > from && units[end - 1].is_mark(',') {
            end -= 1;
        }
        return phrase_before(text, units, from, end);
    }
    if last.is(Class::PRONOUN) && !last.is(Class::DET) {
        return Some(end - 1..end);
    }
    match last.kind {
        UnitKind::Mark(',') => apposition(text, units, from, end - 1),
        UnitKind::Mark(')' | ']') => {
            let open = (from..end)
                .rev()
                .take(12)
                .find(|&ix| units[ix].is_mark('(') || units[ix].is_mark('['))?;
            phrase_before(text, units, from, open)
        }
        UnitKind::Mark('—' | '–') => {
            let open = (from..end - 1)
                .rev()
                .take(APPOSITION)
                .find(|&ix| units[ix].is_mark('—') || units[ix].is_mark('–'))?;
            phrase_before(text, units, from, open)
        }
        _ => phrase_before(text, units, from, end),
    }
}

/// Whether a word stands between subject and verb: “has”, “also”, “never”.
fn helps(unit: &Unit) -> bool {
    unit.is_word()
        && !unit.is(Class::RELATIVE)
        && (unit.is(Class::AUX)
            || unit.is(Class::NOT)
            || unit.is(Class::TIME) && unit.is_capital()
            || unit.is(Class::ADVERB) && !unit.is(Class::DET))
}

/// The noun phrase before an apposition that ends with the comma at `comma`.
fn apposition(text: &str, units: &[Unit], from: usize, comma: usize) -> Option<Range<usize>> {
    let floor = from.max(comma.saturating_sub(APPOSITION));
    let mut best = None;
    for ix in (floor..comma).rev() {
        let unit = &units[ix];
        if unit.is_quote() || unit.is_mark(';') || unit.is_mark(':') {
            break;
        }
        if !unit.is_mark(',') {
            continue;
        }
        let Some(found) = phrase_before(text, units, from, ix) else { continue };
        let head = &units[found.end - 1];
        if head.is(Class::TIME) {
            continue;
        }
        let starts = found.start == from
            || units[found.start - 1].is(Class::CONJ)
            || units[found.start - 1].is_mark(',')
            || units[found.start - 1].is(Class::RELATIVE);
        if starts {
            return Some(found);
        }
        best = best.or(Some(found));
    }
    best
}

/// The noun phrase that ends just before `end`.
pub(super) fn phrase_before(
    text: &str,
    units: &[Unit],
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut start = end;
    let floor = from.max(end.saturating_sub(LONGEST));
    while start > floor {
        let unit = &units[start - 1];
        let before = start.checked_sub(2).filter(|&ix| ix >= from).map(|ix| &units[ix]);
        let nominal = before.is_some_and(is_noun);
        let go_on = match unit.kind {
            UnitKind::Number | UnitKind::Mark('&' | '/' | '%' | '$' | '€' | '£' | '#' | '@') => {
                true
            }
            // The stop of an abbreviation: “Gov. Maria Ortiz”.
            UnitKind::Mark('.') => start < end && before.is_some_and(Unit::is_capital),
            UnitKind::Mark('(' | ')') => start < end,
            UnitKind::Mark(_) => false,
            UnitKind::Quote(_) => {
                start < end && units[start].is_capital() && before.is_some_and(Unit::is_capital)
            }
            UnitKind::Word { capital } => {
                if unit.reads(text, "and") || unit.reads(text, "&") {
                    start < end
                        && units[start].is_capital()
                        && before.is_some_and(|it| it.is_capital() && !it.is(Class::TIME))
                } else if unit.is(Class::PREP) {
                    start < end && nominal
                } else if unit.is(Class::DET) && !(unit.is(Class::PRONOUN) && start == end) {
                    start -= 1;
                    let joined = start
                        .checked_sub(2)
                        .filter(|&ix| ix >= from)
                        .is_some_and(|ix| units[ix + 1].is(Class::PREP) && is_noun(&units[ix]));
                    if joined {
                        start -= 1;
                        continue;
                    }
                    break;
                } else if unit.is(Class::TIME) {
                    false
                } else {
                    capital && !stops_capital(unit) || !stops(unit)
                }
            }
        };
        if !go_on {
            break;
        }
        start -= 1;
    }
    tidy(units, start..end)
}

/// The noun phrase that starts at `from`, as after “said” or “according to”.
pub(super) fn phrase_after(
    text: &str,
    units: &[Unit],
    from: usize,
    to: usize,
) -> Option<Range<usize>> {
    let to = to.min(from + LONGEST).min(units.len());
    let mut end = from;
    while end < to {
        let unit = &units[end];
        let next = units.get(end + 1).filter(|_| end + 1 < to);
        let go_on = match unit.kind {
            UnitKind::Number | UnitKind::Mark('&' | '/' | '%' | '$' | '€' | '£' | '#' | '@') => {
                true
            }
            UnitKind::Mark('.') => {
                end > from
                    && units[end - 1].is_capital()
                    && next.is_some_and(Unit::is_capital)
                    && units[end - 1].span.len() <= 5
            }
            UnitKind::Mark(_) | UnitKind::Quote(_) => false,
            UnitKind::Word { capital } => {
                let after_name = end > from && units[end - 1].is_capital();
                if end == from && unit.is(Class::PRONOUN) && !unit.is(Class::DET) {
                    return Some(from..from + 1);
                } else if unit.reads(text, "and") {
                    end > from && after_name && next.is_some_and(Unit::is_capital)
                } else if unit.is(Class::PREP) {
                    end > from
                        && next.is_some_and(|it| !it.is(Class::TIME))
                        && (unit.reads(text, "of") || !after_name)
                        && !gives_text(text, units, end, to)
                } else if unit.is(Class::TIME) || unit.is(Class::RELATIVE) && !unit.is(Class::DET) {
                    false
                } else if unit.is(Class::DET) {
                    end == from || units[end - 1].is(Class::PREP)
                } else if unit.is(Class::PAST) && !capital {
                    // A participle: “people informed of the plan”.
                    end > from && !after_name && next.is_some_and(|it| it.is(Class::PREP))
                } else {
                    capital && !stops_capital(unit) || !stops(unit)
                }
            }
        };
        if !go_on {
            break;
        }
        end += 1;
    }
    tidy(units, from..end)
}

/// “in a statement”, “at a news conference”: belongs to the verb, not to the speaker.
fn gives_text(text: &str, units: &[Unit], prep: usize, to: usize) -> bool {
    let rest = units.get(prep + 1..to.min(prep + 5)).unwrap_or_default();
    (units[prep].reads(text, "in")
        || units[prep].reads(text, "on")
        || units[prep].reads(text, "during")
        || units[prep].reads(text, "at"))
        && rest.first().is_some_and(|it| {
            it.reads(text, "a")
                || it.reads(text, "an")
                || it.reads(text, "his")
                || it.reads(text, "her")
        })
        && rest.iter().any(|it| {
            it.is(Class::TEXT)
                || it.reads(text, "conference")
                || it.reads(text, "briefing")
                || it.reads(text, "hearing")
        })
        && !rest.iter().any(|it| it.reads(text, "affidavit"))
}

/// Takes off what cannot stand at the ends of a noun phrase.
fn tidy(units: &[Unit], found: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = found;
    let loose = |unit: &Unit| {
        matches!(unit.kind, UnitKind::Mark(_))
            || unit.is_word()
                && (unit.is(Class::PREP)
                    || unit.is(Class::CONJ)
                    || unit.is(Class::TIME)
                    || unit.is(Class::ADVERB) && !unit.is(Class::DET) && !unit.is_capital())
    };
    while start < end && loose(&units[start]) && !units[start].is_mark('@') {
        start += 1;
    }
    while start < end
        && (loose(&units[end - 1])
            || units[end - 1].is(Class::DET) && !units[end - 1].is(Class::PRONOUN))
    {
        end -= 1;
    }
    let worded = units
        .get(start..end)?
        .iter()
        .any(|it| it.is_word() && (it.is(Class::PRONOUN) || !it.is(Class::DET)));
    worded.then_some(start..end)
}

/// Whether a unit can be the head of a noun phrase before “of” or “for”.
fn is_noun(unit: &Unit) -> bool {
    unit.is_word()
        && !unit.is(Class::PREP)
        && !unit.is(Class::DET)
        && !unit.is(Class::CONJ)
        && !unit.is(Class::TIME)
        && !unit.is(Class::ADVERB)
        && !stops(unit)
}

/// Words that no noun phrase runs over.
fn stops(unit: &Unit) -> bool {
    let verb = unit.is(Class::SAY) || unit.is(Class::THINK) || unit.is(Class::JUDGE);
    unit.is(Class::AUX)
        || unit.is(Class::CONJ)
        || unit.is(Class::RELATIVE)
        || unit.is(Class::NOT)
        || unit.is(Class::VERB)
        || unit.is(Class::PRONOUN) && !unit.is(Class::DET)
        || unit.is(Class::OBJECT) && unit.span.len() <= 4 && !unit.is(Class::DET)
        || verb && !unit.is(Class::NOUN)
}

/// The same for capitalised words, which may be names that look like verbs.
fn stops_capital(unit: &Unit) -> bool {
    unit.is(Class::AUX) && unit.span.len() <= 5 && !matches!(unit.span.len(), 3 | 4) // May, Will
        || unit.is(Class::CONJ)
        || unit.is(Class::PRONOUN) && !unit.is(Class::DET)
        || unit.is(Class::RELATIVE)
}
