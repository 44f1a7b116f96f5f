//! `presscheck changes`: what is new in a workspace since a moment.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use presscheck::record::Change;
use presscheck_store::StoryRow;
use serde::Serialize;

use super::desk::{self, moment, stop};
use crate::messages::Messages;
use crate::options::Changes;
use crate::summary::{clipped, one_line};

/// So many places of one change are named for people; JSON has all.
const SHOWN: usize = 4;

/// Characters of what was and is that are shown to people.
const WORDS: usize = 160;

/// A change with its story.
#[derive(Serialize)]
struct Line<'a> {
    story: &'a str,
    #[serde(flatten)]
    change: &'a Change,
}

pub(super) fn run(options: &Changes) -> anyhow::Result<ExitCode> {
    let since = moment(&options.since)?;
    let messages = Messages::new(false);
    let mut workspace = desk::open(&options.workspace, &messages)?;
    let found = workspace.changes(&since).map_err(stop)?;
    let mut text = String::new();
    for (story, changes) in &found {
        if options.json {
            for change in changes {
                text.push_str(&serde_json::to_string(&Line { story: &story.id, change })?);
                text.push('\n');
            }
        } else {
            page(story, changes, &mut text);
        }
    }
    if found.is_empty() {
        messages.note(&format!("nothing is new since {since}"));
    }
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn page(story: &StoryRow, changes: &[Change], text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
    let _ = writeln!(text, "{}  {}", story.id, one_line(&story.title));
    for it in changes {
        let _ = writeln!(text, "  {}: {}", it.kind.word(), clipped(&it.what, WORDS));
        let words = |it: &Option<String>| it.as_ref().map(|it| clipped(it, WORDS));
        match (words(&it.before), words(&it.after)) {
            (Some(before), Some(after)) => {
                let _ = writeln!(text, "    was {before}\n    is  {after}");
            }
            (Some(one), None) | (None, Some(one)) => {
                let _ = writeln!(text, "    {one}");
            }
            (None, None) => {}
        }
        let places = if it.evidence.is_empty() { &it.evidence_before } else { &it.evidence };
        let shown = places.iter().take(SHOWN);
        let mut shown: Vec<String> =
            shown.map(|it| format!("{} {}..{}", it.article, it.start, it.end)).collect();
        if places.len() > SHOWN {
            shown.push(format!("{} more", places.len() - SHOWN));
        }
        let _ = writeln!(text, "    at  {}", shown.join(", "));
    }
}
