//! Turns bytes into articles: plain text, HTML, JSON Lines.
//!
//! Nothing that was read is lost, and nothing fails because a page is odd: what could not be read
//! is in [`Article::gaps`], or in [`Read::gaps`] where there is no article to hold it.

mod lines;
mod plain;
mod stated;

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{Article, Gap, Place};

/// Bytes to read, and what is known of them from outside.
#[derive(Clone, Debug, Default)]
pub struct Input<'a> {
    /// The bytes as they came.
    pub bytes: &'a [u8],
    /// Where they came from.
    pub place: Place,
    /// The media type a server gave, such as `text/html; charset=utf-8`.
    pub media_type: Option<&'a str>,
    /// What a file beside the article says of it.
    pub stated: StatedOutside,
}

/// What is stated of an article outside its own bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StatedOutside {
    /// Who published it.
    pub outlet: Option<String>,
    /// The publication day, ISO 8601; a clock time after it is allowed.
    pub published: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// What some bytes held.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The articles, in the order in which they stood.
    pub articles: Vec<Article>,
    /// What is not an article and could not be made one: broken lines, pictures, empty files.
    /// What is missing from an article is in its own [`Article::gaps`].
    pub gaps: Vec<Gap>,
}

/// Reads the articles in some bytes: one for a page, one a line for JSON Lines.
pub fn articles(input: &Input<'_>) -> Read {
    let path = input.place.path.as_deref().map(Path::new);
    let extension = path.and_then(Path::extension);
    if extension.is_some_and(|it| it.eq_ignore_ascii_case("jsonl")) {
        return lines::read(input);
    }
    let mut article = plain::read(input);
    stated::apply(&mut article, &input.stated);
    Read { articles: vec![article], gaps: Vec::new() }
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}
