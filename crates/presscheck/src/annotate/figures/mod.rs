//! Figures: numbers and what they count.

use crate::model::{Annotations, Article, Figure};
use crate::text::words::Token;

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(_article: &Article, _tokens: &[Token], _found: &Annotations) -> Vec<Figure> {
    Vec::new()
}
