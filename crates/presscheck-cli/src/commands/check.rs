//! `presscheck check`: articles to records, with a summary for the terminal.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use presscheck::model::Record;
use presscheck::record;

use crate::fetch::{self, Evidence, KeepBytes};
use crate::messages::{Messages, Stop, counted};
use crate::options::Check;
use crate::summary;

pub(super) fn run(options: &Check) -> anyhow::Result<ExitCode> {
    let mut messages = Messages::new(options.inputs.quiet);
    let keep = if options.out.is_some() { KeepBytes::Yes } else { KeepBytes::No };
    let fetched = fetch::articles(&options.inputs, keep, &mut messages)?;
    let records = presscheck::compile(fetched.articles);

    let mut written = Vec::new();
    for it in &records {
        let mut files = Vec::new();
        if let Some(dir) = &options.out {
            files = write_folder(&dir.join(&it.story.id), it, &fetched.evidence)?;
        }
        written.push(files);
    }
    if let [only] = &records[..] {
        written[0].extend(write_named(options, only)?);
    }
    if !options.inputs.quiet {
        print_summaries(options, &records, &written)?;
    }
    if records.len() > 1 && (options.json.is_some() || options.html.is_some()) {
        return Err(one_file_for_many(options, &records));
    }
    Ok(ExitCode::SUCCESS)
}

/// `--json` and `--html` name one file; which of several stories to put there is not for us to say.
fn one_file_for_many(options: &Check, records: &[Record]) -> anyhow::Error {
    let flag = if options.json.is_some() { "--json" } else { "--html" };
    let hint = match &options.out {
        Some(dir) => format!("the records of all are in `{}`", dir.display()),
        None => "name a folder with `--out DIR`: each story gets its own".to_owned(),
    };
    let stories = counted(records.len(), "story", "stories");
    Stop::because(format!("`{flag}` takes one story, and the inputs tell {stories}"), hint)
}

/// Writes record, report and evidence; returns the files a reader may want to open.
pub(super) fn write_folder(
    dir: &Path,
    it: &Record,
    evidence: &Evidence,
) -> anyhow::Result<Vec<PathBuf>> {
    let beside = dir.join("evidence");
    fs::create_dir_all(&beside).map_err(|it| Stop::unwritten(&beside, &it))?;
    for (name, bytes) in evidence.files(&it.articles) {
        write(&beside.join(name), &bytes)?;
    }
    let files = vec![dir.join("report.html"), dir.join("record.json")];
    write(&files[0], record::report(it).as_bytes())?;
    write(&files[1], &record::to_json(it))?;
    Ok(files)
}

/// Writes the files that `--json` and `--html` name.
fn write_named(options: &Check, it: &Record) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if let Some(path) = &options.html {
        write(path, record::report(it).as_bytes())?;
        files.push(path.clone());
    }
    if let Some(path) = &options.json {
        if is_stdout(path) {
            io::stdout().lock().write_all(&record::to_json(it))?;
        } else {
            write(path, &record::to_json(it))?;
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn print_summaries(
    options: &Check,
    records: &[Record],
    written: &[Vec<PathBuf>],
) -> anyhow::Result<()> {
    let mut text = String::new();
    for (it, files) in records.iter().zip(written) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&summary::of(it, files));
    }
    // Where the record itself goes to standard output, people read the other stream.
    if options.json.as_deref().is_some_and(is_stdout) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    } else {
        io::stdout().lock().write_all(text.as_bytes())?;
    }
    Ok(())
}

fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).map_err(|it| Stop::unwritten(path, &it))
}
