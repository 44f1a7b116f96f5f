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
    /// Organisations by the initials of their names.
    by_initials: BTreeMap<String, EntityIx>,
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
            let is_full = name.kind != NameKind::Person || name.folded.contains(' ');
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
                self.by_name.entry(name.folded.clone()).or_insert(ix);
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
        if name.kind == NameKind::Organisation {
            for initials in initials(&name.folded) {
                self.by_initials.entry(initials).or_insert(ix);
            }
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
            return namesakes.iter().find(fits).copied().or(same);
        }
        same.or_else(|| {
            namesakes.iter().copied().find(|&ix| {
                let other = self.parts.get(ix).map_or(&[][..], Vec::as_slice);
                person::compare(&parts, other).is_some_and(|it| it < person::Likeness::Near)
            })
        })
    }

    fn other(&self, name: &Name) -> Option<EntityIx> {
        let same = self.by_name.get(&key(name)).copied();
        let same = same.filter(|&ix| self.kind(ix) != Some(NameKind::Person));
        same.or_else(|| {
            let acronym = !name.folded.contains(' ') && name.kind == NameKind::Organisation;
            let letters: String = name.folded.chars().filter(|it| it.is_alphanumeric()).collect();
            acronym.then(|| self.by_initials.get(&letters).copied()).flatten()
        })
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
    folded.to_owned()
}

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
