//! Groups of entities that are one, as they grow.

use std::collections::BTreeSet;

use super::locals::{Local, LocalIx};
use crate::model::ArticleIx;

/// Which entities of single articles are one.
pub(super) struct Groups {
    parent: Vec<LocalIx>,
    /// For each root, the articles of its members.
    articles: Vec<BTreeSet<ArticleIx>>,
}

impl Groups {
    /// Each entity by itself.
    pub(super) fn new(locals: &[Local<'_>]) -> Groups {
        Groups {
            parent: (0..locals.len()).collect(),
            articles: locals.iter().map(|it| BTreeSet::from([it.article])).collect(),
        }
    }

    /// What stands for the group of an entity.
    pub(super) fn root(&mut self, mut ix: LocalIx) -> LocalIx {
        while self.parent[ix] != ix {
            self.parent[ix] = self.parent[self.parent[ix]];
            ix = self.parent[ix];
        }
        ix
    }

    /// Whether some article tells the two groups apart: it has an entity in each.
    pub(super) fn told_apart(&mut self, a: LocalIx, b: LocalIx) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let (few, many) = self.by_size(a, b);
        a != b && self.articles[few].iter().any(|it| self.articles[many].contains(it))
    }

    /// Joins two groups unless some article tells them apart; returns whether they are one.
    pub(super) fn join(&mut self, a: LocalIx, b: LocalIx) -> bool {
        if self.told_apart(a, b) {
            return false;
        }
        self.join_even_within(a, b);
        true
    }

    /// Joins two groups, whatever articles they stand in.
    pub(super) fn join_even_within(&mut self, a: LocalIx, b: LocalIx) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (few, many) = self.by_size(a, b);
        let moved = std::mem::take(&mut self.articles[few]);
        self.articles[many].extend(moved);
        self.parent[few] = many;
    }

    fn by_size(&self, a: LocalIx, b: LocalIx) -> (LocalIx, LocalIx) {
        if self.articles[a].len() < self.articles[b].len() { (a, b) } else { (b, a) }
    }
}
