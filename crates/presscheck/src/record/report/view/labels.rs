//! Labels: what the page calls each article, and the addresses of words in it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Evidence, Record, RecordArticle};

/// A link to words in an article.
#[derive(Serialize, Clone)]
pub(super) struct Spot {
    pub(super) outlet: String,
    pub(super) href: String,
    pub(super) text: String,
}

/// Words that one or several articles print alike, shown once with a link to each.
#[derive(Serialize, Clone)]
pub(super) struct Told {
    text: String,
    at: Vec<Spot>,
}

impl Told {
    /// The same words together, in order of their first place.
    pub(super) fn once(spots: impl IntoIterator<Item = Spot>) -> Vec<Told> {
        let mut found = Vec::new();
        for spot in spots {
            Told::add(&mut found, spot);
        }
        found
    }

    /// Adds a place to those of the same words.
    pub(super) fn add(all: &mut Vec<Told>, spot: Spot) {
        match all.iter_mut().find(|it| it.text == spot.text) {
            Some(same) => same.at.push(spot),
            None => all.push(Told { text: spot.text.clone(), at: vec![spot] }),
        }
    }

    /// In how many places they stand.
    pub(super) fn n_places(all: &[Told]) -> usize {
        all.iter().map(|it| it.at.len()).sum()
    }
}

/// What the page calls each article, and the addresses of words in it.
pub(in crate::record::report) struct Labels<'a> {
    articles: BTreeMap<&'a str, (usize, String)>,
}

impl<'a> Labels<'a> {
    /// Outlet names; a file's name where the outlet is not known, numbers where two are the same.
    pub(super) fn new(record: &'a Record) -> Labels<'a> {
        let plain: Vec<String> = record.articles.iter().map(plain_label).collect();
        let mut seen: BTreeMap<&String, usize> = BTreeMap::new();
        let mut articles = BTreeMap::new();
        for (ix, (article, label)) in record.articles.iter().zip(&plain).enumerate() {
            let times = seen.entry(label).or_insert(0);
            *times += 1;
            let alone = plain.iter().filter(|it| *it == label).count() == 1;
            let label = if alone { label.clone() } else { format!("{label} ({times})") };
            articles.insert(article.id.as_str(), (ix + 1, label));
        }
        Labels { articles }
    }

    pub(super) fn label(&self, article: &str) -> String {
        self.articles.get(article).map(|(_, label)| label.clone()).unwrap_or_default()
    }

    /// The article's label, or `about` itself where it names no article.
    pub(super) fn label_or(&self, about: &str) -> String {
        self.articles.get(about).map_or_else(|| about.to_owned(), |(_, label)| label.clone())
    }

    /// The id of an article's place on the page.
    pub(super) fn anchor(&self, article: &str) -> String {
        format!("a{}", self.articles.get(article).map_or(0, |(number, _)| *number))
    }

    /// The address of words on the page.
    pub(in crate::record::report) fn href(
        &self,
        article: &str,
        start: usize,
        end: usize,
    ) -> String {
        format!("#{}.{start}-{end}", self.anchor(article))
    }

    /// Words of an article with their address.
    pub(super) fn words(&self, article: &str, start: usize, end: usize, text: &str) -> Spot {
        Spot {
            outlet: self.label(article),
            href: self.href(article, start, end),
            text: text.to_owned(),
        }
    }

    pub(super) fn spot(&self, it: &Evidence) -> Spot {
        self.words(&it.article, it.start, it.end, &it.text)
    }

    pub(super) fn told(&self, all: &[Evidence]) -> Vec<Told> {
        Told::once(all.iter().map(|it| self.spot(it)))
    }
}

fn plain_label(article: &RecordArticle) -> String {
    let named = article.outlet.clone().or_else(|| {
        let place = article.path.as_ref().or(article.url.as_ref())?;
        place.rsplit(['/', '#']).find(|it| !it.is_empty()).map(str::to_owned)
    });
    named.unwrap_or_else(|| article.id.clone())
}
