//! Changes: what a record says of a story that an earlier record of it did not.
//!
//! Both records should be made by one engine: a better annotator is no news.

mod articles;
mod figures;
mod stances;
mod utterances;

use serde::Serialize;

use crate::model::{Evidence, Record, RecordArticle};

/// One change, with the places that show it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Change {
    /// What changed.
    pub kind: ChangeKind,
    /// What it is about, in words of the articles.
    pub what: String,
    /// What the earlier record says, in a few words; `None` where it says nothing.
    pub before: Option<String>,
    /// What the record says; `None` where it says nothing any more.
    pub after: Option<String>,
    /// Where the record's words stand.
    pub evidence: Vec<Evidence>,
    /// Where the words of the earlier record stand, in the articles as it has them.
    pub evidence_before: Vec<Evidence>,
}

/// Sorts of changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An article that was not in the story.
    NewArticle,
    /// An article that is not in the story any more.
    ArticleLeft,
    /// Words of an article that are not what they were.
    ArticleChanged,
    /// Something said that no article quoted.
    NewUtterance,
    /// Something said that no article quotes any more.
    UtteranceGone,
    /// A quantity that no article gave, given by several.
    NewFigure,
    /// A figure that is given otherwise, or on which the articles agree or differ as they did not.
    FigureMoved,
    /// How someone stands to an act to come.
    StanceChanged,
}

impl ChangeKind {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NewArticle => "new-article",
            Self::ArticleLeft => "article-left",
            Self::ArticleChanged => "article-changed",
            Self::NewUtterance => "new-utterance",
            Self::UtteranceGone => "utterance-gone",
            Self::NewFigure => "new-figure",
            Self::FigureMoved => "figure-moved",
            Self::StanceChanged => "stance-changed",
        }
    }
}

/// What is in `after` and was not so in `before`: articles first, then what is said, figures and
/// stances, each in the order of the record.
pub fn changes(before: &Record, after: &Record) -> Vec<Change> {
    let mut found = articles::find(before, after);
    found.extend(utterances::find(before, after));
    found.extend(figures::find(before, after));
    found.extend(stances::find(before, after));
    found
}

/// A place of a record with its words.
fn evidence(record: &Record, article: &str, start: usize, end: usize) -> Option<Evidence> {
    let of = record.articles.binary_search_by(|it| it.id.as_str().cmp(article)).ok()?;
    place(record.articles.get(of)?, start, end)
}

/// A place of an article with its words.
fn place(article: &RecordArticle, start: usize, end: usize) -> Option<Evidence> {
    let text = article.text.get(start..end)?.to_owned();
    Some(Evidence { article: article.id.clone(), start, end, text })
}

/// Words without regard to case, marks and white space.
fn plain(words: &str) -> String {
    let words: Vec<String> = words
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
