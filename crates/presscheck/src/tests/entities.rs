//! Who is who across invented articles.

use expect_test::{Expect, expect};

use super::annotated;
use crate::model::NameKind;
use crate::relate;

/// Named entities of one kind: name, articles, and `≠` with the names that differ.
#[track_caller]
fn check(kind: NameKind, bodies: &[&str], expected: Expect) {
    let articles: Vec<_> = bodies.iter().map(|&it| (it, "2031-05-06")).collect();
    let articles = annotated(&articles);
    let story = relate::articles(&articles);
    let lines = story.entities.iter().enumerate().filter(|(_, it)| it.kind == kind && it.named);
    let lines = lines.map(|(ix, it)| {
        let ids = it.evidence.iter().map(|it| format!(" a{}", it.article));
        let differing = story.name_differences.iter().filter(|it| it.entity == ix);
        let names = differing
            .flat_map(|it| &it.sides)
            .map(|it| format!(" ≠ {}", it.span.of(&articles[it.article].article.text)));
        format!("{}:{}{}\n", it.name, ids.collect::<String>(), names.collect::<String>())
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn spellings_and_initials_are_one_person() {
    check(
        NameKind::Person,
        &[
            "Foreign Minister Sergei Maslov arrived on Monday.",
            "Foreign Minister Sergey V. Maslov arrived on Monday. Maslov smiled.",
        ],
        expect![[r"
            Sergei Maslov: a0 a1
        "]],
    );
}

#[test]
fn another_first_name_in_one_office_is_joined_and_shown() {
    check(
        NameKind::Person,
        &[
            "Harbour Minister Antony Brell will speak on Friday.",
            "Harbour Minister Anthony Brell will speak on Friday.",
            "Harbour Minister Antony Brell spoke.",
        ],
        expect![[r"
            Antony Brell: a0 a1 a2 ≠ Anthony Brell ≠ Antony Brell ≠ Antony Brell
        "]],
    );
}

#[test]
fn close_first_names_beside_the_same_person_are_joined_and_shown() {
    check(
        NameKind::Person,
        &[
            "Mireia Castells and Paul Lindqvist are to see each other in Vell.",
            "The ministers, Mireia Castells of Calvera and Pavel Lindqvist of Norsund, meet.",
        ],
        expect![[r"
            Mireia Castells: a0 a1
            Paul Lindqvist: a0 a1 ≠ Paul Lindqvist ≠ Pavel Lindqvist
        "]],
    );
}

#[test]
fn two_people_of_one_surname_stay_two() {
    check(
        NameKind::Person,
        &[
            "Maria Brell spoke on Monday. Thomas Brell listened.",
            "Brell spoke on Monday.",
            "Maria Brell spoke on Monday.",
        ],
        expect![[r"
            Maria Brell: a0 a2
            Thomas Brell: a0
            Brell: a1
        "]],
    );
}

#[test]
fn a_first_name_alone_does_not_make_two_people_one() {
    check(
        NameKind::Person,
        &["Maria Brell, a student, spoke.", "Thomas Brell, a student, spoke."],
        expect![[r"
            Maria Brell: a0
            Thomas Brell: a1
        "]],
    );
}

#[test]
fn the_same_words_in_their_mouths_tie_two_first_names() {
    check(
        NameKind::Person,
        &[
            "“The gate stood open all night and nobody came to close it,” Maria Brell said.",
            "“The gate stood open all night and nobody came to close it,” Maren Brell said.",
        ],
        expect![[r"
            Maren Brell: a0 a1 ≠ Maren Brell ≠ Maria Brell
        "]],
    );
}

#[test]
fn father_and_son_need_more_than_the_name() {
    check(
        NameKind::Person,
        &["Otto Vess Jr. sold the yard on Monday.", "Otto Vess founded the yard."],
        expect![[r"
            Otto Vess Jr.: a0
            Otto Vess: a1
        "]],
    );
}

#[test]
fn a_country_and_its_abbreviation_are_one_place() {
    check(
        NameKind::Place,
        &["Ships left the United States on Monday.", "Ships left the U.S. on Monday."],
        expect![[r"
            United States: a0 a1
        "]],
    );
}
