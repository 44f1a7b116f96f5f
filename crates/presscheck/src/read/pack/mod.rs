//! What holds articles, or leads to them: web archives, feeds, outlines and sitemaps, mail, and
//! items of agencies.

mod feed;
mod mail;
mod outline;
#[cfg(test)]
mod tests;
mod wacz;
mod warc;
mod wire;

use super::{Input, StatedOutside, none, unpack};
use crate::model::{Gap, Place};

/// One article's bytes out of something that holds several.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Member {
    /// The bytes, as they would have come by themselves.
    pub bytes: Vec<u8>,
    /// `pages.warc#ADDRESS`, and the address.
    pub place: Place,
    /// Their media type, where it is stated.
    pub media_type: Option<String>,
    /// What is stated of the article around them.
    pub stated: StatedOutside,
}

impl Member {
    /// The member as an input of its own.
    pub fn input(&self) -> Input<'_> {
        Input {
            bytes: &self.bytes,
            place: self.place.clone(),
            media_type: self.media_type.as_deref(),
            stated: self.stated.clone(),
        }
    }
}

/// An address at which an article, or more such addresses, can be fetched.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// The address.
    pub url: String,
    /// What is stated of it.
    pub stated: StatedOutside,
}

/// What some bytes hold and lead to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Members {
    /// Articles, in the order in which they stand.
    pub members: Vec<Member>,
    /// Addresses of articles that do not stand there themselves.
    pub links: Vec<Link>,
    /// What could not be read.
    pub gaps: Vec<Gap>,
}

/// The members of a web archive (WARC, WACZ), feed (RSS, Atom, JSON Feed), outline (OPML), sitemap,
/// message (EML, MHTML) or agency's item (ninjs, NewsML-G2, NITF); `None` where the bytes are none
/// of these.
pub fn members(input: &Input<'_>) -> Option<Members> {
    let unpacked = unpack::bytes(input.bytes);
    let bytes = &unpacked.bytes;
    let mut found = if bytes.starts_with(b"WARC/") {
        warc::read(bytes, input)
    } else if let Some(zip) = wacz::opened(bytes) {
        wacz::read(zip, input)
    } else if mail::is_mail(bytes) {
        mail::read(bytes, input)
    } else {
        let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes));
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let opens = |it: &str| head.contains(&format!("<{it}"));
        let is_xml = head.starts_with('<') && !opens("html") && !opens("!DOCTYPE html");
        if head.starts_with('{') && head.contains("jsonfeed.org/version") {
            feed::read(bytes, input)
        } else if head.starts_with('{') {
            return wire::ninjs(bytes, input);
        } else if is_xml && wire::is_xml(head) {
            wire::xml(bytes, input)
        } else if !is_xml {
            return None;
        } else if opens("rss") || opens("feed") || opens("rdf:RDF") {
            feed::read(bytes, input)
        } else if opens("opml") || opens("urlset") || opens("sitemapindex") {
            outline::read(bytes, input)
        } else {
            return None;
        }
    };
    if let Some(why) = unpacked.lost {
        found.gaps.extend(none(input, &why).gaps);
    }
    Some(found)
}

/// `pages.warc#ADDRESS`, so that every member has a place of its own.
fn place(input: &Input<'_>, name: &str) -> Place {
    let path = input.place.path.as_ref().map(|it| format!("{it}#{name}"));
    let url = name.contains("://").then(|| name.to_owned());
    Place { path, url: url.or_else(|| input.place.url.clone()) }
}
