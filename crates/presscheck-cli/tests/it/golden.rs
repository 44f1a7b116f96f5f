//! The record of the example story, byte for byte, and what the terminal says of it.
//!
//! `cargo bless` writes both anew. Read the difference in `summary.txt` as an editor would: it is
//! what a change does to a story.

use std::fs;
use std::process::Command;

use expect_test::expect_file;

use crate::run::root;

#[test]
fn the_example_story_gives_this_record() {
    let out = tempfile::tempdir().unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_presscheck"))
        // As the README has it: the record names the files as they were typed.
        .current_dir(root(""))
        .args(["check", "examples/harbour", "--out"])
        .arg(out.path())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let stories: Vec<_> = fs::read_dir(out.path()).unwrap().map(|it| it.unwrap().path()).collect();
    assert_eq!(stories.len(), 1, "the example is one story");
    let record = fs::read_to_string(stories[0].join("record.json")).unwrap();
    let summary = String::from_utf8(ran.stdout).unwrap();
    let (summary, _) = summary.split_once("written:").unwrap();
    expect_file![root("golden/harbour/summary.txt")].assert_eq(summary);
    expect_file![root("golden/harbour/record.json")].assert_eq(&record);
}
