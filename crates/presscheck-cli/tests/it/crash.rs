//! A process that is killed at any moment loses nothing that it acknowledged, and two processes may
//! work on one file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use presscheck_store::Workspace;
use serde_json::Value;

/// So often the process is killed.
const KILLS: u64 = 100;

/// Articles of each run; every run brings another version of each.
const ARTICLES: u64 = 60;

/// Numbers that look random and are the same each time (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn lines(run: u64, articles: std::ops::Range<u64>) -> String {
    let mut text = String::new();
    for it in articles {
        let line = serde_json::json!({
            "id": format!("vik-{it}"),
            "outlet": "Vik Daily",
            "text": format!("Boat {it} left Vik.\n\nBoat {it} left Vik with {run} crates of herring."),
        });
        let _ = writeln!(text, "{line}");
    }
    text
}

fn ingest(workspace: &Path, input: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .args(["ingest", "--json", "-q", "--workspace"])
        .args([workspace, input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What a process printed whole; a line that was cut is no promise.
fn acknowledged(child: &mut Child) -> Vec<Value> {
    let mut printed = String::new();
    child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
    let whole = printed.split_inclusive('\n').filter(|it| it.ends_with('\n'));
    whole.map(|it| serde_json::from_str(it).unwrap()).collect()
}

/// Each acknowledged version is there, with its bytes.
fn check(workspace: &Path, promised: &BTreeMap<(String, u64), String>) {
    let workspace = Workspace::open(workspace).unwrap();
    assert_eq!(workspace.problems().unwrap(), Vec::<String>::new());
    let mut kept = BTreeMap::new();
    for it in workspace.articles(None).unwrap() {
        for version in workspace.versions(&it.id).unwrap() {
            kept.insert((it.id.clone(), u64::from(version.number)), version.sha256);
        }
    }
    for (version, sha256) in promised {
        assert_eq!(kept.get(version), Some(sha256), "{version:?}");
        assert!(workspace.source(sha256).unwrap().is_some());
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, input) = (folder.path().join("desk.db"), folder.path().join("wire.jsonl"));
    fs::write(&input, lines(0, 0..ARTICLES)).unwrap();
    let began = Instant::now();
    assert!(ingest(&workspace, &input).wait().unwrap().success());
    // A run of its usual length is killed anywhere in it.
    let usual_us = u64::try_from(began.elapsed().as_micros()).unwrap().min(400_000);

    let mut random = Random(0x5eed);
    let mut promised = BTreeMap::new();
    let mut n_killed = 0;
    for run in 1..=KILLS {
        fs::write(&input, lines(run, 0..ARTICLES)).unwrap();
        let mut child = ingest(&workspace, &input);
        thread::sleep(Duration::from_micros(random.below(usual_us)));
        child.kill().unwrap();
        let said = acknowledged(&mut child);
        n_killed += u64::from(!child.wait().unwrap().success());
        for it in said {
            let words = |name: &str| it[name].as_str().unwrap().to_owned();
            let version = (words("article"), it["version"].as_u64().unwrap());
            promised.insert(version, words("sha256"));
        }
        if run % 20 == 0 {
            check(&workspace, &promised);
        }
    }
    assert!(n_killed > KILLS / 2, "{n_killed} of {KILLS} were killed before their end");
    assert!(promised.len() > 100, "{} versions were acknowledged", promised.len());

    let mut child = ingest(&workspace, &input);
    assert_eq!(acknowledged(&mut child).len() as u64, ARTICLES);
    assert!(child.wait().unwrap().success());
    check(&workspace, &promised);
    let workspace = Workspace::open(&workspace).unwrap();
    let articles = workspace.articles(None).unwrap();
    assert_eq!(articles.len() as u64, ARTICLES);
    assert!(articles.iter().all(|it| it.story.is_some()));
    assert!(workspace.stories().unwrap().iter().all(|it| it.articles > 0));
}

#[test]
fn two_processes_fill_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("desk.db");
    let mut children = Vec::new();
    for (ix, articles) in [0..80, 40..120].into_iter().enumerate() {
        let input = folder.path().join(format!("{ix}.jsonl"));
        fs::write(&input, lines(7, articles)).unwrap();
        children.push(ingest(&workspace, &input));
    }
    for child in &mut children {
        assert_eq!(acknowledged(child).len(), 80);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().success(), "{said}");
    }
    let workspace = Workspace::open(&workspace).unwrap();
    assert_eq!(workspace.problems().unwrap(), Vec::<String>::new());
    let articles = workspace.articles(None).unwrap();
    assert_eq!(articles.len(), 120, "those that both brought are there once");
    assert!(articles.iter().all(|it| it.versions == 1 && it.story.is_some()));
}
