//! `presscheck origins`: which articles print one text, as JSON Lines.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use presscheck::model::{Annotated, ArticleIx, Lineage, Link};
use serde::Serialize;

use crate::fetch::{self, KeepBytes};
use crate::messages::Messages;
use crate::options::Origins;

/// What is printed of one article.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    /// Articles with the same one are one voice.
    origin: String,
    /// The agency or outlet behind it.
    name: &'a str,
    kind: Option<&'static str>,
    from: Option<&'a str>,
    overlap: f64,
    credit: Option<&'a str>,
}

pub(super) fn run(options: &Origins) -> anyhow::Result<ExitCode> {
    let mut messages = Messages::new(options.inputs.quiet);
    let fetched = fetch::articles(&options.inputs, KeepBytes::No, &mut messages)?;
    let order: Vec<String> = fetched.articles.iter().map(|it| it.id.0.clone()).collect();
    let (articles, lineage) = presscheck::lineage(fetched.articles);
    let mut lines: BTreeMap<&str, Line<'_>> = lines(&articles, &lineage);
    let mut out = BufWriter::new(std::io::stdout().lock());
    // In the order of the inputs; an article whose id was taken comes under its other id at the end.
    let given = order.iter().filter_map(|id| lines.remove(id.as_str())).collect::<Vec<_>>();
    for it in given.iter().chain(lines.values()) {
        serde_json::to_writer(&mut out, it)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// A line for each article that shares a passage with another.
fn lines<'a>(articles: &'a [Annotated], lineage: &'a Lineage) -> BTreeMap<&'a str, Line<'a>> {
    let id = |ix: ArticleIx| articles[ix].article.id.0.as_str();
    let links: BTreeMap<ArticleIx, &Link> =
        lineage.links.iter().map(|it| (it.article, it)).collect();
    let givers: std::collections::BTreeSet<ArticleIx> =
        lineage.links.iter().filter_map(|it| it.from).collect();
    let mut found = BTreeMap::new();
    for (nth, origin) in lineage.origins.iter().enumerate() {
        for &ix in &origin.articles {
            let link = links.get(&ix);
            if link.is_none() && !givers.contains(&ix) && origin.articles.len() == 1 {
                continue;
            }
            let line = Line {
                id: id(ix),
                origin: format!("o{}", nth + 1),
                name: &origin.name,
                kind: link.map(|it| it.kind.word()),
                from: link.and_then(|it| it.from).map(id),
                overlap: link.map_or(0.0, |it| (it.overlap * 1000.0).round() / 1000.0),
                credit: link.and_then(|it| it.credit).map(|it| it.of(&articles[ix].article.text)),
            };
            found.insert(id(ix), line);
        }
    }
    found
}
