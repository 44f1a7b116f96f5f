//! The summary of a record for the terminal: what an editor asks first, in some forty lines.
//!
//! It shows words of the articles and where they stand, never a sentence of its own about them. What
//! does not fit is counted, and the report has it all.

mod depends;
mod differ;
mod page;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;

use presscheck::model::{Record, RecordArticle};
use presscheck::record;

use self::page::Page;
pub(crate) use self::page::{clipped, one_line};
use crate::messages::counted;

/// The summary, ending in the files that hold the whole.
pub(crate) fn of(record: &Record, files: &[PathBuf]) -> String {
    let mut page = body(record);
    page.gap();
    for file in files {
        page.line(0, &format!("written: {}", file.display()));
    }
    if files.is_empty() {
        page.line(0, "Nothing was written; `--out DIR` writes the report and the record.");
    }
    page.text()
}

/// The summary of a record that a workspace keeps.
pub(crate) fn of_kept(record: &Record) -> String {
    body(record).text()
}

fn body(record: &Record) -> Page {
    let words = Words::new(record);
    let mut page = Page::default();
    page.line(0, &clipped(&record.story.title, 190));
    page.line(0, &counts(record));
    page.line(0, &published(record));
    origins(record, &words, &mut page);
    differ::show(record, &words, &mut page);
    depends::show(record, &words, &mut page);
    gaps(record, &words, &mut page);
    page
}

/// `5 articles · 5 outlets · 4 origins · 2 altered quotations`; what there is none of is left out.
fn counts(record: &Record) -> String {
    let it = record::counts(record);
    let always = [
        counted(it.articles, "article", "articles"),
        counted(it.outlets, "outlet", "outlets"),
        counted(it.origins, "origin", "origins"),
    ];
    let some = [
        (it.altered, "altered quotation", "altered quotations"),
        (it.disputed, "figure disputed", "figures disputed"),
        (it.conditions, "open condition", "open conditions"),
    ];
    let some = some.iter().filter(|it| it.0 > 0).map(|&(n, one, many)| counted(n, one, many));
    always.into_iter().chain(some).collect::<Vec<_>>().join(" · ")
}

fn published(record: &Record) -> String {
    match (&record.story.start, &record.story.end) {
        (Some(start), Some(end)) if start != end => format!("published {start} to {end}"),
        (Some(day), _) | (_, Some(day)) => format!("published {day}"),
        _ => "publication days not known".to_owned(),
    }
}

/// Which articles are one origin: those alone need no line.
fn origins(record: &Record, words: &Words<'_>, page: &mut Page) {
    let shared: Vec<_> = record.origins.iter().filter(|it| it.articles.len() > 1).collect();
    if shared.is_empty() {
        return;
    }
    page.heading("One origin");
    page.list(&shared, 4, |page, it| {
        let outlets: Vec<&str> = it.articles.iter().map(|it| words.outlet(it)).collect();
        page.line(2, &format!("{}: {}", it.name, outlets.join(", ")));
    });
}

fn gaps(record: &Record, words: &Words<'_>, page: &mut Page) {
    if record.gaps.is_empty() {
        return;
    }
    page.heading("Not read or not decided");
    page.list(&record.gaps.iter().collect::<Vec<_>>(), 4, |page, it| {
        let about = words.labels.get(it.about.as_str()).map_or(it.about.as_str(), String::as_str);
        page.line(2, &format!("{about}: {} ({})", it.what, it.why));
    });
}

/// The record's articles by their ids, and what people call them.
struct Words<'a> {
    articles: BTreeMap<&'a str, &'a RecordArticle>,
    labels: BTreeMap<&'a str, String>,
}

impl<'a> Words<'a> {
    fn new(record: &'a Record) -> Self {
        let articles = || record.articles.iter();
        Self {
            articles: articles().map(|it| (it.id.as_str(), it)).collect(),
            labels: articles().map(|it| (it.id.as_str(), label(it))).collect(),
        }
    }

    /// What people call an article.
    fn outlet(&self, article: &str) -> &str {
        self.labels.get(article).map_or("", String::as_str)
    }

    /// The words at a place, on one line.
    fn at(&self, article: &str, start: usize, end: usize) -> String {
        let text = self.articles.get(article).and_then(|it| it.text.get(start..end));
        one_line(text.unwrap_or_default())
    }
}

/// The outlet; where it is not known, the end of the article's path or address.
fn label(it: &RecordArticle) -> String {
    let place = || {
        let place = it.path.as_ref().or(it.url.as_ref())?;
        place.rsplit(['/', '#']).find(|it| !it.is_empty()).map(str::to_owned)
    };
    it.outlet.clone().or_else(place).unwrap_or_else(|| it.id.clone())
}

/// The outlets behind each wording: wordings in order of their first place, outlets each once.
fn by_wording(spots: impl Iterator<Item = (String, String)>) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for (wording, outlet) in spots {
        match found.iter_mut().find(|(it, _)| *it == wording) {
            Some((_, outlets)) if outlets.contains(&outlet) => {}
            Some((_, outlets)) => outlets.push(outlet),
            None => found.push((wording, vec![outlet])),
        }
    }
    found
}
