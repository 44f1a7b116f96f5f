//! Lines: a sentence's words in folded form, and where its clauses end.

use std::ops::Range;

use crate::model::{Mention, MentionForm, Span};
use crate::text::acts::{self, Act};
use crate::text::fold;
use crate::text::tags::Tag;
use crate::text::words::{Token, TokenKind};

/// Longest sentence that is read, in tokens; the rest of a longer one is left. Real sentences stay
/// far below it; a page without full stops must not cost more than its length.
const LONGEST: usize = 400;

/// One sentence, cut into folded words with their parts of speech.
pub(in crate::annotate) struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    folded: String,
    ends: Vec<usize>,
    tags: Vec<Tag>,
    /// Places at which a name starts right behind another.
    starts: Vec<usize>,
}

impl<'a> Line<'a> {
    /// `tokens` are those of the sentence; what `names` name is a name, whatever the tagger says.
    pub(super) fn new(text: &'a str, tokens: &'a [Token], names: &[Mention]) -> Self {
        let tokens = tokens.get(..LONGEST).unwrap_or(tokens);
        let mut folded = String::with_capacity(tokens.len() * 6);
        let mut ends = Vec::with_capacity(tokens.len());
        for token in tokens {
            let word = token.span.of(text);
            if word.is_ascii() {
                folded.extend(word.bytes().map(|it| char::from(it.to_ascii_lowercase())));
            } else {
                folded.push_str(&fold::plain(word));
            }
            ends.push(folded.len());
        }
        let mut line = Line { text, tokens, folded, ends, tags: Vec::new(), starts: Vec::new() };
        line.read_tags(names);
        line
    }

    /// Takes the tags of the tokens, and mends what names and neighbours show to be wrong.
    fn read_tags(&mut self, names: &[Mention]) {
        self.tags = self.tokens.iter().map(|it| it.tag).collect();
        let start = self.tokens.first().map_or(0, |it| it.span.start());
        let from = names.partition_point(|it| it.span.end() <= start);
        let mut names = names.iter().skip(from).peekable();
        let mut last = None;
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            while names.next_if(|it| it.span.end() <= token.span.start()).is_some() {}
            let name = names.peek().filter(|it| it.span.contains(token.span));
            let name = name.filter(|it| it.form == MentionForm::Name).map(|it| it.span);
            if name.is_some() && token.span.of(self.text).starts_with(char::is_uppercase) {
                self.tags[at] = Tag::Propn;
            }
            if name.is_some() && last.is_some() && name != last {
                self.starts.push(at);
            }
            last = name;
        }
        for at in 1..self.tokens.len() {
            if self.is_noun_after_all(at) {
                self.tags[at] = Tag::NounPlural;
            } else if self.is_verb_after_all(at) {
                self.tags[at] = Tag::VerbBase;
            } else if self.is_finite_after_all(at) {
                self.tags[at] = Tag::VerbPast;
            }
        }
    }

    /// Whether a word that was read as a verb can only be a noun here: “of talks between them”,
    /// “expressed concern”.
    fn is_noun_after_all(&self, at: usize) -> bool {
        let last = self.tag(at - 1);
        let plural = self.tag(at) == Tag::VerbPresent && self.word(at).ends_with('s');
        let act = || acts::act(&self.base(at)).is_some_and(|it| it.noun);
        let led = matches!(last, Tag::Adp | Tag::Det | Tag::Adj | Tag::Sconj);
        let tied =
            last == Tag::Noun && matches!(self.word(at + 1), "between" | "with" | "over" | "on");
        let bare = self.tag(at) == Tag::VerbBase
            && last.is_finite()
            && self.tag(at + 1) == Tag::Adp
            && !matches!(
                self.base(at - 1).as_str(),
                "help" | "let" | "make" | "go" | "come" | "see"
            );
        // “A strike over pay”, not “nothing but pay”.
        let base = self.tag(at) == Tag::VerbBase
            && last == Tag::Adp
            && !matches!(self.word(at - 1), "to" | "but" | "except" | "than");
        plural && (led || tied) && act() || bare || base
    }

    /// Whether a word that was read as a noun can only be a verb here: “would temporarily fund the
    /// port”.
    fn is_verb_after_all(&self, at: usize) -> bool {
        let last = (at.saturating_sub(3)..at).rev().find(|&it| self.tag(it) != Tag::Adv);
        let modal = last.is_some_and(|it| {
            matches!(
                self.word(it),
                "will" | "would" | "could" | "may" | "might" | "must" | "should" | "shall"
            ) && self.tag(it) == Tag::Aux
        });
        let next = self.tag(at + 1);
        let infinitive = last.is_some_and(|it| self.word(it) == "to" && self.tag(it) == Tag::Part);
        // “To back the bill”: an adverb that no verb follows.
        let adverb = self.tag(at) == Tag::Adv && !self.word(at).ends_with("ly") && next == Tag::Det;
        if infinitive && (matches!(self.tag(at), Tag::Noun | Tag::Adj) || adverb) {
            return true;
        }
        modal
            && matches!(self.tag(at), Tag::Noun | Tag::Adj)
            && !next.is_noun()
            && !next.is_verb()
            && next != Tag::Aux
    }

    /// Whether a participle is a past after all: “Okafor “accepted in principle” a meeting”.
    fn is_finite_after_all(&self, at: usize) -> bool {
        let before =
            (at.saturating_sub(2)..at).rev().find(|&it| !matches!(self.word(it), "\"" | "'"));
        self.tag(at) == Tag::VerbParticiple
            && before.is_some_and(|it| matches!(self.tag(it), Tag::Propn | Tag::Pron))
            && matches!(self.tag(at + 1), Tag::Det | Tag::Pron | Tag::Propn | Tag::Part)
            || self.tag(at) == Tag::VerbParticiple
                && before.is_some_and(|it| self.tag(it) == Tag::Propn)
                && self.says(at + 1, "in principle")
            || self.has_object(at)
    }

    /// “Officials urged patience”: what describes a noun has no object of its own, save for names
    /// and gifts, “a city called Oslo”.
    fn has_object(&self, at: usize) -> bool {
        let gives = matches!(
            self.base(at).as_str(),
            "call"
                | "name"
                | "dub"
                | "title"
                | "entitle"
                | "give"
                | "make"
                | "pay"
                | "offer"
                | "award"
                | "grant"
                | "owe"
                | "elect"
                | "deny"
                | "send"
                | "show"
                | "charge"
                | "fine"
                | "label"
        );
        let before = at.checked_sub(1).map(|it| self.tag(it));
        // “Ruled out a vote”.
        let particle = matches!(self.word(at + 1), "out" | "off" | "down" | "up" | "back");
        let next = self.tag(at + 1 + usize::from(particle));
        self.tag(at) == Tag::VerbParticiple
            && before.is_some_and(Tag::is_noun)
            && (next.is_noun() || next == Tag::Det && self.word(at + 1) != "all")
            && !gives
            && !super::subjects::says_when(self.word(at + 1))
            && !super::subjects::says_when(self.word(at + 2))
    }

    /// Whether a name starts at `at` right behind another.
    pub(super) fn starts_name(&self, at: usize) -> bool {
        self.starts.binary_search(&at).is_ok()
    }

    /// How many tokens it has.
    pub(in crate::annotate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded token at `at`; empty past either end.
    pub(in crate::annotate) fn word(&self, at: usize) -> &str {
        let Some(&end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        self.folded.get(start..end).unwrap_or_default()
    }

    /// What the token at `at` is; [`Tag::None`] past either end.
    pub(in crate::annotate) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::None)
    }

    /// The token before `at`, `back` places; empty before the first.
    pub(in crate::annotate) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |it| self.word(it))
    }

    /// Whether the words from `at` are those of `words`.
    pub(in crate::annotate) fn says(&self, at: usize, words: &str) -> bool {
        // Asked of each word for many phrases: most differ in the first letter.
        let first = |it: &str| it.as_bytes().first().copied();
        first(words) == first(self.word(at))
            && words.split(' ').enumerate().all(|(n, it)| self.word(at + n) == it)
    }

    /// The base form of the word at `at`.
    pub(in crate::annotate) fn base(&self, at: usize) -> String {
        acts::base(self.word(at))
    }

    /// The kind of act that the word at `at` names, and its base form.
    pub(in crate::annotate) fn act(&self, at: usize) -> Option<(String, Act)> {
        if !self.is_word(at) {
            return None;
        }
        let base = self.base(at);
        acts::act(&base).map(|it| (base, it))
    }

    /// Uses of the words for acts that name none: “the cost of living”, “a review of the film”.
    pub(in crate::annotate) fn is_aside(&self, at: usize) -> bool {
        match self.word(at) {
            "cost" => true,
            "costs" => !matches!(
                self.before(at, 1),
                "severe" | "heavy" | "high" | "impose" | "real" | "massive"
            ),
            "release" => self.before(at, 1) == "news" || self.before(at, 1) == "press",
            "talk" | "support" | "exit" | "charge" | "deal" => {
                let (last, next) = (self.before(at, 1), self.word(at + 1));
                matches!(last, "great" | "good" | "small" | "big" | "in") && next != "to"
                    || self.says(at, "deal with")
                    || self.says(at, "talk about")
            }
            "war" => matches!(self.before(at, 1), "cold" | "civil" | "world" | "trade"),
            "conference" => matches!(self.before(at, 1), "news" | "press"),
            "house" => true,
            _ => self.before(at, 1) == "white" || self.word(at + 1) == "room",
        }
    }

    /// Whether the token at `at` is a word.
    pub(in crate::annotate) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| it.kind == TokenKind::Word)
    }

    /// Whether the token at `at` is a word or a number, no mark; a share or a sum of money is one.
    pub(in crate::annotate) fn is_said(&self, at: usize) -> bool {
        let mark = self.tokens.get(at).is_none_or(|it| it.kind == TokenKind::Mark);
        !mark || matches!(self.word(at), "%" | "$" | "€" | "£")
    }

    /// The mark in a range that opens or closes a quotation alone, where there is one.
    pub(in crate::annotate) fn odd_mark(&self, range: Range<usize>) -> Option<usize> {
        let mut open = None;
        for at in range {
            match self.mark(at) {
                "“" => open = Some(at),
                "”" if open.take().is_none() => return Some(at),
                "\"" => open = if open.is_some() { None } else { Some(at) },
                _ => {}
            }
        }
        open
    }

    /// Whether the token at `at` starts with a capital letter.
    pub(in crate::annotate) fn is_capital(&self, at: usize) -> bool {
        let first = self.tokens.get(at).and_then(|it| it.span.of(self.text).chars().next());
        first.is_some_and(char::is_uppercase)
    }

    /// The bytes of a range of tokens.
    pub(in crate::annotate) fn span(&self, range: Range<usize>) -> Option<Span> {
        let first = self.tokens.get(range.start)?;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        (range.start < range.end).then(|| first.span.join(last.span))
    }

    /// The first token that starts at or after the byte `byte`.
    pub(in crate::annotate) fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|it| it.span.start() < byte)
    }

    /// One past the last token of the clause that holds `from`, with its opening word before it:
    /// it ends at the next comma, dash, stop, or mark that closes a quotation it did not open.
    pub(in crate::annotate) fn clause_end(&self, from: usize) -> usize {
        let mut open = false;
        for at in from..self.len() {
            match self.word(at) {
                ";" | ":" | "?" | "!" | "(" | ")" => return at,
                "," | "-" if !open && !self.is_between_adjectives(at) => return at,
                "." if at + 1 >= self.len() || !self.is_word(at + 1) => return at,
                "\"" => match self.mark(at) {
                    "“" | "„" | "«" => open = true,
                    "”" | "»" if !open => return at,
                    "\"" if !open && self.closes(at) => return at,
                    "”" | "»" => open = false,
                    _ => open = !open,
                },
                "'" if !open && self.closes(at) => return at,
                "but" if at > from + 2 => return at,
                "said" | "says" if at > from + 2 => return at,
                "according" if at > from => return at,
                _ => {}
            }
        }
        self.len()
    }

    /// Whether a comma stands inside a noun phrase: “a large, hastily called meeting”.
    pub(in crate::annotate) fn is_between_adjectives(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let describes = ["ly", "ed", "ous", "ful", "ive", "al"]
            .iter()
            .any(|it| next.len() > 4 && next.ends_with(it));
        self.word(at) == "," && matches!(self.before(at, 2), "a" | "an") && describes
    }

    fn mark(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    /// Whether the straight mark at `at` touches what stands before it and not what follows.
    pub(super) fn closes(&self, at: usize) -> bool {
        let touches = |a: usize, b: usize| match (self.tokens.get(a), self.tokens.get(b)) {
            (Some(a), Some(b)) => a.span.end() == b.span.start(),
            _ => false,
        };
        at > 0 && touches(at - 1, at) && !(touches(at, at + 1) && self.is_word(at + 1))
    }
}
