//! Verb groups: a verb with those that help it, “would never have said”.

use super::cutter::Cutter;
use super::{Chunk, Form, Kind, Verb};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::units::{Clitic, Unit};
use crate::text::tags::Tag;

impl Cutter<'_> {
    /// A verb group.
    pub(super) fn verb(&mut self, at: usize) -> Option<usize> {
        let mut group = Group::default();
        let mut ix = at;
        if self.is_name(at) {
            return None;
        }
        if self.unit(at)?.reads(self.text, "to") {
            // “vowed to “fight on””: the verb stands between the marks.
            if self.unit(at + 1).is_some_and(Unit::is_quote) {
                let verb =
                    Verb { form: Form::Infinitive, passive: false, negated: false, be: false };
                self.found.push(Chunk { kind: Kind::Verb(verb), units: at..at + 1, head: at });
                return Some(at + 1);
            }
            let base = |it: usize| matches!(self.tag(it), Tag::VerbBase | Tag::Aux);
            let far = self.tag(at + 1) == Tag::Adv && base(at + 2);
            if !base(at + 1) && !far {
                return None;
            }
            group.infinitive = true;
            ix += 1;
        }
        // “he’s said”: the helper hangs on the pronoun before.
        if let Some(before) = at.checked_sub(1).and_then(|it| self.unit(it)) {
            group.helped = before.clitic == Clitic::Aux && self.tag(at).is_verb();
            group.be = group.helped;
        }
        while let Some(unit) = self.unit(ix) {
            if unit.tag.is_verb() && !unit.is(Class::AUX) || unit.is(Class::SAY) && self.is_said(ix)
            {
                group.head = Some(ix);
                break;
            }
            if unit.is(Class::AUX) && unit.tag != Tag::Noun && unit.tag != Tag::Propn
                || unit.tag == Tag::Aux
            {
                group.head = Some(ix);
                group.helped = true;
                group.negated |= unit.is(Class::NOT);
                group.be = unit.is(Class::BE);
                group.last_be = unit.is(Class::BE);
            } else if group.started()
                && (unit.tag == Tag::Adv || unit.is(Class::NOT))
                && self.verb_within(ix)
            {
                group.negated |= unit.is(Class::NOT);
            } else {
                break;
            }
            ix += 1;
        }
        let head = group.head?;
        let verb = group.verb(&self.units[head]);
        let end = head + 1;
        self.found.push(Chunk { kind: Kind::Verb(verb), units: at..end, head });
        Some(end)
    }

    /// “Mr.”, or a name at the start of a sentence that looks like a verb: “Husted said”.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let opens = self.found.is_empty()
            && unit.tag.is_verb()
            && self.unit(at + 1).is_some_and(|it| it.tag.is_verb() && it.class != Class::default());
        unit.is_capital() && (unit.is(Class::ABBREVIATED) || opens)
    }

    /// “said” and “says” whatever their tag.
    fn is_said(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.reads(self.text, "said") || unit.reads(self.text, "says")
    }

    /// Whether a verb stands within the next three units, with nothing but adverbs before it.
    fn verb_within(&self, at: usize) -> bool {
        for ix in at + 1..at + 4 {
            let Some(unit) = self.unit(ix) else { return false };
            if unit.tag.is_verb() || unit.tag == Tag::Aux {
                return true;
            }
            if unit.tag != Tag::Adv && !unit.is(Class::NOT) {
                return false;
            }
        }
        false
    }
}

/// A verb group as it is read.
#[derive(Default)]
struct Group {
    infinitive: bool,
    helped: bool,
    negated: bool,
    be: bool,
    last_be: bool,
    head: Option<usize>,
}

impl Group {
    fn started(&self) -> bool {
        self.head.is_some() || self.infinitive || self.helped
    }

    fn verb(&self, head: &Unit) -> Verb {
        let aux = head.is(Class::AUX) || head.tag == Tag::Aux;
        let form = match head.tag {
            _ if self.infinitive => Form::Infinitive,
            Tag::VerbGerund if !self.helped => Form::Gerund,
            Tag::VerbParticiple if !self.helped => Form::Participle,
            _ => Form::Finite,
        };
        Verb {
            form,
            passive: !aux && self.be && matches!(head.tag, Tag::VerbParticiple | Tag::VerbPast),
            negated: self.negated,
            be: aux && self.last_be,
        }
    }
}
