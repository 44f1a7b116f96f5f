//! Search: words in the articles, with their places in bytes.

use rusqlite::{Connection, Row, params};
use serde::Serialize;

use crate::error::Error;
use crate::form::Reading;
use crate::sources;
use crate::workspace::Workspace;

/// An article in which what was searched for stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Hit {
    /// The article.
    pub article: String,
    /// The number of the version.
    pub version: u32,
    /// The story it is in.
    pub story: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The publication day that it states.
    pub published: Option<String>,
    /// SHA-256 of the bytes that the places lead to.
    pub sha256: String,
    /// The words around the first place, on one line.
    pub snippet: String,
    /// Where the words stand.
    pub places: Vec<Place>,
}

/// A place in an article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Place {
    /// First byte of the text.
    pub start: usize,
    /// One past the last byte of the text.
    pub end: usize,
    /// The words.
    pub text: String,
    /// First byte in the bytes as read, where the words stand unbroken in them.
    pub raw_start: Option<usize>,
    /// One past the last byte there.
    pub raw_end: Option<usize>,
}

/// What is put around the words that were found. Text has no such characters; where it has, the
/// places that it would shift are left out.
const OPEN: &str = "\u{2}\u{1}\u{2}";
const CLOSE: &str = "\u{3}\u{1}\u{3}";

/// Words of the text on either side of what was found, in bytes.
const AROUND: usize = 90;

impl Workspace {
    /// Finds the articles that hold all words, the best first. Words in quotation marks are a
    /// phrase, a word that ends in `*` is the beginning of one, `OR` and `NOT` mean what they say.
    pub fn search(&self, query: &str, most: usize) -> Result<Vec<Hit>, Error> {
        let bad = |why: &str| Error::Query { query: query.to_owned(), why: why.to_owned() };
        let words = words(query);
        if words.is_empty() {
            return Err(bad("there is no word in it"));
        }
        let found = self.read(|file| {
            let mut found = file.prepare_cached(
                "SELECT v.article, v.number, s.story, v.outlet, v.title, v.published, v.sha256,
                     v.text, v.reading, highlight(article_versions_fts, 1, ?2, ?3)
                 FROM article_versions_fts
                 JOIN article_versions AS v ON v.id = article_versions_fts.rowid
                 JOIN articles AS a ON a.latest = v.id
                 LEFT JOIN story_articles AS s ON s.article = a.id AND s.\"left\" IS NULL
                 WHERE article_versions_fts MATCH ?1
                 ORDER BY bm25(article_versions_fts, 4.0, 1.0), v.id LIMIT ?4",
            )?;
            found.query_map(params![words, OPEN, CLOSE, most], |row| hit(file, row))?.collect()
        });
        match found {
            // The only words of a query that reach SQLite bare are its operators.
            Err(Error::Damaged { why, .. }) if why.starts_with("fts5: syntax error") => {
                Err(bad("`AND`, `OR` and `NOT` stand between words"))
            }
            found => found,
        }
    }
}

/// The query as FTS5 reads it: every word quoted but for the operators.
fn words(query: &str) -> String {
    let mut parts = Vec::new();
    for (ix, part) in query.split(['"', '“', '”']).enumerate() {
        if ix % 2 == 1 {
            parts.extend(quoted(part));
        } else {
            parts.extend(part.split_whitespace().filter_map(word));
        }
    }
    parts.join(" ")
}

fn word(it: &str) -> Option<String> {
    if matches!(it, "AND" | "OR" | "NOT") {
        return Some(it.to_owned());
    }
    match it.strip_suffix('*') {
        Some(start) => quoted(start).map(|it| format!("{it}*")),
        None => quoted(it),
    }
}

fn quoted(it: &str) -> Option<String> {
    it.contains(char::is_alphanumeric).then(|| format!("\"{it}\""))
}

fn hit(file: &Connection, row: &Row<'_>) -> rusqlite::Result<Hit> {
    let (text, reading): (String, String) = (row.get(7)?, row.get(8)?);
    let marked: String = row.get(9)?;
    let raw = serde_json::from_str::<Reading>(&reading).map(Reading::raw_map).unwrap_or_default();
    let mut places: Vec<Place> =
        places(&text, &marked).into_iter().map(|(a, b)| place(&text, &raw, a, b)).collect();
    let sha256: String = row.get(6)?;
    if raw.is_empty() {
        find_in(&sources::find(file, &sha256)?.unwrap_or_default().bytes, &mut places);
    }
    Ok(Hit {
        article: row.get(0)?,
        version: row.get(1)?,
        story: row.get(2)?,
        outlet: row.get(3)?,
        title: row.get(4)?,
        published: row.get(5)?,
        sha256,
        snippet: snippet(&text, places.first().map_or((0, 0), |it| (it.start, it.end))),
        places,
    })
}

/// Where the marks stand, counted in the text without them.
fn places(text: &str, marked: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for (ix, part) in marked.split(OPEN).enumerate() {
        let (words, rest) =
            if ix == 0 { ("", part) } else { part.split_once(CLOSE).unwrap_or((part, "")) };
        let end = at + words.len();
        if ix > 0 && text.get(at..end) == Some(words) {
            found.push((at, end));
        }
        at = end + rest.len();
    }
    found
}

fn place(text: &str, raw: &[[usize; 4]], start: usize, end: usize) -> Place {
    let inside = raw.iter().find(|it| it[0] <= start && end <= it[1]);
    let raw_start = inside.map(|it| it[2] + (start - it[0]));
    Place {
        start,
        end,
        text: text.get(start..end).unwrap_or_default().to_owned(),
        raw_start,
        raw_end: raw_start.map(|it| it + (end - start)),
    }
}

/// Places in bytes that are the text itself, perhaps after a byte-order mark.
fn find_in(bytes: &[u8], places: &mut [Place]) {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    for it in places {
        let (start, end) = (it.start + mark, it.end + mark);
        if bytes.get(start..end) == Some(it.text.as_bytes()) {
            (it.raw_start, it.raw_end) = (Some(start), Some(end));
        }
    }
}

/// Some words on either side of a place, on one line.
fn snippet(text: &str, (start, end): (usize, usize)) -> String {
    let mut from = start.saturating_sub(AROUND);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (end + AROUND).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let cut = text.get(from..to).unwrap_or_default();
    let cut = if from > 0 { cut.split_once(' ').map_or(cut, |it| it.1) } else { cut };
    let cut = if to < text.len() { cut.rsplit_once(' ').map_or(cut, |it| it.0) } else { cut };
    let words = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) =
        (if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" });
    format!("{before}{words}{after}")
}
