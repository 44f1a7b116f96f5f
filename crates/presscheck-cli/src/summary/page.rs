//! The page: lines that fit a terminal, and lists that end in a count of the rest.

/// Characters to a line: what a terminal window shows beside others, and a mail does not break.
const WIDTH: usize = 100;

/// Lines, as they are written.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// Writes some words, broken into lines; all but the first stand two blanks further in.
    pub(super) fn line(&mut self, indent: usize, words: &str) {
        if words.is_empty() {
            return;
        }
        let mut column = indent;
        self.blanks(indent);
        for (ix, word) in words.split(' ').enumerate() {
            let length = word.chars().count();
            if ix > 0 && column + 1 + length > WIDTH {
                self.text.push('\n');
                self.blanks(indent + 2);
                column = indent + 2;
            } else if ix > 0 {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += length;
        }
        self.text.push('\n');
    }

    /// A heading with a free line above it.
    pub(super) fn heading(&mut self, words: &str) {
        self.gap();
        self.line(0, words);
    }

    /// A free line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Shows the first `most` entries and counts the others.
    pub(super) fn list<T>(&mut self, entries: &[T], most: usize, show: impl Fn(&mut Self, &T)) {
        for it in entries.iter().take(most) {
            show(self, it);
        }
        if entries.len() > most {
            self.line(2, &format!("and {} more", entries.len() - most));
        }
    }

    pub(super) fn text(self) -> String {
        self.text
    }

    fn blanks(&mut self, n: usize) {
        self.text.extend(std::iter::repeat_n(' ', n));
    }
}

/// Words on one line, without characters that would move the cursor or turn the line around.
pub(crate) fn one_line(words: &str) -> String {
    let moves = |it: char| {
        it.is_control()
            || matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = words.chars().map(|it| if moves(it) { ' ' } else { it }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As many words as have no more than `most` characters together, with a mark where some are left
/// out.
pub(crate) fn clipped(words: &str, most: usize) -> String {
    let words = one_line(words);
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '–', '—', ' ']))
}
