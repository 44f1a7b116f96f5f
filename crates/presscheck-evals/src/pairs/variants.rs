//! Quotations of two outlets that share words: one utterance or not, and altered or not.
//!
//! Each pair is laid before the engine as a story of two articles, once with the whole texts it was
//! taken from and once alone, with nothing but the quotation and its speaker.

use std::fs;
use std::path::Path;

use anyhow::Context;
use presscheck::model::{Annotated, Place, QuoteKind, Relation, Span, Story};
use presscheck::read::{self, Input, StatedOutside};
use presscheck::{annotate, relate};
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures};

/// What the engine is given of a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// The whole articles.
    Articles,
    /// A sentence each: the quotation, and who said it.
    Alone,
}

#[derive(Deserialize)]
struct Pair {
    a: Side,
    b: Side,
    same_utterance: bool,
    relation: String,
}

#[derive(Deserialize)]
struct Side {
    split: String,
    doc: String,
    outlet: String,
    /// In characters, as `end`.
    start: usize,
    end: usize,
    text: String,
    speaker: Option<String>,
}

/// What the engine says of a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    /// A quotation was not found.
    Unfound,
    /// Two utterances.
    Apart,
    /// One utterance.
    One,
    /// One, in other words.
    Altered,
}

pub(crate) fn score(folder: &Path, form: Form, errors: bool) -> anyhow::Result<Measures> {
    let pairs = engine::json_lines::<Pair>(&folder.join("variants/pairs.jsonl"))?;
    let mut counts = Counts::default();
    for pair in &pairs {
        let said = said(folder, pair, form)?;
        counts.add(pair, said);
        if errors && !is_right(pair, said) {
            println!("{} {said:?}\n  {}\n  {}", pair.relation, pair.a.text, pair.b.text);
        }
    }
    Ok(counts.measures())
}

fn is_right(pair: &Pair, said: Said) -> bool {
    match said {
        Said::Altered => pair.relation == "altered",
        Said::One => pair.same_utterance && pair.relation != "altered",
        Said::Apart | Said::Unfound => !pair.same_utterance,
    }
}

#[derive(Default)]
struct Counts {
    altered: (usize, usize, usize),
    same: (usize, usize),
    stock: (usize, usize),
    restated: (usize, usize),
}

impl Counts {
    fn add(&mut self, pair: &Pair, said: Said) {
        let joined = matches!(said, Said::One | Said::Altered);
        let altered = pair.relation == "altered";
        self.altered.0 += usize::from(altered && said == Said::Altered);
        self.altered.1 += usize::from(said == Said::Altered);
        self.altered.2 += usize::from(altered);
        let count = |of: &mut (usize, usize), right: bool| {
            of.0 += usize::from(right);
            of.1 += 1;
        };
        match pair.relation.as_str() {
            "different" => count(&mut self.stock, !joined),
            "restated" => count(&mut self.restated, !joined),
            _ => count(&mut self.same, joined),
        }
    }

    fn measures(&self) -> Measures {
        let share = |(right, of)| Measure::Share { right, of };
        let (right, said, labelled) = self.altered;
        vec![
            ("altered.precision".to_owned(), share((right, said))),
            ("altered.recall".to_owned(), share((right, labelled))),
            ("same.joined".to_owned(), share(self.same)),
            ("stock.apart".to_owned(), share(self.stock)),
            ("restated.apart".to_owned(), share(self.restated)),
        ]
    }
}

fn said(folder: &Path, pair: &Pair, form: Form) -> anyhow::Result<Said> {
    let (a, in_a) = article(folder, &pair.a, form)?;
    let (b, in_b) = article(folder, &pair.b, form)?;
    let articles = [a, b];
    let story = relate::articles(&articles);
    let quote = |ix: usize, (start, end): (usize, usize)| {
        let quotes = &articles[ix].annotations.quotes;
        let shared = |span: Span| span.end().min(end).saturating_sub(span.start().max(start));
        let marked = quotes.iter().enumerate().filter(|it| it.1.kind != QuoteKind::Indirect);
        let best = marked.max_by_key(|it| shared(it.1.span))?;
        (shared(best.1.span) * 2 > end - start).then_some(best.0)
    };
    let (Some(x), Some(y)) = (quote(0, in_a), quote(1, in_b)) else { return Ok(Said::Unfound) };
    Ok(relation(&story, x, y))
}

fn relation(story: &Story, x: usize, y: usize) -> Said {
    for it in &story.utterances {
        let of = |article: usize, quote: usize| {
            it.versions.iter().find(|it| it.article == article && it.quote == quote)
        };
        if let (Some(a), Some(b)) = (of(0, x), of(1, y)) {
            let altered = [a, b].iter().any(|it| it.relation == Relation::Altered);
            return if altered { Said::Altered } else { Said::One };
        }
    }
    Said::Apart
}

/// An annotated article, and where the quotation stands in it, in bytes.
fn article(folder: &Path, side: &Side, form: Form) -> anyhow::Result<(Annotated, (usize, usize))> {
    let (text, place) = match form {
        Form::Articles => {
            let path = folder.join(format!("polnear/{}/text/{}.txt", side.split, side.doc));
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |it| it.0);
            let place = (byte(side.start), byte(side.end));
            (text, place)
        }
        Form::Alone => {
            let speaker = side.speaker.as_deref().unwrap_or("He");
            let text = format!("{} {speaker} said.\n", side.text.trim());
            let end = side.text.trim().len();
            (text, (0, end))
        }
    };
    let published = side.doc.split('_').nth(1).map(str::to_owned);
    let stated =
        StatedOutside { outlet: Some(side.outlet.clone()), published, ..StatedOutside::default() };
    let place_of = Place { path: Some(format!("{}.txt", side.doc)), url: None };
    let input = Input { bytes: text.as_bytes(), place: place_of, media_type: None, stated };
    let mut articles = read::articles(&input).articles;
    let article = articles.pop().context("a text gives one article")?;
    Ok((Annotated { annotations: annotate::article(&article), article }, place))
}
