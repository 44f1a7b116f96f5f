//! Utterances: the same words of one speaker in several articles, and how the versions differ.

use crate::model::{Annotated, Story};

/// Adds them to the story.
pub(super) fn find(_articles: &[Annotated], _story: &mut Story) {}
