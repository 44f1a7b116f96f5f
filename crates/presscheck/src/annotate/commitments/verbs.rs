//! Verbs: which word after “will”, “agreed to” or “is due to” names the act, and whether it is one.

use super::line::Line;

/// The word that names an act, and how it is put.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Named {
    /// The head word in its base form.
    pub(super) head: String,
    /// The first token of the words that name it.
    pub(super) from: usize,
    /// The token of the head.
    pub(super) at: usize,
    /// Whether it is said not to happen.
    pub(super) negated: bool,
    /// Whether the verb ends the act its noun names: “call off the talks”.
    pub(super) cancels: bool,
    /// Whether the speaker is only willing: “would be willing to meet”.
    pub(super) willing: bool,
}

/// Reads the act from the verb at or after `at`, where the words before it made it future.
pub(super) fn named(line: &Line<'_>, at: usize) -> Option<Named> {
    let mut negated = false;
    let mut at = at;
    let last = at + 6;
    while at < last && is_between(line.word(at)) {
        negated |= matches!(line.word(at), "not" | "never" | "longer");
        at += 1;
    }
    if !line.is_word(at)
        || line.is_capital(at) && at > 0 && !line.act(at).is_some_and(|it| it.1.verb)
    {
        return None;
    }
    let found = match line.word(at) {
        "be" => after_be(line, at + 1)?,
        "have" if line.word(at + 1) == "to" => named(line, at + 2)?,
        "have" | "has" => return None,
        "do" if matches!(line.word(at + 1), "everything" | "anything" | "all" | "whatever") => {
            plain(line, at, "do")
        }
        // “Will make it difficult”, “would make sense”: a forecast.
        "make" if matches!(line.word(at + 1), "it" | "sense" | "life") => return None,
        "call" | "calls" if line.says(at + 1, "off") => object(line, at, true)?,
        "take" if line.word(at + 1) == "place" => subject(line, at)?,
        "go" if matches!(line.word(at + 1), "ahead" | "forward") => {
            object(line, at, false).or_else(|| subject(line, at))?
        }
        "step" if matches!(line.word(at + 1), "down" | "aside") => plain(line, at, "resign"),
        "walk" if matches!(line.word(at + 1), "out" | "off") => plain(line, at, "strike"),
        "lay" if line.word(at + 1) == "off" => plain(line, at, "layoff"),
        "pull" if matches!(line.word(at + 1), "out" | "back") => object(line, at, true)
            .filter(|it| it.cancels)
            .unwrap_or_else(|| plain(line, at, "withdraw")),
        _ => plain_verb(line, at)?,
    };
    Some(Named { negated: negated || found.negated, ..found })
}

/// Adverbs and other words between a modal and its verb.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "never"
            | "also"
            | "still"
            | "now"
            | "soon"
            | "then"
            | "only"
            | "again"
            | "instead"
            | "first"
            | "eventually"
            | "likely"
            | "no"
            | "longer"
            | "always"
            | "even"
            | "just"
            | "next"
            | "once"
            | "both"
            | "all"
            | "either"
            | "indeed"
            | "yet"
            | "ever"
    ) || word.len() > 4
        && word.ends_with("ly")
        && word != "apply"
        && word != "reply"
        && word != "supply"
}

fn plain(line: &Line<'_>, at: usize, head: &str) -> Named {
    let _ = line;
    Named { head: head.to_owned(), from: at, at, negated: false, cancels: false, willing: false }
}

fn plain_verb(line: &Line<'_>, at: usize) -> Option<Named> {
    let word = line.word(at);
    if is_stative(word) {
        return None;
    }
    match word {
        "occur" | "happen" => subject(line, at),
        "continue" | "begin" | "start" | "resume" | "end" | "proceed" => {
            let verb = || (word == "resume" || word == "end").then(|| plain(line, at, word));
            object(line, at, false).or_else(|| subject(line, at)).or_else(verb)
        }
        "cancel" | "postpone" | "delay" | "scrap" | "abandon" | "withdraw" | "suspend" | "halt"
        | "stop" => object(line, at, true).or_else(|| Some(plain(line, at, word))),
        "hold" | "make" | "take" | "launch" | "impose" | "give" | "reach" | "carry" | "conduct"
        | "host" | "stage" | "attend" | "secure" | "pursue" | "join" | "announce" | "face"
        | "seek" | "issue" | "enter" | "move" | "convene" | "consider" | "undergo" | "order"
        | "lead" | "put" | "call" | "get" | "offer" | "provide" | "accept" | "sign" | "open"
        | "allow" | "inflict" | "introduce" | "propose" | "engage" | "set" | "bring"
        | "implement" | "review" | "prepare" | "respond" | "react" => {
            let weak = matches!(
                word,
                "make" | "take" | "get" | "give" | "put" | "face" | "lead" | "set" | "move"
            );
            let own = || (!weak || line.len() > at + 2).then(|| plain(line, at, word));
            object(line, at, false).or_else(own)
        }
        _ => Some(plain(line, at, &line.base(at))),
    }
}

/// What follows “be”: a participle, “willing to …”, or a thing that is to be.
fn after_be(line: &Line<'_>, at: usize) -> Option<Named> {
    let mut at = at;
    let mut negated = false;
    while is_between(line.word(at)) {
        negated |= line.word(at) == "not";
        at += 1;
    }
    let word = line.word(at);
    let willing = matches!(word, "willing" | "ready" | "prepared" | "open");
    if line.word(at + 1) == "to"
        && (willing
            || matches!(
                word,
                "able"
                    | "forced"
                    | "obliged"
                    | "allowed"
                    | "asked"
                    | "required"
                    | "expected"
                    | "set"
                    | "going"
                    | "used"
                    | "made"
                    | "ordered"
            ))
    {
        let found = named(line, at + 2)?;
        return Some(Named { willing, negated: negated || found.negated, ..found });
    }
    let participle = word.len() > 3
        && (word.ends_with("ed") || line.base(at) != word && !word.ends_with('s'))
        || matches!(word, "put" | "cut" | "shut" | "set");
    let found = match word {
        "held" | "convened" | "staged" | "completed" | "finalised" | "finalized" | "concluded"
        | "begun" | "resumed" | "extended" => {
            subject(line, at).or_else(|| (word != "held").then(|| plain(line, at, &line.base(at))))
        }
        "cancelled" | "canceled" | "postponed" | "delayed" | "called" | "scrapped"
        | "suspended" | "off" => subject(line, at).map(|it| Named { cancels: true, ..it }),
        "followed" => subject(line, at),
        "prepared" | "discussed" => subject(line, at),
        "interested" | "concerned" | "needed" | "expected" | "based" | "able" | "tired"
        | "limited" | "supposed" | "seen" | "known" | "remembered" | "missed" | "affected"
        | "left" | "involved" | "surprised" | "convinced" | "satisfied" | "pleased"
        | "delighted" | "disappointed" | "shocked" | "worried" | "inclined" | "tempted"
        | "born" | "hurt" | "reminded" | "enough" => None,
        _ if participle && (!word.ends_with("ing") || word.len() > 5) => {
            let base = line.base(at);
            (!is_stative(&base)).then(|| plain(line, at, &base))
        }
        _ => (at..at + 6)
            .take_while(|&it| {
                line.is_word(it) && !matches!(line.word(it), "of" | "in" | "for" | "to" | "like")
            })
            .find_map(|it| {
                Some(Named { head: line.noun(it)?.0, from: at, at: it, ..plain(line, at, "") })
            }),
    }?;
    Some(Named { negated: negated || found.negated, ..found })
}

/// The noun in the verb's object that names the act: “hold a summit”, “impose sanctions”.
fn object(line: &Line<'_>, verb: usize, cancels: bool) -> Option<Named> {
    let (at, head) = noun_after(line, verb + 1)?;
    Some(Named { head, from: verb, at, negated: false, cancels, willing: false })
}

/// The first noun for an act in the words from `from`, within its clause.
pub(super) fn noun_after(line: &Line<'_>, from: usize) -> Option<(usize, String)> {
    let words = (from..from + 9).take_while(|&it| {
        !matches!(
            line.word(it),
            "" | ","
                | ";"
                | "."
                | ":"
                | "if"
                | "that"
                | "who"
                | "which"
                | "after"
                | "before"
                | "until"
                | "to"
        ) || it == from && line.word(it) == "to"
            || line.is_between_adjectives(it)
    });
    let mut found: Option<(usize, String)> = None;
    for at in words {
        // “French-brokered summit talks”: the last of nouns in a row is the head, but the first
        // says more.
        if let Some((base, _)) = line.noun(at) {
            found = Some((at, base));
            break;
        }
    }
    found
}

/// The noun for an act that is the verb's subject: “the summit would take place”.
fn subject(line: &Line<'_>, verb: usize) -> Option<Named> {
    let (at, head) = noun_before(line, verb)?;
    Some(Named { head, from: at, at, negated: false, cancels: false, willing: false })
}

/// The nearest noun for an act before `at` in the sentence.
pub(super) fn noun_before(line: &Line<'_>, at: usize) -> Option<(usize, String)> {
    let words =
        (at.saturating_sub(34)..at).rev().take_while(|&it| !matches!(line.word(it), ";" | "?"));
    let mut found = None;
    for it in words {
        if let Some((base, _)) = line.noun(it) {
            found = Some((it, base));
            // “a meeting between …, which …”: one in a phrase of place or time is not the subject.
            if !matches!(line.before(it, 1), "during" | "in" | "at" | "of") {
                break;
            }
        }
    }
    found
}

/// Verbs that tell a state, a forecast or a way of speaking, not an act, in order.
#[rustfmt::skip]
const STATIVE: &[&str] = &[
    "affect", "appear", "argue", "arrive", "assume", "average", "be", "beat", "become", "believe",
    "belong", "benefit", "call", "cause", "climb", "come", "comment", "contain", "cost", "damage",
    "decline", "depend", "describe", "deserve", "die", "differ", "do", "drop", "elaborate",
    "enjoy", "equal", "exceed", "exist", "expect", "explain", "fail", "fall", "fear", "feel",
    "figure", "find", "fit", "fly", "forget", "go", "grow", "happen", "harm", "have", "hear",
    "hope", "hurt", "identify", "imagine", "impact", "increase", "indicate", "know", "last",
    "learn", "let", "lie", "like", "live", "look", "lose", "love", "mark", "matter", "mean",
    "miss", "need", "notice", "outweigh", "owe", "prove", "read", "recall", "recognise", "recognize",
    "reflect", "regret", "remain", "remember", "represent", "require", "resemble", "result",
    "reveal", "rise", "run", "say", "score", "see", "seem", "shape", "shift", "show", "sit",
    "sleep", "sound", "spark", "speculate", "stand", "stay", "struggle", "succeed", "suffer",
    "suggest", "suppose", "survive", "talk", "tell", "tend", "think", "total", "trigger", "try",
    "turn", "understand", "wait", "want", "watch", "wear", "win", "wish", "wonder", "worry",
];

/// Whether a verb tells a state, a forecast or a way of speaking, not an act.
pub(super) fn is_stative(base: &str) -> bool {
    STATIVE.binary_search(&base).is_ok()
}
