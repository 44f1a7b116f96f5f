//! Names: runs of words with capitals, cut into persons, organisations and places with the titles
//! and roles before them.

use std::ops::Range;

use super::kinds;
use super::lexicon::{self, Class};
use super::words::{Line, Shape, Word};
use crate::model::{NameKind, Span};
use crate::text::fold;

/// Words that seem to name something.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The words, as places in the list of all.
    pub words: Range<usize>,
    /// The bytes, without possessive ending.
    pub span: Span,
    /// The words in folded form, with blanks between.
    pub folded: String,
    /// The likeliest kind, with a weight from 1 (a guess) to 9 (sure).
    pub kind: NameKind,
    /// See [`kind`](Self::kind).
    pub weight: u32,
    /// Which sentence, as a place in the list of lines.
    pub line: usize,
    /// The role before it: “White House press secretary”.
    pub role: Option<Span>,
    /// Whether the title before it tells the sex.
    pub sex: Class,
    /// Whether its only capital may be due to the start of a sentence.
    pub doubtful: bool,
}

/// Finds the names of one sentence. `words` are those of the whole article.
pub(super) fn of_line(text: &str, words: &[Word], line: usize, at: &Line, found: &mut Vec<Name>) {
    let mut finder = Finder { text, words, line, end: at.words.end, start: at.words.start, found };
    let mut next = at.words.start;
    while next < at.words.end {
        next = match finder.run(next) {
            Some(run) => {
                let end = run.end;
                finder.cut(run);
                end
            }
            None => next + 1,
        };
    }
}

struct Finder<'a> {
    text: &'a str,
    words: &'a [Word],
    line: usize,
    start: usize,
    end: usize,
    found: &'a mut Vec<Name>,
}

/// Longest run of capitals that is looked at as one; what goes on longer is a list or a headline.
const MOST_WORDS: usize = 14;

impl Finder<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        if at < self.start || at >= self.end { None } else { self.words.get(at).copied() }
    }

    fn of(&self, at: usize) -> &str {
        self.word(at).map_or("", |it| it.span.of(self.text))
    }

    fn class(&self, at: usize) -> Class {
        self.word(at).map_or(Class::default(), |it| it.class)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_capital)
    }

    /// Whether a capital at this place is due to the start of a sentence or quotation.
    fn opens(&self, at: usize) -> bool {
        at == self.start
            || matches!(
                self.of(at - 1),
                "“" | "\"" | "‘" | "'" | "«" | "„" | "•" | "-" | "–" | "—" | ":" | "…" | "*"
            )
    }

    /// The run of words with capitals that starts at a word, if one does.
    fn run(&self, start: usize) -> Option<Range<usize>> {
        let first = self.word(start).filter(|it| it.is_capital())?;
        if first.class.is(Class::FUNCTION) && !self.is_name_after_all(start) {
            return None;
        }
        let mut end = start + 1;
        while end - start < MOST_WORDS {
            let last = self.word(end - 1)?;
            if last.possessive && !self.keeps_possessive(end - 1) {
                break;
            }
            end = match self.link(start, end) {
                Some(next) => next,
                None => break,
            };
        }
        Some(start..end)
    }

    /// “Will” and “May” before another capital.
    fn is_name_after_all(&self, at: usize) -> bool {
        self.class(at).is(Class::GIVEN)
            && self.is_capital(at + 1)
            && !self.class(at + 1).is(Class::FUNCTION)
            && !matches!(self.of(at), "A" | "An" | "I" | "Do")
    }

    /// “Children’s Hospital”, “People’s Party”: the possessive is part of the name.
    fn keeps_possessive(&self, at: usize) -> bool {
        let word = self.of(at);
        let stem = word.get(..word.len().saturating_sub(2)).unwrap_or_default();
        let stem = stem.trim_end_matches(['\'', '’']);
        matches!(stem, "People" | "Children" | "Women" | "Men" | "Veterans" | "Workers" | "Lloyd")
            && self.is_capital(at + 1)
    }

    /// Where the run that goes up to `end` would go on to.
    fn link(&self, start: usize, end: usize) -> Option<usize> {
        let next = self.word(end)?;
        let before = self.word(end - 1)?;
        let touches = before.span.end() == next.span.start();
        if next.is_capital() {
            let grammar = next.class.is(Class::FUNCTION) && !self.is_name_after_all(end);
            return (!grammar).then_some(end + 1);
        }
        match self.of(end) {
            "." if touches && self.is_abbreviated(end - 1) => Some(end + 1),
            "&" | "’" | "'" if self.is_capital(end + 1) && self.of(end) == "&" => Some(end + 2),
            "," if matches!(
                self.of(end + 1),
                "Inc" | "Inc." | "Jr" | "Jr." | "LLC" | "Ltd" | "Sr"
            ) =>
            {
                Some(end + 2)
            }
            "of" | "for" if self.takes_of(start, end) => {
                let skip = usize::from(self.of(end + 1) == "the");
                self.is_capital(end + 1 + skip).then_some(end + 2 + skip)
            }
            "and" if self.takes_and(start, end) => Some(end + 2),
            _ if next.class.is(Class::PARTICLE) => self.particles(end),
            _ => None,
        }
    }

    /// A full stop after the word does not end anything: “J.”, “Gov.”, “St.”, “Inc.”
    fn is_abbreviated(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        word.shape == Shape::Initial && self.of(at) != "I"
            || matches!(
                self.of(at),
                "St" | "Mt" | "Ft" | "Inc" | "Corp" | "Co" | "Ltd" | "Jr" | "Sr" | "Bros"
            )
            || word.class.is(Class::MR_TITLE)
    }

    /// “Ministry of”, “Secretary of”, “Gulf of”.
    fn takes_of(&self, start: usize, end: usize) -> bool {
        let class = self.class(end - 1);
        let for_ = self.of(end) == "for";
        let heads = Class::ORG_START.or(Class::ORG_HEAD);
        if for_ {
            return class.is(heads) && end - start <= 4 && self.is_capital(end + 1);
        }
        class.is(heads.or(Class::PLACE_START).or(Class::PLACE_HEAD).or(Class::OTHER_HEAD))
            || class.is(Class::ROLE) && matches!(self.of(end + 1), "State" | "Defense" | "Defence")
    }

    /// “Food and Drug Administration”, “Department of Health and Human Services”.
    fn takes_and(&self, start: usize, end: usize) -> bool {
        if !self.is_capital(end + 1) {
            return false;
        }
        let known = Class::PLACE.or(Class::NATIONAL).or(Class::KNOWN_ORG).or(Class::GIVEN);
        let of = (start..end).any(|it| matches!(self.of(it), "of" | "for"));
        if of {
            let heads = Class::ORG_START.or(Class::KNOWN_ORG).or(Class::COUNTRY);
            return self.class(start).is(Class::ORG_START)
                && !self.class(end + 1).is(heads)
                && !self.class(end - 1).is(known);
        }
        if end - start > 2 || (start..end).any(|it| self.class(it).is(known)) {
            return false;
        }
        let last = (end + 1..end + 5).take_while(|&it| self.is_capital(it)).last();
        last.is_some_and(|it| it > end + 1 && self.class(it).is(Class::ORG_HEAD))
            && !self.class(end + 1).is(known)
            && !self.class(end - 1).is(Class::ORG_HEAD.or(Class::ROLE))
    }

    /// “von der Leyen”, “bin Salman”: particles with a capital after them.
    fn particles(&self, end: usize) -> Option<usize> {
        let mut next = end;
        while next < end + 3 && self.class(next).is(Class::PARTICLE) && !self.is_capital(next) {
            next += 1;
        }
        // “Ortiz y Vega” may be two; “the”, “a” and “y” do not count before lists.
        (self.is_capital(next) && !matches!(self.of(end), "a" | "y" | "e" | "in"))
            .then_some(next + 1)
    }

    /// Cuts a run into names, and adds them.
    fn cut(&mut self, run: Range<usize>) {
        let run = self.trimmed(run);
        if run.is_empty() {
            return;
        }
        if let Some((role, person)) = self.title(&run) {
            let before = run.start..role.start;
            let from = if before.is_empty() { role.start } else { run.start };
            let role_span = self.span(from..role.end);
            let sex = role.clone().fold(Class::default(), |sex, it| {
                if self.class(it).is(Class::FEMALE) {
                    Class::FEMALE
                } else if self.class(it).is(Class::MALE) {
                    Class::MALE
                } else {
                    sex
                }
            });
            self.cut(before);
            let bare = role.len() <= 2
                && self.class(role.start).is(Class::MR_TITLE)
                && matches!(
                    self.of(role.start),
                    "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Mr." | "Mrs."
                );
            self.add(person, (NameKind::Person, 8), role_span.filter(|_| !bare), sex);
            return;
        }
        // “White House Press Secretary”: a role without a name is for nominals.
        let mut end = run.end;
        while end > run.start && self.ends_as_role(run.start, end) {
            end -= 1;
        }
        if end < run.end {
            while end > run.start
                && self.class(end - 1).is(Class::ROLE_PART)
                && !self.class(end - 1).is(Class::PLACE.or(Class::KNOWN_ORG))
                && !self.known(run.start..end)
            {
                end -= 1;
            }
            if end > run.start {
                self.cut(run.start..end);
            }
            return;
        }
        self.whole(run);
    }

    fn ends_as_role(&self, start: usize, end: usize) -> bool {
        let class = self.class(end - 1);
        class.is(Class::ROLE.or(Class::TITLE))
            && !class.is(Class::GIVEN.or(Class::ORG_HEAD))
            && !(end - start >= 2 && self.class(start).is(Class::GIVEN))
    }

    /// A run without titles is one name.
    fn whole(&mut self, mut run: Range<usize>) {
        while run.len() > 1
            && self.class(run.start).is(Class::NATIONAL)
            && !self.known(run.clone())
            && !self
                .class(run.end - 1)
                .is(Class::ORG_HEAD.or(Class::PLACE_HEAD).or(Class::OTHER_HEAD))
        {
            run = self.trimmed(run.start + 1..run.end);
        }
        if run.is_empty() {
            return;
        }
        let context = kinds::Context {
            text: self.text,
            words: self.words,
            line: self.start..self.end,
            opens: self.opens(run.start),
        };
        if let Some(kind) = kinds::of(&context, &run) {
            self.add(run, kind, None, Class::default());
        }
    }

    fn known(&self, run: Range<usize>) -> bool {
        let phrase = folded(self.text, self.words, &run);
        lexicon::class_of_phrase(&phrase).is(Class::PLACE.or(Class::KNOWN_ORG))
    }

    /// The run without words at either end that belong to no name.
    fn trimmed(&self, mut run: Range<usize>) -> Range<usize> {
        while run.len() > 1 && self.opens(run.start) && self.is_opener(&run) {
            run.start += 1;
        }
        while !run.is_empty() && self.is_no_end(run.start) && !self.known(run.clone()) {
            run.start += 1;
        }
        while !run.is_empty() && (self.is_no_end(run.end - 1) || self.of(run.end - 1) == "of") {
            run.end -= 1;
        }
        run
    }

    /// A common word with the capital of its sentence before a name: “According”, “Former”.
    fn is_opener(&self, run: &Range<usize>) -> bool {
        let class = self.class(run.start);
        class.is(Class::COMMON)
            && !class.is(Class::GIVEN.or(Class::TITLE).or(Class::ROLE).or(Class::NATIONAL))
            && !self.class(run.end - 1).is(Class::ORG_HEAD.or(Class::PLACE_HEAD))
            && !self.known(run.clone())
    }

    fn is_no_end(&self, at: usize) -> bool {
        let class = self.class(at);
        let given = class.is(Class::GIVEN) && self.is_capital(at + 1);
        (class.is(Class::CALENDAR) && !given)
            || matches!(self.word(at).map(|it| it.shape), Some(Shape::Number))
            || matches!(self.of(at), "," | "&")
            || (self.of(at) == "." && !self.is_abbreviated(at.saturating_sub(1)))
    }

    /// The last title in the run that a person's name follows: the words of the role, and the name.
    fn title(&self, run: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let titles = Class::TITLE.or(Class::ROLE);
        let last = run.clone().rev().skip(1).find(|&it| {
            self.class(it).is(titles) && !(self.class(it).is(Class::GIVEN) && it == run.start)
        })?;
        let mut name = last + 1;
        if self.of(name) == "." {
            name += 1;
        }
        if matches!(self.of(name), "of" | "for") {
            let given = (name + 1..run.end).find(|&it| self.class(it).is(Class::GIVEN));
            name = given.unwrap_or(name + 2).min(run.end);
        }
        while name < run.end && self.of(name) == "," {
            name += 1;
        }
        let person = self.trimmed(name..run.end);
        let heads = Class::ORG_HEAD.or(Class::PLACE_HEAD).or(Class::OTHER_HEAD);
        let given = self.class(person.start).is(Class::GIVEN);
        if person.is_empty() || self.class(person.end - 1).is(heads) && !given && person.len() > 1 {
            return None;
        }
        let ends = heads.or(Class::ORG_NOUN).or(Class::COMMON);
        if person.len() == 1 && self.class(person.start).is(ends) {
            return None;
        }
        let mut start = last;
        while start > run.start && self.belongs_to_role(start - 1, run.start) {
            start -= 1;
        }
        Some((start..name, person))
    }

    fn belongs_to_role(&self, at: usize, start: usize) -> bool {
        let class = self.class(at);
        if self.of(at) == "." {
            return true;
        }
        class.is(Class::ROLE_PART.or(Class::TITLE).or(Class::ROLE)) && !self.known(start..at + 1)
            || class.is(Class::NATIONAL)
    }

    fn span(&self, words: Range<usize>) -> Option<Span> {
        span(self.text, self.words, &words)
    }

    fn add(&mut self, words: Range<usize>, kind: (NameKind, u32), role: Option<Span>, sex: Class) {
        let Some(span) = self.span(words.clone()) else { return };
        let doubtful = words.len() == 1 && self.opens(words.start) && role.is_none() && kind.1 < 5;
        let folded = folded(self.text, self.words, &words);
        let (kind, weight) = kind;
        self.found.push(Name {
            words,
            span,
            folded,
            kind,
            weight,
            line: self.line,
            role,
            sex,
            doubtful,
        });
    }
}

/// The bytes of some words, without the possessive ending of the last.
pub(super) fn span(text: &str, words: &[Word], range: &Range<usize>) -> Option<Span> {
    let (first, last) = (words.get(range.start)?, words.get(range.end.checked_sub(1)?)?);
    Span::checked(text, first.span.start(), last.stem(text).end())
}

/// Words in folded form with blanks between, without full stops.
pub(super) fn folded(text: &str, words: &[Word], range: &Range<usize>) -> String {
    let mut folded = String::new();
    for word in words.get(range.clone()).unwrap_or_default() {
        let stem = word.stem(text).of(text);
        if stem == "." || stem == "," {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&fold::plain(stem));
    }
    folded
}
