//! Stories: which articles tell one event, as they come in.
//!
//! An article is known by its terms, cut from its characters: names, ages, figures and rare words.
//! Of the earlier articles that share its most telling terms, each is compared by a few dozen
//! pieces of evidence, and the article goes to the story most like it, or begins one. Nothing here
//! grows with the square of the number of articles, and nothing is particular to one language.

mod common;
mod explain;
mod groups;
mod index;
mod kept;
mod likeness;
mod rarity;
mod rules;
mod settle;
mod stream;
mod table;
mod terms;
#[cfg(test)]
mod tests;
mod told;

pub use self::explain::{Common, Explanation, SharedTerm};
pub use self::stream::{Bond, Stream};
pub use self::told::{Terms, Told};

use crate::model::Annotated;

/// Groups articles into stories: places in `articles`, each in exactly one group; groups and their
/// members in order of the articles.
pub fn stories(articles: &[Annotated]) -> Vec<Vec<usize>> {
    let day = |ix: usize| articles[ix].article.published.as_ref().map(|it| it.date);
    let mut order: Vec<usize> = (0..articles.len()).collect();
    // Those without a day come last, when most is known.
    order.sort_by_key(|&it| (day(it).is_none(), day(it), it));
    let mut stream = Stream::new();
    for &it in &order {
        stream.add(&terms(&articles[it]), &[]);
    }
    let mut groups: Vec<Vec<usize>> = stream
        .settle()
        .into_iter()
        .map(|group| {
            let mut group: Vec<usize> = group.into_iter().map(|it| order[it]).collect();
            group.sort_unstable();
            group
        })
        .collect();
    groups.sort();
    groups
}

/// The terms of the parts that tell the article’s story.
fn terms(article: &Annotated) -> Terms {
    let article = &article.article;
    let parts: Vec<&str> = article.telling().map(|it| it.span.of(&article.text)).collect();
    let stated = |it: &Option<crate::model::Stated>| {
        it.as_ref().map_or(String::new(), |it| it.value.clone())
    };
    Terms::of(&Told {
        title: &stated(&article.title),
        text: &parts.join("\n"),
        day: article.published.as_ref().map(|it| it.date),
        outlet: &stated(&article.outlet),
        url: "",
    })
}
