//! `presscheck verify`: a record against its sources.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use presscheck::model::{Place, RecordArticle};
use presscheck::read;
use presscheck::record::{self, Source};

use crate::messages::{Stop, counted};
use crate::options::Verify;

/// Done, but something in the record does not hold.
const DOES_NOT_HOLD: u8 = 1;

pub(super) fn run(options: &Verify) -> anyhow::Result<ExitCode> {
    let path = &options.record;
    let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let record = record::from_json(&bytes).map_err(|it| {
        Stop::new(
            format!("`{}` is no record: {it}", path.display()),
            "give the `record.json` that `presscheck check` wrote",
        )
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let sources: Vec<Option<Source>> =
        record.articles.iter().map(|it| source(folder, it)).collect();
    let failures = record::verify(&record, &sources);
    let mut out = std::io::stdout().lock();
    for it in &failures {
        writeln!(out, "{}: {}", it.at, it.what)?;
    }
    let articles = counted(record.articles.len(), "article", "articles");
    if failures.is_empty() {
        writeln!(out, "all statements hold: {articles} re-read")?;
        return Ok(ExitCode::SUCCESS);
    }
    let fail = counted(failures.len(), "statement does", "statements do");
    writeln!(out, "{fail} not hold ({articles})")?;
    Ok(ExitCode::from(DOES_NOT_HOLD))
}

/// Looks for an article's bytes beside the record, then where they were first read.
fn source(folder: &Path, article: &RecordArticle) -> Option<Source> {
    let kept = beside(folder, &article.sha256);
    let read_from = article.path.as_deref().unwrap_or_default();
    let (file, _) = read_from.split_once('#').unwrap_or((read_from, ""));
    let places = [PathBuf::from(file), folder.join(file)];
    let bytes = kept.iter().chain(&places).find_map(|it| fs::read(it).ok().map(|b| (it, b)));
    let (path, bytes) = bytes?;
    let place = Place { path: Some(crate::fetch::shown(path)), url: None };
    let input = read::Input { bytes: &bytes, place, ..read::Input::default() };
    let mut found = read::articles(&input);
    let ix = found.iter().position(|it| it.id.0 == article.id).unwrap_or(0);
    (ix < found.len())
        .then(|| found.swap_remove(ix))
        .map(|it| Source { sha256: it.sha256, text: it.text })
}

/// `evidence/<sha256>.<ending>` beside the record.
fn beside(folder: &Path, sha256: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(folder.join("evidence")).ok()?;
    let mut found: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    found.retain(|it| it.file_stem().is_some_and(|it| it == sha256));
    found.sort();
    found.into_iter().next()
}
