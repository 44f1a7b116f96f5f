//! Verification: re-reads every statement's bytes and compares them with the record.
//!
//! What can be checked without judgement is checked: that sources are unchanged, that every place
//! lies between characters and holds the words the record gives, that every id leads somewhere and
//! that no statement stands without a place. Whether a finding is *right* is for people.

mod articles;
mod ground;
mod statements;
#[cfg(test)]
mod tests;

use self::ground::Ground;
use super::json::{self, FORMAT, VERSION};
use crate::model::Record;

/// An article's source as it is found today.
#[derive(Clone, Debug)]
pub struct Source {
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The text that reading it gives.
    pub text: String,
}

/// Something in a record that does not hold.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Failure {
    /// Where in the record: `utterances[3].quotes[0]`.
    pub at: String,
    /// What does not hold, in one sentence.
    pub what: String,
}

/// Compares a record with its sources. `sources` stand in the order of the record's articles;
/// `None` for one that could not be read. Empty when all holds.
pub fn verify(record: &Record, sources: &[Option<Source>]) -> Vec<Failure> {
    // Taken apart by name, so that a field that is added must be given its check here.
    let Record {
        format,
        version,
        generator: _,
        sha256,
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
        gaps: _,
    } = record;
    let mut ground = Ground::new(record, sources);
    if format != FORMAT {
        ground.fail("format", format!("it is `{format}`, not `{FORMAT}`"));
    }
    if *version > VERSION {
        ground.fail("version", format!("it is {version}, and {VERSION} is the latest known"));
    }
    if *sha256 != json::sha256(record) {
        ground.fail("sha256", "the record has been changed since it was written");
    }
    articles::check(&mut ground, articles, sources);
    statements::story(&mut ground, story, record);
    statements::entities(&mut ground, entities);
    statements::origins(&mut ground, origins, articles);
    statements::lineage(&mut ground, lineage);
    statements::utterances(&mut ground, utterances);
    statements::quantities(&mut ground, quantities);
    statements::commitments(&mut ground, commitments);
    statements::conflicts(&mut ground, conflicts);
    statements::timeline(&mut ground, timeline);
    statements::agreed(&mut ground, agreed, origins);
    ground.into_failures()
}
