//! The table that a run prints.

use std::fmt::Write as _;

use crate::floors::Floors;
use crate::measure::Measures;

/// What was measured of one set.
pub(crate) struct Scored {
    /// The set's name, as in `evals/floors.toml`.
    pub(crate) set: String,
    /// Its measures.
    pub(crate) measures: Measures,
}

/// Writes the table: set, measure, value, floor, aim, counts.
pub(crate) fn print(scored: &[Scored], floors: &Floors) -> String {
    let mut text = format!(
        "{:<16} {:<32} {:>6} {:>6} {:>6}  counts\n",
        "set", "measure", "value", "floor", "aim"
    );
    for it in scored {
        for (name, measure) in &it.measures {
            let floor = floors.of(&it.set, name);
            let number = |it: Option<f64>| it.map_or("-".to_owned(), |it| format!("{it:.1}"));
            let below = if floor.is_some_and(|it| is_below(measure.percent(), it.floor)) {
                "  BELOW ITS FLOOR"
            } else {
                ""
            };
            let _ = writeln!(
                text,
                "{:<16} {name:<32} {:>6.1} {:>6} {:>6}  {}{below}",
                it.set,
                measure.percent(),
                number(floor.map(|it| it.floor)),
                number(floor.and_then(|it| it.aim)),
                measure.counts(),
            );
        }
    }
    text
}

/// What does not hold: measures below their floors, and floors of measures that were not taken.
pub(crate) fn failures(scored: &[Scored], floors: &Floors) -> Vec<String> {
    let mut found = Vec::new();
    for it in scored {
        for name in floors.measures(&it.set) {
            let floor = floors.of(&it.set, name).unwrap_or_default().floor;
            match it.measures.iter().find(|it| it.0 == name) {
                None => found.push(format!("{} {name}: has a floor and is not measured", it.set)),
                Some((_, measure)) if is_below(measure.percent(), floor) => found.push(format!(
                    "{} {name}: {:.1} is below its floor of {floor:.1}",
                    it.set,
                    measure.percent()
                )),
                Some(_) => {}
            }
        }
    }
    found
}

/// Floors have one decimal place, so the last digits of a value do not count.
fn is_below(percent: f64, floor: f64) -> bool {
    percent + 1e-9 < floor
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Measure;

    #[test]
    fn a_measure_below_its_floor_fails_the_run_and_says_so() {
        let mut floors = Floors::default();
        floors.raise("stories", "times.value_f1", 65.0);
        floors.raise("stories", "gone", 1.0);
        let measure = Measure::Share { right: 1, of: 2 };
        let scored = [Scored {
            set: "stories".to_owned(),
            measures: vec![("times.value_f1".to_owned(), measure)],
        }];
        assert_eq!(
            failures(&scored, &floors),
            [
                "stories gone: has a floor and is not measured",
                "stories times.value_f1: 50.0 is below its floor of 65.0"
            ]
        );
        assert!(print(&scored, &floors).contains("BELOW ITS FLOOR"));
    }
}
