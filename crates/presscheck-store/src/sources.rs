//! The bytes that articles were read from: kept whole, so that every statement can be read again.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use presscheck::read;
use rusqlite::{Connection, OptionalExtension, params};

/// The bytes of one article and what is needed to read them again as they were read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Source {
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// How the name of a file of them ends, with the dot: `.html`.
    pub ending: String,
    /// The media type that a server gave.
    pub media_type: Option<String>,
}

/// Keeps the bytes, once however many articles they give; returns their SHA-256.
pub(crate) fn keep(file: &Connection, it: &Source) -> rusqlite::Result<String> {
    let sha256 = read::hex(&it.bytes);
    let mut known = file.prepare_cached("SELECT 1 FROM sources WHERE sha256 = ?1")?;
    if known.exists([&sha256])? {
        return Ok(sha256);
    }
    let packed = packed(&it.bytes);
    let (packing, bytes) = match &packed {
        Some(packed) => ("gzip", packed.as_slice()),
        None => ("none", it.bytes.as_slice()),
    };
    file.prepare_cached(
        "INSERT INTO sources (sha256, ending, media_type, length, packing, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![sha256, it.ending, it.media_type, it.bytes.len(), packing, bytes])?;
    Ok(sha256)
}

/// The bytes with this SHA-256; `None` where they are not there or are not these.
pub(crate) fn find(file: &Connection, sha256: &str) -> rusqlite::Result<Option<Source>> {
    let mut found = file.prepare_cached(
        "SELECT ending, media_type, packing, bytes FROM sources WHERE sha256 = ?1",
    )?;
    let found = found.query_row([sha256], |row| {
        let (packing, bytes): (String, Vec<u8>) = (row.get(2)?, row.get(3)?);
        Ok((Source { ending: row.get(0)?, media_type: row.get(1)?, bytes }, packing))
    });
    let Some((mut it, packing)) = found.optional()? else { return Ok(None) };
    if packing == "gzip" {
        let mut bytes = Vec::new();
        if GzDecoder::new(it.bytes.as_slice()).read_to_end(&mut bytes).is_err() {
            return Ok(None);
        }
        it.bytes = bytes;
    }
    Ok(Some(it).filter(|it| read::hex(&it.bytes) == sha256))
}

/// The bytes under gzip, where that makes them shorter.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).ok()?;
    packer.finish().ok().filter(|it| it.len() < bytes.len())
}
