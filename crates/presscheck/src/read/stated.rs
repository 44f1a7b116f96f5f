//! What is stated of an article outside its own bytes: in a file beside it, in a line of JSON.
//!
//! It goes before what the page itself seems to say: whoever wrote it meant this article.

use super::{StatedOutside, days};
use crate::model::{Article, Basis, Gap, Published, Stated};

/// How the basis of such a statement reads.
const BASIS: &str = "stated outside the article";

/// Puts what is stated outside in the article's fields.
pub(super) fn apply(article: &mut Article, stated: &StatedOutside) {
    if let Some(value) = filled(stated.outlet.as_ref()) {
        article.outlet = Some(outside(value));
    }
    if let Some(value) = filled(stated.title.as_ref()) {
        // Where the page prints the very title, its place there is worth keeping.
        let printed = article.title.take().filter(|it| it.value == value);
        article.title = Some(printed.unwrap_or_else(|| outside(value)));
    }
    if let Some(value) = filled(stated.url.as_ref()) {
        article.url = Some(value.to_owned());
    }
    if let Some(value) = filled(stated.published.as_ref()) {
        match days::iso(value) {
            Some(date) => {
                let basis =
                    Basis { what: BASIS.to_owned(), article: article.id.clone(), span: None };
                article.published =
                    Some(Published { date, certain: true, inferred: false, basis: vec![basis] });
            }
            None => article.gaps.push(Gap {
                about: article.id.0.clone(),
                what: "publication date".to_owned(),
                why: format!("`{}`, stated outside the article, is no ISO date", short(value)),
            }),
        }
    }
}

fn outside(value: &str) -> Stated {
    Stated { value: value.to_owned(), span: None, basis: BASIS.to_owned() }
}

fn filled(value: Option<&String>) -> Option<&str> {
    value.map(|it| it.trim()).filter(|it| !it.is_empty())
}

/// A value may be anything; a message shows its beginning.
fn short(value: &str) -> String {
    value.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, articles};

    fn check(stated: StatedOutside) -> Article {
        let bytes = "The mayor of Vårby resigned on Friday.\n".as_bytes();
        articles(&Input { bytes, stated, ..Input::default() }).articles.remove(0)
    }

    #[test]
    fn a_day_stated_outside_says_so_in_its_basis() {
        let published = Some("2031-05-09T07:00:00Z".to_owned());
        let it = check(StatedOutside { published, ..Default::default() });
        let published = it.published.expect("a day was stated");
        assert_eq!(published.date.to_string(), "2031-05-09");
        assert!(!published.inferred);
        assert_eq!(published.basis[0].what, "stated outside the article");
    }

    #[test]
    fn a_day_that_is_none_is_a_gap() {
        let it =
            check(StatedOutside { published: Some("last week".to_owned()), ..Default::default() });
        assert_eq!(it.published, None);
        assert_eq!(it.gaps[0].what, "publication date");
    }

    #[test]
    fn empty_strings_state_nothing() {
        let none = || Some(String::new());
        let it =
            check(StatedOutside { outlet: none(), title: none(), url: none(), published: none() });
        assert_eq!((it.outlet, it.title, it.url), (None, None, None));
        assert!(it.gaps.is_empty());
    }
}
