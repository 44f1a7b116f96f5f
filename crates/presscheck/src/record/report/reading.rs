//! Reading: an article's text cut so that every finding can be marked and reached in it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::RecordArticle;

/// A part of an article as the page shows it.
#[derive(Serialize)]
pub(super) struct Passage {
    kind: String,
    paragraphs: Vec<Vec<Piece>>,
}

/// Words with the same findings on them.
#[derive(Serialize)]
pub(super) struct Piece {
    start: usize,
    end: usize,
    text: String,
    /// Classes of the findings, blank if there are none.
    class: String,
    /// Values shown when a reader points at the words.
    title: String,
    /// Ends of the evidence that starts here: the page sets an anchor for each.
    anchors: Vec<usize>,
}

/// A finding inside an article: bytes, class, value.
struct Finding {
    start: usize,
    end: usize,
    class: &'static str,
    title: String,
}

/// An article's text in parts, paragraphs and pieces. `targets` are the bytes that evidence points
/// at.
pub(super) fn passages(
    article: &RecordArticle,
    targets: &BTreeSet<(usize, usize)>,
) -> Vec<Passage> {
    let findings = findings(article);
    let mut cuts: BTreeSet<usize> = targets.iter().flat_map(|&(a, b)| [a, b]).collect();
    cuts.extend(findings.iter().flat_map(|it| [it.start, it.end]));
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut open = Open { findings: &findings, next: 0, live: Vec::new(), cuts, targets };
    let mut passages: Vec<Passage> = Vec::new();
    for part in &article.parts {
        let mut paragraphs = Vec::new();
        let mut at = part.start;
        let words = article.text.get(part.start..part.end).unwrap_or_default();
        for line in words.split_inclusive('\n') {
            let end = at + line.trim_end().len();
            let start = at + (line.len() - line.trim_start().len()).min(line.len());
            if start < end {
                paragraphs.push(pieces(article, start, end, &mut open));
            }
            at += line.len();
        }
        match passages.last_mut() {
            Some(last) if last.kind == part.kind => last.paragraphs.extend(paragraphs),
            _ => passages.push(Passage { kind: part.kind.clone(), paragraphs }),
        }
    }
    passages.retain(|it| !it.paragraphs.is_empty());
    passages
}

fn findings(article: &RecordArticle) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |start, end, class, title: String| {
        found.push(Finding { start, end, class, title });
    };
    for it in article.quotes.iter().filter(|it| it.kind != "indirect") {
        let who = it.speaker_name.as_deref().unwrap_or("speaker not given");
        add(it.start, it.end, "quote", who.to_owned());
    }
    for it in &article.times {
        add(it.start, it.end, "time", it.value.clone());
    }
    for it in &article.figures {
        add(it.start, it.end, "figure", it.what.clone());
    }
    for it in article.commitments.iter().flat_map(|it| &it.conditions) {
        add(it.start, it.end, "condition", format!("condition: {}", it.kind));
    }
    found.sort_by_key(|it| (it.start, it.end));
    found
}

/// The findings that cover the byte reached so far; moves forward only.
struct Open<'a> {
    findings: &'a [Finding],
    next: usize,
    live: Vec<usize>,
    /// Where a finding or a piece of evidence starts or ends, in order.
    cuts: Vec<usize>,
    targets: &'a BTreeSet<(usize, usize)>,
}

impl Open<'_> {
    fn advance(&mut self, at: usize) {
        while self.findings.get(self.next).is_some_and(|it| it.start <= at) {
            self.live.push(self.next);
            self.next += 1;
        }
        self.live.retain(|&ix| self.findings[ix].end > at);
    }
}

fn pieces(article: &RecordArticle, start: usize, end: usize, open: &mut Open<'_>) -> Vec<Piece> {
    let from = open.cuts.partition_point(|&it| it <= start);
    let to = open.cuts.partition_point(|&it| it < end);
    let inner = open.cuts.get(from..to).unwrap_or_default();
    let bounds: Vec<usize> =
        std::iter::once(start).chain(inner.iter().copied()).chain([end]).collect();
    let mut found = Vec::new();
    for pair in bounds.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        open.advance(a);
        let live = || open.live.iter().map(|&ix| &open.findings[ix]);
        let classes: BTreeSet<&str> = live().map(|it| it.class).collect();
        let titles: Vec<&str> = live().map(|it| it.title.as_str()).collect();
        found.push(Piece {
            start: a,
            end: b,
            text: article.text.get(a..b).unwrap_or_default().to_owned(),
            class: classes.into_iter().collect::<Vec<_>>().join(" "),
            title: titles.join(" · "),
            anchors: open.targets.range((a, 0)..(a + 1, 0)).map(|&(_, end)| end).collect(),
        });
    }
    found
}
