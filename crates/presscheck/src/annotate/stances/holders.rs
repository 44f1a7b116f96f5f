//! Holders: the words that stand for the one who takes a stance.

use crate::annotate::clauses::{Clauses, NounIx, Verb, VerbIx};
use crate::model::{Annotations, Mention, NameKind, Party, PartyRole, Span};
use crate::text::tags::Tag;

/// Where holders are looked for.
pub(super) struct Holders<'a> {
    pub(super) found: &'a Annotations,
    pub(super) read: &'a Clauses<'a>,
}

impl Holders<'_> {
    /// Those that a noun phrase stands for, with the ones that “and” joins to it.
    pub(super) fn of(&self, noun: NounIx) -> Vec<Party> {
        let read = self.read;
        let mut joined = read.joined(noun);
        joined.retain(|it| *it == noun || !read.is_paper(*it));
        joined.into_iter().filter_map(|it| self.one(it)).collect()
    }

    fn one(&self, noun: NounIx) -> Option<Party> {
        let read = self.read;
        let phrase = read.nouns.get(noun)?;
        let own = read.span(phrase.from..phrase.end)?;
        let head = read.span(phrase.head..phrase.head + 1)?;
        let mentions = mentions(self.found, own);
        // “The ministry’s statement rejected it”: whose paper it is.
        if read.is_paper(noun) {
            // “She said in a statement authorising it”: who said so.
            return self.owner(noun).or_else(|| self.teller());
        }
        let at_head = mentions.iter().rev().find(|it| it.span.overlaps(head));
        if let Some(it) = at_head {
            return Some(party(it));
        }
        // “Officials in Bruma”: described, and not by a name of their own.
        let named = read.line.tag(phrase.head) == Tag::Propn && !read.is_when(noun);
        let people = named || read.line.tag(phrase.head).is_noun() && is_people(read, phrase.head);
        let bare = phrase.from
            + usize::from(matches!(read.line.word(phrase.from), "the" | "a" | "an" | "some"));
        let span = read.span(bare..phrase.end.max(bare + 1))?;
        people.then_some(Party { span, entity: None, role: PartyRole::Holder })
    }

    /// Whose a thing is: “the union’s requests”, “a statement by the union”.
    pub(super) fn owner(&self, noun: NounIx) -> Option<Party> {
        let read = self.read;
        let phrase = read.nouns.get(noun)?;
        let line = &read.line;
        let possessor = (phrase.from..phrase.head)
            .rev()
            .find(|&it| line.word(it).ends_with("'s") || line.word(it).ends_with("s'"));
        let owned = possessor.and_then(|it| {
            let span = read.span(it..it + 1)?;
            self.found.mentions.iter().rev().find(|mention| mention.span.overlaps(span))
        });
        if let Some(it) = owned {
            return Some(party(it));
        }
        let pronoun = matches!(line.word(phrase.from), "his" | "her" | "its" | "their");
        if pronoun {
            let span = read.span(phrase.from..phrase.from + 1)?;
            return mentions(self.found, span).first().map(party);
        }
        self.agent(phrase.end)
    }

    /// The one behind “by” or “from” within four tokens from `end`.
    pub(super) fn agent(&self, end: usize) -> Option<Party> {
        let read = self.read;
        let by = (end..end + 5).find(|&it| matches!(read.line.word(it), "by" | "from" | "for"))?;
        let clear = (end..by).all(|it| read.line.is_said(it));
        let noun = read.noun_at(by + 1).filter(|_| clear)?;
        self.one(noun).or_else(|| {
            let span = read.span(read.phrase(noun))?;
            let near = mentions(self.found, span);
            near.iter().find(|it| it.kind != NameKind::Place).or(near.first()).map(party)
        })
    }

    /// The source of the sentence: the subject of “said”, or the one behind “according to”.
    pub(super) fn source(&self) -> Option<Party> {
        let read = self.read;
        let line = &read.line;
        let told = (0..line.len()).find(|&it| line.says(it, "according to"));
        let noun = told.and_then(|it| read.noun_at(it + 2)).filter(|it| !read.is_paper(*it));
        if let Some(noun) = noun {
            return self.one(noun).or_else(|| {
                let span = read.span(read.phrase(noun))?;
                mentions(self.found, span).first().map(party)
            });
        }
        self.teller()
    }

    /// The subject of “said”.
    fn teller(&self) -> Option<Party> {
        let read = self.read;
        let says = |it: &&Verb| {
            matches!(
                it.base.as_str(),
                "say"
                    | "tell"
                    | "announce"
                    | "state"
                    | "write"
                    | "tweet"
                    | "add"
                    | "report"
                    | "note"
            )
        };
        let plain = |noun: NounIx| Some(noun).filter(|it| !read.is_paper(*it));
        let subject = |it: &Verb| self.of(plain(it.subject?)?).into_iter().next();
        // “…,” said the mayor.
        let behind = |it: &Verb| self.one(plain(read.noun_at(it.end)?)?);
        read.verbs.iter().filter(says).find_map(subject).or_else(|| {
            read.verbs.iter().filter(says).find(|it| it.subject.is_none()).and_then(behind)
        })
    }

    /// The subject of the verb, or its agent where it is passive.
    pub(super) fn of_verb(&self, ix: VerbIx) -> Vec<Party> {
        let Some(verb) = self.read.verbs.get(ix) else { return Vec::new() };
        if verb.passive {
            return self.agent(verb.end).into_iter().collect();
        }
        verb.subject.map(|it| self.of(it)).unwrap_or_default()
    }
}

pub(super) fn party(mention: &Mention) -> Party {
    Party { span: mention.span, entity: Some(mention.entity), role: PartyRole::Holder }
}

/// The mentions that lie within `span`.
fn mentions(found: &Annotations, span: Span) -> &[Mention] {
    let from = found.mentions.partition_point(|it| it.span.end() <= span.start());
    let to = found.mentions.partition_point(|it| it.span.start() < span.end());
    found.mentions.get(from..to.max(from)).unwrap_or_default()
}

/// Whether the noun at `at` is of people or of those who act for them.
fn is_people(read: &Clauses<'_>, at: usize) -> bool {
    let word = read.line.base(at);
    let word = word.as_str();
    PEOPLE.binary_search(&word).is_ok()
        || ENDINGS.iter().any(|it| word.ends_with(it)) && THINGS.binary_search(&word).is_err()
}

/// How nouns for those who do something end.
const ENDINGS: &[&str] =
    &["er", "or", "ist", "ian", "ant", "man", "woman", "person", "crat", "mate"];

/// Nouns with such an ending that are of no one, in order.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "answer", "barrier", "center", "chapter", "character", "computer", "corner", "cover", "disaster",
    "disorder", "dollar", "door", "encounter", "error", "factor", "floor", "gender", "harbor",
    "hunger", "labor", "layer", "letter", "manner", "matter", "murder", "number", "offer", "order",
    "paper", "plant", "poster", "power", "quarter", "register", "river", "shelter", "shutter",
    "summer", "terror", "theater", "timber", "tower", "transfer", "vapor", "warrant", "water",
    "weather", "winter", "wonder",
];

/// Nouns for people and for those who act for them, in order.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "activist", "advocate", "agency", "aide", "alliance", "ally", "army", "association", "athlete",
    "attorney", "authority", "bank", "bishop", "bloc", "board", "body", "bureau", "cabinet", "camp",
    "candidate", "captain", "caucus", "chair", "chancellor", "chief", "city", "club", "coach",
    "coalition", "colleague", "commission", "committee", "company", "congress", "conservative",
    "council", "country", "court", "critic", "defence", "defense", "delegate", "delegation",
    "department", "diplomat", "environmentalist", "executive", "expert", "faction", "family",
    "firm", "force", "general", "government", "governor", "group", "head", "house", "judge", "jury",
    "king", "leadership", "league", "liberal", "lobby", "majority", "management", "mayor", "member",
    "military", "minister", "ministry", "minority", "moderate", "nation", "neighbour", "office",
    "official", "opposition", "organisation", "organization", "owner", "panel", "parent",
    "parliament", "party", "patient", "people", "police", "pope", "premier", "president", "prime",
    "prince", "prisoner", "progressive", "prosecution", "public", "queen", "rebel", "regime",
    "regulator", "representative", "resident", "secretary", "senate", "senator", "side", "source",
    "spokesman", "spokesperson", "spokeswoman", "staff", "state", "student", "team", "tribe",
    "tribunal", "union", "university", "voter", "watchdog", "wing",
];
