//! Compiles the record of a story, writes it, and verifies one that was written.

mod agreed;
mod changes;
mod compile;
mod conflicts;
mod counts;
mod json;
mod markdown;
mod report;
mod sentences;
mod standings;
mod statements;
mod timeline;
mod verify;

pub use self::changes::{Change, ChangeKind, changes};
pub use self::compile::{article, story, story_id};
pub use self::counts::{Counts, counts, told_once};
pub use self::json::{NotARecord, from_json, schema, to_json};
pub use self::markdown::markdown;
pub use self::report::report;
pub use self::standings::{Standing, Stood, standings};
pub use self::statements::{Statement, statements};
pub use self::verify::{Failure, Source, verify};
