use crate::model::Article;

/// Finds the times of a text published on a day (or on none) and compares them, as `words=value`.
#[track_caller]
fn check(published: &str, text: &str, expected: &[&str]) {
    let article = Article::of_body(text, published);
    let found = crate::annotate::article(&article);
    let shown: Vec<String> =
        found.times.iter().map(|it| format!("{}={}", it.span.of(text), it.value)).collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn a_weekday_looks_back_unless_the_verb_looks_ahead() {
    check("2023-06-14", "The mayor resigned Monday.", &["Monday=2023-06-12"]);
    check("2023-06-14", "The council will vote on Monday.", &["Monday=2023-06-19"]);
    check("2023-06-14", "They were set to meet in Ostrau on Friday.", &["Friday=2023-06-16"]);
    check("2023-06-14", "The ferry sank Wednesday, officials said.", &["Wednesday=2023-06-14"]);
    check("2023-06-14", "It will be decided at Friday’s meeting.", &["Friday=2023-06-16"]);
}

#[test]
fn a_weekday_with_its_part_of_the_day_is_that_day() {
    check("2023-06-14", "He arrived late Sunday night.", &["late Sunday night=2023-06-11"]);
    check("2023-06-14", "She called him last night.", &["last night=2023-06-13"]);
    check(
        "2023-06-14",
        "Talks ended at 7:30 p.m. on Tuesday.",
        &["7:30 p.m. on Tuesday=2023-06-13T19:30"],
    );
}

#[test]
fn a_time_of_day_alone_is_of_the_day_that_is_told() {
    check(
        "2023-06-14",
        "The dam broke Monday. Sirens wailed at 4:10 a.m. By noon on Tuesday it was over.",
        &["Monday=2023-06-12", "4:10 a.m.=2023-06-12T04:10", "noon on Tuesday=2023-06-13T12:00"],
    );
    check("2023-06-14", "Sirens wailed at 4:10 a.m.", &["4:10 a.m.=T04:10"]);
    check("2023-06-14", "Doors open between 9 and 11 p.m.", &["9=T21:00", "11 p.m.=T23:00"]);
}

#[test]
fn what_nobody_plans_lies_behind_whatever_the_verb() {
    check("2023-06-14", "Charges will be filed in Sunday’s shooting.", &["Sunday=2023-06-11"]);
    check("2023-06-14", "He may face a judge after the crash Friday.", &["Friday=2023-06-09"]);
    check("2023-06-14", "The funeral is Saturday.", &["Saturday=2023-06-17"]);
    check("2023-06-14", "Ana Łuk could not be reached Tuesday.", &["Tuesday=2023-06-13"]);
}

#[test]
fn an_earlier_term_is_counted_from_the_one_told() {
    check(
        "2023-10-25",
        "Norlin lost $3 million in the third quarter, up from $1 million a year earlier. The \
         latest quarter had a strike. In the year-ago period it had none.",
        &[
            "the third quarter=2023-Q3",
            "a year earlier=2022-Q3",
            "The latest quarter=2023-Q3",
            "the year-ago period=2022-Q3",
        ],
    );
    check("2023-10-25", "It opened a year earlier.", &["a year earlier=2022"]);
}

#[test]
fn parts_of_years_are_told_from_parts_of_games() {
    check(
        "2023-06-14",
        "Sales rose in the first half of 2019.",
        &["the first half of 2019=2019-H1"],
    );
    check("2023-06-14", "He scored in the first half.", &[]);
    check(
        "2023-06-14",
        "It opens in next year’s first quarter.",
        &["next year’s first quarter=2024-Q1"],
    );
    check("2023-06-14", "It was founded in the 19th century.", &["the 19th century=18"]);
}

#[test]
fn edges_of_the_day_week_and_year_take_its_value() {
    check(
        "2023-06-14",
        "Shares fell on Monday but rose later in the day. It ends by the end of the month.",
        &["Monday=2023-06-12", "the day=2023-06-12", "the end of the month=2023-06"],
    );
    check("2023-06-14", "They vote in the week of June 26.", &["the week of June 26=2023-W26"]);
    check(
        "2023-06-14",
        "It met the year before, and each May.",
        &["the year before=2022", "each May=XXXX-05"],
    );
}

#[test]
fn lengths_may_have_halves_and_rates_recur() {
    check("2023-06-14", "It took 2 1/2 years.", &["2 1/2 years=P2Y6M"]);
    check("2023-06-14", "It took an hour and a half.", &["an hour and a half=PT1H30M"]);
    check("2023-06-14", "They build 15 a year.", &["a year=P1Y"]);
    check("2023-06-14", "It fell a day after the vote.", &["a day=P1D"]);
}

#[test]
fn stamps_of_the_page_are_no_times_of_the_story() {
    check(
        "2023-06-14",
        "Dam breaks Posted: Wednesday, June 14, 2023 3:13 PM EDT Updated: Wednesday, June 14, 2023",
        &[],
    );
    check(
        "2023-06-14",
        "LISK, Ind. (June 14, 2023) – A dam broke on Monday.",
        &["Monday=2023-06-12"],
    );
    check("2023-06-14", "A study published Monday blames rain.", &["Monday=2023-06-12"]);
    check("", "Updated: June 14, 2023", &["June 14, 2023=2023-06-14"]);
}

#[test]
fn a_month_and_day_take_the_nearest_year() {
    check("2023-01-10", "The bridge fell on Dec. 28.", &["Dec. 28=2022-12-28"]);
    check("2023-06-14", "On Sunday, June 11, the bridge fell.", &["Sunday, June 11=2023-06-11"]);
    check("2023-06-14", "It opened on 3 May 1999.", &["3 May 1999=1999-05-03"]);
}

#[test]
fn months_lie_behind_unless_the_words_say_otherwise() {
    check("2023-06-14", "They met in October.", &["October=2022-10"]);
    check("2023-06-14", "They met in June last year.", &["June last year=2022-06"]);
    check("2023-06-14", "Elections are due in October.", &["October=2023-10"]);
    check("2023-06-14", "You may march on.", &[]);
}

#[test]
fn amounts_of_time_count_from_publication() {
    check("2023-06-14", "It closed two weeks ago.", &["two weeks ago=2023-W22"]);
    check("2023-06-14", "It closed four years ago.", &["four years ago=2019"]);
    check("2023-06-14", "It closed two days ago.", &["two days ago=2023-06-12"]);
    check("2023-06-14", "The 31-day strike hurt.", &["31-day=P31D"]);
}

#[test]
fn on_sunday_this_week_is_the_week_that_begins() {
    check("2023-06-18", "They meet later this week.", &["later this week=2023-W25"]);
    check("2023-06-18", "They met last week.", &["last week=2023-W24"]);
    check("2023-06-19", "They met over the weekend.", &["the weekend=2023-W24-WE"]);
}

#[test]
fn the_same_day_is_the_day_told_last() {
    check(
        "2023-06-14",
        "Ana Łuk spoke on Sunday. Her rival spoke the same day.",
        &["Sunday=2023-06-11", "the same day=2023-06-11"],
    );
}

#[test]
fn without_a_publication_date_what_is_open_stays_open() {
    check("", "He spoke on Sunday, Feb. 12.", &["Sunday, Feb. 12=XXXX-02-12"]);
    check("", "He spoke on Sunday.", &["Sunday=XXXX-WXX-7"]);
    check("", "He spoke in 2007 and last week.", &["2007=2007", "last week=XXXX-WXX"]);
}

#[test]
fn last_saturday_keeps_its_other_reading() {
    let text = "They spoke last Saturday.";
    let found = crate::annotate::article(&Article::of_body(text, "2022-02-21"));
    let time = &found.times[0];
    assert_eq!(
        (time.value.as_str(), time.alternatives.as_slice()),
        ("2022-02-12", &["2022-02-19".to_owned()][..])
    );
}

#[test]
fn days_are_counted_from_the_day_that_follows() {
    check(
        "2023-01-10",
        "It closed two days after Christmas.",
        &["two days after Christmas=2022-12-27"],
    );
    check(
        "2023-06-14",
        "He left the day before Tuesday’s vote.",
        &["the day before Tuesday=2023-06-12"],
    );
    check("2023-06-14", "It fell three days after the vote.", &["three days=P3D"]);
}

#[test]
fn coming_and_past_days_are_the_nearest() {
    check("2023-06-14", "They meet this coming Friday.", &["this coming Friday=2023-06-16"]);
    check("2023-06-14", "They met this past Monday.", &["this past Monday=2023-06-12"]);
    check("2023-06-14", "The trial opens Monday.", &["Monday=2023-06-19"]);
    check(
        "2023-06-14",
        "They vote on the 21st. They met on the 9th.",
        &["the 21st=2023-05-21", "the 9th=2023-06-09"],
    );
    check("2023-06-14", "They will vote on the 21st.", &["the 21st=2023-06-21"]);
}

#[test]
fn holidays_have_weekends_and_stops_in_their_names() {
    check("2023-09-08", "He died over Labor Day weekend.", &["Labor Day weekend=2023-W35-WE"]);
    check("2023-03-20", "They marched on St. Patrick’s Day.", &["St. Patrick’s Day=2023-03-17"]);
    check("2023-07-06", "It burned on the Fourth of July.", &["the Fourth of July=2023-07-04"]);
}

#[test]
fn what_recurs_has_no_date() {
    check(
        "2023-06-14",
        "It sails every other day and every weekend.",
        &["every other day=P2D", "every weekend=XXXX-WXX-WE"],
    );
    check("2023-06-14", "They sing on Friday mornings.", &["Friday mornings=XXXX-WXX-5"]);
}

#[test]
fn what_has_gone_on_so_long_is_no_age() {
    check("2023-06-14", "The 31-day-old strike hurt.", &["31-day-old=P31D"]);
    check("2023-06-14", "The 31-day-old calf slept.", &[]);
    check("2023-06-14", "A few days later it ended.", &["A few days later=PXD"]);
    check("2023-06-14", "It may take a week or two.", &["a week=P1W"]);
}

#[test]
fn the_day_and_week_that_own_something_were_told() {
    check(
        "2023-06-14",
        "Shares fell Monday. The day’s losses were small.",
        &["Monday=2023-06-12", "The day=2023-06-12"],
    );
    check("2023-06-14", "The loan runs through January.", &["January=2024-01"]);
}
