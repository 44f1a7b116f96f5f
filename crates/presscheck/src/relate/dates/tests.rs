use crate::annotate;
use crate::model::{Annotated, Article, ArticleId};

/// The inferred publication days of articles given as text and stated day, empty for none.
#[track_caller]
fn check(articles: &[(&str, &str)], expected: &[Option<&str>]) {
    let annotated: Vec<Annotated> = articles
        .iter()
        .enumerate()
        .map(|(ix, (text, published))| {
            let mut article = Article::of_body(text, published);
            article.id = ArticleId(format!("a{ix}"));
            Annotated { annotations: annotate::article(&article), article }
        })
        .collect();
    let found = super::dates(&annotated);
    let days: Vec<Option<String>> =
        found.iter().map(|it| it.as_ref().map(|it| it.date.to_string())).collect();
    assert_eq!(days.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    for it in found.iter().flatten().filter(|it| it.inferred) {
        assert!(!it.basis.is_empty());
        for basis in &it.basis {
            let article = annotated.iter().find(|it| it.article.id == basis.article).unwrap();
            assert!(!basis.span.unwrap().of(&article.article.text).is_empty());
        }
    }
}

#[test]
fn a_weekday_with_a_date_fixes_the_year_for_all() {
    check(
        &[
            ("The Lisk council met Tuesday, March 4. © 2031 Norlin Wire.", ""),
            ("Lisk’s mayor resigned on Tuesday, officials said.", ""),
            ("The mayor resigned Tuesday. On Wednesday, the party named an heir.", ""),
        ],
        &[Some("2031-03-04"), Some("2031-03-04"), Some("2031-03-05")],
    );
}

#[test]
fn a_dated_article_lends_its_days_to_the_others() {
    check(
        &[
            ("A ferry sank off Lisk on Friday morning.", "2031-05-09"),
            ("At least four people died this morning when a ferry sank.", ""),
            (
                "The ferry sank on Friday. It will be lifted on Saturday. Divers searched Sunday.",
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
            ("The vote was put off on Monday, June 2, 2031.", ""),
            ("The vote was put off Monday. Members will meet on Tuesday.", ""),
        ],
        &[Some("2031-06-02"), Some("2031-06-02")],
    );
}

#[test]
fn without_a_year_or_a_dated_article_no_date_is_made_up() {
    check(
        &[("The bridge fell on Tuesday.", ""), ("The bridge fell Tuesday, March 4.", "")],
        &[None, None],
    );
}

#[test]
fn articles_weeks_apart_do_not_date_a_third() {
    check(
        &[
            ("The strike began Monday.", "2031-06-02"),
            ("The strike ended Monday.", "2031-06-30"),
            ("The strike went on Monday.", ""),
        ],
        &[Some("2031-06-02"), Some("2031-06-30"), None],
    );
}
