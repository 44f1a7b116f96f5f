//! Stories follow from articles and decisions: who is in which, from when to when.

use std::collections::{BTreeMap, BTreeSet};

use presscheck::model::Annotated;
use presscheck::record;
use rusqlite::{Connection, OptionalExtension, params};

use crate::decisions::{self, Decision};
use crate::error::Error;
use crate::workspace::Workspace;
use crate::{Moment, grouping, kept, records};

/// So many articles are annotated before they are kept: what is done when the process is stopped
/// need not be done again, and the file is not locked for long.
const AT_ONCE: usize = 128;

/// While others keep changing the file, so often the stories are found anew before it is left to
/// them to bring it up to date.
const MOST_TRIES: usize = 5;

/// What bringing the file up to date did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settled {
    /// Stories that came to be, changed or came to an end.
    pub stories: usize,
}

/// How far bringing the file up to date is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// So many articles of so many are annotated.
    Annotated(usize, usize),
    /// All articles are being grouped.
    Grouping,
    /// So many records of so many are compiled.
    Compiled(usize, usize),
}

pub(crate) fn settle(
    workspace: &mut Workspace,
    now: &Moment,
    tell: &mut dyn FnMut(Step),
) -> Result<Settled, Error> {
    for _ in 0..MOST_TRIES {
        let stamp = workspace.read(stamp)?;
        if !workspace.read(is_behind)? {
            break;
        }
        annotate(workspace, tell)?;
        tell(Step::Grouping);
        let found = group(workspace)?;
        workspace.change(|file| {
            // Somebody else may have put articles in meanwhile: then they are grouped with these.
            if self::stamp(file)? != stamp {
                return Ok(());
            }
            Regrouped::new(file, found, now)?.put(file)
        })?;
    }
    let stories = records::refresh(workspace, now, tell)?;
    Ok(Settled { stories })
}

/// What changes when an article, a version or a decision comes in.
fn stamp(file: &Connection) -> rusqlite::Result<(i64, i64)> {
    file.query_row(
        "SELECT (SELECT coalesce(max(id), 0) FROM article_versions),
             (SELECT coalesce(max(id), 0) FROM decisions)",
        [],
        |it| Ok((it.get(0)?, it.get(1)?)),
    )
}

/// Whether there are articles or decisions that the stories do not know of.
fn is_behind(file: &Connection) -> rusqlite::Result<bool> {
    file.query_row(
        "SELECT EXISTS (SELECT 1 FROM articles WHERE grouped IS NOT latest)
             OR EXISTS (SELECT 1 FROM decisions WHERE applied = 0)",
        [],
        |it| it.get(0),
    )
}

/// Annotates the articles that have not been yet.
fn annotate(workspace: &mut Workspace, tell: &mut dyn FnMut(Step)) -> Result<(), Error> {
    let now = crate::revision();
    let versions: Vec<i64> = workspace.read(|file| {
        let mut found = file.prepare_cached(
            "SELECT a.latest FROM articles AS a LEFT JOIN annotations AS n ON n.version = a.latest
             WHERE n.revision IS NOT ?1 ORDER BY a.latest",
        )?;
        found.query_map([&now], |it| it.get(0))?.collect()
    })?;
    let n = versions.len();
    for (ix, some) in versions.chunks(AT_ONCE).enumerate() {
        kept::articles(workspace, some)?;
        tell(Step::Annotated((ix * AT_ONCE + some.len()).min(n), n));
    }
    Ok(())
}

/// The groups that the engine finds, after the user's decisions.
fn group(workspace: &mut Workspace) -> Result<Vec<Vec<String>>, Error> {
    let versions: Vec<i64> = workspace.read(|file| {
        let mut latest = file.prepare_cached("SELECT latest FROM articles ORDER BY id")?;
        latest.query_map([], |it| it.get(0))?.collect()
    })?;
    let articles = kept::articles(workspace, &versions)?;
    let decisions = workspace.read(decided)?;
    let id = |ix: usize| articles.get(ix).map(|it| it.article.id.0.as_str());
    let groups = grouping::stories(&articles);
    let groups = groups.iter().map(|it| it.iter().filter_map(|&ix| id(ix)).collect()).collect();
    let nearer = |it: &str, sides: &[Vec<&str>]| nearer(&articles, it, sides);
    let groups = decisions::apply(groups, &decisions, &nearer);
    Ok(groups.into_iter().map(|it| it.into_iter().map(str::to_owned).collect()).collect())
}

/// The side that the engine puts an article with, when it sees that side alone; the first side
/// where that does not tell them apart.
fn nearer(articles: &[Annotated], it: &str, sides: &[Vec<&str>]) -> usize {
    let find = |id: &str| articles.binary_search_by(|a| a.article.id.0.as_str().cmp(id)).ok();
    let beside = |side: &Vec<&str>| {
        let ids: BTreeSet<&str> = side.iter().copied().chain([it]).collect();
        let some: Vec<Annotated> =
            ids.iter().filter_map(|id| articles.get(find(id)?)).cloned().collect();
        let at = some.iter().position(|a| a.article.id.0 == it);
        let groups = grouping::stories(&some);
        let own = groups.iter().find(|group| at.is_some_and(|at| group.contains(&at)));
        own.map_or(0, |group| group.len() - 1) * 1000 / side.len().max(1)
    };
    let shares: Vec<usize> = sides.iter().map(beside).collect();
    let most = shares.iter().max();
    shares.iter().position(|it| Some(it) == most).unwrap_or(0)
}

fn decided(file: &Connection) -> rusqlite::Result<Vec<Decision>> {
    let mut rows = file.prepare_cached(
        "SELECT decision, article, side FROM decision_articles ORDER BY decision, article",
    )?;
    let mut rows = rows.query([])?;
    let mut found: BTreeMap<i64, Decision> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (decision, article, side): (i64, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let it = found
            .entry(decision)
            .or_insert_with(|| Decision { together: BTreeSet::new(), apart: BTreeSet::new() });
        if side == "in" {
            it.together.insert(article)
        } else {
            it.apart.insert(article)
        };
    }
    Ok(found.into_values().collect())
}

/// Groups with the stories that they are.
struct Regrouped<'a> {
    now: &'a Moment,
    groups: Vec<(String, Vec<String>)>,
    /// The story of each article before.
    before: BTreeMap<String, String>,
    /// Articles with a version that the stories do not know of.
    changed: BTreeSet<String>,
}

impl<'a> Regrouped<'a> {
    fn new(
        file: &Connection,
        groups: Vec<Vec<String>>,
        now: &'a Moment,
    ) -> rusqlite::Result<Regrouped<'a>> {
        let mut rows = file
            .prepare_cached("SELECT article, story FROM story_articles WHERE \"left\" IS NULL")?;
        let rows = rows.query_map([], |it| Ok((it.get(0)?, it.get(1)?)))?;
        let before: BTreeMap<String, String> = rows.collect::<Result<_, _>>()?;
        let mut rows =
            file.prepare_cached("SELECT id FROM articles WHERE grouped IS NOT latest")?;
        let changed = rows.query_map([], |it| it.get(0))?.collect::<Result<_, _>>()?;
        let groups = name(file, groups, &before)?;
        Ok(Regrouped { now, groups, before, changed })
    }

    /// Writes who is where.
    fn put(&self, file: &Connection) -> rusqlite::Result<()> {
        let mut left = BTreeSet::new();
        for (story, articles) in &self.groups {
            let moved = articles.iter().filter(|it| self.before.get(*it) != Some(story));
            let moved: Vec<&String> = moved.collect();
            if !moved.is_empty() || articles.iter().any(|it| self.changed.contains(it)) {
                touch(file, story, self.now)?;
            }
            for it in moved {
                self.join(file, story, it)?;
                left.extend(self.before.get(it));
            }
        }
        for story in left {
            self.end_if_empty(file, story)?;
        }
        file.execute("UPDATE articles SET grouped = latest WHERE grouped IS NOT latest", [])?;
        file.execute("UPDATE decisions SET applied = 1 WHERE applied = 0", [])?;
        Ok(())
    }

    fn join(&self, file: &Connection, story: &str, article: &str) -> rusqlite::Result<()> {
        if let Some(before) = self.before.get(article) {
            touch(file, before, self.now)?;
            file.prepare_cached(
                "UPDATE story_articles SET \"left\" = ?2 WHERE article = ?1 AND \"left\" IS NULL",
            )?
            .execute([article, self.now.as_str()])?;
        }
        file.prepare_cached(
            "INSERT INTO story_articles (story, article, joined) VALUES (?1, ?2, ?3)
             ON CONFLICT (story, article, joined) DO UPDATE SET \"left\" = NULL",
        )?
        .execute([story, article, self.now.as_str()])?;
        Ok(())
    }

    /// A story that its articles have left has gone into the one that most of them went to.
    fn end_if_empty(&self, file: &Connection, story: &str) -> rusqlite::Result<()> {
        file.prepare_cached(
            "UPDATE stories SET ended = ?2, changed = ?2, stale = 0, into_story = (
                 SELECT now.story FROM story_articles AS was
                 JOIN story_articles AS now ON now.article = was.article AND now.\"left\" IS NULL
                 WHERE was.story = ?1 AND was.\"left\" = ?2
                 GROUP BY now.story ORDER BY count(*) DESC, now.story LIMIT 1)
             WHERE id = ?1 AND ended IS NULL AND NOT EXISTS (
                 SELECT 1 FROM story_articles WHERE story = ?1 AND \"left\" IS NULL)",
        )?
        .execute([story, self.now.as_str()])?;
        Ok(())
    }
}

/// Marks a story as changed, and makes it where it is not there or has come to an end.
fn touch(file: &Connection, story: &str, now: &Moment) -> rusqlite::Result<()> {
    file.prepare_cached(
        "INSERT INTO stories (id, title, articles, outlets, origins, altered, disputed, conditions,
             begun, changed, stale)
         VALUES (?1, '', 0, 0, 0, 0, 0, 0, ?2, ?2, 1)
         ON CONFLICT (id) DO UPDATE SET changed = ?2, stale = 1, ended = NULL, into_story = NULL",
    )?
    .execute([story, now.as_str()])?;
    Ok(())
}

/// Names the groups: each goes on as the story with which it shares most articles, and a story goes
/// on as one group. What the user split off is a story of its own.
fn name(
    file: &Connection,
    groups: Vec<Vec<String>>,
    before: &BTreeMap<String, String>,
) -> rusqlite::Result<Vec<(String, Vec<String>)>> {
    let (kept, split_off) = fresh(file)?;
    let mut claims: Vec<(usize, &String, usize)> = Vec::new();
    for (ix, group) in groups.iter().enumerate() {
        let mut shared: BTreeMap<&String, usize> = BTreeMap::new();
        for story in group.iter().filter_map(|it| before.get(it)) {
            *shared.entry(story).or_default() += 1;
        }
        for (story, n) in shared {
            let n = if kept.contains(story) { n + before.len() } else { n };
            let is_new = group.iter().any(|it| split_off.contains(it));
            claims.extend((!is_new).then_some((n, story, ix)));
        }
    }
    claims.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut names: Vec<Option<String>> = vec![None; groups.len()];
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (_, story, ix) in claims {
        if names[ix].is_none() && taken.insert(story.clone()) {
            names[ix] = Some(story.clone());
        }
    }
    let mut named = Vec::with_capacity(groups.len());
    for (group, name) in groups.into_iter().zip(names) {
        let name = match name {
            Some(it) => it,
            None => new_name(file, &group, &mut taken)?,
        };
        named.push((name, group));
    }
    Ok(named)
}

/// Stories that go on by a decision not applied yet, and articles that one takes out.
fn fresh(file: &Connection) -> rusqlite::Result<(BTreeSet<String>, BTreeSet<String>)> {
    let mut rows = file.prepare_cached("SELECT story FROM decisions WHERE applied = 0")?;
    let kept = rows.query_map([], |it| it.get(0))?.collect::<Result<_, _>>()?;
    let mut rows = file.prepare_cached(
        "SELECT article FROM decision_articles JOIN decisions ON id = decision
         WHERE applied = 0 AND kind = 'split' AND side = 'in'",
    )?;
    let split_off = rows.query_map([], |it| it.get(0))?.collect::<Result<_, _>>()?;
    Ok((kept, split_off))
}

/// A name for a new story. The same articles get the same name, if it is free or was theirs.
fn new_name(
    file: &Connection,
    group: &[String],
    taken: &mut BTreeSet<String>,
) -> rusqlite::Result<String> {
    let id = record::story_id(group.iter().map(String::as_str));
    let mut live = file.prepare_cached("SELECT ended FROM stories WHERE id = ?1")?;
    let mut name = id.clone();
    let mut n = 2_u64;
    loop {
        let ended: Option<Option<String>> = live.query_row([&name], |it| it.get(0)).optional()?;
        let is_free = ended.is_none_or(|it| it.is_some());
        if is_free && taken.insert(name.clone()) {
            return Ok(name);
        }
        name = format!("{id}~{n}");
        n += 1;
    }
}

/// Notes what the user decided.
pub(crate) fn decide(
    file: &Connection,
    (kind, story): (&str, &str),
    decision: &Decision,
    now: &Moment,
) -> rusqlite::Result<()> {
    file.execute(
        "INSERT INTO decisions (made, kind, story, applied) VALUES (?1, ?2, ?3, 0)",
        params![now.as_str(), kind, story],
    )?;
    let id = file.last_insert_rowid();
    let mut put = file.prepare_cached(
        "INSERT INTO decision_articles (decision, article, side) VALUES (?1, ?2, ?3)",
    )?;
    for it in &decision.together {
        put.execute(params![id, it, "in"])?;
    }
    for it in &decision.apart {
        put.execute(params![id, it, "out"])?;
    }
    Ok(())
}
