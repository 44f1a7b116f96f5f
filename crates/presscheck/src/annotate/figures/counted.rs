//! What a number counts: the noun phrase behind it, what became of those counted, or the words
//! before it.

use crate::model::{FigureKind, Span};
use crate::text::phrase::Phrase;
use crate::text::tags::Tag;

use super::amounts::Amount;
use super::units::Unit;
use super::{is_within, lexicon};

/// Longest noun phrase, in words: “members of the national security council staff” has seven.
const MOST_WORDS: usize = 7;

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

/// A sentence and its amounts.
pub(super) struct Reader<'a> {
    pub(super) phrase: &'a Phrase<'a>,
    pub(super) amounts: &'a [Amount],
    /// Times, over which no noun phrase runs.
    pub(super) dated: &'a [Span],
    /// Whether the article speaks of dead.
    pub(super) deadly: bool,
}

/// Places of words, the last not included.
pub(super) type Words = std::ops::Range<usize>;

impl Reader<'_> {
    /// What the amount at `ix` counts.
    pub(super) fn counted(&self, ix: usize) -> Counted {
        let Some(amount) = self.amounts.get(ix) else { return Counted::default() };
        match amount.kind {
            FigureKind::Count => self.count(ix, amount),
            FigureKind::Age => self.aged(amount),
            _ => self.measure(amount),
        }
    }

    /// What a bare number counts.
    fn count(&self, ix: usize, amount: &Amount) -> Counted {
        let of = self.behind_of(amount.to);
        let mut noun = self.noun_phrase(of);
        let fate = self.fate(ix, amount, &noun);
        // A double murder has two victims: the crime is not what is counted.
        if lexicon::is_crime(self.phrase.bare(amount.to))
            && fate.as_ref().is_some_and(|it| it.words.start == amount.to)
        {
            noun = of..of;
        }
        let head = noun.end.checked_sub(1).filter(|_| !noun.is_empty());
        let mut words: Vec<usize> = noun.clone().collect();
        let people = head.is_none_or(|it| {
            lexicon::is_people(self.phrase.bare(it))
                || lexicon::is_dwellers(self.phrase.bare(it))
                || lexicon::is_casualty(self.phrase.word(it))
                || self.phrase.any(it, &["bodies", "corpses"])
        });
        // What became of a mother of two did not become of the two.
        let relatives = self.relatives(amount).filter(|_| noun.is_empty());
        if let Some(found) = relatives.filter(|it| fate.is_none() || it.what != "family") {
            return found;
        }
        if noun.is_empty() && fate.is_none() {
            let before = self.before(amount);
            let toll =
                before.what.split(' ').any(|it| matches!(it, "toll" | "deaths" | "casualties"));
            return Counted { unit: toll.then(|| "people".to_owned()), ..before };
        }
        let mut end = noun.end;
        // “Four counts of murder” count no dead.
        let charges = head.is_some_and(|it| self.phrase.any(it, &["count", "counts", "charges"]));
        if (fate.is_none() || !people) && !charges {
            let more = self.attached(noun.end);
            words.extend(more.clone());
            end = more.end;
        }
        let mut what = self.join(&words);
        if let Some(fate) = &fate {
            if noun.is_empty() && !people_in(&what) {
                "people".clone_into(&mut what);
            }
            if !what.split(' ').any(|it| it.eq_ignore_ascii_case(fate.told)) {
                what = format!("{what} {}", fate.told);
            }
            end = end.max(fate.words.end);
        }
        let from = fate.map_or(amount.from, |it| it.words.start.min(amount.from));
        let unit = match head {
            _ if people => "people".to_owned(),
            Some(head) => self.phrase.bare(head).to_lowercase(),
            None => "people".to_owned(),
        };
        Counted { what, span: self.phrase.span(from, end.max(amount.to)), unit: Some(unit) }
    }

    /// “a father of two”, “a family of five”.
    fn relatives(&self, amount: &Amount) -> Option<Counted> {
        let phrase = self.phrase;
        let head = amount.from.checked_sub(2).filter(|it| phrase.is(it + 1, "of"))?;
        let what = match phrase.word(head).to_lowercase().as_str() {
            "father" | "mother" | "parent" | "parents" | "dad" | "mom" | "mum" => "children",
            "grandfather" | "grandmother" | "grandparents" => "grandchildren",
            "family" => "family",
            _ => return None,
        };
        let span = phrase.span(head, amount.to);
        Some(Counted { what: what.to_owned(), span, unit: Some("people".to_owned()) })
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
        // “Two-thirds of the members” are members, “thousands of tons of coal” coal.
        let of = phrase.is(amount.to, "of") && amount.kind == FigureKind::Measure;
        if of || amount.unit == Unit::Share.name() {
            let noun = self.noun_phrase(self.behind_determiner(self.behind_of(amount.to)));
            if !noun.is_empty() {
                let words: Vec<usize> = noun.clone().collect();
                let span = phrase.span(amount.from, noun.end);
                return Counted { what: self.join(&words), span, unit: None };
            }
        }
        let rate = self.rate(amount.to);
        let noun = self.noun_phrase(rate.end);
        if !noun.is_empty() && rate.is_empty() {
            let more = self.attached(noun.end);
            let words: Vec<usize> =
                noun.chain(more.clone()).filter(|it| !self.is_harm(*it)).collect();
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

    /// Nobody is killed by the metre: what became of people is no part of a length or a price.
    fn is_harm(&self, at: usize) -> bool {
        lexicon::is_harm(self.phrase.word(at))
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
        let harm = |it: usize| amount.kind != FigureKind::Count && self.is_harm(it);
        let words: Vec<usize> = (from..amount.from)
            .filter(|it| !self.is_dated(*it) && !self.in_amount(*it) && !phrase.any(*it, &light))
            .filter(|it| !harm(*it))
            .collect();
        Counted { what: self.join(&words), span: phrase.span(from, amount.to), unit: None }
    }

    /// Whether the word at a place belongs to an amount.
    pub(super) fn in_amount(&self, at: usize) -> bool {
        let next = self.amounts.partition_point(|it| it.to <= at);
        self.amounts.get(next).is_some_and(|it| it.from <= at)
    }

    /// The place behind “of the”, “of”, “more”, “other” after a number.
    pub(super) fn behind_of(&self, at: usize) -> usize {
        if !self.phrase.is(at, "of") {
            return at;
        }
        let noun = self.behind_determiner(at + 1);
        // “123 of 250 seats” are seats.
        let whole = self.amounts.partition_point(|it| it.from < noun);
        self.amounts.get(whole).filter(|it| it.from == noun).map_or(noun, |it| it.to)
    }

    pub(super) fn behind_determiner(&self, at: usize) -> usize {
        let determiner = ["the", "its", "their", "his", "her", "our", "those", "these", "a", "an"];
        at + usize::from(self.phrase.any(at, &determiner))
    }

    /// The adjectives and nouns from a place on.
    pub(super) fn noun_phrase(&self, from: usize) -> Words {
        let phrase = self.phrase;
        let mut at = from;
        while at < from + MOST_WORDS && at < phrase.len() {
            let word = phrase.word(at);
            let bare = phrase.bare(at);
            // “two St. Lisk boys”: the stop belongs to the name.
            if word == "." && at > from && phrase.any(at - 1, &["St", "Mt", "Ft"]) {
                at += 1;
                continue;
            }
            let adverb = at == from && phrase.any(at, &["more", "other", "such", "few"]);
            let noun_next = |it: usize| {
                let next = phrase.word(it);
                next.starts_with(char::is_alphabetic)
                    && !lexicon::is_stop(next)
                    && !lexicon::is_auxiliary(next)
                    && !lexicon::is_verb(next)
            };
            // “two lives”: the verb would follow no other number than “one”.
            let lives = at == from && word == "lives" && at > 0 && !phrase.is(at - 1, "one");
            let joined = at > from
                && phrase.is(at, "and")
                && !self.begins_amount(at + 1)
                && lexicon::is_people(phrase.bare(at + 2))
                && !lexicon::is_people(phrase.bare(at - 1))
                && noun_next(at + 1);
            if !joined
                && !adverb
                && !lives
                && (!word.starts_with(char::is_alphanumeric)
                    || lexicon::is_stop(bare)
                    || lexicon::is_auxiliary(bare)
                    || (lexicon::is_verb(word) || at > from && self.is_finite(at))
                        && !(at == from && self.is_behind_hyphen(at))
                    || self.is_dated(at)
                    || self.begins_amount(at))
            {
                break;
            }
            // “20 boats daily”.
            if at > from && phrase.any(at, HOW_OFTEN) && !noun_next(at + 1) {
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
    pub(super) fn attached(&self, at: usize) -> Words {
        let phrase = self.phrase;
        let word = phrase.word(at);
        let verb = lexicon::is_verb(word) || self.is_dated(at);
        let participle = usize::from(is_participle(word) && !verb);
        let preposition = at + participle;
        // “Five men accused of killing two” were not killed.
        if participle == 1 && lexicon::is_harm(phrase.word(preposition + 1)) {
            return at..preposition;
        }
        if !phrase.any(preposition, NARROWING) || self.is_dated(preposition + 1) {
            return at..at;
        }
        let noun = self.noun_phrase(self.behind_determiner(preposition + 1));
        if noun.is_empty() { at..at } else { at..noun.end }
    }

    /// Whether the word at a place stands behind a number such as “31-day”, which a noun follows.
    fn is_behind_hyphen(&self, at: usize) -> bool {
        at > 0 && self.in_amount(at - 1) && self.phrase.word(at - 1).contains('-')
    }

    /// Whether the word at a place is a verb with a subject of many: “commit” in “veterans commit”.
    /// A word in “s” is more likely one of those counted, whatever its tag.
    fn is_finite(&self, at: usize) -> bool {
        self.phrase.token(at).is_some_and(|it| match it.tag {
            Tag::VerbPast => true,
            Tag::VerbPresent => !self.phrase.bare(at).ends_with('s'),
            _ => false,
        })
    }

    pub(super) fn begins_amount(&self, at: usize) -> bool {
        let next = self.amounts.partition_point(|it| it.from < at);
        self.amounts.get(next).is_some_and(|it| it.from == at)
    }

    pub(super) fn is_dated(&self, at: usize) -> bool {
        is_within(self.phrase, at, self.dated)
    }

    fn join(&self, words: &[usize]) -> String {
        let words: Vec<&str> = words.iter().map(|&it| self.phrase.word(it)).collect();
        words.join(" ")
    }
}

/// Adverbs behind a noun that say how often; before one they describe it: “hourly workers”.
const HOW_OFTEN: &[&str] = &["hourly", "daily", "weekly", "monthly", "yearly", "annually"];

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
