//! Which sentences deny, doubt or leave open what somebody else may state.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Seen;
use crate::model::{ArticleIx, Quote, Span, Spot, Stance, StanceKind, StoryEntityIx};
use crate::record::sentences::{SentenceIx, TopicIx, shared};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

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
    /// The sentence that “this”, “it” or “such reports” point back to.
    pub(super) points_to: Option<SentenceIx>,
}

/// Ways to go against something that are no one's stance on a plan. Each stands for itself in
/// general English; none needs to know what is denied.
const AGAINST: &[&str] = &[
    "no evidence",
    "no proof",
    "no indication",
    "no sign of",
    "no signs of",
    "no basis",
    "no truth",
    "not true",
    "is false",
    "was false",
    "are false",
    "were false",
    "as false",
    "it false",
    "them false",
    "a lie",
    "lies",
    "a hoax",
    "fake",
    "fabricated",
    "fabrication",
    "groundless",
    "contradicted",
    "contradicts",
    "contrary to",
    "disputed",
    "disputes",
    "wrongly",
    "misleading",
    "inaccurate",
    "provocation",
];

/// Ways to leave something open.
const OPEN: &[&str] = &[
    "unclear",
    "not clear",
    "not immediately clear",
    "not yet clear",
    "not known",
    "not yet known",
    "unconfirmed",
    "could not be verified",
    "not independently verified",
    "could not independently",
    "provisionally",
    "provisional",
    "tentatively",
    "no date",
    "no plans",
    "no timetable",
];

/// Words that point back to what was said before.
const POINTING: &[&str] = &["it", "this", "these", "those", "such", "them"];
/// Nouns for what others have said.
const SAYINGS: &[&str] = &[
    "reports",
    "report",
    "claims",
    "claim",
    "accounts",
    "allegations",
    "allegation",
    "accusations",
    "accusation",
    "suggestions",
    "assertion",
    "assertions",
    "rumours",
    "rumors",
];

/// Stems of words that say how something is told, not what.
const LIGHT: &[&str] = &[
    "account",
    "announc",
    "claim",
    "concret",
    "confirm",
    "continu",
    "deny",
    "evidenc",
    "immediat",
    "insist",
    "intent",
    "intention",
    "official",
    "plan",
    "reject",
    "report",
    "specific",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
    "time",
];

/// A denial of more words than this names other things beside what it denies.
const MOST_WORDS: usize = 30;
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
        let manner = match stance.kind {
            StanceKind::Denies | StanceKind::Rejects | StanceKind::Doubts => Manner::Against,
            StanceKind::Unconfirmed => Manner::Open,
            _ => continue,
        };
        keep(found, of_stance(seen, article, stance, manner));
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
    let conditions = [" if ", " unless ", " as long as ", " so long as ", " should ", " until "];
    let ends = conditions.iter().filter_map(|it| line.find(it)).min().unwrap_or(line.len());
    let main = line.get(..ends).unwrap_or(line);
    let words: Vec<&str> = main.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| match *word {
        // “The No. 1 priority”.
        "no" => !words.get(at + 1).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit())),
        "not" | "never" | "nothing" | "nobody" | "none" | "neither" => true,
        it => it.ends_with("n't"),
    })
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
        tries.push(spot.span);
    }
    let mut tries = tries.into_iter().filter_map(|span| {
        let about = Spot { article: spot.article, span };
        let topics = topics(seen, about, stand.aside);
        tells_enough(seen, &topics).then_some((about, topics))
    });
    let holder = stand.holder;
    match tries.next().filter(|_| !back) {
        Some((about, topics)) => {
            Some(Doubt { sentence, manner, holder, topics, about, points_to: None })
        }
        None if manner == Manner::Negative => None,
        None => {
            let topics = Vec::new();
            Some(Doubt { sentence, manner, holder, topics, about: spot, points_to: None })
        }
    }
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
    let agreed = |it: &&SentenceIx| doubt.manner == Manner::Open && super::is_agreed(seen, **it);
    let found = near.iter().find(agreed).or(near.iter().find(akin)).or(near.first())?;
    doubt.points_to = Some(*found);
    doubt.about = all[*found].spot;
    doubt.topics = topics(seen, doubt.about, None);
    Some(())
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
