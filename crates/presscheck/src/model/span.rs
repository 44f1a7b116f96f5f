//! Spans: places in a text, in bytes.

use std::fmt;

/// A range of bytes in an article's text, end not included.
///
/// Every statement in a record points at its evidence with a span, so spans are exact: they count
/// UTF-8 bytes of [`Article::text`](super::Article), and they start and end between characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    // Invariant: start <= end. Every constructor keeps it so.
    start: u32,
    end: u32,
}

impl Span {
    /// Nothing, at the start of any text.
    pub const EMPTY: Span = Span { start: 0, end: 0 };

    /// The bytes from `start` up to `end` of `text`, or `None` if they would cut a character or run
    /// past the end.
    pub fn checked(text: &str, start: usize, end: usize) -> Option<Span> {
        text.get(start..end)?;
        Some(Span { start: start.try_into().ok()?, end: end.try_into().ok()? })
    }

    /// The whole of `text`, as far as a span reaches (4 GiB).
    pub fn whole(text: &str) -> Span {
        Span { start: 0, end: u32::try_from(text.len()).unwrap_or(u32::MAX) }
    }

    /// From the start of the earlier to the end of the later of two spans of one text.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What two spans of one text share, or `None` if they only touch or lie apart.
    pub fn shared(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }

    /// The span without white space at either end; empty if there is nothing else.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        self.trimmed_of(text, char::is_whitespace)
    }

    /// The span without the characters that `drop` names at either end.
    #[must_use]
    pub fn trimmed_of(self, text: &str, drop: impl Fn(char) -> bool) -> Span {
        let words = self.of(text);
        let left = words.trim_start_matches(&drop);
        let skipped = words.len() - left.len();
        let kept = left.trim_end_matches(&drop).len();
        let start = self.start + u32::try_from(skipped).unwrap_or(0);
        Span { start, end: start + u32::try_from(kept).unwrap_or(0) }
    }

    /// The empty span where this one starts.
    #[must_use]
    pub fn start_only(self) -> Span {
        Span { start: self.start, end: self.start }
    }

    /// The empty span where this one ends.
    #[must_use]
    pub fn end_only(self) -> Span {
        Span { start: self.end, end: self.end }
    }

    /// The words this span covers; empty if it was made for another text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Where the span starts, in bytes.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Where the span ends, in bytes.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same as a range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A range of bytes in the page as it was fetched, end not included.
///
/// A type of its own, so that places in the page and places in the readable text cannot be mixed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RawSpan {
    /// Where it starts, in bytes of the page.
    pub start: usize,
    /// Where it ends, in bytes of the page.
    pub end: usize,
}
