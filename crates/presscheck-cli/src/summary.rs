//! The summary of a record for the terminal: the story in forty lines.

use std::path::PathBuf;

use presscheck::model::Record;

use crate::messages::counted;

/// The summary, ending in the files that hold the whole.
pub(crate) fn of(record: &Record, files: &[PathBuf]) -> String {
    let story = &record.story;
    let mut text = format!(
        "{}\n{} · {} · {}\n",
        story.title,
        counted(story.articles, "article", "articles"),
        counted(story.outlets, "outlet", "outlets"),
        counted(story.origins, "origin", "origins"),
    );
    for file in files {
        text.push_str(&format!("written: {}\n", file.display()));
    }
    text
}
