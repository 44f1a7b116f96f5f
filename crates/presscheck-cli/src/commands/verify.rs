//! `presscheck verify`: a record against its sources.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use presscheck::model::RecordArticle;
use presscheck::record::{self, Source};

use crate::fetch;
use crate::messages::{Stop, counted, reason};
use crate::options::Verify;

/// Done, but something in the record does not hold.
const DOES_NOT_HOLD: u8 = 1;

const A_RECORD: &str = "give the `record.json` that `presscheck check` wrote";

pub(super) fn run(options: &Verify) -> anyhow::Result<ExitCode> {
    let path = &options.record;
    let bytes = fs::read(path).map_err(|it| {
        Stop::because(format!("cannot read `{}`: {}", path.display(), reason(&it)), A_RECORD)
    })?;
    let record = record::from_json(&bytes).map_err(|it| {
        Stop::because(format!("`{}` is no record: {it}", path.display()), A_RECORD)
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

/// An article's source as it is found today.
fn source(folder: &Path, article: &RecordArticle) -> Option<Source> {
    let it = fetch::again(folder, article)?;
    Some(Source { sha256: it.sha256, text: it.text })
}
