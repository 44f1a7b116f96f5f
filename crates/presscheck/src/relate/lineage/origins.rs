//! Origins: the newsrooms and agencies whose own work the articles print.

use super::credits::{Credit, Strength};
use super::{Related, credits};
use crate::model::{Annotated, ArticleIx, Origin, Span, Spot};

/// Longest evidence taken from a shared passage; the whole passage stands in the link.
const LONGEST_EVIDENCE_BYTES: usize = 240;

/// Every article under exactly one origin, in order of their first articles.
pub(super) fn group(
    articles: &[Annotated],
    credits: &[Vec<Credit>],
    pairs: &[Related],
) -> Vec<Origin> {
    let mut first: Vec<ArticleIx> = (0..articles.len()).collect();
    for pair in pairs.iter().filter(|it| it.one_origin) {
        let (a, b) = (root(&first, pair.shared.a), root(&first, pair.shared.b));
        first[a.max(b)] = a.min(b);
    }
    let mut members: Vec<Vec<ArticleIx>> = vec![Vec::new(); articles.len()];
    for ix in 0..articles.len() {
        members[root(&first, ix)].push(ix);
    }
    let mut evidence: Vec<Vec<Spot>> = vec![Vec::new(); articles.len()];
    for pair in pairs.iter().filter(|it| it.one_origin) {
        let longest =
            pair.shared.passages.iter().max_by_key(|it| (it.0.len(), usize::MAX - it.0.start()));
        if let Some(&(in_a, in_b)) = longest {
            let spots = &mut evidence[root(&first, pair.shared.a)];
            spots.push(short(articles, Spot { article: pair.shared.a, span: in_a }));
            spots.push(short(articles, Spot { article: pair.shared.b, span: in_b }));
        }
    }
    members
        .into_iter()
        .zip(evidence)
        .filter(|(members, _)| !members.is_empty())
        .map(|(members, passages)| origin(articles, credits, members, passages))
        .collect()
}

fn root(first: &[ArticleIx], mut ix: ArticleIx) -> ArticleIx {
    while first[ix] != ix {
        ix = first[ix];
    }
    ix
}

fn origin(
    articles: &[Annotated],
    credits: &[Vec<Credit>],
    members: Vec<ArticleIx>,
    passages: Vec<Spot>,
) -> Origin {
    let mut evidence: Vec<Spot> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for &article in &members {
        for credit in credits[article].iter().filter(|it| it.strength == Strength::Whole) {
            named.push(&credit.name);
            evidence.push(Spot { article, span: credit.span });
        }
    }
    let outlet = |ix: &ArticleIx| articles[*ix].article.outlet.as_ref();
    // An article by the agency itself names it as its outlet.
    let agency = members.iter().filter_map(outlet).find_map(|it| credits::agency(&it.value));
    let name = most_named(&named)
        .or(agency.map(str::to_owned))
        .or_else(|| members.iter().find_map(outlet).map(|it| it.value.clone()))
        .unwrap_or_else(|| described(&articles[members[0]]));
    evidence.extend(passages);
    if evidence.is_empty() {
        evidence.extend(members.iter().map(|&article| own_line(articles, article)));
    }
    evidence.sort();
    evidence.dedup();
    Origin { name, articles: members, evidence }
}

/// The name that most credits give; of several the first in the alphabet.
fn most_named(names: &[&str]) -> Option<String> {
    let count = |name: &str| names.iter().filter(|it| **it == name).count();
    let best = names.iter().max_by(|a, b| count(a).cmp(&count(b)).then(b.cmp(a)))?;
    Some((*best).to_owned())
}

/// What to call an article whose outlet is unknown: its file or address, else its id.
fn described(article: &Annotated) -> String {
    let place = &article.article.place;
    let path = place.path.as_deref().and_then(|it| it.rsplit(['/', '\\']).next());
    let shown = path.or(place.url.as_deref()).unwrap_or(&article.article.id.0);
    shown.to_owned()
}

/// Where an article alone shows whose it is: the line of its outlet, else its headline, else its
/// first sentence.
fn own_line(articles: &[Annotated], article: ArticleIx) -> Spot {
    let it = &articles[article];
    let stated = it.article.outlet.as_ref().and_then(|it| it.span);
    let title = it.article.title.as_ref().and_then(|it| it.span);
    let first = it.annotations.sentences.first().map(|it| it.span);
    let span = stated.or(title).or(first).unwrap_or_else(|| Span::whole(&it.article.text));
    short(articles, Spot { article, span })
}

/// The start of a spot, up to a limit, cut between words.
fn short(articles: &[Annotated], spot: Spot) -> Spot {
    let text = &articles[spot.article].article.text;
    if spot.span.len() <= LONGEST_EVIDENCE_BYTES {
        return spot;
    }
    let limit = spot.span.start() + LONGEST_EVIDENCE_BYTES;
    let words = spot.span.of(text).split_inclusive(char::is_whitespace);
    let mut end = spot.span.start();
    for word in words {
        if end + word.len() > limit {
            break;
        }
        end += word.len();
    }
    let cut = Span::checked(text, spot.span.start(), end).map(|it| it.trimmed(text));
    Spot { span: cut.filter(|it| !it.is_empty()).unwrap_or(spot.span), ..spot }
}
