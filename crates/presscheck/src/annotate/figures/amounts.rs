//! Amounts: a number with its bounds, its other end and its unit.

use std::collections::BTreeSet;

use crate::model::FigureKind;
use crate::text::numbers;
use crate::text::phrase::Phrase;

use super::bounds::{self, Bound};
use super::lexicon;
use super::names;
use super::units::Unit;
use super::values::{self, Value};

/// A number as one stretch of tokens.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    /// The place of its first token, bounds included.
    pub(super) from: usize,
    /// The place behind its last token, unit included.
    pub(super) to: usize,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) approximate: bool,
    /// Empty for a count, whose unit is the noun.
    pub(super) unit: String,
    pub(super) kind: FigureKind,
}

/// Reads the amount whose number begins at a place; its bounds reach back to `floor` at most.
pub(super) fn read(
    phrase: &Phrase<'_>,
    at: usize,
    floor: usize,
    labels: &BTreeSet<&str>,
) -> Option<Amount> {
    let value = values::read(phrase, at)?;
    if names::is_name(phrase, at, &value, labels) {
        return None;
    }
    let (mut low, mut high) = (value.low, value.high);
    let (mut unit, mut next, mut rough) = (value.unit, value.next, value.vague);
    let between = at > floor && phrase.is(at - 1, "between");
    let alone = value.low >= value.high || value.vague;
    if let Some(other) = other_end(phrase, at, &value, between).filter(|_| alone) {
        low *= shared_scale(&value, &other);
        (high, next) = (other.high, other.next);
        unit = other.unit.or(unit);
        rough |= other.vague;
    } else if between {
        return None;
    }
    let is_range = next != value.next || low < high && !value.vague;
    let (from, bounds) =
        if between && is_range { (at - 1, Vec::new()) } else { bounds::before(phrase, at, floor) };
    let (from, bounds) = fitting(phrase, (from, at), bounds, unit);
    let mut behind = bounds::behind(phrase, next);
    if let Some((_, to)) = behind {
        next = to;
        // “three or more years”.
        if unit.is_none()
            && let Some((found, to)) = super::units::behind(phrase, next)
        {
            (unit, next) = (Some(found), to);
        }
    } else if matches!(unit, Some(Unit::Duration(_) | Unit::Percent | Unit::Measure(_))) {
        behind = bounds::behind(phrase, next);
    }
    if unit.is_none() && is_age(phrase, at, &value) {
        unit = Some(Unit::Age);
    }
    let is = |bound| bounds.contains(&bound) || behind.is_some_and(|it| it.0 == bound);
    if !is_range && unit.is_none() && bounds.is_empty() && !counts(phrase, at, &value) {
        return None;
    }
    Some(Amount {
        from,
        to: next,
        low: (!is(Bound::Most) || is_range).then_some(low),
        high: (!is(Bound::Least) || is_range).then_some(high),
        approximate: rough || is(Bound::About),
        unit: unit.map_or(String::new(), |it| it.name().to_owned()),
        kind: unit.map_or(FigureKind::Count, Unit::kind),
    })
}

/// The bounds that can stand with the unit: “within” bounds lengths of time, “under 18” is an age.
fn fitting(
    phrase: &Phrase<'_>,
    (from, at): (usize, usize),
    bounds: Vec<Bound>,
    unit: Option<Unit>,
) -> (usize, Vec<Bound>) {
    let length = matches!(unit, Some(Unit::Duration(_)));
    if phrase.is(from, "within") && !length {
        return (at, Vec::new());
    }
    (from, bounds)
}

/// The other end of a range that the value at a place begins: “160,000 to 190,000”, “two or three”.
fn other_end(phrase: &Phrase<'_>, at: usize, value: &Value, between: bool) -> Option<Value> {
    let joint = value.next;
    let dash = phrase.any(joint, &["-", "–", "—", "‑"]) && phrase.touches_last(joint);
    let or = phrase.is(joint, "or") && !value.vague;
    let joined =
        if between { phrase.is(joint, "and") } else { phrase.is(joint, "to") || dash || or };
    if !joined || dash && !phrase.touches_last(joint + 1) {
        return None;
    }
    let other = values::read(phrase, joint + 1)?;
    // “rose 20 to 25 percent” is a range, “rose 5% to 36%” is a change.
    let shares = value.unit.is_none() && other.unit.is_some();
    let changed = !between && phrase.is(joint, "to") && follows_change(phrase, at, shares);
    let same_unit = value.unit.is_none() || other.unit.is_none() || value.unit == other.unit;
    let low = value.low * shared_scale(value, &other);
    let near = !or || other.low - value.low <= 2.0 || other.low <= 2.0 * value.low;
    (!changed && same_unit && low < other.low && near && !value.vague).then_some(other)
}

/// What the second end lends the first: “150 to 200 million” are 150 million at least.
fn shared_scale(value: &Value, other: &Value) -> f64 {
    [1e12, 1e9, 1e6, 1e3]
        .into_iter()
        .find(|&it| {
            other.low >= it && other.scale >= it && value.scale <= 1.0 && value.low < other.low / it
        })
        .unwrap_or(1.0)
}

/// Whether “to” behind the number at a place tells of a change: “rose 5 to 36”, “from 20 to 30”.
/// Where the two share a unit, only “from” tells.
fn follows_change(phrase: &Phrase<'_>, at: usize, shares: bool) -> bool {
    (1..=2).any(|back| {
        at >= back
            && (phrase.is(at - back, "from") && !is_spread(phrase, at - back)
                || !shares && lexicon::is_change(phrase.word(at - back)))
    })
}

/// “ranging from 10 to 20”, “anywhere from”.
fn is_spread(phrase: &Phrase<'_>, from: usize) -> bool {
    from > 0 && phrase.any(from - 1, &["ranging", "ranged", "range", "ranges", "anywhere"])
}

/// “Mara Toft, 52, said”, “a boy aged 7”: a number from 1 to 119 beside a name.
fn is_age(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    let year = value.low >= 1.0 && value.low < 120.0 && value.low.fract() == 0.0;
    let behind = [",", ".", ";", ")", ""].contains(&phrase.word(value.next))
        || phrase.any(value.next, &["and", "of", "was", "who"]);
    let name = at >= 2
        && phrase.word(at - 1) == ","
        && phrase.is_capital(at - 2)
        && phrase.word(at - 2).starts_with(char::is_alphabetic);
    // “her sons, 7 and 8, were hurt”.
    let pair = value.digits
        && phrase.is(value.next, "and")
        && numbers::digits(phrase.word(value.next + 1)).is_some_and(|it| it < 120.0)
        && phrase.is(value.next + 2, ",");
    let people = at >= 2 && phrase.word(at - 1) == "," && lexicon::is_people(phrase.bare(at - 2));
    // “ranged in age from 19 to 47”.
    let ranged =
        at >= 3 && phrase.is(at - 1, "from") && phrase.any(at - 2, &["age", "ages", "aged"])
            || at > 1
                && phrase.any(at - 1, &["between", "from"])
                && phrase.any(at - 2, &["ages", "aged"]);
    let of = at > 1 && phrase.is(at - 1, "of") && phrase.any(at - 2, &["age", "ages"]);
    year && (at > 0 && phrase.any(at - 1, &["aged", "age", "ages"])
        || of
        || ranged
        || people && pair
        || value.digits && name && behind)
}

/// “aged 19, 20 and 25”: a bare number joined to an age is one.
pub(super) fn share_age(phrase: &Phrase<'_>, last: Option<&Amount>, this: &mut Amount) {
    let Some(last) = last.filter(|it| it.kind == FigureKind::Age) else { return };
    let joined = last.to < this.from
        && this.from - last.to <= 2
        && (last.to..this.from).all(|it| phrase.any(it, &[",", "and", "or", "to"]));
    let ends = !phrase.word(this.to).starts_with(char::is_alphanumeric)
        || phrase.any(this.to, &["and", "or", "were", "was"]);
    if joined && ends && this.kind == FigureKind::Count {
        (this.kind, this.unit) = (FigureKind::Age, Unit::Age.name().to_owned());
    }
}

/// Whether a bare number counts something: “one” does only before what it can count.
fn counts(phrase: &Phrase<'_>, at: usize, value: &Value) -> bool {
    if value.low == 0.0 {
        return false;
    }
    if value.digits || (value.low - 1.0).abs() > 1e-9 {
        return true;
    }
    let word = |at| phrase.word(at);
    let determined =
        at > 0 && (phrase.any(at - 1, ONE_OF_MANY) || phrase.any(at - 1, &["second", "third"]));
    // “one student said”: a source, not a number.
    let noun = value.next + usize::from(!lexicon::is_people(phrase.bare(value.next)));
    let acts = lexicon::is_verb(word(noun + 1)) || word(noun + 1).ends_with("ed");
    let source = lexicon::is_people(phrase.bare(noun))
        && (acts && !lexicon::is_casualty(word(noun + 1)) || phrase.is(noun + 1, "familiar"));
    let fate = (value.next + 1..value.next + 4).any(|it| lexicon::is_casualty(word(it)))
        && lexicon::is_auxiliary(word(value.next));
    !determined && !source && (fate || lexicon::is_counted_singular(phrase.bare(value.next)))
}

/// Words before “one” that make it no number: “the one”, “according to one”.
const ONE_OF_MANY: &[&str] =
    &["no", "the", "this", "that", "any", "every", "each", "which", "to", "said", "told", "says"];
