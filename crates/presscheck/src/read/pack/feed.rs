//! Feeds: RSS 0.9 to 2.0, Atom and JSON Feed.
//!
//! An entry that holds its article whole is a member; any other leads to its address.

use feed_rs::model::{Entry, Feed};

use super::{Link, Member, Members, place};
use crate::read::{Input, StatedOutside, none};

/// An entry of so many bytes of content is the article and no summary of it: lead paragraphs stay
/// below.
const WHOLE_BYTES: usize = 1200;

/// Reads a feed.
pub(super) fn read(bytes: &[u8], input: &Input<'_>) -> Members {
    let base = input.place.url.as_deref();
    let parser = feed_rs::parser::Builder::new().base_uri(base).sanitize_content(false).build();
    let feed = match parser.parse(bytes) {
        Ok(it) => it,
        Err(error) => {
            let gaps = none(input, &format!("it is no whole feed: {error}")).gaps;
            return Members { gaps, ..Members::default() };
        }
    };
    let mut found = Members::default();
    for entry in &feed.entries {
        let url = address(entry);
        let stated = stated(&feed, entry, url.clone());
        let content = entry.content.as_ref().and_then(|it| it.body.clone());
        let content = content.or_else(|| entry.summary.as_ref().map(|it| it.content.clone()));
        match (content.filter(|it| it.len() >= WHOLE_BYTES || url.is_none()), url) {
            (Some(content), url) => found.members.push(Member {
                bytes: format!("<article>{content}</article>").into_bytes(),
                place: place(input, &url.unwrap_or_else(|| entry.id.clone())),
                media_type: Some("text/html; charset=utf-8".to_owned()),
                stated,
            }),
            (None, Some(url)) => found.links.push(Link { url, stated }),
            (None, None) => {}
        }
    }
    found
}

/// Where the entry's page is.
fn address(entry: &Entry) -> Option<String> {
    let page = entry.links.iter().find(|it| it.rel.as_deref().is_none_or(|it| it == "alternate"));
    let url = page.or(entry.links.first())?.href.clone();
    url.starts_with("http").then_some(url)
}

fn stated(feed: &Feed, entry: &Entry, url: Option<String>) -> StatedOutside {
    let text = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where the entry was taken from another feed, its source names the outlet.
    let source = entry.source.as_deref().filter(|it| !it.contains("://")).map(text);
    let title = feed.title.as_ref().map(|it| text(&it.content));
    StatedOutside {
        outlet: source.or(title),
        published: entry.published.map(|it| it.to_rfc3339()),
        title: entry.title.as_ref().map(|it| text(&it.content)),
        url,
    }
}
