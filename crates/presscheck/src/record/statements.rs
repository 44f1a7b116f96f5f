//! Statements: a record as rows, one for each place that bears one out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Evidence, Record, RecordArticle};

/// One place in one article, and the statement of the record that rests on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Statement<'a> {
    /// `utterance`, `quantity`, `commitment`, `condition`, `stance`, `conflict`, `event` or
    /// `agreed`.
    pub kind: &'static str,
    /// Tells the statements of one kind apart: rows with the same one are one statement.
    pub id: String,
    /// What it is about: a speaker, what is counted, an act, a party, a day.
    pub what: &'a str,
    /// How this place stands to it: `altered`, `accepts`, `only-if`, who says a figure.
    pub how: &'a str,
    /// The article.
    pub article: &'a str,
    /// Who published it.
    pub outlet: &'a str,
    /// When it was published.
    pub published: &'a str,
    /// First byte of the article's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words.
    pub text: &'a str,
}

/// All statements of a record with their places, in the order of the record.
pub fn statements(record: &Record) -> Vec<Statement<'_>> {
    let mut rows = Rows {
        articles: record.articles.iter().map(|it| (it.id.as_str(), it)).collect(),
        found: Vec::new(),
    };
    rows.said(record);
    rows.counted(record);
    rows.acts(record);
    for (ix, it) in record.conflicts.iter().enumerate() {
        rows.all(("conflict", format!("x{}", ix + 1)), &it.what, &it.kind, &it.sides);
    }
    for (ix, it) in record.timeline.iter().enumerate() {
        let how = if it.planned { "planned" } else { "" };
        rows.all(("event", format!("t{}", ix + 1)), &it.value, how, &it.evidence);
    }
    for (ix, it) in record.agreed.iter().enumerate() {
        rows.all(("agreed", format!("a{}", ix + 1)), &it.what, "", &it.evidence);
    }
    rows.found
}

struct Rows<'a> {
    articles: BTreeMap<&'a str, &'a RecordArticle>,
    found: Vec<Statement<'a>>,
}

impl<'a> Rows<'a> {
    fn said(&mut self, record: &'a Record) {
        for it in &record.utterances {
            let what = it.speaker_name.as_deref().unwrap_or_default();
            for version in &it.quotes {
                let place = (version.article.as_str(), version.start, version.end);
                self.put(("utterance", it.id.clone()), what, &version.relation, place);
            }
        }
    }

    fn counted(&mut self, record: &'a Record) {
        for it in &record.quantities {
            for figure in &it.figures {
                let how = figure.said_by.as_deref().unwrap_or_default();
                let place = (figure.article.as_str(), figure.start, figure.end);
                self.put(("quantity", it.id.clone()), &it.what, how, place);
            }
        }
    }

    fn acts(&mut self, record: &'a Record) {
        for it in &record.commitments {
            self.all(("commitment", it.id.clone()), &it.event, &it.kind, &it.evidence);
            for condition in &it.conditions {
                let place = (condition.article.as_str(), condition.start, condition.end);
                self.put(("condition", it.id.clone()), &it.event, &condition.kind, place);
            }
            for stance in &it.stances {
                let place = (stance.article.as_str(), stance.start, stance.end);
                self.put(("stance", it.id.clone()), &stance.party, &stance.stance, place);
            }
        }
    }

    fn all(
        &mut self,
        (kind, id): (&'static str, String),
        what: &'a str,
        how: &'a str,
        evidence: &'a [Evidence],
    ) {
        for it in evidence {
            self.put((kind, id.clone()), what, how, (&it.article, it.start, it.end));
        }
    }

    fn put(
        &mut self,
        (kind, id): (&'static str, String),
        what: &'a str,
        how: &'a str,
        (article, start, end): (&'a str, usize, usize),
    ) {
        let of = self.articles.get(article).copied();
        self.found.push(Statement {
            kind,
            id,
            what,
            how,
            article,
            outlet: of.and_then(|it| it.outlet.as_deref()).unwrap_or_default(),
            published: of.and_then(|it| it.published.as_ref()).map_or("", |it| &it.value),
            start,
            end,
            text: of.and_then(|it| it.text.get(start..end)).unwrap_or_default(),
        });
    }
}
