//! Inputs: from what was typed to articles, with the bytes they were read from.
//!
//! One input that cannot be read is said on standard error and skipped; the rest goes on.

mod evidence;
mod files;
mod incoming;
mod sidecar;
mod together;
mod web;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use presscheck::model::{Article, Place};
use presscheck::read::{self, Members, StatedOutside};

pub(crate) use self::evidence::{Evidence, again};
use self::files::shown;
use self::sidecar::Sidecars;
use self::together::{Named, Taken};
use self::web::{Answer, Asker, Web};
use crate::messages::{Messages, Stop, counted, reason};
use crate::options::Inputs;

/// Whether the bytes of the articles are wanted after reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum KeepBytes {
    /// They will be written beside the record.
    Yes,
    /// Only the articles are wanted.
    No,
}

/// What the inputs gave.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// The articles, in the order of the inputs.
    pub articles: Vec<Article>,
    /// The bytes they were read from, where these are wanted.
    pub evidence: Evidence,
}

/// Bytes from one place, before they are read.
#[derive(Debug, Default)]
struct Raw {
    bytes: Vec<u8>,
    place: Place,
    media_type: Option<String>,
    stated: StatedOutside,
}

impl Raw {
    fn input(&self) -> read::Input<'_> {
        read::Input {
            bytes: &self.bytes,
            place: self.place.clone(),
            media_type: self.media_type.as_deref(),
            stated: self.stated.clone(),
        }
    }
}

impl From<read::Member> for Raw {
    fn from(it: read::Member) -> Raw {
        let read::Member { bytes, place, media_type, stated } = it;
        Raw { bytes, place, media_type, stated }
    }
}

/// Articles that one input gave, with its bytes.
#[derive(Debug)]
pub(crate) struct Batch {
    articles: Vec<Article>,
    raw: Raw,
}

/// From what was typed an outline leads to feeds, and a feed to pages.
const MOST_HOPS: usize = 2;

/// So many addresses of one list are fetched; a sitemap may have 50,000.
const MOST_LINKS: usize = 200;

/// Reads all inputs. Fails only when not one of them gave an article.
pub(crate) fn articles(
    options: &Inputs,
    keep: KeepBytes,
    messages: &mut Messages,
) -> anyhow::Result<Fetched> {
    let mut fetched = Fetched { articles: Vec::new(), evidence: Evidence::default() };
    each(options, messages, &mut |it| {
        if keep == KeepBytes::Yes {
            fetched.evidence.keep(&it.articles, it.raw);
        }
        fetched.articles.extend(it.articles);
        Ok(())
    })?;
    Ok(fetched)
}

/// Reads all inputs and hands on what each gives as soon as it is read; stops where `take` fails.
/// Fails itself only when not one of them gave an article.
pub(crate) fn each(
    options: &Inputs,
    messages: &mut Messages,
    take: &mut dyn FnMut(Batch) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut intake = Intake {
        options,
        web: Web::new(&options.fetching),
        sidecars: Sidecars::default(),
        seen: BTreeSet::new(),
        seen_links: BTreeSet::new(),
        n_articles: 0,
        hand_on: take,
        stopped: Ok(()),
    };
    for name in &options.names {
        intake.take(name, messages);
    }
    intake.stopped?;
    for note in intake.sidecars.notes() {
        messages.note(&note);
    }
    if intake.n_articles == 0 {
        return Err(nothing_read(options, messages));
    }
    Ok(())
}

fn nothing_read(options: &Inputs, messages: &Messages) -> anyhow::Error {
    let hint = "give pages, texts, JSON Lines, feeds or web archives: files, folders or addresses";
    if messages.n_unread > 0 {
        let unread = counted(messages.n_unread, "input", "inputs");
        return Stop::because(format!("no article to work on: {unread} could not be read"), hint);
    }
    let names: Vec<String> = options.names.iter().map(|it| format!("`{it}`")).collect();
    Stop::because(format!("no article in {}", names.join(", ")), hint)
}

/// Takes in one input after the other.
struct Intake<'a> {
    options: &'a Inputs,
    web: Web,
    sidecars: Sidecars,
    /// Files already read: a folder and a file in it may both be named.
    seen: BTreeSet<PathBuf>,
    /// Addresses that lists led to: two feeds may have one page.
    seen_links: BTreeSet<String>,
    n_articles: usize,
    /// Takes what was read.
    hand_on: &'a mut dyn FnMut(Batch) -> anyhow::Result<()>,
    /// Why nothing more is wanted, where that is so.
    stopped: anyhow::Result<()>,
}

impl Intake<'_> {
    fn take(&mut self, name: &str, messages: &mut Messages) {
        if self.stopped.is_err() {
            return;
        }
        if name == "-" {
            self.take_stdin(messages);
        } else if web::is_address(name) {
            self.take_address(name, StatedOutside::default(), 0, messages);
        } else if Path::new(name).is_dir() {
            self.take_folder(Path::new(name), messages);
        } else {
            self.take_file(Path::new(name), messages);
        }
    }

    /// Takes what stands at an address; `hops` lists led there from what was typed.
    fn take_address(
        &mut self,
        url: &str,
        stated: StatedOutside,
        hops: usize,
        messages: &mut Messages,
    ) {
        let asker = if hops == 0 { Asker::Person } else { Asker::List };
        match self.web.get(url, asker, None) {
            Ok(Answer::Page(it)) => self.read(url, Raw { stated, ..it.raw }, hops, messages),
            Ok(Answer::Unchanged) => {}
            Err(it) => messages.unread(url, &it.stop.what, it.stop.hint.as_deref()),
        }
    }

    fn take_stdin(&mut self, messages: &mut Messages) {
        let mut bytes = Vec::new();
        match std::io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => {
                let place = Place { path: Some("-".to_owned()), url: None };
                self.read("-", Raw { bytes, place, ..Raw::default() }, 0, messages);
            }
            Err(error) => messages.unread("-", &reason(&error), None),
        }
    }

    fn take_folder(&mut self, folder: &Path, messages: &mut Messages) {
        let before = self.n_articles;
        let found = files::in_folder(folder);
        for (path, error) in &found.unread {
            messages.unread(&shown(path), &reason(error), None);
        }
        if let Some(note) = files::skipped_note(folder, &found.skipped) {
            messages.note(&note);
        }
        let n_files = found.files.len();
        self.take_files(found.files, messages);
        if self.n_articles == before && n_files == 0 {
            messages.note(&format!("no article in folder `{}`", shown(folder)));
        }
    }

    fn take_file(&mut self, path: &Path, messages: &mut Messages) {
        if sidecar::is_sidecar(path) && !self.options.no_sidecar {
            let hint = "name the folder, or read it all the same with `--no-sidecar`";
            return messages.unread(&shown(path), "it lists articles and is none", Some(hint));
        }
        self.take_files(vec![path.to_owned()], messages);
    }

    /// Takes files in their order, some hundred at once.
    fn take_files(&mut self, paths: Vec<PathBuf>, messages: &mut Messages) {
        let n = paths.len();
        let mut paths = paths.into_iter();
        let mut n_before = 0;
        let progress = messages.progress();
        while n_before < n && self.stopped.is_ok() {
            let some: Vec<PathBuf> = paths.by_ref().take(together::AT_ONCE).collect();
            let n_some = some.len();
            let files = some.into_iter().filter_map(|it| self.once(it)).collect();
            let taken =
                together::read(files, &|n_done| progress.tell("reading", n_before + n_done, n));
            progress.clear();
            for (path, taken) in taken {
                let name = shown(&path);
                match taken {
                    Taken::Articles(raw, read) => self.put(&name, raw, read, messages),
                    Taken::Holder(held) => self.take_held(&name, held, 0, messages),
                    Taken::Unread(it) => messages.unread(&name, &it.what, it.hint.as_deref()),
                }
            }
            n_before += n_some;
        }
    }

    /// The file with what is stated of it beside it; `None` where it has been read before.
    fn once(&mut self, path: PathBuf) -> Option<Named> {
        if let Ok(whole) = path.canonicalize()
            && !self.seen.insert(whole)
        {
            return None;
        }
        let stated = if self.options.no_sidecar { None } else { self.sidecars.stated(&path) };
        Some((path, stated.unwrap_or_default()))
    }

    /// Reads bytes, and the members and links of those that hold or list articles.
    fn read(&mut self, name: &str, it: Raw, hops: usize, messages: &mut Messages) {
        match read::members(&it.input()) {
            Some(held) => self.take_held(name, held, hops, messages),
            None => self.read_alone(name, it, messages),
        }
    }

    /// Takes the members of bytes that hold articles, and what the bytes lead to.
    fn take_held(&mut self, name: &str, held: Members, hops: usize, messages: &mut Messages) {
        for it in &held.gaps {
            messages.unread(name, &format!("{}: {}", it.what, it.why), None);
        }
        if held.members.is_empty() && held.links.is_empty() && held.gaps.is_empty() {
            return messages.unread(name, "it holds no article and leads to none", None);
        }
        for it in held.members {
            let name = it.place.path.clone().or(it.place.url.clone()).unwrap_or_default();
            self.read_alone(&name, Raw::from(it), messages);
        }
        if hops == MOST_HOPS && !held.links.is_empty() {
            return messages.unread(name, "it is a list at the end of a chain of lists", None);
        }
        if held.links.len() > MOST_LINKS {
            let n = held.links.len();
            messages.note(&format!("of {n} addresses in `{name}` the first {MOST_LINKS} are read"));
        }
        for it in held.links.into_iter().take(MOST_LINKS) {
            if self.stopped.is_ok() && self.seen_links.insert(it.url.clone()) {
                self.take_address(&it.url, it.stated, hops + 1, messages);
            }
        }
    }

    fn read_alone(&mut self, name: &str, it: Raw, messages: &mut Messages) {
        let read = read::articles(&it.input());
        self.put(name, it, read, messages);
    }

    /// Keeps the articles that some bytes gave, and says what they did not.
    fn put(&mut self, name: &str, it: Raw, read: read::Read, messages: &mut Messages) {
        if it.bytes.iter().all(u8::is_ascii_whitespace) {
            return messages.unread(name, "it is empty", None);
        }
        let read::Read { articles, gaps } = read;
        for it in &gaps {
            messages.unread(name, &format!("{}: {}", it.what, it.why), None);
        }
        if articles.is_empty() && gaps.is_empty() {
            let hint = "a line of JSON Lines is `{\"id\": …, \"text\": …}`";
            return messages.unread(name, "it holds no article", Some(hint));
        }
        if articles.is_empty() || self.stopped.is_err() {
            return;
        }
        self.n_articles += articles.len();
        self.stopped = (self.hand_on)(Batch { articles, raw: it });
    }
}
