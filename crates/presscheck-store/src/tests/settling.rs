//! Stories and records follow from articles and decisions.

use presscheck::record;

use super::{Desk, FERRY, RESCUE, TARIFF, file};

/// Three articles of two stories; returns their ids.
fn three(desk: &mut Desk) -> [String; 3] {
    let ids = [("a.txt", FERRY), ("b.txt", RESCUE), ("c.txt", TARIFF)];
    let ids = ids.map(|(name, text)| desk.take(file(name, text)).article);
    desk.settle();
    ids
}

#[test]
fn articles_of_one_event_are_one_story_whenever_they_come() {
    let mut desk = Desk::new();
    let ferry = desk.take(file("a.txt", FERRY)).article;
    desk.settle();
    let story = desk.story_of(&ferry);
    desk.take(file("c.txt", TARIFF));
    desk.settle();
    let rescue = desk.take(file("b.txt", RESCUE)).article;
    desk.settle();
    assert_eq!(desk.story_of(&rescue), story, "the story goes on under its id");
    assert_eq!(desk.stories().len(), 2);
}

#[test]
fn the_record_is_that_which_the_articles_give_at_once() {
    let mut desk = Desk::new();
    let [ferry, ..] = three(&mut desk);
    let story = desk.story_of(&ferry);
    let kept = desk.workspace.record(&story).unwrap();
    let given = [("a.txt", FERRY), ("b.txt", RESCUE)].map(|(a, b)| file(a, b).article);
    let at_once = presscheck::compile(given.to_vec());
    assert_eq!(record::to_json(&kept), record::to_json(&at_once[0]));
}

#[test]
fn a_changed_article_changes_its_record_and_the_record_before_can_be_had_again() {
    let mut desk = Desk::new();
    let [ferry, ..] = three(&mut desk);
    let story = desk.story_of(&ferry);
    let before = desk.workspace.record(&story).unwrap();
    let then = desk.now();
    desk.take(file("a.txt", &FERRY.replace("14", "16")));
    desk.settle();
    let after = desk.workspace.record(&story).unwrap();
    assert_ne!(after.sha256, before.sha256);
    let again = desk.workspace.record_as_of(&story, &then).unwrap();
    assert_eq!(again.sha256, before.sha256);
}

#[test]
fn annotations_of_another_revision_are_made_again() {
    let mut desk = Desk::new();
    let [ferry, ..] = three(&mut desk);
    let story = desk.story_of(&ferry);
    let before = record::to_json(&desk.workspace.record(&story).unwrap());
    desk.workspace
        .change(|file| {
            file.execute_batch(
                "UPDATE annotations SET revision = 'old', layers = '{}';
                 UPDATE article_versions SET revision = 'old', reading = '{}', text = 'old';
                 UPDATE records SET revision = 'old', sha256 = 'old', record = '{}';",
            )
        })
        .unwrap();
    desk.settle();
    let again = record::to_json(&desk.workspace.record(&story).unwrap());
    assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(before).unwrap());
    assert_eq!(desk.workspace.search("Halcyon", 9).unwrap().len(), 2);
    assert_eq!(desk.workspace.problems().unwrap(), Vec::<String>::new());
}

#[test]
fn annotations_that_do_not_fit_the_text_are_made_again() {
    let mut desk = Desk::new();
    let [ferry, ..] = three(&mut desk);
    let story = desk.story_of(&ferry);
    let before = desk.workspace.record(&story).unwrap();
    desk.workspace
        .change(|file| {
            file.execute_batch(
                "UPDATE annotations SET layers = replace(layers, '\"at\":[', '\"at\":[9');
                 UPDATE stories SET stale = 1; UPDATE records SET sha256 = '', record = '{}';",
            )
        })
        .unwrap();
    desk.settle();
    assert_eq!(desk.workspace.record(&story).unwrap().sha256, before.sha256);
}

#[test]
fn settling_twice_does_nothing_the_second_time() {
    let mut desk = Desk::new();
    three(&mut desk);
    let now = desk.now();
    assert_eq!(desk.workspace.settle(&now, &mut |_| {}).unwrap().stories, 0);
}
