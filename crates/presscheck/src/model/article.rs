//! Articles: what the read stage makes of the bytes that came in.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{RawSpan, Span};

/// One article as an outlet published it. Nothing changes it after the read stage but the
/// publication date, which the other articles of its story may supply.
#[derive(Clone, Debug)]
pub struct Article {
    /// The id given with the article, else `a` and the first 12 hexadecimal digits of [`sha256`](Self::sha256).
    pub id: ArticleId,
    /// Where the bytes came from.
    pub place: Place,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal.
    pub sha256: String,
    /// The text that all spans count in. For plain text: the file's content as it stands, a
    /// byte-order mark aside. For HTML: the readable text, one paragraph a line.
    pub text: String,
    /// What each stretch of the text is. Invariant: in text order, end to end, every byte in one.
    pub parts: Vec<Part>,
    /// Where stretches of the text stand unbroken in the bytes as read; empty where text and bytes
    /// are the same.
    pub raw_map: Vec<(Span, RawSpan)>,
    /// The headline, where one was found.
    pub title: Option<Stated>,
    /// Who published it.
    pub outlet: Option<Stated>,
    /// Who wrote it, as printed.
    pub byline: Option<Stated>,
    /// When it was published, and how that is known.
    pub published: Option<Published>,
    /// The day of publication that a reader may take from the page's own address or metadata is in
    /// `published`; this is the day of the last change, where the page states one.
    pub modified: Option<Date>,
    /// BCP 47 language tag, such as `en`.
    pub language: String,
    /// The address the page gives as its own, else the one it was fetched from.
    pub url: Option<String>,
    /// What could not be read, and why.
    pub gaps: Vec<Gap>,
}

impl Article {
    /// The parts that tell the story: headline, dateline, caption, subhead, body and block
    /// quotations, in text order. Site chrome, bylines and credit lines are left out.
    pub fn telling(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|it| it.kind.tells())
    }

    /// The part in which the byte at `at` stands.
    pub fn part_at(&self, at: usize) -> Option<&Part> {
        let next = self.parts.partition_point(|it| it.span.start() <= at);
        self.parts.get(next.checked_sub(1)?).filter(|it| at < it.span.end())
    }
}

/// Tells articles apart. Given with the article, or made from its content.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleId(pub String);

/// Where an article's bytes came from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place {
    /// The file, as named by the user; `file.jsonl#ID` for one line of a file.
    pub path: Option<String>,
    /// The address it was fetched from, or that came with the article.
    pub url: Option<String>,
}

/// Something the page says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated {
    /// What it says, cleaned of blanks and of words such as “By”.
    pub value: String,
    /// Where the text says it; `None` where only metadata does.
    pub span: Option<Span>,
    /// Which line, tag or rule it was taken from, in a few words.
    pub basis: String,
}

/// A publication day and what it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// The day, in the outlet's own time zone where it states one.
    pub date: Date,
    /// Whether it stands in a place that is made for it, and no other such place says otherwise.
    pub certain: bool,
    /// Whether no line or tag states it and it was worked out from what the articles say.
    pub inferred: bool,
    /// What it rests on, the strongest first.
    pub basis: Vec<Basis>,
}

/// One reason for a publication day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Basis {
    /// In a few words: “JSON-LD datePublished”, “dateline”, “weekday and date in another article”.
    pub what: String,
    /// The article whose text says it.
    pub article: ArticleId,
    /// Where that text says it; `None` for metadata.
    pub span: Option<Span>,
}

/// A stretch of an article's text and what it is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Whole lines, with their line ends.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
    /// Why it was taken for that, in a few words.
    pub reason: Cow<'static, str>,
}

/// What a stretch of an article's text is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartKind {
    /// The article's title.
    Headline,
    /// Who wrote it.
    Byline,
    /// A line of its own that gives place or day of writing.
    Dateline,
    /// Words under a picture.
    Caption,
    /// The article's own sentences, subheads included.
    Body,
    /// Where the text or picture comes from: “Reuters contributed to this report”, copyright lines
    /// of an agency.
    Credit,
    /// Everything else on the page: menus, adverts, other headlines, forms, the weather.
    Chrome,
}

impl PartKind {
    /// Whether statements in such a part belong to the article's own telling.
    pub fn tells(self) -> bool {
        matches!(self, Self::Headline | Self::Caption | Self::Body)
    }

    /// The word the formats use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Caption => "caption",
            Self::Body => "body",
            Self::Credit => "credit",
            Self::Chrome => "chrome",
        }
    }
}

/// Something that could not be read or decided.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Gap {
    /// The article or input it is about.
    pub about: String,
    /// What is missing: “publication date”, “body”, “bytes 4096..”.
    pub what: String,
    /// Why, in one sentence without a full stop.
    pub why: String,
}

#[cfg(test)]
impl Article {
    /// An invented article that is all body, published on an ISO day or, when that is empty, on
    /// none that is known.
    pub(crate) fn of_body(text: &str, published: &str) -> Article {
        let date = published.parse().ok();
        Article {
            id: ArticleId("a1".to_owned()),
            place: Place::default(),
            sha256: String::new(),
            text: text.to_owned(),
            parts: vec![Part {
                span: Span::whole(text),
                kind: PartKind::Body,
                reason: "test".into(),
            }],
            raw_map: Vec::new(),
            title: None,
            outlet: None,
            byline: None,
            published: date.map(|date| Published {
                date,
                certain: true,
                inferred: false,
                basis: Vec::new(),
            }),
            modified: None,
            language: "en".to_owned(),
            url: None,
            gaps: Vec::new(),
        }
    }
}
