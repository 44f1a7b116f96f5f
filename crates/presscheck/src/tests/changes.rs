//! What is new in a story, in invented news.

use crate::model::{Annotated, Place, Record};
use crate::read::{self, Input};
use crate::record::changes;
use crate::{annotate, compile_story};

const FERRY: &str = "\
Ferry sinks off Vik in a storm

The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
“We will search until the storm ends,” said Captain Ada Lund of the coast guard.
The mayor of Vik, Zoë Díaz, agreed to meet the minister in Vik on Friday.
";

fn record(texts: &[(&str, &str)]) -> Record {
    let article = |(id, text): &(&str, &str)| {
        let place = Place { path: Some(format!("{id}.txt")), url: None };
        let input = Input { bytes: text.as_bytes(), place, ..Input::default() };
        let mut it = read::articles(&input).articles.remove(0);
        let made = std::mem::replace(&mut it.id.0, (*id).to_owned());
        it.gaps.iter_mut().filter(|it| it.about == made).for_each(|it| it.about = (*id).to_owned());
        Annotated { annotations: annotate::article(&it), article: it }
    };
    compile_story(texts.iter().map(article).collect())
}

/// The changes from one set of articles to another: the kind, and what was and is.
fn check(before: &[(&str, &str)], after: &[(&str, &str)], expected: &[&str]) {
    let (before, after) = (record(before), record(after));
    let found = changes(&before, &after);
    for it in &found {
        assert!(!it.evidence.is_empty() || !it.evidence_before.is_empty(), "{it:?}");
        for (record, places) in [(&after, &it.evidence), (&before, &it.evidence_before)] {
            for place in places {
                let article = record.articles.iter().find(|it| it.id == place.article).unwrap();
                assert_eq!(article.text.get(place.start..place.end), Some(place.text.as_str()));
            }
        }
    }
    let none = || "–".to_owned();
    let shown: Vec<String> = found
        .into_iter()
        .map(|it| {
            let (before, after) = (it.before.unwrap_or_else(none), it.after.unwrap_or_else(none));
            format!("{}: {before} → {after}", it.kind.word())
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn nothing_is_new_in_the_same_articles() {
    check(&[("a", FERRY)], &[("a", FERRY)], &[]);
}

#[test]
fn a_toll_that_an_article_corrects_has_moved() {
    check(
        &[("a", FERRY)],
        &[("a", &FERRY.replace("14", "16"))],
        &["article-changed: 14 → 16", "figure-moved: 14 → 16"],
    );
}

#[test]
fn a_quotation_that_is_changed_is_another_one() {
    let found = "Halcyon is found\n\n“We have found her,” said pilot Ivo Brand.\n";
    check(
        &[("a", found)],
        &[("a", &found.replace("have found", "have lost"))],
        &[
            "article-changed: found → lost",
            "new-utterance: – → We have lost her,",
            "utterance-gone: We have found her, → –",
        ],
    );
}

#[test]
fn an_article_that_comes_brings_its_words() {
    let later = "\
Vik holds its breath

Captain Ada Lund said the search was over. “There is nobody left to find,” Lund said.
";
    check(
        &[("a", FERRY)],
        &[("a", FERRY), ("b", later)],
        &[
            "new-article: – → –",
            "new-utterance: – → the search was over",
            "new-utterance: – → There is nobody left to find,",
        ],
    );
}

#[test]
fn an_article_that_leaves_takes_its_words() {
    check(
        &[("a", FERRY), ("b", "Halcyon is found\n\n“We have found her,” said pilot Ivo Brand.\n")],
        &[("a", FERRY)],
        &["article-left: – → –", "utterance-gone: We have found her, → –"],
    );
}

#[test]
fn a_mayor_who_backs_out_stands_otherwise() {
    check(
        &[("a", FERRY)],
        &[("a", &FERRY.replace("agreed to meet", "refused to meet"))],
        &["article-changed: agreed → refused", "stance-changed: accepts → rejects"],
    );
}
