//! Holders: the words in a sentence that stand for the one who takes a stance.

use crate::annotate::commitments::line::Line;
use crate::model::{Annotations, Mention, NameKind, Party, Span};

/// Longest noun phrase that is taken for a holder where no mention was found, in tokens.
const LONGEST_PHRASE: usize = 6;

/// The holders before the cue at `at`: the nearest mention of its clause, with those that “and”
/// joins to it, or else the words in front.
pub(super) fn before(found: &Annotations, line: &Line<'_>, at: usize) -> Vec<Party> {
    let mut start = line.clause_start(at);
    // “The ministry, in a statement, denied …”: the clause without a subject reaches further back.
    for _ in 0..3 {
        let mentions = mentions_in(found, line, start, at);
        let subjects = subjects(line, &mentions);
        if !subjects.is_empty() {
            return subjects;
        }
        if let Some(phrase) = phrase(line, start, at) {
            return vec![Party { span: phrase, entity: None }];
        }
        if start < 2 {
            break;
        }
        start = line.clause_start(start - 1);
    }
    owner(found, line, at)
}

/// The one whose word it is: “the union’s requests”.
fn owner(found: &Annotations, line: &Line<'_>, at: usize) -> Vec<Party> {
    let Some(last) = at.checked_sub(1) else { return Vec::new() };
    if !line.word(last).ends_with("'s") && !line.word(last).ends_with("s'") {
        return Vec::new();
    }
    mentions_in(found, line, at.saturating_sub(LONGEST_PHRASE), at)
        .last()
        .filter(|it| line.span(last..at).is_some_and(|span| span.overlaps(it.span)))
        .map(party)
        .into_iter()
        .collect()
}

/// The holders behind “by” or “from” after a cue.
pub(super) fn after(found: &Annotations, line: &Line<'_>, end: usize) -> Vec<Party> {
    let by = (end..end + 4).find(|&it| matches!(line.word(it), "by" | "from"));
    let Some(by) = by else { return Vec::new() };
    let mentions = mentions_in(found, line, by, line.clause_end(by + 1));
    let people = mentions.iter().find(|it| it.kind != NameKind::Place).or(mentions.first());
    match people {
        Some(it) => vec![party(it)],
        None => line
            .span(by + 1..line.clause_end(by + 1).min(by + 1 + LONGEST_PHRASE))
            .map(|span| Party { span, entity: None })
            .into_iter()
            .collect(),
    }
}

/// The source of the sentence: the mention next to “said” or behind “according to”.
pub(super) fn source(found: &Annotations, line: &Line<'_>, cue: usize) -> Vec<Party> {
    for at in 0..line.len() {
        let near = match line.word(at) {
            "according" if line.word(at + 1) == "to" => {
                let end = line.clause_end(at + 2);
                let mentions = mentions_in(found, line, at + 2, end);
                let subjects = last_person(&mentions);
                if subjects.is_empty() {
                    line.span(at + 2..end.min(at + 2 + LONGEST_PHRASE))
                        .map(|span| Party { span, entity: None })
                        .into_iter()
                        .collect()
                } else {
                    subjects
                }
            }
            "said" | "says" | "announced" | "reported" | "stated" if at != cue => {
                let start = line.clause_start(at);
                let mentions = mentions_in(found, line, start, at);
                let subjects = subjects(line, &mentions);
                if subjects.is_empty() {
                    phrase(line, start, at)
                        .map(|span| Party { span, entity: None })
                        .into_iter()
                        .collect()
                } else {
                    subjects
                }
            }
            "clear" | "noted" if at < cue && at > 0 => {
                let start = line.clause_start(at);
                before_plain(found, line, start, at)
            }
            _ => continue,
        };
        if !near.is_empty() {
            return near;
        }
    }
    Vec::new()
}

fn before_plain(found: &Annotations, line: &Line<'_>, start: usize, at: usize) -> Vec<Party> {
    let mentions = mentions_in(found, line, start, at);
    let subjects = subjects(line, &mentions);
    if subjects.is_empty() {
        phrase(line, start, at).map(|span| Party { span, entity: None }).into_iter().collect()
    } else {
        subjects
    }
}

/// The mentions that can be a subject: the last that is no possessive, and those joined to it.
fn subjects(line: &Line<'_>, mentions: &[Mention]) -> Vec<Party> {
    let fit = |it: &&Mention| {
        let at = line.token_from(it.span.end().saturating_sub(1)).saturating_sub(1);
        !line.word(at).ends_with("'s") && !line.word(at + 1).starts_with('\'')
    };
    // “The official in Bruma rejected …”: who stands behind a preposition does not act.
    let named: Vec<&Mention> = mentions.iter().filter(fit).filter(|it| !is_led(line, it)).collect();
    let people: Vec<&Mention> = named
        .iter()
        .copied()
        .filter(|it| it.kind != NameKind::Place && it.kind != NameKind::Other)
        .collect();
    let pool = if people.is_empty() { named } else { people };
    let Some(last) = pool.last() else { return Vec::new() };
    let mut found = vec![party(last)];
    for pair in pool.windows(2).rev() {
        let (from, to) =
            (line.token_from(pair[0].span.end()), line.token_from(pair[1].span.start()));
        let joined = (from..to).any(|it| line.word(it) == "and") && to.saturating_sub(from) < 7;
        if !joined {
            break;
        }
        found.insert(0, party(pair[0]));
    }
    found
}

/// Whether a preposition leads the mention, if by way of an article.
fn is_led(line: &Line<'_>, mention: &Mention) -> bool {
    let at = line.token_from(mention.span.start());
    let back =
        if matches!(line.before(at, 1), "the" | "a" | "an" | "its" | "their") { 2 } else { 1 };
    matches!(
        line.before(at, back),
        "in" | "at"
            | "of"
            | "for"
            | "from"
            | "with"
            | "between"
            | "near"
            | "across"
            | "into"
            | "over"
            | "against"
            | "about"
            | "on"
            | "to"
            | "than"
            | "outside"
            | "around"
    )
}

fn last_person(mentions: &[Mention]) -> Vec<Party> {
    let person = mentions.iter().rev().find(|it| it.kind == NameKind::Person).or(mentions.first());
    person.map(party).into_iter().collect()
}

/// A short run of words up to `at` that can be a noun phrase: “several senior officials”.
fn phrase(line: &Line<'_>, start: usize, at: usize) -> Option<Span> {
    let helps = |it: usize| {
        matches!(
            line.word(it),
            "have"
                | "has"
                | "had"
                | "did"
                | "do"
                | "does"
                | "not"
                | "been"
                | "was"
                | "were"
                | "is"
                | "are"
                | "be"
                | "also"
                | "already"
                | "repeatedly"
                | "later"
                | "yet"
                | "would"
                | "will"
                | "could"
                | "made"
                | "to"
                | "appeared"
                | "still"
                | "an"
                | "expressed"
        ) || line.word(it).ends_with("n't")
            || line.word(it).ends_with("ly")
    };
    let end = (start..at).find(|&it| helps(it)).unwrap_or(at);
    let words = end.checked_sub(start).filter(|&it| it > 0 && it <= LONGEST_PHRASE)?;
    let people = line.base(end - 1);
    let known = [
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "minister",
        "leader",
        "union",
        "company",
        "government",
        "member",
        "worker",
        "lawmaker",
        "senator",
        "lawyer",
        "attorney",
        "prosecutor",
        "party",
        "group",
        "ally",
        "critic",
        "opposition",
        "aide",
        "diplomat",
        "regulator",
        "judge",
        "police",
        "board",
        "team",
        "source",
        "president",
        "they",
    ];
    (words > 0 && known.contains(&people.as_str())).then(|| line.span(start..end)).flatten()
}

fn party(mention: &Mention) -> Party {
    Party { span: mention.span, entity: Some(mention.entity) }
}

fn mentions_in(found: &Annotations, line: &Line<'_>, from: usize, to: usize) -> Vec<Mention> {
    let Some(span) = line.span(from..to) else { return Vec::new() };
    let first = found.mentions.partition_point(|it| it.span.start() < span.start());
    found
        .mentions
        .iter()
        .skip(first)
        .take_while(|it| it.span.end() <= span.end())
        .copied()
        .collect()
}
