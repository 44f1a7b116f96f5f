//! Teaches the engine's models from openly licensed texts, and writes them where the engine has
//! them built in. The same texts give the same bytes.
//!
//! ```text
//! cargo run --release -p presscheck-train -- lines [DATA]         which lines of a page are its article's
//! cargo run --release -p presscheck-train -- tags [DATA]          parts of speech
//! cargo run --release -p presscheck-train -- common [DATA]        words that are also written small
//! cargo run --release -p presscheck-train -- names [DATA [SET]]   names; SET is held out and scored
//! ```
//!
//! `DATA` is the folder with the labelled texts; without it, `../shared/data` beside the checkout.
//! What each model is taught on and how well it does stands in `docs/models`.
#![allow(clippy::print_stdout, reason = "a command line talks")]

mod conllu;
mod lines;
mod names;
mod random;
mod tags;

use std::path::{Path, PathBuf};

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let model = args.next();
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let texts = args.next().map_or(beside, PathBuf::from);
    match model.as_deref() {
        Some("lines") => lines::teach(&texts),
        Some("tags") => tags::teach(&texts),
        Some("common") => names::common::write(&texts),
        Some("names") => names::teach(&texts, args.next().as_deref()),
        _ => anyhow::bail!("name the model to teach: lines, tags, common or names"),
    }
}

/// The engine's folder, for what goes into it.
fn engine() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../presscheck/src")
}
