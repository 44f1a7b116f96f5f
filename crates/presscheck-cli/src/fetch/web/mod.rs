//! Addresses: one page each, fetched with care.
//!
//! An address may come from anywhere, so it leads only to public hosts, at every hop of a redirect
//! and after the name was looked up; time, size and the number of hops are limited. No cookies, no
//! proxies, no scripts. What a person types is that person's request, as in a browser; what a list
//! leads to is fetched as a robot does, by leave of each site's `robots.txt`.

mod pace;
mod public;
mod request;
mod robots;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

use url::Url;

use self::pace::{Clock, Pace, SystemClock};
use self::request::{Hop, LIMITS, Limits, Request, SAVE_IT, lasting, passing};
use self::robots::Robots;
use super::Raw;
use crate::messages::Stop;
use crate::options::Fetching;

/// Whether an input is an address.
pub(super) fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|it| it == "http" || it == "https")
}

/// Who asks for an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Asker {
    /// A person, who typed it.
    Person,
    /// A list that led to it.
    List,
}

/// What an address said of itself, so that next time only what has changed is sent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Validators {
    /// The address, after all redirects. They mean nothing to another.
    pub(super) url: String,
    /// `ETag`.
    pub(super) etag: Option<String>,
    /// `Last-Modified`.
    pub(super) last_modified: Option<String>,
}

/// What an address gave.
#[derive(Debug)]
pub(super) enum Answer {
    /// A page.
    Page(Box<Page>),
    /// It has not changed since the validators were given.
    Unchanged,
}

/// A page that was fetched.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) raw: Raw,
    /// What to ask with next time.
    #[cfg_attr(not(test), expect(dead_code, reason = "a command that comes again keeps them"))]
    pub(super) validators: Validators,
}

/// Why an address gave nothing.
#[derive(Debug)]
pub(super) struct Failure {
    /// In words.
    pub(super) stop: Stop,
    /// It is the host's, and may be over later.
    passing: bool,
    /// It is worth asking again at once.
    again: bool,
    /// For so long the host asks to be left alone.
    rest: Option<Duration>,
}

/// An address is asked so often before it is given up.
const MOST_TRIES: usize = 3;

/// Longer than this nobody is kept waiting for one host.
const PATIENCE: Duration = Duration::from_secs(30);

/// As much of a `robots.txt` is read as the RFC (9309, section 2.5) demands.
const ROBOTS_BYTES: u64 = 500 * 1024;

/// As many redirects of a `robots.txt` are followed as the RFC demands (2.3.1.2).
const ROBOTS_REDIRECTS: usize = 5;

/// A `robots.txt` is asked for anew after a day (2.4).
const ROBOTS_LAST: Duration = Duration::from_hours(24);

/// One that could not be read, after an hour.
const NO_ROBOTS_LAST: Duration = Duration::from_hours(1);

/// All addresses of one run.
pub(super) struct Web {
    user_agent: String,
    limits: Limits,
    ignore_robots: bool,
    clock: Box<dyn Clock>,
    pace: Pace,
    /// By origin: until when it is known, and what it asks, or why that cannot be said.
    robots: BTreeMap<String, (SystemTime, Result<Robots, String>)>,
}

impl Web {
    /// Nothing is asked yet.
    pub(super) fn new(options: &Fetching) -> Web {
        let allowed = if options.allow_private { |_| true } else { LIMITS.allowed };
        Web {
            user_agent: user_agent(options.contact.as_deref()),
            limits: Limits { allowed, ..LIMITS },
            ignore_robots: options.ignore_robots,
            clock: Box::new(SystemClock),
            pace: Pace::default(),
            robots: BTreeMap::new(),
        }
    }

    /// Fetches a page; where the host is busy or breaks off, some times.
    pub(super) fn get(
        &mut self,
        address: &str,
        asker: Asker,
        known: Option<&Validators>,
    ) -> Result<Answer, Failure> {
        let address = request::parsed(address)?;
        let mut n_tries = 1;
        loop {
            let found = self.follow(&address, asker, known);
            let is_again = found.as_ref().is_err_and(|it| it.again) && n_tries < MOST_TRIES;
            if !is_again || self.pace.wait(&host(&address), self.clock.now()) > PATIENCE {
                return found;
            }
            n_tries += 1;
        }
    }

    /// Follows an address through its redirects, each of which is looked at like the first.
    fn follow(
        &mut self,
        address: &Url,
        asker: Asker,
        known: Option<&Validators>,
    ) -> Result<Answer, Failure> {
        let mut at = address.clone();
        let mut hops = vec![at.clone()];
        let mut left = self.limits.time;
        loop {
            if asker == Asker::List && !self.ignore_robots {
                self.heed_robots(&at)?;
            }
            if hops.iter().rev().nth(1).is_none_or(|it| host(it) != host(&at)) {
                self.wait(&at)?;
            }
            let started = Instant::now();
            let request = Request { left, ..self.request(&at, known) };
            let found = request.page(&at);
            left = left.saturating_sub(started.elapsed());
            self.note(&at, found.as_ref().err());
            match found? {
                Hop::Here(it) => return Ok(it),
                Hop::To(it) if hops.contains(&it) => {
                    return Err(lasting("it redirects in a circle", SAVE_IT));
                }
                Hop::To(it) => at = it,
            }
            hops.push(at.clone());
            if hops.len() > self.limits.max_redirects + 1 {
                let what = format!("it redirects more than {} times", self.limits.max_redirects);
                return Err(lasting(what, SAVE_IT));
            }
        }
    }

    fn request<'a>(&'a self, at: &Url, known: Option<&'a Validators>) -> Request<'a> {
        Request {
            user_agent: &self.user_agent,
            limits: &self.limits,
            left: self.limits.time,
            known: known.filter(|it| it.url == at.as_str()),
            now: self.clock.now(),
        }
    }

    /// Waits until the host may be asked again; does not wait for ever.
    fn wait(&self, at: &Url) -> Result<(), Failure> {
        let wait = self.pace.wait(&host(at), self.clock.now());
        if wait > PATIENCE {
            let what = format!("`{}` is left alone for {} seconds", host(at), wait.as_secs());
            return Err(passing(what, "it was busy or did not answer: try again later"));
        }
        if wait > Duration::ZERO {
            self.clock.sleep(wait);
        }
        Ok(())
    }

    /// Notes how a host did.
    fn note(&mut self, at: &Url, failure: Option<&Failure>) {
        let now = self.clock.now();
        match failure.filter(|it| it.passing) {
            Some(it) => self.pace.failed(&host(at), it.rest, now),
            None => self.pace.answered(&host(at), now),
        }
    }

    /// Refuses what the site's `robots.txt` refuses, and all of a site that does not give it.
    fn heed_robots(&mut self, at: &Url) -> Result<(), Failure> {
        let origin = at.origin().ascii_serialization();
        let now = self.clock.now();
        if self.robots.get(&origin).is_none_or(|it| it.0 <= now) {
            let found = self.ask_robots(at);
            let last = if found.is_ok() { ROBOTS_LAST } else { NO_ROBOTS_LAST };
            if let Some(pause) = found.as_ref().ok().and_then(|it| it.delay) {
                self.pace.slow(&host(at), pause, now);
            }
            self.robots.insert(origin.clone(), (now + last, found));
        }
        let path = at.query().map_or(at.path().to_owned(), |it| format!("{}?{it}", at.path()));
        match self.robots.get(&origin).map(|it| &it.1) {
            Some(Ok(it)) if !it.allow(&path) => {
                let what = "the site’s robots.txt asks robots not to fetch it";
                Err(lasting(what, "type its address yourself, or add `--ignore-robots`"))
            }
            Some(Err(why)) => {
                let what = format!("`{}` does not give its robots.txt: {why}", host(at));
                Err(passing(what, "try again later, or add `--ignore-robots`"))
            }
            _ => Ok(()),
        }
    }

    /// What a site asks of robots: nothing where it has no such file (2.3.1.3), and nobody knows where
    /// it cannot be reached (2.3.1.4).
    fn ask_robots(&self, at: &Url) -> Result<Robots, String> {
        let mut at = at.join("/robots.txt").map_err(|it| it.to_string())?;
        for _ in 0..=ROBOTS_REDIRECTS {
            let request = self.request(&at, None);
            let answer = match request.send(&at) {
                Ok(it) => it,
                Err(it) if it.passing => return Err(it.stop.what),
                // What is wrong with the address is said better of the page itself.
                Err(_) => break,
            };
            if answer.status().is_redirection() {
                at = request::redirected(&answer, &at).map_err(|it| it.stop.what)?;
                continue;
            }
            if answer.status().is_success() {
                let bytes = request::head(answer, ROBOTS_BYTES);
                return bytes.map(|it| Robots::read(&it)).map_err(|it| it.to_string());
            }
            let refused = request.refused(&answer);
            return if refused.passing { Err(refused.stop.what) } else { Ok(Robots::default()) };
        }
        Ok(Robots::default())
    }
}

/// The host, with its port where that is not the usual one.
fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or(host.to_owned(), |it| format!("{host}:{it}"))
}

/// Who we are, and whom to write to.
fn user_agent(contact: Option<&str>) -> String {
    let own = concat!("presscheck/", env!("CARGO_PKG_VERSION"));
    contact.map_or(own.to_owned(), |it| format!("{own} (+{it})"))
}
