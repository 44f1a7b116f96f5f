//! Spans: the words that name an act.

use std::ops::Range;

use super::super::clauses::{Clauses, Form};
use super::Trigger;
use super::conditions::Bound;
use crate::text::tags::Tag;

/// Most words that name an act; a longer clause is cut there.
const LONGEST: usize = 24;

/// The tokens that name the act.
pub(super) fn of_act(read: &Clauses<'_>, trigger: &Trigger, bounds: &[Bound]) -> Range<usize> {
    let line = &read.line;
    let at = trigger.named.at;
    let from = trigger.named.from.min(at);
    let next = bounds.iter().map(|it| it.range.start).filter(|&it| it > at).min();
    // “The vote on the bill will take place”: the noun before its verb says it.
    let before = trigger.verb.and_then(|it| read.verbs.get(it)).filter(|it| at < it.from);
    let noun = trigger.noun.or_else(|| before.and_then(|_| read.noun_at(at)));
    let tied = noun.map_or(0, |it| read.phrase(it).end);
    let end = line.clause_end(at + 1).min(next.unwrap_or(usize::MAX)).min(from + LONGEST);
    let mut end = end.max(at + 1).min(line.len());
    if noun.is_some() {
        // “A vote on the bill that …”: a noun is named by its phrase.
        end = end.min(tied.max(at + 1));
    }
    let cut = (at + 1..end).find(|&it| leaves(read, trigger, it)).unwrap_or(end);
    let last = (at + 1..cut).rev().find(|&it| ends(read, it)).unwrap_or(at);
    let from = (from..at).find(|&it| line.is_said(it)).unwrap_or(at);
    // “Hold a “frank meeting””: a quotation that opens in the act closes in it.
    let odd = |end: usize| line.odd_mark(from..end);
    let end = match odd(last + 1) {
        Some(_) => (last + 2..last + 4).find(|&it| odd(it).is_none()).unwrap_or(last + 1),
        None => last + 1,
    };
    from..end.min(line.len())
}

/// Whether the token at `it` no longer tells of the act: a clause of its own begins there.
fn leaves(read: &Clauses<'_>, trigger: &Trigger, it: usize) -> bool {
    let line = &read.line;
    let word = line.word(it);
    if matches!(word, "because" | "although" | "though" | "while" | "whereas" | "but")
        || word == "even" && line.word(it + 1) == "as"
        || word == "as" && line.tag(it) == Tag::Sconj
        || word == "and"
            && matches!(line.word(it + 1), "said" | "says" | "that" | "told" | "called")
    {
        return true;
    }
    let Some(ix) = read.verb_at(it) else { return false };
    let Some(verb) = read.verbs.get(ix) else { return false };
    if Some(ix) == trigger.verb || verb.form != Form::Finite {
        return false;
    }
    // “A vote that decides”: a clause about its noun stays.
    let relative = (it.saturating_sub(5).max(trigger.named.at)..it)
        .any(|it| matches!(line.word(it), "that" | "which" | "who" | "where" | "when"));
    !relative
}

/// Whether the words of an act may end with the token at `at`.
fn ends(read: &Clauses<'_>, at: usize) -> bool {
    let line = &read.line;
    let weak = matches!(
        line.tag(at),
        Tag::Adp | Tag::Det | Tag::Cconj | Tag::Sconj | Tag::Part | Tag::Aux | Tag::Punct
    );
    let also = matches!(
        line.word(at),
        "which"
            | "who"
            | "that"
            | "their"
            | "his"
            | "her"
            | "its"
            | "also"
            | "still"
            | "even"
            | "not"
            | "than"
            | "how"
            | "what"
    );
    let particle = line.tag(at) == Tag::Adp && read.verb_at(at).is_some();
    line.is_said(at) && (!weak || particle) && !also
}
