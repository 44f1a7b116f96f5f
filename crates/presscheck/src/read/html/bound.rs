//! A page within bounds: what would keep the parser busy for seconds is left out before it is parsed.
//!
//! The parser looks through all open elements at most tags, through all attributes of a tag at each
//! of them, and opens formatting again in every paragraph after it. Nobody's page notices; one that
//! is broken, or made to, takes minutes. Words are never left out, but behind the end of the page.

/// A page with more than this is cut, in bytes, scripts aside. The heaviest page of the extraction
/// sets has 0.8 MB.
const MOST_BYTES: usize = 2_000_000;

/// A page with more tags is cut, both of elements' beginnings and ends. Theirs have up to 10,000.
const MOST_TAGS: usize = 60_000;

/// So many elements stand in one another; in theirs, up to 58.
const MOST_OPEN: usize = 150;

/// So many elements of formatting are open at once. Each is opened again in every paragraph behind
/// the one that did not close it.
const MOST_MARKS: usize = 10;

/// A tag with more attributes has none.
const MOST_ATTRIBUTES: usize = 200;

/// The page's source within bounds.
#[derive(Debug, Default)]
pub(super) struct Bounded {
    pub(super) page: String,
    pub(super) n_tags: usize,
    /// What was left out, and why.
    pub(super) lost: Vec<(String, &'static str)>,
}

/// Keeps a page within bounds.
pub(super) fn page(mut source: String) -> Bounded {
    let mut it = Bounded::default();
    let too_long = "it is longer than any page that is read";
    if source.len() > MOST_BYTES {
        let end = (0..=MOST_BYTES).rev().find(|it| source.is_char_boundary(*it));
        source.truncate(end.unwrap_or(0));
        it.lost.push((format!("the page after its first {MOST_BYTES} bytes"), too_long));
    }
    let mut open = Open::default();
    let (mut n_moved, mut n_bare) = (0, 0);
    let (mut done, mut at) = (0, 0);
    while let Some(begin) = source.get(at..).and_then(|it| it.find('<')).map(|it| at + it) {
        let Some(tag) = source.get(begin..).and_then(Tag::of) else {
            at = begin + 1;
            continue;
        };
        if it.n_tags == MOST_TAGS {
            it.lost.push((format!("the page after its first {MOST_TAGS} tags"), too_long));
            source.truncate(begin);
            break;
        }
        it.n_tags += 1;
        at = begin + tag.len;
        let verdict = if tag.is_end { open.end(&tag.name) } else { open.start(&tag.name) };
        let is_bare = tag.n_attributes > MOST_ATTRIBUTES && verdict != Verdict::Out;
        if verdict == Verdict::Stays && !is_bare {
            continue;
        }
        n_bare += usize::from(is_bare);
        n_moved += usize::from(!tag.is_end && verdict != Verdict::Stays);
        it.page.push_str(source.get(done..begin).unwrap_or_default());
        if let Verdict::Behind(last) = &verdict {
            it.page.extend(["</", last, ">"]);
        }
        if is_bare {
            it.page.extend(["<", &tag.name, ">"]);
        } else if verdict != Verdict::Out {
            it.page.push_str(source.get(begin..at).unwrap_or_default());
        }
        done = at;
    }
    it.page.push_str(source.get(done..).unwrap_or_default());
    if n_moved > 0 {
        let why = "more stand in one another than in any page that is read: these are read as if \
                   they stood side by side";
        it.lost.push((counted(n_moved, "element"), why));
    }
    if n_bare > 0 {
        let why = "it has more attributes than any tag that is read";
        it.lost.push((format!("the attributes of {}", counted(n_bare, "tag")), why));
    }
    it
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// A tag as it stands in the source.
#[derive(PartialEq, Eq, Debug)]
struct Tag {
    /// In lower case.
    name: String,
    is_end: bool,
    n_attributes: usize,
    /// In bytes, with its brackets.
    len: usize,
}

impl Tag {
    /// The tag that some source opens with. It ends where the parser ends it: behind quotes, or never.
    fn of(source: &str) -> Option<Tag> {
        let bytes = source.as_bytes();
        let is_end = bytes.get(1) == Some(&b'/');
        let begin = 1 + usize::from(is_end);
        if !bytes.get(begin)?.is_ascii_alphabetic() {
            return None;
        }
        let is_part = |it: &u8| !it.is_ascii_whitespace() && !matches!(it, b'>' | b'/');
        let n = bytes.iter().skip(begin).take_while(|it| is_part(it)).count();
        let mut at = begin + n;
        let name = source.get(begin..at)?.to_ascii_lowercase();
        let mut n_attributes = 0;
        let mut is_value = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'>' => return Some(Tag { name, is_end, n_attributes, len: at + 1 }),
                b'"' | b'\'' if is_value => {
                    let close = bytes.iter().skip(at + 1).position(|it| it == byte);
                    at = close.map_or(bytes.len(), |it| at + it + 2);
                    is_value = false;
                }
                b'=' => {
                    (is_value, at) = (true, at + 1);
                }
                b'/' if !is_value => at += 1,
                it if it.is_ascii_whitespace() => at += 1,
                _ => {
                    let is_more = |it: &u8| is_part(it) && *it != b'=';
                    let is_value_more = |it: &u8| !it.is_ascii_whitespace() && *it != b'>';
                    let rest = bytes.iter().skip(at + 1);
                    at += 1 + if is_value {
                        rest.take_while(|it| is_value_more(it)).count()
                    } else {
                        rest.take_while(|it| is_more(it)).count()
                    };
                    n_attributes += usize::from(!is_value);
                    is_value = false;
                }
            }
        }
        Some(Tag { name, is_end, n_attributes, len: bytes.len() })
    }
}

/// What becomes of a tag.
#[derive(PartialEq, Eq, Debug)]
enum Verdict {
    /// It stays as it is.
    Stays,
    /// It stays behind the end of the element that was opened last.
    Behind(String),
    /// It is left out.
    Out,
}

/// The elements that are open, as nearly as a page's bounds need it.
#[derive(Default)]
struct Open {
    names: Vec<String>,
    /// Formatting stays open through the ends of other elements.
    marks: Vec<String>,
    /// An end without a beginning may be that of one that was left out.
    is_short: bool,
}

impl Open {
    fn start(&mut self, name: &str) -> Verdict {
        if VOID.contains(&name) {
            return Verdict::Stays;
        }
        self.close_before(name);
        if name == "a" {
            self.marks.retain(|it| it != name);
        }
        if MARKS.contains(&name) {
            if self.marks.len() >= MOST_MARKS {
                self.is_short = true;
                return Verdict::Out;
            }
            self.marks.push(name.to_owned());
        }
        let last = if self.names.len() >= MOST_OPEN { self.names.pop() } else { None };
        self.names.push(name.to_owned());
        self.is_short |= last.is_some();
        last.map_or(Verdict::Stays, Verdict::Behind)
    }

    fn end(&mut self, name: &str) -> Verdict {
        let is_mark = MARKS.contains(&name);
        if let Some(at) = self.marks.iter().rposition(|it| it == name) {
            self.marks.remove(at);
        }
        // An end in a cell closes nothing outside it.
        let walls: &[&str] = match name {
            "table" => &[],
            "caption" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => &["table"],
            _ => WALLS,
        };
        let is_wall = |it: &String| walls.contains(&it.as_str());
        match self.names.iter().rposition(|it| it == name || is_wall(it)) {
            Some(at) if self.names.get(at).is_some_and(is_wall) => Verdict::Stays,
            // Blocks stay open when formatting around them ends.
            Some(at) if is_mark => {
                self.names.remove(at);
                Verdict::Stays
            }
            Some(at) => {
                self.names.truncate(at);
                Verdict::Stays
            }
            None if self.is_short => Verdict::Out,
            None => Verdict::Stays,
        }
    }

    /// Closes what ends where another element begins, though nothing says so.
    fn close_before(&mut self, name: &str) {
        let closed: &[&str] = match name {
            "li" => &["li"],
            "dt" | "dd" => &["dt", "dd"],
            "tr" => &["tr"],
            "td" | "th" => &["td", "th"],
            "a" | "option" => &[name],
            "thead" | "tbody" | "tfoot" => &["thead", "tbody", "tfoot"],
            _ if PARTS_TEXT.contains(&name) => &["p"],
            _ => return,
        };
        let is_wall = |it: &str| match name {
            "a" | "option" => true,
            "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" => it == "table",
            "li" | "dt" | "dd" => {
                !matches!(it, "address" | "div" | "p") && PARTS_TEXT.contains(&it)
                    || WALLS.contains(&it)
            }
            _ => it == "button" || WALLS.contains(&it),
        };
        let is_closed = |it: &String| closed.contains(&it.as_str());
        let last = self.names.iter().rposition(|it| is_closed(it) || is_wall(it));
        if let Some(at) = last.filter(|at| self.names.get(*at).is_some_and(is_closed)) {
            self.names.truncate(at);
        }
    }
}

/// Elements whose inside is a world of its own.
const WALLS: &[&str] = &["applet", "caption", "marquee", "object", "table", "td", "template", "th"];

/// Elements that hold nothing.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements of formatting.
const MARKS: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that end a paragraph.
const PARTS_TEXT: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str, lost: &[&str]) {
        let it = page(source.to_owned());
        assert_eq!(it.page, expected);
        assert_eq!(it.lost.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), lost);
    }

    #[test]
    fn a_page_like_any_other_stays_as_it_is() {
        let page =
            "<!doctype html><p title='a>b'>One<br><b>two</b><ul><li>a<li>b</ul></x> 1 < 2 <a";
        check(page, page, &[]);
        // Elements whose end is not written do not stand in one another.
        for it in ["<p>a", "<li>a", "<tr><td>a<td>b", "<dt>a<dd>b", "<a href=x>a", "<p><b>a</b>"] {
            check(&it.repeat(500), &it.repeat(500), &[]);
        }
    }

    #[test]
    fn elements_beyond_the_deepest_stand_side_by_side() {
        let divs = |n: usize| "<div>".repeat(n);
        let ends = "</div>".repeat(MOST_OPEN);
        let source = format!("{}words{ends} more", divs(MOST_OPEN));
        check(&source, &source, &[]);
        let source = format!("{}<p>one<p>two{ends} more", divs(MOST_OPEN));
        let fewer = "</div>".repeat(MOST_OPEN - 1);
        let beside = format!("{}</div><p>one<p>two{fewer} more", divs(MOST_OPEN));
        check(&source, &beside, &["1 element"]);
    }

    #[test]
    fn elements_that_the_parser_keeps_open_are_counted_as_open() {
        let open = ["<a><div>", "<b><div></b>", "<div><table><tr><td></div>", "<li><section>"];
        for it in open.into_iter().chain(["<option><div>", "<dd><article>"]) {
            let lost = page(it.repeat(200)).lost;
            assert!(lost.iter().any(|it| it.0.ends_with("elements")), "{it}: {lost:?}");
        }
    }

    #[test]
    fn formatting_that_is_never_closed_is_left_out_after_a_while() {
        let font = |n: usize| "<p><font size=1>a</p>".repeat(n);
        let source = font(MOST_MARKS + 1);
        let expected = format!("{}<p>a</p>", font(MOST_MARKS));
        check(&source, &expected, &["1 element"]);
    }

    #[test]
    fn a_tag_with_too_many_attributes_has_none() {
        let tag = |n: usize| format!("<DIV {}>words", "a='>' ".repeat(n));
        check(&tag(MOST_ATTRIBUTES), &tag(MOST_ATTRIBUTES), &[]);
        check(&tag(MOST_ATTRIBUTES + 1), "<div>words", &["the attributes of 1 tag"]);
    }

    #[test]
    fn a_long_page_is_cut() {
        let whole = "é".repeat(MOST_BYTES / 2);
        check(&whole, &whole, &[]);
        check(
            &format!("a{whole}"),
            &format!("a{}", "é".repeat(MOST_BYTES / 2 - 1)),
            &["the page after its first 2000000 bytes"],
        );
        let tags = "<br>".repeat(MOST_TAGS);
        check(&tags, &tags, &[]);
        check(
            &format!("{tags}a<br>b"),
            &format!("{tags}a"),
            &["the page after its first 60000 tags"],
        );
    }

    #[test]
    fn a_tag_is_as_long_as_the_parser_takes_it() {
        let of = |source: &str| Tag::of(source).map(|it| (it.name, it.n_attributes, it.len));
        let tag = |name: &str, n: usize, len: usize| Some((name.to_owned(), n, len));
        assert_eq!(of("<a b=c d='>' e = \"'\"/>x"), tag("a", 3, 22));
        assert_eq!(of("<a \"'>x"), tag("a", 1, 6));
        assert_eq!(of("<a b=c/d=e f>"), tag("a", 2, 13));
        assert_eq!(of("</P >"), tag("p", 0, 5));
        assert_eq!(of("<a b='>"), tag("a", 1, 7));
        assert_eq!(of("< a>"), None);
        assert_eq!(of("<!a>"), None);
    }
}
