//! The commands, one file each.

mod annotate;
mod changes;
mod check;
mod desk;
mod export;
mod ingest;
mod list;
mod merge;
mod origins;
mod search;
mod show;
mod stories;
mod verify;

use std::process::ExitCode;

use crate::options::{Command, Options};

/// Runs the command that was typed.
pub(crate) fn run(options: Options) -> anyhow::Result<ExitCode> {
    match options.command {
        Command::Check(it) => check::run(&it),
        Command::Annotate(it) => annotate::run(&it),
        Command::Origins(it) => origins::run(&it),
        Command::Stories(it) => stories::run(&it),
        Command::Verify(it) => verify::run(&it),
        Command::Ingest(it) => ingest::run(&it),
        Command::List(it) => list::run(&it),
        Command::Show(it) => show::run(&it),
        Command::Search(it) => search::run(&it),
        Command::Changes(it) => changes::run(&it),
        Command::Merge(it) => merge::merge(&it),
        Command::Split(it) => merge::split(&it),
        Command::Export(it) => export::run(&it),
    }
}
