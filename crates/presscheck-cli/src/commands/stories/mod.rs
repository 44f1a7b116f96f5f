//! `presscheck stories`: the story of each article of a stream, as JSON Lines.

mod lines;
mod pace;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use presscheck::relate::{Bond, Common, Stream};
use serde::{Deserialize, Serialize};

use self::lines::{Line, Lines, Next, Read};
use self::pace::Pace;
use crate::messages::{Messages, Stop, reason};
use crate::options::Stories;

/// What is printed of one article.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    /// The id of the story’s first article.
    story: &'a str,
}

/// A line of the file of decisions.
#[derive(Deserialize)]
struct Decision {
    a: String,
    b: String,
    #[serde(rename = "decision")]
    bond: Decided,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Decided {
    Together,
    Apart,
}

/// What is known of a stream beside its articles’ terms.
struct State {
    stream: Stream,
    /// The articles’ ids, and for each story its first article.
    ids: Vec<String>,
    firsts: Vec<usize>,
    /// For an id that decisions name: the others, and the article once it has come.
    decisions: BTreeMap<String, Vec<(String, Bond)>>,
    decided: BTreeMap<String, usize>,
    /// The article to explain: its number and what was read of it.
    wanted: Option<(usize, Read)>,
}

pub(super) fn run(options: &Stories) -> anyhow::Result<ExitCode> {
    let mut messages = Messages::new(options.quiet);
    let (input, bytes) = open(&options.file)?;
    let mut state = State {
        stream: Stream::new(),
        ids: Vec::new(),
        firsts: Vec::new(),
        decisions: decisions(options.decisions.as_deref())?,
        decided: BTreeMap::new(),
        wanted: None,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let at_once = !options.settled && options.explain.is_none();
    let mut pace = Pace::new(&messages, bytes);
    thread::scope(|scope| -> anyhow::Result<()> {
        let mut lines = Lines::read(input, scope);
        for number in 1.. {
            let next = match lines.take() {
                Next::Wait => {
                    out.flush()?;
                    lines.wait()
                }
                next => next,
            };
            let Next::Line(line) = next else { break };
            match line.map_err(|error| Stop::cannot_read(&options.file, &error))? {
                Ok(None) => {}
                Ok(Some(line)) => {
                    pace.tell(line.bytes);
                    let story = state.add(line, options.explain.as_deref());
                    if at_once {
                        state.answer(&mut out, state.ids.len() - 1, state.firsts[story])?;
                    }
                }
                Err(why) => {
                    pace.clear();
                    messages.unread(&format!("{} line {number}", options.file), &why, None);
                }
            }
        }
        Ok(())
    })?;
    pace.clear();
    if let Some(id) = &options.explain {
        state.explain(&mut out, id)?;
    } else if options.settled {
        state.print_settled(&mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The input and, where it is a file, its bytes.
fn open(name: &str) -> anyhow::Result<(Box<dyn BufRead + Send>, Option<u64>)> {
    if name == "-" {
        return Ok((Box::new(BufReader::new(io::stdin())), None));
    }
    let file = File::open(name).map_err(|error| Stop::cannot_read(name, &error))?;
    let bytes = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|it| it.len());
    Ok((Box::new(BufReader::with_capacity(1 << 16, file)), bytes))
}

/// What a person decided, from both sides.
fn decisions(path: Option<&Path>) -> anyhow::Result<BTreeMap<String, Vec<(String, Bond)>>> {
    let mut found: BTreeMap<String, Vec<(String, Bond)>> = BTreeMap::new();
    let Some(path) = path else { return Ok(found) };
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Stop::cannot_read(&name, &error))?;
    for (number, line) in (1..).zip(text.lines()).filter(|it| !it.1.trim().is_empty()) {
        let it: Decision = serde_json::from_str(line).map_err(|error| {
            Stop::because(
                format!("cannot read `{name}` line {number}: {error}"),
                "a line is {\"a\": id, \"b\": id, \"decision\": \"together\" or \"apart\"}",
            )
        })?;
        let bond = match it.bond {
            Decided::Together => Bond::Together,
            Decided::Apart => Bond::Apart,
        };
        found.entry(it.a.clone()).or_default().push((it.b.clone(), bond));
        found.entry(it.b).or_default().push((it.a, bond));
    }
    Ok(found)
}

impl State {
    /// Takes in an article and returns the number of its story.
    fn add(&mut self, line: Line, wanted: Option<&str>) -> usize {
        let number = self.ids.len();
        let about = self.decisions.get(&line.id).map_or(&[][..], Vec::as_slice);
        let earlier = about.iter().filter_map(|it| Some((*self.decided.get(&it.0)?, it.1)));
        let earlier: Vec<(usize, Bond)> = earlier.collect();
        let story = self.stream.add(&line.terms, &earlier);
        if story == self.firsts.len() {
            self.firsts.push(number);
        }
        if !about.is_empty() {
            self.decided.insert(line.id.clone(), number);
        }
        if wanted == Some(line.id.as_str()) {
            self.wanted = Some((number, line.read));
        }
        self.ids.push(line.id);
        story
    }

    fn answer(&self, out: &mut impl Write, article: usize, first: usize) -> anyhow::Result<()> {
        let (id, story) = (&self.ids[article], &self.ids[first]);
        serde_json::to_writer(&mut *out, &Answer { id, story })?;
        out.write_all(b"\n")?;
        Ok(())
    }

    /// Prints the stories as they stand when all is known.
    fn print_settled(&mut self, out: &mut impl Write) -> anyhow::Result<()> {
        let mut first = vec![0; self.ids.len()];
        for group in self.stream.settle() {
            for &it in &group {
                first[it] = group[0];
            }
        }
        (0..first.len()).try_for_each(|it| self.answer(out, it, first[it]))
    }

    /// Prints why an article stands in its story.
    fn explain(&mut self, out: &mut impl Write, id: &str) -> anyhow::Result<()> {
        let unknown = || Stop::because(format!("no article has the id `{id}`"), "check the id");
        let (number, read) = self.wanted.take().ok_or_else(unknown)?;
        let found = self.stream.explain(number, &read.told()).ok_or_else(unknown)?;
        let with: Vec<_> = found.with.iter().map(|it| self.common(it)).collect();
        let explanation = serde_json::json!({
            "id": id,
            "story": self.ids[self.firsts[found.story]],
            "with": with,
            "rival": found.rival.as_ref().map(|it| self.common(it)),
        });
        serde_json::to_writer_pretty(&mut *out, &explanation)?;
        out.write_all(b"\n")?;
        Ok(())
    }

    fn common(&self, it: &Common) -> serde_json::Value {
        let two_places = |it: f32| (f64::from(it) * 100.0).round() / 100.0;
        let shared = it.shared.iter().map(|it| {
            let weight = two_places(it.weight);
            serde_json::json!({ "kind": it.kind, "words": it.words, "weight": weight })
        });
        serde_json::json!({
            "id": self.ids[it.article],
            "story": self.ids[self.firsts[it.story]],
            "likeness": two_places(it.likeness),
            "days": it.days,
            "shared": shared.collect::<Vec<_>>(),
        })
    }
}

impl Stop {
    fn cannot_read(name: &str, error: &io::Error) -> anyhow::Error {
        Stop::because(format!("cannot read `{name}`: {}", reason(error)), "check the name")
    }
}
