//! Articles as a workspace takes them in: each with the bytes it was read from.

use std::path::Path;

use presscheck::model::{Article, Published, Stated};
use presscheck::read::{self, StatedOutside};
use presscheck_store::{Incoming, Source};

use super::evidence::ending;
use super::{Batch, Raw};

impl Batch {
    /// The articles with their bytes.
    pub(crate) fn incoming(self) -> Vec<Incoming> {
        let Batch { articles, raw } = self;
        let whole = read::hex(&raw.bytes);
        articles.into_iter().map(|it| of(it, &raw, &whole)).collect()
    }
}

fn of(article: Article, raw: &Raw, whole: &str) -> Incoming {
    if article.sha256 == whole {
        let source = Source {
            bytes: raw.bytes.clone(),
            ending: ending(&raw.place, &raw.bytes),
            media_type: raw.media_type.clone(),
        };
        let file = raw.place.path.as_ref().filter(|it| Path::new(it).is_file());
        let file = file.and_then(|it| std::path::absolute(it).ok());
        let file = file.map(|it| it.to_string_lossy().into_owned());
        return Incoming { source, stated: raw.stated.clone(), file, article };
    }
    // One of several in a file: its own text stands for it.
    let bytes = article.text.clone().into_bytes();
    let source = Source { bytes, ending: ".txt".to_owned(), media_type: None };
    Incoming { source, stated: stated(&article), file: None, article }
}

/// What is known of an article that its text does not say.
fn stated(article: &Article) -> StatedOutside {
    let outside =
        |it: &Option<Stated>| it.as_ref().filter(|it| it.span.is_none()).map(|it| it.value.clone());
    let is_outside = |it: &&Published| it.basis.iter().all(|it| it.span.is_none());
    StatedOutside {
        outlet: outside(&article.outlet),
        title: outside(&article.title),
        published: article.published.as_ref().filter(is_outside).map(|it| it.date.to_string()),
        url: article.url.clone(),
    }
}
