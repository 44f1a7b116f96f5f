//! Nodes: quotations of the same words and the same speaker, which are compared as one.
//!
//! Five hundred articles that print one quotation make one node, so that the work grows with how
//! many things were said and not with how many outlets say them.

use std::collections::BTreeMap;

use super::occasion::Occasion;
use super::stretches::{Stretches, Word};
use crate::model::StoryEntityIx;

/// Counts in the list that [`all`] makes.
pub(super) type NodeIx = usize;

/// Quotations of the same words and speaker.
pub(super) struct Node {
    /// Places in [`Stretches::list`], in order.
    pub(super) members: Vec<usize>,
    /// Who says it.
    pub(super) speaker: Option<StoryEntityIx>,
    /// Counts the different wordings.
    pub(super) wording: usize,
    /// What all its articles say of when and where.
    pub(super) occasion: Occasion,
}

impl Node {
    /// The words, as its first member prints them.
    pub(super) fn words<'a>(&self, stretches: &'a Stretches) -> &'a [Word] {
        self.members.first().map_or(&[][..], |&it| stretches.list[it].words.as_slice())
    }
}

/// All nodes, in order of their first members.
pub(super) fn all(stretches: &Stretches) -> Vec<Node> {
    let mut wordings: BTreeMap<Vec<(u32, bool)>, usize> = BTreeMap::new();
    let mut of: BTreeMap<(usize, Option<StoryEntityIx>), usize> = BTreeMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    for (ix, it) in stretches.list.iter().enumerate() {
        let keys = it.words.iter().map(|it| (it.key, it.after_gap)).collect();
        let next = wordings.len();
        let wording = *wordings.entry(keys).or_insert(next);
        let node = *of.entry((wording, it.speaker)).or_insert_with(|| {
            nodes.push(Node {
                members: Vec::new(),
                speaker: it.speaker,
                wording,
                occasion: Occasion::default(),
            });
            nodes.len() - 1
        });
        if let Some(node) = nodes.get_mut(node) {
            node.members.push(ix);
            node.occasion.join(&it.occasion);
        }
    }
    nodes
}
