//! What the command says on standard error: each message names a thing, says what happened, and
//! offers the next step.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use crate::progress::Progress;

/// A reason that ends the command, with what to try next.
#[derive(Debug)]
pub(crate) struct Stop {
    /// What happened.
    pub what: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Stop {
    /// A reason and a next step.
    pub(crate) fn because(what: impl Into<String>, hint: impl Into<String>) -> anyhow::Error {
        anyhow::Error::new(Self { what: what.into(), hint: Some(hint.into()) })
    }

    /// A file that cannot be written.
    pub(crate) fn unwritten(path: &Path, error: &io::Error) -> anyhow::Error {
        let hint = match error.kind() {
            ErrorKind::NotFound => "make the folder first",
            ErrorKind::IsADirectory => "name a file in it",
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "name a folder",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room, or name another disk",
            _ => "name a place that may be written to",
        };
        Self::because(format!("cannot write `{}`: {}", path.display(), reason(error)), hint)
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl Error for Stop {}

/// Says why the command ends.
pub(crate) fn failure(error: &anyhow::Error) {
    let mut text = format!("error: {error}\n");
    for cause in error.chain().skip(1) {
        let _ = writeln!(text, "caused by: {cause}");
    }
    if let Some(hint) = error.downcast_ref::<Stop>().and_then(|it| it.hint.as_ref()) {
        let _ = writeln!(text, "hint: {hint}");
    }
    print(&text);
}

/// Messages on the way, and whether they are wanted.
#[derive(Debug)]
pub(crate) struct Messages {
    quiet: bool,
    /// How many inputs could not be read.
    pub n_unread: usize,
}

impl Messages {
    /// Where `quiet`, only what failed is said.
    pub(crate) fn new(quiet: bool) -> Self {
        Self { quiet, n_unread: 0 }
    }

    /// Something worth knowing that is no failure.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            print(&format!("{text}\n"));
        }
    }

    /// A count on the way, for someone who waits at a terminal.
    pub(crate) fn progress(&self) -> Progress {
        Progress::new(!self.quiet && io::stderr().is_terminal())
    }

    /// An input that is skipped because it cannot be read.
    pub(crate) fn unread(&mut self, name: &str, why: &str, hint: Option<&str>) {
        self.n_unread += 1;
        let hint = hint.map(|it| format!("hint: {it}\n")).unwrap_or_default();
        print(&format!("cannot read `{name}`: {why}\n{hint}"));
    }
}

/// Why the system refuses, in words without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of it is a file and no folder".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            let mut chars = text.chars();
            chars.next().map(|it| it.to_lowercase().chain(chars).collect()).unwrap_or_default()
        }
    }
}

/// Standard error may be closed; there is nobody left to tell then.
pub(crate) fn print(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `1 article`, `2 articles`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
