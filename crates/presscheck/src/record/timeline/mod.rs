//! Timeline: what happened, or is to happen, on which day.
//!
//! A happening is a sentence of headline or body with a time expression that fixes a day or
//! something longer. Several articles' sentences are one happening when they give the same day and
//! share most of what they are about.

mod days;

use std::collections::BTreeMap;

use super::compile::evidence;
use super::sentences::{SentenceIx, Sentences, TopicIx, shared};
use crate::model::{Annotated, PartKind, RecordEvent, Spot};

/// Two sentences of one day that share this part of the lighter one's weight tell one happening.
/// Chosen on invented stories: a lead and its retelling share about two thirds, two happenings of
/// the same people on one day about a third.
const SAME_HAPPENING: f64 = 0.5;
/// Sentences of a few words share half of them easily; so many topics must be shared as well.
const LEAST_SHARED: usize = 3;
/// Sentences of one day that are about a topic which more than this are about find no partner by
/// it: that bounds the work on large stories.
const MOST_OF_A_DAY: usize = 60;

/// Something that articles date alike.
pub(super) struct Happening {
    /// ISO 8601 day, week, month or year.
    pub value: String,
    /// The sentences, in order of article and place. Invariant: not empty.
    pub sentences: Vec<SentenceIx>,
    /// Whether it was still to come when reported.
    pub planned: bool,
}

/// Finds them, in order of time.
pub(super) fn find(articles: &[Annotated], sentences: &Sentences) -> Vec<RecordEvent> {
    happenings(articles, sentences).iter().filter_map(|it| told(articles, sentences, it)).collect()
}

fn told(articles: &[Annotated], sentences: &Sentences, it: &Happening) -> Option<RecordEvent> {
    let spots: Vec<Spot> = it.sentences.iter().map(|&it| sentences.all()[it].spot).collect();
    let published = |spot: &Spot| articles.get(spot.article)?.article.published.as_ref();
    let evidence: Vec<_> = spots.iter().map(|&it| evidence(articles, it)).collect();
    Some(RecordEvent {
        value: it.value.clone(),
        what: evidence.first()?.text.clone(),
        planned: it.planned,
        reported: spots
            .iter()
            .filter_map(published)
            .map(|it| it.date)
            .min()
            .map(|it| it.to_string()),
        evidence,
    })
}

/// All that the articles date, in order of time, the longer stretch first, then of place.
pub(super) fn happenings(articles: &[Annotated], sentences: &Sentences) -> Vec<Happening> {
    let mut found: Vec<Happening> = Vec::new();
    for (value, dated) in dated(articles, sentences) {
        for group in one_each(sentences, &dated) {
            let planned = group.iter().all(|&it| to_come(articles, sentences, it, &value));
            found.push(Happening { value: value.clone(), sentences: group, planned });
        }
    }
    found.sort_by_cached_key(|it| {
        (days::first_day(&it.value), it.value.len(), it.value.clone(), it.sentences.clone())
    });
    found
}

/// For each value: the sentences that give it, in order.
fn dated(articles: &[Annotated], sentences: &Sentences) -> BTreeMap<String, Vec<SentenceIx>> {
    let mut found: BTreeMap<String, Vec<SentenceIx>> = BTreeMap::new();
    for (article, it) in articles.iter().enumerate() {
        for time in &it.annotations.times {
            let Some(value) = days::dated(&time.value) else { continue };
            let part = it.article.part_at(time.span.start()).map(|it| it.kind);
            if !matches!(part, Some(PartKind::Headline | PartKind::Body)) {
                continue;
            }
            let Some(ix) = sentences.at(Spot { article, span: time.span }) else { continue };
            let known = found.entry(value.to_owned()).or_default();
            if known.last() != Some(&ix) {
                known.push(ix);
            }
        }
    }
    found
}

/// The sentences of one day, those that tell one happening together.
fn one_each(sentences: &Sentences, dated: &[SentenceIx]) -> Vec<Vec<SentenceIx>> {
    let mut groups: Vec<Vec<SentenceIx>> = Vec::new();
    let mut by_topic: BTreeMap<TopicIx, Vec<usize>> = BTreeMap::new();
    for &ix in dated {
        let topics = &sentences.all()[ix].topics;
        let mut near: Vec<usize> = topics
            .iter()
            .filter_map(|it| by_topic.get(it))
            .filter(|it| it.len() <= MOST_OF_A_DAY)
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let group = near.into_iter().find(|&group| {
            groups[group].iter().take(MOST_OF_A_DAY).any(|&it| same(sentences, it, ix))
        });
        let group = group.unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(ix);
        for &topic in topics {
            let known = by_topic.entry(topic).or_default();
            if known.last() != Some(&group) {
                known.push(group);
            }
        }
    }
    groups
}

/// Whether two sentences of one day tell one happening.
fn same(sentences: &Sentences, a: SentenceIx, b: SentenceIx) -> bool {
    let (a, b) = (&sentences.all()[a].topics, &sentences.all()[b].topics);
    let both = shared(a, b);
    let names_alone = both.iter().all(|&it| sentences.is_name(it));
    let lighter = sentences.weights(a).min(sentences.weights(b));
    !names_alone
        && both.len() >= LEAST_SHARED
        && sentences.weights(&both) >= SAME_HAPPENING * lighter
}

/// Whether a value lies after the publication of the article that gives it.
fn to_come(articles: &[Annotated], sentences: &Sentences, ix: SentenceIx, value: &str) -> bool {
    let article = sentences.all()[ix].spot.article;
    let published = articles.get(article).and_then(|it| it.article.published.as_ref());
    published.is_some_and(|it| days::first_day(value).is_some_and(|day| day > it.date))
}
