//! Credits: the words by which an article says whose work it prints.

use crate::model::{Annotated, PartKind, Span};
use crate::text::fold;
use crate::text::words::{Token, TokenKind, tokens};

/// Words that name an agency or outlet as the origin of an article, or of some of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Credit {
    /// How much of the article they account for; the strongest first.
    pub(super) strength: Strength,
    /// The agency or outlet; agencies by their full name.
    pub(super) name: String,
    /// The line or the words.
    pub(super) span: Span,
}

/// How much of an article a credit accounts for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Strength {
    /// The article is theirs: “PORT ELM (Reuters) —”, “By Ana Ruiz, Associated Press”.
    Whole,
    /// They gave some of it: “The Associated Press contributed to this report”.
    Contributed,
}

/// Agencies that sell copy to other newsrooms: a mark as it stands in parentheses or after a name,
/// folded; the full name.
const AGENCIES: &[(&str, &str)] = &[
    ("aap", "Australian Associated Press"),
    ("afp", "Agence France-Presse"),
    ("agence france-presse", "Agence France-Presse"),
    ("anadolu", "Anadolu Agency"),
    ("anadolu agency", "Anadolu Agency"),
    ("ani", "Asian News International"),
    ("ansa", "ANSA"),
    ("ap", "Associated Press"),
    ("associated press", "Associated Press"),
    ("australian associated press", "Australian Associated Press"),
    ("bloomberg", "Bloomberg"),
    ("bloomberg news", "Bloomberg"),
    ("canadian press", "The Canadian Press"),
    ("dpa", "dpa"),
    ("efe", "EFE"),
    ("interfax", "Interfax"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("pa", "PA Media"),
    ("pa media", "PA Media"),
    ("press association", "PA Media"),
    ("press trust of india", "Press Trust of India"),
    ("pti", "Press Trust of India"),
    ("reuters", "Reuters"),
    ("tass", "TASS"),
    ("thomson reuters", "Reuters"),
    ("united press international", "United Press International"),
    ("upi", "United Press International"),
    ("xinhua", "Xinhua"),
    ("yonhap", "Yonhap"),
];

/// Phrases after which stands whose the article is.
const WHOSE: &[&str] = &[
    "first appeared in ",
    "first appeared on ",
    "first appeared at ",
    "originally appeared in ",
    "originally appeared on ",
    "originally published by ",
    "originally published in ",
    "originally published on ",
    "first published by ",
    "first published in ",
    "first published on ",
    "courtesy of ",
    "via affiliate ",
    "republished from ",
    "republished with permission from ",
    "is republished from ",
    "provided by ",
];

/// Longest line that can be a credit: longer ones are sentences of the story that use its words.
const LONGEST_LINE_BYTES: usize = 400;

/// How far into the body a dateline reaches.
const DATELINE_BYTES: usize = 160;

/// The agency that a name stands for, if it is one.
pub(super) fn agency(name: &str) -> Option<&'static str> {
    let folded = fold::plain(name.trim());
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    let at = AGENCIES.binary_search_by(|it| it.0.cmp(folded)).ok()?;
    AGENCIES.get(at).map(|it| it.1)
}

/// The credits of an article, the strongest first, each name once.
pub(super) fn find(article: &Annotated) -> Vec<Credit> {
    let text = &article.article.text;
    let mut found = Vec::new();
    let mut bodied = false;
    for part in &article.article.parts {
        let mut start = part.span.start();
        for line in part.span.of(text).split_inclusive('\n') {
            let Some(span) = Span::checked(text, start, start + line.len()) else { break };
            start += line.len();
            let span = span.trimmed(text);
            if span.is_empty() {
                continue;
            }
            if !bodied && matches!(part.kind, PartKind::Body | PartKind::Dateline) {
                found.extend(dateline(text, span));
                bodied = part.kind == PartKind::Body;
            }
            if span.len() <= LONGEST_LINE_BYTES && part.kind != PartKind::Headline {
                line_credits(text, span, part.kind, &mut found);
            }
        }
    }
    found.sort();
    let mut names = std::collections::BTreeSet::new();
    found.retain(|it| names.insert(it.name.clone()));
    found
}

/// “PORT ELM, Maine (AP) —”: an agency in parentheses near the start of the story.
fn dateline(text: &str, line: Span) -> Option<Credit> {
    let tokens = tokens(text, line);
    let near = tokens.partition_point(|it| it.span.start() < line.start() + DATELINE_BYTES);
    let near = tokens.get(..near)?;
    near.iter().enumerate().find_map(|(at, it)| {
        if it.span.of(text) != "(" {
            return None;
        }
        let close = near.iter().skip(at + 1).take(5).find(|it| it.span.of(text) == ")")?;
        let inside = Span::checked(text, it.span.end(), close.span.start())?;
        let name = agency(inside.of(text))?;
        let dash = near.iter().find(|it| it.span.start() >= close.span.end())?;
        let dashed = matches!(dash.span.of(text), "-" | "–" | "—");
        let span = Span::checked(text, line.start(), close.span.end())?;
        dashed.then(|| Credit { strength: Strength::Whole, name: name.to_owned(), span })
    })
}

/// Credits in one short line.
fn line_credits(text: &str, line: Span, kind: PartKind, found: &mut Vec<Credit>) {
    // Folding keeps the count of ASCII bytes but not of others: marks are searched, names are not.
    let folded = fold::plain(line.of(text));
    let credit = |strength, name: String| Credit { strength, name, span: line };
    if folded.contains("contributed to this") || folded.starts_with("contributing:") {
        let named = names(text, line).into_iter().filter_map(|it| agency(&it));
        found.extend(named.map(|it| credit(Strength::Contributed, it.to_owned())));
        return;
    }
    let is_byline = kind == PartKind::Byline || folded.starts_with("by ");
    let byline = if is_byline { byline_agency(text, line) } else { None };
    let whole = byline
        .or_else(|| newsource(text, line))
        .or_else(|| after_phrase(text, line, &folded))
        .or_else(|| copyright(text, line, &folded, kind))
        .or_else(|| {
            agency(line.of(text).trim_matches(['(', ')', '.', '-', '—', '–'])).map(str::to_owned)
        });
    found.extend(whole.map(|it| credit(Strength::Whole, it)));
}

/// “By Ana Ruiz and Lu Chen, Associated Press”, “By The Associated Press”, “By Ana Ruiz | Reuters”:
/// the agency or, in capitals, the outlet that stands last.
fn byline_agency(text: &str, line: Span) -> Option<String> {
    let words = line.of(text);
    if line.len() > 250 {
        return None;
    }
    let last = words.rsplit([',', '|', '/', '•', '(', '·']).next()?.trim_matches([' ', ')', '.']);
    let bare = last.strip_prefix("By ").or_else(|| last.strip_prefix("BY ")).unwrap_or(last);
    let cut = bare.strip_prefix("for ").unwrap_or(bare);
    if let Some(name) = agency(cut) {
        return Some(name.to_owned());
    }
    let acronym = cut.chars().count() >= 2
        && cut.chars().count() <= 6
        && cut.chars().all(|it| it.is_ascii_uppercase())
        && words.contains(',');
    acronym.then(|| cut.to_owned())
}

/// “Harbour Newsource”, “Harbour Wire”, “Harbour News Service”: the line of a service that sells copy.
fn newsource(text: &str, line: Span) -> Option<String> {
    let words = line.of(text);
    if words.split_whitespace().count() > 6 {
        return None;
    }
    let service = ["Newsource", "News Service", " Wire", " Newswire", "Wire Service"];
    let ends = service.iter().any(|it| words.ends_with(it));
    ends.then(|| words.trim_end_matches("Newsource").trim().to_owned()).filter(|it| !it.is_empty())
}

/// “This column first appeared in the Elm Courier.”
fn after_phrase(text: &str, line: Span, folded: &str) -> Option<String> {
    let phrase = WHOSE.iter().find(|it| folded.contains(*it))?;
    let behind = folded.find(phrase)? + phrase.len();
    // Count in words: folding may have changed how many bytes stand before the name.
    let nth = folded.get(..behind)?.split_whitespace().count();
    let rest = line.of(text).split_whitespace().nth(nth)?;
    let from =
        line.start() + (rest.as_ptr() as usize).checked_sub(line.of(text).as_ptr() as usize)?;
    names(text, Span::checked(text, from, line.end())?).into_iter().next()
}

/// “Copyright 2017 The Associated Press. All rights reserved.” An outlet’s own copyright line at the
/// foot of its page says nothing, so only lines that stand in the article count, and agencies.
fn copyright(text: &str, line: Span, folded: &str, kind: PartKind) -> Option<String> {
    let marked = folded.contains('©') || folded.contains("copyright") || folded.contains("(c) ");
    if !marked {
        return None;
    }
    let named = names(text, line);
    let named = named.into_iter().filter(|it| !COPYRIGHT_WORDS.contains(&fold::plain(it).as_str()));
    let named: Vec<String> = named.collect();
    let sold = named.iter().find_map(|it| agency(it)).map(str::to_owned);
    sold.or_else(|| named.into_iter().next().filter(|_| kind != PartKind::Chrome))
}

const COPYRIGHT_WORDS: &[&str] =
    &["all", "all rights reserved", "copyright", "this", "a", "rights"];

/// The capitalised names in a line: “the Elm Courier”, “Associated Press”.
fn names(text: &str, line: Span) -> Vec<String> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for token in tokens(text, line) {
        if belongs_to_name(text, token) {
            match found.last_mut().filter(|_| open) {
                Some(last) => *last = last.join(token.span),
                None => found.push(token.span),
            }
            open = true;
        } else {
            open = false;
        }
    }
    let full = found.iter().map(|it| it.of(text).trim_start_matches("The ").to_owned());
    full.filter(|it| !matches!(it.as_str(), "The" | "Inc" | "By" | "Copyright" | "All")).collect()
}

fn belongs_to_name(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    token.kind == TokenKind::Word
        && word.starts_with(char::is_uppercase)
        && !matches!(word, "Copyright" | "Contributing" | "By" | "All" | "Email")
        || word == "&"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_can_be_searched() {
        assert!(AGENCIES.is_sorted());
        assert_eq!(agency("The Associated Press"), Some("Associated Press"));
    }
}
