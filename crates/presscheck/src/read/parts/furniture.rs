//! Furniture: lines that are not the article, known by their words alone.
//!
//! Menus, adverts, forms and credits read alike on all sites. A line is only judged here where its
//! words leave no doubt; the rest is decided by what stands around it.

use super::words::{AGENCIES, COUNTED, GIVEN, HOLDS, PICTURES, STARTS, WHOLE};
use crate::model::PartKind;
use crate::text::fold;

/// A verdict on a line, with its reason.
pub(in crate::read) type Verdict = (PartKind, &'static str);

/// No line of furniture that is known by how it begins or what it holds is longer, in bytes.
const LONGEST: usize = 240;

/// What a line is, where its words alone say so.
pub(in crate::read) fn verdict(line: &str) -> Option<Verdict> {
    let line = line.trim();
    if line.len() > LONGEST {
        return None;
    }
    let plain = fold::plain(line);
    let bare =
        plain.trim_matches(|it: char| !it.is_alphanumeric() && it != '©' && it != '™' && it != '(');
    if bare.is_empty() {
        // Marks alone part sections, in articles too; a few of them are buttons.
        return Some((PartKind::Chrome, "marks alone"));
    }
    credit(line, bare).or_else(|| chrome(line, &plain, bare))
}

fn chrome(line: &str, plain: &str, bare: &str) -> Option<Verdict> {
    let chrome = |reason| Some((PartKind::Chrome, reason));
    if WHOLE.binary_search(&bare).is_ok() {
        return chrome("a line of menus");
    }
    let quoted = line.contains(['“', '”', '"']);
    if !quoted && STARTS.iter().any(|it| bare.starts_with(it)) {
        return chrome("opens as site lines do");
    }
    if !quoted && HOLDS.iter().any(|it| plain.contains(it)) {
        return chrome("words of site lines");
    }
    if is_weather(bare) {
        return chrome("the weather");
    }
    if is_address_line(bare) {
        return chrome("an address or handle");
    }
    if is_count(bare) {
        return chrome("a counter");
    }
    if is_row_of_links(line, plain) {
        return chrome("a row of links");
    }
    None
}

/// “Home | World | Sport”, “News  Sports  Weather”, “Sign in | Subscribe”.
fn is_row_of_links(line: &str, plain: &str) -> bool {
    if line.matches(" | ").count() >= 2 || line.matches(" • ").count() >= 2 {
        return true;
    }
    let gap = if plain.contains(" | ") { " | " } else { "  " };
    let items: Vec<&str> = plain.split(gap).map(str::trim).filter(|it| !it.is_empty()).collect();
    let short = |it: &&str| it.split_whitespace().count() <= 3;
    items.len() >= 4 && items.iter().all(short)
        || items.len() >= 2 && items.iter().all(|it| WHOLE.binary_search(it).is_ok())
}

/// “12.8 C”, “54°F”, “Partly cloudy”.
fn is_weather(bare: &str) -> bool {
    let mut words = bare.split_whitespace();
    let number = |it: &str| {
        let digits = it.trim_end_matches(['c', 'f', '°', 'º']).trim_start_matches('-');
        (digits.parse::<f32>().is_ok(), it.ends_with(['c', 'f', '°', 'º']))
    };
    matches!(
        (words.next().map(number), words.next(), words.next()),
        (Some((true, true)), None, _)
            | (Some((true, _)), Some("c" | "f" | "°c" | "°f" | "ºc" | "ºf"), None)
    )
}

/// One address, handle or hashtag, or “someone@…” with few words.
fn is_address_line(bare: &str) -> bool {
    let n_words = bare.split_whitespace().count();
    (n_words <= 1 && (bare.starts_with("http") || bare.starts_with("www.")))
        || (n_words <= 6 && bare.contains('@') && !bare.contains(" said"))
}

/// “12 comments”, “3 min”, “1.2k shares”, “5 hours ago”.
fn is_count(bare: &str) -> bool {
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_number = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
    match words[..] {
        [n, what] => is_number(n) && COUNTED.contains(&what),
        [n, _, "ago"] => is_number(n),
        [n] => is_number(n) && n.len() <= 4 && !n.contains('%'),
        _ => false,
    }
}

fn credit(line: &str, bare: &str) -> Option<Verdict> {
    let credit = |reason| Some((PartKind::Credit, reason));
    if bare.contains('©') || bare.starts_with("copyright") || bare.starts_with("(c) ") {
        return Some(copyright(bare));
    }
    let at_start = bare.trim_start_matches(['-', ' ', '(']);
    let starts = |it: &str| at_start.starts_with(it.trim_start_matches('('));
    let given = GIVEN.iter().take(4).any(|it| bare.contains(it))
        || GIVEN.iter().skip(4).any(|it| starts(it));
    if given {
        return credit("who helped with it");
    }
    if PICTURES.iter().any(|it| bare.starts_with(it)) && !line.ends_with(['.', '?', '!']) {
        return credit("whose picture it is");
    }
    let last = bare.rsplit(['/', '|']).next().unwrap_or_default().trim();
    let via = bare.rsplit_once(" via ").map(|it| it.1);
    let n_words = bare.split_whitespace().count();
    let is_agency =
        |it: &str| AGENCIES.contains(&it.trim_matches(|it: char| !it.is_alphanumeric()));
    let signed = is_agency(last) && (bare.contains('/') || bare.contains('|'));
    if n_words <= 8 && (is_agency(bare) || signed || via.is_some_and(is_agency)) {
        return credit("signed by an agency");
    }
    None
}

/// A copyright line is a credit where it forbids to copy the text, as agencies' do; else the site's.
fn copyright(bare: &str) -> Verdict {
    let forbids = ["published, broadcast", "rewritten", "redistributed", "rewrite", "syndicat"];
    let agency = [
        "associated press",
        "agence france",
        "reuters",
        "agency",
        "bloomberg l",
        "news service",
        "dpa",
        "wire",
    ];
    if forbids.iter().chain(&agency).any(|it| bare.contains(it)) {
        (PartKind::Credit, "copyright line of an agency")
    } else {
        (PartKind::Chrome, "copyright line of a site")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Option<PartKind>, lines: &[&str]) {
        for it in lines {
            assert_eq!(verdict(it).map(|it| it.0), kind, "{it}");
        }
    }

    #[test]
    fn the_whole_lines_are_sorted() {
        assert!(WHOLE.is_sorted());
    }

    #[test]
    fn menus_adverts_and_forms_are_chrome() {
        check(
            Some(PartKind::Chrome),
            &[
                "Skip to Content",
                "  MENU ",
                "Advertisement",
                "Jump to comments ↓",
                "Read more:",
                "14.2 C",
                "54°F",
                "Sign up for our morning letter",
                "Please enter your comment!",
                "12 comments",
                "Home | World | Sport | Weather",
                "News  Courts  Tides  Classifieds  e-Edition",
                "Sign in | Subscribe",
                "Topics: Ferries, Vik",
                "desk@quay.example",
                "Copyright (c) 2031 The Quay",
                "* * *",
            ],
        );
    }

    #[test]
    fn credits_are_told_from_chrome() {
        check(
            Some(PartKind::Credit),
            &[
                "Bo Vik contributed to this report.",
                "—With assistance from Bo Vik",
                "(Reporting by Bo Vik; Editing by Ada Lund)",
                "Photo: Bo Vik",
                "Bo Vik/AFP",
                "AP",
                "© 2031 Norlin Press Agency. All rights reserved.",
                "Copyright 2031. This material may not be published, broadcast, rewritten or redistributed.",
            ],
        );
    }

    #[test]
    fn sentences_are_neither() {
        check(
            None,
            &[
                "The ferry sank off Vik.",
                "“Sign up for peace,” she said.",
                "Three boats",
                "What happens now",
                "He wrote to the mayor’s office and asked for more.",
                "Vik",
                "2031 was a hard year for the fleet.",
            ],
        );
    }
}
