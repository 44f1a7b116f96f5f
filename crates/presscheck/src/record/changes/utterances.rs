//! Words that somebody said and that no article quoted before.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, ChangeKind, place, plain};
use crate::model::{Evidence, Record};

/// Quotations of one utterance.
struct Said<'a> {
    speaker: Option<&'a str>,
    /// Whether some of it stands between marks.
    is_marked: bool,
    places: Vec<Evidence>,
}

/// What one record has of what is said.
struct Known<'a> {
    words: BTreeSet<String>,
    articles: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(record: &'a Record, said: &[Said<'_>]) -> Known<'a> {
        Known {
            words: said.iter().flat_map(|it| &it.places).map(|it| plain(&it.text)).collect(),
            articles: record.articles.iter().map(|it| it.id.as_str()).collect(),
        }
    }

    /// Whether not one of the places has words that are known. A report in a writer's own words that
    /// an article gives otherwise is a change of the article and no other utterance.
    fn lacks(&self, it: &Said<'_>) -> bool {
        let has_other_article =
            || it.places.iter().any(|it| !self.articles.contains(it.article.as_str()));
        !it.places.is_empty()
            && it.places.iter().all(|it| !self.words.contains(&plain(&it.text)))
            && (it.is_marked || has_other_article())
    }
}

pub(super) fn find(before: &Record, after: &Record) -> Vec<Change> {
    let (old, new) = (said(before), said(after));
    let (known, kept) = (Known::of(before, &old), Known::of(after, &new));
    let came = new.iter().filter(|it| known.lacks(it)).map(|it| Change {
        kind: ChangeKind::NewUtterance,
        what: it.speaker.unwrap_or_default().to_owned(),
        before: None,
        after: fullest(&it.places),
        evidence: it.places.clone(),
        evidence_before: Vec::new(),
    });
    let gone = old.iter().filter(|it| kept.lacks(it)).map(|it| Change {
        kind: ChangeKind::UtteranceGone,
        what: it.speaker.unwrap_or_default().to_owned(),
        before: fullest(&it.places),
        after: None,
        evidence: Vec::new(),
        evidence_before: it.places.clone(),
    });
    came.chain(gone).collect()
}

/// All that is said: what several articles print of it is one, and so are the stretches of it in one
/// article. Words between marks in a clause that is told are a part of the clause.
fn said(record: &Record) -> Vec<Said<'_>> {
    let versions = record.utterances.iter().flat_map(|of| {
        of.quotes.iter().map(move |it| ((it.article.as_str(), it.quote.as_str()), of))
    });
    let of_quote: BTreeMap<(&str, &str), _> = versions.collect();
    let mut found: Vec<Said<'_>> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for article in &record.articles {
        let whole = article.quotes.iter().filter(|it| it.within.is_none());
        for it in whole {
            let first = it.continues.as_ref().unwrap_or(&it.id);
            let own = (article.id.as_str(), first.as_str());
            let utterance = of_quote.get(&(article.id.as_str(), it.id.as_str()));
            let key = utterance.map_or(own, |it| ("", it.id.as_str()));
            let ix = known.get(&key).or_else(|| known.get(&own)).copied().unwrap_or_else(|| {
                let name = utterance.and_then(|it| it.speaker_name.as_deref());
                let name = name.or(it.speaker_name.as_deref());
                found.push(Said { speaker: name, is_marked: false, places: Vec::new() });
                found.len() - 1
            });
            known.insert(key, ix);
            known.insert((article.id.as_str(), it.id.as_str()), ix);
            found[ix].is_marked |= it.kind != "indirect" || !it.marked.is_empty();
            found[ix].places.extend(place(article, it.start, it.end));
        }
    }
    found
}

/// The longest words; the first of equally long ones, so that the order of the record decides.
fn fullest(places: &[Evidence]) -> Option<String> {
    let most = places.iter().map(|it| it.text.len()).max()?;
    places.iter().find(|it| it.text.len() == most).map(|it| it.text.clone())
}
