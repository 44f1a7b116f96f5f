//! Sentences of several origins that say most things alike.

use std::collections::{BTreeMap, BTreeSet};

use super::Alike;
use crate::model::{Annotated, Span, Spot};
use crate::record::sentences::{SentenceIx, Sentences, TopicIx, shared};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// What two sentences must share of the lighter one’s weight to say the same.
const SAME: f64 = 0.55;
/// And of the heavier one’s: half a sentence may say more.
const SAME_OF_BOTH: f64 = 0.4;
/// How many topics they must share, of which so many are no names.
const LEAST_SHARED: usize = 4;
const LEAST_WORDS: usize = 2;
/// A topic of more sentences than this finds none: it bounds the work on large stories.
const MOST_SENTENCES: usize = 24;

/// Finds them, in order of the first place of each. `origin_of`: for each article its origin.
pub(super) fn alike(
    articles: &[Annotated],
    sentences: &Sentences,
    origin_of: &[usize],
) -> Vec<Alike> {
    let all = sentences.all();
    let mut by_topic: BTreeMap<TopicIx, Vec<SentenceIx>> = BTreeMap::new();
    let mut group_of: BTreeMap<SentenceIx, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<SentenceIx>> = Vec::new();
    for (ix, about) in all.iter().enumerate() {
        let near = about.topics.iter().filter_map(|it| by_topic.get(it));
        let near: BTreeSet<SentenceIx> =
            near.filter(|it| it.len() <= MOST_SENTENCES).flatten().copied().collect();
        let origin = |it: SentenceIx| origin_of.get(all[it].spot.article);
        let mut near = near.into_iter().filter(|&it| origin(it) != origin(ix));
        if let Some(first) = near.find(|&it| say_the_same(articles, sentences, it, ix)) {
            let group = *group_of.entry(first).or_insert_with(|| {
                groups.push(vec![first]);
                groups.len() - 1
            });
            groups[group].push(ix);
            group_of.insert(ix, group);
        }
        for &topic in &about.topics {
            let known = by_topic.entry(topic).or_default();
            if known.len() <= MOST_SENTENCES {
                known.push(ix);
            }
        }
    }
    groups.iter().filter_map(|it| told(articles, sentences, it)).collect()
}

/// The statement in the words of the shortest.
fn told(articles: &[Annotated], sentences: &Sentences, group: &[SentenceIx]) -> Option<Alike> {
    let spots: Vec<Spot> = group.iter().map(|&it| sentences.all()[it].spot).collect();
    let shortest = spots.iter().min_by_key(|it| it.span.len())?;
    let text = &articles.get(shortest.article)?.article.text;
    Some(Alike { what: shortest.span.of(text).to_owned(), spots })
}

/// Whether two sentences share most of what they are about, with the same numbers, and neither says
/// “not” where the other does not.
fn say_the_same(
    articles: &[Annotated],
    sentences: &Sentences,
    a: SentenceIx,
    b: SentenceIx,
) -> bool {
    let (a, b) = (&sentences.all()[a], &sentences.all()[b]);
    let both = shared(&a.topics, &b.topics);
    let n_words = both.iter().filter(|&&it| !sentences.is_name(it)).count();
    if both.len() < LEAST_SHARED || n_words < LEAST_WORDS {
        return false;
    }
    // “Lorn ordered flags lowered”, “Vess ordered flags lowered”: not of one act.
    let named = |it: &[TopicIx]| it.iter().any(|&it| sentences.is_name(it));
    if named(&a.topics) && named(&b.topics) && !named(&both) {
        return false;
    }
    let (x, y) = (sentences.weights(&a.topics), sentences.weights(&b.topics));
    let weight = sentences.weights(&both);
    weight >= SAME * x.min(y) && weight >= SAME_OF_BOTH * x.max(y) && fit(articles, a.spot, b.spot)
}

/// Whether numbers and negations of two sentences do not differ.
fn fit(articles: &[Annotated], a: Spot, b: Spot) -> bool {
    let of = |spot: Spot| {
        let text = articles.get(spot.article).map_or("", |it| it.article.text.as_str());
        (numbers(text, spot.span), is_negative(text, spot.span))
    };
    let ((a, not_a), (b, not_b)) = (of(a), of(b));
    not_a == not_b && (a.is_subset(&b) || b.is_subset(&a))
}

fn numbers(text: &str, span: Span) -> BTreeSet<String> {
    let tokens = tokens(text, span);
    let numbers = tokens.iter().map(|it| it.span.of(text));
    let digits = |it: &&str| it.starts_with(|it: char| it.is_ascii_digit());
    numbers.filter(digits).map(|it| it.replace(',', "")).collect()
}

fn is_negative(text: &str, span: Span) -> bool {
    let tokens = tokens(text, span);
    tokens.iter().filter(|it| it.kind != TokenKind::Mark).any(|it| {
        let word = fold::word(it.span.of(text));
        matches!(word.as_str(), "no" | "not" | "never" | "none" | "neither" | "without")
            || word.ends_with("n't")
    })
}
