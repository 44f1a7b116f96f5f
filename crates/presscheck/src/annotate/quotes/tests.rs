//! Quotations in invented news.

mod indirect;
mod marked;
mod speakers;

use crate::annotate;
use crate::model::{Annotations, Article, Quote, QuoteKind};

fn read(text: &str) -> Annotations {
    annotate::article(&Article::of_body(text, ""))
}

/// Finds the quotations of an article body and shows those that `wanted` picks, one a line.
#[track_caller]
fn compare(text: &str, expected: &[&str], show: impl Fn(&Quote, &Annotations) -> Option<String>) {
    let found = read(text);
    let shown: Vec<String> = found.quotes.iter().filter_map(|it| show(it, &found)).collect();
    assert_eq!(shown, expected);
}

/// Whether it holds words between marks and stands within no clause.
fn is_marked(it: &Quote) -> bool {
    it.within.is_none() && (it.kind != QuoteKind::Indirect || !it.marked.is_empty())
}

/// Direct quotations and clauses with marks: words, then the words for the speaker, and `+` where
/// one goes on from the one before.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    compare(text, expected, |it, _| {
        let words = it.span.of(text);
        let source = it.source.map_or("nobody", |it| it.of(text));
        let plus = if it.continues.is_some() { "+" } else { "" };
        is_marked(it).then(|| format!("{plus}{words} | {source}"))
    });
}

/// The words between marks of each clause that is told.
#[track_caller]
fn check_within(text: &str, expected: &[&str]) {
    compare(text, expected, |it, found| {
        let clause = found.quotes[it.within?].span.of(text);
        Some(format!("{} | {clause}", it.span.of(text)))
    });
}

/// Indirect speech; `not:` before what a cue turns round.
#[track_caller]
fn check_indirect(text: &str, expected: &[&str]) {
    compare(text, expected, |it, _| {
        let source = it.source.map_or("nobody", |it| it.of(text));
        let not = if it.negated { "not: " } else { "" };
        let words = it.span.of(text);
        (it.kind == QuoteKind::Indirect).then(|| format!("{not}{words} | {source}"))
    });
}

/// The fullest names of the speakers of direct and mixed quotations.
#[track_caller]
fn check_speakers(text: &str, expected: &[&str]) {
    compare(text, expected, |it, found| {
        let name = it.speaker.map_or("nobody known", |it| &found.entities[it].name);
        (it.kind != QuoteKind::Indirect).then(|| name.to_owned())
    });
}
