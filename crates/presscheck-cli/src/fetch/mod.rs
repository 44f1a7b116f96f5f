//! Inputs: from what was typed to articles, with the bytes they were read from.
//!
//! One input that cannot be read is said on standard error and skipped; the rest goes on.

mod evidence;
mod files;
mod sidecar;
mod web;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use presscheck::model::{Article, Place};
use presscheck::read::{self, StatedOutside};

pub(crate) use self::evidence::{Evidence, again};
use self::files::shown;
use self::sidecar::Sidecars;
use crate::messages::{Messages, Stop, counted, reason};
use crate::options::Inputs;

/// Whether the bytes of the articles are wanted after reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum KeepBytes {
    /// They will be written beside the record.
    Yes,
    /// Only the articles are wanted.
    No,
}

/// What the inputs gave.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// The articles, in the order of the inputs.
    pub articles: Vec<Article>,
    /// The bytes they were read from, where these are wanted.
    pub evidence: Evidence,
}

/// Bytes from one place, before they are read.
#[derive(Debug, Default)]
struct Raw {
    bytes: Vec<u8>,
    place: Place,
    media_type: Option<String>,
    stated: StatedOutside,
}

/// Reads all inputs. Fails only when not one of them gave an article.
pub(crate) fn articles(
    options: &Inputs,
    keep: KeepBytes,
    messages: &mut Messages,
) -> anyhow::Result<Fetched> {
    let mut intake = Intake {
        options,
        keep,
        sidecars: Sidecars::default(),
        seen: BTreeSet::new(),
        fetched: Fetched { articles: Vec::new(), evidence: Evidence::default() },
    };
    for name in &options.names {
        intake.take(name, messages);
    }
    for note in intake.sidecars.notes() {
        messages.note(&note);
    }
    if intake.fetched.articles.is_empty() {
        return Err(nothing_read(options, messages));
    }
    Ok(intake.fetched)
}

fn nothing_read(options: &Inputs, messages: &Messages) -> anyhow::Error {
    let hint = "give plain text, HTML or JSON Lines: files, folders or addresses";
    if messages.n_unread > 0 {
        let unread = counted(messages.n_unread, "input", "inputs");
        return Stop::because(format!("no article to work on: {unread} could not be read"), hint);
    }
    let names: Vec<String> = options.names.iter().map(|it| format!("`{it}`")).collect();
    Stop::because(format!("no article in {}", names.join(", ")), hint)
}

/// Takes in one input after the other.
struct Intake<'a> {
    options: &'a Inputs,
    keep: KeepBytes,
    sidecars: Sidecars,
    /// Files already read: a folder and a file in it may both be named.
    seen: BTreeSet<PathBuf>,
    fetched: Fetched,
}

impl Intake<'_> {
    fn take(&mut self, name: &str, messages: &mut Messages) {
        if name == "-" {
            self.take_stdin(messages);
        } else if web::is_address(name) {
            match web::fetch(name, self.options.allow_private) {
                Ok(bytes) => self.read(name, bytes, messages),
                Err(it) => messages.unread(name, &it.what, it.hint.as_deref()),
            }
        } else if Path::new(name).is_dir() {
            self.take_folder(Path::new(name), messages);
        } else {
            self.take_file(Path::new(name), messages);
        }
    }

    fn take_stdin(&mut self, messages: &mut Messages) {
        let mut bytes = Vec::new();
        match std::io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => {
                let place = Place { path: Some("-".to_owned()), url: None };
                self.read("-", Raw { bytes, place, ..Raw::default() }, messages);
            }
            Err(error) => messages.unread("-", &reason(&error), None),
        }
    }

    fn take_folder(&mut self, folder: &Path, messages: &mut Messages) {
        let before = self.fetched.articles.len();
        let found = files::in_folder(folder);
        for (path, error) in &found.unread {
            messages.unread(&shown(path), &reason(error), None);
        }
        if let Some(note) = files::skipped_note(folder, &found.skipped) {
            messages.note(&note);
        }
        for path in &found.files {
            self.take_file(path, messages);
        }
        if self.fetched.articles.len() == before && found.files.is_empty() {
            messages.note(&format!("no article in folder `{}`", shown(folder)));
        }
    }

    fn take_file(&mut self, path: &Path, messages: &mut Messages) {
        if sidecar::is_sidecar(path) && !self.options.no_sidecar {
            let hint = "name the folder, or read it all the same with `--no-sidecar`";
            return messages.unread(&shown(path), "it lists articles and is none", Some(hint));
        }
        if let Ok(whole) = path.canonicalize()
            && !self.seen.insert(whole)
        {
            return;
        }
        match files::bytes(path) {
            Ok(bytes) => {
                let stated =
                    if self.options.no_sidecar { None } else { self.sidecars.stated(path) };
                let place = Place { path: Some(shown(path)), url: None };
                let stated = stated.unwrap_or_default();
                self.read(&shown(path), Raw { bytes, place, stated, media_type: None }, messages);
            }
            Err(it) => messages.unread(&shown(path), &it.what, it.hint.as_deref()),
        }
    }

    fn read(&mut self, name: &str, it: Raw, messages: &mut Messages) {
        if it.bytes.iter().all(u8::is_ascii_whitespace) {
            return messages.unread(name, "it is empty", None);
        }
        let input = read::Input {
            bytes: &it.bytes,
            place: it.place.clone(),
            media_type: it.media_type.as_deref(),
            stated: it.stated.clone(),
        };
        let read::Read { articles, gaps } = read::articles(&input);
        for it in &gaps {
            messages.unread(name, &format!("{}: {}", it.what, it.why), None);
        }
        if articles.is_empty() && gaps.is_empty() {
            let hint = "a line of JSON Lines is `{\"id\": …, \"text\": …}`";
            return messages.unread(name, "it holds no article", Some(hint));
        }
        if articles.is_empty() {
            return;
        }
        if self.keep == KeepBytes::Yes {
            self.fetched.evidence.keep(&articles, it);
        }
        self.fetched.articles.extend(articles);
    }
}
