//! What each block of a page is, and which make the readable text.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{Block, Place, Tag};
use crate::model::{PartKind, Span};
use crate::read::byline;
use crate::read::days;
use crate::read::judge::{self, features};
use crate::read::parts::{Line, furniture, region};
use crate::text::fold;

/// A block of the readable text.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'a> {
    pub(super) text: &'a str,
    pub(super) kind: PartKind,
    pub(super) reason: &'static str,
}

/// What the page's metadata says that its text may repeat.
#[derive(Clone, Copy, Default)]
pub(super) struct Given<'a> {
    pub(super) title: Option<&'a str>,
    /// What the page says in a sentence or two of what is in it.
    pub(super) summaries: &'a [String],
}

/// The extractor keeps a block when it keeps this much of its words: it cuts links and markup out
/// of paragraphs.
const KEPT: f32 = 0.6;

/// Blocks judged above this are the article's own.
const BODY: i32 = 0;

/// Paragraphs that the extractor keeps as well are so above this.
const KEPT_BODY: i32 = -1024;

/// Why a line of the byline is one that only gives the day.
pub(super) const OF_DAY: &str = "the day of publication";

/// Before the first block of the body headline, byline and picture stand within so many blocks.
const BLOCKS_BEFORE: usize = 14;

/// Chooses the blocks of the article; `kept` is how much of each the extractor would keep, and is
/// empty where it was not asked.
pub(super) fn choose<'a>(blocks: &'a [Block], kept: &[f32], given: Given<'_>) -> Vec<Chosen<'a>> {
    let title = given.title;
    let judged = judge::blocks(&rows(blocks, kept, given));
    let repeated = repeated(blocks);
    let is_furniture = |it: &Block| {
        repeated.contains(it.text.as_str())
            || furniture::verdict(&it.text).is_some_and(|it| it.0 == PartKind::Chrome)
    };
    let is_body = |ix: usize| {
        let Some(it) = blocks.get(ix) else { return false };
        let is_kept = it.text.len() >= 60 && kept.get(ix).is_some_and(|it| *it >= KEPT);
        let least = if is_kept { KEPT_BODY } else { BODY };
        judged.get(ix).is_some_and(|it| *it > least) && !is_furniture(it)
    };
    let headline = headline(blocks, title);
    let title = title.map(fold::plain);
    let is_title = |it: &Block| title.as_deref() == Some(fold::plain(&it.text).as_str());
    let long = |ix: &usize| is_body(*ix) && blocks.get(*ix).is_some_and(|it| it.text.len() >= 60);
    let first = (0..blocks.len()).find(long).unwrap_or(0);
    let last = (0..blocks.len()).rev().find(long).unwrap_or(blocks.len());
    let mut chosen = Vec::new();
    for (ix, it) in blocks.iter().enumerate() {
        let stands = Stands {
            is_body: is_body(ix),
            is_before: ix < first && ix + BLOCKS_BEFORE >= first,
            is_inside: (first..=last).contains(&ix),
            is_after: ix > last && ix <= last + 4,
        };
        let verdict = if headline == Some(ix) {
            Some((PartKind::Headline, "the page's headline"))
        } else if is_title(it) {
            None
        } else {
            verdict(it, stands)
        };
        if let Some((kind, reason)) = verdict {
            chosen.push(Chosen { text: &it.text, kind, reason });
        }
    }
    chosen
}

/// The page draws its article with a script when its blocks hold less than this part of what it
/// gives to machines.
const DRAWN_SHARE: usize = 4;

/// Takes the text that a page gives to machines, where its own blocks hold next to nothing of it.
pub(super) fn take_given<'a>(chosen: &mut Vec<Chosen<'a>>, given: &'a str) {
    let body = chosen.iter().filter(|it| it.kind == PartKind::Body).map(|it| it.text.len());
    if given.len() < 400 || given.contains("</") || body.sum::<usize>() * DRAWN_SHARE > given.len()
    {
        return;
    }
    chosen.retain(|it| it.kind != PartKind::Body);
    let lines = given.lines().map(str::trim).filter(|it| !it.is_empty());
    chosen.extend(lines.map(|text| Chosen {
        text,
        kind: PartKind::Body,
        reason: "JSON-LD articleBody",
    }));
}

/// Texts that the page prints three times or more: no article says a sentence so often.
fn repeated(blocks: &[Block]) -> BTreeSet<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in blocks.iter().filter(|it| it.text.len() >= 20) {
        *counts.entry(&it.text).or_default() += 1;
    }
    counts.into_iter().filter(|it| it.1 >= 3).map(|it| it.0).collect()
}

/// The block that prints the headline.
fn headline(blocks: &[Block], title: Option<&str>) -> Option<usize> {
    let title = fold::plain(title?);
    let same = |it: &Block| fold::plain(&it.text) == title;
    let marked = blocks.iter().position(|it| it.tag == Tag::Title && same(it));
    marked.or_else(|| blocks.iter().position(same))
}

/// Where a block stands to the body.
#[derive(Clone, Copy)]
struct Stands {
    is_body: bool,
    is_before: bool,
    is_inside: bool,
    is_after: bool,
}

fn verdict(it: &Block, stands: Stands) -> Option<(PartKind, &'static str)> {
    let Place { nav, aside, footer, form, .. } = it.place;
    let Stands { is_body, is_before, is_inside, is_after } = stands;
    let is_short = it.text.len() < 200;
    let is_near = is_before || is_inside || is_after;
    let is_beside = nav || footer || form || aside;
    if is_near && is_short && !is_body && !is_beside && is_byline(it, is_before) {
        return Some((PartKind::Byline, "names who wrote it"));
    }
    if is_before && is_short && !is_beside {
        let dated = |day: days::Printed| day.end - day.start + 40 > it.text.len();
        if days::first(&it.text).is_some_and(dated) {
            return Some((PartKind::Byline, OF_DAY));
        }
    }
    let is_picture = it.place.figure || it.place.named_caption || it.tag == Tag::Caption;
    if is_picture && !is_body {
        return (is_near && !is_beside).then_some((PartKind::Caption, "words of a picture"));
    }
    if let Some((PartKind::Credit, reason)) = furniture::verdict(&it.text)
        && is_near
        && !is_beside
    {
        return Some((PartKind::Credit, reason));
    }
    if is_body {
        return Some((PartKind::Body, "judged the article's own"));
    }
    (is_inside && it.place.article && !is_beside).then_some((PartKind::Chrome, "judged the site's"))
}

fn is_byline(it: &Block, is_before: bool) -> bool {
    (it.place.named_byline && is_before || byline::is_line(&it.text))
        && !byline::read(&it.text, None).line().is_empty()
}

/// The rows of features of the blocks: those of lines, and what the page's tree says.
pub(super) fn rows(blocks: &[Block], kept: &[f32], given: Given<'_>) -> features::Rows {
    let lines: Vec<Line<'_>> =
        blocks.iter().map(|it| Line::of(&it.text, Span::whole(&it.text))).collect();
    let headline = headline(blocks, given.title);
    let groups = Groups::of(blocks, &lines);
    let summaries: Vec<String> = given.summaries.iter().map(|it| fold::plain(it)).collect();
    let keeps = |ix: &usize| {
        kept.get(*ix).is_some_and(|it| *it >= KEPT)
            && blocks.get(*ix).is_some_and(|it| it.text.len() >= 60)
    };
    let first = (0..blocks.len()).find(keeps);
    let last = (0..blocks.len()).rev().find(keeps);
    let around = [headline, first, last];
    let extra: Vec<Vec<u8>> = (0..blocks.len())
        .map(|ix| {
            let mut row = of_block(blocks, kept, ix, around);
            if let Some(it) = blocks.get(ix) {
                groups.row(it, &mut row);
                row.push(u8::from(sums_up(it, &summaries)));
            }
            row
        })
        .collect();
    features::rows(&lines, &region::of(&lines), &extra)
}

/// Whether a block is the summary that the page's metadata gives, or begins as it does.
fn sums_up(it: &Block, summaries: &[String]) -> bool {
    const LEAST: usize = 40;
    if it.text.len() < LEAST || it.text.len() > 1000 {
        return false;
    }
    let text = fold::plain(&it.text);
    let same = |it: &String| {
        let it = it.trim_end_matches(|it: char| !it.is_alphanumeric());
        it.len() >= LEAST && (text.starts_with(it) || it.starts_with(text.trim_end_matches('.')))
    };
    summaries.iter().any(same)
}

/// Blocks that stand in one element: an article's paragraphs mostly do.
struct Groups {
    /// Words of prose in each element, by its number: of the element around a block, and of the one
    /// around that.
    words: [BTreeMap<u32, usize>; 2],
    all: usize,
    /// The elements with most of them.
    most: [u32; 2],
    /// How deep the paragraphs of the first of these stand.
    depth: u8,
}

impl Groups {
    fn of(blocks: &[Block], lines: &[Line<'_>]) -> Groups {
        let mut words = [BTreeMap::new(), BTreeMap::new()];
        let mut all = 0;
        for (block, line) in blocks.iter().zip(lines).filter(|it| it.1.is_prose()) {
            all += line.size();
            for (level, words) in words.iter_mut().enumerate() {
                *words.entry(block.place.around[level + 1]).or_default() += line.size();
            }
        }
        let most = [0, 1]
            .map(|level: usize| words[level].iter().max_by_key(|it| *it.1).map_or(0, |it| *it.0));
        let depth = blocks.iter().find(|it| it.place.around[1] == most[0]);
        Groups { words, all, most, depth: depth.map_or(0, |it| it.place.depth) }
    }

    fn row(&self, it: &Block, row: &mut Vec<u8>) {
        for level in [0, 1] {
            let at = it.place.around[level + 1];
            let n = self.words[level].get(&at).copied().unwrap_or(0);
            row.push(u8::try_from((n * 20).checked_div(self.all).unwrap_or(0)).unwrap_or(20));
            row.push(u8::from(at == self.most[level]));
            row.push(u8::try_from((n / 8).min(254)).unwrap_or(254));
        }
        let apart = i16::from(it.place.depth) - i16::from(self.depth);
        row.push(u8::try_from((apart + 100).clamp(0, 200)).unwrap_or(0));
    }
}

/// What the page's tree says of a block and of its neighbours.
fn of_block(blocks: &[Block], kept: &[f32], ix: usize, around: [Option<usize>; 3]) -> Vec<u8> {
    let twentieths = |it: f32| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1")]
        let it = (it * 20.0) as u8;
        it
    };
    let Some(it) = blocks.get(ix) else { return Vec::new() };
    let flags = it.place.flags();
    let mut row = vec![it.tag as u8, it.place.depth, twentieths(it.link_share())];
    row.extend(flags.iter().map(|it| u8::from(*it)));
    for offset in [-2_isize, -1, 0, 1, 2] {
        let at = ix.checked_add_signed(offset);
        row.push(at.and_then(|at| kept.get(at)).map_or(254, |it| twentieths(*it)));
    }
    for offset in [-1_isize, 1] {
        let it = ix.checked_add_signed(offset).and_then(|at| blocks.get(at));
        row.push(it.map_or(254, |it| it.tag as u8));
        row.push(it.map_or(254, |it| twentieths(it.link_share())));
        row.push(it.map_or(254, |it| it.place.depth));
    }
    for at in around {
        let apart =
            at.map(|at| isize::try_from(ix).unwrap_or(0) - isize::try_from(at).unwrap_or(0));
        row.push(apart.map_or(255, |it| u8::try_from((it + 100).clamp(0, 200)).unwrap_or(0)));
    }
    row
}
