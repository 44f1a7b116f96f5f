use crate::model::{
    Annotated, Annotations, Article, ArticleId, Sentence, Span, TimeExpr, TimeKind,
};

/// An article whose time expressions stand in brackets, with the day they were resolved to where it
/// is dated, and other readings: “[Friday=2031-05-09;2031-05-02]”.
fn read(ix: usize, marked: &str, published: &str) -> Annotated {
    let (mut text, mut times) = (String::new(), Vec::new());
    for (at, words) in marked.split(['[', ']']).enumerate() {
        let (words, value) = words.split_once('=').unwrap_or((words, ""));
        let start = text.len();
        text.push_str(words);
        if at % 2 == 1 {
            times.push((start, text.len(), value.to_owned()));
        }
    }
    let time = |(start, end, value): (usize, usize, String)| TimeExpr {
        span: Span::checked(&text, start, end).unwrap(),
        value: value.split(';').next().unwrap_or_default().to_owned(),
        alternatives: value.split(';').skip(1).map(str::to_owned).collect(),
        kind: TimeKind::Date,
        relative: true,
    };
    let times = times.into_iter().map(time).collect();
    let mut article = Article::of_body(&text, published);
    article.id = ArticleId(format!("a{ix}"));
    let sentences = vec![Sentence { span: Span::whole(&text), paragraph: 0 }];
    Annotated { article, annotations: Annotations { sentences, times, ..Annotations::default() } }
}

/// The publication days of articles given as text and stated day, empty for none.
#[track_caller]
fn check(articles: &[(&str, &str)], expected: &[Option<&str>]) {
    let articles: Vec<Annotated> =
        articles.iter().enumerate().map(|(ix, (text, day))| read(ix, text, day)).collect();
    let found = super::dates(&articles);
    let days: Vec<Option<String>> =
        found.iter().map(|it| it.as_ref().map(|it| it.date.to_string())).collect();
    assert_eq!(days.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    for it in found.iter().flatten().filter(|it| it.inferred) {
        assert!(!it.basis.is_empty());
        for basis in &it.basis {
            let article = articles.iter().find(|it| it.article.id == basis.article).unwrap();
            assert!(!basis.span.unwrap().of(&article.article.text).is_empty());
        }
    }
}

#[test]
fn a_weekday_with_a_date_fixes_the_year_for_all() {
    check(
        &[
            ("The Lisk council met [Tuesday, March 4]. © 2031 Norlin Wire.", ""),
            ("Lisk’s mayor resigned on [Tuesday], officials said.", ""),
            ("The mayor resigned [Tuesday]. On [Wednesday], the party named an heir.", ""),
        ],
        &[Some("2031-03-04"), Some("2031-03-04"), Some("2031-03-05")],
    );
}

#[test]
fn last_night_of_the_evening_named_is_the_next_day() {
    check(
        &[("The mayor fell late on [Friday, May 9, 2031], after a vote [last night].", "")],
        &[Some("2031-05-10")],
    );
}

#[test]
fn a_dated_article_lends_its_days_to_the_others() {
    check(
        &[
            ("A ferry sank off Lisk on [Friday morning=2031-05-09].", "2031-05-09"),
            ("At least four people died [this morning] when a ferry sank.", ""),
            (
                "The ferry sank on [Friday]. It will be lifted on [Saturday]. Divers searched \
                 [Sunday].",
                "",
            ),
        ],
        &[Some("2031-05-09"), Some("2031-05-09"), Some("2031-05-11")],
    );
}

#[test]
fn days_to_come_do_not_date_an_article() {
    check(
        &[
            ("The vote was put off on [Monday, June 2, 2031].", ""),
            ("The vote was put off [Monday]. Members will meet on [Tuesday].", ""),
        ],
        &[Some("2031-06-02"), Some("2031-06-02")],
    );
}

#[test]
fn without_a_year_or_a_dated_article_no_date_is_made_up() {
    check(
        &[("The bridge fell on [Tuesday].", ""), ("The bridge fell [Tuesday, March 4].", "")],
        &[None, None],
    );
}

#[test]
fn articles_weeks_apart_do_not_date_a_third() {
    check(
        &[
            ("The strike began [Monday=2031-06-02].", "2031-06-02"),
            ("The strike ended [Monday=2031-06-30].", "2031-06-30"),
            ("The strike went on [Monday].", ""),
        ],
        &[Some("2031-06-02"), Some("2031-06-30"), None],
    );
}

/// The days that articles of one day decide for one another, as `article:day`.
fn decided(marked: &[&str]) -> Vec<String> {
    let articles: Vec<Annotated> =
        marked.iter().enumerate().map(|(ix, text)| read(ix, text, "2031-05-06")).collect();
    let found = super::readings(&articles);
    found.iter().map(|it| format!("a{}:{}", it.article, it.day)).collect()
}

#[test]
fn a_day_that_one_article_names_decides_what_another_leaves_open() {
    let named = "Ana Łuk last spoke to the mayor on [April 28=2031-04-28].";
    let loose = "The two spoke by phone [a week ago=2031-W18;2031-04-29].";
    assert_eq!(decided(&[named, loose]), ["a1:2031-04-28"]);
    assert_eq!(
        decided(&[named, "They last spoke [last Monday=2031-05-05;2031-04-28]."]),
        ["a1:2031-04-28"]
    );
}

#[test]
fn another_act_or_a_second_day_decides_nothing() {
    let named = "Ana Łuk last spoke to the mayor on [April 28=2031-04-28].";
    let loose = "The two spoke by phone [a week ago=2031-W18;2031-04-29].";
    assert!(decided(&["The dam broke on [April 28=2031-04-28].", loose]).is_empty());
    assert!(decided(&[named, "They spoke on [April 30=2031-04-30].", loose]).is_empty());
    assert!(decided(&[loose]).is_empty());
}
