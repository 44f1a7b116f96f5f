//! The schema, step by step. A step that was released is never changed: a file that it made must be
//! what the next step expects.

/// The steps in order; the first makes schema 1.
const STEPS: &[&str] = &[include_str!("0001.sql")];

/// The schema that this program writes.
#[expect(clippy::cast_possible_wrap, reason = "there are a handful of steps")]
pub const LATEST: i64 = STEPS.len() as i64;

/// The steps that bring a file of schema `version` up to date, each with the schema it makes.
pub(crate) fn after(version: i64) -> impl Iterator<Item = (i64, &'static str)> {
    (1..).zip(STEPS.iter().copied()).filter(move |(number, _)| *number > version)
}
