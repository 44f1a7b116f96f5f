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

fn verb(line: &Line<'_>, at: usize) -> Option<Cue> {
    use StanceKind::{
        Accepts, AcceptsInPrinciple, Demands, Denies, Doubts, Proposes, Rejects, Threatens,
        Unconfirmed,
    };
    let base = line.base(at);
    let word = line.word(at);
    let not = negated(line, at);
    let passive = passive(line, at);
    let cue = |kind, holder| Some(Cue { at, end: at + 1, kind, holder });
    let modifier =
        matches!(line.before(at, 1), "the" | "a" | "an" | "its" | "his" | "her" | "their");
    match base.as_str() {
        "agree" | "accept" | "approve" | "consent" | "endorse" if not && passive => {
            cue(Unconfirmed, Holder::Speaker)
        }
        "agree" | "accept" | "approve" | "consent" if not => cue(Rejects, Holder::Subject),
        "agree" | "accept" | "approve" | "consent" | "endorse" if !modifier => {
            let kind = if in_principle(line, at) { AcceptsInPrinciple } else { Accepts };
            cue(
                kind,
                if passive && line.word(at + 1) == "by" { Holder::Agent } else { Holder::Subject },
            )
        }
        "confirm" if not => {
            cue(Unconfirmed, if passive { Holder::Speaker } else { Holder::Subject })
        }
        "confirm" => {
            cue(Accepts, if line.word(at + 1) == "by" { Holder::Agent } else { Holder::Subject })
        }
        "recommend" if !modifier => cue(Accepts, Holder::Subject),
        "willing" | "open" if line.word(at + 1) == "to" && !not => {
            cue(AcceptsInPrinciple, Holder::Subject)
        }
        "willing" if not => cue(Rejects, Holder::Subject),
        "unwilling" => cue(Rejects, Holder::Subject),
        "ready" | "prepared" | "prepare"
            if line.word(at + 1) == "to" || word == "prepares" || word == "preparing" =>
        {
            let penalty = (at + 1..at + 9)
                .any(|it| line.act(it).is_some_and(|it| it.1.family == Family::Penalty));
            if penalty {
                cue(Threatens, Holder::Subject)
            } else if line.word(at + 1) == "to" && !not && base != "prepare" {
                cue(Accepts, Holder::Subject)
            } else {
                None
            }
        }
        "determine" | "decide" | "finalise" | "finalize" | "settle" | "schedule"
            if not && (passive || line.word(at).ends_with("ed")) =>
        {
            cue(Unconfirmed, Holder::Speaker)
        }
        "reject" | "rebuff" | "oppose" | "veto" | "spurn" | "refuse" if !not => cue(
            Rejects,
            if passive && line.word(at + 1) == "by" { Holder::Agent } else { Holder::Subject },
        ),
        "dismiss" if !modifier => cue(Denies, Holder::Subject),
        "deny" | "dispute" | "refute" if word != "dispute" || line.before(at, 1) != "the" => cue(
            Denies,
            if passive && line.word(at + 1) == "by" { Holder::Agent } else { Holder::Subject },
        ),
        "fictitious" | "baseless" | "untrue" | "fabricated" | "nonsense" | "unfounded" => {
            cue(Denies, Holder::Speaker)
        }
        "downplay" | "doubt" | "skeptical" | "sceptical" | "pessimistic" if !modifier => {
            cue(Doubts, Holder::Subject)
        }
        "question"
            if word == "questioned" || word == "questions" && line.word(at + 1) != "about" =>
        {
            cue(Doubts, Holder::Subject)
        }
        "demand" if word != "demands" || !modifier => cue(Demands, Holder::Subject),
        "urge" | "implore" | "insist" if !modifier && word != "insisted" => {
            cue(Demands, Holder::Subject)
        }
        "ask" if (at + 2..at + 8).any(|it| line.word(it) == "to") && word != "asks" => {
            cue(Demands, Holder::Subject)
        }
        "request" if line.before(at, 1).ends_with("'s") || line.before(at, 1).ends_with('\'') => {
            cue(Demands, Holder::Subject)
        }
        "threaten" if !modifier && !passive => cue(Threatens, Holder::Subject),
        "warn" if word != "warning" && consequence(line, at) => cue(Threatens, Holder::Subject),
        "propose" | "suggest" if line.word(at + 1) == "by" => cue(Proposes, Holder::Agent),
        "propose" | "suggest" | "offer"
            if !modifier && !passive && (base != "offer" || line.word(at + 1) == "to") =>
        {
            cue(Proposes, Holder::Subject)
        }
        _ => None,
    }
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
        line.noun(it).is_some_and(|it| {
            matches!(it.1.family, Family::Penalty | Family::Strike | Family::Attack)
        })
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
