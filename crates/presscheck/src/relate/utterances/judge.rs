//! Judgement: whether two quotations that share words are one utterance.
//!
//! The thresholds are set on half of the labelled variant pairs and on the labelled stories;
//! `cargo evals -- --only variants` and `--only stories` print what they give.

use super::compare::Compared;
use super::speaker::Bond;

/// What is known of two quotations besides their words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// How their speakers stand to each other.
    pub(super) bond: Bond,
    /// Whether what the articles state cannot be one occasion.
    pub(super) clash: bool,
    /// Whether they are news of the same day or the next.
    pub(super) near: bool,
    /// Whether one article prints both.
    pub(super) one_article: bool,
    /// Words of the shorter quotation.
    pub(super) shorter: usize,
    /// Whether both are the whole of what the other is.
    pub(super) whole: bool,
    /// Whether the shorter one is printed by itself in more articles than one.
    pub(super) noted: bool,
}

/// Words in a row that two people hardly say by chance, and those of them with content.
const RUN: usize = 8;
const RUN_CONTENT: usize = 3;

/// Whether two quotations are one utterance.
pub(super) fn is_one(it: &Compared, of: Setting) -> bool {
    if it.is_changed() { is_one_changed(it, of) } else { is_one_cut(it, of) }
}

/// Of equal words, or words of which one is a cut.
fn is_one_cut(it: &Compared, of: Setting) -> bool {
    let covers = it.same >= of.shorter;
    if !covers {
        // Two cuts that overlap.
        return it.run >= RUN && it.run_content >= 2 && of.bond < Bond::Apart;
    }
    let exact = of.whole && it.content >= 1;
    match of.bond {
        Bond::Apart => {
            exact && it.same >= 6 && it.content >= 3 || it.same >= RUN && it.content >= 4
        }
        Bond::Same => exact || it.same >= 2 && it.content >= 1,
        Bond::Near => exact || it.same >= 2 && it.content >= 2 || it.content >= 1 && of.noted,
        Bond::Open => {
            exact && (it.same >= 2 || of.near)
                || it.same >= 4 && it.content >= 2
                || it.same >= 7 && it.content >= 1
                || it.content >= 1 && of.noted
        }
    }
}

/// Of words that differ: then the speaker and the occasion must leave room for one.
fn is_one_changed(it: &Compared, of: Setting) -> bool {
    if of.bond == Bond::Apart || of.clash || of.one_article {
        return false;
    }
    let share = it.share();
    let known = of.bond < Bond::Open;
    let alike = it.content + it.like;
    let long = share >= 0.85 && it.same >= 8 && it.content >= 2;
    let run = it.run >= RUN && it.run_content >= RUN_CONTENT && share >= 0.5;
    let near = of.near && share >= 0.75 && it.same >= 6 && it.content >= 3;
    let said = known && of.near && share >= 0.6 && alike >= 3 && it.same >= 4;
    let much = known && of.near && share >= 0.45 && it.content >= 5;
    long || run || near || said || much
}

/// Whether two quotations are one utterance, given that others of the same two sentences are.
pub(super) fn is_one_beside(it: &Compared, of: Setting) -> bool {
    if of.bond == Bond::Apart || of.clash {
        return false;
    }
    is_one(it, of) || it.share() >= 0.4 && it.content + it.like >= 1 && it.same >= 1
}
