//! The `presscheck` command.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks")]

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};
use presscheck::model::{Article, Place};
use presscheck::read::Input;

/// Builds one verifiable record of a story from many outlets' articles.
#[derive(Parser)]
struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Groups articles into stories and compiles a record of each.
    Check {
        /// Files and folders.
        inputs: Vec<PathBuf>,
        /// Writes the record as JSON here, when the input is one story.
        #[arg(long)]
        json: Option<PathBuf>,
        /// Writes the report here, when the input is one story.
        #[arg(long)]
        html: Option<PathBuf>,
    },
    /// Prints annotated articles as JSON Lines.
    Annotate {
        /// Files and folders.
        inputs: Vec<PathBuf>,
    },
}

fn main() -> anyhow::Result<()> {
    match Options::parse().command {
        Command::Check { inputs, json, html } => {
            for record in presscheck::compile(read(&inputs)?) {
                if let Some(path) = &json {
                    std::fs::write(path, serde_json::to_vec(&record)?)?;
                }
                if let Some(path) = &html {
                    std::fs::write(path, presscheck::record::report(&record))?;
                }
                println!("{}", record.story.title);
            }
        }
        Command::Annotate { inputs } => {
            let mut out = std::io::stdout().lock();
            for it in presscheck::annotate_all(read(&inputs)?) {
                serde_json::to_writer(&mut out, &presscheck::record::article(&it))?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(())
}

fn read(inputs: &[PathBuf]) -> anyhow::Result<Vec<Article>> {
    let mut found = Vec::new();
    for path in inputs {
        read_path(path, &mut found)?;
    }
    Ok(found)
}

fn read_path(path: &Path, found: &mut Vec<Article>) -> anyhow::Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            read_path(&entry?.path(), found)?;
        }
        return Ok(());
    }
    let bytes = std::fs::read(path)?;
    let place = Place { path: Some(path.display().to_string()), url: None };
    found.extend(presscheck::read::articles(&Input { bytes: &bytes, place, ..Input::default() }));
    Ok(())
}
