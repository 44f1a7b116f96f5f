//! Base forms: `planned` is `plan`, `ratifies` is `ratify`.

use super::act;
use crate::text::fold;

/// Past forms that no rule gives.
const IRREGULAR: &[(&str, &str)] = &[
    ("am", "be"),
    ("are", "be"),
    ("became", "become"),
    ("been", "be"),
    ("began", "begin"),
    ("begun", "begin"),
    ("being", "be"),
    ("bore", "bear"),
    ("borne", "bear"),
    ("bought", "buy"),
    ("bound", "bind"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("created", "create"),
    ("creating", "create"),
    ("crept", "creep"),
    ("dealt", "deal"),
    ("did", "do"),
    ("does", "do"),
    ("done", "do"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("dug", "dig"),
    ("fallen", "fall"),
    ("fed", "feed"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("forbade", "forbid"),
    ("forbidden", "forbid"),
    ("foregone", "forego"),
    ("foresaw", "foresee"),
    ("forgave", "forgive"),
    ("forgiven", "forgive"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("fought", "fight"),
    ("found", "find"),
    ("froze", "freeze"),
    ("frozen", "freeze"),
    ("gave", "give"),
    ("given", "give"),
    ("goes", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("had", "have"),
    ("has", "have"),
    ("having", "have"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("hung", "hang"),
    ("is", "be"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("lain", "lie"),
    ("leapt", "leap"),
    ("led", "lead"),
    ("left", "leave"),
    ("lent", "lend"),
    ("lit", "light"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("mistook", "mistake"),
    ("outdid", "outdo"),
    ("overridden", "override"),
    ("overrode", "override"),
    ("oversaw", "oversee"),
    ("overseen", "oversee"),
    ("overthrew", "overthrow"),
    ("overthrown", "overthrow"),
    ("paid", "pay"),
    ("ran", "run"),
    ("rebuilt", "rebuild"),
    ("redrawn", "redraw"),
    ("redrew", "redraw"),
    ("repaid", "repay"),
    ("reran", "rerun"),
    ("resold", "resell"),
    ("retook", "retake"),
    ("rewritten", "rewrite"),
    ("rewrote", "rewrite"),
    ("risen", "rise"),
    ("rode", "ride"),
    ("rose", "rise"),
    ("said", "say"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shaken", "shake"),
    ("shook", "shake"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("shrank", "shrink"),
    ("shutdown", "shutdown"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("strove", "strive"),
    ("struck", "strike"),
    ("stuck", "stick"),
    ("sunk", "sink"),
    ("swept", "sweep"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taken", "take"),
    ("taught", "teach"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("undertaken", "undertake"),
    ("undertook", "undertake"),
    ("undid", "undo"),
    ("undone", "undo"),
    ("upheld", "uphold"),
    ("was", "be"),
    ("went", "go"),
    ("were", "be"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("withheld", "withhold"),
    ("withstood", "withstand"),
    ("woke", "wake"),
    ("won", "win"),
    ("wore", "wear"),
    ("worn", "wear"),
    ("written", "write"),
    ("wrote", "write"),
];

/// The base form of a folded word, by rule: `planned` becomes `plan`, `ratifies` `ratify`.
///
/// Words of the families come out right; of others a rule may leave a letter too few or too many,
/// but always the same for the same word.
pub fn base(folded: &str) -> String {
    let word = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded);
    // “Re-open” is “reopen”.
    let joined = word.strip_prefix("re-").map(|it| format!("re{it}"));
    let word = joined.as_deref().unwrap_or(word);
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
    if last == before && bytes.len() > 3 && !matches!(last, b'l' | b's' | b'e' | b'o' | b'z' | b'f')
    {
        return stem.get(..stem.len() - 1).unwrap_or(stem).to_owned();
    }
    let vowel = |it: u8| b"aeiou".contains(&it);
    if stem.starts_with("quot") {
        return with_e;
    }
    let third = bytes.len().checked_sub(3).map(|at| bytes[at]);
    // “Citing”, “hoped”: one short syllable would have doubled its last letter.
    let syllables = bytes.windows(2).filter(|it| vowel(it[0]) && !vowel(it[1])).count();
    let short = syllables == 1 && vowel(before) && third.is_none_or(|it| !vowel(it));
    if short && !vowel(last) && !matches!(last, b'w' | b'x' | b'y' | b'h') {
        return with_e;
    }
    // “Cancelled” has one “l” too many, “called” has not.
    if stem.ends_with("ll") && syllables > 1 && matches!(third, Some(b'e' | b'o' | b'i')) {
        return stem.get(..stem.len() - 1).unwrap_or(stem).to_owned();
    }
    let needs_e = match last {
        b'c' | b'v' | b'z' | b'u' => true,
        b's' => before != b's',
        b'g' => matches!(before, b'r' | b'd' | b'a' | b'l') || stem.ends_with("eng"),
        b'r' => {
            stem.ends_with("quir")
                || stem.ends_with("ar") && third.is_some_and(|it| !vowel(it))
                || ["explor", "restor", "ignor", "ador", "implor", "deplor"].contains(&stem)
                || matches!(before, b'i' | b'u') && third.is_some_and(|it| !vowel(it))
        }
        b't' if before == b'u' => syllables > 1,
        b't' => before == b'a' && third.is_some_and(|it| !vowel(it) || it == b'i' || it == b'u'),
        // “Persuaded”, “evaded”, not “loaded”.
        b'd' if before == b'a' => third.is_some_and(|it| !vowel(it) || it == b'u'),
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
}
