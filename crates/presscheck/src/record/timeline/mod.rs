//! Timeline: what happened, or is to happen, on which day.
//!
//! A happening is a sentence of headline or body with a time expression that fixes a day or
//! something longer. Several sentences are one happening when they give the same day and share most
//! of what they are about, or much of what stands beside the day.

mod days;

use std::collections::BTreeMap;

use super::compile::evidence;
use super::sentences::{SentenceIx, Sentences, TopicIx, shared};
use crate::model::{Annotated, PartKind, RecordEvent, Span, Spot};

/// Two sentences of one day that share this part of the lighter one's weight tell one happening.
/// Chosen on invented stories: a lead and its retelling share about two thirds, two happenings of
/// the same people on one day about a third.
const SAME_HAPPENING: f64 = 0.5;
/// Of the words beside the day this part is enough, where an act or two words are among it: a long
/// sentence tells more than what it dates.
const SAME_BESIDE: f64 = 0.4;
/// On a day of which an article tells once or twice, this part of them is enough: a day three months
/// ahead is not the day of two things by chance.
const SAME_BESIDE_RARE: f64 = 0.2;
/// An article tells no more often of a rare day.
const MOST_OF_A_RARE_DAY: usize = 2;
/// How far from the day its words may stand, in bytes.
const BESIDE: usize = 110;
/// Sentences of a few words share half of them easily; so many topics must be shared as well.
const LEAST_SHARED: usize = 3;
/// Sentences of one day that are about a topic which more than this are about find no partner by
/// it: that bounds the work on large stories.
const MOST_OF_A_DAY: usize = 60;

/// A sentence that gives a day, and what stands beside it.
struct Dated {
    sentence: SentenceIx,
    beside: Vec<TopicIx>,
}

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
        let rare = is_rare(articles, sentences, &value, &dated);
        for group in one_each(sentences, &dated, rare) {
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
fn dated(articles: &[Annotated], sentences: &Sentences) -> BTreeMap<String, Vec<Dated>> {
    let mut found: BTreeMap<String, Vec<Dated>> = BTreeMap::new();
    for (article, it) in articles.iter().enumerate() {
        for time in &it.annotations.times {
            let Some(value) = days::dated(&time.value) else { continue };
            let part = it.article.part_at(time.span.start()).map(|it| it.kind);
            if !matches!(part, Some(PartKind::Headline | PartKind::Body)) {
                continue;
            }
            let Some(sentence) = sentences.at(Spot { article, span: time.span }) else { continue };
            let known = found.entry(value.to_owned()).or_default();
            if known.last().is_none_or(|it| it.sentence != sentence) {
                let within = sentences.all()[sentence].spot.span;
                let beside = around(&it.article.text, time.span, within)
                    .map_or_else(Vec::new, |span| {
                        sentences.topics_in(articles, Spot { article, span })
                    });
                known.push(Dated { sentence, beside });
            }
        }
    }
    found
}

/// The bytes beside a time in its sentence.
fn around(text: &str, time: Span, sentence: Span) -> Option<Span> {
    let start = text.floor_char_boundary(time.start().saturating_sub(BESIDE)).max(sentence.start());
    let end = text.ceil_char_boundary(time.end() + BESIDE).min(sentence.end());
    Span::checked(text, start, end.max(start))
}

/// Whether a day is one that articles seldom give, and not the one of their reports: of the latter
/// they tell all sorts of things.
fn is_rare(articles: &[Annotated], sentences: &Sentences, value: &str, dated: &[Dated]) -> bool {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for it in dated {
        *counts.entry(sentences.all()[it.sentence].spot.article).or_default() += 1;
    }
    let day = days::first_day(value).filter(|_| value.len() == "2031-05-06".len());
    let reported = |article: &usize| {
        let published = articles.get(*article)?.article.published.as_ref()?;
        Some(published.date.since(day?).ok()?.get_days().abs() < 2)
    };
    day.is_some()
        && counts.values().all(|&it| it <= MOST_OF_A_RARE_DAY)
        && !counts.keys().any(|it| reported(it).unwrap_or_default())
}

/// The sentences of one day, those that tell one happening together.
fn one_each(sentences: &Sentences, dated: &[Dated], rare: bool) -> Vec<Vec<SentenceIx>> {
    let mut groups: Vec<Vec<&Dated>> = Vec::new();
    let mut by_topic: BTreeMap<TopicIx, Vec<usize>> = BTreeMap::new();
    for it in dated {
        let topics = &sentences.all()[it.sentence].topics;
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
            // Half of those that tell it: one long sentence must not tie two happenings.
            let members = groups[group].iter().take(MOST_OF_A_DAY);
            members.filter(|of| same(sentences, of, it, rare)).count() * 2 >= groups[group].len()
        });
        let group = group.unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(it);
        for &topic in topics {
            let known = by_topic.entry(topic).or_default();
            if known.last() != Some(&group) {
                known.push(group);
            }
        }
    }
    groups.into_iter().map(|it| it.iter().map(|it| it.sentence).collect()).collect()
}

/// Whether two sentences of one day tell one happening.
fn same(sentences: &Sentences, a: &Dated, b: &Dated, rare: bool) -> bool {
    let whole = |it: &Dated| sentences.all()[it.sentence].topics.clone();
    let of_whole = Alike::of(sentences, &whole(a), &whole(b));
    if of_whole.n > LEAST_SHARED - 1 && of_whole.n_words > 0 && of_whole.share >= SAME_HAPPENING {
        return true;
    }
    let beside = Alike::of(sentences, &a.beside, &b.beside);
    let other =
        sentences.all()[a.sentence].spot.article != sentences.all()[b.sentence].spot.article;
    let tells = beside.n_words > 1 || beside.has_act && beside.n > 1;
    let least = if rare { SAME_BESIDE_RARE } else { SAME_BESIDE };
    let enough = rare && beside.n_words > 0 || tells && beside.n >= LEAST_SHARED;
    other && enough && beside.share >= least
}

/// What two stretches share.
struct Alike {
    /// How many topics.
    n: usize,
    /// How many of them are no names.
    n_words: usize,
    has_act: bool,
    /// Their part of the lighter one’s weight.
    share: f64,
}

impl Alike {
    fn of(sentences: &Sentences, a: &[TopicIx], b: &[TopicIx]) -> Alike {
        let both = shared(a, b);
        let lighter = sentences.weights(a).min(sentences.weights(b)).max(1.0);
        Alike {
            n: both.len(),
            n_words: both.iter().filter(|&&it| !sentences.is_name(it)).count(),
            has_act: both.iter().any(|&it| sentences.is_act(it)),
            share: sentences.weights(&both) / lighter,
        }
    }
}

/// Whether a value lies after the publication of the article that gives it.
fn to_come(articles: &[Annotated], sentences: &Sentences, ix: SentenceIx, value: &str) -> bool {
    let article = sentences.all()[ix].spot.article;
    let published = articles.get(article).and_then(|it| it.article.published.as_ref());
    published.is_some_and(|it| days::first_day(value).is_some_and(|day| day > it.date))
}
