//! Words for the same thing, as news use them of figures.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::content::content_word;
use crate::text::fold;

/// Words that stand for one another where a number is near. Our own list.
const SAME: &[&[&str]] = &[
    &["deal", "contract", "agreement", "pact", "accord", "treaty"],
    &["plant", "plants", "factory", "factories", "facility", "facilities", "works"],
    &[
        "killed",
        "dead",
        "died",
        "deaths",
        "fatal",
        "fatalities",
        "slain",
        "killing",
        "toll",
        "kills",
    ],
    &["wounded", "injured", "hurt", "injuries", "wounding", "injuring"],
    &["worker", "workers", "employee", "employees", "staff", "labourers", "laborers"],
    &["troops", "soldiers", "forces", "units", "personnel", "servicemen", "military"],
    &["shares", "stock", "stocks", "share"],
    &["temporary", "temp", "temps"],
    &["pay", "benefits", "wages", "salary", "salaries"],
    &["jobs", "posts", "positions", "job"],
    &["cost", "costs", "costing", "lose", "lost", "loss", "losses", "losing"],
    &["strike", "strikers", "striking", "walkout", "stoppage"],
    &["house", "houses", "home", "homes"],
    &["car", "cars", "vehicle", "vehicles", "truck", "trucks", "automobiles"],
    &["child", "children", "kid", "kids"],
    &["police", "officer", "officers", "cops"],
    &["pupil", "pupils", "student", "students", "schoolchildren"],
    &["ship", "ships", "vessel", "vessels", "boat", "boats"],
    &["plane", "planes", "aircraft", "jet", "jets", "airliner"],
    &["vote", "votes", "ballots", "ballot"],
    &["price", "cost", "fee"],
    &["fine", "fines", "penalty", "penalties"],
    &["arrested", "detained", "arrests", "custody"],
    &["evacuated", "evacuees", "evacuations"],
    &["missing", "unaccounted"],
    &["passenger", "passengers", "aboard"],
    &["magnitude", "quake", "earthquake"],
    &["invest", "investment", "investments", "investing"],
    &["buy", "acquire", "acquisition", "takeover", "purchase"],
];

/// Words of change, size and sum, which say nothing of what is counted.
const CHANGE: &[&str] = &[
    "rise",
    "rises",
    "rising",
    "rose",
    "raise",
    "raised",
    "fall",
    "fell",
    "falls",
    "jump",
    "jumped",
    "climb",
    "climbed",
    "increase",
    "increased",
    "decrease",
    "drop",
    "dropped",
    "cut",
    "grow",
    "grew",
    "gain",
    "gained",
    "decline",
    "declined",
    "reach",
    "reached",
    "total",
    "number",
    "new",
    "expected",
    "including",
    "person",
    "persons",
    "others",
    "make",
    "made",
];

/// Which words stand for one another.
#[derive(Debug)]
pub(super) struct Same {
    first: BTreeMap<&'static str, &'static str>,
    change: BTreeSet<&'static str>,
}

impl Same {
    pub(super) fn new() -> Same {
        let mut first = BTreeMap::new();
        for group in SAME {
            for word in *group {
                first.entry(*word).or_insert(*group.first().unwrap_or(word));
            }
        }
        Same { first, change: CHANGE.iter().copied().collect() }
    }

    /// What a printed word is compared by: the word that stands for its group, else its stem;
    /// `None` for a word that tells nothing.
    pub(super) fn of(&self, printed: &str) -> Option<String> {
        let folded = fold::word(printed);
        let folded = folded.as_str();
        if folded.starts_with(|it: char| it.is_ascii_digit()) || self.change.contains(folded) {
            return None;
        }
        let first = self.first.get(folded).map(|it| (*it).to_owned());
        first.or_else(|| content_word(printed))
    }
}
