//! Nominals: descriptions that stand for someone, such as “the prime minister” or “two officials”.

use std::collections::BTreeMap;

use super::Page;
use super::entities::Entities;
use super::words::{Shape, Word};
use crate::model::{EntityIx, Mention, MentionForm, NameKind, Span};
use crate::text::fold;
use crate::text::names::lexicon::{self, Class};

/// Finds descriptions outside the names and adds their mentions, linked to a named entity where
/// just one fits.
pub(super) fn find(page: &Page<'_>, mentions: &mut Vec<Mention>, entities: &mut Entities) {
    let mut finder = Finder { page, known: BTreeMap::new(), by_role: roles(page, entities) };
    let mut taken: Vec<Span> = mentions.iter().map(|it| it.span).collect();
    for entity in &entities.list {
        taken.extend(entity.roles.iter().copied());
    }
    taken.sort_unstable();
    let names: Vec<Span> = mentions.iter().map(|it| it.span).collect();
    for line in page.lines.iter().filter(|it| !it.shouts) {
        for at in line.words.clone() {
            let Some(nominal) = finder.read(at, line.words.start, line.words.end) else { continue };
            if is_taken(&taken, nominal.head) {
                continue;
            }
            let start = after_names(page, &names, &nominal);
            let Some(span) = start else { continue };
            let entity = finder.entity(&nominal, entities);
            let kind = entities.kind(entity).unwrap_or(nominal.kind);
            mentions.push(Mention { span, form: MentionForm::Nominal, kind, entity });
        }
    }
}

/// A description as found.
struct Nominal {
    /// The head word.
    head: Span,
    /// The words from after the article to the head, as places in the list of all.
    words: std::ops::Range<usize>,
    /// The description as printed, without article.
    description: String,
    /// The head word folded, and brought to one form for both sexes.
    role: String,
    kind: NameKind,
    /// Whether “the” or “this” stands before it.
    definite: bool,
    /// Whether it is of several people.
    plural: bool,
    sex: Class,
}

struct Finder<'a> {
    page: &'a Page<'a>,
    /// Unnamed entities by description.
    known: BTreeMap<String, EntityIx>,
    /// Named entities by the head of a role, or by a word of an organisation's name.
    by_role: BTreeMap<String, Vec<(EntityIx, String)>>,
}

/// Named entities by words of their roles and, for organisations, of their names.
fn roles(page: &Page<'_>, entities: &Entities) -> BTreeMap<String, Vec<(EntityIx, String)>> {
    let mut found: BTreeMap<String, Vec<(EntityIx, String)>> = BTreeMap::new();
    for (ix, entity) in entities.list.iter().enumerate() {
        let mut add = |words: &str| {
            let words = fold::plain(words);
            for word in words.split(|c: char| !c.is_alphanumeric() && c != '.') {
                let Some(role) = role_of(word, entity.kind) else { continue };
                found.entry(role).or_default().push((ix, words.clone()));
            }
        };
        match entity.kind {
            NameKind::Person => entity.roles.iter().for_each(|it| add(it.of(page.text))),
            NameKind::Organisation => add(&entity.name),
            _ => {}
        }
    }
    found
}

/// A word of a role or of an organisation's name as descriptions use it.
fn role_of(word: &str, kind: NameKind) -> Option<String> {
    let class = lexicon::class(word);
    if kind == NameKind::Organisation {
        let same = match word {
            "workers" | "teamsters" | "brotherhood" => "union",
            "inc" | "corp" | "motors" | "motor" | "corporation" | "ltd" => "company",
            _ => word,
        };
        return lexicon::class(same).is(Class::ORG_NOUN).then(|| same.to_owned());
    }
    let word = word.trim_end_matches('.');
    let same = match word {
        "gov" => "governor",
        "sen" => "senator",
        "gen" => "general",
        "rep" => "representative",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" | "chair" => "chairperson",
        _ if class.is(Class::ROLE) => word,
        _ => return None,
    };
    Some(same.to_owned())
}

impl Finder<'_> {
    /// The description whose head is the word at `at`, if it is one.
    fn read(&self, at: usize, from: usize, to: usize) -> Option<Nominal> {
        let page = self.page;
        let word = page.word(at)?;
        let heads = Class::ROLE.or(Class::PEOPLE).or(Class::ORG_NOUN);
        if !word.class.is(heads) || matches!(word.shape, Shape::Mark | Shape::Number | Shape::Upper)
        {
            return None;
        }
        if at + 1 < to && !self.ends_description(word, at + 1) {
            return None;
        }
        let (start, determiner) = self.left(at, from);
        let lower = determiner.to_lowercase();
        let definite = matches!(lower.as_str(), "the" | "this" | "that");
        let plural = word.class.is(Class::PEOPLE);
        let person = word.class.is(Class::ROLE) && !plural;
        let capital_alone = word.is_capital() && determiner.is_empty() && at != from;
        if capital_alone || determiner.is_empty() && !plural {
            return None;
        }
        if !person && !plural && !definite {
            return None;
        }
        let police = page.of(at).eq_ignore_ascii_case("police");
        let kind =
            if police || !person && !plural { NameKind::Organisation } else { NameKind::Person };
        let keep = !matches!(lower.as_str(), "the" | "a" | "an" | "" | "this" | "that");
        let first = if keep { start.checked_sub(1)? } else { start };
        let end = self.right(at, to);
        let span = page.word(first)?.span.join(page.word(end)?.span);
        let mut description: Vec<&str> = span.of(page.text).split_whitespace().collect();
        let opened = fold::plain(description.first()?);
        if first == from
            && !page.word(first)?.class.is(Class::NATIONAL)
            && page.word(first)?.shape == Shape::Capital
            && lexicon::class(&opened).is(heads.or(Class::FUNCTION).or(Class::COMMON))
        {
            *description.first_mut()? = &opened;
        }
        let sex = match (word.class.is(Class::MALE), word.class.is(Class::FEMALE)) {
            (true, false) => Class::MALE,
            (false, true) => Class::FEMALE,
            _ => Class::default(),
        };
        let folded = fold::word(page.of(at));
        Some(Nominal {
            head: word.stem,
            words: start..at + 1,
            description: description.join(" "),
            role: role_of(&folded, kind).unwrap_or(folded),
            kind,
            definite,
            plural: plural && !police,
            sex,
        })
    }

    /// Whether the word after a head lets the description end: no noun that the head belongs to and
    /// no name that it introduces.
    fn ends_description(&self, head: Word, next: usize) -> bool {
        let Some(word) = self.page.word(next) else { return true };
        if head.possessive || word.shape == Shape::Mark {
            return self.page.of(next) != "-";
        }
        if word.is_capital() {
            return word.class.is(Class::FUNCTION.or(Class::CALENDAR));
        }
        if word.shape == Shape::Number {
            return false;
        }
        word.class.is(Class::FUNCTION.or(Class::SAY).or(Class::RELATIVE))
            || !word.class.is(Class::ROLE.or(Class::PEOPLE).or(Class::ORG_NOUN).or(Class::COMMON))
                && looks_like_verb(self.page.of(next))
    }

    /// The first word of the description, and the determiner before it (empty if there is none).
    fn left(&self, at: usize, from: usize) -> (usize, &str) {
        let page = self.page;
        let mut start = at;
        while start > from && at - start < 6 {
            let Some(word) = page.word(start - 1) else { break };
            let text = page.of(start - 1);
            if is_determiner(text) || word.possessive {
                return (start, text);
            }
            let stop = word.class.is(Class::FUNCTION.or(Class::SAY))
                || matches!(word.shape, Shape::Mark | Shape::Number) && text != ".";
            if stop {
                break;
            }
            start -= 1;
        }
        // Without a determiner only words that belong to roles go with it.
        (page.left_edge(at, from), "")
    }

    /// The last word of the description: “people familiar with the talks”, “a parent of one of the
    /// students”.
    fn right(&self, at: usize, to: usize) -> usize {
        let page = self.page;
        let opens = matches!(page.of(at + 1), "of" | "familiar" | "briefed" | "close" | "involved")
            || page.of(at + 1) == "with" && page.of(at + 2) == "knowledge";
        if !opens || at + 1 >= to {
            return at;
        }
        let mut end = at;
        while end + 1 < to && end - at < 9 {
            let Some(word) = page.word(end + 1) else { break };
            let stops = matches!(word.shape, Shape::Mark)
                || word.class.is(Class::SAY.or(Class::RELATIVE))
                || matches!(
                    page.of(end + 1),
                    "was"
                        | "is"
                        | "were"
                        | "are"
                        | "has"
                        | "have"
                        | "had"
                        | "and"
                        | "but"
                        | "in"
                        | "on"
                        | "at"
                        | "as"
                        | "that"
                        | "to"
                        | "will"
                        | "would"
                );
            if stops && (end != at) {
                break;
            }
            end += 1;
        }
        let small =
            page.class(end).is(Class::FUNCTION) && !page.word(end).is_some_and(Word::is_capital);
        if small { at } else { end }
    }

    /// The entity that a description stands for.
    fn entity(&mut self, nominal: &Nominal, entities: &mut Entities) -> EntityIx {
        if nominal.definite
            && !nominal.plural
            && let Some(ix) = self.named(nominal, entities)
        {
            return ix;
        }
        let police = nominal.kind == NameKind::Organisation && nominal.role == "police";
        if police
            && nominal.words.len() == 1
            && let Some(ix) = self.named(nominal, entities)
        {
            return ix;
        }
        let key = fold::plain(&nominal.description);
        let bare = nominal.definite && nominal.words.len() == 1 && !nominal.plural;
        let again = self.known.get(&key).copied().or_else(|| {
            // “the official” after “a White House official”.
            bare.then(|| self.known.get(&format!("* {}", nominal.role)).copied()).flatten()
        });
        let ix = again.unwrap_or_else(|| {
            entities.unnamed(nominal.description.clone(), nominal.kind, nominal.sex)
        });
        self.known.insert(key, ix);
        if !nominal.plural {
            self.known.insert(format!("* {}", nominal.role), ix);
        }
        ix
    }

    /// The one named entity whose role or name fits a description.
    fn named(&self, nominal: &Nominal, entities: &Entities) -> Option<EntityIx> {
        let page = self.page;
        let modifiers: Vec<String> = nominal
            .words
            .clone()
            .take(nominal.words.len() - 1)
            .map(|it| fold::word(page.of(it)))
            .filter(|it| it.len() > 1)
            .collect();
        let mut fitting = self.by_role.get(&nominal.role)?.iter().filter(|(ix, role)| {
            entities.kind(*ix) == Some(nominal.kind)
                && entities.sexes_agree(*ix, nominal.sex)
                && modifiers.iter().all(|it| fits(it, role))
        });
        let (ix, _) = fitting.next()?;
        fitting.all(|(other, _)| other == ix).then_some(*ix)
    }
}

/// Whether a role speaks of what a modifier says: “French” fits “president of France”.
fn fits(modifier: &str, role: &str) -> bool {
    if role.split(|c: char| !c.is_alphanumeric() && c != '.').any(|it| it == modifier) {
        return true;
    }
    let Some(country) = lexicon::country_of(modifier) else { return false };
    role.split(|c: char| !c.is_alphanumeric() && c != '.')
        .any(|it| lexicon::country_of(it) == Some(country))
}

/// Words that open a description.
fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "The"
            | "a"
            | "A"
            | "an"
            | "An"
            | "this"
            | "This"
            | "that"
            | "one"
            | "One"
            | "two"
            | "Two"
            | "three"
            | "Three"
            | "four"
            | "Four"
            | "some"
            | "Some"
            | "several"
            | "Several"
            | "another"
            | "Another"
            | "other"
            | "Other"
            | "many"
            | "Many"
            | "his"
            | "His"
            | "her"
            | "Her"
            | "their"
            | "Their"
            | "its"
            | "Its"
            | "my"
            | "our"
    )
}

/// Endings of verbs in the past: what follows a description, seldom a part of it.
fn looks_like_verb(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ly") || word.ends_with("ing") || word.len() <= 4
}

/// Whether the head lies in a name or role.
fn is_taken(taken: &[Span], head: Span) -> bool {
    let after = taken.partition_point(|it| it.start() <= head.start());
    // Roles may hold names, so that the nearest span before need not be the one that reaches.
    taken.get(after.saturating_sub(4)..after).unwrap_or_default().iter().any(|it| it.overlaps(head))
}

/// The words of a description after the names in it.
fn after_names(page: &Page<'_>, names: &[Span], nominal: &Nominal) -> Option<Span> {
    let mut start = nominal.words.start;
    for at in nominal.words.clone() {
        let span = page.word(at)?.span;
        let next = names.partition_point(|it| it.start() <= span.start());
        let inside =
            next.checked_sub(1).and_then(|it| names.get(it)).is_some_and(|it| it.overlaps(span));
        if inside || page.of(at) == "." {
            start = at + 1;
        }
    }
    (start < nominal.words.end).then_some(page.word(start)?.span.join(nominal.head))
}
