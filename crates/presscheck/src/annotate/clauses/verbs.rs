//! Groups of verbs: “has not agreed”, “would be held”, “to call off”.

use super::line::Line;
use crate::text::acts;
use crate::text::tags::Tag;

/// How a group of verbs stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) enum Form {
    /// With a subject of its own: “signs”, “will sign”.
    Finite,
    /// “to sign”.
    To,
    /// “sign” alone: after “and”, “let”, or as an order.
    Bare,
    /// “signing”.
    Gerund,
    /// “signed” that describes a noun: “the deal signed on Monday”.
    Participle,
}

/// What a modal makes of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) enum Modal {
    /// None.
    No,
    /// “will”, “shall”.
    Will,
    /// “would”.
    Would,
    /// “can”.
    Can,
    /// “could”, “may”, “might”.
    Could,
    /// “must”, “should”.
    Must,
}

/// A group of verbs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::annotate) struct Verb {
    /// Its first token: an auxiliary, “to”, or the verb itself.
    pub(in crate::annotate) from: usize,
    /// The verb that says what is done; “be” where a noun or adjective says it.
    pub(in crate::annotate) at: usize,
    /// One past its last token, a particle counted in.
    pub(in crate::annotate) end: usize,
    /// Base form of the verb; of one with a particle the plain verb that means the same: `cancel`
    /// for “call off”.
    pub(in crate::annotate) base: String,
    pub(in crate::annotate) form: Form,
    pub(in crate::annotate) modal: Modal,
    pub(in crate::annotate) negated: bool,
    pub(in crate::annotate) passive: bool,
    /// “has signed”.
    pub(in crate::annotate) perfect: bool,
    /// “is signing”.
    pub(in crate::annotate) progressive: bool,
    /// “signed”, “was signed”, “had signed”.
    pub(in crate::annotate) past: bool,
    pub(in crate::annotate) subject: Option<super::NounIx>,
    pub(in crate::annotate) object: Option<super::NounIx>,
    pub(in crate::annotate) governor: Option<super::Governor>,
}

/// Longest group, in tokens.
const LONGEST: usize = 9;

/// Finds the groups of a sentence in text order.
pub(super) fn read(line: &Line<'_>) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let group = if is_preposition(line, at) { None } else { Group::new(line, at).read() };
        at = group.as_ref().map_or(at + 1, |it| it.end.max(at + 1));
        found.extend(group);
    }
    found
}

/// A group while it is read.
struct Group<'a> {
    line: &'a Line<'a>,
    from: usize,
    modal: Modal,
    to: bool,
    negated: bool,
    past: bool,
    /// Places of the last form of “be”, “have” and “do”.
    be: Option<usize>,
    have: Option<usize>,
    helped: bool,
}

impl<'a> Group<'a> {
    fn new(line: &'a Line<'a>, from: usize) -> Self {
        Group {
            line,
            from,
            modal: Modal::No,
            to: false,
            negated: false,
            past: false,
            be: None,
            have: None,
            helped: false,
        }
    }

    fn read(mut self) -> Option<Verb> {
        let line = self.line;
        let mut at = self.from;
        if line.word(at) == "to" && opens_infinitive(line, at) {
            self.to = true;
            at += 1;
        } else if !opens(line, at) {
            return None;
        }
        while at < self.from + LONGEST {
            if self.help(at) {
                at += 1;
                continue;
            }
            if line.tag(at).is_verb() {
                return Some(self.verb(at));
            }
            let goes_on = at > self.from && is_between(line, at) && self.leads_on(at + 1);
            if !goes_on {
                break;
            }
            self.negated |= is_not(line.word(at));
            at += 1;
        }
        // “Should Russia choose war”: a modal before its subject is read with the verb behind it.
        let turned = starts_noun(line.tag(self.from + 1)) && !self.to;
        let modal = self.modal != Modal::No && !turned;
        let copula = self.be.or(self.have).or(modal.then_some(self.from));
        // “He had “no interest” in it”: an auxiliary that helps nothing is the verb.
        let alone =
            || matches!(line.word(self.from), "have" | "has" | "had" | "do" | "does" | "did");
        let at = copula.or_else(|| alone().then_some(self.from))?;
        Some(self.verb(at))
    }

    /// Whether a verb or another auxiliary stands at `at`, adverbs in between left out.
    fn leads_on(&self, at: usize) -> bool {
        let line = self.line;
        let next = (at..at + 4).find(|&it| !is_between(line, it));
        next.is_some_and(|it| line.tag(it).is_verb() || line.tag(it) == Tag::Aux)
    }

    /// Takes the token at `at` as an auxiliary, where it is one.
    fn help(&mut self, at: usize) -> bool {
        let line = self.line;
        let word = line.word(at);
        let bare = word.strip_suffix("n't").unwrap_or(word);
        let not = bare.len() < word.len() || word == "cannot";
        let modal = match bare {
            "will" | "shall" | "wo" | "sha" => Modal::Will,
            "would" => Modal::Would,
            "can" | "ca" | "cannot" => Modal::Can,
            "could" | "may" | "might" => Modal::Could,
            "must" | "should" | "ought" => Modal::Must,
            _ if word.ends_with("'ll") => Modal::Will,
            _ if word.ends_with("'d") && line.tag(at + 1) == Tag::VerbBase => Modal::Would,
            _ => Modal::No,
        };
        if modal != Modal::No && (line.tag(at) == Tag::Aux || not || word.contains('\'')) {
            self.modal = modal;
            self.negated |= not;
            self.helped = true;
            return true;
        }
        let (be, past) = match bare {
            "be" | "is" | "are" | "am" | "being" | "been" => (true, false),
            "was" | "were" => (true, true),
            _ if word.ends_with("'re") || word.ends_with("'m") => (true, false),
            _ if is_short_be(line, at) => (true, false),
            _ => (false, false),
        };
        if be {
            self.be = Some(at);
            self.past |= past && !self.helped;
        } else if matches!(bare, "have" | "has" | "had" | "having") && self.leads_on(at + 1)
            || word.ends_with("'ve")
            || word.ends_with("'d")
        {
            self.have = Some(at);
            self.be = None;
            self.past |= bare == "had" && !self.helped;
        } else if matches!(bare, "do" | "does" | "did") && (not || self.leads_on(at + 1)) {
            self.past |= bare == "did";
        } else {
            return false;
        }
        self.negated |= not;
        self.helped = true;
        true
    }

    fn verb(&self, at: usize) -> Verb {
        let line = self.line;
        let tag = line.tag(at);
        let main = Some(at) != self.be;
        let participle = matches!(tag, Tag::VerbParticiple | Tag::VerbPast) && main;
        let form = match tag {
            _ if self.to => Form::To,
            _ if self.helped => Form::Finite,
            Tag::VerbGerund => Form::Gerund,
            Tag::VerbParticiple => Form::Participle,
            Tag::VerbBase => Form::Bare,
            _ => Form::Finite,
        };
        let base = match () {
            () if Some(at) == self.be => "be".to_owned(),
            () if Some(at) == self.have && !tag.is_verb() => "have".to_owned(),
            () => line.base(at),
        };
        // “Will not stand by while they do it” supports nothing.
        let idle = line.word(at + 1) == "by" && !starts_noun(line.tag(at + 2));
        let (base, end) =
            if idle { (base, 0) } else { acts::phrasal(&base, |nth| self.particle(at, nth)) };
        let beside = end > 0;
        Verb {
            from: self.from,
            at,
            end: at + 1 + usize::from(beside && end == 1),
            base,
            form,
            modal: self.modal,
            negated: self.negated,
            passive: participle && (self.be.is_some() || form == Form::Participle),
            perfect: self.have.is_some(),
            progressive: self.be.is_some() && tag == Tag::VerbGerund,
            past: self.past || form == Form::Finite && tag == Tag::VerbPast && !self.helped,
            subject: None,
            object: None,
            governor: None,
        }
    }

    /// The `nth` word after a verb that can be its particle: next to it, or behind a short object.
    fn particle(&self, at: usize, nth: usize) -> &'a str {
        let line = self.line;
        if nth == 0 {
            return line.word(at + 1);
        }
        let far = (at + 2..at + 7)
            .find(|&it| matches!(line.word(it), "off" | "out" | "down" | "up" | "back" | "over"));
        let far = far.filter(|&it| {
            (at + 1..it).all(|it| line.is_said(it) && !line.tag(it).is_verb())
                && (line.tag(at + 1) != Tag::Adp)
                && !starts_noun(line.tag(it + 1))
        });
        far.map_or("", |it| line.word(it))
    }
}

/// “According to”, “including”: verbs in form alone.
fn is_preposition(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.word(at),
        "according" | "including" | "regarding" | "concerning" | "excluding" | "given"
    ) && line.tag(at.wrapping_sub(1)) != Tag::Aux
}

/// Whether “to” at `at` opens an infinitive: “to sign”, “to not sign”, not “to the council”.
fn opens_infinitive(line: &Line<'_>, at: usize) -> bool {
    let next = (at + 1..at + 4).find(|&it| !is_between(line, it));
    next.is_some_and(|it| {
        line.tag(it) == Tag::VerbBase
            || line.tag(it) == Tag::Aux && matches!(line.word(it), "be" | "have" | "do")
    })
}

/// Whether a group of verbs can begin at `at`.
fn opens(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let short = ["'ll", "'re", "'ve", "'m", "'d"].iter().any(|it| word.ends_with(it));
    line.tag(at).is_verb()
        || line.tag(at) == Tag::Aux
        || word.ends_with("n't")
        || short && line.tag(at) == Tag::Pron
        || is_short_be(line, at)
}

/// “it’s off”, “he’s going”: “’s” of a pronoun that is no possession.
fn is_short_be(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.word(at),
        "it's" | "he's" | "she's" | "that's" | "there's" | "what's" | "who's" | "here's"
    )
}

/// Words that stand inside a group of verbs.
fn is_between(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    is_not(word) || line.tag(at) == Tag::Adv || matches!(word, "\"" | "'" | "likely")
}

fn is_not(word: &str) -> bool {
    matches!(word, "not" | "never" | "neither" | "nor")
}

/// Whether a noun phrase can begin with such a word.
pub(super) fn starts_noun(tag: Tag) -> bool {
    matches!(tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Propn | Tag::Pron | Tag::Sym)
        || tag.is_noun()
}
