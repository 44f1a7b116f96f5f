//! Lines of JSON, read and cut into terms on several cores, in the order in which they stand.

use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, Scope};

use presscheck::relate::{Terms, Told};
use serde_json::Value;

/// An article of a line.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) terms: Terms,
    /// What was read of it.
    pub(super) read: Read,
    /// The bytes of the line.
    pub(super) bytes: u64,
}

/// The fields that say which story an article tells.
#[derive(Clone, Default)]
pub(super) struct Read {
    title: String,
    text: String,
    published: String,
    outlet: String,
    url: String,
}

impl Read {
    pub(super) fn told(&self) -> Told<'_> {
        // A moment begins with its day.
        let day = self.published.get(..10).and_then(|it| it.parse().ok());
        let (title, text) = (&self.title, &self.text);
        Told { title, text, day, outlet: &self.outlet, url: &self.url }
    }
}

/// What a line gave: an article, nothing where it is blank, or the reason why it cannot be read.
pub(super) type Parsed = Result<Option<Line>, String>;

/// Lines on their way. Each worker has every `n`th of them.
pub(super) struct Lines {
    workers: Vec<Receiver<io::Result<Parsed>>>,
    next: usize,
}

/// What stands next.
pub(super) enum Next {
    Line(io::Result<Parsed>),
    /// Nothing is ready: who waits for answers should have those that are.
    Wait,
    End,
}

/// Lines between two threads: enough that neither waits for the other over one long article.
const ON_THE_WAY: usize = 64;
const MOST_WORKERS: usize = 4;

impl Lines {
    /// Starts to read.
    pub(super) fn read<'scope>(
        input: Box<dyn BufRead + Send>,
        scope: &'scope Scope<'scope, '_>,
    ) -> Lines {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut senders: Vec<SyncSender<io::Result<Vec<u8>>>> = Vec::new();
        let mut workers = Vec::new();
        for _ in 0..cores.min(MOST_WORKERS) {
            let (to_worker, raw) = sync_channel::<io::Result<Vec<u8>>>(ON_THE_WAY);
            let (from_worker, parsed) = sync_channel(ON_THE_WAY);
            senders.push(to_worker);
            workers.push(parsed);
            scope.spawn(move || {
                for line in raw {
                    if from_worker.send(line.map(|it| parse(&it))).is_err() {
                        return;
                    }
                }
            });
        }
        scope.spawn(move || {
            for (line, to) in input.split(b'\n').zip(senders.iter().cycle()) {
                if to.send(line).is_err() {
                    return;
                }
            }
        });
        Lines { workers, next: 0 }
    }

    /// The next line, if it is there.
    pub(super) fn take(&mut self) -> Next {
        let line = self.workers[self.next].try_recv();
        match line {
            Ok(line) => self.passed(line),
            Err(TryRecvError::Empty) => Next::Wait,
            Err(TryRecvError::Disconnected) => Next::End,
        }
    }

    /// The next line, whenever it comes.
    pub(super) fn wait(&mut self) -> Next {
        match self.workers[self.next].recv() {
            Ok(line) => self.passed(line),
            Err(_) => Next::End,
        }
    }

    fn passed(&mut self, line: io::Result<Parsed>) -> Next {
        self.next = (self.next + 1) % self.workers.len();
        Next::Line(line)
    }
}

fn parse(line: &[u8]) -> Parsed {
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    // Only a first line may begin with a byte-order mark; elsewhere it would be no JSON either.
    let json = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let row: Value =
        serde_json::from_slice(json).map_err(|error| format!("it is not JSON: {error}"))?;
    let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let id = match row.get("id") {
        Some(Value::String(it)) if !it.is_empty() => it.clone(),
        Some(Value::Number(it)) => it.to_string(),
        _ => return Err("it has no `id`".to_owned()),
    };
    let read = Read {
        title: field("title"),
        text: field("text"),
        published: field("published"),
        outlet: field("outlet"),
        url: field("url"),
    };
    if read.text.trim().is_empty() {
        return Err(format!("the article `{id}` has no `text`"));
    }
    let terms = Terms::of(&read.told());
    Ok(Some(Line { id, terms, read, bytes: line.len() as u64 + 1 }))
}
