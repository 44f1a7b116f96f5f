//! Conflicts: where articles differ, or one side denies another.
//!
//! Each kind has its module and its rule; none of them says who is right. A conflict always shows
//! two places.

mod claims;
mod dates;
mod figures;
mod names;
mod speakers;
mod terms;
mod wording;

use super::compile::evidence;
use super::sentences::Sentences;
use crate::model::{Annotated, RecordConflict, Spot, Story};

/// Finds them, in a fixed order.
pub(super) fn find(
    articles: &[Annotated],
    story: &Story,
    sentences: &Sentences,
) -> Vec<RecordConflict> {
    let seen = Seen { articles, story, sentences };
    let mut found = figures::find(&seen);
    found.extend(dates::find(&seen));
    found.extend(names::find(&seen));
    found.extend(wording::find(&seen));
    found.extend(terms::find(&seen));
    found.extend(speakers::find(&seen));
    found.extend(claims::find(&seen));
    found.iter().filter_map(|it| it.told(articles)).collect()
}

/// What conflicts are looked for in.
struct Seen<'a> {
    articles: &'a [Annotated],
    story: &'a Story,
    sentences: &'a Sentences,
}

/// A conflict before it is written down.
struct Clash {
    kind: &'static str,
    what: String,
    sides: Vec<Spot>,
    note: Option<String>,
}

impl Clash {
    /// The conflict with its words, each side once; `None` unless two places differ.
    fn told(&self, articles: &[Annotated]) -> Option<RecordConflict> {
        let mut sides: Vec<Spot> = Vec::new();
        for &it in &self.sides {
            if !sides.contains(&it) {
                sides.push(it);
            }
        }
        (sides.len() > 1).then(|| RecordConflict {
            kind: self.kind.to_owned(),
            what: self.what.clone(),
            sides: sides.into_iter().map(|it| evidence(articles, it)).collect(),
            note: self.note.clone(),
        })
    }
}
