//! Readings of loose time expressions that other articles of the story decide: “a week ago” is the
//! Saturday that another article names by its date, where both date the same act.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::anchor::between;
use crate::model::{Annotated, ArticleIx, Sentence, Span, TimeExpr};
use crate::text::acts;
use crate::text::tags;
use crate::text::words::{Token, tokens};

/// “A week ago” is seldom to the day: so many days around the day that it names may be meant.
const MOST_DAYS_OFF: i32 = 2;
/// How far before a time its verb may stand, in words.
const FAR: usize = 10;

/// A time expression whose value another article decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The article.
    pub article: ArticleIx,
    /// The expression, as a place in its times.
    pub time: usize,
    /// The day that it stands for.
    pub day: Date,
}

/// The readings that the articles of a story decide for one another.
pub fn readings(articles: &[Annotated]) -> Vec<Reading> {
    let mut named: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    for it in articles {
        for time in it.annotations.times.iter().filter(|time| is_explicit(it, time)) {
            if let (Some(day), Some(verb)) = (day(&time.value), verb(it, time.span)) {
                named.entry(verb).or_default().insert(day);
            }
        }
    }
    let mut found = Vec::new();
    for (article, it) in articles.iter().enumerate() {
        for (ix, time) in it.annotations.times.iter().enumerate() {
            let days: Vec<Date> = time.alternatives.iter().filter_map(|it| day(it)).collect();
            if days.is_empty() {
                continue;
            }
            let Some(named) = verb(it, time.span).and_then(|it| named.get(&it)) else { continue };
            let fitting: Vec<Date> =
                named.iter().copied().filter(|it| fits(time, &days, *it)).collect();
            if let [only] = *fitting
                && day(&time.value) != Some(only)
            {
                found.push(Reading { article, time: ix, day: only });
            }
        }
    }
    found
}

/// Whether a loose expression can mean a day: it is one of its readings, or near the day that so
/// many weeks ago falls on.
fn fits(time: &TimeExpr, days: &[Date], named: Date) -> bool {
    let exact = day(&time.value) == Some(named) || days.contains(&named);
    let week = time.value.contains("-W") && !time.value.ends_with("-WE");
    exact || week && days.iter().any(|it| between(*it, named).abs() <= MOST_DAYS_OFF)
}

/// Whether an expression names a day of a month.
fn is_explicit(it: &Annotated, time: &TimeExpr) -> bool {
    time.alternatives.is_empty()
        && day(&time.value).is_some()
        && time.span.of(&it.article.text).contains(|it: char| it.is_ascii_digit())
}

/// The day of a value, without its time of day.
fn day(value: &str) -> Option<Date> {
    value.split('T').next()?.parse().ok()
}

/// The base form of the verb nearest before a time in its sentence; none for verbs that tell too
/// little.
fn verb(it: &Annotated, time: Span) -> Option<String> {
    const EMPTY: &[&str] =
        &["say", "be", "have", "do", "make", "go", "come", "tell", "get", "take"];
    let text = &it.article.text;
    let sentences = &it.annotations.sentences;
    let next = sentences.partition_point(|it| it.span.end() <= time.start());
    let sentence: Sentence = *sentences.get(next)?;
    let mut words: Vec<Token> = tokens(text, sentence.span);
    tags::fill(text, &mut words, &[sentence]);
    let before = words.partition_point(|it| it.span.start() < time.start());
    let near = words.get(before.saturating_sub(FAR)..before)?;
    let verb = near.iter().rev().find(|it| it.tag.is_verb())?;
    Some(acts::base_of(verb.span.of(text))).filter(|it| !EMPTY.contains(&it.as_str()))
}
