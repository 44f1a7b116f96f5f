//! A record as Markdown: for notes, wikis and mails. Words of the articles with where they stand.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::standings::standings;
use super::statements::{Statement, statements};
use crate::model::{Record, RecordArticle};

/// The record as a page in Markdown, one line a place.
pub fn markdown(record: &Record) -> String {
    let mut page = String::new();
    let story = &record.story;
    let _ = writeln!(page, "# {}\n", plain(&story.title));
    let _ = writeln!(
        page,
        "{} articles, {} outlets, {} independent origins. Places are bytes of the article's text.\n",
        story.articles, story.outlets, story.origins
    );
    articles(record, &mut page);
    origins(record, &mut page);
    let rows = statements(record);
    section(&mut page, "Who said what", &rows, "utterance");
    section(&mut page, "Figures", &rows, "quantity");
    to_come(record, &rows, &mut page);
    section(&mut page, "Where they differ", &rows, "conflict");
    section(&mut page, "Days", &rows, "event");
    section(&mut page, "What independent origins agree on", &rows, "agreed");
    gaps(record, &mut page);
    page
}

fn articles(record: &Record, page: &mut String) {
    page.push_str("## Articles\n\n");
    for it in &record.articles {
        let title = it.title.as_deref().unwrap_or("(no headline)");
        let day = it.published.as_ref().map_or("no day", |it| it.value.as_str());
        let name = format!("{}: {title}", outlet(it));
        let name = match &it.url {
            Some(url) => format!("[{}](<{}>)", plain(&name), url.replace(['<', '>', '\n'], "")),
            None => plain(&name),
        };
        let _ = writeln!(page, "- {name}, {day} (`{}`, SHA-256 `{}`)", it.id, it.sha256);
    }
}

fn origins(record: &Record, page: &mut String) {
    let names: BTreeMap<&str, &str> =
        record.articles.iter().map(|it| (it.id.as_str(), outlet(it))).collect();
    page.push_str("\n## Origins\n\n");
    for it in &record.origins {
        let outlets: Vec<&str> =
            it.articles.iter().filter_map(|it| names.get(it.as_str()).copied()).collect();
        let _ = writeln!(page, "- {}: {}", plain(&it.name), plain(&outlets.join(", ")));
    }
}

/// The statements of one kind, each with its places under it.
fn section(page: &mut String, heading: &str, rows: &[Statement<'_>], kind: &str) {
    let rows: Vec<&Statement<'_>> = rows.iter().filter(|it| it.kind == kind).collect();
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(page, "\n## {heading}");
    for group in rows.chunk_by(|a, b| a.id == b.id) {
        let what = group.first().map_or("", |it| it.what);
        let what = if what.is_empty() { "Nobody is named" } else { what };
        let _ = writeln!(page, "\n**{}**\n", plain(what));
        for it in group {
            place(page, it);
        }
    }
}

fn to_come(record: &Record, rows: &[Statement<'_>], page: &mut String) {
    if record.commitments.is_empty() {
        return;
    }
    page.push_str("\n## What is to come\n");
    for it in &record.commitments {
        let _ = writeln!(page, "\n**{}** ({})\n", plain(&it.event), it.kind);
        for it in standings(it) {
            let stances: Vec<&str> = it.stances.iter().map(|it| it.stance).collect();
            let _ = writeln!(page, "- {}: {}", plain(it.party), stances.join(", "));
        }
        let of = |row: &&Statement<'_>| {
            row.id == it.id && matches!(row.kind, "commitment" | "condition" | "stance")
        };
        for it in rows.iter().filter(of) {
            place(page, it);
        }
    }
}

fn gaps(record: &Record, page: &mut String) {
    if record.gaps.is_empty() {
        return;
    }
    page.push_str("\n## Not read or not decided\n\n");
    for it in &record.gaps {
        let _ = writeln!(page, "- {}: {} ({})", plain(&it.about), plain(&it.what), plain(&it.why));
    }
}

/// `- “words” — outlet, altered (`a1b2`, 120..160)`.
fn place(page: &mut String, it: &Statement<'_>) {
    let outlet = if it.outlet.is_empty() { it.article } else { it.outlet };
    let how = if it.how.is_empty() { String::new() } else { format!(", {}", plain(it.how)) };
    let _ = writeln!(
        page,
        "- {} — {}{how} (`{}`, {}..{})",
        quoted(&plain(it.text)),
        plain(outlet),
        it.article,
        it.start,
        it.end
    );
}

/// Words between marks, unless they bring their own.
fn quoted(words: &str) -> String {
    if words.starts_with(['“', '"', '‘', '«', '„']) {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

fn outlet(it: &RecordArticle) -> &str {
    it.outlet.as_deref().or(it.path.as_deref()).unwrap_or(&it.id)
}

/// Words on one line that mean nothing in Markdown but themselves.
fn plain(words: &str) -> String {
    let mut found = String::new();
    for word in words.split_whitespace() {
        if !found.is_empty() {
            found.push(' ');
        }
        for it in word.chars() {
            if matches!(it, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
                found.push('\\');
            }
            found.push(it);
        }
    }
    found
}
