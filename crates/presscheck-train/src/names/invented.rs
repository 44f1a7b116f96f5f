//! News that never was: sentences of our own in which people, places and organisations of all the
//! world stand, so that the model learns how news speaks of names that it has never met.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use presscheck::model::NameKind;

use super::organisations::{self, Organisations};
use super::people::{Names, Person, capital, changed};
use super::sets::{Document, Label};
use crate::random::Random;

/// How many articles are made of each pattern.
const COPIES: usize = 30;

const PATTERNS: &str = include_str!("news.txt");
const TOWNS: &str = include_str!("../../../presscheck/src/text/names/lists/towns.txt");
const CITIES: &str = include_str!("../../../presscheck/src/text/names/lists/cities.txt");

/// Lines that are no comments.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|it| !it.starts_with('#') && !it.is_empty())
}

/// The places of the world to draw from.
pub(crate) struct World {
    pub(crate) names: Names,
    towns: Vec<&'static str>,
    cities: Vec<&'static str>,
    pub(crate) countries: Vec<String>,
    pub(crate) regions: Vec<String>,
}

impl World {
    fn read(texts: &Path) -> anyhow::Result<World> {
        let (mut countries, mut regions) = (Vec::new(), Vec::new());
        let folder = texts.join("nlp/names_rigour_resources/resources/territories");
        let mut paths: Vec<_> =
            fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<anyhow::Result<_>>()?;
        paths.sort();
        for path in paths {
            let entry = fs::read_to_string(&path)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            let name = entry.lines().find_map(|it| it.strip_prefix("name: ")).unwrap_or_default();
            let name = name.trim_matches(['"', '\'']);
            if name.is_empty()
                || name.contains(|c: char| !c.is_alphabetic() && !" '’-.".contains(c))
            {
                continue;
            }
            let part = path.file_stem().is_some_and(|it| it.to_string_lossy().contains('_'));
            let is_country = !part && entry.lines().any(|it| it == "is_country: true");
            if is_country { &mut countries } else { &mut regions }.push(name.to_owned());
        }
        Ok(World {
            names: Names::read(texts)?,
            towns: rows(TOWNS).collect(),
            cities: rows(CITIES).collect(),
            countries,
            regions,
        })
    }

    /// A town, large or small, or one that is nowhere.
    pub(crate) fn town(&self, random: &mut Random) -> String {
        match random.below(100) {
            0..35 => (*random.pick(&self.cities)).to_owned(),
            35..80 => (*random.pick(&self.towns)).to_owned(),
            _ => self.nowhere(random),
        }
    }

    fn nowhere(&self, random: &mut Random) -> String {
        let town = random.pick(&self.towns).to_lowercase();
        capital(&changed(random, &town))
    }

    fn village(&self, random: &mut Random) -> String {
        if random.chance(60) {
            self.nowhere(random)
        } else {
            (*random.pick(&self.towns)).to_owned()
        }
    }

    fn region(&self, random: &mut Random) -> String {
        if random.chance(60) {
            return random.pick(&self.regions).clone();
        }
        let kind = *random.pick(&[" State", " Province", "", " County", " Region"]);
        self.town(random) + kind
    }
}

/// Invented articles with their names.
pub(crate) fn news(texts: &Path) -> anyhow::Result<Vec<Document>> {
    let world = World::read(texts)?;
    let organisations = Organisations::read();
    let mut random = Random::new(7);
    let mut found = Vec::new();
    for _ in 0..COPIES {
        for pattern in rows(PATTERNS) {
            let mut writer = Writer {
                world: &world,
                organisations: &organisations,
                random: &mut random,
                filled: BTreeMap::new(),
                people: BTreeMap::new(),
            };
            found.push(writer.article(pattern));
        }
    }
    Ok(found)
}

struct Writer<'a> {
    world: &'a World,
    organisations: &'a Organisations,
    random: &'a mut Random,
    /// What stands in a slot, by its letter and number.
    filled: BTreeMap<String, String>,
    people: BTreeMap<String, Person>,
}

impl Writer<'_> {
    fn article(&mut self, pattern: &str) -> Document {
        let mut document = Document { text: String::new(), names: vec![], scored: vec![] };
        let mut rest = pattern;
        // Where a name in square brackets begins, and its kind.
        let mut open: Option<(usize, NameKind)> = None;
        while let Some(at) = rest.find(['{', '[', ']']) {
            let (plain, from) = rest.split_at(at);
            document.text.push_str(plain);
            let start = document.text.len();
            if let Some(slot) = from.strip_prefix('{') {
                let (slot, after) = slot.split_once('}').unwrap_or((slot, ""));
                document.text.push_str(&self.fill(slot));
                if let Some(kind) = kind(slot).filter(|_| open.is_none()) {
                    label(&mut document, start, kind);
                }
                rest = after;
            } else if let Some(name) = from.strip_prefix('[') {
                let (letter, after) = name.split_once(' ').unwrap_or((name, ""));
                open = kind(letter).map(|it| (start, it));
                rest = after;
            } else {
                if let Some((start, kind)) = open.take() {
                    label(&mut document, start, kind);
                }
                rest = from.strip_prefix(']').unwrap_or_default();
            }
        }
        document.text.push_str(rest);
        document
    }

    fn fill(&mut self, slot: &str) -> String {
        let (letter, number) = slot.split_at(1);
        if let Some(filled) = self.filled.get(slot).filter(|_| !number.is_empty()) {
            return filled.clone();
        }
        let random = &mut *self.random;
        let filled = match letter {
            "P" | "S" | "G" => {
                let names = &self.world.names;
                let person =
                    self.people.entry(number.to_owned()).or_insert_with(|| names.person(random));
                match letter {
                    "P" => person.full.clone(),
                    "S" => person.surname.clone(),
                    _ => person.given.clone(),
                }
            }
            "T" => self.world.town(random),
            "R" => self.world.region(random),
            "C" => random.pick(&self.world.countries).clone(),
            "V" => self.world.village(random),
            "N" => (*random.pick(&NATIONALS)).to_owned(),
            "D" => (*random.pick(&DAYS)).to_owned(),
            "M" => (*random.pick(&MONTHS)).to_owned(),
            "K" => self.organisations.known(self.world, random),
            "O" | "A" => {
                let (name, initials) = organisations::invent(self.world, random);
                self.filled.insert(format!("O{number}"), name);
                self.filled.insert(format!("A{number}"), initials);
                return self.filled.get(slot).cloned().unwrap_or_default();
            }
            _ => match random.below(3) {
                0 => (2 + random.below(58)).to_string(),
                1 => (100 + random.below(900)).to_string(),
                _ => (1990 + random.below(34)).to_string(),
            },
        };
        self.filled.insert(slot.to_owned(), filled.clone());
        filled
    }
}

/// Labels what stands from a place to the end of the text; the article is no part of a name.
fn label(document: &mut Document, start: usize, kind: NameKind) {
    let article = document.text.get(start..).is_some_and(|it| it.starts_with("The "));
    let start = if article { start + 4 } else { start };
    let end = document.text.len();
    document.names.push(Label { start, end, kind, also: vec![], optional: false });
}

fn kind(slot: &str) -> Option<NameKind> {
    match slot.chars().next()? {
        'P' | 'S' | 'G' | 'p' => Some(NameKind::Person),
        'T' | 'R' | 'C' | 'V' | 'l' => Some(NameKind::Place),
        'O' | 'A' | 'K' | 'o' => Some(NameKind::Organisation),
        _ => None,
    }
}

/// Of a nation, and no name of it.
pub(crate) const NATIONALS: [&str; 56] = [
    "Nigerian",
    "Kenyan",
    "Ghanaian",
    "Ugandan",
    "Zambian",
    "Zimbabwean",
    "Malian",
    "Egyptian",
    "Tunisian",
    "Syrian",
    "Iraqi",
    "Iranian",
    "Afghan",
    "Pakistani",
    "Indian",
    "Nepali",
    "Bangladeshi",
    "Burmese",
    "Thai",
    "Malaysian",
    "Indonesian",
    "Filipino",
    "Chinese",
    "Japanese",
    "Korean",
    "Vietnamese",
    "Russian",
    "Ukrainian",
    "Polish",
    "Serbian",
    "Turkish",
    "Greek",
    "Italian",
    "Spanish",
    "French",
    "German",
    "British",
    "Irish",
    "Danish",
    "Canadian",
    "American",
    "Mexican",
    "Colombian",
    "Peruvian",
    "Chilean",
    "Brazilian",
    "Bolivian",
    "Cuban",
    "Haitian",
    "Jamaican",
    "Australian",
    "Israeli",
    "Palestinian",
    "Saudi",
    "Ethiopian",
    "Somali",
];

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
