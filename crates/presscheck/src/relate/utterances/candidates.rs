//! Candidates: pairs of quotations that have rare words in common.

use std::collections::BTreeMap;

use super::nodes::{Node, NodeIx};
use super::stretches::Stretches;

/// Quotations that hold one word and are still compared each with each; a word that more of them
/// hold is common in the story and tells little by itself.
const MOST_WITH_WORD: usize = 24;

/// Quotations that hold one run of words and are compared each with each; beyond it every one is
/// compared with the first and with the one before it.
const MOST_WITH_RUN: usize = 12;

/// Words in a run.
const RUN: usize = 3;

/// Quotations that one is compared with: those that share the most.
const MOST_PARTNERS: usize = 16;

/// Pairs of nodes worth comparing, in order, each once.
pub(super) fn pairs(stretches: &Stretches, nodes: &[Node]) -> Vec<(NodeIx, NodeIx)> {
    let mut shared: Vec<(NodeIx, NodeIx)> = Vec::new();
    let (words, runs) = postings(stretches, nodes);
    for group in words.chunk_by(|x, y| x.0 == y.0).filter(|it| it.len() <= MOST_WITH_WORD) {
        each_with_each(group.iter().map(|it| it.1), &mut shared);
    }
    for group in runs.chunk_by(|x, y| x.0 == y.0) {
        if group.len() <= MOST_WITH_RUN {
            each_with_each(group.iter().map(|it| it.1), &mut shared);
        } else {
            shared.extend(group.windows(2).map(|it| (it[0].1, it[1].1)));
            shared.extend(group.iter().skip(2).map(|it| (group[0].1, it.1)));
        }
    }
    shared.sort_unstable();
    let mut found = strongest(&shared, nodes.len());
    found.extend(same_wording(nodes));
    found.sort_unstable();
    found.dedup();
    found
}

/// Nodes by each content word, in any of its forms, and by each run of words with content.
type Postings<K> = Vec<(K, NodeIx)>;

fn postings(stretches: &Stretches, nodes: &[Node]) -> (Postings<u32>, Postings<[u32; RUN]>) {
    let (mut words, mut runs) = (Vec::new(), Vec::new());
    for (ix, node) in nodes.iter().enumerate() {
        let of = node.words(stretches);
        let lexeme = |key: u32| stretches.lexicon.get(key as usize);
        let content = of.iter().filter_map(|it| lexeme(it.key)).filter(|it| it.content);
        words.extend(content.map(|it| (it.stem, ix)));
        for run in of.windows(RUN) {
            let keys = [run[0].key, run[1].key, run[2].key];
            if keys.iter().any(|&it| lexeme(it).is_some_and(|it| it.content)) {
                runs.push((keys, ix));
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    runs.sort_unstable();
    runs.dedup();
    (words, runs)
}

fn each_with_each(nodes: impl Iterator<Item = NodeIx> + Clone, found: &mut Vec<(NodeIx, NodeIx)>) {
    for (nth, a) in nodes.clone().enumerate() {
        found.extend(nodes.clone().skip(nth + 1).map(|b| (a, b)));
    }
}

/// Of each node's pairs those that share the most; `shared` is sorted and names a pair once for each
/// thing it shares.
fn strongest(shared: &[(NodeIx, NodeIx)], nodes: usize) -> Vec<(NodeIx, NodeIx)> {
    let mut ranked: Vec<(usize, (NodeIx, NodeIx))> =
        shared.chunk_by(|x, y| x == y).map(|it| (usize::MAX - it.len(), it[0])).collect();
    ranked.sort_unstable();
    let mut partners = vec![0; nodes];
    let kept = ranked.into_iter().map(|it| it.1).filter(|&(a, b)| {
        partners[a] += 1;
        partners[b] += 1;
        partners[a].min(partners[b]) <= MOST_PARTNERS
    });
    kept.collect()
}

/// The same words with several speakers: each with the first.
fn same_wording(nodes: &[Node]) -> Vec<(NodeIx, NodeIx)> {
    let mut first: BTreeMap<usize, NodeIx> = BTreeMap::new();
    let mut found = Vec::new();
    for (ix, node) in nodes.iter().enumerate() {
        match first.get(&node.wording) {
            Some(&first) => found.push((first, ix)),
            None => {
                first.insert(node.wording, ix);
            }
        }
    }
    found
}
