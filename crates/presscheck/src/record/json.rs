//! Records as JSON: how one is written, read back, and described to other programs.

use std::fmt;
use std::io;

use sha2::{Digest, Sha256};

use crate::model::Record;

/// The name that every record carries.
pub(super) const FORMAT: &str = "presscheck-record";
/// The version of the format that is written, and the latest that is read.
pub(super) const VERSION: u32 = 1;

/// The record as JSON, indented, with a final line end. The same record gives the same bytes.
pub fn to_json(record: &Record) -> Vec<u8> {
    // A record holds strings, numbers and lists: nothing that JSON cannot say.
    let mut bytes = serde_json::to_vec_pretty(record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Reads a record.
pub fn from_json(bytes: &[u8]) -> Result<Record, NotARecord> {
    let record: Record = serde_json::from_slice(bytes).map_err(|it| NotARecord(it.to_string()))?;
    if record.format != FORMAT {
        return Err(NotARecord(format!("its format is `{}`, not `{FORMAT}`", record.format)));
    }
    if record.version > VERSION {
        let (given, known) = (record.version, VERSION);
        return Err(NotARecord(format!("it has version {given}, and {known} is the latest known")));
    }
    Ok(record)
}

/// SHA-256 of a record but for the field that holds it.
pub(super) fn sha256(record: &Record) -> String {
    // Taken apart by name, so that no field is left out.
    let Record {
        format,
        version,
        generator,
        sha256: _,
        story,
        articles,
        entities,
        origins,
        lineage,
        utterances,
        quantities,
        commitments,
        conflicts,
        timeline,
        agreed,
        gaps,
    } = record;
    let rest = (
        (format, version, generator, story, articles, entities, origins, lineage),
        (utterances, quantities, commitments, conflicts, timeline, agreed, gaps),
    );
    let mut hash = Hash(Sha256::new());
    // As above: nothing that JSON cannot say, and hashing never fails.
    let _ = serde_json::to_writer(&mut hash, &rest);
    hash.0.finalize().iter().map(|it| format!("{it:02x}")).collect()
}

/// Hashes what is written to it: a record may be too long to be written twice.
struct Hash(Sha256);

impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The JSON Schema of a record, with a final line end.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Record);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Why some bytes are no record, in a few words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotARecord(String);

impl fmt::Display for NotARecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotARecord {}
