//! Files that are no workspace, or not one that this program reads.

use std::fs;

use rusqlite::Connection;

use super::{Desk, FERRY, file};
use crate::{Error, LATEST, Workspace};

/// What opening a file of these bytes gives.
fn check(bytes: &[u8], is: impl Fn(&Error) -> bool) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("given.db");
    fs::write(&path, bytes).unwrap();
    for error in [Workspace::open(&path), Workspace::open_or_make(&path)].map(Result::unwrap_err) {
        assert!(is(&error), "{error:?}");
        assert!(error.to_string().contains("given.db"), "{error}");
    }
    assert_eq!(fs::read(&path).unwrap(), bytes, "what is not ours is not touched");
}

/// The bytes of a file that another program made.
fn made_by(sql: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    fs::read(&path).unwrap()
}

#[test]
fn a_text_is_no_workspace() {
    check(FERRY.as_bytes(), |it| matches!(it, Error::Foreign { .. }));
    check(b"SQLite format 3", |it| matches!(it, Error::Foreign { .. }));
}

#[test]
fn the_file_of_another_program_is_no_workspace() {
    check(&made_by("CREATE TABLE notes (words)"), |it| matches!(it, Error::Foreign { .. }));
    check(&made_by("PRAGMA application_id = 7"), |it| matches!(it, Error::Foreign { .. }));
}

#[test]
fn a_later_schema_is_not_touched() {
    let sql = format!(
        "CREATE TABLE a (b); PRAGMA application_id = {}; PRAGMA user_version = {}",
        crate::APPLICATION_ID,
        LATEST + 1
    );
    check(&made_by(&sql), |it| matches!(it, Error::Newer { .. }));
}

#[test]
fn a_file_cut_short_is_damaged_and_says_so() {
    let mut desk = Desk::new();
    desk.take(file("a.txt", FERRY));
    desk.settle();
    let path = desk.path();
    drop(std::mem::replace(
        &mut desk.workspace,
        Workspace::open_or_make(&desk.folder.path().join("x.db")).unwrap(),
    ));
    let bytes = fs::read(&path).unwrap();
    let mut n_refused = 0;
    for part in 1..8 {
        fs::write(&path, &bytes[..bytes.len() * part / 8]).unwrap();
        let found = Workspace::open(&path).and_then(|it| it.search("ferry", 9).map(|_| ()));
        n_refused += usize::from(found.is_err());
    }
    assert!(n_refused > 4, "{n_refused}");
}

#[test]
fn there_must_be_a_file_to_open() {
    let folder = tempfile::tempdir().unwrap();
    let error = Workspace::open(&folder.path().join("none.db")).unwrap_err();
    assert!(matches!(error, Error::Missing(_)), "{error:?}");
    let error = Workspace::open_or_make(&folder.path().join("no/such/folder.db")).unwrap_err();
    assert!(matches!(error, Error::Unopened { .. }), "{error:?}");
    let error = Workspace::open_or_make(folder.path()).unwrap_err();
    assert!(matches!(error, Error::Foreign { .. }), "{error:?}");
}

#[test]
fn a_file_that_was_made_and_left_empty_becomes_a_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.db");
    fs::write(&path, b"").unwrap();
    assert!(Workspace::open_or_make(&path).unwrap().stories().unwrap().is_empty());
}
