//! Scores the engine against labelled sets and holds the floors: `cargo evals`.
//!
//! The sets stand in a folder `shared` beside the checkout and not in the repository, because their
//! texts belong to others. Without them nothing is measured, and that is said.
//!
//! ```text
//! cargo evals                    everything; fails when a measure is below its floor
//! cargo evals -- --only stories  one part: stories, own, times, names, figures, incidents, quotes,
//!                                variants, origins, clusters or extract
//! cargo evals -- --errors        lists the pairs that were judged otherwise than labelled
//! cargo evals -- --raise         lifts the floors to what was measured
//! ```
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks")]

mod clusters;
mod engine;
mod floors;
mod measure;
mod pairs;
#[cfg(test)]
mod parity;
mod sets;
mod stories;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::de::DeserializeOwned;

use floors::Floors;
use measure::Measures;
use pairs::variants::Form;
use sets::{LabelledSet, Output};
use table::Scored;

/// The parts of a run, in its order.
const PARTS: &[&str] = &[
    "stories",
    "own",
    "times",
    "names",
    "figures",
    "incidents",
    "quotes",
    "variants",
    "origins",
    "clusters",
    "extract",
];

fn main() -> anyhow::Result<ExitCode> {
    let mut args = std::env::args().skip(1);
    let (mut raise, mut errors, mut only) = (false, false, None);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--raise" => raise = true,
            "--errors" => errors = true,
            "--only" => only = args.next(),
            _ => anyhow::bail!(
                "unknown option `{arg}`; known are `--raise`, `--errors` and `--only PART`"
            ),
        }
    }
    if let Some(part) = only.as_deref().filter(|it| !PARTS.contains(it)) {
        anyhow::bail!("unknown part `{part}`; known are {}", PARTS.join(", "));
    }
    let Some(shared) = shared() else {
        println!("skipped: no ../shared");
        return Ok(ExitCode::SUCCESS);
    };
    let mut scored = Vec::new();
    for part in PARTS.iter().filter(|it| only.as_deref().is_none_or(|only| only == **it)) {
        eprintln!("scoring {part} …");
        score(part, &shared, errors, &mut scored)?;
    }
    let mut floors = Floors::read()?;
    if raise {
        for it in &scored {
            for (name, measure) in &it.measures {
                floors.raise(&it.set, name, measure.percent());
            }
        }
        floors.write()?;
    }
    print!("{}", table::print(&scored, &floors));
    let failures = table::failures(&scored, &floors);
    for it in &failures {
        eprintln!("{it}");
    }
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder with the labelled sets, if it is there.
fn shared() -> Option<PathBuf> {
    // Seen from the root of the checkout, wherever the command is run.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    path.join("data").is_dir().then_some(path)
}

fn score(part: &str, shared: &Path, errors: bool, scored: &mut Vec<Scored>) -> anyhow::Result<()> {
    let mut put = |set: String, measures| scored.push(Scored { set, measures });
    match part {
        "stories" => {
            put("stories".to_owned(), stories::score_all(shared, true)?);
            put("stories-undated".to_owned(), stories::score_all(shared, false)?);
        }
        "own" => {
            for part in ["dev", "test"] {
                put(format!("stories-own-{part}"), stories::own::score(shared, part)?);
            }
        }
        "times" => {
            for name in ["meantime", "timebank"] {
                let folder = shared.join("data/times").join(name);
                put(format!("times-{name}"), score_set(&folder, sets::times::score)?);
            }
        }
        "names" => {
            let folder = |name: &str| shared.join("data/names").join(name);
            put("names-uner-pud".to_owned(), score_set(&folder("uner-pud"), sets::names::score)?);
            eprintln!("{}", sets::names::TAUGHT_ON_THE_REST);
            for name in ["gum", "meantime"] {
                put(format!("links-{name}"), score_set(&folder(name), sets::names::score_links)?);
            }
        }
        "figures" => {
            let folder = shared.join("data/figures/meantime-values");
            put("figures-meantime".to_owned(), score_set(&folder, sets::figures::score)?);
        }
        "incidents" => {
            let folder = shared.join("data/figures/gva");
            let articles = engine::annotate(&[folder.join("articles.jsonl")])?;
            let known = sets::incidents::Incidents::read(&folder)?;
            put("incidents-gva".to_owned(), sets::incidents::score(&known, &articles));
        }
        "variants" => {
            let folder = shared.join("data/quotes");
            for (name, form) in [("variants", Form::Articles), ("variants-alone", Form::Alone)] {
                put(name.to_owned(), pairs::variants::score(&folder, form, errors)?);
            }
        }
        "origins" => {
            put("origins".to_owned(), pairs::origins::score(&shared.join("data/origins"), errors)?);
        }
        "clusters" => {
            for (name, file) in clusters::SETS {
                put(format!("clusters-{name}"), clusters::score(shared, file)?);
            }
        }
        "extract" => {
            for set in ["fundus-outlets", "wcxb-dev"] {
                let folder = shared.join("data/extract").join(set);
                let labels = sets::extract::labels(&folder)?;
                for form in ["html", "plain"] {
                    let articles = sets::extract::read(&sets::extract::pages(&folder, form)?)?;
                    let measures = sets::extract::score(&labels, &articles);
                    put(format!("extract-{set}-{form}"), measures);
                }
            }
        }
        _ => {
            let folder = shared.join("data/quotes/polnear/dev");
            let articles = engine::annotate(&engine::texts(&folder.join("text"))?)?;
            let labels = sets::quotes::labels(&folder)?;
            let measures = sets::quotes::score(&labels, &sets::quotes::found(&articles));
            put("quotes-polnear".to_owned(), measures);
        }
    }
    Ok(())
}

fn score_set<L: DeserializeOwned>(
    folder: &Path,
    score: impl Fn(&LabelledSet<L>, &Output<'_>) -> Measures,
) -> anyhow::Result<Measures> {
    let set = LabelledSet::read(folder)?;
    let articles = engine::annotate(&[folder.join("articles.jsonl")])?;
    Ok(score(&set, &Output::new(&articles, &set.texts)?))
}
