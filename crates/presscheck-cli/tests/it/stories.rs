//! `presscheck stories` on an invented stream.

use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};

use crate::run::presscheck_on;

/// Four articles on two stories, and two lines that are none.
fn stream() -> String {
    let articles = [
        json!({"id": "herald-1", "published": "2031-03-04", "outlet": "Herald", "title": "Shots outside bakery",
            "text": "Tobias Renn, 34, was shot dead outside the Golden Crust bakery on Ferry Lane in \
                     Norhaven on Monday night. A green van left for Millgate, and 11 casings were found."}),
        json!({"id": "post-1", "published": "2031-03-04T08:00:00Z", "outlet": "Post",
            "text": "The island council of Vell ends the night ferry to Port Maren. The 1978 boat costs \
                     4 million crowns, said Ada Brekke. Harbour workers plan a strike from Friday."}),
        json!({"id": 3, "outlet": "Strand", "url": "https://strand.example/2031/03/05/renn",
            "text": "The man shot outside the Golden Crust bakery in Norhaven was Tobias Renn, 34. Police \
                     found 11 casings on Ferry Lane and look for a green van that left for Millgate."}),
        json!({"id": "strand-4", "published": "2031-03-05", "outlet": "Strand", "title": null,
            "text": "Night boats from Vell to Port Maren stop, as a boat from 1978 costs 4 million crowns, \
                     Ada Brekke told the council. A strike of harbour workers begins on Friday."}),
    ];
    let mut lines = String::new();
    for (nth, it) in articles.iter().enumerate() {
        let _ = writeln!(lines, "{it}");
        if nth == 1 {
            lines.push_str("\n{\"id\":\"broken\n{\"id\":\"empty\",\"text\":\" \"}\n");
        }
    }
    lines
}

#[track_caller]
fn check(args: &[&str], expected: &str) -> String {
    let ran = presscheck_on(&[&["stories", "-"], args].concat(), stream().as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let answers: Vec<String> = ran
        .stdout
        .lines()
        .map(|it| {
            let it: Value = serde_json::from_str(it).unwrap();
            format!("{}: {}", it["id"].as_str().unwrap(), it["story"].as_str().unwrap())
        })
        .collect();
    assert_eq!(answers.join(", "), expected);
    ran.stderr
}

const TWO_STORIES: &str = "herald-1: herald-1, post-1: post-1, 3: herald-1, strand-4: post-1";

#[test]
fn each_article_of_a_stream_is_answered_in_order_and_what_is_none_is_named() {
    let messages = check(&[], TWO_STORIES);
    assert!(messages.contains("cannot read `- line 4`: it is not JSON"), "{messages}");
    assert!(messages.contains("cannot read `- line 5`: the article `empty` has no `text`"));
}

#[test]
fn stories_stand_at_the_end_as_they_did_on_the_way_where_nothing_new_was_learned() {
    check(&["--final"], TWO_STORIES);
}

#[test]
fn what_a_person_decided_is_held_to_in_a_stream() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("decisions.jsonl");
    let lines = [
        json!({"a": "3", "b": "herald-1", "decision": "apart"}),
        json!({"a": "post-1", "b": "strand-4", "decision": "together"}),
        json!({"a": "3", "b": "strand-4", "decision": "together"}),
    ];
    fs::write(&path, lines.map(|it| format!("{it}\n")).concat()).unwrap();
    let path = path.to_str().unwrap();
    check(&["--decisions", path], "herald-1: herald-1, post-1: post-1, 3: 3, strand-4: post-1");
    check(
        &["--decisions", path, "--final"],
        "herald-1: herald-1, post-1: post-1, 3: post-1, strand-4: post-1",
    );
}

#[test]
fn an_explanation_leads_to_what_two_articles_share() {
    let ran = presscheck_on(&["stories", "-", "--explain", "3"], stream().as_bytes());
    let it: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(it["story"], "herald-1");
    assert_eq!((&it["with"][0]["id"], &it["with"][0]["days"]), (&json!("herald-1"), &json!(1)));
    let first = &it["with"][0]["shared"][0];
    assert_eq!((&first["kind"], &first["words"]), (&json!("person"), &json!("tobias renn")));
    let unknown = presscheck_on(&["stories", "-", "--explain", "x"], stream().as_bytes());
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("no article has the id `x`"), "{}", unknown.stderr);
}

#[test]
fn a_stream_that_is_not_there_cannot_be_read() {
    let ran = presscheck_on(&["stories", "no-such.jsonl"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("cannot read `no-such.jsonl`: there is no such file"));
}
