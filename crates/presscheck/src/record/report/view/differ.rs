//! Where the reports differ: figures on a scale, conflicts side by side, and what origins agree on.

use serde::Serialize;

use super::labels::{Labels, Spot, Told};
use super::words;
use crate::model::{Record, RecordConflict, RecordQuantity};

/// A quantity drawn on one scale.
#[derive(Serialize)]
pub(super) struct Scale {
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
pub(super) struct ConflictView {
    kind: String,
    what: String,
    note: Option<String>,
    sides: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct Statement {
    what: String,
    origins: usize,
    spots: Vec<Told>,
}

pub(super) fn scale(record: &Record, it: &RecordQuantity, labels: &Labels<'_>) -> Scale {
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
            spot: {
                let (article, start, end) = (&figure.article, figure.start, figure.end);
                labels.words(article, start, end, &words(record, article, start, end))
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

/// Whether all sides of a conflict are sentences or figures that a scale shows already.
pub(super) fn on_a_scale(record: &Record, it: &RecordConflict) -> bool {
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

pub(super) fn conflict(it: &RecordConflict, labels: &Labels<'_>) -> ConflictView {
    ConflictView {
        kind: it.kind.clone(),
        what: it.what.clone(),
        note: it.note.clone(),
        sides: labels.told(&it.sides),
    }
}

pub(super) fn agreed(record: &Record, labels: &Labels<'_>) -> Vec<Statement> {
    let statement = |it: &crate::model::RecordAgreed| Statement {
        what: it.what.clone(),
        origins: it.origins,
        spots: labels.told(&it.evidence),
    };
    record.agreed.iter().map(statement).collect()
}
