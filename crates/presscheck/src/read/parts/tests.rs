use super::of;
use crate::model::PartKind;

/// A page whose lines are marked with their kinds: `H` headline, `B` byline, `D` dateline, `P`
/// caption, `T` body, `C` credit, `-` chrome.
#[track_caller]
fn check(page: &str) {
    let lines: Vec<(&str, &str)> =
        page.lines().filter_map(|it| it.trim().split_once(' ')).collect();
    let text: String = lines.iter().map(|it| format!("{}\n", it.1)).collect();
    let found = of(&text, None);
    for (mark, line) in lines {
        let at = text.find(&format!("{line}\n")).unwrap();
        let part = found.parts.iter().find(|it| it.span.start() <= at && at < it.span.end());
        let part = part.unwrap();
        let own = match part.kind {
            PartKind::Headline => "H",
            PartKind::Byline => "B",
            PartKind::Dateline => "D",
            PartKind::Caption => "P",
            PartKind::Body => "T",
            PartKind::Credit => "C",
            PartKind::Chrome => "-",
        };
        assert_eq!(own, mark, "{line} ({})", part.reason);
    }
}

#[test]
fn a_copied_page_falls_into_its_parts() {
    check(
        "- The Vik Courier
         - Home
         - Sport
         - 14.2 C
         - Vik
         - Friday, May 16, 2031
         H Ferry sinks off Vik in a storm, and fourteen drown
         T Coast guard searches through the night for those missing
         B By Ada Lund and Bo Strand
         D Published: 15 September 2024
         - Share
         T The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
         T “We will search until the storm ends,” said Captain Ada Lund.
         - Advertisement
         T What is known
         T The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends by noon.
         C Bo Strand contributed to this report.
         - Related articles
         - Why the ferries are old
         - Ten islands to see before the summer ends
         - LEAVE A REPLY
         - Please enter your comment!
         - Copyright (c) 2031 The Vik Courier",
    );
}

#[test]
fn a_headline_far_above_the_text_is_known_by_what_repeats_and_dates_it() {
    check(
        "- Halcyon lost off Vik in the worst storm for years - The Vik Courier
         - Home
         - Our readers write of the sea and its moods
         - News > Coast
         H Halcyon lost off Vik in the worst storm for years
         B By Ada Lund
         D 15 September 2024
         - Copy the link
         - Send it by mail
         - Larger letters
         - Smaller letters
         - Hear this text
         - In this text
         - The night
         - The morning after
         - The search
         - The owners
         - What comes
         - Further reading
         - Play
         - Stop
         T The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
         T “We will search until the storm ends,” said Captain Ada Lund.
         T The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends by noon.",
    );
}

#[test]
fn a_text_without_a_headline_has_none() {
    let text =
        "The ferry sank off Vik on Sunday, the coast guard said.\nNobody was hurt, it said.\n";
    let found = of(text, None);
    assert_eq!(found.title, None);
    assert!(found.parts.iter().all(|it| it.kind == PartKind::Body));
}

#[test]
fn a_first_line_that_stands_apart_is_the_headline() {
    check(
        "H Vik ferry sinks in storm
         T VIK, Strand — The ferry Halcyon sank off Vik on Sunday, the coast guard said.
         T Nobody was hurt, it said, and the search went on.",
    );
}

#[test]
fn a_list_of_links_in_the_middle_is_chrome() {
    check(
        "T The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said in a statement.
         T It had left Strand at noon with 40 people on board, though a storm had been forecast for the day.
         - Read more:
         - Why the ferries are old
         - Who pays for the pilots
         T The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends.
         T Nobody was hurt on land, she said, though many roofs were lost.",
    );
}

#[test]
fn the_day_of_a_visit_is_not_the_day_of_publication() {
    let text = "12 C\nVik\nFriday, May 16, 2031\n\nFerry sinks off Vik in a storm\n\n\
                The ferry sank off Vik on Sunday, the coast guard said.\nNobody was hurt, it said.\n";
    assert_eq!(of(text, None).published, None);
    let dated = text.replace("storm\n\n", "storm\nMay 4, 2031\n\n");
    assert_eq!(of(&dated, None).published.unwrap().0.to_string(), "2031-05-04");
}

#[test]
fn a_day_of_change_is_not_the_day_of_publication() {
    let text = "Ferry sinks off Vik in a storm\nUpdated Sunday, May 4, 2031 10:14 PM\n\n\
                The ferry sank off Vik on Sunday, the coast guard said.\nNobody was hurt, it said.\n";
    let found = of(text, None);
    assert_eq!(found.published, None);
    assert_eq!(found.modified.unwrap().to_string(), "2031-05-04");
}

#[test]
fn scripts_without_blanks_have_sentences_too() {
    check(
        "- 首页
         T 部长说，周日之前我们不会离开港口，有十四艘船在暴风雨中沉没，海岸警卫队正在搜寻失踪人员。
         T 市长表示，只有在暴风雨结束之后才会重新开放港口，居民们对此表示欢迎，也有人表示反对。",
    );
}
