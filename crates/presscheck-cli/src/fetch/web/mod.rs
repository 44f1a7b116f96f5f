//! Addresses: one page each, fetched with care.
//!
//! An address may come from anywhere, so it leads only to public hosts, at every hop of a redirect
//! and after the name was looked up; time, size and the number of hops are limited. No cookies, no
//! proxies, no scripts.

mod public;
#[cfg(test)]
mod tests;

use std::io;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use presscheck::model::Place;
use presscheck::read::StatedOutside;
use ureq::http::Response;
use ureq::http::header::{CONTENT_TYPE, LOCATION};
use ureq::{Agent, Body};
use url::Url;

use self::public::{NotPublic, OnlyWhere};
use super::Raw;
use crate::messages::{Stop, reason};

/// How far a fetch may go.
struct Limits {
    /// For all hops together.
    time: Duration,
    /// After decompression.
    max_bytes: u64,
    max_redirects: usize,
    /// Which hosts it may speak to.
    allowed: fn(IpAddr) -> bool,
}

/// A slow outlet answers within seconds; the heaviest pages of the extraction sets have 6 MB, and
/// browsers give up after 20 hops where careful clients stop at 10.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(30),
    max_bytes: 64_000_000,
    max_redirects: 10,
    allowed: public::is_public,
};

const SAVE_IT: &str = "open it in a browser, save the page, and give the file";

/// Whether an input is an address.
pub(super) fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|it| it == "http" || it == "https")
}

/// Fetches a page.
pub(super) fn fetch(address: &str, allow_private: bool) -> Result<Raw, Stop> {
    let allowed = if allow_private { |_| true } else { LIMITS.allowed };
    fetch_within(address, &Limits { allowed, ..LIMITS })
}

fn fetch_within(address: &str, limits: &Limits) -> Result<Raw, Stop> {
    let started = Instant::now();
    let mut address = parsed(address)?;
    let mut hops = vec![address.clone()];
    loop {
        let left = limits.time.saturating_sub(started.elapsed());
        let answer = agent(limits, left)
            .get(address.as_str())
            .call()
            .map_err(|it| explained(it, &address, limits))?;
        if !answer.status().is_redirection() {
            return page(answer, &address, limits);
        }
        address = redirected(&answer, &address)?;
        if hops.contains(&address) {
            return Err(stop("it redirects in a circle", SAVE_IT));
        }
        hops.push(address.clone());
        if hops.len() > limits.max_redirects + 1 {
            let what = format!("it redirects more than {} times", limits.max_redirects);
            return Err(stop(what, SAVE_IT));
        }
    }
}

/// Redirects are followed here, not by the agent, so that every hop is looked at.
fn agent(limits: &Limits, left: Duration) -> Agent {
    // A limit of zero would mean none.
    let left = left.max(Duration::from_millis(1));
    let config = Agent::config_builder()
        .timeout_global(Some(left))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("presscheck/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
        // Behind a proxy nobody could tell where an address leads.
        .proxy(None)
        .build();
    Agent::with_parts(
        config,
        ureq::unversioned::transport::DefaultConnector::default(),
        OnlyWhere::new(limits.allowed),
    )
}

fn parsed(address: &str) -> Result<Url, Stop> {
    let mut url = Url::parse(address)
        .map_err(|it| stop(format!("it is no address: {it}"), "write `https://host/path`"))?;
    checked(&url)?;
    // The part after `#` is never sent: with and without it, it is one page.
    url.set_fragment(None);
    Ok(url)
}

fn checked(url: &Url) -> Result<(), Stop> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(stop(format!("it leads to `{}:`, not http or https", url.scheme()), SAVE_IT));
    }
    // It would stand in the record for all to read.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(stop("it carries a name or password", SAVE_IT));
    }
    Ok(())
}

fn redirected(answer: &Response<Body>, from: &Url) -> Result<Url, Stop> {
    let status = answer.status().as_u16();
    let location = answer.headers().get(LOCATION).and_then(|it| it.to_str().ok());
    let Some(location) = location else {
        return Err(stop(format!("it answers {status} and does not say where to go"), SAVE_IT));
    };
    let mut to = from
        .join(location)
        .map_err(|it| stop(format!("it redirects to `{location}`: {it}"), SAVE_IT))?;
    checked(&to)?;
    to.set_fragment(None);
    Ok(to)
}

fn page(answer: Response<Body>, address: &Url, limits: &Limits) -> Result<Raw, Stop> {
    let status = answer.status();
    if !status.is_success() {
        let said = status.canonical_reason().unwrap_or("no reason given").to_lowercase();
        let what = format!("the server answers {} ({said})", status.as_u16());
        let hint = if status.as_u16() == 404 { "check the address" } else { SAVE_IT };
        return Err(stop(what, hint));
    }
    let media_type = answer.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let media_type = media_type.map(str::to_owned);
    if let Some(it) = media_type.as_deref().filter(|it| !may_be_article(it)) {
        return Err(stop(format!("it is `{it}`, not a page or text"), SAVE_IT));
    }
    let body = answer.into_body().into_with_config().limit(limits.max_bytes);
    let bytes = body.read_to_vec().map_err(|it| explained(it, address, limits))?;
    let place = Place { path: None, url: Some(address.to_string()) };
    Ok(Raw { bytes, place, media_type, stated: StatedOutside::default() })
}

/// Text in any form, and the types that servers give when they do not know.
fn may_be_article(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some((kind, form)) = essence.split_once('/') else { return true };
    let forms = ["xml", "json", "ndjson", "jsonl", "jsonlines", "gzip", "octet-stream", "warc"];
    kind == "text" || (kind == "application" && forms.iter().any(|it| form.ends_with(it)))
}

/// What went wrong, in words for somebody who typed an address.
fn explained(error: ureq::Error, address: &Url, limits: &Limits) -> Stop {
    let host = address.host_str().unwrap_or_default();
    match error {
        ureq::Error::HostNotFound => no_host(host),
        ureq::Error::Timeout(_) => {
            let what = format!("no whole answer came within {:?}", limits.time);
            stop(what, "try again later")
        }
        ureq::Error::BodyExceedsLimit(_) => {
            stop(format!("it has more than {} bytes", limits.max_bytes), SAVE_IT)
        }
        ureq::Error::Other(it) if it.is::<NotPublic>() => {
            stop(it.to_string(), "fetch from it all the same with `--allow-private`")
        }
        // What the system says of a name it cannot look up has no kind of its own.
        ureq::Error::Io(it) if it.to_string().contains("lookup address") => no_host(host),
        ureq::Error::Io(it) => stop(unfinished(&it, host), "try again later"),
        ureq::Error::Rustls(it) => stop(format!("no safe connection to `{host}`: {it}"), SAVE_IT),
        ureq::Error::Protocol(it) => {
            stop(format!("`{host}` broke off or does not answer as a web server: {it}"), SAVE_IT)
        }
        it => stop(it.to_string(), SAVE_IT),
    }
}

fn no_host(host: &str) -> Stop {
    stop(format!("the host `{host}` was not found"), "check the address and the connection")
}

fn unfinished(error: &io::Error, host: &str) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => format!("`{host}` refuses the connection"),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => {
            format!("`{host}` broke off before the whole page had come")
        }
        _ => reason(error),
    }
}

fn stop(what: impl Into<String>, hint: &str) -> Stop {
    Stop { what: what.into(), hint: Some(hint.to_owned()) }
}
