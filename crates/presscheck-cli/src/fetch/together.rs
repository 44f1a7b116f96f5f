//! Many files at once: read on all cores, handed on in their order.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use presscheck::model::Place;
use presscheck::read::{self, Members, Read, StatedOutside};

use super::Raw;
use super::files::{self, shown};
use crate::messages::Stop;

/// So many files are read before their articles are handed on: enough for all cores, and their
/// bytes do not pile up.
pub(super) const AT_ONCE: usize = 256;

/// A file, and what is stated of it beside it.
pub(super) type Named = (PathBuf, StatedOutside);

/// A file that was read.
pub(super) enum Taken {
    /// It holds articles itself.
    Articles(Raw, Read),
    /// It holds members or leads on: these may have to be fetched, one after the other.
    Holder(Members),
    /// It cannot be read.
    Unread(Stop),
}

/// Reads some files, in their order; `done` is told after each how many are read.
pub(super) fn read(files: Vec<Named>, done: &(impl Fn(usize) + Sync)) -> Vec<(PathBuf, Taken)> {
    let n_threads = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    let next = AtomicUsize::new(0);
    let n_done = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<Taken>>> = files.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let ix = next.fetch_add(1, Ordering::Relaxed);
            let (Some((path, stated)), Some(slot)) = (files.get(ix), slots.get(ix)) else { break };
            let taken = take(path, stated.clone());
            if let Ok(mut it) = slot.lock() {
                *it = Some(taken);
            }
            done(n_done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 1..n_threads {
            scope.spawn(work);
        }
        work();
    });
    let taken = slots.into_iter().map(|it| it.into_inner().ok().flatten());
    let paths = files.into_iter().map(|it| it.0);
    paths.zip(taken).filter_map(|(path, it)| Some((path, it?))).collect()
}

fn take(path: &Path, stated: StatedOutside) -> Taken {
    let bytes = match files::bytes(path) {
        Ok(it) => it,
        Err(stop) => return Taken::Unread(stop),
    };
    let place = Place { path: Some(shown(path)), url: None };
    let raw = Raw { bytes, place, stated, media_type: None };
    if let Some(held) = read::members(&raw.input()) {
        return Taken::Holder(held);
    }
    let read = read::articles(&raw.input());
    Taken::Articles(raw, read)
}
