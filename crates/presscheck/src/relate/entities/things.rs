//! Organisations, places and all else with a name: one thing under its name and its abbreviation.

use std::collections::BTreeMap;

use super::groups::Groups;
use super::locals::{Local, LocalIx, starts};
use crate::model::{Annotated, NameKind};
use crate::text::content::is_function_word;
use crate::text::{fold, spelling};

/// Joins what is named alike, then abbreviations with what they stand for.
pub(super) fn join(articles: &[Annotated], locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_key: BTreeMap<String, LocalIx> = BTreeMap::new();
    for (ix, it) in locals.iter().enumerate() {
        if !it.named || it.kind == NameKind::Person {
            continue;
        }
        match by_key.get(&key(it.name)) {
            Some(&first) => groups.join_even_within(first, ix),
            None => {
                by_key.insert(key(it.name), ix);
            }
        }
    }
    join_defined(articles, locals, groups);
    join_initials(&by_key, locals, groups);
    join_national(&by_key, groups);
}

/// What the ways of writing one name have in common: its telling words, each in one spelling and in
/// order of the alphabet, so that “Ministry of Defence” is “Defense Ministry”.
fn key(name: &str) -> String {
    let folded = fold::word(name).replace(['.', '\''], "").replace('&', " and ");
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let bare = CORPORATE.iter().find_map(|it| bare.strip_suffix(it)).unwrap_or(bare);
    let bare = bare.trim_end_matches(',');
    if let Some(known) = known(bare) {
        return known.to_owned();
    }
    let mut words: Vec<String> = bare
        .split([' ', '-', ','])
        .filter(|it| !it.is_empty() && !is_function_word(it))
        .map(|it| known(it).map_or_else(|| spelling::key(it), str::to_owned))
        .collect();
    if words.is_empty() {
        return bare.to_owned();
    }
    if words.iter().any(|it| is_office(it)) {
        words.sort_unstable();
    }
    words.join(" ")
}

/// Words for parts of a government, which stand before or behind what they are for.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "ministry" | "department" | "dept" | "office" | "bureau" | "university" | "embassy"
    )
}

const CORPORATE: &[&str] = &[
    " inc",
    " corp",
    " corporation",
    " co",
    " company",
    " ltd",
    " limited",
    " llc",
    " plc",
    " ag",
    " sa",
    " gmbh",
    " nv",
    " se",
];

/// The one name that we use for a thing with several, all folded and without stops.
fn known(folded: &str) -> Option<&'static str> {
    let line = KNOWN.iter().find(|line| line.split('|').any(|it| it == folded))?;
    line.split('|').next()
}

/// Things that go by several names which no rule of spelling joins. Our own list.
const KNOWN: &[&str] = &[
    "united states|us|usa|united states of america|u s|america",
    "united kingdom|uk|britain|great britain|u k",
    "united nations|un",
    "european union|eu",
    "united arab emirates|uae",
    "new york city|nyc",
    "washington|washington dc|washington d c|dc",
    "los angeles|la",
    "kyiv|kiev",
    "kharkiv|kharkov",
    "lviv|lvov",
    "odesa|odessa",
    "myanmar|burma",
    "turkey|turkiye",
    "czech republic|czechia",
    "ivory coast|cote divoire",
    "netherlands|holland",
    "north korea|dprk",
    "south korea|republic of korea",
    "russia|russian federation",
    "china|peoples republic of china",
    "saudi arabia|kingdom of saudi arabia",
    "democratic republic of congo|drc|democratic republic of the congo",
    "east timor|timor-leste",
    "cape verde|cabo verde",
    "eswatini|swaziland",
    "north macedonia|macedonia",
    "mumbai|bombay",
    "kolkata|calcutta",
    "chennai|madras",
    "bengaluru|bangalore",
    "beijing|peking",
    "ho chi minh city|saigon",
    "yangon|rangoon",
    "north atlantic treaty organization|nato|north atlantic treaty organisation",
    "world health organization|who|world health organisation",
    "federal bureau of investigation|fbi",
    "central intelligence agency|cia",
    "international monetary fund|imf",
    "associated press|ap",
    "agence france-presse|afp|agence france presse",
    "british broadcasting corporation|bbc",
    "elysee|elysee palace",
    "republican party|gop",
];

/// “Harbour Safety Board (HSB)”: what an article itself calls short.
fn join_defined(articles: &[Annotated], locals: &[Local<'_>], groups: &mut Groups) {
    for (it, start) in articles.iter().zip(starts(articles)) {
        let text = &it.article.text;
        for pair in it.annotations.mentions.windows(2) {
            let between = text.get(pair[0].span.end()..pair[1].span.start());
            let behind = text.get(pair[1].span.end()..).is_some_and(|it| it.starts_with(')'));
            let (a, b) = (start + pair[0].entity, start + pair[1].entity);
            if between == Some(" (") && behind && is_abbreviation(locals[b].name) {
                let things = [a, b].iter().all(|&it| locals[it].kind != NameKind::Person);
                if things && stands_for(locals[b].name, locals[a].name) {
                    groups.join_even_within(a, b);
                }
            }
        }
    }
}

/// Whether the letters of an abbreviation come in the long name in their order, the first at its
/// start or at the start of a word: “FSB” may be made of the words of another language.
fn stands_for(short: &str, long: &str) -> bool {
    let first = short.chars().next();
    long.split_whitespace().any(|it| it.chars().next() == first)
}

fn is_abbreviation(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|it| *it != '.').collect();
    (2..=6).contains(&letters.len()) && letters.iter().all(|it| it.is_uppercase())
}

/// An abbreviation that only one organisation of the story can stand behind.
fn join_initials(by_key: &BTreeMap<String, LocalIx>, locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_initials: BTreeMap<String, Vec<LocalIx>> = BTreeMap::new();
    for &ix in by_key.values() {
        if locals[ix].kind == NameKind::Organisation {
            for initials in initials(locals[ix].name) {
                by_initials.entry(initials).or_default().push(ix);
            }
        }
    }
    for &ix in by_key.values().filter(|&&it| is_abbreviation(locals[it].name)) {
        let letters: String = locals[ix].name.chars().filter(|it| *it != '.').collect();
        let Some(long) = by_initials.get(&letters) else { continue };
        let mut roots: Vec<LocalIx> = long.iter().map(|&it| groups.root(it)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let &[only] = roots.as_slice() {
            groups.join_even_within(only, ix);
        }
    }
}

/// The initials of a name of two words or more, with and without its small words.
fn initials(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split([' ', '-']).filter(|it| !it.is_empty()).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let take = |keep: &dyn Fn(&str) -> bool| -> String {
        let kept = words.iter().filter(|it| keep(it));
        kept.filter_map(|it| it.chars().next()).flat_map(char::to_uppercase).collect()
    };
    let mut found = vec![take(&|it| it.starts_with(char::is_uppercase)), take(&|_| true)];
    found.dedup();
    found.retain(|it| it.chars().count() >= 2);
    found
}

/// “Justice Department” is the “U.S. Justice Department” where the story has no other country’s.
fn join_national(by_key: &BTreeMap<String, LocalIx>, groups: &mut Groups) {
    let mut longer: BTreeMap<String, Vec<LocalIx>> = BTreeMap::new();
    for (key, &ix) in by_key {
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() < 3 || !words.iter().any(|it| is_office(it)) {
            continue;
        }
        for at in 0..words.len() {
            let mut rest = words.clone();
            rest.remove(at);
            longer.entry(rest.join(" ")).or_default().push(ix);
        }
    }
    for (key, &ix) in by_key {
        if let Some(&[only]) = longer.get(key).map(Vec::as_slice)
            && key.split(' ').any(is_office)
        {
            groups.join_even_within(only, ix);
        }
    }
}
