//! Standing: what puts an act in the future, and how: “will”, “agreed to”, “a proposal for”.

use super::super::clauses::attitudes::{self, Attitude, Stand};
use super::super::clauses::{Clauses, Form, Link, Modal, NounIx, Verb, VerbIx};
use super::named;
use crate::model::CommitmentKind;
use crate::text::acts::{self, Family};
use crate::text::tags::Tag;

/// How sure the words alone make it that an act is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Firmness {
    /// “Could”, “should”, “hopes to”: only for an act that news waits for.
    Weak,
    /// “Will”, “would”: for an act that someone named is to do.
    Medium,
    /// “Agreed to”, “is due to”, “vowed to”.
    Strong,
}

/// What puts an act in the future.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Standing {
    pub(super) kind: CommitmentKind,
    pub(super) firmness: Firmness,
    /// The word that does.
    pub(super) at: usize,
    /// The verb or noun that takes a stand to the act, if one does.
    pub(super) stand: Option<Stand>,
    /// Whether it is said not to happen, by the words above it.
    pub(super) negated: bool,
    /// Whether somebody is only willing: “would be open to talks”.
    pub(super) willing: bool,
}

impl Standing {
    /// One that no verb or noun takes a stand to.
    pub(super) fn plain(kind: CommitmentKind, firmness: Firmness, at: usize) -> Self {
        Standing { kind, firmness, at, stand: None, negated: false, willing: false }
    }
}

/// What a verb's governors and modal make of it.
pub(super) fn of_verb(read: &Clauses<'_>, ix: VerbIx) -> Option<Standing> {
    let mut at = ix;
    for _ in 0..4 {
        let verb = read.verbs.get(at)?;
        let governor = verb.governor;
        if let Some(governor) = governor
            && let Some(stand) = attitudes::over_verb(read, &governor)
        {
            let found = of_stand(read, verb, stand);
            // “Confirmed that they will meet”: the modal says it.
            if found.is_some() || governor.link != Link::That {
                return found;
            }
        }
        if let Some(found) = of_modal(read, verb) {
            return Some(found);
        }
        // “Agreed to meet and talk”, “will meet and talk”: as the first verb.
        match governor {
            Some(it) if it.link == Link::And => at = it.verb?,
            _ => return coming(read, verb),
        }
    }
    None
}

/// What a modal says: “will meet”, “must meet”.
fn of_modal(read: &Clauses<'_>, verb: &Verb) -> Option<Standing> {
    use CommitmentKind::{Demanded, Planned};
    let (kind, firmness) = match verb.modal {
        // “Would have met”: what did not happen.
        _ if verb.perfect => return None,
        Modal::Would if is_habit(read, verb) => return None,
        Modal::Will | Modal::Would => (Planned, Firmness::Medium),
        Modal::Could => (Planned, Firmness::Weak),
        Modal::Can if is_only(read, verb) => (Planned, Firmness::Medium),
        Modal::Must => (Demanded, Firmness::Weak),
        _ => return None,
    };
    let kind = governed(read, verb).unwrap_or(kind);
    Some(Standing::plain(kind, firmness, verb.from))
}

/// “He would often walk to the lake”.
fn is_habit(read: &Clauses<'_>, verb: &Verb) -> bool {
    (verb.from..verb.end + 2).any(|it| {
        matches!(
            read.line.word(it),
            "often" | "always" | "usually" | "sometimes" | "frequently" | "regularly"
        )
    })
}

/// “Can only meet if”.
fn is_only(read: &Clauses<'_>, verb: &Verb) -> bool {
    (verb.from..verb.at).any(|it| read.line.word(it) == "only")
}

/// “Is meeting him on Thursday”: a present that tells of a day to come is for the caller to date.
fn coming(read: &Clauses<'_>, verb: &Verb) -> Option<Standing> {
    let ahead = verb.progressive && !verb.past && verb.form == Form::Finite;
    // “We are not building it”: what is not done is not planned either.
    if ahead && verb.negated {
        return Some(Standing::plain(CommitmentKind::Planned, Firmness::Medium, verb.from));
    }
    let next =
        (verb.end..verb.end + 10).take_while(|&it| !matches!(read.line.word(it), "," | "." | ";"));
    let soon = ahead
        && next.into_iter().any(|it| {
            matches!(read.line.word(it), "tomorrow" | "tonight" | "next" | "soon" | "shortly")
        });
    soon.then(|| Standing::plain(CommitmentKind::Planned, Firmness::Medium, verb.from))
}

/// What the verb of speaking over a modal makes of it: “promised that he would meet”.
fn governed(read: &Clauses<'_>, verb: &Verb) -> Option<CommitmentKind> {
    use CommitmentKind::{Agreed, Demanded, Promised, Proposed, Threatened};
    let mut governor = verb.governor?;
    for _ in 0..3 {
        let word = read.line.base(governor.at);
        match word.as_str() {
            "threaten" | "warn" | "warning" => return Some(Threatened),
            "promise" | "vow" | "pledge" | "assure" | "guarantee" => return Some(Promised),
            "agree" | "deal" | "agreement" => return Some(Agreed),
            "propose" | "suggest" | "proposal" => return Some(Proposed),
            "demand" | "urge" | "request" => return Some(Demanded),
            _ => {}
        }
        governor = read.verbs.get(governor.verb?)?.governor?;
    }
    None
}

/// What the attitude of a word over a verb makes of the verb.
fn of_stand(read: &Clauses<'_>, verb: &Verb, stand: Stand) -> Option<Standing> {
    let over = stand.verb.and_then(|it| read.verbs.get(it));
    let (kind, firmness) = by_attitude(stand.attitude, stand.object.is_some())?;
    if is_over(read, verb, &stand) {
        return None;
    }
    // “Began to meet”, “tried to stop it” and “had to pay” are past, “will try to stop it” is not.
    let done = over.is_some_and(|it| it.past || it.perfect || it.form == Form::Participle);
    let unreal = matches!(stand.attitude, Attitude::Starts | Attitude::Tries | Attitude::Obliges);
    let (kind, firmness) = match over.filter(|_| unreal) {
        Some(_) => match stand.verb.and_then(|it| of_verb(read, it)) {
            Some(above) if stand.attitude != Attitude::Obliges => (above.kind, above.firmness),
            _ if done => return None,
            _ => (kind, firmness),
        },
        None => (kind, firmness),
    };
    let refuses = stand.attitude == Attitude::Rejects;
    let negated = refuses || over.is_some_and(|it| it.negated) || is_none(read, stand.at, over);
    let open = over.is_some_and(attitudes::is_open);
    let firmness = if open && firmness == Firmness::Strong { Firmness::Medium } else { firmness };
    let willing = stand.attitude == Attitude::Willing;
    Some(Standing { kind, firmness, at: stand.at, stand: Some(stand), negated, willing })
}

/// Whether the words over a verb tell of what is done or of a result: “kept their promise to pay”,
/// “has been to help”, “allowing him to leave”, “they were told to wait”.
fn is_over(read: &Clauses<'_>, verb: &Verb, stand: &Stand) -> bool {
    let link = verb.governor.map(|it| it.link);
    // “Suggests that they support it”: what is, not what shall be.
    let told = link == Some(Link::That)
        && verb.modal == Modal::No
        && read.line.tag(verb.at) != Tag::VerbBase
        && !verb.progressive;
    let Some(over) = stand.verb.and_then(|it| read.verbs.get(it)) else {
        let noun = read.noun_at(stand.at);
        let keeps = read.verbs.iter().find(|it| noun.is_some() && it.object == noun);
        let kept = keeps.is_some_and(|it| {
            let past = it.past || it.perfect;
            let fulfils =
                matches!(it.base.as_str(), "keep" | "fulfil" | "fulfill" | "honor" | "honour");
            // “Has led efforts to”: under way or over.
            past && (fulfils || stand.attitude == Attitude::Tries)
        });
        return told || kept;
    };
    let was = over.base == "be"
        && (over.perfect || over.past && over.modal == Modal::No)
        && !over.negated
        && attitudes::is_plain_be(read, over);
    let result = over.form == Form::Gerund && stand.attitude == Attitude::Permits;
    let subject =
        over.subject.and_then(|it| read.nouns.get(it)).map_or("", |it| read.line.word(it.head));
    let ordered = over.passive
        && over.past
        && matches!(stand.attitude, Attitude::Demands | Attitude::Orders)
        && matches!(subject, "we" | "i" | "he" | "she" | "they");
    told || was || result || ordered
}

/// “No plans to meet”: the noun is negated.
fn is_none(read: &Clauses<'_>, at: usize, over: Option<&Verb>) -> bool {
    over.is_none()
        && (1..4).any(|back| matches!(read.line.before(at, back), "no" | "any" | "not" | "zero"))
}

/// How an attitude puts an act; `None` for one that tells of no act to come.
pub(super) fn by_attitude(
    attitude: Attitude,
    has_object: bool,
) -> Option<(CommitmentKind, Firmness)> {
    use CommitmentKind::{Agreed, Demanded, Planned, Promised, Proposed, Threatened};
    use Firmness::{Medium, Strong, Weak};
    Some(match attitude {
        Attitude::Plans | Attitude::Orders => (Planned, Strong),
        Attitude::Agrees => (Agreed, Strong),
        Attitude::Permits => (Agreed, Medium),
        Attitude::Willing | Attitude::Promises => (Promised, Strong),
        Attitude::Threatens => (Threatened, Strong),
        Attitude::Proposes => (Proposed, Strong),
        Attitude::Considers => (Proposed, Medium),
        Attitude::Demands => (Demanded, Strong),
        Attitude::Obliges => (Demanded, Weak),
        Attitude::Wants if has_object => (Demanded, Medium),
        Attitude::Rejects | Attitude::Wants => (Planned, Medium),
        Attitude::Tries | Attitude::Starts => (Planned, Weak),
        Attitude::Likely => (Planned, Medium),
        Attitude::Denies
        | Attitude::Doubts
        | Attitude::Confirms
        | Attitude::Praises
        | Attitude::Blames => return None,
    })
}

/// What the words around a noun make of the act that it names: “rejected the vote”, “the proposed
/// vote”, “a vote scheduled for May”.
pub(super) fn of_noun(read: &Clauses<'_>, noun: NounIx, head: usize) -> Option<Standing> {
    let phrase = read.nouns.get(noun)?;
    let line = &read.line;
    for at in phrase.from..head {
        if let Some((kind, firmness)) = foreseen(line.word(at)) {
            return Some(Standing::plain(kind, firmness, at));
        }
    }
    if let Some(stand) = attitudes::over_noun(read, noun).filter(|it| reaches(read, it, noun)) {
        let over = stand.verb.and_then(|it| read.verbs.get(it));
        let (kind, firmness) = by_attitude(stand.attitude, false).or_else(|| {
            matches!(stand.attitude, Attitude::Denies | Attitude::Doubts | Attitude::Confirms)
                .then_some((CommitmentKind::Planned, Firmness::Weak))
        })?;
        let unreal = matches!(stand.attitude, Attitude::Starts | Attitude::Tries);
        if unreal && over.is_some_and(|it| it.past || it.perfect) {
            return None;
        }
        // What somebody turns down was put forward.
        // Who supports a sale makes none.
        let supports = over.is_some_and(|it| {
            matches!(
                it.base.as_str(),
                "back"
                    | "embrace"
                    | "endorse"
                    | "favor"
                    | "favour"
                    | "recommend"
                    | "support"
                    | "welcome"
            )
        });
        let put_forward = stand.attitude == Attitude::Rejects || supports;
        let kind = if put_forward { CommitmentKind::Proposed } else { kind };
        let firmness = match stand.attitude {
            Attitude::Plans if over.is_none() => Firmness::Strong,
            Attitude::Wants => Firmness::Weak,
            _ => firmness,
        };
        let negated = over.is_some_and(|it| it.negated);
        return Some(Standing {
            kind,
            firmness,
            at: stand.at,
            stand: Some(stand),
            negated,
            willing: stand.attitude == Attitude::Willing,
        });
    }
    let due = (phrase.end..phrase.end + 7)
        .take_while(|&it| !matches!(line.word(it), "." | ";"))
        .find(|&it| {
            matches!(line.word(it), "scheduled" | "slated" | "set" | "due" | "planned")
                && (matches!(
                    line.word(it + 1),
                    "for" | "on" | "to" | "this" | "next" | "later" | "tomorrow"
                ) || read.noun_at(it + 1).is_some_and(|it| read.is_when(it)))
        })?;
    Some(Standing::plain(CommitmentKind::Planned, Firmness::Strong, due))
}

/// Deals are reached and struck; other things that are, are not agreed on.
fn reaches(read: &Clauses<'_>, stand: &Stand, noun: NounIx) -> bool {
    let verb = stand.verb.and_then(|it| read.verbs.get(it)).map_or("", |it| it.base.as_str());
    let deal = || {
        let family =
            named::in_phrase(read, noun).and_then(|it| acts::act(&it.1)).map(|it| it.family);
        matches!(family, Some(Family::Deal | Family::Truce | Family::Merger))
    };
    !matches!(verb, "reach" | "strike" | "seal" | "clinch") || deal()
}

/// Words in front of a noun that put it in the future.
fn foreseen(word: &str) -> Option<(CommitmentKind, Firmness)> {
    use CommitmentKind::{Agreed, Demanded, Planned, Proposed, Threatened};
    use Firmness::{Medium, Strong};
    Some(match word {
        "proposed" | "suggested" => (Proposed, Strong),
        "planned" | "upcoming" | "scheduled" | "forthcoming" | "prospective" => (Planned, Strong),
        "possible" | "potential" | "looming" | "imminent" | "eventual" => (Planned, Medium),
        "tentative" | "accepted" | "agreed" => (Agreed, Strong),
        "threatened" => (Threatened, Medium),
        "demanded" | "requested" => (Demanded, Strong),
        _ => return None,
    })
}

/// Whether the word at `at` tells of an opinion, a guess or a question over a verb: “economists
/// expect that it would”.
pub(super) fn is_guess(read: &Clauses<'_>, verb: &Verb) -> bool {
    let Some(governor) = verb.governor else { return is_asked(read, verb) };
    let word = read.line.base(governor.at);
    let guesses = matches!(
        word.as_str(),
        "think"
            | "believe"
            | "assume"
            | "guess"
            | "imagine"
            | "wonder"
            | "predict"
            | "forecast"
            | "estimate"
            | "speculate"
            | "bet"
            | "suspect"
            | "argue"
            | "mean"
            | "show"
            | "calculate"
            | "note"
            | "explain"
    );
    guesses && governor.link == Link::That || is_asked(read, verb)
}

/// “What it would cost”, “how they will meet”.
fn is_asked(read: &Clauses<'_>, verb: &Verb) -> bool {
    let line = &read.line;
    let start = verb.subject.and_then(|it| read.nouns.get(it)).map_or(verb.from, |it| it.from);
    let before = start.min(verb.from).checked_sub(1);
    before.is_some_and(|it| {
        matches!(line.word(it), "what" | "how" | "why" | "whether") && line.tag(it) != Tag::Noun
    })
}
