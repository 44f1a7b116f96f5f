//! Reads many outlets' articles about one event and builds one record of it.
//!
//! Data flows one way, and each stage is a module:
//!
//! ```text
//! bytes ─ read ─▶ Article ─ annotate ─▶ Annotations ─ relate ─▶ Story ─ record ─▶ Record
//! ```
//!
//! [`model`] holds the nouns that pass along these arrows. The four stages are the verbs, and each
//! has one function, named after what it works on: [`read::articles`], [`annotate::article`],
//! [`relate::articles`], [`record::story`]; [`compile`] chains them. A stage imports `model` and
//! `text` and nothing else from this crate, so it can be read, tested and replaced on its own.
//! Nothing here does I/O or asks for the time: the caller brings the bytes.
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod model;
pub mod text;

pub mod annotate;
pub mod read;
pub mod record;
pub mod relate;

mod distinct;
#[cfg(test)]
mod tests;

use model::{Annotated, Article, Lineage, Published, Record};

/// Annotates articles, each on its own but for its publication date, which the articles of its
/// story may supply. The result stands in order of article ids; an article given twice is kept
/// once, and says so in its gaps.
pub fn annotate_all(articles: Vec<Article>) -> Vec<Annotated> {
    let mut stories = groups(articles);
    for it in &mut stories {
        date(it);
        settle(it);
    }
    let mut annotated: Vec<Annotated> = stories.into_iter().flatten().collect();
    annotated.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    annotated
}

/// Compiles one record for each story that the articles tell.
///
/// The same articles give the same records, whatever their order.
pub fn compile(articles: Vec<Article>) -> Vec<Record> {
    let stories = groups(articles).into_iter();
    stories.map(compile_story).collect()
}

/// Compiles the record of one story from its articles, annotated each on its own: whoever keeps
/// articles and knows which are one story needs no more. No two articles may have one id.
pub fn compile_story(mut articles: Vec<Annotated>) -> Record {
    articles.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    date(&mut articles);
    settle(&mut articles);
    record::story(&articles, &relate::articles(&articles))
}

/// Annotates articles and finds which drew on which, whatever stories they tell. The articles stand
/// in order of their ids.
pub fn lineage(articles: Vec<Article>) -> (Vec<Annotated>, Lineage) {
    let annotated: Vec<Annotated> = distinct::articles(articles)
        .into_iter()
        .map(|article| Annotated { annotations: annotate::article(&article), article })
        .collect();
    let lineage = relate::lineage(&annotated);
    (annotated, lineage)
}

/// The articles story by story, annotated each on its own.
fn groups(articles: Vec<Article>) -> Vec<Vec<Annotated>> {
    let annotated: Vec<Annotated> = distinct::articles(articles)
        .into_iter()
        .map(|article| Annotated { annotations: annotate::article(&article), article })
        .collect();
    let groups = relate::stories(&annotated);
    let mut left: Vec<Option<Annotated>> = annotated.into_iter().map(Some).collect();
    groups
        .into_iter()
        .map(|group| group.into_iter().filter_map(|ix| left.get_mut(ix)?.take()).collect())
        .collect()
}

/// Gives times that one article leaves open the day that another one names; what they were read as
/// before stays the next reading.
fn settle(story: &mut [Annotated]) {
    for it in relate::readings(story) {
        let times = story.get_mut(it.article).map(|it| &mut it.annotations.times);
        let Some(time) = times.and_then(|times| times.get_mut(it.time)) else { continue };
        let before = std::mem::replace(&mut time.value, it.day.to_string());
        time.alternatives.retain(|it| *it != time.value);
        time.alternatives.insert(0, before);
    }
}

/// Gives each article the publication date that the articles of its story say together.
fn date(story: &mut [Annotated]) {
    let dates = relate::dates(story);
    for (it, date) in story.iter_mut().zip(dates) {
        let day = |it: &Option<Published>| it.as_ref().map(|it| it.date);
        let is_new = day(&it.article.published) != day(&date);
        it.article.published = date;
        if is_new {
            // Days of the week count from the publication date: read again with the right one.
            it.annotations = annotate::article(&it.article);
        }
    }
}
