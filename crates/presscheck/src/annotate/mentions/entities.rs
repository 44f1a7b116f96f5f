//! Entities: which names of an article name the same person, organisation or place.

use std::collections::BTreeMap;

use super::names::Name;
use crate::model::{Entity, EntityIx, Mention, MentionForm, NameKind, Span};
use crate::text::names::lexicon::{self, Class};
use crate::text::person;

/// Entities of an article as they grow, with the ways in.
#[derive(Default)]
pub(super) struct Entities {
    /// What goes out.
    pub list: Vec<Entity>,
    /// Beside each entity: what titles and given names tell of the sex.
    pub sex: Vec<Class>,
    /// By kind-independent folded name.
    by_name: BTreeMap<String, EntityIx>,
    /// Persons by surname.
    by_surname: BTreeMap<String, Vec<EntityIx>>,
    /// Persons by given name.
    by_given: BTreeMap<String, Vec<EntityIx>>,
    /// Organisations by the initials of their names.
    by_initials: BTreeMap<String, EntityIx>,
    /// Organisations of more words than one by their first and by their last, with their names.
    by_edge: BTreeMap<String, Vec<(String, EntityIx)>>,
    /// Beside each entity: the cut name of a person.
    parts: Vec<Vec<String>>,
}

/// Groups names into entities, and gives each name its mention.
pub(super) fn group(text: &str, names: &[Name]) -> (Entities, Vec<Mention>) {
    let mut entities = Entities::default();
    // Full names first: “Toft” in the headline is the “Mara Toft” of the first paragraph.
    let mut of: Vec<Option<EntityIx>> = vec![None; names.len()];
    for full in [true, false] {
        for (name, slot) in names.iter().zip(&mut of) {
            let may_be_short = matches!(name.kind, NameKind::Person | NameKind::Organisation);
            let is_full = !may_be_short || name.folded.contains(' ');
            if is_full == full {
                *slot = Some(entities.place(text, name));
            }
        }
    }
    let mut mentions = Vec::with_capacity(names.len());
    for (name, entity) in names.iter().zip(of) {
        let Some(entity) = entity else { continue };
        let kind = entities.list.get(entity).map_or(name.kind, |it| it.kind);
        mentions.push(Mention { span: name.span, form: MentionForm::Name, kind, entity });
        entities.note_role(text, entity, name.role);
    }
    (entities, mentions)
}

impl Entities {
    /// The entity of a name; a fresh one if none fits.
    fn place(&mut self, text: &str, name: &Name) -> EntityIx {
        let found = match name.kind {
            NameKind::Person => self.person(name),
            _ => self.other(name),
        };
        let printed = printed(name.span.of(text));
        match found {
            Some(ix) => {
                if let Some(it) = self.list.get_mut(ix)
                    && is_fuller(&printed, &it.name, it.kind)
                {
                    it.name = printed;
                }
                self.by_name.entry(key(name)).or_insert(ix);
                self.note_sex(ix, name.sex);
                ix
            }
            None => self.push(name, printed),
        }
    }

    fn push(&mut self, name: &Name, printed: String) -> EntityIx {
        let ix = self.list.len();
        let parts = match name.kind {
            NameKind::Person => person::parts(&name.folded),
            _ => Vec::new(),
        };
        if let Some(last) = parts.last() {
            self.by_surname.entry(person::sound(last)).or_default().push(ix);
        }
        if let [given, _, ..] = parts.as_slice() {
            self.by_given.entry(given.clone()).or_default().push(ix);
        }
        if name.kind == NameKind::Organisation {
            for name in [name.folded.as_str(), without_form(&name.folded)] {
                for initials in initials(name) {
                    self.by_initials.entry(initials).or_insert(ix);
                }
            }
        }
        if name.kind == NameKind::Organisation {
            self.note_edges(name, ix);
        }
        self.by_name.entry(key(name)).or_insert(ix);
        let given = match parts.as_slice() {
            [first, _, ..] => lexicon::class(first),
            _ => Class::default(),
        };
        self.sex.push(if name.sex == Class::default() { sex_of(given) } else { name.sex });
        self.parts.push(parts);
        self.list.push(Entity { name: printed, kind: name.kind, named: true, roles: Vec::new() });
        ix
    }

    fn person(&self, name: &Name) -> Option<EntityIx> {
        let parts = person::parts(&name.folded);
        let last = parts.last()?;
        let same = self.by_name.get(&key(name)).copied();
        let namesakes = self.by_surname.get(&person::sound(last)).map_or(&[][..], Vec::as_slice);
        if parts.len() == 1 {
            // “Toft” after “Mara Toft”; the sex that “Mrs.” tells must fit.
            let fits = |&&ix: &&EntityIx| self.sexes_agree(ix, name.sex);
            // Of a family the one who was named first: most articles have one subject.
            let surname = namesakes.iter().find(fits).copied();
            return surname.or(same).or_else(|| self.only_given(last));
        }
        same.or_else(|| {
            namesakes.iter().copied().find(|&ix| {
                let other = self.parts.get(ix).map_or(&[][..], Vec::as_slice);
                person::compare(&parts, other).is_some_and(|it| it < person::Likeness::Near)
            })
        })
    }

    /// The one person of the article with this given name, if there is just one.
    fn only_given(&self, given: &str) -> Option<EntityIx> {
        match self.by_given.get(given)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn other(&self, name: &Name) -> Option<EntityIx> {
        let same = self.by_name.get(&key(name)).copied();
        let same = same.filter(|&ix| self.kind(ix) != Some(NameKind::Person));
        if name.kind != NameKind::Organisation {
            return same;
        }
        same.or_else(|| {
            let letters: String = name.folded.chars().filter(|it| it.is_alphanumeric()).collect();
            let acronym = !name.folded.contains(' ');
            acronym.then(|| self.by_initials.get(&letters).copied()).flatten()
        })
        .or_else(|| self.part_of(name))
    }

    /// The one organisation that a name is a part of, or that is a part of it: “Vell” and “Vell
    /// Motors”, “Harriers” and “Vell Harriers”.
    fn part_of(&self, name: &Name) -> Option<EntityIx> {
        let key = key(name);
        let first = key.split(' ').next()?;
        let last = key.rsplit(' ').next()?;
        let mut fitting = [first, last]
            .into_iter()
            .filter_map(|edge| self.by_edge.get(edge))
            .flatten()
            .filter(|(other, _)| {
                let (short, long) =
                    if other.len() < key.len() { (&**other, &*key) } else { (&*key, &**other) };
                is_short_for(short, long)
            })
            .map(|(_, ix)| *ix);
        let found = fitting.next()?;
        fitting.all(|it| it == found).then_some(found)
    }

    fn note_edges(&mut self, name: &Name, ix: EntityIx) {
        let key = key(name);
        let edges = [key.split(' ').next(), key.rsplit(' ').next()];
        for edge in edges.into_iter().flatten() {
            let held = self.by_edge.entry(edge.to_owned()).or_default();
            if held.len() < MOST_NAMESAKES && !held.iter().any(|it| it.0 == key) {
                held.push((key.clone(), ix));
            }
        }
    }

    /// What kind an entity is of.
    pub(super) fn kind(&self, ix: EntityIx) -> Option<NameKind> {
        self.list.get(ix).map(|it| it.kind)
    }

    /// Whether what is known of an entity's sex leaves room for `sex`.
    pub(super) fn sexes_agree(&self, ix: EntityIx, sex: Class) -> bool {
        let known = self.sex.get(ix).copied().unwrap_or_default();
        known == Class::default() || sex == Class::default() || known == sex
    }

    fn note_sex(&mut self, ix: EntityIx, sex: Class) {
        if let Some(known) = self.sex.get_mut(ix)
            && sex != Class::default()
        {
            *known = sex;
        }
    }

    /// Adds a role unless the entity has one of the same words.
    pub(super) fn note_role(&mut self, text: &str, ix: EntityIx, role: Option<Span>) {
        let (Some(role), Some(entity)) = (role, self.list.get_mut(ix)) else { return };
        if entity.roles.len() < MOST_ROLES
            && !entity.roles.iter().any(|it| it.of(text) == role.of(text))
        {
            entity.roles.push(role);
        }
    }

    /// An entity without a name, by its description.
    pub(super) fn unnamed(&mut self, description: String, kind: NameKind, sex: Class) -> EntityIx {
        self.list.push(Entity { name: description, kind, named: false, roles: Vec::new() });
        self.sex.push(sex);
        self.parts.push(Vec::new());
        self.list.len() - 1
    }
}

/// Organisations beyond these that share a word are told apart by no short name.
const MOST_NAMESAKES: usize = 16;

/// Whether an organisation that goes by a long name may be named again by a short one: up to two
/// words left out at the end, or a place at the start. What is left at the start must hold a word
/// that not many organisations have.
fn is_short_for(short: &str, long: &str) -> bool {
    let generic = Class::ORG_HEAD
        .or(Class::ORG_START)
        .or(Class::ORG_NOUN)
        .or(Class::COMMON)
        .or(Class::FUNCTION)
        .or(Class::NATIONAL)
        .or(Class::PLACE)
        .or(Class::ROLE);
    let is_telling = |word: &str| !lexicon::class(word).is(generic);
    if let Some(rest) = long.strip_prefix(short).filter(|it| it.starts_with(' ')) {
        return short.split(' ').any(is_telling) && rest.split(' ').skip(1).count() <= 2;
    }
    // “Harriers” for “Vell Harriers”, “Senate” for “U.S. Senate”.
    let place = Class::PLACE.or(Class::NATIONAL);
    long.strip_suffix(short)
        .and_then(|it| it.strip_suffix(' '))
        .is_some_and(|it| lexicon::class_of_phrase(it).is(place) || it == "us" || it == "u.s")
}

/// Roles beyond these repeat or are wrong.
const MOST_ROLES: usize = 12;

/// The sex that a given name tells.
fn sex_of(given: Class) -> Class {
    match (given.is(Class::GIVEN_M), given.is(Class::GIVEN_F)) {
        (true, false) => Class::MALE,
        (false, true) => Class::FEMALE,
        _ => Class::default(),
    }
}

/// What tells names apart: country names by their country, others by their words without article.
fn key(name: &Name) -> String {
    let folded = name.folded.strip_prefix("the ").unwrap_or(&name.folded);
    if name.kind == NameKind::Place
        && let Some(country) = lexicon::country_of(&folded.replace(' ', "_"))
    {
        return country.replace('_', " ");
    }
    if name.kind == NameKind::Organisation {
        return without_form(folded).to_owned();
    }
    folded.to_owned()
}

/// The name of a company without the words that tell its form: “Vell Steel Corp.” is “Vell Steel”.
fn without_form(folded: &str) -> &str {
    let mut name = folded;
    while let Some((rest, last)) = name.rsplit_once(' ')
        && FORMS.contains(&last)
    {
        name = rest;
    }
    name
}

/// Words at the end of companies' names that are left out when they are named again.
const FORMS: &[&str] = &[
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "plc",
    "llc",
    "ag",
    "sa",
    "se",
    "gmbh",
    "nv",
    "bhd",
    "berhad",
    "group",
    "holdings",
];

/// The ways in which the initials of a name may be written: with and without small words.
fn initials(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split([' ', '-']).filter(|it| !it.is_empty()).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let take = |skip: &[&str]| -> String {
        words.iter().filter(|it| !skip.contains(it)).filter_map(|it| it.chars().next()).collect()
    };
    let mut found = vec![take(&["of", "the", "for", "and", "on", "in", "&"]), take(&[])];
    found.dedup();
    found.retain(|it| it.len() >= 2);
    found
}

/// A name on one line, with single blanks.
fn printed(name: &str) -> String {
    name.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Whether `name` says more than `than`.
fn is_fuller(name: &str, than: &str, kind: NameKind) -> bool {
    let words = |it: &str| it.split(' ').count();
    match kind {
        NameKind::Person => {
            // “Mara Toft” is what people are called by; initials do not make a name fuller.
            let full =
                |it: &str| it.split(' ').filter(|it| it.trim_end_matches('.').len() > 1).count();
            full(name) > full(than)
        }
        _ => words(name) > words(than),
    }
}
