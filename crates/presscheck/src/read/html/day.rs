//! The day of publication, and how sure it is. Never a day of change.
//!
//! Tags made for it come first. A stamp for machines may be that of a move to another system, and
//! one in UTC may be a day ahead of the outlet's own: the day printed beside the headline, and the
//! one in the address, are held against it.

use jiff::civil::Date;

use super::blocks::{Block, Tag};
use super::meta::{Role, Said, Tags};
use crate::read::days;
use crate::text::fold;

/// A day that a page states.
#[derive(Clone)]
struct Stated {
    day: Said<Date>,
    /// Whether it is the day in Greenwich, whatever it was at the outlet.
    in_utc: bool,
    /// Whether its tag is made for days of publication.
    is_made_for_it: bool,
}

/// The day of publication and whether it is certain: it stands in a tag that is made for it, and no
/// other statement differs.
pub(super) fn of(
    tags: &Tags,
    blocks: &[Block],
    address: Option<&str>,
) -> (Option<Said<Date>>, bool) {
    let mut found = stated(tags);
    let in_address = address.and_then(day_in_address);
    found.extend(in_address.map(|value| other(Said { value, basis: "address" })));
    let beside = beside_headline(blocks);
    if found.is_empty() {
        let printed = beside.or_else(|| printed(blocks));
        return (printed, false);
    }
    let first = found[0].clone();
    let printed_or_in_address =
        beside.iter().cloned().chain(in_address.map(|value| Said { value, basis: "address" }));
    let mut day = first.day.clone();
    for it in printed_or_in_address {
        let ahead = apart(it.value, first.day.value);
        let is_local = first.in_utc && ahead.abs() == 1;
        // A page is stamped anew when a site moves, and goes on printing the day it had.
        if is_local || (ahead > 1 && it.basis == BESIDE) {
            day = it;
            break;
        }
    }
    let all = found.iter().map(|it| &it.day).chain(&beside);
    let near = |it: &Said<Date>| apart(it.value, day.value).abs() <= 1;
    let sure = found.iter().any(|it| it.is_made_for_it) || found.len() > 1;
    let certain = sure && all.into_iter().all(near);
    (Some(day), certain)
}

/// Days from one to another; far ones are as good as endless.
fn apart(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |it| it.get_days())
}

fn other(day: Said<Date>) -> Stated {
    Stated { day, in_utc: false, is_made_for_it: false }
}

/// The days that tags state, those made for it first.
fn stated(tags: &Tags) -> Vec<Stated> {
    let mut found: Vec<Stated> = Vec::new();
    let mut put = |value: Option<&str>, basis, is_made_for_it| {
        found.extend(value.and_then(|it| {
            let value = days::stated(it)?;
            let day = Said { value, basis };
            Some(Stated { day, in_utc: is_in_utc(it), is_made_for_it })
        }));
    };
    let times = ["article:published_time", "og:published_time", "og:article:published_time"];
    put(tags.linked.published.as_deref(), "JSON-LD datePublished", true);
    put(tags.meta(&times), "article:published_time", true);
    put(tags.meta(PUBLISHED), "meta publication date", true);
    let time = |role: Role, inside: bool| {
        let it = tags.times.iter().find(|it| it.role == role && (it.in_article || !inside));
        it.map(|it| it.value.as_str())
    };
    put(time(Role::Published, true), "time marked as published", true);
    put(tags.meta(&["date", "dc.date", "dcterms.date", "article:date"]), "meta date", false);
    put(time(Role::Published, false), "time marked as published", true);
    put(time(Role::Unsaid, true), "time in the article", false);
    found
}

/// Names of tags that hold the day of publication.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "datepublished", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "pubdate",
    "publication_date", "article.published", "published_at", "publication-date", "dcterms.created",
    "dc.date.issued", "dcterms.issued", "cxenseparse:recs:publishtime",
    "citation_publication_date", "published", "publish_date", "w-published-date",
    "article:publish_date", "citation_online_date", "release_date", "article_date_original",
    "originalpublicationdate", "cxenseparse:publishtime", "date_published", "dc.date.created",
    "displaydate", "article:published",
];

/// `2031-05-04T22:14:00Z`: the clock of a machine and not of the outlet.
fn is_in_utc(value: &str) -> bool {
    let value = value.trim();
    value.contains(':')
        && ["Z", "+00:00", "+0000", "UTC", "GMT"].iter().any(|it| value.ends_with(it))
}

/// How the basis of a day beside the headline reads.
const BESIDE: &str = "date line";

/// So many blocks after the headline hold its byline and date.
const BLOCKS_BESIDE: usize = 8;

/// A day that stands by itself, or with “published”, under the headline.
fn beside_headline(blocks: &[Block]) -> Option<Said<Date>> {
    let title = blocks.iter().position(|it| it.tag == Tag::Title && !it.place.nav)?;
    let after = blocks.get(title + 1..)?.iter().take(BLOCKS_BESIDE);
    let mut before = "";
    for it in after {
        let is_caption = it.place.figure || it.place.named_caption || it.place.aside;
        let is_changed = says_change(&fold::plain(before)) && before.len() < 40;
        before = &it.text;
        if it.text.len() > 200 && !it.place.nav {
            return None;
        }
        if is_caption || is_changed || it.place.nav || it.link_share() > 0.5 {
            continue;
        }
        let Some(day) = days::first(&it.text).filter(|it| !it.ambiguous) else { continue };
        let alone = day.start <= 24 && it.text.len() - (day.end - day.start) <= 48;
        if alone && let Some(day) = day_of_line(it) {
            return Some(day);
        }
    }
    None
}

/// The day in `/2022/02/21/` or `/2022-02-21-`.
fn day_in_address(address: &str) -> Option<Date> {
    let path = address.split("//").nth(1)?.split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let path = path.replace("%2F", "/").replace("%2B", "/");
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
    let is_change = says_change(&before);
    let is_long = it.text.len() > 60 && it.text.ends_with('.');
    (!is_change && !is_long).then_some(Said { value: day.date, basis: BESIDE })
}

/// Whether folded words say that what follows is the day of a change.
fn says_change(words: &str) -> bool {
    let changed = ["update", "modified", "aktualisiert", "actualizado", "mis a jour", "reviewed"];
    changed.iter().any(|it| words.contains(it))
}
