//! Gzip: what a packed file holds, as far as it can be read.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;

/// The most that is unpacked, in bytes. The heaviest page of the extraction sets has 6 MB; what
/// unpacks to more than this is no article but a trap or a mistake.
const MOST_BYTES: usize = 500_000_000;

/// How gzip begins.
const MAGIC: &[u8] = &[0x1f, 0x8b];

/// Bytes after unpacking.
pub(super) struct Unpacked<'a> {
    /// The bytes; as given where they were not packed.
    pub(super) bytes: Cow<'a, [u8]>,
    /// Why there may be more that could not be read, in one sentence.
    pub(super) lost: Option<String>,
}

/// Unpacks gzip; other bytes stay as they are.
pub(super) fn bytes(given: &[u8]) -> Unpacked<'_> {
    if !given.starts_with(MAGIC) {
        return Unpacked { bytes: Cow::Borrowed(given), lost: None };
    }
    at_most(given, MOST_BYTES)
}

fn at_most(given: &[u8], most: usize) -> Unpacked<'_> {
    let mut bytes = Vec::new();
    let mut decoder = MultiGzDecoder::new(given);
    let mut room = vec![0; 64 * 1024];
    let lost = loop {
        match decoder.read(&mut room) {
            Ok(0) => break None,
            Ok(n) => bytes.extend_from_slice(room.get(..n).unwrap_or_default()),
            Err(error) => {
                let at = bytes.len();
                break Some(format!("the gzip data breaks off after {at} unpacked bytes: {error}"));
            }
        }
        if bytes.len() > most {
            bytes.truncate(most);
            break Some(format!("it unpacks to more than {most} bytes"));
        }
    };
    Unpacked { bytes: Cow::Owned(bytes), lost }
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
