//! Cues: the words by which someone accepts, rejects, denies, doubts or leaves open.

use crate::annotate::commitments::line::Line;
use crate::model::StanceKind;
use crate::text::acts::{self, Family};

/// Whose stance a cue tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    /// The one before the cue: “Ortiz rejected …”.
    Subject,
    /// The one behind “by” or “from”: “proposed by Ortiz”, “no confirmation from the ministry”.
    Agent,
    /// The one who is quoted or named as the source: “has not been decided, an aide said”.
    Speaker,
}

/// A cue in a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    /// Its first token.
    pub(super) at: usize,
    /// One past its last.
    pub(super) end: usize,
    pub(super) kind: StanceKind,
    pub(super) holder: Holder,
}

/// Whole phrases, each with what it tells and of whom.
const PHRASES: &[(&str, StanceKind, Holder)] = &[
    ("no such plan", StanceKind::Denies, Holder::Speaker),
    ("no such plans", StanceKind::Denies, Holder::Speaker),
    ("no concrete plan", StanceKind::Denies, Holder::Speaker),
    ("no concrete plans", StanceKind::Denies, Holder::Speaker),
    ("no plans to", StanceKind::Denies, Holder::Subject),
    ("no plan to", StanceKind::Denies, Holder::Subject),
    ("no intention of", StanceKind::Denies, Holder::Subject),
    ("no intention to", StanceKind::Denies, Holder::Subject),
    ("no intentions to", StanceKind::Denies, Holder::Subject),
    ("nothing to do with", StanceKind::Denies, Holder::Subject),
    ("no truth to", StanceKind::Denies, Holder::Speaker),
    ("pushed back on", StanceKind::Denies, Holder::Subject),
    ("pushing back on", StanceKind::Denies, Holder::Subject),
    ("pushed back against", StanceKind::Denies, Holder::Subject),
    ("no immediate plans", StanceKind::Unconfirmed, Holder::Speaker),
    ("no immediate confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no official confirmation", StanceKind::Unconfirmed, Holder::Agent),
    ("no immediate comment", StanceKind::Unconfirmed, Holder::Agent),
    ("no immediate response", StanceKind::Unconfirmed, Holder::Agent),
    ("no preparations", StanceKind::Unconfirmed, Holder::Speaker),
    ("no decision", StanceKind::Unconfirmed, Holder::Speaker),
    ("no final decision", StanceKind::Unconfirmed, Holder::Speaker),
    ("no plans", StanceKind::Unconfirmed, Holder::Speaker),
    ("too early to", StanceKind::Unconfirmed, Holder::Speaker),
    ("too soon to", StanceKind::Unconfirmed, Holder::Speaker),
    ("premature to", StanceKind::Unconfirmed, Holder::Speaker),
    ("not yet certain", StanceKind::Unconfirmed, Holder::Speaker),
    ("remains to be seen", StanceKind::Unconfirmed, Holder::Speaker),
    ("pleaded not guilty", StanceKind::Denies, Holder::Subject),
    ("pleads not guilty", StanceKind::Denies, Holder::Subject),
    ("plead not guilty", StanceKind::Denies, Holder::Subject),
    ("maintains his innocence", StanceKind::Denies, Holder::Subject),
    ("maintained his innocence", StanceKind::Denies, Holder::Subject),
    ("maintains her innocence", StanceKind::Denies, Holder::Subject),
    ("maintained her innocence", StanceKind::Denies, Holder::Subject),
    ("impossible to talk", StanceKind::Denies, Holder::Speaker),
    ("lack of confidence", StanceKind::Doubts, Holder::Subject),
    ("urged caution", StanceKind::Doubts, Holder::Subject),
    ("note of caution", StanceKind::Doubts, Holder::Subject),
    ("cast doubt", StanceKind::Doubts, Holder::Subject),
    ("casting doubt", StanceKind::Doubts, Holder::Subject),
    ("poured cold water", StanceKind::Doubts, Holder::Subject),
    ("played down", StanceKind::Doubts, Holder::Subject),
    ("expressed doubt", StanceKind::Doubts, Holder::Subject),
    ("expressed doubts", StanceKind::Doubts, Holder::Subject),
    ("expressed skepticism", StanceKind::Doubts, Holder::Subject),
    ("expressed scepticism", StanceKind::Doubts, Holder::Subject),
    ("turned down", StanceKind::Rejects, Holder::Subject),
    ("voted down", StanceKind::Rejects, Holder::Subject),
    ("walked out of", StanceKind::Rejects, Holder::Subject),
    ("voted to approve", StanceKind::Accepts, Holder::Subject),
    ("voted to ratify", StanceKind::Accepts, Holder::Subject),
    ("voted to accept", StanceKind::Accepts, Holder::Subject),
    ("voted to reject", StanceKind::Rejects, Holder::Subject),
    ("voted in favor", StanceKind::Accepts, Holder::Subject),
    ("voted in favour", StanceKind::Accepts, Holder::Subject),
    ("declined to confirm", StanceKind::Unconfirmed, Holder::Subject),
    ("refused to confirm", StanceKind::Unconfirmed, Holder::Subject),
    ("voted against", StanceKind::Rejects, Holder::Subject),
    ("walked away from", StanceKind::Rejects, Holder::Subject),
    ("signed off on", StanceKind::Accepts, Holder::Subject),
    ("given the go ahead", StanceKind::Accepts, Holder::Subject),
    ("called on", StanceKind::Demands, Holder::Subject),
    ("calls on", StanceKind::Demands, Holder::Subject),
    ("calling on", StanceKind::Demands, Holder::Subject),
    ("called for", StanceKind::Demands, Holder::Subject),
    ("calls for", StanceKind::Demands, Holder::Subject),
    ("calling for", StanceKind::Demands, Holder::Subject),
    ("push for", StanceKind::Demands, Holder::Subject),
    ("pushing for", StanceKind::Demands, Holder::Subject),
    ("insisted on", StanceKind::Demands, Holder::Subject),
    ("put forward", StanceKind::Proposes, Holder::Subject),
];

/// The cue that starts at `at`, if any.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Cue> {
    if !line.is_word(at) {
        return None;
    }
    if matches!(
        line.word(at).as_bytes().first(),
        Some(
            b'n' | b't'
                | b'p'
                | b'r'
                | b'i'
                | b'l'
                | b'u'
                | b'c'
                | b'e'
                | b'w'
                | b's'
                | b'v'
                | b'g'
                | b'd'
                | b'm'
        )
    ) && let Some(&(words, kind, holder)) = PHRASES.iter().find(|it| line.says(at, it.0))
    {
        return Some(Cue { at, end: at + words.split(' ').count(), kind, holder });
    }
    rule_out(line, at).or_else(|| verb(line, at))
}

fn rule_out(line: &Line<'_>, at: usize) -> Option<Cue> {
    let out = matches!(line.word(at), "rule" | "ruled" | "rules" | "ruling")
        && line.word(at + 1) == "out";
    let kind = if negated(line, at) { StanceKind::Unconfirmed } else { StanceKind::Rejects };
    out.then_some(Cue { at, end: at + 2, kind, holder: Holder::Subject })
}

fn negated(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|it| {
        let word = line.word(it);
        matches!(word, "not" | "never" | "nor" | "neither" | "cannot" | "yet")
            || word.ends_with("n't")
    })
}

/// A verb and what stands around it.
struct Verb<'a> {
    line: &'a Line<'a>,
    at: usize,
    base: String,
    word: &'a str,
    next: &'a str,
    not: bool,
    passive: bool,
    /// Whether the word stands where a noun or an adjective does: “the demand”, “its agreed price”.
    modifier: bool,
}

fn verb(line: &Line<'_>, at: usize) -> Option<Cue> {
    let verb = Verb {
        line,
        at,
        base: line.base(at),
        word: line.word(at),
        next: line.word(at + 1),
        not: negated(line, at),
        passive: passive(line, at),
        modifier: matches!(
            line.before(at, 1),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "of"
        ),
    };
    verb.agrees().or_else(|| verb.refuses()).or_else(|| verb.wants())
}

impl Verb<'_> {
    fn cue(&self, kind: StanceKind, holder: Holder) -> Cue {
        Cue { at: self.at, end: self.at + 1, kind, holder }
    }

    /// Of the one before the verb, or of the one behind “by” where the verb is passive.
    #[expect(clippy::unnecessary_wraps, reason = "every reading of a verb ends in an option")]
    fn subject(&self, kind: StanceKind) -> Option<Cue> {
        let agent = self.next == "by";
        Some(self.cue(kind, if agent { Holder::Agent } else { Holder::Subject }))
    }

    /// Whether yes and no are still open: “could accept”, “if they accept”, “to accept”.
    fn is_open(&self) -> bool {
        let line = self.line;
        let start = line.clause_start(self.at);
        let bound = |it: usize| matches!(line.word(it), "if" | "unless" | "whether" | "should");
        let led = start.checked_sub(1).is_some_and(bound) || (start..self.at).any(bound);
        // “Continues to deny” is said and done, “a chance to deny” is not.
        let done = self.at.checked_sub(2).is_some_and(|it| {
            matches!(line.base(it).as_str(), "continue" | "move" | "rush" | "appear" | "begin")
        });
        led || line.before(self.at, 1) == "to" && !done || self.next == "if"
    }

    fn is_possible(&self) -> bool {
        (1..4).any(|back| matches!(self.line.before(self.at, back), "could" | "may" | "might"))
    }

    fn agrees(&self) -> Option<Cue> {
        use StanceKind::{Accepts, AcceptsInPrinciple, Rejects, Threatens, Unconfirmed};
        let (line, at) = (self.line, self.at);
        match self.base.as_str() {
            "agree" | "accept" | "approve" | "consent" | "endorse" => {
                let kind = match () {
                    () if self.is_possible() => Unconfirmed,
                    () if self.is_open() || self.modifier || is_unnamed(line, at) => return None,
                    () if self.not && self.passive => {
                        return Some(self.cue(Unconfirmed, Holder::Speaker));
                    }
                    () if self.not => Rejects,
                    () if in_principle(line, at) => AcceptsInPrinciple,
                    () => Accepts,
                };
                self.subject(kind)
            }
            "confirm" if self.not => Some(
                self.cue(Unconfirmed, if self.passive { Holder::Speaker } else { Holder::Subject }),
            ),
            "confirm" if !self.is_open() => self.subject(Accepts),
            "recommend" | "welcome" if !self.modifier && !self.is_open() => self.subject(Accepts),
            "willing" if self.not => self.subject(Rejects),
            "unwilling" => self.subject(Rejects),
            "willing" | "open" if self.next == "to" => self.subject(AcceptsInPrinciple),
            "ready" | "prepared" | "prepare"
                if line.before(at, 1) != "the"
                    && (self.next == "to" || matches!(self.word, "prepares" | "preparing")) =>
            {
                let penalty = (at + 1..at + 9)
                    .any(|it| line.act(it).is_some_and(|it| it.1.family == Family::Penalty));
                match () {
                    () if penalty => self.subject(Threatens),
                    () if self.next == "to" && !self.not && self.base != "prepare" => {
                        self.subject(Accepts)
                    }
                    () => None,
                }
            }
            "determine" | "decide" | "finalise" | "finalize" | "settle" | "schedule"
                if self.not && (self.passive || self.word.ends_with("ed")) =>
            {
                Some(self.cue(Unconfirmed, Holder::Speaker))
            }
            _ => None,
        }
    }

    fn refuses(&self) -> Option<Cue> {
        use StanceKind::{Denies, Doubts, Rejects, Unconfirmed};
        let (line, at) = (self.line, self.at);
        let last = line.before(at, 1);
        match self.base.as_str() {
            "reject" | "rebuff" | "oppose" | "veto" | "spurn" if !self.not && !self.modifier => {
                match () {
                    () if self.is_possible() => self.subject(Unconfirmed),
                    () if self.is_open() => None,
                    () => self.subject(Rejects),
                }
            }
            // Who refuses to answer takes no stand.
            "refuse" if !self.not && !self.modifier && !speaks(line, at) => self.subject(Rejects),
            // “Dismissed the report”; a court that dismisses a case or a firm its chief denies
            // nothing.
            "dismiss" if !self.modifier && dismisses_words(line, at) => self.subject(Denies),
            "deny" | "refute" if !self.is_open() && !self.modifier => self.subject(Denies),
            "dispute" if self.word != "dispute" && !self.modifier => self.subject(Denies),
            "fictitious" | "baseless" | "untrue" | "fabricated" | "nonsense" | "unfounded" => {
                Some(self.cue(Denies, Holder::Speaker))
            }
            "doubt" if matches!(last, "no" | "without" | "little" | "in" | "cast") => None,
            "downplay" | "doubt" | "skeptical" | "sceptical" | "pessimistic" if !self.modifier => {
                self.subject(Doubts)
            }
            // Police question a witness; a critic questions why, whether and the need.
            "question"
                if matches!(self.word, "questioned" | "questions" | "questioning")
                    && !self.modifier
                    && questions_a_matter(line, at) =>
            {
                self.subject(Doubts)
            }
            _ => None,
        }
    }

    fn wants(&self) -> Option<Cue> {
        use StanceKind::{Demands, Proposes, Threatens};
        let (line, at) = (self.line, self.at);
        let last = line.before(at, 1);
        match self.base.as_str() {
            "demand" if self.word != "demands" || !self.modifier => self.subject(Demands),
            "urge" | "implore" | "insist" if !self.modifier && self.word != "insisted" => {
                self.subject(Demands)
            }
            "ask"
                if self.word != "asks"
                    && (at + 2..at + 8).any(|it| line.word(it) == "to")
                    && !is_unnamed(line, at) =>
            {
                self.subject(Demands)
            }
            "request" if last.ends_with("'s") || last.ends_with('\'') => self.subject(Demands),
            "threaten" if !self.modifier && !self.passive => self.subject(Threatens),
            "warn" if self.word != "warning" && consequence(line, at) => self.subject(Threatens),
            "propose" | "suggest" if self.next == "by" => self.subject(Proposes),
            "propose" | "suggest" | "offer"
                if !self.modifier
                    && !self.passive
                    && (self.base != "offer" || self.next == "to")
                    // “Suggested that it was so” tells a belief.
                    && (self.base != "suggest" || self.next != "that") =>
            {
                self.subject(Proposes)
            }
            _ => None,
        }
    }
}

/// Whether somebody only wants not to be named: “agreed to speak on condition of anonymity”.
fn is_unnamed(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + 10)
        .take_while(|&it| !matches!(line.word(it), "." | ";" | ""))
        .any(|it| matches!(line.word(it), "anonymity" | "anonymously" | "identified" | "named"))
}

/// Whether what is refused is to speak: “refused to comment”.
fn speaks(line: &Line<'_>, at: usize) -> bool {
    line.word(at + 1) == "to"
        && matches!(
            line.word(at + 2),
            "comment"
                | "say"
                | "answer"
                | "discuss"
                | "elaborate"
                | "disclose"
                | "speak"
                | "talk"
                | "respond"
                | "give"
                | "identify"
                | "name"
        )
}

/// Whether what is questioned is a matter, not a man.
fn questions_a_matter(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at + 1), "why" | "whether" | "how" | "if")
        || (at + 1..at + 5).any(|it| {
            line.noun(it).is_some()
                || matches!(
                    line.base(it).as_str(),
                    "need"
                        | "value"
                        | "wisdom"
                        | "timing"
                        | "legality"
                        | "fairness"
                        | "legitimacy"
                        | "motive"
                        | "decision"
                        | "plan"
                        | "proposal"
                        | "claim"
                        | "evidence"
                )
        })
}

/// Whether what is dismissed was said: “dismissed the claims”, “dismissed it as a game”.
fn dismisses_words(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + 8).any(|it| {
        matches!(
            line.base(it).as_str(),
            "as" | "claim"
                | "report"
                | "idea"
                | "suggestion"
                | "allegation"
                | "accusation"
                | "notion"
                | "rumour"
                | "rumor"
                | "concern"
                | "fear"
                | "warning"
                | "criticism"
                | "speculation"
        )
    })
}

/// Whether a form of “be” makes the verb at `at` passive.
fn passive(line: &Line<'_>, at: usize) -> bool {
    line.word(at).ends_with("ed")
        && (1..4).any(|back| {
            matches!(line.before(at, back), "be" | "been" | "is" | "was" | "were" | "are" | "being")
        })
}

/// Whether what is warned of is a punishment or “would”, not weather.
fn consequence(line: &Line<'_>, at: usize) -> bool {
    (at + 1..at + 14).any(|it| {
        line.noun(it).is_some_and(|it| matches!(it.1.family, Family::Penalty | Family::Strike))
    }) && !(at + 1..at + 3).any(|it| matches!(line.word(it), "about" | "people" | "residents"))
}

fn in_principle(line: &Line<'_>, at: usize) -> bool {
    let near = at.saturating_sub(3)..(at + 24).min(line.len());
    near.clone().any(|it| line.says(it, "in principle"))
        || (at + 1..at + 5).any(|it| {
            matches!(line.word(it), "concept" | "idea" | "outline" | "framework")
                || acts::base(line.word(it)) == "principle"
        })
}
