//! What each block of a page is, and which make the readable text.

use super::blocks::{Block, Place, Tag};
use crate::model::PartKind;
use crate::read::byline;
use crate::read::days;
use crate::read::parts::furniture;
use crate::text::fold;

/// A block of the readable text.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'a> {
    pub(super) text: &'a str,
    pub(super) kind: PartKind,
    pub(super) reason: &'static str,
}

/// The extractor keeps a block when it keeps this much of its words: it cuts links and markup out
/// of paragraphs.
const KEPT: f32 = 0.6;

/// Chooses the blocks of the article; `kept` is how much of each the extractor would keep, and is
/// empty where it was not asked.
pub(super) fn choose<'a>(
    blocks: &'a [Block],
    kept: &[f32],
    title: Option<&str>,
) -> Vec<Chosen<'a>> {
    let keeps = |ix: usize| match kept.get(ix) {
        Some(it) => *it >= KEPT,
        None => blocks.get(ix).is_some_and(reads_as_prose),
    };
    let title = title.map(fold::plain);
    let is_title = |it: &Block| title.as_deref() == Some(fold::plain(&it.text).as_str());
    let first_title = blocks.iter().position(|it| it.tag == Tag::Title && is_title(it));
    let first_title = first_title.or_else(|| blocks.iter().position(is_title));
    let long = |ix: &usize| keeps(*ix) && blocks.get(*ix).is_some_and(|it| it.text.len() >= 60);
    let first = (0..blocks.len()).find(long);
    let last = (0..blocks.len()).rev().find(long);
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) => (first, last),
        _ => (0, blocks.len().saturating_sub(1)),
    };
    let mut chosen = Vec::new();
    for (ix, it) in blocks.iter().enumerate() {
        let near = ix + 12 >= first && ix <= last + 4;
        let verdict = if first_title == Some(ix) {
            Some((PartKind::Headline, "the page's headline"))
        } else if is_title(it) {
            None
        } else if near {
            verdict(it, keeps(ix), ix < first, (first..=last).contains(&ix))
        } else {
            None
        };
        if let Some((kind, reason)) = verdict {
            chosen.push(Chosen { text: &it.text, kind, reason });
        }
    }
    chosen
}

fn verdict(
    it: &Block,
    kept: bool,
    is_before: bool,
    inside: bool,
) -> Option<(PartKind, &'static str)> {
    let Place { nav, aside, footer, form, named_chrome, .. } = it.place;
    let is_short = it.text.len() < 200;
    if nav || footer || (form && !kept) || (aside && !kept) {
        return None;
    }
    if is_short && (it.place.named_byline && is_before || byline::is_line(&it.text)) {
        let named = !byline::read(&it.text, None).line().is_empty();
        if named && (is_before || !kept) {
            return Some((PartKind::Byline, "names who wrote it"));
        }
    }
    if is_short
        && is_before
        && days::first(&it.text).is_some_and(|day| day.end - day.start + 40 > it.text.len())
    {
        return Some((PartKind::Dateline, "a day of writing"));
    }
    if it.place.figure || it.place.named_caption || it.tag == Tag::Caption {
        return (inside || is_before).then_some((PartKind::Caption, "words of a picture"));
    }
    if let Some((kind, reason)) = furniture::verdict(&it.text) {
        let worth = kind == PartKind::Credit || (kept && inside);
        return worth.then_some((kind, reason));
    }
    if !kept {
        return (inside && named_chrome && it.place.article)
            .then_some((PartKind::Chrome, "beside the article's paragraphs"));
    }
    if it.link_share() > 0.9 && is_short && it.tag != Tag::Heading {
        return inside.then_some((PartKind::Chrome, "a link by itself"));
    }
    Some((PartKind::Body, "kept by the extractor"))
}

/// A paragraph of the page's main text, as far as it can be told without the extractor.
fn reads_as_prose(it: &Block) -> bool {
    let Place { nav, header, footer, aside, form, figure, named_chrome, .. } = it.place;
    let odd = nav || header || footer || aside || form || figure || named_chrome;
    !odd && it.text.len() >= 60 && it.link_share() < 0.4
}
