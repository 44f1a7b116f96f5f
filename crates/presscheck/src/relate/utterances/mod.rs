//! Utterances: the same words of one speaker in several articles, and how the versions differ.
//!
//! Candidates are quotations with rare words in common; [`compare`] aligns two of them word by word;
//! [`judge`] says whether they are one utterance. A likeness of words is not enough: the speaker
//! must be free to be one, and where the words differ so must the occasion, because people say the
//! same line twice. Whatever differs is shown; nobody is said to be wrong.

mod candidates;
mod compare;
mod judge;
mod nodes;
mod occasion;
mod speaker;
mod stretches;
mod ties;
mod tongue;
mod versions;

use crate::model::{Annotated, Story};

/// Adds them to the story. Entities must be there.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    let stretches = stretches::all(articles, story);
    let nodes = nodes::all(&stretches);
    let ties = ties::find(articles, story, &stretches, &nodes);
    let (utterances, borrowed) = versions::write(articles, story, &stretches, &nodes, &ties);
    story.utterances = utterances;
    story.borrowed_speakers = borrowed;
}
