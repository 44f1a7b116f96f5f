//! Noun phrases: “the proposed vote”, “Ada Okafor”, “they”; without what “of” ties to them.

use super::line::Line;
use super::verbs::Verb;
use crate::text::tags::Tag;

/// A noun phrase.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::annotate) struct NounPhrase {
    /// Its first token, an article or number counted in.
    pub(in crate::annotate) from: usize,
    /// The noun that says what it is.
    pub(in crate::annotate) head: usize,
    /// One past its last token.
    pub(in crate::annotate) end: usize,
    /// The preposition that leads it.
    pub(in crate::annotate) prep: Option<usize>,
}

/// Longest phrase, in tokens.
const LONGEST: usize = 14;

/// Finds them in text order, outside groups of verbs.
pub(super) fn read(line: &Line<'_>, verbs: &[Verb]) -> Vec<NounPhrase> {
    let mut found: Vec<NounPhrase> = Vec::new();
    let mut verbs = verbs.iter().peekable();
    let mut at = 0;
    while at < line.len() {
        while verbs.next_if(|it| it.end <= at).is_some() {}
        let next = verbs.peek().map_or(line.len(), |it| it.from);
        // “They’ll meet”: the pronoun is part of the group.
        let short = next == at && line.tag(at) == Tag::Pron;
        if short {
            found.push(NounPhrase { from: at, head: at, end: at + 1, prep: None });
            at += 1;
            continue;
        }
        // A participle before a noun describes it: “a planned vote”.
        let stop = if next == at && !describes(line, at) {
            at = verbs.peek().map_or(at + 1, |it| it.end.max(at + 1));
            continue;
        } else {
            next
        };
        match phrase(line, at, stop) {
            Some((head, end)) => {
                found.push(NounPhrase { from: at, head, end, prep: preposition(line, at) });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the participle at `at` describes a noun that follows: “a planned vote”, “of planned
/// votes”, “existing tariffs”.
fn describes(line: &Line<'_>, at: usize) -> bool {
    let before = line.tag(at.wrapping_sub(1));
    let next = line.tag(at + 1);
    let led = matches!(before, Tag::Det | Tag::Adj | Tag::Num | Tag::Pron);
    let free = before == Tag::Adp || before.is_verb() || before == Tag::Adv;
    let lasting = matches!(
        line.word(at),
        "existing"
            | "remaining"
            | "pending"
            | "ongoing"
            | "outstanding"
            | "continuing"
            | "upcoming"
            | "sweeping"
            | "warring"
            | "rising"
            | "growing"
            | "leading"
            | "striking"
            | "withering"
            | "punishing"
            | "crippling"
            | "crushing"
            | "binding"
    );
    let fits = match line.tag(at) {
        Tag::VerbParticiple => led || free,
        Tag::VerbGerund => led || lasting,
        _ => false,
    };
    fits && (next.is_noun() || next == Tag::Adj)
}

/// Head and end of the phrase that begins at `from`; it ends at the verb at `stop` unless that one
/// describes its noun.
fn phrase(line: &Line<'_>, from: usize, stop: usize) -> Option<(usize, usize)> {
    let mut phrase = Phrase { line, from, stop, head: None, quoted: false };
    let mut at = from;
    while at < (from + LONGEST).min(line.len()) {
        match phrase.step(at) {
            Step::On => at += 1,
            Step::End => break,
            Step::Alone => return Some((at, at + 1)),
            Step::None => return None,
        }
    }
    // “The accused” and “the first” have no noun.
    let head = phrase.head.or_else(|| {
        let last = at.checked_sub(1).filter(|&it| it > from)?;
        (line.tag(from) == Tag::Det && line.is_word(last)).then_some(last)
    })?;
    Some((head, at.max(head + 1)))
}

/// What the next token makes of a phrase.
enum Step {
    /// It is part of it.
    On,
    /// It stands behind it.
    End,
    /// It is a phrase alone.
    Alone,
    /// There is no phrase.
    None,
}

/// A phrase while it is read.
struct Phrase<'a> {
    line: &'a Line<'a>,
    from: usize,
    stop: usize,
    head: Option<usize>,
    /// Whether a quotation is open in it.
    quoted: bool,
}

impl Phrase<'_> {
    fn step(&mut self, at: usize) -> Step {
        let line = self.line;
        let (tag, word) = (line.tag(at), line.word(at));
        let first = at == self.from;
        let verbal = tag.is_verb() && at >= self.stop;
        let ended = !first && line.starts_name(at) || is_titled(line, self.from, at);
        if ended || verbal && !(self.head.is_none() && describes(line, at)) {
            return Step::End;
        }
        let possessive = word.ends_with("'s") || word.ends_with("s'");
        let led = first || line.tag(at - 1) == Tag::Det || self.quoted;
        match tag {
            // “Urged her to go”, “told her that”: no owner without a thing owned.
            Tag::Pron if word == "her" && first && !goes_on(line, at) => return Step::Alone,
            Tag::Pron if is_owner(word) && self.head.is_some() => return Step::End,
            Tag::Pron if is_owner(word) => {}
            Tag::Pron if first && !is_relative(word) => return Step::Alone,
            // “All that happens”: it stands for itself.
            Tag::Det if led && is_relative(word) => return Step::None,
            Tag::Det if led => {}
            Tag::Noun | Tag::NounPlural | Tag::Propn => {
                self.head = Some(at).filter(|_| !possessive);
            }
            Tag::Num | Tag::Sym => {
                if self.head.is_none_or(|it| line.tag(it) == Tag::Num) {
                    self.head = Some(at);
                }
            }
            Tag::Adj if self.is_behind(at) => return Step::End,
            Tag::Adj => {}
            Tag::Adv if self.head.is_none() && leads(line.tag(at + 1)) && !first => {}
            Tag::Part if possessive => self.head = None,
            // “Of talks”: a word that the tagger took for a verb.
            Tag::VerbPresent if !verbal => self.head = Some(at),
            _ if tag.is_verb() => {}
            _ => return self.mark(at),
        }
        Step::On
    }

    /// “Officials familiar with it”: an adjective behind its noun ends the phrase.
    fn is_behind(&self, at: usize) -> bool {
        let next = self.line.tag(at + 1);
        let described = next.is_noun() || matches!(next, Tag::Propn | Tag::Adj);
        self.head.is_some_and(|it| self.line.tag(it) != Tag::Num) && !described
    }

    /// What a mark or a joining word makes of it.
    fn mark(&mut self, at: usize) -> Step {
        let line = self.line;
        let (tag, word) = (line.tag(at), line.word(at));
        let inside = at > self.from;
        let described = inside && self.head.is_none() && line.tag(at - 1) == Tag::Adj;
        match word {
            "," if described && leads(line.tag(at + 1)) => {}
            // “The Workers’ strike”.
            "'" if self.head.is_some() && line.closes(at) && goes_on(line, at) => self.head = None,
            // “Swift and severe costs”.
            _ if tag == Tag::Cconj && described && goes_on(line, at) => {}
            "\"" | "'" if inside && (self.quoted || goes_on(line, at)) => {
                // “A “phase one” agreement”: the mark that closes stands inside the phrase.
                if self.quoted && !goes_on(line, at) || !self.quoted && self.head.is_some() {
                    return Step::End;
                }
                self.quoted = !self.quoted;
            }
            "&" | "/" if inside && goes_on(line, at) => {}
            // “Mr. Vidal”.
            "." if inside
                && matches!(line.tag(at + 1), Tag::Propn | Tag::Num)
                && line.word(at - 1).len() < 5
                && line.is_capital(at - 1) =>
            {
                self.head = None;
            }
            _ => return Step::End,
        }
        Step::On
    }
}

/// Whether a noun or what describes one follows the mark at `at`.
fn goes_on(line: &Line<'_>, at: usize) -> bool {
    let noun = |it: usize| {
        line.tag(it).is_noun() || matches!(line.tag(it), Tag::Propn | Tag::Adj | Tag::Num)
    };
    let quote = matches!(line.word(at), "\"" | "'");
    let described = matches!(line.tag(at + 1), Tag::VerbParticiple | Tag::VerbGerund | Tag::Adv);
    noun(at + 1) || quote && (line.tag(at + 1) == Tag::Det || described && noun(at + 2))
}

fn leads(tag: Tag) -> bool {
    matches!(tag, Tag::Adj | Tag::Num | Tag::Adv | Tag::VerbParticiple)
}

fn is_owner(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "our" | "my" | "your" | "whose")
}

/// “Who”, “which” and “that” open a clause, no phrase.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "that" | "whom" | "what" | "whoever" | "where" | "when")
}

/// “The secretary of state Ada Okafor”: the name that a title ends in is a phrase of its own.
fn is_titled(line: &Line<'_>, from: usize, at: usize) -> bool {
    let led = matches!(line.before(from, 1), "of" | "for");
    let title = || {
        matches!(
            line.before(from, 2),
            "secretary"
                | "minister"
                | "envoy"
                | "ambassador"
                | "head"
                | "chief"
                | "director"
                | "commissioner"
                | "representative"
                | "speaker"
        )
    };
    at > from && led && line.tag(at) == Tag::Propn && title() && line.tag(at - 1) != Tag::Det
}

fn preposition(line: &Line<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at = at.checked_sub(1)?;
        match line.word(at) {
            // “Bring up bills”: a particle of the verb.
            "up" | "off" | "down" | "back" | "away" | "out"
                if line.tag(at.wrapping_sub(1)).is_verb() =>
            {
                return None;
            }
            "\"" | "'" | "both" | "either" | "about" if line.tag(at) != Tag::Adp => {}
            "to" | "for" | "of" | "in" | "on" | "with" | "by" | "at" | "from" | "without" => {
                return Some(at);
            }
            _ => return (line.tag(at) == Tag::Adp).then_some(at),
        }
    }
}
