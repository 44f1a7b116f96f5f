//! Rules of the repository that the compiler does not check.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

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

#[test]
fn every_link_in_the_docs_leads_somewhere() {
    let pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    let mut pages: Vec<PathBuf> = pages.iter().map(|it| root().join(it)).collect();
    pages.extend(files(&root().join("docs"), "md"));
    pages.extend(files(&root().join("examples"), "md"));
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for target in text.split("](").skip(1).filter_map(|it| it.split(')').next()) {
            let path = target.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") {
                let found = page.parent().unwrap().join(path);
                assert!(
                    found.exists(),
                    "{} links to `{target}`, which is not there",
                    page.display()
                );
            }
        }
    }
}

/// Where a dependency with side effects may be used, and nowhere else.
const ONLY_IN: &[(&str, &str)] =
    &[("ureq", "presscheck-cli"), ("clap", "presscheck-cli"), ("rusqlite", "presscheck-store")];

#[test]
fn the_engine_has_no_network_no_file_and_no_command_line() {
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let entry = entry.unwrap();
        let member = entry.file_name().into_string().unwrap();
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let Some(dependencies) = manifest.get("dependencies").and_then(|it| it.as_table()) else {
            continue;
        };
        for (name, home) in ONLY_IN {
            assert!(
                !dependencies.contains_key(*name) || member == *home,
                "`{member}` uses `{name}`, which only `{home}` may"
            );
        }
    }
}

/// Licences under which what we build on may be passed on.
const MAY_SHIP: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_dependency_may_be_passed_on() {
    let listed = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .args(["--filter-platform", &host()])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let packages = listed["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "the list is whole");
    for package in packages {
        let license = package["license"].as_str().unwrap_or_default();
        assert!(may_ship(license), "{} has the licence `{license}`", package["name"]);
    }
}

/// The platform that the tests run on: only its dependencies are sure to be here.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let told = String::from_utf8(told).unwrap();
    told.lines().find_map(|it| it.strip_prefix("host: ")).unwrap().to_owned()
}

/// Whether one of the alternatives of an SPDX expression can be kept to. A bracket holds a choice
/// (“A AND (B OR C)”).
fn may_ship(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ");
    let choice = |part: &str| {
        part.trim_matches(['(', ')']).split(" OR ").any(|it| MAY_SHIP.contains(&it.trim()))
    };
    plain.split(" AND ").all(choice)
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
