//! A paragraph as its writer's own words, with each quoted stretch as one unit among them.

use super::keep::is_title;
use super::lexicon::{Class, other, verb};
use super::marks::Marked;
use crate::model::{Mention, MentionForm, Sentence, Span};
use crate::text::phrase::lower;
use crate::text::tags::Tag;
use crate::text::words::{Token, TokenKind, within};

/// A word, a mark, or a whole quoted stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its bytes; for a quoted stretch those with the marks.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: UnitKind,
    /// A word's part of speech.
    pub(super) tag: Tag,
    /// What a word can do; empty for anything else.
    pub(super) class: Class,
    /// What an apostrophe at its end holds.
    pub(super) clitic: Clitic,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum UnitKind {
    Word {
        /// Whether it starts with a capital letter.
        capital: bool,
    },
    Number,
    Mark(char),
    /// A place in the paragraph's list of quoted stretches.
    Quote(usize),
}

/// What is written after an apostrophe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Clitic {
    None,
    /// “Veld’s”: a possessor, or seldom “is”.
    Possessive,
    /// “he’s”, “they’ll”: a verb that helps.
    Aux,
}

impl Unit {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    fn make_verb(&mut self, text: &str) {
        let mut room = [0; 20];
        self.tag = Tag::VerbPresent;
        self.class = verb(lower(self.span.of(text), &mut room));
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == UnitKind::Mark(mark)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, UnitKind::Word { .. })
    }

    pub(super) fn is_capital(&self) -> bool {
        self.kind == (UnitKind::Word { capital: true })
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, UnitKind::Quote(_))
    }

    /// Whether it is this word, in any case. `word` is in lower case.
    pub(super) fn reads(&self, text: &str, word: &str) -> bool {
        self.is_word() && self.span.of(text).eq_ignore_ascii_case(word)
    }
}

/// The units of one paragraph. `tokens` are those of the paragraph, `mentions` those from it on.
pub(super) fn units(
    text: &str,
    tokens: &[Token],
    marked: &[Marked],
    mentions: &[Mention],
) -> Vec<Unit> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut names = mentions.iter().filter(|it| it.form == MentionForm::Name).peekable();
    let mut next = marked.iter().enumerate().peekable();
    let mut until = 0;
    for token in tokens {
        if let Some(&(ix, stretch)) = next.peek()
            && stretch.outer.start() <= token.span.start()
        {
            let tokens = within(tokens, stretch.inner);
            found.push(Unit {
                span: stretch.outer,
                kind: UnitKind::Quote(ix),
                // A title is a name: “told “Good Morning Harbour” that”.
                tag: if is_name(stretch.inner.of(text)) { Tag::Propn } else { Tag::None },
                class: if opens_with_verb(tokens) { Class::VERBAL } else { Class::default() },
                clitic: Clitic::None,
            });
            until = stretch.outer.end();
            next.next();
        }
        while names.next_if(|it| it.span.end() <= token.span.start()).is_some() {}
        if token.span.start() >= until {
            let named = names.peek().is_some_and(|it| it.span.overlaps(token.span));
            found.push(unit(text, *token, named));
        }
    }
    mend(text, &mut found);
    found
}

/// Whether a stretch is a name within the writer's sentence and no speech.
fn is_name(inner: &str) -> bool {
    !inner.ends_with([',', '.', '!', '?']) && is_title(inner)
}

/// Whether a stretch can be the verb of the writer's clause: “the plan “was a trap””.
fn opens_with_verb(tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|it| it.kind != TokenKind::Mark).map(|it| it.tag);
    first.is_some_and(|it| it == Tag::Aux || it.is_verb() && it != Tag::VerbGerund)
}

/// Makes verbs of saying beside speech verbs, where the tagger takes them for nouns: it has seen
/// few sentences such as ““…,” declares Ana Oduya”.
fn mend(text: &str, units: &mut [Unit]) {
    for at in 0..units.len() {
        if units[at].is_quote() {
            mend_after(text, units, at + 1);
        } else if matches!(units[at].kind, UnitKind::Mark(',' | ':'))
            && units.get(at + 1).is_some_and(Unit::is_quote)
            && at >= 2
            && is_mistaken(text, &units[at - 1])
            && matches!(units[at - 2].tag, Tag::Propn | Tag::Pron)
        {
            units[at - 1].make_verb(text);
        } else if units[at].is_mark('.') && at >= 2 {
            mend_before_stop(text, units, at);
        }
    }
}

/// The same at the end of “The pier is shut, the lawsuit alleges.”
fn mend_before_stop(text: &str, units: &mut [Unit], stop: usize) {
    let verb = stop - 1;
    let noun = matches!(units[verb - 1].tag, Tag::Noun | Tag::NounPlural | Tag::Propn | Tag::Pron);
    if !noun || !is_mistaken(text, &units[verb]) {
        return;
    }
    // 8 units: as behind a stretch.
    for at in (verb.saturating_sub(8)..verb).rev() {
        if units[at].is_mark(',') {
            units[verb].make_verb(text);
            return;
        }
        if !units[at].is_word() || units[at].tag.is_verb() || units[at].is(Class::AUX) {
            return;
        }
    }
}

/// The same behind a stretch, from the unit at `from` on.
fn mend_after(text: &str, units: &mut [Unit], from: usize) {
    let outside =
        units.get(from).is_some_and(|it| matches!(it.kind, UnitKind::Mark(',' | '—' | '–')));
    let from = from + usize::from(outside);
    let opens = |it: &Unit| it.is_capital() || it.is(Class::DET) || it.is(Class::PRONOUN);
    if units.get(from).is_some_and(|it| is_mistaken(text, it))
        && units.get(from + 1).is_some_and(opens)
    {
        units[from].make_verb(text);
        return;
    }
    // “…,” columnist Ana Oduya wrote.
    if units.get(from).is_some_and(|it| is_role(text, it))
        && units.get(from + 1).is_some_and(Unit::is_capital)
    {
        units[from].tag = Tag::Noun;
        units[from].class = Class::default();
    }
    // 8 units: the longest role and name that stand before the verb without a comma.
    for at in from..units.len().min(from + 8) {
        let unit = &units[at];
        // “…,” Ana Oduya shot back.
        if at > from
            && units.get(at + 1).is_some_and(|it| it.reads(text, "back"))
            && ["shot", "fired", "hit", "snapped"].iter().any(|it| unit.reads(text, it))
        {
            units[at].make_verb(text);
            return;
        }
        if !unit.is_word() || unit.tag.is_verb() && !unit.is(Class::ABBREVIATED) {
            return;
        }
        let ends = units.get(at + 1).is_none_or(|it| {
            matches!(it.kind, UnitKind::Mark(_)) || it.tag == Tag::Adp || it.is(Class::TIME)
        });
        if at > from && is_mistaken(text, unit) && ends {
            units[at].make_verb(text);
            return;
        }
    }
}

/// Whether a word has the tag of a past verb and is a noun by its ending: “columnist”.
fn is_role(text: &str, unit: &Unit) -> bool {
    let word = unit.span.of(text);
    let ending = ["ist", "er", "or", "ian", "man", "ant"].iter().any(|it| word.ends_with(it));
    unit.tag.is_verb() && !unit.is_capital() && ending
}

/// Whether a form of a verb of saying has the tag of something else.
fn is_mistaken(text: &str, unit: &Unit) -> bool {
    let nominal =
        matches!(unit.tag, Tag::Noun | Tag::NounPlural | Tag::Adj | Tag::Propn | Tag::Other);
    let mut room = [0; 20];
    nominal
        && unit.is_word()
        && !unit.is_capital()
        && verb(lower(unit.span.of(text), &mut room)).is(Class::SAY)
}

/// `named`: whether it is part of a name, where “Read” is no verb and “United” no participle.
fn unit(text: &str, token: Token, named: bool) -> Unit {
    let words = token.span.of(text);
    let first = words.chars().next().unwrap_or(' ');
    let (mut class, mut clitic, mut tag) = (Class::default(), Clitic::None, token.tag);
    let kind = match token.kind {
        // The bar that some newsrooms put before a name is one more dash.
        TokenKind::Mark => UnitKind::Mark(if first == '―' { '—' } else { first }),
        TokenKind::Number => UnitKind::Number,
        TokenKind::Word => {
            let capital = first.is_uppercase();
            (class, clitic) = read(words, token.tag);
            if named && capital {
                (class, tag) = (Class::default(), Tag::Propn);
            }
            UnitKind::Word { capital }
        }
    };
    Unit { span: token.span, kind, tag, class, clitic }
}

/// What a word can do, and what its apostrophe holds.
fn read(word: &str, tag: Tag) -> (Class, Clitic) {
    let mut room = [0; 20];
    let Some((base, end)) = word.rsplit_once(['\'', '’']) else {
        return (class(lower(word, &mut room), tag), Clitic::None);
    };
    let has_aux = match end {
        "t" | "T" => {
            let base = base.strip_suffix(['n', 'N']).unwrap_or(base);
            let class = other(lower(base, &mut room));
            return (class.and(Class::AUX).and(Class::NOT), Clitic::None);
        }
        "re" | "ve" | "ll" | "d" | "m" => true,
        "s" | "S" => tag == Tag::Pron || tag == Tag::Adv,
        _ => return (Class::default(), Clitic::None),
    };
    let class = class(lower(base, &mut room), tag);
    (class, if has_aux { Clitic::Aux } else { Clitic::Possessive })
}

fn class(lower: &str, tag: Tag) -> Class {
    if tag.is_verb() || matches!(lower, "said" | "says") {
        return verb(lower).and(other(lower).only(Class::GRAMMAR));
    }
    other(lower)
}

/// The longest sentence in units: what is longer is a list or a table, and is cut so that the work
/// on it stays linear.
const LONGEST: usize = 500;

/// Cuts a paragraph's units into the writer's sentences: ranges of units, end to end.
///
/// A sentence may hold several quoted sentences: “No. Never,” she said.
pub(super) fn sentences(
    text: &str,
    units: &[Unit],
    marked: &[Marked],
    known: &[Sentence],
) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for ix in 0..units.len() {
        if ix - start >= LONGEST || ends(text, units, marked, known, ix) {
            found.push(start..ix + 1);
            start = ix + 1;
        }
    }
    if start < units.len() {
        found.push(start..units.len());
    }
    found
}

fn ends(text: &str, units: &[Unit], marked: &[Marked], known: &[Sentence], ix: usize) -> bool {
    let next = units.get(ix + 1);
    match units[ix].kind {
        UnitKind::Mark('.' | '?' | '!' | '…') => ends_known(text, known, units[ix].span),
        UnitKind::Quote(quote) => {
            let Some(next) = next else { return true };
            let upper = next.is_capital()
                || next.is_quote()
                || matches!(next.kind, UnitKind::Number | UnitKind::Mark('(' | '['));
            let inner = marked[quote].inner;
            match inner.of(text).chars().next_back() {
                Some('.') => upper && !attribution_follows(text, units, ix + 1, true),
                Some('?' | '!' | '…') => {
                    upper && !attribution_follows(text, units, ix + 1, false)
                }
                // Without a closing mark the paragraph, or another stretch, follows.
                _ => !marked[quote].closed && upper,
            }
        }
        _ => false,
    }
}

/// Whether one of the article's sentences ends with this stop.
fn ends_known(text: &str, known: &[Sentence], stop: Span) -> bool {
    let at = known.partition_point(|it| it.span.end() < stop.end());
    let Some(sentence) = known.get(at).filter(|it| it.span.start() < stop.end()) else {
        return true;
    };
    Span::checked(text, stop.end(), sentence.span.end())
        .is_none_or(|rest| !rest.of(text).chars().any(char::is_alphanumeric))
}

/// Whether a name and a verb of saying follow, as in “Why?” Ana Oduya asked. With `only`, nothing
/// else may follow them.
fn attribution_follows(text: &str, units: &[Unit], from: usize, only: bool) -> bool {
    // 8 units: the longest role and name that stand before the verb without a comma.
    for (ix, unit) in units.iter().enumerate().skip(from).take(8) {
        let goes_on = unit.tag.is_verb()
            && units.get(ix + 1).is_some_and(|it| it.reads(text, "on"))
            && units.get(ix + 2).is_none_or(|it| !it.is_word());
        let says = unit.is(Class::SAY) && (unit.tag.is_verb() || unit.tag == Tag::Aux);
        if (says || goes_on) && ix > from {
            let next = units.get(ix + 1);
            // “No.” He added: “Never.”
            let leads = next.is_some_and(|it| it.is_mark(',') || it.is_mark(':'))
                && units.get(ix + 2).is_some_and(Unit::is_quote);
            return !only
                || !leads
                    && next.is_none_or(|it| {
                        matches!(it.kind, UnitKind::Mark(_)) || it.is(Class::TIME)
                    });
        }
        if !unit.is_word() || unit.is(Class::AUX) || unit.is(Class::AND) {
            return false;
        }
    }
    false
}

/// The bytes from the first to the last of some units.
pub(super) fn span(units: &[Unit], range: std::ops::Range<usize>) -> Option<Span> {
    let found = units.get(range)?;
    Some(found.first()?.span.join(found.last()?.span))
}
