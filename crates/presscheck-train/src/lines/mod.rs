//! The judge of lines and blocks.
//!
//! A set has `gold.jsonl` (`{"doc", "url", "body"}`) and the pages under `html/` and `plain/`. Pages
//! of every fifth host or outlet are kept out and scored at the end.

mod gold;
mod grow;

use std::fs;
use std::path::Path;

use anyhow::Context;
use presscheck::model::Place;
use presscheck::read::{Input, training};
use serde::Deserialize;

use self::gold::{Body, Score};
use self::grow::{Options, Trees};

/// One page of the set.
#[derive(Deserialize)]
struct Label {
    doc: String,
    url: Option<String>,
    body: String,
}

/// Rows of features with what they should be judged.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) features: Vec<Vec<u8>>,
    pub(crate) is_body: Vec<bool>,
    pub(crate) weight: Vec<f32>,
}

/// A page that is kept out of growing.
struct Page {
    lines: Vec<(String, Vec<u8>)>,
    body: Body,
}

/// One host in so many is kept out.
const KEPT_OUT: u64 = 5;

/// The sets to learn from, in `extract/`.
const SETS: [&str; 2] = ["wcxb-dev", "fundus-outlets"];

/// Grows the judges of lines and of blocks, and scores them on the pages kept out.
pub(crate) fn teach(texts: &Path) -> anyhow::Result<()> {
    for (form, ending, name) in [("plain", "txt", "lines"), ("html", "html", "blocks")] {
        let mut rows = Rows::default();
        let mut kept_out = Vec::new();
        for set in SETS {
            let folder = texts.join("extract").join(set);
            kept_out.push((set, read(&folder, form, ending, &mut rows)?));
        }
        let trees = grow::trees(&rows, &Options::default());
        fs::write(crate::engine().join(format!("read/judge/{name}.trees")), trees.bytes())?;
        for (set, pages) in &kept_out {
            println!(
                "{form}: {} lines, {} pages of {set} kept out",
                rows.features.len(),
                pages.len()
            );
            report(&trees, pages);
        }
    }
    Ok(())
}

/// Adds the rows to grow on, and gives the pages kept out.
fn read(set: &Path, form: &str, ending: &str, rows: &mut Rows) -> anyhow::Result<Vec<Page>> {
    let mut kept_out = Vec::new();
    let labels = fs::read_to_string(set.join("gold.jsonl")).context("no gold.jsonl")?;
    for line in labels.lines() {
        let label: Label = serde_json::from_str(line)?;
        let path = set.join(form).join(format!("{}.{ending}.gz", label.doc));
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let place = Place { path: Some(path.display().to_string()), url: None };
        let samples = training::samples(&Input { bytes: &bytes, place, ..Input::default() });
        let body = Body::of(&label.body);
        let lines = samples.into_iter().map(|it| (it.text, it.row));
        if is_kept_out(&label) {
            kept_out.push(Page { lines: lines.collect(), body });
        } else {
            lines.for_each(|(text, row)| rows.push(row, &text, &body));
        }
    }
    Ok(kept_out)
}

impl Rows {
    fn push(&mut self, row: Vec<u8>, text: &str, body: &Body) {
        self.is_body.push(body.holds(text));
        // Long lines weigh more in the score, and there are few of them.
        let n_words = text.split_whitespace().count().min(100);
        self.weight.push(0.3 + grow::real(n_words) / 20.0);
        self.features.push(row);
    }
}

/// By host or outlet, so that no page is judged by trees that saw its site.
fn is_kept_out(label: &Label) -> bool {
    let host = label.url.as_deref().map(|url| {
        let host = url.split("//").nth(1).unwrap_or(url).split('/').next().unwrap_or_default();
        host.trim_start_matches("www.")
    });
    // `xx-TheQuay_2031_05_04`: country, outlet and day.
    let host = host.unwrap_or_else(|| label.doc.split('_').next().unwrap_or_default());
    let hash = host.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |all, it| {
        (all ^ u64::from(it)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash >> 20) % KEPT_OUT == 0
}

/// Precision, recall and F1 over the pages kept out, for some thresholds.
fn report(trees: &Trees, pages: &[Page]) {
    for threshold in [-1024, -512, -256, 0, 256, 512, 1024] {
        let mut score = Score::default();
        for page in pages {
            let kept = page.lines.iter().filter(|it| trees.sum(&it.1) > threshold);
            let text: String = kept.map(|it| format!("{}\n", it.0)).collect();
            score.add(&text, &page.body);
        }
        println!("threshold {threshold:5}: {score}");
    }
}
