//! Occasions: when and through what a quotation was said, as the words around it tell.
//!
//! A line said at a rally and again in a message two days later is two utterances, even if an editor
//! could take one for a slip of the other. Only what an article states counts: where it is silent,
//! nothing speaks against one occasion.

use std::collections::BTreeSet;

use crate::model::{Annotated, EntityIx, Quote, QuoteKind, Span, TimeKind};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// When and through what something was said.
#[derive(Clone, Default, Debug)]
pub(super) struct Occasion {
    /// Days that the words around it name, as ISO dates.
    pub(super) days: BTreeSet<String>,
    /// Ways of saying that they name.
    pub(super) channels: BTreeSet<Channel>,
    /// The day of publication.
    pub(super) published: Option<String>,
}

/// A way of saying something in public.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Channel {
    /// On a social network.
    Post,
    /// In a statement, letter or document.
    Writing,
    /// In a text given out before it is spoken.
    Prepared,
    /// Before an audience.
    Speech,
    /// To a reporter or a programme.
    Interview,
}

impl Occasion {
    /// Whether what two articles state cannot be one occasion.
    pub(super) fn clashes(&self, other: &Occasion) -> bool {
        let days =
            !self.days.is_empty() && !other.days.is_empty() && self.days.is_disjoint(&other.days);
        let channels = !self.channels.is_empty()
            && !other.channels.is_empty()
            && self.channels.is_disjoint(&other.channels);
        days || channels
    }

    /// Whether one is a post on a social network and the other is not said to be: posts are copied,
    /// so other words are of another occasion.
    pub(super) fn is_post_of_one(&self, other: &Occasion) -> bool {
        let post = |it: &Occasion| it.channels.contains(&Channel::Post);
        post(self) != post(other)
    }

    /// Whether the two articles stand close enough in time for the news of one day.
    pub(super) fn is_near(&self, other: &Occasion) -> bool {
        if !self.days.is_disjoint(&other.days) {
            return true;
        }
        let day = |it: &Occasion| it.published.as_ref()?.parse::<jiff::civil::Date>().ok();
        match (day(self), day(other)) {
            (Some(a), Some(b)) => (a - b).get_days().abs() <= MOST_DAYS,
            _ => true,
        }
    }

    /// Takes in what another article says of the same words.
    pub(super) fn join(&mut self, other: &Occasion) {
        self.days.extend(other.days.iter().cloned());
        self.channels.extend(&other.channels);
        if self.published.is_none() {
            self.published.clone_from(&other.published);
        }
    }
}

/// Articles of the same day and the two after it tell of one day's words.
const MOST_DAYS: i32 = 2;

/// Sentences before a quotation that may still say where it was said.
const LOOK_BACK: usize = 3;

/// The narrator's words of an article, sentence by sentence.
pub(super) struct Paragraphs<'a> {
    article: &'a Annotated,
    /// Beside each sentence: the ways of saying and the days that its own words name.
    told: Vec<Told>,
}

#[derive(Default)]
struct Told {
    channels: BTreeSet<Channel>,
    days: BTreeSet<String>,
    /// Whether it names any time, a day or not.
    dated: bool,
    /// How many words are the narrator's own.
    words: usize,
    /// Whether they open with “she” or “but they”: more of what was told before.
    goes_on: bool,
    /// Of whom it speaks.
    entities: BTreeSet<EntityIx>,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn of(article: &'a Annotated) -> Paragraphs<'a> {
        let text = &article.article.text;
        let annotations = &article.annotations;
        let mut told: Vec<Told> = Vec::with_capacity(annotations.sentences.len());
        let (mut next, mut time, mut mention) = (0, 0, 0);
        let mut quoted: Vec<Span> = Vec::new();
        for sentence in &annotations.sentences {
            let mut own = Told::default();
            while let Some(it) = annotations.quotes.get(next)
                && it.span.start() < sentence.span.end()
            {
                if it.kind != QuoteKind::Indirect {
                    quoted.push(it.span);
                }
                next += 1;
            }
            quoted.retain(|it| it.end() > sentence.span.start());
            let is_quoted = |span: Span| quoted.iter().any(|it| it.overlaps(span));
            (own.channels, own.words) = channels(text, sentence.span, &is_quoted);
            own.goes_on = goes_on(text, sentence.span, &is_quoted);
            while annotations
                .times
                .get(time)
                .is_some_and(|it| it.span.start() < sentence.span.start())
            {
                time += 1;
            }
            let times = annotations.times[time..].iter();
            let times = times.take_while(|it| it.span.start() < sentence.span.end());
            let days = times.filter(|it| it.kind == TimeKind::Date && !is_quoted(it.span));
            let days: Vec<&str> = days.map(|it| it.value.as_str()).collect();
            own.dated = !days.is_empty();
            own.days = days.into_iter().filter_map(day).collect();
            while let Some(it) = annotations.mentions.get(mention)
                && it.span.start() < sentence.span.end()
            {
                own.entities.insert(it.entity);
                mention += 1;
            }
            told.push(own);
        }
        Paragraphs { article, told }
    }

    /// The place of the sentence in which a byte stands, or of the last before it.
    pub(super) fn sentence(&self, at: usize) -> usize {
        let next = self.article.annotations.sentences.partition_point(|it| it.span.start() <= at);
        next.saturating_sub(1)
    }

    /// What the words around a quotation say: its own sentence, and where that is silent those
    /// before it.
    ///
    /// A day named further up counts only where the sentence speaks of the speaker.
    pub(super) fn occasion(&self, sentence: usize, quote: &Quote) -> Occasion {
        let (speaker, quote) = (quote.speaker, quote.span);
        let sentences = &self.article.annotations.sentences;
        let end = sentences.get(sentence).map_or(0, |it| it.span.end());
        // A quotation of several sentences is told of by the one in which it ends.
        let last = if end < quote.end() { self.sentence(quote.end()) } else { sentence };
        let near = (sentence.saturating_sub(LOOK_BACK)..=last).rev();
        let near: Vec<&Told> = near.filter_map(|it| self.told.get(it)).collect();
        let own = last + 1 - sentence.min(last);
        let of_speaker = |it: &Told| speaker.is_some_and(|who| it.entities.contains(&who));
        let mut dated = near.iter().enumerate().filter(|it| it.1.dated);
        let dated = dated.find(|it| it.0 < own || of_speaker(it.1)).map(|it| it.1);
        // “, she said.” says nothing of where; a full sentence that does not name a rally tells of
        // something else than the one before it did, unless it goes on about the same person.
        let tells = |it: &&&Told| !it.channels.is_empty() || it.words > FEW_WORDS && !it.goes_on;
        let told = near.iter().find(tells);
        let published = self.article.article.published.as_ref().map(|it| it.date.to_string());
        Occasion {
            days: dated.map(|it| it.days.clone()).unwrap_or_default(),
            channels: told.map(|it| it.channels.clone()).unwrap_or_default(),
            published,
        }
    }
}

/// Words of a narrator who only says who speaks: “the mayor said on stage”.
const FEW_WORDS: usize = 4;

/// The day of a TIMEX3 value, if it fixes one.
fn day(value: &str) -> Option<String> {
    let day = value.get(..10)?;
    day.parse::<jiff::civil::Date>().ok()?;
    Some(day.to_owned())
}

/// The ways of saying that a sentence names, and how many words of it are the narrator's.
fn channels(
    text: &str,
    within: Span,
    is_quoted: &impl Fn(Span) -> bool,
) -> (BTreeSet<Channel>, usize) {
    let (mut found, mut words) = (BTreeSet::new(), 0);
    let mut last = String::new();
    for token in tokens(text, within) {
        if token.kind == TokenKind::Mark || is_quoted(token.span) {
            last.clear();
            continue;
        }
        words += 1;
        let word = fold::word(token.span.of(text));
        found.extend(channel(&last, &word));
        last = word;
    }
    if found.contains(&Channel::Prepared) {
        found.remove(&Channel::Speech);
    }
    (found, words)
}

/// Whether the narrator's words in a sentence open with a pronoun for people.
fn goes_on(text: &str, within: Span, is_quoted: &impl Fn(Span) -> bool) -> bool {
    let own = tokens(text, within).into_iter();
    let own = own.filter(|it| it.kind != TokenKind::Mark && !is_quoted(it.span));
    let mut words = own.map(|it| fold::word(it.span.of(text)));
    let first = words.find(|it| !matches!(it.as_str(), "but" | "and" | "yet" | "then"));
    first.is_some_and(|it| matches!(it.as_str(), "he" | "she" | "they"))
}

fn channel(last: &str, word: &str) -> Option<Channel> {
    Some(match (last, word) {
        (
            _,
            "tweet" | "tweets" | "tweeted" | "retweeted" | "tweeting" | "twitter" | "facebook"
            | "instagram" | "tiktok" | "snapchat" | "telegram" | "weibo",
        )
        | ("truth", "social") => Channel::Post,
        (
            _,
            "statement" | "statements" | "email" | "e-mail" | "letter" | "memo" | "essay" | "book"
            | "filing" | "affidavit" | "communique" | "wrote" | "writes" | "op-ed" | "readout",
        )
        | ("press", "release") => Channel::Writing,
        ("prepared", "remarks" | "text" | "speech" | "testimony")
        | ("will" | "to", "say")
        | (_, "excerpts") => Channel::Prepared,
        (
            _,
            "speech" | "rally" | "rallies" | "convention" | "crowd" | "audience" | "supporters"
            | "debate" | "podium" | "sermon" | "testified" | "testimony" | "hearing",
        )
        | ("town", "hall") => Channel::Speech,
        (
            _,
            "interview" | "interviewer" | "interviewed" | "msnbc" | "podcast" | "reporters"
            | "journalists" | "briefing",
        )
        | ("news" | "press", "conference") => Channel::Interview,
        _ => return None,
    })
}
