//! The workspace: one SQLite file with articles in every version, the stories they tell, and what
//! the user decided about them.
//!
//! What [`Workspace::take`] returns from is in the file for good: a process that is killed at any
//! moment after it loses none of it. Stories and records follow from articles and decisions; they
//! are brought up to date by [`Workspace::settle`], and when that is cut short the next one goes on.
//! Any number of processes may have one file open.

mod articles;
mod cores;
mod decide;
mod decisions;
mod error;
mod file;
mod form;
mod grouping;
mod kept;
mod keys;
mod list;
mod migrations;
mod moment;
mod records;
mod search;
mod sources;
mod stories;
#[cfg(test)]
mod tests;
mod workspace;

pub use self::articles::{Incoming, Receipt, Status};
pub use self::error::Error;
pub use self::file::APPLICATION_ID;
pub use self::list::{ArticleRow, StoryRow, VersionRow};
pub use self::migrations::LATEST;
pub use self::moment::Moment;
pub use self::search::{Hit, Place};
pub use self::sources::Source;
pub use self::stories::{Settled, Step};
pub use self::workspace::Workspace;

/// What made a reading or an annotation: the engine's version and its annotators' revision.
fn revision() -> String {
    format!("{}+{}", env!("CARGO_PKG_VERSION"), presscheck::annotate::REVISION)
}
