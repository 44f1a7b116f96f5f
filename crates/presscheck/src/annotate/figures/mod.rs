//! Figures: numbers and what they count.
//!
//! [`amounts`] reads the number with its bounds and unit, [`bounds`] the words before it,
//! [`counted`] what it counts, and [`fate`] what became of them: [`suffered`] as the words behind
//! tell it, [`harmed`] as the verb before does. Numbers of dates and clock times are left to the
//! times.

mod amounts;
mod bounds;
mod counted;
mod fate;
mod harmed;
mod lexicon;
mod names;
mod suffered;
#[cfg(test)]
mod tests;
mod units;
mod values;

use std::collections::BTreeSet;

use crate::model::{Annotations, Article, Figure, Sentence, Span, TimeExpr, TimeKind};
use crate::text::phrase::Phrase;
use crate::text::words::{Token, within};

use self::amounts::Amount;
use self::counted::Reader;

/// Finds them in text order; `found` holds what earlier annotators added, `stamps` dates of the page
/// that are none of its times.
pub(super) fn find(
    article: &Article,
    tokens: &[Token],
    found: &Annotations,
    stamps: &[Span],
) -> Vec<Figure> {
    let taken = taken(found, stamps);
    let mut figures = Vec::new();
    let mut labels = BTreeSet::new();
    let mut deadly = false;
    // The headline's “620” is told from a count by the “Flight 620” of the text.
    for sentence in &found.sentences {
        let phrase = Phrase::new(&article.text, within(tokens, sentence.span));
        labels.extend(names::labels(&phrase, dated(sentence, &taken)));
        deadly = deadly || (0..phrase.len()).any(|it| fate::is_deadly(&phrase, it));
    }
    for sentence in &found.sentences {
        let phrase = Phrase::new(&article.text, within(tokens, sentence.span));
        let dated = dated(sentence, &taken);
        let amounts = in_sentence(&phrase, dated, &labels);
        for (ix, amount) in amounts.iter().enumerate() {
            let Some(span) = phrase.span(amount.from, amount.to) else { continue };
            let counted = Reader { phrase: &phrase, amounts: &amounts, dated, deadly }.counted(ix);
            figures.push(Figure {
                span,
                low: amount.low,
                high: amount.high,
                approximate: amount.approximate,
                unit: counted.unit.unwrap_or_else(|| amount.unit.clone()),
                what: counted.what,
                what_span: counted.span.map_or(span, |it| it.join(span)),
                kind: amount.kind,
            });
        }
    }
    figures
}

/// The times whose numbers count nothing, in text order: dates, clock times, stamps. “Hourly” and
/// “annual” describe what is counted.
fn taken(found: &Annotations, stamps: &[Span]) -> Vec<Span> {
    let fixed = |it: &&TimeExpr| matches!(it.kind, TimeKind::Date | TimeKind::Time);
    let times = found.times.iter().filter(fixed);
    let mut taken: Vec<Span> = times.map(|it| it.span).chain(stamps.iter().copied()).collect();
    taken.sort_unstable();
    taken
}

/// Those of a sentence.
fn dated<'a>(sentence: &Sentence, taken: &'a [Span]) -> &'a [Span] {
    let from = taken.partition_point(|it| it.end() <= sentence.span.start());
    let to = taken.partition_point(|it| it.start() < sentence.span.end());
    taken.get(from..to).unwrap_or_default()
}

/// The amounts of one sentence in text order. `labels` are digits that the article uses as names.
fn in_sentence(phrase: &Phrase<'_>, dated: &[Span], labels: &BTreeSet<&str>) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < phrase.len() {
        if !values::may_begin(phrase.word(at)) || is_within(phrase, at, dated) {
            at += 1;
            continue;
        }
        match amounts::read(phrase, at, floor, labels).filter(|it| it.to > at) {
            Some(mut amount) => {
                amounts::share_age(phrase, amounts.last(), &mut amount);
                (at, floor) = (amount.to, amount.to);
                // Hundreds of digits in a row count nothing, and JSON has no word for infinity.
                if amount.low.into_iter().chain(amount.high).all(f64::is_finite) {
                    amounts.push(amount);
                }
            }
            None => at += 1,
        }
    }
    amounts
}

/// Whether the token at a place lies in one of `spans`, which stand in text order.
fn is_within(phrase: &Phrase<'_>, at: usize, spans: &[Span]) -> bool {
    let Some(token) = phrase.token(at) else { return false };
    let next = spans.partition_point(|it| it.end() <= token.span.start());
    spans.get(next).is_some_and(|it| it.overlaps(token.span))
}
