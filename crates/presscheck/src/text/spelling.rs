//! Spelling: words that British and American outlets write differently.

/// What the spellings of one English word have in common. Not a word itself: both sides of a
/// comparison go through it. `folded` is in lower case.
pub fn key(folded: &str) -> String {
    if !folded.is_ascii() || folded.len() < 3 {
        return folded.to_owned();
    }
    if let Some(pair) = PAIRS.iter().find(|it| it.0 == folded) {
        return pair.1.to_owned();
    }
    for (british, american, least) in ENDINGS {
        if let Some(stem) = folded.strip_suffix(british)
            && folded.len() >= *least
        {
            return format!("{stem}{american}");
        }
    }
    folded.to_owned()
}

/// A British ending, the American one, and the fewest letters of a word that it holds for: “our” is
/// no British “or”.
const ENDINGS: &[(&str, &str, usize)] = &[
    ("isations", "izations", 9),
    ("isation", "ization", 8),
    ("ising", "izing", 6),
    ("ised", "ized", 6),
    ("ises", "izes", 6),
    ("iser", "izer", 6),
    ("isers", "izers", 7),
    ("ise", "ize", 5),
    ("ysing", "yzing", 7),
    ("ysed", "yzed", 6),
    ("yses", "yzes", 6),
    ("yse", "yze", 6),
    ("ouring", "oring", 7),
    ("oured", "ored", 6),
    ("ourable", "orable", 8),
    ("ourite", "orite", 8),
    ("ourites", "orites", 9),
    ("ourhood", "orhood", 8),
    ("ourhoods", "orhoods", 9),
    ("ours", "ors", 6),
    ("our", "or", 5),
    ("elling", "eling", 7),
    ("elled", "eled", 6),
    ("eller", "eler", 7),
    ("ellers", "elers", 8),
    ("ellor", "elor", 7),
    ("alled", "aled", 8),
    ("alling", "aling", 9),
    ("tres", "ters", 6),
    ("tre", "ter", 5),
    ("bres", "bers", 6),
    ("bre", "ber", 5),
    ("ogues", "ogs", 7),
    ("ogue", "og", 6),
    ("ammes", "ams", 7),
    ("amme", "am", 6),
    ("fences", "fenses", 7),
    ("fence", "fense", 7),
    ("tence", "tense", 8),
    ("wards", "ward", 7),
];

/// Words whose spellings no ending tells.
const PAIRS: &[(&str, &str)] = &[
    ("acknowledgement", "acknowledgment"),
    ("adviser", "advisor"),
    ("advisers", "advisors"),
    ("afterwards", "afterward"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("amongst", "among"),
    ("axe", "ax"),
    ("cheque", "check"),
    ("cheques", "checks"),
    ("defence", "defense"),
    ("dreamt", "dreamed"),
    ("enrol", "enroll"),
    ("fulfil", "fulfill"),
    ("grey", "gray"),
    ("greys", "grays"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("judgements", "judgments"),
    ("kerb", "curb"),
    ("learnt", "learned"),
    ("leapt", "leaped"),
    ("licence", "license"),
    ("licences", "licenses"),
    ("marvellous", "marvelous"),
    ("mould", "mold"),
    ("mum", "mom"),
    ("offence", "offense"),
    ("offences", "offenses"),
    ("ok", "okay"),
    ("plough", "plow"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practising", "practicing"),
    ("pretence", "pretense"),
    ("pyjamas", "pajamas"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("scepticism", "skepticism"),
    ("skilful", "skillful"),
    ("smelt", "smelled"),
    ("spelt", "spelled"),
    ("spoilt", "spoiled"),
    ("storey", "story"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("whilst", "while"),
    ("wilful", "willful"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_and_american_spellings_of_a_word_agree() {
        let pairs = [
            ("organising", "organizing"),
            ("centre", "center"),
            ("labour", "labor"),
            ("travelled", "traveled"),
            ("dialogue", "dialog"),
            ("sceptical", "skeptical"),
            ("neighbourhood", "neighborhood"),
            ("towards", "toward"),
        ];
        for (british, american) in pairs {
            assert_eq!(key(british), key(american));
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (a, b) in [("our", "or"), ("four", "for"), ("filling", "filing"), ("fence", "fens")] {
            assert_ne!(key(a), key(b));
        }
    }
}
