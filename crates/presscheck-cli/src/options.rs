//! What can be typed: commands, inputs and flags, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Builds one verifiable record of a story from many outlets' articles
#[derive(Parser)]
#[command(name = "presscheck", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Options {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Results go to standard output, messages to standard error.
Exit codes: 0 done; 1 done, but something does not hold (verify); 2 could not run.";

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Group articles into stories and compile a record of each
    Check(Check),
    /// Print what was found in each article, as JSON Lines
    Annotate(Annotate),
    /// Tell which articles print one text, and whose it is, as JSON Lines
    Origins(Origins),
    /// Re-read every statement of a record and compare it with the sources
    Verify(Verify),
}

/// `presscheck check`
#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Write record, report and evidence of each story to `DIR/<story>/`
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Write the record to this file, when the inputs tell one story (`-`: standard output)
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,

    /// Write the report to this file, when the inputs tell one story
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// `presscheck annotate`
#[derive(Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub inputs: Inputs,
}

/// `presscheck origins`
#[derive(Args)]
pub(crate) struct Origins {
    #[command(flatten)]
    pub inputs: Inputs,
}

/// `presscheck verify`
#[derive(Args)]
pub(crate) struct Verify {
    /// A record that `check` wrote
    #[arg(value_name = "RECORD")]
    pub record: PathBuf,
}

/// Where articles come from.
#[derive(Args)]
pub(crate) struct Inputs {
    /// Files (plain text, HTML, JSON Lines, feeds, OPML, sitemaps, WARC, each also gzipped), folders,
    /// http and https addresses, or `-` for standard input
    #[arg(value_name = "INPUT", required = true)]
    pub names: Vec<String>,

    /// Fetch from private, loopback and link-local addresses too
    #[arg(long)]
    pub allow_private: bool,

    /// Take nothing from an `articles.json` beside the articles
    #[arg(long)]
    pub no_sidecar: bool,

    /// Say nothing but what failed; `check` prints no summary
    #[arg(short, long)]
    pub quiet: bool,
}
