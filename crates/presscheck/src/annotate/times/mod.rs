//! Times: expressions that fix a day, week, month, season or year.
//!
//! [`phrases`] tells which words make an expression and what they say, [`tense`] which way the
//! clause looks, and [`resolve`] counts the value from the publication date.

mod calendar;
mod lexicon;
mod meaning;
mod phrases;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use self::resolve::Setting;
use crate::model::{Annotations, Article, TimeExpr};
use crate::text::phrase::Phrase;
use crate::text::words::{Token, within};

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(article: &Article, tokens: &[Token], found: &Annotations) -> Vec<TimeExpr> {
    let published = article.published.as_ref().map(|it| it.date);
    let mut told: Option<Date> = None;
    let mut times = Vec::new();
    for sentence in &found.sentences {
        let phrase = Phrase::new(&article.text, within(tokens, sentence.span));
        in_sentence(&phrase, published, &mut told, &mut times);
    }
    times
}

fn in_sentence(
    phrase: &Phrase<'_>,
    published: Option<Date>,
    told: &mut Option<Date>,
    times: &mut Vec<TimeExpr>,
) {
    let (mut at, mut floor) = (0, 0);
    while at < phrase.len() {
        let Some(found) = phrases::read(phrase, at).filter(|it| it.to > at) else {
            at += 1;
            continue;
        };
        at += 1;
        let from = found.from.max(floor);
        let direction = tense::direction(phrase, from, found.to);
        let setting = Setting { published, told: *told, direction };
        let Some(value) = resolve::resolve(found.meaning, setting) else { continue };
        let Some(span) = phrase.span(from, found.to) else { continue };
        *told = value.day.or(*told);
        (at, floor) = (found.to, found.to);
        times.push(TimeExpr {
            span,
            value: value.timex,
            alternatives: value.alternatives,
            kind: value.kind,
            relative: value.relative,
        });
    }
}
