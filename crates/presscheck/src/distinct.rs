//! Distinct articles: each once, each with an id of its own, in order of the ids.

use std::collections::BTreeSet;

use crate::model::{Article, ArticleId, Gap};

/// Keeps of articles with the same bytes the one of which most is known, and gives a different
/// article under a taken id a new one. What was done is in the gaps of the articles that stay.
pub(crate) fn articles(mut given: Vec<Article>) -> Vec<Article> {
    given.sort_by_cached_key(|it| {
        let n_unknown = [it.outlet.is_none(), it.title.is_none(), it.byline.is_none()];
        let n_unknown = n_unknown.iter().filter(|it| **it).count();
        let (date, unknown) = (date(it), (it.published.is_none(), it.url.is_none(), n_unknown));
        (it.id.clone(), it.sha256.clone(), unknown, outlet(it), date, it.place.clone())
    });
    let mut taken: BTreeSet<ArticleId> = given.iter().map(|it| it.id.clone()).collect();
    let mut kept: Vec<Article> = Vec::with_capacity(given.len());
    // Where the articles that came with the present id begin in `kept`.
    let mut run = 0;
    let mut run_id = None;
    for mut it in given {
        if run_id.as_ref() != Some(&it.id) {
            (run, run_id) = (kept.len(), Some(it.id.clone()));
        } else if let Some(twin) = kept.iter_mut().skip(run).find(|twin| same(twin, &it)) {
            twin.gaps.push(twice(twin, &it));
            continue;
        } else {
            rename(&mut it, &mut taken);
        }
        kept.push(it);
    }
    kept.sort_by(|a, b| a.id.cmp(&b.id));
    kept
}

/// The same bytes from, as far as is known, the same outlet on the same day. One text that two
/// outlets print is two articles: that it is one text is what the record is to show.
fn same(one: &Article, other: &Article) -> bool {
    fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
        one.is_none() || other.is_none() || one == other
    }
    one.sha256 == other.sha256
        && agree(outlet(one), outlet(other))
        && agree(date(one), date(other))
        && agree(one.url.as_ref(), other.url.as_ref())
}

fn outlet(it: &Article) -> Option<String> {
    it.outlet.as_ref().map(|it| it.value.clone())
}

fn date(it: &Article) -> Option<jiff::civil::Date> {
    it.published.as_ref().map(|it| it.date)
}

fn twice(kept: &Article, left_out: &Article) -> Gap {
    Gap {
        about: kept.id.0.clone(),
        what: "a second copy".to_owned(),
        why: format!(
            "{} holds the same bytes as {} and was left out",
            place(left_out),
            if place(left_out) == place(kept) { "one input".to_owned() } else { place(kept) },
        ),
    }
}

fn rename(it: &mut Article, taken: &mut BTreeSet<ArticleId>) {
    let given = it.id.0.clone();
    let mut n = 2_u64;
    while !taken.insert(ArticleId(format!("{given}~{n}"))) {
        n += 1;
    }
    it.id = ArticleId(format!("{given}~{n}"));
    it.gaps.push(Gap {
        about: it.id.0.clone(),
        what: "the id it came with".to_owned(),
        why: format!("`{given}` is the id of another article too"),
    });
}

/// Where an article came from, for people.
fn place(it: &Article) -> String {
    let place = it.place.path.as_ref().or(it.place.url.as_ref());
    place.map_or_else(|| "an input".to_owned(), |it| format!("`{it}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Stated};
    use crate::read::{self, Input};

    fn article(path: &str, text: &str, outlet: Option<&str>) -> Article {
        let place = Place { path: Some(path.to_owned()), url: None };
        let input = Input { bytes: text.as_bytes(), place, ..Input::default() };
        let mut it = read::articles(&input).articles.remove(0);
        it.outlet = outlet.map(|it| Stated {
            value: it.to_owned(),
            span: None,
            basis: "the test".to_owned(),
        });
        it
    }

    fn check(given: Vec<Article>, expected: &[(&str, usize)]) {
        let mut backwards = given.clone();
        backwards.reverse();
        for given in [given, backwards] {
            let found = articles(given);
            let found: Vec<(&str, usize)> = found
                .iter()
                .map(|it| (it.place.path.as_deref().unwrap_or_default(), it.gaps.len()))
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_file_given_twice_is_one_article_that_says_so() {
        let known = article("b.txt", "The ferry sank off Vik.", Some("Vik Daily"));
        let plain = article("a.txt", "The ferry sank off Vik.", None);
        let n_own = plain.gaps.len();
        check(vec![plain, known], &[("b.txt", n_own + 1)]);
    }

    #[test]
    fn one_text_in_two_outlets_is_two_articles() {
        let one = article("a.txt", "The ferry sank off Vik.", Some("Vik Daily"));
        let other = article("b.txt", "The ferry sank off Vik.", Some("Strand Post"));
        let n_own = one.gaps.len();
        // In order of the outlets: the second one to come gets another id.
        check(vec![one, other], &[("b.txt", n_own), ("a.txt", n_own + 1)]);
    }

    #[test]
    fn different_articles_under_one_id_are_all_kept() {
        let mut given = Vec::new();
        for text in ["One boat.", "Two boats.", "Three boats."] {
            let mut it = article(text, text, None);
            it.id = ArticleId("7".to_owned());
            given.push(it);
        }
        let found = articles(given);
        let ids: Vec<&str> = found.iter().map(|it| it.id.0.as_str()).collect();
        assert_eq!(ids, ["7", "7~2", "7~3"]);
    }
}
