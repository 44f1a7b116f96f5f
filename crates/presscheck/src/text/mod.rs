//! Characters and words: what more than one stage must cut or compare in the same way.

pub mod acts;
pub mod align;
pub(crate) mod capitals;
pub mod content;
pub mod differ;
pub mod fold;
pub mod names;
pub mod numbers;
pub mod person;
pub mod phrase;
pub mod spelling;
pub mod synonyms;
pub mod tags;
pub mod weights;
pub mod words;
