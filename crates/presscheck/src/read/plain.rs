//! Plain text: a copy of a page, with all that stood around the article.

use super::{Input, hex};
use crate::model::{Article, ArticleId, Part, PartKind, Span};

/// Reads one article.
pub(super) fn read(input: &Input<'_>) -> Article {
    let text = String::from_utf8_lossy(input.bytes).into_owned();
    let sha256 = hex(input.bytes);
    let parts =
        vec![Part { span: Span::whole(&text), kind: PartKind::Body, reason: "nothing else known" }];
    Article {
        id: ArticleId(format!("a{}", &sha256.chars().take(12).collect::<String>())),
        place: input.place.clone(),
        sha256,
        parts,
        text,
        raw_map: Vec::new(),
        title: None,
        outlet: None,
        byline: None,
        published: None,
        modified: None,
        language: "en".to_owned(),
        url: None,
        gaps: Vec::new(),
    }
}
