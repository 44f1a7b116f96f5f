//! Timeline: what happened, or is to happen, on which day.

use crate::model::{Annotated, RecordEvent, Story};

/// Finds them, in a fixed order.
pub(super) fn find(_articles: &[Annotated], _story: &Story) -> Vec<RecordEvent> {
    Vec::new()
}
