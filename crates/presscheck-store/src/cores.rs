//! Work that is done on all cores at once and handed back in its order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does the same to each of some things. One that is not done leaves its place empty.
pub(crate) fn map<A: Sync, B: Send>(given: &[A], one: impl Fn(&A) -> B + Sync) -> Vec<Option<B>> {
    let n_threads = thread::available_parallelism().map_or(1, usize::from).min(given.len());
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<B>>> = given.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        while let ix = next.fetch_add(1, Ordering::Relaxed)
            && let (Some(it), Some(slot)) = (given.get(ix), slots.get(ix))
        {
            let done = one(it);
            if let Ok(mut slot) = slot.lock() {
                *slot = Some(done);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..n_threads {
            scope.spawn(work);
        }
        work();
    });
    slots.into_iter().map(|it| it.into_inner().ok().flatten()).collect()
}
