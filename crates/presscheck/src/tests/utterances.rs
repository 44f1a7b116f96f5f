//! The same words in invented articles, and words that only look the same.

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::annotated;
use crate::model::{Annotated, Story};
use crate::relate;

/// Utterances of articles given by day and body: each version with its relation and `[own|other]`
/// for what differs, then speakers that were borrowed.
#[track_caller]
fn check(articles: &[(&str, &str)], expected: Expect) {
    let articles: Vec<_> = articles.iter().map(|&(day, body)| (body, day)).collect();
    let articles = annotated(&articles);
    let story = relate::articles(&articles);
    expected.assert_eq(&(utterances(&articles, &story) + &borrowed(&articles, &story)));
}

fn utterances(articles: &[Annotated], story: &Story) -> String {
    let text = |article: usize| articles[article].article.text.as_str();
    let mut shown = String::new();
    for it in &story.utterances {
        let speaker = it.speaker.map_or("?", |it| story.entities[it].name.as_str());
        let _ = writeln!(shown, "{speaker}");
        for version in &it.versions {
            let quote = &articles[version.article].annotations.quotes[version.quote];
            let words = quote.span.of(text(version.article));
            let _ = write!(shown, "  a{} {}: {words}", version.article, version.relation.word());
            let other = it.versions[version.against].article;
            for (own, full) in &version.differences {
                let (own, full) = (own.of(text(version.article)), full.of(text(other)));
                let _ = write!(shown, " [{own}|{full}]");
            }
            shown.push('\n');
        }
    }
    shown
}

fn borrowed(articles: &[Annotated], story: &Story) -> String {
    let lines = story.borrowed_speakers.iter().map(|it| {
        let from = it.from.span.of(&articles[it.from.article].article.text);
        format!("a{} takes {} from {from}\n", it.article, story.entities[it.entity].name)
    });
    lines.collect()
}

const DAY: &str = "2031-05-06";

#[test]
fn a_cut_quotation_and_a_split_one_belong_to_the_whole() {
    check(
        &[
            (DAY, "“The harbour stays open. The boats will sail at dawn,” Mara Toft said."),
            (DAY, "“The harbour stays open,” Mara Toft said. “The boats will sail at dawn.”"),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: The harbour stays open. The boats will sail at dawn,
              a1 abridged: The harbour stays open,
              a1 abridged: The boats will sail at dawn.
        "]],
    );
}

#[test]
fn changed_words_are_shown_on_both_sides() {
    check(
        &[
            (DAY, "“We will impose swift and severe penalties on the pirates,” Mara Toft said."),
            (DAY, "“We will inflict fast and harsh penalties on the pirates,” Mara Toft said."),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: We will impose swift and severe penalties on the pirates,
              a1 altered: We will inflict fast and harsh penalties on the pirates, [inflict fast|impose swift] [harsh|severe]
        "]],
    );
}

#[test]
fn spelling_and_numbers_are_no_change_of_words() {
    check(
        &[
            (DAY, "“We have not organised the number one regatta in the harbour,” Mara Toft said."),
            (DAY, "“We have not organized the No. 1 regatta in the harbor,” Mara Toft said."),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: We have not organised the number one regatta in the harbour,
              a1 spelling: We have not organized the No. 1 regatta in the harbor, [organized|organised] [No.|number] [1|one] [harbor|harbour]
        "]],
    );
}

#[test]
fn words_drawn_together_are_changed_words() {
    check(
        &[
            (DAY, "“We have got to open the old shipyard for every boat,” Mara Toft said."),
            (DAY, "“We’ve got to open the old shipyard for every boat,” Mara Toft said."),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: We have got to open the old shipyard for every boat,
              a1 altered: We’ve got to open the old shipyard for every boat, [’ve|have]
        "]],
    );
}

#[test]
fn a_lost_not_is_never_passed_over() {
    check(
        &[
            (DAY, "“The council did not approve the sale of the old shipyard,” Mara Toft said."),
            (DAY, "“The council did … approve the sale of the old shipyard,” Mara Toft said."),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: The council did not approve the sale of the old shipyard,
              a1 altered: The council did … approve the sale of the old shipyard, [|not]
        "]],
    );
}

#[test]
fn what_a_printed_mark_leaves_out_is_shown_and_not_called_a_change() {
    check(
        &[
            (
                DAY,
                "“The harbour, which my father built, stays open for every boat,” Mara Toft said.",
            ),
            (DAY, "“The harbour … stays open for every boat,” Mara Toft said."),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: The harbour, which my father built, stays open for every boat,
              a1 abridged: The harbour … stays open for every boat, [|which my father built]
        "]],
    );
}

#[test]
fn a_line_said_again_on_another_day_is_another_utterance() {
    check(
        &[
            (
                "2031-05-08",
                "“We have come a long way since the last flood,” Mara Toft told a rally on Thursday.",
            ),
            (
                "2031-05-02",
                "“We have come a pretty long way since the last flood,” Mara Toft told a rally on Friday.",
            ),
        ],
        expect![""],
    );
}

#[test]
fn a_speech_that_an_article_goes_on_to_tell_is_no_letter() {
    let words = "is to rebuild the pier and to understand that we are in this together";
    let letter = format!("“Our task {words},” Mara Toft wrote in a letter.");
    let speech = "Mara Toft gave a speech at noon.";
    let on = format!("But she also said to the people of the town that “the task {words}.”");
    check(&[(DAY, &letter), (DAY, &format!("{speech} {on}"))], expect![""]);
}

#[test]
fn a_stock_phrase_of_two_people_is_no_utterance() {
    check(
        &[
            (DAY, "“And God bless you all,” Mara Toft said."),
            (DAY, "“God bless you all and good night,” Jonas Brel said."),
        ],
        expect![""],
    );
}

#[test]
fn a_quotation_without_a_speaker_takes_the_one_another_article_names() {
    check(
        &[
            (DAY, "“The harbour stays open for every boat,” Mara Toft said."),
            (
                DAY,
                "The town heard it at noon.\n“The harbour stays open for every boat.”\nNo boat left.",
            ),
        ],
        expect![[r"
            Mara Toft
              a0 verbatim: The harbour stays open for every boat,
              a1 verbatim: The harbour stays open for every boat.
            a1 takes Mara Toft from Mara Toft
        "]],
    );
}

#[test]
fn two_translations_of_one_remark_are_told_as_such() {
    check(
        &[
            (
                DAY,
                "“It is too early to talk about concrete plans for holding a regatta,” Norwegian spokesman Lev Arsen said.",
            ),
            (
                DAY,
                "“It is premature to speak of any specific plans for a regatta,” Norwegian spokesman Lev Arsen said.",
            ),
        ],
        expect![[r"
            Lev Arsen
              a0 verbatim: It is too early to talk about concrete plans for holding a regatta,
              a1 translation: It is premature to speak of any specific plans for a regatta, [premature|too early] [speak of any specific|talk about concrete] [|holding]
        "]],
    );
}
