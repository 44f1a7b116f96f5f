//! When each host may be asked again: a pause between two requests, longer ones where it asks for
//! them or fails.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

/// The time, and how to let it pass; tests have one of their own.
pub(crate) trait Clock {
    /// The moment.
    fn now(&self) -> SystemTime;
    /// Waits.
    fn sleep(&self, time: Duration);
}

/// The system's clock.
#[derive(Debug)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A host is left alone for a second between two requests, as crawlers of archives do.
const PAUSE: Duration = Duration::from_secs(1);

/// After each failure twice as long, from two seconds up to this.
const LONGEST_BACK_OFF: Duration = Duration::from_hours(1);

/// A host that asks for a longer rest is asked again after this.
const LONGEST_REST: Duration = Duration::from_hours(24);

/// The hosts so far.
#[derive(Debug, Default)]
pub(super) struct Pace(BTreeMap<String, Host>);

#[derive(Debug)]
struct Host {
    /// Before this it is not asked.
    next: SystemTime,
    pause: Duration,
    /// Failures since its last answer.
    n_failed: u32,
}

impl Pace {
    /// How long to wait before a host is asked.
    pub(super) fn wait(&self, host: &str, now: SystemTime) -> Duration {
        let next = self.0.get(host).map_or(now, |it| it.next);
        next.duration_since(now).unwrap_or_default()
    }

    /// A host asks for a longer pause.
    pub(super) fn slow(&mut self, host: &str, pause: Duration, now: SystemTime) {
        let it = self.host(host, now);
        it.pause = it.pause.max(pause);
    }

    /// A host has answered.
    pub(super) fn answered(&mut self, host: &str, now: SystemTime) {
        let it = self.host(host, now);
        (it.n_failed, it.next) = (0, now + it.pause);
    }

    /// A host has not answered, or asked to be left alone for `rest`.
    pub(super) fn failed(&mut self, host: &str, rest: Option<Duration>, now: SystemTime) {
        let it = self.host(host, now);
        it.n_failed = it.n_failed.saturating_add(1);
        let doubled = 2_u64.saturating_pow(it.n_failed);
        let back_off = Duration::from_secs(doubled).min(LONGEST_BACK_OFF);
        let rest = rest.map_or(back_off, |it| it.min(LONGEST_REST));
        it.next = now + rest.max(it.pause);
    }

    fn host(&mut self, host: &str, now: SystemTime) -> &mut Host {
        let first = || Host { next: now, pause: PAUSE, n_failed: 0 };
        self.0.entry(host.to_owned()).or_insert_with(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    #[test]
    fn a_host_is_left_alone_between_two_requests_and_another_is_not() {
        let mut pace = Pace::default();
        assert_eq!(pace.wait("a.example", NOW), Duration::ZERO);
        pace.answered("a.example", NOW);
        assert_eq!(pace.wait("a.example", NOW), PAUSE);
        assert_eq!(pace.wait("a.example", NOW + PAUSE), Duration::ZERO);
        assert_eq!(pace.wait("b.example", NOW), Duration::ZERO);
        pace.slow("b.example", 5 * PAUSE, NOW);
        pace.answered("b.example", NOW);
        assert_eq!(pace.wait("b.example", NOW), 5 * PAUSE);
    }

    #[test]
    fn each_failure_doubles_the_rest_up_to_an_hour_and_an_answer_ends_it() {
        let mut pace = Pace::default();
        let mut rests = Vec::new();
        for _ in 0..100 {
            pace.failed("a.example", None, NOW);
            rests.push(pace.wait("a.example", NOW).as_secs());
        }
        assert_eq!(rests[..4], [2, 4, 8, 16]);
        assert_eq!(rests[11..].iter().max(), Some(&3600));
        pace.answered("a.example", NOW);
        pace.failed("a.example", None, NOW);
        assert_eq!(pace.wait("a.example", NOW).as_secs(), 2);
    }

    #[test]
    fn a_host_that_asks_for_a_rest_gets_it_up_to_a_day() {
        let mut pace = Pace::default();
        for (asked, given) in [(90, 90), (0, 1), (10_000_000, 86_400)] {
            pace.failed("a.example", Some(Duration::from_secs(asked)), NOW);
            assert_eq!(pace.wait("a.example", NOW).as_secs(), given);
        }
    }
}
