//! The `presscheck` command.
//!
//! Brings bytes to the engine and carries what it makes of them to files and the terminal. All
//! reading of files and addresses is in `fetch`; one file per command is in `commands`.

mod commands;
mod fetch;
mod messages;
mod options;
mod progress;
mod summary;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use self::options::Options;

/// Something could not run at all.
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    match commands::run(Options::parse()) {
        Ok(code) => code,
        // Whoever read our output has seen enough: `presscheck annotate … | head` is no failure.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            messages::failure(&error);
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        let json =
            cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.map(io::Error::kind).or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
