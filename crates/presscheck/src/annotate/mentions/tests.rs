use crate::annotate;
use crate::model::{Article, MentionForm};

/// Each mention as `words[kind: entity]`, with `~` before descriptions and `^` before pronouns.
fn show(text: &str) -> String {
    let article = Article::of_body(text, "");
    let found = annotate::article(&article);
    let shown: Vec<String> = found
        .mentions
        .iter()
        .map(|it| {
            let form = match it.form {
                MentionForm::Name => "",
                MentionForm::Nominal => "~",
                MentionForm::Pronoun => "^",
            };
            let entity = &found.entities[it.entity].name;
            format!("{form}{}[{}: {entity}]", it.span.of(&article.text), it.kind.word())
        })
        .collect();
    shown.join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected);
}

#[test]
fn titles_and_roles_are_no_part_of_names() {
    check(
        "The talks, White House Press Secretary Mara Toft said, went well.",
        "White House[organisation: White House] Mara Toft[person: Mara Toft]",
    );
    check(
        "Texas Gov. Jonas Brandt left.",
        "Texas[place: Texas] Jonas Brandt[person: Jonas Brandt]",
    );
    check(
        "U.S. Secretary of State Élise Marchetti met Mr. Toft’s aides.",
        "U.S.[place: U.S.] Élise Marchetti[person: Élise Marchetti] Toft[person: Toft] \
         ~aides[person: Toft’s aides]",
    );
}

#[test]
fn acronyms_and_given_names_go_to_the_names_they_are_short_for() {
    check(
        "The Nairobi Harbour Board (NHB) sued Anneke Brandt on Monday.\n\
         Anneke said the NHB was wrong.",
        "Nairobi Harbour Board[organisation: Nairobi Harbour Board] \
         NHB[organisation: Nairobi Harbour Board] Anneke Brandt[person: Anneke Brandt] \
         Anneke[person: Anneke Brandt] NHB[organisation: Nairobi Harbour Board]",
    );
}
