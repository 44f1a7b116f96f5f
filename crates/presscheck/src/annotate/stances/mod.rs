//! Stances: who accepts, rejects, denies or doubts what.

use crate::model::{Annotations, Article, Stance};
use crate::text::words::Token;

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(_article: &Article, _tokens: &[Token], _found: &Annotations) -> Vec<Stance> {
    Vec::new()
}
