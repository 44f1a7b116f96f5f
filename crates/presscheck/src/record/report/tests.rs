use std::collections::BTreeSet;

use super::report;
use crate::model::*;

const TEXT: &str = "Ferry <row>\n\n“We sail at dawn,” said Zoë Ågren. 14 boats wait.\nMenu\n";

fn evidence(words: &str) -> Evidence {
    let start = TEXT.find(words).expect("the words stand in the text");
    let end = start + words.len();
    Evidence { article: "a1".to_owned(), start, end, text: words.to_owned() }
}

/// A record in which every list has an entry.
fn record() -> Record {
    let json = serde_json::json!({
        "format": "presscheck-record", "version": 1, "generator": "presscheck test",
        "story": {"id": "s1", "title": "Ferry <row>", "title_evidence": evidence("Ferry <row>"),
            "start": null, "end": null, "articles": 1, "outlets": 1, "origins": 1},
        "articles": [{"id": "a1", "path": "ferry.txt", "url": null, "sha256": "00", "outlet": null,
            "title": "Ferry <row>", "byline": null, "modified": null, "language": "en",
            "published": {"value": "2031-05-02", "certain": true, "inferred": true, "basis": []}, "text": TEXT,
            "parts": [{"kind": "headline", "start": 0, "end": 13, "reason": ""},
                {"kind": "body", "start": 13, "end": TEXT.len() - 5, "reason": ""},
                {"kind": "chrome", "start": TEXT.len() - 5, "end": TEXT.len(), "reason": ""}],
            "sentences": [], "names": [], "times": [], "commitments": [], "raw": [],
            "quotes": [{"id": "q1", "start": 16, "end": 32, "type": "direct", "source": null,
                "cue": null, "speaker": null, "speaker_name": null, "continues": null,
                "negated": false, "speaker_from": null}],
            "figures": []}],
        "entities": [],
        "origins": [{"id": "o1", "name": "The Gull", "articles": ["a1"],
            "evidence": [evidence("Ferry <row>")]}],
        "lineage": [],
        "utterances": [],
        "quantities": [{"id": "n1", "what": "boats", "unit": "boats", "agree": false, "figures": [
            {"article": "a1", "start": evidence("14").start, "end": evidence("14").end,
                "low": 14.0, "high": null, "said_by": null}]}],
        "commitments": [
            {"id": "c1", "event": "We sail", "kind": "planned", "parties": [], "conditions": [],
                "after": [], "due": null, "stances": [], "evidence": [evidence("We sail")]},
            {"id": "c2", "event": "14 boats wait", "kind": "conditional", "parties": [],
                "conditions": [{"type": "once", "article": "a1", "start": evidence("at dawn").start,
                    "end": evidence("at dawn").end, "text": "at dawn"}],
                "after": ["c1"], "due": null, "evidence": [evidence("14 boats wait.")],
                "stances": [{"party": "Zoë Ågren", "entity": null, "stance": "accepts",
                    "told_by": null, "article": "a1", "start": 16, "end": 32, "text": ""}]}],
        "conflicts": [{"kind": "claim", "what": "boats", "note": null,
            "sides": [evidence("14 boats wait."), evidence("We sail at dawn")]}],
        "timeline": [{"value": "2031-05-02", "what": "14 boats wait.", "planned": false,
            "evidence": [evidence("14 boats wait.")], "reported": null}],
        "agreed": [], "gaps": [],
    });
    serde_json::from_value(json).expect("the record has the format's shape")
}

/// What stands between `before` and the next double quote, everywhere in the page.
fn attributes<'a>(page: &'a str, before: &str) -> BTreeSet<&'a str> {
    page.split(before).skip(1).filter_map(|it| it.split('"').next()).collect()
}

#[test]
fn every_link_leads_to_a_place_on_the_page() {
    let page = report(&record());
    let places = attributes(&page, " id=\"");
    let links = attributes(&page, "href=\"#");
    assert!(links.len() > 10, "{links:?}");
    for link in links {
        assert!(places.contains(link), "no place for {link} among {places:?}");
    }
}

#[test]
fn words_of_an_article_never_become_markup() {
    let page = report(&record());
    assert!(page.contains("Ferry &lt;row&gt;"));
    assert!(!page.contains("<row>"));
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = report(&record());
    for sign in ["http:", "https:", "src=", "@import", "url(h"] {
        assert!(!page.contains(sign), "the page contains {sign}");
    }
}

#[test]
fn an_act_that_waits_for_another_is_drawn_to_its_right() {
    let page = report(&record());
    let boxes: Vec<&str> = page.split("class=\"act\"><title>").skip(1).collect();
    let x = |words: &str| -> usize {
        let drawn = boxes.iter().find(|it| it.starts_with(words)).expect("the act is drawn");
        let x = drawn.split("rect x=\"").nth(1).and_then(|it| it.split('"').next());
        x.and_then(|it| it.parse().ok()).expect("its box has a place")
    };
    assert!(x("We sail") < x("14 boats wait"));
}
