//! Files and folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::sidecar;
use crate::messages::{Stop, counted, reason};

/// The largest file that is read, in bytes. Places in a text are 32 bits wide, and a text of half
/// a file's size is what HTML gives at best; no article comes near it, only a mistaken input does.
const MAX_BYTES: u64 = 2_000_000_000;

/// How a file name of an article ends, before `.gz` or `.zst`.
pub(super) const ENDINGS: &[&str] = &[
    "txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson", "warc", "wacz", "rss", "atom",
    "opml", "xml", "eml", "mhtml", "mht",
];

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Files that may be articles, sorted by name within each folder.
    pub files: Vec<PathBuf>,
    /// Files that are something else.
    pub skipped: Vec<PathBuf>,
    /// What could not be listed.
    pub unread: Vec<(PathBuf, io::Error)>,
}

/// Lists a folder and the folders in it. Hidden files are left out without a word; links to
/// folders are not followed, so that no circle of them is walked.
pub(super) fn in_folder(folder: &Path) -> Folder {
    let mut found = Folder::default();
    // A list, not recursion: folders may lie deeper than the stack.
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        match entries(&folder) {
            Ok(entries) => {
                for path in entries.files {
                    let list =
                        if may_be_article(&path) { &mut found.files } else { &mut found.skipped };
                    list.push(path);
                }
                open.extend(entries.folders.into_iter().rev());
            }
            Err(error) => found.unread.push((folder, error)),
        }
    }
    found.skipped.retain(|it| !sidecar::is_sidecar(it));
    found
}

#[derive(Default)]
struct Entries {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

fn entries(folder: &Path) -> io::Result<Entries> {
    let mut found = Entries::default();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            found.folders.push(entry.path());
        } else if kind.is_file() || entry.path().is_file() {
            found.files.push(entry.path());
        }
    }
    found.files.sort();
    found.folders.sort();
    Ok(found)
}

/// By its name: a text, a page, JSON Lines, or a name without an ending (as `wget` leaves them)
/// that is not written in capitals as `README` and `LICENSE` are.
fn may_be_article(path: &Path) -> bool {
    if sidecar::is_sidecar(path) {
        return false;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    match name.rsplit_once('.') {
        Some((stem, ending)) => {
            !stem.is_empty() && ENDINGS.iter().any(|it| ending.eq_ignore_ascii_case(it))
        }
        None => name.chars().any(char::is_lowercase),
    }
}

/// `3 files in `x` are no articles and were left out: a.json, b.png and 1 more`.
pub(super) fn skipped_note(folder: &Path, skipped: &[PathBuf]) -> Option<String> {
    const SHOWN: usize = 3;
    if skipped.is_empty() {
        return None;
    }
    let files = counted(skipped.len(), "file", "files");
    let mut names: Vec<String> =
        skipped.iter().take(SHOWN).map(|it| shown(it.strip_prefix(folder).unwrap_or(it))).collect();
    if skipped.len() > SHOWN {
        names.push(format!("{} more", skipped.len() - SHOWN));
    }
    Some(format!(
        "left out {files} in `{}` that {} no text, HTML or JSON Lines: {}",
        shown(folder),
        if skipped.len() == 1 { "is" } else { "are" },
        names.join(", ")
    ))
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    let size = fs::metadata(path).map_err(|it| cannot(path, &it))?.len();
    if size > MAX_BYTES {
        let what = format!("it has {size} bytes, more than the {MAX_BYTES} that are read");
        return Err(Stop { what, hint: Some("split it into one file an article".to_owned()) });
    }
    fs::read(path).map_err(|it| cannot(path, &it))
}

fn cannot(path: &Path, error: &io::Error) -> Stop {
    let hint = match error.kind() {
        io::ErrorKind::NotFound if looks_like_address(path) => {
            Some(format!("for an address, write `https://{}`", shown(path)))
        }
        io::ErrorKind::NotFound => {
            Some("check the name; folders are read with all they hold".to_owned())
        }
        io::ErrorKind::PermissionDenied => Some("check who may read it".to_owned()),
        _ => None,
    };
    Stop { what: reason(error), hint }
}

/// `www.example.org/a` or `example.org/news`: a host with a dot before the first slash.
fn looks_like_address(path: &Path) -> bool {
    let shown = shown(path);
    let host = shown.split('/').next().unwrap_or_default();
    host.starts_with("www.") || (shown.contains('/') && host.trim_matches('.').contains('.'))
}

/// A path as the user wrote it, with `/` on every system.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}
