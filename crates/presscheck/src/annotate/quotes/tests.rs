//! Quotations in invented news.

use crate::annotate;
use crate::model::{Article, QuoteKind};

/// Finds the quotations of an article body and shows them, one a line: words, then the words for
/// the speaker, and `+` where one goes on from the one before. Indirect speech stands in brackets.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = Article::of_body(text, "");
    let found = annotate::article(&article);
    let shown: Vec<String> = found
        .quotes
        .iter()
        .filter(|it| it.kind != QuoteKind::Indirect)
        .map(|it| {
            let words = it.span.of(text);
            let source = it.source.map_or("nobody", |it| it.of(text));
            format!("{}{words} | {source}", if it.continues.is_some() { "+" } else { "" })
        })
        .collect();
    assert_eq!(shown, expected);
}

/// The same for indirect speech alone.
#[track_caller]
fn check_indirect(text: &str, expected: &[&str]) {
    let article = Article::of_body(text, "");
    let found = annotate::article(&article);
    let shown: Vec<String> = found
        .quotes
        .iter()
        .filter(|it| it.kind == QuoteKind::Indirect)
        .map(|it| {
            let source = it.source.map_or("nobody", |it| it.of(text));
            let not = if it.negated { "not: " } else { "" };
            format!("{not}{} | {source}", it.span.of(text))
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn a_quote_before_its_cue_has_the_speaker_after_it() {
    check(
        "“We will rebuild the pier,” Zoë Marchetti said.",
        &["We will rebuild the pier, | Zoë Marchetti"],
    );
    check("“We will rebuild the pier,” said the mayor.", &["We will rebuild the pier, | mayor"]);
}

#[test]
fn a_quote_split_by_its_cue_goes_on() {
    check(
        "“The pier,” she said, “will stand again.”",
        &["The pier, | she", "+will stand again. | she"],
    );
}

#[test]
fn an_apposition_between_name_and_verb_is_stepped_over() {
    check(
        "Tomáš Veld, the head of the harbour board, said the pier had “nothing to do with it.”",
        &["nothing to do with it. | Tomáš Veld"],
    );
}

#[test]
fn words_without_a_cue_of_their_own_go_on_from_the_speaker_before() {
    check(
        "“It held for years,” Veld said. “Then it broke.”",
        &["It held for years, | Veld", "+Then it broke. | Veld"],
    );
}

#[test]
fn marks_of_different_shapes_close_each_other() {
    check("\"It held for years,” Veld said.", &["It held for years, | Veld"]);
    check("„It held for years“, Veld said.", &["It held for years | Veld"]);
    check("``It held for years,'' Veld said.", &["It held for years, | Veld"]);
    check("«It held for years,» Veld said.", &["It held for years, | Veld"]);
}

#[test]
fn an_apostrophe_does_not_close_a_single_mark() {
    check(
        "Veld called it ‘the ministers’ own fault’ on Monday.",
        &["the ministers’ own fault | Veld"],
    );
}

#[test]
fn an_opening_mark_without_its_partner_runs_to_the_end_of_the_paragraph() {
    check(
        "Veld said: “It held for years.\n“Then it broke.” The pier is shut.",
        &["It held for years. | Veld", "+Then it broke. | Veld"],
    );
}

#[test]
fn titles_nicknames_and_words_held_at_arms_length_are_no_speech() {
    check("Veld said so on “Good Morning Harbour” on Monday.", &[]);
    check("Ana “Storm” Oduya won the so-called “paper boat” race.", &[]);
}

#[test]
fn a_cue_at_the_end_of_the_sentence_reaches_back() {
    check(
        "The deal gives a “clear path” to work, according to two people briefed on the pact.",
        &["clear path | two people briefed on the pact"],
    );
}

#[test]
fn what_is_said_without_marks_is_found_on_either_side_of_the_verb() {
    check_indirect("Veld said that the pier was old.", &["that the pier was old | Veld"]);
    check_indirect("The pier was old, Veld said.", &["The pier was old | Veld"]);
    check_indirect(
        "Veld did not say that the pier was old.",
        &["not: that the pier was old | Veld"],
    );
}

#[test]
fn endless_and_nested_marks_are_survived() {
    let deep = "“a ‘b ".repeat(20_000);
    let found = annotate::article(&Article::of_body(&deep, "")).quotes;
    assert!(found.iter().all(|it| it.span.end() <= deep.len()));
    let line = "\"word\" and 'so on' ".repeat(20_000);
    let found = annotate::article(&Article::of_body(&line, "")).quotes;
    assert!(found.iter().all(|it| it.span.end() <= line.len()));
}
