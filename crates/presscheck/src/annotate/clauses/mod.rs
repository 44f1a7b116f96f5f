//! Clauses: a sentence's groups of verbs, its noun phrases, and which belongs to which.
//!
//! A reading by parts of speech, without a full parse: verbs and noun phrases are cut first, then
//! each verb looks to its left for the word that governs it and for its subject, and to its right
//! for its object. A wrong guess stays where it is made; nothing is looked for further off than
//! [`FURTHEST`] tokens, so that a page without full stops costs no more than its length.

pub(super) mod attitudes;
mod governors;
mod line;
mod nouns;
mod subjects;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

pub(super) use self::governors::{Governor, Link};
pub(super) use self::line::Line;
pub(super) use self::nouns::NounPhrase;
pub(super) use self::verbs::{Form, Modal, Verb};
use crate::model::{Annotations, Mention, Span};
use crate::text::acts::Family;
use crate::text::tags::Tag;
use crate::text::words::{Token, within};

/// Counts in [`Clauses::verbs`].
pub(super) type VerbIx = usize;
/// Counts in [`Clauses::nouns`].
pub(super) type NounIx = usize;

/// How far a word is looked for, in tokens. Longer subjects and objects are rare in news.
const FURTHEST: usize = 40;

/// One sentence, read.
pub(super) struct Clauses<'a> {
    pub(super) line: Line<'a>,
    /// In text order; no two overlap.
    pub(super) verbs: Vec<Verb>,
    /// In text order; no two overlap.
    pub(super) nouns: Vec<NounPhrase>,
    /// For each token the place of the verb and of the noun phrase that it is part of.
    verb_of: Vec<Option<u16>>,
    noun_of: Vec<Option<u16>>,
}

/// Reads all sentences of an article.
pub(super) fn read<'a>(
    text: &'a str,
    tokens: &'a [Token],
    found: &Annotations,
) -> Vec<Clauses<'a>> {
    let mut read = Vec::with_capacity(found.sentences.len());
    for it in &found.sentences {
        read.push(Clauses::new(text, within(tokens, it.span), &found.mentions));
    }
    read
}

impl<'a> Clauses<'a> {
    /// `tokens` are those of one sentence, `names` the mentions of the article.
    fn new(text: &'a str, tokens: &'a [Token], names: &[Mention]) -> Self {
        let line = Line::new(text, tokens, names);
        let verbs = verbs::read(&line);
        let nouns = nouns::read(&line, &verbs);
        let verb_of = places(line.len(), verbs.iter().map(|it| it.from..it.end));
        let noun_of = places(line.len(), nouns.iter().map(|it| it.from..it.end));
        let mut read = Clauses { line, verbs, nouns, verb_of, noun_of };
        for at in 0..read.verbs.len() {
            // From left to right: what governs a verb stands before it as a rule.
            let object = subjects::object(&read, at);
            read.verbs[at].object = object;
            let governor = governors::of(&read, at);
            read.verbs[at].governor = governor;
            let subject = subjects::of(&read, at);
            read.verbs[at].subject = read.stood_for(at, subject, names);
        }
        read
    }

    /// Whom a pronoun stands for that nobody else explains: “they” in “the ministers said they
    /// would meet” are the ministers.
    fn stood_for(&self, of: VerbIx, subject: Option<NounIx>, names: &[Mention]) -> Option<NounIx> {
        let phrase = self.nouns.get(subject?)?;
        let word = self.line.word(phrase.head);
        let bare = word.split('\'').next().unwrap_or(word);
        if !matches!(bare, "it" | "they" | "he" | "she") {
            return subject;
        }
        let span = self.line.span(phrase.head..phrase.head + 1)?;
        let next = names.partition_point(|it| it.span.end() <= span.start());
        let known = names.get(next).is_some_and(|it| it.span.overlaps(span));
        let governor = self.verbs.get(of)?.governor.filter(|it| it.link == Link::That && !known);
        let speaker = governor.and_then(|it| self.verbs.get(it.verb?)?.subject);
        speaker.or(subject)
    }

    /// Whether a noun phrase is something written or said, which takes no stand of its own.
    pub(super) fn is_paper(&self, noun: NounIx) -> bool {
        let head = self.nouns.get(noun).map(|it| self.line.base(it.head)).unwrap_or_default();
        matches!(
            head.as_str(),
            "statement"
                | "letter"
                | "memo"
                | "tweet"
                | "post"
                | "comment"
                | "remark"
                | "speech"
                | "assertion"
                | "claim"
                | "accusation"
                | "announcement"
                | "effort"
                | "plan"
                | "order"
                | "report"
                | "message"
                | "request"
                | "demand"
                | "call"
                | "document"
                | "lawsuit"
                | "suit"
                | "complaint"
                | "petition"
                | "motion"
                | "resolution"
                | "bill"
                | "legislation"
                | "amendment"
                | "appeal"
        )
    }

    /// Whether a noun phrase names a deal, a law or the like, which people take or leave.
    pub(super) fn is_deal(&self, noun: NounIx) -> bool {
        let act = self.nouns.get(noun).and_then(|it| self.line.act(it.head));
        act.is_some_and(|it| {
            matches!(it.1.family, Family::Deal | Family::Law | Family::Truce | Family::Merger)
        })
    }

    /// The verb that the token at `at` is part of.
    pub(super) fn verb_at(&self, at: usize) -> Option<VerbIx> {
        self.verb_of.get(at).copied().flatten().map(usize::from)
    }

    /// The noun phrase that the token at `at` is part of.
    pub(super) fn noun_at(&self, at: usize) -> Option<NounIx> {
        self.noun_of.get(at).copied().flatten().map(usize::from)
    }

    /// The noun phrase with those that “of”, “for”, “between”, “with” and the like tie to it, in
    /// tokens: “a vote on the bill”.
    pub(super) fn phrase(&self, noun: NounIx) -> Range<usize> {
        let Some(first) = self.nouns.get(noun) else { return 0..0 };
        let mut end = first.end;
        for next in self.nouns.iter().skip(noun + 1).take(6) {
            let tied = next.prep.is_some_and(|it| {
                let link = self.line.word(it);
                // “Talks in Brno”, not “a vote in a letter”.
                let place =
                    matches!(link, "in" | "from" | "at") && self.line.tag(next.head) == Tag::Propn;
                it == end
                    && (place
                        || matches!(
                            link,
                            "of" | "for"
                                | "between"
                                | "with"
                                | "on"
                                | "to"
                                | "over"
                                | "against"
                                | "into"
                        ))
            });
            let between = self.line.word(first.end) == "between"
                || self.nouns.iter().any(|it| {
                    it.end == end && it.prep.is_some_and(|it| self.line.word(it) == "between")
                });
            let joined = next.prep.is_none()
                && next.from == end + 1
                && matches!(self.line.word(end), "and" | "or" | ",")
                && (between
                    || !self.verbs.iter().any(|it| it.from == next.end && it.form == Form::Finite));
            // “With Secretary of State Ada Okafor”: a name behind its title.
            let titled = next.prep.is_none()
                && next.from == end
                && self.line.tag(next.head) == Tag::Propn
                && self.noun_at(end - 1).and_then(|it| self.nouns.get(it)?.prep).is_some_and(
                    |it| self.line.word(it) == "of" && self.line.tag(end - 1) == Tag::Propn,
                );
            if !(tied || joined || titled) {
                break;
            }
            end = next.end;
        }
        first.from..end
    }

    /// The noun phrase at `noun` and those that “and” or a comma joins to it on its left, the first
    /// first: “Toft and Varga”.
    pub(super) fn joined(&self, noun: NounIx) -> Vec<NounIx> {
        let mut found = vec![noun];
        let mut at = noun;
        for _ in 0..6 {
            let (Some(it), Some(before)) =
                (self.nouns.get(at), at.checked_sub(1).and_then(|it| self.nouns.get(it)))
            else {
                break;
            };
            let between = before.end..it.from;
            // “Ada Okafor (Bruma), and Jiří Kolář”: what stands in brackets is left out.
            let open =
                between.clone().rev().find(|&it| self.line.word(it) == ")").and_then(|close| {
                    (close.saturating_sub(8)..close).rev().find(|&it| self.line.word(it) == "(")
                });
            let outer = open.and_then(|it| self.noun_at(it.checked_sub(1)?));
            if let Some(outer) =
                outer.filter(|it| self.nouns.get(*it).is_some_and(|it| it.prep.is_none()))
            {
                at = outer;
                found.push(at);
                continue;
            }
            let links = between.clone().all(|it| matches!(self.line.word(it), "and" | "or" | ","));
            // “On Monday, the mayor …”: a comma alone joins only in a list that “and” ends.
            let list = between.clone().any(|it| self.line.word(it) != ",") || found.len() > 1;
            if between.is_empty() || !links || !list || before.prep.is_some() {
                break;
            }
            at -= 1;
            found.push(at);
        }
        found.reverse();
        found
    }

    /// Whether a noun phrase only says when: “Monday”, “last week”.
    pub(super) fn is_when(&self, noun: NounIx) -> bool {
        subjects::is_when(self, noun)
    }

    /// The bytes of a range of tokens.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        self.line.span(range)
    }
}

/// For each of `len` tokens the place of the range that holds it.
fn places(len: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Option<u16>> {
    let mut of = vec![None; len];
    for (place, range) in ranges.enumerate() {
        for at in range {
            if let Some(it) = of.get_mut(at) {
                *it = u16::try_from(place).ok();
            }
        }
    }
    of
}
