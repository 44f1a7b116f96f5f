//! Which texts the tagger learns from, and which it is scored on.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::conllu::{self, Sentence};

/// The texts by their use.
pub(crate) struct Corpus {
    /// To learn from: the training parts of both treebanks.
    pub(crate) train: Vec<Sentence>,
    /// To choose by: the development parts.
    pub(crate) dev: Vec<Sentence>,
    /// The test part of the English Web Treebank.
    pub(crate) ewt_test: Vec<Sentence>,
    /// The test part of GUM.
    pub(crate) gum_test: Vec<Sentence>,
}

impl Corpus {
    /// What is scored, by name.
    pub(crate) fn scored(&self) -> [(&str, &[Sentence]); 3] {
        [("dev", &self.dev), ("EWT test", &self.ewt_test), ("GUM test", &self.gum_test)]
    }
}

/// GUM’s genres whose texts may be learned from and shipped.
const GENRES: &[&str] =
    &["academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage"];

pub(crate) fn read(texts: &Path) -> anyhow::Result<Corpus> {
    let ewt = texts.join("nlp/ud_english_ewt");
    let mut corpus = Corpus {
        train: ewt_train(&ewt)?,
        dev: conllu::read(&ewt.join("en_ewt-ud-dev.conllu"))?,
        ewt_test: conllu::read(&ewt.join("en_ewt-ud-test.conllu"))?,
        gum_test: Vec::new(),
    };
    gum(&texts.join("nlp/gum"), &mut corpus)?;
    Ok(corpus)
}

/// The training part, from its single documents in the order of the release.
fn ewt_train(ewt: &Path) -> anyhow::Result<Vec<Sentence>> {
    let folder = ewt.join("not-to-release");
    let list = folder.join("file-lists/files.train");
    let list =
        fs::read_to_string(&list).with_context(|| format!("cannot read `{}`", list.display()))?;
    let mut found = Vec::new();
    for name in list.split_whitespace() {
        found.extend(conllu::read(&folder.join("sources").join(name))?);
    }
    Ok(found)
}

fn gum(gum: &Path, corpus: &mut Corpus) -> anyhow::Result<()> {
    let splits = fs::read_to_string(gum.join("splits.md"))?;
    let part = |document: &str| {
        let mut part = "train";
        for line in splits.lines() {
            part = line.strip_prefix("## ").unwrap_or(part);
            if line.trim_start_matches([' ', '*']) == document {
                return part;
            }
        }
        "train"
    };
    let mut paths: Vec<_> =
        fs::read_dir(gum.join("dep"))?.map(|it| Ok(it?.path())).collect::<anyhow::Result<_>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let genre = name.split('_').nth(1).unwrap_or_default();
        if !GENRES.contains(&genre) || path.extension().is_none_or(|it| it != "conllu") {
            continue;
        }
        match part(&name) {
            "train" => &mut corpus.train,
            "dev" => &mut corpus.dev,
            _ => &mut corpus.gum_test,
        }
        .extend(conllu::read(&path)?);
    }
    Ok(())
}
