//! Whom the words for a speaker stand for.

use super::{check, check_speakers};

#[test]
fn a_surname_a_role_and_a_pronoun_stand_for_the_full_name() {
    check_speakers(
        "Harbour master Zoë Marchetti spoke first. “It held for years,” Marchetti said.\n\
         “Then it broke,” she said.",
        &["Zoë Marchetti", "Zoë Marchetti"],
    );
}

#[test]
fn an_apposition_between_name_and_verb_is_stepped_over() {
    check_speakers(
        "“It held for years,” Tomáš Veld, the head of the harbour board, said.",
        &["Tomáš Veld"],
    );
    check_speakers(
        "“It held for years,” said Tomáš Veld, who runs the harbour board.",
        &["Tomáš Veld"],
    );
}

#[test]
fn a_role_before_the_name_is_the_one_who_bears_it() {
    check_speakers(
        "“The harbour closes,” the mayor, Tomáš Veld, said on Friday.\n\
         The board’s chief executive, Ana Oduya, said: “It does not.”",
        &["Tomáš Veld", "Ana Oduya"],
    );
    check_speakers(
        "“The harbour closes,” the harbour chief, Tomáš Veld, said on Friday.\n\
         A spokeswoman for the board, Ana Oduya, said: “It does not.”",
        &["Tomáš Veld", "Ana Oduya"],
    );
}

#[test]
fn who_stands_for_the_name_before_it() {
    check(
        "Tomáš Veld, 45, who called it “a long and costly mistake,” left.",
        &["it “a long and costly mistake,” | who"],
    );
    check_speakers(
        "Tomáš Veld, 45, who called it “a long and costly mistake,” left.",
        &["Tomáš Veld"],
    );
}

#[test]
fn bodies_and_unnamed_people_are_speakers_as_described() {
    check_speakers(
        "“It held for years,” the Toft Harbour Board said in a statement.",
        &["Toft Harbour Board"],
    );
    check_speakers(
        "“It held for years,” a senior harbour official said.",
        &["senior harbour official"],
    );
}

#[test]
fn what_someone_is_said_to_have_agreed_is_told_in_the_words_of_whoever_says_so() {
    check_speakers(
        "Ana Oduya said that Tomáš Veld had agreed on “the need for a bridge” in Toft.",
        &["Ana Oduya"],
    );
}

#[test]
fn a_statement_told_of_again_is_that_of_whoever_made_it() {
    let made = "Ana Oduya said in a statement that the pier was shut.";
    let again = "The statement said the town would “find the money” by May.";
    check_speakers(&format!("{made}\n\nTomáš Veld left.\n\n{again}"), &["Ana Oduya"]);
    check_speakers(&format!("Tomáš Veld left.\n\n{again}"), &["nobody known"]);
    let of_whom = "A statement from Ana Oduya’s office came at noon.";
    check_speakers(&format!("{of_whom} {again}"), &["Ana Oduya"]);
}

#[test]
fn a_possessor_is_the_name_without_its_ending() {
    check_speakers("Ana Oduya’s claim that it was “a trap” fell flat.", &["Ana Oduya"]);
}
