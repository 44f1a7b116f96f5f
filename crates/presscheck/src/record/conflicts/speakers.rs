//! The same words, given to different speakers.

use std::collections::BTreeMap;

use super::{Clash, Seen};
use crate::model::{NameKind, Quote, Spot, StoryEntity, StoryEntityIx, Utterance, Version};
use crate::text::person;
use crate::text::words::{TokenKind, tokens};

/// Fewer words than this can be said by two people by chance: “we will see what happens”.
const LEAST_WORDS: usize = 6;

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    seen.story.utterances.iter().filter_map(|it| clash(seen, it)).collect()
}

/// One place for each speaker, if two of them cannot both be right.
fn clash(seen: &Seen<'_>, of: &Utterance) -> Option<Clash> {
    let mut speakers: BTreeMap<StoryEntityIx, Vec<Spot>> = BTreeMap::new();
    for it in &of.versions {
        let Some((speaker, spot)) = said(seen, it) else { continue };
        speakers.entry(speaker).or_default().push(spot);
    }
    let entity = |ix: StoryEntityIx| seen.story.entities.get(ix);
    let people: Vec<StoryEntityIx> = speakers
        .keys()
        .copied()
        .filter(|&it| entity(it).is_some_and(|it| it.named && it.kind == NameKind::Person))
        .collect();
    let names: Vec<&str> =
        people.iter().filter_map(|&it| entity(it)).map(|it| it.name.as_str()).collect();
    if two_people(&names) && !people.iter().any(|&it| speaks_for_others(seen, it)) {
        let sides = people.iter().filter_map(|it| speakers.get(it)?.first().copied());
        return Some(attribution(
            names.join(" / "),
            sides,
            "the same words have different speakers",
        ));
    }
    let (named, unnamed) = in_one_article(&speakers, &entity)?;
    let names = [entity(named.0)?.name.as_str(), entity(unnamed.0)?.name.as_str()];
    let sides = [named.1, unnamed.1].into_iter();
    let note = "one outlet gives two versions of the same words as if of two speakers";
    Some(attribution(names.join(" / "), sides, note))
}

/// Whether somebody's office is to give the words of another: the harbour chief's spokeswoman.
fn speaks_for_others(seen: &Seen<'_>, ix: StoryEntityIx) -> bool {
    let roles = seen.story.entities.get(ix).map(|it| it.roles.as_slice()).unwrap_or_default();
    roles.iter().any(|it| {
        let text = seen.articles.get(it.article).map_or("", |of| it.span.of(&of.article.text));
        let text = text.to_lowercase();
        ["spokes", "press secretary", "aide"].iter().any(|it| text.contains(it))
    })
}

fn attribution(what: String, sides: impl Iterator<Item = Spot>, note: &str) -> Clash {
    let mut sides: Vec<Spot> = sides.collect();
    sides.sort();
    Clash { kind: "attribution", what, sides, note: Some(note.to_owned()) }
}

type Said = (StoryEntityIx, Spot);

/// A named and an unnamed speaker of one utterance in one article.
fn in_one_article<'a>(
    speakers: &BTreeMap<StoryEntityIx, Vec<Spot>>,
    entity: &impl Fn(StoryEntityIx) -> Option<&'a StoryEntity>,
) -> Option<(Said, Said)> {
    let is_named = |ix: StoryEntityIx| entity(ix).is_some_and(|it| it.named);
    let places = |named: bool| {
        let of = speakers.iter().filter(move |it| is_named(*it.0) == named);
        of.flat_map(|(&ix, spots)| spots.iter().map(move |&it| (ix, it)))
    };
    places(true).find_map(|named| {
        let other = places(false).find(|it| it.1.article == named.1.article)?;
        (named.1 != other.1).then_some((named, other))
    })
}

/// Whether two of the names have surnames that no spelling explains.
fn two_people(names: &[&str]) -> bool {
    let surnames: Vec<String> =
        names.iter().filter_map(|it| person::parts(it).last().cloned()).collect();
    let Some((first, rest)) = surnames.split_first() else { return false };
    rest.iter().any(|it| person::surnames(first, it).is_none())
}

/// Who says a version of some length, and its sentence.
fn said(seen: &Seen<'_>, it: &Version) -> Option<(StoryEntityIx, Spot)> {
    let quote = quote(seen, it)?;
    let text = &seen.articles.get(it.article)?.article.text;
    let words = tokens(text, quote.span).iter().filter(|it| it.kind != TokenKind::Mark).count();
    // Whom “she” stands for is a guess that no conflict should rest on.
    if quote.source.is_some_and(|it| person::is_pronoun(it.of(text))) {
        return None;
    }
    let speaker = *seen.story.entity_of.get(it.article)?.get(quote.speaker?)?;
    let spot = Spot { article: it.article, span: quote.span };
    (words >= LEAST_WORDS).then(|| (speaker, seen.sentences.around(spot)))
}

fn quote<'a>(seen: &Seen<'a>, it: &Version) -> Option<&'a Quote> {
    seen.articles.get(it.article)?.annotations.quotes.get(it.quote)
}
