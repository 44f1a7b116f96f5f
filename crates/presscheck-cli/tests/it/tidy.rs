//! Rules of the repository that the compiler does not check.

use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom inside the engine. A stage may always import itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("read", &["model", "text"]),
    ("annotate", &["model", "text"]),
    ("relate", &["model", "text"]),
    ("record", &["model", "text"]),
];

#[test]
fn stages_do_not_import_one_another() {
    for (stage, allowed) in MAY_IMPORT {
        for path in files(&root().join("crates/presscheck/src").join(stage), "rs") {
            let code = fs::read_to_string(&path).unwrap();
            for import in code.split("crate::").skip(1) {
                let target: String =
                    import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                assert!(
                    target == *stage || allowed.contains(&target.as_str()),
                    "{} imports `crate::{target}`; `{stage}` may import only {allowed:?}",
                    path.display(),
                );
            }
        }
    }
}

#[test]
fn every_path_in_the_architecture_exists() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for path in text.split('`').skip(1).step_by(2).filter(|it| it.contains('/')) {
        assert!(root().join(path).exists(), "ARCHITECTURE.md names `{path}`, which is not there");
    }
}

#[test]
fn every_annotator_is_documented() {
    let docs = fs::read_to_string(root().join("docs/reference/annotators.md")).unwrap();
    for entry in fs::read_dir(root().join("crates/presscheck/src/annotate")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if name != "mod" && name != "tests" {
            assert!(docs.contains(&format!("\n## {name}\n")), "annotators.md lacks `## {name}`");
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
