//! Quantities: figures of several articles that count the same thing.

use crate::model::{Annotated, Story};

/// Adds them to the story.
pub(super) fn find(_articles: &[Annotated], _story: &mut Story) {}
