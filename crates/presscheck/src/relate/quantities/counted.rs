//! What each figure counts, in a form that can be compared.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::words::Same;
use crate::model::{Annotated, ArticleIx, Figure, FigureKind, Span};
use crate::text::words::{Token, TokenKind, tokens};
use crate::text::{fold, person};

/// Words this near a figure belong to its clause, in bytes.
const NEAR: usize = 80;
/// Words further off tell nothing of a figure, in bytes.
const FAR: usize = 300;
/// A time so many days before publication puts a figure into the past of the story.
const PAST_DAYS: i32 = 14;

/// One figure, ready to be compared.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The article.
    pub(super) article: ArticleIx,
    /// The figure, as a place in its annotations.
    pub(super) figure: usize,
    /// Only figures of one class can count the same.
    pub(super) class: Class,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) rough: bool,
    /// The stems around it and how much each tells.
    pub(super) words: BTreeMap<String, f64>,
    /// The length of `words` as a vector.
    pub(super) length: f64,
    /// The words of `what` that are a name: whose age it is.
    pub(super) named: Vec<String>,
    /// Whether it leaves somebody out that another may count in: “three others”.
    pub(super) others: bool,
    /// Stems of `what`.
    pub(super) what: BTreeSet<String>,
    /// The stem of the noun counted; empty for “people”, “others” and the like.
    pub(super) head: String,
    /// Names near it, folded.
    pub(super) names: BTreeSet<String>,
    /// Whether its clause speaks of another time, long before the article.
    pub(super) past: bool,
    /// Up or down, where its words tell of a change.
    pub(super) change: i8,
}

/// What figures must share to be compared at all.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Class {
    /// People, and what became of them.
    People(Fate),
    /// Things.
    Thing,
    /// Money: its currency and the time it is paid for, if any.
    Money(String, &'static str),
    /// Percent, lengths of time, measures: their unit.
    Unit(String),
    /// Somebody's age.
    Age,
}

/// What became of people.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fate {
    /// Nothing is said.
    None,
    Killed,
    Injured,
    Shot,
    Missing,
    Arrested,
    Rescued,
    Displaced,
}

/// All figures that can be compared, article by article.
pub(super) fn all(articles: &[Annotated]) -> Vec<Counted> {
    let same = Same::new();
    let weights = weights(articles, &same);
    let mut found = Vec::new();
    for (article, it) in articles.iter().enumerate() {
        for figure in 0..it.annotations.figures.len() {
            found.extend(one(it, (article, figure), &same, &weights));
        }
    }
    backdate(&mut found);
    found
}

/// Figures near a name that the story mostly has beside figures of the past count the past too:
/// the place of an earlier disaster needs its year only once.
fn backdate(found: &mut [Counted]) {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for it in found.iter() {
        for name in &it.names {
            let (past, now) = counts.entry(name.clone()).or_default();
            *(if it.past { past } else { now }) += 1;
        }
    }
    let is_past =
        |name: &String| counts.get(name).is_some_and(|(past, now)| past >= now && *past > 0);
    for it in found {
        it.past |= it.names.iter().any(is_past);
    }
}

/// How much each stem tells: the rarer in the story's sentences, the more.
fn weights(articles: &[Annotated], same: &Same) -> BTreeMap<String, f64> {
    let (mut found_in, mut n_sentences) = (BTreeMap::<String, f64>::new(), 0.0);
    for it in articles {
        for sentence in &it.annotations.sentences {
            n_sentences += 1.0;
            let text = &it.article.text;
            let words: BTreeSet<String> = tokens(text, sentence.span)
                .iter()
                .filter(|it| it.kind == TokenKind::Word)
                .filter_map(|it| same.of(it.span.of(text)))
                .collect();
            for word in words {
                *found_in.entry(word).or_default() += 1.0;
            }
        }
    }
    let weigh = |n: f64| libm::log((n_sentences + 1.0) / (n + 0.5)).max(0.0);
    found_in.into_iter().map(|(word, n)| (word, weigh(n))).collect()
}

fn one(
    it: &Annotated,
    (article, figure): (ArticleIx, usize),
    same: &Same,
    weights: &BTreeMap<String, f64>,
) -> Option<Counted> {
    let text = &it.article.text;
    let of = it.annotations.figures.get(figure)?;
    let window = window(it, of.span)?;
    let around = tokens(text, window);
    if is_part(text, &around, of) || is_less_than_whole(it, figure, window) {
        return None;
    }
    let stems = |words: &str| -> BTreeSet<String> {
        words.split_whitespace().filter_map(|it| same.of(it)).collect()
    };
    let what = stems(&of.what);
    let mut words = BTreeMap::new();
    let mut names = BTreeSet::new();
    let told = |it: &&Token| it.kind == TokenKind::Word && !it.span.overlaps(of.span);
    for token in around.iter().filter(told) {
        let printed = token.span.of(text);
        let Some(stem) = same.of(printed) else { continue };
        let near = distance(token.span, of.span) <= NEAR;
        let share = if what.contains(&stem) {
            2.0
        } else if near {
            1.0
        } else {
            0.5
        };
        let weight = share * weights.get(&stem).copied().unwrap_or(0.0);
        let kept: &mut f64 = words.entry(stem).or_default();
        *kept = kept.max(weight);
        let name = printed.starts_with(char::is_uppercase) && token.span.start() > window.start();
        if near && name && !is_time(it, token.span) {
            names.insert(fold::word(printed));
        }
    }
    let length = libm::sqrt(words.values().map(|it| it * it).sum());
    Some(Counted {
        article,
        figure,
        class: class(of, &around, text)?,
        low: of.low,
        high: of.high,
        rough: of.approximate,
        words,
        length,
        head: head(of, same),
        named: named(&of.what),
        others: is_of_others(&of.what),
        what,
        names,
        past: is_past(it, of.span),
        change: change(&of.what),
    })
}

/// The name that ends the words counted, cut into its parts; empty where a noun ends them.
fn named(what: &str) -> Vec<String> {
    if what.split(' ').any(|it| PREPOSITIONS.contains(&it)) {
        return Vec::new();
    }
    let is_name = |it: &&str| it.starts_with(char::is_uppercase);
    let words = what.split(' ').rev().take_while(is_name).count();
    let all: Vec<&str> = what.split(' ').collect();
    person::parts(&all.get(all.len() - words..).unwrap_or_default().join(" "))
}

/// “Three others”, “four more people”: those counted beside somebody told of before.
fn is_of_others(what: &str) -> bool {
    let first = what.split(' ').next().unwrap_or_default();
    ["other", "others", "additional", "more", "another"]
        .iter()
        .any(|it| first.eq_ignore_ascii_case(it))
}

/// The bytes around a figure that may speak of it: within its sentence, and not far.
fn window(it: &Annotated, figure: Span) -> Option<Span> {
    let sentences = &it.annotations.sentences;
    let next = sentences.partition_point(|it| it.span.end() <= figure.start());
    let sentence = sentences.get(next)?.span;
    let text = &it.article.text;
    let start = sentence.start().max(figure.start().saturating_sub(FAR));
    let end = sentence.end().min(figure.end() + FAR).max(figure.end());
    let start = (start..=figure.start()).find(|&it| text.is_char_boundary(it))?;
    let end = (figure.end()..=end).rev().find(|&it| text.is_char_boundary(it))?;
    Span::checked(text, start, end)
}

fn distance(word: Span, figure: Span) -> usize {
    let before = figure.start().saturating_sub(word.end());
    let behind = word.start().saturating_sub(figure.end());
    before.max(behind)
}

/// Whether the words before a figure make it a part of another, or what another is held against:
/// “including two”, “less than the more than $30”, “21 other facilities”, “the two leaders”.
fn is_part(text: &str, around: &[Token], of: &Figure) -> bool {
    let at = around.partition_point(|it| it.span.end() <= of.span.start());
    let before = |back: usize| {
        at.checked_sub(back).and_then(|it| around.get(it)).map_or("", |it| it.span.of(text))
    };
    let is =
        |back: usize, words: &[&str]| words.iter().any(|it| before(back).eq_ignore_ascii_case(it));
    let including = is(1, &["including", "than", "extra", "additional", "further", "versus", "vs"])
        || is(2, &["including", "than"]) && is(1, &["the", "a"])
        || is(1, &["from"]) && (change(&of.what) != 0 || is(2, &["up", "down"]));
    let casual = fate(&of.what) == Fate::None;
    let other = is_of_others(&of.what);
    // “three of the dead”, “three more people”: some of a number given elsewhere.
    let next = around.partition_point(|it| it.span.start() < of.span.end());
    let word = |on: usize| around.get(next + on).map_or("", |it| it.span.of(text));
    let some = of.kind == FigureKind::Count
        && (word(0) == "more"
            || word(0) == "of"
                && ["the", "those", "these", "them", "whom", "his", "her", "their", "its"]
                    .contains(&word(1)));
    let low = of.low.or(of.high).unwrap_or(0.0);
    let known = low < 4.0
        && casual
        && of.kind == FigureKind::Count
        && is(
            1,
            &["the", "these", "those", "both", "his", "her", "their", "all", "between", "other"],
        );
    including || some || other && casual || known
}

/// Whether a larger figure of the same unit in the sentence counts this one in: “127,000 on the
/// ground, and with the navy 147,000”.
fn is_less_than_whole(it: &Annotated, figure: usize, window: Span) -> bool {
    let figures = &it.annotations.figures;
    let text = &it.article.text;
    let (Some(this), Some(next)) = (figures.get(figure), figures.get(figure + 1)) else {
        return false;
    };
    let larger = next.low.zip(this.high).is_some_and(|(next, this)| next > this);
    let between = Span::checked(text, this.span.end(), next.span.start());
    let words = between.map_or("", |it| it.of(text));
    let whole = ["with", "total", "overall", "altogether", "combined"];
    larger
        && window.contains(next.span)
        && next.unit == this.unit
        && next.kind == this.kind
        && this.kind == FigureKind::Count
        && words.split_whitespace().any(|it| whole.contains(&it))
}

fn class(of: &Figure, around: &[Token], text: &str) -> Option<Class> {
    Some(match of.kind {
        FigureKind::Count if of.unit == "people" => Class::People(fate(&of.what)),
        // Counts of a charge are as many as there are charges and accused.
        FigureKind::Count if matches!(of.unit.as_str(), "" | "times" | "count" | "counts") => {
            return None;
        }
        FigureKind::Count => Class::Thing,
        FigureKind::Money => Class::Money(of.unit.clone(), rate(of, around, text)),
        FigureKind::Percent | FigureKind::Duration | FigureKind::Measure => {
            Class::Unit(of.unit.clone())
        }
        FigureKind::Age => Class::Age,
        FigureKind::Score => Class::Unit("score".to_owned()),
        FigureKind::Ordinal => return None,
    })
}

/// The time that money is paid for: “$275 a week”.
fn rate(of: &Figure, around: &[Token], text: &str) -> &'static str {
    let at = around.partition_point(|it| it.span.start() < of.span.end());
    let word = |on: usize| around.get(at + on).map_or("", |it| it.span.of(text));
    let unit =
        if matches!(word(0), "a" | "an" | "per" | "each" | "every") { word(1) } else { word(0) };
    match unit {
        "hour" | "hourly" => "hour",
        "day" | "daily" => "day",
        "week" | "weekly" => "week",
        "month" | "monthly" => "month",
        "year" | "yearly" | "annually" | "annual" => "year",
        _ => "",
    }
}

/// What became of the people counted; `None` where two fates are named.
pub(super) fn fate(what: &str) -> Fate {
    let mut fate = Fate::None;
    for word in what.split(|it: char| !it.is_alphanumeric()) {
        let this = match fold::word(word).as_str() {
            "killed" | "dead" | "died" | "die" | "dies" | "killing" | "slain" | "murdered"
            | "deaths" | "death" | "fatally" | "fatalities" | "deceased" | "kill" | "kills"
            | "executed" | "drowned" | "toll" => Fate::Killed,
            "injured" | "wounded" | "hurt" | "injuring" | "wounding" | "injuries"
            | "hospitalized" | "hospitalised" => Fate::Injured,
            "shot" => Fate::Shot,
            "missing" | "unaccounted" => Fate::Missing,
            "arrested" | "detained" | "charged" | "arrests" => Fate::Arrested,
            "rescued" | "freed" | "released" => Fate::Rescued,
            "displaced" | "evacuated" | "homeless" | "stranded" => Fate::Displaced,
            _ => continue,
        };
        // “Shot dead”, “shot and killed”.
        if matches!(fate, Fate::None | Fate::Shot) {
            fate = this;
        }
    }
    fate
}

/// Nouns for anybody.
const ANYBODY: &[&str] = &[
    "people",
    "person",
    "persons",
    "others",
    "other",
    "victims",
    "victim",
    "dead",
    "casualties",
    "fatalities",
    "deaths",
    "more",
    "individuals",
    "bodies",
    "lives",
];

/// The stem of the noun counted.
fn head(of: &Figure, same: &Same) -> String {
    if of.kind != FigureKind::Count {
        return String::new();
    }
    let noun = of
        .what
        .split(' ')
        .take_while(|it| !PREPOSITIONS.contains(it))
        .filter(|it| fate(it) == Fate::None || ANYBODY.contains(it))
        .last()
        .unwrap_or_default();
    let folded = fold::word(noun);
    if ANYBODY.contains(&folded.as_str()) {
        return String::new();
    }
    same.of(noun).unwrap_or_default()
}

const PREPOSITIONS: &[&str] =
    &["of", "on", "in", "near", "at", "along", "inside", "from", "for", "with", "to", "around"];

/// Whether a figure's clause names a time long before the article was published, or points back to
/// a sentence that does: “That strike lasted three days”.
fn is_past(it: &Annotated, figure: Span) -> bool {
    let Some(published) = it.article.published.as_ref().map(|it| it.date) else { return false };
    let Some(window) = window(it, figure) else { return false };
    let text = &it.article.text;
    let sentences = &it.annotations.sentences;
    let next = sentences.partition_point(|it| it.span.end() <= figure.start());
    let opening = window.of(text).split_whitespace().take(3);
    let back = opening
        .into_iter()
        .any(|it| ["that", "that's", "those"].contains(&fold::word(it).as_str()));
    let before = next.checked_sub(1).and_then(|it| sentences.get(it)).filter(|_| back);
    let from = before.map_or(figure.start().saturating_sub(NEAR), |it| it.span.start());
    let within = before.map_or(window, |it| it.span.join(window));
    let times = &it.annotations.times;
    let first = times.partition_point(|it| it.span.end() <= from);
    let near = times.iter().skip(first).take_while(|it| it.span.start() <= figure.end() + NEAR);
    near.filter(|it| within.contains(it.span)).any(|it| {
        // “Since September” reaches to the day of the article.
        let before = text.get(..it.span.start()).unwrap_or_default().trim_end();
        let since = before.ends_with("since") || before.ends_with("Since");
        let days = latest_day(&it.value).and_then(|day| day.until(published).ok());
        !since && days.is_some_and(|it| it.get_days() > PAST_DAYS)
    })
}

/// Whether a word belongs to a time expression.
fn is_time(it: &Annotated, word: Span) -> bool {
    let times = &it.annotations.times;
    let next = times.partition_point(|it| it.span.end() <= word.start());
    times.get(next).is_some_and(|it| it.span.overlaps(word))
}

/// The last day that an ISO value of a day, month or year covers.
fn latest_day(value: &str) -> Option<Date> {
    if let Some(day) = value.get(..10).and_then(|it| it.parse().ok()) {
        return Some(day);
    }
    let mut parts = value.splitn(2, '-');
    let year: i16 = parts.next().filter(|it| it.len() == 4)?.parse().ok()?;
    let month = parts.next().map_or(Some(12), |it| it.get(..2)?.parse::<i8>().ok())?;
    Some(Date::new(year, month, 1).ok()?.last_of_month())
}

/// 1 for words of rising, -1 for words of falling.
fn change(what: &str) -> i8 {
    let any = |words: &[&str]| what.split(' ').any(|it| words.contains(&it));
    let up = [
        "up",
        "rose",
        "rise",
        "jumped",
        "gained",
        "climbed",
        "increased",
        "grew",
        "surged",
        "soared",
        "added",
        "higher",
    ];
    let down = [
        "down", "fell", "fall", "dropped", "lost", "declined", "slipped", "sank", "tumbled",
        "plunged", "shed", "lower",
    ];
    i8::from(any(&up)) - i8::from(any(&down))
}
