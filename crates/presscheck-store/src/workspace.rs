//! The open file, and what goes into it.

use std::path::{Path, PathBuf};

use presscheck::model::Record;
use rusqlite::{Connection, TransactionBehavior, params};

use crate::articles::{self, Incoming, Receipt};
use crate::error::Error;
use crate::stories::{Settled, Step};
use crate::{Moment, file, records, stories};

/// An open workspace.
#[derive(Debug)]
pub struct Workspace {
    path: PathBuf,
    file: Connection,
}

impl Workspace {
    /// Opens a workspace that is there.
    pub fn open(path: &Path) -> Result<Workspace, Error> {
        Ok(Workspace { path: path.to_owned(), file: file::open(path, false)? })
    }

    /// Opens a workspace, and makes it where there is none.
    pub fn open_or_make(path: &Path) -> Result<Workspace, Error> {
        Ok(Workspace { path: path.to_owned(), file: file::open(path, true)? })
    }

    /// Notes that a run begins to take articles in; returns its number.
    pub fn begin(&mut self, inputs: &[String], now: &Moment) -> Result<i64, Error> {
        let inputs = serde_json::to_string(inputs).unwrap_or_default();
        let generator = concat!("presscheck ", env!("CARGO_PKG_VERSION"));
        self.change(|file| {
            file.execute(
                "INSERT INTO runs (started, generator, inputs) VALUES (?1, ?2, ?3)",
                params![now.as_str(), generator, inputs],
            )?;
            Ok(file.last_insert_rowid())
        })
    }

    /// Takes articles in, all or none. When this returns they are there for good.
    pub fn take(
        &mut self,
        run: i64,
        incoming: &[Incoming],
        now: &Moment,
    ) -> Result<Vec<Receipt>, Error> {
        self.change(|file| incoming.iter().map(|it| articles::take(file, run, it, now)).collect())
    }

    /// Notes that a run has come to its end.
    pub fn end(&mut self, run: i64, now: &Moment) -> Result<(), Error> {
        self.change(|file| {
            file.execute("UPDATE runs SET ended = ?2 WHERE id = ?1", params![run, now.as_str()])
                .map(|_| ())
        })
    }

    /// Brings stories and records up to date with the articles and the decisions.
    pub fn settle(&mut self, now: &Moment, tell: &mut dyn FnMut(Step)) -> Result<Settled, Error> {
        stories::settle(self, now, tell)
    }

    /// What SQLite finds wrong with the file; nothing, if it is sound.
    pub fn problems(&self) -> Result<Vec<String>, Error> {
        self.read(|file| {
            let mut check = file.prepare("PRAGMA integrity_check")?;
            let found = check.query_map([], |it| it.get::<_, String>(0))?;
            let mut found: Vec<String> = found.collect::<Result<_, _>>()?;
            found.retain(|it| it != "ok");
            let mut check = file.prepare("PRAGMA foreign_key_check")?;
            let lost = check.query_map([], |it| {
                let (table, leads_to): (String, String) = (it.get(0)?, it.get(2)?);
                Ok(format!("a row of {table} leads to one of {leads_to} that is not there"))
            })?;
            found.extend(lost.collect::<Result<Vec<_>, _>>()?);
            // The index of words against the texts that it is an index of.
            file.execute(
                "INSERT INTO article_versions_fts (article_versions_fts, rank)
                 VALUES ('integrity-check', 1)",
                [],
            )?;
            Ok(found)
        })
    }

    /// The latest record of a story.
    pub fn record(&mut self, story: &str) -> Result<Record, Error> {
        let story = self.story_id(story)?;
        records::latest(self, &story)
    }

    /// The record of a story as it was at a moment; without articles where it was not there yet.
    pub fn record_as_of(&mut self, story: &str, moment: &Moment) -> Result<Record, Error> {
        let story = self.story_id(story)?;
        records::as_of(self, &story, moment)
    }

    /// Reads from the file.
    pub(crate) fn read<T>(
        &self,
        with: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        with(&self.file).map_err(|it| Error::of(&self.path, it))
    }

    /// Changes the file, the whole way or not at all. The lock is taken before anything is read, so
    /// that what is decided on what was read still holds when it is written.
    pub(crate) fn change<T>(
        &mut self,
        with: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        let of = |it| Error::of(&self.path, it);
        let change =
            self.file.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let done = with(&change).map_err(of)?;
        change.commit().map_err(of)?;
        Ok(done)
    }
}
