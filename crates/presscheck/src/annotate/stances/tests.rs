use super::Stance;
use crate::annotate;
use crate::model::{Annotations, Article, Party};

/// Checks the stances of a text of invented people, a line each.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = Article::of_body(text, "2031-03-04");
    let found = annotate::article(&article);
    let lines: Vec<String> = found.stances.iter().map(|it| line(text, &found, it)).collect();
    assert_eq!(lines, expected);
}

fn line(text: &str, found: &Annotations, stance: &Stance) -> String {
    let name = |party: &Party| {
        let entity = party.entity.and_then(|it| found.entities.get(it));
        entity.map_or_else(|| party.span.of(text).to_owned(), |it| it.name.clone())
    };
    let told_by = stance.told_by.as_ref().map(|it| format!(", {} says", name(it)));
    format!("{} {}{}", name(&stance.party), stance.kind.word(), told_by.unwrap_or_default())
}

#[test]
fn who_says_no_rejects() {
    check("Ilse Varga rejected the offer.", &["Ilse Varga rejects"]);
    check("Ilse Varga has not agreed to the talks.", &["Ilse Varga rejects"]);
    check("Ilse Varga ruled out a truce.", &["Ilse Varga rejects"]);
}

#[test]
fn who_says_yes_accepts_and_in_principle_is_less() {
    check("Ilse Varga agreed to talks with Petrescu.", &["Ilse Varga accepts"]);
    check("Ilse Varga agreed “in principle” to a summit.", &["Ilse Varga accepts-in-principle"]);
}

#[test]
fn what_is_open_is_no_yes_and_no_no() {
    check("If Ilse Varga approves the treaty, the port will open.", &[]);
    check("Ilse Varga could still reject the treaty.", &["Ilse Varga unconfirmed"]);
    check("Ilse Varga wondered whether to accept the treaty.", &[]);
}

#[test]
fn a_denial_that_goes_on_is_a_denial() {
    check("Ilse Varga continues to deny that she plans to resign.", &["Ilse Varga denies"]);
    check("Ilse Varga pleaded not guilty on Monday.", &["Ilse Varga denies"]);
}

#[test]
fn police_who_confirm_deaths_accept_nothing() {
    check("Inspector Ilse Varga confirmed three deaths.", &[]);
}

#[test]
fn police_who_question_a_man_doubt_nothing() {
    check("Inspector Ilse Varga questioned the driver's son.", &[]);
    check("Ilse Varga questioned the need for a vote.", &["Ilse Varga doubts"]);
}

#[test]
fn a_court_that_dismisses_a_case_denies_nothing() {
    check("Judge Ilse Varga dismissed the case.", &[]);
    check("Ilse Varga dismissed the reports as nonsense.", &["Ilse Varga denies"]);
}

#[test]
fn who_wants_to_stay_unnamed_accepts_nothing() {
    check("Ilse Varga agreed to speak on condition of anonymity.", &[]);
}

#[test]
fn a_place_behind_a_preposition_takes_no_stand() {
    check("Ilse Varga of Bruma rejected the offer.", &["Ilse Varga rejects"]);
}

#[test]
fn the_word_of_another_is_told_by_him() {
    check(
        "Petrescu said Ilse Varga had rejected the offer.",
        &["Ilse Varga rejects, Petrescu says"],
    );
}

#[test]
fn spans_lie_in_the_text_whatever_it_holds() {
    for text in [
        "",
        "“",
        "Zoë Núñez rejected ‘",
        "denied denied denied",
        "Élodie’s not not agreed\u{301} to — “if” 🙂 unless",
        "rejected by",
    ] {
        let article = Article::of_body(text, "2031-03-04");
        for it in annotate::article(&article).stances {
            let spans = [Some(it.span), Some(it.party.span), it.about];
            for span in spans.into_iter().flatten() {
                assert!(article.text.get(span.range()).is_some(), "{span:?} in {text:?}");
            }
        }
    }
}

#[test]
fn a_verdict_is_a_stance() {
    check("Ilse Varga called the offer unacceptable.", &["Ilse Varga rejects"]);
    check("“This is a good deal,” Ilse Varga said.", &["Ilse Varga accepts"]);
    check("“This is not a good deal,” Ilse Varga said.", &["Ilse Varga rejects"]);
    check("Ilse Varga called the mayor a great singer.", &[]);
}

#[test]
fn who_keeps_others_from_an_act_rejects_it() {
    check(
        "Ilse Varga left the hall to block the council from passing the budget.",
        &["Ilse Varga rejects"],
    );
}

#[test]
fn what_nobody_has_said_yet_is_open() {
    check("Ilse Varga has not said when the talks will begin.", &["Ilse Varga unconfirmed"]);
    check("Ilse Varga has yet to confirm the talks.", &["Ilse Varga unconfirmed"]);
}

#[test]
fn who_insists_that_it_is_so_demands_nothing() {
    check("Ilse Varga insisted that the bridge is safe.", &[]);
}

#[test]
fn who_pulls_back_men_turns_nothing_down() {
    check("Ilse Varga pulled out of the talks.", &["Ilse Varga rejects"]);
    check("Ilse Varga pulled back the boats.", &[]);
}

#[test]
fn what_an_if_leads_is_no_stance() {
    check("“I will go if that can help prevent the merger,” Ilse Varga said.", &[]);
}

#[test]
fn who_says_that_another_should_act_demands_it() {
    check("Ilse Varga said the mayor should resign.", &["Ilse Varga demands"]);
}
