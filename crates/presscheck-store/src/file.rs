//! The file: made, recognised, and brought up to the present schema.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::Error;
use crate::migrations::{self, LATEST};

/// “PrCk”: marks a SQLite file as a workspace.
pub const APPLICATION_ID: i64 = 0x5072_436b;

/// The first bytes of every SQLite file.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// So long one waits for another process that is writing. Its transactions take well under a
/// second, but on a slow disk several may stand before ours.
const PATIENCE: Duration = Duration::from_mins(1);

/// Statements that are kept ready.
const STATEMENTS: usize = 64;

/// Opens the file; makes it where `make` is set and there is none.
pub(crate) fn open(path: &Path, make: bool) -> Result<Connection, Error> {
    let is_there = fs::metadata(path);
    match &is_there {
        Ok(it) if it.is_dir() => return Err(foreign(path, "it is a folder")),
        Ok(_) => recognise(path)?,
        Err(error) if make && error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(Error::unopened(path, error)),
    }
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if make {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let of = |it| Error::of(path, it);
    let mut file = Connection::open_with_flags(path, flags).map_err(of)?;
    file.busy_timeout(PATIENCE).map_err(of)?;
    file.set_prepared_statement_cache_capacity(STATEMENTS);
    set_up(&file).map_err(of)?;
    bring_up(&mut file, path)?;
    Ok(file)
}

/// Refuses what is no SQLite file before anything is written to it.
fn recognise(path: &Path) -> Result<(), Error> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|it| Error::unopened(path, &it))?;
    file.take(SQLITE.len() as u64)
        .read_to_end(&mut head)
        .map_err(|it| Error::unopened(path, &it))?;
    // An empty file is what a process leaves that is stopped right after making it.
    if head.is_empty() || head == SQLITE {
        return Ok(());
    }
    Err(foreign(path, "it is no SQLite file"))
}

fn set_up(file: &Connection) -> rusqlite::Result<()> {
    // What is acknowledged stays through a crash of the whole machine: FULL syncs the log at every
    // commit. The schema's REFERENCES are held only where they are asked for.
    file.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA temp_store = MEMORY;",
    )
}

/// Brings the schema up to date; the whole way or not at all.
fn bring_up(file: &mut Connection, path: &Path) -> Result<(), Error> {
    let of = |it| Error::of(path, it);
    if check(file, path)? == LATEST {
        return Ok(());
    }
    file.query_row("PRAGMA journal_mode = wal", [], |_| Ok(())).map_err(of)?;
    let change = file.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
    // Another process may have been faster.
    let version = check(&change, path)?;
    for (number, script) in migrations::after(version) {
        change.execute_batch(script).map_err(of)?;
        change.pragma_update(None, "user_version", number).map_err(of)?;
    }
    change.pragma_update(None, "application_id", APPLICATION_ID).map_err(of)?;
    change.commit().map_err(of)
}

/// The schema version of a file that is a workspace or nothing yet.
fn check(file: &Connection, path: &Path) -> Result<i64, Error> {
    let of = |it| Error::of(path, it);
    let pragma = |name: &str| file.pragma_query_value(None, name, |it| it.get::<_, i64>(0));
    let version = pragma("user_version").map_err(of)?;
    let application = pragma("application_id").map_err(of)?;
    let n_tables: i64 =
        file.query_row("SELECT count(*) FROM sqlite_schema", [], |it| it.get(0)).map_err(of)?;
    if n_tables == 0 && version == 0 && application == 0 {
        return Ok(0);
    }
    if application != APPLICATION_ID {
        return Err(foreign(path, "it is the SQLite file of another program"));
    }
    if version > LATEST {
        return Err(Error::Newer { path: path.to_owned(), found: version, known: LATEST });
    }
    if version < 1 {
        return Err(foreign(path, "its schema has no version"));
    }
    Ok(version)
}

fn foreign(path: &Path, what: &str) -> Error {
    Error::Foreign { path: path.to_owned(), what: what.to_owned() }
}
