//! Times: expressions that fix a day, week, month, season or year.
//!
//! [`phrases`] tells which words make an expression and what they say, [`tense`] which way the
//! clause looks, and [`resolve`] counts the value from the publication date.

mod calendar;
mod lexicon;
mod meaning;
mod phrases;
mod resolve;
mod stamps;
mod tense;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use self::resolve::{Setting, Told};
use crate::model::{Annotations, Article, Span, TimeExpr};
use crate::text::phrase::Phrase;
use crate::text::words::{Token, within};

/// Finds them in text order, and beside them the stamps of the page, which tell nothing but fill
/// their place. `found` holds what earlier annotators added.
pub(super) fn find(
    article: &Article,
    tokens: &[Token],
    found: &Annotations,
) -> (Vec<TimeExpr>, Vec<Span>) {
    let mut seen = Seen {
        published: article.published.as_ref().map(|it| it.date),
        told: Told::default(),
        times: Vec::new(),
        stamps: Vec::new(),
    };
    for sentence in &found.sentences {
        seen.read(&Phrase::new(&article.text, within(tokens, sentence.span)));
    }
    (seen.times, seen.stamps)
}

/// What has been read of an article.
struct Seen {
    /// Its publication day.
    published: Option<Date>,
    told: Told,
    times: Vec<TimeExpr>,
    stamps: Vec<Span>,
}

impl Seen {
    /// Reads one more sentence.
    fn read(&mut self, phrase: &Phrase<'_>) {
        let (mut at, mut floor, mut stamped) = (0, 0, 0);
        let (first, before) = (self.times.len(), self.told.day());
        while at < phrase.len() {
            let Some(found) = phrases::read(phrase, at).filter(|it| it.to > at) else {
                at += 1;
                continue;
            };
            at += 1;
            let from = found.from.max(floor);
            let direction = tense::direction(phrase, from, found.to);
            let setting = Setting { published: self.published, told: self.told, direction };
            let Some(value) = resolve::resolve(found.meaning, setting) else { continue };
            let Some(value) = value.later(found.days) else { continue };
            let Some(span) = phrase.span(from, found.to) else { continue };
            (at, floor) = (found.to, found.to);
            self.told.hear(&value);
            // Without a publication date a stamp is all that fixes one.
            let known = self.published.is_some();
            if known && stamps::is_stamp(phrase, (from, found.to), stamped) {
                stamped = found.to;
                self.stamps.push(span);
                continue;
            }
            let value = match found.clock {
                Some(clock) => value.at(clock),
                None => value,
            };
            self.times.push(TimeExpr {
                span,
                value: value.timex,
                alternatives: value.alternatives,
                kind: value.kind,
                relative: value.relative,
            });
        }
        date_clocks(self.times.get_mut(first..).unwrap_or_default(), before);
    }
}

/// Gives times of day that stand alone the day that their sentence tells, else the one told last
/// before it.
fn date_clocks(times: &mut [TimeExpr], before: Option<Date>) {
    let day = |it: &TimeExpr| it.value.get(..10).and_then(|it| it.parse::<Date>().ok());
    let days: Vec<Option<Date>> = times.iter().map(day).collect();
    for (ix, it) in times.iter_mut().enumerate().filter(|it| it.1.value.starts_with('T')) {
        let last = days.iter().take(ix).rev().flatten().next();
        let next = days.iter().skip(ix).flatten().next();
        if let Some(day) = last.or(next).or(before.as_ref()) {
            it.value = format!("{day}{}", it.value);
        }
    }
}
