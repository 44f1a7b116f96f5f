//! The engine's nouns as JSON in the file's columns.
//!
//! The engine's types know no serialisation; these mirror them for this file alone, and the
//! compiler names the places here that a change of a noun breaks. What does not read back as a
//! noun is a [`Misfit`]: it is then made again from the bytes.

mod annotations;
mod article;
mod kinds;

pub(crate) use self::annotations::Annotations;
pub(crate) use self::article::{Columns, Reading};

use presscheck::model::Span;

/// What is kept does not fit its text, or its parts do not fit each other.
pub(crate) struct Misfit;

/// A span as it is written: `[start, end]`.
pub(crate) type Bytes = [usize; 2];

fn bytes(span: Span) -> Bytes {
    [span.start(), span.end()]
}

fn span(text: &str, [start, end]: Bytes) -> Result<Span, Misfit> {
    Span::checked(text, start, end).ok_or(Misfit)
}

fn spans(text: &str, given: &[Bytes]) -> Result<Vec<Span>, Misfit> {
    given.iter().map(|&it| span(text, it)).collect()
}

fn maybe(text: &str, given: Option<Bytes>) -> Result<Option<Span>, Misfit> {
    given.map(|it| span(text, it)).transpose()
}
