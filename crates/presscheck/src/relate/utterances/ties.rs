//! Ties: which quotations are one utterance.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates;
use super::compare::{Compared, compare};
use super::judge::{Setting, is_one, is_one_beside};
use super::nodes::{Node, NodeIx};
use super::speaker::{Bond, Speakers};
use super::stretches::Stretches;
use crate::model::{Annotated, Story};

/// Two nodes that are one utterance.
#[derive(Debug)]
pub(super) struct Tie {
    /// The one.
    pub(super) a: NodeIx,
    /// The other.
    pub(super) b: NodeIx,
}

/// Quotations of one sentence that are looked at beside a tie.
const MOST_BESIDE: usize = 12;

/// All ties, in order.
pub(super) fn find(
    articles: &[Annotated],
    story: &Story,
    stretches: &Stretches,
    nodes: &[Node],
) -> Vec<Tie> {
    let ground = Ground {
        stretches,
        nodes,
        speakers: Speakers { articles, story },
        printed: printed(stretches, nodes),
    };
    let mut ties: Vec<Tie> = candidates::pairs(stretches, nodes)
        .into_iter()
        .filter(|&(a, b)| ground.compared(a, b).is_some_and(|(it, of)| is_one(&it, of)))
        .map(|(a, b)| Tie { a, b })
        .collect();
    let beside = ground.beside(&ties);
    ties.extend(beside);
    ties
}

/// For each wording, the articles that print it by itself.
fn printed(stretches: &Stretches, nodes: &[Node]) -> BTreeMap<usize, usize> {
    let mut articles: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for node in nodes {
        let of = articles.entry(node.wording).or_default();
        of.extend(node.members.iter().map(|&it| stretches.list[it].article));
    }
    articles.into_iter().map(|(wording, it)| (wording, it.len())).collect()
}

struct Ground<'a> {
    stretches: &'a Stretches,
    nodes: &'a [Node],
    speakers: Speakers<'a>,
    /// For each wording, how many articles print it by itself.
    printed: BTreeMap<usize, usize>,
}

impl Ground<'_> {
    fn compared(&self, a: NodeIx, b: NodeIx) -> Option<(Compared, Setting)> {
        let (x, y) = (&self.nodes[a], &self.nodes[b]);
        let (in_a, in_b) = (x.words(self.stretches), y.words(self.stretches));
        let found = compare(in_a, in_b, &self.stretches.lexicon)?;
        let short = if in_a.len() <= in_b.len() { x } else { y };
        let setting = Setting {
            bond: self.speakers.bond(x.speaker, y.speaker),
            clash: x.occasion.clashes(&y.occasion) || x.occasion.is_post_of_one(&y.occasion),
            near: x.occasion.is_near(&y.occasion),
            one_article: self.only_article(x).is_some_and(|it| self.only_article(y) == Some(it)),
            shorter: in_a.len().min(in_b.len()),
            whole: in_a.len() == in_b.len(),
            noted: self.printed.get(&short.wording).is_some_and(|it| *it > 1),
        };
        Some((found, setting))
    }

    /// The article of a node, if all its quotations stand in one.
    fn only_article(&self, node: &Node) -> Option<usize> {
        let mut articles = node.members.iter().map(|&it| self.stretches.list[it].article);
        let first = articles.next()?;
        articles.all(|it| it == first).then_some(first)
    }

    /// Ties between what stands beside tied quotations: where a rewriter changed a sentence that he
    /// quotes in pieces, some pieces have hardly a word left of the other version.
    fn beside(&self, ties: &[Tie]) -> Vec<Tie> {
        let of_chain = self.by_chain();
        let mut seen: BTreeSet<(NodeIx, NodeIx)> = BTreeSet::new();
        for it in ties {
            seen.insert((it.a.min(it.b), it.a.max(it.b)));
        }
        let mut found = Vec::new();
        for it in ties {
            for (a, b) in [(it.a, it.b), (it.b, it.a)] {
                for other in self.neighbours(a, &of_chain) {
                    let pair = (other.min(b), other.max(b));
                    if other == b || !seen.insert(pair) {
                        continue;
                    }
                    if self.is_beside(other, b) {
                        found.push(Tie { a: pair.0, b: pair.1 });
                    }
                }
            }
        }
        found
    }

    fn is_beside(&self, a: NodeIx, b: NodeIx) -> bool {
        let Some((it, of)) = self.compared(a, b) else { return false };
        of.bond < Bond::Apart && !of.one_article && is_one_beside(&it, of)
    }

    fn by_chain(&self) -> BTreeMap<usize, Vec<NodeIx>> {
        let mut found: BTreeMap<usize, Vec<NodeIx>> = BTreeMap::new();
        for (ix, node) in self.nodes.iter().enumerate() {
            for &member in &node.members {
                found.entry(self.stretches.list[member].chain).or_default().push(ix);
            }
        }
        found
    }

    /// Nodes that stand in one sentence with the first quotation of a node.
    fn neighbours(&self, node: NodeIx, of_chain: &BTreeMap<usize, Vec<NodeIx>>) -> Vec<NodeIx> {
        let first = self.nodes[node].members.first();
        let chain = first.map(|&it| self.stretches.list[it].chain);
        let beside = chain.and_then(|it| of_chain.get(&it)).map_or(&[][..], Vec::as_slice);
        beside.iter().copied().filter(|&it| it != node).take(MOST_BESIDE).collect()
    }
}
