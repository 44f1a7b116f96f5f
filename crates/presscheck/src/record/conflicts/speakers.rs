//! The same words, given to different speakers.

use std::collections::BTreeMap;

use super::{Clash, Seen};
use crate::model::{NameKind, Quote, QuoteKind, Spot, StoryEntityIx};
use crate::text::words::{TokenKind, tokens};
use crate::text::{fold, person};

/// Fewer words than this can be said by two people by chance: “we will see what happens”.
const LEAST_WORDS: usize = 6;

/// A quotation with a named person as its speaker.
struct Said {
    spot: Spot,
    speaker: StoryEntityIx,
}

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let mut said: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for (article, it) in seen.articles.iter().enumerate() {
        for quote in &it.annotations.quotes {
            let Some(speaker) = speaker(seen, article, quote) else { continue };
            let Some(words) = words(&it.article.text, quote) else { continue };
            let spot = Spot { article, span: quote.span };
            said.entry(words).or_default().push(Said { spot, speaker });
        }
    }
    let mut found: Vec<Clash> = said.values().filter_map(|it| clash(seen, it)).collect();
    found.sort_by(|a, b| a.sides.cmp(&b.sides));
    found
}

/// One place for each speaker.
fn clash(seen: &Seen<'_>, said: &[Said]) -> Option<Clash> {
    let mut of: BTreeMap<StoryEntityIx, Spot> = BTreeMap::new();
    for it in said {
        of.entry(it.speaker).or_insert(it.spot);
    }
    let names: Vec<&str> = of
        .keys()
        .filter_map(|&it| seen.story.entities.get(it))
        .map(|it| it.name.as_str())
        .collect();
    if !two_people(&names) {
        return None;
    }
    let mut sides: Vec<Spot> = of.values().map(|&it| seen.sentences.around(it)).collect();
    sides.sort();
    let note = Some("the same words have different speakers".to_owned());
    Some(Clash { kind: "attribution", what: names.join(" / "), sides, note })
}

/// Whether two of the names have surnames that no spelling explains.
fn two_people(names: &[&str]) -> bool {
    let surnames: Vec<String> =
        names.iter().filter_map(|it| person::parts(it).last().cloned()).collect();
    let Some((first, rest)) = surnames.split_first() else { return false };
    rest.iter().any(|it| person::surnames(first, it).is_none())
}

/// Only people: an office and the person who speaks for it can both be right.
fn speaker(seen: &Seen<'_>, article: usize, quote: &Quote) -> Option<StoryEntityIx> {
    let ix = *seen.story.entity_of.get(article)?.get(quote.speaker?)?;
    let entity = seen.story.entities.get(ix)?;
    (entity.named && entity.kind == NameKind::Person).then_some(ix)
}

fn words(text: &str, quote: &Quote) -> Option<String> {
    if quote.kind == QuoteKind::Indirect {
        return None;
    }
    let tokens = tokens(text, quote.span);
    let words = tokens.iter().filter(|it| it.kind != TokenKind::Mark);
    let words: Vec<String> = words.map(|it| fold::word(it.span.of(text))).collect();
    (words.len() >= LEAST_WORDS).then(|| words.join(" "))
}
