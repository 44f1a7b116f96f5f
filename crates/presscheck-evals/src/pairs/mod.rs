//! Scores what is found between articles against labelled pairs: the same words in two outlets, and
//! one origin or two.

pub(crate) mod origins;
pub(crate) mod variants;
