//! Triggers: the words that say that an act is planned, proposed, agreed, promised, threatened or
//! demanded.

use super::conditions::is_modal;
use super::line::Line;
use super::verbs::{self, Named};
use crate::model::CommitmentKind;

/// How sure a trigger alone makes it that an act is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Firmness {
    /// “Could”, “should”, “hopes to”: only for an act that news waits for.
    Weak,
    /// “Will”, “would”: for an act that someone named is to do.
    Medium,
    /// “Agreed to”, “is due to”, “vowed to”.
    Strong,
}

/// An act and the word that makes it one to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Trigger {
    /// The token of the word.
    pub(super) at: usize,
    /// The act.
    pub(super) named: Named,
    pub(super) kind: CommitmentKind,
    pub(super) firmness: Firmness,
}

/// The trigger at `at`, if there is one. `headline`: whether the sentence is one.
pub(super) fn at(line: &Line<'_>, at: usize, headline: bool) -> Option<Trigger> {
    if !line.is_word(at) {
        return None;
    }
    modal(line, at)
        .or_else(|| infinitive(line, at))
        .or_else(|| wanted(line, at))
        .or_else(|| noun(line, at))
        .or_else(|| if headline { bare_infinitive(line, at) } else { None })
}

/// “Will meet”, “would be held”, “won’t send”, “is going to strike”.
fn modal(line: &Line<'_>, at: usize) -> Option<Trigger> {
    use CommitmentKind::{Demanded, Planned};
    use Firmness::{Medium, Weak};
    let word = line.word(at);
    let (kind, firmness, from) = match word {
        "will" | "shall" | "won't" if !line.is_capital(at) || at == 0 => (Planned, Medium, at + 1),
        "would" => (Planned, Medium, at + 1),
        "could" | "may" | "might" | "wouldn't" => (Planned, Weak, at + 1),
        "can" if line.word(at + 1) == "only" => (Planned, Medium, at + 1),
        "must" | "should" => (Demanded, Weak, at + 1),
        "going" if line.word(at + 1) == "to" && is_be(line.before(at, 1)) => {
            (Planned, Medium, at + 2)
        }
        _ if word.ends_with("'ll") => (Planned, Medium, at + 1),
        _ => return None,
    };
    // “If you lose, you would pay”: anyone, so no one.
    if line.before(at, 1) == "you" || word == "you'll" {
        return None;
    }
    // “Would often walk”: a habit. “Would have”: what did not happen.
    let habit = matches!(
        line.word(at + 1),
        "have"
            | "often"
            | "sometimes"
            | "usually"
            | "regularly"
            | "later"
            | "always"
            | "frequently"
            | "eventually"
    ) && word == "would";
    if habit || is_guess(line, at) {
        return None;
    }
    let mut named = verbs::named(line, from)?;
    named.negated |= matches!(word, "won't" | "wouldn't");
    let kind = governed(line, at).unwrap_or(kind);
    Some(Trigger { at, named, kind, firmness })
}

fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "am"
            | "being"
            | "i'm"
            | "we're"
            | "they're"
            | "he's"
            | "she's"
            | "it's"
    )
}

/// Whether somebody only thinks that it will be so: “economists expect that it would …”.
fn is_guess(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(7)..at).any(|it| {
        matches!(
            line.word(it),
            "think"
                | "believe"
                | "believes"
                | "assume"
                | "assumed"
                | "thinks"
                | "thought"
                | "guess"
                | "imagine"
                | "wonder"
                | "predict"
                | "predicts"
                | "predicted"
                | "forecast"
                | "forecasts"
                | "estimates"
                | "estimated"
                | "speculate"
                | "speculated"
                | "doubt"
                | "bet"
                | "suspect"
                | "analysts"
                | "economists"
                | "experts"
                | "critics"
                | "observers"
                | "pundits"
                | "what"
                | "how"
                | "why"
        )
    })
}

/// What the nearest verb of speaking before the modal makes of it.
fn governed(line: &Line<'_>, at: usize) -> Option<CommitmentKind> {
    use CommitmentKind::{Agreed, Demanded, Promised, Proposed, Threatened};
    (at.saturating_sub(14)..at).rev().take_while(|&it| line.word(it) != ";").find_map(|it| {
        Some(match line.word(it) {
            "threatened" | "threatens" | "threatening" | "threaten" | "warned" | "warns"
            | "warning" => Threatened,
            "promised" | "promises" | "vowed" | "vows" | "pledged" | "pledges" | "assured"
            | "guaranteed" | "insisted" => Promised,
            "agreed" | "agrees" | "deal" | "agreement" | "accord" => Agreed,
            "proposed" | "proposes" | "suggested" | "suggests" | "proposal" => Proposed,
            "demanded" | "demands" | "urged" | "requested" => Demanded,
            _ => return None,
        })
    })
}

/// “Agreed to meet”, “plans to strike”, “urged the council to vote”, “is due to appear”.
fn infinitive(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let word = line.word(at);
    let base = line.base(at);
    let (kind, firmness, reach) =
        leads_to(&base, word, is_be(line.before(at, 1)) || is_be(line.before(at, 2)))?;
    if !calls(line, at, &base) {
        return None;
    }
    // “Appealed to the union to return”: the first “to” leads to those who are asked.
    let asked = usize::from(base == "appeal" && line.word(at + 1) == "to");
    let to = infinitive_after(line, at + asked, reach)?;
    let refuses = matches!(base.as_str(), "refuse" | "decline");
    let negated = (at.saturating_sub(4)..to).any(|it| {
        matches!(
            line.word(it),
            "not"
                | "no"
                | "never"
                | "don't"
                | "doesn't"
                | "didn't"
                | "hasn't"
                | "haven't"
                | "isn't"
                | "aren't"
        )
    });
    // “Offered to to buy”: a slip of the printer.
    let verb = to + 1 + usize::from(line.word(to + 1) == "to");
    // “Agreed to a truce” has its act in a noun, “plans due to the storm” has none.
    let noun = matches!(kind, CommitmentKind::Agreed | CommitmentKind::Promised);
    let mut named = if starts_phrase(line, verb) {
        let found = if noun { phrase(line, verb)? } else { return None };
        let thing = matches!(base.as_str(), "commitment" | "agreement" | "deal");
        if thing && line.noun(found.at).is_none() {
            return None;
        }
        found
    } else {
        verbs::named(line, verb)?
    };
    if refuses
        && matches!(
            named.head.as_str(),
            "discuss"
                | "disclose"
                | "answer"
                | "release"
                | "give"
                | "provide"
                | "confirm"
                | "name"
                | "speak"
                | "respond"
                | "reply"
                | "take"
        )
    {
        return None;
    }
    if is_about_telling(line, &named) {
        return None;
    }
    named.negated |= negated || refuses;
    Some(Trigger { at, named, kind, firmness })
}

/// Whether a word that can ask for something does: not “in order to”, “the urge to” or “called it
/// an effort to”.
fn calls(line: &Line<'_>, at: usize, base: &str) -> bool {
    let (last, next) = (line.before(at, 1), line.word(at + 1));
    match base {
        "order" => last != "in",
        "urge" => !matches!(last, "the" | "an" | "any" | "no" | "his" | "her" | "their"),
        "call" => matches!(next, "on" | "upon" | "for" | "to"),
        "appeal" => matches!(next, "to" | "for"),
        // “Kept their promise to pay”: past.
        "promise" | "pledge" | "vow" => {
            !(2..4).any(|back| matches!(line.before(at, back), "kept" | "broke" | "broken"))
                && !matches!(last, "kept" | "broke")
        }
        // “Threats to security”, not “threats to close the border”.
        "threat" => {
            let verb = line.act(at + 2).is_some_and(|it| it.1.verb);
            next == "to" && (verb || leads_object(line, at + 3))
        }
        "move" if last.ends_with("ed") || matches!(last, "the" | "a" | "this" | "his") => false,
        "move" | "work" | "look" => last != "'s" && !last.ends_with("'s"),
        _ => true,
    }
}

/// Whether an object or particle, which only a verb has, stands at `at`.
fn leads_object(line: &Line<'_>, at: usize) -> bool {
    starts_phrase(line, at) && line.is_word(at)
        || matches!(line.word(at), "off" | "out" | "up" | "down" | "back" | "him" | "you")
}

/// Whether it is only about who may be named: “agreed to speak on condition of anonymity”, “asked
/// not to be identified”.
fn is_about_telling(line: &Line<'_>, named: &Named) -> bool {
    match named.head.as_str() {
        "identify" | "name" | "quote" => named.negated || line.before(named.at, 1) == "be",
        "speak" | "talk" | "discuss" | "comment" => (0..line.len())
            .any(|it| matches!(line.word(it), "anonymity" | "anonymously" | "unnamed")),
        _ => false,
    }
}

/// Words that an infinitive follows, how they put the act, and how far off “to” may stand.
fn leads_to(base: &str, word: &str, after_be: bool) -> Option<(CommitmentKind, Firmness, usize)> {
    use CommitmentKind::{Agreed, Demanded, Planned, Promised, Proposed, Threatened};
    use Firmness::{Medium, Strong, Weak};
    const NEAR: usize = 4;
    const FAR: usize = 12;
    let by_base = match base {
        "agree" | "consent" | "agreement" | "deal" => Some((Agreed, Strong, NEAR)),
        "plan" | "intend" | "intention" | "decide" | "decision" | "preparation" | "opt" => {
            Some((Planned, Strong, NEAR))
        }
        "vow" | "pledge" | "promise" | "commit" | "commitment" | "undertake" | "swear"
        | "volunteer" | "offer" => Some((Promised, Strong, NEAR)),
        "threaten" | "threat" => Some((Threatened, Strong, NEAR)),
        "propose" | "proposal" => Some((Proposed, Strong, NEAR)),
        "refuse" | "decline" => Some((Planned, Weak, 2)),
        "urge" | "demand" | "instruct" | "implore" | "request" => Some((Demanded, Strong, FAR)),
        // Who orders decides.
        "order" => Some((Planned, Strong, FAR)),
        "press" | "pressure" | "push" | "ask" | "encourage" | "invite" | "call" | "appeal" => {
            Some((Demanded, Medium, FAR))
        }
        "want" | "hope" | "aim" | "seek" | "prepare" | "look" | "wish" | "move" | "work"
        | "consider" => Some((Planned, Weak, NEAR)),
        "need" => Some((Demanded, Weak, 2)),
        _ => None,
    };
    let by_word = || match word {
        "scheduled" | "slated" | "poised" | "due" | "planning" => Some((Planned, Strong, NEAR)),
        "expected" | "set" | "going" if after_be => Some((Planned, Strong, 3)),
        "about" if after_be => Some((Planned, Medium, 2)),
        "ready" | "prepared" | "willing" | "determined" | "committed"
            if after_be || word != "prepared" =>
        {
            Some((Promised, Strong, 3))
        }
        "likely" if after_be => Some((Planned, Weak, 2)),
        _ => None,
    };
    by_word().or(by_base)
}

/// The “to” that opens the infinitive after the word at `at`.
fn infinitive_after(line: &Line<'_>, at: usize, reach: usize) -> Option<usize> {
    for to in at + 1..=at + reach {
        match line.word(to) {
            "," | ";" | "." | ":" | "that" | "which" | "who" | "said" | "if" | "" => return None,
            "to" if reach <= 4 || !starts_phrase(line, to + 1) => return Some(to),
            _ => {}
        }
    }
    None
}

/// Whether a noun phrase, not a verb, starts at `at`.
fn starts_phrase(line: &Line<'_>, at: usize) -> bool {
    !line.is_word(at)
        || line.is_capital(at)
        || matches!(
            line.word(at),
            "a" | "an"
                | "the"
                | "this"
                | "that"
                | "these"
                | "those"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "some"
                | "all"
                | "any"
                | "both"
                | "him"
                | "them"
                | "it"
                | "us"
                | "me"
                | "more"
                | "each"
                | "no"
        )
        || line.noun(at).is_some_and(|it| !it.1.verb)
}

/// The act that a noun phrase at `at` names: the noun for an act in it, else its last word.
fn phrase(line: &Line<'_>, at: usize) -> Option<Named> {
    let named = |at: usize, from: usize, head: String| Named {
        head,
        from,
        at,
        negated: false,
        cancels: false,
        willing: false,
    };
    if matches!(line.word(at), "you" | "him" | "her" | "them" | "us" | "me" | "it" | "each") {
        return None;
    }
    if let Some((found, head)) = verbs::noun_after(line, at) {
        return Some(named(found, at, head));
    }
    let end = (at..at + 8).find(|&it| {
        !line.is_word(it)
            || matches!(
                line.word(it),
                "of" | "in"
                    | "for"
                    | "to"
                    | "on"
                    | "with"
                    | "at"
                    | "by"
                    | "from"
                    | "during"
                    | "that"
                    | "which"
                    | "and"
                    | "after"
                    | "between"
                    | "into"
            )
    })?;
    let head = end.checked_sub(1).filter(|&it| it > at && !line.is_capital(it))?;
    Some(named(head, at, line.base(head)))
}

/// “Demanded the release of …”, “called for a vote”, “warned of severe costs”, “demanded that …”.
fn wanted(line: &Line<'_>, at: usize) -> Option<Trigger> {
    use CommitmentKind::{Demanded, Threatened};
    use Firmness::{Medium, Strong};
    let word = line.word(at);
    let next = line.word(at + 1);
    let (kind, firmness, from) = match word {
        "demanded" | "demanding" => (Demanded, Strong, at + 1),
        "demands" | "demand"
            if matches!(next, "the" | "an" | "a")
                || next == "that" && starts_phrase(line, at + 2) =>
        {
            (Demanded, Strong, at + 1)
        }
        "called" | "calling" | "calls" | "pushed" | "pushing" | "pressed" | "appealed" | "push"
        | "requests" | "call"
            if next == "for" && !matches!(line.word(at + 2), "comment" | "interviews") =>
        {
            (Demanded, Strong, at + 2)
        }
        // “Are weighing a strike”, “had discussed holding a vote”.
        "considering" | "weighing" | "mulling" | "discussed" | "discussing"
            if matches!(next, "a" | "an") || next.len() > 5 && next.ends_with("ing") =>
        {
            (CommitmentKind::Proposed, Medium, at + 1)
        }
        "insisted" | "insists" if next == "on" => (Demanded, Medium, at + 2),
        "warned" | "warning" | "warns" if next == "of" => (Threatened, Firmness::Weak, at + 2),
        "threatened" | "threatening" | "threatens" if next != "to" && next != "by" => {
            (Threatened, Firmness::Weak, at + 1 + usize::from(next == "with"))
        }
        "proposed" | "suggested" | "proposes" | "suggests"
            if matches!(next, "a" | "an" | "the")
                || next == "that" && line.base(at) == "propose" =>
        {
            (CommitmentKind::Proposed, Medium, at + 1)
        }
        _ => return None,
    };
    let from = from + usize::from(line.word(from) == "that");
    let named = match phrase(line, from) {
        Some(it) => it,
        None if kind == Demanded && line.is_word(from) => Named {
            head: "demand".to_owned(),
            from,
            at: from,
            negated: false,
            cancels: false,
            willing: false,
        },
        None => return None,
    };
    let weak = firmness == Medium && line.noun(named.at).is_none();
    (!weak).then_some(Trigger { at, named, kind, firmness })
}

/// “The proposed summit”, “plans for a strike”, “reached a deal”, “a vote scheduled for …”.
fn noun(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let (head, act) = line.noun(at)?;
    let named = |from| Named {
        head: head.clone(),
        from,
        at,
        negated: false,
        cancels: false,
        willing: false,
    };
    let mut from = at;
    for back in (at.saturating_sub(7)..at).rev() {
        let word = line.word(back);
        if let Some((kind, firmness)) = plans(word) {
            let trigger = Trigger { at: back, named: named(from), kind, firmness };
            return Some(trigger);
        }
        if reaches(word, act.family) {
            return Some(Trigger {
                at: back,
                named: named(from),
                kind: CommitmentKind::Agreed,
                firmness: Firmness::Strong,
            });
        }
        match word {
            "for" | "of" | "to" | "on" => {
                let (kind, firmness) = plans_for(&line.base(back.saturating_sub(1)), word)?;
                return Some(Trigger {
                    at: back.saturating_sub(1),
                    named: named(from),
                    kind,
                    firmness,
                });
            }
            "\"" | "-" | "the" | "a" | "an" | "his" | "her" | "its" | "their" | "principle"
            | "in" => {}
            _ if is_modal(word)
                || !line.is_word(back)
                || line.base(back) != word && word.ends_with("ed") =>
            {
                break;
            }
            "and" | "or" | "at" | "by" | "with" | "from" | "that" | "after" | "during"
            | "until" | "said" => break,
            _ => from = back,
        }
    }
    // “A vote scheduled for Thursday”, “the hearing is set for May”.
    let due =
        (at + 1..at + 7).take_while(|&it| !matches!(line.word(it), "." | ";")).find(|&it| {
            matches!(line.word(it), "scheduled" | "slated" | "set" | "due" | "planned")
                && matches!(
                    line.word(it + 1),
                    "for" | "on" | "to" | "this" | "next" | "later" | "tomorrow"
                )
        })?;
    Some(Trigger {
        at: due,
        named: named(from),
        kind: CommitmentKind::Planned,
        firmness: Firmness::Strong,
    })
}

/// Words before a noun that put it in the future.
fn plans(word: &str) -> Option<(CommitmentKind, Firmness)> {
    use CommitmentKind::{Agreed, Demanded, Planned, Proposed, Threatened};
    use Firmness::{Medium, Strong};
    Some(match word {
        "proposed" | "proposes" | "proposing" => (Proposed, Strong),
        "planned" | "upcoming" | "scheduled" | "forthcoming" | "prospective" => (Planned, Strong),
        "possible" | "potential" | "looming" | "imminent" => (Planned, Medium),
        "tentative" => (Agreed, Strong),
        "threatened" => (Threatened, Medium),
        "accepted" | "approved" => (Agreed, Medium),
        "demanded" => (Demanded, Strong),
        _ => return None,
    })
}

/// Verbs that bring about a deal or truce.
fn reaches(word: &str, family: crate::text::acts::Family) -> bool {
    use crate::text::acts::Family::{Deal, Merger, Truce};
    matches!(family, Deal | Truce | Merger)
        && matches!(
            word,
            "reach"
                | "reached"
                | "reaching"
                | "struck"
                | "signed"
                | "sealed"
                | "announced"
                | "clinched"
                | "finalised"
                | "finalized"
                | "brokered"
        )
}

/// Nouns and verbs whose “for”, “of”, “to” or “on” puts the noun behind it in the future.
fn plans_for(base: &str, link: &str) -> Option<(CommitmentKind, Firmness)> {
    use CommitmentKind::{Agreed, Demanded, Planned, Promised, Proposed, Threatened};
    use Firmness::{Medium, Strong, Weak};
    Some(match (base, link) {
        ("plan" | "preparation" | "prepare" | "date" | "timetable", "for") | ("plan", "of") => {
            (Planned, Strong)
        }
        ("proposal", "for" | "of") => (Proposed, Strong),
        ("call" | "demand" | "push" | "request" | "appeal", "for") => (Demanded, Strong),
        ("prospect" | "possibility" | "news" | "talk" | "chance" | "concept" | "idea", "of")
        | ("door" | "hope", "for") => (Planned, Medium),
        ("threat", "of") => (Threatened, Weak),
        ("agree" | "agreed" | "principle", "to" | "on") => (Agreed, Strong),
        ("commit" | "committed", "to") => (Promised, Strong),
        _ => return None,
    })
}

/// “Teachers to strike Monday” in a headline.
fn bare_infinitive(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let to = line.word(at) == "to" && at > 0 && line.is_word(at - 1);
    let named_before = line.is_capital(at.saturating_sub(1)) || line.before(at, 1).ends_with('s');
    if !to
        || !named_before
        || starts_phrase(line, at + 1) && !line.act(at + 1).is_some_and(|it| it.1.verb)
    {
        return None;
    }
    let named = verbs::named(line, at + 1)?;
    line.act(named.at)?;
    Some(Trigger { at, named, kind: CommitmentKind::Planned, firmness: Firmness::Medium })
}
