//! Linked data (JSON-LD, schema.org): what a page says of its article for machines.

use serde_json::{Map, Value};

use super::raw;

/// The parts of a `NewsArticle` that are used.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Linked {
    /// Whether it is called an article of news.
    pub(super) is_news: bool,
    pub(super) headline: Option<String>,
    /// What it is called elsewhere: its name, and its other headline.
    pub(super) name: Option<String>,
    pub(super) alternative: Option<String>,
    pub(super) description: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    /// Who wrote it, and whether the page calls them persons.
    pub(super) authors: Vec<Author>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    /// What a correction says.
    pub(super) correction: Option<String>,
    /// The article's text, where the page gives it to machines whole.
    pub(super) body: Option<String>,
    /// The work that it is based on: its address or name.
    pub(super) based_on: Option<String>,
}

/// A name that linked data gives as author.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Author {
    pub(super) name: String,
    pub(super) is_person: bool,
}

/// The deepest nesting of objects that is followed.
const MOST_DEPTH: usize = 12;

/// The article that some scripts describe: the first that has most to say.
pub(super) fn of(scripts: &[String]) -> Linked {
    let values: Vec<Value> = scripts.iter().filter_map(|it| parsed(it)).collect();
    let mut nodes = Vec::new();
    for it in &values {
        collect(it, 0, &mut nodes);
    }
    let articles = nodes.iter().filter(|it| is_article(it));
    let worth = |it: &&&Map<String, Value>| {
        ["headline", "datePublished", "author", "articleBody"]
            .iter()
            .filter(|key| it.contains_key(**key))
            .count()
    };
    let mut best: Option<&&Map<String, Value>> = None;
    for it in articles {
        if best.is_none_or(|best| worth(&it) > worth(&best)) {
            best = Some(it);
        }
    }
    let page = nodes.iter().find(|it| types(it).iter().any(|it| it.ends_with("WebPage")));
    let mut found = best.map(|it| linked(it, &nodes)).unwrap_or_default();
    if let Some(page) = page {
        // Some pages date the page and not the article.
        let page = linked(page, &nodes);
        found.published = found.published.or(page.published);
        found.modified = found.modified.or(page.modified);
    }
    if found.publisher.is_none() {
        let site = |kind: &str| nodes.iter().find(|it| types(it).contains(&kind));
        let site = site("NewsMediaOrganization").or_else(|| site("WebSite"));
        found.publisher = site.and_then(|it| name(it.get("name")?));
    }
    found
}

/// JSON as pages write it: wrapped in comments, with line breaks inside strings.
fn parsed(script: &str) -> Option<Value> {
    let inner = script.trim();
    let inner = inner.strip_prefix("<!--").unwrap_or(inner);
    let inner = inner.strip_suffix("-->").unwrap_or(inner);
    let inner = inner.trim().trim_start_matches("//").trim();
    let inner = inner.strip_prefix("<![CDATA[").unwrap_or(inner);
    let inner = inner.strip_suffix("]]>").unwrap_or(inner).trim_end_matches("//");
    let inner = inner.trim().trim_end_matches(';');
    serde_json::from_str(inner).ok().or_else(|| {
        let plain: String =
            inner.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        serde_json::from_str(&plain).ok()
    })
}

fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Map<String, Value>>) {
    if depth > MOST_DEPTH {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|it| collect(it, depth + 1, found)),
        Value::Object(object) => {
            found.push(object);
            // What hangs on an article by another name is another article.
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"] {
                if let Some(it) = object.get(key).filter(|_| key != "hasPart") {
                    collect(it, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

fn types<'a>(object: &'a Map<String, Value>) -> Vec<&'a str> {
    let bare = |it: &'a Value| it.as_str().map(|it| it.rsplit(['/', ':']).next().unwrap_or(it));
    match object.get("@type") {
        Some(Value::Array(all)) => all.iter().filter_map(bare).collect(),
        Some(one) => bare(one).into_iter().collect(),
        None => Vec::new(),
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    types(object).iter().any(|it| {
        it.ends_with("Article")
            || it.ends_with("Posting")
            || matches!(*it, "Report" | "Review" | "Recipe")
    })
}

fn linked(object: &Map<String, Value>, nodes: &[&Map<String, Value>]) -> Linked {
    let text = |key: &str| words(object.get(key));
    let mut authors = Vec::new();
    for key in ["author", "creator"] {
        if authors.is_empty()
            && let Some(it) = object.get(key)
        {
            collect_authors(it, nodes, &mut authors, &mut { MOST_AUTHORS });
        }
    }
    Linked {
        is_news: types(object).iter().any(|it| it.ends_with("NewsArticle")),
        headline: text("headline").or_else(|| text("name")),
        name: text("name").filter(|_| object.contains_key("headline")),
        alternative: text("alternativeHeadline"),
        description: text("description"),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        authors,
        publisher: object.get("publisher").and_then(|it| resolved(it, nodes)),
        section: text("articleSection"),
        language: text("inLanguage"),
        url: text("url").or_else(|| object.get("mainEntityOfPage").and_then(id_of)),
        body: object.get("articleBody").and_then(Value::as_str).map(str::to_owned),
        correction: object.get("correction").and_then(|it| {
            words(Some(it)).or_else(|| it.get("text").and_then(|it| words(Some(it))))
        }),
        based_on: object.get("isBasedOn").and_then(|it| id_of(it).or_else(|| name(it))),
    }
}

/// So many places are looked at for authors: each may lead through all of the linked data.
const MOST_AUTHORS: usize = 40;

fn collect_authors(
    value: &Value,
    nodes: &[&Map<String, Value>],
    found: &mut Vec<Author>,
    left: &mut usize,
) {
    let Some(fewer) = left.checked_sub(1) else { return };
    *left = fewer;
    match value {
        Value::Array(all) => {
            all.iter().take(MOST_AUTHORS).for_each(|it| collect_authors(it, nodes, found, left));
        }
        Value::String(it) => found.push(Author { name: it.clone(), is_person: true }),
        Value::Object(object) => {
            let by_id = object.get("@id").and_then(|id| {
                nodes.iter().find(|it| it.get("@id") == Some(id) && it.contains_key("name"))
            });
            let object =
                if object.contains_key("name") { object } else { by_id.unwrap_or(&object) };
            match object.get("name") {
                Some(it @ Value::Array(_)) => collect_authors(it, nodes, found, left),
                Some(Value::String(it)) => {
                    let is_person = !types(object).iter().any(|it| it.ends_with("Organization"));
                    found.push(Author { name: it.clone(), is_person });
                }
                _ => {}
            }
        }
        _ => {}
    }
}

fn resolved(value: &Value, nodes: &[&Map<String, Value>]) -> Option<String> {
    name(value).or_else(|| {
        let id = value.get("@id")?;
        nodes.iter().find(|it| it.get("@id") == Some(id)).and_then(|it| name(it.get("name")?))
    })
}

/// A string, the first of several, or the `name` of an object.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(_) => words(Some(value)),
        Value::Array(all) => all.first().and_then(name),
        Value::Object(object) => object.get("name").and_then(name),
        _ => None,
    }
}

fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(_) => words(Some(value)),
        Value::Array(all) => all.first().and_then(id_of),
        Value::Object(object) => object.get("@id").or_else(|| object.get("url")).and_then(id_of),
        _ => None,
    }
}

fn words(value: Option<&Value>) -> Option<String> {
    let value = match value? {
        Value::Array(all) => all.first()?,
        it => it,
    };
    let text = raw::referenced(value.as_str()?);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str) -> Linked {
        of(&[script.to_owned()])
    }

    #[test]
    fn the_article_is_found_in_a_graph() {
        let it = check(
            r##"{"@graph":[{"@type":"WebSite","name":"The Quay"},
            {"@type":"NewsArticle","headline":"Rain","datePublished":"2031-05-09T07:00:00Z",
             "dateModified":"2031-05-10","author":{"@id":"#ada"},"isBasedOn":"https://wire.example/1"},
            {"@id":"#ada","@type":"Person","name":"Ada Lund"}]}"##,
        );
        assert_eq!(it.headline.as_deref(), Some("Rain"));
        assert_eq!(it.published.as_deref(), Some("2031-05-09T07:00:00Z"));
        assert_eq!(it.modified.as_deref(), Some("2031-05-10"));
        assert_eq!(it.authors, [Author { name: "Ada Lund".to_owned(), is_person: true }]);
        assert_eq!(it.publisher.as_deref(), Some("The Quay"));
        assert_eq!(it.based_on.as_deref(), Some("https://wire.example/1"));
    }

    #[test]
    fn an_agency_is_no_person() {
        let it = check(
            r#"[{"@type":["Article"],"author":[{"@type":"Organization","name":"Norlin Wire"}]}]"#,
        );
        assert!(!it.authors[0].is_person);
    }

    #[test]
    fn a_line_break_inside_a_string_is_read() {
        let it = check("/* */");
        assert_eq!(it, Linked::default());
        let it = check("<!-- {\"@type\":\"BlogPosting\",\"headline\":\"Rain\n and wind\"}; -->");
        assert_eq!(it.headline.as_deref(), Some("Rain and wind"));
    }
}
