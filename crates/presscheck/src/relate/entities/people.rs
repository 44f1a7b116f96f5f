//! Persons: who is who under several spellings, short forms and first names.

use std::collections::{BTreeMap, BTreeSet};

use super::company;
use super::groups::Groups;
use super::locals::{Local, LocalIx, starts};
use super::roles::{self, Role};
use crate::model::{Annotated, NameKind, QuoteKind};
use crate::relate::prints;
use crate::text::person::{self, Likeness};

/// Bearers of one surname that are compared each with each; a story with more of them tells of a
/// clan, and joins only equal names.
const MOST_NAMESAKES: usize = 48;

/// Joins persons. Returns pairs of full names that were joined although their first names differ.
pub(super) fn join(
    articles: &[Annotated],
    locals: &[Local<'_>],
    groups: &mut Groups,
) -> Vec<(LocalIx, LocalIx)> {
    let people = People::of(articles, locals);
    people.join_equal(groups);
    let differing = people.join_alike(groups);
    people.join_surnames(groups);
    differing
}

/// The named persons of a story.
struct People {
    /// Full names: each once, with all who bear it.
    full: Vec<Name>,
    /// Single names.
    single: Vec<Name>,
    /// Pairs of entities that are given the same words, the earlier in the list first.
    same_words: BTreeSet<(LocalIx, LocalIx)>,
    /// Roles by entity.
    roles: BTreeMap<LocalIx, Vec<Role>>,
    /// By entity, the full names that stand in one sentence with it.
    company: BTreeMap<LocalIx, BTreeSet<Vec<String>>>,
}

/// A name and the entities of articles that bear it.
struct Name {
    parts: Vec<String>,
    /// “jr”, “iii”: tells father from son.
    generation: String,
    bearers: Vec<LocalIx>,
}

impl Name {
    fn surname(&self) -> String {
        let last = self.parts.last().map_or("", String::as_str);
        person::sound(person::bare_surname(last))
    }
}

impl People {
    fn of(articles: &[Annotated], locals: &[Local<'_>]) -> People {
        let mut names: BTreeMap<(Vec<String>, String), Vec<LocalIx>> = BTreeMap::new();
        let mut roles = BTreeMap::new();
        for (ix, it) in locals.iter().enumerate() {
            if it.kind != NameKind::Person || !it.named {
                continue;
            }
            let parts = person::parts(it.name);
            if parts.is_empty() {
                continue;
            }
            names.entry((parts, person::generation(it.name))).or_default().push(ix);
            roles.insert(ix, roles::of(it));
        }
        let names = names.into_iter().map(|((parts, generation), bearers)| Name {
            parts,
            generation,
            bearers,
        });
        let (full, single) = names.partition(|it| it.parts.len() > 1);
        let company = company::of(articles, locals);
        People { full, single, same_words: same_words(articles), roles, company }
    }

    /// One full name is one person, unless an article tells two of them apart.
    fn join_equal(&self, groups: &mut Groups) {
        for name in &self.full {
            for &other in name.bearers.iter().skip(1) {
                groups.join(name.bearers[0], other);
            }
        }
    }

    /// Full names that differ, but not in who is meant.
    fn join_alike(&self, groups: &mut Groups) -> Vec<(LocalIx, LocalIx)> {
        let mut shown = Vec::new();
        let (mut initials, mut loose) = (BTreeSet::new(), BTreeSet::new());
        for namesakes in self.namesakes() {
            for (nth, &a) in namesakes.iter().enumerate() {
                for &b in namesakes.iter().skip(nth + 1) {
                    match self.likeness(a, b) {
                        Tie::Firm => {
                            groups.join(self.full[a].bearers[0], self.full[b].bearers[0]);
                        }
                        Tie::Initial if is_initial(&self.full[b].parts) => {
                            initials.insert((b, a));
                        }
                        Tie::Initial => {
                            initials.insert((a, b));
                        }
                        Tie::Loose => {
                            loose.insert((a.min(b), a.max(b)));
                        }
                        Tie::None => {}
                    }
                }
            }
        }
        // What needs more than the name comes last, when the firm ties stand.
        self.join_initials(&initials.into_iter().collect::<Vec<_>>(), groups);
        for (a, b) in loose {
            if let Some((x, y)) = self.evidence(a, b)
                && !groups.told_apart(x, y)
            {
                groups.join(x, y);
                if self.first_names_differ(a, b) {
                    shown.push((x, y));
                }
            }
        }
        shown
    }

    /// “J. Hale” is John Hale where nobody else in the story can be meant. Pairs stand in order of
    /// the short name.
    fn join_initials(&self, pairs: &[(usize, usize)], groups: &mut Groups) {
        for of_one in pairs.chunk_by(|x, y| x.0 == y.0) {
            let fits = of_one.iter().map(|it| groups.root(self.full[it.1].bearers[0]));
            let fits: BTreeSet<LocalIx> = fits.collect();
            if let (Some(&only), 1) = (fits.first(), fits.len()) {
                groups.join(self.full[of_one[0].0].bearers[0], only);
            }
        }
    }

    /// Places in `full` of names with surnames that sound the same or nearly so.
    fn namesakes(&self) -> Vec<Vec<usize>> {
        let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (ix, name) in self.full.iter().enumerate() {
            for key in keys(&name.surname()) {
                by_surname.entry(key).or_default().push(ix);
            }
        }
        by_surname.into_values().filter(|it| (2..=MOST_NAMESAKES).contains(&it.len())).collect()
    }

    fn likeness(&self, a: usize, b: usize) -> Tie {
        let (a, b) = (&self.full[a], &self.full[b]);
        if !person::middles_agree(&a.parts, &b.parts) {
            return Tie::None;
        }
        let same_sound = a.surname() == b.surname();
        match person::compare(&a.parts, &b.parts) {
            Some(Likeness::Same | Likeness::Spelling) if a.generation != b.generation => Tie::Loose,
            Some(Likeness::Same) if is_initial(&a.parts) || is_initial(&b.parts) => Tie::Initial,
            Some(Likeness::Same | Likeness::Spelling) if same_sound => Tie::Firm,
            Some(_) => Tie::Loose,
            None if same_sound => Tie::Loose,
            None => Tie::None,
        }
    }

    /// Two bearers, of one name and of the other, who hold one office or say the same words; where
    /// the first names are close, also two who stand beside the same person.
    fn evidence(&self, a: usize, b: usize) -> Option<(LocalIx, LocalIx)> {
        let (a, b) = (&self.full[a], &self.full[b]);
        let near = person::compare(&a.parts, &b.parts).is_some();
        let roles = |ix: &LocalIx| self.roles.get(ix).map_or(&[][..], Vec::as_slice);
        for &x in &a.bearers {
            for &y in b.bearers.iter().take(MOST_NAMESAKES) {
                let office = if near {
                    roles::agree(roles(&x), roles(&y))
                } else {
                    roles::agree_on_office(roles(&x), roles(&y))
                };
                let said = || self.same_words.contains(&(x.min(y), x.max(y)));
                if office || said() || near && self.have_company(x, y) {
                    return Some((x, y));
                }
            }
        }
        None
    }

    fn have_company(&self, a: LocalIx, b: LocalIx) -> bool {
        let (Some(a), Some(b)) = (self.company.get(&a), self.company.get(&b)) else { return false };
        !a.is_disjoint(b)
    }

    fn first_names_differ(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.full[a], &self.full[b]);
        let alike = person::compare(&a.parts, &b.parts);
        alike.is_none_or(|it| it == Likeness::Near)
    }

    /// A bare surname is its only bearer in the story, or the one whose role it has.
    fn join_surnames(&self, groups: &mut Groups) {
        let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (ix, name) in self.full.iter().enumerate() {
            bearers.entry(name.surname()).or_default().push(ix);
            if let Some(first) = name.parts.first().filter(|it| person::is_leading_surname(it)) {
                bearers.entry(person::sound(first)).or_default().push(ix);
            }
        }
        for name in &self.single {
            let of = bearers.get(&name.surname()).map_or(&[][..], Vec::as_slice);
            let mut roots: Vec<LocalIx> =
                of.iter().map(|&it| groups.root(self.full[it].bearers[0])).collect();
            roots.sort_unstable();
            roots.dedup();
            match roots.as_slice() {
                [] => {
                    for &it in name.bearers.iter().skip(1) {
                        groups.join(name.bearers[0], it);
                    }
                }
                &[only] => {
                    for &it in &name.bearers {
                        groups.join(only, it);
                    }
                }
                _ => {
                    for &it in &name.bearers {
                        if let Some(fits) = self.by_role(it, of, groups) {
                            groups.join(fits, it);
                        }
                    }
                }
            }
        }
    }

    /// The only one of several bearers of a surname whose role `single` has.
    fn by_role(&self, single: LocalIx, of: &[usize], groups: &mut Groups) -> Option<LocalIx> {
        let own = self.roles.get(&single)?;
        let mut fits: Vec<LocalIx> = Vec::new();
        for bearer in of.iter().flat_map(|&it| &self.full[it].bearers) {
            let theirs = self.roles.get(bearer).map_or(&[][..], Vec::as_slice);
            if roles::agree(own, theirs) {
                fits.push(groups.root(*bearer));
            }
        }
        fits.sort_unstable();
        fits.dedup();
        if let &[only] = fits.as_slice() { Some(only) } else { None }
    }
}

/// How firmly two full names are tied by themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// They are one name.
    Firm,
    /// One gives only the initial of the first name.
    Initial,
    /// One surname: something else must speak for it.
    Loose,
    /// Two people.
    None,
}

fn is_initial(parts: &[String]) -> bool {
    parts.first().is_some_and(|it| it.chars().count() == 1)
}

/// What two surnames have in common if they are the same but for one letter: the surname, and, for
/// long ones, the surname without each of its letters.
fn keys(surname: &str) -> Vec<String> {
    let letters: Vec<char> = surname.chars().collect();
    let mut found = vec![surname.to_owned()];
    if letters.len() >= 6 {
        for drop in 1..letters.len() {
            let kept = letters.iter().enumerate().filter(|(at, _)| *at != drop);
            found.push(kept.map(|(_, c)| c).collect());
        }
    }
    found.dedup();
    found
}

/// Words in a row that two people hardly say by chance.
const SAME_WORDS: usize = 8;

/// Pairs of speakers of different articles who are given the same words.
fn same_words(articles: &[Annotated]) -> BTreeSet<(LocalIx, LocalIx)> {
    let starts = starts(articles);
    let mut said: Vec<(u64, LocalIx)> = Vec::new();
    for (it, start) in articles.iter().zip(starts) {
        for quote in it.annotations.quotes.iter().filter(|it| it.kind != QuoteKind::Indirect) {
            let Some(speaker) = quote.speaker else { continue };
            let words = prints::words(&it.article.text, quote.span);
            let hashes: Vec<u64> = words.iter().map(|it| prints::hash(it.as_bytes())).collect();
            let runs = hashes.windows(SAME_WORDS).map(prints::run);
            said.extend(runs.map(|run| (run, start + speaker)));
        }
    }
    said.sort_unstable();
    said.dedup();
    let mut pairs = BTreeSet::new();
    for group in said.chunk_by(|x, y| x.0 == y.0) {
        let pair = |x: &(u64, LocalIx), y: &(u64, LocalIx)| (x.1.min(y.1), x.1.max(y.1));
        pairs.extend(group.windows(2).map(|it| pair(&it[0], &it[1])));
        pairs.extend(group.iter().skip(2).map(|it| pair(&group[0], it)));
    }
    pairs
}
