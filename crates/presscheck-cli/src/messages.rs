//! What the command says on standard error: each message names a thing, says what happened, and
//! offers the next step.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};

/// A reason that ends the command, with what to try next.
#[derive(Debug)]
pub(crate) struct Stop {
    /// What happened.
    pub what: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Stop {
    /// A reason and a next step.
    pub(crate) fn new(what: impl Into<String>, hint: impl Into<String>) -> anyhow::Error {
        anyhow::Error::new(Self { what: what.into(), hint: Some(hint.into()) })
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl Error for Stop {}

/// Says why the command ends.
pub(crate) fn failure(error: &anyhow::Error) {
    let mut text = format!("error: {error}\n");
    for cause in error.chain().skip(1) {
        text.push_str(&format!("caused by: {cause}\n"));
    }
    if let Some(hint) = error.downcast_ref::<Stop>().and_then(|it| it.hint.as_ref()) {
        text.push_str(&format!("hint: {hint}\n"));
    }
    print(&text);
}

/// Messages on the way, and whether they are wanted.
#[derive(Debug)]
pub(crate) struct Messages {
    quiet: bool,
    /// How many inputs could not be read.
    pub n_unread: usize,
}

impl Messages {
    /// Where `quiet`, only what failed is said.
    pub(crate) fn new(quiet: bool) -> Self {
        Self { quiet, n_unread: 0 }
    }

    /// Something worth knowing that is no failure.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            print(&format!("{text}\n"));
        }
    }

    /// An input that is skipped because it cannot be read.
    pub(crate) fn unread(&mut self, name: &str, why: &str, hint: Option<&str>) {
        self.n_unread += 1;
        let hint = hint.map(|it| format!("hint: {it}\n")).unwrap_or_default();
        print(&format!("cannot read `{name}`: {why}\n{hint}"));
    }
}

/// Standard error may be closed; there is nobody left to tell then.
fn print(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `1 article`, `2 articles`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
