//! Which sentences deny, doubt or leave open what somebody else may state.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Seen;
use super::phrases::{AGAINST, DOUBTING, LIGHT, MODALS, OPEN, POINTING, SAYINGS, UNSETTLED};
use crate::model::{ArticleIx, Quote, Span, Spot, Stance, StanceKind, StoryEntityIx};
use crate::record::sentences::{SentenceIx, TopicIx, shared};
use crate::text::fold;
use crate::text::words::{Token, TokenKind, tokens};

/// How far a sentence goes against a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Manner {
    /// Says that it is not so, or turns it down.
    Against,
    /// Says that it is not settled, confirmed or known.
    Open,
    /// Says “not” or “no” in so many words; what it goes against must be found.
    Negative,
}

/// A sentence that goes against something.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    pub(super) sentence: SentenceIx,
    pub(super) manner: Manner,
    /// Who takes the stand, where the story knows.
    pub(super) holder: Option<StoryEntityIx>,
    /// What it is about.
    pub(super) topics: Vec<TopicIx>,
    /// The words of the sentence that say so; those of the sentence before for “this” and “it”.
    pub(super) about: Spot,
    /// The topic that must be stated for it to be denied: “factory” in “not building a factory”.
    pub(super) head: Option<TopicIx>,
    /// Whether it is about when something is to be.
    pub(super) of_time: bool,
    /// The words of its own sentence that it denies.
    pub(super) denied: Span,
    /// The sentence that “this”, “it” or “such reports” point back to.
    pub(super) points_to: Option<SentenceIx>,
}

/// A denial of more words than this names other things beside what it denies.
const MOST_WORDS: usize = 30;
/// “Neither the place nor the date of the talks”: among so many first words stands what is open.
const MOST_WORDS_OF_TIME: usize = 8;
/// “This” points back no further than so many sentences.
const FURTHEST_BACK: usize = 3;

/// Finds them, in order of place; a sentence is listed once, under its plainest manner.
pub(super) fn find(seen: &Seen<'_>) -> Vec<Doubt> {
    let mut found: BTreeMap<SentenceIx, Doubt> = BTreeMap::new();
    for article in 0..seen.articles.len() {
        of_stances(seen, article, &mut found);
        of_phrases(seen, article, &mut found);
        of_negations(seen, article, &mut found);
    }
    let against: BTreeSet<SentenceIx> = found.keys().copied().collect();
    let mut doubts: Vec<Doubt> = found.into_values().collect();
    doubts.retain_mut(|it| !it.topics.is_empty() || pointed(seen, it, &against).is_some());
    doubts
}

fn keep(found: &mut BTreeMap<SentenceIx, Doubt>, doubt: Option<Doubt>) {
    if let Some(it) = doubt {
        found.entry(it.sentence).or_insert(it);
    }
}

fn of_stances(seen: &Seen<'_>, article: ArticleIx, found: &mut BTreeMap<SentenceIx, Doubt>) {
    let Some(it) = seen.articles.get(article) else { return };
    for stance in &it.annotations.stances {
        if let Some(manner) = manner(&it.article.text, stance) {
            keep(found, of_stance(seen, article, stance, manner));
        }
    }
}

/// How a stance goes against a statement, if it does: who turns a plan down or fears it denies
/// nothing that was said.
fn manner(text: &str, stance: &Stance) -> Option<Manner> {
    let whole = folded(text, stance.span);
    let says = |phrases: &[&str]| phrases.iter().any(|it| whole.contains(&format!(" {it} ")));
    let about = stance.about.map(|it| folded(text, it)).unwrap_or_default();
    let said = about.split_whitespace().take(4).any(|it| SAYINGS.contains(&it));
    match stance.kind {
        StanceKind::Denies => Some(Manner::Against),
        StanceKind::Rejects | StanceKind::Doubts if said => Some(Manner::Against),
        StanceKind::Doubts => says(DOUBTING).then_some(Manner::Against),
        // “We are not building a factory.”
        StanceKind::Rejects => {
            let before = Span::checked(text, stance.span.start(), stance.about?.start())?;
            let line = folded(text, before);
            let last = line.split_whitespace().next_back()?;
            (last == "not" || last.ends_with("n't")).then_some(Manner::Negative)
        }
        StanceKind::Unconfirmed => says(UNSETTLED).then_some(Manner::Open),
        _ => None,
    }
}

fn of_stance(
    seen: &Seen<'_>,
    article: ArticleIx,
    stance: &Stance,
    manner: Manner,
) -> Option<Doubt> {
    let sentence = seen.sentences.at(Spot { article, span: stance.span })?;
    let local = stance.party.entity;
    let holder = local.and_then(|it| seen.story.entity_of.get(article)?.get(it).copied());
    let about = stance.about.filter(|it| !it.is_empty());
    doubt(seen, sentence, manner, about, Stand { holder, aside: Some(stance.party.span) })
}

fn of_phrases(seen: &Seen<'_>, article: ArticleIx, found: &mut BTreeMap<SentenceIx, Doubt>) {
    for ix in seen.sentences.of_article(article) {
        let spot = seen.sentences.all()[ix].spot;
        let Some(it) = seen.articles.get(article) else { return };
        let words = folded(&it.article.text, spot.span);
        let says = |phrases: &[&str]| phrases.iter().any(|it| words.contains(&format!(" {it} ")));
        let manner = if says(AGAINST) {
            Manner::Against
        } else if says(OPEN) {
            Manner::Open
        } else {
            continue;
        };
        let quote = quote_in(seen, spot);
        let holder = quote.and_then(|it| speaker(seen, article, it));
        let stand = Stand { holder, aside: quote.and_then(|it| it.source) };
        keep(found, doubt(seen, ix, manner, None, stand));
    }
}

/// What somebody is quoted with, when it is short and negative.
fn of_negations(seen: &Seen<'_>, article: ArticleIx, found: &mut BTreeMap<SentenceIx, Doubt>) {
    let Some(it) = seen.articles.get(article) else { return };
    for quote in &it.annotations.quotes {
        let words = folded(&it.article.text, quote.span);
        if words.split(' ').count() > MOST_WORDS || !is_negative(&words) {
            continue;
        }
        let Some(sentence) = seen.sentences.at(Spot { article, span: quote.span }) else {
            continue;
        };
        let holder = speaker(seen, article, quote);
        let stand = Stand { holder, aside: None };
        keep(found, doubt(seen, sentence, Manner::Negative, Some(quote.span), stand));
    }
}

/// Whether the words say “not” outside a condition: “only if they do not strike” denies nothing.
fn is_negative(line: &str) -> bool {
    let conditions = [
        " if ",
        " unless ",
        " as long as ",
        " so long as ",
        " should ",
        " until ",
        " provided ",
        " condition ",
    ];
    let ends = conditions.iter().filter_map(|it| line.find(it)).min().unwrap_or(line.len());
    let main = line.get(..ends).unwrap_or(line);
    let words: Vec<&str> = main.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| match *word {
        // “The No. 1 priority”.
        "no" => !words.get(at + 1).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit())),
        "not" | "never" | "nothing" | "nobody" | "none" | "neither" => !is_modal(&words, at),
        it => it.ends_with("n't") && !MODALS.iter().any(|modal| it.starts_with(modal)),
    })
}

/// Whether “should”, “can” or the like stands before the word at `at`: what ought not to be is no
/// matter of fact.
fn is_modal(words: &[&str], at: usize) -> bool {
    at.checked_sub(1).and_then(|it| words.get(it)).is_some_and(|it| MODALS.contains(it))
}

/// The doubt with what it is about: the words given, else the rest of its sentence, else all of it,
/// else nothing yet: then it points back.
fn doubt(
    seen: &Seen<'_>,
    sentence: SentenceIx,
    manner: Manner,
    about: Option<Span>,
    stand: Stand,
) -> Option<Doubt> {
    let spot = seen.sentences.all().get(sentence)?.spot;
    let text = &seen.articles.get(spot.article)?.article.text;
    let mut tries: Vec<Span> = about.into_iter().collect();
    let back = about.is_some_and(|it| points_back(seen, text, Spot { span: it, ..spot }));
    if manner != Manner::Negative {
        let rest = about.and_then(|it| Span::checked(text, it.start(), spot.span.end()));
        tries.extend(rest);
        // “Pushing back on the reports, he said there was no such plan.”
        let line = folded(text, spot.span);
        let reports = SAYINGS.iter().any(|it| {
            ["the", "these", "those", "such"]
                .iter()
                .any(|the| line.contains(&format!(" {the} {it} ")))
        });
        if !(reports && about.is_some()) {
            tries.push(spot.span);
        }
    }
    let mut tries = tries.into_iter().filter_map(|span| {
        let about = Spot { article: spot.article, span };
        let topics = topics(seen, about, stand.aside);
        tells_enough(seen, &topics).then_some((about, topics))
    });
    let mut found = Doubt {
        sentence,
        manner,
        holder: stand.holder,
        topics: Vec::new(),
        about: spot,
        head: None,
        of_time: false,
        denied: spot.span,
        points_to: None,
    };
    match tries.next().filter(|_| !back) {
        Some((about, topics)) => {
            found.head = head(seen, manner, about, stand.aside);
            found.of_time = about_time(text, about.span);
            Some(Doubt { topics, about, denied: about.span, ..found })
        }
        None => (manner != Manner::Negative).then_some(found),
    }
}

/// The first thing that is denied; behind “not” for who says “not”.
fn head(seen: &Seen<'_>, manner: Manner, about: Spot, aside: Option<Span>) -> Option<TopicIx> {
    let text = &seen.articles.get(about.article)?.article.text;
    let negated = |it: &&Token| {
        let word = fold::word(it.span.of(text));
        matches!(word.as_str(), "not" | "no" | "never" | "nothing" | "none" | "neither")
            || word.ends_with("n't")
    };
    let tokens = tokens(text, about.span);
    let not = tokens.iter().find(negated).filter(|_| manner == Manner::Negative);
    let from = not.map_or(about.span.start(), |it| it.span.end());
    let words = seen.sentences.words_in(seen.articles, about).into_iter();
    let mut words = words.filter(|it| {
        it.1.start() >= from
            && aside.is_none_or(|aside| !aside.contains(it.1))
            && !seen.sentences.is_name(it.0)
            && !seen.sentences.is_word_of(it.0, LIGHT)
    });
    words.next().map(|it| it.0)
}

/// Whether words are about when: “the timing of the talks”.
fn about_time(text: &str, about: Span) -> bool {
    let line = folded(text, about);
    line.split_whitespace()
        .take(MOST_WORDS_OF_TIME)
        .any(|it| matches!(it, "timing" | "date" | "dates" | "when" | "schedule"))
}

/// Whose stand it is, and the words for him, which say nothing of what it is about.
#[derive(Clone, Copy)]
struct Stand {
    holder: Option<StoryEntityIx>,
    aside: Option<Span>,
}

/// Gives a doubt about “it” or “such reports” the sentence that it points back to.
fn pointed(seen: &Seen<'_>, doubt: &mut Doubt, against: &BTreeSet<SentenceIx>) -> Option<()> {
    let all = seen.sentences.all();
    let article = all.get(doubt.sentence)?.spot.article;
    let before = (1..=FURTHEST_BACK).filter_map(|back| doubt.sentence.checked_sub(back));
    let near: Vec<SentenceIx> = before
        .filter(|it| all[*it].spot.article == article && !against.contains(it))
        .filter(|it| tells_enough(seen, &all[*it].topics))
        .collect();
    let own = &all[doubt.sentence].topics;
    let akin = |it: &&SentenceIx| {
        shared(own, &all[**it].topics).iter().any(|&it| !seen.sentences.is_name(it))
    };
    // Somebody's own promise, word for word, waits for nobody to confirm it.
    let agreed = |it: &&SentenceIx| super::is_agreed(seen, **it) && !super::is_speech(seen, **it);
    let told = |it: &&SentenceIx| super::is_said_by_another(seen, doubt.holder, **it);
    let found = match doubt.manner {
        // “There was no confirmation”: of something that is told as settled.
        Manner::Open => near.iter().find(agreed),
        _ => near.iter().find(|it| told(it) && akin(it)).or(near.first().filter(told)),
    }?;
    doubt.points_to = Some(*found);
    doubt.about = all[*found].spot;
    doubt.topics = act_in(seen, doubt.about).unwrap_or_else(|| topics(seen, doubt.about, None));
    Some(())
}

/// What the first act to come of a sentence is about.
fn act_in(seen: &Seen<'_>, sentence: Spot) -> Option<Vec<TopicIx>> {
    let acts = &seen.articles.get(sentence.article)?.annotations.commitments;
    let first = acts.partition_point(|it| it.span.start() < sentence.span.start());
    let act = acts.get(first).filter(|it| it.span == sentence.span)?.act;
    let found = topics(seen, Spot { span: act, ..sentence }, None);
    tells_enough(seen, &found).then_some(found)
}

/// What a stretch is about, without `aside` and words that any report has.
fn topics(seen: &Seen<'_>, about: Spot, aside: Option<Span>) -> Vec<TopicIx> {
    let mut left = seen.sentences.topics_in(seen.articles, about);
    left.retain(|&it| !seen.sentences.is_word_of(it, LIGHT));
    if let Some(span) = aside {
        let own = seen.sentences.topics_in(seen.articles, Spot { article: about.article, span });
        left.retain(|it| own.binary_search(it).is_err());
    }
    left
}

/// Whether topics can be recognised elsewhere: an act with something else, or three words.
fn tells_enough(seen: &Seen<'_>, topics: &[TopicIx]) -> bool {
    let acts = topics.iter().filter(|&&it| seen.sentences.is_act(it)).count();
    let words = topics.iter().filter(|&&it| !seen.sentences.is_name(it)).count();
    acts > 0 && topics.len() > 1 || words > 2
}

/// Whether what is denied is only pointed at: “it”, “such reports”, “these accounts”.
fn points_back(seen: &Seen<'_>, text: &str, about: Spot) -> bool {
    let line = folded(text, about.span);
    let words: Vec<&str> = line.split_whitespace().collect();
    let opens = words.first().is_some_and(|it| POINTING.contains(it));
    let short = words.len() < 8;
    let sayings = short && words.iter().take(3).any(|it| SAYINGS.contains(it));
    let points = short && words.iter().any(|it| matches!(*it, "these" | "such" | "those"));
    // “Denied it plans to invade” says what it is about.
    let acts = topics(seen, about, None).iter().any(|&it| seen.sentences.is_act(it));
    (opens || sayings) && !acts || points
}

fn speaker(seen: &Seen<'_>, article: ArticleIx, quote: &Quote) -> Option<StoryEntityIx> {
    seen.story.entity_of.get(article)?.get(quote.speaker?).copied()
}

/// The first quotation with a source in a sentence.
fn quote_in<'a>(seen: &Seen<'a>, spot: Spot) -> Option<&'a Quote> {
    let quotes = &seen.articles.get(spot.article)?.annotations.quotes;
    let from = quotes.partition_point(|it| it.span.start() < spot.span.start());
    let own = quotes.iter().skip(from).take_while(|it| it.span.start() < spot.span.end());
    own.into_iter().find(|it| it.source.is_some())
}

/// The words in lower case with single blanks between and around them.
fn folded(text: &str, span: Span) -> String {
    let tokens = tokens(text, span);
    let words = tokens.iter().filter(|it| it.kind != TokenKind::Mark);
    words.fold(" ".to_owned(), |line, it| line + &fold::word(it.span.of(text)) + " ")
}
