//! Where the readable text stands in the page as it was fetched.
//!
//! The page's own text is read off its source without a tree: tags left out, character references
//! decoded, blanks run together, each byte with the place it came from. A paragraph is looked up in
//! it, and each stretch of the paragraph that stands unbroken in the source is one entry.

use crate::model::{RawSpan, Span};

/// The text of a page's source, byte by byte, with the place of each in the source.
struct Source {
    text: String,
    places: Vec<u32>,
}

/// Nothing is looked up behind this, in bytes: the heaviest page of the extraction sets has 2.2 MB.
const MOST_BYTES: usize = 12_000_000;

/// Places of `lines`, spans of `text`, in `source`, the page as decoded, in text order.
pub(super) fn map(source: &str, text: &str, lines: &[Span]) -> Vec<(Span, RawSpan)> {
    let end = (0..=source.len().min(MOST_BYTES)).rev().find(|it| source.is_char_boundary(*it));
    let source = source.get(..end.unwrap_or(0)).unwrap_or_default();
    let read = read(source);
    let mut found = Vec::new();
    let (mut from, mut n_missed) = (0, 0);
    for line in lines {
        // Each look for what is not there reads to the end of the page.
        if n_missed > MOST_MISSED {
            break;
        }
        let words = line.of(text);
        let ahead = read.text.get(from..).and_then(|it| it.find(words)).map(|it| it + from);
        // A headline may stand behind what it heads.
        let Some(at) = ahead.or_else(|| read.text.find(words)) else {
            n_missed += 1;
            continue;
        };
        if ahead.is_some() {
            from = at + words.len();
        }
        runs(source, text, *line, read.places.get(at..at + words.len()), &mut found);
    }
    found
}

/// The place of what is not written in the source as it reads.
const NOWHERE: usize = usize::MAX;

/// So many lines may be missing from a page's source before the rest is given up: the parser has
/// moved text about.
const MOST_MISSED: usize = 40;

/// Shorter stretches say nothing that the ones around them do not, in bytes.
const LEAST_BYTES: usize = 4;

fn runs(
    source: &str,
    text: &str,
    line: Span,
    places: Option<&[u32]>,
    found: &mut Vec<(Span, RawSpan)>,
) {
    let Some(places) = places else { return };
    let mut start = 0;
    for end in 1..=places.len() {
        let unbroken =
            places.get(end).is_some_and(|it| Some(*it) == places[end - 1].checked_add(1));
        if unbroken {
            continue;
        }
        let raw = RawSpan { start: places[start] as usize, end: places[end - 1] as usize + 1 };
        let span = Span::checked(text, line.start() + start, line.start() + end);
        if let Some(span) = span.filter(|it| it.len() >= LEAST_BYTES)
            && source.get(raw.start..raw.end) == Some(span.of(text))
        {
            found.push((span, raw));
        }
        start = end;
    }
}

fn read(source: &str) -> Source {
    let mut it = Source { text: String::with_capacity(source.len() / 4), places: Vec::new() };
    let mut at = 0;
    let mut blank = true;
    while let Some(rest) = source.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        match first {
            '<' => {
                let (end, is_break) = markup(rest);
                if is_break && !blank {
                    it.push(" ", NOWHERE);
                    blank = true;
                }
                at += end;
            }
            '&' => {
                let (decoded, len) = reference(rest);
                for c in decoded.chars() {
                    blank = it.one(c, at, blank, false);
                }
                at += len;
            }
            _ => {
                blank = it.one(first, at, blank, true);
                at += first.len_utf8();
            }
        }
    }
    it
}

impl Source {
    fn push(&mut self, blank: &str, at: usize) {
        self.text.push_str(blank);
        self.places.push(u32::try_from(at).unwrap_or(u32::MAX));
    }

    /// Adds one character; blanks run together. What is written otherwise than it reads stands at no
    /// place, so that it breaks the run: a reference, a line break.
    fn one(&mut self, c: char, at: usize, blank: bool, as_written: bool) -> bool {
        let at = if as_written { at } else { NOWHERE };
        if c.is_whitespace() {
            if !blank {
                self.push(" ", if c == ' ' { at } else { NOWHERE });
            }
            return true;
        }
        self.text.push(c);
        for ix in 0..c.len_utf8() {
            self.places.push(u32::try_from(at.saturating_add(ix)).unwrap_or(u32::MAX));
        }
        false
    }
}

/// How long a tag, comment or script is, and whether it parts words.
fn markup(rest: &str) -> (usize, bool) {
    let until = |end: &str| rest.find(end).map_or(rest.len(), |it| it + end.len());
    if rest.starts_with("<!--") {
        return (until("-->"), false);
    }
    let opens = |it: &u8| it.is_ascii_alphanumeric() || b"/!?".contains(it);
    if !rest.as_bytes().get(1).is_some_and(opens) {
        return (1, false);
    }
    let name: String = rest
        .chars()
        .skip(1)
        .take(12)
        .take_while(|it| it.is_ascii_alphanumeric() || *it == '/')
        .map(|it| it.to_ascii_lowercase())
        .collect();
    if name.is_empty() && !rest.starts_with("<!") && !rest.starts_with("<?") {
        return (1, false);
    }
    if matches!(name.as_str(), "script" | "style") {
        let close = if name == "script" { "</script" } else { "</style" };
        let inside = rest.find(close).or_else(|| rest.find(&close.to_ascii_uppercase()));
        let Some(close) = inside else { return (rest.len(), true) };
        let end =
            rest.get(close..).and_then(|it| it.find('>')).map_or(rest.len(), |it| close + it + 1);
        return (end, true);
    }
    let inline = matches!(
        name.trim_start_matches('/'),
        "a" | "b"
            | "i"
            | "em"
            | "strong"
            | "span"
            | "u"
            | "s"
            | "sup"
            | "sub"
            | "small"
            | "mark"
            | "font"
            | "abbr"
            | "cite"
            | "code"
            | "q"
            | "time"
            | "wbr"
            | "img"
            | "big"
            | "ins"
    );
    (until(">"), !inline)
}

/// A text with its character references decoded: some pages write them in scripts too.
pub(super) fn referenced(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find('&').and_then(|it| rest.split_at_checked(it)) {
        let (decoded, len) = reference(from);
        found.push_str(before);
        found.push_str(&decoded);
        rest = from.get(len..).unwrap_or_default();
    }
    found.push_str(rest);
    found
}

/// What a character reference stands for and how long it is; `&` alone stands for itself.
fn reference(rest: &str) -> (String, usize) {
    const NAMED: &[(&str, &str)] = &[
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{a0}"),
        ("rsquo", "’"),
        ("lsquo", "‘"),
        ("rdquo", "”"),
        ("ldquo", "“"),
        ("mdash", "—"),
        ("ndash", "–"),
        ("hellip", "…"),
        ("eacute", "é"),
        ("euro", "€"),
        ("pound", "£"),
        ("laquo", "«"),
        ("raquo", "»"),
        ("bdquo", "„"),
        ("sbquo", "‚"),
        ("uuml", "ü"),
        ("auml", "ä"),
        ("ouml", "ö"),
        ("Uuml", "Ü"),
        ("Auml", "Ä"),
        ("Ouml", "Ö"),
        ("szlig", "ß"),
        ("agrave", "à"),
        ("egrave", "è"),
        ("ccedil", "ç"),
        ("aacute", "á"),
        ("iacute", "í"),
        ("oacute", "ó"),
        ("uacute", "ú"),
        ("ntilde", "ñ"),
        ("copy", "©"),
        ("reg", "®"),
        ("trade", "™"),
        ("middot", "·"),
        ("bull", "•"),
        ("deg", "°"),
    ];
    let alone = || ("&".to_owned(), 1);
    let mut ahead = rest.char_indices().skip(1).take(13);
    let close = ahead.find(|it| it.1 == ';').and_then(|it| rest.get(1..it.0));
    let Some(body) = close else { return alone() };
    let code = body.strip_prefix('#').and_then(|it| {
        let hex = it.strip_prefix(['x', 'X']).map(|it| u32::from_str_radix(it, 16));
        hex.unwrap_or_else(|| it.parse()).ok().and_then(char::from_u32)
    });
    let named = NAMED.iter().find(|it| it.0 == body).map(|it| it.1.to_owned());
    match named.or_else(|| code.map(String::from)) {
        Some(it) => (it, body.len() + 2),
        None => alone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, text: &str, expected: &[(&str, usize)]) {
        let found = map(source, text, &[Span::whole(text)]);
        let found: Vec<(&str, usize)> =
            found.iter().map(|(span, raw)| (span.of(text), raw.start)).collect();
        assert_eq!(found, expected);
        for (words, at) in found {
            assert_eq!(source.get(at..at + words.len()), Some(words));
        }
    }

    #[test]
    fn a_paragraph_is_found_between_its_tags() {
        check("<p>Zoë Díaz said no.</p>", "Zoë Díaz said no.", &[("Zoë Díaz said no.", 3)]);
    }

    #[test]
    fn tags_references_and_line_breaks_break_a_paragraph() {
        check(
            "<p>Boats <b>sank</b> off Vik &amp; Strand\n  on Sunday.</p>",
            "Boats sank off Vik & Strand on Sunday.",
            &[("Boats ", 3), ("sank", 12), (" off Vik ", 20), (" Strand", 34), ("on Sunday.", 44)],
        );
    }

    #[test]
    fn words_in_scripts_and_comments_are_passed_over() {
        check(
            "<script>Boats sank.</script><!--Boats sank.--><p>Boats sank.",
            "Boats sank.",
            &[("Boats sank.", 49)],
        );
    }

    #[test]
    fn what_is_not_in_the_source_has_no_place() {
        check("<p>Boats sank.</p>", "Ships sank.", &[]);
    }
}
