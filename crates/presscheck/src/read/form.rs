//! Which form some bytes have: a page, plain text, JSON Lines, or nothing that holds an article.

use std::path::Path;

use super::Input;

/// What to read bytes as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// HTML.
    Page,
    /// One JSON object a line.
    JsonLines,
    /// A text as it stands.
    Plain,
    /// No text, and what it is.
    NoText(&'static str),
}

/// How files begin that people save beside articles.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "packed twice"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
];

/// How far into the bytes one looks, in bytes.
const HEAD: usize = 64 * 1024;

/// The form of unpacked bytes.
pub(super) fn of(bytes: &[u8], input: &Input<'_>) -> Form {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Form::NoText(what);
    }
    let name = input.place.path.as_deref().unwrap_or_default().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let ending = Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    let media = input.media_type.unwrap_or_default().to_ascii_lowercase();
    if matches!(ending, "jsonl" | "ndjson") || is_json_lines(&media) {
        return Form::JsonLines;
    }
    if matches!(ending, "html" | "htm" | "xhtml") || media.contains("html") || looks_page(bytes) {
        return Form::Page;
    }
    if matches!(ending, "txt" | "text") || media.starts_with("text/") {
        return Form::Plain;
    }
    if looks_json_lines(bytes) { Form::JsonLines } else { Form::Plain }
}

fn is_json_lines(media: &str) -> bool {
    ["jsonl", "ndjson", "jsonlines", "json-seq"].iter().any(|it| media.contains(it))
}

/// Whether bytes open as pages do.
fn looks_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes));
    let head = head.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<head", "<body"];
    opens.iter().any(|it| head.starts_with(it))
        || ((head.starts_with("<?xml") || head.starts_with("<!--"))
            && opens.iter().take(2).any(|it| head.contains(it)))
}

/// Whether the first line is an object with a text.
fn looks_json_lines(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    if !bytes.starts_with(b"{") {
        return false;
    }
    let line = bytes.split(|it| *it == b'\n').next().unwrap_or_default();
    serde_json::from_slice::<serde_json::Value>(line).is_ok_and(|it| it.get("text").is_some())
}

/// So few odd characters say nothing, however short the text.
const LEAST_ODD: usize = 16;

/// Whether a decoded text is none: too many of its characters are ones that nobody types. In random
/// bytes every tenth is, in texts of any script none; 2% leaves room for a few strays.
pub(super) fn is_no_text(text: &str) -> bool {
    let head = text.chars().take(HEAD);
    let (mut odd, mut of) = (0_usize, 0_usize);
    for it in head {
        of += 1;
        let control =
            it.is_control() && !matches!(it, '\t' | '\n' | '\r' | '\x0c' | '\x1b' | '\u{85}');
        odd += usize::from(control || it == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&it));
    }
    odd >= LEAST_ODD && odd * 50 > of
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;

    fn check(name: &str, media_type: Option<&str>, bytes: &[u8], expected: Form) {
        let place = Place { path: Some(name.to_owned()), url: None };
        let input = Input { bytes, place, media_type, ..Input::default() };
        assert_eq!(of(bytes, &input), expected, "{name}");
    }

    #[test]
    fn the_name_tells() {
        check("a.HTML", None, b"Ferry", Form::Page);
        check("a.htm.gz", None, b"Ferry", Form::Page);
        check("a.ndjson", None, b"Ferry", Form::JsonLines);
        check("a.txt", None, b"{\"text\": \"Ferry\"}", Form::Plain);
    }

    #[test]
    fn without_a_name_the_server_and_the_bytes_tell() {
        check("-", None, b"{\"id\": \"1\", \"text\": \"Ferry\"}\n", Form::JsonLines);
        check("-", None, b"{a brace}", Form::Plain);
        check("a", Some("text/html; charset=utf-8"), b"Ferry", Form::Page);
        check("a.txt", None, b"\n<!DOCTYPE html><p>Ferry", Form::Page);
        check("a", None, b"\x89PNG\r\n", Form::NoText("a picture (PNG)"));
    }

    #[test]
    fn a_text_of_any_script_is_one() {
        for it in [
            "Ferry\0 sank off Vik, and fourteen people drowned in the storm.",
            "部长说",
            "قال الوزير",
            "",
        ] {
            assert!(!is_no_text(it), "{it}");
        }
        assert!(is_no_text(&"\0\u{1}\u{2}Ferry".repeat(9)));
    }
}
