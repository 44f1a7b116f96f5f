//! The title: the headline that a page prints, or the one that its desk filed for machines.

use super::blocks::{Block, Tag, share};
use super::meta::{Said, Tags, one_line};
use crate::text::fold;

/// Two titles that share this much of the longer one's words head the same article.
const ALIKE: f32 = 0.6;

/// The headline: the `<h1>` that what the page says elsewhere bears out, unless two statements for
/// machines agree on other words; else what two tags agree on, else the first of them.
pub(super) fn of(tags: &Tags, blocks: &[Block], outlet: Option<&str>) -> Option<Said<String>> {
    let given = Given::of(tags, outlet);
    let heads: Vec<&Block> =
        blocks.iter().filter(|it| could_head(it)).take(MOST_HEADINGS).collect();
    let printed = printed(&heads, &given);
    if let Some(it) = filed(tags, &given, printed.as_ref()) {
        return Some(said(&it, "JSON-LD and og:title"));
    }
    if printed.is_some() {
        return printed;
    }
    let Given { og, headline, named, .. } = &given;
    let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => likeness(a, b) >= ALIKE,
        _ => false,
    };
    if let Some(it) = headline.as_deref().filter(|_| agree(headline, og) || agree(headline, named))
    {
        return Some(said(it, "JSON-LD headline"));
    }
    if let Some(it) = og.as_deref() {
        return Some(said(it, "og:title"));
    }
    if let Some(it) = headline.as_deref() {
        return Some(said(it, "JSON-LD headline"));
    }
    if let Some(head) = heads.first() {
        return Some(said(&head.text, "h1"));
    }
    Some(said(named.as_deref()?, "title"))
}

/// So many `<h1>` of a page are looked at.
const MOST_HEADINGS: usize = 50;

/// No headline is longer, in bytes.
const LONGEST: usize = 1000;

fn could_head(it: &Block) -> bool {
    it.tag == Tag::Title && (4..=LONGEST).contains(&it.text.len())
}

fn said(value: &str, basis: &'static str) -> Said<String> {
    Said { value: value.to_owned(), basis }
}

/// What the page's tags give as its title, without the name of the site.
struct Given {
    og: Option<String>,
    headline: Option<String>,
    /// Other names in linked data.
    linked: Vec<String>,
    /// `<title>`.
    named: Option<String>,
    /// All of them as they stand.
    whole: Vec<String>,
}

impl Given {
    fn of(tags: &Tags, outlet: Option<&str>) -> Given {
        let og = tags.meta(&[
            "og:title",
            "twitter:title",
            "dc.title",
            "parsely-title",
            "sailthru.title",
        ]);
        let linked = &tags.linked;
        let others = [linked.name.as_deref(), linked.alternative.as_deref()];
        let bare = |it: &str| without_site(it, outlet);
        let whole = [og, linked.headline.as_deref(), Some(tags.title.as_str())];
        Given {
            og: og.map(bare),
            headline: linked.headline.as_deref().map(bare),
            linked: others.into_iter().flatten().map(bare).collect(),
            named: Some(bare(&tags.title)).filter(|it| !it.is_empty()),
            whole: whole.into_iter().flatten().map(one_line).collect(),
        }
    }

    fn bare(&self) -> impl Iterator<Item = &String> {
        [&self.og, &self.headline, &self.named].into_iter().flatten()
    }

    /// Whether a heading is the article's, by what is said of the article elsewhere.
    fn bears_out(&self, head: &str) -> bool {
        let words = words(head);
        let opens = |it: &String| words.len() > 1 && self::words(it).starts_with(&words);
        self.bare().any(|it| likeness(head, it) >= ALIKE) || self.whole.iter().any(opens)
    }
}

/// The headline that the page prints, where it is sure which heading that is.
fn printed(heads: &[&Block], given: &Given) -> Option<Said<String>> {
    if let Some(head) = heads.iter().find(|it| given.bears_out(&it.text)) {
        let whole = given.og.as_deref().is_some_and(|it| words(it) == words(&head.text));
        // A kicker may stand in the same element, before the headline.
        let bare = given.bare().filter(|it| !whole && it.split_whitespace().count() >= 4);
        let bare = bare.filter(|it| head.text.len() > it.len() && head.text.ends_with(it.as_str()));
        return Some(match bare.min_by_key(|it| it.len()) {
            Some(it) => said(it, "h1 without its kicker"),
            None => said(&head.text, "h1"),
        });
    }
    let fits =
        |it: &&&Block| it.text.split_whitespace().count() >= 4 && !it.place.nav && !it.place.footer;
    let mut fit = heads.iter().filter(fits);
    match (fit.next(), fit.next()) {
        (Some(only), None) => Some(said(&only.text, "h1")),
        _ => None,
    }
}

/// The title on which two statements for machines agree word for word, where these are other words
/// than the printed ones: what the desk filed, and the page shows changed or cut. Blogs write such
/// statements for search engines, articles of news do not.
fn filed(tags: &Tags, given: &Given, printed: Option<&Said<String>>) -> Option<String> {
    let printed = words(&printed?.value);
    if !tags.linked.is_news {
        return None;
    }
    let all: Vec<(Vec<String>, &String)> = [&given.headline, &given.og]
        .into_iter()
        .flatten()
        .chain(&given.linked)
        .map(words_of)
        .collect();
    let votes = |of: &[String]| all.iter().filter(|it| it.0 == of).count();
    let best = all.iter().rev().max_by_key(|it| votes(&it.0))?;
    let differs = !best.0.starts_with(&printed) && best.0.len() >= 3;
    let agreed = votes(&best.0) >= 2 && votes(&best.0) > votes(&printed);
    (differs && agreed).then(|| best.1.clone())
}

fn words_of(it: &String) -> (Vec<String>, &String) {
    (words(it), it)
}

fn words(text: &str) -> Vec<String> {
    let plain = fold::plain(text);
    let words = plain.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.take(MOST_WORDS).map(str::to_owned).collect()
}

/// So many words of a title are compared.
const MOST_WORDS: usize = 100;

/// How many words two titles share, of the longer one's.
fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|it| other.contains(it)).count();
    share(shared, one.len().max(other.len()))
}

/// “Ferry sinks - The Quay”, “Ferry sinks | News | The Quay” without the outlet's name.
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let title = one_line(title);
    let marks = [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " // ", " | ", " / "];
    let outlet = outlet.map(fold::plain).unwrap_or_default();
    let mut kept = title.as_str();
    while let Some((at, mark)) =
        marks.iter().filter_map(|mark| Some((kept.rfind(mark)?, mark))).max_by_key(|it| it.0)
    {
        let (head, tail) = (kept.get(..at), kept.get(at + mark.len()..));
        let (Some(head), Some(tail)) = (head, tail) else { break };
        let plain = fold::plain(tail);
        let is_outlet = !outlet.is_empty() && (plain.contains(&outlet) || outlet.contains(&plain));
        let is_bar = matches!(*mark, " | " | " • " | " :: " | " » " | " // ");
        let n_words = tail.split_whitespace().count();
        let short = n_words <= 4 && head.split_whitespace().count() >= 4;
        if is_outlet || (is_bar && short) || (outlet.is_empty() && short && is_name(tail)) {
            kept = head;
        } else {
            break;
        }
    }
    kept.trim().to_owned()
}

/// Words that all begin with capitals.
fn is_name(words: &str) -> bool {
    words.split_whitespace().all(|it| it.starts_with(|it: char| !it.is_lowercase()))
}
