//! Commitments: acts that someone plans, promises, threatens, or makes depend on something.

use crate::model::{Annotations, Article, Commitment};
use crate::text::words::Token;

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(_article: &Article, _tokens: &[Token], _found: &Annotations) -> Vec<Commitment> {
    Vec::new()
}
