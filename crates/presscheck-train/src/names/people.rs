//! People who do not exist: names from lists of many countries, and names that are in no list.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context;

use super::invented::rows;
use crate::random::Random;

/// Names to draw from.
pub(crate) struct Names {
    /// By country: given names and surnames.
    countries: Vec<(Vec<String>, Vec<String>)>,
    /// Words of persons’ names of all the world, with a capital.
    words: Vec<String>,
}

/// An invented person.
#[derive(Clone)]
pub(crate) struct Person {
    /// As first named.
    pub(crate) full: String,
    /// As named again.
    pub(crate) surname: String,
    /// As friends say.
    pub(crate) given: String,
}

const WORDS: &str = include_str!("../../../presscheck/src/text/names/lists/persons.txt");
const COMMON: &str = include_str!("../../../presscheck/src/text/names/lists/common.txt");

impl Names {
    /// Reads the lists.
    pub(crate) fn read(texts: &Path) -> anyhow::Result<Names> {
        let folder = texts.join("nlp/names_popular_by_country");
        let mut given = column(&folder.join("common-forenames-by-country.csv"), 11)?;
        let surnames = column(&folder.join("common-surnames-by-country.csv"), 5)?;
        let both =
            surnames.into_iter().filter_map(|(country, it)| Some((given.remove(&country)?, it)));
        let common: BTreeSet<&str> = rows(COMMON).collect();
        let words = rows(WORDS)
            .filter(|it| (3..=11).contains(&it.len()) && !it.contains('\''))
            .filter(|it| !common.contains(it));
        Ok(Names { countries: both.collect(), words: words.map(capital).collect() })
    }

    fn part(&self, random: &mut Random, is_given: bool, country: Option<usize>) -> String {
        let listed = country.filter(|_| random.chance(45));
        if let Some((given, surnames)) = listed.map(|it| &self.countries[it]) {
            return random.pick(if is_given { given } else { surnames }).clone();
        }
        self.word(random)
    }

    /// A word of persons’ names, or something like one.
    pub(crate) fn word(&self, random: &mut Random) -> String {
        let word = random.pick(&self.words);
        if random.chance(60) { word.clone() } else { changed(random, word) }
    }

    /// Somebody from anywhere.
    pub(crate) fn person(&self, random: &mut Random) -> Person {
        let country = random.chance(60).then(|| random.below(self.countries.len()));
        let mut given = self.part(random, true, country);
        let mut surname = self.part(random, false, country);
        let mut middle = String::new();
        let mut called = None;
        match random.below(100) {
            0..2 => return Person { full: given.clone(), surname: given.clone(), given },
            2..8 => middle = format!(" {}.", random.pick(&LETTERS)),
            8..17 => middle = format!(" {}", self.part(random, true, country)),
            17..21 => {
                let particle = random.pick(&PARTICLES);
                middle = format!(" {particle}");
                if particle.starts_with(char::is_lowercase) && random.chance(40) {
                    called = Some(format!("{particle} {surname}"));
                }
            }
            21..24 => surname = format!("{}{surname}", random.pick(&PREFIXES)),
            24..28 => surname = format!("{surname}-{}", self.part(random, false, country)),
            28..32 => surname = format!("{surname} {}", self.part(random, false, country)),
            32..35 => {
                given = format!("{given}-{}", self.part(random, true, country).to_lowercase());
            }
            35..38 => {
                let full = format!("{}. {surname}", random.pick(&LETTERS));
                return Person { full, surname, given };
            }
            95.. => {
                return Person { full: format!("{surname} {given}"), surname, given };
            }
            _ => {}
        }
        let full = format!("{given}{middle} {surname}");
        Person { full, surname: called.unwrap_or(surname), given }
    }
}

const LETTERS: [&str; 12] = ["A", "B", "C", "D", "G", "J", "K", "L", "M", "R", "S", "T"];
const PARTICLES: [&str; 13] =
    ["bin", "ibn", "van", "van der", "de", "da", "dos", "del", "von", "al", "el", "Abu", "de la"];
const PREFIXES: [&str; 9] = ["Al-", "al-", "El-", "Ould ", "Mac", "O’", "Abdul ", "St. ", "N'"];

/// By country: the romanized names of a table.
fn column(path: &Path, at: usize) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let table =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split(',').collect();
        let (Some(country), Some(names)) = (columns.first(), columns.get(at)) else { continue };
        let names = names.split('/').map(str::trim).filter(|it| !it.is_empty());
        let printed = names.map(|it| {
            let shouts = it.len() > 1 && !it.chars().any(char::is_lowercase);
            if shouts { capital(&it.to_lowercase()) } else { it.to_owned() }
        });
        found.entry((*country).to_owned()).or_default().extend(printed);
    }
    found.retain(|_, it| !it.is_empty());
    Ok(found)
}

/// A word with a capital, and one behind each hyphen and blank.
pub(crate) fn capital(word: &str) -> String {
    let mut begins = true;
    word.chars()
        .map(|c| {
            let upper = if begins { c.to_uppercase().next().unwrap_or(c) } else { c };
            begins = matches!(c, ' ' | '-' | '\'');
            upper
        })
        .collect()
}

/// A word with some letters changed, so that it is in no list.
pub(crate) fn changed(random: &mut Random, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for _ in 0..=usize::from(random.chance(33)) {
        let at = 1.max(random.below(letters.len()));
        if let Some(letter) = letters.get_mut(at) {
            let vowel = "aeiou".contains(letter.to_ascii_lowercase());
            let others: &[char] = if vowel { &VOWELS } else { &CONSONANTS };
            *letter = *random.pick(others);
        }
    }
    let ending = if random.chance(30) { *random.pick(&ENDINGS) } else { "" };
    letters.into_iter().collect::<String>() + ending
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
const CONSONANTS: [char; 14] =
    ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const ENDINGS: [&str; 11] = ["a", "o", "i", "u", "e", "an", "ov", "ari", "eh", "wa", "ngo"];
