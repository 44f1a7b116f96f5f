//! Encodings: from bytes to text, as the WHATWG Encoding Standard has it, with a guess where
//! nothing is declared.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text and the encoding it came in.
pub(super) struct Decoded {
    /// The text, a byte-order mark aside.
    pub(super) text: String,
    /// What the bytes were read as.
    pub(super) encoding: &'static Encoding,
    /// How many bytes the byte-order mark takes.
    pub(super) mark_bytes: usize,
    /// How many places could not be decoded and hold U+FFFD.
    pub(super) n_bad: usize,
}

/// How far into a page its own declaration is looked for, in bytes: the standard has 1,024, and
/// real pages go beyond it.
const DECLARED_WITHIN: usize = 4096;

/// Decodes bytes; `media_type` is what a server said of them.
pub(super) fn decode(bytes: &[u8], media_type: Option<&str>, is_page: bool) -> Decoded {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return of(bytes.get(mark_bytes..).unwrap_or_default(), encoding, mark_bytes);
    }
    let declared = media_type.and_then(label).or_else(|| is_page.then(|| in_page(bytes)).flatten());
    let declared = declared.and_then(|it| Encoding::for_label(it.as_bytes()));
    if let Some(encoding) = utf16(bytes) {
        return of(bytes, encoding, 0);
    }
    // A page whose declaration can be read in ASCII is not UTF-16, whatever it declares.
    let declared = declared.filter(|it| *it != UTF_16LE && *it != UTF_16BE);
    match declared.filter(|it| *it != UTF_8) {
        _ if is_utf8_for_the_most_part(bytes) => of(bytes, UTF_8, 0),
        Some(encoding) => of(bytes, encoding, 0),
        None => of(bytes, guess(bytes), 0),
    }
}

fn of(bytes: &[u8], encoding: &'static Encoding, mark_bytes: usize) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let n_bad = if had_errors { text.matches('\u{fffd}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding, mark_bytes, n_bad }
}

/// The label in `text/html; charset=utf-8` or `<meta charset="utf-8">`.
fn label(declaration: &str) -> Option<String> {
    let lower = declaration.to_ascii_lowercase();
    let (_, after) = lower.split_once("charset")?;
    let after = after.trim_start().strip_prefix('=')?;
    let after = after.trim_start_matches(|it: char| it.is_whitespace() || it == '"' || it == '\'');
    let label: String =
        after.chars().take_while(|it| it.is_ascii_alphanumeric() || "-_:.".contains(*it)).collect();
    (!label.is_empty()).then_some(label)
}

/// What a page's `<meta>` or XML declaration says.
fn in_page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..DECLARED_WITHIN).unwrap_or(bytes));
    let lower = head.to_ascii_lowercase();
    let in_meta = lower.split("<meta").skip(1).find_map(|it| label(it.split('>').next()?));
    in_meta.or_else(|| {
        let xml = lower.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
        label(&format!("charset{}", xml.split_once("encoding")?.1))
    })
}

/// Valid UTF-8, or UTF-8 with stray bytes: pages are put together from many hands. A text of
/// another encoding has more broken sequences than whole ones.
fn is_utf8_for_the_most_part(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    let mut chunks = bytes.utf8_chunks();
    let mut last = false;
    for chunk in &mut chunks {
        whole += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        last = !chunk.invalid().is_empty();
        broken += usize::from(last);
    }
    // A text may be cut in the middle of its last character.
    let cut = last && bytes.last().is_some_and(|it| *it >= 0x80);
    broken == 0 || whole >= broken || (cut && broken == 1 && whole > 0)
}

/// UTF-16 without a mark: in most scripts every other byte of blanks, digits and marks is zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    if half < 8 || (even + odd) * 3 < half {
        return None;
    }
    if even == 0 {
        return Some(UTF_16LE);
    }
    (odd == 0).then_some(UTF_16BE)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], media_type: Option<&str>, expected: (&str, &str)) {
        let it = decode(bytes, media_type, bytes.starts_with(b"<"));
        assert_eq!((it.encoding.name(), it.text.as_str()), expected);
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        check(b"\xef\xbb\xbfVik", None, ("UTF-8", "Vik"));
        check(b"\xff\xfeV\0i\0k\0", None, ("UTF-16LE", "Vik"));
        check(b"\xfe\xff\0V\0i\0k", Some("text/plain; charset=utf-8"), ("UTF-16BE", "Vik"));
    }

    #[test]
    fn what_is_declared_counts() {
        check(b"D\xc8az", Some("text/plain; charset=iso-8859-2"), ("ISO-8859-2", "DČaz"));
        let page = b"<meta http-equiv=a content='text/html; charset=windows-1251'>\xc2\xe8\xea";
        let text = "<meta http-equiv=a content='text/html; charset=windows-1251'>Вик";
        check(page, None, ("windows-1251", text));
        let text = "<?xml version='1.0' encoding='ISO-8859-2'?><p>Č";
        check(b"<?xml version='1.0' encoding='ISO-8859-2'?><p>\xc8", None, ("ISO-8859-2", text));
    }

    #[test]
    fn a_stray_byte_does_not_make_utf8_something_else() {
        check(
            "Zoë D\u{ed}az, Malmö \u{fffd}".as_bytes(),
            None,
            ("UTF-8", "Zoë Díaz, Malmö \u{fffd}"),
        );
        let it = decode(b"Zo\xc3\xab D\xc3\xadaz \xff", None, false);
        assert_eq!((it.encoding.name(), it.n_bad), ("UTF-8", 1));
    }

    #[test]
    fn a_false_declaration_of_utf8_is_seen_through() {
        let text = "<meta charset=utf-8>Malmö said “no” in Köpenhamn";
        let bytes = b"<meta charset=utf-8>Malm\xf6 said \x93no\x94 in K\xf6penhamn";
        check(bytes, None, ("windows-1252", text));
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        let bytes: Vec<u8> = "The ferry sank.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, None, ("UTF-16LE", "The ferry sank."));
    }
}
