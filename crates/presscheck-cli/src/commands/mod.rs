//! The commands, one file each.

mod annotate;
mod check;
mod origins;
mod verify;

use std::process::ExitCode;

use crate::options::{Command, Options};

/// Runs the command that was typed.
pub(crate) fn run(options: Options) -> anyhow::Result<ExitCode> {
    match options.command {
        Command::Check(it) => check::run(&it),
        Command::Annotate(it) => annotate::run(&it),
        Command::Origins(it) => origins::run(&it),
        Command::Verify(it) => verify::run(&it),
    }
}
