//! Which hosts an address may lead to, by the numbers its name stands for.

use std::error::Error;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up, and gives back only addresses that are allowed.
///
/// The connection is made to the very addresses that were looked at, so a name that stands for
/// something else the next moment gains nothing.
#[derive(Debug)]
pub(super) struct OnlyWhere {
    names: DefaultResolver,
    allowed: fn(IpAddr) -> bool,
}

impl OnlyWhere {
    pub(super) fn new(allowed: fn(IpAddr) -> bool) -> Self {
        Self { names: DefaultResolver::default(), allowed }
    }
}

impl Resolver for OnlyWhere {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        // A name that stands for a public and a private host is a trap: refused as a whole.
        match found.iter().map(std::net::SocketAddr::ip).find(|it| !(self.allowed)(*it)) {
            Some(ip) => {
                let host = uri.host().unwrap_or_default().to_owned();
                Err(ureq::Error::Other(Box::new(NotPublic { host, ip })))
            }
            None => Ok(found),
        }
    }
}

/// A host that is not on the open network.
#[derive(Debug)]
pub(super) struct NotPublic {
    host: String,
    ip: IpAddr,
}

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, ip } = self;
        if *host == ip.to_string() {
            write!(f, "`{host}` is no public address")
        } else {
            write!(f, "`{host}` stands for {ip}, which is no public address")
        }
    }
}

impl Error for NotPublic {}

/// Whether an address is on the open network.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// All but what IANA's registry of special IPv4 addresses keeps for other ends.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocols = (a, b, c) == (192, 0, 0) || (a, b, c) == (192, 88, 99);
    let benchmarks = a == 198 && (18..20).contains(&b);
    !(a == 0
        || a >= 240
        || ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || shared
        || protocols
        || benchmarks)
}

/// Global unicast addresses, as far as they do not carry an IPv4 address that is not public.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let segments = ip.segments();
    let v4 = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        // IPv4 in IPv6 clothes: mapped, and translated by NAT64.
        [0, 0, 0, 0, 0, 0xffff, high, low] => v4(high, low),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        // 6to4.
        [0x2002, high, low, ..] => v4(high, low),
        // Teredo and other protocol assignments, then examples in documents.
        [0x2001, 0..0x200 | 0xdb8, ..] | [0x3fff, 0..0x1000, ..] => false,
        // 2000::/3 is all that is given out; loopback, unique local, link local and multicast lie
        // outside.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(addresses: &[&str], expected: bool) {
        for it in addresses {
            assert_eq!(is_public(it.parse().unwrap()), expected, "{it}");
        }
    }

    #[test]
    fn hosts_on_the_open_network_are_public() {
        check(&["1.1.1.1", "93.184.215.14", "172.32.0.1", "198.20.0.1"], true);
        check(&["2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1"], true);
        check(&["64:ff9b::101:101", "2002:101:101::1"], true);
    }

    #[test]
    fn loopback_private_and_local_hosts_are_not_public() {
        check(&["127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1"], false);
        check(&["192.168.1.1", "169.254.169.254", "100.64.0.1", "255.255.255.255"], false);
        check(&["224.0.0.1", "198.18.0.1", "192.0.0.8", "203.0.113.7"], false);
        check(&["::1", "::", "fc00::1", "fd12:3456::1", "fe80::1", "ff02::1", "fec0::1"], false);
    }

    #[test]
    fn private_hosts_in_ipv6_clothes_are_not_public() {
        check(&["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::7f00:1"], false);
        check(&["64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1"], false);
    }
}
