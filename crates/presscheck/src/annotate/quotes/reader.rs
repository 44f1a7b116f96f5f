//! Reads an article paragraph by paragraph, and remembers who spoke last.

mod remember;

use std::ops::Range;

use super::attribution::{Given, Scene};
use super::chunks::{self, Chunk, Form};
use super::cues;
use super::keep::{Credit, is_speech};
use super::lines::{self, Labels, Line};
use super::marks;
use super::reports::{Report, Reports};
use super::sentence::{Sentence, Subject};
use super::speakers::{Source, Speakers};
use super::texts::Texts;
use super::units::{self, UnitKind};
use crate::model::{Annotations, Quote, QuoteKind, Span};
use crate::text::words::Token;

/// The quotations of the paragraphs read so far.
pub(super) struct Reader<'a> {
    text: &'a str,
    found: &'a Annotations,
    speakers: Speakers<'a>,
    quotes: Vec<Quote>,
    /// Who spoke last, and whether in the paragraph being read.
    last: Option<Last>,
    labels: Labels,
    /// The paragraph before the one being read, and its first quotation.
    before: Option<(Span, usize)>,
    texts: Texts,
    /// Stretches of the paragraphs before that run on without a closing mark and have no cue of their
    /// own, as places in `quotes`: who speaks may be told at the end.
    running: Vec<usize>,
}

/// The speaker that words without a cue of their own continue.
#[derive(Clone, Copy, Debug)]
struct Last {
    source: Source,
    cue: Option<Span>,
    /// The marked stretch, as a place in `Reader::quotes`.
    quote: Option<usize>,
    /// Whether speech is announced or runs on: the closing mark is missing, or a colon ends the
    /// paragraph.
    open: bool,
    here: bool,
    /// Whether in the paragraph before the one being read.
    near: bool,
}

/// How a stretch came by its speaker.
#[derive(Clone, Copy, Debug)]
struct Attribution {
    source: Option<Source>,
    cue: Option<Span>,
    credit: Credit,
    negated: bool,
    continues: Option<usize>,
    /// The cue, as a place in the sentence's list.
    place: Option<usize>,
}

const UNKNOWN: Attribution = Attribution {
    source: None,
    cue: None,
    credit: Credit::None,
    negated: false,
    continues: None,
    place: None,
};

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, found: &'a Annotations, labels: Labels) -> Self {
        let speakers = Speakers::new(text, found);
        Reader {
            text,
            found,
            speakers,
            quotes: Vec::new(),
            last: None,
            labels,
            before: None,
            texts: Texts::default(),
            running: Vec::new(),
        }
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
        // A clause stands for the words within it.
        let whole = |ix: usize| place[self.quotes[ix].within.unwrap_or(ix)];
        let moved = |&ix: &usize| {
            let it = &self.quotes[ix];
            let continues = it.continues.filter(|_| it.within.is_none()).map(whole);
            Quote { continues, within: it.within.map(|it| place[it]), ..it.clone() }
        };
        order.iter().map(moved).collect()
    }

    /// Reads one paragraph. `tokens` are those within it.
    pub(super) fn paragraph(&mut self, paragraph: Span, tokens: &[Token]) {
        let first = self.quotes.len();
        let mentions = &self.found.mentions;
        let from = mentions.partition_point(|it| it.span.end() <= paragraph.start());
        let mentions = mentions.get(from..).unwrap_or_default();
        let to = mentions.partition_point(|it| it.span.start() < paragraph.end());
        let line =
            lines::read(self.text, tokens, mentions.get(..to).unwrap_or_default(), &self.labels);
        let before = self.before.replace((paragraph, first));
        if line.is_some_and(|it| self.line(it, before)) {
            return;
        }
        let marked = marks::pair(self.text, paragraph);
        let units = units::units(self.text, tokens, &marked, mentions);
        if let Some(last) = &mut self.last {
            last.near = last.here || last.near && last.quote.is_some();
            last.here = false;
        }
        let mut first = true;
        for range in units::sentences(self.text, &units, &marked, &self.found.sentences) {
            let chunks = chunks::chunks(self.text, &units, range.clone());
            let sentence = Sentence { text: self.text, units: &units, chunks: &chunks };
            let cues = cues::find(sentence);
            let scene = Scene { sentence, marked: &marked, units: range, cues };
            if first && !scene.starts_with_quote() {
                self.running.clear();
            }
            self.sentence(&scene, first);
            self.remember(&scene);
            self.remember_texts(&scene);
            first = false;
        }
    }

    /// Reads a paragraph by its form; `false` if it is none of those after all.
    fn line(&mut self, line: Line, before: Option<(Span, usize)>) -> bool {
        match line {
            Line::Speech { words, name } => self.say(words, name),
            Line::Post { words: Some(words), name } => self.say(words, name),
            Line::Post { words: None, name } => {
                let Some((paragraph, first)) = before else { return false };
                if first == self.quotes.len() {
                    self.say(paragraph, name);
                } else {
                    self.credit(name, first);
                }
            }
            Line::Credit { name, sure } => {
                let Some((paragraph, first)) = before.filter(|it| it.1 < self.quotes.len()) else {
                    return false;
                };
                let open = self.last.is_some_and(|it| it.open && it.quote.is_some());
                let quotes = &self.quotes[first..];
                let unknown = quotes.iter().all(|it| it.source.is_none());
                let told = quotes.iter().any(|it| it.cue.is_some_and(|it| it.overlaps(paragraph)));
                if told || !sure && !open && !unknown {
                    return false;
                }
                self.credit(name, first);
            }
        }
        true
    }

    /// Adds words that a name stands beside.
    fn say(&mut self, words: Span, name: Span) {
        let source = self.speakers.resolve(name);
        self.quotes.push(Quote {
            span: words,
            marked: Vec::new(),
            kind: QuoteKind::Direct,
            source: Some(source.span),
            cue: None,
            speaker: source.speaker,
            continues: None,
            within: None,
            negated: false,
        });
        self.last = None;
    }

    /// Gives the quotations of a paragraph, from the one at `first` on, to the name below them.
    fn credit(&mut self, name: Span, first: usize) {
        let source = self.speakers.resolve(name);
        for it in self.quotes.iter_mut().skip(first).filter(|it| it.kind != QuoteKind::Indirect) {
            it.source = Some(source.span);
            it.speaker = source.speaker;
            it.cue = None;
        }
        self.last = None;
    }

    fn sentence(&mut self, scene: &Scene<'_>, first: bool) {
        let mut reports = Reports::of(scene);
        let mut split = None;
        for at in scene.units.clone() {
            let UnitKind::Quote(ix) = scene.sentence.units[at].kind else { continue };
            let stretch = scene.marked[ix];
            let mut given = self.attribute(scene, &reports, at, first);
            if !is_speech(self.text, scene.sentence.units, at, stretch.inner, given.credit) {
                continue;
            }
            // “…,” she said, “…”: two stretches by one cue.
            if let Some((_, quote)) = split.filter(|(cue, _)| given.cue == Some(*cue)) {
                given.continues = Some(quote);
            }
            let quote = self.quotes.len();
            if first && at == scene.units.start {
                self.run_on(&mut given, quote, stretch.closed);
            }
            let kind = self.kind(scene, at, stretch.inner, given);
            self.quotes.push(Quote {
                span: stretch.inner,
                marked: vec![stretch.inner],
                kind,
                source: given.source.map(|it| it.span),
                cue: given.cue,
                speaker: given.source.and_then(|it| it.speaker),
                continues: given.continues,
                within: None,
                negated: given.negated,
            });
            reports.give(at, given.place, quote);
            split = given.cue.map(|cue| (cue, quote));
            if let Some(source) = given.source {
                let open = !stretch.closed;
                self.last = Some(Last {
                    source,
                    cue: given.cue,
                    quote: Some(quote),
                    open,
                    here: true,
                    near: false,
                });
            }
        }
        self.reports(scene, &reports);
    }

    /// ““It was bad.”, ““It was worse,” said Veld” in the next paragraph: speech that runs on over
    /// paragraphs is that of whoever is named at its end, where nobody is before. `quote` is the
    /// stretch at the start of a paragraph.
    fn run_on(&mut self, given: &mut Attribution, quote: usize, closed: bool) {
        if given.credit > Credit::Carried {
            for &it in &self.running {
                let before = &mut self.quotes[it];
                before.source = given.source.map(|it| it.span);
                before.speaker = given.source.and_then(|it| it.speaker);
                before.cue = given.cue;
            }
            given.continues = self.running.last().copied().or(given.continues);
        }
        if closed || given.credit > Credit::Carried {
            self.running.clear();
        } else {
            self.running.push(quote);
        }
    }

    /// The clauses that are told, without marks or with marks round some of their words.
    fn reports(&mut self, scene: &Scene<'_>, reports: &Reports) {
        for report in &reports.list {
            let Some(clause) = self.clause(scene, report) else { continue };
            let place = self.quotes.len();
            for &it in &report.quotes {
                self.quotes[it].within = Some(place);
            }
            self.quotes.push(clause);
        }
    }

    /// The entry of a clause; `None` where a marked stretch is all of it.
    fn clause(&self, scene: &Scene<'_>, report: &Report) -> Option<Quote> {
        let span = report.span;
        if report.quotes.iter().any(|&it| self.quotes[it].span == span) {
            return None;
        }
        let cue = &scene.cues[report.cue];
        let source = cue.source.as_ref().map(|it| self.source(scene, it));
        if source.is_some_and(|it| it.span.overlaps(span)) {
            return None;
        }
        Some(Quote {
            span,
            marked: report.marked.clone(),
            kind: QuoteKind::Indirect,
            source: source.map(|it| it.span),
            cue: units::span(scene.sentence.units, cue.units.clone()),
            speaker: source.and_then(|it| it.speaker),
            continues: report.quotes.first().and_then(|&it| self.quotes[it].continues),
            within: None,
            negated: cue.negated,
        })
    }

    fn source(&self, scene: &Scene<'_>, subject: &Subject) -> Source {
        let units = scene.sentence.units;
        let words = |it: &Range<usize>| units::span(units, it.clone()).unwrap_or(Span::whole(""));
        let own = words(&subject.units);
        match &subject.stands_for {
            Some(name) => Source { span: own, speaker: self.speakers.resolve(words(name)).speaker },
            None => self.resolve(own),
        }
    }

    /// Whom words stand for; “the statement” for whoever made the one told of last.
    fn resolve(&self, words: Span) -> Source {
        let source = self.speakers.resolve(words);
        if source.speaker.is_some() || words.of(self.text).starts_with(['a', 'A']) {
            return source;
        }
        let owner = Texts::named(source.span.of(self.text)).and_then(|it| self.texts.owner(it));
        Source { speaker: owner.and_then(|it| it.speaker), ..source }
    }

    /// `at`: the unit of the stretch.
    fn attribute(
        &self,
        scene: &Scene<'_>,
        reports: &Reports,
        at: usize,
        first: bool,
    ) -> Attribution {
        let UnitKind::Quote(ix) = scene.sentence.units[at].kind else { return UNKNOWN };
        let end = scene.marked[ix].inner.of(self.text).chars().next_back().unwrap_or(' ');
        let Some(Given { cue, credit }) = scene.cue_of(at, end) else {
            return self.carried(scene, at, first);
        };
        let cue = reports.teller(scene, at, cue);
        let place = Some(cue);
        let cue = &scene.cues[cue];
        let source = cue.source.as_ref().map(|it| self.source(scene, it));
        // “Asked whether it was “a trap””: whoever asked is not named.
        let passive = scene
            .sentence
            .chunk(cue.chunk)
            .and_then(Chunk::verb)
            .is_some_and(|it| it.passive || it.form == Form::Participle);
        let carried = self.last.filter(|it| it.here && !passive).map(|it| it.source);
        Attribution {
            source: source.or(carried),
            cue: units::span(scene.sentence.units, cue.units.clone()),
            credit,
            negated: cue.negated,
            continues: None,
            place,
        }
    }

    /// No cue in the sentence: whoever spoke in the sentence or the paragraph before.
    fn carried(&self, scene: &Scene<'_>, at: usize, first: bool) -> Attribution {
        let starts = at == scene.units.start;
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
        let alone = scene.sentence.units.len() == 1;
        if first && starts && alone && last.near {
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
        let starts = at == scene.units.start
            || scene
                .sentence
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
}
