//! Sentences of a story with what each is about, so that those about the same thing can be found
//! without holding every sentence against every other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{Annotated, ArticleIx, Mention, MentionForm, Span, Spot};
use crate::text::acts;
use crate::text::content::content_word;
use crate::text::fold;
use crate::text::synonyms;
use crate::text::words::{Token, TokenKind, tokens};

/// Counts in [`Sentences::all`].
pub(super) type SentenceIx = usize;
/// Counts the things that sentences of one story are about.
pub(super) type TopicIx = usize;

/// A topic that stands in more sentences than this is no way to find a partner, only to judge one.
/// It bounds the work: in a story of some hundred articles the rarer words of a sentence find it.
const MOST_SENTENCES: usize = 250;

/// How many letters of a name are kept where no entity stands behind it: enough that “Ruritania”
/// and “Ruritanian” agree.
const NAME_LETTERS: usize = 5;

/// One thing that a sentence is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Topic {
    /// An act that several words can name.
    Act(acts::Family),
    /// The beginning of a name.
    Name(String),
    /// Any other word of content.
    Word(String),
}

/// A sentence and what it is about.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// Where it stands.
    pub spot: Spot,
    /// Its topics, each once, sorted.
    pub topics: Vec<TopicIx>,
}

/// All sentences of a story that tell it, in order of article and place.
pub(super) struct Sentences {
    all: Vec<About>,
    /// Where each article's sentences stand in `all`.
    of_article: Vec<Range<SentenceIx>>,
    topics: BTreeMap<Topic, TopicIx>,
    /// For each topic: the sentences about it.
    holders: Vec<Vec<SentenceIx>>,
    /// For each topic: whether it is an act.
    acts: Vec<bool>,
    /// For each topic: whether it is a name.
    names: Vec<bool>,
    /// For each topic: its stem, if it is any other word.
    words: Vec<Option<String>>,
}

impl Sentences {
    /// Reads them all. `articles` are those of one story.
    pub(super) fn of(articles: &[Annotated]) -> Sentences {
        let mut found = Sentences {
            all: Vec::new(),
            of_article: Vec::with_capacity(articles.len()),
            topics: BTreeMap::new(),
            holders: Vec::new(),
            acts: Vec::new(),
            names: Vec::new(),
            words: Vec::new(),
        };
        for (article, it) in articles.iter().enumerate() {
            let from = found.all.len();
            for sentence in &it.annotations.sentences {
                let spot = Spot { article, span: sentence.span };
                let topics = found.topics_of(it, sentence.span);
                for &topic in &topics {
                    found.holders[topic].push(found.all.len());
                }
                found.all.push(About { spot, topics });
            }
            found.of_article.push(from..found.all.len());
        }
        found
    }

    /// All of them.
    pub(super) fn all(&self) -> &[About] {
        &self.all
    }

    /// The places in [`all`](Self::all) of one article's sentences.
    pub(super) fn of_article(&self, article: ArticleIx) -> Range<SentenceIx> {
        self.of_article.get(article).cloned().unwrap_or_default()
    }

    /// The sentence that holds the start of a place, if it lies in one.
    pub(super) fn at(&self, spot: Spot) -> Option<SentenceIx> {
        let range = self.of_article.get(spot.article)?.clone();
        let own = self.all.get(range.clone())?;
        let next = own.partition_point(|it| it.spot.span.start() <= spot.span.start());
        let ix = next.checked_sub(1)?;
        (spot.span.start() < own.get(ix)?.spot.span.end()).then_some(range.start + ix)
    }

    /// The whole sentence that holds the start of a place, or the place itself outside sentences.
    pub(super) fn around(&self, spot: Spot) -> Spot {
        self.at(spot).and_then(|it| self.all.get(it)).map_or(spot, |it| it.spot)
    }

    /// What a stretch of an article is about, as far as some sentence is about it.
    pub(super) fn topics_in(&self, articles: &[Annotated], spot: Spot) -> Vec<TopicIx> {
        let Some(it) = articles.get(spot.article) else { return Vec::new() };
        let found: BTreeSet<TopicIx> = topics(it, spot.span)
            .into_iter()
            .filter_map(|(topic, _)| self.topics.get(&topic).copied())
            .collect();
        found.into_iter().collect()
    }

    /// What a stretch is about, each time with the words that say so, in text order.
    pub(super) fn words_in(&self, articles: &[Annotated], spot: Spot) -> Vec<(TopicIx, Span)> {
        let Some(it) = articles.get(spot.article) else { return Vec::new() };
        let topics = topics(it, spot.span).into_iter();
        topics.filter_map(|(topic, span)| Some((*self.topics.get(&topic)?, span))).collect()
    }

    /// How much it tells that two sentences share a topic: the rarer the more.
    pub(super) fn weight(&self, topic: TopicIx) -> f64 {
        let n = self.holders.get(topic).map_or(1, Vec::len).max(1);
        let share = self.all.len().max(1) / n;
        f64::from(share.max(1).ilog2()) + 1.0
    }

    /// The weights of topics together.
    pub(super) fn weights(&self, topics: &[TopicIx]) -> f64 {
        topics.iter().map(|&it| self.weight(it)).sum()
    }

    /// Whether it is an act.
    pub(super) fn is_act(&self, topic: TopicIx) -> bool {
        self.acts.get(topic).copied().unwrap_or_default()
    }

    /// Whether it is a name.
    pub(super) fn is_name(&self, topic: TopicIx) -> bool {
        self.names.get(topic).copied().unwrap_or_default()
    }

    /// Whether it is one of the words of content whose stems are given, sorted.
    pub(super) fn is_word_of(&self, topic: TopicIx, stems: &[&str]) -> bool {
        let word = self.words.get(topic).and_then(Option::as_deref);
        word.is_some_and(|it| stems.binary_search(&it).is_ok())
    }

    /// The sentences that share one of `topics` which not too many have, sorted.
    pub(super) fn near(&self, topics: &[TopicIx]) -> Vec<SentenceIx> {
        let mut found = BTreeSet::new();
        for holders in topics.iter().filter_map(|&it| self.holders.get(it)) {
            if holders.len() <= MOST_SENTENCES {
                found.extend(holders.iter().copied());
            }
        }
        found.into_iter().collect()
    }

    fn topics_of(&mut self, it: &Annotated, span: Span) -> Vec<TopicIx> {
        let mut found = BTreeSet::new();
        for (topic, _) in topics(it, span) {
            let is_act = matches!(topic, Topic::Act(_));
            let is_name = matches!(topic, Topic::Name(_));
            let word = if let Topic::Word(it) = &topic { Some(it.clone()) } else { None };
            let next = self.topics.len();
            let ix = *self.topics.entry(topic).or_insert(next);
            if ix == next {
                self.holders.push(Vec::new());
                self.acts.push(is_act);
                self.names.push(is_name);
                self.words.push(word);
            }
            found.insert(ix);
        }
        found.into_iter().collect()
    }
}

/// The topics that both sorted lists have.
pub(super) fn shared(a: &[TopicIx], b: &[TopicIx]) -> Vec<TopicIx> {
    a.iter().copied().filter(|it| b.binary_search(it).is_ok()).collect()
}

/// The topics of a stretch and the words that name them, in text order.
fn topics(it: &Annotated, span: Span) -> Vec<(Topic, Span)> {
    let text = &it.article.text;
    let mentions = &it.annotations.mentions;
    let times = &it.annotations.times;
    let mut found = Vec::new();
    let tokens = tokens(text, span);
    for (at, token) in tokens.iter().enumerate() {
        let word = token.span.of(text);
        // Days are compared by their value, not by their words.
        let next = times.partition_point(|it| it.span.start() <= token.span.start());
        let dated = next.checked_sub(1).and_then(|it| times.get(it));
        if token.kind == TokenKind::Mark || dated.is_some_and(|it| it.span.overlaps(token.span)) {
            continue;
        }
        let Some(stem) = content_word(word) else { continue };
        if is_whereabouts(text, tokens.get(at..).unwrap_or_default()) {
            continue;
        }
        let topic = if named(mentions, token.span) {
            let folded = fold::word(word);
            Topic::Name(folded.chars().take(NAME_LETTERS).collect())
        } else if let Some(family) = family(text, tokens.get(at..).unwrap_or_default()) {
            Topic::Act(family)
        } else {
            Topic::Word(synonyms::common(&stem).unwrap_or(stem))
        };
        found.push((topic, token.span));
    }
    found
}

/// Whether the first of `words` only leads to the place that is named behind it: “positions close to
/// the border” and “areas near the border” are both whereabouts of the border.
fn is_whereabouts(text: &str, words: &[Token]) -> bool {
    let word = |nth: usize| words.get(nth).map_or(String::new(), |it| fold::word(it.span.of(text)));
    let to = |nth: usize| {
        matches!(word(nth).as_str(), "close" | "next" | "adjacent" | "nearest" | "closest")
            && word(nth + 1) == "to"
    };
    let leads = |nth: usize| {
        matches!(word(nth).as_str(), "along" | "around" | "at" | "beside" | "by" | "in" | "near")
            || to(nth)
    };
    to(0) || WHEREABOUTS.contains(&word(0).as_str()) && leads(1)
}

/// Nouns of place that say nothing before the place that they are near.
const WHEREABOUTS: &[&str] = &[
    "area",
    "areas",
    "location",
    "locations",
    "place",
    "places",
    "point",
    "points",
    "position",
    "positions",
    "site",
    "sites",
    "spot",
    "spots",
];

/// The act that the first of `words` names, with the particle behind it: “pulls its troops back”.
fn family(text: &str, words: &[Token]) -> Option<acts::Family> {
    let base = acts::base_of(words.first()?.span.of(text));
    let particle = |nth: usize| words.get(nth + 1).map_or("", |it| it.span.of(text));
    let (base, _) = acts::phrasal(&base, particle);
    let act = acts::act(&base)?;
    // “There were signs of fire”: what only a verb names, as a noun.
    let first = words.first()?.span.of(text);
    let ends = matches!(particle(0), "of" | "that" | "and" | "in" | "at" | "on" | "." | ",");
    let plural = !act.noun && ends && first.len() == base.len() + 1 && first.ends_with('s');
    (!plural).then_some(act.family)
}

fn named(mentions: &[Mention], span: Span) -> bool {
    let next = mentions.partition_point(|it| it.span.start() <= span.start());
    let last = next.checked_sub(1).and_then(|it| mentions.get(it));
    last.is_some_and(|it| it.form == MentionForm::Name && it.span.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Annotations, Article, Sentence};

    fn read(text: &str) -> Sentences {
        let article = Article::of_body(text, "2031-05-02");
        let ends = text.match_indices('.').map(|it| it.0 + 1);
        let starts = std::iter::once(0).chain(ends.clone());
        let sentence =
            |(start, end)| Some(Sentence { span: Span::checked(text, start, end)?, paragraph: 0 });
        let sentences = starts.zip(ends).filter_map(sentence).collect();
        let annotations = Annotations { sentences, ..Annotations::default() };
        Sentences::of(&[Annotated { article, annotations }])
    }

    #[test]
    fn words_that_only_lead_to_a_place_are_no_topic() {
        let sentences = read(
            "Boats lay at positions close to the pier. Boats lay in areas near the pier. \
             Areas of dispute remain.",
        );
        assert_eq!(sentences.all()[0].topics, sentences.all()[1].topics);
        assert_eq!(sentences.all()[2].topics.len(), 3);
    }

    #[test]
    fn sentences_about_one_thing_find_each_other() {
        let sentences = read(
            "The mayor of Ostrava denied that the bridge was unsafe. \
             A report called the bridge unsafe. Rain fell all night.",
        );
        let first = &sentences.all()[0];
        assert_eq!(sentences.near(&first.topics), [0, 1]);
        assert_eq!(shared(&first.topics, &sentences.all()[1].topics).len(), 2);
        assert!(shared(&first.topics, &sentences.all()[2].topics).is_empty());
    }
}
