//! The view: a record in the order in which a reader asks, with a link for every statement.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::chain::{self, clipped};
use super::reading::{self, Passage};
use crate::model::{
    Evidence, Record, RecordArticle, RecordCommitment, RecordConflict, RecordQuantity,
    RecordUtterance, RecordVersion,
};
use crate::record::counts::{Counts, counts, told_once};

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
    acts: Vec<ActView>,
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

#[derive(Serialize)]
struct Outlet {
    label: String,
    href: String,
    day: String,
    headline: String,
}

/// A link to words in an article.
#[derive(Serialize, Clone)]
struct Spot {
    outlet: String,
    href: String,
    text: String,
}

/// Parties by acts.
#[derive(Serialize)]
struct Play {
    acts: Vec<[String; 2]>,
    rows: Vec<Row>,
    left_out: usize,
}

#[derive(Serialize)]
struct Row {
    party: String,
    cells: Vec<Vec<StanceView>>,
}

#[derive(Serialize)]
struct StanceView {
    stance: String,
    told_by: Option<String>,
    spots: Vec<Spot>,
}

#[derive(Serialize)]
struct ActView {
    id: String,
    event: String,
    kind: String,
    due: Option<String>,
    parties: String,
    conditions: Vec<ConditionView>,
    after: Vec<[String; 2]>,
    evidence: Vec<Spot>,
}

#[derive(Serialize)]
struct ConditionView {
    kind: String,
    spots: Vec<Spot>,
}

/// A quantity drawn on one scale.
#[derive(Serialize)]
struct Scale {
    what: String,
    unit: String,
    rows: Vec<ScaleRow>,
}

#[derive(Serialize)]
struct ScaleRow {
    spot: Spot,
    said_by: Option<String>,
    /// Per cent of the width.
    left: f64,
    width: f64,
    open_low: bool,
    open_high: bool,
}

#[derive(Serialize)]
struct ConflictView {
    kind: String,
    what: String,
    note: Option<String>,
    sides: Vec<Spot>,
}

#[derive(Serialize)]
struct UtteranceView {
    speaker: String,
    altered: bool,
    versions: Vec<VersionView>,
}

#[derive(Serialize)]
struct VersionView {
    outlet: String,
    href: String,
    relation: String,
    fullest: bool,
    /// Words, and whether they differ from the fullest version.
    words: Vec<(String, bool)>,
}

#[derive(Serialize)]
struct Speaker {
    name: String,
    quotes: Vec<Spot>,
}

#[derive(Serialize)]
struct Day {
    value: String,
    planned: bool,
    what: String,
    reported: Option<String>,
    spots: Vec<Spot>,
}

#[derive(Serialize)]
struct Statement {
    what: String,
    origins: usize,
    spots: Vec<Spot>,
}

#[derive(Serialize)]
struct OriginView {
    name: String,
    articles: Vec<String>,
    evidence: Vec<Spot>,
    links: Vec<LinkView>,
}

#[derive(Serialize)]
struct LinkView {
    article: String,
    from: Option<String>,
    kind: String,
    percent: u32,
    evidence: Vec<Spot>,
}

#[derive(Serialize)]
struct ArticleView {
    anchor: String,
    label: String,
    title: Option<String>,
    byline: Option<String>,
    day: String,
    basis: Vec<String>,
    inferred: bool,
    place: String,
    sha256: String,
    passages: Vec<Passage>,
}

/// What the page calls each article, and the addresses of words in it.
pub(super) struct Labels<'a> {
    articles: BTreeMap<&'a str, (usize, String)>,
}

impl<'a> Labels<'a> {
    /// Outlet names; a file's name where the outlet is not known, numbers where two are the same.
    fn new(record: &'a Record) -> Labels<'a> {
        let plain: Vec<String> = record.articles.iter().map(plain_label).collect();
        let mut seen: BTreeMap<&String, usize> = BTreeMap::new();
        let mut articles = BTreeMap::new();
        for (ix, (article, label)) in record.articles.iter().zip(&plain).enumerate() {
            let times = seen.entry(label).or_insert(0);
            *times += 1;
            let alone = plain.iter().filter(|it| *it == label).count() == 1;
            let label = if alone { label.clone() } else { format!("{label} ({times})") };
            articles.insert(article.id.as_str(), (ix + 1, label));
        }
        Labels { articles }
    }

    fn label(&self, article: &str) -> String {
        self.articles.get(article).map(|(_, label)| label.clone()).unwrap_or_default()
    }

    /// The address of words on the page.
    pub(super) fn href(&self, article: &str, start: usize, end: usize) -> String {
        let number = self.articles.get(article).map_or(0, |(number, _)| *number);
        format!("#a{number}.{start}-{end}")
    }

    fn spot(&self, it: &Evidence) -> Spot {
        Spot {
            outlet: self.label(&it.article),
            href: self.href(&it.article, it.start, it.end),
            text: it.text.clone(),
        }
    }

    fn spots(&self, all: &[Evidence]) -> Vec<Spot> {
        all.iter().map(|it| self.spot(it)).collect()
    }
}

fn plain_label(article: &RecordArticle) -> String {
    let named = article.outlet.clone().or_else(|| {
        let place = article.path.as_ref().or(article.url.as_ref())?;
        place.rsplit(['/', '#']).find(|it| !it.is_empty()).map(str::to_owned)
    });
    named.unwrap_or_else(|| article.id.clone())
}

/// The record in the order in which a reader asks.
pub(super) fn view(record: &Record) -> View {
    let labels = Labels::new(record);
    let targets = targets(record);
    let (chain, chain_left_out) = chain::chain(record, &labels).unwrap_or_default();
    let none = BTreeSet::new();
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
        outlets: record.articles.iter().map(|it| outlet(it, &labels)).collect(),
        play: play(record, &labels),
        chain,
        chain_left_out,
        acts: record.commitments.iter().map(|it| act(record, it, &labels)).collect(),
        scales: record
            .quantities
            .iter()
            .filter(|it| !it.agree)
            .map(|it| scale(record, it, &labels))
            .collect(),
        conflicts: record
            .conflicts
            .iter()
            .filter(|it| !on_a_scale(record, it))
            .map(|it| conflict(it, &labels))
            .collect(),
        utterances: utterances(record, &labels),
        speakers: speakers(record, &labels),
        timeline: timeline(record, &labels),
        agreed: agreed(record, &labels),
        origins: origins(record, &labels),
        articles: record
            .articles
            .iter()
            .map(|it| article(it, &labels, targets.get(it.id.as_str()).unwrap_or(&none)))
            .collect(),
        gaps: record
            .gaps
            .iter()
            .map(|it| {
                let known = labels.articles.get(it.about.as_str()).map(|it| it.1.clone());
                [known.unwrap_or_else(|| it.about.clone()), it.what.clone(), it.why.clone()]
            })
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

fn outlet(it: &RecordArticle, labels: &Labels<'_>) -> Outlet {
    Outlet {
        label: labels.label(&it.id),
        href: format!("#a{}", labels.articles.get(it.id.as_str()).map_or(0, |it| it.0)),
        day: it.published.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
        headline: clipped(it.title.as_deref().unwrap_or_default(), 120),
    }
}

/// Acts shown as columns of the table, those on which most parties take a stand.
const MOST_COLUMNS: usize = 5;

fn play(record: &Record, labels: &Labels<'_>) -> Play {
    let mut acts: Vec<&RecordCommitment> =
        record.commitments.iter().filter(|it| !it.stances.is_empty()).collect();
    acts.sort_by_key(|it| std::cmp::Reverse(it.stances.len()));
    let left_out = acts.len().saturating_sub(MOST_COLUMNS);
    acts.truncate(MOST_COLUMNS);
    let mut rows: BTreeMap<&str, Vec<Vec<StanceView>>> = BTreeMap::new();
    for (column, act) in acts.iter().enumerate() {
        for it in &act.stances {
            let cells = rows
                .entry(it.party.as_str())
                .or_insert_with(|| acts.iter().map(|_| Vec::new()).collect());
            let stance = it.stance.replace('-', " ");
            let spot = Spot {
                outlet: labels.label(&it.article),
                href: labels.href(&it.article, it.start, it.end),
                text: it.text.clone(),
            };
            match cells[column].iter_mut().find(|it| it.stance == stance) {
                Some(same) => {
                    if same.told_by != it.told_by {
                        same.told_by = None;
                    }
                    same.spots.push(spot);
                }
                None => cells[column].push(StanceView {
                    stance,
                    told_by: it.told_by.clone(),
                    spots: vec![spot],
                }),
            }
        }
    }
    let mut rows: Vec<Row> =
        rows.into_iter().map(|(party, cells)| Row { party: party.to_owned(), cells }).collect();
    let said = |row: &Row| row.cells.iter().flatten().map(|it| it.spots.len()).sum::<usize>();
    rows.sort_by_key(|row| std::cmp::Reverse(said(row)));
    let acts = acts.iter().map(|it| [clipped(&it.event, 90), format!("#{}", it.id)]).collect();
    Play { acts, rows, left_out }
}

fn act(record: &Record, it: &RecordCommitment, labels: &Labels<'_>) -> ActView {
    let name =
        |id: &String| record.entities.iter().find(|it| it.id == *id).map(|it| it.name.as_str());
    let parties: Vec<&str> = it.parties.iter().filter_map(name).collect();
    let before = |id: &String| record.commitments.iter().find(|it| it.id == *id);
    let condition = |ix: &usize| {
        let it = &it.conditions[*ix];
        Spot {
            outlet: labels.label(&it.article),
            href: labels.href(&it.article, it.start, it.end),
            text: it.text.clone(),
        }
    };
    ActView {
        id: it.id.clone(),
        event: it.event.clone(),
        kind: it.kind.clone(),
        due: it.due.clone(),
        parties: parties.join(", "),
        conditions: told_once(it)
            .iter()
            .map(|group| ConditionView {
                kind: it.conditions[group[0]].kind.replace('-', " "),
                spots: group.iter().map(condition).collect(),
            })
            .collect(),
        after: it
            .after
            .iter()
            .filter_map(before)
            .map(|it| [clipped(&it.event, 90), format!("#{}", it.id)])
            .collect(),
        evidence: labels.spots(&it.evidence),
    }
}

fn scale(record: &Record, it: &RecordQuantity, labels: &Labels<'_>) -> Scale {
    let ends = || it.figures.iter().flat_map(|it| [it.low, it.high]).flatten();
    let least = ends().fold(f64::INFINITY, f64::min);
    let most = ends().fold(f64::NEG_INFINITY, f64::max);
    // A tenth of the width on either side stays free for arrows at open ends.
    let reach = (most - least).max(f64::MIN_POSITIVE);
    let at = |value: f64| 10.0 + 80.0 * (value - least) / reach;
    let rows = it.figures.iter().map(|figure| {
        let (left, right) = match (figure.low, figure.high) {
            (Some(low), Some(high)) => (at(low), at(high)),
            (Some(low), None) => (at(low), 100.0),
            (None, Some(high)) => (0.0, at(high)),
            (None, None) => (0.0, 100.0),
        };
        ScaleRow {
            spot: Spot {
                outlet: labels.label(&figure.article),
                href: labels.href(&figure.article, figure.start, figure.end),
                text: words(record, &figure.article, figure.start, figure.end),
            },
            said_by: figure.said_by.clone(),
            left: (left * 10.0).round() / 10.0,
            width: ((right - left) * 10.0).round() / 10.0,
            open_low: figure.low.is_none(),
            open_high: figure.high.is_none(),
        }
    });
    Scale { what: it.what.clone(), unit: it.unit.clone(), rows: rows.collect() }
}

fn words(record: &Record, article: &str, start: usize, end: usize) -> String {
    let article = record.articles.iter().find(|it| it.id == article);
    article.and_then(|it| it.text.get(start..end)).unwrap_or_default().to_owned()
}

/// Whether all sides of a conflict are sentences or figures that a scale shows already.
fn on_a_scale(record: &Record, it: &RecordConflict) -> bool {
    let figures = || record.quantities.iter().filter(|it| !it.agree).flat_map(|it| &it.figures);
    it.kind == "figure"
        && it.sides.iter().all(|side| {
            figures().any(|figure| {
                figure.article == side.article
                    && side.start <= figure.start
                    && figure.end <= side.end
            })
        })
}

fn conflict(it: &RecordConflict, labels: &Labels<'_>) -> ConflictView {
    ConflictView {
        kind: it.kind.clone(),
        what: it.what.clone(),
        note: it.note.clone(),
        sides: labels.spots(&it.sides),
    }
}

fn utterances(record: &Record, labels: &Labels<'_>) -> Vec<UtteranceView> {
    let mut found: Vec<UtteranceView> = record
        .utterances
        .iter()
        .filter(|it| it.quotes.len() > 1)
        .map(|it| utterance(record, it, labels))
        .collect();
    let rank = |it: &VersionView| match it.relation.as_str() {
        "altered" => 0,
        "translation" => 1,
        _ => 2,
    };
    found.sort_by_key(|it| it.versions.iter().map(rank).min());
    found
}

fn utterance(record: &Record, it: &RecordUtterance, labels: &Labels<'_>) -> UtteranceView {
    let length = |it: &&RecordVersion| (it.relation == "verbatim", it.end - it.start);
    let fullest = it.quotes.iter().max_by_key(length).map(|it| (it.article.clone(), it.start));
    UtteranceView {
        speaker: it.speaker_name.clone().unwrap_or_else(|| "speaker not given".to_owned()),
        altered: it.quotes.iter().any(|it| it.relation == "altered"),
        versions: it
            .quotes
            .iter()
            .map(|version| VersionView {
                outlet: labels.label(&version.article),
                href: labels.href(&version.article, version.start, version.end),
                relation: version.relation.clone(),
                fullest: fullest.as_ref() == Some(&(version.article.clone(), version.start)),
                words: marked(record, it, version),
            })
            .collect(),
    }
}

/// A version's words, those that differ marked: its own, or for the fullest those that others
/// change.
fn marked(record: &Record, of: &RecordUtterance, version: &RecordVersion) -> Vec<(String, bool)> {
    let own = version.differences.iter().map(|it| (it.start, it.end));
    let changed =
        of.quotes.iter().filter(|it| it.relation == "altered" || it.relation == "translation");
    let by_others = changed
        .flat_map(|it| &it.differences)
        .filter(|it| it.other_article == version.article)
        .map(|it| (it.other_start, it.other_end));
    let spans: BTreeSet<(usize, usize)> = own
        .chain(by_others)
        .filter(|&(start, end)| version.start <= start && start < end && end <= version.end)
        .collect();
    let mut found = Vec::new();
    let mut at = version.start;
    for (start, end) in spans {
        let start = start.max(at);
        if start >= end {
            continue;
        }
        found.push((words(record, &version.article, at, start), false));
        found.push((words(record, &version.article, start, end), true));
        at = end;
    }
    found.push((words(record, &version.article, at, version.end), false));
    found.retain(|it| !it.0.is_empty());
    found
}

/// Everyone who is quoted between marks, those with most quotations first.
fn speakers(record: &Record, labels: &Labels<'_>) -> Vec<Speaker> {
    let mut found: BTreeMap<String, Vec<Spot>> = BTreeMap::new();
    for article in &record.articles {
        for it in article.quotes.iter().filter(|it| it.kind != "indirect") {
            let name = it.speaker_name.clone().unwrap_or_else(|| "speaker not given".to_owned());
            found.entry(name).or_default().push(Spot {
                outlet: labels.label(&article.id),
                href: labels.href(&article.id, it.start, it.end),
                text: article.text.get(it.start..it.end).unwrap_or_default().to_owned(),
            });
        }
    }
    let mut found: Vec<Speaker> =
        found.into_iter().map(|(name, quotes)| Speaker { name, quotes }).collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.quotes.len()));
    found
}

fn timeline(record: &Record, labels: &Labels<'_>) -> Vec<Day> {
    let day = |it: &crate::model::RecordEvent| Day {
        value: it.value.clone(),
        planned: it.planned,
        what: it.what.clone(),
        reported: it.reported.clone(),
        spots: labels.spots(&it.evidence),
    };
    record.timeline.iter().map(day).collect()
}

fn agreed(record: &Record, labels: &Labels<'_>) -> Vec<Statement> {
    let statement = |it: &crate::model::RecordAgreed| Statement {
        what: it.what.clone(),
        origins: it.origins,
        spots: labels.spots(&it.evidence),
    };
    record.agreed.iter().map(statement).collect()
}

fn origins(record: &Record, labels: &Labels<'_>) -> Vec<OriginView> {
    let origin = |it: &crate::model::RecordOrigin| OriginView {
        name: it.name.clone(),
        articles: it.articles.iter().map(|it| labels.label(it)).collect(),
        evidence: labels.spots(&it.evidence),
        links: record
            .lineage
            .iter()
            .filter(|link| it.articles.contains(&link.article))
            .map(|link| LinkView {
                article: labels.label(&link.article),
                from: link.from.as_ref().map(|it| labels.label(it)),
                kind: link.kind.replace('-', " "),
                percent: percent(link.overlap),
                evidence: labels.spots(&link.evidence),
            })
            .collect(),
    };
    record.origins.iter().map(origin).collect()
}

fn percent(share: f64) -> u32 {
    // A share lies between 0 and 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}

fn article(
    it: &RecordArticle,
    labels: &Labels<'_>,
    targets: &BTreeSet<(usize, usize)>,
) -> ArticleView {
    let published = it.published.as_ref();
    ArticleView {
        anchor: format!("a{}", labels.articles.get(it.id.as_str()).map_or(0, |it| it.0)),
        label: labels.label(&it.id),
        title: it.title.clone(),
        byline: it.byline.clone(),
        day: published.map(|it| it.value.clone()).unwrap_or_default(),
        basis: published
            .map(|it| it.basis.iter().map(|it| it.what.clone()).collect())
            .unwrap_or_default(),
        inferred: published.is_some_and(|it| it.inferred),
        place: it.url.clone().or_else(|| it.path.clone()).unwrap_or_default(),
        sha256: it.sha256.clone(),
        passages: reading::passages(it, targets),
    }
}

/// For each article, the bytes that some statement of the record points at.
fn targets(record: &Record) -> BTreeMap<String, BTreeSet<(usize, usize)>> {
    let mut found: BTreeMap<String, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let mut add = |article: &str, start: usize, end: usize| {
        found.entry(article.to_owned()).or_default().insert((start, end));
    };
    let origins = record.origins.iter().flat_map(|it| &it.evidence);
    let lineage = record.lineage.iter().flat_map(|it| &it.evidence);
    let acts = record.commitments.iter().flat_map(|it| &it.evidence);
    let sides = record.conflicts.iter().flat_map(|it| &it.sides);
    let events = record.timeline.iter().flat_map(|it| &it.evidence);
    let agreed = record.agreed.iter().flat_map(|it| &it.evidence);
    let lists = origins.chain(lineage).chain(acts).chain(sides).chain(events).chain(agreed);
    for it in lists.chain(&record.story.title_evidence) {
        add(&it.article, it.start, it.end);
    }
    for it in record.commitments.iter().flat_map(|it| &it.conditions) {
        add(&it.article, it.start, it.end);
    }
    for it in record.commitments.iter().flat_map(|it| &it.stances) {
        add(&it.article, it.start, it.end);
    }
    for it in record.quantities.iter().flat_map(|it| &it.figures) {
        add(&it.article, it.start, it.end);
    }
    for article in &record.articles {
        for it in article.quotes.iter().filter(|it| it.kind != "indirect") {
            add(&article.id, it.start, it.end);
        }
    }
    found
}
