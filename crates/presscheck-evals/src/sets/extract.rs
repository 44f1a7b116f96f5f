//! Reading of pages against their labels: body, title, day and authors. The Rust twin of
//! `score_extract.py`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use presscheck::model::{Annotated, Annotations, RecordArticle};
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures, real};

/// What people say of one page.
#[derive(Deserialize)]
pub(crate) struct Label {
    doc: String,
    title: Option<String>,
    authors: Option<Vec<String>>,
    published: Option<String>,
    body: String,
}

/// The labels of a set.
pub(crate) fn labels(folder: &Path) -> anyhow::Result<Vec<Label>> {
    engine::json_lines(&folder.join("gold.jsonl"))
}

/// The pages of a set in one form, `html` or `plain`, sorted by name.
pub(crate) fn pages(folder: &Path, form: &str) -> anyhow::Result<Vec<PathBuf>> {
    let folder = folder.join(form);
    let entries = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    let mut paths = entries.map(|it| Ok(it?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The articles of some pages, as read and not annotated, by the names of the labels.
pub(crate) fn read(paths: &[PathBuf]) -> anyhow::Result<BTreeMap<String, RecordArticle>> {
    let mut found = BTreeMap::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let doc = name.strip_suffix(".gz").unwrap_or(&name);
        let doc = doc.strip_suffix(".html").or_else(|| doc.strip_suffix(".txt")).unwrap_or(doc);
        for article in engine::read(path, presscheck::read::StatedOutside::default())? {
            let it = Annotated { article, annotations: Annotations::default() };
            found.insert(doc.to_owned(), presscheck::record::article(&it));
        }
    }
    Ok(found)
}

/// Scores articles against labels.
pub(crate) fn score(labels: &[Label], articles: &BTreeMap<String, RecordArticle>) -> Measures {
    let mut body = Averages::default();
    let [mut title, mut day, mut certain, mut authors] = [(0, 0); 4];
    let count = |of: &mut (usize, usize), right: bool| {
        of.0 += usize::from(right);
        of.1 += 1;
    };
    for label in labels {
        let article = articles.get(&label.doc);
        body.add(&article.map(own).unwrap_or_default(), &label.body);
        if let Some(it) = label.title.as_deref().filter(|it| !it.is_empty()) {
            let said = article.and_then(|it| it.title.as_deref()).unwrap_or_default();
            count(&mut title, words(said) == words(it));
        }
        if let Some(it) = label.published.as_deref().filter(|it| !it.is_empty()) {
            let said = article.and_then(|it| it.published.as_ref());
            let right = said.is_some_and(|said| said.value == it);
            count(&mut day, right);
            if said.is_some_and(|it| it.certain) {
                count(&mut certain, right);
            }
        }
        if let Some(it) = label.authors.as_deref().filter(|it| !it.is_empty()) {
            let said = article.and_then(|it| it.byline.as_deref()).unwrap_or_default();
            count(&mut authors, names_all(said, it));
        }
    }
    let share = |(right, of)| Measure::Share { right, of };
    vec![
        ("body.f1".to_owned(), body.measure()),
        ("title.right".to_owned(), share(title)),
        ("day.right".to_owned(), share(day)),
        ("day.certain_right".to_owned(), share(certain)),
        ("authors.right".to_owned(), share(authors)),
    ]
}

/// The words of the body, part by part.
fn own(article: &RecordArticle) -> String {
    let parts = article.parts.iter().filter(|it| matches!(it.kind.as_str(), "body" | "dateline"));
    let texts = parts.filter_map(|it| article.text.get(it.start..it.end));
    texts.collect::<Vec<_>>().join("\n")
}

/// All words of all names, and few others: a role may stand beside a name.
fn names_all(said: &str, names: &[String]) -> bool {
    let said = words(said);
    let n_asked: usize = names.iter().map(|it| words(it).len()).sum();
    let given: BTreeSet<&String> = said.iter().collect();
    !said.is_empty()
        && names.iter().flat_map(|it| words(it)).all(|it| given.contains(&it))
        && said.len() <= n_asked + 6
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|it: char| !it.is_alphanumeric() && it != '_');
    parts.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// Runs of four words, counted; fewer words are one run.
fn shingles(text: &str) -> (BTreeMap<Vec<String>, usize>, usize) {
    let words = words(text);
    let mut found = BTreeMap::new();
    let mut n = 0;
    let mut add = |it: &[String]| {
        *found.entry(it.to_vec()).or_insert(0) += 1;
        n += 1;
    };
    if (1..4).contains(&words.len()) {
        add(&words);
    }
    words.windows(4).for_each(&mut add);
    (found, n)
}

/// Precision and recall, averaged over pages.
#[derive(Default)]
struct Averages {
    precision: f64,
    recall: f64,
    of: usize,
}

impl Averages {
    fn add(&mut self, said: &str, body: &str) {
        let ((said, n_said), (body, n_body)) = (shingles(said), shingles(body));
        let both = said.iter().map(|(it, n)| (*n).min(body.get(it).copied().unwrap_or(0)));
        let both: usize = both.sum();
        if n_body > 0 {
            self.of += 1;
            self.precision += if n_said == 0 { 0.0 } else { real(both) / real(n_said) };
            self.recall += real(both) / real(n_body);
        }
    }

    fn measure(&self) -> Measure {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to a count")]
        let millionths = |it: f64| (it * 1e6).round() as usize;
        Measure::Averages {
            precision: millionths(self.precision),
            recall: millionths(self.recall),
            of: self.of,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_counts_as_much_as_another_however_long() {
        let mut it = Averages::default();
        it.add("one two three four", "one two three four five");
        it.add("", "six seven");
        let Measure::Averages { precision, recall, of } = it.measure() else { panic!() };
        assert_eq!((precision, recall, of), (1_000_000, 500_000, 2));
        assert!((it.measure().percent() - 100.0 / 3.0).abs() < 1e-6);
    }

    #[test]
    fn a_role_beside_a_name_is_forgiven_and_a_missing_name_is_not() {
        let names = ["Ada Lund".to_owned(), "Bo Vik".to_owned()];
        assert!(names_all("Ada Lund, reporter, and Bo Vik", &names));
        assert!(!names_all("Ada Lund", &names));
    }
}
