//! What holds for the engine as a whole, whatever it is given.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod any_text;
mod bad_input;
mod format;
#[path = "../../../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets, another crate, call it too")]
mod holds;
