//! Stamps: dates that say when the page was written, posted or changed, and tell nothing of the
//! story.

use crate::text::phrase::Phrase;

/// How far into its line the date of a dateline may stand, in tokens.
const FAR_IN_LINE: usize = 12;

/// Whether the expression between two places is a stamp; `last` is the place behind the stamp
/// before it in the line.
pub(super) fn is_stamp(phrase: &Phrase<'_>, (from, to): (usize, usize), last: usize) -> bool {
    let goes_on = last > 0 && (last..from).all(|it| phrase.any(it, BETWEEN));
    goes_on
        || is_marked(phrase, from)
        || from == 0 && is_rest_of_stamp(phrase, to)
        || is_dateline(phrase, from, to)
}

/// What parts the date from the time of day in a stamp.
const BETWEEN: &[&str] = &["@", "-", "–", "|", ",", "at", "•", "·"];

/// “Posted: Monday”, “(Published 48 minutes ago)”, “Update (Feb. 20):”, “Last updated at 7 a.m.”
fn is_marked(phrase: &Phrase<'_>, from: usize) -> bool {
    const MARKS: &[&str] = &[":", "(", "@"];
    let mut at = from;
    let mut marks = 0;
    while at > 0 && phrase.any(at - 1, &[":", "(", "@", "at", "on"]) {
        at -= 1;
        marks += usize::from(phrase.any(at, MARKS));
    }
    let Some(word) = at.checked_sub(1).filter(|_| from - at <= 2) else { return false };
    let named = phrase
        .any(word, &["posted", "updated", "published", "modified", "created", "edited", "update"]);
    let before = word.checked_sub(1).map_or("", |it| phrase.word(it));
    let opens =
        word == 0 || matches!(before, "(" | "[" | "|") || before.eq_ignore_ascii_case("last");
    named && phrase.is_capital(word) && (marks > 0 || opens)
}

/// Whether only a time of day follows in the line: “April 11, 2013 4:39 PM”.
fn is_rest_of_stamp(phrase: &Phrase<'_>, to: usize) -> bool {
    (to..phrase.len()).all(|it| {
        let word = phrase.word(it);
        !word.starts_with(char::is_alphabetic)
            || phrase.any(it, &["am", "pm", "a.m.", "p.m.", "at"])
            || word.len() <= 4 && word.bytes().all(|it| it.is_ascii_uppercase())
    })
}

/// “LISK, Ind. (March 4, 2031) –”: nothing but the place before it, and a dash behind. A date that
/// stands bare in a dateline is part of the telling.
fn is_dateline(phrase: &Phrase<'_>, from: usize, to: usize) -> bool {
    let place = (0..from)
        .all(|it| phrase.is_capital(it) || phrase.any(it, &[",", ".", "(", "/", "-", "de", "of"]));
    (1..=FAR_IN_LINE).contains(&from)
        && place
        && phrase.is(from - 1, "(")
        && phrase.is(to, ")")
        && phrase.any(to + 1, &["-", "–", "—"])
}
