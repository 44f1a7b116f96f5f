//! Parties: who has a part in an act.

use std::ops::Range;

use super::line::Line;
use super::triggers::Trigger;
use crate::model::{Annotations, Mention, MentionForm, NameKind, Party, Quote, Span};

/// The parties of an act: the subject of its trigger, those named in the words of the act, and the
/// speaker where the act is “ours”.
pub(super) fn of(
    found: &Annotations,
    line: &Line<'_>,
    trigger: &Trigger,
    act: &Range<usize>,
    quote: Option<&Quote>,
) -> Vec<Party> {
    let mut spans: Vec<Party> = Vec::new();
    let own = matches!(line.before(trigger.at, 1), "we" | "i")
        || (line.clause_start(trigger.at)..=trigger.at).any(|it| {
            matches!(line.word(it), "we" | "i" | "we'll" | "i'll" | "we're" | "i'm" | "our")
        });
    if own
        && let Some(quote) = quote
        && let Some(span) = quote.source
    {
        spans.push(Party { span, entity: quote.speaker });
    }
    spans.extend(subject(found, line, trigger.at.min(trigger.named.from)).iter().map(party));
    if let Some(span) = line.span(act.clone()) {
        spans.extend(mentions_in(found, span).iter().filter(|it| !is_where(line, it)).map(party));
    }
    if trigger.named.at < trigger.at {
        // “The summit between A and B would take place”: the act stands before its trigger.
        if let Some(span) = line.span(trigger.named.at..trigger.at) {
            spans.extend(
                mentions_in(found, span).iter().filter(|it| !is_where(line, it)).map(party),
            );
        }
    }
    let mut parties: Vec<Party> = Vec::new();
    for it in spans {
        let known = parties
            .iter()
            .any(|other| other.span == it.span || it.entity.is_some() && other.entity == it.entity);
        if !known {
            parties.push(it);
        }
    }
    parties
}

fn party(mention: &Mention) -> Party {
    Party { span: mention.span, entity: Some(mention.entity) }
}

/// The mentions before `at` in its clause, those in a phrase of place left out.
pub(super) fn subject(found: &Annotations, line: &Line<'_>, at: usize) -> Vec<Mention> {
    let start = line.clause_start(at);
    let Some(span) = line.span(start..at) else { return Vec::new() };
    mentions_in(found, span).iter().filter(|it| !is_where(line, it)).copied().collect()
}

/// The mentions that lie within `span`.
fn mentions_in(found: &Annotations, span: Span) -> &[Mention] {
    let from = found.mentions.partition_point(|it| it.span.start() < span.start());
    let to = found.mentions.partition_point(|it| it.span.end() <= span.end());
    found.mentions.get(from..to).unwrap_or_default()
}

/// Whether a place only says where: “in Geneva”, “across Europe”. A pronoun that stands for no one
/// known is no party either.
fn is_where(line: &Line<'_>, mention: &Mention) -> bool {
    let at = line.token_from(mention.span.start());
    let last = line.before(at, 1);
    let led = matches!(
        last,
        "in" | "at" | "near" | "from" | "across" | "inside" | "around" | "outside" | "into"
    ) || last == "the"
        && matches!(
            line.before(at, 2),
            "in" | "at" | "near" | "from" | "across" | "inside" | "around"
        );
    mention.kind == NameKind::Place && mention.form == MentionForm::Name && led
}
