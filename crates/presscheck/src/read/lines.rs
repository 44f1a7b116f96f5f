//! JSON Lines: one article a line, `{"id", "text", "title", "published", "outlet", "url"}`.

use serde_json::{Map, Value};

use super::{Input, Read, StatedOutside, charset, plain, stated};
use crate::model::{Article, ArticleId, Gap, Place};

/// Reads the articles of all lines; a line that is none is a gap.
pub(super) fn read(input: &Input<'_>, bytes: &[u8]) -> Read {
    let mut read = Read::default();
    let decoded = charset::decode(bytes, input.media_type, false);
    let about = input.place.path.clone().or(input.place.url.clone()).unwrap_or_default();
    for (ix, line) in decoded.text.split('\n').enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(row)) => match article(input, &row) {
                Ok(it) => read.articles.push(it),
                Err(why) => read.gaps.push(gap(&about, ix, why)),
            },
            Ok(_) => read.gaps.push(gap(&about, ix, "it is JSON, but no object".to_owned())),
            Err(error) => read.gaps.push(gap(&about, ix, format!("it is not JSON: {error}"))),
        }
    }
    read
}

fn gap(about: &str, ix: usize, why: String) -> Gap {
    Gap { about: about.to_owned(), what: format!("line {}", ix + 1), why }
}

fn article(input: &Input<'_>, row: &Map<String, Value>) -> Result<Article, String> {
    let text = row.get("text").and_then(Value::as_str);
    let text = text.ok_or("it has no `text` that is a string")?;
    if text.trim().is_empty() {
        return Err("its `text` is empty".to_owned());
    }
    let field = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
    let id = match row.get("id") {
        Some(Value::String(it)) if !it.is_empty() => Some(it.clone()),
        Some(Value::Number(it)) => Some(it.to_string()),
        _ => None,
    };
    let path = match (&input.place.path, &id) {
        (Some(path), Some(id)) => Some(format!("{path}#{id}")),
        (path, _) => path.clone(),
    };
    let place = Place { path, url: field("url").or(input.place.url.clone()) };
    let in_line = StatedOutside {
        outlet: field("outlet"),
        published: field("published"),
        title: field("title"),
        url: field("url"),
    };
    let own = Input { bytes: text.as_bytes(), place, stated: in_line.clone(), media_type: None };
    let mut article = plain::read(&own, text.to_owned());
    if let Some(id) = id {
        let given = std::mem::replace(&mut article.id, ArticleId(id));
        rename(&mut article, &given);
    }
    stated::apply(&mut article, &input.stated);
    stated::apply(&mut article, &in_line);
    Ok(article)
}

/// What the article says of itself names it by its id.
fn rename(article: &mut Article, from: &ArticleId) {
    let to = article.id.clone();
    let basis = article.published.iter_mut().flat_map(|it| &mut it.basis);
    basis.filter(|it| it.article == *from).for_each(|it| it.article = to.clone());
    article
        .gaps
        .iter_mut()
        .filter(|it| it.about == from.0)
        .for_each(|it| it.about.clone_from(&to.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> Read {
        let place = Place { path: Some("wire.jsonl".to_owned()), url: None };
        crate::read::articles(&Input { bytes, place, ..Input::default() })
    }

    #[test]
    fn a_line_says_what_is_known_of_its_article() {
        let read = check(
            br#"{"id":"7","text":"Rain fell.","title":"Rain","published":"2030-01-02","outlet":"The Quay","url":"https://quay.example/7"}"#,
        );
        let it = &read.articles[0];
        assert_eq!(it.id.0, "7");
        assert_eq!(it.place.path.as_deref(), Some("wire.jsonl#7"));
        assert_eq!(it.title.as_ref().map(|it| it.value.as_str()), Some("Rain"));
        assert_eq!(it.outlet.as_ref().map(|it| it.value.as_str()), Some("The Quay"));
        assert_eq!(it.url.as_deref(), Some("https://quay.example/7"));
        assert_eq!(
            it.published.as_ref().map(|it| it.date.to_string()).as_deref(),
            Some("2030-01-02")
        );
    }

    #[test]
    fn a_broken_line_is_a_gap_and_the_rest_is_read() {
        let read =
            check(b"{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\n\n[1]\n{\"id\":2,\"text\":\"B.\"}\n");
        let ids: Vec<&str> = read.articles.iter().map(|it| it.id.0.as_str()).collect();
        assert_eq!(ids, ["1", "2"]);
        let lines: Vec<&str> = read.gaps.iter().map(|it| it.what.as_str()).collect();
        assert_eq!(lines, ["line 2", "line 4"]);
    }
}
