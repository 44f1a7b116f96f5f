//! Names, from openly licensed sets and from news that is invented.

pub(crate) mod common;
mod invented;
mod learn;
mod lessons;
mod organisations;
mod people;
mod score;
mod sets;

use std::fs;
use std::path::Path;

use presscheck::text::names::Model;

/// How much a name in invented news counts beside one in a labelled set. 0.3 and 0.7 were tried.
const INVENTED: f32 = 0.7;

/// Teaches the model on all sets and writes its weights; with `held_out`, the beginning of a set’s
/// name, teaches it on the others, scores it on that one and writes nothing.
pub(crate) fn teach(texts: &Path, held_out: Option<&str>) -> anyhow::Result<()> {
    let mut taught = Vec::new();
    let mut scored = Vec::new();
    for (name, weight) in sets::TAUGHT {
        let documents = sets::read(texts, name)?;
        if held_out.is_some_and(|it| name.starts_with(it)) {
            scored.extend(documents);
        } else {
            taught.push((documents, *weight));
        }
    }
    taught.push((invented::news(texts)?, INVENTED));
    if held_out == Some(sets::TEST) {
        scored = sets::read(texts, sets::TEST)?;
    }
    let bytes = learn::weights(&taught);
    println!("{} bytes", bytes.len());
    if held_out.is_some() {
        println!("{}", score::print(&Model::read(&bytes), &scored));
    } else {
        fs::write(crate::engine().join("text/names/weights.bin"), bytes)?;
    }
    Ok(())
}
