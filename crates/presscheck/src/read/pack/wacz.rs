//! WACZ: a web archive with its index in one ZIP file. Its WARC files are what is read.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{Members, warc};
use crate::read::unpack::{self, MOST_BYTES};
use crate::read::{Input, none};

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A ZIP file with web archives in its folder `archive`, as a WACZ has.
pub(super) fn opened(bytes: &[u8]) -> Option<Zip<'_>> {
    let zip = bytes.starts_with(b"PK\x03\x04").then(|| ZipArchive::new(Cursor::new(bytes)));
    zip?.ok().filter(|it| !archives(it).is_empty())
}

/// The names of the archives in it, sorted.
fn archives(zip: &Zip<'_>) -> Vec<String> {
    let names = zip.file_names().flatten().map(|it| it.to_string());
    let mut names: Vec<String> =
        names.filter(|it| it.starts_with("archive/") && it.contains(".warc")).collect();
    names.sort();
    names
}

/// Reads the archives in it, in the order of their names.
pub(super) fn read(mut zip: Zip<'_>, input: &Input<'_>) -> Members {
    let mut found = Members::default();
    for name in archives(&zip) {
        let mut packed = Vec::new();
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        let read = zip.by_name(&name).map_err(std::io::Error::from);
        let read = read.and_then(|it| it.take(most).read_to_end(&mut packed));
        if let Err(error) = read {
            found.gaps.extend(none(input, &format!("`{name}` in it cannot be read: {error}")).gaps);
        }
        let unpacked = unpack::bytes(&packed);
        let held = warc::read(&unpacked.bytes, input);
        found.members.extend(held.members);
        found.gaps.extend(held.gaps);
        if let Some(why) = unpacked.lost {
            found.gaps.extend(none(input, &format!("`{name}` in it: {why}")).gaps);
        }
    }
    found
}
