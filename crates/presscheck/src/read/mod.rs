//! Turns bytes into articles: plain text, HTML, JSON Lines, and what holds or leads to several:
//! web archives, feeds, outlines, sitemaps.
//!
//! Nothing that was read is lost, and nothing fails because a page is odd: what could not be read
//! is in [`Article::gaps`], or in [`Read::gaps`] where there is no article to hold it.

mod byline;
mod charset;
mod days;
mod form;
mod html;
mod judge;
mod language;
mod lines;
mod pack;
mod parts;
mod plain;
mod stated;
pub mod training;
mod unpack;

use sha2::{Digest, Sha256};

use self::form::Form;
pub use self::pack::{Link, Member, Members, members};
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

/// Reads the articles in some bytes: one for a page, one a line for JSON Lines, those of all
/// [`members`] where there are any.
pub fn articles(input: &Input<'_>) -> Read {
    let Some(held) = members(input) else { return alone(input) };
    let mut read = Read { articles: Vec::new(), gaps: held.gaps };
    for it in &held.members {
        let found = alone(&it.input());
        read.articles.extend(found.articles);
        read.gaps.extend(found.gaps);
    }
    read
}

/// Reads bytes that hold no members.
fn alone(input: &Input<'_>) -> Read {
    let unpacked = unpack::bytes(input.bytes);
    let mut read = match form::of(&unpacked.bytes, input) {
        _ if unpacked.bytes.iter().all(u8::is_ascii_whitespace) => none(input, "it is empty"),
        Form::NoText(what) => none(input, &format!("it is no text but {what}")),
        Form::JsonLines => lines::read(input, &unpacked.bytes),
        form => one(input, &unpacked.bytes, form),
    };
    if let Some(why) = unpacked.lost {
        match read.articles.last_mut() {
            Some(it) => it.gaps.push(plain::gap(it, "the end of the file", why)),
            None => read.gaps.extend(none(input, &why).gaps),
        }
    }
    read
}

/// Reads one article out of a page or a plain text.
fn one(input: &Input<'_>, bytes: &[u8], form: Form) -> Read {
    let mut decoded = charset::decode(bytes, input.media_type, form == Form::Page);
    if form::is_no_text(&decoded.text) {
        return none(input, "it is no text in any encoding");
    }
    if decoded.text.trim().is_empty() {
        return none(input, "it is empty");
    }
    let (n_bad, encoding) = (decoded.n_bad, decoded.encoding.name());
    let mut article = if form == Form::Page {
        html::read(input, &decoded)
    } else {
        plain::read(input, std::mem::take(&mut decoded.text))
    };
    if n_bad > 0 {
        let what =
            if n_bad == 1 { "1 character".to_owned() } else { format!("{n_bad} characters") };
        article.gaps.push(plain::gap(&article, what, format!("the bytes are no {encoding} there")));
    }
    stated::apply(&mut article, &input.stated);
    Read { articles: vec![article], gaps: Vec::new() }
}

/// Nothing was read, and why.
fn none(input: &Input<'_>, why: &str) -> Read {
    let about = input.place.path.clone().or(input.place.url.clone()).unwrap_or_default();
    let gap = Gap { about, what: "the whole input".to_owned(), why: why.to_owned() };
    Read { articles: Vec::new(), gaps: vec![gap] }
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}
