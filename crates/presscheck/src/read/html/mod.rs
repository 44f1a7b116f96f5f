//! Pages: from HTML to the readable text of its article, one paragraph a line.
//!
//! The page is parsed once. [`bound`] keeps it within bounds, [`blocks`] lists its
//! paragraphs with where each stands, [`extract`] asks
//! the extraction crate which it would keep, [`select`] decides what each is, [`meta`] reads what the
//! page says of itself, and [`raw`] finds the paragraphs again in the bytes.

mod blocks;
mod bound;
mod day;
mod extract;
mod linked;
mod meta;
mod names;
mod raw;
mod select;
mod strip;
#[cfg(test)]
mod tests;
mod title;

use encoding_rs::UTF_8;
use trafilatura::dom::Document;

use self::blocks::{Block, Blocks, MOST_DEPTH};
use self::meta::{Metadata, Said};
use self::select::Chosen;
use super::charset::Decoded;
use super::{Input, language, plain};
use crate::model::{Article, Basis, Part, PartKind, Published, RawSpan, Span, Stated};

/// A page with more text than this, scripts aside, goes without the extraction crate, in bytes: the
/// heaviest page of the extraction sets has 0.8 MB, and the crate takes half a second for a megabyte.
const MOST_FOR_EXTRACTION: usize = 1_000_000;

/// A page with more tags, or more nodes in its tree, goes without it too; those have up to 10,000.
const MOST_NODES_FOR_EXTRACTION: usize = 20_000;

/// A page taken apart.
struct Taken {
    blocks: Vec<Block>,
    metadata: Metadata,
    /// How much of each block the extraction crate would keep; empty where it was not asked.
    kept: Vec<f32>,
    /// What was left out of the page, and why.
    lost: Vec<(String, &'static str)>,
}

fn taken(decoded: &Decoded, address: Option<&str>) -> Taken {
    let stripped = strip::page(&decoded.text);
    let bounded = bound::page(stripped.page);
    let page = Document::parse(&bounded.page);
    let Blocks { all: blocks, deepest, n_nodes } = blocks::of(&page);
    let metadata = meta::of(&page, &stripped.linked_data, &blocks, address);
    let is_light = deepest <= MOST_DEPTH
        && bounded.page.len() <= MOST_FOR_EXTRACTION
        && bounded.n_tags.max(n_nodes) <= MOST_NODES_FOR_EXTRACTION;
    let kept = if is_light { extract::kept(page, &blocks) } else { Vec::new() };
    let mut lost = bounded.lost;
    lost.extend(stripped.lost.map(|it| (it.to_owned(), "there is more of it than any page has")));
    Taken { blocks, metadata, kept, lost }
}

/// The blocks of a page, each with the features by which the judge decides.
pub(super) fn samples(decoded: &Decoded, address: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let taken = taken(decoded, address);
    let rows = select::rows(&taken.blocks, &taken.kept, given(&taken.metadata));
    taken.blocks.iter().zip(rows.iter()).map(|(it, row)| (it.text.clone(), row.to_vec())).collect()
}

/// Reads one page.
pub(super) fn read(input: &Input<'_>, decoded: &Decoded) -> Article {
    let Taken { blocks, metadata, kept, lost } = taken(decoded, input.place.url.as_deref());
    let mut chosen = select::choose(&blocks, &kept, given(&metadata));
    let given = metadata.body.clone().unwrap_or_default();
    select::take_given(&mut chosen, &given);
    let mut article = written(input, &chosen);
    article.raw_map = places(decoded, &article);
    describe(&mut article, metadata);
    for (what, why) in lost {
        article.gaps.push(plain::gap(&article, what, why));
    }
    if !article.parts.iter().any(|it| it.kind == PartKind::Body) {
        let why = "the page holds no paragraphs that read as an article";
        article.gaps.push(plain::gap(&article, "body", why));
    }
    article
}

fn given(said: &Metadata) -> select::Given<'_> {
    let title = said.title.as_ref().map(|it| it.value.as_str());
    select::Given { title, summaries: &said.summaries }
}

/// The article that the chosen blocks make, one a line.
fn written(input: &Input<'_>, chosen: &[Chosen<'_>]) -> Article {
    let mut text = String::new();
    let mut ends = Vec::new();
    for it in chosen {
        text.push_str(it.text);
        text.push('\n');
        ends.push(text.len());
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut start = 0;
    for (it, end) in chosen.iter().zip(ends) {
        let Some(span) = Span::checked(&text, start, end) else { break };
        start = end;
        match parts.last_mut() {
            Some(last) if last.kind == it.kind && last.reason == it.reason => {
                last.span = last.span.join(span);
            }
            _ => parts.push(Part { span, kind: it.kind, reason: it.reason.into() }),
        }
    }
    let mut article = plain::bare(input.bytes, input.place.clone(), text);
    article.parts = parts;
    article
}

/// Where the lines of the article stand in the fetched bytes. Only encodings in which a character
/// keeps its place can be followed: UTF-8, and those of one byte a character.
fn places(decoded: &Decoded, article: &Article) -> Vec<(Span, RawSpan)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in article.text.split_inclusive('\n') {
        let span = Span::checked(&article.text, start, start + line.len() - 1);
        lines.extend(span);
        start += line.len();
    }
    let found = raw::map(&decoded.text, &article.text, &lines);
    if decoded.encoding == UTF_8 && decoded.n_bad == 0 {
        let mark = decoded.mark_bytes;
        let moved = |it: RawSpan| RawSpan { start: it.start + mark, end: it.end + mark };
        return found.into_iter().map(|(span, it)| (span, moved(it))).collect();
    }
    if !decoded.encoding.is_single_byte() {
        return Vec::new();
    }
    // One byte a character: the place of a byte is the count of characters before it.
    let mut found = found;
    found.sort_by_key(|it| it.1.start);
    let mut counted = (0, 0);
    let mut count = |to: usize| {
        let (at, n) = if to >= counted.0 { counted } else { (0, 0) };
        let more = decoded.text.get(at..to).map_or(0, |it| it.chars().count());
        counted = (to, n + more);
        counted.1
    };
    let moved = |(span, it): (Span, RawSpan)| {
        let start = count(it.start);
        (span, RawSpan { start, end: count(it.end) })
    };
    let mut found: Vec<(Span, RawSpan)> = found.into_iter().map(moved).collect();
    found.sort();
    found
}

/// Puts what the page says of itself in the article's fields.
fn describe(article: &mut Article, said: Metadata) {
    let span_of = |kind: PartKind, but: &str| {
        let found = article.parts.iter().find(|it| it.kind == kind && it.reason != but);
        found.map(|it| it.span.trimmed(&article.text))
    };
    let headline = span_of(PartKind::Headline, "");
    let byline = span_of(PartKind::Byline, select::OF_DAY);
    let stated =
        |it: Said<String>, span| Stated { value: it.value, span, basis: it.basis.to_owned() };
    article.title = said.title.map(|it| stated(it, headline));
    article.outlet = said.outlet.map(|it| stated(it, None));
    article.byline = said.byline.map(|it| {
        let line = Said { value: it.value.line(), basis: it.basis };
        stated(line, byline)
    });
    article.published = said.published.map(|it| Published {
        date: it.value,
        certain: said.certain,
        inferred: false,
        basis: vec![Basis { what: it.basis.to_owned(), article: article.id.clone(), span: None }],
    });
    article.modified = said.modified;
    article.url = said.url;
    if let Some(it) = said.language {
        article.language = it;
    } else {
        article.language = language::of(&article.text);
    }
}
