//! The scorers here and the Python ones beside the labelled sets give the same numbers, on what the
//! engine finds today.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use presscheck::model::RecordArticle;
use serde_json::Value;

use crate::measure::{Measure, Measures};
use crate::sets::{self, LabelledSet, Output};
use crate::{clusters, engine, shared, stories};

/// So many articles of a set are enough to see a difference between two scorers, and few enough
/// for a test.
const FEW: usize = 20;

/// The labelled sets, if they and a Python are there.
fn ready() -> Option<PathBuf> {
    let python = Command::new("python3").arg("--version").output();
    let found = shared().filter(|_| python.is_ok_and(|it| it.status.success()));
    if found.is_none() {
        eprintln!("skipped: no ../shared, or no python3");
    }
    found
}

fn python(shared: &Path, scorer: &str, args: &[&Path]) -> Value {
    let output = Command::new("python3")
        .arg(shared.join("scorers").join(scorer))
        .args(args)
        .arg("--json")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{scorer}: {error}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn records_score_as_in_python() {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    for name in stories::STORIES {
        let story = shared.join("data/stories").join(name);
        let record = engine::compile(&story, true).unwrap();
        let path = folder.path().join("record.json");
        fs::write(&path, serde_json::to_vec(&record).unwrap()).unwrap();
        let theirs = python(&shared, "score_record.py", &[&story, &path]);
        let ours = stories::score(&story, &record).unwrap();
        assert_eq!(ours.len(), theirs.as_object().unwrap().len(), "{name}");
        for (measure, counted) in ours {
            let counts: Vec<usize> =
                serde_json::from_value(theirs[&measure]["counts"].clone()).unwrap();
            let same = match counted {
                Measure::F1 { right, predicted, gold } => vec![right, predicted, gold],
                Measure::Share { right, of } => vec![right, of],
                Measure::Averages { .. } => panic!("{measure} is of pages"),
            };
            assert_eq!(same, counts, "{name} {measure}");
        }
    }
}

/// Annotates a few articles of a set, and writes the output down for the Python scorer.
fn annotated(set: &Path, output: &Path) -> Vec<RecordArticle> {
    let rows = fs::read_to_string(set.join("articles.jsonl")).unwrap();
    let few: String = rows.lines().take(FEW).map(|it| format!("{it}\n")).collect();
    let input = output.with_file_name("articles.jsonl");
    fs::write(&input, few).unwrap();
    write(engine::annotate(&[input]).unwrap(), output)
}

fn write(articles: Vec<RecordArticle>, output: &Path) -> Vec<RecordArticle> {
    let lines = articles.iter().map(|it| serde_json::to_string(it).unwrap() + "\n");
    fs::write(output, lines.collect::<String>()).unwrap();
    articles
}

#[track_caller]
fn check_set<L: serde::de::DeserializeOwned>(
    set: &str,
    scorer: &str,
    score: impl Fn(&LabelledSet<L>, &Output<'_>) -> Measures,
    names: &[(&str, &str)],
) {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output.jsonl");
    let path = shared.join("data").join(set);
    let articles = annotated(&path, &output);
    let labelled = LabelledSet::read(&path).unwrap();
    let ours = score(&labelled, &Output::new(&articles, &labelled.texts).unwrap());
    let theirs = python(&shared, scorer, &[&path, &output]);
    for (own, their) in names {
        let measure = ours.iter().find(|it| it.0 == *own).unwrap().1;
        let Measure::F1 { right, predicted, gold } = measure else { panic!("{own} is no F1") };
        let counts = ["right", "predicted", "gold"].map(|it| theirs[their][it].as_u64().unwrap());
        assert_eq!([right, predicted, gold].map(|it| it as u64), counts, "{set} {own}");
    }
}

#[test]
fn times_score_as_in_python() {
    check_set(
        "times/meantime",
        "score_times.py",
        sets::times::score,
        &[
            ("relaxed_f1", "relaxed"),
            ("strict_f1", "strict"),
            ("value_f1", "value"),
            ("dates.relaxed_f1", "dates: relaxed"),
            ("dates.value_f1", "dates: value"),
        ],
    );
}

#[test]
fn names_score_as_in_python() {
    check_set(
        "names/meantime",
        "score_names.py",
        sets::names::score,
        &[
            ("strict_f1", "strict"),
            ("overlap_f1", "overlap"),
            ("overlap_any_kind_f1", "overlap, any kind"),
            ("person.strict_f1", "strict: person"),
            ("link_f1", "link"),
            ("link_differing_f1", "link, differing"),
        ],
    );
    check_set(
        "names/re3d",
        "score_names.py",
        sets::names::score,
        &[("strict_f1", "strict"), ("overlap_any_kind_f1", "overlap, any kind")],
    );
}

#[test]
fn figures_score_as_in_python() {
    check_set(
        "figures/meantime-values",
        "score_figures.py",
        sets::figures::score,
        &[
            ("value_f1", "value"),
            ("bounds_f1", "bounds"),
            ("ends_f1", "ends"),
            ("found_f1", "found"),
            ("unit_f1", "unit"),
            ("measures_unit_f1", "unit, measures"),
        ],
    );
}

#[test]
fn incidents_score_as_in_python() {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output.jsonl");
    let set = shared.join("data/figures/gva");
    let articles = annotated(&set, &output);
    let known = sets::incidents::Incidents::read(&set).unwrap();
    let ours = sets::incidents::score(&known, &articles);
    let theirs = python(&shared, "score_incidents.py", &[&set, &output]);
    for (own, their) in [
        ("killed.coverage", "killed: coverage"),
        ("killed.right_victims", "killed: right, victims"),
        ("injured.coverage", "injured: coverage"),
        ("injured.right_victims", "injured: right, victims"),
        ("date.any", "date: any"),
        ("date.among", "date: true, of any"),
        ("date.first", "date: first, of any"),
    ] {
        let measure = ours.iter().find(|it| it.0 == own).unwrap().1;
        let their = 100.0 * theirs[their].as_f64().unwrap_or_default();
        assert!((measure.percent() - their).abs() < 1e-6, "{own}: {measure:?} {their}");
    }
}

#[test]
fn quotations_score_as_in_python() {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output.jsonl");
    let set = shared.join("data/quotes/polnear/dev");
    let mut texts = engine::texts(&set.join("text")).unwrap();
    texts.truncate(FEW);
    let articles = write(engine::annotate(&texts).unwrap(), &output);
    let ours =
        sets::quotes::score(&sets::quotes::labels(&set).unwrap(), &sets::quotes::found(&articles));
    for kind in ["", "quoted", "indirect"] {
        let (text, gold) = (set.join("text"), set.join("gold.jsonl"));
        let mut args = vec![gold.as_path(), &output, Path::new("--annotate"), Path::new("--text")];
        args.push(&text);
        if !kind.is_empty() {
            args.extend([Path::new("--type"), Path::new(kind)]);
        }
        let theirs = python(&shared, "score_quotes.py", &args);
        for (own, their) in
            [("exact_f1", "exact"), ("match_f1", "match"), ("match_speaker_f1", "match+speaker")]
        {
            let name = if kind.is_empty() { own.to_owned() } else { format!("{kind}.{own}") };
            let measure = ours.iter().find(|it| it.0 == name).unwrap().1;
            let their = theirs[their][2].as_f64().unwrap();
            // Python prints one decimal place.
            assert!((measure.percent() - their).abs() < 0.051, "{name}: {measure:?} {their}");
            let Measure::F1 { predicted, gold, .. } = measure else { panic!("{name} is no F1") };
            assert_eq!(predicted as u64, theirs["pred"].as_u64().unwrap(), "{name}");
            assert_eq!(gold as u64, theirs["gold"].as_u64().unwrap(), "{name}");
        }
    }
}

#[test]
fn pages_score_as_in_python() {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    let set = shared.join("data/extract/fundus-outlets");
    // The scorer counts all labels: a set of a few pages has its own.
    let pages = sets::extract::pages(&set, "html").unwrap();
    let articles = sets::extract::read(&pages[..FEW]).unwrap();
    let labels = fs::read_to_string(set.join("gold.jsonl")).unwrap();
    let few: String = labels
        .lines()
        .filter(|it| {
            let label: Value = serde_json::from_str(it).unwrap();
            articles.contains_key(label["doc"].as_str().unwrap())
        })
        .map(|it| format!("{it}\n"))
        .collect();
    fs::write(folder.path().join("gold.jsonl"), few).unwrap();
    let output = folder.path().join("output.jsonl");
    write(articles.values().cloned().collect(), &output);
    let ours = sets::extract::score(&sets::extract::labels(folder.path()).unwrap(), &articles);
    let ran = Command::new("python3")
        .arg(shared.join("scorers/score_extract.py"))
        .args([folder.path(), &output])
        .output()
        .unwrap();
    let theirs = String::from_utf8(ran.stdout).unwrap();
    let number = |name: &str| -> f64 {
        let (_, after) = theirs.split_once(&format!("{name} ")).unwrap();
        after.split_whitespace().next().unwrap().parse().unwrap()
    };
    for (own, their) in [
        ("title.right", "title right"),
        ("day.right", "date right"),
        ("authors.right", "authors right"),
    ] {
        let measure = ours.iter().find(|it| it.0 == own).unwrap().1;
        let Measure::Share { right, .. } = measure else { panic!("{own} is no share") };
        assert!((crate::measure::real(right) - number(their)).abs() < 0.5, "{own}: {theirs}");
    }
    let body = ours.iter().find(|it| it.0 == "body.f1").unwrap().1;
    // Python prints three decimal places.
    assert!((body.percent() / 100.0 - number("f1")).abs() < 0.000_51, "{body:?} {theirs}");
}

#[test]
fn clusters_score_as_in_python() {
    let Some(shared) = ready() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (gold, output) = (folder.path().join("gold.jsonl"), folder.path().join("output.jsonl"));
    for (set, file) in clusters::SETS {
        let path = shared.join("data/clustering").join(file);
        // The sets are large; a few hundred articles are enough to see a difference.
        let rows: Vec<_> = clusters::rows(&shared, file).unwrap().into_iter().take(300).collect();
        let text = fs::read_to_string(path).unwrap();
        fs::write(&gold, text.lines().take(300).map(|it| format!("{it}\n")).collect::<String>())
            .unwrap();
        let (stories, _) = clusters::stories(&rows);
        let lines = text.lines().zip(&stories).map(|(line, story)| {
            let row: Value = serde_json::from_str(line).unwrap();
            format!("{}\n", serde_json::json!({ "id": row["id"], "story": story.to_string() }))
        });
        fs::write(&output, lines.collect::<String>()).unwrap();
        let key = Path::new(if set == "gva" { "incident" } else { "event" });
        let theirs =
            python(&shared, "score_clusters.py", &[&gold, &output, Path::new("--key"), key]);
        for (name, measure) in clusters::compare("streaming", &rows, &stories) {
            let part = if name == "streaming.b3_f1" { "b3" } else { "pairwise" };
            let their = theirs["system"][part][2].as_f64().unwrap();
            let our = measure.percent() / 100.0;
            assert!((our - their).abs() < 1e-5, "{set} {name}: {our} {their}");
        }
    }
}
