//! `presscheck list`: what is in a workspace.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use presscheck_store::{ArticleRow, StoryRow};
use serde::Serialize;

use super::desk::{self, stop};
use crate::messages::{Messages, counted};
use crate::options::List;
use crate::summary::one_line;

pub(super) fn run(options: &List) -> anyhow::Result<ExitCode> {
    let messages = Messages::new(false);
    let workspace = desk::open(&options.workspace, &messages)?;
    let text = if options.articles || options.story.is_some() {
        let story = options.story.as_deref().map(|it| workspace.story_id(it)).transpose();
        let story = story.map_err(stop)?;
        let articles = workspace.articles(story.as_deref()).map_err(stop)?;
        lines(&articles, options.json, article)?
    } else {
        lines(&workspace.stories().map_err(stop)?, options.json, story)?
    };
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn lines<T: Serialize>(
    rows: &[T],
    is_json: bool,
    line: impl Fn(&T) -> String,
) -> anyhow::Result<String> {
    let mut text = String::new();
    for it in rows {
        text.push_str(&if is_json { serde_json::to_string(it)? } else { line(it) });
        text.push('\n');
    }
    Ok(text)
}

/// Two lines: what it is called, and what is to be seen in it.
fn story(it: &StoryRow) -> String {
    format!("{}  {}\n  {}", it.id, one_line(&it.title), counts(it))
}

/// `published 2031-05-17 · 5 articles · 5 outlets · 3 origins · 2 altered quotations`.
pub(super) fn counts(it: &StoryRow) -> String {
    let n = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let mut text = String::new();
    match (&it.start, &it.end) {
        (Some(start), Some(end)) if start != end => {
            let _ = write!(text, "{start} to {end} · ");
        }
        (Some(day), _) | (_, Some(day)) => {
            let _ = write!(text, "{day} · ");
        }
        _ => {}
    }
    let always = [
        counted(n(it.articles), "article", "articles"),
        counted(n(it.outlets), "outlet", "outlets"),
        counted(n(it.origins), "origin", "origins"),
    ];
    let some = [
        (it.altered, "altered quotation", "altered quotations"),
        (it.disputed, "figure disputed", "figures disputed"),
        (it.conditions, "open condition", "open conditions"),
    ];
    let some = some.iter().filter(|it| it.0 > 0).map(|it| counted(n(it.0), it.1, it.2));
    text + &always.into_iter().chain(some).collect::<Vec<_>>().join(" · ")
}

fn article(it: &ArticleRow) -> String {
    let outlet = it.outlet.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
    let place = it.path.as_ref().or(it.url.as_ref());
    let title = it.title.as_ref().or(place).map_or("", String::as_str);
    let versions = match it.versions {
        1 => String::new(),
        n => format!(" ({n} versions)"),
    };
    let day = it.published.as_deref().unwrap_or("no day    ");
    let story = it.story.as_deref().unwrap_or("no story");
    format!("{}  {day}  {story}  {}{versions}", it.id, one_line(&format!("{outlet}{title}")))
}
