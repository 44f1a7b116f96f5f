//! Floors: what each measure must not fall below, and what it is to reach. `evals/floors.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use serde::Deserialize;

/// Floors by set and measure.
#[derive(Deserialize, Default)]
#[serde(transparent)]
pub(crate) struct Floors {
    sets: BTreeMap<String, BTreeMap<String, Floor>>,
}

/// What one measure must not fall below, in percent.
#[derive(Clone, Copy, Deserialize, Default)]
pub(crate) struct Floor {
    /// Below it the run fails.
    pub(crate) floor: f64,
    /// Where it is to go; a hope, which fails nothing.
    pub(crate) aim: Option<f64>,
}

const HEAD: &str = "\
# What the engine must not fall below, in percent, and where it is to go.
# `cargo evals` fails below a floor. `cargo evals -- --raise` lifts floors to what was measured;
# nothing lowers them but a person, who says why in the commit.
";

impl Floors {
    /// Reads the file.
    pub(crate) fn read() -> anyhow::Result<Self> {
        let text = fs::read_to_string(path()).context("cannot read `evals/floors.toml`")?;
        toml::from_str(&text).context("`evals/floors.toml` is odd")
    }

    /// The floor of one measure, if it has one.
    pub(crate) fn of(&self, set: &str, measure: &str) -> Option<Floor> {
        self.sets.get(set)?.get(measure).copied()
    }

    /// The measures of `set` that have floors.
    pub(crate) fn measures<'a>(&'a self, set: &str) -> impl Iterator<Item = &'a str> {
        self.sets.get(set).into_iter().flat_map(|it| it.keys().map(String::as_str))
    }

    /// Lifts a floor to `percent` (cut to one decimal place), never lowers it.
    pub(crate) fn raise(&mut self, set: &str, measure: &str, percent: f64) {
        let floor =
            self.sets.entry(set.to_owned()).or_default().entry(measure.to_owned()).or_default();
        floor.floor = floor.floor.max((percent * 10.0).floor() / 10.0);
    }

    /// Writes the file back.
    pub(crate) fn write(&self) -> anyhow::Result<()> {
        fs::write(path(), self.text()).context("cannot write `evals/floors.toml`")
    }

    fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (set, measures) in &self.sets {
            let _ = writeln!(text, "\n[{set}]");
            for (measure, it) in measures {
                let aim = it.aim.map(|it| format!(", aim = {it:.1}")).unwrap_or_default();
                let _ = writeln!(text, "\"{measure}\" = {{ floor = {:.1}{aim} }}", it.floor);
            }
        }
        text
    }
}

/// The file stands at the root of the repository, wherever the command is run.
fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../evals/floors.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floors(text: &str) -> Floors {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_floor_rises_and_never_falls() {
        let mut floors = floors("[stories]\n\"times.value_f1\" = { floor = 65.0, aim = 90.0 }\n");
        floors.raise("stories", "times.value_f1", 71.29);
        floors.raise("stories", "times.value_f1", 40.0);
        floors.raise("names-gum", "strict_f1", 50.0);
        assert_eq!(
            floors.text(),
            format!(
                "{HEAD}\n[names-gum]\n\"strict_f1\" = {{ floor = 50.0 }}\n\
                 \n[stories]\n\"times.value_f1\" = {{ floor = 71.2, aim = 90.0 }}\n"
            )
        );
    }

    #[test]
    fn the_file_is_as_it_would_be_written() {
        let text = fs::read_to_string(path()).unwrap();
        assert_eq!(floors(&text).text(), text);
    }
}
