//! Stances: who accepts, rejects, denies or doubts an act.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::GroupIx;
use super::meaning::Meaning;
use super::told::Kind;
use crate::model::{
    Annotated, ArticleIx, EntityIx, NameKind, Party, Span, Spot, Stance, StanceKind, Story,
    StoryEntityIx, StoryStance,
};
use crate::text::acts::{self, Family};
use crate::text::words::tokens;
use crate::text::{capitals, fold};

/// How far before a stance, in bytes, the sentence may end whose act it is about: a short one may
/// stand between.
const JUST_BEFORE: usize = 120;

/// Nouns for whatever is proposed or done.
const ANY: &[&str] = &[
    "proposal",
    "proposals",
    "plan",
    "plans",
    "idea",
    "offer",
    "move",
    "decision",
    "step",
    "measure",
    "measures",
    "suggestion",
    "scheme",
    "initiative",
    "package",
    "reports",
    "claims",
    "allegations",
    "accusations",
    "issues",
    "matters",
    "warnings",
    "request",
    "demand",
    "demands",
];

/// Nouns for what somebody has said that they will do.
const PLEDGES: &[&str] =
    &["commitment", "commitments", "pledge", "pledges", "promise", "promises", "undertaking"];

/// How far “it” reaches back.
const POINTED_AT: usize = 600;

/// Whether a stance answers what somebody else told before it.
fn answers(kind: StanceKind) -> bool {
    !matches!(kind, StanceKind::Demands | StanceKind::Threatens | StanceKind::Proposes)
}

/// For each group the stances on it, in order of their places.
pub(super) fn of(meaning: &Meaning<'_>, story: &Story) -> BTreeMap<GroupIx, Vec<StoryStance>> {
    let mut found: BTreeMap<GroupIx, Vec<StoryStance>> = BTreeMap::new();
    let countries = countries(story);
    for (article, it) in meaning.articles().iter().enumerate() {
        let place = Place { article, it, story, meaning, countries: &countries };
        for stance in &it.annotations.stances {
            for group in place.groups(stance) {
                found.entry(group).or_default().push(place.told(stance));
            }
        }
    }
    for it in found.values_mut() {
        it.sort_by(|a, b| (a.spot, a.kind, &a.party).cmp(&(b.spot, b.kind, &b.party)));
        it.dedup_by(|b, a| a.spot == b.spot && a.kind == b.kind && a.party == b.party);
    }
    found
}

/// An article, and where it tells of which act.
struct Place<'a> {
    article: ArticleIx,
    it: &'a Annotated,
    story: &'a Story,
    meaning: &'a Meaning<'a>,
    /// For capitals the country, where the story names it.
    countries: &'a BTreeMap<StoryEntityIx, StoryEntityIx>,
}

impl Place<'_> {
    /// The acts that a stance is about.
    fn groups(&self, stance: &Stance) -> BTreeSet<GroupIx> {
        let here = self.meaning.inside(self.article, stance.span);
        if here.is_empty()
            && self.is_on_a_deal(stance)
            && let Some(group) = self.deal_before(stance)
        {
            return BTreeSet::from([group]);
        }
        if self.points_back(stance)
            && let Some(group) = self.before(stance)
        {
            return BTreeSet::from([group]);
        }
        if let Some(about) = stance.about {
            // “Committed to diplomacy until the attack begins” is no stance on the attack.
            let bound = |act: Span| {
                here.iter().any(|it| {
                    let clauses = it.0.conditions.iter().map(|it| it.span);
                    let mut clauses = clauses.chain(it.0.after.iter().copied());
                    !act.overlaps(it.0.act) && clauses.any(|it| it.contains(act))
                })
            };
            let near = || here.iter().filter(|it| it.0.act.overlaps(about));
            let all_bound = near().all(|it| bound(it.0.act));
            let meant = near().filter(|it| all_bound || !bound(it.0.act));
            let mut meant: BTreeSet<GroupIx> = meant.map(|it| it.1).collect();
            if !meant.is_empty() {
                // “Proposed a summit, followed by a second one”: both.
                if matches!(stance.kind, StanceKind::Proposes | StanceKind::Accepts) {
                    let later = here.iter().filter(|it| {
                        here.iter().any(|of| {
                            meant.contains(&of.1)
                                && of.0.before.iter().any(|span| span.contains(it.0.act))
                        })
                    });
                    let later: Vec<GroupIx> = later.map(|it| it.1).collect();
                    meant.extend(later);
                }
                return meant;
            }
        }
        let about = stance.about.and_then(|about| self.meaning.of(self.article, about, None));
        let alone = || here.first().filter(|_| here.len() == 1).map(|it| it.1);
        let found = about
            .or_else(|| self.of_kind(stance.about?))
            .or_else(alone)
            .or_else(|| self.meaning.of(self.article, stance.span, None))
            .or_else(|| self.before(stance));
        found.into_iter().collect()
    }

    /// The act that most of the story tells of, of the first kind that the words name: “why they
    /// wait to impose sanctions”.
    fn of_kind(&self, words: Span) -> Option<GroupIx> {
        let text = &self.it.article.text;
        let bases = tokens(text, words).into_iter().take(24);
        let mut kinds = bases.filter_map(|it| acts::act(&acts::base_of(it.span.of(text))));
        kinds.find_map(|it| self.meaning.largest(&Kind::Family(it.family), usize::MAX))
    }

    /// The deal or law that an article told before, of several the one that most tell of.
    fn deal_before(&self, stance: &Stance) -> Option<GroupIx> {
        let acts = self.meaning.told_in(self.article);
        let from = acts.partition_point(|it| it.0.act.start() < stance.span.start());
        let near = acts.get(from.saturating_sub(32)..from)?;
        let deals = near.iter().filter(|it| it.0.is_paper()).map(|it| it.1);
        deals.max_by_key(|&it| self.meaning.size(it))
    }

    /// Whether a stance is on “the deal”, “that proposal”, with nothing to say which.
    fn is_on_a_deal(&self, stance: &Stance) -> bool {
        let about = stance.about.map_or("", |it| it.of(&self.it.article.text));
        let mut words = about.split_whitespace();
        let led = words.next().is_some_and(|it| matches!(it, "the" | "that" | "this" | "such"));
        let noun = words.next().map(|it| acts::base_of(it.trim_end_matches(['.', ',', '”'])));
        let named = noun.is_some_and(|it| {
            ANY.contains(&it.as_str())
                || acts::act(&it).is_some_and(|it| {
                    matches!(it.family, Family::Deal | Family::Law | Family::Truce | Family::Merger)
                })
        });
        led && named && words.next().is_none()
    }

    /// “Dismissed it”, “there was no confirmation”: what was told just before.
    fn before(&self, stance: &Stance) -> Option<GroupIx> {
        let acts = self.meaning.told_in(self.article);
        let from = acts.partition_point(|it| it.0.act.start() < stance.span.start());
        let last = acts.get(from.checked_sub(1)?)?;
        // Of two in one sentence the first: the other says what comes before or after it.
        let main =
            acts.get(from.saturating_sub(8)..from)?.iter().find(|it| it.0.span == last.0.span)?;
        let reach = if self.points_back(stance) { POINTED_AT } else { JUST_BEFORE };
        let close = last.0.span.end() + reach > stance.span.start();
        (close && answers(stance.kind)).then_some(main.1)
    }

    /// Whether the stance is on something that only a pronoun stands for.
    fn points_back(&self, stance: &Stance) -> bool {
        let about = stance.about.map_or("", |it| it.of(&self.it.article.text));
        // “The scale of its commitment”.
        let measured = about.split_whitespace().count() < 7
            && about.split_whitespace().zip(about.split_whitespace().skip(1)).any(|it| {
                matches!(it.0, "its" | "their" | "his" | "her" | "such" | "that")
                    && PLEDGES.contains(&it.1.trim_end_matches(['.', ',', '”']))
            });
        if measured {
            return true;
        }
        let mut words = about.split_whitespace();
        let first = words.next().unwrap_or_default();
        let second = words.next();
        match first {
            "it" | "this" | "them" | "both" | "either" => true,
            "that" => second.is_none(),
            // “Seriously about such issues”.
            _ if about.split_whitespace().zip(about.split_whitespace().skip(1)).any(|it| {
                it.0 == "such" && ANY.contains(&it.1.trim_end_matches(['.', ',', '”']))
            }) =>
            {
                true
            }
            // “Rejected the proposal”: one that was told before, by a name that fits any.
            "the" | "such" | "these" | "those" => {
                second.is_some_and(|it| ANY.contains(&it.trim_end_matches(['.', ',', '”'])))
                    && words.next().is_none()
            }
            _ => false,
        }
    }

    fn told(&self, stance: &Stance) -> StoryStance {
        StoryStance {
            party: self.name(&stance.party),
            entity: self.entity(stance.party.entity),
            kind: stance.kind,
            spot: Spot { article: self.article, span: stance.span },
            told_by: stance.told_by.as_ref().map(|it| self.name(it)),
        }
    }

    fn entity(&self, entity: Option<EntityIx>) -> Option<StoryEntityIx> {
        let ix = self.story.entity_of.get(self.article)?.get(entity?)?;
        Some(self.countries.get(ix).copied().unwrap_or(*ix))
    }

    /// The fullest name in the story, or the words as printed where no one is named.
    fn name(&self, party: &Party) -> String {
        let entity = self.entity(party.entity).and_then(|it| self.story.entities.get(it));
        let printed = || {
            let words: Vec<&str> =
                party.span.of(&self.it.article.text).split_whitespace().collect();
            words.join(" ")
        };
        entity.map_or_else(printed, |it| it.name.clone())
    }
}

/// For the capitals that a story names the countries for which they speak, if it names those too:
/// “Paris rejected it” tells of France.
fn countries(story: &Story) -> BTreeMap<StoryEntityIx, StoryEntityIx> {
    let places = || story.entities.iter().enumerate().filter(|it| it.1.kind == NameKind::Place);
    let mut named: BTreeMap<String, StoryEntityIx> = BTreeMap::new();
    for (ix, it) in places() {
        named.entry(country(&it.name)).or_insert(ix);
    }
    let seats = places().filter_map(|(ix, it)| {
        let of = capitals::country_of(&fold::plain(&it.name))?;
        Some((ix, *named.get(of)?))
    });
    seats.collect()
}

/// The name of a country as the capitals are listed with it.
fn country(name: &str) -> String {
    let name = fold::plain(name).replace('.', "");
    let name = name.strip_prefix("the ").unwrap_or(&name);
    match name {
        "us" | "usa" | "united states of america" | "america" => "united states".to_owned(),
        "uk" | "britain" | "great britain" => "united kingdom".to_owned(),
        _ => name.to_owned(),
    }
}
