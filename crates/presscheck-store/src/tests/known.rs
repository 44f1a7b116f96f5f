//! Articles that come a second time.

use super::{Desk, FERRY, RESCUE, by, file, page};
use crate::Status;

/// What became of the articles that came one after the other: status, place of the article among
/// those that are told apart, number of the version.
fn check(given: Vec<crate::Incoming>, expected: &[(Status, usize, u32)]) {
    let mut desk = Desk::new();
    let mut ids: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for it in given {
        let it = desk.take(it);
        let place = ids.iter().position(|id| *id == it.article).unwrap_or_else(|| {
            ids.push(it.article.clone());
            ids.len() - 1
        });
        found.push((it.status, place, it.version));
    }
    assert_eq!(found, expected);
    assert_eq!(desk.workspace.problems().unwrap(), Vec::<String>::new());
}

#[test]
fn the_same_bytes_of_a_file_are_known() {
    check(
        vec![file("a.txt", FERRY), file("a.txt", FERRY)],
        &[(Status::New, 0, 1), (Status::Known, 0, 1)],
    );
}

#[test]
fn a_changed_file_is_a_new_version() {
    let changed = FERRY.replace("14", "15");
    check(
        vec![file("a.txt", FERRY), file("a.txt", &changed), file("a.txt", FERRY)],
        &[(Status::New, 0, 1), (Status::Changed, 0, 2), (Status::Changed, 0, 3)],
    );
}

#[test]
fn an_address_is_known_again_by_whatever_way_it_was_reached() {
    let changed = FERRY.replace("14", "15");
    check(
        vec![
            page("https://vik.example/ferry?utm_source=x", FERRY),
            page("http://vik.example/ferry#top", &changed),
        ],
        &[(Status::New, 0, 1), (Status::Changed, 0, 2)],
    );
}

#[test]
fn a_file_that_holds_another_page_every_day_is_another_article() {
    check(
        vec![page("https://vik.example/ferry", FERRY), page("https://vik.example/rescue", RESCUE)],
        &[(Status::New, 0, 1), (Status::New, 1, 1)],
    );
}

#[test]
fn a_copy_of_a_file_is_known_and_its_change_is_no_change_of_the_first() {
    let changed = FERRY.replace("14", "15");
    check(
        vec![file("a.txt", FERRY), file("b.txt", FERRY), file("b.txt", &changed)],
        &[(Status::New, 0, 1), (Status::Known, 0, 1), (Status::New, 1, 1)],
    );
}

#[test]
fn one_text_in_two_outlets_is_two_articles() {
    check(
        vec![by("Vik Daily", "a.txt", FERRY), by("Strand Post", "b.txt", FERRY)],
        &[(Status::New, 0, 1), (Status::New, 1, 1)],
    );
}

#[test]
fn what_is_known_later_of_the_same_bytes_is_kept() {
    check(
        vec![file("a.txt", FERRY), by("Vik Daily", "a.txt", FERRY), file("a.txt", FERRY)],
        &[(Status::New, 0, 1), (Status::Changed, 0, 2), (Status::Known, 0, 2)],
    );
}

#[test]
fn different_articles_under_one_given_id_are_two() {
    let with_id = |outlet: &str, text: &str| {
        let mut it = by(outlet, "wire.txt", text);
        "7".clone_into(&mut it.article.id.0);
        it.file = None;
        it
    };
    check(
        vec![
            with_id("Vik Daily", FERRY),
            with_id("Strand Post", RESCUE),
            with_id("Vik Daily", &FERRY.replace("14", "15")),
        ],
        &[(Status::New, 0, 1), (Status::New, 1, 1), (Status::Changed, 0, 2)],
    );
}

#[test]
fn the_bytes_of_every_version_are_kept() {
    let mut desk = Desk::new();
    let long = FERRY.repeat(50);
    for text in [FERRY, &long, ""] {
        let text = if text.is_empty() { RESCUE } else { text };
        let it = desk.take(file("a.txt", text));
        let source = desk.workspace.source(&it.sha256).unwrap().unwrap();
        assert_eq!((source.bytes.as_slice(), source.ending.as_str()), (text.as_bytes(), ".txt"));
    }
    let article = desk.workspace.articles(None).unwrap().remove(0);
    let versions = desk.workspace.versions(&article.id).unwrap();
    let texts: Vec<&str> = versions.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, [FERRY, long.as_str(), RESCUE]);
}

#[test]
fn words_are_found_with_their_bytes() {
    let mut desk = Desk::new();
    desk.take(file("a.txt", &format!("\u{feff}{FERRY}")));
    desk.take(file("b.txt", super::TARIFF));
    let hits = desk.workspace.search("diaz \"coast guard\"", 9).unwrap();
    let places: Vec<_> = hits[0].places.iter().map(|it| (it.text.as_str(), it.start)).collect();
    let at = |words: &str| (FERRY.find(words).unwrap(), FERRY.rfind(words).unwrap());
    let guard = at("coast guard");
    assert_eq!(hits.len(), 1);
    assert_eq!(
        places,
        [("coast guard", guard.0), ("coast guard", guard.1), ("Díaz", at("Díaz").0)]
    );
    assert_eq!(hits[0].places[0].raw_start, Some(guard.0 + "\u{feff}".len()));
    assert!(hits[0].snippet.contains("drowned, the coast guard said"), "{}", hits[0].snippet);
}

#[test]
fn a_search_never_fails_but_for_operators_without_words() {
    let mut desk = Desk::new();
    desk.take(file("a.txt", FERRY));
    for query in ["won't", "a-b", "x:y", "ferr*", "“sank off” NOT tide", "NEAR(a b)", "^a + b"]
    {
        desk.workspace.search(query, 9).unwrap();
    }
    assert_eq!(desk.workspace.search("ferr* NOT tide", 9).unwrap().len(), 1);
    assert!(desk.workspace.search("ferry OR", 9).is_err());
    assert!(desk.workspace.search(" … (", 9).is_err());
}
