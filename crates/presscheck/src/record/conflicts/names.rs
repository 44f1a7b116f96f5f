//! One person under names that differ by more than spelling.

use super::{Clash, Seen};

pub(super) fn find(seen: &Seen<'_>) -> Vec<Clash> {
    let differences = seen.story.name_differences.iter();
    differences
        .map(|it| {
            let mut names: Vec<&str> = Vec::new();
            for side in &it.sides {
                let article = seen.articles.get(side.article).map(|it| it.article.text.as_str());
                let name = side.span.of(article.unwrap_or_default());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            Clash {
                kind: "name",
                what: names.join(" / "),
                sides: it.sides.iter().map(|&it| seen.sentences.around(it)).collect(),
                note: Some("one seems to be meant, and the first names differ".to_owned()),
            }
        })
        .collect()
}
