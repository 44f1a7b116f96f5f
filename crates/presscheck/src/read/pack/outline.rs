//! Lists of addresses: outlines of feeds (OPML) and sitemaps, with what news sitemaps say of a page.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Link, Members};
use crate::read::{Input, none};

/// Reads an outline or a sitemap; what stands before a broken place is kept.
pub(super) fn read(bytes: &[u8], input: &Input<'_>) -> Members {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(&text);
    let mut found = Members::default();
    let mut open = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(it)) => {
                outline(&it, &mut found.links);
                open = local(&it);
            }
            Ok(Event::Empty(it)) => outline(&it, &mut found.links),
            Ok(Event::End(_)) => open.clear(),
            Ok(Event::Text(it)) => said(&open, &it, &mut found.links),
            Ok(Event::CData(it)) => said(&open, &it, &mut found.links),
            Ok(Event::GeneralRef(it)) => {
                let c = it.resolve_char_ref().ok().flatten().map(String::from);
                let named = quick_xml::escape::resolve_predefined_entity(&it).map(str::to_owned);
                said(&open, &c.or(named).unwrap_or_default(), &mut found.links);
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                found.gaps = none(input, &format!("it breaks off: {error}")).gaps;
                break;
            }
        }
    }
    for it in &mut found.links {
        it.url = it.url.trim().to_owned();
        let fields = [&mut it.stated.title, &mut it.stated.outlet, &mut it.stated.published];
        for it in fields.into_iter().flatten() {
            *it = it.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    found.links.retain(|it| it.url.starts_with("http"));
    found
}

/// The name of an element without its prefix.
fn local(it: &BytesStart<'_>) -> String {
    it.local_name().as_ref().to_owned()
}

/// `<outline xmlUrl="…">` leads to a feed.
fn outline(it: &BytesStart<'_>, links: &mut Vec<Link>) {
    if local(it) != "outline" {
        return;
    }
    for attribute in it.attributes().flatten() {
        if attribute.key.as_ref().eq_ignore_ascii_case("xmlUrl") {
            let url = attribute.value.replace("&amp;", "&");
            links.push(Link { url, ..Link::default() });
        }
    }
}

/// Text inside an element of a sitemap; a reference parts it into several pieces.
fn said(open: &str, text: &str, links: &mut Vec<Link>) {
    if open == "loc" {
        match links
            .last_mut()
            .filter(|it| !it.url.ends_with(char::is_whitespace) && text.starts_with('&'))
        {
            Some(last) => last.url.push_str(text),
            None if text.trim().starts_with("http") => {
                links.push(Link { url: text.to_owned(), ..Link::default() });
            }
            None => {
                if let Some(last) = links.last_mut() {
                    last.url.push_str(text);
                }
            }
        }
        return;
    }
    let Some(stated) = links.last_mut().map(|it| &mut it.stated) else { return };
    let field = match open {
        "title" => &mut stated.title,
        "name" => &mut stated.outlet,
        "publication_date" => &mut stated.published,
        _ => return,
    };
    field.get_or_insert_default().push_str(text);
}
