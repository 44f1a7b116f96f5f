//! Roles: what an article says a named person is.

use super::Page;
use super::entities::Entities;
use super::names::Name;
use super::words::{Shape, Word};
use crate::model::{Mention, NameKind, Span};
use crate::text::names::lexicon::Class;

/// Finds roles that stand beside persons' names and adds them to their entities. `names` and
/// `mentions` go side by side.
pub(super) fn find(page: &Page<'_>, names: &[Name], mentions: &[Mention], entities: &mut Entities) {
    for (name, mention) in names.iter().zip(mentions) {
        if mention.kind != NameKind::Person {
            continue;
        }
        if name.role.is_none() {
            let before = before(page, name);
            entities.note_role(page.text, mention.entity, before);
        }
        entities.note_role(page.text, mention.entity, after(page, name));
    }
}

/// Farthest that a role reaches from its name, in words.
const MOST_WORDS: usize = 14;

/// Most words that stand before the role itself: “harbour” in “the harbour chief”.
const MOST_BEFORE: usize = 6;

/// Words that open a role between commas.
const DETERMINERS: [&str; 7] = ["a", "an", "her", "his", "its", "the", "their"];

/// “Kremlin spokesman Lev Arsky”; “the harbour master, Mara Toft,”.
fn before(page: &Page<'_>, name: &Name) -> Option<Span> {
    let line = page.lines.get(name.line)?;
    let mut last = name.words.start.checked_sub(1)?;
    let apposed = page.of(last) == "," && page.of(name.words.end) == ",";
    if apposed {
        last = last.checked_sub(1)?;
    }
    if last < line.words.start {
        return None;
    }
    if !page.class(last).is(Class::ROLE) {
        return tied(page, last, line.words.start).filter(|_| apposed);
    }
    let start = if apposed {
        opened(page, last, line.words.start)?
    } else {
        page.left_edge(last, line.words.start)
    };
    Some(page.word(start)?.span.join(page.word(last)?.span))
}

/// “A spokesman for the port” before the comma of the name: a role with what it is a role in, which
/// ends with the word at `last`.
fn tied(page: &Page<'_>, last: usize, from: usize) -> Option<Span> {
    let first = from.max(last.saturating_sub(MOST_WORDS));
    for at in (first..last).rev() {
        let word = page.word(at)?;
        if word.shape == Shape::Mark && !page.touches_name(at) || word.class.is(Class::SAY) {
            return None;
        }
        if word.class.is(Class::ROLE) && matches!(page.of(at + 1), "of" | "for" | "at") {
            let start = opened(page, at, from)?;
            return Some(page.word(start)?.span.join(page.word(last)?.span));
        }
    }
    None
}

/// The first word behind the article or owner that opens the phrase which the role at `last` ends:
/// “harbour” in “the harbour chief”, “long-time” in “the port’s long-time head”.
fn opened(page: &Page<'_>, last: usize, from: usize) -> Option<usize> {
    let mut start = last;
    while start > from && last - start < MOST_BEFORE {
        let before = page.of(start - 1);
        let owned = before.ends_with("’s") || before.ends_with("'s");
        if owned || DETERMINERS.contains(&before.to_lowercase().as_str()) {
            return Some(start);
        }
        let word = page.word(start - 1)?;
        let mark = word.shape == Shape::Mark && !page.touches_name(start - 1);
        if mark || word.class.is(Class::FUNCTION) || word.class.is(Class::SAY) {
            return None;
        }
        start -= 1;
    }
    None
}

/// “Mara Toft, the mayor of Vell,”; “Mara Toft is the mayor of Vell”.
fn after(page: &Page<'_>, name: &Name) -> Option<Span> {
    let line = page.lines.get(name.line)?;
    let mut start = name.words.end + 1;
    let limit = line.words.end.min(start + MOST_WORDS);
    match page.of(name.words.end) {
        "," => {}
        "is" | "was" | "became" if matches!(page.of(start), "the" | "a" | "an") => {}
        _ => return None,
    }
    // “Mara Toft, 46, mayor of Vell,”
    if page.word(start).is_some_and(|it| it.shape == Shape::Number) && page.of(start + 1) == "," {
        start += 2;
    }
    if matches!(page.of(start), "the" | "a" | "an" | "its" | "his" | "her" | "their") {
        start += 1;
    }
    let mut head = None;
    let mut end = start;
    while end < limit {
        let word = page.word(end)?;
        let stop = match page.of(end) {
            "." => !page.touches_name(end),
            "," | ";" | ":" | "—" | "–" | "(" | ")" | "“" | "\"" | "”" => true,
            _ => word.class.is(Class::RELATIVE) || word.class.is(Class::SAY) && !word.is_capital(),
        };
        if stop {
            break;
        }
        if head.is_none() {
            if word.class.is(Class::ROLE) {
                head = Some(end);
            } else if word.class.is(Class::FUNCTION) && !word.is_capital() {
                return None;
            }
        } else if matches!(page.of(end), "and" | "but" | "as" | "when" | "while" | "after") {
            break;
        }
        end += 1;
    }
    let head = head?;
    // “Mara Toft, President Hale and …” is a list.
    let next = page.word(head + 1);
    if page.word(head)?.is_capital() && next.is_some_and(Word::is_capital) {
        return None;
    }
    Some(page.word(start)?.span.join(page.word(end.checked_sub(1)?)?.span))
}

impl Page<'_> {
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).copied()
    }

    pub(super) fn of(&self, at: usize) -> &str {
        self.word(at).map_or("", |it| it.span.of(self.text))
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.word(at).map_or(Class::default(), |it| it.class)
    }

    /// Whether a full stop belongs to the word before it: “St.”, “J.”
    fn touches_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|it| self.word(it)) else { return false };
        before.is_capital()
            && before.span.len() <= 4
            && self.word(at + 1).is_some_and(Word::is_capital)
    }

    /// How far to the left of a role its description reaches: over names, national words and words
    /// such as “deputy”, not over articles and verbs.
    pub(super) fn left_edge(&self, role: usize, from: usize) -> usize {
        let mut start = role;
        while start > from && role - start < 8 {
            let at = start - 1;
            let Some(word) = self.word(at) else { break };
            let goes = match word.shape {
                Shape::Mark => self.of(at) == "." && self.touches_name(at),
                Shape::Number => false,
                Shape::Lower => {
                    word.class.is(Class::ROLE_PART.or(Class::ROLE).or(Class::ORG_NOUN))
                        && !word.class.is(Class::FUNCTION)
                }
                _ => !word.class.is(Class::FUNCTION),
            };
            if !goes {
                break;
            }
            start = at;
        }
        start
    }
}
