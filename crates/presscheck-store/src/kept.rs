//! Kept articles back from the file, with their annotations. What an earlier revision of the
//! engine made is made again from the bytes.

use std::collections::BTreeMap;

use presscheck::annotate;
use presscheck::model::{Annotated, Article, ArticleId, Place};
use presscheck::read::{self, Input};
use rusqlite::{Connection, OptionalExtension, params};

use crate::articles::{StatedForm, day, value};
use crate::error::Error;
use crate::form::{Annotations, Columns, Reading};
use crate::workspace::Workspace;
use crate::{cores, revision, sources};

/// A version as it stands in the file.
struct Row {
    version: i64,
    columns: Columns,
    stated: Option<StatedForm>,
    /// The reading, if the present engine made it.
    reading: Option<String>,
    /// The annotations, if the present engine made them.
    layers: Option<String>,
}

/// An article, and what of it is not in the file yet.
struct Loaded {
    version: i64,
    it: Annotated,
    is_reread: bool,
    is_annotated_anew: bool,
}

/// The articles of these versions, in order of their ids. What had to be made is kept.
pub(crate) fn articles(
    workspace: &mut Workspace,
    versions: &[i64],
) -> Result<Vec<Annotated>, Error> {
    let loaded = workspace.read(|file| load_all(file, versions))?;
    if loaded.iter().any(|it| it.is_reread || it.is_annotated_anew) {
        workspace.change(|file| loaded.iter().try_for_each(|it| keep(file, it)))?;
    }
    let mut articles: Vec<Annotated> = loaded.into_iter().map(|it| it.it).collect();
    articles.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    Ok(articles)
}

fn load_all(file: &Connection, versions: &[i64]) -> rusqlite::Result<Vec<Loaded>> {
    let mut rows = Vec::with_capacity(versions.len());
    for &version in versions {
        rows.extend(row(file, version)?);
    }
    let mut sources = BTreeMap::new();
    for it in rows.iter().filter(|it| it.reading.is_none()) {
        sources.insert(it.version, sources::find(file, &it.columns.sha256)?);
    }
    let loaded = cores::map(&rows, |row| {
        let source = sources.get(&row.version).and_then(Option::as_ref);
        load(row, source)
    });
    Ok(loaded.into_iter().flatten().flatten().collect())
}

fn row(file: &Connection, version: i64) -> rusqlite::Result<Option<Row>> {
    let now = revision();
    let of_now =
        |made: Option<String>, it: Option<String>| it.filter(|_| made == Some(now.clone()));
    file.prepare_cached(
        "SELECT v.article, v.path, v.sha256, v.text, v.stated, v.revision, v.reading, n.revision,
             n.layers
         FROM article_versions AS v LEFT JOIN annotations AS n ON n.version = v.id
         WHERE v.id = ?1",
    )?
    .query_row([version], |it| {
        let stated: String = it.get(4)?;
        let stated: Option<StatedForm> = serde_json::from_str(&stated).ok();
        let fetched = stated.as_ref().and_then(|it| it.fetched.clone());
        let columns = Columns {
            id: it.get(0)?,
            place: Place { path: it.get(1)?, url: fetched },
            sha256: it.get(2)?,
            text: it.get(3)?,
        };
        let reading = of_now(it.get(5)?, it.get(6)?);
        let layers = of_now(it.get(7)?, it.get(8)?);
        Ok(Row { version, columns, stated, reading, layers })
    })
    .optional()
}

/// `None` only where neither the reading nor the bytes give an article.
fn load(row: &Row, source: Option<&sources::Source>) -> Option<Loaded> {
    let reading = row.reading.as_ref().and_then(|it| serde_json::from_str::<Reading>(it).ok());
    let as_kept = reading.and_then(|it| it.article(row.columns.clone()).ok());
    let is_reread = as_kept.is_none();
    let article = as_kept.or_else(|| reread(row, source?))?;
    let kept = row.layers.as_ref().filter(|_| !is_reread);
    let kept = kept.and_then(|it| serde_json::from_str::<Annotations>(it).ok());
    let kept = kept.and_then(|it| it.annotations(&article.text).ok());
    let is_annotated_anew = kept.is_none();
    let annotations = kept.unwrap_or_else(|| annotate::article(&article));
    let it = Annotated { article, annotations };
    Some(Loaded { version: row.version, it, is_reread, is_annotated_anew })
}

/// Reads the bytes again, as they were read when they came.
fn reread(row: &Row, source: &sources::Source) -> Option<Article> {
    let Columns { id, place, sha256, text: _ } = &row.columns;
    let name = format!("{sha256}{}", source.ending);
    let input = Input {
        bytes: &source.bytes,
        place: Place { path: Some(name), url: place.url.clone() },
        media_type: source.media_type.as_deref(),
        stated: row.stated.clone()?.stated(),
    };
    let mut article = read::articles(&input).articles.into_iter().next()?;
    let made = std::mem::replace(&mut article.id, ArticleId(id.clone()));
    for it in article.published.iter_mut().flat_map(|it| &mut it.basis) {
        if it.article == made {
            it.article = article.id.clone();
        }
    }
    for it in article.gaps.iter_mut().filter(|it| it.about == made.0) {
        it.about.clone_from(id);
    }
    article.place = place.clone();
    Some(article)
}

/// Keeps what had to be made.
fn keep(file: &Connection, loaded: &Loaded) -> rusqlite::Result<()> {
    let Loaded { version, it, is_reread, is_annotated_anew } = loaded;
    if *is_reread {
        let reading = serde_json::to_string(&Reading::of(&it.article)).unwrap_or_default();
        let read = &it.article;
        file.prepare_cached(
            "UPDATE article_versions SET outlet = ?2, title = ?3, byline = ?4, published = ?5,
                 language = ?6, text = ?7, revision = ?8, reading = ?9
             WHERE id = ?1",
        )?
        .execute(params![
            version,
            value(read.outlet.as_ref()),
            value(read.title.as_ref()),
            value(read.byline.as_ref()),
            day(read.published.as_ref()),
            read.language,
            read.text,
            revision(),
            reading,
        ])?;
        file.prepare_cached(
            "UPDATE articles SET (outlet, title, published) = (
                 SELECT outlet, title, published FROM article_versions WHERE id = ?1)
             WHERE latest = ?1",
        )?
        .execute([version])?;
    }
    if *is_annotated_anew {
        let layers = serde_json::to_string(&Annotations::of(&it.annotations)).unwrap_or_default();
        file.prepare_cached(
            "INSERT INTO annotations (version, revision, layers) VALUES (?1, ?2, ?3)
             ON CONFLICT (version) DO UPDATE SET revision = ?2, layers = ?3",
        )?
        .execute(params![version, revision(), layers])?;
    }
    Ok(())
}
