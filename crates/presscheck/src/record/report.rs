//! The report: a record as one page for people, without scripts or styles from elsewhere.

use crate::model::Record;

/// The record as a self-contained HTML page.
pub fn report(record: &Record) -> String {
    format!("<!doctype html><title>{}</title>", record.story.title.replace('<', "&lt;"))
}
