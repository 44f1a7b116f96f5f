//! What the recipes of the learned judges need: the rows of features of a page's lines.

use super::form::Form;
use super::{Input, charset, form, html, parts, unpack};

/// A line or block and the features by which it is judged.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its words.
    pub text: String,
    /// Its features.
    pub row: Vec<u8>,
}

/// The samples of one page or plain text, in its order; empty where the bytes hold none.
pub fn samples(input: &Input<'_>) -> Vec<Sample> {
    let bytes = unpack::bytes(input.bytes).bytes;
    let form = form::of(&bytes, input);
    let decoded = charset::decode(&bytes, input.media_type, form == Form::Page);
    let found = match form {
        Form::Page => html::samples(&decoded, input.place.url.as_deref()),
        Form::Plain => parts::samples(&decoded.text),
        Form::JsonLines | Form::NoText(_) => Vec::new(),
    };
    found.into_iter().map(|(text, row)| Sample { text, row }).collect()
}
