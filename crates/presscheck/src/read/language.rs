//! The language of a text, guessed from its letters where the page does not state it.

use whatlang::Lang;

/// So much of a text is enough to tell, in bytes.
const ENOUGH: usize = 4000;

/// A BCP 47 tag; `und` where the text is too short or too odd to tell.
pub(super) fn of(text: &str) -> String {
    let end = (ENOUGH.min(text.len())..=text.len()).find(|it| text.is_char_boundary(*it));
    let head = text.get(..end.unwrap_or(text.len())).unwrap_or(text);
    let found = whatlang::detect(head);
    // Below a few sentences of Latin letters the guess is no better than the most frequent language.
    let sure =
        found.as_ref().filter(|it| it.is_reliable() || it.script() != whatlang::Script::Latin);
    match sure.map(whatlang::Info::lang) {
        Some(lang) => tag(lang).to_owned(),
        None if found.is_some() => "en".to_owned(),
        None => "und".to_owned(),
    }
}

#[rustfmt::skip]
const TAGS: &[(Lang, &str)] = &[
    (Lang::Eng, "en"), (Lang::Deu, "de"), (Lang::Fra, "fr"), (Lang::Spa, "es"), (Lang::Por, "pt"),
    (Lang::Ita, "it"), (Lang::Nld, "nl"), (Lang::Swe, "sv"), (Lang::Dan, "da"), (Lang::Nob, "nb"),
    (Lang::Fin, "fi"), (Lang::Pol, "pl"), (Lang::Ces, "cs"), (Lang::Slk, "sk"), (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"), (Lang::Srp, "sr"), (Lang::Bul, "bg"), (Lang::Ron, "ro"), (Lang::Hun, "hu"),
    (Lang::Ell, "el"), (Lang::Tur, "tr"), (Lang::Rus, "ru"), (Lang::Ukr, "uk"), (Lang::Bel, "be"),
    (Lang::Lit, "lt"), (Lang::Lav, "lv"), (Lang::Est, "et"), (Lang::Heb, "he"), (Lang::Ara, "ar"),
    (Lang::Pes, "fa"), (Lang::Urd, "ur"), (Lang::Hin, "hi"), (Lang::Ben, "bn"), (Lang::Tam, "ta"),
    (Lang::Tel, "te"), (Lang::Mar, "mr"), (Lang::Guj, "gu"), (Lang::Pan, "pa"), (Lang::Mal, "ml"),
    (Lang::Kan, "kn"), (Lang::Nep, "ne"), (Lang::Sin, "si"), (Lang::Mya, "my"), (Lang::Khm, "km"),
    (Lang::Tha, "th"), (Lang::Vie, "vi"), (Lang::Ind, "id"), (Lang::Jav, "jv"), (Lang::Tgl, "tl"),
    (Lang::Cmn, "zh"), (Lang::Jpn, "ja"), (Lang::Kor, "ko"), (Lang::Kat, "ka"), (Lang::Hye, "hy"),
    (Lang::Aze, "az"), (Lang::Uzb, "uz"), (Lang::Tuk, "tk"), (Lang::Amh, "am"), (Lang::Afr, "af"),
    (Lang::Cat, "ca"), (Lang::Lat, "la"), (Lang::Epo, "eo"), (Lang::Yid, "yi"), (Lang::Zul, "zu"),
    (Lang::Sna, "sn"), (Lang::Aka, "ak"), (Lang::Ori, "or"), (Lang::Mkd, "mk"),
];

/// The two-letter code where there is one.
fn tag(lang: Lang) -> &'static str {
    TAGS.iter().find(|it| it.0 == lang).map_or("und", |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_few_sentences_tell_the_language() {
        assert_eq!(
            of("The ferry sank off Vik on Sunday, and fourteen people drowned there."),
            "en"
        );
        assert_eq!(
            of("Die Fähre sank am Sonntag vor der Küste, und vierzehn Menschen ertranken."),
            "de"
        );
        assert_eq!(of("Министр сказал, что они не уйдут до воскресенья."), "ru");
        assert_eq!(of("部长说：“周日之前我们不会离开。”"), "zh");
    }

    #[test]
    fn too_little_text_tells_nothing() {
        assert_eq!(of("14"), "und");
        assert_eq!(of("No."), "en");
    }
}
