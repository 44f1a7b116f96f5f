//! Versions: what each article prints of an utterance, against the fullest of them.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Compared, Kind, compare};
use super::nodes::{Node, NodeIx};
use super::stretches::{Stretch, Stretches, Word};
use super::ties::Tie;
use super::tongue;
use crate::model::{
    Annotated, BorrowedSpeaker, Relation, Span, Spot, Story, StoryEntityIx, Utterance, Version,
};
use crate::text::fold;

/// Longest versions that are tried as the one to compare with.
const MOST_TRIED: usize = 4;

/// Fewest words that two articles must share for one to give the other its speaker.
const BORROWED_WORDS: usize = 5;

/// Writes utterances of two quotations or more, and speakers that one article gives another.
pub(super) fn write(
    articles: &[Annotated],
    story: &Story,
    stretches: &Stretches,
    nodes: &[Node],
    ties: &[Tie],
) -> (Vec<Utterance>, Vec<BorrowedSpeaker>) {
    let tied: BTreeSet<(NodeIx, NodeIx)> =
        ties.iter().flat_map(|it| [(it.a, it.b), (it.b, it.a)]).collect();
    let mut groups: Vec<Group<'_>> = grouped(nodes, ties)
        .into_iter()
        .map(|members| Group { articles, story, stretches, nodes, members, tied: &tied })
        .filter(|it| it.stretches().len() > 1)
        .collect();
    groups.sort_by_key(|it| it.stretches().first().copied());
    let mut told: Vec<(Vec<usize>, Utterance)> =
        groups.iter().map(|it| (it.stretches(), it.utterance())).collect();
    let changing = changing(articles, story, &told);
    for (_, utterance) in &mut told {
        if tongue::is_translated(articles, story, utterance.speaker) {
            for version in &mut utterance.versions {
                if version.relation == Relation::Altered && !changing.contains(&version.article) {
                    version.relation = Relation::Translation;
                }
            }
        }
    }
    let borrowed = told.iter().flat_map(|it| borrowed(articles, story, stretches, it)).collect();
    (told.into_iter().map(|it| it.1).collect(), borrowed)
}

/// Articles that change the words of somebody who spoke English: what differs in them elsewhere is
/// no translation either.
fn changing(
    articles: &[Annotated],
    story: &Story,
    told: &[(Vec<usize>, Utterance)],
) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (_, it) in told {
        if it.speaker.is_some() && !tongue::is_translated(articles, story, it.speaker) {
            let altered = it.versions.iter().filter(|it| it.relation == Relation::Altered);
            found.extend(altered.map(|it| it.article));
        }
    }
    found
}

/// Nodes that ties make one, in order.
fn grouped(nodes: &[Node], ties: &[Tie]) -> Vec<Vec<NodeIx>> {
    let mut parent: Vec<NodeIx> = (0..nodes.len()).collect();
    for it in ties {
        let (a, b) = (root(&mut parent, it.a), root(&mut parent, it.b));
        parent[a.max(b)] = a.min(b);
    }
    let mut groups: BTreeMap<NodeIx, Vec<NodeIx>> = BTreeMap::new();
    for ix in 0..nodes.len() {
        groups.entry(root(&mut parent, ix)).or_default().push(ix);
    }
    groups.into_values().collect()
}

fn root(parent: &mut [NodeIx], mut ix: NodeIx) -> NodeIx {
    while parent[ix] != ix {
        parent[ix] = parent[parent[ix]];
        ix = parent[ix];
    }
    ix
}

/// Quotations of one utterance.
struct Group<'a> {
    articles: &'a [Annotated],
    story: &'a Story,
    stretches: &'a Stretches,
    nodes: &'a [Node],
    members: Vec<NodeIx>,
    tied: &'a BTreeSet<(NodeIx, NodeIx)>,
}

impl Group<'_> {
    /// Its quotations, in order of articles.
    fn stretches(&self) -> Vec<usize> {
        let mut found: Vec<usize> =
            self.members.iter().flat_map(|&it| self.nodes[it].members.iter().copied()).collect();
        found.sort_unstable();
        found
    }

    fn utterance(&self) -> Utterance {
        let fullest = self.fullest();
        let place: BTreeMap<usize, usize> =
            self.stretches().into_iter().enumerate().map(|(at, it)| (it, at)).collect();
        let mut versions: Vec<(usize, Version)> = Vec::new();
        for &node in &self.members {
            let against = self.against(node, fullest);
            let other = self.nodes[against].members.first().copied().unwrap_or_default();
            for &it in &self.nodes[node].members {
                let version = self.version(it, other, place.get(&other).copied().unwrap_or(0));
                versions.push((it, version));
            }
        }
        versions.sort_by_key(|it| it.0);
        let versions = versions.into_iter().map(|it| it.1).collect();
        Utterance { speaker: self.speaker(), versions }
    }

    /// The version that others are counted against: of the longest the one that most articles
    /// print, in whole or in part, without changing it.
    fn fullest(&self) -> NodeIx {
        let length = |it: NodeIx| self.nodes[it].words(self.stretches).len();
        let mut longest = self.members.clone();
        longest.sort_by_key(|&it| (usize::MAX - length(it), it));
        longest.truncate(MOST_TRIED);
        let support = |it: NodeIx| {
            let agree = self.members.iter().filter(|&&other| {
                other == it || self.compared(other, it).is_some_and(|it| !it.is_changed())
            });
            let articles: BTreeSet<usize> = agree
                .flat_map(|&it| {
                    self.nodes[it].members.iter().map(|&it| self.stretches.list[it].article)
                })
                .collect();
            articles.len()
        };
        let best =
            longest.iter().copied().max_by_key(|&it| (support(it), length(it), usize::MAX - it));
        best.unwrap_or_default()
    }

    /// What a node is compared with: the fullest version if they share words, else the longest that
    /// it is tied to.
    fn against(&self, node: NodeIx, fullest: NodeIx) -> NodeIx {
        if node == fullest || self.tied.contains(&(node, fullest)) {
            return fullest;
        }
        let shares =
            self.compared(node, fullest).is_some_and(|it| it.share() >= 0.6 && it.content > 0);
        if shares {
            return fullest;
        }
        let length = |it: NodeIx| self.nodes[it].words(self.stretches).len();
        let tied = self.members.iter().copied().filter(|&it| self.tied.contains(&(node, it)));
        tied.max_by_key(|&it| (length(it), usize::MAX - it)).unwrap_or(fullest)
    }

    fn compared(&self, a: NodeIx, b: NodeIx) -> Option<Compared> {
        let words = |it: NodeIx| self.nodes[it].words(self.stretches);
        compare(words(a), words(b), &self.stretches.lexicon)
    }

    fn version(&self, it: usize, other: usize, against: usize) -> Version {
        let (own, full) = (&self.stretches.list[it], &self.stretches.list[other]);
        let mut version = Version {
            article: own.article,
            quote: own.quote,
            relation: Relation::Verbatim,
            differences: Vec::new(),
            against,
        };
        if it == other {
            return version;
        }
        let Some(found) = compare(&own.words, &full.words, &self.stretches.lexicon) else {
            return version;
        };
        let lost = self.lost_negation(own, full, &found);
        version.relation =
            if lost.is_some() { Relation::Altered } else { relation(&found, own, full) };
        version.differences = found
            .differences
            .iter()
            .filter(|it| shown(it.kind, version.relation))
            .map(|it| (span(own, &it.a), span(full, &it.b)))
            .chain(lost)
            .collect();
        version.differences.sort();
        version
    }

    /// The “not” that a cut leaves out just before it begins, unless the writer says it in his own
    /// words: she would not be “going home”.
    fn lost_negation(
        &self,
        own: &Stretch,
        full: &Stretch,
        found: &Compared,
    ) -> Option<(Span, Span)> {
        if found.a.start > 0 || found.b.start == 0 {
            return None;
        }
        let negates =
            |it: &Word| self.stretches.lexicon.get(it.key as usize).is_some_and(|it| it.negates);
        let from = found.b.start.saturating_sub(CLAUSE_WORDS);
        let before = full.words.get(from..found.b.start)?;
        // A stop between the two ends the clause.
        let ended = full.words.get(found.b.start).is_some_and(|it| it.stop != ' ');
        let at = before.iter().rposition(negates).filter(|_| !ended)?;
        if before.iter().skip(at + 1).any(|it| it.stop != ' ') || self.says_no(own) {
            return None;
        }
        let start = span(own, &(0..0));
        Some((start, before.get(at)?.span))
    }

    /// Whether the writer's own words before a quotation deny it.
    fn says_no(&self, own: &Stretch) -> bool {
        let text = &self.articles[own.article].article.text;
        let Some(first) = own.words.first() else { return false };
        let mut from = first.span.start().saturating_sub(BEFORE_BYTES);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let before = fold::plain(text.get(from..first.span.start()).unwrap_or_default());
        let words = before.split(|it: char| !(it.is_alphanumeric() || it == '\''));
        words.into_iter().any(|it| {
            it.ends_with("n't")
                || ["not", "never", "no", "nor", "neither", "without", "rather", "instead"]
                    .contains(&it)
                || ["den", "refus", "reject", "rul"].iter().any(|stem| it.starts_with(stem))
        })
    }

    /// Whom most articles name; a named person before an office, that before a description.
    fn speaker(&self) -> Option<StoryEntityIx> {
        let mut counts: BTreeMap<StoryEntityIx, BTreeSet<usize>> = BTreeMap::new();
        for it in self.stretches() {
            let it = &self.stretches.list[it];
            if let Some(speaker) = it.speaker {
                counts.entry(speaker).or_default().insert(it.article);
            }
        }
        let rank = |ix: StoryEntityIx| {
            let entity = self.story.entities.get(ix);
            let named = entity.is_some_and(|it| it.named);
            let person = entity.is_some_and(|it| it.kind == crate::model::NameKind::Person);
            usize::from(named) + usize::from(named && person)
        };
        let best = counts.iter().max_by_key(|it| (rank(*it.0), it.1.len(), usize::MAX - it.0));
        best.map(|it| *it.0)
    }
}

/// Words before a cut that still belong to its clause.
const CLAUSE_WORDS: usize = 3;

/// How far before a quotation the writer's own “not” may stand.
const BEFORE_BYTES: usize = 48;

/// How the words of a version stand to those of the fullest.
fn relation(found: &Compared, own: &Stretch, full: &Stretch) -> Relation {
    let has = |kind: Kind| found.differences.iter().any(|it| it.kind == kind);
    if has(Kind::Changed) {
        return Relation::Altered;
    }
    let all = found.b.start == 0 && found.b.end == full.words.len();
    let own_all = found.a.start == 0 && found.a.end == own.words.len();
    if !all || !own_all || has(Kind::Marked) {
        Relation::Abridged
    } else if has(Kind::Spelling) {
        Relation::Spelling
    } else {
        Relation::Verbatim
    }
}

/// In an altered version only what was altered is shown, not how it is spelled.
fn shown(kind: Kind, relation: Relation) -> bool {
    match relation {
        Relation::Altered | Relation::Translation => kind != Kind::Spelling,
        _ => true,
    }
}

/// The bytes of some words; for none of them the empty place where they would stand.
fn span(of: &Stretch, words: &std::ops::Range<usize>) -> Span {
    match of.words.get(words.clone()) {
        Some([first, .., last]) => first.span.join(last.span),
        Some([only]) => only.span,
        _ => {
            let next = of.words.get(words.start).map(|it| it.span);
            let last = of.words.last().map(|it| it.span);
            let at = next.or(last).unwrap_or_else(|| Span::whole(""));
            if next.is_some() { at.start_only() } else { at.end_only() }
        }
    }
}

/// Speakers for quotations of one utterance that have none: all articles that name one must name the
/// same, and print the same words.
fn borrowed(
    articles: &[Annotated],
    story: &Story,
    stretches: &Stretches,
    (members, utterance): &(Vec<usize>, Utterance),
) -> Vec<BorrowedSpeaker> {
    let named = |it: &&usize| {
        let speaker = stretches.list[**it].speaker.and_then(|it| story.entities.get(it));
        speaker.is_some_and(|it| it.named)
    };
    let givers: Vec<usize> = members.iter().filter(named).copied().collect();
    let speakers: BTreeSet<Option<StoryEntityIx>> =
        givers.iter().map(|&it| stretches.list[it].speaker).collect();
    let mut found = Vec::new();
    let (Some(Some(entity)), 1) = (speakers.first().copied(), speakers.len()) else {
        return found;
    };
    for (&it, version) in members.iter().zip(&utterance.versions) {
        let own = &stretches.list[it];
        let same = matches!(
            version.relation,
            Relation::Verbatim | Relation::Abridged | Relation::Spelling
        );
        if own.speaker.is_some() || !same {
            continue;
        }
        let from = givers.iter().find_map(|&giver| {
            let giver = &stretches.list[giver];
            let shared = compare(&own.words, &giver.words, &stretches.lexicon)?;
            let source = articles.get(giver.article)?.annotations.quotes.get(giver.quote)?.source?;
            let enough = giver.article != own.article
                && !shared.is_changed()
                && shared.same >= BORROWED_WORDS
                && shared.content >= 2;
            enough.then_some(Spot { article: giver.article, span: source })
        });
        found.extend(from.map(|from| BorrowedSpeaker {
            article: own.article,
            quote: own.quote,
            entity,
            from,
        }));
    }
    found
}
