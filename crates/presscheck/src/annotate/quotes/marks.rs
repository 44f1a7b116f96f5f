//! Quotation marks: which mark opens, which closes, and what stands between them.
//!
//! Marks are paired inside one paragraph and by family: double marks of every shape are one
//! family, because newsrooms mix “curly” and "straight" ones, guillemets are another and single
//! marks a third, which needs telling from apostrophes.

use crate::model::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// The words, without marks and outer white space.
    pub(super) inner: Span,
    /// The same with its marks.
    pub(super) outer: Span,
    /// Whether the opening mark is printed.
    pub(super) opened: bool,
    /// Whether the closing mark is printed.
    pub(super) closed: bool,
}

/// One printed mark.
#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    end: usize,
    family: Family,
    /// What its shape and its neighbours say.
    role: Role,
    /// Single marks only: whether a letter `s` stands before it and a word follows, as in
    /// “ministers' level”.
    possessive: bool,
    /// Whether punctuation or the paragraph's end beside it shows that speech ends here.
    firm: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Double,
    Guillemet,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Open,
    Close,
    /// A straight mark with white space or letters on both sides.
    Either,
}

/// The outermost stretches between marks in one paragraph, in text order.
pub(super) fn pair(text: &str, paragraph: Span) -> Vec<Marked> {
    let marks = read(text, paragraph);
    let mut found = Vec::new();
    let mut at = 0;
    // Byte up to which the text is spoken for; a stretch whose opener is missing starts after it.
    let mut done = paragraph.start();
    while let Some(mark) = marks.get(at) {
        let (next, stretch) = match (mark.family, mark.role) {
            (Family::Single, Role::Close) => (at + 1, None),
            (Family::Single, _) => single(&marks, at),
            (_, Role::Close) => (at + 1, opener_missing(text, done, *mark)),
            _ => double(text, &marks, at, paragraph),
        };
        at = next.max(at + 1);
        let Some((from, to, opened, closed)) = stretch else { continue };
        let (inner_from, inner_to) = (from.1, to.0);
        let outer = Span::checked(text, from.0, to.1);
        let inner = Span::checked(text, inner_from, inner_to.max(inner_from));
        if let (Some(outer), Some(inner)) = (outer, inner) {
            let inner = inner.trimmed(text);
            if inner.of(text).chars().any(char::is_alphanumeric) {
                found.push(Marked { inner, outer, opened, closed });
            }
        }
        done = to.1;
    }
    found
}

/// Byte ranges of an opening and a closing mark, and whether each is printed.
type Stretch = ((usize, usize), (usize, usize), bool, bool);

/// Follows a double mark or guillemet from its opener at `at`; gives the place to go on from.
fn double(text: &str, marks: &[Mark], at: usize, paragraph: Span) -> (usize, Option<Stretch>) {
    let open = marks[at];
    let mut depth = 1;
    for (ix, mark) in marks.iter().enumerate().skip(at + 1) {
        if mark.family != open.family {
            continue;
        }
        match mark.role {
            Role::Open if closes_later(marks, ix, depth) => depth += 1,
            // The first opener was never closed: its words end where the next stretch begins.
            Role::Open => {
                let told = before_teller(text, open.end, mark.start);
                let end = told.unwrap_or_else(|| last_stop(text, open.end, mark.start));
                return (ix, Some(((open.start, open.end), (end, end), true, false)));
            }
            _ => {
                depth -= 1;
                if depth == 0 {
                    let (from, to) = ((open.start, open.end), (mark.start, mark.end));
                    return (ix + 1, Some((from, to, true, true)));
                }
            }
        }
    }
    if open.role == Role::Either {
        return (at + 1, None);
    }
    let end = before_teller(text, open.end, paragraph.end()).unwrap_or(paragraph.end());
    (marks.len(), Some(((open.start, open.end), (end, end), true, false)))
}

/// Whether the marks after `at` hold enough closers for `depth` open stretches and one more.
/// Looks at the next 8 marks only: deeper nesting is noise, and the scan stays linear.
fn closes_later(marks: &[Mark], at: usize, depth: usize) -> bool {
    let family = marks[at].family;
    let mut open = depth + 1;
    for mark in marks.iter().skip(at + 1).filter(|it| it.family == family).take(8) {
        match mark.role {
            Role::Open => open += 1,
            _ => open -= 1,
        }
        if open == 0 {
            return true;
        }
    }
    false
}

/// Where a stretch without a closing mark most likely ends: at the last full stop before `to`.
fn last_stop(text: &str, from: usize, to: usize) -> usize {
    let Some(words) = text.get(from..to) else { return to };
    let stop = words.rfind(['.', '!', '?']).map(|it| from + it + 1);
    stop.unwrap_or(to)
}

/// Where the writer names the speaker though no mark has closed the words: ““We sail, said Veld.”
fn before_teller(text: &str, from: usize, to: usize) -> Option<usize> {
    let words = text.get(from..to)?;
    let plain = |it: &str| matches!(it, "said" | "says" | "added" | "told" | "wrote" | "asked");
    words.match_indices([',', '?', '!']).find_map(|(at, mark)| {
        let rest = words.get(at + mark.len()..)?.strip_prefix(' ')?;
        let clause = rest.get(..rest.find([',', '.', ';', ':', '\n']).unwrap_or(rest.len()))?;
        let mut own = clause.split_whitespace();
        let (first, second) = (own.next()?, own.next()?);
        let named = |it: &str| it.starts_with(char::is_uppercase);
        let someone = |it: &str| named(it) || matches!(it, "he" | "she" | "they" | "the");
        let inverted = plain(first) && someone(second) && second != "I";
        let last = clause.split_whitespace().next_back().unwrap_or_default();
        let told = (named(first) || matches!(first, "he" | "she" | "they"))
            && plain(last)
            && clause.split_whitespace().count() < 5;
        (inverted || told && first != "I").then_some(from + at + mark.len())
    })
}

/// A closing mark without an opener: its words start with the sentence.
fn opener_missing(text: &str, done: usize, close: Mark) -> Option<Stretch> {
    // Speech of more than 600 bytes without an opener is more likely a stray mark.
    let words = text.get(done..close.start)?;
    if !close.firm || words.len() > 600 || close.family == Family::Single {
        return None;
    }
    let body = words.trim_end().trim_end_matches(['.', '!', '?', ',']);
    let stop = body.rfind(". ").map_or(0, |it| it + 2);
    let start = done + stop;
    let rest = text.get(start..close.start)?;
    let start = start + (rest.len() - rest.trim_start_matches([' ', '.', ',', '”', '"']).len());
    Some(((start, start), (close.start, close.end), false, true))
}

/// Follows a single mark that looks like an opener to its closer, past apostrophes.
fn single(marks: &[Mark], at: usize) -> (usize, Option<Stretch>) {
    let open = marks[at];
    let mut doubtful = None;
    let mut doubles = 0_usize;
    // 400 marks: the longest single-quoted speech with its apostrophes; keeps the scan linear.
    for (ix, mark) in marks.iter().enumerate().skip(at + 1).take(400) {
        if mark.family != Family::Single {
            doubles += 1;
            continue;
        }
        match mark.role {
            Role::Open => break,
            _ if doubles % 2 == 1 => {}
            _ if mark.possessive && !mark.firm => {
                doubtful = doubtful.or(Some((ix, *mark)));
            }
            _ => {
                let to = (mark.start, mark.end);
                return (ix + 1, Some(((open.start, open.end), to, true, true)));
            }
        }
    }
    match doubtful {
        Some((ix, mark)) => {
            (ix + 1, Some(((open.start, open.end), (mark.start, mark.end), true, true)))
        }
        None => (at + 1, None),
    }
}

/// The marks of a paragraph with their roles.
fn read(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut marks = Vec::new();
    let mut before = None;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        let Some(mut family) = family(c) else {
            before = Some(c);
            continue;
        };
        // Two single marks side by side stand for one double mark.
        if family == Family::Single
            && c != '‹'
            && c != '›'
            && let Some(&(_, next)) = chars.peek()
            && next == c
            && words.get(end + c.len_utf8()..).is_some_and(|it| !it.starts_with(c))
        {
            family = Family::Double;
            end += c.len_utf8();
            chars.next();
        }
        let after = words.get(end..).and_then(|it| it.chars().next());
        let shape = if family == Family::Double { double_shape(c) } else { shape(c) };
        if let Some(mark) = judge(family, shape, before, after, words.get(end..).unwrap_or("")) {
            let (start, end) = (paragraph.start() + at, paragraph.start() + end);
            marks.push(Mark { start, end, ..mark });
        }
        before = Some(c);
    }
    marks
}

fn family(c: char) -> Option<Family> {
    Some(match c {
        '"' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' => Family::Double,
        '«' | '»' => Family::Guillemet,
        '\'' | '‘' | '’' | '‚' | '‛' | '`' | '´' | '‹' | '›' => Family::Single,
        _ => return None,
    })
}

/// What a double mark's shape says; `c` may be one of two single marks side by side.
fn double_shape(c: char) -> Role {
    match c {
        '“' | '„' | '‟' | '〝' | '`' | '‘' => Role::Open,
        '”' | '〞' | '’' | '´' => Role::Close,
        _ => Role::Either,
    }
}

fn shape(c: char) -> Role {
    match c {
        '‘' | '‚' | '‛' | '‹' | '«' | '`' => Role::Open,
        '’' | '›' | '»' | '´' => Role::Close,
        _ => Role::Either,
    }
}

/// What a mark does, by its shape and its neighbours; `None` for an apostrophe or inches.
fn judge(
    family: Family,
    shape: Role,
    before: Option<char>,
    after: Option<char>,
    rest: &str,
) -> Option<Mark> {
    let free = |c: Option<char>| {
        c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '―' | '-' | '/'))
    };
    let is_mark = |c: char| self::family(c).is_some();
    let left_free = free(before) || before.is_some_and(is_mark);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = |c: Option<char>| {
        c.is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '―' | '-' | '…'
                )
                || is_mark(c)
        })
    };
    let starts = |c: Option<char>| {
        c.is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    '[' | '(' | '$' | '€' | '£' | '#' | '@' | '…' | '.' | '¿' | '¡' | '—' | '-'
                )
                || is_mark(c)
        })
    };
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let stop = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '—' | '–' | ';'))
    };
    let looks_open = left_free && starts(after);
    let looks_close = !spaced(before) && ends(after);
    let role = match (looks_open, looks_close) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => shape,
    };
    let firm = stop(before) || stop(after) || after.is_none() || after == Some('\n');
    let mut possessive = false;
    if family == Family::Single {
        // Inside a word, or before a clipped word or a decade: an apostrophe.
        if letter(before) && letter(after) {
            return None;
        }
        if role == Role::Open && (shape == Role::Close || is_clipped(rest)) {
            return None;
        }
        if role == Role::Either {
            return None;
        }
        possessive = before.is_some_and(|c| matches!(c, 's' | 'z' | 'x' | 'S'))
            && rest.chars().nth(1).is_some_and(char::is_alphanumeric);
    } else if role == Role::Close
        && before.is_some_and(|c| c.is_ascii_digit())
        && shape == Role::Either
    {
        // 6'2" tall: inches close nothing, but a number may end speech.
        return Some(Mark { start: 0, end: 0, family, role, possessive, firm });
    }
    Some(Mark { start: 0, end: 0, family, role, possessive, firm })
}

/// Words that are written with an apostrophe in front.
fn is_clipped(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|it| it.is_alphanumeric()).take(8).collect();
    let lower = word.to_lowercase();
    let decade = lower.len() <= 3 && lower.starts_with(|c: char| c.is_ascii_digit());
    decade
        || matches!(
            lower.as_str(),
            "em" | "til" | "tis" | "twas" | "cause" | "n" | "bout" | "round" | "cuz" | "im"
        )
}
