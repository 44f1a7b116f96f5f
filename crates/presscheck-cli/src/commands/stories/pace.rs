//! How far a long stream is, for someone who waits at a terminal.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crate::messages::Messages;
use crate::progress::Progress;

/// Articles, their rate and the time left.
pub(super) struct Pace {
    progress: Option<Progress>,
    begun: Instant,
    said: Instant,
    articles: u64,
    bytes: u64,
    of_bytes: Option<u64>,
}

/// How long nothing is said.
const EVERY: Duration = Duration::from_millis(500);

impl Pace {
    /// `of_bytes` is the length of the input, where it is known.
    pub(super) fn new(messages: &Messages, of_bytes: Option<u64>) -> Pace {
        // Answers that scroll by at the same terminal show how far it is.
        let progress = (!io::stdout().is_terminal()).then(|| messages.progress());
        let now = Instant::now();
        Pace { progress, begun: now, said: now, articles: 0, bytes: 0, of_bytes }
    }

    /// Counts one article of `bytes`, and says how far it is from time to time.
    pub(super) fn tell(&mut self, bytes: u64) {
        self.articles += 1;
        self.bytes += bytes;
        if let Some(progress) = self.progress.as_ref().filter(|_| self.said.elapsed() >= EVERY) {
            self.said = Instant::now();
            let seconds = self.begun.elapsed().as_secs_f64();
            progress.show(&said(self.articles, seconds, self.bytes, self.of_bytes));
        }
    }

    /// Wipes the line out.
    pub(super) fn clear(&self) {
        if let Some(it) = &self.progress {
            it.clear();
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people")]
fn said(articles: u64, seconds: f64, bytes: u64, of_bytes: Option<u64>) -> String {
    let rate = articles as f64 / seconds;
    let left = of_bytes.filter(|it| *it >= bytes).map_or(String::new(), |of| {
        let left = seconds * (of - bytes) as f64 / bytes.max(1) as f64;
        format!(", {left:.0} s left")
    });
    format!("{articles} articles, {rate:.0} a second{left}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_where_the_length_is_known() {
        assert_eq!(said(500, 2.0, 250, Some(1_000)), "500 articles, 250 a second, 6 s left");
        assert_eq!(said(500, 2.0, 250, None), "500 articles, 250 a second");
    }
}
