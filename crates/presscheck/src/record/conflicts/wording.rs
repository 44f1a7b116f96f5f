//! Words that one outlet prints as said and another prints otherwise.

use super::{Clash, Seen};
use crate::model::{Quote, Relation, Spot, Utterance, Version};

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    seen.story.utterances.iter().filter_map(|it| clash(seen, it)).collect()
}

/// The version it is counted against stands first, the altered ones follow.
fn clash(seen: &Seen<'_>, it: &Utterance) -> Option<Clash> {
    let altered: Vec<&Version> =
        it.versions.iter().filter(|it| it.relation == Relation::Altered).collect();
    let first = altered.first()?;
    let fullest = it.versions.get(first.against)?;
    let mut sides = vec![spot(seen, fullest)?];
    sides.extend(altered.iter().filter_map(|it| spot(seen, it)));
    let speaker = it.speaker.and_then(|it| seen.story.entities.get(it));
    let told = if altered.iter().all(|it| it.article == fullest.article) {
        "one outlet prints it in two ways"
    } else {
        "outlets differ in words between quotation marks"
    };
    let what = words(seen, first)?;
    let what = speaker.map_or_else(|| what.clone(), |it| format!("{}: {what}", it.name));
    Some(Clash { kind: "wording", what, sides, note: Some(told.to_owned()) })
}

fn spot(seen: &Seen<'_>, it: &Version) -> Option<Spot> {
    let span = quote(seen, it)?.span;
    Some(seen.sentences.around(Spot { article: it.article, span }))
}

/// The words of the version itself.
fn words(seen: &Seen<'_>, it: &Version) -> Option<String> {
    let text = &seen.articles.get(it.article)?.article.text;
    Some(quote(seen, it)?.span.of(text).to_owned())
}

fn quote<'a>(seen: &Seen<'a>, it: &Version) -> Option<&'a Quote> {
    seen.articles.get(it.article)?.annotations.quotes.get(it.quote)
}
