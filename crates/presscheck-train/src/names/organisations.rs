//! Organisations that do not exist, and the lists’ that do.

use super::invented::{NATIONALS, World, rows};
use super::people::{capital, changed};
use crate::random::Random;

/// Organisations to draw from.
pub(crate) struct Organisations {
    /// By group, as the list has them.
    listed: Vec<Vec<&'static str>>,
}

const LIST: &str = include_str!("../../../presscheck/src/text/names/lists/organisations.txt");

impl Organisations {
    pub(crate) fn read() -> Organisations {
        let mut listed: Vec<Vec<&str>> = Vec::new();
        for row in rows(LIST) {
            if row.starts_with('[') {
                listed.push(Vec::new());
            } else if let Some(group) = listed.last_mut() {
                group.extend(row.split(';').map(str::trim).filter(|it| !it.is_empty()));
            }
        }
        Organisations { listed }
    }

    /// One from the lists, or one whose name does not tell what it is.
    pub(crate) fn known(&self, world: &World, random: &mut Random) -> String {
        match random.below(100) {
            0..55 => {
                let group = random.pick(&self.listed);
                printed(random.pick::<&str>(group))
            }
            55..66 => letters(random),
            66..80 => world.names.word(random),
            _ => invent(world, random).0,
        }
    }
}

/// One whose name tells what it is, and its initials or the name again.
pub(crate) fn invent(world: &World, random: &mut Random) -> (String, String) {
    let name = name(world, random);
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphabetic())
        .filter(|it| !it.is_empty() && !matches!(*it, "of" | "for" | "and" | "the"))
        .collect();
    let initials: String =
        words.iter().filter_map(|it| it.chars().next()).flat_map(char::to_uppercase).collect();
    let initials = if words.len() < 3 { name.clone() } else { initials };
    (name, initials)
}

/// A listed name with its capitals.
fn printed(name: &str) -> String {
    let name = name.strip_prefix("the ").unwrap_or(name);
    if name.len() <= 4 && !name.contains(' ') {
        return name.to_uppercase();
    }
    let words = name.split(' ').map(|it| match it {
        "of" | "for" | "and" | "the" | "de" | "on" | "to" => it.to_owned(),
        _ => capital(it),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn letters(random: &mut Random) -> String {
    let n_letters = *random.pick(&[3, 3, 4, 4, 5]);
    (0..n_letters).map(|_| *random.pick(&CAPITALS)).collect()
}

const CAPITALS: [char; 20] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'K', 'L', 'M', 'N', 'O', 'P', 'R', 'S', 'T', 'U',
    'Z',
];

fn word(world: &World, random: &mut Random) -> String {
    match random.below(100) {
        0..30 => world.town(random),
        30..55 => world.names.person(random).surname,
        55..85 => {
            let word = world.names.word(random);
            changed(random, &word)
        }
        _ => (*random.pick(ADJECTIVES)).to_owned(),
    }
}

fn name(world: &World, random: &mut Random) -> String {
    match random.below(100) {
        0..10 => format!("Ministry of {}", random.pick(FIELDS)),
        10..14 => format!("Department of {}", random.pick(FIELDS)),
        14..23 => three(random.pick::<&str>(ADJECTIVES), random),
        23..32 => three(random.pick::<&str>(&NATIONALS), random),
        32..36 => three(&random.pick(&world.countries).clone(), random),
        36..40 => three(&world.town(random), random),
        40..46 => {
            let (adjective, head) = (*random.pick(ADJECTIVES), *random.pick(HEADS));
            format!("{adjective} {head} of {}", random.pick(NOUNS))
        }
        46..50 => {
            let (head, noun) = (*random.pick(HEADS), *random.pick(NOUNS));
            format!("{head} for {noun} and {}", random.pick(NOUNS))
        }
        50..58 => random.pick(SCHOOLS).replace("{}", &world.town(random)),
        58..64 => random.pick(HOSPITALS).replace("{}", &word(world, random)),
        64..76 => {
            let firm = format!("{} {}", word(world, random), random.pick(BUSINESSES));
            if random.chance(35) { format!("{firm} {}", random.pick(FORMS)) } else { firm }
        }
        76..80 => format!("{} {}", word(world, random), random.pick(FORMS)),
        80..84 => {
            let firm = format!("{} {}", word(world, random), random.pick(BUSINESSES));
            format!("{firm} {}", random.pick(&["Company", "Corporation", "Group", "Holdings"]))
        }
        84..88 => random.pick(CLUBS).replace("{}", &world.town(random)),
        88..91 => random.pick(OUTLETS).replace("{}", &world.town(random)),
        91..94 => {
            let (adjective, aim) = (*random.pick(ADJECTIVES), *random.pick(AIMS));
            format!("{adjective} {aim} {}", random.pick(BODIES))
        }
        94..97 => format!("{} {}", random.pick(&world.countries).clone(), random.pick(STATE)),
        _ => letters(random),
    }
}

fn three(first: &str, random: &mut Random) -> String {
    let noun = *random.pick(NOUNS);
    format!("{first} {noun} {}", random.pick(HEADS))
}

const ADJECTIVES: &[&str] = &[
    "National",
    "Central",
    "United",
    "General",
    "International",
    "African",
    "Asian",
    "Pan-African",
    "Federal",
    "Royal",
    "Popular",
    "Democratic",
    "People's",
    "Independent",
    "New",
    "First",
    "Eastern",
    "Western",
    "Northern",
    "Southern",
    "Pacific",
    "Atlantic",
    "Global",
    "Supreme",
];
const FIELDS: &[&str] = &[
    "Health",
    "Finance",
    "Education",
    "Agriculture",
    "Water Resources",
    "Justice",
    "Foreign Affairs",
    "Home Affairs",
    "the Interior",
    "Trade and Industry",
    "Public Works",
    "Fisheries",
    "Tourism",
    "Mines and Energy",
    "Labour",
    "Transport",
    "Defence",
    "Women's Affairs",
    "Science and Technology",
    "Environment and Forests",
    "Social Welfare",
    "Information",
    "Lands",
    "Sports and Culture",
];
const NOUNS: &[&str] = &[
    "Nurses",
    "Teachers",
    "Farmers",
    "Doctors",
    "Miners",
    "Journalists",
    "Fishermen",
    "Workers",
    "Students",
    "Consumers",
    "Women",
    "Youth",
    "Traders",
    "Lawyers",
    "Police",
    "Football",
    "Cricket",
    "Athletics",
    "Broadcasting",
    "Electoral",
    "Human Rights",
    "Anti-Corruption",
    "Wildlife",
    "Meteorological",
    "Statistics",
    "Road Safety",
    "Ports",
    "Airports",
    "Railways",
    "Petroleum",
    "Tea",
    "Cocoa",
    "Coffee",
    "Sugar",
    "Cotton",
    "Drug Enforcement",
    "Immigration",
    "Revenue",
    "Energy",
    "Forest",
    "Water",
    "Disaster Management",
    "Medical",
    "Scientific",
    "Development",
];
const HEADS: &[&str] = &[
    "Association",
    "Union",
    "Federation",
    "Commission",
    "Council",
    "Authority",
    "Board",
    "Agency",
    "Bureau",
    "Corporation",
    "Institute",
    "Service",
    "Congress",
    "Committee",
    "Office",
    "Foundation",
    "Network",
    "Alliance",
    "Society",
    "Centre",
    "Center",
    "Department",
    "Organisation",
    "Organization",
    "Party",
    "Front",
    "Movement",
    "League",
    "Force",
    "Tribunal",
    "Company",
    "Forum",
    "Trust",
    "Fund",
    "Coalition",
    "Administration",
    "Ministry",
    "Secretariat",
    "Initiative",
    "Confederation",
    "Chamber of Commerce",
];
const BUSINESSES: &[&str] = &[
    "Holdings",
    "Group",
    "Mining",
    "Airlines",
    "Airways",
    "Bank",
    "Insurance",
    "Cement",
    "Breweries",
    "Telecom",
    "Energy",
    "Oil",
    "Steel",
    "Motors",
    "Pharmaceuticals",
    "Foods",
    "Logistics",
    "Industries",
    "Capital",
    "Properties",
    "Media",
    "Textiles",
    "Shipping",
    "Electronics",
    "Software",
    "Resources",
    "Petroleum",
    "Gold",
    "Partners",
    "Enterprises",
];
const FORMS: &[&str] = &[
    "Ltd", "Limited", "Inc", "Inc.", "Corp", "Corp.", "plc", "PLC", "LLC", "SA", "S.A.", "AG",
    "GmbH", "Pty Ltd", "Berhad", "Bhd", "Co.", "Group",
];
const SCHOOLS: &[&str] = &[
    "University of {}",
    "{} University",
    "{} State University",
    "{} University of Technology",
    "{} Polytechnic",
    "{} College",
    "{} High School",
    "{} Institute of Technology",
];
const HOSPITALS: &[&str] = &[
    "{} Hospital",
    "{} General Hospital",
    "{} Teaching Hospital",
    "{} Medical Centre",
    "{} Regional Hospital",
    "{} Clinic",
];
const CLUBS: &[&str] = &[
    "{} FC",
    "FC {}",
    "{} United",
    "{} City",
    "Sporting {}",
    "{} Stars",
    "{} Rangers",
    "{} SC",
    "Real {}",
    "{} Warriors",
    "Atletico {}",
    "Dynamo {}",
];
const OUTLETS: &[&str] = &[
    "The {} Times",
    "{} Post",
    "Daily {}",
    "{} News",
    "Radio {}",
    "{} TV",
    "The {} Herald",
    "{} Tribune",
    "{} Today",
];
const AIMS: &[&str] = &[
    "Liberation",
    "Salvation",
    "Unity",
    "Progressive",
    "Patriotic",
    "Reform",
    "Justice",
    "Freedom",
    "Resistance",
];
const BODIES: &[&str] = &["Party", "Front", "Movement", "Army", "Alliance", "Congress"];
const STATE: &[&str] = &[
    "Police",
    "Army",
    "Navy",
    "Air Force",
    "Central Bank",
    "Football Federation",
    "Red Cross",
    "Red Crescent",
    "Airlines",
    "Electoral Commission",
    "Supreme Court",
    "Parliament",
    "Chamber of Commerce",
    "Bar Association",
    "Medical Association",
];
