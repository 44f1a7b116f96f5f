//! `presscheck ingest`: articles into a workspace. What is printed of an article is printed when it
//! is there for good.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use presscheck_store::{Incoming, Receipt, Status, Workspace};

use super::desk::{self, now, stop};
use crate::fetch;
use crate::messages::{Messages, counted};
use crate::options::Ingest;

/// Articles that wait for one commit: a commit waits for the disk, and that is shared by them.
const MOST_WAITING: usize = 32;

/// Bytes that wait for one commit.
const MOST_BYTES: usize = 8_000_000;

/// So long an article may wait while others are read.
const LONGEST_WAIT: Duration = Duration::from_millis(100);

pub(super) fn run(options: &Ingest) -> anyhow::Result<ExitCode> {
    let mut messages = Messages::new(options.inputs.quiet);
    let mut workspace = Workspace::open_or_make(&options.workspace.file).map_err(stop)?;
    let run = workspace.begin(&options.inputs.names, &now()).map_err(stop)?;
    let mut intake = Intake {
        workspace,
        run,
        is_json: options.json,
        waiting: Vec::new(),
        n_bytes: 0,
        committed: Instant::now(),
        counts: [0; 3],
    };
    let read = fetch::each(&options.inputs, &mut messages, &mut |batch| {
        batch.incoming().into_iter().try_for_each(|it| intake.take(it))?;
        intake.commit_if_late()
    });
    // What was read before the end came is taken in all the same.
    intake.commit()?;
    read?;
    let Intake { mut workspace, counts, .. } = intake;
    workspace.end(run, &now()).map_err(stop)?;
    let n_stories = desk::settle(&mut workspace, &messages)?;
    let [new, changed, known] = counts;
    let stories = counted(n_stories, "story", "stories");
    messages.note(&format!(
        "{new} new, {changed} changed, {known} known; {stories} brought up to date"
    ));
    Ok(ExitCode::SUCCESS)
}

/// Articles on their way into the file.
struct Intake {
    workspace: Workspace,
    run: i64,
    is_json: bool,
    waiting: Vec<Incoming>,
    n_bytes: usize,
    committed: Instant,
    /// New, changed and known articles.
    counts: [usize; 3],
}

impl Intake {
    fn take(&mut self, it: Incoming) -> anyhow::Result<()> {
        self.n_bytes += it.source.bytes.len();
        self.waiting.push(it);
        if self.waiting.len() >= MOST_WAITING || self.n_bytes >= MOST_BYTES {
            self.commit()?;
        }
        Ok(())
    }

    fn commit_if_late(&mut self) -> anyhow::Result<()> {
        if self.committed.elapsed() >= LONGEST_WAIT { self.commit() } else { Ok(()) }
    }

    /// Puts what waits into the file, and then says so.
    fn commit(&mut self) -> anyhow::Result<()> {
        if !self.waiting.is_empty() {
            let receipts = self.workspace.take(self.run, &self.waiting, &now()).map_err(stop)?;
            self.waiting.clear();
            self.n_bytes = 0;
            for it in &receipts {
                self.counts[it.status as usize] += 1;
            }
            self.acknowledge(&receipts)?;
        }
        self.committed = Instant::now();
        Ok(())
    }

    fn acknowledge(&self, receipts: &[Receipt]) -> anyhow::Result<()> {
        let mut text = String::new();
        for it in receipts {
            text.push_str(&if self.is_json { serde_json::to_string(it)? } else { line(it) });
            text.push('\n');
        }
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }
}

/// `changed a1b2c3d4e5f6 (version 2) Vik Daily: Ferry sinks off Vik`.
fn line(it: &Receipt) -> String {
    let version = match it.status {
        Status::New => String::new(),
        Status::Changed | Status::Known => format!(" (version {})", it.version),
    };
    let outlet = it.outlet.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
    let title = it.title.as_ref().or(it.place.as_ref()).map_or("", String::as_str);
    let words = crate::summary::one_line(&format!("{outlet}{title}"));
    format!("{:7} {}{version} {words}", it.status.word(), it.article)
}
