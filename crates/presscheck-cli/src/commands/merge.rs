//! `presscheck merge` and `presscheck split`: what the user decides about stories.

use std::io::{self, Write};
use std::process::ExitCode;

use presscheck_store::Workspace;

use super::desk::{self, now, stop};
use crate::messages::{Messages, counted};
use crate::options::{Merge, Split};

pub(super) fn merge(options: &Merge) -> anyhow::Result<ExitCode> {
    let messages = Messages::new(false);
    let mut workspace = desk::open(&options.workspace, &messages)?;
    let story = workspace.merge(&options.stories, &now()).map_err(stop)?;
    desk::settle(&mut workspace, &messages)?;
    say(&workspace, &story)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn split(options: &Split) -> anyhow::Result<ExitCode> {
    let messages = Messages::new(false);
    let mut workspace = desk::open(&options.workspace, &messages)?;
    let [story, articles @ ..] = &options.names[..] else { return Ok(ExitCode::SUCCESS) };
    let story = workspace.story_id(story).map_err(stop)?;
    workspace.split(&story, articles, &now()).map_err(stop)?;
    desk::settle(&mut workspace, &messages)?;
    say(&workspace, &story)?;
    if let Some(first) = articles.first()
        && let Some(other) = workspace.article(first).map_err(stop)?.story
    {
        say(&workspace, &other)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// `s1234567890ab  5 articles`.
fn say(workspace: &Workspace, story: &str) -> anyhow::Result<()> {
    let n = workspace.articles(Some(story)).map_err(stop)?.len();
    Ok(writeln!(io::stdout().lock(), "{story}  {}", counted(n, "article", "articles"))?)
}
