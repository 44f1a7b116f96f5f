//! Stances: who accepts, rejects, denies or doubts what, and on whose word.

mod cues;
mod holders;
#[cfg(test)]
mod tests;

use self::cues::Holder;
use super::commitments::line::Line;
use crate::model::{
    Annotations, Article, Commitment, CommitmentKind, Party, Quote, Sentence, Span, Stance,
    StanceKind,
};
use crate::text::acts::Family;
use crate::text::words::{Token, within};

/// Finds them in text order; `found` holds what earlier annotators added.
pub(super) fn find(article: &Article, tokens: &[Token], found: &Annotations) -> Vec<Stance> {
    let mut stances = Vec::new();
    for sentence in &found.sentences {
        let line = Line::new(&article.text, within(tokens, sentence.span));
        let place = Place { found, line: &line, sentence };
        let from = stances.len();
        place.stances(&mut stances);
        place.add_of_commitments(from, &mut stances);
    }
    stances
}

/// A sentence with what was found in its article.
struct Place<'a> {
    found: &'a Annotations,
    line: &'a Line<'a>,
    sentence: &'a Sentence,
}

impl Place<'_> {
    fn stances(&self, stances: &mut Vec<Stance>) {
        let from = stances.len();
        let mut past = 0;
        for at in 0..self.line.len() {
            if at < past {
                continue;
            }
            let Some(cue) = cues::at(self.line, at) else { continue };
            let Some(words) = self.line.span(cue.at..cue.end) else { continue };
            past = cue.end;
            let confirms = cue.kind == StanceKind::Accepts && self.line.base(at) == "confirm";
            if confirms && !self.tells_of_an_act() {
                continue;
            }
            let quote = self.quote_at(words);
            let about = self.line.span(cue.end..self.line.clause_end(cue.end));
            for party in self.holders(cue.at, cue.end, cue.holder, quote) {
                let told_by = self.told_by(&party, quote, cue.at);
                let stance =
                    Stance { span: self.sentence.span, party, kind: cue.kind, about, told_by };
                push(stances, from, stance);
            }
        }
    }

    /// What the commitments of the sentence say of those who make them, where no cue did.
    fn add_of_commitments(&self, from: usize, stances: &mut Vec<Stance>) {
        for it in self.commitments() {
            let quote = self.quote_at(it.act);
            let speaker = quote.and_then(|it| Some(Party { span: it.source?, entity: it.speaker }));
            let subject =
                || it.parties.first().filter(|party| party.span.start() < it.act.start()).cloned();
            let (kind, party) = match it.kind {
                CommitmentKind::Threatened => (StanceKind::Threatens, speaker.or_else(subject)),
                // Who “must” do it does not demand it; who says so does.
                CommitmentKind::Demanded => (StanceKind::Demands, speaker),
                _ => continue,
            };
            let known = stances.iter().skip(from).any(|other| other.kind == kind);
            if let Some(party) = party.filter(|_| !known) {
                let about = Some(it.act);
                push(stances, from, Stance { span: it.span, party, kind, about, told_by: None });
            }
        }
    }

    /// Whether there is something to say yes to: “police confirmed three deaths” has none.
    fn tells_of_an_act(&self) -> bool {
        use Family::{Deal, Drill, Law, Meeting, Merger, Truce, Visit};
        let line = self.line;
        let named = |at| line.noun(at).map(|it| it.1.family);
        self.commitments().next().is_some()
            || (0..line.len())
                .filter_map(named)
                .any(|it| matches!(it, Deal | Drill | Law | Meeting | Merger | Truce | Visit))
    }

    /// The commitments of the sentence.
    fn commitments(&self) -> impl Iterator<Item = &Commitment> {
        let all = &self.found.commitments;
        let first = all.partition_point(|it| it.span.start() < self.sentence.span.start());
        all.iter().skip(first).take_while(|it| it.span == self.sentence.span)
    }

    fn holders(&self, at: usize, end: usize, holder: Holder, quote: Option<&Quote>) -> Vec<Party> {
        let speaker = || quote.and_then(|it| Some(Party { span: it.source?, entity: it.speaker }));
        let marked = quote.is_some_and(|it| it.kind != crate::model::QuoteKind::Indirect);
        let own = (self.line.clause_start(at)..at)
            .any(|it| matches!(self.line.word(it), "we" | "i" | "our" | "we're" | "i'm"));
        if own && let Some(it) = speaker() {
            return vec![it];
        }
        match holder {
            Holder::Agent => {
                let found = holders::after(self.found, self.line, end);
                if found.is_empty() { speaker().into_iter().collect() } else { found }
            }
            Holder::Speaker => {
                if let Some(it) = speaker() {
                    return vec![it];
                }
                let source = holders::source(self.found, self.line, at);
                if source.is_empty() { holders::before(self.found, self.line, at) } else { source }
            }
            Holder::Subject => {
                let found = holders::before(self.found, self.line, at);
                match speaker() {
                    Some(it) if found.is_empty() && marked => vec![it],
                    _ => found,
                }
            }
        }
    }

    /// The speaker on whose word the stance of somebody else rests.
    fn told_by(&self, party: &Party, quote: Option<&Quote>, at: usize) -> Option<Party> {
        let quoted = quote.and_then(|it| Some(Party { span: it.source?, entity: it.speaker }));
        let told =
            quoted.or_else(|| holders::source(self.found, self.line, at).into_iter().next())?;
        let same =
            told.span.overlaps(party.span) || told.entity.is_some() && told.entity == party.entity;
        (!same).then_some(told)
    }

    fn quote_at(&self, words: Span) -> Option<&Quote> {
        let quotes = &self.found.quotes;
        let near = quotes.partition_point(|it| it.span.start() <= words.start());
        let near = quotes.get(near.saturating_sub(3)..near).unwrap_or_default();
        near.iter().rev().find(|it| it.span.overlaps(words) && it.source.is_some())
    }
}

fn push(stances: &mut Vec<Stance>, from: usize, stance: Stance) {
    let known = stances.iter().skip(from).any(|it| {
        it.kind == stance.kind
            && (it.party.span == stance.party.span
                || it.party.entity.is_some() && it.party.entity == stance.party.entity)
    });
    if !known {
        stances.push(stance);
    }
}
