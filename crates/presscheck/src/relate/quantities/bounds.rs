//! Whether figures agree.

use super::counted::Counted;

/// What “about” and “nearly” leave open, as a share of the number. Ours: “about 2.5%” does not speak
/// against 2.4%, but against 2%.
const ROUGH: f64 = 0.05;

/// Whether some number satisfies all figures.
pub(super) fn agree(members: &[&Counted]) -> bool {
    let least = members.iter().map(|it| range(it).0).fold(f64::NEG_INFINITY, f64::max);
    let most = members.iter().map(|it| range(it).1).fold(f64::INFINITY, f64::min);
    // “At least 10” and “up to 10” leave one number, but say different things.
    let opposed =
        members.iter().any(|it| it.low.is_none()) && members.iter().any(|it| it.high.is_none());
    if opposed { least < most } else { least <= most }
}

/// Whether two figures can both be true.
pub(super) fn overlap(a: &Counted, b: &Counted) -> bool {
    let ((a_low, a_high), (b_low, b_high)) = (range(a), range(b));
    a_low <= b_high && b_low <= a_high
}

/// The ends of a figure, the open ones at infinity.
fn range(it: &Counted) -> (f64, f64) {
    let slack = if it.rough { ROUGH } else { 0.0 };
    let low = it.low.map_or(f64::NEG_INFINITY, |it| it - slack * it.abs());
    let high = it.high.map_or(f64::INFINITY, |it| it + slack * it.abs());
    (low, high)
}
