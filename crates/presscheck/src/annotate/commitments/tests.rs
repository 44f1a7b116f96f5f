use std::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::annotate;
use crate::model::Article;

/// The acts that a text of invented sentences tells, one a line.
fn check(text: &str, expect: Expect) {
    let article = Article::of_body(text, "2031-05-06");
    let found = annotate::article(&article);
    let mut seen = String::new();
    for it in &found.commitments {
        let not = if it.negated { "not " } else { "" };
        let _ = write!(seen, "{}: {not}{} ({})", it.kind.word(), it.act.of(text), it.head);
        for party in &it.parties {
            let _ = write!(seen, ", {} {}", party.role.word(), party.span.of(text));
        }
        for of in &it.conditions {
            let _ = write!(seen, "; {}: {}", of.kind.word(), of.span.of(text));
        }
        for span in &it.after {
            let _ = write!(seen, "; after: {}", span.of(text));
        }
        for span in &it.before {
            let _ = write!(seen, "; before: {}", span.of(text));
        }
        if let Some(due) = it.due.and_then(|it| found.times.get(it)) {
            let _ = write!(seen, "; due {}", due.value);
        }
        seen.push('\n');
    }
    expect.assert_eq(&seen);
}

#[test]
fn a_meeting_has_its_parties_and_its_day() {
    check(
        "Foreign Minister Ada Okafor will meet Jiří Kolář on Thursday.",
        expect![[r"
            planned: meet Jiří Kolář on Thursday (meet), actor Ada Okafor, object Jiří Kolář; due 2031-05-08
        "]],
    );
}

#[test]
fn an_act_keeps_its_condition() {
    check(
        "The summit would take place only if Veltland does not close the strait, officials said.\n\n\
         Unless the mill pays its debts, the union will strike on Monday.\n\n\
         Should the dam fail, the mayor will order an evacuation.",
        expect![[r"
            conditional: The summit (summit); only-if: only if Veltland does not close the strait
            conditional: strike on Monday (strike), actor union; unless: Unless the mill pays its debts; due 2031-05-12
            conditional: order an evacuation (evacuation), actor mayor; if: Should the dam fail
        "]],
    );
}

#[test]
fn what_comes_first_and_what_follows_is_kept() {
    check(
        "The presidents would meet after the foreign ministers hold talks in Brno.\n\n\
         The talks will be followed by a second summit with island states.",
        expect![[r"
            planned: meet (meet); after: after the foreign ministers hold talks in Brno
            planned: talks in Brno (talk)
            planned: The talks (talk); before: followed by a second summit with island states
            planned: a second summit with island states (summit)
        "]],
    );
}

#[test]
fn what_has_happened_already_is_waited_for_by_nothing() {
    check(
        "Ada Okafor will visit Brno after she spoke with Jiří Kolář.\n\n\
         Ada Okafor will visit Brno following a call on May 2.",
        expect![[r"
            planned: visit Brno (visit), actor Ada Okafor, object Brno
            planned: visit Brno (visit), actor Ada Okafor, object Brno
        "]],
    );
}

#[test]
fn approval_that_is_still_needed_is_a_pending_condition() {
    check(
        "The merger still needs approval from the harbour board.",
        expect![[r"
            conditional: The merger (merger); pending: needs approval from the harbour board
        "]],
    );
}

#[test]
fn agreed_promised_threatened_and_demanded_acts_differ() {
    check(
        "Rosa Marín agreed to sell the brewery.\n\n\
         Tomás Vidal promised to rebuild the bridge.\n\n\
         Ada Okafor threatened to close the border.\n\n\
         Jiří Kolář demanded the release of the sailors.\n\n\
         Rosa Marín proposed a ban on night flights.",
        expect![[r"
            agreed: sell the brewery (sell), actor Rosa Marín
            promised: rebuild the bridge (rebuild), actor Tomás Vidal
            threatened: close the border (close), actor Ada Okafor
            demanded: the release of the sailors (release), holder Jiří Kolář
            proposed: a ban on night flights (ban), holder Rosa Marín
        "]],
    );
}

#[test]
fn what_somebody_will_not_do_is_negated() {
    check(
        "Veltland will not send troops to the island, Ada Okafor said.",
        expect![[r"
            planned: not send troops to the island (send), actor Veltland, object troops
        "]],
    );
}

#[test]
fn a_pledge_in_a_quotation_is_the_speakers() {
    check(
        "“We will reopen the hospital by June,” Rosa Marín said.",
        expect![[r"
            promised: reopen the hospital by June (reopen), actor Rosa Marín, object hospital; due 2031-06
        "]],
    );
}

#[test]
fn words_about_who_may_be_named_are_no_act() {
    check(
        "Both aides agreed to speak on condition of anonymity in order to describe the talks.\n\n\
         One of them asked not to be identified.",
        expect![[""]],
    );
}

#[test]
fn opinions_habits_and_questions_are_no_acts() {
    check(
        "Rosa Marín was not convinced that the costs would be too high.\n\n\
         As a boy he would often walk to the lake.\n\n\
         If you block the road, you would be hurting yourself.\n\n\
         Will the ministers meet again?",
        expect![[""]],
    );
}

#[test]
fn threats_to_someone_and_kept_promises_are_not_to_come() {
    check(
        "He spoke of threats to security and stability.\n\n\
         The thieves kept their promise to return the violin.",
        expect![[""]],
    );
}

#[test]
fn what_was_planned_years_ago_is_no_news() {
    check("In 2012 the council planned to drain the lake.", expect![[""]]);
}

#[test]
fn an_act_ends_where_its_words_do() {
    check(
        "Ada Okafor agreed to hold a “frank meeting” even as her army prepares for war.\n\n\
         A planned vote was put off, Rosa Marín said.",
        expect![[r"
            agreed: hold a “frank meeting” (meeting), actor Ada Okafor
            planned: war (war), holder her
            planned: A planned vote (vote)
        "]],
    );
}

#[test]
fn a_headline_like_text_of_marks_alone_has_no_act() {
    check("“” — … ““ will ”, if", expect![[""]]);
}

#[test]
fn an_act_under_debate_is_proposed() {
    check(
        "The union is weighing a strike over pay, Rosa Marín said.",
        expect![[r"
            proposed: a strike over pay (strike), actor union
        "]],
    );
}

#[test]
fn causes_forecasts_and_hints_are_no_acts() {
    check(
        "The trains stood still due to the storm.\n\n\
         The storm will make it difficult for crews to work.\n\n\
         The letter suggests that the mayor knows of the sale.\n\n\
         Aides hope that the governor will be persuaded that it costs too much.\n\n\
         The mill did not respond to requests for comment.",
        expect![[""]],
    );
}

#[test]
fn initials_and_asides_do_not_part_an_act_from_its_verb() {
    check(
        "The meeting between Ada N. Okafor and Jiří Kolář, which is set for Friday, would be \
         cancelled if the port stays closed.\n\n\
         The meeting between Secretary of State Ada Okafor and Governor Jiří Kolář will be held.",
        expect![[r"
            conditional: meeting between Ada N. Okafor and Jiří Kolář (meeting), object Ada N. Okafor, object Jiří Kolář; unless: if the port stays closed; due 2031-05-09
            planned: The meeting between Secretary of State Ada Okafor and Governor Jiří Kolář (meeting), object Ada Okafor, object Jiří Kolář
        "]],
    );
}

#[test]
fn what_ends_an_act_is_a_condition_of_the_act() {
    check(
        "The talks will be called off unless the miners return to work.\n\n\
         The talks will be called off if the miners strike.",
        expect![[r"
            conditional: talks (talk); only-if: unless the miners return to work
            conditional: talks (talk); unless: if the miners strike
        "]],
    );
}

#[test]
fn a_day_that_is_over_tells_when_it_was_said() {
    check(
        "Two aides played down news of a possible meeting on Sunday, and the council will vote on \
         Friday.",
        expect![[r"
            planned: a possible meeting on Sunday (meeting)
            planned: vote on Friday (vote), actor council; due 2031-05-09
        "]],
    );
}

#[test]
fn verbs_of_state_stand_in_order() {
    for it in ["be", "know", "seem", "want", "owe"] {
        assert!(super::named::is_stative(it), "{it}");
    }
    assert!(!super::named::is_stative("meet"));
}

#[test]
fn who_asks_and_who_is_asked_have_parts_of_their_own() {
    check(
        "Rosa Marín urged Jiří Kolář to close the mill.",
        expect![[r"
            demanded: close the mill (close), addressee Jiří Kolář, holder Rosa Marín
        "]],
    );
}

#[test]
fn what_is_set_down_is_an_act_whatever_it_is() {
    check(
        "Two fittings are scheduled this week.",
        expect![[r"
        planned: Two fittings (fitting); due 2031-W19
    "]],
    );
}

#[test]
fn a_time_is_no_condition_and_an_event_is() {
    check(
        "Rosa Marín will close the mill until June.\n\n\
         Rosa Marín will keep the mill closed until the river falls.",
        expect![[r"
            planned: close the mill until June (close), actor Rosa Marín; due 2031-06
            conditional: keep the mill closed (keep), actor Rosa Marín; until: until the river falls
        "]],
    );
}

#[test]
fn what_is_confirmed_or_denied_is_still_to_come() {
    check(
        "Rosa Marín confirmed that the board will meet on Friday.\n\n\
         Ada Okafor denied that she would sell the mill.",
        expect![[r"
            planned: meet on Friday (meet), actor board; due 2031-05-09
            planned: sell the mill (sell), actor she
        "]],
    );
}

#[test]
fn what_is_done_or_follows_of_itself_is_not_to_come() {
    check(
        "The envoy has been to Brno to secure a deal.\n\n\
         A back door was open, allowing him to leave.\n\n\
         We were told to wait.\n\n\
         No child should have to walk home.",
        expect![[""]],
    );
}

#[test]
fn conditions_in_all_their_forms_are_kept() {
    check(
        "Were the talks to fail, Rosa Marín would close the mill.\n\n\
         Absent a deal, Rosa Marín will close the mill.\n\n\
         The sale of the mill is subject to a vote of the board and will begin on Friday.\n\n\
         Rosa Marín will sell the mill as long as the board agrees.",
        expect![[r"
            conditional: close the mill (close), actor Rosa Marín; if: Were the talks to fail
            conditional: close the mill (close), actor Rosa Marín; unless: Absent a deal
            conditional: The sale of the mill (sale); pending: subject to a vote of the board and will begin on Friday
            conditional: sell the mill (sell), actor Rosa Marín; only-if: as long as the board agrees
        "]],
    );
}
