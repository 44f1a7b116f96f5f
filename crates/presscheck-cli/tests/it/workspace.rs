//! A workspace as its users work in it, from the first article to the export.

use std::fs;

use presscheck_store::Workspace;
use serde_json::Value;
use tempfile::TempDir;

use crate::run::{Ran, presscheck, root};

const FERRY: &str = "\
Ferry sinks off Vik in a storm

The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
“We will search until the storm ends,” said Captain Ada Lund of the coast guard.
The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends.
";

const RESCUE: &str = "\
Search goes on for ferry Halcyon off Vik

Boats of the coast guard searched the sea off Vik on Monday for the ferry Halcyon, which sank.
Captain Ada Lund of the coast guard said 15 people had drowned when the Halcyon sank off Vik.
“We will search until the storm ends,” Lund said. Mayor Zoë Díaz of Vik closed the harbour.
";

const TARIFF: &str = "\
Orsova halves its tariff on copper

The parliament of Orsova voted on Tuesday to halve the tariff on copper wire.
Finance minister Ilya Brandt said the vote would save smelters 3 million crowns a year.
";

/// A folder with a workspace.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    /// Runs a command on the workspace, which succeeds.
    fn run(&self, args: &[&str]) -> String {
        let ran = self.try_run(args);
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
        ran.stdout
    }

    fn try_run(&self, args: &[&str]) -> Ran {
        let file = self.path("desk.db");
        let (command, rest) = args.split_first().unwrap();
        presscheck(&[&[command, "--workspace", &file], rest].concat())
    }

    /// The lines of a command that prints JSON Lines.
    fn json(&self, args: &[&str]) -> Vec<Value> {
        let printed = self.run(&[args, &["--json"]].concat());
        printed.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
    }

    /// Takes a text in; returns what is said of it.
    fn ingest(&self, name: &str, text: &str) -> Value {
        let path = self.put(name, text);
        self.json(&["ingest", "-q", &path]).remove(0)
    }

    /// Two articles of one story and one of another: their ids.
    fn three(&self) -> [String; 3] {
        [("a.txt", FERRY), ("b.txt", RESCUE), ("c.txt", TARIFF)]
            .map(|(name, text)| words(&self.ingest(name, text)["article"]))
    }

    fn story_of(&self, article: &str) -> String {
        let articles = self.json(&["list", "--articles"]);
        words(&articles.iter().find(|it| it["id"] == article).unwrap()["story"])
    }
}

fn words(it: &Value) -> String {
    it.as_str().unwrap().to_owned()
}

#[test]
fn a_workspace_gives_the_record_that_check_gives() {
    let desk = Desk::new();
    let ingested = std::process::Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .current_dir(root(""))
        .args(["ingest", "--workspace", &desk.path("desk.db"), "examples/harbour"])
        .output()
        .unwrap();
    assert!(ingested.status.success());
    let golden = fs::read_to_string(root("golden/harbour/record.json")).unwrap();
    assert_eq!(desk.run(&["export"]), golden);
    let story = words(&desk.json(&["list"])[0]["id"]);
    assert_eq!(desk.run(&["show", &story, "--json"]), golden);
    let summary = fs::read_to_string(root("golden/harbour/summary.txt")).unwrap();
    assert!(desk.run(&["show", &story]).starts_with(summary.trim_end()));
}

#[test]
fn an_exported_record_verifies_without_the_files_it_came_from() {
    let desk = Desk::new();
    desk.three();
    for name in ["a.txt", "b.txt", "c.txt"] {
        fs::remove_file(desk.path(name)).unwrap();
    }
    let out = desk.path("out");
    let folders = desk.run(&["export", "--out", &out]);
    assert_eq!(folders.lines().count(), 2);
    for folder in folders.lines() {
        let verified = presscheck(&["verify", &format!("{folder}/record.json")]);
        assert_eq!(verified.code, Some(0), "{}", verified.stdout);
        assert!(fs::metadata(format!("{folder}/report.html")).unwrap().len() > 1000);
    }
}

#[test]
fn what_comes_is_said_and_what_is_known_is_known() {
    let desk = Desk::new();
    let came = desk.ingest("a.txt", FERRY);
    assert_eq!((&came["status"], &came["version"]), (&"new".into(), &1.into()));
    let changed = desk.ingest("a.txt", &FERRY.replace("14", "16"));
    assert_eq!((&changed["status"], &changed["version"]), (&"changed".into(), &2.into()));
    assert_eq!(changed["article"], came["article"]);
    let path = desk.path("a.txt");
    let known = desk.run(&["ingest", &path]);
    assert!(known.starts_with("known "), "{known}");
    let shown = desk.run(&["show", came["article"].as_str().unwrap()]);
    assert!(shown.contains("“14” to ") && shown.contains("“16”"), "{shown}");
}

#[test]
fn what_is_new_since_a_moment_stands_with_its_evidence() {
    let desk = Desk::new();
    let [ferry, ..] = desk.three();
    let articles = desk.json(&["list", "--articles"]);
    let last = articles.iter().map(|it| words(&it["last_seen"])).max().unwrap();
    // Stories are settled after the articles came, so the moment is that after both.
    std::thread::sleep(std::time::Duration::from_millis(50));
    let moment = words(&desk.json(&["list"])[0]["changed"]).max(last);
    assert_eq!(desk.run(&["changes", "--since", &moment]), "");
    std::thread::sleep(std::time::Duration::from_millis(5));
    let story = desk.story_of(&ferry);
    let before = desk.run(&["show", &story, "--json"]);
    desk.ingest("a.txt", &FERRY.replace("14", "16"));
    let changes = desk.json(&["changes", "--since", &moment]);
    let kinds: Vec<&str> = changes.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["article-changed", "figure-moved"]);
    assert_eq!(changes[0]["story"], story.as_str());
    assert_eq!(changes[0]["evidence"][0]["text"], "16");
    assert_eq!(changes[0]["evidence_before"][0]["text"], "14");
    assert_eq!(desk.run(&["show", &story, "--json", "--as-of", &moment]), before);
}

#[test]
fn what_the_user_decides_holds_for_what_comes_later() {
    let desk = Desk::new();
    let [ferry, rescue, tariff] = desk.three();
    let story = desk.story_of(&ferry);
    assert_eq!(desk.story_of(&rescue), story);

    desk.run(&["split", &story, &rescue]);
    let other = desk.story_of(&rescue);
    assert_ne!(other, story);
    assert_eq!(desk.story_of(&ferry), story);
    desk.ingest("b.txt", &RESCUE.replace("15", "16"));
    assert_eq!(desk.story_of(&rescue), other, "a change does not bring it back");

    desk.run(&["merge", &other, &desk.story_of(&tariff)]);
    assert_eq!(desk.story_of(&tariff), other);
    desk.ingest("c.txt", &TARIFF.replace("Tuesday", "Wednesday"));
    assert_eq!(desk.story_of(&tariff), other);
    assert_eq!(desk.story_of(&ferry), story);
    assert_eq!(
        Workspace::open(desk.path("desk.db").as_ref()).unwrap().problems().unwrap(),
        [""; 0]
    );
}

#[test]
fn a_decision_that_cannot_be_made_says_why() {
    let desk = Desk::new();
    let [ferry, rescue, tariff] = desk.three();
    let story = desk.story_of(&ferry);
    for (args, says) in [
        (vec!["split", &story, &tariff], "is not in story"),
        (vec!["split", &story, &ferry, &rescue], "all articles of story"),
        (vec!["merge", &story, &story], "two stories"),
        (vec!["merge", &story, "s000"], "no story `s000`"),
        (vec!["show", "nobody"], "no story or article `nobody`"),
        (vec!["changes", "--since", "soon"], "`soon` is no moment"),
        (vec!["show", &story, "--as-of", "2001-01-01"], "there was no story"),
        (vec!["search", "AND"], "cannot search for `AND`"),
    ] {
        let ran = desk.try_run(&args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.stderr.contains(says) && ran.stderr.contains("hint: "), "{}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn a_file_that_is_no_workspace_is_refused_by_every_command() {
    let desk = Desk::new();
    let text = desk.put("desk.db", FERRY);
    for args in [
        vec!["ingest", &text],
        vec!["list"],
        vec!["show", "a"],
        vec!["search", "a"],
        vec!["changes", "--since", "1d"],
        vec!["merge", "a", "b"],
        vec!["split", "a", "b"],
        vec!["export"],
    ] {
        let ran = desk.try_run(&args);
        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("is no workspace: it is no SQLite file"), "{}", ran.stderr);
        assert!(ran.stderr.contains("hint: "), "{}", ran.stderr);
    }
    assert_eq!(fs::read_to_string(&text).unwrap(), FERRY);
}

#[test]
fn one_bad_input_among_many_is_said_and_the_rest_is_kept() {
    let desk = Desk::new();
    let (good, bad) = (desk.put("a.txt", FERRY), desk.path("none.txt"));
    let ran = desk.try_run(&["ingest", &bad, &good]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot read") && ran.stdout.starts_with("new "), "{}", ran.stderr);
    assert_eq!(desk.try_run(&["ingest", &bad]).code, Some(2));
}

#[test]
fn words_are_found_with_their_bytes() {
    let desk = Desk::new();
    let [ferry, ..] = desk.three();
    let hits = desk.json(&["search", "\"14 people\"", "drowned"]);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0]["article"], ferry.as_str());
    let place = &hits[0]["places"][0];
    let (start, end) = (place["start"].as_u64().unwrap(), place["end"].as_u64().unwrap());
    let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
    assert_eq!(FERRY.get(range), Some("14 people"));
    assert_eq!(place["raw_start"], start);
}

#[test]
fn every_row_of_the_table_leads_to_its_words() {
    let desk = Desk::new();
    let articles = desk.three();
    let story = desk.story_of(&articles[0]);
    let table = desk.run(&["export", &story, "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let columns = rows.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|it| it == name).unwrap();
    let mut kinds = std::collections::BTreeSet::new();
    for row in rows.records() {
        let row = row.unwrap();
        let text = if row[column("article")] == articles[0] { FERRY } else { RESCUE };
        let (start, end) =
            (row[column("start")].parse().unwrap(), row[column("end")].parse().unwrap());
        assert_eq!(text.get(start..end), Some(&row[column("text")]));
        kinds.insert(row[column("kind")].to_owned());
    }
    for kind in ["utterance", "quantity", "commitment", "condition"] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
    let page = desk.run(&["export", &story, "--format", "markdown"]);
    for words in ["## Who said what", "We will search until the storm ends", "## What is to come"] {
        assert!(page.contains(words), "{page}");
    }
}
