//! Commitments across articles: one act, with its conditions, order and stances from all of them.

use crate::model::{Annotated, Story};

/// Adds them to the story.
pub(super) fn find(_articles: &[Annotated], _story: &mut Story) {}
