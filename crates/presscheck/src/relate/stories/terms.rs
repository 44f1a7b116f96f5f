//! Terms: the words of an article with their weights.

use std::collections::BTreeMap;

use crate::model::{Annotated, PartKind, Span};
use crate::text::content::content_word;
use crate::text::words::{TokenKind, tokens};

/// A term and its weight; the weights of one article have the length 1.
pub(super) type Vector = Vec<(u32, f64)>;

/// How often the words of the headline count.
const HEADLINE: f64 = 3.0;
/// How much more a word counts that stands with a capital inside a sentence.
const NAME: f64 = 1.6;
/// How much less a word counts that all news uses.
const NEWS_WORD: f64 = 0.35;
/// Articles that stand in for all other news when few are given: a word in all of five articles is
/// still telling, because it would not be in five others.
const BACKGROUND: f64 = 20.0;
/// Words read of one article: what an event is stands at the top.
const MOST_BYTES: usize = 12_000;

#[derive(Clone, Copy, Default)]
struct Count {
    times: f64,
    capitals: f64,
}

/// One vector for each article, terms in order.
pub(super) fn vectors(articles: &[Annotated]) -> Vec<Vector> {
    let counted: Vec<BTreeMap<String, Count>> = articles.iter().map(count).collect();
    let mut found_in: BTreeMap<&str, u32> = BTreeMap::new();
    for word in counted.iter().flat_map(BTreeMap::keys) {
        *found_in.entry(word).or_default() += 1;
    }
    let ids: BTreeMap<&str, (u32, f64)> = (0..)
        .zip(&found_in)
        .map(|(id, (&word, &n))| (word, (id, rarity(articles.len(), n))))
        .collect();
    counted
        .iter()
        .map(|of| {
            let weighed = of.iter().filter_map(|(word, count)| {
                let &(id, rarity) = ids.get(word.as_str())?;
                Some((id, weight(word, *count) * rarity))
            });
            unit(weighed.collect())
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of articles are far below 2^52")]
fn rarity(articles: usize, found_in: u32) -> f64 {
    libm::log(1.0 + (articles as f64 + BACKGROUND) / (f64::from(found_in) + 1.0))
}

fn weight(word: &str, count: Count) -> f64 {
    let name = if count.capitals * 2.0 >= count.times { NAME } else { 1.0 };
    let news = if NEWS_WORDS.binary_search(&word).is_ok() { NEWS_WORD } else { 1.0 };
    (1.0 + libm::log(count.times)) * name * news
}

fn unit(mut vector: Vector) -> Vector {
    let length = libm::sqrt(vector.iter().map(|it| it.1 * it.1).sum());
    if length > 0.0 {
        for it in &mut vector {
            it.1 /= length;
        }
    }
    vector
}

fn count(article: &Annotated) -> BTreeMap<String, Count> {
    let text = &article.article.text;
    let mut found = BTreeMap::new();
    let stated = article.article.title.as_ref().filter(|it| it.span.is_none());
    if let Some(title) = stated {
        add(&title.value, Span::whole(&title.value), HEADLINE, &mut found);
    }
    let mut left = MOST_BYTES;
    for part in article.article.telling() {
        let times = if part.kind == PartKind::Headline { HEADLINE } else { 1.0 };
        let end = floor(text, part.span.start() + left.min(part.span.len()));
        let Some(span) = Span::checked(text, part.span.start(), end) else { continue };
        left = left.saturating_sub(span.len());
        add(text, span, times, &mut found);
    }
    found
}

/// The last place between characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&it| text.is_char_boundary(it)).unwrap_or(0)
}

fn add(text: &str, span: Span, times: f64, found: &mut BTreeMap<String, Count>) {
    let mut opens = true;
    for token in tokens(text, span) {
        let word = token.span.of(text);
        if token.kind == TokenKind::Mark {
            opens = opens || matches!(word, "." | "!" | "?" | "“" | "\"");
            continue;
        }
        let capital = !opens && word.starts_with(char::is_uppercase);
        opens = false;
        let Some(term) = content_word(word) else { continue };
        let count = found.entry(term).or_default();
        count.times += times;
        count.capitals += if capital { times } else { 0.0 };
    }
}

/// Words of all news, as [`content_word`] gives them, in order of bytes.
const NEWS_WORDS: &[&str] = &[
    "account",
    "accus",
    "afternoon",
    "age",
    "agency",
    "ago",
    "agreement",
    "aid",
    "alleg",
    "america",
    "american",
    "announc",
    "april",
    "area",
    "arrest",
    "ask",
    "attack",
    "august",
    "authority",
    "believ",
    "bullet",
    "call",
    "cas",
    "caus",
    "charg",
    "chief",
    "city",
    "comment",
    "community",
    "concern",
    "confirm",
    "continu",
    "country",
    "county",
    "court",
    "day",
    "death",
    "december",
    "decision",
    "democrat",
    "department",
    "deputy",
    "detectiv",
    "die",
    "director",
    "early",
    "end",
    "event",
    "expect",
    "fac",
    "fact",
    "family",
    "february",
    "federal",
    "feel",
    "fir",
    "fiv",
    "forc",
    "found",
    "four",
    "friday",
    "friend",
    "general",
    "government",
    "group",
    "gun",
    "gunfir",
    "gunman",
    "gunshot",
    "head",
    "help",
    "high",
    "hom",
    "homicid",
    "hospital",
    "hour",
    "hous",
    "identify",
    "incident",
    "information",
    "injur",
    "interview",
    "investigat",
    "investigation",
    "investigator",
    "issu",
    "jail",
    "january",
    "july",
    "jun",
    "kill",
    "know",
    "lat",
    "later",
    "law",
    "lead",
    "leader",
    "leav",
    "lif",
    "liv",
    "local",
    "long",
    "lot",
    "man",
    "march",
    "medium",
    "meet",
    "member",
    "million",
    "minister",
    "minut",
    "moment",
    "monday",
    "month",
    "morn",
    "mov",
    "murder",
    "nam",
    "national",
    "need",
    "neighbor",
    "new",
    "next",
    "night",
    "november",
    "number",
    "october",
    "offic",
    "officer",
    "official",
    "old",
    "open",
    "order",
    "part",
    "party",
    "peopl",
    "person",
    "plac",
    "plan",
    "play",
    "point",
    "polic",
    "political",
    "president",
    "press",
    "public",
    "put",
    "question",
    "reach",
    "read",
    "reason",
    "receiv",
    "remain",
    "report",
    "reporter",
    "republican",
    "request",
    "respond",
    "right",
    "run",
    "saturday",
    "scen",
    "school",
    "second",
    "secretary",
    "security",
    "see",
    "september",
    "serious",
    "servic",
    "set",
    "seven",
    "sheriff",
    "shoot",
    "shot",
    "show",
    "shut",
    "sign",
    "situation",
    "six",
    "sourc",
    "speak",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "staff",
    "stand",
    "start",
    "stat",
    "statement",
    "stay",
    "story",
    "street",
    "sunday",
    "support",
    "suspect",
    "system",
    "talk",
    "team",
    "ten",
    "thing",
    "think",
    "third",
    "thursday",
    "tim",
    "today",
    "tomorrow",
    "tonight",
    "try",
    "tuesday",
    "turn",
    "two",
    "u.s",
    "unit",
    "use",
    "vehicl",
    "victim",
    "video",
    "visit",
    "wait",
    "want",
    "war",
    "washington",
    "wednesday",
    "week",
    "west",
    "whit",
    "win",
    "woman",
    "word",
    "work",
    "world",
    "wound",
    "writ",
    "year",
    "yesterday",
    "young",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_words_can_be_searched_and_are_stems() {
        assert!(NEWS_WORDS.is_sorted());
        for word in NEWS_WORDS {
            assert_eq!(content_word(word).as_deref(), Some(*word));
        }
    }
}
