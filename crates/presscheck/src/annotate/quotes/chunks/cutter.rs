//! Cuts a sentence from left to right, and tells what its small words do.

use super::{Chunk, Kind, Noun};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::units::{Unit, UnitKind};
use crate::text::tags::Tag;

/// The chunks cut so far, and what they are cut from.
pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    pub(super) units: &'a [Unit],
    pub(super) end: usize,
    pub(super) found: Vec<Chunk>,
}

impl Cutter<'_> {
    /// Adds the chunk that starts at a unit; returns where the next one starts.
    pub(super) fn cut(&mut self, at: usize) -> usize {
        let unit = &self.units[at];
        let single = match unit.kind {
            UnitKind::Quote(_) if unit.tag == Tag::Propn => None,
            UnitKind::Quote(ix) => Some(Kind::Quote(ix)),
            UnitKind::Mark('$' | '€' | '£' | '#' | '@') | UnitKind::Number => None,
            UnitKind::Mark(mark) => Some(Kind::Mark(mark)),
            UnitKind::Word { .. } => self.joint(at),
        };
        if let Some(kind) = single {
            self.found.push(Chunk { kind, units: at..at + 1, head: at });
            return at + 1;
        }
        if let Some(next) = self.verb(at) {
            return next;
        }
        if let Some(next) = self.noun(at) {
            return next;
        }
        let kind = match unit.tag {
            Tag::Adp | Tag::Part => Kind::Prep,
            Tag::Adv if unit.is(Class::PREP) && !self.rounds(at) && self.opens_noun(at + 1) => {
                Kind::Prep
            }
            Tag::Adj | Tag::VerbParticiple => Kind::Adjective,
            Tag::Adv => Kind::Adverb,
            _ if unit.is(Class::PREP) => Kind::Prep,
            _ => Kind::Other,
        };
        self.found.push(Chunk { kind, units: at..at + 1, head: at });
        at + 1
    }

    /// “about half”, “over 30”
    fn rounds(&self, at: usize) -> bool {
        ["about", "over", "around"].iter().any(|it| self.units[at].reads(self.text, it))
    }

    /// Whether a noun phrase can start at a unit.
    fn opens_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Det | Tag::Propn | Tag::Pron | Tag::Noun | Tag::NounPlural)
    }

    pub(super) fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(at).filter(|_| at < self.end)
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.unit(at).map_or(Tag::None, |it| it.tag)
    }

    /// What a word that joins clauses is, if it is one.
    fn joint(&self, at: usize) -> Option<Kind> {
        let unit = &self.units[at];
        if unit.reads(self.text, "there") {
            let be = |at: usize| self.unit(at).is_some_and(|it| it.is(Class::BE));
            let is = be(at + 1) || self.tag(at + 1) != Tag::Noun && be(at + 2);
            return is.then_some(Kind::Noun(Noun { pronoun: true, ..Noun::default() }));
        }
        let last = self.found.last();
        let after_noun = last.is_some_and(Chunk::is_noun);
        let after_comma = last.is_some_and(|it| it.is_mark(','));
        if unit.reads(self.text, "that") {
            let told = last.is_some_and(|it| it.verb().is_some() || it.is_noun());
            return match unit.tag {
                _ if told && self.unit(at + 1).is_some_and(Unit::is_quote) => Some(Kind::That),
                Tag::Sconj => Some(Kind::That),
                // “said at the vote that Veld may stay”
                Tag::Pron if !self.verb_next(at + 1) && self.tells() => Some(Kind::That),
                // “the idea that Veld may stay”
                Tag::Pron if after_noun && self.takes_that() && !self.verb_next(at + 1) => {
                    Some(Kind::That)
                }
                Tag::Pron if after_noun || after_comma && self.tag(at + 1).is_verb() => {
                    Some(Kind::Relative)
                }
                _ => None,
            };
        }
        if unit.is(Class::RELATIVE) && unit.tag != Tag::Det {
            let after_prep = last.is_some_and(|it| it.kind == Kind::Prep);
            let relative = after_noun || after_comma || after_prep;
            return Some(if relative { Kind::Relative } else { Kind::Wh });
        }
        if unit.is(Class::WH) && unit.tag != Tag::Noun {
            let told = last.is_some_and(|it| {
                matches!(it.kind, Kind::Verb(_) | Kind::Prep | Kind::Adjective | Kind::That)
            });
            let clear = !unit.is(Class::BESIDE);
            return Some(if clear || told && !unit.reads(self.text, "when") {
                Kind::Wh
            } else {
                Kind::Beside
            });
        }
        match unit.tag {
            Tag::Cconj if !self.is_both(at) => Some(Kind::And),
            Tag::Sconj => Some(Kind::Beside),
            _ if unit.is(Class::AND) => Some(Kind::And),
            _ => None,
        }
    }

    /// “both”, “either”: opens a noun phrase.
    pub(super) fn is_both(&self, at: usize) -> bool {
        ["both", "either", "neither"].iter().any(|it| self.units[at].reads(self.text, it))
    }

    /// Whether a verb of saying stands before, with only a hearer, days and places behind it.
    fn tells(&self) -> bool {
        // 7 chunks: a hearer, a place and a day.
        for (back, chunk) in self.found.iter().rev().take(7).enumerate() {
            match chunk.kind {
                Kind::Verb(_) => {
                    let class = self.units[chunk.head].class;
                    let first = self.found.len() - back;
                    let object = self.found.get(first).is_some_and(Chunk::is_thing);
                    return class.is(Class::SAY) && (!object || class.is(Class::HEARER));
                }
                Kind::Noun(_) | Kind::Adverb | Kind::Prep => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the last chunk's head is a noun such as “claim”.
    fn takes_that(&self) -> bool {
        self.found.last().is_some_and(|it| self.units[it.head].is(Class::CLAIM))
    }

    pub(super) fn verb_next(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.is_verb() || tag == Tag::Aux
    }
}
