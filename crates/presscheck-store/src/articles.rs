//! Articles come in: each is known again or new, and each change is a version.

use presscheck::model::{Article, Published, Stated};
use presscheck::read::{self, StatedOutside};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::form::Reading;
use crate::keys::{self, Keys};
use crate::sources::{self, Source};
use crate::{Moment, revision};

/// An article to take in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// As the read stage gave it.
    pub article: Article,
    /// The bytes it was read from.
    pub source: Source,
    /// What was stated of it outside the bytes.
    pub stated: StatedOutside,
    /// The whole path of the file, where the file is this article and nothing else.
    pub file: Option<String>,
}

/// What became of an article that came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Receipt {
    /// What it is.
    pub status: Status,
    /// The article's id in the workspace.
    pub article: String,
    /// The number of its version, from 1.
    pub version: u32,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it came from: a file or an address.
    pub place: Option<String>,
    /// SHA-256 of the bytes that came.
    pub sha256: String,
    /// When it was seen.
    pub seen: String,
}

/// What an article that came in is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// One that was not there before.
    New,
    /// One that was there and has changed.
    Changed,
    /// One that reads as it did.
    Known,
}

impl Status {
    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Known => "known",
        }
    }
}

/// What was known of an article outside its bytes, as it is kept.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct StatedForm {
    outlet: Option<String>,
    published: Option<String>,
    title: Option<String>,
    url: Option<String>,
    /// The address that the bytes came from.
    pub(crate) fetched: Option<String>,
}

impl StatedForm {
    fn of(it: &Incoming) -> StatedForm {
        let StatedOutside { outlet, published, title, url } = it.stated.clone();
        StatedForm { outlet, published, title, url, fetched: it.article.place.url.clone() }
    }

    pub(crate) fn stated(self) -> StatedOutside {
        let StatedForm { outlet, published, title, url, fetched: _ } = self;
        StatedOutside { outlet, published, title, url }
    }
}

/// Takes one article in.
pub(crate) fn take(
    change: &Connection,
    run: i64,
    it: &Incoming,
    now: &Moment,
) -> rusqlite::Result<Receipt> {
    let sha256 = read::hex(&it.source.bytes);
    let keys = Keys::of(&it.article, it.file.as_deref());
    let by_key = by_key(change, &keys)?;
    let is_keyed = by_key.is_some();
    let known = if is_keyed { by_key } else { twin(change, it, &sha256)? };
    let last = match &known {
        Some(article) => latest(change, article)?,
        None => None,
    };
    let (status, article, version) = match (known, last) {
        (Some(article), Some(last)) if last.reads_as(it) => {
            (Status::Known, article, (last.version, last.number))
        }
        (Some(article), last) => {
            let number = last.map_or(0, |it| it.number) + 1;
            (Status::Changed, article.clone(), put(change, &article, number, it, now)?)
        }
        (None, _) => {
            let article = make(change, it, now)?;
            (Status::New, article.clone(), put(change, &article, 1, it, now)?)
        }
    };
    // A copy in another place is a sighting and no more: were its place a key, a change of the copy
    // would pass for a change of the first.
    if is_keyed || status != Status::Known {
        put_keys(change, &keys, &article)?;
    }
    saw(change, (run, version.0), it, &sha256, now)?;
    let place = it.article.place.path.clone().or_else(|| it.article.place.url.clone());
    Ok(Receipt {
        status,
        article,
        version: version.1,
        outlet: value(it.article.outlet.as_ref()).map(str::to_owned),
        title: value(it.article.title.as_ref()).map(str::to_owned),
        place,
        sha256,
        seen: now.to_string(),
    })
}

/// The article that has one of the keys, the strongest first. A given id or a file is no proof
/// against two addresses that differ: `today.html` may be another page every day.
fn by_key(file: &Connection, keys: &Keys) -> rusqlite::Result<Option<String>> {
    let mut of_key = file.prepare_cached("SELECT article FROM article_keys WHERE key = ?1")?;
    for key in &keys.addresses {
        if let Some(it) = of_key.query_row([key], |it| it.get(0)).optional()? {
            return Ok(Some(it));
        }
    }
    for key in &keys.others {
        let found: Option<String> = of_key.query_row([key], |it| it.get(0)).optional()?;
        if let Some(it) = found
            && (keys.addresses.is_empty() || !has_address(file, &it)?)
        {
            return Ok(Some(it));
        }
    }
    Ok(None)
}

fn has_address(file: &Connection, article: &str) -> rusqlite::Result<bool> {
    file.prepare_cached(
        "SELECT 1 FROM article_keys WHERE article = ?1 AND key LIKE 'url:%' LIMIT 1",
    )?
    .exists([article])
}

/// An article with the same bytes from, as far as is known, the same outlet on the same day. One
/// text that two outlets print is two articles.
fn twin(file: &Connection, it: &Incoming, sha256: &str) -> rusqlite::Result<Option<String>> {
    let mut same = file.prepare_cached(
        "SELECT a.id, v.outlet, v.published, v.url FROM article_versions AS v
         JOIN articles AS a ON a.latest = v.id
         WHERE v.sha256 = ?1 ORDER BY v.id",
    )?;
    let mut rows = same.query([sha256])?;
    let agree =
        |one: Option<&str>, other: Option<&str>| one.is_none() || other.is_none() || one == other;
    let address = |it: Option<&str>| it.and_then(keys::address);
    while let Some(row) = rows.next()? {
        let (id, outlet, published, url): (String, Option<String>, Option<String>, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let article = &it.article;
        let (own, other) = (address(article.url.as_deref()), address(url.as_deref()));
        if agree(value(article.outlet.as_ref()), outlet.as_deref())
            && agree(day(article.published.as_ref()).as_deref(), published.as_deref())
            && agree(own.as_deref(), other.as_deref())
        {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// What was last read of an article.
struct Last {
    version: i64,
    number: u32,
    text: String,
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

impl Last {
    /// Whether nothing that came is other than it was. What is not stated this time says nothing.
    fn reads_as(&self, it: &Incoming) -> bool {
        fn kept(given: Option<&str>, known: Option<&String>) -> bool {
            given.is_none_or(|it| known.is_some_and(|known| known == it))
        }
        let article = &it.article;
        let address = |it: &Option<String>| it.as_deref().and_then(keys::address);
        let url = address(&article.url);
        self.text == article.text
            && kept(value(article.title.as_ref()), self.title.as_ref())
            && kept(value(article.outlet.as_ref()), self.outlet.as_ref())
            && kept(value(article.byline.as_ref()), self.byline.as_ref())
            && kept(day(article.published.as_ref()).as_deref(), self.published.as_ref())
            && (url.is_none() || url == address(&self.url))
    }
}

fn latest(file: &Connection, article: &str) -> rusqlite::Result<Option<Last>> {
    file.prepare_cached(
        "SELECT v.id, v.number, v.text, v.title, v.outlet, v.byline, v.published, v.url
         FROM articles AS a JOIN article_versions AS v ON v.id = a.latest WHERE a.id = ?1",
    )?
    .query_row([article], |row| {
        Ok(Last {
            version: row.get(0)?,
            number: row.get(1)?,
            text: row.get(2)?,
            title: row.get(3)?,
            outlet: row.get(4)?,
            byline: row.get(5)?,
            published: row.get(6)?,
            url: row.get(7)?,
        })
    })
    .optional()
}

/// Makes an article, under its own id where that is free.
fn make(file: &Connection, it: &Incoming, now: &Moment) -> rusqlite::Result<String> {
    let mut taken = file.prepare_cached("SELECT 1 FROM articles WHERE id = ?1")?;
    let given = &it.article.id.0;
    let mut id = given.clone();
    let mut n = 2_u64;
    while taken.exists([&id])? {
        id = format!("{given}~{n}");
        n += 1;
    }
    file.prepare_cached(
        "INSERT INTO articles (id, first_seen, last_seen, versions) VALUES (?1, ?2, ?2, 0)",
    )?
    .execute([&id, now.as_str()])?;
    Ok(id)
}

/// Puts a version; returns its row and its number.
fn put(
    file: &Connection,
    article: &str,
    number: u32,
    it: &Incoming,
    now: &Moment,
) -> rusqlite::Result<(i64, u32)> {
    let sha256 = sources::keep(file, &it.source)?;
    let read = &it.article;
    let (outlet, title) = (value(read.outlet.as_ref()), value(read.title.as_ref()));
    let published = day(read.published.as_ref());
    file.prepare_cached(
        "INSERT INTO article_versions (article, number, seen, sha256, path, url, outlet, title,
             byline, published, language, text, stated, revision, reading)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        article,
        number,
        now.as_str(),
        sha256,
        read.place.path,
        read.url.as_ref().or(read.place.url.as_ref()),
        outlet,
        title,
        value(read.byline.as_ref()),
        published,
        read.language,
        read.text,
        json(&StatedForm::of(it)),
        revision(),
        json(&Reading::of(read)),
    ])?;
    let version = file.last_insert_rowid();
    file.prepare_cached(
        "UPDATE articles SET title = ?2, outlet = ?3, published = ?4,
             url = coalesce(?5, url), versions = ?6, latest = ?7 WHERE id = ?1",
    )?
    .execute(params![article, title, outlet, published, read.url, number, version])?;
    Ok((version, number))
}

fn put_keys(file: &Connection, keys: &Keys, article: &str) -> rusqlite::Result<()> {
    // An address that is another article's stays that one's.
    let mut put =
        file.prepare_cached("INSERT OR IGNORE INTO article_keys (key, article) VALUES (?1, ?2)")?;
    keys.all().try_for_each(|key| put.execute([key, article]).map(|_| ()))
}

/// Notes that an article was seen, in which run and as which version.
fn saw(
    file: &Connection,
    (run, version): (i64, i64),
    it: &Incoming,
    sha256: &str,
    now: &Moment,
) -> rusqlite::Result<()> {
    file.prepare_cached(
        "INSERT INTO sightings (run, version, seen, sha256, path, url)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        run,
        version,
        now.as_str(),
        sha256,
        it.article.place.path,
        it.article.url.as_ref().or(it.article.place.url.as_ref()),
    ])?;
    file.prepare_cached(
        "UPDATE articles SET last_seen = max(last_seen, ?2)
         WHERE id = (SELECT article FROM article_versions WHERE id = ?1)",
    )?
    .execute(params![version, now.as_str()])?;
    Ok(())
}

pub(crate) fn value(it: Option<&Stated>) -> Option<&str> {
    it.map(|it| it.value.as_str())
}

pub(crate) fn day(it: Option<&Published>) -> Option<String> {
    it.map(|it| it.date.to_string())
}

/// What holds nothing but strings, numbers and lists, which JSON can always say.
fn json(it: &impl Serialize) -> String {
    serde_json::to_string(it).unwrap_or_default()
}
