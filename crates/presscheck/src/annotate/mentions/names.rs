//! Names: what the model finds in running text, without titles, and the roles before persons.

use std::ops::Range;

use super::Page;
use super::words::{Line, Shape, Word};
use crate::model::{NameKind, Span};
use crate::text::fold;
use crate::text::names;
use crate::text::names::lexicon::{self, Class};

/// Words that name something.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The words, as places in the list of all.
    pub words: Range<usize>,
    /// The bytes, without possessive ending.
    pub span: Span,
    /// The words in folded form, with blanks between.
    pub folded: String,
    /// What it names.
    pub kind: NameKind,
    /// Which sentence, as a place in the list of lines.
    pub line: usize,
    /// The role before it: “White House press secretary”.
    pub role: Option<Span>,
    /// What the title before it tells of the sex.
    pub sex: Class,
}

/// Finds the names of the sentences in which capitals tell something, in text order.
pub(super) fn find(page: &Page<'_>) -> Vec<Name> {
    let lines: Vec<(usize, &Line)> =
        page.lines.iter().enumerate().filter(|it| !it.1.shouts).collect();
    let sentences: Vec<Range<usize>> = lines.iter().map(|it| it.1.words.clone()).collect();
    let found = names::find(page.text, page.words, &sentences);
    let mut list = Vec::with_capacity(found.len());
    let mut next = 0;
    for (line, sentence) in lines {
        let start = next;
        while found.get(next).is_some_and(|it| it.words.start < sentence.words.end) {
            next += 1;
        }
        let found = found.get(start..next).unwrap_or_default();
        let mut left = sentence.words.start;
        for it in found {
            others(page, left..it.words.start, line, &mut list);
            list.extend(name(page, line, it));
            left = it.words.end;
        }
        others(page, left..sentence.words.end, line, &mut list);
    }
    list
}

fn name(page: &Page<'_>, line: usize, found: &names::Found) -> Option<Name> {
    let mut words = found.words.clone();
    let (mut role, mut sex) = (None, Class::default());
    if found.kind == NameKind::Person {
        words.start += n_title_words(page, &words);
        let from = page.lines.get(line)?.words.start;
        if let Some(title) = title(page, words.start, from) {
            let start = page.left_edge(title.start, from);
            let is_bare = title.len() <= 2 && page.class(title.start).is(Class::MR_TITLE);
            role = span(page.text, page.words, &(start..title.end)).filter(|_| !is_bare);
            sex = sex_of(page, start..title.end);
        }
    }
    let span = span(page.text, page.words, &words)?;
    let folded = folded(page.text, page.words, &words);
    let kind = if found.kind == NameKind::Place && is_institution(&folded) {
        NameKind::Organisation
    } else {
        found.kind
    };
    Some(Name { words, span, folded, kind, line, role, sex })
}

/// “The White House”, “the Kremlin”: in news the building stands for those who work there.
fn is_institution(folded: &str) -> bool {
    let class = lexicon::class_of_phrase(folded);
    class.is(Class::KNOWN_ORG) && !class.is(Class::PLACE)
}

/// How many words at the start of a person's name are its title: “President Mara Toft”.
fn n_title_words(page: &Page<'_>, words: &Range<usize>) -> usize {
    let mut n_words = 0;
    while n_words + 1 < words.len() {
        let class = page.class(words.start + n_words);
        let stop = page.of(words.start + n_words) == "." && n_words > 0;
        let is_title = class.is(Class::MR_TITLE)
            || class.is(Class::TITLE.or(Class::ROLE)) && !class.is(Class::GIVEN.or(Class::SURNAME));
        if !is_title && !stop {
            break;
        }
        n_words += 1;
    }
    n_words
}

/// The title or role that ends where a person's name begins, as places of its words: “Gov.”,
/// “Secretary of State”.
fn title(page: &Page<'_>, name: usize, from: usize) -> Option<Range<usize>> {
    let titles = Class::TITLE.or(Class::ROLE);
    let mut last = name.checked_sub(1).filter(|it| *it >= from)?;
    if page.of(last) == "." {
        last = last.checked_sub(1).filter(|it| *it >= from && page.class(*it).is(titles))?;
    }
    if page.class(last).is(titles) {
        return Some(last..name);
    }
    let mut at = last;
    while at > from && name - at < 6 && page.word(at).is_some_and(Word::is_capital) {
        at -= 1;
        if page.of(at) == "the" && at > from {
            at -= 1;
        }
        if matches!(page.of(at), "of" | "for") {
            let head = at.checked_sub(1).filter(|it| *it >= from)?;
            let is_title = page.word(head).is_some_and(Word::is_capital);
            return (is_title && page.class(head).is(titles)).then_some(head..name);
        }
    }
    None
}

/// What the words of a title tell of the sex; the last that tells something counts.
fn sex_of(page: &Page<'_>, words: Range<usize>) -> Class {
    words.fold(Class::default(), |sex, at| {
        let class = page.class(at);
        match (class.is(Class::FEMALE), class.is(Class::MALE)) {
            (true, false) => Class::FEMALE,
            (false, true) => Class::MALE,
            _ => sex,
        }
    })
}

/// Finds what else has a name among words in which the model sees none: “Harbour Act”, “Vell Prize”.
fn others(page: &Page<'_>, words: Range<usize>, line: usize, found: &mut Vec<Name>) {
    let is_part = |at: usize| {
        page.word(at).is_some_and(|it| it.is_capital() && !it.class.is(Class::FUNCTION))
    };
    let mut at = words.start;
    while at < words.end {
        let start = at;
        while at < words.end && is_part(at) {
            at += 1;
        }
        let run = start..at;
        if run.len() > 1
            && page.class(at - 1).is(Class::OTHER_HEAD)
            && let Some(span) = span(page.text, page.words, &run)
        {
            let folded = folded(page.text, page.words, &run);
            found.push(Name {
                words: run,
                span,
                folded,
                kind: NameKind::Other,
                line,
                role: None,
                sex: Class::default(),
            });
        }
        at = at.max(start + 1);
    }
}

/// The bytes of some words, without the possessive ending of the last.
pub(super) fn span(text: &str, words: &[Word], range: &Range<usize>) -> Option<Span> {
    let (first, last) = (words.get(range.start)?, words.get(range.end.checked_sub(1)?)?);
    Span::checked(text, first.span.start(), last.stem.end())
}

/// Words in folded form with blanks between, without full stops.
pub(super) fn folded(text: &str, words: &[Word], range: &Range<usize>) -> String {
    let mut folded = String::new();
    for word in words.get(range.clone()).unwrap_or_default() {
        let stem = word.stem.of(text);
        if word.shape == Shape::Mark && matches!(stem, "." | ",") {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&fold::plain(stem));
    }
    folded
}
