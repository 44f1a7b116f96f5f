//! Web archives (WARC 1.0 and 1.1): the pages among their records.

use rust_warc::{WarcError, WarcReader, WarcRecord};

use super::{Member, Members, place};
use crate::read::StatedOutside;
use crate::read::{Input, none};

/// Reads an archive; one that breaks off gives the records before that, and a gap.
pub(super) fn read(bytes: &[u8], input: &Input<'_>) -> Members {
    let mut found = Members::default();
    let mut n_records = 0_usize;
    for record in WarcReader::new(bytes) {
        match record {
            Ok(it) => {
                n_records += 1;
                found.members.extend(member(it, input));
            }
            Err(error) => {
                let why = match error {
                    WarcError::Malformed(it) => it,
                    WarcError::IO(it) => it.to_string(),
                    WarcError::EOF => "it ends inside a record".to_owned(),
                };
                let why = format!("the archive breaks off after {n_records} whole records: {why}");
                found.gaps.extend(none(input, &why).gaps);
                break;
            }
        }
    }
    found
}

/// The page that a record holds, if it holds one.
fn member(record: WarcRecord, input: &Input<'_>) -> Option<Member> {
    let header = |name: &str| {
        let found = record.header.iter().find(|it| it.0.as_str().eq_ignore_ascii_case(name));
        found.map(|it| it.1.trim().trim_matches(['<', '>']).to_owned())
    };
    let url = header("WARC-Target-URI")?;
    let (bytes, media_type) = match header("WARC-Type")?.as_str() {
        "response" => response(&record.content)?,
        "resource" => (record.content.clone(), header("Content-Type")),
        _ => return None,
    };
    let media = media_type.clone().unwrap_or_default().to_ascii_lowercase();
    let is_page = media.contains("html") || media.starts_with("text/plain");
    is_page.then(|| Member {
        bytes,
        place: place(input, &url),
        media_type,
        stated: StatedOutside::default(),
    })
}

/// The body and media type of an answer over HTTP that was no error.
fn response(content: &[u8]) -> Option<(Vec<u8>, Option<String>)> {
    let end = content.windows(4).position(|it| it == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(content.get(..end)?).into_owned();
    let body = content.get(end + 4..)?;
    let mut lines = head.lines();
    let status = lines.next()?.split_whitespace().nth(1)?;
    if !status.starts_with('2') {
        return None;
    }
    let header = |name: &str| {
        let fields = head.lines().skip(1).filter_map(|it| it.split_once(':'));
        let mut fields = fields.filter(|it| it.0.trim().eq_ignore_ascii_case(name));
        fields.next().map(|it| it.1.trim().to_owned())
    };
    let is_chunked =
        header("Transfer-Encoding").is_some_and(|it| it.to_ascii_lowercase().contains("chunked"));
    let body =
        if is_chunked { chunks(body).unwrap_or_else(|| body.to_vec()) } else { body.to_vec() };
    Some((body, header("Content-Type")))
}

/// A body out of its chunks; `None` where it is not in chunks, whatever its header says.
fn chunks(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    loop {
        let end = body.windows(2).position(|it| it == b"\r\n")?;
        let size = std::str::from_utf8(body.get(..end)?).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        body = body.get(end + 2..)?;
        if size == 0 {
            return Some(found);
        }
        found.extend_from_slice(body.get(..size)?);
        body = body.get(size..)?.strip_prefix(b"\r\n")?;
    }
}
