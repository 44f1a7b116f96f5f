//! Pairs of articles: one origin or two. The Rust twin of `score_origins.py`.

use std::collections::BTreeMap;
use std::path::Path;

use presscheck::model::{ArticleIx, Lineage};
use serde::Deserialize;

use crate::engine;
use crate::measure::{Measure, Measures};

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    from: String,
    credit: Option<String>,
    independent: bool,
    sure: bool,
    note: Option<String>,
}

pub(crate) fn score(folder: &Path, errors: bool) -> anyhow::Result<Measures> {
    let pairs = engine::json_lines::<Pair>(&folder.join("pairs.jsonl"))?;
    let articles = engine::articles(&folder.join("articles.jsonl"))?;
    let (articles, lineage) = presscheck::lineage(articles);
    let place: BTreeMap<&str, ArticleIx> =
        articles.iter().enumerate().map(|(ix, it)| (it.article.id.0.as_str(), ix)).collect();
    let of = origins(articles.len(), &lineage);
    let joined = |it: &Pair| match (place.get(it.a.as_str()), place.get(it.b.as_str())) {
        (Some(&a), Some(&b)) => of[a] == of[b],
        _ => false,
    };
    if errors {
        for it in pairs.iter().filter(|it| it.sure && joined(it) == it.independent) {
            println!("{} {} {:?}: {}", it.a, it.b, joined(it), it.note.as_deref().unwrap_or(""));
        }
    }
    let mut found = Measures::new();
    for (name, keep) in [("sure", true), ("all", false)] {
        let kept: Vec<&Pair> = pairs.iter().filter(|it| it.sure || !keep).collect();
        let said = kept.iter().filter(|it| joined(it)).count();
        let right = kept.iter().filter(|it| joined(it) && !it.independent).count();
        let labelled = kept.iter().filter(|it| !it.independent).count();
        let mut put = |measure: &str, right, of| {
            found.push((format!("{name}.{measure}"), Measure::Share { right, of }));
        };
        put("precision", right, said);
        put("recall", right, labelled);
    }
    let link = |id: &str| lineage.links.iter().find(|it| Some(&it.article) == place.get(id));
    let way: Vec<&Pair> = pairs
        .iter()
        .filter(|it| matches!(it.from.as_str(), "a" | "b") && !it.independent)
        .collect();
    let right = way.iter().filter(|it| {
        let (giver, taker) = if it.from == "a" { (&it.a, &it.b) } else { (&it.b, &it.a) };
        let from = link(taker).and_then(|it| it.from);
        from.is_some() && from == place.get(giver.as_str()).copied()
    });
    found.push(("direction".to_owned(), Measure::Share { right: right.count(), of: way.len() }));
    let third: Vec<&Pair> =
        pairs.iter().filter(|it| it.credit.is_some() && !it.independent).collect();
    let right = third.iter().filter(|it| {
        [&it.a, &it.b].iter().any(|id| link(id).is_some_and(|it| it.credit.is_some()))
    });
    found.push(("credit".to_owned(), Measure::Share { right: right.count(), of: third.len() }));
    Ok(found)
}

/// For each article its origin.
fn origins(articles: usize, lineage: &Lineage) -> Vec<usize> {
    let mut of = vec![0; articles];
    for (ix, origin) in lineage.origins.iter().enumerate() {
        for &it in &origin.articles {
            of[it] = ix;
        }
    }
    of
}
