//! What the read stage found in an article, but for what has a column of its own.

use presscheck::model::{
    Article, ArticleId, Basis, Gap, Part, PartKind, Place, Published, RawSpan, Stated,
};
use serde::{Deserialize, Serialize};

use super::kinds::PartKindForm;
use super::{Bytes, Misfit, bytes, maybe, span};

/// An article but for its text, its id, its hash and where its bytes came from.
#[derive(Serialize, Deserialize)]
pub(crate) struct Reading {
    parts: Vec<PartForm>,
    raw: Vec<[usize; 4]>,
    title: Option<StatedForm>,
    outlet: Option<StatedForm>,
    byline: Option<StatedForm>,
    published: Option<PublishedForm>,
    modified: Option<String>,
    language: String,
    url: Option<String>,
    gaps: Vec<GapForm>,
}

#[derive(Serialize, Deserialize)]
struct PartForm {
    at: Bytes,
    #[serde(with = "PartKindForm")]
    kind: PartKind,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct StatedForm {
    value: String,
    at: Option<Bytes>,
    basis: String,
}

#[derive(Serialize, Deserialize)]
struct PublishedForm {
    date: String,
    certain: bool,
    inferred: bool,
    basis: Vec<BasisForm>,
}

#[derive(Serialize, Deserialize)]
struct BasisForm {
    what: String,
    /// Whether the article says it itself. Kept articles are read alone: no other can say it.
    own: bool,
    at: Option<Bytes>,
}

#[derive(Serialize, Deserialize)]
struct GapForm {
    what: String,
    why: String,
}

/// What stands in columns: an article is this and its [`Reading`].
#[derive(Clone)]
pub(crate) struct Columns {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) sha256: String,
    pub(crate) text: String,
}

impl Reading {
    pub(crate) fn of(article: &Article) -> Reading {
        let Article {
            id,
            place: _,
            sha256: _,
            text: _,
            parts,
            raw_map,
            title,
            outlet,
            byline,
            published,
            modified,
            language,
            url,
            gaps,
        } = article;
        let stated = |it: &Option<Stated>| it.as_ref().map(StatedForm::of);
        Reading {
            parts: parts.iter().map(PartForm::of).collect(),
            raw: raw_map.iter().map(|(a, b)| [a.start(), a.end(), b.start, b.end]).collect(),
            title: stated(title),
            outlet: stated(outlet),
            byline: stated(byline),
            published: published.as_ref().map(|it| PublishedForm::of(it, id)),
            modified: modified.map(|it| it.to_string()),
            language: language.clone(),
            url: url.clone(),
            gaps: gaps
                .iter()
                .map(|it| GapForm { what: it.what.clone(), why: it.why.clone() })
                .collect(),
        }
    }

    /// `[start, end, raw_start, raw_end]` for each stretch that stands unbroken in the bytes.
    pub(crate) fn raw_map(self) -> Vec<[usize; 4]> {
        self.raw
    }

    /// The article again.
    pub(crate) fn article(self, columns: Columns) -> Result<Article, Misfit> {
        let Columns { id, place, sha256, text } = columns;
        let id = ArticleId(id);
        let stated = |it: Option<StatedForm>| it.map(|it| it.stated(&text)).transpose();
        let raw = |it: &[usize; 4]| {
            Ok((span(&text, [it[0], it[1]])?, RawSpan { start: it[2], end: it[3] }))
        };
        let published = self.published.map(|it| it.published(&text, &id)).transpose()?;
        let gaps = self.gaps.into_iter();
        let gaps = gaps.map(|it| Gap { about: id.0.clone(), what: it.what, why: it.why });
        Ok(Article {
            parts: self.parts.into_iter().map(|it| it.part(&text)).collect::<Result<_, _>>()?,
            raw_map: self.raw.iter().map(raw).collect::<Result<_, _>>()?,
            title: stated(self.title)?,
            outlet: stated(self.outlet)?,
            byline: stated(self.byline)?,
            published,
            modified: self.modified.map(|it| it.parse()).transpose().map_err(|_| Misfit)?,
            language: self.language,
            url: self.url,
            gaps: gaps.collect(),
            id,
            place,
            sha256,
            text,
        })
    }
}

impl PartForm {
    fn of(it: &Part) -> PartForm {
        let Part { span, kind, reason } = it;
        PartForm { at: bytes(*span), kind: *kind, reason: reason.clone().into_owned() }
    }

    fn part(self, text: &str) -> Result<Part, Misfit> {
        Ok(Part { span: span(text, self.at)?, kind: self.kind, reason: self.reason.into() })
    }
}

impl StatedForm {
    fn of(it: &Stated) -> StatedForm {
        let Stated { value, span, basis } = it;
        StatedForm { value: value.clone(), at: span.map(bytes), basis: basis.clone() }
    }

    fn stated(self, text: &str) -> Result<Stated, Misfit> {
        Ok(Stated { value: self.value, span: maybe(text, self.at)?, basis: self.basis })
    }
}

impl PublishedForm {
    fn of(it: &Published, own: &ArticleId) -> PublishedForm {
        let Published { date, certain, inferred, basis } = it;
        let basis = basis.iter().map(|Basis { what, article, span }| BasisForm {
            what: what.clone(),
            own: article == own,
            at: span.map(bytes),
        });
        PublishedForm {
            date: date.to_string(),
            certain: *certain,
            inferred: *inferred,
            basis: basis.collect(),
        }
    }

    fn published(self, text: &str, own: &ArticleId) -> Result<Published, Misfit> {
        let mut basis = Vec::new();
        for BasisForm { what, own: is_own, at } in self.basis {
            if !is_own {
                return Err(Misfit);
            }
            basis.push(Basis { what, article: own.clone(), span: maybe(text, at)? });
        }
        let date = self.date.parse().map_err(|_| Misfit)?;
        Ok(Published { date, certain: self.certain, inferred: self.inferred, basis })
    }
}
