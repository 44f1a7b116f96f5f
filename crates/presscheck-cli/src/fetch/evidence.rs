//! The bytes that articles were read from, under the names they get beside a record.
//!
//! What is kept must read again as it did the first time, so the name keeps its ending and what a
//! server said of the media type is kept beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use presscheck::model::{Article, Place, RecordArticle};
use presscheck::read;
use presscheck_store::Source;

use super::Raw;
use super::files::{ENDINGS, shown};

/// What servers said of the evidence: an object of media types by SHA-256.
const MEDIA_TYPES: &str = "media-types.json";

/// Bytes by their SHA-256.
#[derive(Debug, Default)]
pub(crate) struct Evidence(BTreeMap<String, Kept>);

/// The bytes of one article, or of several in one file.
#[derive(Debug)]
struct Kept {
    bytes: Vec<u8>,
    /// The file name's ending, with the dot.
    ending: String,
    media_type: Option<String>,
}

impl Evidence {
    /// Keeps what `articles` were read from: `given`, or their own text where it held several.
    pub(super) fn keep(&mut self, articles: &[Article], given: Raw) {
        let whole = read::hex(&given.bytes);
        for it in articles.iter().filter(|it| it.sha256 != whole) {
            if read::hex(it.text.as_bytes()) == it.sha256 {
                let bytes = it.text.clone().into_bytes();
                let kept = Kept { bytes, ending: ".txt".to_owned(), media_type: None };
                self.0.insert(it.sha256.clone(), kept);
            }
        }
        if articles.iter().any(|it| it.sha256 == whole) {
            let ending = ending(&given.place, &given.bytes);
            let Raw { bytes, media_type, .. } = given;
            self.0.insert(whole, Kept { bytes, ending, media_type });
        }
    }

    /// Keeps what a workspace holds under this SHA-256.
    pub(crate) fn put(&mut self, sha256: &str, it: Source) {
        let Source { bytes, ending, media_type } = it;
        self.0.insert(sha256.to_owned(), Kept { bytes, ending, media_type });
    }

    /// The files to write into the `evidence` folder beside a record of these articles.
    pub(crate) fn files(&self, articles: &[RecordArticle]) -> Vec<(String, Vec<u8>)> {
        let kept = articles.iter().filter_map(|it| self.0.get_key_value(&it.sha256));
        let kept: BTreeMap<&String, &Kept> = kept.collect();
        let named =
            |(sha256, it): (&&String, &&Kept)| (format!("{sha256}{}", it.ending), it.bytes.clone());
        let mut files: Vec<(String, Vec<u8>)> = kept.iter().map(named).collect();
        let said = kept.iter().filter_map(|(sha256, it)| Some((*sha256, it.media_type.as_ref()?)));
        let said: BTreeMap<&String, &String> = said.collect();
        if !said.is_empty() {
            let bytes = serde_json::to_vec_pretty(&said).unwrap_or_default();
            files.push((MEDIA_TYPES.to_owned(), bytes));
        }
        files
    }
}

/// Reads an article's source again: in `evidence` beside the record, else where it was first read.
pub(crate) fn again(folder: &Path, article: &RecordArticle) -> Option<Article> {
    let evidence = folder.join("evidence");
    let read_from = article.path.as_deref().unwrap_or_default();
    // `wire.jsonl#7` is a line of `wire.jsonl`, unless a file has that very name.
    let file = read_from.rsplit_once('#').map_or("", |(file, _)| file);
    let first = [read_from, file].into_iter().filter(|it| !it.is_empty());
    let first = first.flat_map(|it| [PathBuf::from(it), folder.join(it)]);
    let beside = beside(&evidence, &article.sha256);
    let mut found =
        beside.into_iter().chain(first).filter_map(|it| Some((fs::read(&it).ok()?, it)));
    let (bytes, path) = found.next()?;
    let media_type = media_type(&evidence, &article.sha256);
    let place = Place { path: Some(shown(&path)), url: None };
    let media_type = media_type.as_deref();
    let input = read::Input { bytes: &bytes, place, media_type, ..Default::default() };
    let mut articles = read::articles(&input).articles;
    let same_bytes = articles.iter().position(|it| it.sha256 == article.sha256);
    let ix = same_bytes.or_else(|| articles.iter().position(|it| it.id.0 == article.id));
    let ix = ix.unwrap_or(0);
    (ix < articles.len()).then(|| articles.swap_remove(ix))
}

/// `evidence/<sha256>.<ending>`.
fn beside(evidence: &Path, sha256: &str) -> Option<PathBuf> {
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.split('.').next() == Some(sha256)
    };
    let entries = fs::read_dir(evidence).ok()?;
    let mut found: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    found.retain(named);
    found.sort();
    found.into_iter().next()
}

fn media_type(evidence: &Path, sha256: &str) -> Option<String> {
    let bytes = fs::read(evidence.join(MEDIA_TYPES)).ok()?;
    let mut said: BTreeMap<String, String> = serde_json::from_slice(&bytes).ok()?;
    said.remove(sha256)
}

/// The ending of the name under which the bytes were read; without one, that of what opens them.
pub(super) fn ending(place: &Place, bytes: &[u8]) -> String {
    let name = place.path.as_deref().unwrap_or_default().to_ascii_lowercase();
    let (stem, gz) = name.strip_suffix(".gz").map_or((name.as_str(), ""), |it| (it, ".gz"));
    let ending = stem.rsplit_once('.').map(|(_, it)| it).filter(|it| ENDINGS.contains(it));
    ending.map_or_else(|| opened_as(bytes).to_owned(), |it| format!(".{it}{gz}"))
}

/// A browser, an editor, or gzip.
fn opened_as(bytes: &[u8]) -> &'static str {
    const GZIP: &[u8] = &[0x1f, 0x8b];
    /// Doctype, comments and blanks before the first tag fit in here on any page seen.
    const HEAD: usize = 1024;
    if bytes.starts_with(GZIP) {
        return ".gz";
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    let is_page =
        head.contains("<!doctype html") || head.contains("<html") || head.contains("<head");
    if is_page { ".html" } else { "" }
}
