//! What holds several articles, or leads to them: web archives, feeds, outlines and sitemaps.

mod feed;
mod outline;
mod warc;

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

/// The members of a web archive (WARC), feed (RSS, Atom, JSON Feed), outline (OPML) or sitemap;
/// `None` where the bytes are none of these.
pub fn members(input: &Input<'_>) -> Option<Members> {
    let unpacked = unpack::bytes(input.bytes);
    let bytes = &unpacked.bytes;
    let mut found = if bytes.starts_with(b"WARC/") {
        warc::read(bytes, input)
    } else {
        let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes));
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let opens = |it: &str| head.contains(&format!("<{it}"));
        if head.starts_with('{') && head.contains("jsonfeed.org/version") {
            feed::read(bytes, input)
        } else if !head.starts_with('<') || opens("html") || opens("!DOCTYPE html") {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8]) -> Members {
        let place = Place { path: Some(name.to_owned()), url: None };
        members(&Input { bytes, place, ..Input::default() }).unwrap()
    }

    fn urls(found: &Members) -> Vec<&str> {
        found.links.iter().map(|it| it.url.as_str()).collect()
    }

    #[test]
    fn pages_and_texts_hold_only_themselves() {
        for bytes in ["<!DOCTYPE html><p>rss", "<html><feed>", "Ferry sank <rss", "{\"id\": 1}", ""]
        {
            assert_eq!(members(&Input { bytes: bytes.as_bytes(), ..Input::default() }), None);
        }
    }

    #[test]
    fn a_feed_leads_to_its_articles() {
        let found = check(
            "feed.xml",
            br#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>
            <item><title>Ferry sinks</title><link>https://quay.example/ferry</link>
            <pubDate>Sun, 04 May 2031 22:14:00 GMT</pubDate><description>Short.</description></item>
            <item><title>No link</title></item></channel></rss>"#,
        );
        assert_eq!(urls(&found), ["https://quay.example/ferry"]);
        let stated = &found.links[0].stated;
        assert_eq!(stated.title.as_deref(), Some("Ferry sinks"));
        assert_eq!(stated.outlet.as_deref(), Some("The Quay"));
        assert_eq!(stated.published.as_deref().and_then(|it| it.get(..10)), Some("2031-05-04"));
    }

    #[test]
    fn an_entry_that_is_whole_is_an_article() {
        let text = "The ferry sank off Vik on Sunday, the coast guard said. ".repeat(30);
        let feed = format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Quay","items":[
            {{"id":"1","url":"https://quay.example/1","title":"Ferry","content_html":"<p>{text}</p>"}}]}}"#
        );
        let found = check("feed.json", feed.as_bytes());
        assert_eq!(found.links, []);
        assert_eq!(
            found.members[0].place.path.as_deref(),
            Some("feed.json#https://quay.example/1")
        );
        assert!(found.members[0].bytes.windows(8).any(|it| it == b"off Vik "));
    }

    #[test]
    fn an_outline_leads_to_feeds_and_a_sitemap_to_pages() {
        let opml = br#"<opml version="2.0"><body><outline text="Coast">
            <outline type="rss" text="The Quay" xmlUrl="https://quay.example/feed"/></outline></body></opml>"#;
        assert_eq!(urls(&check("a.opml", opml)), ["https://quay.example/feed"]);
        let map = br#"<urlset xmlns:news="n"><url><loc> https://quay.example/1 </loc><news:news>
            <news:publication><news:name>The Quay</news:name></news:publication>
            <news:publication_date>2031-05-04</news:publication_date><news:title>Ferry &amp; sea</news:title>
            </news:news></url><url><loc>https://quay.example/2</loc></url></urlset>"#;
        let found = check("map.xml", map);
        assert_eq!(urls(&found), ["https://quay.example/1", "https://quay.example/2"]);
        let stated = &found.links[0].stated;
        assert_eq!(stated.title.as_deref(), Some("Ferry & sea"));
        assert_eq!(stated.published.as_deref(), Some("2031-05-04"));
        assert_eq!(stated.outlet.as_deref(), Some("The Quay"));
        assert_eq!(found.links[1].stated, StatedOutside::default());
    }

    fn record(url: &str, http: &str) -> String {
        format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n\
             Content-Length: {}\r\n\r\n{http}\r\n\r\n",
            http.len()
        )
    }

    #[test]
    fn an_archive_gives_its_pages_and_says_where_it_breaks_off() {
        let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Ferry sank";
        let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\
                       5\r\n<p>Ve\r\n4;x=y\r\nssel\r\n0\r\n\r\n";
        let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
        let gone = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone";
        let whole = [
            record("https://quay.example/1", page),
            record("https://quay.example/p", picture),
            record("https://quay.example/g", gone),
            record("https://quay.example/2", chunked),
        ]
        .concat();
        let found = check("pages.warc", whole.as_bytes());
        let pages: Vec<(&str, &[u8])> = found
            .members
            .iter()
            .map(|it| (it.place.url.as_deref().unwrap(), it.bytes.as_slice()))
            .collect();
        let expected: [(&str, &[u8]); 2] = [
            ("https://quay.example/1", b"<p>Ferry sank"),
            ("https://quay.example/2", b"<p>Vessel"),
        ];
        assert_eq!(pages, expected);
        assert_eq!(found.gaps, []);
        let cut = check("pages.warc", &whole.as_bytes()[..whole.len() - 30]);
        assert_eq!((cut.members.len(), cut.gaps.len()), (1, 1));
    }
}
