//! Runs the engine on the texts of a set, as the command would.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use presscheck::model::{Article, Place, Record, RecordArticle};
use presscheck::read::{self, Input, StatedOutside};
use serde::Deserialize;

/// Annotates the articles of some files, all in one go.
pub(crate) fn annotate(paths: &[PathBuf]) -> anyhow::Result<Vec<RecordArticle>> {
    let mut articles = Vec::new();
    for path in paths {
        articles.extend(read(path, StatedOutside::default())?);
    }
    Ok(presscheck::annotate_all(articles).iter().map(presscheck::record::article).collect())
}

/// Compiles the record of a folder of labelled articles; with `dated`, by the outlets and dates
/// that its `articles.json` states, else from the texts alone.
///
/// Should the engine take the articles for several stories, the largest is the record, and what
/// the others hold counts as not found.
pub(crate) fn compile(story: &Path, dated: bool) -> anyhow::Result<Record> {
    let stated = if dated { sidecar(story)? } else { Vec::new() };
    let mut articles = Vec::new();
    for path in texts(story)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let outside = stated.iter().find(|it| it.file == name).map(Sidecar::stated);
        articles.extend(read(&path, outside.unwrap_or_default())?);
    }
    largest(articles).with_context(|| format!("no record came of `{}`", story.display()))
}

/// The record of the largest story that the articles tell.
pub(crate) fn largest(articles: Vec<Article>) -> Option<Record> {
    presscheck::compile(articles).into_iter().max_by_key(|it| it.articles.len())
}

/// The plain-text files of a folder, sorted by name.
pub(crate) fn texts(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    let mut paths = entries.map(|it| Ok(it?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    paths.sort();
    Ok(paths)
}

/// Reads a file of JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("`{}` is odd", path.display()))
}

/// Reads a file of JSON Lines.
pub(crate) fn json_lines<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    text.lines()
        .filter(|it| !it.trim().is_empty())
        .map(|it| serde_json::from_str(it).with_context(|| format!("`{}` is odd", path.display())))
        .collect()
}

/// An article of a set for the grouping of articles.
pub(crate) struct Row {
    text: String,
    stated: StatedOutside,
}

impl Row {
    /// Reads it as the plain-text file `name`.
    pub(crate) fn read(&self, name: &str) -> Vec<Article> {
        let place = Place { path: Some(name.to_owned()), url: None };
        let (bytes, stated) = (self.text.as_bytes(), self.stated.clone());
        read::articles(&Input { bytes, place, media_type: None, stated }).articles
    }
}

/// The articles of the sets `allsides` and `gva` by their ids, each with its headline on top.
pub(crate) fn rows(shared: &Path, set: &str) -> anyhow::Result<BTreeMap<String, Row>> {
    #[derive(Deserialize)]
    struct Raw {
        id: String,
        title: String,
        #[serde(alias = "content")]
        body: String,
        source: Option<String>,
        #[serde(alias = "dct")]
        date: Option<String>,
        #[serde(alias = "uri")]
        url: Option<String>,
    }
    let file = if set == "gva" { "gva/docs.jsonl" } else { "allsides/labelled.jsonl" };
    let raw: Vec<Raw> = json_lines(&shared.join("data/clustering").join(file))?;
    let given = |it: Option<String>| it.filter(|it| !it.is_empty());
    Ok(raw
        .into_iter()
        .map(|it| {
            let text = format!("{}\n\n{}", it.title, it.body);
            let stated = StatedOutside {
                outlet: given(it.source),
                published: given(it.date),
                title: Some(it.title),
                url: given(it.url),
            };
            (it.id, Row { text, stated })
        })
        .collect())
}

/// The articles of one file.
pub(crate) fn articles(path: &Path) -> anyhow::Result<Vec<Article>> {
    read(path, StatedOutside::default())
}

pub(crate) fn read(path: &Path, stated: StatedOutside) -> anyhow::Result<Vec<Article>> {
    let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let place = Place { path: Some(path.display().to_string()), url: None };
    Ok(read::articles(&Input { bytes: &bytes, place, media_type: None, stated }).articles)
}

/// What `articles.json` says of one file.
#[derive(Deserialize)]
struct Sidecar {
    file: String,
    outlet: Option<String>,
    date: Option<String>,
    title: Option<String>,
    url: Option<String>,
}

impl Sidecar {
    fn stated(&self) -> StatedOutside {
        // The set writes what it does not know as an empty string.
        let given = |it: &Option<String>| it.clone().filter(|it| !it.is_empty());
        StatedOutside {
            outlet: given(&self.outlet),
            published: given(&self.date),
            title: given(&self.title),
            url: given(&self.url),
        }
    }
}

fn sidecar(story: &Path) -> anyhow::Result<Vec<Sidecar>> {
    json(&story.join("articles.json"))
}
