//! Roles: whether two articles give somebody the same office.

use std::collections::BTreeSet;

use super::locals::Local;
use crate::text::content::{is_function_word, stem};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// The words of one role that carry meaning, in one form each.
pub(super) type Role = BTreeSet<String>;

/// Words that many people in one story share: they say little about who somebody is.
const COMMON: &[&str] = &[
    "attorney",
    "author",
    "brother",
    "candidate",
    "coach",
    "daughter",
    "doctor",
    "employee",
    "father",
    "former",
    "friend",
    "husband",
    "lawyer",
    "leader",
    "man",
    "member",
    "mother",
    "neighbor",
    "neighbour",
    "nurse",
    "officer",
    "official",
    "own",
    "parent",
    "player",
    "professor",
    "resident",
    "sister",
    "son",
    "student",
    "suspect",
    "teacher",
    "veteran",
    "victim",
    "wife",
    "witness",
    "woman",
    "worker",
];

/// The roles that an article gives an entity.
pub(super) fn of(local: &Local<'_>) -> Vec<Role> {
    let roles = local.roles.iter().map(|it| words(it.of(local.text)));
    roles.filter(|it| !it.is_empty()).collect()
}

/// The meaning words of a description, in one form each: “US Secretary of State” and “American
/// secretary of state” agree.
pub(super) fn words(role: &str) -> Role {
    let whole = crate::model::Span::whole(role);
    let words = tokens(role, whole).into_iter().filter(|it| it.kind != TokenKind::Mark);
    words.filter_map(|it| word(it.span.of(role))).collect()
}

fn word(word: &str) -> Option<String> {
    let folded = fold::word(word).replace('.', "");
    let one = match folded.as_str() {
        "us" | "usa" | "american" => "america",
        "uk" | "british" => "britain",
        "spokesman" | "spokeswoman" | "spokesperson" => "spokes",
        "chairman" | "chairwoman" | "chairperson" => "chair",
        "congressman" | "congresswoman" => "congress",
        "policeman" | "policewoman" => "police",
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        "pm" | "premier" => "prime",
        "defence" => "defense",
        "head" => "head",
        it if is_function_word(it) || it.len() < 2 => return None,
        it => return Some(stem(it)),
    };
    Some(one.to_owned())
}

/// Whether two people have a role in common: all words of one stand in the other.
pub(super) fn agree(a: &[Role], b: &[Role]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.is_subset(y) || y.is_subset(x)))
}

/// Whether they share an office that hardly two of one surname hold: two words of it or more, and
/// not only such as “student” or “resident”.
pub(super) fn agree_on_office(a: &[Role], b: &[Role]) -> bool {
    let telling = |it: &&String| !COMMON.iter().any(|common| stem(common) == **it);
    a.iter().any(|x| {
        b.iter().any(|y| {
            let small = if x.len() <= y.len() { x } else { y };
            (x.is_subset(y) || y.is_subset(x)) && small.iter().filter(telling).count() >= 2
        })
    })
}
