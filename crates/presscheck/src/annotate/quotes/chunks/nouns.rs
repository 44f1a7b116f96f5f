//! Noun phrases up to their head: “the former mayor”, “Veld’s two aides”.

use super::cutter::Cutter;
use super::{Chunk, Kind, Noun};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::units::{Clitic, UnitKind};
use crate::text::tags::Tag;

/// What a unit does in a noun phrase.
enum Step {
    /// Can be its last word.
    Head,
    /// Is a whole noun phrase.
    Alone,
    /// Stands before its head.
    Within,
    /// Is no part of it.
    Stop,
}

impl Cutter<'_> {
    /// A noun phrase.
    pub(super) fn noun(&mut self, at: usize) -> Option<usize> {
        let mut ix = at;
        let mut head = None;
        let mut only_adjectives = true;
        while let Some(unit) = self.unit(ix) {
            match self.step(at, ix, head.is_some()) {
                Step::Head => {
                    head = Some(ix);
                    only_adjectives = false;
                    if unit.clitic == Clitic::Possessive && self.goes_on(ix + 1) {
                        head = None;
                    }
                }
                Step::Alone => {
                    let noun = Noun { pronoun: true, ..Noun::default() };
                    self.found.push(Chunk { kind: Kind::Noun(noun), units: ix..ix + 1, head: ix });
                    return Some(ix + 1);
                }
                Step::Within => only_adjectives &= matches!(unit.tag, Tag::Adj | Tag::Adv),
                Step::Stop => break,
            }
            ix += 1;
        }
        // Words before a head that never came: an adjective, or a stop behind it.
        let end = head.map_or(ix, |it| it + 1);
        if end == at {
            return None;
        }
        let end = if head.is_none() { self.without_marks(at, end) } else { end };
        let last = head.unwrap_or(end - 1);
        let unit = &self.units[last];
        // “Several said”
        let several = end == at + 1 && self.verb_next(end) && unit.is(Class::PRONOUN);
        let kind = if head.is_none() && only_adjectives && !several {
            Kind::Adjective
        } else {
            Kind::Noun(Noun {
                pronoun: head.is_none() && (unit.tag == Tag::Det || several),
                time: self.is_time(at, end, last),
                name: unit.tag == Tag::Propn || unit.is_capital() && last > at,
            })
        };
        self.found.push(Chunk { kind, units: at..end, head: last });
        Some(end)
    }

    fn without_marks(&self, at: usize, end: usize) -> usize {
        let mut end = end;
        while end > at + 1 && matches!(self.units[end - 1].kind, UnitKind::Mark(_)) {
            end -= 1;
        }
        end
    }

    /// Whether a noun phrase fixes a time: its head does, and no other noun stands in it.
    fn is_time(&self, at: usize, end: usize, head: usize) -> bool {
        let alone = at + 1 == end && self.units[at].kind == UnitKind::Number;
        let year = self.units[at].span.of(self.text);
        if alone && year.len() == 4 && (year.starts_with("19") || year.starts_with("20")) {
            return true;
        }
        let mut units = self.units[at..end].iter();
        (self.units[head].is(Class::TIME) || self.units[head].kind == UnitKind::Number)
            && units.any(|it| it.is(Class::TIME))
            && self.units[at..head].iter().all(|it| {
                it.is(Class::TIME) || !matches!(it.tag, Tag::Noun | Tag::NounPlural | Tag::Propn)
            })
    }

    /// Whether a noun phrase can go on with the unit at `ix`, as after “Veld’s”.
    fn goes_on(&self, ix: usize) -> bool {
        let Some(unit) = self.unit(ix) else { return false };
        unit.kind == UnitKind::Number
            || unit.is_quote()
            || matches!(
                unit.tag,
                Tag::Noun
                    | Tag::NounPlural
                    | Tag::Propn
                    | Tag::Adj
                    | Tag::Num
                    | Tag::VerbGerund
                    | Tag::VerbParticiple
                    | Tag::Adv
            ) && !unit.is(Class::AUX)
    }

    /// What the unit at `ix` does in a noun phrase that starts at `at`.
    fn step(&self, at: usize, ix: usize, has_head: bool) -> Step {
        let unit = &self.units[ix];
        let next = self.tag(ix + 1);
        let next_noun = matches!(next, Tag::Noun | Tag::NounPlural | Tag::Propn);
        match unit.kind {
            UnitKind::Number => Step::Head,
            UnitKind::Quote(_) if unit.tag == Tag::Propn => Step::Head,
            UnitKind::Quote(_) if ix > at && !has_head && next_noun && !self.ends(ix) => {
                Step::Within
            }
            UnitKind::Quote(_) => Step::Stop,
            UnitKind::Mark('$' | '€' | '£' | '%' | '&' | '#' | '@' | '/') => {
                if self.unit(ix + 1).is_some_and(|it| matches!(it.kind, UnitKind::Mark(_))) {
                    Step::Stop
                } else {
                    Step::Within
                }
            }
            UnitKind::Mark('.') if ix > at && self.abbreviates(ix) => Step::Within,
            UnitKind::Mark('\'' | '’') if has_head && self.goes_on(ix + 1) => Step::Within,
            UnitKind::Mark(_) => Step::Stop,
            UnitKind::Word { .. } => self.step_word(at, ix, has_head),
        }
    }

    /// Whether a stretch ends with a stop of its own: ““a trap,” Veld said”.
    fn ends(&self, quote: usize) -> bool {
        let words = self.units[quote].span.of(self.text);
        let last = words.trim_end_matches(|it: char| {
            !it.is_alphanumeric() && !matches!(it, ',' | '.' | '!' | '?')
        });
        last.ends_with([',', '.', '!', '?'])
    }

    fn step_word(&self, at: usize, ix: usize, has_head: bool) -> Step {
        let unit = &self.units[ix];
        if self.is_name(ix) {
            return Step::Head;
        }
        let next = self.tag(ix + 1);
        let nominal =
            matches!(next, Tag::Noun | Tag::NounPlural | Tag::Propn | Tag::Adj | Tag::Num);
        match unit.tag {
            Tag::Pron if has_head || ix > at && !unit.is(Class::DET) => Step::Stop,
            Tag::Pron if unit.is(Class::DET) && (nominal || self.goes_on(ix + 1)) => Step::Within,
            Tag::Pron => Step::Alone,
            Tag::Det if has_head => Step::Stop,
            Tag::Det => Step::Within,
            Tag::Num => Step::Head,
            Tag::Noun | Tag::NounPlural | Tag::Propn => {
                let day = unit.is(Class::TIME) && has_head && !nominal;
                let other = unit.is(Class::TIME) && has_head && unit.is_capital();
                let own = self.units[at..ix].iter().any(|it| it.is(Class::TIME));
                if (day || other) && !own && unit.tag != Tag::NounPlural {
                    Step::Stop
                } else {
                    Step::Head
                }
            }
            Tag::Adj if has_head => {
                if nominal {
                    Step::Within
                } else {
                    Step::Stop
                }
            }
            Tag::Adj => Step::Within,
            Tag::Adv
                if !has_head
                    && (matches!(next, Tag::Adj | Tag::Num) || next == Tag::Adv && ix > at) =>
            {
                Step::Within
            }
            Tag::VerbGerund | Tag::VerbParticiple | Tag::VerbPast
                if !has_head && ix > at && (nominal || next == Tag::VerbGerund) =>
            {
                Step::Within
            }
            Tag::Other | Tag::Sym if ix > at => Step::Head,
            Tag::Cconj if ix > at && !has_head && next == Tag::Adj => Step::Within,
            Tag::Cconj if ix == at && self.is_both(ix) => Step::Within,
            _ => Step::Stop,
        }
    }

    /// Whether the stop at `ix` belongs to the word before it: “Gov.”, “J.”, “Inc.”.
    fn abbreviates(&self, ix: usize) -> bool {
        let (Some(before), Some(after)) = (self.unit(ix - 1), self.unit(ix + 1)) else {
            return false;
        };
        let touches = before.span.end() == self.units[ix].span.start();
        let goes_on = after.is_word() || after.kind == UnitKind::Number;
        touches && before.is_capital() && goes_on && before.span.len() <= 5
    }
}
