//! Bounds: the words around a number that open one of its ends or call it rough.

use crate::text::phrase::{Phrase, lower};

use self::Bound::{About, Least, Most};

/// What the words say of the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// “more than”: it is the least.
    Least,
    /// “up to”: it is the most.
    Most,
    /// “about”.
    About,
}

/// Reads the bounds that end before a place, no further back than `floor`: the place they begin at
/// and what they say, the nearest last.
pub(super) fn before(phrase: &Phrase<'_>, at: usize, floor: usize) -> (usize, Vec<Bound>) {
    let (mut from, mut bounds, mut steps) = (at, Vec::new(), 0);
    // “at least some 200”: two bounds in a row at most.
    while steps < 2 {
        let Some((start, bound)) = one_before(phrase, from, floor) else { break };
        // “over within three days”: what opens one end cannot open the other too.
        let opened = bounds.iter().any(|it| *it != About);
        if opened && bound.iter().any(|it| *it != About) {
            break;
        }
        from = start;
        bounds.extend(bound);
        steps += 1;
    }
    (from, bounds)
}

fn one_before(phrase: &Phrase<'_>, at: usize, floor: usize) -> Option<(usize, &'static [Bound])> {
    let last = phrase.word(at.checked_sub(1)?);
    // Most words before a number end no bound.
    if !last.starts_with(|it: char| it.is_ascii_alphabetic()) || !ends_bound(last) {
        return None;
    }
    BEFORE.iter().find_map(|(words, bound)| {
        let start = at.checked_sub(words.split(' ').count()).filter(|it| *it >= floor)?;
        phrase.reads(start, words).then_some((start, *bound))
    })
}

/// Whether some bound ends with the word.
fn ends_bound(word: &str) -> bool {
    matches!(
        lower(word, &mut [0; 20]),
        "than"
            | "over"
            | "above"
            | "least"
            | "of"
            | "exceeding"
            | "as"
            | "to"
            | "most"
            | "under"
            | "below"
            | "within"
            | "like"
            | "estimated"
            | "at"
            | "nearly"
            | "almost"
            | "about"
            | "around"
            | "roughly"
            | "approximately"
            | "approx"
            | "some"
            | "circa"
            | "perhaps"
            | "approaching"
    )
}

/// What the words behind a number say, and the place behind them.
pub(super) fn behind(phrase: &Phrase<'_>, at: usize) -> Option<(Bound, usize)> {
    if phrase.word(at) == "+" && phrase.touches_last(at) {
        return Some((Least, at + 1));
    }
    BEHIND.iter().find_map(|(words, bound)| {
        phrase.reads(at, words).then(|| (*bound, at + words.split(' ').count()))
    })
}

/// Words before a number, the longer before those they end in.
const BEFORE: &[(&str, &[Bound])] = &[
    ("slightly more than", &[Least, About]),
    ("little more than", &[Least, About]),
    ("well more than", &[Least]),
    ("far more than", &[Least]),
    ("no more than", &[Most]),
    ("not more than", &[Most]),
    ("more than", &[Least]),
    ("a little over", &[Least, About]),
    ("just over", &[Least, About]),
    ("just above", &[Least, About]),
    ("slightly over", &[Least, About]),
    ("well over", &[Least]),
    ("well above", &[Least]),
    ("at least", &[Least]),
    ("no fewer than", &[Least]),
    ("no less than", &[Least]),
    ("not less than", &[Least]),
    ("not fewer than", &[Least]),
    ("greater than", &[Least]),
    ("higher than", &[Least]),
    ("larger than", &[Least]),
    ("longer than", &[Least]),
    ("upwards of", &[Least]),
    ("upward of", &[Least]),
    ("in excess of", &[Least]),
    ("a minimum of", &[Least]),
    ("exceeding", &[Least]),
    ("north of", &[Least]),
    ("over", &[Least]),
    ("above", &[Least]),
    ("a total of", &[]),
    ("as many as", &[Most]),
    ("as much as", &[Most]),
    ("as high as", &[Most]),
    ("up to", &[Most]),
    ("at most", &[Most]),
    ("a maximum of", &[Most]),
    ("slightly less than", &[Most, About]),
    ("little less than", &[Most, About]),
    ("fewer than", &[Most]),
    ("less than", &[Most]),
    ("lower than", &[Most]),
    ("a little under", &[Most, About]),
    ("just under", &[Most, About]),
    ("just below", &[Most, About]),
    ("just short of", &[Most, About]),
    ("well under", &[Most]),
    ("under", &[Most]),
    ("below", &[Most]),
    ("within", &[Most]),
    ("close to", &[About]),
    ("something like", &[About]),
    ("in the region of", &[About]),
    ("an estimated", &[About]),
    ("estimated", &[About]),
    ("estimated at", &[About]),
    ("nearly", &[About]),
    ("almost", &[About]),
    ("about", &[About]),
    ("around", &[About]),
    ("roughly", &[About]),
    ("approximately", &[About]),
    ("approx", &[About]),
    ("some", &[About]),
    ("circa", &[About]),
    ("perhaps", &[About]),
    ("approaching", &[About]),
];

/// Words behind a number.
const BEHIND: &[(&str, Bound)] = &[
    ("or more", Least),
    ("or higher", Least),
    ("or above", Least),
    ("and more", Least),
    ("and above", Least),
    ("or greater", Least),
    ("plus", Least),
    ("or so", About),
    ("or fewer", Most),
    ("or less", Most),
    ("or lower", Most),
    ("or younger", Most),
];
