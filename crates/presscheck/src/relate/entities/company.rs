//! Company: which full names stand in one sentence with a person.

use std::collections::{BTreeMap, BTreeSet};

use super::locals::{Local, LocalIx, starts};
use crate::model::{Annotated, MentionForm, NameKind};
use crate::text::person;

/// More people than this in one sentence are a list, which says little of any of them.
const MOST_PEOPLE: usize = 6;

/// By entity of an article, the full names of other people in its sentences.
pub(super) fn of(
    articles: &[Annotated],
    locals: &[Local<'_>],
) -> BTreeMap<LocalIx, BTreeSet<Vec<String>>> {
    let mut found: BTreeMap<LocalIx, BTreeSet<Vec<String>>> = BTreeMap::new();
    for (it, start) in articles.iter().zip(starts(articles)) {
        let mut mentions = it.annotations.mentions.iter().peekable();
        for sentence in &it.annotations.sentences {
            let mut people: Vec<LocalIx> = Vec::new();
            while let Some(mention) = mentions.next_if(|it| it.span.start() < sentence.span.end()) {
                let ix = start + mention.entity;
                let is_person = locals.get(ix).is_some_and(|it| it.kind == NameKind::Person);
                if is_person && mention.form == MentionForm::Name && !people.contains(&ix) {
                    people.push(ix);
                }
            }
            if (2..=MOST_PEOPLE).contains(&people.len()) {
                note(&people, locals, &mut found);
            }
        }
    }
    found
}

fn note(
    people: &[LocalIx],
    locals: &[Local<'_>],
    found: &mut BTreeMap<LocalIx, BTreeSet<Vec<String>>>,
) {
    for &ix in people {
        for other in people.iter().filter(|it| **it != ix).filter_map(|&it| locals.get(it)) {
            let name = person::parts(other.name);
            if name.len() > 1 {
                found.entry(ix).or_default().insert(name);
            }
        }
    }
}
