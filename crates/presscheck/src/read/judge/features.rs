//! What can be counted of a line and of the lines around it. Every feature is a small whole number.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::PartKind;
use crate::read::parts::Line;
use crate::read::{byline, days};
use crate::text::fold;

/// Rows of features, one a line.
#[derive(Debug, Default)]
pub(in crate::read) struct Rows {
    bytes: Vec<u8>,
    width: usize,
}

impl Rows {
    /// The rows, in the order of the lines.
    pub(in crate::read) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.chunks_exact(self.width.max(1))
    }
}

/// Features of a line by itself.
const OWN: usize = 20;

/// Those of its own features that count for a line's neighbours too.
const FOR_NEIGHBOURS: [usize; 6] = [0, 2, 3, 5, 16, 17];

/// The neighbours that are looked at one by one.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];

/// What is looked at of the lines farther off, to either side.
const FAR: usize = 10;

/// Words without which no sentence stands, in the languages of most news on the web, sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "als", "an", "and", "are", "as", "at", "au", "auf", "aux", "av", "be", "been", "but", "by", "che",
    "com", "con", "da", "dans", "das", "de", "dei", "del", "dem", "den", "der", "des", "det", "di", "die",
    "do", "du", "e", "ein", "eine", "el", "en", "er", "est", "et", "for", "from", "fur", "had", "has",
    "have", "he", "het", "i", "il", "im", "in", "is", "ist", "it", "its", "je", "la", "las", "le", "les", "los",
    "mit", "na", "nicht", "no", "not", "o", "och", "of", "og", "on", "or", "os", "par", "para", "pas",
    "per", "por", "pour", "que", "qui", "se", "she", "sich", "som", "sur", "te", "that", "the",
    "their", "they", "this", "til", "to", "um", "un", "una", "und", "une", "van", "vom", "von", "was", "we",
    "were", "which", "who", "will", "with", "would", "y", "you", "zu", "zum",
];

/// How a site speaks to its visitors, sorted.
#[rustfmt::skip]
const SITE_WORDS: &[&str] = &[
    "account", "ad", "advertisement", "app", "browser", "click", "comment", "comments", "contact", "cookie",
    "cookies", "copyright", "download", "email", "facebook", "follow", "free", "instagram", "join", "latest", "linkedin",
    "login", "menu", "more", "newsletter", "our", "password", "popular", "post", "posts", "privacy", "read",
    "related", "reply", "reserved", "rights", "search", "share", "sign", "site", "sponsored", "subscribe",
    "subscription", "tags", "terms", "trending", "twitter", "update", "updates", "us", "video", "view",
    "visit", "watch", "website", "your", "youtube",
];

/// The rows of some lines. `region` is where the article seems to be; `extra` are further features
/// of each line, as many for all.
pub(in crate::read) fn rows(lines: &[Line<'_>], region: &Range<usize>, extra: &[Vec<u8>]) -> Rows {
    let own = own(lines);
    let page = Page::of(lines);
    let mut rows = Rows::default();
    for ix in 0..lines.len() {
        let before = rows.bytes.len();
        rows.bytes.extend(own.get(ix).into_iter().flatten());
        neighbours(&own, ix, &mut rows.bytes);
        page.around(ix, region, &mut rows.bytes);
        rows.bytes.extend(extra.get(ix).into_iter().flatten());
        rows.width = rows.bytes.len() - before;
    }
    rows
}

fn neighbours(own: &[[u8; OWN]], ix: usize, row: &mut Vec<u8>) {
    for offset in NEIGHBOURS {
        let it = ix.checked_add_signed(offset).and_then(|it| own.get(it));
        // Beyond the ends of the page nothing is like anything.
        row.extend(FOR_NEIGHBOURS.iter().map(|at| it.map_or(255, |it| it[*at])));
    }
}

fn own(lines: &[Line<'_>]) -> Vec<[u8; OWN]> {
    let mut repeats: BTreeMap<&str, u8> = BTreeMap::new();
    for it in lines {
        let n = repeats.entry(it.text).or_default();
        *n = n.saturating_add(1);
    }
    lines.iter().map(|it| of_line(it, repeats.get(it.text).copied().unwrap_or(1))).collect()
}

fn small(n: usize) -> u8 {
    u8::try_from(n.min(254)).unwrap_or(254)
}

/// A share in twentieths.
fn share(part: usize, whole: usize) -> u8 {
    small((part * 20).checked_div(whole).unwrap_or(0))
}

fn of_line(line: &Line<'_>, repeats: u8) -> [u8; OWN] {
    // A long line says in its beginning what it is.
    let words: Vec<&str> = line.text.split_whitespace().take(120).collect();
    let n = words.len();
    let folded: Vec<String> = words
        .iter()
        .map(|it| fold::plain(it.trim_matches(|it: char| !it.is_alphanumeric())))
        .collect();
    let count =
        |list: &[&str]| folded.iter().filter(|it| list.binary_search(&it.as_str()).is_ok()).count();
    let opens = |test: fn(char) -> bool| words.iter().filter(|it| it.starts_with(test)).count();
    let first = line.text.chars().next().unwrap_or(' ');
    let chars = |test: fn(char) -> bool| line.text.chars().take(600).filter(|it| test(*it)).count();
    let n_chars = line.n_chars.min(600);
    let last = line.text.chars().last().unwrap_or(' ');
    let end = match last {
        ':' => 2,
        ',' | ';' => 3,
        '?' => 4,
        '!' => 5,
        '…' => 6,
        _ => u8::from(line.is_closed),
    };
    let verdict = match line.verdict {
        None => 0,
        Some((PartKind::Credit, _)) => 1,
        Some((PartKind::Chrome, _)) => 2,
        Some(_) => 3,
    };
    let is_list =
        matches!(first, '-' | '•' | '*' | '·' | '–' | '▪' | '●' | '>' | '»' | '|' | '/' | '#');
    let date = days::first(line.text).filter(|_| n <= 20);
    [
        small(line.size()),
        small(n_chars / 4),
        end,
        verdict,
        share(opens(char::is_lowercase), n),
        share(opens(char::is_uppercase), n),
        share(chars(|it| it.is_ascii_digit()), n_chars),
        u8::from(date.is_some()),
        share(chars(char::is_uppercase), chars(char::is_alphabetic)),
        u8::from(byline::is_line(line.text)),
        small(chars(|it| matches!(it, ',' | ';' | '(' | '—' | '–' | ':'))),
        small(chars(|it| matches!(it, '“' | '”' | '"' | '«' | '»'))),
        u8::from(line.text.contains("http") || line.text.contains("www."))
            + 2 * u8::from(line.text.contains('@')),
        u8::from(is_list) + 2 * u8::from(first.is_ascii_digit()),
        repeats.min(6),
        u8::from(first.is_lowercase()),
        share(count(FUNCTION_WORDS), n),
        share(count(SITE_WORDS), n),
        small(chars(|it| matches!(it, '|' | '•' | '·' | '/' | '›' | '»'))),
        small(n_chars.checked_div(n).unwrap_or(0)),
    ]
}

/// Sums over the lines of a page, so that a stretch of them is counted in one step.
struct Page {
    /// Words up to each line, and of these those in prose.
    words: Vec<usize>,
    prose: Vec<usize>,
    chrome: Vec<usize>,
    prose_lines: Vec<usize>,
    n: usize,
}

impl Page {
    fn of(lines: &[Line<'_>]) -> Page {
        let sums = |count: &dyn Fn(&Line<'_>) -> usize| {
            let mut sum = 0;
            let mut found = vec![0];
            found.extend(lines.iter().map(|it| {
                sum += count(it);
                sum
            }));
            found
        };
        Page {
            words: sums(&|it| it.size()),
            prose: sums(&|it| if it.is_prose() { it.size() } else { 0 }),
            chrome: sums(&|it| usize::from(it.verdict.is_some_and(|it| it.0 == PartKind::Chrome))),
            prose_lines: sums(&|it| usize::from(it.is_prose())),
            n: lines.len(),
        }
    }

    fn sum(sums: &[usize], from: usize, to: usize) -> usize {
        let at = |ix: usize| sums.get(ix).copied().unwrap_or(0);
        at(to).saturating_sub(at(from))
    }

    /// Features of the surroundings of a line.
    fn around(&self, ix: usize, region: &Range<usize>, row: &mut Vec<u8>) {
        let (before, after) = (ix.saturating_sub(FAR), (ix + 1 + FAR).min(self.n));
        let offset = |at: usize| {
            let apart = isize::try_from(ix).unwrap_or(0) - isize::try_from(at).unwrap_or(0);
            u8::try_from((apart + 100).clamp(0, 200)).unwrap_or(0)
        };
        let all = Self::sum(&self.words, 0, self.n);
        let prose = Self::sum(&self.prose, 0, self.n);
        row.extend([
            small(Self::sum(&self.prose, before, ix) / 4),
            small(Self::sum(&self.prose, ix + 1, after) / 4),
            small(Self::sum(&self.chrome, before, ix)),
            small(Self::sum(&self.chrome, ix + 1, after)),
            small(Self::sum(&self.prose_lines, before, ix)),
            small(Self::sum(&self.prose_lines, ix + 1, after)),
            share(Self::sum(&self.words, 0, ix), all),
            share(Self::sum(&self.prose, 0, ix), prose),
            share(Self::sum(&self.prose, ix + 1, self.n), prose),
            offset(region.start),
            offset(region.end.saturating_sub(1)),
            u8::from(region.contains(&ix)),
            share(ix, self.n),
            small(self.n / 8),
            share(prose, all),
            small(Self::sum(&self.prose, region.start, region.end) / 40),
            share(Self::sum(&self.prose, region.start, region.end), prose),
            small(ix),
        ]);
    }
}
