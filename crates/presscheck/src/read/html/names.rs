//! Names of classes and the like: what a page's own words for its elements say of them.

use super::blocks::Place;

/// What the names of an element, in lower case, say of it.
pub(super) fn mark(inside: &mut Place, names: &str) {
    let has = |some: &[&str]| some.iter().any(|it| names.contains(it));
    inside.nav |= has(NAV);
    inside.named_body |= has(BODY);
    inside.named_caption |= has(CAPTION);
    inside.named_byline |= has(BYLINE);
    inside.named_date |= has(DATE);
    inside.named_title |= has(TITLE);
    inside.named_credit |= has(CREDIT);
    inside.named_lead |= has(LEAD);
    inside.named_related |= has(RELATED);
    inside.named_offer |= has(OFFER);
    inside.named_comment |= has(COMMENT);
    inside.named_box |= has(BOX);
    inside.named_writer |= has(WRITER);
    inside.named_chrome |= has(CHROME);
}

/// Parts of names: the way through the site.
#[rustfmt::skip]
const NAV: &[&str] = &[
    "navigation", "breadcrumb", "menu",
];

/// Parts of names: the article’s text.
#[rustfmt::skip]
const BODY: &[&str] = &[
    "articlebody", "article-body", "article__body", "article_body", "story-body", "storybody",
    "entry-content", "post-content", "article-content", "article__content", "post-body",
    "body-copy", "article-text", "content-body", "story-content", "richtext", "rich-text",
];

/// Parts of names: words of a picture.
#[rustfmt::skip]
const CAPTION: &[&str] = &[
    "caption", "legend", "image-desc", "photo-desc",
];

/// Parts of names: who wrote it.
#[rustfmt::skip]
const BYLINE: &[&str] = &[
    "byline", "author", "autor", "auteur", "contributor",
];

/// Parts of names: when.
#[rustfmt::skip]
const DATE: &[&str] = &[
    "date", "published", "time",
];

/// Parts of names: the headline.
#[rustfmt::skip]
const TITLE: &[&str] = &[
    "headline", "entry-title", "post-title", "article-title",
];

/// Parts of names: whose it is.
#[rustfmt::skip]
const CREDIT: &[&str] = &[
    "copyright", "credit", "photographer", "image-source",
];

/// Parts of names: what stands over the text and sums it up.
#[rustfmt::skip]
const LEAD: &[&str] = &[
    "standfirst", "lead", "intro", "subtitle", "sub-title", "subhead", "summary", "dek", "deck",
    "chapeau", "abstract", "excerpt", "ingress", "vorspann", "lede", "perex", "descrip",
    "sottotitolo", "bajada", "kicker-text", "article-header",
];

/// Parts of names: other articles.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "related", "recommend", "read-more", "readmore", "more-from", "popular", "trending",
    "most-read", "mostread", "teaser", "also", "card", "recirc", "outbrain", "taboola",
];

/// Parts of names: what a site offers or asks for.
#[rustfmt::skip]
const OFFER: &[&str] = &[
    "newsletter", "subscri", "signup", "sign-up", "paywall", "promo", "abo", "donat", "offer",
    "consent", "cookie", "embed", "piano", "cta",
];

/// Parts of names: what readers write.
#[rustfmt::skip]
const COMMENT: &[&str] = &["comment", "kommentar", "disqus", "discussion", "forum", "reply"];

/// Parts of names: a box beside the text.
#[rustfmt::skip]
const BOX: &[&str] = &[
    "infobox", "factbox", "fact-box", "sidebar", "info-box", "box", "aside",
];

/// Parts of names: about the writer.
#[rustfmt::skip]
const WRITER: &[&str] = &[
    "author-bio", "about-author", "author-box", "bio", "profile",
];

/// Parts of names: what stands beside an article.
#[rustfmt::skip]
const CHROME: &[&str] = &[
    "related", "promo", "share", "sharing", "social", "newsletter", "comment", "sidebar", "advert",
    "sponsor", "recommend", "popular", "trending", "most-read", "mostread", "more-from",
    "read-more", "readmore", "cookie", "consent", "paywall", "subscribe", "subscription", "signup",
    "sign-up", "outbrain", "taboola", "teaser", "widget", "toolbar", "pagination", "author-bio",
    "about-author", "author-box", "tag-list", "post-tags", "banner", "sr-only", "visually-hidden",
    "visuallyhidden", "screen-reader", "skip-link", "player",
];
