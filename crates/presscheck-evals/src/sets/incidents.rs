//! Articles on shootings against what is known of each: how many were killed and hurt, and when.
//! The Rust twin of `score_incidents.py`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use presscheck::model::{RecordArticle, RecordFigure};
use regex::Regex;
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures};

/// Incidents with fewer killed (or hurt) do not test their count: “one” is seldom printed.
const LEAST: u64 = 2;

/// Articles from so many days before the incident on are asked for its date, …
const FIRST_DAY: i32 = -1;
/// … and up to so many days after it.
const LAST_DAY: i32 = 60;

/// One incident.
#[derive(Deserialize)]
pub(crate) struct Incident {
    date: String,
    killed: u64,
    injured: u64,
    killed_victims: u64,
    injured_victims: u64,
    docs: Vec<String>,
}

/// The incidents of a set, and the publication day of each document.
pub(crate) struct Incidents {
    incidents: Vec<Incident>,
    published: BTreeMap<String, String>,
}

impl Incidents {
    /// Reads them from a set's folder.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        #[derive(Deserialize)]
        struct Row {
            doc: String,
            published: String,
        }
        let rows = engine::json_lines::<Row>(&folder.join("docs.jsonl"))?;
        Ok(Self {
            incidents: engine::json_lines(&folder.join("incidents.jsonl"))?,
            published: rows.into_iter().map(|it| (it.doc, it.published)).collect(),
        })
    }
}

/// Scores the counts and dates of annotated articles.
pub(crate) fn score(known: &Incidents, articles: &[RecordArticle]) -> Measures {
    let by_id: BTreeMap<&str, &RecordArticle> =
        articles.iter().map(|it| (it.id.as_str(), it)).collect();
    let mut measures = casualties(known, &by_id, &KILLED);
    measures.extend(casualties(known, &by_id, &INJURED));
    measures.extend(dates(known, &by_id));
    measures
}

/// What became of people, how articles speak of it, and what is known of it.
struct Kind {
    name: &'static str,
    told: &'static LazyLock<Regex>,
    /// What speaks of both tells neither.
    other: &'static LazyLock<Regex>,
    truth: fn(&Incident) -> (u64, u64),
}

static DEATH: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(kill\w*|dead|death\w*|die[ds]?|dying|fatal\w*|slain|murder\w*|deceased|homicide\w*|lives lost)\b",
    )
});
static HARM: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(injur\w*|wound\w*|hurt|hospitali[sz]ed)\b"));

static KILLED: Kind =
    Kind { name: "killed", told: &DEATH, other: &HARM, truth: |it| (it.killed, it.killed_victims) };
static INJURED: Kind = Kind {
    name: "injured",
    told: &HARM,
    other: &DEATH,
    truth: |it| (it.injured, it.injured_victims),
};

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns are written here")
}

/// Over the articles on incidents with several: the share that gives a number, and the share of
/// these whose most frequent number is the truth, with or without a dead or hurt gunman.
fn casualties(
    known: &Incidents,
    articles: &BTreeMap<&str, &RecordArticle>,
    kind: &Kind,
) -> Measures {
    let (mut all, mut covered, mut right) = (0, 0, 0);
    for incident in known.incidents.iter().filter(|it| (kind.truth)(it).0 >= LEAST) {
        let (total, victims) = (kind.truth)(incident);
        for doc in &incident.docs {
            all += 1;
            let told = articles.get(doc.as_str()).map(|it| counts(it, kind)).unwrap_or_default();
            if let Some(said) = most_frequent(&told) {
                covered += 1;
                right += usize::from([total, victims].iter().any(|it| said == it.to_string()));
            }
        }
    }
    vec![
        (format!("{}.coverage", kind.name), Measure::Share { right: covered, of: all }),
        (format!("{}.right_victims", kind.name), Measure::Share { right, of: covered }),
    ]
}

/// The numbers an article gives, in text order, each figure with its ends as printed numbers.
fn counts(article: &RecordArticle, kind: &Kind) -> Vec<Vec<String>> {
    let ends = |it: &RecordFigure| {
        let mut ends: Vec<String> = [it.low, it.high]
            .into_iter()
            .flatten()
            .filter(|it| *it > 0.0)
            .map(|it| it.to_string())
            .collect();
        ends.dedup();
        ends
    };
    let speaks = |it: &&RecordFigure| {
        let what = format!("{} {}", it.what, it.unit);
        kind.told.is_match(&what) && !kind.other.is_match(&what)
    };
    let told = article.figures.iter().filter(speaks).map(ends);
    told.filter(|it| !it.is_empty()).collect()
}

/// The number that most figures give; the first of those that tie.
fn most_frequent(told: &[Vec<String>]) -> Option<&str> {
    let mut votes: Vec<(&str, usize)> = Vec::new();
    for end in told.iter().flatten() {
        match votes.iter_mut().find(|it| it.0 == end) {
            Some(it) => it.1 += 1,
            None => votes.push((end, 1)),
        }
    }
    let most = votes.iter().map(|it| it.1).max()?;
    votes.iter().find(|it| it.1 == most).map(|it| it.0)
}

/// Over the articles near an incident that name any day: whether its day is among them, and first.
fn dates(known: &Incidents, articles: &BTreeMap<&str, &RecordArticle>) -> Measures {
    let (mut all, mut any, mut among, mut first) = (0, 0, 0, 0);
    for incident in &known.incidents {
        for doc in &incident.docs {
            let published = known.published.get(doc).map_or("", String::as_str);
            let later = days_later(&incident.date, published);
            if !later.is_some_and(|it| (FIRST_DAY..=LAST_DAY).contains(&it)) {
                continue;
            }
            all += 1;
            let times = articles.get(doc.as_str()).map(|it| it.times.as_slice());
            let days: Vec<&str> =
                times.unwrap_or_default().iter().filter_map(|it| day_of(&it.value)).collect();
            any += usize::from(!days.is_empty());
            among += usize::from(days.contains(&incident.date.as_str()));
            first += usize::from(days.first() == Some(&incident.date.as_str()));
        }
    }
    vec![
        ("date.any".to_owned(), Measure::Share { right: any, of: all }),
        ("date.among".to_owned(), Measure::Share { right: among, of: any }),
        ("date.first".to_owned(), Measure::Share { right: first, of: any }),
    ]
}

/// How many days the second ISO date is after the first.
fn days_later(first: &str, second: &str) -> Option<i32> {
    let (first, second): (Date, Date) = (first.parse().ok()?, second.parse().ok()?);
    Some(first.until(second).ok()?.get_days())
}

/// The day that a value begins with.
fn day_of(value: &str) -> Option<&str> {
    let day = value.get(..10)?;
    let digits = day.split('-').map(|it| (it.len(), it.bytes().all(|it| it.is_ascii_digit())));
    digits.eq([(4, true), (2, true), (2, true)]).then_some(day)
}
