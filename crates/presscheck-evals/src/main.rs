//! Scores.
fn main() {}
