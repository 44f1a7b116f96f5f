//! Stances: who accepts, rejects, denies or doubts what, and on whose word.
//!
//! `words` reads verbs, nouns and adjectives that take a stand, `idioms` whole phrases, `holders`
//! finds who takes it. What the acts of a sentence say of those who promise, demand or refuse them
//! is added where no word did.

mod holders;
mod idioms;
#[cfg(test)]
mod tests;
mod verdicts;
mod words;

use self::holders::Holders;
use self::idioms::Holder;
use super::clauses::{Clauses, Form, VerbIx, attitudes};
use crate::model::{
    Annotations, Commitment, CommitmentKind, MentionForm, NameKind, Party, PartyRole, Quote,
    QuoteKind, Sentence, Span, Stance, StanceKind,
};
use crate::text::acts::Family;

/// Finds them in text order; `found` holds what earlier annotators added, `clauses` its sentences as
/// they are read.
pub(super) fn find(clauses: &[Clauses<'_>], found: &Annotations) -> Vec<Stance> {
    let mut stances = Vec::new();
    for (sentence, read) in found.sentences.iter().zip(clauses) {
        if is_question(read) {
            continue;
        }
        let place = Place { found, read, sentence, holders: Holders { found, read } };
        let mut own = Vec::new();
        place.of_idioms(&mut own);
        place.of_words(&mut own);
        place.of_commitments(&mut own);
        stances.append(&mut own);
    }
    stances
}

/// Whether a sentence only asks.
fn is_question(read: &Clauses<'_>) -> bool {
    let line = &read.line;
    (line.len().saturating_sub(3)..line.len()).any(|it| line.word(it) == "?")
}

/// A stance of one or more, as it is found.
struct Take {
    kind: StanceKind,
    parties: Vec<Party>,
    /// The words it is about.
    about: Option<Span>,
    /// The token that tells it.
    at: usize,
}

/// A sentence with what was found in its article.
struct Place<'a> {
    found: &'a Annotations,
    read: &'a Clauses<'a>,
    sentence: &'a Sentence,
    holders: Holders<'a>,
}

impl Place<'_> {
    fn of_idioms(&self, own: &mut Vec<Stance>) {
        let line = &self.read.line;
        let mut at = 0;
        while at < line.len() {
            let Some((end, kind, holder)) = idioms::at(line, at) else {
                at += 1;
                continue;
            };
            let about = self.read.span(end..line.clause_end(end));
            let speaker = self.speaker_at(at);
            let parties = match holder {
                Holder::Agent => {
                    self.holders.agent(end.saturating_sub(1)).or(speaker).into_iter().collect()
                }
                Holder::Speaker => {
                    speaker.or_else(|| self.holders.source()).into_iter().collect::<Vec<_>>()
                }
                Holder::Subject => self.before(at),
            };
            let parties = if parties.is_empty() { self.before(at) } else { parties };
            self.push(own, Take { kind, parties, about, at });
            at = end;
        }
    }

    fn of_words(&self, own: &mut Vec<Stance>) {
        let read = self.read;
        for (ix, verb) in read.verbs.iter().enumerate() {
            let Some(kind) = words::of_verb(read, ix) else { continue };
            if kind == StanceKind::Accepts && verb.base == "confirm" && !self.tells_of_an_act() {
                continue;
            }
            let about = self.about_verb(ix);
            if about.is_some_and(|it| self.is_person(it)) {
                continue;
            }
            let parties = self.holders_of_verb(ix, kind);
            self.push(own, Take { kind, parties, about, at: verb.at });
        }
        for (ix, noun) in read.nouns.iter().enumerate() {
            if let Some(kind) = words::of_noun(read, noun.head) {
                let owner = self.holders.owner(ix);
                let subject = || {
                    let verb = read.verbs.iter().find(|it| it.object == Some(ix))?;
                    verb.subject.filter(|_| !verb.passive)
                };
                let parties = match owner {
                    Some(it) => vec![it],
                    None => subject().map(|it| self.holders.of(it)).unwrap_or_default(),
                };
                let about = read.span(noun.end..read.line.clause_end(noun.end));
                self.push(own, Take { kind, parties, about, at: noun.head });
            }
        }
        for it in verdicts::find(read) {
            let parties = match it.by {
                Some(verb) => self.holders_of_verb(verb, it.kind),
                None => self.speaker_at(it.at).into_iter().collect(),
            };
            self.push(own, Take { kind: it.kind, parties, about: read.span(it.about), at: it.at });
        }
        for at in 0..read.line.len() {
            if words::is_doubt(read, at) {
                let parties: Vec<Party> = self.speaker_at(at).into_iter().collect();
                let about = read.span(0..at);
                self.push(own, Take { kind: StanceKind::Doubts, parties, about, at });
            }
            if let Some(kind) = words::of_adjective(read, at) {
                let about = read.span(at + 1..read.line.clause_end(at + 1));
                let parties = self.before(at);
                self.push(own, Take { kind, parties, about, at });
            }
        }
    }

    /// Whether words only name somebody: who endorses a candidate takes no stand on an act.
    fn is_person(&self, about: Span) -> bool {
        let mentions = &self.found.mentions;
        let next = mentions.partition_point(|it| it.span.end() <= about.start());
        mentions.get(next).is_some_and(|it| {
            it.kind == NameKind::Person
                && it.form == MentionForm::Name
                && it.span.overlaps(about)
                && it.span.end() + 2 >= about.end()
        })
    }

    /// The subject of the last verb before `at`, or the speaker where it is “we”.
    fn before(&self, at: usize) -> Vec<Party> {
        let read = self.read;
        let verb = read
            .verbs
            .iter()
            .enumerate()
            .rev()
            .find(|it| it.1.from <= at && it.1.at < at.max(it.1.from + 1) + 1);
        verb.map(|it| self.holders_of_verb(it.0, StanceKind::Accepts)).unwrap_or_default()
    }

    fn holders_of_verb(&self, ix: VerbIx, kind: StanceKind) -> Vec<Party> {
        let read = self.read;
        let Some(verb) = read.verbs.get(ix) else { return Vec::new() };
        let speaker = || self.speaker_at(verb.at);
        let word =
            verb.subject.and_then(|it| read.nouns.get(it)).map_or("", |it| read.line.word(it.head));
        let own =
            matches!(word, "we" | "i" | "we'll" | "i'll" | "we're" | "i'm" | "we've" | "i've");
        if own {
            return speaker().into_iter().collect();
        }
        let found = self.holders.of_verb(ix);
        // “Officials made clear no plans exist”: a past that looks like a participle.
        let loose = || {
            let past = verb.form == Form::Participle && verb.from + 1 == verb.end;
            verb.subject.filter(|_| past).map(|it| self.holders.of(it)).unwrap_or_default()
        };
        let found = if found.is_empty() { loose() } else { found };
        if !found.is_empty() {
            return found;
        }
        let told = kind == StanceKind::Unconfirmed || verb.passive && kind != StanceKind::Proposes;
        if told {
            return speaker().or_else(|| self.holders.source()).into_iter().collect();
        }
        // “Reject the bill,” she said: an order in a quotation.
        let ordered = verb.form == Form::Bare && verb.subject.is_none();
        speaker().filter(|_| ordered).into_iter().collect()
    }

    /// The words that the stance of a verb is about.
    fn about_verb(&self, ix: VerbIx) -> Option<Span> {
        let read = self.read;
        let verb = read.verbs.get(ix)?;
        let about = attitudes::content(read, ix);
        read.span(about.unwrap_or(verb.end..read.line.clause_end(verb.end)))
    }

    /// What the acts of the sentence say of those who make them, where no word did.
    fn of_commitments(&self, own: &mut Vec<Stance>) {
        let read = self.read;
        let asked =
            (0..read.verbs.len()).any(|it| words::of_verb(read, it) == Some(StanceKind::Demands));
        let threatened =
            read.verbs.iter().any(|it| matches!(it.base.as_str(), "threaten" | "warn"));
        for it in self.commitments() {
            let quote = self.quote_at(it.act);
            let speaker = quote.and_then(speaker);
            let with = |role: PartyRole| {
                let mut found = it.parties.iter().filter(move |it| it.role == role);
                found.next().cloned()
            };
            let actor = || with(PartyRole::Actor);
            let (kind, party) = match it.kind {
                CommitmentKind::Threatened => {
                    let speaker = speaker.filter(|_| !threatened);
                    (
                        StanceKind::Threatens,
                        speaker.or_else(|| with(PartyRole::Holder)).or_else(actor),
                    )
                }
                // Who “must” do it does not demand it; who says so does.
                CommitmentKind::Demanded => {
                    let is_actor =
                        |of: &Party| it.parties.iter().any(|it| it.span.overlaps(of.span));
                    let told = || self.teller_of(it.act).filter(|it| !is_actor(it));
                    let teller = || speaker.or_else(told).filter(|_| !asked);
                    (StanceKind::Demands, with(PartyRole::Holder).or_else(teller))
                }
                _ if it.negated => (StanceKind::Rejects, actor()),
                CommitmentKind::Promised => (StanceKind::Accepts, actor()),
                _ => continue,
            };
            let known = own.iter().any(|other| {
                let same = |party: &Party| {
                    other.party.span == party.span
                        || party.entity.is_some() && other.party.entity == party.entity
                };
                other.kind == kind
                    || party.as_ref().is_some_and(same)
                        && other.about.is_some_and(|it2| it2.overlaps(it.act))
            });
            if let Some(party) = party.filter(|_| !known) {
                let at = self.read.line.token_from(it.act.start());
                self.push(own, Take { kind, parties: vec![party], about: Some(it.act), at });
            }
        }
    }

    /// Who says the words of `act` where no quotation was found: “Mr. Bell, however, said the mayor
    /// should go”.
    fn teller_of(&self, act: Span) -> Option<Party> {
        let read = self.read;
        let at = read.line.token_from(act.start());
        let says =
            |base: &str| matches!(base, "say" | "add" | "argue" | "insist" | "tell" | "write");
        let mut verbs = read.verbs.iter().filter(|it| it.end <= at && says(&it.base));
        let teller = verbs.find(|it| it.form == Form::Finite && !it.passive && !it.negated)?;
        self.holders.of(teller.subject?).into_iter().next()
    }

    fn push(&self, own: &mut Vec<Stance>, take: Take) {
        let Take { kind, parties, about, at } = take;
        for party in parties {
            let party = Party { role: PartyRole::Holder, ..party };
            let known = own.iter().any(|it| {
                it.kind == kind
                    && (it.party.span == party.span
                        || it.party.entity.is_some() && it.party.entity == party.entity)
                    && it.about.zip(about).is_none_or(|it| it.0.overlaps(it.1))
            });
            if known {
                continue;
            }
            let told_by = self.told_by(&party, at);
            own.push(Stance { span: self.sentence.span, party, kind, about, told_by });
        }
    }

    /// Whether there is something to say yes to: “police confirmed three deaths” has none.
    fn tells_of_an_act(&self) -> bool {
        use Family::{Deal, Drill, Law, Meeting, Merger, Truce, Visit};
        let line = &self.read.line;
        let named = |at| line.act(at).filter(|_| line.tag(at).is_noun()).map(|it| it.1.family);
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

    /// The speaker on whose word the stance of somebody else rests.
    fn told_by(&self, party: &Party, at: usize) -> Option<Party> {
        let told = self.speaker_at(at).or_else(|| self.holders.source())?;
        let same =
            told.span.overlaps(party.span) || told.entity.is_some() && told.entity == party.entity;
        (!same).then_some(told)
    }

    /// Who speaks the token at `at`.
    fn speaker_at(&self, at: usize) -> Option<Party> {
        speaker(self.quote_at(self.read.span(at..at + 1)?)?)
    }

    fn quote_at(&self, words: Span) -> Option<&Quote> {
        let quotes = &self.found.quotes;
        let near = quotes.partition_point(|it| it.span.start() <= words.start());
        let near = quotes.get(near.saturating_sub(3)..near).unwrap_or_default();
        let holds = |it: &&Quote| it.span.overlaps(words) && it.source.is_some();
        let marked = near.iter().rev().filter(holds).find(|it| it.kind != QuoteKind::Indirect);
        marked.or_else(|| near.iter().rev().find(holds))
    }
}

fn speaker(quote: &Quote) -> Option<Party> {
    Some(Party { span: quote.source?, entity: quote.speaker, role: PartyRole::Holder })
}
