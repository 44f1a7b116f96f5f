//! Parts of speech, from the English Web Treebank and GUM.

mod corpus;
mod learn;
mod score;

use std::fs;
use std::path::Path;

use presscheck::text::tags::Tag;

use crate::conllu::Sentence;

/// Teaches the tagger and writes its two tables.
pub(crate) fn teach(texts: &Path) -> anyhow::Result<()> {
    let corpus = corpus::read(texts)?;
    println!("{} sentences to learn from", corpus.train.len());
    let learned = learn::perceptron(&corpus.train, |model| {
        println!("dev {:.2}", score::accuracy(model, &corpus.dev));
    });
    let folder = crate::engine().join("text/tags");
    for (name, bytes) in [("known.bin", &learned.known), ("weights.bin", &learned.weights)] {
        fs::write(folder.join(name), bytes)?;
        println!("{name}: {} bytes", bytes.len());
    }
    let model = presscheck::text::tags::Model::read(&learned.known, &learned.weights);
    for (name, sentences) in corpus.scored() {
        println!("{name}: {:.2}% of words", score::accuracy(&model, sentences));
        println!("{name}: {:.2}% of tokens cut from the text", score::of_tokens(&model, sentences));
    }
    Ok(())
}

/// The training part of the English Web Treebank and all of GUM's genres that may ship.
pub(crate) fn common_texts(texts: &Path) -> anyhow::Result<Vec<Sentence>> {
    let corpus::Corpus { mut train, dev, gum_test, .. } = corpus::read(texts)?;
    train.extend(dev.into_iter().filter(|it| it.id.starts_with("GUM")));
    train.extend(gum_test);
    Ok(train)
}

/// Whether two tags are one universal part of speech.
fn agree(a: Tag, b: Tag) -> bool {
    a.universal() == b.universal()
}

/// A sentence with capitals as in headlines: every word in large letters, or each one’s first.
fn shouted(sentence: &Sentence, all: bool) -> Sentence {
    let mut shouted = sentence.clone();
    for word in &mut shouted.words {
        *word = if all { word.to_uppercase() } else { capital(word) };
    }
    shouted
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |it| it.to_uppercase().chain(chars).collect())
}
