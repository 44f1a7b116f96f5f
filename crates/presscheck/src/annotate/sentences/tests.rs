use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<&str> = paragraphs(text, Span::whole(text))
        .into_iter()
        .flat_map(|it| split(text, it))
        .map(|it| it.of(text))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn abbreviations_do_not_end_sentences() {
    check(
        "Gov. Mara Toft met Dr. P. Lindqvist of Orrin Inc. on Feb. 12. They spoke.",
        &["Gov. Mara Toft met Dr. P. Lindqvist of Orrin Inc. on Feb. 12.", "They spoke."],
    );
    check(
        "He left the U.S. He was told by U.S. President Hale to stay.",
        &["He left the U.S.", "He was told by U.S. President Hale to stay."],
    );
}

#[test]
fn closing_marks_belong_to_the_sentence_they_close() {
    check(
        "“We leave.” Toft nodded. (It rained.) \"No,\" she said.",
        &["“We leave.”", "Toft nodded.", "(It rained.)", "\"No,\" she said."],
    );
}

#[test]
fn a_question_and_its_asker_are_one_sentence() {
    check(
        "“Who pays?” Toft asked. “Why?” he said.",
        &["“Who pays?” Toft asked.", "“Why?” he said."],
    );
}

#[test]
fn a_line_ends_a_paragraph_unless_it_runs_on() {
    check(
        "Harbour shut\nThe harbour of Vell was closed on Tuesday evening after a ship\nran aground. Done",
        &[
            "Harbour shut",
            "The harbour of Vell was closed on Tuesday evening after a ship\nran aground.",
            "Done",
        ],
    );
}

#[test]
fn bullets_and_missing_blanks_begin_sentences() {
    check("Facts • One • Two", &["Facts", "• One", "• Two"]);
    check("It was over.“We won,” she said.", &["It was over.", "“We won,” she said."]);
}

#[test]
fn a_text_without_stops_is_cut_at_blanks() {
    let text = "word ".repeat(5_000);
    let found = split(&text, Span::whole(&text));
    assert!(found.len() > 2 && found.iter().all(|it| it.len() <= MOST_BYTES + 10));
}

#[test]
fn a_dateline_is_no_part_of_the_sentence_after_it() {
    check(
        "PORT VIK, Norland, Feb. 2 (MPA) — The harbour froze. Ships wait.",
        &["PORT VIK, Norland, Feb. 2 (MPA) —", "The harbour froze.", "Ships wait."],
    );
    check("VIK - “We leave,” Toft said.", &["VIK -", "“We leave,” Toft said."]);
    check("Vik (MPA) -- Ships wait.", &["Vik (MPA) --", "Ships wait."]);
    check("The ferry — old and slow — sank.", &["The ferry — old and slow — sank."]);
    check("NPA – the agency – said no.", &["NPA – the agency – said no."]);
}
