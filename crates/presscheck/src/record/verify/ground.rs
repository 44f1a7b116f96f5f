//! The ground a record stands on: its articles, their sources, and the ids that may be named.

use std::collections::{BTreeMap, BTreeSet};

use super::{Failure, Source};
use crate::model::{Evidence, Record, RecordArticle, RecordQuantityFigure};

/// A figure by article, place and bounds; the bounds as bits, so that they can stand in a set.
type FigureKey<'a> = (&'a str, usize, usize, Option<u64>, Option<u64>);

/// What places and ids are looked up in, and the failures found so far.
pub(super) struct Ground<'a> {
    articles: BTreeMap<&'a str, (&'a RecordArticle, Option<&'a Source>)>,
    entities: BTreeSet<&'a str>,
    /// Where each quotation of each article stands.
    quotes: BTreeMap<(&'a str, &'a str), (usize, usize)>,
    figures: BTreeSet<FigureKey<'a>>,
    failures: Vec<Failure>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(record: &'a Record, sources: &'a [Option<Source>]) -> Self {
        let sources = sources.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let articles = record.articles.iter().zip(sources);
        let quotes = record.articles.iter().flat_map(|article| {
            let quotes = article.quotes.iter();
            quotes.map(|it| ((article.id.as_str(), it.id.as_str()), (it.start, it.end)))
        });
        let figures = record.articles.iter().flat_map(|article| {
            let figures = article.figures.iter();
            figures.map(|it| (article.id.as_str(), it.start, it.end, bits(it.low), bits(it.high)))
        });
        Self {
            quotes: quotes.collect(),
            figures: figures.collect(),
            articles: articles.map(|(it, source)| (it.id.as_str(), (it, source))).collect(),
            entities: record.entities.iter().map(|it| it.id.as_str()).collect(),
            failures: Vec::new(),
        }
    }

    pub(super) fn fail(&mut self, at: impl Into<String>, what: impl Into<String>) {
        self.failures.push(Failure { at: at.into(), what: what.into() });
    }

    pub(super) fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    pub(super) fn has_quote(&self, article: &str, id: &str, place: (usize, usize)) -> bool {
        self.quotes.get(&(article, id)) == Some(&place)
    }

    pub(super) fn has_figure(&self, it: &RecordQuantityFigure) -> bool {
        let key = (it.article.as_str(), it.start, it.end, bits(it.low), bits(it.high));
        self.figures.contains(&key)
    }

    /// The article with this id; names a failure where there is none.
    pub(super) fn article(&mut self, at: &str, id: &str) -> Option<&'a RecordArticle> {
        let found = self.articles.get(id).map(|(it, _)| *it);
        if found.is_none() {
            self.fail(at, format!("it names the article `{id}`, which the record does not hold"));
        }
        found
    }

    pub(super) fn entity(&mut self, at: &str, id: &str) {
        if !self.entities.contains(id) {
            self.fail(at, format!("it names the entity `{id}`, which the record does not hold"));
        }
    }

    pub(super) fn evidence(&mut self, at: &str, it: &Evidence) {
        self.words(at, (&it.article, it.start, it.end), &it.text);
    }

    /// Evidence of a statement: at least one place, and each of them holds.
    pub(super) fn all_evidence(&mut self, at: &str, evidence: &[Evidence]) {
        if evidence.is_empty() {
            self.fail(at, "it has no evidence");
        }
        for (ix, it) in evidence.iter().enumerate() {
            self.evidence(&format!("{at}.evidence[{ix}]"), it);
        }
    }

    /// A place that the record gives without its words: it must lie between characters, and the
    /// source must read there as the record's text does.
    pub(super) fn place(&mut self, at: &str, (article, start, end): (&str, usize, usize)) {
        let Some(it) = self.article(at, article) else { return };
        match it.text.get(start..end) {
            Some(words) => self.words(at, (article, start, end), words),
            None => self.fail(at, no_place(&it.text, start, end)),
        }
    }

    /// A place and the words that must stand there: in the source, or in the record's own text
    /// where the source could not be read.
    pub(super) fn words(&mut self, at: &str, place: (&str, usize, usize), words: &str) {
        let (article, start, end) = place;
        let Some(it) = self.article(at, article) else { return };
        let source = self.articles.get(article).and_then(|(_, source)| *source);
        let text = source.map_or(it.text.as_str(), |it| it.text.as_str());
        match text.get(start..end) {
            None => self.fail(at, no_place(text, start, end)),
            Some(found) if found != words => {
                let (found, words) = (clipped(found), clipped(words));
                let what =
                    format!("bytes {start}..{end} of `{article}` read “{found}”, not “{words}”");
                self.fail(at, what);
            }
            Some(_) => {}
        }
    }
}

fn bits(number: Option<f64>) -> Option<u64> {
    number.map(f64::to_bits)
}

fn no_place(text: &str, start: usize, end: usize) -> String {
    let why = if start > end {
        "end before they start".to_owned()
    } else if end > text.len() {
        format!("run past the end at {}", text.len())
    } else {
        "cut a character".to_owned()
    };
    format!("bytes {start}..{end} {why}")
}

/// As much of some words as a line of a terminal can show.
fn clipped(words: &str) -> String {
    const SHOWN: usize = 60;
    let one_line = words.chars().map(|it| if it.is_control() { ' ' } else { it });
    let mut shown: String = one_line.take(SHOWN).collect();
    if words.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
