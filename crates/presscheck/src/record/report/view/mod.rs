//! The view: a record in the order in which a reader asks, with a link for every statement.

mod articles;
mod differ;
mod labels;
mod play;
mod said;

use std::collections::BTreeSet;

use serde::Serialize;

use self::articles::{ArticleView, Day, OriginView, Outlet};
use self::differ::{ConflictView, Scale, Statement};
pub(super) use self::labels::Labels;
use self::play::{ActView, Play};
use self::said::{Speaker, UtteranceView};
use super::chain::{self, clipped};
use crate::model::Record;
use crate::record::counts::{Counts, counts};

/// Everything that the page shows.
#[derive(Serialize)]
pub(super) struct View {
    title: String,
    title_href: String,
    days: String,
    generator: String,
    counts: Vec<Count>,
    outlets: Vec<Outlet>,
    play: Play,
    chain: String,
    chain_left_out: usize,
    /// Acts that hang on something, that somebody takes a stand on, or that several articles tell.
    acts: Vec<ActView>,
    /// The other acts.
    further: Vec<ActView>,
    scales: Vec<Scale>,
    conflicts: Vec<ConflictView>,
    utterances: Vec<UtteranceView>,
    speakers: Vec<Speaker>,
    timeline: Vec<Day>,
    agreed: Vec<Statement>,
    origins: Vec<OriginView>,
    articles: Vec<ArticleView>,
    gaps: Vec<[String; 3]>,
}

/// A number over the record, and the section it leads to.
#[derive(Serialize)]
struct Count {
    n: usize,
    unit: String,
    href: &'static str,
    alert: bool,
}

/// The record in the order in which a reader asks.
pub(super) fn view(record: &Record) -> View {
    let labels = Labels::new(record);
    let targets = articles::targets(record);
    let (chain, chain_left_out) = chain::chain(record, &labels).unwrap_or_default();
    let none = BTreeSet::new();
    let acts = |first: bool| -> Vec<ActView> {
        let wanted = record.commitments.iter().filter(|it| play::is_first(record, it) == first);
        wanted.map(|it| play::act(record, it, &labels)).collect()
    };
    View {
        title: clipped(&record.story.title, 200),
        title_href: record
            .story
            .title_evidence
            .as_ref()
            .map(|it| labels.spot(it).href)
            .unwrap_or_default(),
        days: days(record),
        generator: record.generator.clone(),
        counts: headline_counts(counts(record)),
        outlets: record.articles.iter().map(|it| articles::outlet(it, &labels)).collect(),
        play: play::play(record, &labels),
        chain,
        chain_left_out,
        acts: acts(true),
        further: acts(false),
        scales: record
            .quantities
            .iter()
            .filter(|it| !it.agree)
            .map(|it| differ::scale(record, it, &labels))
            .collect(),
        conflicts: record
            .conflicts
            .iter()
            .filter(|it| !differ::on_a_scale(record, it))
            .map(|it| differ::conflict(it, &labels))
            .collect(),
        utterances: said::utterances(record, &labels),
        speakers: said::speakers(record, &labels),
        timeline: articles::timeline(record, &labels),
        agreed: differ::agreed(record, &labels),
        origins: articles::origins(record, &labels),
        articles: record
            .articles
            .iter()
            .map(|it| articles::article(it, &labels, targets.get(it.id.as_str()).unwrap_or(&none)))
            .collect(),
        gaps: record
            .gaps
            .iter()
            .map(|it| [labels.label_or(&it.about), it.what.clone(), it.why.clone()])
            .collect(),
    }
}

fn headline_counts(it: Counts) -> Vec<Count> {
    let count = |n: usize, one: &str, many: &str, href, alert| Count {
        n,
        unit: if n == 1 { one.to_owned() } else { many.to_owned() },
        href,
        alert: alert && n > 0,
    };
    vec![
        count(it.articles, "article", "articles", "#articles", false),
        count(it.outlets, "outlet", "outlets", "#articles", false),
        count(it.origins, "independent origin", "independent origins", "#origins", false),
        count(it.altered, "altered quotation", "altered quotations", "#said", true),
        count(it.disputed, "figure disputed", "figures disputed", "#differ", true),
        count(it.conditions, "open condition", "open conditions", "#depends", false),
    ]
}

fn days(record: &Record) -> String {
    match (&record.story.start, &record.story.end) {
        (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
        (Some(day), _) | (_, Some(day)) => day.clone(),
        _ => "publication days not known".to_owned(),
    }
}

fn words(record: &Record, article: &str, start: usize, end: usize) -> String {
    let article = record.articles.iter().find(|it| it.id == article);
    article.and_then(|it| it.text.get(start..end)).unwrap_or_default().to_owned()
}
