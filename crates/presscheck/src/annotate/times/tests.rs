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
        &["7:30 p.m. on Tuesday=2023-06-13"],
    );
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
