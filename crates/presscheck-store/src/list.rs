//! What is in the file: stories, articles, versions, and which one an id stands for.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use crate::Moment;
use crate::error::Error;
use crate::sources::{self, Source};
use crate::workspace::Workspace;

/// A story.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StoryRow {
    /// Its id, which stays while its articles change.
    pub id: String,
    /// A headline as printed.
    pub title: String,
    /// Earliest publication day.
    pub start: Option<String>,
    /// Latest publication day.
    pub end: Option<String>,
    /// How many articles.
    pub articles: u32,
    /// How many outlets.
    pub outlets: u32,
    /// How many independent origins.
    pub origins: u32,
    /// Quotations whose words differ without a mark.
    pub altered: u32,
    /// Quantities on which the articles do not agree.
    pub disputed: u32,
    /// Conditions that acts to come depend on.
    pub conditions: u32,
    /// When it came to be.
    pub begun: String,
    /// When an article last came, left or changed.
    pub changed: String,
}

const STORY: &str = "id, title, start, end, articles, outlets, origins, altered, disputed,
    conditions, begun, changed";

impl StoryRow {
    fn of(row: &Row<'_>) -> rusqlite::Result<StoryRow> {
        Ok(StoryRow {
            id: row.get(0)?,
            title: row.get(1)?,
            start: row.get(2)?,
            end: row.get(3)?,
            articles: row.get(4)?,
            outlets: row.get(5)?,
            origins: row.get(6)?,
            altered: row.get(7)?,
            disputed: row.get(8)?,
            conditions: row.get(9)?,
            begun: row.get(10)?,
            changed: row.get(11)?,
        })
    }
}

/// An article, by its latest version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ArticleRow {
    /// Its id.
    pub id: String,
    /// The story it is in.
    pub story: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The publication day that it states.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The file it was read from.
    pub path: Option<String>,
    /// How many versions were seen.
    pub versions: u32,
    /// When it was first seen.
    pub first_seen: String,
    /// When it was last seen.
    pub last_seen: String,
}

const ARTICLE: &str = "id, story, outlet, title, published, url, path, versions, first_seen,
    last_seen";

impl ArticleRow {
    fn of(row: &Row<'_>) -> rusqlite::Result<ArticleRow> {
        Ok(ArticleRow {
            id: row.get(0)?,
            story: row.get(1)?,
            outlet: row.get(2)?,
            title: row.get(3)?,
            published: row.get(4)?,
            url: row.get(5)?,
            path: row.get(6)?,
            versions: row.get(7)?,
            first_seen: row.get(8)?,
            last_seen: row.get(9)?,
        })
    }
}

/// One version of an article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct VersionRow {
    /// From 1.
    pub number: u32,
    /// When it was first seen.
    pub seen: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its headline.
    pub title: Option<String>,
    /// The text in which places count.
    #[serde(skip)]
    pub text: String,
}

impl Workspace {
    /// The stories that are there now, the last changed first.
    pub fn stories(&self) -> Result<Vec<StoryRow>, Error> {
        self.read(|file| {
            let sql = format!(
                "SELECT {STORY} FROM stories WHERE ended IS NULL ORDER BY changed DESC, id"
            );
            file.prepare_cached(&sql)?.query_map([], StoryRow::of)?.collect()
        })
    }

    /// A story.
    pub fn story(&self, id: &str) -> Result<StoryRow, Error> {
        let id = self.story_id(id)?;
        self.read(|file| {
            let sql = format!("SELECT {STORY} FROM stories WHERE id = ?1");
            file.prepare_cached(&sql)?.query_row([id], StoryRow::of)
        })
    }

    /// The articles, of one story or of all, in order of their days.
    pub fn articles(&self, story: Option<&str>) -> Result<Vec<ArticleRow>, Error> {
        self.read(|file| {
            let sql = format!(
                "SELECT {ARTICLE} FROM articles_latest WHERE ?1 IS NULL OR story = ?1
                 ORDER BY published IS NULL, published, id"
            );
            file.prepare_cached(&sql)?.query_map([story], ArticleRow::of)?.collect()
        })
    }

    /// An article.
    pub fn article(&self, id: &str) -> Result<ArticleRow, Error> {
        let id = self.article_id(id)?;
        self.read(|file| {
            let sql = format!("SELECT {ARTICLE} FROM articles_latest WHERE id = ?1");
            file.prepare_cached(&sql)?.query_row([id], ArticleRow::of)
        })
    }

    /// The versions of an article, the first one first.
    pub fn versions(&self, article: &str) -> Result<Vec<VersionRow>, Error> {
        self.read(|file| {
            let mut found = file.prepare_cached(
                "SELECT number, seen, sha256, title, text FROM article_versions
                 WHERE article = ?1 ORDER BY number",
            )?;
            let version = |row: &Row<'_>| {
                Ok(VersionRow {
                    number: row.get(0)?,
                    seen: row.get(1)?,
                    sha256: row.get(2)?,
                    title: row.get(3)?,
                    text: row.get(4)?,
                })
            };
            found.query_map([article], version)?.collect()
        })
    }

    /// The bytes with this SHA-256 that an article was read from.
    pub fn source(&self, sha256: &str) -> Result<Option<Source>, Error> {
        self.read(|file| sources::find(file, sha256))
    }

    /// Stories that something happened to after a moment, in order of their ids.
    pub(crate) fn touched(&self, since: &Moment) -> Result<Vec<String>, Error> {
        self.read(|file| {
            let mut found = file.prepare_cached(
                "SELECT id FROM stories WHERE ended IS NULL AND id IN (
                     SELECT story FROM story_articles WHERE joined > ?1
                     UNION SELECT story FROM story_articles WHERE \"left\" > ?1
                     UNION SELECT s.story FROM article_versions AS v
                         JOIN story_articles AS s ON s.article = v.article AND s.\"left\" IS NULL
                         WHERE v.seen > ?1)
                 ORDER BY id",
            )?;
            found.query_map([since.as_str()], |it| it.get(0))?.collect()
        })
    }

    /// The story that an id stands for: its own, the beginning of it, or that of one of its
    /// records. A story that has gone into another one is that other one.
    pub fn story_id(&self, given: &str) -> Result<String, Error> {
        let own = "SELECT id FROM stories WHERE id = ?1
             UNION SELECT story FROM records WHERE id = ?1
                 AND NOT EXISTS (SELECT 1 FROM stories WHERE id = ?1)";
        let like = "SELECT id FROM stories WHERE id >= ?1 AND id < ?2 AND ended IS NULL";
        let mut id = self.id_of("story", given, own, like)?;
        // A circle of stories that go into one another cannot be made; a damaged file may have one.
        for _ in 0..MOST_HOPS {
            let next: Option<String> = self.read(|file| {
                file.prepare_cached(
                    "SELECT into_story FROM stories WHERE id = ?1 AND ended IS NOT NULL",
                )?
                .query_row([&id], |it| it.get(0))
                .optional()
                .map(Option::flatten)
            })?;
            match next {
                Some(next) => id = next,
                None => break,
            }
        }
        Ok(id)
    }

    /// The article that an id or the beginning of one stands for.
    pub fn article_id(&self, given: &str) -> Result<String, Error> {
        let own = "SELECT id FROM articles WHERE id = ?1";
        let like = "SELECT id FROM articles WHERE id >= ?1 AND id < ?2";
        self.id_of("article", given, own, like)
    }

    fn id_of(
        &self,
        what: &'static str,
        given: &str,
        own: &str,
        like: &str,
    ) -> Result<String, Error> {
        let (own, like) = self.read(|file| {
            let own = ids(file, own, params![given])?;
            let like = match &own[..] {
                [] if !given.is_empty() => ids(file, like, params![given, after(given)])?,
                _ => Vec::new(),
            };
            Ok((own, like))
        })?;
        match (own.into_iter().next(), &like[..]) {
            (Some(it), _) => Ok(it),
            (None, [only]) => Ok(only.clone()),
            (None, []) => Err(Error::Unknown { what, id: given.to_owned() }),
            (None, several) => {
                let some: Vec<String> =
                    several.iter().take(SHOWN).map(|it| format!("`{it}`")).collect();
                let (n, some) = (several.len(), some.join(", "));
                Err(Error::Ambiguous { id: given.to_owned(), n, some })
            }
        }
    }
}

/// So many of the ids that begin alike are named.
const SHOWN: usize = 4;

/// So many stories that have gone into one another are followed.
const MOST_HOPS: usize = 1000;

fn ids(
    file: &Connection,
    sql: &str,
    given: &[&dyn rusqlite::ToSql],
) -> rusqlite::Result<Vec<String>> {
    file.prepare_cached(sql)?.query_map(given, |it| it.get(0))?.collect()
}

/// What no text that begins with `start` comes after.
fn after(start: &str) -> String {
    format!("{start}\u{10ffff}")
}
