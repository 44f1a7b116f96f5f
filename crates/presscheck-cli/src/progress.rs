//! The line that counts what is done for someone who waits at a terminal, and goes when all is.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::messages::print;

/// A count with its rate and the time that is left.
#[derive(Debug)]
pub(crate) struct Progress {
    shown: bool,
    since: Instant,
    /// When the line was last written, in milliseconds since the start.
    written_ms: AtomicU64,
}

impl Progress {
    /// So many that nobody would see a count of them are passed over in silence.
    const FEW: usize = 20;

    /// Nobody reads more than ten lines a second.
    const PACE_MS: u64 = 100;

    pub(crate) fn new(shown: bool) -> Progress {
        Progress { shown, since: Instant::now(), written_ms: AtomicU64::new(0) }
    }

    /// Says how many are done: `reading: 370 of 1120, 120 a second, 7 s left`.
    pub(crate) fn tell(&self, what: &str, n_done: usize, n: usize) {
        if !self.shown || n <= Self::FEW {
            return;
        }
        let spent = self.since.elapsed();
        let now = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX);
        let last = self.written_ms.load(Ordering::Relaxed);
        if now < last + Self::PACE_MS && last > 0 {
            return;
        }
        self.written_ms.store(now.max(1), Ordering::Relaxed);
        print(&format!("\r\x1b[K{what}: {}", line(n_done, n, spent)));
    }

    /// Puts a text in the line.
    pub(crate) fn show(&self, text: &str) {
        if self.shown {
            print(&format!("\r\x1b[K{text}"));
        }
    }

    /// Wipes the line out.
    pub(crate) fn clear(&self) {
        if self.shown {
            print("\r\x1b[K");
        }
    }
}

fn line(n_done: usize, n: usize, spent: Duration) -> String {
    let mut text = format!("{n_done} of {n}");
    let spent_ms = spent.as_millis();
    if n_done == 0 || spent_ms < 1000 {
        return text;
    }
    let rate = (n_done as u128 * 1000).div_ceil(spent_ms);
    let _ = write!(text, ", {rate} a second");
    let left_s = spent_ms * (n.saturating_sub(n_done) as u128) / n_done as u128 / 1000;
    if left_s > 0 {
        let _ = write!(text, ", {} left", time(left_s));
    }
    text
}

/// `50 s`, `12 min`, `3 h 20 min`.
fn time(seconds: u128) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7200 => format!("{} min", seconds / 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n_done: usize, n: usize, spent_ms: u64, expected: &str) {
        assert_eq!(line(n_done, n, Duration::from_millis(spent_ms)), expected);
    }

    #[test]
    fn the_line_says_how_fast_it_goes_and_what_is_left() {
        check(370, 1120, 3000, "370 of 1120, 124 a second, 6 s left");
        check(10, 10_000, 60_000, "10 of 10000, 1 a second, 16 h 39 min left");
    }

    #[test]
    fn a_second_passes_before_a_rate_is_given() {
        check(5, 100, 900, "5 of 100");
        check(100, 100, 2000, "100 of 100, 50 a second");
    }
}
