//! Speakers: which of the article's people or bodies the words for a speaker stand for.

use crate::model::{Annotations, Entity, EntityIx, Mention, MentionForm, NameKind, Span};

/// Looks up whom words stand for, in the mentions of one article.
pub(super) struct Speakers<'a> {
    text: &'a str,
    found: &'a Annotations,
    /// Roles that stand beside names, and whose they are, in text order.
    roles: Vec<(Span, EntityIx)>,
}

/// The words for a speaker and whom they stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Source {
    pub(super) span: Span,
    pub(super) speaker: Option<EntityIx>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(text: &'a str, found: &'a Annotations) -> Self {
        let of = |(ix, it): (EntityIx, &'a Entity)| it.roles.iter().map(move |&role| (role, ix));
        let mut roles: Vec<(Span, EntityIx)> =
            found.entities.iter().enumerate().flat_map(of).collect();
        roles.sort_unstable();
        Speakers { text, found, roles }
    }

    /// The speaker that a noun phrase names: the mention that holds its head, else a name in it.
    pub(super) fn resolve(&self, phrase: Span) -> Source {
        let phrase = self.without_article(phrase);
        let within = self.within(phrase);
        let head = self.head_end(phrase);
        let holds_head = |it: &&Mention| {
            it.span.start() < head && it.span.end() >= head && it.form != MentionForm::Pronoun
        };
        // A name that ends with the phrase's head is the speaker: “press secretary Ana Oduya”.
        let best = within
            .iter()
            .filter(holds_head)
            .max_by_key(|it| (it.form == MentionForm::Name, it.span.len()))
            .or_else(|| {
                within.iter().find(|it| it.form == MentionForm::Pronoun && it.span == phrase)
            })
            .or_else(|| self.person_of_statement(phrase, within));
        let Some(mention) = best else {
            return Source { span: phrase, speaker: self.bearer(phrase, head) };
        };
        if self.is_joined(phrase, within, mention) {
            return Source { span: phrase, speaker: None };
        }
        let span = match mention.form {
            MentionForm::Name if mention.span.overlaps(phrase) && holds_head(&mention) => {
                mention.span
            }
            _ => phrase,
        };
        Source { span, speaker: Some(mention.entity) }
    }

    /// Whether a name is the last of several that speak together: “Oduya and Veld”. Neither alone
    /// said it.
    fn is_joined(&self, phrase: Span, within: &[Mention], last: &Mention) -> bool {
        let named = |it: &&Mention| {
            it.form == MentionForm::Name
                && it.span.start() >= phrase.start()
                && it.span.end() <= last.span.start()
                && it.entity != last.entity
        };
        let Some(before) = within.iter().rev().find(named) else { return false };
        let between = Span::checked(self.text, before.span.end(), last.span.start());
        let words = between.map_or("", |it| it.of(self.text)).trim_start_matches(',').trim_start();
        words.strip_prefix("and ").is_some_and(|it| {
            it.split_whitespace().all(|it| it.starts_with(char::is_uppercase) || it == "the")
        })
    }

    /// Whose role a phrase is that stands beside the name: “the mayor, Ana Oduya, said”.
    fn bearer(&self, phrase: Span, head: usize) -> Option<EntityIx> {
        let from = self.roles.partition_point(|it| it.0.end() <= phrase.start());
        let mut near = self.roles.iter().skip(from).take_while(|it| it.0.start() < phrase.end());
        near.find(|it| it.0.start() < head && it.0.end() >= head).map(|it| it.1)
    }

    /// Whether the words name a person or stand for one.
    pub(super) fn is_person(&self, phrase: Span) -> bool {
        let mentions = self.within(phrase);
        mentions.iter().any(|it| it.kind == NameKind::Person)
    }

    fn within(&self, phrase: Span) -> &'a [Mention] {
        let all = &self.found.mentions;
        let from = all.partition_point(|it| it.span.end() <= phrase.start());
        let to = all.partition_point(|it| it.span.start() < phrase.end());
        all.get(from..to).unwrap_or_default()
    }

    fn without_article(&self, phrase: Span) -> Span {
        let words = phrase.of(self.text);
        let skipped = ["the ", "The ", "a ", "A ", "an ", "An "]
            .iter()
            .find(|it| words.starts_with(**it))
            .map_or(0, |it| it.len());
        Span::checked(self.text, phrase.start() + skipped, phrase.end()).unwrap_or(phrase)
    }

    /// Where the head of a noun phrase ends: before its first preposition or comma.
    fn head_end(&self, phrase: Span) -> usize {
        let words = phrase.of(self.text);
        // “Ortiz’s” ends with Ortiz.
        let words =
            ["’s", "'s", "’", "'"].iter().find_map(|it| words.strip_suffix(it)).unwrap_or(words);
        let mut end = words.len();
        for stop in [" of ", " for ", " from ", " with ", " at ", " in ", " on ", " by ", ","] {
            if let Some(at) = words.find(stop) {
                end = end.min(at);
            }
        }
        phrase.start() + end
    }

    /// “the ministry’s statement”, “a statement from Ortiz’s office”, “a lawyer for Ortiz”: whose it is.
    fn person_of_statement(&self, phrase: Span, within: &'a [Mention]) -> Option<&'a Mention> {
        const TEXTS: &[&str] = &[
            "statement",
            "tweet",
            "letter",
            "report",
            "office",
            "post",
            "memo",
            "release",
            "affidavit",
            "campaign",
            "account",
            "message",
            "update",
            "filing",
            "lawsuit",
            "words",
            "assertion",
            "claim",
        ];
        let words = phrase.of(self.text).to_lowercase();
        let head = self.head_end(phrase).saturating_sub(phrase.start());
        let last = words.get(..head)?.split_whitespace().next_back()?;
        if !TEXTS.contains(&last.trim_end_matches(['s', '\'', '’'])) {
            return None;
        }
        within.iter().find(|it| it.form == MentionForm::Name)
    }
}
