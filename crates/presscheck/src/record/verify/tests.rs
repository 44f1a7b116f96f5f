//! A record of one invented article, whole and then tampered with in one place at a time.

use serde_json::json;

use super::{Source, json, verify};
use crate::model::Record;

const TEXT: &str = "“Go on,” Zoë Díaz said. Fourteen sank.";

fn record() -> Record {
    let evidence = |start: usize, end: usize| {
        let text = TEXT.get(start..end).unwrap();
        json!([{"article": "a1", "start": start, "end": end, "text": text}])
    };
    let mut record: Record = serde_json::from_value(json!({
        "format": "presscheck-record", "version": 1, "generator": "test",
        "story": {"id": "s1", "title": "", "title_evidence": null, "start": null, "end": null,
                  "articles": 1, "outlets": 1, "origins": 1},
        "articles": [{
            "id": "a1", "path": "a.txt", "url": null, "sha256": "00", "outlet": null, "title": null,
            "byline": null, "published": null, "modified": null, "language": "en", "text": TEXT,
            "parts": [{"kind": "body", "start": 0, "end": TEXT.len(), "reason": "test"}],
            "sentences": [{"start": 0, "end": 29}],
            "names": [{"start": 13, "end": 23, "kind": "person", "entity": "e1"}],
            "quotes": [{"id": "q1", "start": 3, "end": 9, "type": "direct",
                        "source": {"start": 13, "end": 23}, "cue": {"start": 24, "end": 28},
                        "speaker": "e1", "speaker_name": "Zoë Díaz", "continues": null,
                        "negated": false, "speaker_from": null}],
            "times": [],
            "figures": [{"start": 30, "end": 38, "low": 14.0, "high": 14.0, "approximate": false,
                         "unit": "", "what": "boats"}],
            "commitments": [], "raw": [],
        }],
        "entities": [{"id": "e1", "kind": "person", "name": "Zoë Díaz", "variants": [],
                      "roles": [], "evidence": evidence(13, 23)}],
        "origins": [{"id": "o1", "name": "a", "articles": ["a1"], "evidence": evidence(0, 9)}],
        "lineage": [],
        "utterances": [{"id": "u1", "speaker": "e1", "speaker_name": null, "quotes": [
            {"article": "a1", "quote": "q1", "start": 3, "end": 9, "relation": "verbatim",
             "differences": []}]}],
        "quantities": [{"id": "n1", "what": "boats", "unit": "", "agree": true, "figures": [
            {"article": "a1", "start": 30, "end": 38, "low": 14.0, "high": 14.0,
             "said_by": null}]}],
        "commitments": [], "conflicts": [], "timeline": [], "agreed": [], "gaps": [],
    }))
    .unwrap();
    record.sha256 = json::sha256(&record);
    record
}

fn check_source(text: &str, sha256: &str, tamper: impl Fn(&mut Record), expected: &[&str]) {
    let mut record = record();
    tamper(&mut record);
    let source = Source { sha256: sha256.to_owned(), text: text.to_owned() };
    let failures = verify(&record, &[Some(source)]);
    let mut found: Vec<String> =
        failures.iter().map(|it| format!("{}: {}", it.at, it.what)).collect();
    // Whatever is changed is noticed there too; each test looks at what else is said.
    found.retain(|it| it != "sha256: the record has been changed since it was written");
    assert_eq!(found, expected);
}

fn check(tamper: impl Fn(&mut Record), expected: &[&str]) {
    check_source(TEXT, "00", tamper, expected);
}

#[test]
fn an_untouched_record_holds() {
    check(|_| {}, &[]);
}

#[test]
fn one_changed_byte_in_the_source_is_found_wherever_it_is_used() {
    check_source(
        &TEXT.replace("Díaz", "Dias"),
        "01",
        |_| {},
        &[
            "articles[0].sha256: the bytes of `a.txt` have changed: 01, not 00",
            "articles[0].text: the text of `a.txt` reads differently from byte 19 on",
            "articles[0].parts[0]: bytes 0..44 run past the end at 43",
            "articles[0].sentences[0]: bytes 0..29 of `a1` read ““Go on,” Zoë Dias said. ”, \
             not ““Go on,” Zoë Díaz said.”",
            "articles[0].names[0]: bytes 13..23 of `a1` read “Zoë Dias ”, not “Zoë Díaz”",
            "articles[0].quotes[0].source: bytes 13..23 of `a1` read “Zoë Dias ”, not “Zoë Díaz”",
            "articles[0].quotes[0].cue: bytes 24..28 of `a1` read “aid.”, not “said”",
            "articles[0].figures[0]: bytes 30..38 of `a1` read “ourteen ”, not “Fourteen”",
            "entities[0].evidence[0]: bytes 13..23 of `a1` read “Zoë Dias ”, not “Zoë Díaz”",
            "quantities[0].figures[0]: bytes 30..38 of `a1` read “ourteen ”, not “Fourteen”",
        ],
    );
}

#[test]
fn a_place_that_cuts_a_character_is_found() {
    check(
        |it| it.articles[0].quotes[0].start = 2,
        &[
            "articles[0].quotes[0]: bytes 2..9 cut a character",
            "utterances[0].quotes[0]: `q1` is not a quotation there",
        ],
    );
}

#[test]
fn a_place_outside_the_text_or_backwards_is_found() {
    check(
        |it| it.articles[0].names[0].end = 99,
        &["articles[0].names[0]: bytes 13..99 run past the end at 44"],
    );
    check(
        |it| it.articles[0].names[0].end = 3,
        &["articles[0].names[0]: bytes 13..3 end before they start"],
    );
}

#[test]
fn a_statement_without_evidence_is_found() {
    check(|it| it.entities[0].evidence.clear(), &["entities[0]: it has no evidence"]);
    check(|it| it.utterances[0].quotes.clear(), &["utterances[0]: it has no version"]);
}

#[test]
fn words_that_do_not_stand_there_are_found() {
    check(
        |it| it.entities[0].evidence[0].text = "Zoe Diaz".to_owned(),
        &["entities[0].evidence[0]: bytes 13..23 of `a1` read “Zoë Díaz”, not “Zoe Diaz”"],
    );
}

#[test]
fn an_id_that_leads_nowhere_is_found() {
    check(
        |it| it.articles[0].names[0].entity = "e9".to_owned(),
        &["articles[0].names[0]: it names the entity `e9`, which the record does not hold"],
    );
    check(
        |it| it.origins[0].evidence[0].article = "a9".to_owned(),
        &["origins[0].evidence[0]: it names the article `a9`, which the record does not hold"],
    );
}

#[test]
fn a_figure_with_another_value_than_its_article_gives_is_found() {
    check(
        |it| it.quantities[0].figures[0].low = Some(40.0),
        &["quantities[0].figures[0]: the article has no such figure there"],
    );
}

#[test]
fn bytes_in_no_part_and_articles_in_no_origin_are_found() {
    check(
        |it| it.articles[0].parts[0].end = 30,
        &["articles[0].parts: bytes 30..44 are in no part"],
    );
    check(|it| it.origins[0].articles.clear(), &["articles[0]: it is in 0 origins, not in one"]);
}

#[test]
fn a_source_that_is_gone_is_one_failure_and_the_rest_is_checked_against_the_record() {
    let failures = verify(&record(), &[None]);
    let found: Vec<&str> = failures.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(found, ["the source of `a.txt` was not found"]);
}

#[test]
fn words_within_a_clause_that_does_not_hold_them_are_found() {
    let found = "articles[0].quotes[0]: it does not stand within `q2`";
    check(|it| it.articles[0].quotes[0].within = Some("q2".to_owned()), &[found]);
}
