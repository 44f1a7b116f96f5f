//! The chain: what depends on what, drawn in SVG with the conditions on the arrows.
//!
//! Acts stand in columns: one that waits for another stands to the right of it. Acts that only hang
//! on conditions fill the columns below. The conditions of an act lie as tags on the arrow to it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::view::Labels;
use crate::model::{Record, RecordCommitment};
use crate::record::counts::told_once;

/// Acts drawn at most; the page says how many are left out.
const MOST_ACTS: usize = 25;
/// Tags drawn at most on one arrow; the last says how many are left out.
const MOST_TAGS: usize = 4;
/// Letters in a line of a tag or box, at the font size that `style.css` gives them.
const LINE_LETTERS: usize = 26;

// All in SVG units, which are CSS pixels at full size.
const TAGS_WIDTH: usize = 180;
const BOX_WIDTH: usize = 190;
const GAP: usize = 18;
const LINE: usize = 16;
const PAD: usize = 8;
const COLUMN: usize = GAP + TAGS_WIDTH + GAP + BOX_WIDTH;
/// Columns that fit the page at its full width.
const COLUMNS: usize = 3;

/// A drawing of the chain, and how many acts it leaves out. `None` if no act depends on anything.
pub(super) fn chain(record: &Record, labels: &Labels<'_>) -> Option<(String, usize)> {
    let all: Vec<&RecordCommitment> = chained(record);
    if all.is_empty() {
        return None;
    }
    let drawn: Vec<&RecordCommitment> = all.iter().copied().take(MOST_ACTS).collect();
    let left_out = all.len() - drawn.len();
    let acts = placed(&drawn, labels);
    let width = acts.iter().map(|it| it.x + COLUMN).max().unwrap_or(0);
    let height = acts.iter().map(|it| it.y + it.height + GAP).max().unwrap_or(0);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"What depends on what: {} acts\">\
         <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>",
        acts.len()
    );
    for act in &acts {
        arrows(&mut svg, act, &acts);
    }
    for act in &acts {
        tags(&mut svg, act);
        boxed(&mut svg, act);
    }
    svg.push_str("</svg>");
    Some((svg, left_out))
}

/// Commitments that depend on something or that something waits for: links of a chain first, then
/// those with most evidence.
fn chained(record: &Record) -> Vec<&RecordCommitment> {
    let awaited = |id: &String| record.commitments.iter().any(|it| it.after.contains(id));
    let mut found: Vec<&RecordCommitment> = record
        .commitments
        .iter()
        .filter(|it| !it.conditions.is_empty() || !it.after.is_empty() || awaited(&it.id))
        .collect();
    found.sort_by_key(|it| {
        let alone = it.after.is_empty() && !awaited(&it.id);
        (alone, std::cmp::Reverse(it.evidence.len() + 2 * it.conditions.len()))
    });
    found
}

/// An act with its place in the drawing.
struct Act<'a> {
    of: &'a RecordCommitment,
    x: usize,
    y: usize,
    height: usize,
    /// Lines of the box, and the address it leads to.
    lines: Vec<String>,
    small: Vec<String>,
    href: String,
    tags: Vec<Tag>,
}

/// A condition on the arrow to an act.
struct Tag {
    lines: Vec<String>,
    whole: String,
    href: String,
    bars: bool,
}

impl Act<'_> {
    fn middle(&self) -> usize {
        self.y + self.height / 2
    }
    fn box_x(&self) -> usize {
        self.x + GAP + TAGS_WIDTH + GAP
    }
}

fn placed<'a>(drawn: &[&'a RecordCommitment], labels: &Labels<'_>) -> Vec<Act<'a>> {
    let levels = levels(drawn);
    let mut below: BTreeMap<usize, usize> = (0..COLUMNS).map(|it| (it, PAD)).collect();
    let mut acts: Vec<Act<'a>> = Vec::new();
    let is_alone = |ix: usize| is_alone(drawn, drawn[ix]);
    // Column by column, so that an act can stand level with the first one that it waits for.
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|&ix| (is_alone(ix), levels[ix], ix));
    let mut chain_ends = None;
    for ix in order {
        let mut act = measured(drawn[ix], labels);
        let mut column = levels[ix];
        if is_alone(ix) {
            let ends = *chain_ends.get_or_insert(below.values().copied().max().unwrap_or(PAD));
            let free = below.iter().take(COLUMNS).min_by_key(|it| (*it.1).max(ends));
            column = free.map_or(0, |it| *it.0);
            act.y = ends;
        } else {
            let waits_for = acts.iter().filter(|other| act.of.after.contains(&other.of.id));
            let level = waits_for.map(|other| other.middle().saturating_sub(act.height / 2));
            act.y = level.min().unwrap_or(0);
        }
        let next = below.entry(column).or_insert(PAD);
        act.y = act.y.max(*next);
        act.x = column * COLUMN;
        *next = act.y + act.height + GAP;
        acts.push(act);
    }
    acts
}

/// Whether an act neither waits for another one drawn nor is waited for.
fn is_alone(drawn: &[&RecordCommitment], it: &RecordCommitment) -> bool {
    let is_drawn = |id: &String| drawn.iter().any(|other| other.id == *id);
    !it.after.iter().any(is_drawn) && !drawn.iter().any(|other| other.after.contains(&it.id))
}

/// How many acts must come before each, along the longest way.
fn levels(drawn: &[&RecordCommitment]) -> Vec<usize> {
    let place = |id: &String| drawn.iter().position(|it| it.id == *id);
    let mut levels = vec![0; drawn.len()];
    // One round for each step of the longest way; a circle, which a record never has, would stop too.
    for _ in 0..drawn.len() {
        for (ix, it) in drawn.iter().enumerate() {
            let before = it.after.iter().filter_map(place).filter(|&other| other != ix);
            levels[ix] = before.map(|other| levels[other] + 1).max().unwrap_or(0).min(drawn.len());
        }
    }
    levels
}

fn measured<'a>(of: &'a RecordCommitment, labels: &Labels<'_>) -> Act<'a> {
    let mut lines = wrapped(&of.event, 3);
    if let Some(due) = &of.due {
        lines.push(format!("due {due}"));
    }
    let small = stance_lines(of);
    let tags: Vec<Tag> = tags_of(of, labels);
    let tall: usize = tags.iter().map(|it| it.lines.len() * LINE + PAD + PAD).sum();
    let boxed = (lines.len() + small.len()) * LINE + 2 * PAD;
    let href = of.evidence.first().map(|it| labels.href(&it.article, it.start, it.end));
    Act {
        of,
        x: 0,
        y: 0,
        height: tall.max(boxed),
        lines,
        small,
        href: href.unwrap_or_default(),
        tags,
    }
}

/// Who stands how to the act, one line for each stance, the names once.
fn stance_lines(of: &RecordCommitment) -> Vec<String> {
    let mut who: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in &of.stances {
        let names = who.entry(it.stance.as_str()).or_default();
        if !names.contains(&it.party.as_str()) {
            names.push(&it.party);
        }
    }
    let lines = who.iter().map(|(stance, names)| {
        clipped(&format!("{}: {}", stance.replace('-', " "), names.join(", ")), LINE_LETTERS + 3)
    });
    lines.take(4).collect()
}

fn tags_of(of: &RecordCommitment, labels: &Labels<'_>) -> Vec<Tag> {
    let groups = told_once(of);
    let shown = if groups.len() > MOST_TAGS { MOST_TAGS - 1 } else { groups.len() };
    let mut tags: Vec<Tag> = groups
        .iter()
        .take(shown)
        .map(|group| {
            let it = &of.conditions[group[0]];
            Tag {
                lines: wrapped(&it.text, 3),
                whole: it.text.clone(),
                href: labels.href(&it.article, it.start, it.end),
                bars: it.kind == "unless",
            }
        })
        .collect();
    if shown < groups.len() {
        let more = format!("{} more conditions below", groups.len() - shown);
        let href = format!("#{}", of.id);
        tags.push(Tag { lines: vec![more.clone()], whole: more, href, bars: false });
    }
    tags
}

fn arrows(svg: &mut String, act: &Act<'_>, acts: &[Act<'_>]) {
    let (from_x, to_x, y) = (act.x + GAP, act.box_x() - 2, act.middle());
    let mut waits = false;
    for other in acts.iter().filter(|other| act.of.after.contains(&other.of.id)) {
        waits = true;
        let (x, at) = (other.box_x() + BOX_WIDTH, other.middle());
        let mid = usize::midpoint(x, from_x);
        let _ =
            write!(svg, "<path class=\"way\" d=\"M{x} {at}C{mid} {at} {mid} {y} {from_x} {y}\"/>");
    }
    if waits || !act.tags.is_empty() {
        let _ = write!(
            svg,
            "<path class=\"way\" marker-end=\"url(#tip)\" d=\"M{from_x} {y}H{to_x}\"/>"
        );
    }
    if waits && act.tags.is_empty() {
        let (x, y) = (from_x + TAGS_WIDTH / 2, y - 6);
        let _ = write!(svg, "<text class=\"after\" x=\"{x}\" y=\"{y}\">after</text>");
    }
}

fn tags(svg: &mut String, act: &Act<'_>) {
    let tall: usize = act.tags.iter().map(|it| it.lines.len() * LINE + 2 * PAD).sum();
    let mut y = act.middle().saturating_sub(tall / 2);
    let x = act.x + GAP;
    for tag in &act.tags {
        let height = tag.lines.len() * LINE + PAD;
        let class = if tag.bars { "tag bars" } else { "tag" };
        let _ = write!(
            svg,
            "<a href=\"{}\" class=\"{class}\"><title>{}</title>\
             <rect x=\"{x}\" y=\"{}\" width=\"{TAGS_WIDTH}\" height=\"{height}\" rx=\"10\"/>",
            escaped(&tag.href),
            escaped(&tag.whole),
            y + PAD / 2,
        );
        text(svg, "", x + PAD + 2, y + PAD / 2, &tag.lines);
        svg.push_str("</a>");
        y += height + PAD;
    }
}

fn boxed(svg: &mut String, act: &Act<'_>) {
    let (x, lines) = (act.box_x(), act.lines.len() + act.small.len());
    let height = lines * LINE + 2 * PAD;
    let y = act.middle().saturating_sub(height / 2);
    let _ = write!(
        svg,
        "<a href=\"{}\" class=\"act\"><title>{}</title>\
         <rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" height=\"{height}\" rx=\"3\"/>",
        escaped(&act.href),
        escaped(&act.of.event),
    );
    text(svg, "event", x + PAD + 2, y + PAD / 2, &act.lines);
    text(svg, "small", x + PAD + 2, y + PAD / 2 + act.lines.len() * LINE, &act.small);
    svg.push_str("</a>");
}

fn text(svg: &mut String, class: &str, x: usize, y: usize, lines: &[String]) {
    for (row, line) in lines.iter().enumerate() {
        let y = y + (row + 1) * LINE - 3;
        let _ = write!(svg, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(line));
    }
}

/// The text in lines of at most [`LINE_LETTERS`], cut with an ellipsis after `most` lines.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE_LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(clipped(word, LINE_LETTERS)),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = format!("{} …", clipped(last, LINE_LETTERS - 2).trim_end_matches('…'));
        }
    }
    lines
}

/// The text, cut with an ellipsis if it has more than `most` letters.
pub(super) fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut kept: String = text.chars().take(most.saturating_sub(1)).collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_and_long_clauses_are_cut_with_an_ellipsis() {
        assert_eq!(wrapped("only if it rains", 3), ["only if it rains"]);
        let lines = wrapped(&"harbour ".repeat(30), 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(wrapped(&"x".repeat(200), 3)[0].chars().count() <= LINE_LETTERS);
    }
}
