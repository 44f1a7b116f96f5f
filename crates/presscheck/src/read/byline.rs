//! Bylines: who wrote an article, out of lines such as “By Ada Lund and Bo Vik, Norlin Wire”.

use crate::text::fold;

/// Who wrote an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Byline {
    /// Persons, in the order in which they stand.
    pub(super) persons: Vec<String>,
    /// An agency, a desk or an outlet.
    pub(super) agency: Option<String>,
}

impl Byline {
    /// The names as one line, “Ada Lund, Bo Vik and Norlin Wire”; empty if there are none.
    pub(super) fn line(&self) -> String {
        let names: Vec<&str> =
            self.persons.iter().chain(&self.agency).map(String::as_str).collect();
        match names[..] {
            [ref before @ .., last] if !before.is_empty() => {
                format!("{} and {last}", before.join(", "))
            }
            _ => names.concat(),
        }
    }
}

/// Words that open a byline, in the languages of most news on the web.
const OPENERS: &[&str] = &[
    "by",
    "written by",
    "words by",
    "text by",
    "story by",
    "reported by",
    "reporting by",
    "posted by",
    "published by",
    "edited by",
    "von",
    "par",
    "por",
    "di",
    "da",
    "av",
    "door",
    "text",
    "autor",
    "autor:",
    "author",
    "author:",
    "authors:",
    "автор",
    "yazan",
    "by:",
    "écrit par",
    "texte",
    "tekst",
    "foto",
    "af",
    "oleh",
];

/// Reads the names in a byline; `own` is the outlet's name, which is no author.
pub(super) fn read(line: &str, own: Option<&str>) -> Byline {
    let mut found = Byline::default();
    let own = own.map(fold::plain);
    for part in parts(unopened(line)) {
        let Some(name) = cleaned(&part) else { continue };
        if own.as_deref() == Some(fold::plain(&name).as_str()) {
            continue;
        }
        if name.chars().count() < 3 || OPENERS.contains(&fold::plain(&name).as_str()) {
            continue;
        }
        if is_agency(&name) {
            found.agency.get_or_insert(name);
        } else if is_person(&name) && !found.persons.contains(&name) && found.persons.len() < 20 {
            found.persons.push(name);
        }
    }
    found
}

/// Names that a page gives one by one for machines, with whether it calls them persons: these are
/// believed as they stand, though they are a firm's or a nickname.
pub(super) fn named(names: &[(&str, bool)], own: Option<&str>) -> Byline {
    let mut found = Byline::default();
    for (name, is_person) in names {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = name.trim_matches(|it: char| matches!(it, ',' | ';' | '|' | '-')).trim();
        let opened = unopened(name);
        let is_name = !opened.is_empty()
            && opened.len() <= 120
            && !opened.contains("://")
            && !NO_WRITERS.contains(&opened.to_lowercase().as_str());
        if !is_name {
            continue;
        }
        let is_own = own.is_some_and(|it| fold::plain(it) == fold::plain(opened));
        if is_own || !is_person || (is_agency(opened) && !opened.contains(',')) {
            found.agency.get_or_insert(opened.to_owned());
        } else if !found.persons.iter().any(|it| it == opened) && found.persons.len() < 20 {
            found.persons.push(opened.to_owned());
        }
    }
    if !found.persons.is_empty() && found.agency.as_deref().is_some_and(|it| Some(it) == own) {
        found.agency = None;
    }
    found
}

/// What stands where a writer's name should, in lower case.
const NO_WRITERS: &[&str] = &[
    "admin",
    "administrator",
    "author",
    "null",
    "none",
    "undefined",
    "n/a",
    "unknown",
    "user",
    "-",
];

/// Whether a line opens as a byline does and holds names.
pub(super) fn is_line(line: &str) -> bool {
    let line = line.trim();
    let opened = unopened(line);
    if line.len() > 200 || opened.len() == line.len() {
        return false;
    }
    let lower = fold::plain(line);
    let sure =
        ["by ", "by:", "written by", "von ", "par ", "por ", "words by", "story by", "posted by"];
    sure.iter().any(|it| lower.starts_with(it))
        && opened.starts_with(|it: char| it.is_uppercase() || !it.is_ascii())
        && !line.ends_with(['.', '?', '!', '”', '"'])
        && opened.split_whitespace().count() <= 25
}

/// Whether a line is a byline's opening and no more: the name stands in the next one.
pub(super) fn is_opener(line: &str) -> bool {
    let plain = fold::plain(line.trim().trim_end_matches(':'));
    matches!(
        plain.as_str(),
        "by" | "written by"
            | "words by"
            | "author"
            | "article by"
            | "posted by"
            | "von"
            | "par"
            | "por"
            | "text"
    )
}

/// The line without the word that opens it.
pub(super) fn unopened(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '–', '—', '|', '•', '·']).trim_start();
    let lower = line.to_lowercase();
    let opener = OPENERS
        .iter()
        .filter(|it| {
            lower.strip_prefix(**it).is_some_and(|it| it.starts_with([' ', ':', '\u{a0}']))
        })
        .max_by_key(|it| it.len());
    let Some(opener) = opener else { return line };
    let rest = line.get(opener.len()..).unwrap_or_default();
    rest.trim_start_matches(|it: char| it.is_whitespace() || it == ':')
}

fn parts(line: &str) -> Vec<String> {
    let mut line = format!(" {line} ");
    for and in [
        " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " with ", " AND ", " i ",
        " и ", " ve ", " & ",
    ] {
        line = line.replace(and, "\n");
    }
    line.split(['\n', ',', ';', '|', '•', '·', '/', '\t', '–', '—', '●'])
        .map(str::to_owned)
        .collect()
}

/// A name without address, brackets and place.
fn cleaned(part: &str) -> Option<String> {
    let part = part.split(['(', '[', '@', '<']).next().unwrap_or_default();
    let part = part.split(" for ").next().unwrap_or_default();
    let part = part.split(" in ").next().unwrap_or_default();
    let part = unopened(part);
    let part = part.trim_matches(|it: char| !it.is_alphanumeric() && it != '.');
    let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
    (!part.is_empty()).then_some(part)
}

/// Words of an agency’s, a desk’s or an outlet’s name.
#[rustfmt::skip]
const AGENCY_WORDS: &[&str] = &[
    "agency", "press", "news", "wire", "staff", "desk", "team", "editors", "editorial", "media",
    "reuters", "afp", "ap", "dpa", "efe", "ansa", "bloomberg", "associated", "newsroom",
    "redaktion", "redazione", "redaccion", "redaction", "service", "network", "times", "post",
    "correspondents", "newspaper", "magazine", "tv", "radio", "agencies", "agenturen", "online",
    "inc", "group", "company", "llc", "blog", "admin", "administrator", "guest", "contributor",
    "reporters", "writers", "board", "newswire", "apa", "ats", "tass", "xinhua", "pti", "ians",
];

/// Words that no person’s name holds.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "updated", "published", "posted", "min", "read", "minutes", "am", "pm", "reporter", "editor",
    "correspondent", "writer", "photographer", "photos", "photo", "video", "share", "comments",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "chief", "director", "senior", "special", "columnist", "producer", "analyst",
    "professor", "university", "http", "https", "www", "politics", "world", "business", "sports",
    "redakteur", "redakteurin", "korrespondent", "journaliste", "periodista", "giornalista",
    "founder", "ceo", "twitter", "facebook", "role", "name", "type", "author", "authors", "more", "view", "all", "see", "follow", "about",
];

/// Whether a name is an agency’s, a desk’s or an outlet’s.
fn is_agency(name: &str) -> bool {
    let folded = fold::plain(name);
    folded.split(|it: char| !it.is_alphanumeric()).any(|it| AGENCY_WORDS.contains(&it))
        || name.contains(".com")
}

/// Two to five words that begin with capitals, particles aside; one word where it is a name of a
/// kind that people sign with.
fn is_person(name: &str) -> bool {
    if name.chars().any(|it| it.is_ascii_digit()) || name.len() > 60 {
        return false;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded = fold::plain(name);
    let is_capital =
        |it: &&&str| it.chars().find(|it| it.is_alphabetic()).is_some_and(|it| !it.is_lowercase());
    !folded.split(|it: char| !it.is_alphanumeric()).any(|it| NO_NAMES.contains(&it))
        && (1..=6).contains(&words.len())
        && words.iter().filter(is_capital).count() * 2 > words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, persons: &[&str], agency: Option<&str>) {
        let it = read(line, Some("The Quay"));
        assert_eq!(it.persons, persons, "{line}");
        assert_eq!(it.agency.as_deref(), agency, "{line}");
    }

    #[test]
    fn persons_stand_one_after_the_other() {
        check(
            "By Ada Lund, Bo van Vik and Zoë Díaz",
            &["Ada Lund", "Bo van Vik", "Zoë Díaz"],
            None,
        );
        check("Von Ada Lund und Bo Vik", &["Ada Lund", "Bo Vik"], None);
        check("Ada Lund; Bo Vik", &["Ada Lund", "Bo Vik"], None);
    }

    #[test]
    fn roles_places_and_the_outlet_are_no_names() {
        check("By Ada Lund, diplomatic correspondent", &["Ada Lund"], None);
        check("By Ada Lund in Vik | The Quay", &["Ada Lund"], None);
        check("By Ada Lund (ada@quay.example) Updated 9:30", &["Ada Lund"], None);
    }

    #[test]
    fn an_agency_stands_apart() {
        check("By NORLIN PRESS AGENCY", &[], Some("NORLIN PRESS AGENCY"));
        check("By Ada Lund, Norlin News", &["Ada Lund"], Some("Norlin News"));
    }

    #[test]
    fn names_given_for_machines_are_believed() {
        let line = |names: &[(&str, bool)]| named(names, Some("The Quay")).line();
        assert_eq!(line(&[("ada", true), ("Bo Vik, MD", true)]), "ada and Bo Vik, MD");
        assert_eq!(line(&[("The Quay", false)]), "The Quay");
        assert_eq!(line(&[("Ada Lund", true), ("The Quay", false)]), "Ada Lund");
        assert_eq!(line(&[("https://quay.example/ada", true), ("admin", true)]), "");
    }

    #[test]
    fn a_sentence_is_no_byline() {
        for it in [
            "By Monday, 40 boats had left.",
            "by all means",
            "Bygdøy",
            "By then the harbour, which had been closed for a week, was full of ships again.",
        ] {
            assert!(!is_line(it), "{it}");
        }
        assert!(is_line("By Ada Lund, Staff Writer"));
    }
}
