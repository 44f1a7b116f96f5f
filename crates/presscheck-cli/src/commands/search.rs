//! `presscheck search`: words in the articles of a workspace, with their places.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use presscheck_store::{Hit, Workspace};

use super::desk::stop;
use crate::options::Search;
use crate::summary::one_line;

/// So many places of one article are named on a line.
const SHOWN: usize = 6;

pub(super) fn run(options: &Search) -> anyhow::Result<ExitCode> {
    // Words are found as soon as an article is in; that its story is not up to date is no matter.
    let workspace = Workspace::open(&options.workspace.file).map_err(stop)?;
    let hits = workspace.search(&options.words.join(" "), options.most).map_err(stop)?;
    let mut text = String::new();
    for it in &hits {
        text.push_str(&if options.json { serde_json::to_string(it)? } else { page(it) });
        text.push('\n');
    }
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn page(it: &Hit) -> String {
    let outlet = it.outlet.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
    let title = it.title.as_deref().unwrap_or("(no headline)");
    let mut text = format!("{}  {}", it.article, one_line(&format!("{outlet}{title}")));
    let places: Vec<String> =
        it.places.iter().take(SHOWN).map(|it| format!("{}..{}", it.start, it.end)).collect();
    let more = it.places.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let _ = write!(text, "\n  {}\n  bytes {}{more}", one_line(&it.snippet), places.join(", "));
    text
}
