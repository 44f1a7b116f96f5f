//! Features: what the tagger looks at. Learning and reading share this, so that they see the same.

use super::Tag;
use super::units::Unit;
use crate::text::weights::key;

/// How many features each unit has.
pub const N_FEATURES: usize = 26;

/// Beyond either end of the sentence.
const OUTSIDE: Unit = Unit::OUTSIDE;

/// Gives the key of each feature of the unit at a place, `before` and `before_that` being the tags
/// of the two units before it.
pub fn each(units: &[Unit], at: usize, before: Tag, before_that: Tag, mut give: impl FnMut(u32)) {
    let unit = |at: Option<usize>| at.and_then(|it| units.get(it)).unwrap_or(&OUTSIDE);
    let here = unit(Some(at));
    let (left, left2) = (unit(at.checked_sub(1)), unit(at.checked_sub(2)));
    let (right, right2) = (unit(at.checked_add(1)), unit(at.checked_add(2)));
    let (tag, tag2) = (before as u32, before_that as u32);
    let tags = tag * 32 + tag2;
    let found: [(u32, u32); N_FEATURES] = [
        (0, 0),
        (here.word, 0),
        (here.word, here.shape),
        (left.word, 0),
        (right.word, 0),
        (left2.word, 0),
        (right2.word, 0),
        (left.word, here.word),
        (here.word, right.word),
        (tag, 0),
        (tags, 0),
        (tag, here.word),
        (tag, right.word),
        (here.ends[0], here.shape),
        (here.ends[1], here.shape),
        (here.ends[2], here.shape),
        (here.ends[3], 0),
        (here.start, 0),
        (left.ends[2], right.ends[2]),
        (right.ends[2], 0),
        (right.ends[1], here.ends[1]),
        (tag, here.ends[2]),
        (tags, here.ends[1]),
        (left.shape * 256 + here.shape * 16 + right.shape, tag),
        (tag, right.ends[1]),
        (left.word, right.word),
    ];
    for (template, (a, b)) in (1_u32..).zip(found) {
        give(key(template, a, b));
    }
}
