//! One request and what came of it; redirects are given back, not followed.

use std::io::{self, Read};
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use jiff::fmt::rfc2822;
use presscheck::model::Place;
use presscheck::read::StatedOutside;
use ureq::http::header::{
    CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RETRY_AFTER,
};
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};
use url::Url;

use super::public::{self, NotPublic, OnlyWhere};
use super::{Answer, Failure, Page, Validators};
use crate::fetch::Raw;
use crate::messages::{Stop, reason};

/// How far a fetch may go.
#[derive(Clone, Debug)]
pub(super) struct Limits {
    /// For all hops together.
    pub(super) time: Duration,
    /// After decompression.
    pub(super) max_bytes: u64,
    pub(super) max_redirects: usize,
    /// Which hosts it may speak to.
    pub(super) allowed: fn(IpAddr) -> bool,
}

/// A slow outlet answers within seconds; the heaviest pages of the extraction sets have 6 MB, and
/// browsers give up after 20 hops where careful clients stop at 10.
pub(super) const LIMITS: Limits = Limits {
    time: Duration::from_secs(30),
    max_bytes: 64_000_000,
    max_redirects: 10,
    allowed: public::is_public,
};

/// What offers a way round the network.
pub(super) const SAVE_IT: &str = "open it in a browser, save the page, and give the file";

/// An answer, or where it stands.
pub(super) enum Hop {
    /// The last hop.
    Here(Answer),
    /// It stands elsewhere.
    To(Url),
}

/// An address as it was given.
pub(super) fn parsed(address: &str) -> Result<Url, Failure> {
    let mut url = Url::parse(address)
        .map_err(|it| lasting(format!("it is no address: {it}"), "write `https://host/path`"))?;
    checked(&url)?;
    // The part after `#` is never sent: with and without it, it is one page.
    url.set_fragment(None);
    Ok(url)
}

fn checked(url: &Url) -> Result<(), Failure> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(lasting(
            format!("it leads to `{}:`, not http or https", url.scheme()),
            SAVE_IT,
        ));
    }
    // It would stand in the record for all to read.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(lasting("it carries a name or password", SAVE_IT));
    }
    Ok(())
}

/// Who asks, how far, and what is there already.
pub(super) struct Request<'a> {
    pub(super) user_agent: &'a str,
    pub(super) limits: &'a Limits,
    /// What is left of the time.
    pub(super) left: Duration,
    /// What the same address said of itself before.
    pub(super) known: Option<&'a Validators>,
    /// For what a server says of times.
    pub(super) now: SystemTime,
}

impl Request<'_> {
    /// Asks for a page.
    pub(super) fn page(&self, address: &Url) -> Result<Hop, Failure> {
        let answer = self.send(address)?;
        if answer.status() == StatusCode::NOT_MODIFIED && self.known.is_some() {
            return Ok(Hop::Here(Answer::Unchanged));
        }
        if answer.status().is_redirection() {
            return redirected(&answer, address).map(Hop::To);
        }
        self.read(answer, address).map(Hop::Here)
    }

    /// Sends the request; whatever the server answers is an answer.
    pub(super) fn send(&self, address: &Url) -> Result<Response<Body>, Failure> {
        let mut request = self.agent().get(address.as_str());
        let etag = self.known.and_then(|it| it.etag.as_ref());
        let modified = self.known.and_then(|it| it.last_modified.as_ref());
        for (name, value) in [(IF_NONE_MATCH, etag), (IF_MODIFIED_SINCE, modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request.call().map_err(|it| self.explained(it, address))
    }

    /// Redirects are followed by the caller, not by the agent, so that every hop is looked at. There
    /// is one agent a request: it keeps no cookie and no connection.
    fn agent(&self) -> Agent {
        // A limit of zero would mean none.
        let left = self.left.max(Duration::from_millis(1));
        let config = Agent::config_builder()
            .timeout_global(Some(left))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(self.user_agent)
            .accept("text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
            // Behind a proxy nobody could tell where an address leads.
            .proxy(None)
            .build();
        Agent::with_parts(
            config,
            ureq::unversioned::transport::DefaultConnector::default(),
            OnlyWhere::new(self.limits.allowed),
        )
    }

    fn read(&self, answer: Response<Body>, address: &Url) -> Result<Answer, Failure> {
        let status = answer.status();
        if !status.is_success() {
            return Err(self.refused(&answer));
        }
        let said = |name| header(&answer, name).map(str::to_owned);
        let media_type = said(CONTENT_TYPE);
        if let Some(it) = media_type.as_deref().filter(|it| !may_be_article(it)) {
            return Err(lasting(format!("it is `{it}`, not a page or text"), SAVE_IT));
        }
        let validators = Validators {
            url: address.to_string(),
            etag: said(ETAG),
            last_modified: said(LAST_MODIFIED),
        };
        let body = answer.into_body().into_with_config().limit(self.limits.max_bytes);
        let bytes = body.read_to_vec().map_err(|it| self.explained(it, address))?;
        let place = Place { path: None, url: Some(address.to_string()) };
        let raw = Raw { bytes, place, media_type, stated: StatedOutside::default() };
        Ok(Answer::Page(Box::new(Page { raw, validators })))
    }

    /// A status that is no page. What says “later” is worth asking again.
    pub(super) fn refused(&self, answer: &Response<Body>) -> Failure {
        let status = answer.status();
        let said = status.canonical_reason().unwrap_or("no reason given").to_lowercase();
        let what = format!("the server answers {} ({said})", status.as_u16());
        match status.as_u16() {
            404 | 410 => lasting(what, "check the address"),
            408 | 429 | 500 | 502..=504 => {
                let rest = header(answer, RETRY_AFTER).and_then(|it| self.rest(it));
                let asks = |it: Duration| format!(", and asks for a rest of {} s", it.as_secs());
                let what = what + &rest.map(asks).unwrap_or_default();
                Failure { again: true, rest, ..passing(what, "try again later") }
            }
            _ => lasting(what, SAVE_IT),
        }
    }

    /// `Retry-After`: seconds, or a moment.
    fn rest(&self, said: &str) -> Option<Duration> {
        if let Ok(seconds) = said.trim().parse() {
            return Some(Duration::from_secs(seconds));
        }
        let until = rfc2822::DateTimeParser::new().parse_timestamp(said.trim()).ok()?;
        let until = Duration::from_secs(u64::try_from(until.as_second()).ok()?);
        Some((SystemTime::UNIX_EPOCH + until).duration_since(self.now).unwrap_or_default())
    }

    /// What went wrong, in words for somebody who typed an address.
    pub(super) fn explained(&self, error: ureq::Error, address: &Url) -> Failure {
        let host = address.host_str().unwrap_or_default();
        match error {
            ureq::Error::HostNotFound => no_host(host),
            ureq::Error::Timeout(_) => {
                let what = format!("no whole answer came within {:?}", self.limits.time);
                passing(what, "try again later")
            }
            ureq::Error::BodyExceedsLimit(_) => {
                lasting(format!("it has more than {} bytes", self.limits.max_bytes), SAVE_IT)
            }
            ureq::Error::Other(it) if it.is::<NotPublic>() => {
                lasting(it.to_string(), "fetch from it all the same with `--allow-private`")
            }
            // What the system says of a name it cannot look up has no kind of its own.
            ureq::Error::Io(it) if it.to_string().contains("lookup address") => no_host(host),
            ureq::Error::Io(it) => unfinished(&it, host),
            ureq::Error::Rustls(it) => {
                passing(format!("no safe connection to `{host}`: {it}"), SAVE_IT)
            }
            ureq::Error::Protocol(it) => {
                let what = format!("`{host}` broke off or does not answer as a web server: {it}");
                Failure { again: true, ..passing(what, SAVE_IT) }
            }
            it => passing(it.to_string(), SAVE_IT),
        }
    }
}

/// The first bytes of an answer, as far as they come.
pub(super) fn head(answer: Response<Body>, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    answer.into_body().into_reader().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Where a redirect leads.
pub(super) fn redirected(answer: &Response<Body>, from: &Url) -> Result<Url, Failure> {
    let status = answer.status().as_u16();
    let Some(location) = header(answer, LOCATION) else {
        return Err(lasting(format!("it answers {status} and does not say where to go"), SAVE_IT));
    };
    let mut to = from
        .join(location)
        .map_err(|it| lasting(format!("it redirects to `{location}`: {it}"), SAVE_IT))?;
    checked(&to)?;
    to.set_fragment(None);
    Ok(to)
}

fn header(answer: &Response<Body>, name: ureq::http::HeaderName) -> Option<&str> {
    answer.headers().get(name).and_then(|it| it.to_str().ok())
}

/// Text in any form, and the types that servers give when they do not know.
fn may_be_article(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some((kind, form)) = essence.split_once('/') else { return true };
    let forms = ["xml", "json", "ndjson", "jsonl", "jsonlines", "gzip", "octet-stream", "warc"];
    kind == "text" || (kind == "application" && forms.iter().any(|it| form.ends_with(it)))
}

fn no_host(host: &str) -> Failure {
    passing(format!("the host `{host}` was not found"), "check the address and the connection")
}

fn unfinished(error: &io::Error, host: &str) -> Failure {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => {
            passing(format!("`{host}` refuses the connection"), "try again later")
        }
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => {
            let what = format!("`{host}` broke off before the whole page had come");
            Failure { again: true, ..passing(what, "try again later") }
        }
        _ => passing(reason(error), "try again later"),
    }
}

/// A failure that is the page's: it will fail so again.
pub(super) fn lasting(what: impl Into<String>, hint: &str) -> Failure {
    let stop = Stop { what: what.into(), hint: Some(hint.to_owned()) };
    Failure { stop, passing: false, again: false, rest: None }
}

/// A failure that is the host's, and may be over later.
pub(super) fn passing(what: impl Into<String>, hint: &str) -> Failure {
    Failure { passing: true, ..lasting(what, hint) }
}
