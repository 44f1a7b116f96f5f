//! What a site asks of robots in its `robots.txt`: RFC 9309, and the pause (`Crawl-delay`) that many
//! sites add.

use std::time::Duration;

/// We are named so in such files.
const NAME: &str = "presscheck";

/// The longest pause that is kept to.
const LONGEST_DELAY: Duration = Duration::from_secs(30);

/// What is asked of us.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Robots {
    rules: Vec<Rule>,
    /// The pause between two requests.
    pub(super) delay: Option<Duration>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Rule {
    allows: bool,
    /// Of a path, percent-encoded alike; `*` is any run of bytes, a last `$` the end.
    pattern: Vec<u8>,
}

/// What the lines before the rules of a group name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whom {
    Others,
    All,
    Us,
}

impl Robots {
    /// Reads such a file. Lines that say nothing known are passed over, as the RFC has it.
    pub(super) fn read(bytes: &[u8]) -> Robots {
        let text = String::from_utf8_lossy(bytes);
        let (mut for_all, mut for_us) = (Robots::default(), None::<Robots>);
        let mut whom = Whom::Others;
        // Whether the last lines named robots: one more of them joins their group.
        let mut is_naming = false;
        for line in text.trim_start_matches('\u{feff}').split(['\r', '\n']) {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            if key == "user-agent" {
                let named = named(value);
                whom = if is_naming { whom.max(named) } else { named };
                is_naming = true;
                // A group for us takes the place of the one for all, even without a rule.
                if whom == Whom::Us {
                    for_us.get_or_insert_default();
                }
                continue;
            }
            let group = match whom {
                Whom::Others => None,
                Whom::All => Some(&mut for_all),
                Whom::Us => for_us.as_mut(),
            };
            is_naming &= !matches!(key.as_str(), "allow" | "disallow");
            if let Some(group) = group {
                group.take(&key, value);
            }
        }
        for_us.unwrap_or(for_all)
    }

    fn take(&mut self, key: &str, value: &str) {
        match key {
            "allow" | "disallow" if !value.is_empty() => {
                self.rules.push(Rule { allows: key == "allow", pattern: alike(value) });
            }
            "crawl-delay" => {
                let seconds =
                    value.parse().ok().and_then(|it| Duration::try_from_secs_f64(it).ok());
                self.delay = seconds.map(|it| it.min(LONGEST_DELAY)).or(self.delay);
            }
            _ => {}
        }
    }

    /// Whether we may fetch a path, with its query: the longest rule that matches decides, and of two
    /// as long the one that allows.
    pub(super) fn allow(&self, path: &str) -> bool {
        let path = alike(path);
        let rules = self.rules.iter().filter(|it| matches(&it.pattern, &path));
        rules.max_by_key(|it| (it.pattern.len(), it.allows)).is_none_or(|it| it.allows)
    }
}

/// Whom a `User-agent` line names: the product token that it opens with.
fn named(value: &str) -> Whom {
    let is_part = |it: char| it.is_ascii_alphabetic() || it == '-' || it == '_';
    let token = value.split(|it| !is_part(it)).next().unwrap_or_default();
    if value.starts_with('*') {
        Whom::All
    } else if token.eq_ignore_ascii_case(NAME) {
        Whom::Us
    } else {
        Whom::Others
    }
}

/// A path in the one form in which paths are compared: what needs no percent-encoding has none, all
/// bytes beyond ASCII have.
fn alike(path: &str) -> Vec<u8> {
    let bytes = path.as_bytes();
    let mut found = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let given =
            (byte == b'%').then(|| bytes.get(at + 1..at + 3).and_then(hexadecimal)).flatten();
        at += if given.is_some() { 3 } else { 1 };
        match given {
            Some(it) if it.is_ascii_alphanumeric() || b"-._~".contains(&it) => found.push(it),
            Some(it) => found.extend(format!("%{it:02X}").bytes()),
            None if byte.is_ascii() => found.push(byte),
            None => found.extend(format!("%{byte:02X}").bytes()),
        }
    }
    found
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let digit = |it: u8| char::from(it).to_digit(16).and_then(|it| u8::try_from(it).ok());
    Some(digit(*digits.first()?)? * 16 + digit(*digits.get(1)?)?)
}

/// Whether a path opens as the pattern says. Each piece between two `*` is sought behind the one
/// before it; only the last piece is bound to the end.
fn matches(pattern: &[u8], path: &[u8]) -> bool {
    let (pattern, is_whole) = match pattern.strip_suffix(b"$") {
        Some(it) => (it, true),
        None => (pattern, false),
    };
    let mut pieces = pattern.split(|it| *it == b'*');
    let Some(mut rest) = pieces.next().and_then(|it| path.strip_prefix(it)) else { return false };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return !is_whole || rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if is_whole && pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        let at = if piece.is_empty() {
            Some(0)
        } else {
            rest.windows(piece.len()).position(|it| it == piece)
        };
        let Some(behind) = at.and_then(|it| rest.get(it + piece.len()..)) else { return false };
        rest = behind;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, allowed: &[&str], refused: &[&str]) {
        let robots = Robots::read(file.as_bytes());
        for it in allowed {
            assert!(robots.allow(it), "{it} is allowed by {file}");
        }
        for it in refused {
            assert!(!robots.allow(it), "{it} is refused by {file}");
        }
    }

    #[test]
    fn the_group_that_names_us_takes_the_place_of_the_one_for_all() {
        let file = "User-agent: *\nDisallow: /\n\nUSER-AGENT : PressCheck/1.0 # us\ndisallow: /a\n";
        check(file, &["/", "/b"], &["/a", "/a/1"]);
        check("User-agent: presscheck\n\nUser-agent: *\nDisallow: /\n", &[], &["/b"]);
        check("User-agent: *\nDisallow: /\n\nUser-agent: presscheck\nAllow: /\n", &["/b"], &[]);
        check("User-agent: presschecker\nDisallow: /\n", &["/b"], &[]);
    }

    #[test]
    fn several_groups_for_us_are_one() {
        let file = "User-agent: presscheck\nDisallow: /a\n\nUser-agent: other\nDisallow: /c\n\n\
                    User-agent: other\nUser-agent: presscheck\nDisallow: /b\n";
        check(file, &["/c"], &["/a", "/b"]);
    }

    #[test]
    fn lines_that_say_nothing_known_part_no_group() {
        let file = "User-agent: presscheck\nSitemap: https://a.example/s.xml\nUser-agent: x\n\
                    Crawl-delay: 2\nnonsense\nDisallow: /a";
        check(file, &["/b"], &["/a"]);
        check("Disallow: /\nUser-agent: *\n", &["/a"], &[]);
        check("\u{feff}User-agent: *\r\rDisallow: /a\r\n", &["/b"], &["/a"]);
        check("", &["/a"], &[]);
        check("<html>no: such\nfile</html>", &["/a"], &[]);
    }

    #[test]
    fn the_longest_rule_decides_and_allows_where_two_are_as_long() {
        check("User-agent: *\nAllow: /p\nDisallow: /\n", &["/page"], &["/other"]);
        check("User-agent: *\nDisallow: /page\nAllow: /page\n", &["/page"], &[]);
        check("User-agent: *\nAllow: /a\nDisallow: /*.htm\n", &["/a.txt"], &["/a.htm"]);
        check("User-agent: *\nDisallow:\n", &["/a"], &[]);
    }

    #[test]
    fn stars_and_ends_are_read() {
        check("User-agent: *\nDisallow: /*.php$\n", &["/a.php5", "/a.php?x=1"], &["/a.php"]);
        check("User-agent: *\nDisallow: /a*b*c\n", &["/a/c/b", "/xabc"], &["/abc", "/a1b2c3"]);
        check("User-agent: *\nDisallow: *?s=\n", &["/a"], &["/a?s=1"]);
        check("User-agent: *\nDisallow: /$\n", &["/a"], &["/"]);
        check("User-agent: *\nDisallow: /a*a$\n", &["/a"], &["/aa"]);
    }

    #[test]
    fn one_letter_is_one_letter_however_it_is_encoded() {
        check("User-agent: *\nDisallow: /zoë\n", &["/zoe"], &["/zo%C3%AB", "/zo%c3%ab"]);
        check("User-agent: *\nDisallow: /%7Eada/a%2fb\n", &["/~ada/a/b"], &["/~ada/a%2Fb"]);
        check("User-agent: *\nDisallow: /100%\n", &["/100"], &["/100%"]);
    }

    #[test]
    fn the_pause_is_ours_and_has_an_end() {
        let delay = |file: &str| Robots::read(file.as_bytes()).delay.map(|it| it.as_secs_f64());
        assert_eq!(delay("User-agent: *\nCrawl-delay: 2.5\n"), Some(2.5));
        assert_eq!(delay("User-agent: *\nCrawl-delay: 1e9\n"), Some(30.0));
        for it in ["-1", "soon", "inf", "NaN"] {
            assert_eq!(delay(&format!("User-agent: *\nCrawl-delay: {it}\n")), None, "{it}");
        }
        assert_eq!(delay("User-agent: other\nCrawl-delay: 9\n"), None);
    }
}
