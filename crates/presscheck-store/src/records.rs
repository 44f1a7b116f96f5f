//! Records: compiled for the stories that changed, and compiled again as of an earlier moment.

use presscheck::model::{Annotated, Record};
use presscheck::record;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::stories::Step;
use crate::workspace::Workspace;
use crate::{Moment, cores, kept, revision};

/// So many records are compiled at once: enough for all cores.
const AT_ONCE: usize = 16;

/// Compiles the records of stories that have changed; returns how many.
pub(crate) fn refresh(
    workspace: &mut Workspace,
    now: &Moment,
    tell: &mut dyn FnMut(Step),
) -> Result<usize, Error> {
    mark_outdated(workspace)?;
    let stale: Vec<String> = workspace.read(|file| {
        let mut stale =
            file.prepare_cached("SELECT id FROM stories WHERE stale = 1 ORDER BY id")?;
        stale.query_map([], |it| it.get(0))?.collect()
    })?;
    let n = stale.len();
    for (ix, some) in stale.chunks(AT_ONCE).enumerate() {
        let mut loaded = Vec::new();
        for story in some {
            let versions = workspace.read(|file| versions(file, story, None))?;
            loaded.push((story, kept::articles(workspace, &versions)?, versions));
        }
        let records = cores::map(&loaded, |it| presscheck::compile_story(it.1.clone()));
        workspace.change(|file| {
            for ((story, _, compiled), record) in loaded.iter().zip(&records) {
                // A story that has changed meanwhile stays stale for the next time.
                if let Some(record) = record
                    && versions(file, story, None)? == *compiled
                {
                    put(file, story, record, now)?;
                }
            }
            Ok(())
        })?;
        tell(Step::Compiled((ix * AT_ONCE + some.len()).min(n), n));
    }
    Ok(n)
}

/// Records that an earlier revision of the engine compiled are compiled again.
fn mark_outdated(workspace: &mut Workspace) -> Result<(), Error> {
    const OUTDATED: &str = "ended IS NULL AND stale = 0 AND id IN (
        SELECT story FROM records WHERE record IS NOT NULL AND revision <> ?1)";
    let any = format!("SELECT EXISTS (SELECT 1 FROM stories WHERE {OUTDATED})");
    if workspace.read(|file| file.query_row(&any, [revision()], |it| it.get(0)))? {
        let mark = format!("UPDATE stories SET stale = 1 WHERE {OUTDATED}");
        workspace.change(|file| file.execute(&mark, [revision()]))?;
    }
    Ok(())
}

/// The latest record of a story.
pub(crate) fn latest(workspace: &mut Workspace, story: &str) -> Result<Record, Error> {
    let kept: Option<String> = workspace.read(|file| {
        let mut kept = file.prepare_cached(
            "SELECT record FROM records WHERE story = ?1 AND record IS NOT NULL
             ORDER BY moment DESC LIMIT 1",
        )?;
        kept.query_row([story], |it| it.get(0)).optional()
    })?;
    match kept.and_then(|it| record::from_json(it.as_bytes()).ok()) {
        Some(it) => Ok(it),
        None => compile(workspace, story, None),
    }
}

/// The record of a story as it was at a moment, by the present engine; without articles where the
/// story was not there yet.
pub(crate) fn as_of(
    workspace: &mut Workspace,
    story: &str,
    moment: &Moment,
) -> Result<Record, Error> {
    compile(workspace, story, Some(moment))
}

fn compile(
    workspace: &mut Workspace,
    story: &str,
    moment: Option<&Moment>,
) -> Result<Record, Error> {
    let versions = workspace.read(|file| versions(file, story, moment))?;
    let articles: Vec<Annotated> = kept::articles(workspace, &versions)?;
    Ok(presscheck::compile_story(articles))
}

/// The versions of a story's articles, in order of the articles: the latest, or those of a moment.
pub(crate) fn versions(
    file: &Connection,
    story: &str,
    moment: Option<&Moment>,
) -> rusqlite::Result<Vec<i64>> {
    let Some(moment) = moment else {
        let mut found = file.prepare_cached(
            "SELECT a.latest FROM story_articles AS s JOIN articles AS a ON a.id = s.article
             WHERE s.story = ?1 AND s.\"left\" IS NULL ORDER BY a.id",
        )?;
        return found.query_map([story], |it| it.get(0))?.collect();
    };
    let mut found = file.prepare_cached(
        "SELECT max(v.id) FROM story_articles AS s JOIN article_versions AS v USING (article)
         WHERE s.story = ?1 AND s.joined <= ?2 AND (s.\"left\" IS NULL OR s.\"left\" > ?2)
             AND v.seen <= ?2
         GROUP BY article ORDER BY article",
    )?;
    found.query_map([story, moment.as_str()], |it| it.get(0))?.collect()
}

/// Keeps the record of a story, and what it says in the tables.
fn put(file: &Connection, story: &str, it: &Record, now: &Moment) -> rusqlite::Result<()> {
    let counts = record::counts(it);
    let before: Option<String> = file
        .prepare_cached(
            "SELECT sha256 FROM records WHERE story = ?1 AND record IS NOT NULL
             ORDER BY moment DESC LIMIT 1",
        )?
        .query_row([story], |it| it.get(0))
        .optional()?;
    let is_same = before.as_ref() == Some(&it.sha256);
    if !is_same {
        file.prepare_cached("UPDATE records SET record = NULL WHERE story = ?1")?
            .execute([story])?;
        // A record holds nothing that JSON cannot say.
        let json = serde_json::to_string(it).unwrap_or_default();
        file.prepare_cached(
            "INSERT OR REPLACE INTO records (story, moment, id, revision, sha256, articles, outlets,
                 origins, record)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            story,
            now.as_str(),
            it.story.id,
            revision(),
            it.sha256,
            counts.articles,
            counts.outlets,
            counts.origins,
            json,
        ])?;
        put_lineage(file, story, it)?;
    }
    file.prepare_cached(
        "UPDATE records SET revision = ?2 WHERE story = ?1 AND record IS NOT NULL",
    )?
    .execute([story, &revision()])?;
    file.prepare_cached(
        "UPDATE stories SET title = ?2, start = ?3, end = ?4, articles = ?5, outlets = ?6,
             origins = ?7, altered = ?8, disputed = ?9, conditions = ?10, stale = 0
         WHERE id = ?1",
    )?
    .execute(params![
        story,
        it.story.title,
        it.story.start,
        it.story.end,
        counts.articles,
        counts.outlets,
        counts.origins,
        counts.altered,
        counts.disputed,
        counts.conditions,
    ])?;
    Ok(())
}

/// Origins and lineage as rows, in place of those of the record before.
fn put_lineage(file: &Connection, story: &str, it: &Record) -> rusqlite::Result<()> {
    for table in ["lineage", "origin_articles", "origins"] {
        file.prepare_cached(&format!("DELETE FROM {table} WHERE story = ?1"))?.execute([story])?;
    }
    let mut origin =
        file.prepare_cached("INSERT INTO origins (story, id, name) VALUES (?1, ?2, ?3)")?;
    let mut member = file.prepare_cached(
        "INSERT INTO origin_articles (story, origin, article) VALUES (?1, ?2, ?3)",
    )?;
    for it in &it.origins {
        origin.execute([story, &it.id, &it.name])?;
        for article in &it.articles {
            member.execute([story, &it.id, article])?;
        }
    }
    let mut link = file.prepare_cached(
        "INSERT INTO lineage (story, article, from_article, kind, overlap, credit)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for it in &it.lineage {
        let credit = it.credit.as_ref().map(|it| &it.text);
        link.execute(params![story, it.article, it.from, it.kind, it.overlap, credit])?;
    }
    Ok(())
}
