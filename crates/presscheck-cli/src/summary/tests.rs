//! The summary of a record of two invented articles.

use std::path::PathBuf;

use expect_test::{Expect, expect};
use presscheck::model::Record;
use serde_json::{Value, json};

const DAILY: &str = "Ada Lund warned of “a swift and severe answer”. Fourteen people drowned off Vik. \
Mayor Díaz will reopen the harbour only if the storm ends, after the pilots vote.";
const POST: &str = "Ada Lund warned of “a fast and harsh answer”. At least 20 people drowned off Vik. \
Díaz’s office denied that the harbour would reopen.";

/// The place of some words in an article, as a record gives it.
fn place(article: &str, words: &str) -> Value {
    let text = if article == "a1" { DAILY } else { POST };
    let start = text.find(words).unwrap();
    json!({"article": article, "start": start, "end": start + words.len(), "text": words})
}

fn with(mut place: Value, fields: Value) -> Value {
    place.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    place
}

fn article(id: &str, outlet: &str, text: &str) -> Value {
    json!({
        "id": id, "path": format!("{id}.txt"), "url": null, "sha256": "", "outlet": outlet,
        "title": null, "byline": null, "published": null, "modified": null, "language": "en",
        "text": text, "parts": [], "sentences": [], "names": [], "quotes": [], "times": [],
        "figures": [], "commitments": [], "raw": [],
    })
}

fn record() -> Record {
    let swift = place("a1", "a swift and severe answer");
    let fast = place("a2", "a fast and harsh answer");
    let difference = |own: &str, other: &str| {
        let (own, other) = (place("a2", own), place("a1", other));
        json!({"start": own["start"], "end": own["end"], "other_article": "a1",
               "other_start": other["start"], "other_end": other["end"]})
    };
    serde_json::from_value(json!({
        "format": "presscheck-record", "version": 1, "generator": "test",
        "story": {"id": "s1", "title": "Ferry sinks off Vik", "title_evidence": null,
                  "start": "2031-03-01", "end": "2031-03-02",
                  "articles": 2, "outlets": 2, "origins": 2},
        "articles": [article("a1", "Vik Daily", DAILY), article("a2", "Strand Post", POST)],
        "entities": [],
        "origins": [{"id": "o1", "name": "Coast Wire", "articles": ["a1", "a2"], "evidence": []}],
        "lineage": [],
        "utterances": [{"id": "u1", "speaker": null, "speaker_name": "Ada Lund", "quotes": [
            with(swift.clone(), json!({"quote": "q1", "relation": "verbatim", "differences": []})),
            with(fast.clone(), json!({"quote": "q1", "relation": "altered", "differences": [
                difference("fast", "swift"), difference("harsh", "severe")]})),
        ]}],
        "quantities": [{"id": "n1", "what": "people drowned off Vik", "unit": "people",
            "agree": false, "figures": [
                with(place("a1", "Fourteen"), json!({"low": 14, "high": 14, "said_by": null})),
                with(place("a2", "At least 20"),
                     json!({"low": 20, "high": null, "said_by": "the coast guard"})),
        ]}],
        "commitments": [
            {"id": "c1", "event": "reopen the harbour", "kind": "conditional", "parties": [],
             "conditions": [
                with(place("a1", "only if the storm ends"), json!({"type": "only-if"}))],
             "after": ["c2"], "due": "2031-03-04",
             "stances": [
                with(place("a2", "denied"), json!({"party": "Díaz’s office", "entity": null,
                     "stance": "denies", "told_by": null})),
                with(place("a1", "will reopen"), json!({"party": "Díaz", "entity": null,
                     "stance": "accepts-in-principle", "told_by": "Ada Lund"})),
             ],
             "evidence": [place("a1", "will reopen the harbour")]},
            {"id": "c2", "event": "the pilots vote", "kind": "planned", "parties": [],
             "conditions": [], "after": [], "due": null, "stances": [],
             "evidence": [place("a1", "the pilots vote")]},
        ],
        "conflicts": [
            {"kind": "wording", "what": "answer", "note": null, "sides": [swift, fast]},
            {"kind": "claim", "what": "the harbour", "note": "denied",
             "sides": [place("a1", "Mayor Díaz will reopen the harbour"),
                       place("a2", "Díaz’s office denied that the harbour would reopen")]},
        ],
        "timeline": [], "agreed": [],
        "gaps": [{"about": "a2", "what": "publication day", "why": "the page states none"}],
    }))
    .unwrap()
}

fn check(record: &Record, files: &[&str], expected: Expect) {
    let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
    expected.assert_eq(&super::of(record, &files));
}

#[test]
fn an_editor_sees_first_where_the_articles_differ_and_what_hangs_on_what() {
    check(
        &record(),
        &["out/s1/report.html"],
        expect![[r"
            Ferry sinks off Vik
            2 articles · 2 outlets · 2 origins · 1 altered quotation · 1 figure disputed · 1 open condition
            published 2031-03-01 to 2031-03-02

            One origin
              Coast Wire: Vik Daily, Strand Post

            Where they differ
              wording: Ada Lund: Strand Post prints “fast and harsh” for “swift and severe” (Vik Daily)
              figure: people drowned off Vik: Fourteen (Vik Daily) · At least 20 (Strand Post citing the coast
                guard)
              claim: the harbour (denied)
                Vik Daily: Mayor Díaz will reopen the harbour
                Strand Post: Díaz’s office denied that the harbour would reopen

            What hangs on what
              reopen the harbour (conditional, 2031-03-04)
                only if the storm ends [Vik Daily]
                comes after: the pilots vote
                Díaz’s office: denies
                Díaz: accepts in principle (only on the word of Ada Lund)

            Not read or not decided
              Strand Post: publication day (the page states none)

            written: out/s1/report.html
        "]],
    );
}

#[test]
fn a_record_of_nothing_much_is_three_lines_and_where_to_go_on() {
    let mut it = record();
    it.origins[0].articles.pop();
    it.utterances.clear();
    it.quantities.clear();
    it.commitments.clear();
    it.conflicts.clear();
    it.gaps.clear();
    check(
        &it,
        &[],
        expect![[r"
        Ferry sinks off Vik
        2 articles · 2 outlets · 2 origins
        published 2031-03-01 to 2031-03-02

        Nothing was written; `--out DIR` writes the report and the record.
    "]],
    );
}

#[test]
fn long_words_are_broken_between_words_and_cut_with_a_mark() {
    let mut it = record();
    it.story.title = "Ferry sinks off Vik ".repeat(20);
    let text = super::of(&it, &[]);
    assert!(text.lines().all(|it| it.chars().count() <= 100), "{text}");
    assert!(text.lines().nth(1).unwrap().ends_with('…'), "{text}");
}

#[test]
fn words_of_an_article_cannot_move_the_cursor_or_turn_the_line() {
    let mut it = record();
    it.story.title = "Ferry\u{1b}[2J sinks\r\n\u{202e}off Vik".to_owned();
    assert!(super::of(&it, &[]).starts_with("Ferry [2J sinks off Vik\n"));
}
