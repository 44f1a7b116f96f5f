//! Entities across articles: one person under several spellings, one ministry under several names.
//!
//! Precise first. A spelling alone joins nobody: persons need a given name that fits, a title or
//! role, or the same words in their mouths; a bare surname needs that the story has only one bearer
//! of it. Two first names for what seems one person are joined and shown as a difference.

mod company;
mod groups;
mod locals;
mod people;
mod roles;
mod things;
mod told;

use crate::model::{Annotated, Story};

/// Adds them to the story.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    let locals = locals::all(articles);
    let mut groups = groups::Groups::new(&locals);
    let differing = people::join(articles, &locals, &mut groups);
    things::join(articles, &locals, &mut groups);
    told::write(articles, &locals, &mut groups, &differing, story);
}
