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
