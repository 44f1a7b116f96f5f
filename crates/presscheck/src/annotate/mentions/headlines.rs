//! Headlines: names in lines where every word has a capital, known from the article or the lists.

use std::collections::BTreeMap;

use super::names::{self, Name};
use super::words::{Line, Shape, Word};
use crate::model::NameKind;
use crate::text::names::lexicon::{self, Class};

/// Finds in headlines, where capitals tell nothing, the names that the article or the lists know.
pub(super) fn find(text: &str, words: &[Word], lines: &[Line], names: &mut Vec<Name>) {
    if !lines.iter().any(|it| it.shouts) {
        return;
    }
    let mut known: BTreeMap<String, NameKind> = BTreeMap::new();
    for name in names.iter() {
        known.insert(name.folded.clone(), name.kind);
        if name.kind == NameKind::Person
            && let Some((_, last)) = name.folded.rsplit_once(' ')
        {
            known.entry(last.to_owned()).or_insert(NameKind::Person);
        }
    }
    for (line, at) in lines.iter().enumerate().filter(|(_, it)| it.shouts) {
        let mut start = at.words.start;
        while start < at.words.end {
            let found = (1..=MOST_WORDS.min(at.words.end - start)).rev().find_map(|n_words| {
                let range = start..start + n_words;
                let folded = names::folded(text, words, &range);
                let kind = kind(words, &range, &folded, &known)?;
                let span = names::span(text, words, &range)?;
                Some(Name {
                    words: range,
                    span,
                    folded,
                    kind,
                    line,
                    role: None,
                    sex: Class::default(),
                })
            });
            start = found.as_ref().map_or(start + 1, |it| it.words.end);
            names.extend(found);
        }
    }
    names.sort_by_key(|it| it.span);
}

/// Longest name looked for in headlines.
const MOST_WORDS: usize = 6;

fn kind(
    words: &[Word],
    range: &std::ops::Range<usize>,
    folded: &str,
    known: &BTreeMap<String, NameKind>,
) -> Option<NameKind> {
    let (first, last) = (words.get(range.start)?, words.get(range.end - 1)?);
    if !first.is_capital() || matches!(last.shape, Shape::Mark | Shape::Number) {
        return None;
    }
    if let Some(&found) = known.get(folded) {
        return Some(found);
    }
    let class = lexicon::class_of_phrase(folded);
    let plain = class.is(Class::COMMON.or(Class::FUNCTION).or(Class::GIVEN));
    if class.is(Class::KNOWN_ORG) && !plain {
        return Some(NameKind::Organisation);
    }
    if class.is(Class::PLACE) && !plain {
        return Some(NameKind::Place);
    }
    let vague =
        Class::COMMON.or(Class::FUNCTION).or(Class::SAY).or(Class::ROLE).or(Class::NATIONAL);
    let full = range.len() == 2
        && first.class.is(Class::GIVEN)
        && !first.class.is(Class::COMMON.or(Class::FUNCTION))
        && last.is_capital()
        && (last.class.is(Class::SURNAME) || last.class == Class::default())
        && !last.class.is(vague);
    full.then_some(NameKind::Person)
}
