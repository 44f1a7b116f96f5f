//! Compilation: turns articles and a story into a record, with ids in place of list positions.

use sha2::{Digest, Sha256};

use super::json::{self, FORMAT, VERSION};
use super::{agreed, conflicts, timeline};
use crate::model::*;

/// The record of one story. `articles` are those that `story` was made from, in the same order.
pub fn story(articles: &[Annotated], story: &Story) -> Record {
    let ids = Ids { articles, story };
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
        conflicts: conflicts::find(articles, story),
        timeline: timeline::find(articles, story),
        agreed: agreed::find(articles, story),
        gaps: ids.gaps(),
    };
    record.sha256 = json::sha256(&record);
    record
}

/// One annotated article on its own, with entity ids that hold within it.
pub fn article(it: &Annotated) -> RecordArticle {
    let Annotations { entities, .. } = &it.annotations;
    let entity_id = |ix: EntityIx| format!("e{}", ix + 1);
    let names = entities.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    entry(it, &entity_id, &|ix| names.get(ix).cloned())
}

/// A place in an article, with its words.
pub(super) fn evidence(articles: &[Annotated], spot: Spot) -> Evidence {
    let article = &articles[spot.article].article;
    place(article, spot.span)
}

fn place(article: &Article, span: Span) -> Evidence {
    Evidence {
        article: article.id.0.clone(),
        start: span.start(),
        end: span.end(),
        text: span.of(&article.text).to_owned(),
    }
}

fn extent(span: Span) -> Extent {
    Extent { start: span.start(), end: span.end() }
}

fn quote_id(ix: usize) -> String {
    format!("q{}", ix + 1)
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
            id: self.story_id(),
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

    fn story_id(&self) -> String {
        let mut hash = Sha256::new();
        for it in self.articles {
            hash.update(it.article.id.0.as_bytes());
            hash.update([0]);
        }
        let digits: String = hash.finalize().iter().take(6).map(|it| format!("{it:02x}")).collect();
        format!("s{digits}")
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

/// An article's entry; the two functions give an article's own entity its id and fullest name.
fn entry(
    it: &Annotated,
    entity_id: &dyn Fn(EntityIx) -> String,
    entity_name: &dyn Fn(EntityIx) -> Option<String>,
) -> RecordArticle {
    let Annotated { article, annotations } = it;
    let value = |it: &Option<Stated>| it.as_ref().map(|it| it.value.clone());
    RecordArticle {
        id: article.id.0.clone(),
        path: article.place.path.clone(),
        url: article.url.clone().or_else(|| article.place.url.clone()),
        sha256: article.sha256.clone(),
        outlet: value(&article.outlet),
        title: value(&article.title),
        byline: value(&article.byline),
        published: article.published.as_ref().map(|it| published(article, it)),
        modified: article.modified.map(|it| it.to_string()),
        language: article.language.clone(),
        text: article.text.clone(),
        parts: article.parts.iter().map(part).collect(),
        sentences: annotations.sentences.iter().map(|it| extent(it.span)).collect(),
        names: names(annotations, entity_id),
        quotes: quotes(annotations, entity_id, entity_name),
        times: annotations.times.iter().map(time).collect(),
        figures: annotations.figures.iter().map(figure).collect(),
        commitments: annotations.commitments.iter().map(|it| mention(article, it)).collect(),
        raw: article.raw_map.iter().map(|&(span, raw)| raw_extent(span, raw)).collect(),
    }
}

fn published(article: &Article, it: &Published) -> RecordPublished {
    let basis = it.basis.iter().map(|basis| RecordBasis {
        what: basis.what.clone(),
        evidence: basis.span.filter(|_| basis.article == article.id).map(|it| place(article, it)),
    });
    RecordPublished { value: it.date.to_string(), inferred: it.inferred, basis: basis.collect() }
}

fn part(it: &Part) -> RecordPart {
    RecordPart {
        kind: it.kind.word().to_owned(),
        start: it.span.start(),
        end: it.span.end(),
        reason: it.reason.to_owned(),
    }
}

fn names(annotations: &Annotations, entity_id: &dyn Fn(EntityIx) -> String) -> Vec<RecordName> {
    let named = annotations.mentions.iter().filter(|it| it.form == MentionForm::Name);
    named
        .map(|it| RecordName {
            start: it.span.start(),
            end: it.span.end(),
            kind: it.kind.word().to_owned(),
            entity: entity_id(it.entity),
        })
        .collect()
}

fn quotes(
    annotations: &Annotations,
    entity_id: &dyn Fn(EntityIx) -> String,
    entity_name: &dyn Fn(EntityIx) -> Option<String>,
) -> Vec<RecordQuote> {
    let quotes = annotations.quotes.iter().enumerate();
    quotes
        .map(|(ix, it)| RecordQuote {
            id: quote_id(ix),
            start: it.span.start(),
            end: it.span.end(),
            kind: it.kind.word().to_owned(),
            source: it.source.map(extent),
            cue: it.cue.map(extent),
            speaker: it.speaker.map(entity_id),
            speaker_name: it.speaker.and_then(entity_name),
            continues: it.continues.map(quote_id),
            negated: it.negated,
            speaker_from: None,
        })
        .collect()
}

fn time(it: &TimeExpr) -> RecordTime {
    RecordTime {
        start: it.span.start(),
        end: it.span.end(),
        value: it.value.clone(),
        alternatives: it.alternatives.clone(),
    }
}

fn figure(it: &Figure) -> RecordFigure {
    RecordFigure {
        start: it.span.start(),
        end: it.span.end(),
        low: it.low,
        high: it.high,
        approximate: it.approximate,
        unit: it.unit.clone(),
        what: it.what.clone(),
    }
}

fn mention(article: &Article, it: &Commitment) -> RecordMention {
    let conditions = it.conditions.iter().map(|it| RecordMentionCondition {
        kind: it.kind.word().to_owned(),
        start: it.span.start(),
        end: it.span.end(),
    });
    RecordMention {
        start: it.span.start(),
        end: it.span.end(),
        kind: it.kind.word().to_owned(),
        event: it.act.of(&article.text).to_owned(),
        parties: it.parties.iter().map(|it| extent(it.span)).collect(),
        conditions: conditions.collect(),
    }
}

fn raw_extent(span: Span, raw: RawSpan) -> RecordRaw {
    RecordRaw { start: span.start(), end: span.end(), raw_start: raw.start, raw_end: raw.end }
}
