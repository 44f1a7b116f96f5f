//! The learned judge of lines: whether a line of a copied page, or a block of a page, is the
//! article's own.
//!
//! [`features`] says of a line what can be counted; [`trees`] adds up what a few hundred small
//! decision trees make of it. `presscheck-train lines` grew them on the development part of the
//! WCXB set (CC BY 4.0); `docs/models/lines.md` has the figures and the recipe.

pub(in crate::read) mod features;
mod trees;

use std::sync::LazyLock;

use self::features::Rows;
use self::trees::Trees;

/// For lines of plain text.
static LINES: LazyLock<Trees> = LazyLock::new(|| Trees::read(include_bytes!("lines.trees")));

/// For blocks of a page, with what the page's tree says of them.
static BLOCKS: LazyLock<Trees> = LazyLock::new(|| Trees::read(include_bytes!("blocks.trees")));

/// How sure the judge is that each line is the article's own: above 0 it is.
pub(in crate::read) fn lines(rows: &Rows) -> Vec<i32> {
    rows.iter().map(|it| LINES.sum(it)).collect()
}

/// The same of blocks.
pub(in crate::read) fn blocks(rows: &Rows) -> Vec<i32> {
    rows.iter().map(|it| BLOCKS.sum(it)).collect()
}
