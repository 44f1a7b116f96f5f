//! What a number counts: the noun phrase behind it, what became of those counted, or the words
//! before it.

use crate::model::{FigureKind, Span};
use crate::text::phrase::Phrase;

use super::amounts::Amount;
use super::{is_within, lexicon};

/// Longest noun phrase, in words: “members of the national security council staff” has seven.
const MOST_WORDS: usize = 7;

/// Longest aside between a noun and its verb, in words.
const MOST_ASIDE: usize = 14;

/// How far before a number its verb and subject may stand, in words.
const FAR_BEFORE: usize = 16;

/// What is counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Counted {
    /// In the article's words; empty where nothing tells.
    pub(super) what: String,
    /// The words it was taken from.
    pub(super) span: Option<Span>,
    /// The noun, for a count.
    pub(super) unit: Option<String>,
}

/// What the amount at `ix` counts. `dated` are times, over which no noun phrase runs.
pub(super) fn of(phrase: &Phrase<'_>, amounts: &[Amount], ix: usize, dated: &[Span]) -> Counted {
    let Some(amount) = amounts.get(ix) else { return Counted::default() };
    let reader = Reader { phrase, amounts, dated };
    match amount.kind {
        FigureKind::Count => reader.count(ix, amount),
        FigureKind::Age => reader.aged(amount),
        _ => reader.measure(amount),
    }
}

struct Reader<'a> {
    phrase: &'a Phrase<'a>,
    amounts: &'a [Amount],
    dated: &'a [Span],
}

/// Places of words, the last not included.
type Words = std::ops::Range<usize>;

impl Reader<'_> {
    /// What a bare number counts.
    fn count(&self, ix: usize, amount: &Amount) -> Counted {
        let of = self.behind_of(amount.to);
        let noun = self.noun_phrase(of);
        let fate = self.fate(ix, amount, &noun);
        let head = noun.end.checked_sub(1).filter(|_| !noun.is_empty());
        let mut words: Vec<usize> = noun.clone().collect();
        let people = head.is_none_or(|it| {
            lexicon::is_people(self.phrase.bare(it)) || lexicon::is_casualty(self.phrase.word(it))
        });
        if noun.is_empty() && fate.is_none() {
            let before = self.before(amount);
            let toll =
                before.what.split(' ').any(|it| matches!(it, "toll" | "deaths" | "casualties"));
            return Counted { unit: toll.then(|| "people".to_owned()), ..before };
        }
        let mut end = noun.end;
        if fate.is_none() || !people {
            let more = self.attached(noun.end);
            words.extend(more.clone());
            end = more.end;
        }
        let mut what = self.join(&words);
        if let Some(fate) = fate {
            let missing = noun.is_empty() && !people_in(&what);
            what = match (missing, fate) {
                (true, place) => format!("people {}", lexicon::suffered(self.phrase.word(place))),
                (false, place) if words.contains(&place) => what,
                (false, place) => format!("{what} {}", lexicon::suffered(self.phrase.word(place))),
            };
            end = end.max(fate + 1);
        }
        let from = fate.map_or(amount.from, |it| it.min(amount.from));
        let unit = match head {
            _ if people => "people".to_owned(),
            Some(head) => self.phrase.bare(head).to_lowercase(),
            None => "people".to_owned(),
        };
        Counted { what, span: self.phrase.span(from, end.max(amount.to)), unit: Some(unit) }
    }

    /// Whose age a number is: the noun or name behind it, else the name before it.
    fn aged(&self, amount: &Amount) -> Counted {
        let phrase = self.phrase;
        let noun = self.noun_phrase(amount.to);
        if !noun.is_empty() {
            let words: Vec<usize> = noun.clone().collect();
            let span = phrase.span(amount.from, noun.end);
            return Counted { what: self.join(&words), span, unit: None };
        }
        let end = amount.from - usize::from(amount.from > 0 && phrase.is(amount.from - 1, ","));
        let floor = end.saturating_sub(MOST_WORDS);
        let from = (floor..end).rev().take_while(|&it| phrase.is_capital(it)).last().unwrap_or(end);
        let words: Vec<usize> = (from..end).collect();
        Counted { what: self.join(&words), span: phrase.span(from, amount.to), unit: None }
    }

    /// What money, a share, a length or a measure is of.
    fn measure(&self, amount: &Amount) -> Counted {
        let phrase = self.phrase;
        let rate = self.rate(amount.to);
        let noun = self.noun_phrase(rate.end);
        if !noun.is_empty() && rate.is_empty() {
            let more = self.attached(noun.end);
            let words: Vec<usize> = noun.chain(more.clone()).collect();
            let span = phrase.span(amount.from, more.end);
            return Counted { what: self.join(&words), span, unit: None };
        }
        let before = self.before(amount);
        let joined = phrase.any(rate.end, &["of", "in", "for", "on"]);
        let noun = self.noun_phrase(self.behind_determiner(rate.end + 1));
        let of = if joined && !self.is_dated(rate.end + 1) && !noun.is_empty() {
            rate.end..self.attached(noun.end).end
        } else {
            rate.end..rate.end
        };
        let behind: Vec<usize> = rate.chain(of.clone()).collect();
        let what = [before.what, self.join(&behind)].join(" ").trim().to_owned();
        let span = before.span.zip(phrase.span(amount.from, of.end.max(amount.to)));
        Counted { what, span: span.map(|(a, b)| a.join(b)), unit: None }
    }

    /// “an hour”, “a week”, “per barrel” behind money.
    fn rate(&self, at: usize) -> Words {
        let phrase = self.phrase;
        let per = phrase.any(at, &["a", "an", "per", "each"])
            && phrase.word(at + 1).starts_with(char::is_alphabetic)
            && !lexicon::is_stop(phrase.word(at + 1));
        let word = phrase.any(at, &["hourly", "weekly", "monthly", "annually", "yearly", "daily"]);
        at..at + if per { 2 } else { usize::from(word) }
    }

    /// The words before a number from the start of its clause: “GM shares rose”.
    fn before(&self, amount: &Amount) -> Counted {
        let phrase = self.phrase;
        let floor = amount.from.saturating_sub(FAR_BEFORE);
        let (mut from, mut telling) = (amount.from, 0);
        while from > floor {
            let at = from - 1;
            let word = phrase.word(at);
            let joint = phrase.any(at, &["and", "but", "that", "which", "while", "because", "as"]);
            let mark = !word.starts_with(char::is_alphanumeric)
                && !matches!(word, "'" | "’" | "-" | "$" | "%" | "€" | "£");
            if (joint || word == ",") && telling >= 3 || mark && word != "," {
                break;
            }
            let tells = word.starts_with(char::is_alphabetic) && !lexicon::is_stop(word);
            telling += usize::from(tells && !self.in_amount(at));
            from = at;
        }
        let light = ["a", "an", "the", "by", "to", "and", "or", "but", "that", ","];
        let words: Vec<usize> = (from..amount.from)
            .filter(|it| !self.is_dated(*it) && !self.in_amount(*it) && !phrase.any(*it, &light))
            .collect();
        Counted { what: self.join(&words), span: phrase.span(from, amount.to), unit: None }
    }

    /// Whether the word at a place belongs to an amount.
    fn in_amount(&self, at: usize) -> bool {
        let next = self.amounts.partition_point(|it| it.to <= at);
        self.amounts.get(next).is_some_and(|it| it.from <= at)
    }

    /// The place behind “of the”, “of”, “more”, “other” after a number.
    fn behind_of(&self, at: usize) -> usize {
        if !self.phrase.is(at, "of") {
            return at;
        }
        let noun = self.behind_determiner(at + 1);
        // “123 of 250 seats” are seats.
        let whole = self.amounts.partition_point(|it| it.from < noun);
        self.amounts.get(whole).filter(|it| it.from == noun).map_or(noun, |it| it.to)
    }

    fn behind_determiner(&self, at: usize) -> usize {
        let determiner = ["the", "its", "their", "his", "her", "our", "those", "these", "a", "an"];
        at + usize::from(self.phrase.any(at, &determiner))
    }

    /// The adjectives and nouns from a place on.
    fn noun_phrase(&self, from: usize) -> Words {
        let phrase = self.phrase;
        let mut at = from;
        while at < from + MOST_WORDS && at < phrase.len() {
            let word = phrase.word(at);
            let bare = phrase.bare(at);
            let adverb = at == from && phrase.any(at, &["more", "other", "such", "few"]);
            let noun_next = |it: usize| {
                let next = phrase.word(it);
                next.starts_with(char::is_alphabetic)
                    && !lexicon::is_stop(next)
                    && !lexicon::is_auxiliary(next)
                    && !lexicon::is_verb(next)
            };
            let joined = at > from
                && phrase.any(at, &["and", ","])
                && lexicon::is_people(phrase.bare(at + 2))
                && !lexicon::is_people(phrase.bare(at - 1))
                && noun_next(at + 1);
            if !joined
                && !adverb
                && (!word.starts_with(char::is_alphanumeric)
                    || lexicon::is_stop(bare)
                    || lexicon::is_auxiliary(bare)
                    || lexicon::is_verb(word) && !(at == from && self.is_behind_hyphen(at))
                    || self.is_dated(at)
                    || self.begins_amount(at))
            {
                break;
            }
            // “ten people killed”: the participle behind a noun is no part of the phrase.
            if at > from && is_participle(word) && (!noun_next(at + 1) || self.is_dated(at + 1)) {
                break;
            }
            if at > from && is_participle(word) && lexicon::is_people(phrase.bare(at - 1)) {
                break;
            }
            if at > from && lexicon::is_casualty(word) && lexicon::is_people(phrase.bare(at - 1)) {
                break;
            }
            if at == from && lexicon::is_casualty(word) && !noun_next(at + 1) {
                break;
            }
            at += 1;
        }
        from..at
    }

    /// A phrase behind the noun that narrows it: “on strike”, “near the border”, “of the council”.
    fn attached(&self, at: usize) -> Words {
        let phrase = self.phrase;
        let word = phrase.word(at);
        let verb = lexicon::is_verb(word) || self.is_dated(at);
        let participle = usize::from(is_participle(word) && !verb);
        let preposition = at + participle;
        if !phrase.any(preposition, NARROWING) || self.is_dated(preposition + 1) {
            return at..at;
        }
        let noun = self.noun_phrase(self.behind_determiner(preposition + 1));
        if noun.is_empty() { at..at } else { at..noun.end }
    }

    /// The word that says what became of those counted: “killed” before or behind them.
    fn fate(&self, ix: usize, amount: &Amount, noun: &Words) -> Option<usize> {
        self.fate_behind(noun.end)
            .or_else(|| self.fate_within(noun))
            .or_else(|| self.fate_before(amount.from))
            .or_else(|| self.shared_fate(ix, noun.end))
    }

    fn fate_within(&self, noun: &Words) -> Option<usize> {
        noun.clone().find(|&it| lexicon::is_casualty(self.phrase.word(it)))
    }

    /// “people killed”, “were reportedly killed”, “found dead”.
    fn fate_behind(&self, end: usize) -> Option<usize> {
        let phrase = self.phrase;
        let end = self.behind_aside(end);
        let mut at = end;
        let helper = |at: usize| {
            lexicon::is_auxiliary(phrase.word(at))
                || phrase.any(
                    at,
                    &[
                        "also",
                        "now",
                        "found",
                        "left",
                        "who",
                        "reported",
                        "confirmed",
                        "shot",
                        "and",
                        "believed",
                        "feared",
                        "been",
                        "others",
                        "seriously",
                        "critically",
                        "still",
                        "presumed",
                        "remained",
                        "remain",
                        "remains",
                        "to",
                        "have",
                    ],
                )
                || phrase.word(at).ends_with("ly")
        };
        while at < end + 5 && helper(at) && !self.begins_amount(at) {
            if phrase.is(at, "and") && !(at > end && phrase.is(at - 1, "shot")) {
                return None;
            }
            at += 1;
        }
        if phrase.any(at, SUFFERED) {
            return (at + 1..at + 7).find(|&it| phrase.any(it, &["injuries", "wounds"]));
        }
        let word = phrase.word(at);
        let active = at == end && lexicon::is_harming(word) && self.takes_object(at + 1);
        let plain = phrase.is(at, "shot") && phrase.is(at + 1, "dead");
        (lexicon::is_casualty(word) && !active).then_some(at + usize::from(plain)).or_else(|| {
            (at > end && phrase.is(at - 1, "shot") && !self.begins_amount(at)).then(|| at - 1)
        })
    }

    /// The place behind an aside between commas: “four people, among them a boy, were hurt”.
    fn behind_aside(&self, at: usize) -> usize {
        let phrase = self.phrase;
        if !phrase.is(at, ",") {
            return at;
        }
        let goes_on =
            |it: usize| lexicon::is_auxiliary(phrase.word(it + 1)) || phrase.any(it + 1, SUFFERED);
        let close = (at + 1..at + MOST_ASIDE).find(|&it| phrase.is(it, ",") && goes_on(it));
        close.map_or(at, |it| it + 1)
    }

    /// Whether an object begins at a place: “killed the guard”.
    fn takes_object(&self, at: usize) -> bool {
        self.phrase.any(at, &["the", "a", "an", "his", "her", "their", "him", "them"])
            || self.begins_amount(at)
    }

    /// “killed 10”, “killing at least two people”, “the death of 12”.
    fn fate_before(&self, from: usize) -> Option<usize> {
        let phrase = self.phrase;
        let mut at = from.checked_sub(1)?;
        for _ in 0..4 {
            let noun = ["deaths", "death", "killings", "murders", "murder", "slayings", "slaying"];
            let fatal = phrase.any(at, &["shooting", "shootings", "stabbing", "crash"])
                && at > 0
                && phrase.is(at - 1, "fatal");
            if phrase.is(at + 1, "of") && (fatal || phrase.any(at, &noun)) {
                return Some(if fatal { at - 1 } else { at });
            }
            if lexicon::is_harming(phrase.word(at)) {
                let passive =
                    at > 0 && phrase.any(at - 1, &["was", "were", "been", "being", "is", "are"]);
                return (!passive).then_some(at);
            }
            let light = ["another", "the", "of", "all", "and", "dead", "some", "other", "a", "its"];
            if !phrase.any(at, &light) && !phrase.word(at).ends_with("ly") {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// “nine students and one teacher were killed”, “killed three women and two men”.
    fn shared_fate(&self, ix: usize, end: usize) -> Option<usize> {
        let phrase = self.phrase;
        let joined = |from: usize, to: usize| {
            from <= to
                && to - from <= 2
                && (from..to).all(|it| phrase.any(it, &["and", ",", "or", "as", "well"]))
                && from < to
        };
        if let Some(next) = self.amounts.get(ix + 1).filter(|it| joined(end, it.from)) {
            let noun = self.noun_phrase(self.behind_of(next.to));
            let both = self.fate_behind(noun.end);
            let alone = noun.is_empty() || self.fate_within(&noun).is_some();
            if let Some(place) = both.filter(|_| next.kind == FigureKind::Count && !alone) {
                return Some(place);
            }
        }
        let last = self.amounts.get(ix.checked_sub(1)?)?;
        let this = self.amounts.get(ix)?;
        let noun = self.noun_phrase(self.behind_of(last.to));
        let before = self.fate_before(last.from)?;
        joined(noun.end, this.from).then_some(before)
    }

    /// Whether the word at a place stands behind a number such as “31-day”, which a noun follows.
    fn is_behind_hyphen(&self, at: usize) -> bool {
        at > 0 && self.in_amount(at - 1) && self.phrase.word(at - 1).contains('-')
    }

    fn begins_amount(&self, at: usize) -> bool {
        let next = self.amounts.partition_point(|it| it.from < at);
        self.amounts.get(next).is_some_and(|it| it.from == at)
    }

    fn is_dated(&self, at: usize) -> bool {
        is_within(self.phrase, at, self.dated)
    }

    fn join(&self, words: &[usize]) -> String {
        let words: Vec<&str> = words.iter().map(|&it| self.phrase.word(it)).collect();
        words.join(" ")
    }
}

/// Verbs whose subject is hurt, where injuries follow.
const SUFFERED: &[&str] = &["suffered", "sustained", "received", "suffering", "suffer"];

/// Prepositions that narrow what is counted.
const NARROWING: &[&str] = &[
    "of", "on", "in", "near", "at", "along", "inside", "across", "from", "under", "for", "against",
    "with", "per", "outside", "around", "aboard",
];

/// “armed”, “based”, “missing”: a word that may follow the noun it describes.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
        || matches!(word, "shot" | "dead" | "hurt" | "held" | "sent" | "built" | "lost" | "sold")
}

fn people_in(what: &str) -> bool {
    what.split(' ').any(lexicon::is_people)
}
