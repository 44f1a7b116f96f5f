//! Words between marks: where they start and end, what is speech, and who speaks.

use super::{check, check_within, read};

#[test]
fn all_shapes_of_marks_pair_within_a_paragraph() {
    for text in [
        "“We will rebuild it,” Veld said.",
        "\"We will rebuild it,\" Veld said.",
        "„We will rebuild it,“ Veld said.",
        "«We will rebuild it,» Veld said.",
        "‘We will rebuild it,’ Veld said.",
        "'We will rebuild it,' Veld said.",
        "‘‘We will rebuild it,’’ Veld said.",
        "''We will rebuild it,'' Veld said.",
        "``We will rebuild it,'' Veld said.",
        "\"We will rebuild it,” Veld said.",
    ] {
        check(text, &["We will rebuild it, | Veld"]);
    }
}

#[test]
fn a_mark_that_is_missing_or_the_wrong_way_round_is_made_up_for() {
    check("“We will rebuild it,“ Veld said.", &["We will rebuild it, | Veld"]);
    check("We will rebuild it,” Veld said.", &["We will rebuild it, | Veld"]);
    check("“We will rebuild it, said Veld.", &["We will rebuild it, | Veld"]);
    check("“Will it hold? Veld asked.\nHe left.", &["Will it hold? | Veld"]);
    check("Veld said: “It held for years.\nThe pier is shut.", &["It held for years. | Veld"]);
}

#[test]
fn a_speech_of_several_paragraphs_goes_on_where_each_opens_a_mark() {
    check(
        "Veld said: “It held for years.\n“Then it broke.” The pier is shut.",
        &["It held for years. | Veld", "+Then it broke. | Veld"],
    );
}

#[test]
fn a_speech_of_several_paragraphs_is_that_of_whoever_is_named_at_its_end() {
    check(
        "Ana Oduya said it was late.\n“It was bad.\n“It was worse,” said Veld.",
        &["It was bad. | Veld", "+It was worse, | Veld"],
    );
}

#[test]
fn a_clause_about_the_speaker_is_stepped_over() {
    check(
        "“Close it now,” an official who asked not to be named said.",
        &["Close it now, | official"],
    );
}

#[test]
fn who_speaks_together_is_neither_alone() {
    check("“It was bad,” Ana Oduya and Veld said.", &["It was bad, | Ana Oduya and Veld"]);
}

#[test]
fn a_quote_split_by_its_cue_goes_on() {
    check(
        "“The pier,” she said, “will stand again.”",
        &["The pier, | she", "+will stand again. | she"],
    );
}

#[test]
fn words_within_words_brackets_and_ellipses_stay() {
    check(
        "“She told me ‘never’ … and [the mayor] left,” Veld said.",
        &["She told me ‘never’ … and [the mayor] left, | Veld"],
    );
}

#[test]
fn an_apostrophe_does_not_close_a_single_mark() {
    check(
        "‘It was the ministers’ own fault that we’re late,’ Veld said.",
        &["It was the ministers’ own fault that we’re late, | Veld"],
    );
}

#[test]
fn a_cue_stands_on_either_side_of_the_words_and_in_any_verb() {
    check("“We will rebuild it,” said the mayor.", &["We will rebuild it, | mayor"]);
    check("Zoë Marchetti said, “We will rebuild it.”", &["We will rebuild it. | Zoë Marchetti"]);
    check("“We will rebuild it,” Veld went on.", &["We will rebuild it, | Veld"]);
    check(
        "Veld leaned over the rail, adding: “We will rebuild it.”",
        &["We will rebuild it. | Veld"],
    );
    check("“We will rebuild it,” declares Ana Oduya, 27.", &["We will rebuild it, | Ana Oduya"]);
}

#[test]
fn a_cue_that_leads_on_to_other_words_is_not_for_those_before_it() {
    check(
        "“It held for years.” Oduya added: “Then it broke.”",
        &["It held for years. | nobody", "Then it broke. | Oduya"],
    );
}

#[test]
fn words_without_a_cue_go_on_from_the_speaker_before() {
    check(
        "“It held for years,” Veld said. “Then it broke.”",
        &["It held for years, | Veld", "+Then it broke. | Veld"],
    );
    check(
        "Veld said the pier had been checked in spring.\n“It held for years and nobody asked.”",
        &["It held for years and nobody asked. | Veld"],
    );
}

#[test]
fn a_colon_at_the_end_of_a_paragraph_brings_in_the_next() {
    check(
        "The ministry put it plainly in its letter:\n“No ship may land before the pier is mended.”",
        &["No ship may land before the pier is mended. | ministry"],
    );
}

#[test]
fn a_name_below_or_behind_the_words_is_their_speaker() {
    check(
        "“No ship may land before the pier is mended.”\n— Ana Oduya, mayor of Toft",
        &["No ship may land before the pier is mended. | Ana Oduya"],
    );
    check(
        "“No ship may land before the pier is mended.” ― Ana Oduya",
        &["No ship may land before the pier is mended. | Ana Oduya"],
    );
}

#[test]
fn a_post_is_its_senders_words() {
    check(
        "The pier is shut until June — Ana Oduya (@oduya) May 3, 2031",
        &["The pier is shut until June | Ana Oduya"],
    );
    check(
        "The pier is shut until June\n— Ana Oduya (@oduya) May 3, 2031",
        &["The pier is shut until June | Ana Oduya"],
    );
}

#[test]
fn labels_that_come_again_are_those_of_a_transcript() {
    check(
        "ODUYA: Why is the pier shut today?\nVELD: It broke in the storm.\n\
         ODUYA: And when will it open?\nVELD: In June, I hope.",
        &[
            "Why is the pier shut today? | ODUYA",
            "It broke in the storm. | VELD",
            "And when will it open? | ODUYA",
            "In June, I hope. | VELD",
        ],
    );
}

#[test]
fn titles_nicknames_and_words_held_at_arms_length_are_no_speech() {
    check("Veld said so on “Good Morning Harbour” on Monday.", &[]);
    check("Ana “Storm” Oduya won the so-called “paper boat” race.", &[]);
    check("They had met at a “no confidence” vote.", &[]);
}

#[test]
fn a_clause_that_is_told_is_one_entry_with_its_marks() {
    check(
        "Tomáš Veld, the head of the harbour board, said the pier had “nothing to do with it.”",
        &["the pier had “nothing to do with it.” | Tomáš Veld"],
    );
    check(
        "Veld said that the work on the road had been a “mistake” since May.",
        &["that the work on the road had been a “mistake” since May | Veld"],
    );
}

#[test]
fn words_between_marks_stand_within_the_clause_that_tells_them() {
    check_within(
        "Veld said it was “a trap” for “every voter” in Toft.",
        &[
            "a trap | it was “a trap” for “every voter” in Toft",
            "every voter | it was “a trap” for “every voter” in Toft",
        ],
    );
    check_within("Veld said: “It is a trap for every voter.”", &[]);
    // A verb of wanting in the clause does not take them out of it.
    check_within(
        "Veld said that the towns wanted to “stay friends” for good.",
        &["stay friends | that the towns wanted to “stay friends” for good"],
    );
    // Nor does a thing that tells.
    check(
        "Oduya said it suggested that Veld was “unfit for the sea.”",
        &["it suggested that Veld was “unfit for the sea.” | Oduya"],
    );
}

#[test]
fn what_is_shouted_ends_with_its_marks() {
    check("Veld yelled “You sank it!” at the mayor of Toft.", &["You sank it! | Veld"]);
}

#[test]
fn what_goes_on_from_words_within_a_clause_goes_on_from_the_clause() {
    let found = read("Veld said the pier was “a trap.” “It will not hold for a year.”").quotes;
    let on: Vec<(Option<usize>, Option<usize>)> =
        found.iter().map(|it| (it.within, it.continues)).collect();
    assert_eq!(on, [(None, None), (Some(0), None), (None, Some(0))]);
}

#[test]
fn a_role_and_a_long_name_before_the_verb_do_not_hide_it() {
    let words = "The pier is far from safe,";
    for who in [
        "columnist Ana Oduya wrote in the Toft Times.",
        "Ana Oduya shot back.",
        "said retired surgeon Ana Oduya, asked about the pier.",
    ] {
        check(&format!("“{words}” {who}"), &[&format!("{words} | Ana Oduya")]);
    }
}

#[test]
fn a_cue_at_the_end_of_the_sentence_reaches_back() {
    check(
        "The deal gives a “clear path to work” to hundreds of people in the town and its harbour, \
         according to two people briefed on the pact.",
        &[
            "The deal gives a “clear path to work” to hundreds of people in the town and its harbour \
           | two people",
        ],
    );
}

#[test]
fn whoever_asks_without_a_name_is_nobody() {
    check("Veld was asked, “Why is the pier shut?” He left.", &["Why is the pier shut? | nobody"]);
}

#[test]
fn endless_and_nested_marks_are_survived() {
    let deep = "“a ‘b ".repeat(20_000);
    let found = read(&deep).quotes;
    assert!(found.iter().all(|it| it.span.end() <= deep.len()));
    let line = "\"word\" and 'so on' ".repeat(20_000);
    let found = read(&line).quotes;
    assert!(found.iter().all(|it| it.span.end() <= line.len()));
    let list = "Veld said that the pier, which broke, ".repeat(20_000);
    let found = read(&list).quotes;
    assert!(found.iter().all(|it| it.span.end() <= list.len()));
}
