//! Words that one outlet prints as said and another prints otherwise.

use std::collections::BTreeMap;

use super::{Clash, Seen};
use crate::model::{Quote, Relation, Span, Spot, Utterance, Version};

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    seen.story.utterances.iter().flat_map(|it| clashes(seen, it)).collect()
}

/// One clash for each sentence of the fullest version that others give in other words: that sentence
/// first, then theirs.
fn clashes(seen: &Seen<'_>, of: &Utterance) -> Vec<Clash> {
    let mut found: BTreeMap<(Spot, Relation), Vec<(&Version, Spot)>> = BTreeMap::new();
    for it in of.versions.iter().filter(|it| is_changed(it.relation)) {
        let Some((own, full)) = sentences(seen, of, it) else { continue };
        found.entry((full, it.relation)).or_default().push((it, own));
    }
    let clashes = found.into_iter().filter_map(|((full, relation), versions)| {
        let first = versions.first()?.0;
        let mut sides = vec![full];
        sides.extend(versions.iter().map(|it| it.1));
        let one_outlet = versions.iter().all(|it| it.1.article == full.article);
        Some(Clash {
            kind: "wording",
            what: what(seen, of, first)?,
            sides,
            note: Some(note(relation, one_outlet).to_owned()),
        })
    });
    clashes.collect()
}

fn is_changed(relation: Relation) -> bool {
    matches!(relation, Relation::Altered | Relation::Translation)
}

fn note(relation: Relation, one_outlet: bool) -> &'static str {
    match (relation, one_outlet) {
        (Relation::Translation, _) => "perhaps two translations of one remark",
        (_, true) => "one outlet prints it in two ways",
        (_, false) => "outlets differ in words between quotation marks",
    }
}

/// The sentence of a version in which words differ, and that of the fullest.
fn sentences(seen: &Seen<'_>, of: &Utterance, it: &Version) -> Option<(Spot, Spot)> {
    let fullest = of.versions.get(it.against)?;
    let (own, full) = (quote(seen, it)?.span, quote(seen, fullest)?.span);
    // The longest difference stands for all.
    let longest = it.differences.iter().max_by_key(|it| it.0.len() + it.1.len());
    let (own, full) = longest.map_or((own, full), |it| (within(it.0, own), within(it.1, full)));
    let around = |article, span| seen.sentences.around(Spot { article, span });
    Some((around(it.article, own), around(fullest.article, full)))
}

/// The difference if it lies in the quotation, else the quotation.
fn within(difference: Span, quote: Span) -> Span {
    if quote.contains(difference) { difference } else { quote }
}

/// Who said it, and the words of the version itself.
fn what(seen: &Seen<'_>, of: &Utterance, it: &Version) -> Option<String> {
    let text = &seen.articles.get(it.article)?.article.text;
    let words = quote(seen, it)?.span.of(text);
    let speaker = of.speaker.and_then(|it| seen.story.entities.get(it));
    Some(speaker.map_or_else(|| words.to_owned(), |it| format!("{}: {words}", it.name)))
}

fn quote<'a>(seen: &Seen<'a>, it: &Version) -> Option<&'a Quote> {
    seen.articles.get(it.article)?.annotations.quotes.get(it.quote)
}
