//! What can be typed: commands, inputs and flags, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Tell the story of each article of a stream, as JSON Lines
    Stories(Stories),
    /// Tell which articles print one text, and whose it is, as JSON Lines
    Origins(Origins),
    /// Re-read every statement of a record and compare it with the sources
    Verify(Verify),
    /// Take articles into a workspace, and group them into stories there
    Ingest(Ingest),
    /// List the stories or the articles of a workspace
    List(List),
    /// Show a story, or an article with its versions
    Show(Show),
    /// Find words in the articles of a workspace
    Search(Search),
    /// Say what is new in the stories of a workspace since a moment
    Changes(Changes),
    /// Decide that stories are one
    Merge(Merge),
    /// Decide that articles of a story are a story of their own
    Split(Split),
    /// Write the records of a workspace as JSON, CSV or Markdown
    Export(Export),
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

/// `presscheck stories`
#[derive(Args)]
pub(crate) struct Stories {
    /// A file of JSON Lines in order of publication, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: String,

    /// Print the stories as they stand when all articles are known
    #[arg(long = "final", conflicts_with = "explain")]
    pub settled: bool,

    /// Print what this article shares with its story and with the nearest other one
    #[arg(long, value_name = "ID")]
    pub explain: Option<String>,

    /// Hold to what a person decided: lines of `{"a","b","decision"}`, `together` or `apart`
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,

    /// Say nothing but what failed
    #[arg(short, long)]
    pub quiet: bool,
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

    #[command(flatten)]
    pub fetching: Fetching,

    /// Take nothing from an `articles.json` beside the articles
    #[arg(long)]
    pub no_sidecar: bool,

    /// Say nothing but what failed; `check` prints no summary
    #[arg(short, long)]
    pub quiet: bool,
}

/// `presscheck ingest`
#[derive(Args)]
pub(crate) struct Ingest {
    #[command(flatten)]
    pub workspace: InWorkspace,

    #[command(flatten)]
    pub inputs: Inputs,

    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// `presscheck list`
#[derive(Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub workspace: InWorkspace,

    /// List the articles in place of the stories
    #[arg(long)]
    pub articles: bool,

    /// List the articles of this story
    #[arg(long, value_name = "STORY")]
    pub story: Option<String>,

    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// `presscheck show`
#[derive(Args)]
pub(crate) struct Show {
    /// The id of a story or an article, or the beginning of one
    #[arg(value_name = "ID")]
    pub id: String,

    #[command(flatten)]
    pub workspace: InWorkspace,

    /// Show the story as it was at this moment (`2031-05-17`, `2031-05-17T09:00Z`, `36h` ago)
    #[arg(long, value_name = "MOMENT")]
    pub as_of: Option<String>,

    /// Print JSON: a story's record, or an article with its versions
    #[arg(long)]
    pub json: bool,
}

/// `presscheck search`
#[derive(Args)]
pub(crate) struct Search {
    /// Words that an article must hold; `"a phrase"`, `begin*`, `OR` and `NOT` are understood
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,

    #[command(flatten)]
    pub workspace: InWorkspace,

    /// Give no more articles than this
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub most: usize,

    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// Which workspace.
#[derive(Args)]
pub(crate) struct InWorkspace {
    /// The workspace: one SQLite file
    #[arg(short = 'w', long = "workspace", value_name = "FILE", default_value = "presscheck.db")]
    pub file: PathBuf,
}

/// `presscheck changes`
#[derive(Args)]
pub(crate) struct Changes {
    #[command(flatten)]
    pub workspace: InWorkspace,

    /// Since when (`2031-05-17`, `2031-05-17T09:00Z`, `36h` or `2d` ago)
    #[arg(long, value_name = "MOMENT")]
    pub since: String,

    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// `presscheck merge`
#[derive(Args)]
pub(crate) struct Merge {
    /// Stories that are one; the first one's id goes on
    #[arg(value_names = ["STORY", "STORY"], required = true, num_args = 2..)]
    pub stories: Vec<String>,

    #[command(flatten)]
    pub workspace: InWorkspace,
}

/// `presscheck split`
#[derive(Args)]
pub(crate) struct Split {
    /// A story, and those of its articles that are a story of their own
    #[arg(value_names = ["STORY", "ARTICLE"], required = true, num_args = 2..)]
    pub names: Vec<String>,

    #[command(flatten)]
    pub workspace: InWorkspace,
}

/// `presscheck export`
#[derive(Args)]
pub(crate) struct Export {
    /// The stories to export; all, where none is named
    #[arg(value_name = "STORY")]
    pub stories: Vec<String>,

    #[command(flatten)]
    pub workspace: InWorkspace,

    /// What to write: `json`, `csv` or `markdown`
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "json",
        hide_possible_values = true
    )]
    pub format: Format,

    /// Write to `DIR/<story>/` in place of standard output; JSON with the report and the evidence,
    /// for `verify`
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// In which form records leave a workspace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// The record.
    Json,
    /// A row for each place that bears a statement out.
    Csv,
    /// A page for people.
    Markdown,
}

/// How addresses are fetched.
#[derive(Args)]
pub(crate) struct Fetching {
    /// Fetch from private, loopback and link-local addresses too
    #[arg(long)]
    pub allow_private: bool,

    /// Fetch what feeds and lists lead to even where a site’s robots.txt asks robots not to
    #[arg(long)]
    pub ignore_robots: bool,

    /// A mail or web address under which a site can reach you; it is told to each with the request
    #[arg(long, value_name = "ADDRESS", value_parser = contact)]
    pub contact: Option<String>,
}

/// What may stand in a header of a request.
fn contact(given: &str) -> Result<String, String> {
    let is_plain = given.chars().all(|it| it.is_ascii_graphic() && !"()<>\\\"".contains(it));
    if given.is_empty() || !is_plain {
        return Err("write it like `ada@desk.example` or `https://desk.example/about`".to_owned());
    }
    Ok(given.to_owned())
}
