//! Gives each marked stretch its cue and its speaker, and finds the clauses that cues report.

use std::ops::Range;

use super::cues::{self, Cue, CueKind};
use super::indirect;
use super::keep::{Credit, is_speech};
use super::lexicon::Class;
use super::marks::{self, Marked};
use super::phrases;
use super::speakers::{Source, Speakers};
use super::units::{self, Unit, UnitKind};
use crate::model::{Annotations, Quote, QuoteKind, Span};
use crate::text::words::Token;

/// Reads an article paragraph by paragraph and remembers who spoke last.
pub(super) struct Reader<'a> {
    text: &'a str,
    found: &'a Annotations,
    speakers: Speakers<'a>,
    quotes: Vec<Quote>,
    /// Who spoke last, and whether in the paragraph being read.
    last: Option<Last>,
}

/// The speaker that words without a cue of their own continue.
#[derive(Clone, Copy, Debug)]
struct Last {
    source: Source,
    cue: Option<Span>,
    /// The marked stretch, as a place in `Reader::quotes`.
    quote: Option<usize>,
    /// Whether its closing mark is missing, as where speech runs on in the next paragraph.
    open: bool,
    here: bool,
}

/// How a stretch came by its speaker.
#[derive(Clone, Copy, Debug)]
struct Attribution {
    source: Option<Source>,
    cue: Option<Span>,
    credit: Credit,
    negated: bool,
    continues: Option<usize>,
}

const UNKNOWN: Attribution =
    Attribution { source: None, cue: None, credit: Credit::None, negated: false, continues: None };

/// One of the writer's sentences, with what was found in it.
struct Scene<'a> {
    units: &'a [Unit],
    marked: &'a [Marked],
    sentence: Range<usize>,
    cues: Vec<Cue>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, found: &'a Annotations) -> Self {
        let speakers = Speakers::new(text, found);
        Reader { text, found, speakers, quotes: Vec::new(), last: None }
    }

    /// The quotations of all paragraphs read, in text order.
    pub(super) fn finish(self) -> Vec<Quote> {
        let mut order: Vec<usize> = (0..self.quotes.len()).collect();
        order.sort_by_key(|&ix| {
            (self.quotes[ix].span.start(), usize::MAX - self.quotes[ix].span.end())
        });
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        let moved = |&ix: &usize| {
            let it = &self.quotes[ix];
            Quote { continues: it.continues.map(|it| place[it]), ..it.clone() }
        };
        order.iter().map(moved).collect()
    }

    /// Reads one paragraph. `tokens` are those within it.
    pub(super) fn paragraph(&mut self, paragraph: Span, tokens: &[Token]) {
        let marked = marks::pair(self.text, paragraph);
        let units = units::units(self.text, tokens, &marked);
        if let Some(last) = &mut self.last {
            last.here = false;
        }
        let mut first = true;
        for sentence in units::sentences(self.text, &units, &marked, &self.found.sentences) {
            let cues = cues::find(self.text, &units, sentence.clone());
            let scene = Scene { units: &units, marked: &marked, sentence, cues };
            self.marked(&scene, first);
            self.indirect(&scene);
            self.remember(&scene);
            first = false;
        }
    }

    fn marked(&mut self, scene: &Scene<'_>, first: bool) {
        let mut split = None;
        for at in scene.sentence.clone() {
            let UnitKind::Quote(ix) = scene.units[at].kind else { continue };
            let stretch = scene.marked[ix];
            let mut given = self.attribute(scene, at, first);
            if !is_speech(self.text, scene.units, at, stretch.inner, given.credit) {
                continue;
            }
            // “…,” she said, “…”: two stretches by one cue.
            if let Some((cue, quote)) = split.filter(|(cue, _)| given.cue == Some(*cue)) {
                let _: Span = cue;
                given.continues = Some(quote);
            }
            let quote = self.quotes.len();
            self.quotes.push(Quote {
                span: stretch.inner,
                kind: self.kind(scene, at, stretch.inner, given),
                source: given.source.map(|it| it.span),
                cue: given.cue,
                speaker: given.source.and_then(|it| it.speaker),
                continues: given.continues,
                negated: given.negated,
            });
            split = given.cue.map(|cue| (cue, quote));
            if let Some(source) = given.source {
                let open = !stretch.closed;
                self.last =
                    Some(Last { source, cue: given.cue, quote: Some(quote), open, here: true });
            }
        }
    }

    fn attribute(&self, scene: &Scene<'_>, at: usize, first: bool) -> Attribution {
        let found = beside_after(self.text, scene, at)
            .or_else(|| before(scene, at))
            .or_else(|| trailing(scene, at));
        if let Some((cue, credit)) = found {
            let source = cue.source.clone().and_then(|it| span(scene.units, it));
            let source = source.map(|it| self.speakers.resolve(it));
            let cue_span = span(scene.units, cue.at.clone());
            if source.is_some() {
                return Attribution {
                    source,
                    cue: cue_span,
                    credit,
                    negated: cue.negated,
                    continues: None,
                };
            }
            let carried = self.last.filter(|it| it.here).map(|it| it.source);
            return Attribution {
                source: carried,
                cue: cue_span,
                credit,
                negated: cue.negated,
                continues: None,
            };
        }
        self.carried(scene, at, first)
    }

    /// No cue in the sentence: whoever spoke in the sentence or the paragraph before.
    fn carried(&self, scene: &Scene<'_>, at: usize, first: bool) -> Attribution {
        let starts = at == scene.sentence.start;
        let Some(last) = self.last else { return UNKNOWN };
        let given = Attribution {
            source: Some(last.source),
            cue: last.cue,
            credit: Credit::Carried,
            continues: last.quote.filter(|_| starts),
            ..UNKNOWN
        };
        if last.here {
            return given;
        }
        if first && starts && last.open {
            return given;
        }
        // A paragraph that is all speech goes on from the paragraph before.
        let alone = scene.units.len() == 1;
        if first && starts && alone && last.quote.is_some() {
            return given;
        }
        UNKNOWN
    }

    fn kind(&self, scene: &Scene<'_>, at: usize, inner: Span, given: Attribution) -> QuoteKind {
        let words = inner.of(self.text);
        let count = words.split_whitespace().count();
        let upper = words.chars().find(|it| it.is_alphanumeric()).is_some_and(char::is_uppercase);
        let stops = words.contains(". ") || words.contains("! ") || words.contains("? ");
        let ended = words.ends_with([',', '.', '!', '?', '…', '—']);
        let starts = at == scene.sentence.start
            || scene
                .units
                .get(at.wrapping_sub(1))
                .is_some_and(|it| it.is_mark(':') || it.is_mark(',') || it.is_quote());
        let whole = stops || upper && (ended || starts) && count > 1 || upper && starts && ended;
        if whole || given.continues.is_some() && ended && count > 3 || starts && ended && count > 3
        {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        }
    }

    fn indirect(&mut self, scene: &Scene<'_>) {
        let mut done: Vec<Span> = Vec::new();
        for ix in 0..scene.cues.len() {
            let cue = &scene.cues[ix];
            let Some(source) = cue.source.clone().and_then(|it| span(scene.units, it)) else {
                continue;
            };
            let content =
                indirect::content(self.text, scene.units, &scene.sentence, &scene.cues, ix);
            let Some(content) = content.and_then(|it| span(scene.units, it)) else { continue };
            if done.iter().any(|it| it.overlaps(content)) || content.overlaps(source) {
                continue;
            }
            done.push(content);
            let source = self.speakers.resolve(source);
            self.quotes.push(Quote {
                span: content,
                kind: QuoteKind::Indirect,
                source: Some(source.span),
                cue: span(scene.units, cue.at.clone()),
                speaker: source.speaker,
                continues: None,
                negated: cue.negated,
            });
        }
    }

    /// Who speaks, for a sentence to come that has no cue.
    fn remember(&mut self, scene: &Scene<'_>) {
        let quoted = scene.units[scene.sentence.clone()].iter().any(Unit::is_quote);
        if quoted && self.last.is_some_and(|it| it.here) {
            return;
        }
        let main = scene.cues.iter().find(|it| {
            it.source.is_some()
                && matches!(it.kind, CueKind::Plain | CueKind::Inverted | CueKind::According)
        });
        let found = main.and_then(|cue| {
            let source = span(scene.units, cue.source.clone()?)?;
            Some((source, span(scene.units, cue.at.clone())))
        });
        if let Some((source, cue)) = found {
            let source = self.speakers.resolve(source);
            self.last = Some(Last { source, cue, quote: None, open: false, here: true });
            return;
        }
        // “Ortiz was firm. “We stay.””: the person that the sentence is about.
        let from = scene.sentence.start;
        let opening = phrases::phrase_after(self.text, scene.units, from, scene.sentence.end);
        let person = opening.and_then(|it| span(scene.units, it)).filter(|it| {
            self.speakers.is_person(*it) || matches!(it.of(self.text), "He" | "She" | "he" | "she")
        });
        if let Some(person) = person {
            let source = self.speakers.resolve(person);
            self.last = Some(Last { source, cue: None, quote: None, open: false, here: true });
        }
    }
}

/// The bytes from the first to the last of some units.
fn span(units: &[Unit], range: Range<usize>) -> Option<Span> {
    let found = units.get(range)?;
    Some(found.first()?.span.join(found.last()?.span))
}

/// “…,” Ortiz said: a cue that starts right after the stretch.
fn beside_after<'a>(text: &str, scene: &'a Scene<'_>, at: usize) -> Option<(&'a Cue, Credit)> {
    let UnitKind::Quote(ix) = scene.units[at].kind else { return None };
    let end = scene.sentence.end;
    let mut next = at + 1;
    let comma = |it: &Unit| matches!(it.kind, UnitKind::Mark(',' | '—' | '–' | '-'));
    let outside = next < end && comma(&scene.units[next]);
    if outside {
        next += 1;
    }
    if next >= end || scene.units[next].is(Class::CONJ) && !scene.units[next].is_capital() {
        return None;
    }
    let last = scene.marked[ix].inner.of(text).chars().next_back().unwrap_or(' ');
    let asks = outside || matches!(last, ',' | '?' | '!' | '—' | '–' | '-' | '…' | '.');
    let found = scene.cues.iter().find(|it| it.at.start > at)?;
    let between = scene.units.get(next..found.at.start)?;
    if between.iter().any(Unit::is_quote) {
        return None;
    }
    let beside = match found.kind {
        CueKind::Inverted | CueKind::According => between.iter().all(|it| it.is(Class::ADVERB)),
        CueKind::Plain => found.source.as_ref().is_some_and(|it| {
            it.start >= next
                && it.start <= next + 2
                && !scene.units[next..it.start]
                    .iter()
                    .any(|it| it.is(Class::CONJ) || it.is(Class::VERB))
        }),
        CueKind::Participle | CueKind::Colon => false,
    };
    (beside && (asks || before(scene, at).is_none())).then_some((found, Credit::Beside))
}

/// Ortiz said “…”: the nearest cue before the stretch.
fn before<'a>(scene: &'a Scene<'_>, at: usize) -> Option<(&'a Cue, Credit)> {
    let cue = scene
        .cues
        .iter()
        .rev()
        .find(|it| it.at.end <= at && it.source.as_ref().is_none_or(|it| it.end <= at))?;
    let credit = if at - cue.at.end <= 6 { Credit::Beside } else { Credit::Sentence };
    Some((cue, credit))
}

/// “… a “clear path” to work, according to Ortiz”: a cue that ends the sentence.
fn trailing<'a>(scene: &'a Scene<'_>, at: usize) -> Option<(&'a Cue, Credit)> {
    let sets_off = |cue: &&Cue| {
        let from = match (cue.kind, &cue.source) {
            (CueKind::Plain, Some(source)) => source.start,
            (CueKind::Inverted | CueKind::According, _) => cue.at.start,
            _ => return false,
        };
        let before = from.checked_sub(1).filter(|&it| it >= at).map(|it| &scene.units[it]);
        before.is_some_and(|it| it.is_mark(',') || it.is_quote() || cue.kind == CueKind::According)
    };
    let cue = scene.cues.iter().rev().find(sets_off)?;
    Some((cue, Credit::Sentence))
}
