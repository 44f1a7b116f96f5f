//! `presscheck show`: a story's record, or an article with all its versions.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use presscheck::model::{Record, Span};
use presscheck::record;
use presscheck::text::differ;
use presscheck_store::{ArticleRow, Error, VersionRow, Workspace};
use serde::Serialize;

use super::desk::{self, moment, stop};
use crate::messages::{Messages, Stop};
use crate::options::Show;
use crate::summary::{self, one_line};

pub(super) fn run(options: &Show) -> anyhow::Result<ExitCode> {
    let messages = Messages::new(false);
    let mut workspace = desk::open(&options.workspace, &messages)?;
    let text = match workspace.story_id(&options.id) {
        Ok(story) => {
            let record = record_of(&mut workspace, &story, options)?;
            if options.json { record::to_json(&record) } else { summary(&story, &record) }
        }
        Err(Error::Unknown { .. }) => {
            let article = workspace.article(&options.id).map_err(|it| unknown(it, &options.id))?;
            let versions = workspace.versions(&article.id).map_err(stop)?;
            if options.json { json(&article, &versions)? } else { page(&article, &versions) }
        }
        Err(other) => return Err(stop(other)),
    };
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(error: Error, id: &str) -> anyhow::Error {
    match error {
        Error::Unknown { .. } => {
            let hint =
                "`presscheck list` names the stories, `presscheck list --articles` the articles";
            Stop::because(format!("there is no story or article `{id}` in the workspace"), hint)
        }
        other => stop(other),
    }
}

fn record_of(workspace: &mut Workspace, story: &str, options: &Show) -> anyhow::Result<Record> {
    let Some(typed) = &options.as_of else { return workspace.record(story).map_err(stop) };
    let record = workspace.record_as_of(story, &moment(typed)?).map_err(stop)?;
    if record.articles.is_empty() {
        let hint = "`presscheck list --json` says when each story began";
        return Err(Stop::because(format!("there was no story `{story}` at `{typed}`"), hint));
    }
    Ok(record)
}

fn summary(story: &str, record: &Record) -> Vec<u8> {
    let mut text = summary::of_kept(record);
    let _ = writeln!(text, "\nstory {story}: `presscheck list --story {story}` names its articles");
    text.into_bytes()
}

/// An article as it is printed as JSON.
#[derive(Serialize)]
struct WithVersions<'a> {
    #[serde(flatten)]
    article: &'a ArticleRow,
    history: Vec<Version<'a>>,
}

/// A version with what is different from the one before.
#[derive(Serialize)]
struct Version<'a> {
    #[serde(flatten)]
    version: &'a VersionRow,
    differences: Vec<Difference<'a>>,
}

/// Words that changed: places in the version before and in this one.
#[derive(Serialize)]
struct Difference<'a> {
    before: Words<'a>,
    after: Words<'a>,
}

#[derive(Serialize)]
struct Words<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

fn history<'a>(versions: &'a [VersionRow]) -> Vec<Version<'a>> {
    let befores = std::iter::once(None).chain(versions.iter().map(Some));
    let words =
        |text: &'a str, it: Span| Words { start: it.start(), end: it.end(), text: it.of(text) };
    let of = |(before, version): (Option<&'a VersionRow>, &'a VersionRow)| {
        let old = before.map_or(version.text.as_str(), |it| &it.text);
        let differ = differ::words(old, &version.text).into_iter();
        let differences = differ
            .map(|(a, b)| Difference { before: words(old, a), after: words(&version.text, b) });
        Version { version, differences: differences.collect() }
    };
    befores.zip(versions).map(of).collect()
}

fn json(article: &ArticleRow, versions: &[VersionRow]) -> anyhow::Result<Vec<u8>> {
    let it = WithVersions { article, history: history(versions) };
    let mut bytes = serde_json::to_vec_pretty(&it)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn page(article: &ArticleRow, versions: &[VersionRow]) -> Vec<u8> {
    let mut text = String::new();
    let title = article.title.as_deref().unwrap_or("(no headline)");
    let _ = writeln!(text, "{}", one_line(title));
    let facts = [
        ("article", Some(&article.id)),
        ("story", article.story.as_ref()),
        ("outlet", article.outlet.as_ref()),
        ("published", article.published.as_ref()),
        ("address", article.url.as_ref()),
        ("file", article.path.as_ref()),
        ("first seen", Some(&article.first_seen)),
        ("last seen", Some(&article.last_seen)),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            let _ = writeln!(text, "{name:10}  {}", one_line(value));
        }
    }
    for it in history(versions) {
        let _ = writeln!(text, "\nversion {}, seen {}", it.version.number, it.version.seen);
        let _ = writeln!(text, "  sha256 {}", it.version.sha256);
        for it in &it.differences {
            let _ = writeln!(text, "  {}", difference(it));
        }
        if it.differences.is_empty() && it.version.number > 1 {
            let _ = writeln!(text, "  the words are the same; what is known of it has changed");
        }
    }
    text.into_bytes()
}

/// `812..814 “14” is 812..814 “15”`.
fn difference(it: &Difference<'_>) -> String {
    let words = |it: &Words<'_>| format!("{}..{} “{}”", it.start, it.end, one_line(it.text));
    match (it.before.text.is_empty(), it.after.text.is_empty()) {
        (true, _) => format!("came in: {}", words(&it.after)),
        (_, true) => format!("left out: {}", words(&it.before)),
        _ => format!("changed: {} to {}", words(&it.before), words(&it.after)),
    }
}
