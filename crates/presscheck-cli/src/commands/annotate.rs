//! `presscheck annotate`: what was found in each article, as JSON Lines.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use crate::fetch::{self, KeepBytes};
use crate::messages::Messages;
use crate::options::Annotate;

pub(super) fn run(options: &Annotate) -> anyhow::Result<ExitCode> {
    let mut messages = Messages::new(options.inputs.quiet);
    let fetched = fetch::articles(&options.inputs, KeepBytes::No, &mut messages)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for it in presscheck::annotate_all(fetched.articles) {
        serde_json::to_writer(&mut out, &presscheck::record::article(&it))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
