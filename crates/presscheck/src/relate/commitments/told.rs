//! What one sentence tells of an act, in the terms in which acts of several articles compare.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Annotated, ArticleIx, Commitment, CommitmentKind, Condition, NameKind, PartyRole, Span, Spot,
    Story, StoryEntityIx,
};
use crate::text::acts::{self, Family};
use crate::text::fold;
use crate::text::words::{Token, TokenKind, tokens, within};

/// What kind of act: the family of its head word, or the word where it has none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Family(Family),
    Head(String),
}

/// An act as one sentence tells it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) article: ArticleIx,
    /// The sentence.
    pub(super) span: Span,
    pub(super) act: Span,
    pub(super) what: Kind,
    pub(super) head: String,
    /// What it is done to, by its noun.
    pub(super) object: Option<String>,
    pub(super) kind: CommitmentKind,
    /// Those who are to act, are asked to, or are named in the words of the act.
    pub(super) parties: BTreeMap<StoryEntityIx, PartyRole>,
    /// Those who only plan, demand or refuse it.
    pub(super) holders: BTreeSet<StoryEntityIx>,
    /// The people by name among the parties.
    pub(super) people: BTreeSet<StoryEntityIx>,
    /// Those whom the words of the act name: a summit’s guests, not who tells of it.
    pub(super) core: BTreeSet<StoryEntityIx>,
    /// Words of the act that tell it from others of its kind, in base form.
    pub(super) words: BTreeSet<String>,
    /// Words of what it depends on, in base form.
    pub(super) bound: BTreeSet<String>,
    /// How many words the act has.
    pub(super) n_words: usize,
    pub(super) conditions: Vec<Condition>,
    pub(super) after: Vec<Span>,
    pub(super) before: Vec<Span>,
    pub(super) due: Option<String>,
    pub(super) negated: bool,
    /// “A second summit”, “another meeting”.
    pub(super) another: bool,
    /// “The meeting”, “that vote”, with no one named in it: one that was told before.
    pub(super) known: bool,
    /// A noun that says little more than its kind.
    pub(super) vague: bool,
}

impl Told {
    /// Whether only “it” stands for the act.
    pub(super) fn is_pronoun(&self) -> bool {
        self.head == "it"
    }

    /// Whether it is a deal, a law or the like, which people take or leave.
    pub(super) fn is_paper(&self) -> bool {
        use Family::{Deal, Law, Merger, Truce};
        matches!(self.what, Kind::Family(Deal | Law | Merger | Truce))
    }

    /// Whether those who take part tell one such act from another: meetings, deals, visits.
    fn is_joint(&self) -> bool {
        use Family::{Attack, Deal, Diplomacy, Meeting, Merger, Resignation, Truce, Visit};
        matches!(
            self.what,
            Kind::Family(
                Meeting | Deal | Visit | Truce | Merger | Diplomacy | Attack | Resignation
            )
        )
    }

    /// Where it is said.
    pub(super) fn spot(&self) -> Spot {
        Spot { article: self.article, span: self.span }
    }
}

/// Every act of every article, in order of articles and places.
pub(super) fn all(articles: &[Annotated], story: &Story) -> Vec<Told> {
    let mut found = Vec::new();
    let alike = alike(story);
    for (article, it) in articles.iter().enumerate() {
        for of in &it.annotations.commitments {
            let line = tokens(&it.article.text, of.span);
            let place = Place { article, it, story, of, line: &line, alike: &alike };
            found.push(place.told());
        }
    }
    found
}

/// For each entity of the story the first one whose name could be the same: entities are joined on
/// firmer ground, but for telling acts apart “Okafor” and “A. Okafor” are one.
fn alike(story: &Story) -> Vec<StoryEntityIx> {
    let mut known: BTreeMap<(NameKind, String), Vec<(char, StoryEntityIx)>> = BTreeMap::new();
    // “Union of Harbour Workers” by what could be written for it: “UHW”.
    let mut initials: BTreeMap<String, StoryEntityIx> = BTreeMap::new();
    let mut of: Vec<StoryEntityIx> = Vec::new();
    for (ix, it) in story.entities.iter().enumerate().rev() {
        let capital = |it: &str| it.chars().next().filter(|it| it.is_uppercase());
        let short: String = it.name.split_whitespace().filter_map(capital).collect();
        if it.kind != NameKind::Person && short.len() > 1 {
            initials.insert(short, ix);
        }
    }
    for (ix, it) in story.entities.iter().enumerate() {
        let full = initials.get(&it.name).and_then(|&it| story.entities.get(it));
        let name = fold::plain(&full.unwrap_or(it).name);
        let person = it.kind == NameKind::Person;
        let words: Vec<&str> = name.split_whitespace().filter(|it| *it != "the").collect();
        let key = match words.last() {
            Some(last) if person => (*last).to_owned(),
            _ => words.concat().replace('.', ""),
        };
        let initial = words.first().filter(|_| person && words.len() > 1);
        let initial = initial.and_then(|it| it.chars().next()).unwrap_or(' ');
        let others = known.entry((it.kind, key)).or_default();
        let same = others.iter_mut().find(|it| it.0 == initial || it.0 == ' ' || initial == ' ');
        if let Some(it) = same {
            if it.0 == ' ' {
                it.0 = initial;
            }
            of.push(it.1);
        } else {
            others.push((initial, ix));
            of.push(ix);
        }
    }
    of
}

/// Which kind of act the base form `base` can name.
pub(super) fn kind_of(base: &str) -> Kind {
    acts::act(base).map_or_else(|| Kind::Head(base.to_owned()), |it| Kind::Family(it.family))
}

struct Place<'a> {
    article: ArticleIx,
    it: &'a Annotated,
    story: &'a Story,
    of: &'a Commitment,
    line: &'a [Token],
    alike: &'a [StoryEntityIx],
}

impl Place<'_> {
    fn told(&self) -> Told {
        let of = self.of;
        let what = kind_of(&of.head);
        let mut told = Told {
            article: self.article,
            span: of.span,
            act: of.act,
            what,
            head: of.head.clone(),
            object: of.object.clone(),
            kind: of.kind,
            parties: BTreeMap::new(),
            holders: BTreeSet::new(),
            people: BTreeSet::new(),
            core: BTreeSet::new(),
            words: BTreeSet::new(),
            bound: BTreeSet::new(),
            n_words: 0,
            conditions: of.conditions.clone(),
            after: of.after.clone(),
            before: of.before.clone(),
            due: self.due(),
            negated: of.negated,
            another: self.led_by(&["second", "another", "subsequent", "separate"]),
            known: false,
            vague: false,
        };
        self.add_parties(&mut told);
        let noun = self.is_noun();
        let inside = within(self.line, of.act);
        told.words = self.words(inside, &told.what);
        let clauses = of.conditions.iter().map(|it| within(self.line, it.span));
        told.bound = clauses.flat_map(|it| self.words(it, &told.what)).collect();
        told.n_words = inside.iter().filter(|it| it.kind == TokenKind::Word).count();
        told.known =
            told.is_pronoun() || told.core.is_empty() && told.words.len() < 5 && self.points_back();
        // “A diplomatic summit”, “direct talks”: of the one that all speak of, if there is one.
        let bare = noun && told.core.is_empty() && told.words.len() < 3 || told.n_words < 2;
        told.vague = bare && !told.another;
        told
    }

    fn add_parties(&self, told: &mut Told) {
        let noun = self.is_noun();
        for party in &self.of.parties {
            let Some(ix) = self.entity(party.entity) else { continue };
            let Some(entity) = self.story.entities.get(ix) else { continue };
            if party.role == PartyRole::Holder {
                told.holders.insert(ix);
                continue;
            }
            if entity.named && entity.kind == NameKind::Person {
                told.people.insert(ix);
            }
            // Who meets makes the meeting; who cuts tariffs does not make the cut another one.
            let makes = self.of.act.contains(party.span)
                || party.role == PartyRole::Object
                || !noun && told.is_joint();
            if makes {
                told.core.insert(ix);
            }
            told.parties.entry(ix).or_insert(party.role);
        }
    }

    fn entity(&self, entity: Option<usize>) -> Option<StoryEntityIx> {
        let ix = self.story.entity_of.get(self.article)?.get(entity?)?;
        self.alike.get(*ix).copied()
    }

    /// Whether a noun names the act, so that who stands before it need not take part in it.
    fn is_noun(&self) -> bool {
        let Some(act) = acts::act(&self.of.head) else { return false };
        let first = within(self.line, self.of.act).first();
        let first = first.map(|it| acts::base_of(it.span.of(&self.it.article.text)));
        // “Hold a vote”: another verb leads to the noun.
        if first.is_some_and(|it| it != self.of.head) {
            return act.noun;
        }
        let last = self.before(1);
        act.noun && !(act.verb && matches!(last.as_str(), "to" | "will" | "would" | "must" | "not"))
    }

    /// The word `back` places before the act, folded.
    fn before(&self, back: usize) -> String {
        let from = self.line.partition_point(|it| it.span.start() < self.of.act.start());
        from.checked_sub(back)
            .and_then(|it| self.line.get(it))
            .map(|it| fold::word(it.span.of(&self.it.article.text)))
            .unwrap_or_default()
    }

    /// Whether an act was told before by the words that lead to it: “the meeting”, “a possible
    /// summit”, “prospects of a deal”.
    fn points_back(&self) -> bool {
        self.led_by(&[
            "the",
            "that",
            "this",
            "proposed",
            "planned",
            "possible",
            "potential",
            "prospective",
            "upcoming",
        ]) || (1..4).any(|back| {
            matches!(
                self.before(back).as_str(),
                "prospect" | "prospects" | "news" | "plans" | "timing" | "details" | "idea"
            )
        })
    }

    /// Whether one of `words` is the act’s first word or stands at most three words before it.
    fn led_by(&self, words: &[&str]) -> bool {
        let first = within(self.line, self.of.act).first();
        let first = first.map(|it| fold::word(it.span.of(&self.it.article.text)));
        let led = (1..=3).map(|back| self.before(back)).take_while(|it| {
            !matches!(it.as_str(), "" | "a" | "an" | "to" | "of" | "and" | "with" | "for" | "in")
        });
        first.into_iter().chain(led).any(|it| words.contains(&it.as_str()))
    }

    /// The words that tell this act from others of its kind: without those that name the kind.
    fn words(&self, inside: &[Token], what: &Kind) -> BTreeSet<String> {
        let text = &self.it.article.text;
        let words = inside.iter().filter(|it| it.kind != TokenKind::Mark);
        // “The Okafor-Marín summit” names both.
        let words = words.flat_map(|it| it.span.of(text).split('-'));
        let bases = words.map(acts::base_of);
        bases
            .filter(|it| {
                it.len() > 2 && !it.ends_with("ly") && COMMON.binary_search(&it.as_str()).is_err()
            })
            .filter(|it| kind_of(it) != *what)
            .collect()
    }

    fn due(&self) -> Option<String> {
        let time = self.it.annotations.times.get(self.of.due?)?;
        let dated = time.value.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
        dated.then(|| time.value.clone())
    }
}

/// Words that every act may have, in order.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "about", "after", "all", "also", "and", "another", "any", "are", "been", "before", "being",
    "between", "can", "could", "during", "even", "for", "from", "get", "give", "had", "has",
    "have", "her", "here", "hers", "his", "hold", "into", "its", "just", "make", "may", "might",
    "minister", "more", "most", "mr", "mrs", "ms", "must", "new", "not", "now", "off", "one",
    "only", "onto", "other", "our", "out", "over", "own", "place", "president", "put", "said",
    "say", "should", "some", "soon", "still", "such", "take", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "two", "under", "very", "was",
    "were", "what", "when", "where", "which", "who", "will", "with", "would", "your",
];

#[cfg(test)]
mod tests {
    #[test]
    fn common_words_stand_in_order() {
        assert!(super::COMMON.is_sorted());
    }
}
