//! What one side states and another denies, doubts or has not confirmed.
//!
//! [`doubts`] finds the sentences that go against something. Here each is held against the sentences
//! that are about the same: they share acts, names and rare words with what is denied, and state it.

mod doubts;
mod phrases;

use std::collections::BTreeMap;

use self::doubts::{Doubt, Manner};
use super::{Clash, Seen};
use crate::model::{CommitmentKind, Quote, QuoteKind, Span, Spot, StanceKind, StoryEntityIx};
use crate::record::sentences::{SentenceIx, TopicIx, shared};
use crate::text::fold;
use crate::text::words::{TokenKind, tokens};

/// A statement must share this part of what the denial is about, by weight. Set on the labelled
/// stories: below it, sentences meet that only name the same people.
const LEAST_SHARE: f64 = 0.45;
/// A sentence that says “not” without saying what it goes against must share more of it.
const LEAST_SHARE_NEGATIVE: f64 = 0.6;
/// A sentence that has the act that is denied, and a word more, must share this part.
const LEAST_SHARE_OF_ACT: f64 = 0.35;
/// A statement that shares this part needs no act and no first word in common.
const CLEAR_SHARE: f64 = 0.7;
/// A statement so many sentences before its denial needs no first word in common either.
const JUST_BEFORE: usize = 3;
/// Other articles' statements are shown beside the nearest when they come near to it.
const NEAR_THE_BEST: f64 = 0.75;
/// So many words before a word are looked at for what makes it open.
const WORDS_BEFORE: usize = 6;
/// Words that make what follows open, or say that it is not so.
const SUPPOSING: &[&str] = &[
    "avert", "avoid", "deter", "if", "neither", "never", "no", "not", "prevent", "should", "stop",
    "unless", "unlikely", "whether", "without",
];

/// No more statements than this are shown for one denial.
const MOST_STATEMENTS: usize = 4;

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let doubts = doubts::find(seen);
    let by_sentence: BTreeMap<SentenceIx, &Doubt> =
        doubts.iter().map(|it| (it.sentence, it)).collect();
    let met: Vec<(&Doubt, Vec<SentenceIx>)> = doubts
        .iter()
        .map(|it| (it, statements(seen, it, &by_sentence)))
        .filter(|it| !it.1.is_empty())
        .collect();
    together(&met).into_iter().filter_map(|group| clash(seen, &group)).collect()
}

/// The statements that a denial goes against, the nearest first, one of each article.
fn statements(
    seen: &Seen<'_>,
    doubt: &Doubt,
    doubts: &BTreeMap<SentenceIx, &Doubt>,
) -> Vec<SentenceIx> {
    let all = seen.sentences.all();
    let mut best: BTreeMap<usize, (f64, SentenceIx)> = BTreeMap::new();
    for ix in seen.sentences.near(&doubt.topics) {
        let open = doubts.get(&ix).is_some_and(|it| it.manner == Manner::Open);
        if ix == doubt.sentence || Some(ix) == doubt.points_to || open {
            continue;
        }
        let Some(share) = share(seen, doubt, ix, doubts) else { continue };
        let known = best.entry(all[ix].spot.article).or_insert((share, ix));
        if share > known.0 {
            *known = (share, ix);
        }
    }
    let mut found: Vec<(f64, SentenceIx)> = best.into_values().collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let top = found.first().map_or(0.0, |it| it.0);
    found.retain(|it| it.0 >= top * NEAR_THE_BEST);
    let mut found: Vec<SentenceIx> = found.into_iter().map(|it| it.1).collect();
    if let Some(pointed) = doubt.points_to {
        found.insert(0, pointed);
    }
    found.truncate(MOST_STATEMENTS);
    found
}

/// How much of what is denied a sentence states, from 0 to 1; `None` where it is too little or not
/// stated as so.
fn share(
    seen: &Seen<'_>,
    doubt: &Doubt,
    ix: SentenceIx,
    doubts: &BTreeMap<SentenceIx, &Doubt>,
) -> Option<f64> {
    let is_act = |it: TopicIx| seen.sentences.is_act(it);
    let both = shared(&doubt.topics, &seen.sentences.all()[ix].topics);
    let share = seen.sentences.weights(&both) / seen.sentences.weights(&doubt.topics).max(1.0);
    let words = both.iter().filter(|&&it| !seen.sentences.is_name(it)).count();
    let headed = doubt.head.is_none_or(|it| both.binary_search(&it).is_ok());
    let of_an_act = doubt.topics.iter().any(|&it| is_act(it));
    let negative = doubt.manner == Manner::Negative;
    let clear = share >= CLEAR_SHARE;
    let enough = if of_an_act { both.iter().any(|&it| is_act(it)) } else { words > 1 || clear };
    let meant = if negative {
        headed && words > 1
    } else {
        headed || clear || is_just_before(seen, ix, doubt.sentence)
    };
    // “No withdrawal of forces from the border” and “pulling forces back from it”.
    let acted = headed && doubt.head.is_some_and(is_act) && words > 1;
    let least = match () {
        () if acted => LEAST_SHARE_OF_ACT,
        () if negative => LEAST_SHARE_NEGATIVE,
        () => LEAST_SHARE,
    };
    let told = Told { ix, both: &both, of_an_act, head: doubt.head.filter(|_| negative) };
    let fits = both.len() > 1 && words > 0 && enough && meant && share >= least;
    (fits && states(seen, doubt, ix) && asserts(seen, &told, doubts)).then_some(share)
}

/// Whether a sentence stands a few sentences before another of its article.
fn is_just_before(seen: &Seen<'_>, ix: SentenceIx, denial: SentenceIx) -> bool {
    let article = |it: SentenceIx| seen.sentences.all()[it].spot.article;
    article(ix) == article(denial) && (ix + 1..=ix + JUST_BEFORE).contains(&denial)
}

/// Whether a sentence can be what the denial goes against: it says that something is so, and it is
/// not the denier's own word.
fn states(seen: &Seen<'_>, doubt: &Doubt, ix: SentenceIx) -> bool {
    let own = speakers(seen, ix);
    if doubt.holder.is_some_and(|it| own.contains(&it)) || doubt.of_time && !is_dated(seen, ix) {
        return false;
    }
    match doubt.manner {
        Manner::Open => is_settled(seen, ix),
        Manner::Against => {
            let said = is_said(seen, ix) || is_settled(seen, ix);
            said || is_just_before(seen, ix, doubt.sentence)
        }
        Manner::Negative => !own.is_empty(),
    }
}

/// Whether a sentence gives somebody’s word, named or not.
fn is_said(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    quotes_in(seen, ix).any(|it| it.source.is_some())
}

/// Whether a sentence gives a time.
fn is_dated(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    let spot = seen.sentences.all()[ix].spot;
    let Some(it) = seen.articles.get(spot.article) else { return false };
    let times = &it.annotations.times;
    let next = times.partition_point(|it| it.span.start() < spot.span.start());
    let dated = times.get(next).is_some_and(|it| spot.span.contains(it.span));
    // “In the coming days” fixes no day, and says when all the same.
    dated
        || tokens(&it.article.text, spot.span).windows(2).any(|it2| {
            let word = |at: usize| fold::word(it2[at].span.of(&it.article.text));
            matches!(word(0).as_str(), "coming" | "few" | "next")
                && matches!(word(1).as_str(), "days" | "weeks" | "hours" | "months")
        })
}

/// A sentence that may state what is denied.
struct Told<'a> {
    ix: SentenceIx,
    /// What it shares with the denial.
    both: &'a [TopicIx],
    /// Whether an act is denied.
    of_an_act: bool,
    /// What must be stated, if anything.
    head: Option<TopicIx>,
}

/// Whether a sentence says of what it shares with the denial that it is so: not “if they attack”,
/// “to avoid an attack” or “no attack”, and outside the words that it denies itself.
fn asserts(seen: &Seen<'_>, it: &Told<'_>, doubts: &BTreeMap<SentenceIx, &Doubt>) -> bool {
    let spot = seen.sentences.all()[it.ix].spot;
    let Some(article) = seen.articles.get(spot.article) else { return false };
    let text = &article.article.text;
    let denied = doubts.get(&it.ix).map(|it| it.denied);
    let words = seen.sentences.words_in(seen.articles, spot);
    let mut shared = words.iter().filter(|(topic, _)| {
        it.both.binary_search(topic).is_ok()
            && !seen.sentences.is_name(*topic)
            && it.head.is_none_or(|it| it == *topic)
            && (!it.of_an_act || it.head.is_some() || seen.sentences.is_act(*topic))
    });
    shared.any(|(_, word)| {
        denied.is_none_or(|it| !it.overlaps(*word)) && !is_supposed(text, spot.span, *word)
    })
}

/// Whether one of the words before `word` makes it open or says that it is not so.
fn is_supposed(text: &str, sentence: Span, word: Span) -> bool {
    let Some(before) = Span::checked(text, sentence.start(), word.start()) else { return false };
    let tokens = tokens(text, before);
    let words = tokens.iter().rev().filter(|it| it.kind != TokenKind::Mark);
    words.take(WORDS_BEFORE).any(|it| {
        let word = fold::word(it.span.of(text));
        SUPPOSING.contains(&word.as_str()) || word.ends_with("n't")
    })
}

/// Whether somebody other than `holder` says or settles what a sentence tells.
fn is_said_by_another(seen: &Seen<'_>, holder: Option<StoryEntityIx>, ix: SentenceIx) -> bool {
    let own = speakers(seen, ix);
    let other = own.iter().any(|it| Some(*it) != holder);
    other || own.is_empty() && is_settled(seen, ix)
}

/// Whether a sentence has an act as agreed or accepted.
fn is_agreed(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    tells(seen, ix, |it| it == CommitmentKind::Agreed, accepts)
}

fn accepts(it: StanceKind) -> bool {
    matches!(it, StanceKind::Accepts | StanceKind::AcceptsInPrinciple)
}

/// Whether a sentence has an act as planned, agreed or accepted.
fn is_settled(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    let set = |it: CommitmentKind| {
        matches!(it, CommitmentKind::Planned | CommitmentKind::Agreed | CommitmentKind::Promised)
    };
    tells(seen, ix, set, accepts)
}

/// Whether a sentence holds a commitment or a stance of a kind.
fn tells(
    seen: &Seen<'_>,
    ix: SentenceIx,
    commitment: impl Fn(CommitmentKind) -> bool,
    stance: impl Fn(StanceKind) -> bool,
) -> bool {
    let spot = seen.sentences.all()[ix].spot;
    let Some(it) = seen.articles.get(spot.article) else { return false };
    let (acts, stances) = (&it.annotations.commitments, &it.annotations.stances);
    let from = acts.partition_point(|it| it.span.end() <= spot.span.start());
    let mut acts = acts.iter().skip(from).take_while(|it| it.span.start() < spot.span.end());
    let from = stances.partition_point(|it| it.span.end() <= spot.span.start());
    let mut stances = stances.iter().skip(from).take_while(|it| it.span.start() < spot.span.end());
    acts.any(|it| commitment(it.kind)) || stances.any(|it| stance(it.kind))
}

/// Whose words a sentence gives.
fn speakers(seen: &Seen<'_>, ix: SentenceIx) -> Vec<StoryEntityIx> {
    let article = seen.sentences.all()[ix].spot.article;
    let Some(of) = seen.story.entity_of.get(article) else { return Vec::new() };
    quotes_in(seen, ix).filter_map(|it| of.get(it.speaker?).copied()).collect()
}

/// The quotations that lie in a sentence, in whole or in part.
fn quotes_in<'a>(seen: &Seen<'a>, ix: SentenceIx) -> impl Iterator<Item = &'a Quote> {
    let Spot { article, span } = seen.sentences.all()[ix].spot;
    let all = seen.articles.get(article).map(|it| it.annotations.quotes.as_slice());
    let all = all.unwrap_or_default();
    let from = all.partition_point(|it| it.span.end() <= span.start());
    all.iter().skip(from).take_while(move |it| it.span.start() < span.end())
}

/// Whether a sentence is speech for the most part.
fn is_speech(seen: &Seen<'_>, ix: SentenceIx) -> bool {
    let sentence = seen.sentences.all()[ix].spot.span;
    let direct = quotes_in(seen, ix).filter(|it| it.kind == QuoteKind::Direct);
    let inside =
        |it: Span| it.end().min(sentence.end()).saturating_sub(it.start().max(sentence.start()));
    2 * direct.map(|it| inside(it.span)).sum::<usize>() > sentence.len()
}

/// Denials of one statement are one conflict.
fn together<'a>(
    met: &'a [(&'a Doubt, Vec<SentenceIx>)],
) -> Vec<Vec<&'a (&'a Doubt, Vec<SentenceIx>)>> {
    let mut groups: Vec<Vec<&(&Doubt, Vec<SentenceIx>)>> = Vec::new();
    let mut of: BTreeMap<SentenceIx, usize> = BTreeMap::new();
    for it in met {
        let Some(first) = it.1.first() else { continue };
        let known = of.get(first).copied();
        let group = known.unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(it);
        of.insert(*first, group);
    }
    groups
}

fn clash(seen: &Seen<'_>, group: &[&(&Doubt, Vec<SentenceIx>)]) -> Option<Clash> {
    let (first, _) = group.first()?;
    let place = |ix: SentenceIx| seen.sentences.all()[ix].spot;
    let mut stated: Vec<Spot> = group.iter().flat_map(|it| &it.1).map(|&it| place(it)).collect();
    stated.sort();
    stated.dedup();
    let denied = group.iter().map(|it| place(it.0.sentence));
    let text = &seen.articles.get(first.about.article)?.article.text;
    let open = group.iter().all(|it| it.0.manner == Manner::Open);
    let note = if open {
        "one report gives it as settled, another as open or not confirmed"
    } else {
        "one side states it, another denies, rejects or doubts it"
    };
    Some(Clash {
        kind: "claim",
        what: first.about.span.trimmed(text).of(text).to_owned(),
        sides: stated.into_iter().chain(denied).collect(),
        note: Some(note.to_owned()),
    })
}
