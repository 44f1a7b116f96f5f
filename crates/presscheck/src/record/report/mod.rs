//! The report: a record as one page for people, without scripts or styles from elsewhere.
//!
//! [`view`] puts the record into the order in which a reader asks; `page.html` says how it looks.

mod chain;
mod reading;
mod view;

#[cfg(test)]
mod tests;

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::Serialize;

use crate::model::Record;

/// What the template reads.
#[derive(Serialize)]
struct Page {
    css: &'static str,
    js: &'static str,
    it: view::View,
}

/// The record as a self-contained HTML page, the same bytes for the same record.
pub fn report(record: &Record) -> String {
    let mut pages = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    pages.set_syntax(syntax.expect("only white space is set"));
    let page = pages
        .template_from_named_str("page.html", include_str!("page.html"))
        .expect("the template is part of the program and its tests render it");
    page.render(Serde(Page {
        css: include_str!("style.css"),
        js: include_str!("script.js"),
        it: view::view(record),
    }))
    .expect("the view gives every field that the template reads")
}
