//! What the user decides: which stories are one, and which articles are a story of their own.

use std::collections::BTreeSet;

use presscheck::model::Record;
use presscheck::record::{self, Change, ChangeKind};
use rusqlite::Connection;

use crate::decisions::Decision;
use crate::error::Error;
use crate::list::StoryRow;
use crate::workspace::Workspace;
use crate::{Moment, kept, records, stories};

impl Workspace {
    /// Decides that stories are one; the first one's id goes on. [`Workspace::settle`] applies it.
    pub fn merge(&mut self, given: &[String], now: &Moment) -> Result<String, Error> {
        let mut ids: Vec<String> = Vec::new();
        for it in given {
            let id = self.story_id(it)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let [first, _, ..] = &ids[..] else {
            return Err(Error::Decision(
                "a merge takes two stories that are not one yet".to_owned(),
            ));
        };
        let kept = first.clone();
        self.change(|file| {
            let mut together = BTreeSet::new();
            for it in &ids {
                together.extend(members(file, it)?);
            }
            let decision = Decision { together, apart: BTreeSet::new() };
            stories::decide(file, ("merge", &kept), &decision, now)
        })?;
        Ok(kept)
    }

    /// Decides that articles of a story are a story of their own. [`Workspace::settle`] applies it.
    pub fn split(&mut self, given: &str, articles: &[String], now: &Moment) -> Result<(), Error> {
        let story = self.story_id(given)?;
        let ids = articles.iter().map(|it| self.article_id(it));
        let together: BTreeSet<String> = ids.collect::<Result<_, _>>()?;
        // Looked at and written under one lock: the story may grow meanwhile.
        let refused = self.change(|file| {
            let all = members(file, &story)?;
            if let Some(other) = together.iter().find(|it| !all.contains(*it)) {
                return Ok(Some(format!("article `{other}` is not in story `{story}`")));
            }
            let apart: BTreeSet<String> = all.difference(&together).cloned().collect();
            if apart.is_empty() {
                return Ok(Some(format!("those are all articles of story `{story}`")));
            }
            let decision = Decision { together: together.clone(), apart };
            stories::decide(file, ("split", &story), &decision, now)?;
            Ok(None)
        })?;
        refused.map_or(Ok(()), |it| Err(Error::Decision(it)))
    }

    /// What is new since a moment, story by story. Of a story that was not there then, its articles
    /// are.
    pub fn changes(&mut self, since: &Moment) -> Result<Vec<(StoryRow, Vec<Change>)>, Error> {
        let mut found = Vec::new();
        for story in self.touched(since)? {
            let then = self.members_then(&story, since)?;
            let now = records::latest(self, &story)?;
            let mut changes = record::changes(&then, &now);
            if then.articles.is_empty() {
                changes.retain(|it| it.kind == ChangeKind::NewArticle);
            }
            if !changes.is_empty() {
                found.push((self.story(&story)?, changes));
            }
        }
        Ok(found)
    }

    /// The record that the articles gave then which are in the story now or were in it then: that an
    /// article came from another story is no news of what it says.
    fn members_then(&mut self, story: &str, since: &Moment) -> Result<Record, Error> {
        let versions: Vec<i64> = self.read(|file| {
            let mut found = file.prepare_cached(
                "SELECT max(v.id) FROM article_versions AS v
                 WHERE v.seen <= ?2 AND v.article IN (
                     SELECT article FROM story_articles WHERE story = ?1
                         AND (\"left\" IS NULL OR (joined <= ?2 AND \"left\" > ?2)))
                 GROUP BY v.article",
            )?;
            found.query_map([story, since.as_str()], |it| it.get(0))?.collect()
        })?;
        Ok(presscheck::compile_story(kept::articles(self, &versions)?))
    }
}

fn members(file: &Connection, story: &str) -> rusqlite::Result<BTreeSet<String>> {
    file.prepare_cached("SELECT article FROM story_articles WHERE story = ?1 AND \"left\" IS NULL")?
        .query_map([story], |it| it.get(0))?
        .collect()
}
