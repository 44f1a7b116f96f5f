//! Compilation: turns articles and a story into a record, with ids in place of list positions.

mod article;

use sha2::{Digest, Sha256};

pub use self::article::article;
use self::article::{entry, place, quote_id};
use super::json::{self, FORMAT, VERSION};
use super::sentences::Sentences;
use super::{agreed, conflicts, timeline};
#[allow(clippy::wildcard_imports, reason = "nearly all nouns of the model become JSON here")]
use crate::model::*;

/// The record of one story. `articles` are those that `story` was made from, in the same order.
pub fn story(articles: &[Annotated], story: &Story) -> Record {
    let ids = Ids { articles, story };
    let sentences = Sentences::of(articles);
    let mut record = Record {
        format: FORMAT.to_owned(),
        version: VERSION,
        generator: concat!("presscheck ", env!("CARGO_PKG_VERSION")).to_owned(),
        sha256: String::new(),
        story: ids.header(),
        articles: (0..articles.len()).map(|ix| ids.article(ix)).collect(),
        entities: (0..story.entities.len()).map(|ix| ids.entity(ix)).collect(),
        origins: (0..story.origins.len()).map(|ix| ids.origin(ix)).collect(),
        lineage: story.lineage.iter().map(|it| ids.link(it)).collect(),
        utterances: (0..story.utterances.len()).map(|ix| ids.utterance(ix)).collect(),
        quantities: (0..story.quantities.len()).map(|ix| ids.quantity(ix)).collect(),
        commitments: (0..story.commitments.len()).map(|ix| ids.commitment(ix)).collect(),
        conflicts: conflicts::find(articles, story, &sentences),
        timeline: timeline::find(articles, &sentences),
        agreed: agreed::find(articles, story, &sentences),
        gaps: ids.gaps(),
    };
    record.sha256 = json::sha256(&record);
    record
}

/// The id of the story that these articles tell, by their ids in order.
pub fn story_id<'a>(articles: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for it in articles {
        hash.update(it.as_bytes());
        hash.update([0]);
    }
    let digits: String = hash.finalize().iter().take(6).map(|it| format!("{it:02x}")).collect();
    format!("s{digits}")
}

/// A place in an article, with its words.
pub(super) fn evidence(articles: &[Annotated], spot: Spot) -> Evidence {
    let article = &articles[spot.article].article;
    place(article, spot.span)
}

/// The ids that stand for list positions in a record.
struct Ids<'a> {
    articles: &'a [Annotated],
    story: &'a Story,
}

impl Ids<'_> {
    fn article_id(&self, ix: ArticleIx) -> String {
        self.articles[ix].article.id.0.clone()
    }

    fn evidence(&self, spot: Spot) -> Evidence {
        evidence(self.articles, spot)
    }

    fn all_evidence(&self, spots: &[Spot]) -> Vec<Evidence> {
        spots.iter().map(|&it| self.evidence(it)).collect()
    }

    fn entity_name(&self, ix: StoryEntityIx) -> Option<String> {
        self.story.entities.get(ix).map(|it| it.name.clone())
    }

    fn header(&self) -> RecordStory {
        let mut days: Vec<String> = self
            .articles
            .iter()
            .filter_map(|it| it.article.published.as_ref())
            .map(|it| it.date.to_string())
            .collect();
        days.sort();
        let named: std::collections::BTreeSet<String> = self
            .articles
            .iter()
            .filter_map(|it| it.article.outlet.as_ref())
            .map(|it| it.value.to_lowercase())
            .collect();
        let unnamed = self.articles.iter().filter(|it| it.article.outlet.is_none()).count();
        let (title, title_evidence) = self.title();
        RecordStory {
            id: story_id(self.articles.iter().map(|it| it.article.id.0.as_str())),
            title,
            title_evidence,
            start: days.first().cloned(),
            end: days.last().cloned(),
            articles: self.articles.len(),
            outlets: named.len() + unnamed,
            origins: self.story.origins.len(),
        }
    }

    /// The headline of the earliest article that prints one, else the first sentence of one.
    fn title(&self) -> (String, Option<Evidence>) {
        let mut order: Vec<&Annotated> = self.articles.iter().collect();
        order.sort_by_key(|it| {
            let printed = it.article.title.as_ref().is_some_and(|it| it.span.is_some());
            (!printed, it.article.published.as_ref().map(|it| it.date), it.article.id.clone())
        });
        for it in order {
            let stated = it.article.title.as_ref().and_then(|it| it.span);
            let first = it.annotations.sentences.first().map(|it| it.span);
            if let Some(span) = stated.or(first) {
                let evidence = place(&it.article, span);
                return (evidence.text.clone(), Some(evidence));
            }
        }
        (String::new(), None)
    }

    fn article(&self, ix: ArticleIx) -> RecordArticle {
        let of = self.story.entity_of.get(ix);
        let story_entity = |local: EntityIx| of.and_then(|it| it.get(local)).copied();
        let id = |local: EntityIx| story_entity(local).map(entity_id).unwrap_or_default();
        let name = |local: EntityIx| story_entity(local).and_then(|it| self.entity_name(it));
        let mut entry = entry(&self.articles[ix], &id, &name);
        for it in self.story.borrowed_speakers.iter().filter(|it| it.article == ix) {
            let quote = &mut entry.quotes[it.quote];
            quote.speaker = Some(entity_id(it.entity));
            quote.speaker_name = self.entity_name(it.entity);
            quote.speaker_from = Some(self.evidence(it.from));
        }
        entry
    }

    fn entity(&self, ix: StoryEntityIx) -> RecordEntity {
        let it = &self.story.entities[ix];
        RecordEntity {
            id: entity_id(ix),
            kind: it.kind.word().to_owned(),
            name: it.name.clone(),
            variants: it.variants.clone(),
            roles: self.all_evidence(&it.roles),
            evidence: self.all_evidence(&it.evidence),
        }
    }

    fn origin(&self, ix: usize) -> RecordOrigin {
        let it = &self.story.origins[ix];
        RecordOrigin {
            id: format!("o{}", ix + 1),
            name: it.name.clone(),
            articles: it.articles.iter().map(|&it| self.article_id(it)).collect(),
            evidence: self.all_evidence(&it.evidence),
        }
    }

    fn link(&self, it: &Link) -> RecordLink {
        let mut shown = Vec::new();
        if let Some((span, other)) = it.passages.iter().max_by_key(|(span, _)| span.len()) {
            shown.push(Spot { article: it.article, span: *span });
            shown.push(*other);
        }
        shown.extend(it.credit.map(|span| Spot { article: it.article, span }));
        RecordLink {
            article: self.article_id(it.article),
            from: it.from.map(|it| self.article_id(it)),
            kind: it.kind.word().to_owned(),
            overlap: (it.overlap * 1000.0).round() / 1000.0,
            passages: it
                .passages
                .iter()
                .map(|(span, other)| RecordPassage {
                    start: span.start(),
                    end: span.end(),
                    from_start: other.span.start(),
                    from_end: other.span.end(),
                })
                .collect(),
            credit: it.credit.map(|span| self.evidence(Spot { article: it.article, span })),
            evidence: self.all_evidence(&shown),
        }
    }

    fn utterance(&self, ix: usize) -> RecordUtterance {
        let it = &self.story.utterances[ix];
        RecordUtterance {
            id: format!("u{}", ix + 1),
            speaker: it.speaker.map(entity_id),
            speaker_name: it.speaker.and_then(|it| self.entity_name(it)),
            quotes: it.versions.iter().map(|version| self.version(it, version)).collect(),
        }
    }

    fn version(&self, utterance: &Utterance, it: &Version) -> RecordVersion {
        let span = self.articles[it.article].annotations.quotes[it.quote].span;
        let other = self.article_id(utterance.versions[it.against].article);
        RecordVersion {
            article: self.article_id(it.article),
            quote: quote_id(it.quote),
            start: span.start(),
            end: span.end(),
            relation: it.relation.word().to_owned(),
            differences: it
                .differences
                .iter()
                .map(|(here, there)| RecordDifference {
                    start: here.start(),
                    end: here.end(),
                    other_article: other.clone(),
                    other_start: there.start(),
                    other_end: there.end(),
                })
                .collect(),
        }
    }

    fn quantity(&self, ix: usize) -> RecordQuantity {
        let it = &self.story.quantities[ix];
        let figures = it.figures.iter().map(|figure| {
            let of = &self.articles[figure.article].annotations.figures[figure.figure];
            RecordQuantityFigure {
                article: self.article_id(figure.article),
                start: of.span.start(),
                end: of.span.end(),
                low: of.low,
                high: of.high,
                said_by: figure.said_by.clone(),
            }
        });
        RecordQuantity {
            id: format!("n{}", ix + 1),
            what: it.what.clone(),
            unit: it.unit.clone(),
            figures: figures.collect(),
            agree: it.agree,
        }
    }

    fn commitment(&self, ix: StoryCommitmentIx) -> RecordCommitment {
        let it = &self.story.commitments[ix];
        RecordCommitment {
            id: commitment_id(ix),
            event: it.event.clone(),
            kind: it.kind.word().to_owned(),
            parties: it.parties.iter().map(|&it| entity_id(it)).collect(),
            conditions: it
                .conditions
                .iter()
                .map(|&(kind, spot)| self.condition(kind, spot))
                .collect(),
            after: it.after.iter().map(|&it| commitment_id(it)).collect(),
            due: it.due.clone(),
            stances: it.stances.iter().map(|it| self.stance(it)).collect(),
            evidence: self.all_evidence(&it.evidence),
        }
    }

    fn condition(&self, kind: ConditionKind, spot: Spot) -> RecordCondition {
        let Evidence { article, start, end, text } = self.evidence(spot);
        RecordCondition { kind: kind.word().to_owned(), article, start, end, text }
    }

    fn stance(&self, it: &StoryStance) -> RecordStance {
        let Evidence { article, start, end, text } = self.evidence(it.spot);
        RecordStance {
            party: it.party.clone(),
            entity: it.entity.map(entity_id),
            stance: it.kind.word().to_owned(),
            told_by: it.told_by.clone(),
            article,
            start,
            end,
            text,
        }
    }

    fn gaps(&self) -> Vec<RecordGap> {
        let own = self.articles.iter().flat_map(|it| it.article.gaps.iter());
        let mut gaps: Vec<&Gap> = own.chain(&self.story.gaps).collect();
        gaps.sort();
        gaps.dedup();
        gaps.into_iter()
            .map(|it| RecordGap {
                about: it.about.clone(),
                what: it.what.clone(),
                why: it.why.clone(),
            })
            .collect()
    }
}

fn entity_id(ix: StoryEntityIx) -> String {
    format!("e{}", ix + 1)
}

fn commitment_id(ix: StoryCommitmentIx) -> String {
    format!("c{}", ix + 1)
}
