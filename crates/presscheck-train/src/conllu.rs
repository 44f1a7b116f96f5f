//! CoNLL-U: sentences with a tag for each word, as Universal Dependencies writes them.

use std::fs;
use std::path::Path;

use anyhow::Context;
use presscheck::text::tags::Tag;

/// A sentence and the tags of its words.
#[derive(Clone)]
pub(crate) struct Sentence {
    /// What the treebank calls it.
    pub(crate) id: String,
    /// Whether it is the first of its document.
    pub(crate) opens_document: bool,
    /// The words, as the treebank cuts them.
    pub(crate) words: Vec<String>,
    /// Their tags.
    pub(crate) tags: Vec<Tag>,
    /// The words as text.
    pub(crate) text: String,
    /// Where each word begins in the text, in bytes.
    pub(crate) starts: Vec<usize>,
}

/// The sentences of a file.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Sentence>> {
    let file =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    Ok(file.split("\n\n").map(sentence).filter(|it| !it.words.is_empty()).collect())
}

fn sentence(block: &str) -> Sentence {
    let mut found = Sentence {
        id: block
            .lines()
            .find_map(|it| it.strip_prefix("# sent_id = "))
            .unwrap_or_default()
            .to_owned(),
        opens_document: block.lines().any(|it| it.starts_with("# newdoc")),
        words: Vec::new(),
        tags: Vec::new(),
        text: String::new(),
        starts: Vec::new(),
    };
    // Words up to this one are pieces of a token that is written in one.
    let mut joined_to = 0;
    for line in block.lines().filter(|it| !it.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, xpos, features, .., misc] = columns.as_slice() else { continue };
        let glued = misc.split('|').any(|it| it == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            joined_to = last.parse().unwrap_or(0);
            continue;
        }
        let Ok(nth) = id.parse::<usize>() else { continue };
        found.words.push((*form).to_owned());
        found.tags.push(tag(upos, xpos, features));
        found.starts.push(found.text.len());
        found.text.push_str(form);
        if nth >= joined_to && !glued {
            found.text.push(' ');
        }
    }
    found
}

/// The tag for what a treebank says of a word.
fn tag(upos: &str, xpos: &str, features: &str) -> Tag {
    let is = |feature: &str| features.split('|').any(|it| it == feature);
    match upos {
        "NOUN" if xpos == "NNS" || is("Number=Plur") => Tag::NounPlural,
        "VERB" => match xpos {
            "VBD" => Tag::VerbPast,
            "VBZ" | "VBP" => Tag::VerbPresent,
            "VBG" => Tag::VerbGerund,
            "VBN" => Tag::VerbParticiple,
            "VB" => Tag::VerbBase,
            _ if is("VerbForm=Ger") => Tag::VerbGerund,
            _ if is("VerbForm=Part") => Tag::VerbParticiple,
            _ => Tag::VerbBase,
        },
        _ => Tag::ALL.iter().copied().find(|it| it.universal() == upos).unwrap_or(Tag::Other),
    }
}
