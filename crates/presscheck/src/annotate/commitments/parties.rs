//! Parties: who has a part in an act.

use std::ops::Range;

use super::super::clauses::{Clauses, NounIx};
use super::Trigger;
use crate::model::{Annotations, Mention, MentionForm, NameKind, Party, PartyRole, Quote, Span};

/// The parties of an act: who is to act, who is asked to, those named in the words of the act, and
/// the speaker where the act is “ours”.
pub(super) fn of(
    found: &Annotations,
    read: &Clauses<'_>,
    trigger: &Trigger,
    act: &Range<usize>,
    quote: Option<&Quote>,
) -> Vec<Party> {
    let mut parties = Parties { found, read, list: Vec::new() };
    let addressee = trigger.standing.stand.and_then(|it| it.object);
    if trigger.is_own(read)
        && let Some(quote) = quote
        && let Some(span) = quote.source
    {
        parties.push(Party { span, entity: quote.speaker, role: PartyRole::Actor });
    }
    if let Some(subject) = trigger.subject(read).filter(|it| Some(*it) != addressee) {
        parties.noun(subject, PartyRole::Actor);
    }
    if let Some(noun) = addressee {
        parties.noun(noun, PartyRole::Addressee);
    }
    if let Some(holder) = trigger.holder(read) {
        parties.noun(holder, PartyRole::Holder);
    }
    parties.within(act.clone(), PartyRole::Object);
    if trigger.named.at < trigger.standing.at {
        // “The summit between A and B would take place”: the act stands before its trigger.
        let noun = read.noun_at(trigger.named.at).map_or(act.clone(), |it| read.phrase(it));
        parties.within(noun, PartyRole::Object);
    }
    parties.list
}

/// Whether somebody who can act stands behind a noun phrase.
pub(super) fn can_act(found: &Annotations, read: &Clauses<'_>, noun: NounIx) -> bool {
    read.joined(noun).iter().any(|&it| {
        let phrase = read.phrase(it);
        let Some(first) = read.nouns.get(it) else { return false };
        let own =
            read.span(first.from..first.end).is_some_and(|it| !mentions(found, it).is_empty());
        let pronoun =
            matches!(read.line.word(first.head), "we" | "i" | "he" | "she" | "they" | "both")
                || read.line.word(first.head).ends_with("'ll")
                    && !read.line.word(first.head).starts_with("it");
        // “Leaders of the union”: one of them is named.
        let tied = read.line.is_word(first.head)
            && read.line.tag(first.head) == crate::text::tags::Tag::NounPlural
            && read.span(phrase).is_some_and(|it| !mentions(found, it).is_empty());
        own || pronoun || tied
    })
}

struct Parties<'a> {
    found: &'a Annotations,
    read: &'a Clauses<'a>,
    list: Vec<Party>,
}

impl Parties<'_> {
    fn push(&mut self, party: Party) {
        let known = self
            .list
            .iter()
            .any(|it| it.span == party.span || it.entity.is_some() && it.entity == party.entity);
        if !known {
            self.list.push(party);
        }
    }

    /// Those that a noun phrase and the phrases joined to it stand for.
    fn noun(&mut self, noun: NounIx, role: PartyRole) {
        for it in self.read.joined(noun).into_iter().filter(|it| !self.read.is_paper(*it)) {
            let Some(phrase) = self.read.nouns.get(it) else { continue };
            let own = phrase.from..phrase.end;
            let before = self.list.len();
            self.within(own, role);
            if self.list.len() == before {
                // “The leaders of France”: whose leaders they are.
                self.within(self.read.phrase(it), role);
            }
        }
    }

    fn within(&mut self, range: Range<usize>, role: PartyRole) {
        let Some(span) = self.read.span(range) else { return };
        for it in mentions(self.found, span) {
            if !is_where(self.read, it) {
                self.push(Party { span: it.span, entity: Some(it.entity), role });
            }
        }
    }
}

/// The mentions that lie within `span`.
pub(super) fn mentions(found: &Annotations, span: Span) -> &[Mention] {
    let from = found.mentions.partition_point(|it| it.span.start() < span.start());
    let to = found.mentions.partition_point(|it| it.span.end() <= span.end());
    found.mentions.get(from..to.max(from)).unwrap_or_default()
}

/// Whether a place only says where: “in Geneva”, “across Europe”, or stands in front of another
/// noun: “Geneva talks”.
fn is_where(read: &Clauses<'_>, mention: &Mention) -> bool {
    let line = &read.line;
    let at = line.token_from(mention.span.start());
    let before = read.noun_at(at).and_then(|it| read.nouns.get(it)).and_then(|it| it.prep);
    let led = before.is_some_and(|it| {
        matches!(
            line.word(it),
            "in" | "at"
                | "near"
                | "from"
                | "across"
                | "inside"
                | "around"
                | "outside"
                | "into"
                | "through"
        )
    });
    let place = mention.kind == NameKind::Place && mention.form == MentionForm::Name;
    let head = read.noun_at(at).and_then(|it| read.nouns.get(it)).map_or(at, |it| it.head);
    let end = line.token_from(mention.span.end());
    place && (led || head >= end)
}
