//! Words: what a verb, noun or adjective that takes a stand tells of the one who does.

use crate::annotate::clauses::attitudes::{self, Attitude};
use crate::annotate::clauses::{Clauses, Form, Link, Modal, Verb, VerbIx};
use crate::model::StanceKind;
use crate::text::acts::Family;
use crate::text::tags::Tag;

/// The stance that the verb at `ix` tells, if one.
pub(super) fn of_verb(read: &Clauses<'_>, ix: VerbIx) -> Option<StanceKind> {
    let verb = read.verbs.get(ix)?;
    if is_left_open(read, verb) {
        return Some(StanceKind::Unconfirmed);
    }
    let attitude = attitudes::of_word(read, verb.at, Some(ix))?;
    let base = verb.base.as_str();
    if is_unnamed(read, verb) || verb.modal == Modal::Must {
        return None;
    }
    // “Is unlikely to pass”, “is due to meet”: of what is to come, not of who says so.
    let foreseen = verb.base == "be"
        && matches!(attitude, Attitude::Doubts | Attitude::Likely | Attitude::Plans)
        && (verb.end..verb.end + 4)
            .any(|it| matches!(read.line.word(it), "unlikely" | "likely" | "due" | "set"));
    if foreseen || is_about_others(read, verb) || turns(read, ix, attitude) {
        return None;
    }
    if not_yet(read, ix) {
        return matches!(attitude, Attitude::Agrees | Attitude::Confirms | Attitude::Plans)
            .then_some(StanceKind::Unconfirmed);
    }
    if verb.modal == Modal::Could && matches!(attitude, Attitude::Agrees | Attitude::Rejects) {
        return Some(StanceKind::Unconfirmed);
    }
    if is_open(read, ix, attitude) {
        return None;
    }
    // “The ministry refused.”
    let alone = matches!(
        base,
        "agree"
            | "accept"
            | "refuse"
            | "decline"
            | "deny"
            | "reject"
            | "oppose"
            | "object"
            | "consent"
            | "comply"
            | "approve"
            | "confirm"
    );
    if !alone && attitudes::content(read, ix).is_none() {
        return None;
    }
    let ends = matches!(base, "cancel" | "scrap" | "abandon" | "shelve" | "withdraw");
    if ends && (verb.form != Form::Finite || !ends_an_act(read, ix)) {
        return None;
    }
    of_attitude(read, verb, attitude)
}

/// “Has not decided”, “did not say when it would begin”, “neither side has commented on it”.
fn is_left_open(read: &Clauses<'_>, verb: &Verb) -> bool {
    let line = &read.line;
    let subject = verb.subject.and_then(|it| read.nouns.get(it));
    let neither = subject
        .is_some_and(|it| matches!(line.word(it.from), "neither" | "nobody" | "none" | "no"));
    let told = verb.passive || verb.perfect || verb.past;
    if !(verb.negated || neither) || !told || verb.modal != Modal::No {
        return false;
    }
    let next = line.word(verb.end);
    match verb.base.as_str() {
        "determine" | "decide" | "finalise" | "finalize" | "settle" | "schedule" | "announce"
        | "specify" | "disclose" => true,
        "say" | "indicate" | "reveal" | "clarify" => {
            matches!(next, "when" | "whether" | "how" | "where" | "what" | "if" | "which")
        }
        "comment" => next == "on",
        "set" => subject
            .is_some_and(|it| matches!(line.base(it.head).as_str(), "date" | "time" | "deadline")),
        _ => false,
    }
}

fn of_attitude(read: &Clauses<'_>, verb: &Verb, attitude: Attitude) -> Option<StanceKind> {
    use StanceKind::{
        Accepts, AcceptsInPrinciple, Demands, Denies, Doubts, Proposes, Rejects, Threatens,
        Unconfirmed,
    };
    let not = verb.negated;
    let penalty = || ahead(read, verb).any(|it| family(read, it) == Some(Family::Penalty));
    Some(match attitude {
        Attitude::Agrees | Attitude::Permits if not && verb.passive => Unconfirmed,
        Attitude::Agrees | Attitude::Permits | Attitude::Willing if not => Rejects,
        Attitude::Agrees if in_principle(read, verb) => AcceptsInPrinciple,
        Attitude::Agrees | Attitude::Permits => Accepts,
        Attitude::Willing => AcceptsInPrinciple,
        Attitude::Promises if penalty() => Threatens,
        Attitude::Promises if !not => Accepts,
        Attitude::Plans if verb.base == "prepare" && penalty() => Threatens,
        Attitude::Confirms if not => Unconfirmed,
        Attitude::Confirms => Accepts,
        Attitude::Praises if !not => Accepts,
        Attitude::Blames if !not => Rejects,
        Attitude::Rejects if not => Unconfirmed,
        // Who refuses to answer takes no stand.
        Attitude::Rejects if speaks(read, verb) => return None,
        Attitude::Rejects => Rejects,
        // A court that dismisses a case or a firm its chief denies nothing.
        Attitude::Denies if verb.base == "dismiss" && !dismisses_words(read, verb) => return None,
        Attitude::Denies if !not => Denies,
        Attitude::Doubts if verb.base == "question" && !questions_a_matter(read, verb) => {
            return None;
        }
        Attitude::Doubts if !not => Doubts,
        Attitude::Demands | Attitude::Orders if verb.base == "tell" => return None,
        Attitude::Demands if insists_it_is(read, verb) => return None,
        Attitude::Demands => Demands,
        Attitude::Wants if verb.object.is_some() && !not && verb.form == Form::Finite => Demands,
        Attitude::Threatens if verb.base == "face" => return None,
        Attitude::Threatens if verb.base == "warn" && !warns_of_own(read, verb) => return None,
        Attitude::Threatens if !not => Threatens,
        // “Suggested that it was so” tells a belief.
        Attitude::Proposes if verb.base == "suggest" && read.line.word(verb.end) == "that" => {
            return None;
        }
        Attitude::Proposes if !not => Proposes,
        Attitude::Considers if verb.progressive && !verb.past => Unconfirmed,
        _ => return None,
    })
}

/// The stance that a noun tells of its owner: “opposition to the bill”, “concern about the deal”.
pub(super) fn of_noun(read: &Clauses<'_>, at: usize) -> Option<StanceKind> {
    use StanceKind::{Demands, Denies, Doubts, Rejects, Threatens};
    let attitude = attitudes::of_word(read, at, None)?;
    let followed =
        matches!(read.line.word(at + 1), "for" | "to" | "about" | "over" | "of" | "that" | "on");
    if !followed || !read.line.tag(at).is_noun() {
        return None;
    }
    let base = read.line.base(at);
    Some(match attitude {
        Attitude::Demands => Demands,
        Attitude::Rejects => Rejects,
        Attitude::Denies => Denies,
        Attitude::Doubts if base != "fear" => Doubts,
        Attitude::Threatens if base == "threat" => Threatens,
        _ => return None,
    })
}

/// The stance that an adjective tells of its subject: “is skeptical of the plan”. Those in a group
/// of verbs and before “to” are read with their verb.
pub(super) fn of_adjective(read: &Clauses<'_>, at: usize) -> Option<StanceKind> {
    use StanceKind::{Accepts, AcceptsInPrinciple, Doubts, Rejects, Threatens};
    let line = &read.line;
    if read.verb_at(at).is_some()
        || read.noun_at(at).is_some_and(|it| read.nouns.get(it).is_some_and(|it| it.head != at))
    {
        return None;
    }
    if !matches!(line.tag(at), Tag::Adj | Tag::Adv | Tag::Adp | Tag::VerbParticiple) {
        return None;
    }
    let attitude = attitudes::of_word(read, at, None)?;
    let not = (1..5).any(|back| {
        let word = line.before(at, back);
        matches!(word, "not" | "never") || word.ends_with("n't")
    });
    let next = line.word(at + 1);
    let linked = matches!(next, "to" | "of" | "about" | "that" | "by" | "on" | "for" | "with");
    let penalty = (at + 1..at + 9).any(|it| family(read, it) == Some(Family::Penalty));
    Some(match attitude {
        _ if !linked => return None,
        Attitude::Promises if penalty => Threatens,
        Attitude::Promises | Attitude::Willing if not => Rejects,
        Attitude::Praises if not => Rejects,
        Attitude::Promises | Attitude::Praises => Accepts,
        Attitude::Willing => AcceptsInPrinciple,
        Attitude::Rejects | Attitude::Blames if !not => Rejects,
        Attitude::Doubts if !not && line.word(at) != "unlikely" => Doubts,
        _ => return None,
    })
}

/// Whether the word at `at` says that something is hardly so: “is highly unlikely”. Who says it
/// doubts it.
pub(super) fn is_doubt(read: &Clauses<'_>, at: usize) -> bool {
    matches!(
        read.line.word(at),
        "unlikely" | "doubtful" | "unrealistic" | "far-fetched" | "implausible"
    ) && read.line.tag(at) == Tag::Adj
}

/// “Scrapped the plan”, “pulled out of the talks”, not “pulled back troops”.
fn ends_an_act(read: &Clauses<'_>, ix: VerbIx) -> bool {
    let about = attitudes::content(read, ix).unwrap_or_default();
    about.into_iter().any(|it| {
        read.line.act(it).is_some_and(|act| act.1.noun) && read.line.tag(it).is_noun()
            || read.noun_at(it).is_some_and(|it| read.is_paper(it))
    })
}

/// “Insisted that it has no plans”: what is, not what shall be.
fn insists_it_is(read: &Clauses<'_>, verb: &Verb) -> bool {
    let below = read
        .verbs
        .iter()
        .find(|it| it.governor.is_some_and(|it| it.link == Link::That && it.at == verb.at));
    verb.base == "insist"
        && below.is_some_and(|it| {
            it.modal != Modal::Must
                && (it.modal != Modal::No || read.line.tag(it.at) != Tag::VerbBase)
        })
}

/// Words behind a verb in its clause.
fn ahead<'a>(read: &'a Clauses<'_>, verb: &Verb) -> impl Iterator<Item = usize> + 'a {
    let end = read.line.clause_end(verb.end).min(verb.end + 10);
    verb.end..end
}

fn family(read: &Clauses<'_>, at: usize) -> Option<Family> {
    read.line.act(at).map(|it| it.1.family)
}

/// “Has yet to confirm”.
fn not_yet(read: &Clauses<'_>, ix: VerbIx) -> bool {
    let Some(verb) = read.verbs.get(ix) else { return false };
    verb.form == Form::To && read.line.before(verb.from, 1) == "yet"
}

/// Whether yes and no are still open: “if they accept”, “was asked to accept”, “a chance to deny”.
fn is_open(read: &Clauses<'_>, ix: VerbIx, attitude: Attitude) -> bool {
    let Some(verb) = read.verbs.get(ix) else { return true };
    let line = &read.line;
    if line.word(verb.end) == "if" && attitude != Attitude::Demands {
        return true;
    }
    let start = verb.subject.and_then(|it| read.nouns.get(it)).map_or(verb.from, |it| it.from);
    let led = start.min(verb.from).checked_sub(1).is_some_and(|it| {
        matches!(line.word(it), "if" | "unless" | "whether" | "until" | "should" | "once")
    });
    if led {
        return true;
    }
    // “If that can help prevent it”: the clause is led, not the verb.
    if verb.form != Form::Finite && is_led(read, verb, 3) {
        return true;
    }
    let asks = matches!(attitude, Attitude::Demands | Attitude::Proposes | Attitude::Threatens);
    match verb.form {
        Form::Bare if verb.governor.is_none() => true,
        Form::To | Form::Bare | Form::Gerund => {
            let Some(governor) = verb.governor else { return verb.form != Form::Gerund };
            let above = governor.verb.and_then(|it| read.verbs.get(it));
            let stand = attitudes::over_verb(read, &governor).map(|it| it.attitude);
            match stand {
                Some(
                    Attitude::Plans
                    | Attitude::Promises
                    | Attitude::Starts
                    | Attitude::Tries
                    | Attitude::Agrees
                    | Attitude::Threatens,
                ) => above.is_some_and(|it| it.negated),
                Some(Attitude::Willing | Attitude::Likely) => asks,
                Some(_) => true,
                // “Fled to block the vote”: what they did it for.
                None if governor.link == Link::And => false,
                // “Joined them in opposing it”, not “a chance of rejecting it”.
                None if verb.form == Form::Gerund => {
                    above.is_none()
                        && matches!(
                            line.before(verb.from, 1),
                            "of" | "for" | "about" | "from" | "without"
                        )
                }
                None if attitude == Attitude::Rejects => {
                    above.is_none() && is_chance(read, governor.at)
                }
                None => true,
            }
        }
        Form::Finite | Form::Participle => false,
    }
}

/// Whether a verb hangs, over at most `steps` others, on one that “if” or the like leads.
fn is_led(read: &Clauses<'_>, verb: &Verb, steps: usize) -> bool {
    let above = verb.governor.and_then(|it| read.verbs.get(it.verb?));
    let Some(above) = above.filter(|_| steps > 0) else { return false };
    let start = above.subject.and_then(|it| read.nouns.get(it)).map_or(above.from, |it| it.from);
    let start = start.min(above.from);
    let leads = |back| {
        let word = read.line.before(start, back);
        matches!(word, "if" | "unless" | "whether" | "until" | "once")
    };
    // “If that can help”.
    let behind = matches!(read.line.before(start, 1), "that" | "this" | "it" | "they");
    let led = leads(1) || behind && leads(2);
    led || is_led(read, above, steps - 1)
}

/// “The right to reject it”: nobody has done so.
fn is_chance(read: &Clauses<'_>, at: usize) -> bool {
    matches!(
        read.line.base(at).as_str(),
        "ability"
            | "authority"
            | "chance"
            | "freedom"
            | "opportunity"
            | "option"
            | "power"
            | "reason"
            | "right"
            | "choice"
            | "way"
            | "time"
            | "able"
            | "free"
            | "unable"
            | "enough"
    )
}

/// “Women seeking help”, “a man facing trial”: it only says which.
fn is_about_others(read: &Clauses<'_>, verb: &Verb) -> bool {
    let near = verb.subject.and_then(|it| read.nouns.get(it)).is_some_and(|it| it.end == verb.from);
    verb.form == Form::Gerund
        && near
        && matches!(verb.base.as_str(), "seek" | "want" | "need" | "face" | "prepare" | "consider")
}

/// “Vowed to veto it”, “agreed to oppose it”: the stance is in the verb that hangs on this one.
fn turns(read: &Clauses<'_>, ix: VerbIx, attitude: Attitude) -> bool {
    let gives = matches!(
        attitude,
        Attitude::Agrees | Attitude::Promises | Attitude::Willing | Attitude::Permits
    );
    gives
        && read.verbs.iter().enumerate().skip(ix + 1).take(3).any(|(below, it)| {
            it.governor.is_some_and(|it| it.verb == Some(ix))
                && matches!(
                    attitudes::of_word(read, it.at, Some(below)),
                    Some(Attitude::Rejects | Attitude::Denies | Attitude::Doubts)
                )
        })
}

/// Whether somebody only wants not to be named: “agreed to speak on condition of anonymity”.
fn is_unnamed(read: &Clauses<'_>, verb: &Verb) -> bool {
    let barred = matches!(verb.base.as_str(), "authorize" | "authorise" | "allow" | "permit");
    barred && verb.passive && verb.negated
        || (verb.end..verb.end + 10)
            .take_while(|&it| !matches!(read.line.word(it), "." | ";" | ""))
            .any(|it| {
                matches!(read.line.word(it), "anonymity" | "anonymously" | "identified" | "named")
            })
}

/// Whether what is refused is to speak: “refused to comment”.
fn speaks(read: &Clauses<'_>, verb: &Verb) -> bool {
    let next = read.line.word(verb.end + 1);
    read.line.word(verb.end) == "to"
        && matches!(
            next,
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
                | "provide"
                | "release"
        )
        || matches!(read.line.word(verb.end), "comment" | "interview" | "further")
}

/// Whether what is questioned is a matter, not a man.
fn questions_a_matter(read: &Clauses<'_>, verb: &Verb) -> bool {
    let line = &read.line;
    matches!(line.word(verb.end), "why" | "whether" | "how" | "if")
        || (verb.end..verb.end + 5).any(|it| {
            line.act(it).is_some() && line.tag(it).is_noun()
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
fn dismisses_words(read: &Clauses<'_>, verb: &Verb) -> bool {
    (verb.end..verb.end + 8).any(|it| {
        matches!(
            read.line.base(it).as_str(),
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
                | "charge"
        )
    })
}

/// Whether what is warned of is a punishment or one's own doing, not weather.
fn warns_of_own(read: &Clauses<'_>, verb: &Verb) -> bool {
    let near = verb.end..verb.end + 14;
    let about = near
        .clone()
        .take(3)
        .any(|it| matches!(read.line.word(it), "about" | "people" | "residents"));
    near.into_iter().any(|it| {
        read.line.tag(it).is_noun()
            && matches!(family(read, it), Some(Family::Penalty | Family::Strike))
    }) && !about
}

/// “In principle”, “the concept of”.
fn in_principle(read: &Clauses<'_>, verb: &Verb) -> bool {
    let line = &read.line;
    let near = verb.from.saturating_sub(3)..(verb.end + 24).min(line.len());
    near.into_iter().any(|it| line.says(it, "in principle"))
        || (verb.end..verb.end + 4).any(|it| {
            matches!(line.word(it), "concept" | "idea" | "outline" | "framework" | "principle")
        })
        || line.tag(verb.end) == Tag::Adv && line.word(verb.end) == "tentatively"
}
