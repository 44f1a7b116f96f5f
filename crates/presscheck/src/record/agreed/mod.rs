//! Agreed: statements that two or more independent origins make.
//!
//! Only what was compared is called agreed: figures that fit together, happenings of one day, words
//! that are printed alike, and sentences that say most things alike. Articles of one origin count
//! once.

mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use super::compile::evidence;
use super::sentences::Sentences;
use super::timeline;
use crate::model::{Annotated, RecordAgreed, Relation, Spot, Story, Utterance};

/// Finds them, in order of the first place that shows each.
pub(super) fn find(
    articles: &[Annotated],
    story: &Story,
    sentences: &Sentences,
) -> Vec<RecordAgreed> {
    let mut found = figures(articles, story, sentences);
    found.extend(words(articles, story, sentences));
    found.extend(happenings(articles, sentences));
    let origins = origins(articles.len(), story);
    found.extend(sentences::alike(articles, sentences, &origins));
    let found = once(found);
    let mut told: Vec<(Vec<Spot>, RecordAgreed)> = found
        .into_iter()
        .filter_map(|it| Some((it.spots.clone(), it.told(articles, &origins)?)))
        .collect();
    told.sort_by(|a, b| (&a.0, &a.1.what).cmp(&(&b.0, &b.1.what)));
    told.into_iter().map(|it| it.1).collect()
}

/// What several places say, before it is known whose places they are.
struct Alike {
    what: String,
    spots: Vec<Spot>,
}

impl Alike {
    /// The statement; `None` unless two origins make it.
    fn told(self, articles: &[Annotated], origin_of: &[usize]) -> Option<RecordAgreed> {
        let of = self.spots.iter().filter_map(|it| origin_of.get(it.article));
        let origins = of.collect::<BTreeSet<_>>().len();
        (origins > 1).then(|| RecordAgreed {
            what: self.what,
            evidence: self.spots.into_iter().map(|it| evidence(articles, it)).collect(),
            origins,
        })
    }
}

/// Each statement once: what shows no place that another one lacks is left out.
fn once(mut found: Vec<Alike>) -> Vec<Alike> {
    let mut seen: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
    // The widest first, of equals the one found first: figures and words are surer than likeness.
    found.sort_by_key(|it| std::cmp::Reverse(it.spots.len()));
    let mut kept: Vec<Alike> = Vec::new();
    for it in found {
        let mut known = it.spots.first().and_then(|it| seen.get(it)).into_iter().flatten();
        if known.any(|&at| it.spots.iter().all(|spot| kept[at].spots.contains(spot))) {
            continue;
        }
        for &spot in &it.spots {
            seen.entry(spot).or_default().push(kept.len());
        }
        kept.push(it);
    }
    kept
}

/// For each article: its origin. One that is in none is its own.
fn origins(articles: usize, story: &Story) -> Vec<usize> {
    let mut of: Vec<usize> = (0..articles).map(|it| story.origins.len() + it).collect();
    for (ix, origin) in story.origins.iter().enumerate() {
        for &article in &origin.articles {
            if let Some(it) = of.get_mut(article) {
                *it = ix;
            }
        }
    }
    of
}

/// Figures that count the same thing and fit together.
fn figures(articles: &[Annotated], story: &Story, sentences: &Sentences) -> Vec<Alike> {
    let agreed = story.quantities.iter().filter(|it| it.agree);
    agreed
        .filter_map(|it| {
            let figures = it.figures.iter().filter_map(|it| {
                let of = articles.get(it.article)?.annotations.figures.get(it.figure)?;
                Some((Spot { article: it.article, span: of.span }, of))
            });
            let figures: Vec<_> = figures.collect();
            let (spot, first) = figures.first()?;
            let text = &articles.get(spot.article)?.article.text;
            Some(Alike {
                what: first.span.join(first.what_span).of(text).to_owned(),
                spots: each_once(figures.iter().map(|it| sentences.around(it.0))),
            })
        })
        .collect()
}

/// Words that are printed alike, or cut short only.
fn words(articles: &[Annotated], story: &Story, sentences: &Sentences) -> Vec<Alike> {
    story.utterances.iter().filter_map(|it| said(articles, sentences, it)).collect()
}

fn said(articles: &[Annotated], sentences: &Sentences, it: &Utterance) -> Option<Alike> {
    let alike = it.versions.iter().filter(|it| {
        matches!(it.relation, Relation::Verbatim | Relation::Abridged | Relation::Spelling)
    });
    let spots: Vec<Spot> = alike
        .filter_map(|it| {
            let span = articles.get(it.article)?.annotations.quotes.get(it.quote)?.span;
            Some(Spot { article: it.article, span })
        })
        .collect();
    // What all of them print is what the shortest prints.
    let shortest = spots.iter().min_by_key(|it| it.span.len())?;
    let text = &articles.get(shortest.article)?.article.text;
    Some(Alike {
        what: shortest.span.of(text).to_owned(),
        spots: each_once(spots.iter().map(|&it| sentences.around(it))),
    })
}

/// Happenings of one day.
fn happenings(articles: &[Annotated], sentences: &Sentences) -> Vec<Alike> {
    let found = timeline::happenings(articles, sentences);
    found
        .iter()
        .filter_map(|it| {
            let spots: Vec<Spot> =
                it.sentences.iter().map(|&it| sentences.all()[it].spot).collect();
            let first = spots.first()?;
            let text = &articles.get(first.article)?.article.text;
            Some(Alike { what: first.span.of(text).to_owned(), spots })
        })
        .collect()
}

fn each_once(spots: impl Iterator<Item = Spot>) -> Vec<Spot> {
    spots.collect::<BTreeSet<_>>().into_iter().collect()
}
