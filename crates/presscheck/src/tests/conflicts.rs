//! What counts as a conflict, on invented stories.

use expect_test::{Expect, expect};

use super::record_of;

/// Conflicts of articles given by their bodies: kind and sides.
#[track_caller]
fn check(bodies: &[&str], expected: Expect) {
    let record = record_of(bodies);
    let lines = record.conflicts.iter().map(|it| {
        let sides = it.sides.iter().map(|it| format!("  {} {}\n", it.article, it.text));
        format!("{}\n{}", it.kind, sides.collect::<String>())
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_number_that_outlets_give_differently_is_shown_with_both_sentences() {
    check(
        &[
            "A fire at a mill in Valmeyra killed 12 people on Monday, officials said.",
            "The fire at the mill in Valmeyra killed 19 people on Monday, police said.",
        ],
        expect![[r"
            figure
              a0 A fire at a mill in Valmeyra killed 12 people on Monday, officials said.
              a1 The fire at the mill in Valmeyra killed 19 people on Monday, police said.
        "]],
    );
}

#[test]
fn a_denial_meets_the_statement_in_another_article() {
    check(
        &[
            "Ruslan Teverik secretly bombed the harbour at Ostmark, an inquiry said.",
            "Teverik denied that he bombed the harbour at Ostmark.",
        ],
        expect![[r"
            claim
              a0 Ruslan Teverik secretly bombed the harbour at Ostmark, an inquiry said.
              a1 Teverik denied that he bombed the harbour at Ostmark.
        "]],
    );
}

#[test]
fn articles_that_say_the_same_do_not_conflict() {
    check(
        &[
            "The council of Brenholm will vote on the harbour bill on Friday.",
            "On Friday the council of Brenholm will vote on the harbour bill.",
        ],
        expect![""],
    );
}

#[test]
fn who_turns_a_plan_down_denies_no_statement() {
    check(
        &[
            "The council of Brenholm drafted a bill on the harbour in May, Ada Lorn said.",
            "Otto Vess opposed the bill on the harbour. He rejected the harbour bill of Brenholm.",
        ],
        expect![""],
    );
}

#[test]
fn what_should_be_avoided_is_not_stated() {
    check(
        &[
            "Ruslan Teverik spoke to avoid an attack on the harbour at Ostmark, an aide said.",
            "Teverik denied that he planned an attack on the harbour at Ostmark.",
        ],
        expect![""],
    );
}

#[test]
fn no_comment_leaves_nothing_open() {
    check(
        &[
            "Brenholm and Valmeyra agreed to meet in May. The palace had no immediate comment.",
            "Brenholm and Valmeyra agreed to meet in May. There was no confirmation from Brenholm.",
        ],
        expect![[r"
            claim
              a0 Brenholm and Valmeyra agreed to meet in May.
              a1 Brenholm and Valmeyra agreed to meet in May.
              a1 There was no confirmation from Brenholm.
        "]],
    );
}

#[test]
fn a_condition_that_is_told_with_a_further_word_is_shown_in_both_ways() {
    check(
        &[
            "Ada Lorn will meet Otto Vess as long as Ostmark does not further invade Valmeyra.",
            "Ada Lorn will meet Otto Vess as long as Ostmark does not invade Valmeyra.",
        ],
        expect![[r"
            wording
              a0 Ada Lorn will meet Otto Vess as long as Ostmark does not further invade Valmeyra.
              a1 Ada Lorn will meet Otto Vess as long as Ostmark does not invade Valmeyra.
        "]],
    );
}

#[test]
fn who_speaks_for_another_gives_his_words() {
    check(
        &[
            "“The bridge was closed before the flood came,” Mara Toft said.",
            "“The bridge was closed before the flood came,” Toft spokesman Jonas Brel said.",
        ],
        expect![""],
    );
}

#[test]
fn a_condition_denies_nothing() {
    check(
        &[
            "“We will sign the treaty only if the army does not cross the river,” Ada Lorn said.",
            "The army will cross the river, General Otto Vess said.",
        ],
        expect![""],
    );
}

#[test]
fn the_same_words_of_two_people_are_a_question_of_attribution() {
    check(
        &[
            "“The bridge was closed before the flood came,” Mara Toft said.",
            "“The bridge was closed before the flood came,” Jonas Brel said.",
        ],
        expect![[r"
            attribution
              a0 “The bridge was closed before the flood came,” Mara Toft said.
              a1 “The bridge was closed before the flood came,” Jonas Brel said.
        "]],
    );
}

#[test]
fn one_happening_of_two_days_is_shown_with_both() {
    check(
        &[
            "The ferry Norna sank off Valmeyra on Monday with forty tonnes of grain aboard.",
            "The ferry Norna sank off Valmeyra on Sunday with forty tonnes of grain aboard.",
        ],
        expect![[r"
            date
              a0 The ferry Norna sank off Valmeyra on Monday with forty tonnes of grain aboard.
              a1 The ferry Norna sank off Valmeyra on Sunday with forty tonnes of grain aboard.
        "]],
    );
}

#[test]
fn days_that_may_both_be_right_do_not_conflict() {
    // The night between two days, an act put off, a day of saying so.
    check(
        &[
            "The ferry Norna sank off Valmeyra late on Sunday with forty tonnes of grain aboard.",
            "The ferry Norna sank off Valmeyra early on Monday with forty tonnes of grain aboard.",
        ],
        expect![""],
    );
    check(
        &[
            "The vote on the harbour bill in Brenholm was postponed to Friday by the council.",
            "The vote on the harbour bill in Brenholm was to be held Monday by the council.",
        ],
        expect![""],
    );
    check(
        &[
            "The ferry Norna sank off Valmeyra with forty tonnes of grain, police said Monday.",
            "The ferry Norna sank off Valmeyra on Sunday with forty tonnes of grain aboard.",
        ],
        expect![""],
    );
}

#[test]
fn two_happenings_of_one_place_do_not_conflict() {
    check(
        &[
            "The council of Valmeyra met on Monday to speak of the harbour and its grain.",
            "A ferry with grain left the harbour of Valmeyra on Sunday for the council.",
        ],
        expect![""],
    );
}

/// The notes on the conflicts of articles given by body and day.
fn notes(articles: &[(&str, &str)]) -> Vec<Option<String>> {
    let articles = super::annotated(articles);
    let record = crate::record::story(&articles, &crate::relate::articles(&articles));
    record.conflicts.into_iter().map(|it| it.note).collect()
}

#[test]
fn a_later_number_is_an_update_where_each_day_agrees_with_itself() {
    let first = "A fire at a mill in Valmeyra killed 12 people, officials said.";
    let second = "The fire at the mill in Valmeyra killed 19 people, police said.";
    let told = notes(&[(first, "2031-05-06"), (second, "2031-05-07")]);
    assert!(told[0].as_deref().is_some_and(|it| it.starts_with("update")), "{told:?}");
    let told = notes(&[(first, "2031-05-06"), (second, "2031-05-06"), (first, "2031-05-07")]);
    assert!(told.iter().flatten().all(|it| !it.starts_with("update")), "{told:?}");
}
