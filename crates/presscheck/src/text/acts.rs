//! Acts: base forms of verbs and nouns, and which of them name the same kind of act.
//!
//! “Meet”, “summit” and “talks” can be one act in three articles. The families are our own list of
//! what news waits for; a word outside them stands for itself alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fold;

/// A kind of act that several words name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the words of each family say it, in the table below")]
pub enum Family {
    Meeting,
    Ballot,
    Deal,
    Attack,
    Penalty,
    Strike,
    Withdrawal,
    Truce,
    Court,
    Release,
    Resignation,
    Merger,
    Closure,
    Opening,
    Pay,
    Investment,
    Deployment,
    Law,
    Help,
    Removal,
    Evacuation,
    Inquiry,
    Appeal,
    Protest,
    Launch,
    Ceremony,
    Cuts,
    Drill,
    Diplomacy,
    Visit,
}

/// Nouns and verbs of each family, in base form.
const FAMILIES: &[(Family, &str, &str)] = &[
    (
        Family::Meeting,
        "meeting summit talk discussion conference gathering engagement sitting negotiation \
         conversation session roundtable round-table dialogue",
        "meet convene confer negotiate talk discuss",
    ),
    (
        Family::Ballot,
        "vote ballot election referendum runoff ratification by-election plebiscite approval",
        "vote ratify elect approve",
    ),
    (
        Family::Deal,
        "deal agreement accord contract pact treaty settlement compromise",
        "sign settle",
    ),
    (
        Family::Attack,
        "attack invasion assault offensive incursion bombardment airstrike raid war escalation",
        "invade attack bomb bombard assault",
    ),
    (
        Family::Penalty,
        "sanction consequence tariff penalty repercussion retaliation embargo cost reprisal",
        "sanction punish penalise penalize retaliate",
    ),
    (Family::Strike, "strike walkout stoppage lockout", "strike"),
    (
        Family::Withdrawal,
        "withdrawal pullout pullback pull-out pull-back retreat exit",
        "withdraw retreat exit leave",
    ),
    (Family::Truce, "ceasefire cease-fire truce armistice", ""),
    (
        Family::Court,
        "trial hearing arraignment sentencing retrial inquest verdict ruling charge prosecution",
        "arraign sentence prosecute charge indict testify rule plead sue",
    ),
    (Family::Release, "release swap exchange handover", "release free swap"),
    (Family::Resignation, "resignation", "resign quit retire"),
    (
        Family::Merger,
        "merger takeover acquisition buyout sale purchase",
        "merge acquire buy sell purchase",
    ),
    (Family::Closure, "closure shutdown lockdown closing", "close shut"),
    (Family::Opening, "reopening resumption", "reopen open resume"),
    (
        Family::Pay,
        "raise bonus payment compensation payout refund",
        "pay compensate refund reimburse",
    ),
    (Family::Investment, "investment", "invest"),
    (Family::Deployment, "deployment reinforcement", "deploy send"),
    (
        Family::Law,
        "bill law legislation resolution amendment ban moratorium decree",
        "pass enact legislate ban veto repeal amend sign",
    ),
    (Family::Help, "assistance aid relief support", "help assist aid support"),
    (
        Family::Removal,
        "extradition deportation expulsion impeachment",
        "extradite deport expel impeach oust",
    ),
    (Family::Evacuation, "evacuation", "evacuate"),
    (
        Family::Inquiry,
        "investigation probe inquiry review search audit inspection",
        "investigate probe search review audit inspect",
    ),
    (Family::Appeal, "appeal", "appeal"),
    (
        Family::Protest,
        "protest march rally demonstration boycott",
        "protest march rally demonstrate boycott",
    ),
    (Family::Launch, "launch rollout", "launch"),
    (Family::Ceremony, "vigil funeral memorial ceremony inauguration", "inaugurate"),
    (Family::Cuts, "layoff redundancy cutback", "fire dismiss"),
    (Family::Drill, "exercise drill manoeuvre maneuver", ""),
    (Family::Diplomacy, "diplomacy engagement", "engage"),
    (Family::Visit, "visit trip", "visit travel"),
];

/// What kind of act a word can name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Act {
    /// Its family.
    pub family: Family,
    /// Whether it can be a noun.
    pub noun: bool,
    /// Whether it can be a verb.
    pub verb: bool,
}

static ACTS: LazyLock<BTreeMap<&'static str, Act>> = LazyLock::new(|| {
    let mut found: BTreeMap<&'static str, Act> = BTreeMap::new();
    for &(family, nouns, verbs) in FAMILIES {
        for noun in nouns.split_whitespace() {
            found.entry(noun).or_insert(Act { family, noun: false, verb: false }).noun = true;
        }
        for verb in verbs.split_whitespace() {
            found.entry(verb).or_insert(Act { family, noun: false, verb: false }).verb = true;
        }
    }
    found
});

/// What kind of act the base form `base` names, if it is one that news waits for.
pub fn act(base: &str) -> Option<Act> {
    ACTS.get(base).copied()
}

/// Past forms that no rule gives.
const IRREGULAR: &[(&str, &str)] = &[
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("fell", "fall"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("had", "have"),
    ("has", "have"),
    ("heard", "hear"),
    ("held", "hold"),
    ("kept", "keep"),
    ("knew", "know"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leave"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("said", "say"),
    ("sent", "send"),
    ("shutdown", "shutdown"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("struck", "strike"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taken", "take"),
    ("thought", "think"),
    ("told", "tell"),
    ("took", "take"),
    ("went", "go"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("won", "win"),
    ("written", "write"),
];

/// The base form of a folded word, by rule: `planned` becomes `plan`, `ratifies` `ratify`.
///
/// Words of the families come out right; of others a rule may leave a letter too few or too many,
/// but always the same for the same word.
pub fn base(folded: &str) -> String {
    let word = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded);
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |it| it.0) {
        return IRREGULAR[at].1.to_owned();
    }
    if act(word).is_some() || word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    for (ending, instead) in [("ies", "y"), ("ied", "y")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|it| it.len() > 1) {
            return format!("{stem}{instead}");
        }
    }
    if word.ends_with("eed") {
        let verb = word.ends_with("reed") || word.ends_with("teed");
        return word.get(..word.len() - usize::from(verb)).unwrap_or(word).to_owned();
    }
    for ending in ["ed", "ing"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|it| it.len() > 1 && has_vowel(it)) {
            return verb_stem(stem);
        }
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !matches!(stem.as_bytes().last(), Some(b's' | b'u' | b'i')) => {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|it| b"aeiouy".contains(&it))
}

/// A verb without “-ed” or “-ing”: an “e” put back or a doubled letter dropped where English does.
fn verb_stem(stem: &str) -> String {
    let with_e = format!("{stem}e");
    if act(stem).is_some_and(|it| it.verb) {
        return stem.to_owned();
    }
    if act(&with_e).is_some() {
        return with_e;
    }
    let bytes = stem.as_bytes();
    let (last, before) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
    if last == before && !matches!(last, b'l' | b's' | b'e' | b'o' | b'z' | b'f') {
        return stem.get(..stem.len() - 1).unwrap_or(stem).to_owned();
    }
    let vowel = |it: u8| b"aeiou".contains(&it);
    let third = bytes.len().checked_sub(3).map(|at| bytes[at]);
    let needs_e = match last {
        b'c' | b'v' | b'z' | b'u' => true,
        b's' => before != b's',
        b'g' => matches!(before, b'r' | b'd' | b'a' | b'l') || stem.ends_with("eng"),
        b'r' => {
            stem.ends_with("quir")
                || matches!(before, b'i' | b'u') && third.is_some_and(|it| !vowel(it))
        }
        b't' => before == b'a' && third.is_some_and(|it| !vowel(it) || it == b'i' || it == b'u'),
        b'd' => matches!(before, b'i' | b'u') && third.is_some_and(|it| !vowel(it)),
        b'k' => matches!(before, b'a' | b'o') && third.is_some_and(|it| !vowel(it)),
        b'm' => before == b'u' || stem.ends_with("am"),
        b'l' => !vowel(before) && before != b'l' || stem.ends_with("dul"),
        b'n' => stem.ends_with("min") || stem.ends_with("clin") || stem.ends_with("bin"),
        _ => false,
    };
    if needs_e { with_e } else { stem.to_owned() }
}

/// The base form of a word as printed.
pub fn base_of(printed: &str) -> String {
    base(&fold::word(printed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_stand_in_order() {
        assert!(IRREGULAR.is_sorted());
    }

    #[test]
    fn forms_of_a_verb_have_one_base() {
        for (form, expected) in [
            ("agreed", "agree"),
            ("agrees", "agree"),
            ("planned", "plan"),
            ("proposed", "propose"),
            ("proposing", "propose"),
            ("ratifies", "ratify"),
            ("ratified", "ratify"),
            ("meetings", "meeting"),
            ("vowed", "vow"),
            ("pledging", "pledge"),
            ("promised", "promise"),
            ("threatened", "threaten"),
            ("required", "require"),
            ("negotiated", "negotiate"),
            ("merging", "merge"),
            ("withdrawn", "withdraw"),
            ("urged", "urge"),
            ("decided", "decide"),
            ("called", "call"),
            ("insisted", "insist"),
            ("scheduled", "schedule"),
            ("accepted", "accept"),
            ("offered", "offer"),
            ("denied", "deny"),
            ("denies", "deny"),
            ("talks", "talk"),
            ("sanctions", "sanction"),
            ("closing", "closing"),
            ("warned", "warn"),
            ("refused", "refuse"),
            ("committed", "commit"),
            ("expected", "expect"),
            ("demanded", "demand"),
            ("asked", "ask"),
            ("needed", "need"),
        ] {
            assert_eq!(base(form), expected, "{form}");
        }
    }

    #[test]
    fn a_verb_and_its_noun_are_one_family() {
        let family = |word| act(&base(word)).map(|it| it.family);
        assert_eq!(family("invaded"), family("invasion"));
        assert_eq!(family("summits"), family("met"));
        assert_ne!(family("summit"), family("ratify"));
        assert_eq!(family("table"), None);
    }
}
