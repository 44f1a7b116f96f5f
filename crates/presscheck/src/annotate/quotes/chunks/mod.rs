//! A sentence cut into noun phrases, verb groups and the words between them.
//!
//! There is no parse: a chunk holds no other chunk. Which noun phrase is the subject of a verb is
//! for `subjects`.

mod cutter;
mod nouns;
mod verbs;

use std::ops::Range;

use super::lexicon::Class;
use super::units::Unit;

use self::cutter::Cutter;

/// Units in a row that act as one.
#[derive(Clone, Debug)]
pub(in crate::annotate::quotes) struct Chunk {
    pub(in crate::annotate::quotes) kind: Kind,
    /// The units of the paragraph that it covers.
    pub(in crate::annotate::quotes) units: Range<usize>,
    /// The unit that counts: a noun phrase's last noun, a verb group's last verb.
    pub(in crate::annotate::quotes) head: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate::quotes) enum Kind {
    Noun(Noun),
    Verb(Verb),
    Adjective,
    Adverb,
    Prep,
    /// “and”, “but”.
    And,
    /// “while”, “because”.
    Beside,
    /// “that” before a clause.
    That,
    /// “whether”, “how”, “what” before a clause that is told.
    Wh,
    /// “who”, “which”, “that” after a noun.
    Relative,
    Mark(char),
    /// A place in the paragraph's list of quoted stretches.
    Quote(usize),
    Other,
}

/// A noun phrase.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::annotate::quotes) struct Noun {
    pub(in crate::annotate::quotes) pronoun: bool,
    /// “Monday”, “last week”.
    pub(in crate::annotate::quotes) time: bool,
    /// Its head is a name.
    pub(in crate::annotate::quotes) name: bool,
}

/// A verb with those that help it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate::quotes) struct Verb {
    pub(in crate::annotate::quotes) form: Form,
    pub(in crate::annotate::quotes) passive: bool,
    pub(in crate::annotate::quotes) negated: bool,
    /// Its head is a form of “be”.
    pub(in crate::annotate::quotes) be: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate::quotes) enum Form {
    /// Has a subject: “says”, “would have said”.
    Finite,
    /// “to say”.
    Infinitive,
    /// “saying”.
    Gerund,
    /// “said” without a helper.
    Participle,
}

impl Chunk {
    pub(in crate::annotate::quotes) fn is_noun(&self) -> bool {
        matches!(self.kind, Kind::Noun(_))
    }

    /// A noun phrase that can be a subject or object: not “Monday”.
    pub(in crate::annotate::quotes) fn is_thing(&self) -> bool {
        matches!(self.kind, Kind::Noun(it) if !it.time)
    }

    pub(in crate::annotate::quotes) fn is_time(&self) -> bool {
        matches!(self.kind, Kind::Noun(it) if it.time)
    }

    pub(in crate::annotate::quotes) fn verb(&self) -> Option<Verb> {
        match self.kind {
            Kind::Verb(it) => Some(it),
            _ => None,
        }
    }

    pub(in crate::annotate::quotes) fn is_finite(&self) -> bool {
        self.verb().is_some_and(|it| it.form == Form::Finite)
    }

    pub(in crate::annotate::quotes) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(in crate::annotate::quotes) fn is_quote(&self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    pub(in crate::annotate::quotes) fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('—' | '–' | '-'))
    }
}

/// Cuts one sentence of a paragraph's units.
pub(in crate::annotate::quotes) fn chunks(
    text: &str,
    units: &[Unit],
    sentence: Range<usize>,
) -> Vec<Chunk> {
    let mut cutter = Cutter { text, units, end: sentence.end, found: Vec::new() };
    let mut at = sentence.start;
    while at < sentence.end {
        let next = cutter.cut(at);
        at = next.max(at + 1);
    }
    mend(&mut cutter.found, |head| units[head].is(Class::SAY));
    cutter.found
}

/// Makes a participle the verb of its clause where the clause has no other: “responded” and
/// “was responded to” look alike.
fn mend(chunks: &mut [Chunk], says: impl Fn(usize) -> bool) {
    for ix in 1..chunks.len() {
        let Kind::Verb(verb) = chunks[ix].kind else { continue };
        let last = (0..ix).rev().find(|&it| chunks[it].kind != Kind::Adverb);
        let Some(last) = last.filter(|_| verb.form == Form::Participle) else { continue };
        // “smiled and said”, “smiled but added”
        if chunks[last].kind == Kind::And && says(chunks[ix].head) {
            chunks[ix].kind = Kind::Verb(Verb { form: Form::Finite, ..verb });
        }
        if !chunks[last].is_thing() {
            continue;
        }
        let within = |it: &&Chunk| {
            !matches!(it.kind, Kind::Beside | Kind::That | Kind::And | Kind::Relative | Kind::Wh)
                && !it.is_mark(';')
        };
        let after = chunks[ix + 1..].iter().take_while(within).any(Chunk::is_finite);
        let before = chunks[..ix].iter().rev().take_while(within).any(Chunk::is_finite);
        if !after && !before {
            chunks[ix].kind = Kind::Verb(Verb { form: Form::Finite, ..verb });
        }
    }
}
