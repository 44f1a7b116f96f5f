//! What must hold for any bytes: shared by the fuzz targets here and by the engine's own tests.

use std::collections::BTreeSet;

use presscheck::model::{Annotations, Article, Party, Place, Record, Span};
use presscheck::read::{self, Input};
use presscheck::record::{self, Source};
use presscheck::{annotate, model};

/// Reads bytes that came under a file name.
pub fn read(name: &str, bytes: &[u8]) -> Vec<Article> {
    let place = Place { path: Some(name.to_owned()), url: None };
    read::articles(&Input { bytes, place, ..Input::default() }).articles
}

/// Reads bytes under a file name; each article's parts must cover its text without a break.
pub fn reading_holds(name: &str, bytes: &[u8]) {
    for it in read(name, bytes) {
        let mut covered = 0;
        for part in &it.parts {
            assert_eq!(part.span.start(), covered, "parts of {name} lie end to end");
            covered = part.span.end();
        }
        assert_eq!(covered, it.text.len(), "parts of {name} reach the end");
    }
}

/// Annotates articles, each on its own; every span must lie on character boundaries of its text,
/// and every place in a list lead somewhere.
pub fn annotating_holds(articles: &[Article]) {
    for article in articles {
        let found = annotate::article(article);
        for (what, span) in spans(&found) {
            let words = article.text.get(span.range());
            assert!(words.is_some(), "{what} at {span:?} cuts a character or runs past the end");
        }
        places_hold(&found);
        let sentences = found.sentences.iter().map(|it| it.span);
        no_two_overlap("sentences", sentences);
        no_two_overlap("mentions", found.mentions.iter().map(|it| it.span));
    }
}

fn no_two_overlap(what: &str, spans: impl Iterator<Item = Span>) {
    let mut covered = 0;
    for it in spans {
        assert!(covered <= it.start(), "{what} are in text order and no two overlap: {it:?}");
        covered = it.end();
    }
}

/// Every span of every layer, with the layer's name.
fn spans(found: &Annotations) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    let mut add = |what, some: &mut dyn Iterator<Item = Span>| {
        spans.extend(some.map(|it| (what, it)));
    };
    add("a sentence", &mut found.sentences.iter().map(|it| it.span));
    add("a mention", &mut found.mentions.iter().map(|it| it.span));
    add("a role", &mut found.entities.iter().flat_map(|it| it.roles.iter().copied()));
    add("a time", &mut found.times.iter().map(|it| it.span));
    add("a figure", &mut found.figures.iter().flat_map(|it| [it.span, it.what_span]));
    for it in &found.quotes {
        add("a quote", &mut [Some(it.span), it.source, it.cue].into_iter().flatten());
        add("words between marks", &mut it.marked.iter().copied());
    }
    for it in &found.commitments {
        add("a commitment", &mut [it.span, it.act].into_iter());
        add("a party", &mut it.parties.iter().map(|it| it.span));
        add("a condition", &mut it.conditions.iter().map(|it| it.span));
        add("an act before or after", &mut it.after.iter().chain(&it.before).copied());
    }
    for it in &found.stances {
        let told_by = it.told_by.as_ref().map(|it| it.span);
        let all = [Some(it.span), Some(it.party.span), it.about, told_by];
        add("a stance", &mut all.into_iter().flatten());
    }
    spans
}

/// Every number that counts in another list of the same article.
fn places_hold(found: &Annotations) {
    let entity = |ix: Option<model::EntityIx>| {
        assert!(ix.is_none_or(|ix| ix < found.entities.len()), "an entity that is not there");
    };
    let party = |it: &Party| entity(it.entity);
    found.mentions.iter().for_each(|it| entity(Some(it.entity)));
    for (ix, it) in found.quotes.iter().enumerate() {
        entity(it.speaker);
        assert!(it.continues.is_none_or(|before| before < ix), "a quote continues an earlier one");
    }
    for it in &found.commitments {
        it.parties.iter().for_each(party);
        assert!(it.due.is_none_or(|ix| ix < found.times.len()), "a due time that is not there");
    }
    for it in &found.stances {
        party(&it.party);
        it.told_by.iter().for_each(party);
    }
}

/// Compiles articles; each record must verify against them, and no article may be lost.
pub fn compiling_holds(articles: &[Article]) -> Vec<Record> {
    annotating_holds(articles);
    let records = presscheck::compile(articles.to_vec());
    for it in &records {
        let failures = record::verify(it, &sources(it, articles));
        assert_eq!(failures, [], "what was compiled holds");
    }
    let bytes = |it: &Article| it.sha256.clone();
    let given: BTreeSet<String> = articles.iter().map(bytes).collect();
    let kept = records.iter().flat_map(|it| &it.articles).map(|it| it.sha256.clone());
    assert_eq!(kept.collect::<BTreeSet<String>>(), given, "no article is lost");
    records
}

/// Reads a record of any making; verifying and showing it must end.
pub fn any_record_is_survived(bytes: &[u8]) {
    if let Ok(it) = record::from_json(bytes) {
        record::verify(&it, &[]);
        record::report(&it);
        record::to_json(&it);
    }
}

/// What verifying finds where an article is unchanged.
pub fn source(article: &Article) -> Source {
    Source { sha256: article.sha256.clone(), text: article.text.clone() }
}

/// The sources of a record's articles, found by their bytes.
pub fn sources(record: &Record, articles: &[Article]) -> Vec<Option<Source>> {
    let given = |sha256: &str| articles.iter().find(|it| it.sha256 == sha256).map(source);
    record.articles.iter().map(|it| given(&it.sha256)).collect()
}
