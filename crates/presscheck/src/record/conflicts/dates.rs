//! One happening, dated differently.
//!
//! Two sentences of different articles tell one happening when they share most of what they are
//! about, and among it a word that stands beside the date. What one of them may have meant
//! otherwise is no conflict: another reading of its date, the night between two days, a Friday that
//! may be another week's, an act that was put off.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::sentences::{SentenceIx, Sentences, TopicIx, shared};
use super::{Clash, Seen};
use crate::model::{Annotated, Span, Spot, TimeExpr};
use crate::text::phrase::lower;
use crate::text::words::tokens;

/// What two sentences must share of the lighter one's weight. More than a timeline asks for: there
/// the day speaks for one happening, here it speaks against.
const SAME_HAPPENING: f64 = 0.65;
/// How many topics they must share: short sentences share most of themselves easily.
const LEAST_SHARED: usize = 5;
/// How far from the date the word that it dates may stand, in bytes.
const NEAR: usize = 60;

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let dated: BTreeMap<SentenceIx, Dated> =
        (0..seen.sentences.all().len()).filter_map(|ix| Some((ix, Dated::of(seen, ix)?))).collect();
    let mut groups = Groups::default();
    for (&ix, it) in &dated {
        for other in seen.sentences.near(&it.topics) {
            let Some(that) = dated.get(&other).filter(|_| other > ix) else { continue };
            if it.clashes(that, seen.sentences) {
                groups.join(ix, other);
            }
        }
    }
    groups.all().iter().map(|group| clash(seen, group, &dated)).collect()
}

/// One side for each day, and the days.
fn clash(
    seen: &Seen<'_>,
    group: &BTreeSet<SentenceIx>,
    dated: &BTreeMap<SentenceIx, Dated>,
) -> Clash {
    let mut sides: BTreeMap<Date, Spot> = BTreeMap::new();
    for it in group {
        if let (Some(day), Some(about)) = (dated.get(it), seen.sentences.all().get(*it)) {
            sides.entry(day.day).or_insert(about.spot);
        }
    }
    let days: Vec<String> = sides.keys().map(Date::to_string).collect();
    let mut sides: Vec<Spot> = sides.into_values().collect();
    sides.sort_unstable();
    Clash { kind: "date", what: days.join(" / "), sides, note: None }
}

/// A sentence that fixes one day.
struct Dated {
    article: usize,
    day: Date,
    /// The day and its other readings.
    readings: BTreeSet<String>,
    /// Whether it is a day of the week alone, which may be another week's.
    weekday: bool,
    /// Whether it speaks of the night, which two days share.
    night: bool,
    topics: Vec<TopicIx>,
    /// Topics near the date that are no names.
    near: Vec<TopicIx>,
}

impl Dated {
    /// `None` for sentences with no day, with several, or with words that leave its day open.
    fn of(seen: &Seen<'_>, ix: SentenceIx) -> Option<Dated> {
        let about = seen.sentences.all().get(ix)?;
        let it = seen.articles.get(about.spot.article)?;
        let time = only_day(it, about.spot)?;
        // A weekday of an article whose own day was worked out dates nothing by itself.
        if time.relative && it.article.published.as_ref().is_none_or(|it| it.inferred) {
            return None;
        }
        let text = &it.article.text;
        let mut night = false;
        for token in tokens(text, about.spot.span) {
            let mut room = [0; 20];
            let word = lower(token.span.of(text), &mut room);
            if MOVED.contains(&word) {
                return None;
            }
            night |= NIGHT.contains(&word);
        }
        let beside = Spot { span: around(text, time.span, about.spot.span)?, ..about.spot };
        let near = seen.sentences.topics_in(seen.articles, beside);
        let day = time.value.get(..10)?.to_owned();
        Some(Dated {
            article: about.spot.article,
            day: day.parse().ok()?,
            readings: time.alternatives.iter().cloned().chain([day]).collect(),
            weekday: time.relative && !names(text, time.span, MONTHS),
            night,
            topics: about.topics.clone(),
            near: near.into_iter().filter(|it| !seen.sentences.is_name(*it)).collect(),
        })
    }

    /// Whether two sentences date one happening differently.
    fn clashes(&self, other: &Dated, sentences: &Sentences) -> bool {
        let apart = self.day.until(other.day).map_or(0, |it| it.get_days().abs());
        let open = !self.readings.is_disjoint(&other.readings)
            || apart == 1 && (self.night || other.night)
            || apart % 7 == 0 && (self.weekday || other.weekday);
        if self.article == other.article || open {
            return false;
        }
        let both = shared(&self.topics, &other.topics);
        let lighter = sentences.weights(&self.topics).min(sentences.weights(&other.topics));
        both.len() >= LEAST_SHARED
            && !shared(&self.near, &other.near).is_empty()
            && sentences.weights(&both) >= SAME_HAPPENING * lighter
    }
}

/// The one day that a sentence fixes, other than the day of saying so.
fn only_day(it: &Annotated, spot: Spot) -> Option<&TimeExpr> {
    let text = &it.article.text;
    let times = &it.annotations.times;
    let from = times.partition_point(|it| it.span.end() <= spot.span.start());
    let within = times.iter().skip(from).take_while(|it| it.span.start() < spot.span.end());
    let mut days = within.filter(|it| {
        let day = it.value.get(..10).and_then(|it| it.parse::<Date>().ok());
        day.is_some() && !is_of_saying(text, it)
    });
    // “At 5 p.m.”, “that night”, “today” leave the day to something else.
    let named = |it: &&TimeExpr| names(text, it.span, MONTHS) || names(text, it.span, WEEKDAYS);
    let day = days.next().filter(named)?;
    days.next().is_none().then_some(day)
}

/// Whether a word of an expression begins as one of `stems` does.
fn names(text: &str, time: Span, stems: &[&str]) -> bool {
    tokens(text, time).iter().any(|it| {
        let mut room = [0; 20];
        let word = lower(it.span.of(text), &mut room);
        stems.iter().any(|it| word.starts_with(it))
    })
}

/// “said Sunday”, “told reporters in Vik on Monday”: when it was said, not when it happened.
fn is_of_saying(text: &str, time: &TimeExpr) -> bool {
    let before = text.get(..time.span.start()).unwrap_or_default();
    let mut room = [0; 20];
    for (back, word) in before.split_whitespace().rev().take(8).enumerate() {
        if SAYING.contains(&lower(word, &mut room)) {
            return true;
        }
        // Further back only the place stands between: names and small words.
        if back >= 2 && word.len() > 3 && !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

/// The bytes beside a date in its sentence, as far as they may be of what it dates.
fn around(text: &str, time: Span, sentence: Span) -> Option<Span> {
    let inside = |at: usize| (at..=text.len()).find(|&it| text.is_char_boundary(it));
    let start = inside(time.start().saturating_sub(NEAR))?.max(sentence.start());
    let end = inside((time.end() + NEAR).min(text.len()))?.min(sentence.end());
    Span::checked(text, start, end.max(start))
}

/// How the names of months begin.
const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// How the days of the week begin.
const WEEKDAYS: &[&str] = &["mond", "tues", "wedn", "thur", "frid", "satu", "sund"];

/// Words of acts that have more than one day: put off, spread, repeated.
const MOVED: &[&str] = &[
    "postponed",
    "rescheduled",
    "delayed",
    "moved",
    "extended",
    "originally",
    "instead",
    "until",
    "through",
    "since",
    "between",
    "second",
    "another",
    "again",
    "earlier",
    "later",
    "anniversary",
    "each",
    "every",
    "days",
];

/// Words of the time that two days share.
const NIGHT: &[&str] = &["night", "overnight", "midnight", "late", "early", "evening", "a.m."];

/// Words beside the day on which something was said.
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "reporters",
    "announced",
    "reported",
    "confirmed",
    "tweeted",
    "statement",
    "wrote",
    "added",
    "news",
    "conference",
    "identified",
    "released",
    "recalled",
    "testified",
    "described",
    "explained",
    "posted",
];

/// Sentences that clash with one another.
#[derive(Default)]
struct Groups {
    all: Vec<BTreeSet<SentenceIx>>,
    of: BTreeMap<SentenceIx, usize>,
}

impl Groups {
    fn join(&mut self, a: SentenceIx, b: SentenceIx) {
        let (into, from) = match (self.of.get(&a).copied(), self.of.get(&b).copied()) {
            (None, None) => {
                self.all.push(BTreeSet::new());
                (self.all.len() - 1, None)
            }
            (Some(it), None) | (None, Some(it)) => (it, None),
            (Some(x), Some(y)) => (x.min(y), Some(x.max(y)).filter(|_| x != y)),
        };
        let mut moved = BTreeSet::from([a, b]);
        if let Some(from) = from {
            moved.append(&mut std::mem::take(&mut self.all[from]));
        }
        for it in moved {
            self.of.insert(it, into);
            self.all[into].insert(it);
        }
    }

    fn all(&self) -> Vec<&BTreeSet<SentenceIx>> {
        self.all.iter().filter(|it| !it.is_empty()).collect()
    }
}
