//! Gzip and Zstandard: what a packed file holds, as far as it can be read.

use std::borrow::Cow;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

/// The most that is unpacked, in bytes. The heaviest page of the extraction sets has 6 MB; what
/// unpacks to more than this is no article but a trap or a mistake.
pub(super) const MOST_BYTES: usize = 500_000_000;

/// How gzip begins.
const GZIP: &[u8] = &[0x1f, 0x8b];

/// How a frame of Zstandard begins (RFC 8878).
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// Bytes after unpacking.
pub(super) struct Unpacked<'a> {
    /// The bytes; as given where they were not packed.
    pub(super) bytes: Cow<'a, [u8]>,
    /// Why there may be more that could not be read, in one sentence.
    pub(super) lost: Option<String>,
}

/// Unpacks gzip and Zstandard; other bytes stay as they are.
pub(super) fn bytes(given: &[u8]) -> Unpacked<'_> {
    at_most(given, MOST_BYTES)
}

fn at_most(given: &[u8], most: usize) -> Unpacked<'_> {
    let mut bytes = Vec::new();
    let lost = if given.starts_with(GZIP) {
        drain(MultiGzDecoder::new(given), "gzip", most, &mut bytes)
    } else if given.starts_with(ZSTD) {
        frames(given, most, &mut bytes)
    } else {
        return Unpacked { bytes: Cow::Borrowed(given), lost: None };
    };
    Unpacked { bytes: Cow::Owned(bytes), lost }
}

/// One frame after the other: an archive has one for each record.
fn frames(mut given: &[u8], most: usize, bytes: &mut Vec<u8>) -> Option<String> {
    while !given.is_empty() {
        if let Some(rest) = after_skippable(given) {
            given = rest;
            continue;
        }
        let at = bytes.len();
        let frame = match StreamingDecoder::new(&mut given) {
            Ok(it) => it,
            Err(error) => {
                return Some(format!(
                    "the zstd data breaks off after {at} unpacked bytes: {error}"
                ));
            }
        };
        let lost = drain(frame, "zstd", most, bytes);
        if lost.is_some() {
            return lost;
        }
    }
    None
}

/// What comes after a frame that holds no data.
fn after_skippable(given: &[u8]) -> Option<&[u8]> {
    let (head, rest) = given.split_first_chunk::<8>()?;
    let [kind, 0x2a, 0x4d, 0x18, size @ ..] = head else { return None };
    let size = usize::try_from(u32::from_le_bytes(*size)).ok()?;
    (0x50..=0x5f).contains(kind).then(|| rest.get(size..).unwrap_or_default())
}

/// Unpacks to the end, or up to `most` bytes in all; gives the reason where that was not all.
fn drain(
    mut decoder: impl std::io::Read,
    name: &str,
    most: usize,
    bytes: &mut Vec<u8>,
) -> Option<String> {
    let mut room = vec![0; 64 * 1024];
    loop {
        match decoder.read(&mut room) {
            Ok(0) => return None,
            Ok(n) => bytes.extend_from_slice(room.get(..n).unwrap_or_default()),
            Err(error) => {
                let at = bytes.len();
                return Some(format!(
                    "the {name} data breaks off after {at} unpacked bytes: {error}"
                ));
            }
        }
        if bytes.len() > most {
            bytes.truncate(most);
            return Some(format!("it unpacks to more than {most} bytes"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(text: &str) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn what_is_not_packed_stays() {
        let it = bytes(b"The ferry sank.");
        assert!(matches!(it.bytes, Cow::Borrowed(b"The ferry sank.")));
        assert_eq!(it.lost, None);
    }

    /// A frame that holds no data.
    const EMPTY: &[u8] = &[0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7];

    fn framed(text: &str) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(
            text.as_bytes(),
            ruzstd::encoding::CompressionLevel::Fastest,
        )
    }

    #[test]
    fn frames_of_zstandard_are_one_text_and_empty_ones_are_passed_over() {
        let all = [&framed("The ferry "), EMPTY, &framed("sank."), EMPTY].concat();
        assert_eq!(bytes(&all).bytes.as_ref(), b"The ferry sank.");
        let cut = bytes(&all[..all.len() - EMPTY.len() - 4]);
        assert!(cut.bytes.starts_with(b"The ferry "));
        assert!(cut.lost.is_some());
    }

    #[test]
    fn members_one_after_the_other_are_one_text() {
        let two = [packed("The ferry "), packed("sank.")].concat();
        assert_eq!(bytes(&two).bytes.as_ref(), b"The ferry sank.");
    }

    #[test]
    fn a_cut_file_gives_its_beginning_and_says_so() {
        let whole = packed(&"The ferry Halcyon sank off Vik. ".repeat(5000));
        let it = bytes(&whole[..whole.len() / 2]);
        assert!(it.bytes.starts_with(b"The ferry Halcyon sank off Vik. The"));
        assert!(it.lost.is_some());
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_cut() {
        let it = packed(&"x".repeat(10_000));
        let it = at_most(&it, 1000);
        assert_eq!(it.bytes.len(), 1000);
        assert_eq!(it.lost.as_deref(), Some("it unpacks to more than 1000 bytes"));
    }
}
