//! Metadata: what a page says of its article, from the tags that say it.
//!
//! Each value comes with the tag it was taken from. Where two tags differ, the order of trust is in
//! `title`, `authors` and `published`.

use jiff::civil::Date;
use trafilatura::dom::{Document, NodeId};

use super::blocks::{Block, Tag};
use super::linked::{self, Linked};
use crate::read::byline::{self, Byline};
use crate::read::days;
use crate::text::fold;

/// Changes up to this long after publication are corrections and updates of one article, in days.
const MOST_CHANGED_DAYS: i32 = 30;

/// A value and the tag it was taken from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Said<T> {
    pub(super) value: T,
    pub(super) basis: &'static str,
}

/// What a page says of its article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<Said<String>>,
    pub(super) outlet: Option<Said<String>>,
    pub(super) byline: Option<Said<Byline>>,
    pub(super) published: Option<Said<Date>>,
    /// Whether the day stands in a tag that is made for it, and no other such tag differs.
    pub(super) certain: bool,
    pub(super) modified: Option<Date>,
    pub(super) language: Option<String>,
    pub(super) section: Option<String>,
    pub(super) url: Option<String>,
    pub(super) correction: Option<String>,
    /// The article's text as the page gives it to machines.
    pub(super) body: Option<String>,
    pub(super) based_on: Option<String>,
}

/// The tags of a page, read once.
struct Tags {
    /// Names in lower case and contents of `<meta>`.
    metas: Vec<(String, String)>,
    title: String,
    canonical: Option<String>,
    language: Option<String>,
    times: Vec<Time>,
    /// Elements that say in an attribute who wrote the article.
    writers: Vec<(String, &'static str)>,
    linked: Linked,
}

/// A `<time>` or an element marked as a date.
struct Time {
    value: String,
    /// Marked as the day of publication, of change, or neither.
    role: Role,
    in_article: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Published,
    Modified,
    Unsaid,
}

impl Tags {
    fn meta(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| {
            let found = self.metas.iter().find(|(key, value)| key == name && !value.is_empty());
            found.map(|(_, value)| value.as_str())
        };
        names.iter().find_map(of)
    }
}

/// Reads the metadata of a page; `address` is where it came from.
pub(super) fn of(
    page: &Document,
    scripts: &[String],
    blocks: &[Block],
    address: Option<&str>,
) -> Metadata {
    let tags = tags(page, scripts);
    let url = tags.canonical.clone().or_else(|| tags.meta(&["og:url"]).map(str::to_owned));
    let url = url.or_else(|| tags.linked.url.clone()).filter(|it| it.starts_with("http"));
    let outlet = outlet(&tags);
    let own = outlet.as_ref().map(|it| it.value.as_str());
    let title = title(&tags, blocks, own);
    let byline = authors(&tags, blocks, own);
    let (published, agreed) = published(&tags, blocks, url.as_deref().or(address));
    let modified = tags.linked.modified.as_deref().and_then(days::stated).or_else(|| {
        tags.meta(&[
            "article:modified_time",
            "og:updated_time",
            "last-modified",
            "dcterms.modified",
            "datemodified",
        ])
        .and_then(days::stated)
    });
    // What is changed long after it was published may have become another article, and its tags
    // then speak of the first one, or of the last.
    let certain = agreed
        && published.as_ref().zip(modified).is_none_or(|(published, modified)| {
            published
                .value
                .until(modified)
                .is_ok_and(|it| (-1..=MOST_CHANGED_DAYS).contains(&it.get_days()))
        });
    Metadata {
        title,
        byline,
        published,
        certain,
        modified,
        language: language(&tags),
        section: tags
            .linked
            .section
            .clone()
            .or_else(|| tags.meta(&["article:section", "section"]).map(str::to_owned)),
        url,
        correction: tags.linked.correction.clone(),
        body: tags.linked.body.clone(),
        based_on: tags.linked.based_on.clone(),
        outlet,
    }
}

fn tags(page: &Document, scripts: &[String]) -> Tags {
    let mut tags = Tags {
        metas: Vec::new(),
        title: String::new(),
        canonical: None,
        language: None,
        times: Vec::new(),
        writers: Vec::new(),
        linked: linked::of(scripts),
    };
    let mut stack = vec![(page.root(), false)];
    while let Some((node, in_article)) = stack.pop() {
        let name = page.tag_name(node);
        if !name.is_empty() {
            tags.read(page, node, name, in_article);
        }
        let inside = in_article || name == "article" || name == "main";
        stack.extend(page.child_nodes(node).into_iter().rev().map(|it| (it, inside)));
    }
    tags
}

impl Tags {
    fn read(&mut self, page: &Document, node: NodeId, name: &str, in_article: bool) {
        let get = |it: &str| page.get_attribute(node, it);
        let lower = |it: &str| get(it).unwrap_or_default().to_ascii_lowercase();
        match name {
            "html" => self.language = get("lang").or_else(|| get("xml:lang")),
            "title" if self.title.is_empty() => self.title = one_line(&page.text_content(node)),
            "link" if lower("rel") == "canonical" => {
                self.canonical = self.canonical.take().or_else(|| get("href"));
            }
            "meta" => {
                let key =
                    ["property", "name", "itemprop", "http-equiv"].iter().find_map(|it| get(it));
                if let (Some(key), Some(value)) = (key, get("content")) {
                    self.metas.push((key.to_ascii_lowercase(), one_line(&value)));
                }
            }
            _ => self.read_marked(page, node, name, in_article),
        }
    }

    fn read_marked(&mut self, page: &Document, node: NodeId, name: &str, in_article: bool) {
        let lower =
            |it: &str| page.get_attribute(node, it).unwrap_or_default().to_ascii_lowercase();
        let (itemprop, class) = (lower("itemprop"), lower("class"));
        let is_time = name == "time" || itemprop.starts_with("date") || name == "relative-time";
        if is_time || (class.contains("publish") && class.contains("date")) {
            let attribute =
                ["datetime", "content", "data-datetime", "title"].iter().find_map(|it| {
                    page.get_attribute(node, it).filter(|it| days::stated(it).is_some())
                });
            let value = attribute.unwrap_or_else(|| short(page, node, 120));
            let role =
                role(&format!("{class} {itemprop}"), page.get_attribute(node, "pubdate").is_some());
            self.times.push(Time { value, role, in_article });
        }
        let rel = lower("rel");
        if rel.split(' ').any(|it| it == "author") {
            self.writers.push((short(page, node, 120), "rel=author"));
        } else if itemprop.split(' ').any(|it| it == "author") {
            self.writers.push((short(page, node, 120), "itemprop author"));
        }
    }
}

fn role(names: &str, pubdate: bool) -> Role {
    let has = |some: &[&str]| some.iter().any(|it| names.contains(it));
    if has(&["modif", "update", "lastmod", "changed"]) {
        Role::Modified
    } else if pubdate || has(&["publish", "pubdate", "created", "entry-date", "posted"]) {
        Role::Published
    } else {
        Role::Unsaid
    }
}

fn short(page: &Document, node: NodeId, most: usize) -> String {
    let text = one_line(&page.text_content(node));
    if text.chars().count() > most { String::new() } else { text }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page's name for its outlet.
fn outlet(tags: &Tags) -> Option<Said<String>> {
    let said = |value: &str, basis| Some(Said { value: value.to_owned(), basis });
    if let Some(it) = tags.meta(&["og:site_name"]).filter(|it| it.len() < 60) {
        return said(it, "og:site_name");
    }
    if let Some(it) = tags.linked.publisher.as_deref().filter(|it| it.len() < 60) {
        return said(it, "JSON-LD publisher");
    }
    let it = tags.meta(&["application-name", "apple-mobile-web-app-title", "dc.publisher"])?;
    said(it, "application-name").filter(|it| it.value.len() < 60)
}

/// The headline: the `<h1>` that what the page says elsewhere bears out, else what two tags agree
/// on, else the first of them.
fn title(tags: &Tags, blocks: &[Block], outlet: Option<&str>) -> Option<Said<String>> {
    let said = |value: &str, basis| Some(Said { value: value.to_owned(), basis });
    let og =
        tags.meta(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]);
    let og = og.map(|it| without_site(it, outlet));
    let linked = tags.linked.headline.as_deref().map(|it| without_site(it, outlet));
    let named = Some(without_site(&tags.title, outlet)).filter(|it| !it.is_empty());
    let others: Vec<&String> = [&og, &linked, &named].into_iter().flatten().collect();
    let heads: Vec<&Block> =
        blocks.iter().filter(|it| it.tag == Tag::Title && it.text.len() > 3).collect();
    let borne_out = |head: &&&Block| others.iter().any(|it| likeness(&head.text, it) >= 0.6);
    if let Some(head) = heads.iter().find(borne_out) {
        // A kicker may stand in the same element, before the headline.
        let bare = others.iter().filter(|it| it.split_whitespace().count() >= 4);
        let bare = bare.filter(|it| head.text.len() > it.len() && head.text.ends_with(it.as_str()));
        return match bare.min_by_key(|it| it.len()) {
            Some(it) => said(it, "h1 without its kicker"),
            None => said(&head.text, "h1"),
        };
    }
    if let [only] = heads[..]
        && only.text.split_whitespace().count() >= 4
        && !only.place.nav
        && !only.place.footer
    {
        return said(&only.text, "h1");
    }
    let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => likeness(a, b) >= 0.6,
        _ => false,
    };
    if let Some(it) = linked.as_deref().filter(|_| agree(&linked, &og) || agree(&linked, &named)) {
        return said(it, "JSON-LD headline");
    }
    if let Some(it) = og.as_deref() {
        return said(it, "og:title");
    }
    if let Some(it) = linked.as_deref() {
        return said(it, "JSON-LD headline");
    }
    if let Some(head) = heads.first() {
        return said(&head.text, "h1");
    }
    said(named.as_deref()?, "title")
}

/// How many words two titles share, of the longer one's.
fn likeness(one: &str, other: &str) -> f32 {
    let words = |it: &str| -> Vec<String> {
        let plain = fold::plain(it);
        let words = plain.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|it| other.contains(it)).count();
    super::blocks::share(shared, one.len().max(other.len()))
}

/// “Ferry sinks - The Quay”, “Ferry sinks | News | The Quay” without the outlet's name.
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let title = one_line(title);
    let marks = [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " // ", " | ", " / "];
    let outlet = outlet.map(fold::plain).unwrap_or_default();
    let mut kept = title.as_str();
    while let Some((at, mark)) =
        marks.iter().filter_map(|mark| Some((kept.rfind(mark)?, mark))).max_by_key(|it| it.0)
    {
        let (head, tail) = (kept.get(..at), kept.get(at + mark.len()..));
        let (Some(head), Some(tail)) = (head, tail) else { break };
        let plain = fold::plain(tail);
        let is_outlet = !outlet.is_empty() && (plain.contains(&outlet) || outlet.contains(&plain));
        let is_bar = matches!(*mark, " | " | " • " | " :: " | " » " | " // ");
        let n_words = tail.split_whitespace().count();
        let short = n_words <= 4 && head.split_whitespace().count() >= 4;
        if is_outlet || (is_bar && short) || (outlet.is_empty() && short && is_name(tail)) {
            kept = head;
        } else {
            break;
        }
    }
    kept.trim().to_owned()
}

/// Words that all begin with capitals.
fn is_name(words: &str) -> bool {
    words.split_whitespace().all(|it| it.starts_with(|it: char| !it.is_lowercase()))
}

/// Who wrote it: linked data, then tags, then the byline as printed.
fn authors(tags: &Tags, blocks: &[Block], outlet: Option<&str>) -> Option<Said<Byline>> {
    let linked: Vec<(&str, bool)> =
        tags.linked.authors.iter().map(|it| (it.name.as_str(), it.is_person)).collect();
    let metas: Vec<(&str, bool)> = tags
        .metas
        .iter()
        .filter(|it| META_AUTHORS.contains(&it.0.as_str()))
        .map(|it| (it.1.as_str(), true))
        .collect();
    let machine = [
        Said { value: byline::named(&linked, outlet), basis: "JSON-LD author" },
        Said { value: byline::named(&metas, outlet), basis: "meta author" },
    ];
    let printed = printed_bylines(blocks).into_iter().map(|it| (it, "byline"));
    let printed = printed
        .chain(tags.writers.iter().cloned())
        .map(|(words, basis)| Said { value: byline::read(&words, outlet), basis });
    let all: Vec<Said<Byline>> =
        machine.into_iter().chain(printed).filter(|it| !it.value.line().is_empty()).collect();
    let named = all.iter().find(|it| !it.value.persons.is_empty());
    named.or(all.first()).cloned()
}

/// Names of tags that hold an author.
#[rustfmt::skip]
const META_AUTHORS: &[&str] = &[
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "dcterms.creator", "cxenseparse:author", "article.author", "citation_author",
];

/// Lines that name who wrote it: those that open as bylines first, then those that the page marks.
fn printed_bylines(blocks: &[Block]) -> Vec<String> {
    let fits = |it: &&Block| it.text.len() < 200 && !it.place.footer && !it.place.nav;
    let mut opened = Vec::new();
    let mut marked = Vec::new();
    for (ix, it) in blocks.iter().enumerate().filter(|it| fits(&it.1)) {
        let next = blocks.get(ix + 1).filter(fits);
        if byline::is_opener(&it.text) {
            opened.extend(next.map(|it| it.text.clone()));
        } else if byline::is_line(&it.text) {
            opened.push(it.text.clone());
        } else if it.place.named_byline {
            marked.push(it.text.clone());
        }
    }
    opened.extend(marked);
    opened
}

/// The day of publication and whether it is certain. Never a day of change.
fn published(tags: &Tags, blocks: &[Block], address: Option<&str>) -> (Option<Said<Date>>, bool) {
    let mut found: Vec<Said<Date>> = Vec::new();
    let put = |found: &mut Vec<Said<Date>>, value: Option<&str>, basis| {
        found.extend(value.and_then(days::stated).map(|value| Said { value, basis }));
    };
    put(&mut found, tags.linked.published.as_deref(), "JSON-LD datePublished");
    put(
        &mut found,
        tags.meta(&["article:published_time", "og:published_time", "og:article:published_time"]),
        "article:published_time",
    );
    put(
        &mut found,
        tags.meta(&[
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "publishdate",
            "publish-date",
            "pubdate",
            "publication_date",
            "article.published",
            "published_at",
            "publication-date",
            "dcterms.created",
            "dc.date.issued",
            "dcterms.issued",
            "cxenseparse:recs:publishtime",
            "citation_publication_date",
            "published",
            "publish_date",
            "w-published-date",
            "article:publish_date",
            "citation_online_date",
            "release_date",
            "article_date_original",
            "originalpublicationdate",
            "cxenseparse:publishtime",
            "date_published",
            "dc.date.created",
            "displaydate",
            "article:published",
        ]),
        "meta publication date",
    );
    let time = |role: Role, inside: bool| {
        let it = tags.times.iter().find(|it| it.role == role && (it.in_article || !inside));
        it.map(|it| it.value.as_str())
    };
    put(&mut found, time(Role::Published, false), "time marked as published");
    let n_certain = found.len();
    put(&mut found, tags.meta(&["date", "dc.date", "dcterms.date", "article:date"]), "meta date");
    put(&mut found, time(Role::Unsaid, true), "time in the article");
    let in_address = address.and_then(day_in_address);
    found.extend(in_address.map(|value| Said { value, basis: "address" }));
    if found.is_empty() {
        found.extend(printed(blocks));
    }
    let Some(first) = found.first().cloned() else { return (None, false) };
    let near =
        |it: &Said<Date>| it.value.until(first.value).is_ok_and(|it| it.get_days().abs() <= 1);
    let certain = (n_certain > 0 || found.len() > 1) && found.iter().all(near);
    (Some(first), certain)
}

/// The day in `/2022/02/21/` or `/2022-02-21-`.
fn day_in_address(address: &str) -> Option<Date> {
    let path = address.split("//").nth(1)?.split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|it| {
        let [year, month, day] = it else { return None };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        days::stated(&format!("{year}-{month}-{day}"))
    })
}

/// A day printed by itself or with “published”, near the headline or where the page marks a date.
fn printed(blocks: &[Block]) -> Option<Said<Date>> {
    let title = blocks.iter().position(|it| it.tag == Tag::Title);
    let near = title.map_or(0..30, |it| it.saturating_sub(4)..it + 16);
    let short = |it: &&Block| it.text.len() < 160 && !it.place.footer && !it.place.nav;
    let around = blocks.get(near.start..near.end.min(blocks.len())).unwrap_or_default();
    let marked = blocks.iter().filter(|it| it.place.named_date && !it.place.aside);
    around.iter().chain(marked).filter(short).find_map(day_of_line)
}

/// The day of a line that gives one as that of publication, and not of a change.
fn day_of_line(it: &Block) -> Option<Said<Date>> {
    let day = days::first(&it.text).filter(|it| !it.ambiguous)?;
    let before = fold::plain(it.text.get(..day.start)?);
    let changed = ["update", "modified", "aktualisiert", "actualizado", "mis a jour", "reviewed"];
    let is_change = changed.iter().any(|it| before.contains(it));
    let is_long = it.text.len() > 60 && it.text.ends_with('.');
    (!is_change && !is_long).then_some(Said { value: day.date, basis: "date line" })
}

fn language(tags: &Tags) -> Option<String> {
    let it = tags.language.as_deref().or(tags.linked.language.as_deref());
    let it = it.or_else(|| tags.meta(&["og:locale", "content-language", "language"]))?;
    let tag: String = it.trim().replace('_', "-").chars().take(35).collect();
    let fits = tag
        .split('-')
        .all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric()));
    (fits && tag.split('-').next().is_some_and(|it| (2..=3).contains(&it.len()))).then_some(tag)
}
