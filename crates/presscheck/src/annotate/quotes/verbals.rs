//! The subjects of infinitives and -ing forms, which are those of other verbs.

use super::chunks::{Form, Kind};
use super::lexicon::Class;
use super::sentence::{FAR, Sentence, Subject};
use super::subjects::PASSES;

impl Sentence<'_> {
    /// “adding”, “by saying”, “officials saying”.
    pub(super) fn of_gerund(&self, verb: usize, passes: usize) -> Option<Subject> {
        let mut at = verb;
        while let Some((ix, before)) = self.before(at)
            && (before.kind == Kind::Adverb || before.is_time())
        {
            at = ix;
        }
        match self.before(at) {
            Some((ix, it))
                if it.is_thing()
                    && !(self.head_is(&self.chunks[verb], Class::SAY) && self.is_object(ix)) =>
            {
                return Some(self.noun_phrase(ix));
            }
            Some((ix, it)) if it.verb().is_some() => return self.subject_after(ix, passes + 1),
            Some((ix, it)) if it.kind == Kind::And => {
                let says = Class::SAY.and(Class::NAMING).and(Class::AS);
                let alike = (ix.saturating_sub(FAR)..ix).rev().find(|&ix| {
                    let it = &self.chunks[ix];
                    it.verb().is_some_and(|it| it.form == Form::Gerund) && self.head_is(it, says)
                });
                let alike = alike.or_else(|| self.verb_before(ix, |it| it.form == Form::Gerund));
                let verb = alike.or_else(|| self.verb_before(ix, |_| true))?;
                return self.subject_after(verb, passes + 1);
            }
            _ => {}
        }
        self.governing(at, passes).or_else(|| self.following(verb, passes))
    }

    /// Whether a noun phrase is what a verb before it acts on: “put out a statement to voters”.
    fn is_object(&self, noun: usize) -> bool {
        let mut at = self.noun_phrase(noun).chunk;
        // “a text message to supporters”: the chain stops where no clause starts.
        while let Some((prep, it)) = self.before(at)
            && it.kind == Kind::Prep
            && let Some((ix, noun)) = self.before(prep)
            && noun.is_thing()
        {
            at = ix;
        }
        while let Some((ix, it)) = self.before(at)
            && (it.kind == Kind::Adverb
                || it.kind == Kind::Prep && self.head_is(it, Class::PARTICLE))
        {
            at = ix;
        }
        self.before(at).is_some_and(|(_, it)| it.verb().is_some())
    }

    /// The subject of the finite verb that the words at `at` hang on: a verb of saying before others.
    fn governing(&self, at: usize, passes: usize) -> Option<Subject> {
        let said = (at.saturating_sub(FAR)..at).rev().find(|&ix| self.says(ix));
        let near = self.main_before(at)?;
        let verb = match said {
            Some(said) if said < near && self.told_between(said, near) => said,
            _ => near,
        };
        self.subject_after(verb, passes + 1)
    }

    /// The nearest finite verb before a place that no “that”, “who” or “because” hangs on another.
    fn main_before(&self, at: usize) -> Option<usize> {
        let mut verb = self.verb_before(at, |it| it.form == Form::Finite)?;
        for _ in 0..PASSES {
            let Some(earlier) = self.verb_before(verb, |it| it.form == Form::Finite) else { break };
            let hangs = self.chunks[earlier + 1..verb]
                .iter()
                .any(|it| matches!(it.kind, Kind::That | Kind::Wh | Kind::Relative | Kind::Beside));
            if !hangs {
                break;
            }
            verb = earlier;
        }
        Some(verb)
    }

    /// Whether what stands from a verb of saying to another verb is what is said.
    fn told_between(&self, said: usize, near: usize) -> bool {
        !self.chunks[said + 1..near.max(said + 1)]
            .iter()
            .any(|it| it.is_mark(';') || it.kind == Kind::And && self.reads(it, "but"))
    }

    /// “Saying so, Ortiz left”: the subject of the verb that follows.
    fn following(&self, verb: usize, passes: usize) -> Option<Subject> {
        if passes > 0 {
            return None;
        }
        let next = (verb + 1..self.chunks.len().min(verb + FAR))
            .find(|&ix| self.chunks[ix].is_finite() && self.own_clause(verb, ix))?;
        self.subject_after(next, passes + 1)
    }

    /// Whether a comma parts two verbs and no joint hangs the second on the first.
    fn own_clause(&self, first: usize, second: usize) -> bool {
        let between = &self.chunks[first + 1..second];
        let Some(comma) = between.iter().rposition(|it| it.is_mark(',')) else { return false };
        !between[comma..]
            .iter()
            .any(|it| matches!(it.kind, Kind::Relative | Kind::That | Kind::Beside | Kind::And))
    }

    /// “Ortiz declined to say”, “asked Ortiz to say”.
    pub(super) fn of_infinitive(&self, verb: usize, passes: usize) -> Option<Subject> {
        let mut at = verb;
        while let Some((ix, before)) = self.before(at)
            && (matches!(before.kind, Kind::Adverb | Kind::Adjective) || before.is_time())
        {
            at = ix;
        }
        if let Some((ix, it)) = self.before(at)
            && it.is_thing()
            && let Some((_, order)) = self.before(self.noun_phrase(ix).chunk)
            && order.verb().is_some()
            && self.head_is(order, Class::ORDER)
        {
            return Some(self.noun_phrase(ix));
        }
        if let Some((ix, it)) = self.before(at)
            && it.verb().is_some()
        {
            return self.subject_after(ix, passes + 1);
        }
        let near = self.verb_before(at, |it| it.form != Form::Infinitive);
        match near {
            Some(near) => self.subject_after(near, passes + 1),
            None => self.following(verb, passes),
        }
    }
}
