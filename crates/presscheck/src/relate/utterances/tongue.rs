//! Tongues: whose words reach English readers through translators.

use crate::model::{Annotated, NameKind, Story, StoryEntityIx};
use crate::text::fold;

/// Whether a speaker's office or name says that he hardly spoke English: “the Kremlin spokesman”.
pub(super) fn is_translated(
    articles: &[Annotated],
    story: &Story,
    speaker: Option<StoryEntityIx>,
) -> bool {
    let Some(it) = speaker.and_then(|it| story.entities.get(it)) else { return false };
    let named = it.kind != NameKind::Person || !it.named;
    let roles = it
        .roles
        .iter()
        .map(|role| articles.get(role.article).map_or("", |it| role.span.of(&it.article.text)));
    roles.chain(it.variants.iter().map(String::as_str).filter(|_| named)).any(is_foreign)
}

/// Whether a description holds a word for a people or power that speaks another language.
pub(super) fn is_foreign(description: &str) -> bool {
    let folded = fold::plain(description);
    folded.split(|it: char| !it.is_alphabetic()).any(|word| FOREIGN.binary_search(&word).is_ok())
}

/// Words for states whose officials speak to their own press in another language than English, and
/// for the seats of their governments, folded and sorted. Our own list.
const FOREIGN: &[&str] = &[
    "afghan",
    "afghanistan",
    "albanian",
    "algeria",
    "algerian",
    "ankara",
    "arab",
    "argentina",
    "argentine",
    "armenian",
    "austria",
    "austrian",
    "azerbaijani",
    "baghdad",
    "beijing",
    "belarus",
    "belarusian",
    "belgian",
    "berlin",
    "bolivia",
    "bolivian",
    "brazil",
    "brazilian",
    "bulgarian",
    "cairo",
    "catalan",
    "chile",
    "chilean",
    "china",
    "chinese",
    "colombia",
    "colombian",
    "croatian",
    "cuba",
    "cuban",
    "czech",
    "damascus",
    "danish",
    "denmark",
    "dutch",
    "ecuadorian",
    "egypt",
    "egyptian",
    "elysee",
    "estonian",
    "finland",
    "finnish",
    "france",
    "french",
    "georgian",
    "german",
    "germany",
    "greece",
    "greek",
    "hamas",
    "havana",
    "hezbollah",
    "houthi",
    "hungarian",
    "hungary",
    "iceland",
    "icelandic",
    "indonesia",
    "indonesian",
    "iran",
    "iranian",
    "iraq",
    "iraqi",
    "israeli",
    "italian",
    "italy",
    "japan",
    "japanese",
    "jordanian",
    "kazakh",
    "korea",
    "korean",
    "kremlin",
    "kurdish",
    "kyiv",
    "latvian",
    "lebanese",
    "lebanon",
    "libya",
    "libyan",
    "lithuanian",
    "madrid",
    "mexican",
    "mexico",
    "moldovan",
    "moroccan",
    "moscow",
    "nicaraguan",
    "norwegian",
    "palestinian",
    "paris",
    "peru",
    "peruvian",
    "poland",
    "polish",
    "portugal",
    "portuguese",
    "pyongyang",
    "qatari",
    "riyadh",
    "romania",
    "romanian",
    "russia",
    "russian",
    "saudi",
    "senegalese",
    "seoul",
    "serbia",
    "serbian",
    "slovak",
    "slovenian",
    "spain",
    "spanish",
    "sudanese",
    "sweden",
    "swedish",
    "swiss",
    "syria",
    "syrian",
    "taiwan",
    "taiwanese",
    "taliban",
    "tehran",
    "thai",
    "thailand",
    "tokyo",
    "tunisian",
    "turkey",
    "turkish",
    "ukraine",
    "ukrainian",
    "uzbek",
    "vatican",
    "venezuela",
    "venezuelan",
    "vienna",
    "vietnam",
    "vietnamese",
    "warsaw",
    "yemeni",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_tells_the_language() {
        assert!(FOREIGN.is_sorted());
        assert!(is_foreign("Norwegian foreign minister"));
        assert!(!is_foreign("mayor of Port Elm"));
    }
}
