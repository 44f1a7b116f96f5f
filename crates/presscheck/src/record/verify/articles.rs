//! Articles: unchanged sources, parts that cover the text, and places inside it.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::ground::Ground;
use crate::model::{Extent, RecordArticle, RecordMention, RecordQuote};

pub(super) fn check(
    ground: &mut Ground<'_>,
    articles: &[RecordArticle],
    sources: &[Option<Source>],
) {
    let mut seen = BTreeSet::new();
    for (ix, it) in articles.iter().enumerate() {
        let at = format!("articles[{ix}]");
        if !seen.insert(&it.id) {
            ground.fail(&at, format!("its id `{}` is another article's", it.id));
        }
        unchanged(ground, &at, it, sources.get(ix).and_then(Option::as_ref));
        parts(ground, &at, it);
        layers(ground, &at, it);
        let evidence = it.published.iter().flat_map(|it| &it.basis).enumerate();
        for (ix, basis) in evidence {
            if let Some(it) = &basis.evidence {
                ground.evidence(&format!("{at}.published.basis[{ix}]"), it);
            }
        }
    }
}

fn unchanged(ground: &mut Ground<'_>, at: &str, it: &RecordArticle, source: Option<&Source>) {
    let name = it.path.as_ref().or(it.url.as_ref()).unwrap_or(&it.id);
    let Some(source) = source else {
        return ground.fail(at, format!("the source of `{name}` was not found"));
    };
    if source.sha256 != it.sha256 {
        let (found, given) = (&source.sha256, &it.sha256);
        ground.fail(
            format!("{at}.sha256"),
            format!("the bytes of `{name}` have changed: {found}, not {given}"),
        );
    }
    if source.text != it.text {
        let same = source.text.bytes().zip(it.text.bytes()).take_while(|(a, b)| a == b).count();
        ground.fail(
            format!("{at}.text"),
            format!("the text of `{name}` reads differently from byte {same} on"),
        );
    }
}

/// Every byte of the text in exactly one part.
fn parts(ground: &mut Ground<'_>, at: &str, article: &RecordArticle) {
    let mut covered = 0;
    for (ix, it) in article.parts.iter().enumerate() {
        let at = format!("{at}.parts[{ix}]");
        ground.place(&at, (&article.id, it.start, it.end));
        if it.start != covered {
            let (start, how) = (it.start, if it.start < covered { "twice" } else { "in no part" });
            let (from, to) = (start.min(covered), start.max(covered));
            ground.fail(&at, format!("bytes {from}..{to} are {how}"));
        }
        covered = covered.max(it.end);
    }
    if covered < article.text.len() {
        let len = article.text.len();
        ground.fail(format!("{at}.parts"), format!("bytes {covered}..{len} are in no part"));
    }
}

/// Every annotation.
fn layers(ground: &mut Ground<'_>, at: &str, article: &RecordArticle) {
    let id = article.id.as_str();
    for (ix, it) in article.sentences.iter().enumerate() {
        ground.place(&format!("{at}.sentences[{ix}]"), (id, it.start, it.end));
    }
    for (ix, it) in article.names.iter().enumerate() {
        let at = format!("{at}.names[{ix}]");
        ground.place(&at, (id, it.start, it.end));
        ground.entity(&at, &it.entity);
    }
    let ids: BTreeMap<&str, &RecordQuote> =
        article.quotes.iter().map(|it| (it.id.as_str(), it)).collect();
    if ids.len() < article.quotes.len() {
        ground.fail(format!("{at}.quotes"), "two quotations have one id");
    }
    for (ix, it) in article.quotes.iter().enumerate() {
        quote(ground, &format!("{at}.quotes[{ix}]"), id, it);
        if let Some(before) = it.continues.as_ref().filter(|it| !ids.contains_key(it.as_str())) {
            let what = format!("it continues `{before}`, which is not there");
            ground.fail(format!("{at}.quotes[{ix}]"), what);
        }
        let holds = |of: &&RecordQuote| of.start <= it.start && it.end <= of.end;
        let clause = |id: &str| ids.get(id).copied().filter(holds);
        if let Some(clause) = it.within.as_ref().filter(|id| clause(id).is_none()) {
            let what = format!("it does not stand within `{clause}`");
            ground.fail(format!("{at}.quotes[{ix}]"), what);
        }
    }
    for (ix, it) in article.times.iter().enumerate() {
        ground.place(&format!("{at}.times[{ix}]"), (id, it.start, it.end));
    }
    for (ix, it) in article.figures.iter().enumerate() {
        ground.place(&format!("{at}.figures[{ix}]"), (id, it.start, it.end));
    }
    for (ix, it) in article.commitments.iter().enumerate() {
        mention(ground, &format!("{at}.commitments[{ix}]"), id, it);
    }
    for (ix, it) in article.raw.iter().enumerate() {
        let at = format!("{at}.raw[{ix}]");
        ground.place(&at, (id, it.start, it.end));
        if it.raw_start > it.raw_end {
            ground
                .fail(at, format!("bytes {}..{} end before they start", it.raw_start, it.raw_end));
        }
    }
}

fn quote(ground: &mut Ground<'_>, at: &str, article: &str, it: &RecordQuote) {
    ground.place(at, (article, it.start, it.end));
    for (name, extent) in [("source", &it.source), ("cue", &it.cue)] {
        if let Some(Extent { start, end }) = extent {
            ground.place(&format!("{at}.{name}"), (article, *start, *end));
        }
    }
    if let Some(speaker) = &it.speaker {
        ground.entity(at, speaker);
    }
    if let Some(from) = &it.speaker_from {
        ground.evidence(&format!("{at}.speaker_from"), from);
    }
}

fn mention(ground: &mut Ground<'_>, at: &str, article: &str, it: &RecordMention) {
    ground.place(at, (article, it.start, it.end));
    for (ix, it) in it.parties.iter().enumerate() {
        ground.place(&format!("{at}.parties[{ix}]"), (article, it.start, it.end));
    }
    for (ix, it) in it.conditions.iter().enumerate() {
        ground.place(&format!("{at}.conditions[{ix}]"), (article, it.start, it.end));
    }
}
