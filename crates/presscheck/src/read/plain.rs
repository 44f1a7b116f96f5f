//! Plain text: a copy of a page, with all that stood around the article.

use super::parts::{self, Found};
use super::{Input, byline, hex};
use crate::model::{Article, ArticleId, Basis, Gap, Place, Published, Span, Stated};

/// Reads one article; `bytes` are the input's as they came, `text` is what they say.
pub(super) fn read(input: &Input<'_>, text: String) -> Article {
    let title = input.stated.title.as_deref();
    let found = parts::of(&text, title.filter(|it| !it.trim().is_empty()));
    let mut article = bare(input.bytes, input.place.clone(), text);
    describe(&mut article, found);
    article
}

/// An article of which nothing is known but its text.
pub(super) fn bare(bytes: &[u8], place: Place, text: String) -> Article {
    let sha256 = hex(bytes);
    Article {
        id: ArticleId(format!("a{}", &sha256.chars().take(12).collect::<String>())),
        place,
        sha256,
        parts: Vec::new(),
        language: super::language::of(&text),
        text,
        raw_map: Vec::new(),
        title: None,
        outlet: None,
        byline: None,
        published: None,
        modified: None,
        url: None,
        gaps: Vec::new(),
    }
}

/// Puts what the lines say in the article's fields.
fn describe(article: &mut Article, found: Found) {
    let text = &article.text;
    let stated = |span: Span, basis: &str| {
        let span = span.trimmed(text);
        Stated { value: span.of(text).to_owned(), span: Some(span), basis: basis.to_owned() }
    };
    let outlet = found.outlet.map(|it| stated(it, "first line of the page"));
    let own = outlet.as_ref().map(|it| it.value.as_str());
    let mut names = byline::Byline::default();
    for it in &found.bylines {
        let line = byline::read(it.of(text), own);
        names.persons.extend(line.persons);
        names.agency = names.agency.or(line.agency);
    }
    let printed = found.bylines.first().map(|it| stated(*it, "byline"));
    let byline =
        printed.map(|it| Stated { value: names.line(), ..it }).filter(|it| !it.value.is_empty());
    let title = found.title.map(|it| stated(it, "headline"));
    // A day that stands there without a word may be that of a visit, a change or a picture.
    article.published = found.published.map(|(date, span)| Published {
        date,
        certain: parts::says_published(span.of(text)),
        inferred: false,
        basis: vec![Basis {
            what: "date line".to_owned(),
            article: article.id.clone(),
            span: Some(span.trimmed(text)),
        }],
    });
    article.modified = found.modified;
    article.title = title;
    article.outlet = outlet;
    article.byline = byline;
    article.parts = found.parts;
}

/// A gap of an article.
pub(super) fn gap(article: &Article, what: impl Into<String>, why: impl Into<String>) -> Gap {
    Gap { about: article.id.0.clone(), what: what.into(), why: why.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, certain: bool) {
        let text = format!(
            "Ferry sinks off Vik in a storm\n\nBy Ada Lund\n{line}\n\n\
             The ferry Halcyon sank off Vik on Sunday, the coast guard said.\n\
             “We will search until the storm ends,” said Captain Ada Lund.\n"
        );
        let it = read(&Input { bytes: text.as_bytes(), ..Input::default() }, text.clone());
        let published = it.published.unwrap();
        assert_eq!(
            (published.date.to_string().as_str(), published.certain),
            ("2031-05-04", certain)
        );
    }

    #[test]
    fn a_day_is_certain_where_the_line_says_what_it_is() {
        check("Published 4 May 2031, 10:14", true);
        check("4 May 2031, 10:14", false);
    }
}
