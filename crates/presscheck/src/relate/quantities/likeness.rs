//! How likely two figures count the same thing.

use super::bounds;
use super::counted::{Class, Counted, Fate};
use crate::text::person;

/// What two figures must share in words, as a cosine, when their numbers are alike. From the pairs
/// of three labelled stories; numbers apart ask for more.
const LEAST: f64 = 0.1;
/// The same for people killed or hurt: one event has one toll.
const LEAST_FATE: f64 = 0.07;
/// The same where the numbers are one and not small: 36.65 and 36.65.
const LEAST_EQUAL: f64 = 0.04;
/// How much more for each doubling from one number to the other.
const PER_DOUBLING: f64 = 0.08;
/// Numbers below this are given for all sorts of things…
const FEW: f64 = 20.0;
/// … and ask for so much more where they differ: “three men” are seldom “two men” miscounted.
const SMALL: f64 = 0.15;
/// Numbers of people no further apart than this, and large, are alike: 147,000 and 160,000.
const NEAR: f64 = 1.35;
/// Numbers of people from here on are seldom alike by chance.
const LARGE: f64 = 1000.0;

/// By how much two figures are above what is asked for; `None` for figures that cannot count the
/// same.
pub(super) fn excess(a: &Counted, b: &Counted) -> Option<f64> {
    if a.class != b.class || a.article == b.article && !bounds::overlap(a, b) {
        return None;
    }
    let equal = a.low == b.low && a.high == b.high;
    if a.past != b.past || a.change * b.change < 0 || !heads_fit(a, b, equal) {
        return None;
    }
    if a.past && a.names.intersection(&b.names).next().is_none() {
        return None;
    }
    // “A 9-year-old boy” may be any boy.
    if a.class == Class::Age && !one_person(a, b) {
        return None;
    }
    // “Three others hurt” may leave out one of “four people hurt”.
    if a.others != b.others && !equal {
        return None;
    }
    let (x, y) = (number(a).max(1e-9), number(b).max(1e-9));
    let doublings = libm::fabs(libm::log2(x / y));
    let small = x.max(y) < 3.0;
    let common = a.what.intersection(&b.what).next().is_some();
    let near = x.min(y) >= LARGE && close(a, b);
    let least = match &a.class {
        Class::Thing | Class::People(_) if small && !equal => return None,
        Class::People(it) if *it != Fate::None => LEAST_FATE + PER_DOUBLING / 8.0 * doublings,
        Class::People(_) if near => LEAST_EQUAL,
        Class::Thing | Class::People(_) if !equal && x.max(y) < FEW => {
            LEAST + SMALL + PER_DOUBLING * doublings
        }
        Class::Thing | Class::People(_) => LEAST + PER_DOUBLING * doublings,
        _ if equal && !small => {
            if common {
                LEAST_EQUAL / 2.0
            } else {
                LEAST_EQUAL
            }
        }
        // Money and shares have no noun of their own: their words must name one thing.
        _ if common => LEAST + PER_DOUBLING * doublings,
        _ => return None,
    };
    let excess = cosine(a, b) - least;
    (excess > 0.0).then_some(excess)
}

/// Ages told of one surname are one person's when no further apart, in years, unless both give the
/// first name too: a slip is small, a family has children.
const SLIP: f64 = 3.0;

/// Whether two ages are of one person.
fn one_person(a: &Counted, b: &Counted) -> bool {
    let surname = |it: &Counted| it.named.last().cloned();
    if surname(a).is_none() || surname(a) != surname(b) {
        return false;
    }
    if a.named.len() > 1 && b.named.len() > 1 {
        return person::compare(&a.named, &b.named).is_some();
    }
    libm::fabs(number(a) - number(b)) <= SLIP
}

/// Whether the nouns can name the same: one noun, or “people” of a number that the other shares.
fn heads_fit(a: &Counted, b: &Counted, equal: bool) -> bool {
    match &a.class {
        Class::Thing => a.head == b.head && !a.head.is_empty(),
        Class::People(_) if a.head == b.head => true,
        // “127,000 people” may be the troops of another article, “90 witnesses” are not its “300 people”.
        Class::People(Fate::None) => {
            close(a, b)
                && (a.head.is_empty() || b.head.is_empty())
                && (a.words.contains_key(&b.head) || b.words.contains_key(&a.head))
        }
        // “Ten students were hurt” is no rival of “12 people were hurt”.
        Class::People(_) => equal && number(a) >= 3.0 && (a.head.is_empty() || b.head.is_empty()),
        _ => true,
    }
}

/// Whether two numbers are about as large as each other.
fn close(a: &Counted, b: &Counted) -> bool {
    let (x, y) = (number(a), number(b));
    x.max(y) <= NEAR * x.min(y)
}

/// One number for a figure: its middle, or its one end.
pub(super) fn number(it: &Counted) -> f64 {
    match (it.low, it.high) {
        (Some(low), Some(high)) => f64::midpoint(low, high).abs(),
        (Some(it), None) | (None, Some(it)) => it.abs(),
        (None, None) => 0.0,
    }
}

/// What share of their words two figures have in common, by how much each word tells.
fn cosine(a: &Counted, b: &Counted) -> f64 {
    let shared: f64 = a.words.iter().filter_map(|(word, x)| b.words.get(word).map(|y| x * y)).sum();
    let lengths = a.length * b.length;
    if lengths > 0.0 { shared / lengths } else { 0.0 }
}
