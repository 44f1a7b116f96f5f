//! Kinds: whether a run of capitals names a person, an organisation, a place or something else.

use std::ops::Range;

use super::lexicon::{self, Class};
use super::names::folded;
use super::words::{Shape, Word};
use crate::model::NameKind::{self, Organisation, Other, Person, Place};

/// Where a run stands.
pub(super) struct Context<'a> {
    /// The article's text.
    pub text: &'a str,
    /// All its words.
    pub words: &'a [Word],
    /// The words of the sentence.
    pub line: Range<usize>,
    /// Whether the run's first capital may be due to the start of a sentence.
    pub opens: bool,
}

impl Context<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        if self.line.contains(&at) { self.words.get(at).copied() } else { None }
    }

    fn of(&self, at: usize) -> &str {
        self.word(at).map_or("", |it| it.span.of(self.text))
    }

    fn class(&self, at: usize) -> Class {
        self.word(at).map_or(Class::default(), |it| it.class)
    }
}

/// The likeliest kind of a run, with a weight from 1 to 9; `None` if it names nothing.
pub(super) fn of(context: &Context<'_>, run: &Range<usize>) -> Option<(NameKind, u32)> {
    let phrase = folded(context.text, context.words, run);
    let whole = lexicon::class_of_phrase(&phrase);
    if run.len() == 1 {
        return single(context, run.start, whole);
    }
    if whole.is(Class::KNOWN_ORG) {
        return Some((Organisation, 9));
    }
    if whole.is(Class::PLACE) {
        return Some((Place, 9));
    }
    by_heads(context, run).or_else(|| by_context(context, run))
}

/// One word.
fn single(context: &Context<'_>, at: usize, class: Class) -> Option<(NameKind, u32)> {
    let word = context.word(at)?;
    if class.is(Class::KNOWN_ORG) && (word.shape == Shape::Upper || !class.is(Class::COMMON)) {
        let lower_too = matches!(context.of(at), "Who" | "Ap");
        return (!lower_too).then_some((Organisation, 9));
    }
    if class.is(Class::PLACE) {
        let given = class.is(Class::GIVEN) && !class.is(Class::COUNTRY);
        return Some((Place, if given { 5 } else { 8 }));
    }
    let nothing = Class::NATIONAL.or(Class::CALENDAR).or(Class::NO_NAME).or(Class::NO_ORG);
    if class.is(nothing) || word.shape == Shape::Initial {
        return None;
    }
    let common = Class::COMMON
        .or(Class::FUNCTION)
        .or(Class::ROLE)
        .or(Class::PEOPLE)
        .or(Class::ORG_NOUN)
        .or(Class::ORG_HEAD)
        .or(Class::PLACE_HEAD)
        .or(Class::OTHER_HEAD)
        .or(Class::SAY)
        .or(Class::TITLE);
    if class.is(common) && !class.is(Class::GIVEN.or(Class::SURNAME)) {
        return None;
    }
    if context.opens && looks_common(context.of(at)) {
        return None;
    }
    if word.shape == Shape::Upper {
        let n_letters = context.of(at).chars().filter(|it| it.is_alphabetic()).count();
        return Some((Organisation, if n_letters <= 6 { 4 } else { 1 }));
    }
    by_context(context, &(at..at + 1))
}

/// Endings that common words have and names seldom: a capital at the start of a sentence tells
/// nothing of these.
fn looks_common(word: &str) -> bool {
    word.len() > 5
        && [
            "ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "able", "ers", "ies",
            "ists",
        ]
        .iter()
        .any(|it| word.ends_with(it))
}

/// What the first and last words tell.
fn by_heads(context: &Context<'_>, run: &Range<usize>) -> Option<(NameKind, u32)> {
    let (first, last) = (context.class(run.start), context.class(run.end - 1));
    let of = run.clone().find(|&it| matches!(context.of(it), "of" | "for"));
    let head = of.and_then(|it| it.checked_sub(1)).map_or(last, |it| context.class(it));
    let given = first.is(Class::GIVEN) && !first.is(Class::PLACE);
    if run.clone().any(|it| context.word(it).is_some_and(|it| it.shape == Shape::Number)) {
        return Some((Other, 4));
    }
    let stop = context.of(run.end - 1) == ".";
    let tail = if stop { context.of(run.end - 2) } else { context.of(run.end - 1) };
    if matches!(tail, "Jr" | "Jr." | "Sr" | "Sr.") {
        return Some((Person, 8));
    }
    if matches!(tail, "Inc" | "Inc." | "Corp" | "Corp." | "Co" | "Ltd" | "LLC" | "Bros") {
        return Some((Organisation, 9));
    }
    if of.is_some() {
        if head.is(Class::PLACE_START) && !head.is(Class::ORG_START) {
            return Some((Place, 7));
        }
        if head.is(Class::ORG_START.or(Class::ORG_HEAD)) {
            return Some((Organisation, 8));
        }
        if head.is(Class::PLACE_HEAD) {
            return Some((Place, 5));
        }
        return Some((Other, 4));
    }
    // “Joy Division” and “Grace Church” are rarer than “Joy Church” as a person.
    if given && run.len() == 2 && last.is(Class::SURNAME) {
        return Some((Person, 7));
    }
    if last.is(Class::ORG_HEAD) {
        return Some((Organisation, 8));
    }
    if last.is(Class::PLACE_HEAD) {
        return Some((Place, 7));
    }
    if last.is(Class::OTHER_HEAD) {
        return Some((Other, 6));
    }
    if given {
        return Some((Person, 6));
    }
    if first.is(Class::PLACE_START) && run.len() <= 3 {
        return Some((Place, 6));
    }
    if matches!(
        context.of(run.start),
        "San" | "Santa" | "Los" | "Las" | "El" | "St" | "Saint" | "Port" | "Fort" | "Mount"
    ) {
        return Some((Place, 5));
    }
    None
}

/// What stands around it.
fn by_context(context: &Context<'_>, run: &Range<usize>) -> Option<(NameKind, u32)> {
    let before = run.start.checked_sub(1).map_or("", |it| context.of(it));
    let (next, then) = (context.of(run.end), run.end + 1);
    let next_class = context.class(run.end);
    let classes: Vec<Class> = run.clone().map(|it| context.class(it)).collect();
    let common = Class::COMMON.or(Class::ORG_NOUN).or(Class::ROLE_PART).or(Class::NATIONAL);
    let some_common =
        classes.iter().any(|it| it.is(common) && !it.is(Class::GIVEN.or(Class::SURNAME)));
    let initials = run.clone().skip(1).any(|it| {
        context.word(it).is_some_and(|it| it.shape == Shape::Initial) && context.of(it + 1) == "."
    });
    let aged = next == ","
        && context.word(then).is_some_and(|it| it.shape == Shape::Number && it.span.len() <= 2)
        && context.of(then + 1) == ",";
    if initials
        || aged
        || next == "," && context.class(then).is(Class::RELATIVE) && context.of(then) == "who"
    {
        return Some((Person, 6));
    }
    if next == "," && context.class(then).is(Class::STATE.or(Class::COUNTRY)) && !some_common {
        return Some((Place, 6));
    }
    if next == "(" && context.word(then).is_some_and(|it| it.shape == Shape::Upper) {
        return Some((Organisation, 6));
    }
    if next_class.is(Class::SAY) && before != "the" && !some_common {
        return Some((Person, 5));
    }
    let near = matches!(
        before,
        "in" | "at" | "near" | "from" | "outside" | "In" | "At" | "across" | "to" | "around"
    );
    if near && !some_common && run.len() <= 2 {
        return Some((Place, if before == "to" || before == "from" { 2 } else { 4 }));
    }
    let surname = classes.last().is_some_and(|it| it.is(Class::SURNAME));
    if surname && run.len() <= 3 {
        return Some((Person, 4));
    }
    if classes.first().is_some_and(|it| it.is(Class::GIVEN)) {
        return Some((Person, 3));
    }
    if some_common {
        return (run.len() > 1).then_some((Organisation, 1));
    }
    match run.len() {
        1 if matches!(before, "the" | "The") => Some((Organisation, 2)),
        1 => Some((Organisation, 1)),
        2 | 3 if !matches!(before, "the" | "The") => Some((Person, 2)),
        _ => Some((Organisation, 2)),
    }
}
