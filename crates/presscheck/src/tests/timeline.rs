//! What is one happening, on invented stories.

use expect_test::{Expect, expect};

use super::record_of;

/// The timeline of articles given by their bodies, published on Tuesday, 6 May 2031.
#[track_caller]
fn check(bodies: &[&str], expected: Expect) {
    let record = record_of(bodies);
    let lines = record.timeline.iter().map(|it| {
        let told = it.evidence.iter().map(|it| it.article.as_str()).collect::<Vec<_>>().join(" ");
        let planned = if it.planned { "planned" } else { "past" };
        let reported = it.reported.as_deref().unwrap_or("-");
        format!("{} {planned} {reported} [{told}] {}\n", it.value, it.what)
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn one_happening_told_by_two_articles_stands_once() {
    check(
        &[
            "A fire destroyed the old mill at Valmeyra on Monday.",
            "The old mill at Valmeyra was destroyed by fire yesterday.",
        ],
        expect![[r"
            2031-05-05 past 2031-05-06 [a0 a1] A fire destroyed the old mill at Valmeyra on Monday.
        "]],
    );
}

/// Sentences about other things, so that what two have in common stands out.
const OTHERS: &str = "Rain fell on the hills. A goat ate the mayor's hat. Bread was dear. The choir sang. \
                      Nobody bought the blue boat. Snow lay on both roofs. Trains ran late. Bees swarmed.";

#[test]
fn what_stands_beside_the_day_joins_two_long_sentences() {
    check(
        &[
            "A court of appeal in Brenholm ruled on Monday that the harbour firm must hand over its \
             books, which auditors, rivals and three committees have sought for two years.",
            "In a ruling of forty pages handed down Monday, the court of appeal in Brenholm told \
             the harbour firm to show its books, the fruit of ninety years of ferries and grain.",
            OTHERS,
        ],
        expect![[r"
            2031-05-05 past 2031-05-06 [a0 a1] A court of appeal in Brenholm ruled on Monday that the harbour firm must hand over its books, which auditors, rivals and three committees have sought for two years.
        "]],
    );
}

#[test]
fn a_day_far_ahead_is_of_one_happening() {
    check(
        &[
            "The games in Valmeyra are slated for Aug. 24.",
            "Organisers said that the games will start on Aug. 24.",
            OTHERS,
        ],
        expect![[r"
            2031-08-24 planned 2031-05-06 [a0 a1] The games in Valmeyra are slated for Aug. 24.
        "]],
    );
}

#[test]
fn two_happenings_of_one_day_stay_apart() {
    check(
        &[
            "A fire destroyed the old mill at Valmeyra on Monday.",
            "Voters in Brenholm chose a new mayor on Monday.",
        ],
        expect![[r"
            2031-05-05 past 2031-05-06 [a0] A fire destroyed the old mill at Valmeyra on Monday.
            2031-05-05 past 2031-05-06 [a1] Voters in Brenholm chose a new mayor on Monday.
        "]],
    );
}

#[test]
fn what_is_to_come_is_marked_and_stands_last() {
    check(
        &["Ada Lorn will open the bridge on May 9. Work on it began in 2029."],
        expect![[r"
            2029 past 2031-05-06 [a0] Work on it began in 2029.
            2031-05-09 planned 2031-05-06 [a0] Ada Lorn will open the bridge on May 9.
        "]],
    );
}
