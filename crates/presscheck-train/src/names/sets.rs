//! The labelled sets, brought to one form.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use presscheck::model::NameKind;
use serde::Deserialize;

/// A text and its names.
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) names: Vec<Label>,
    /// What of the text was labelled, in bytes; empty where all of it was.
    pub(crate) scored: Vec<(usize, usize)>,
}

/// A labelled name.
#[derive(Clone)]
pub(crate) struct Label {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: NameKind,
    /// Other kinds that are right.
    pub(crate) also: Vec<NameKind>,
    /// Whether it is neither asked for nor wrong.
    pub(crate) optional: bool,
}

/// The sets to learn from, and how much a name in each counts: Wikipedia's sentences are farther
/// from news, and re3d's labels are narrower.
pub(crate) const TAUGHT: &[(&str, f32)] = &[
    ("crossner", 0.5),
    ("gum", 1.0),
    ("meantime", 1.0),
    ("re3d", 0.7),
    ("wikigold", 0.8),
    ("uner-ewt-dev", 1.0),
    ("uner-ewt-test", 1.0),
];

/// The set that nothing is learned from.
pub(crate) const TEST: &str = "uner-pud";

/// Reads a set.
pub(crate) fn read(texts: &Path, name: &str) -> anyhow::Result<Vec<Document>> {
    match name.strip_prefix("uner-ewt-") {
        Some(part) => ewt(texts, part),
        None => labelled(&texts.join("names").join(name)),
    }
}

#[derive(Deserialize)]
struct ArticleRow {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct DocRow {
    doc: String,
    scored: Option<Vec<(usize, usize)>>,
}

#[derive(Deserialize)]
struct LabelRow {
    doc: String,
    start: usize,
    end: usize,
    kind: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    optional: bool,
}

fn rows<T: for<'a> Deserialize<'a>>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    text.lines().map(|it| Ok(serde_json::from_str(it)?)).collect()
}

fn labelled(folder: &Path) -> anyhow::Result<Vec<Document>> {
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for row in rows::<LabelRow>(&folder.join("gold.jsonl"))? {
        let Some(kind) = kind(&row.kind) else { continue };
        let also = row.also.iter().filter_map(|it| self::kind(it)).collect();
        let LabelRow { doc, start, end, optional, .. } = row;
        labels.entry(doc).or_default().push(Label { start, end, kind, also, optional });
    }
    let docs = rows::<DocRow>(&folder.join("docs.jsonl"))?;
    let mut scored: BTreeMap<String, Vec<(usize, usize)>> =
        docs.into_iter().filter_map(|it| Some((it.doc, it.scored?))).collect();
    let articles = rows::<ArticleRow>(&folder.join("articles.jsonl"))?;
    let document = |it: ArticleRow| {
        let mut names = labels.remove(&it.id).unwrap_or_default();
        names.sort_by_key(|it| it.start);
        Document { text: it.text, names, scored: scored.remove(&it.id).unwrap_or_default() }
    };
    Ok(articles.into_iter().map(document).collect())
}

fn kind(word: &str) -> Option<NameKind> {
    match word {
        "person" | "PER" => Some(NameKind::Person),
        "organisation" | "ORG" => Some(NameKind::Organisation),
        "place" | "LOC" => Some(NameKind::Place),
        _ => None,
    }
}

/// Universal NER’s labels of the English Web Treebank: words and labels in one file, the blanks
/// between them in the treebank.
fn ewt(texts: &Path, part: &str) -> anyhow::Result<Vec<Document>> {
    let file = format!("en_ewt-ud-{part}");
    let labels = texts.join("nlp/uner_english_ewt").join(format!("{file}.iob2"));
    let labels = fs::read_to_string(&labels)
        .with_context(|| format!("cannot read `{}`", labels.display()))?;
    let mut by_sentence: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for block in labels.split("\n\n") {
        let Some(id) = block.lines().find_map(|it| it.strip_prefix("# sent_id = ")) else {
            continue;
        };
        let words = block.lines().filter(|it| !it.starts_with('#')).filter_map(|it| {
            let mut columns = it.split('\t').skip(1);
            Some((columns.next()?, columns.next()?))
        });
        by_sentence.insert(id, words.collect());
    }
    let treebank = texts.join("nlp/ud_english_ewt").join(format!("{file}.conllu"));
    let mut documents: Vec<Document> = Vec::new();
    for sentence in crate::conllu::read(&treebank)? {
        if sentence.opens_document || documents.is_empty() {
            documents.push(Document { text: String::new(), names: vec![], scored: vec![] });
        }
        let Some(words) = by_sentence.get(sentence.id.as_str()) else { continue };
        let same = words.iter().map(|it| it.0).eq(sentence.words.iter().map(String::as_str));
        if let Some(document) = documents.last_mut().filter(|_| same) {
            add(document, &sentence, words);
        }
    }
    Ok(documents)
}

fn add(document: &mut Document, sentence: &crate::conllu::Sentence, words: &[(&str, &str)]) {
    let base = document.text.len();
    let mut runs_on = false;
    for ((word, label), start) in words.iter().zip(&sentence.starts) {
        let (start, end) = (base + start, base + start + word.len());
        match label.split_once('-') {
            Some(("I", _)) if runs_on => {
                if let Some(last) = document.names.last_mut() {
                    last.end = end;
                }
            }
            Some(("B", word)) => {
                runs_on = kind(word).is_some();
                document.names.extend(kind(word).map(|kind| Label {
                    start,
                    end,
                    kind,
                    also: vec![],
                    optional: false,
                }));
            }
            _ => runs_on = false,
        }
    }
    document.text.push_str(sentence.text.trim_end());
    document.text.push('\n');
}
