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
