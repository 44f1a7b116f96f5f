//! The list of words that are also written small, from the texts that the models are taught on.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use presscheck::text::fold;

use super::sets;
use crate::conllu::Sentence;
use crate::tags;

const HEAD: &str = "# Words that the treebanks and sets of names which the models are taught on write with a small letter; sorted.\n";

/// Sets whose texts are not in the treebanks.
const SETS: [&str; 4] = ["crossner", "wikigold", "re3d", "meantime"];

/// Writes the list. Parts of speech and names are taught after it, since they look words up in it.
pub(crate) fn write(texts: &Path) -> anyhow::Result<()> {
    let mut words = BTreeSet::new();
    for name in SETS {
        for it in sets::read(texts, name)? {
            words.extend(it.text.split(|it: char| !it.is_ascii_alphabetic()).filter_map(small));
        }
    }
    for it in tags::common_texts(texts)? {
        words.extend(plain(&it));
    }
    let rows: String = words.iter().flat_map(|it| [it.as_str(), "\n"]).collect();
    fs::write(crate::engine().join("text/names/lists/common.txt"), format!("{HEAD}{rows}"))?;
    println!("{} words", words.len());
    Ok(())
}

/// What opens a piece of text in small letters: “low” of “lowPass”.
fn small(piece: &str) -> Option<String> {
    let end = piece.find(|it: char| !it.is_ascii_lowercase()).unwrap_or(piece.len());
    piece.get(..end).filter(|it| it.len() > 1).map(str::to_owned)
}

/// The words of a sentence in small letters, without names: the web writes those small too.
fn plain(sentence: &Sentence) -> impl Iterator<Item = String> {
    let words = sentence.words.iter().zip(&sentence.tags);
    let plain = words.filter(|it| it.1.universal() != "PROPN").map(|it| it.0);
    let small = plain.filter(|it| it.chars().all(char::is_lowercase));
    small.map(|it| fold::word(it)).filter(|it| it.len() > 1)
}
