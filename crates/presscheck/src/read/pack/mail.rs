//! Mail: newsletters (EML), and pages that a browser saved with all they need (MHTML).
//!
//! Both are MIME messages. The page, or the text where there is no page, is the article.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{Member, Members, place};
use crate::read::{Input, StatedOutside, none};

/// Whether bytes open as a MIME message does: header fields and among them the version.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let mut lines = head.lines();
    let is_field = |line: &str| {
        let name = line.split_once(':').map_or("", |it| it.0);
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
    };
    let folded = |line: &str| line.starts_with([' ', '\t']);
    lines.next().is_some_and(is_field)
        && lines.take_while(|it| is_field(it) || folded(it)).any(|it| {
            it.to_ascii_lowercase().replace(char::is_whitespace, "").starts_with("mime-version:1")
        })
}

/// The head of a message is looked at up to here, in bytes.
const HEAD: usize = 64 * 1024;

/// Reads a message.
pub(super) fn read(bytes: &[u8], input: &Input<'_>) -> Members {
    let found = MessageParser::default().parse(bytes);
    let Some(member) = found.as_ref().and_then(|it| member(it, input)) else {
        let gaps = none(input, "it is a message without a page or a text").gaps;
        return Members { gaps, ..Members::default() };
    };
    Members { members: vec![member], ..Members::default() }
}

fn member(message: &Message<'_>, input: &Input<'_>) -> Option<Member> {
    let mut parts = message.html_bodies().chain(message.text_bodies());
    let page = parts.find(|it| matches!(it.body, PartType::Html(_) | PartType::Text(_)))?;
    let (bytes, media) = match &page.body {
        PartType::Html(it) => (it.as_bytes().to_vec(), "text/html; charset=utf-8"),
        PartType::Text(it) => (it.as_bytes().to_vec(), "text/plain; charset=utf-8"),
        _ => return None,
    };
    // A browser says whence it saved the page; such a “message” was sent by nobody.
    let saved = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let saved = saved.or_else(|| page.content_location());
    let url = saved.filter(|it| it.starts_with("http")).map(str::to_owned);
    let stated = if url.is_some() {
        StatedOutside { url: url.clone(), ..StatedOutside::default() }
    } else {
        sent(message)
    };
    let name = url.or_else(|| message.message_id().map(str::to_owned)).unwrap_or_default();
    let media_type = Some(media.to_owned());
    Some(Member { bytes, place: place(input, &name), media_type, stated })
}

/// What the head of a newsletter states: subject, day and who sent it.
fn sent(message: &Message<'_>) -> StatedOutside {
    let from = message.from().and_then(|it| it.first());
    let outlet = from.and_then(|it| it.name()).map(|it| it.trim_matches('"').trim().to_owned());
    StatedOutside {
        outlet,
        published: message.date().filter(|it| it.is_valid()).map(mail_parser::DateTime::to_rfc3339),
        title: message.subject().map(str::to_owned),
        url: None,
    }
}
