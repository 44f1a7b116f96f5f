//! Lines whose form tells who speaks: a name below the words, a post with its sender, a transcript.

use crate::model::{Mention, MentionForm, NameKind, Span};
use crate::text::tags::Tag;
use crate::text::words::{Token, TokenKind, within};

/// What the form of a paragraph tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// “— Ana Oduya, mayor of Toft”: whose words stand before it.
    Credit {
        name: Span,
        /// Whether a dash opens it, so that it cannot be a heading.
        sure: bool,
    },
    /// “The pier is shut — Ana Oduya (@oduya) May 3, 2031”.
    Post { words: Option<Span>, name: Span },
    /// “ODUYA: The pier is shut.”
    Speech { words: Span, name: Span },
}

/// The longest line that credits, in tokens: a name, an office and a body.
const LONGEST_CREDIT: usize = 16;
/// The longest label of a transcript, in tokens.
const LONGEST_LABEL: usize = 5;

/// What is known of an article before its paragraphs are read.
pub(super) struct Labels {
    /// The labels that open several paragraphs, in lower case and sorted.
    known: Vec<String>,
}

impl Labels {
    /// The labels of an article that is, or holds, a transcript: those that open two paragraphs or
    /// more, and those of three paragraphs in a row that are all in capitals.
    pub(super) fn of(text: &str, paragraphs: &[Span], tokens: &[Token]) -> Labels {
        let read = |it: &Span| Some(label(text, within(tokens, *it))?.0.of(text));
        let labels: Vec<Option<&str>> = paragraphs.iter().map(read).collect();
        let mut found: Vec<String> = labels.iter().flatten().map(|it| it.to_lowercase()).collect();
        found.sort();
        let twice = found.windows(2).filter(|it| it[0] == it[1]).map(|it| it[0].clone());
        let loud = |it: &str| !it.contains(char::is_lowercase);
        let rows = labels.windows(3).filter(|it| it.iter().all(|it| it.is_some_and(loud)));
        let rows = rows.flatten().flatten().map(|it| it.to_lowercase());
        let mut known: Vec<String> = twice.chain(rows).collect();
        known.sort();
        known.dedup();
        Labels { known }
    }

    fn holds(&self, label: &str) -> bool {
        self.known.binary_search(&label.to_lowercase()).is_ok()
    }
}

/// Reads one paragraph's form. `tokens` and `mentions` are those within it.
pub(super) fn read(
    text: &str,
    tokens: &[Token],
    mentions: &[Mention],
    labels: &Labels,
) -> Option<Line> {
    post(text, tokens)
        .or_else(|| speech(text, tokens, labels))
        .or_else(|| credit(text, tokens, mentions))
}

/// The label before a colon that may open a transcript's paragraph, and how many tokens it and the
/// colon take.
fn label(text: &str, tokens: &[Token]) -> Option<(Span, usize)> {
    // A mark may open each paragraph of a transcript that is quoted.
    let from = usize::from(tokens.first().is_some_and(|it| is_open(it.span.of(text))));
    let colon = tokens.iter().take(from + LONGEST_LABEL + 1);
    let colon = colon.enumerate().skip(from).find(|(_, it)| it.span.of(text) == ":")?.0;
    let words = tokens.get(from..colon).filter(|it| !it.is_empty())?;
    let capital = |it: &Token| {
        let word = it.span.of(text);
        it.kind == TokenKind::Mark && word == "." || word.starts_with(char::is_uppercase)
    };
    let label = words.first()?.span.join(words.last()?.span);
    // “Q:” and “A:” name nobody.
    (label.len() > 1 && words.iter().all(capital) && tokens.len() > colon + 3)
        .then_some((label, colon + 1))
}

fn speech(text: &str, tokens: &[Token], labels: &Labels) -> Option<Line> {
    let (name, from) = label(text, tokens).filter(|it| labels.holds(it.0.of(text)))?;
    let words = tokens.get(from)?.span.join(tokens.last()?.span);
    // Words between marks are found by their marks.
    let marked =
        words.of(text).chars().next().is_some_and(|it| is_open(it.encode_utf8(&mut [0; 4])));
    let words = words.trimmed_of(text, |it| matches!(it, '“' | '”' | '"'));
    (!marked).then_some(Line::Speech { words, name })
}

fn is_open(mark: &str) -> bool {
    matches!(mark, "“" | "\"" | "«" | "„" | "‘" | "'")
}

/// A post ends with its sender: a dash, a name and a handle in brackets.
fn post(text: &str, tokens: &[Token]) -> Option<Line> {
    let at = tokens.iter().position(|it| it.span.of(text) == "@")?;
    let open = at.checked_sub(1).filter(|&it| tokens[it].span.of(text) == "(")?;
    // 6 tokens: the longest name of a sender.
    let dash = (open.saturating_sub(7)..open).rev().find(|&it| is_dash(text, tokens[it]))?;
    let first = tokens.get(dash + 1).filter(|_| dash + 1 < open)?;
    let name = first.span.join(tokens[open - 1].span);
    let words = dash.checked_sub(1).and_then(|last| {
        let words = tokens.first()?.span.join(tokens.get(last)?.span);
        let words = words.trimmed_of(text, |it| matches!(it, '“' | '”' | '"'));
        (words.len() > 2).then_some(words)
    });
    Some(Line::Post { words, name })
}

fn is_dash(text: &str, token: Token) -> bool {
    matches!(token.span.of(text), "—" | "–" | "-" | "―" | "~")
}

/// A line that is a name and what its bearer is, without a verb.
fn credit(text: &str, tokens: &[Token], mentions: &[Mention]) -> Option<Line> {
    let sure = tokens.first().is_some_and(|it| is_dash(text, *it));
    let from = tokens.iter().position(|it| it.kind != TokenKind::Mark)?;
    let words = tokens.get(from..)?;
    if words.len() > LONGEST_CREDIT || from > 3 {
        return None;
    }
    let verb = |it: &Token| it.tag.is_verb() || it.tag == Tag::Aux;
    let ends = words.iter().rposition(|it| it.kind != TokenKind::Mark)?;
    let stops = words.get(..ends)?.iter().any(|it| matches!(it.span.of(text), ":" | "?" | "!"));
    if words.iter().any(verb) || stops {
        return None;
    }
    let first = words.first()?.span;
    let named =
        mentions.iter().find(|it| it.form == MentionForm::Name && it.span.end() > first.start())?;
    let someone = matches!(named.kind, NameKind::Person | NameKind::Organisation);
    // Two words before the name: “Senator Ana Oduya”.
    let before = words.iter().take_while(|it| it.span.end() <= named.span.start()).count();
    // “With assistance from Ana Oduya” credits another work.
    let helped = words.iter().take(before).any(|it| it.tag == Tag::Adp);
    (someone && before <= 3 && !helped && first.of(text).starts_with(char::is_uppercase))
        .then_some(Line::Credit { name: named.span, sure })
}
