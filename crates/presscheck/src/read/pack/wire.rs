//! Items as agencies send them to desks: ninjs (IPTC, versions 1 to 3), NewsML-G2 and NITF.
//!
//! An item becomes a page that says in HTML's own tags what the item says in its.

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Value};

use super::{Member, Members, place};
use crate::read::{Input, StatedOutside, none};

/// What an item says.
#[derive(Debug, Default)]
struct Item {
    id: String,
    headline: String,
    byline: String,
    provider: String,
    language: String,
    /// The day on which it was first created. The day of a version is one of change.
    created: String,
    /// HTML.
    body: String,
}

impl Item {
    fn member(self, input: &Input<'_>) -> Option<Member> {
        if self.body.trim().is_empty() {
            return None;
        }
        let filled = |it: &str| Some(one_line(it)).filter(|it| !it.is_empty());
        let byline = filled(&self.byline).map_or(String::new(), |it| {
            format!("<meta name=\"author\" content=\"{}\">", escape(&*it))
        });
        let page = format!(
            "<!DOCTYPE html><html lang=\"{}\"><head>{byline}</head><body><article><h1>{}</h1>\n{}\
             </article></body></html>",
            escape(&*self.language),
            escape(&*one_line(&self.headline)),
            self.body
        );
        Some(Member {
            bytes: page.into_bytes(),
            place: place(input, &self.id),
            media_type: Some("text/html; charset=utf-8".to_owned()),
            stated: StatedOutside {
                outlet: filled(&self.provider),
                published: filled(&self.created),
                title: filled(&self.headline),
                url: None,
            },
        })
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn members(items: Vec<Item>, input: &Input<'_>) -> Members {
    let found: Vec<Member> = items.into_iter().filter_map(|it| it.member(input)).collect();
    if found.is_empty() {
        let gaps = none(input, "it is an item without a text").gaps;
        return Members { gaps, ..Members::default() };
    }
    Members { members: found, ..Members::default() }
}

/// The item of a ninjs document; `None` where the JSON is something else.
pub(super) fn ninjs(bytes: &[u8], input: &Input<'_>) -> Option<Members> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let object = value.as_object()?;
    let has = |some: &[&str]| some.iter().any(|it| object.contains_key(*it));
    let is_item = object.contains_key("uri")
        && has(&["headline", "headlines"])
        && has(&["body_html", "body_xhtml", "body_text", "bodies"]);
    is_item.then(|| members(vec![of_ninjs(object)], input))
}

fn of_ninjs(object: &Map<String, Value>) -> Item {
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    // Version 3 has lists of objects, the versions before it have texts.
    let listed = |key: &str, field: &str| {
        let all = object.get(key).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(|it| it.get(field)?.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let or = |one: String, list: Vec<String>| {
        if one.is_empty() { list.into_iter().next().unwrap_or_default() } else { one }
    };
    Item {
        id: text("uri"),
        headline: or(text("headline"), listed("headlines", "value")),
        byline: or(or(text("byline"), vec![text("by")]), listed("bylines", "byline")),
        provider: or(text("provider"), listed("infosources", "name")),
        language: text("language"),
        created: text("firstcreated"),
        body: body(object),
    }
}

/// The first body in HTML, else the plain one, a paragraph a line.
fn body(object: &Map<String, Value>) -> String {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let bodies: Vec<&Value> =
        object.get("bodies").and_then(Value::as_array).into_iter().flatten().collect();
    let typed = |html: bool| {
        let mut of_type = bodies.iter().filter(|it| {
            let media = it.get("contenttype").and_then(Value::as_str).unwrap_or("text/html");
            media.contains("html") == html
        });
        of_type.find_map(|it| it.get("value")?.as_str().map(str::to_owned))
    };
    let page = text("body_html").or_else(|| text("body_xhtml")).or_else(|| typed(true));
    let plain = || text("body_text").or_else(|| typed(false)).unwrap_or_default();
    page.unwrap_or_else(|| {
        let lines = plain();
        let lines = lines.lines().filter(|it| !it.trim().is_empty());
        lines.map(|it| format!("<p>{}</p>\n", escape(it.trim()))).collect()
    })
}

/// Whether the head of an XML file is that of NewsML-G2 or NITF.
pub(super) fn is_xml(head: &str) -> bool {
    ["<newsItem", "<newsMessage", "<nitf"].iter().any(|it| head.contains(it))
}

/// Reads the items of a NewsML-G2 or NITF file; what stands before a broken place is kept.
pub(super) fn xml(bytes: &[u8], input: &Input<'_>) -> Members {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut walk = Walk::default();
    let mut gaps = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(it)) => walk.start(&it),
            Ok(Event::Empty(it)) => {
                walk.start(&it);
                walk.end();
            }
            Ok(Event::End(_)) => walk.end(),
            Ok(Event::Text(it)) => walk.text(&it),
            Ok(Event::CData(it)) => walk.text(&it),
            Ok(Event::GeneralRef(it)) => {
                let c = it.resolve_char_ref().ok().flatten().map(String::from);
                let named = quick_xml::escape::resolve_predefined_entity(&it).map(str::to_owned);
                walk.text(&c.or(named).unwrap_or_default());
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                gaps = none(input, &format!("it breaks off: {error}")).gaps;
                break;
            }
        }
    }
    walk.close_item();
    let mut found = members(walk.items, input);
    found.gaps.extend(gaps);
    found
}

/// Reads the elements of NewsML-G2 and NITF one after the other.
#[derive(Default)]
struct Walk {
    items: Vec<Item>,
    item: Item,
    /// The names of the open elements, without prefixes.
    open: Vec<String>,
    /// The headline and the byline as printed, where the item’s head has none.
    hl1: String,
    printed_byline: String,
    /// Whether its text has been read: an item may give it in several forms.
    is_read: bool,
}

/// No item nests deeper.
const MOST_DEPTH: usize = 100;

/// Elements of the text that stand as they are in HTML.
const KEPT: &[&str] =
    &["p", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "table", "tr", "td", "th", "em", "a"];

impl Walk {
    fn start(&mut self, it: &BytesStart<'_>) {
        let name = it.local_name().as_ref().to_owned();
        let attribute = |key: &str| {
            let found = it.attributes().flatten().find(|it| it.key.local_name().as_ref() == key);
            found.map(|it| it.value.into_owned())
        };
        match name.as_str() {
            "newsItem" => {
                self.close_item();
                self.item.id = attribute("guid").unwrap_or_default();
                self.item.language = attribute("lang").unwrap_or_default();
            }
            "date.issue" | "date.release" if self.item.created.is_empty() => {
                self.item.created = attribute("norm").unwrap_or_default();
            }
            "doc-id" if self.item.id.is_empty() => {
                self.item.id = attribute("id-string").unwrap_or_default();
            }
            "language" if self.item.language.is_empty() => {
                self.item.language = attribute("tag").unwrap_or_default();
            }
            "hl2" => self.tag("<h2>"),
            _ if KEPT.contains(&name.as_str()) => self.tag(&format!("<{name}>")),
            _ => {}
        }
        self.open.push(name);
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        match name.as_str() {
            "newsItem" => self.close_item(),
            "body.content" | "inlineXML" | "inlineData" => {
                self.is_read |= !self.item.body.trim().is_empty();
            }
            "hl2" => self.tag("</h2>\n"),
            _ if KEPT.contains(&name.as_str()) => self.tag(&format!("</{name}>")),
            _ => {}
        }
    }

    fn inside(&self, names: &[&str]) -> bool {
        self.open.iter().any(|it| names.contains(&it.as_str()))
    }

    fn is_in_body(&self) -> bool {
        !self.is_read
            && self.open.len() <= MOST_DEPTH
            && (self.inside(&["body.content"])
                || (self.inside(&["inlineXML"])
                    && !self.inside(&["nitf"])
                    && self.inside(&["body"]))
                || (self.inside(&["inlineData"]) && !self.inside(&["inlineXML"])))
    }

    fn tag(&mut self, tag: &str) {
        if self.is_in_body() {
            self.item.body.push_str(tag);
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_body() {
            if !self.inside(&["media"]) {
                self.item.body.push_str(&escape(text));
            }
            return;
        }
        if self.open.len() > MOST_DEPTH {
            return;
        }
        let is_meta = self.inside(&["contentMeta"]);
        let last = self.open.last().map(String::as_str).unwrap_or_default();
        let field = match last {
            "headline" if is_meta => &mut self.item.headline,
            "by" if is_meta => &mut self.item.byline,
            "firstCreated" => &mut self.item.created,
            "name" if self.inside(&["provider"]) => &mut self.item.provider,
            _ if self.inside(&["hl1"]) => &mut self.hl1,
            _ if self.inside(&["byline"]) => &mut self.printed_byline,
            _ if self.inside(&["distributor"]) => &mut self.item.provider,
            _ => return,
        };
        field.push_str(text);
    }

    fn close_item(&mut self) {
        let mut item = std::mem::take(&mut self.item);
        let (hl1, byline) =
            (std::mem::take(&mut self.hl1), std::mem::take(&mut self.printed_byline));
        for (field, printed) in [(&mut item.headline, hl1), (&mut item.byline, byline)] {
            if field.trim().is_empty() {
                *field = printed;
            }
        }
        self.is_read = false;
        if !item.body.is_empty() || !item.headline.is_empty() {
            self.items.push(item);
        }
    }
}
