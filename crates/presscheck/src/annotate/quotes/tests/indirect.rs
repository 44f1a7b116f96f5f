//! Speech without marks: what is told, and where the writer speaks again.

use super::check_indirect;

#[test]
fn what_is_told_stands_on_either_side_of_the_verb_or_round_it() {
    check_indirect("Veld said that the pier was old.", &["that the pier was old | Veld"]);
    check_indirect("Veld said the pier was old.", &["the pier was old | Veld"]);
    check_indirect("The pier was old, Veld said.", &["The pier was old | Veld"]);
    check_indirect("The pier was old, said Ana Oduya.", &["The pier was old | Ana Oduya"]);
    check_indirect("The pier, she said, was old.", &["The pier | she", "was old | she"]);
    check_indirect(
        "Veld told reporters on Monday that the pier was old.",
        &["that the pier was old | Veld"],
    );
}

#[test]
fn a_cue_that_is_turned_round_says_so() {
    check_indirect("Veld did not say that it was old.", &["not: that it was old | Veld"]);
    check_indirect("Veld denied that it was old.", &["not: that it was old | Veld"]);
    check_indirect("Veld did not say when it would open.", &["not: when it would open | Veld"]);
    check_indirect("Veld did not deny that it was old.", &["that it was old | Veld"]);
    check_indirect(
        "Veld declined to say whether the pier was old.",
        &["not: whether the pier was old | Veld"],
    );
}

#[test]
fn a_source_can_be_named_without_a_verb() {
    check_indirect(
        "The pier was old, according to the harbour board.",
        &["The pier was old | harbour board"],
    );
    check_indirect("According to Veld, the pier was old.", &["the pier was old | Veld"]);
    check_indirect("As Veld noted, the pier was old.", &["the pier was old | Veld"]);
}

#[test]
fn a_noun_or_an_adjective_can_bring_in_what_is_told() {
    check_indirect(
        "Nobody knew of Veld’s claim that the pier was old.",
        &["that the pier was old | Veld"],
    );
    check_indirect(
        "The claim that the pier was old was new to the board.",
        &["that the pier was old | nobody"],
    );
    check_indirect(
        "A warning by Veld that the pier was old was soon forgotten.",
        &["that the pier was old | Veld"],
    );
    check_indirect(
        "Veld is confident that the pier will open.",
        &["that the pier will open | Veld"],
    );
    check_indirect("Veld made clear that he would stay.", &["that he would stay | Veld"]);
}

#[test]
fn a_verb_takes_what_its_kind_takes() {
    check_indirect("Veld criticized the harbour board.", &["the harbour board | Veld"]);
    check_indirect("Veld promised to rebuild the pier.", &["to rebuild the pier | Veld"]);
    check_indirect("Veld urged the board to stay.", &["the board to stay | Veld"]);
    check_indirect("Veld called for a vote.", &["a vote | Veld"]);
    check_indirect("Veld described the pier as a trap.", &["the pier as a trap | Veld"]);
    check_indirect("Veld asked whether it was old.", &["whether it was old | Veld"]);
    check_indirect("Veld opened the pier in May.", &[]);
}

#[test]
fn what_is_told_ends_where_the_writer_speaks_again() {
    check_indirect(
        "Veld said the pier was old, adding that it had to go.",
        &["the pier was old | Veld", "that it had to go | Veld"],
    );
    check_indirect(
        "Veld said the pier was old and Oduya said it was new.",
        &["the pier was old | Veld", "it was new | Oduya"],
    );
    check_indirect(
        "Veld, who feared the storm, told voters it was over.",
        &["the storm | who", "it was over | Veld"],
    );
    check_indirect("While she backs the plan, Oduya left the board.", &["the plan | she"]);
}

#[test]
fn what_someone_is_said_to_want_is_part_of_what_is_said() {
    check_indirect(
        "Veld said the board wants to shut the pier.",
        &["the board wants to shut the pier | Veld"],
    );
}

#[test]
fn the_subject_of_a_form_without_one_is_that_of_another_verb() {
    check_indirect("Oduya left early and said the pier was old.", &["the pier was old | Oduya"]);
    check_indirect("Oduya left early, saying the pier was old.", &["the pier was old | Oduya"]);
    check_indirect(
        "Oduya, 45, a lawyer who has run the board since spring, said the pier was old.",
        &["the pier was old | Oduya"],
    );
}
