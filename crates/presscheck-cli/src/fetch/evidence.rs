//! The bytes that articles were read from, under the names they get beside a record.

use std::collections::BTreeMap;

use presscheck::model::{Article, RecordArticle};
use presscheck::read;

/// Bytes by their SHA-256.
#[derive(Debug, Default)]
pub(crate) struct Evidence(BTreeMap<String, (String, Vec<u8>)>);

impl Evidence {
    /// Keeps what `articles` were read from: `bytes`, or their own text where these held several.
    pub(super) fn keep(&mut self, articles: &[Article], bytes: Vec<u8>) {
        let whole = read::hex(&bytes);
        for it in articles.iter().filter(|it| it.sha256 != whole) {
            if read::hex(it.text.as_bytes()) == it.sha256 {
                let kept = (format!("{}.txt", it.sha256), it.text.clone().into_bytes());
                self.0.insert(it.sha256.clone(), kept);
            }
        }
        if articles.iter().any(|it| it.sha256 == whole) {
            let name = format!("{whole}.{}", ending(&bytes));
            self.0.insert(whole, (name, bytes));
        }
    }

    /// The file name and bytes of an article's evidence.
    pub(crate) fn of(&self, article: &RecordArticle) -> Option<(&str, &[u8])> {
        self.0.get(&article.sha256).map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// What opens such bytes: a browser, an editor, or gzip.
fn ending(bytes: &[u8]) -> &'static str {
    const GZIP: &[u8] = &[0x1f, 0x8b];
    /// Doctype, comments and blanks before the first tag fit in here on any page seen.
    const HEAD: usize = 1024;
    if bytes.starts_with(GZIP) {
        return "gz";
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    let is_page =
        head.contains("<!doctype html") || head.contains("<html") || head.contains("<head");
    if is_page { "html" } else { "txt" }
}
