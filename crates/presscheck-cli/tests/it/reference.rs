//! `docs/reference/commands.md` against the help that the program prints.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::run::{presscheck, root};

/// For each command, its arguments and options as the help writes them: `-q`, `--out <DIR>`.
type Options = BTreeMap<String, BTreeSet<String>>;

#[test]
fn each_command_and_option_is_in_the_reference_and_no_other() {
    let reference = fs::read_to_string(root("docs/reference/commands.md")).unwrap();
    assert_eq!(documented(&reference), known());
}

#[test]
fn the_reference_and_the_help_give_the_same_exit_codes() {
    let reference = fs::read_to_string(root("docs/reference/commands.md")).unwrap();
    let help = presscheck(&["--help"]).stdout;
    for (code, meaning) in [("0", "Done."), ("1", "Done, but"), ("2", "Could not run")] {
        assert!(reference.contains(&format!("| {code} | {meaning}")));
        let meaning = meaning.trim_end_matches('.').to_lowercase();
        assert!(help.contains(&format!("{code} {meaning}")), "{help}");
    }
}

fn documented(reference: &str) -> Options {
    let code = |text: &str| -> Vec<String> {
        text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let mut found = Options::new();
    let mut command = None;
    for line in reference.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            command = heading.strip_prefix("`presscheck ").map(|it| it.trim_end_matches('`'));
        } else if let (Some(command), true) = (command, line.starts_with("| `")) {
            let cell = line.split('|').nth(1).unwrap();
            found.entry(command.to_owned()).or_default().extend(code(cell));
        }
    }
    found
}

fn known() -> Options {
    let help = presscheck(&["--help"]).stdout;
    let commands = help.lines().skip_while(|it| *it != "Commands:").skip(1);
    let commands = commands.take_while(|it| !it.is_empty());
    let names = commands.map(|it| it.split_whitespace().next().unwrap().to_owned());
    names.filter(|it| it != "help").map(|it| (it.clone(), options(&it))).collect()
}

/// An option's line starts with its name, two or six blanks in; its description stands two blanks
/// or more behind.
fn options(command: &str) -> BTreeSet<String> {
    let help = presscheck(&[command, "--help"]).stdout;
    let lines = help.lines().filter_map(|it| it.strip_prefix("  "));
    let named = lines.map(str::trim_start).filter(|it| it.starts_with(['-', '<']));
    named
        .flat_map(|it| it.split("  ").next().unwrap_or_default().split(", "))
        .map(str::to_owned)
        .collect()
}
