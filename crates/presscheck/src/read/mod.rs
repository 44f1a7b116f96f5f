//! Turns bytes into articles: plain text, HTML, JSON Lines.
//!
//! Nothing that was read is lost, and nothing fails because a page is odd: what could not be read
//! is in [`Article::gaps`].

use sha2::{Digest, Sha256};

use crate::model::{Article, ArticleId, Part, PartKind, Place, Span};

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
    /// The publication day, ISO 8601.
    pub published: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Reads the articles in some bytes: one for a page, one a line for JSON Lines.
pub fn articles(input: &Input<'_>) -> Vec<Article> {
    if input.place.path.as_ref().is_some_and(|it| it.ends_with(".jsonl")) {
        return lines(input);
    }
    vec![plain(input)]
}

fn lines(input: &Input<'_>) -> Vec<Article> {
    let text = String::from_utf8_lossy(input.bytes);
    let mut found = Vec::new();
    for line in text.lines() {
        let Ok(row) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        let field = |name: &str| row.get(name).and_then(|it| it.as_str()).map(str::to_owned);
        let body = field("text").unwrap_or_default();
        let mut article = plain(&Input { bytes: body.as_bytes(), ..input.clone() });
        if let Some(id) = field("id") {
            article.place.path = input.place.path.as_ref().map(|it| format!("{it}#{id}"));
            article.id = ArticleId(id);
        }
        article.published = field("published")
            .and_then(|it| it.get(..10)?.parse().ok())
            .map(|date| crate::model::Published { date, inferred: false, basis: Vec::new() });
        found.push(article);
    }
    found
}

fn plain(input: &Input<'_>) -> Article {
    let text = String::from_utf8_lossy(input.bytes).into_owned();
    let sha256 = hex(input.bytes);
    let parts =
        vec![Part { span: Span::whole(&text), kind: PartKind::Body, reason: "nothing else known" }];
    Article {
        id: ArticleId(format!("a{}", &sha256.chars().take(12).collect::<String>())),
        place: input.place.clone(),
        sha256,
        parts,
        text,
        raw_map: Vec::new(),
        title: None,
        outlet: None,
        byline: None,
        published: None,
        modified: None,
        language: "en".to_owned(),
        url: None,
        gaps: Vec::new(),
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}
