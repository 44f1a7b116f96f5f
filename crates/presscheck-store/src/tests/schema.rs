//! The schema: what every earlier one becomes, and what its reference says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

use super::Desk;
use crate::{LATEST, Workspace};

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn a_file_of_every_schema_ever_written_opens() {
    for version in 1..=LATEST {
        let packed = root(&format!("golden/workspace/schema-{version}.db.gz"));
        let packed =
            fs::read(&packed).unwrap_or_else(|_| panic!("{} is missing", packed.display()));
        let mut bytes = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("earlier.db");
        fs::write(&path, bytes).unwrap();

        let mut desk = Desk::new();
        desk.workspace = Workspace::open(&path).unwrap();
        desk.settle();
        assert_eq!(desk.workspace.problems().unwrap(), Vec::<String>::new(), "schema {version}");
        let story = desk.workspace.stories().unwrap().remove(0).id;
        assert_eq!(desk.workspace.record(&story).unwrap().articles.len(), 2);
        assert!(!desk.workspace.search("Halcyon", 9).unwrap().is_empty());
    }
}

/// Tables and views with their columns.
type Columns = BTreeMap<String, BTreeSet<String>>;

#[test]
fn each_table_and_column_is_in_the_reference_and_no_other() {
    let reference = fs::read_to_string(root("docs/reference/workspace.md")).unwrap();
    let mut documented = Columns::new();
    let mut table = None;
    for line in reference.lines() {
        let name = |it: &str| it.split('`').nth(1).unwrap_or_default().to_owned();
        if line.starts_with("## ") {
            table = line.starts_with("## `").then(|| name(line));
        } else if let (Some(table), true) = (&table, line.starts_with("| `")) {
            documented.entry(table.clone()).or_default().insert(name(line));
        }
    }
    let desk = Desk::new();
    let known: Columns = desk
        .workspace
        .read(|file| {
            let mut rows = file.prepare(
                "SELECT s.name, c.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c
                 WHERE s.type IN ('table', 'view') AND s.name NOT GLOB 'sqlite_*'
                     AND s.name NOT GLOB 'article_versions_fts_*'",
            )?;
            let mut known = Columns::new();
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                known.entry(row.get(0)?).or_default().insert(row.get(1)?);
            }
            Ok(known)
        })
        .unwrap();
    assert_eq!(documented, known);
}
