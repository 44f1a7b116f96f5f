//! Metadata: what a page says of its article, from the tags that say it.
//!
//! Each value comes with the tag it was taken from. Where two tags differ, the order of trust is in
//! [`title`], [`day`] and `authors`.

use jiff::civil::Date;
use trafilatura::dom::{Document, NodeId};

use super::blocks::Block;
use super::linked::{self, Linked};
use super::{day, title};
use crate::read::byline::{self, Byline};
use crate::read::days;

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
    /// What the page says in a sentence or two of what is in it.
    pub(super) summaries: Vec<String>,
}

/// The tags of a page, read once.
pub(super) struct Tags {
    /// Names in lower case and contents of `<meta>`.
    metas: Vec<(String, String)>,
    pub(super) title: String,
    canonical: Option<String>,
    language: Option<String>,
    pub(super) times: Vec<Time>,
    /// Elements that say in an attribute who wrote the article.
    writers: Vec<(String, &'static str)>,
    pub(super) linked: Linked,
}

/// A `<time>` or an element marked as a date.
pub(super) struct Time {
    pub(super) value: String,
    /// Marked as the day of publication, of change, or neither.
    pub(super) role: Role,
    pub(super) in_article: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Published,
    Modified,
    Unsaid,
}

impl Tags {
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
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
    let title = title::of(&tags, blocks, own);
    let byline = authors(&tags, blocks, own);
    let (published, agreed) = day::of(&tags, blocks, url.as_deref().or(address));
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
        summaries: summaries(&tags),
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

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the page says in a sentence or two of what is in it.
fn summaries(tags: &Tags) -> Vec<String> {
    let metas = ["description", "og:description", "twitter:description", "dc.description"];
    let metas = metas.iter().filter_map(|it| tags.meta(&[it])).map(str::to_owned);
    metas.chain(tags.linked.description.clone()).collect()
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

fn language(tags: &Tags) -> Option<String> {
    let it = tags.language.as_deref().or(tags.linked.language.as_deref());
    let it = it.or_else(|| tags.meta(&["og:locale", "content-language", "language"]))?;
    let tag: String = it.trim().replace('_', "-").chars().take(35).collect();
    let fits = tag
        .split('-')
        .all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric()));
    (fits && tag.split('-').next().is_some_and(|it| (2..=3).contains(&it.len()))).then_some(tag)
}
