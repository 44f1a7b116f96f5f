//! `articles.json` beside articles: what a plain-text copy of a page has lost.
//!
//! A list of `{"file", "outlet", "date", "title", "url"}`. It is never an article itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use presscheck::read::StatedOutside;
use serde::Deserialize;

use super::files::shown;
use crate::messages::counted;

/// The name of such a file.
const NAME: &str = "articles.json";

/// Whether a path names such a file.
pub(super) fn is_sidecar(path: &Path) -> bool {
    path.file_name().is_some_and(|it| it == NAME)
}

/// One line of the list.
#[derive(Debug, Deserialize)]
struct Row {
    file: String,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    url: Option<String>,
}

/// The lists met so far, each read once.
#[derive(Debug, Default)]
pub(super) struct Sidecars(BTreeMap<PathBuf, Sidecar>);

#[derive(Debug, Default)]
struct Sidecar {
    rows: BTreeMap<String, StatedOutside>,
    n_used: usize,
    problem: Option<String>,
}

impl Sidecars {
    /// What the list in the article's folder says of it.
    pub(super) fn stated(&mut self, article: &Path) -> Option<StatedOutside> {
        let path = article.with_file_name(NAME);
        let list = self.0.entry(path.clone()).or_insert_with(|| load(&path));
        let name = article.file_name()?.to_string_lossy();
        let stated = list.rows.get(name.as_ref())?.clone();
        list.n_used += 1;
        Some(stated)
    }

    /// What to tell of the lists that were used, or could not be.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (path, list) in &self.0 {
            let path = shown(path);
            if let Some(problem) = &list.problem {
                notes.push(format!("left `{path}` out: {problem}"));
            } else if list.n_used > 0 {
                let articles = counted(list.n_used, "article", "articles");
                notes.push(format!("outlet and date of {articles} taken from {path}"));
            }
        }
        notes
    }
}

fn load(path: &Path) -> Sidecar {
    // Most folders have none, and that is nothing to speak of.
    let Ok(bytes) = fs::read(path) else { return Sidecar::default() };
    match serde_json::from_slice::<Vec<Row>>(&bytes) {
        Ok(rows) => {
            let rows = rows.into_iter().map(|it| (it.file.clone(), stated(it)));
            Sidecar { rows: rows.collect(), ..Sidecar::default() }
        }
        Err(error) => Sidecar {
            problem: Some(format!(
                "it is not a list of {{\"file\", \"outlet\", \"date\", …}}: {error}"
            )),
            ..Sidecar::default()
        },
    }
}

fn stated(row: Row) -> StatedOutside {
    let filled = |it: Option<String>| it.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    StatedOutside {
        outlet: filled(row.outlet),
        published: filled(row.date),
        title: filled(row.title),
        url: filled(row.url),
    }
}
