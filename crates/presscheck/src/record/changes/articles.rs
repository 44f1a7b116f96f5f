//! Articles that came, left or changed.

use super::{Change, ChangeKind, place};
use crate::model::{Evidence, Record, RecordArticle, Span};
use crate::text::differ;

pub(super) fn find(before: &Record, after: &Record) -> Vec<Change> {
    let mut found = Vec::new();
    for it in &after.articles {
        match of(before, &it.id) {
            None => found.push(came(it)),
            Some(old) => found.extend(changed(old, it)),
        }
    }
    found.extend(before.articles.iter().filter(|it| of(after, &it.id).is_none()).map(left));
    found
}

fn of<'a>(record: &'a Record, id: &str) -> Option<&'a RecordArticle> {
    let ix = record.articles.binary_search_by(|it| it.id.as_str().cmp(id)).ok()?;
    record.articles.get(ix)
}

fn came(it: &RecordArticle) -> Change {
    Change {
        kind: ChangeKind::NewArticle,
        what: name(it),
        before: None,
        after: it.published.as_ref().map(|it| it.value.clone()),
        evidence: heading(it).into_iter().collect(),
        evidence_before: Vec::new(),
    }
}

fn left(it: &RecordArticle) -> Change {
    Change {
        kind: ChangeKind::ArticleLeft,
        what: name(it),
        before: it.published.as_ref().map(|it| it.value.clone()),
        after: None,
        evidence: Vec::new(),
        evidence_before: heading(it).into_iter().collect(),
    }
}

/// One change for each stretch of words of the telling parts: what stands around an article changes
/// at every visit.
fn changed(old: &RecordArticle, it: &RecordArticle) -> Vec<Change> {
    if old.text == it.text {
        return Vec::new();
    }
    let tells = |article: &RecordArticle, span: Span| {
        let at = span.start();
        let part = article.parts.iter().find(|it| it.start <= at && at < it.end);
        part.is_none_or(|it| matches!(it.kind.as_str(), "headline" | "caption" | "body"))
    };
    let change = |(a, b): (Span, Span)| {
        let (before, after) = (place(old, a.start(), a.end())?, place(it, b.start(), b.end())?);
        Some(Change {
            kind: ChangeKind::ArticleChanged,
            what: name(it),
            before: Some(before.text.clone()).filter(|it| !it.is_empty()),
            after: Some(after.text.clone()).filter(|it| !it.is_empty()),
            evidence: vec![after],
            evidence_before: vec![before],
        })
    };
    let differ = differ::words(&old.text, &it.text).into_iter();
    let differ = differ.filter(|(a, b)| tells(old, *a) || tells(it, *b));
    differ.filter_map(change).collect()
}

/// What people call an article.
fn name(it: &RecordArticle) -> String {
    let place = it.path.as_ref().or(it.url.as_ref()).unwrap_or(&it.id);
    match (&it.outlet, &it.title) {
        (Some(outlet), Some(title)) => format!("{outlet}: {title}"),
        (Some(outlet), None) => format!("{outlet}: {place}"),
        (None, title) => title.as_ref().unwrap_or(place).clone(),
    }
}

/// Its headline, else its first sentence.
fn heading(it: &RecordArticle) -> Option<Evidence> {
    let headline = it.parts.iter().find(|it| it.kind == "headline").map(|it| (it.start, it.end));
    let first = it.sentences.first().map(|it| (it.start, it.end));
    let (start, end) = headline.or(first)?;
    let words = it.text.get(start..end)?;
    let end = start + words.trim_end().len();
    place(it, start, end)
}
