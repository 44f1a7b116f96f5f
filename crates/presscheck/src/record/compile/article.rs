//! An article's entry: what was found in one article, as the format has it.

#[allow(clippy::wildcard_imports, reason = "nearly all nouns of an article become JSON here")]
use crate::model::*;
use crate::text::person;

/// One annotated article on its own, with entity ids that hold within it.
///
/// What is said stands in it once: a clause that is told holds its marked words, while a record,
/// which compares those with what others print, has an entry for each.
pub fn article(it: &Annotated) -> RecordArticle {
    let Annotations { entities, .. } = &it.annotations;
    let entity_id = |ix: EntityIx| format!("e{}", ix + 1);
    let names = entities.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    let mut entry = entry(it, &entity_id, &|ix| names.get(ix).cloned());
    entry.quotes.retain(|it| it.within.is_none());
    for it in entry.quotes.iter_mut().filter(|it| !it.marked.is_empty()) {
        if it.kind == QuoteKind::Indirect.word() {
            QuoteKind::Mixed.word().clone_into(&mut it.kind);
        }
    }
    entry
}

/// An article's entry; the two functions give an article's own entity its id and fullest name.
pub(super) fn entry(
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
        quotes: quotes(it, entity_id, entity_name),
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
    RecordPublished {
        value: it.date.to_string(),
        certain: it.certain,
        inferred: it.inferred,
        basis: basis.collect(),
    }
}

fn part(it: &Part) -> RecordPart {
    RecordPart {
        kind: it.kind.word().to_owned(),
        start: it.span.start(),
        end: it.span.end(),
        reason: it.reason.clone().into_owned(),
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
    it: &Annotated,
    entity_id: &dyn Fn(EntityIx) -> String,
    entity_name: &dyn Fn(EntityIx) -> Option<String>,
) -> Vec<RecordQuote> {
    let Annotated { article, annotations } = it;
    let quotes = annotations.quotes.iter().enumerate();
    let name = |it: &Quote| match it.speaker {
        Some(speaker) => entity_name(speaker),
        None => it.source.and_then(|it| description(it.of(&article.text))),
    };
    quotes
        .map(|(ix, it)| RecordQuote {
            id: quote_id(ix),
            start: it.span.start(),
            end: it.span.end(),
            marked: it.marked.iter().copied().map(extent).collect(),
            kind: it.kind.word().to_owned(),
            source: it.source.map(extent),
            cue: it.cue.map(extent),
            speaker: it.speaker.map(entity_id),
            speaker_name: name(it),
            continues: it.continues.map(quote_id),
            within: it.within.map(quote_id),
            negated: it.negated,
            speaker_from: None,
        })
        .collect()
}

/// The words for a speaker who is no entity, without their article; `None` where they only stand
/// for someone.
fn description(source: &str) -> Option<String> {
    let (first, rest) = source.split_once(' ').unwrap_or((source, ""));
    if rest.is_empty() {
        return (!person::is_pronoun(source)).then(|| source.to_owned());
    }
    let bare = matches!(first.to_lowercase().as_str(), "the" | "a" | "an");
    Some(if bare { rest.to_owned() } else { source.to_owned() })
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

/// A place in an article, with its words.
pub(super) fn place(article: &Article, span: Span) -> Evidence {
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

/// Quotations count from one within their article.
pub(super) fn quote_id(ix: usize) -> String {
    format!("q{}", ix + 1)
}
