//! Words of who denies, doubts or leaves open what somebody else states.

/// Ways to go against something that are no one's stance on a plan. Each stands for itself in
/// general English; none needs to know what is denied.
pub(super) const AGAINST: &[&str] = &[
    "no evidence",
    "no proof",
    "no indication",
    "no sign of",
    "no signs of",
    "no basis",
    "no truth",
    "not true",
    "is false",
    "was false",
    "are false",
    "were false",
    "as false",
    "it false",
    "them false",
    "a lie",
    "lies",
    "a hoax",
    "fake",
    "fabricated",
    "fabrication",
    "groundless",
    "contradicted",
    "contradicts",
    "contrary to",
    "disputed",
    "disputes",
    "wrongly",
    "misleading",
    "inaccurate",
    "provocation",
];

/// Ways to leave something open.
pub(super) const OPEN: &[&str] = &[
    "unclear",
    "not clear",
    "not immediately clear",
    "not yet clear",
    "not known",
    "not yet known",
    "unconfirmed",
    "could not be verified",
    "not independently verified",
    "could not independently",
    "provisionally",
    "provisional",
    "tentatively",
    "no date",
    "no plans",
    "no timetable",
];

/// Words of who does not believe what is said.
pub(super) const DOUBTING: &[&str] = &[
    "doubt",
    "doubts",
    "doubted",
    "doubtful",
    "unlikely",
    "certain",
    "sceptical",
    "skeptical",
    "whether",
    "implausible",
    "unrealistic",
    "far-fetched",
    "downplayed",
    "downplay",
];

/// Words of who leaves open whether it is so; who has no comment leaves nothing open.
pub(super) const UNSETTLED: &[&str] = &[
    "confirm",
    "confirmed",
    "confirmation",
    "verify",
    "verified",
    "acknowledged",
    "decided",
    "determined",
    "decision",
    "settled",
    "finalised",
    "finalized",
    "certain",
    "clear",
    "early",
    "premature",
    "plans",
    "preparations",
    "seen",
    "indication",
];

/// Words that point back to what was said before.
pub(super) const POINTING: &[&str] = &["it", "this", "these", "those", "such", "them"];

/// Nouns for what others have said.
pub(super) const SAYINGS: &[&str] = &[
    "accounts",
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "argument",
    "assertion",
    "assertions",
    "assessment",
    "charge",
    "charges",
    "claim",
    "claims",
    "criticism",
    "idea",
    "news",
    "notion",
    "report",
    "reports",
    "rumors",
    "rumours",
    "speculation",
    "suggestion",
    "suggestions",
    "warning",
    "warnings",
];

/// Stems of words that say how something is told, not what.
pub(super) const LIGHT: &[&str] = &[
    "account",
    "accus",
    "agenda",
    "alleg",
    "announc",
    "assert",
    "begin",
    "claim",
    "concret",
    "confirm",
    "continu",
    "dat",
    "declar",
    "deny",
    "detail",
    "evidenc",
    "format",
    "idea",
    "immediat",
    "insist",
    "intent",
    "intention",
    "launch",
    "location",
    "moment",
    "notion",
    "official",
    "plan",
    "potenti",
    "preparation",
    "proof",
    "proposal",
    "prospect",
    "refus",
    "reject",
    "report",
    "schedul",
    "see",
    "specific",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
    "structur",
    "warn",
];

/// How “should not”, “cannot” and the like begin.
pub(super) const MODALS: &[&str] =
    &["can", "could", "should", "would", "must", "may", "might", "ca", "wo"];

#[cfg(test)]
mod tests {
    #[test]
    fn light_words_stand_in_order() {
        assert!(super::LIGHT.is_sorted());
    }
}
