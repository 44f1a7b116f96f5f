//! What can go wrong with a workspace, by what a caller would do about it.

use std::io;
use std::path::{Path, PathBuf};

/// Why the workspace does not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("there is no workspace `{}`", shown(.0))]
    Missing(PathBuf),
    /// The file cannot be opened.
    #[error("cannot open the workspace `{}`: {why}", shown(.path))]
    Unopened {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// The file is something else.
    #[error("`{}` is no workspace: {what}", shown(.path))]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: String,
    },
    /// The file was written by a later version of the program.
    #[error("the workspace `{}` has schema {found}, and {known} is the latest known", shown(.path))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i64,
        /// The latest that this program reads.
        known: i64,
    },
    /// The file is damaged.
    #[error("the workspace `{}` is damaged: {why}", shown(.path))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says of it.
        why: String,
    },
    /// Another process holds the file longer than one waits.
    #[error("the workspace `{}` is in use by another process", shown(.0))]
    Busy(PathBuf),
    /// The disk is full, or the file may not be written to.
    #[error("cannot write to the workspace `{}`: {why}", shown(.path))]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// No story or article has such an id.
    #[error("there is no {what} `{id}` in the workspace")]
    Unknown {
        /// `story`, `article`, or both.
        what: &'static str,
        /// What was asked for.
        id: String,
    },
    /// Several have ids that begin so.
    #[error("`{id}` may be any of {n}: {some}")]
    Ambiguous {
        /// What was asked for.
        id: String,
        /// How many ids begin so.
        n: usize,
        /// The first of them.
        some: String,
    },
    /// What to search for is no query.
    #[error("cannot search for `{query}`: {why}")]
    Query {
        /// What was given.
        query: String,
        /// What SQLite says of it.
        why: String,
    },
    /// A decision that cannot be made.
    #[error("{0}")]
    Decision(String),
}

fn shown(path: &Path) -> std::path::Display<'_> {
    path.display()
}

impl Error {
    /// What SQLite says, with the file it says it of.
    pub(crate) fn of(path: &Path, error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        let why = words(&error);
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy(path),
            Some(ErrorCode::NotADatabase) => {
                Error::Foreign { path, what: "it is no SQLite file".to_owned() }
            }
            Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure) => {
                Error::Unwritten { path, why }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Error::Unopened { path, why }
            }
            _ => Error::Damaged { path, why },
        }
    }

    /// A file that the system does not open.
    pub(crate) fn unopened(path: &Path, error: &io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::NotFound => Error::Missing(path.to_owned()),
            io::ErrorKind::IsADirectory => {
                Error::Foreign { path: path.to_owned(), what: "it is a folder".to_owned() }
            }
            _ => {
                let why = error.to_string();
                let why = why.split(" (os error").next().unwrap_or_default().to_lowercase();
                Error::Unopened { path: path.to_owned(), why }
            }
        }
    }
}

fn words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(words)) => words.clone(),
        other => other.to_string(),
    }
}
