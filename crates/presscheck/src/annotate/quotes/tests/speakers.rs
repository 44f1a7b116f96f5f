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
