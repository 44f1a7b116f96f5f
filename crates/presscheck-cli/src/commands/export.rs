//! `presscheck export`: records out of a workspace, as JSON, CSV or Markdown.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use presscheck::model::Record;
use presscheck::record;
use presscheck_store::Workspace;

use super::check::write_folder;
use super::desk::{self, stop};
use crate::fetch::Evidence;
use crate::messages::{Messages, Stop};
use crate::options::{Export, Format};

pub(super) fn run(options: &Export) -> anyhow::Result<ExitCode> {
    let messages = Messages::new(false);
    let mut workspace = desk::open(&options.workspace, &messages)?;
    let mut stories = Vec::new();
    for it in &options.stories {
        stories.push(workspace.story_id(it).map_err(stop)?);
    }
    if options.stories.is_empty() {
        let all = workspace.stories().map_err(stop)?;
        stories.extend(all.into_iter().map(|it| it.id));
        stories.sort();
    }
    let mut out = Out::new(options.format, stories.len());
    for story in &stories {
        let record = workspace.record(story).map_err(stop)?;
        match &options.out {
            None => out.print(story, &record)?,
            Some(dir) => {
                let folder = dir.join(story);
                put(&workspace, options.format, &folder, (story, &record))?;
                writeln!(io::stdout().lock(), "{}", folder.display())?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a story into its folder.
fn put(
    workspace: &Workspace,
    format: Format,
    folder: &Path,
    (story, record): (&str, &Record),
) -> anyhow::Result<()> {
    let (name, bytes) = match format {
        Format::Json => {
            let mut evidence = Evidence::default();
            for it in &record.articles {
                if let Some(source) = workspace.source(&it.sha256).map_err(stop)? {
                    evidence.put(&it.sha256, source);
                }
            }
            write_folder(folder, record, &evidence)?;
            return Ok(());
        }
        Format::Csv => ("statements.csv", table(story, record, true)?),
        Format::Markdown => ("story.md", record::markdown(record).into_bytes()),
    };
    fs::create_dir_all(folder).map_err(|it| Stop::unwritten(folder, &it))?;
    let path = folder.join(name);
    fs::write(&path, bytes).map_err(|it| Stop::unwritten(&path, &it))
}

/// Records on standard output, one after the other.
struct Out {
    format: Format,
    n_stories: usize,
    n_printed: usize,
}

impl Out {
    fn new(format: Format, n_stories: usize) -> Out {
        Out { format, n_stories, n_printed: 0 }
    }

    /// Of several records each is a line of JSON; one alone is printed as `check` writes it.
    fn print(&mut self, story: &str, record: &Record) -> anyhow::Result<()> {
        let is_first = self.n_printed == 0;
        self.n_printed += 1;
        let bytes = match self.format {
            Format::Json if self.n_stories == 1 => record::to_json(record),
            Format::Json => {
                let mut bytes = serde_json::to_vec(record)?;
                bytes.push(b'\n');
                bytes
            }
            Format::Csv => table(story, record, is_first)?,
            Format::Markdown => {
                let gap = if is_first { "" } else { "\n" };
                format!("{gap}{}", record::markdown(record)).into_bytes()
            }
        };
        Ok(io::stdout().lock().write_all(&bytes)?)
    }
}

const COLUMNS: &[&str] = &[
    "story",
    "kind",
    "id",
    "what",
    "how",
    "article",
    "outlet",
    "published",
    "start",
    "end",
    "text",
];

/// The statements of a record, a row for each place.
fn table(story: &str, record: &Record, with_heading: bool) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    if with_heading {
        table.write_record(COLUMNS)?;
    }
    for it in record::statements(record) {
        let (start, end) = (it.start.to_string(), it.end.to_string());
        table.write_record([
            story,
            it.kind,
            &it.id,
            it.what,
            it.how,
            it.article,
            it.outlet,
            it.published,
            &start,
            &end,
            it.text,
        ])?;
    }
    Ok(table.into_inner()?)
}
