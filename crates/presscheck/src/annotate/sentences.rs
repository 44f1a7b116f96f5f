//! Sentences: where one ends and the next begins.
//!
//! A line is at most one paragraph, as in copied pages; a line that breaks off in mid-sentence runs
//! on into the next. What a paragraph's stops mean is decided by the word before and the word after.

use crate::model::{Article, PartKind, Sentence, Span};

/// Longest sentence in bytes. No writer's sentence comes near; a text without stops is cut here, at
/// a blank, so that whoever reads sentences need not fear for their length.
const MOST_BYTES: usize = 6_000;

/// A line shorter than this that lacks a stop is a headline or a list entry, not the first half of
/// a sentence: mail and old agency copy break lines at 65 to 80 characters.
const LEAST_BROKEN_LINE: usize = 50;

/// Finds the sentences of the parts that tell the story, in text order.
pub(super) fn find(article: &Article) -> Vec<Sentence> {
    of_stretches(&article.text, stretches(article))
}

/// Finds the sentences of stretches of a text.
pub(super) fn of_stretches(text: &str, stretches: Vec<Span>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    for stretch in stretches {
        for span in paragraphs(text, stretch) {
            for span in split(text, span) {
                found.push(Sentence { span, paragraph });
            }
            paragraph += 1;
        }
    }
    found
}

/// The telling parts, with neighbours of one kind joined: a reader may give each line its own part.
fn stretches(article: &Article) -> Vec<Span> {
    let mut found: Vec<(PartKind, Span)> = Vec::new();
    for part in article.telling() {
        match found.last_mut() {
            Some((kind, span)) if *kind == part.kind && span.end() == part.span.start() => {
                *span = span.join(part.span);
            }
            _ => found.push((part.kind, part.span)),
        }
    }
    found.into_iter().map(|(_, span)| span).collect()
}

/// Lines, with those that run on joined to the next, without white space at either end.
fn paragraphs(text: &str, stretch: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut start = stretch.start();
    let mut runs_on = false;
    for line in stretch.of(text).split_inclusive('\n') {
        let span = Span::checked(text, start, start + line.len());
        start += line.len();
        let Some(span) = span.map(|it| it.trimmed(text)) else { continue };
        if span.is_empty() {
            runs_on = false;
            continue;
        }
        let words = span.of(text);
        match found.last_mut() {
            Some(last) if runs_on && words.starts_with(char::is_lowercase) => {
                *last = last.join(span);
            }
            _ => found.push(span),
        }
        runs_on = words.len() >= LEAST_BROKEN_LINE
            && words.ends_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '-'));
    }
    found
}

/// The sentences of one paragraph.
fn split(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let (start, end) = (paragraph.start() + start, paragraph.start() + end);
        let span = Span::checked(text, start, end).map(|it| it.trimmed(text));
        found.extend(span.filter(|it| !it.is_empty()));
    };
    let dateline = dateline(words);
    let mut chars = words.char_indices();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            _ if at < dateline => (at + c.len_utf8() == dateline).then_some(dateline),
            '.' | '!' | '?' | '…' | '。' | '！' | '？' => {
                let end = at + marks_after(words, at);
                ends_here(words, at, end).then_some(end)
            }
            '•' | '▪' | '●' if at > start => Some(at),
            _ if at - start > MOST_BYTES && c.is_whitespace() => Some(at),
            _ => None,
        };
        if let Some(end) = end {
            push(start, end);
            start = end;
            while chars.offset() < end {
                chars.next();
            }
        }
    }
    push(start, words.len());
    found
}

/// Where the dateline that opens a paragraph ends, after its dash, in bytes; 0 without one. “VIK,
/// Norland (MPA) — ” says where and by whom, and is no part of the sentence that follows.
fn dateline(words: &str) -> usize {
    /// In bytes; the longest we met has a town, a country, a day and an agency.
    const LONGEST: usize = 80;
    let start = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or_default();
    let dash = ["—", "–", " -- ", " - "]
        .iter()
        .filter_map(|it| Some((start.find(it)?, it.len())))
        .min()
        .filter(|(at, _)| *at > 0);
    let Some((at, len)) = dash else { return 0 };
    let (place, rest) = (start.get(..at).unwrap_or_default().trim_end(), at + len);
    let is_place = |it: &str| {
        it.starts_with(|c: char| !c.is_lowercase()) || matches!(it, "de" | "of" | "and" | "del")
    };
    let town = place.split([',', ' ']).next().unwrap_or_default();
    let loud = town.chars().filter(|it| it.is_uppercase()).count() >= 3
        && !town.chars().any(char::is_lowercase);
    let signed = place.ends_with(')') && place.contains(" (");
    let opens = words.get(rest..).unwrap_or_default().trim_start();
    let opens = opens.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c));
    let is_one = (loud || signed)
        && opens
        && place.split_whitespace().all(is_place)
        && place.split_whitespace().count() <= 9;
    if is_one { rest } else { 0 }
}

/// How many bytes the stop at `at` takes with the stops, closing quotation marks and brackets that
/// follow it.
fn marks_after(words: &str, at: usize) -> usize {
    let rest = words.get(at..).unwrap_or_default();
    let stops = rest.trim_start_matches(|c| ".!?…。！？".contains(c));
    let closed = stops.trim_start_matches(['"', '”', '’', '\'', '»', ')', ']', '」', '』']);
    // `left."We` lacks a blank: that mark opens the next sentence and does not close this one.
    let opens = closed.starts_with(char::is_alphanumeric) && stops.starts_with(['"', '\'']);
    rest.len() - if opens { stops.len() } else { closed.len() }
}

/// Whether the stop at `at`, which with its closing marks goes up to `end`, ends a sentence.
fn ends_here(words: &str, at: usize, end: usize) -> bool {
    let (before, rest) =
        (words.get(..at).unwrap_or_default(), words.get(end..).unwrap_or_default());
    let marks = words.get(at..end).unwrap_or_default();
    if marks.starts_with(['。', '！', '？']) {
        return true;
    }
    let next = rest.trim_start();
    if next.is_empty() {
        return true;
    }
    let opens = next.starts_with(['“', '«', '„']);
    if rest.len() == next.len() && !opens && !(next.starts_with('"') && marks.len() == 1) {
        return false;
    }
    let next =
        next.trim_start_matches(['"', '“', '‘', '\'', '«', '„', '(', '[', '—', '–', '-', ' ']);
    if next.starts_with(char::is_lowercase) {
        return false;
    }
    let closed = marks.ends_with(['"', '”', '’', '\'', '»']);
    if closed && !marks.starts_with('.') && tells_who_spoke(next) {
        return false;
    }
    !marks.eq(".") || !is_abbreviation(last_word(before), next)
}

/// Whether words after “…?”” say who asked: “Ortiz said.”
fn tells_who_spoke(next: &str) -> bool {
    next.split(|c: char| c.is_whitespace() || c == ',')
        .take(5)
        .any(|it| SPOKE.contains(&it.trim_end_matches(['.', ':'])))
}

/// The word that ends `before`, with the full stops inside it, cut at 12 bytes or so: longer words
/// are no abbreviations.
fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take(12)
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '&'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    before.get(start..).unwrap_or_default()
}

/// Whether a full stop between `word` and `next` belongs to the word.
fn is_abbreviation(word: &str, next: &str) -> bool {
    let lower = word.to_lowercase();
    let next_word =
        next.split(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    let digit = next.starts_with(|c: char| c.is_ascii_digit());
    let mut letters = word.chars();
    let single = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    if TITLES.contains(&lower.as_str()) {
        return true;
    }
    if BEFORE_NUMBERS.contains(&lower.as_str()) {
        return digit || !is_starter(next_word);
    }
    if matches!(lower.as_str(), "a.m" | "p.m") {
        return digit
            || OF_TIMES.contains(&next_word)
            || OF_TIMES.contains(&next_word.trim_end_matches('.'))
            || !next_word.starts_with(char::is_uppercase);
    }
    let dotted = lower.contains('.') && lower.split('.').all(|it| it.chars().count() == 1);
    if single && word != "I" || dotted || OTHERS.contains(&lower.as_str()) {
        return !is_starter(next_word);
    }
    false
}

/// Whether a capital is due to the start of a sentence: no name begins with such a word.
fn is_starter(word: &str) -> bool {
    STARTERS.contains(&word)
}

/// Abbreviations that a name follows, without their stop.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "gov", "sen", "rep", "lt", "col", "sgt", "capt", "cpl",
    "maj", "cmdr", "adm", "pvt", "rev", "hon", "st", "mt", "ft", "messrs", "sens", "reps", "gens",
    "supt", "det", "insp", "vs", "e.g", "i.e", "pres", "amb", "msgr", "mme", "mlle",
];

/// Abbreviations that a number follows, months among them.
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "vol", "pp", "fig", "figs", "art", "sec", "ch", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sept", "sep", "oct", "nov", "dec", "eq", "ca", "approx",
];

/// Other abbreviations: they may end a sentence.
const OTHERS: &[&str] = &[
    "inc", "ltd", "corp", "co", "bros", "jr", "sr", "etc", "al", "dept", "univ", "assn", "ave",
    "blvd", "rd", "est", "cf", "viz", "ph.d", "calif", "ala", "ariz", "ark", "colo", "conn", "del",
    "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo",
    "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
    "intl", "govt",
];

/// What follows “a.m.” inside a sentence.
const OF_TIMES: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "EST",
    "EDT",
    "ET",
    "CST",
    "CDT",
    "CT",
    "PST",
    "PDT",
    "PT",
    "GMT",
    "UTC",
    "BST",
    "CET",
    "Eastern",
    "Central",
    "Pacific",
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
    "January",
    "February",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Verbs that tell who spoke.
const SPOKE: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "wrote",
    "replied",
    "tweeted",
    "shouted",
    "cried",
    "wondered",
    "joked",
    "recalled",
    "explained",
    "insisted",
    "exclaimed",
];

/// Words that open sentences and no names.
const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "Here",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "With",
    "Without",
    "As",
    "But",
    "And",
    "Or",
    "So",
    "Yet",
    "If",
    "When",
    "While",
    "Where",
    "Who",
    "What",
    "Why",
    "How",
    "After",
    "Before",
    "Since",
    "Until",
    "Although",
    "Though",
    "Because",
    "However",
    "Meanwhile",
    "Moreover",
    "Also",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "My",
    "Your",
    "No",
    "Not",
    "Some",
    "Many",
    "Most",
    "Several",
    "Both",
    "All",
    "Another",
    "Other",
    "Others",
    "One",
    "Two",
    "Three",
    "Then",
    "Now",
    "Still",
    "Even",
    "Earlier",
    "Later",
    "According",
    "Under",
    "Over",
    "During",
    "Despite",
    "Among",
    "To",
    "Officials",
    "Police",
    "Authorities",
    "Once",
    "Just",
    "Only",
    "Is",
    "Are",
    "Was",
    "Were",
    "Do",
    "Does",
    "Did",
    "Can",
    "Could",
    "Would",
    "Should",
    "Will",
    "Let",
    "Such",
    "Each",
    "Every",
];

#[cfg(test)]
mod tests;
