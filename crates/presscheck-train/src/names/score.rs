//! How many names are found, to the byte and in their kind.

use std::fmt::Write;

use presscheck::model::NameKind;
use presscheck::text::names::{KINDS, Model};

use super::lessons;
use super::sets::{Document, Label};

/// F1 by kind and together, in percent.
pub(crate) fn print(model: &Model, documents: &[Document]) -> String {
    let mut counts = [[0_usize; 3]; 3];
    for document in documents {
        let page = lessons::page(&document.text);
        let asked = |it: &&Label| !it.optional;
        for label in document.names.iter().filter(asked) {
            counts[place(label.kind)][2] += 1;
        }
        for found in model.find(&document.text, &page.words, &page.sentences) {
            let start = page.words[found.words.start].span.start();
            let end = page.words[found.words.end - 1].stem.end();
            let inside = |it: &(usize, usize)| it.0 <= start && end <= it.1;
            if !document.scored.is_empty() && !document.scored.iter().any(inside) {
                continue;
            }
            let right = document.names.iter().filter(asked).find(|it| {
                (it.start, it.end) == (start, end)
                    && (it.kind == found.kind || it.also.contains(&found.kind))
            });
            let touches = |it: &&Label| it.start < end && start < it.end;
            if let Some(label) = right {
                counts[place(label.kind)][0] += 1;
                counts[place(label.kind)][1] += 1;
            } else if document.names.iter().filter(asked).any(|it| touches(&it))
                || !document.names.iter().any(|it| touches(&it))
            {
                counts[place(found.kind)][1] += 1;
            }
        }
    }
    let mut shown = String::new();
    let mut all = [0; 3];
    for (kind, counts) in KINDS.iter().zip(counts) {
        let _ = write!(shown, "{} {:.1}  ", kind.word(), f1(counts));
        all = std::array::from_fn(|it| all[it] + counts[it]);
    }
    let _ = write!(shown, "all {:.1}", f1(all));
    shown
}

fn place(kind: NameKind) -> usize {
    KINDS.iter().position(|it| *it == kind).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of names")]
fn f1([right, found, asked]: [usize; 3]) -> f64 {
    if found + asked == 0 { 0.0 } else { 200.0 * right as f64 / (found + asked) as f64 }
}
