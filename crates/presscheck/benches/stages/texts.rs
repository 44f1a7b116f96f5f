//! Invented news of any length, the same for the same number: what the benchmarks read.

use std::fmt::Write as _;

/// One sentence or two, with places for names, numbers and days.
const SENTENCES: &[&str] = &[
    "{P}, the {r} of {T}, said on {D} that {n} {c} had been {v} near {T}.",
    "“We will not leave {T} before the {c} are back,” {P} said.",
    "“Nobody told us about the {c},” said {S}, who spoke to {P} on {D}. “We read it in the papers.”",
    "The meeting between {P} and {P} would take place only if the {c} leave {T} by {D}, officials said.",
    "According to the {r}'s office, between {n} and {m} {c} were {v} last week, at a cost of ${n} million.",
    "{S} denied that the {c} belong to {T} and called the report “a story from the harbour”.",
    "More than {m} {c} have been {v} since {D}, the ministry of {T} said in a statement.",
    "The road along the coast was closed for most of the night, and trains ran late.",
    "Nothing of the kind had been seen in the valley for a generation.",
    "Asked whether the {r} would resign, {S} answered: “Ask me after the vote on {D}.”",
    "{P} has agreed in principle to talks with {S}, unless the {c} move first.",
    "The price of bread in {T} rose by {n} percent, while wages stood still.",
    "It was the third time in a year that the town had to do without its bridge.",
    "{S} told reporters that the talks had been “long and honest” and would go on until {D}.",
    "At least {n} people were hurt and two were killed when a wall fell in {T} on {D}, police said.",
];

const FIRST: &[&str] =
    &["Ada", "Zoë", "Tomás", "Jiří", "Mireia", "Kofi", "Li", "Sana", "Oleg", "Ines"];
const LAST: &[&str] =
    &["Lund", "Díaz", "Kolář", "Castells", "Mensah", "Wen", "Haddad", "Varga", "Moreau", "Brekke"];
const TOWNS: &[&str] =
    &["Vik", "Port Maren", "Halden", "Strand", "Hjelm", "Vell", "Ilmara", "Norsund"];
const ROLES: &[&str] = &["mayor", "prime minister", "foreign minister", "police chief", "governor"];
const COUNTED: &[&str] =
    &["boats", "soldiers", "ferries", "workers", "lorries", "houses", "ballots"];
const DONE: &[&str] = &["seen", "lost", "counted", "damaged", "stopped", "found"];
const DAYS: &[&str] = &["Monday", "Thursday", "Sunday", "March 12", "September 7", "Saturday"];

/// Draws from lists, the same row of draws for the same start.
struct Draw(u64);

impl Draw {
    /// A number below `n`. The multiplier is Knuth's (MMIX).
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n
    }

    fn from<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// News of about `bytes` bytes, four sentences to a paragraph.
pub(crate) fn article(number: u64, bytes: usize) -> String {
    let mut draw = Draw(number.wrapping_mul(2_654_435_761).wrapping_add(1));
    let mut text = headline(&mut draw);
    let mut sentences = 0;
    while text.len() < bytes {
        sentence(&mut draw, &mut text);
        sentences += 1;
        text.push_str(if sentences % 4 == 0 { "\n\n" } else { " " });
    }
    text
}

/// As many reports of one event: some sentences are all outlets', some an agency's, the rest an
/// outlet's own.
pub(crate) fn story(articles: usize, bytes: usize) -> Vec<String> {
    let shared: Vec<String> = (0..8).map(|it| one(1, it)).collect();
    let report = |number: usize| {
        let mut text = format!("{}\n\n", shared[0]);
        let mut at = 0;
        while text.len() < bytes {
            let own = number * 1000 + at;
            text.push_str(&match at % 3 {
                0 => shared[at / 3 % shared.len()].clone(),
                1 => one(2 + number % 7, at),
                _ => one(100 + number, own),
            });
            at += 1;
            text.push_str(if at % 4 == 0 { "\n\n" } else { " " });
        }
        text
    };
    (0..articles).map(report).collect()
}

fn one(from: usize, at: usize) -> String {
    let mut text = String::new();
    sentence(&mut Draw((from * 7919 + at) as u64), &mut text);
    text
}

fn headline(draw: &mut Draw) -> String {
    format!("{} and {} differ over {}\n\n", draw.from(LAST), draw.from(LAST), draw.from(COUNTED))
}

fn sentence(draw: &mut Draw, text: &mut String) {
    let mut pieces = draw.from(SENTENCES).split(['{', '}']);
    text.push_str(pieces.next().unwrap_or_default());
    while let (Some(slot), Some(rest)) = (pieces.next(), pieces.next()) {
        match slot {
            "P" => text.extend([draw.from(FIRST), " ", draw.from(LAST)]),
            "S" => text.push_str(draw.from(LAST)),
            "T" => text.push_str(draw.from(TOWNS)),
            "r" => text.push_str(draw.from(ROLES)),
            "c" => text.push_str(draw.from(COUNTED)),
            "v" => text.push_str(draw.from(DONE)),
            "D" => text.push_str(draw.from(DAYS)),
            _ => {
                let n = 3 + draw.below(90) * if slot == "m" { 100 } else { 1 };
                let _ = write!(text, "{n}");
            }
        }
        text.push_str(rest);
    }
}
