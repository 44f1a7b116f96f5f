//! Speakers: whether two articles can mean one by the words for who said it.

use crate::model::Annotated;
use crate::model::{NameKind, Spot, Story, StoryEntity, StoryEntityIx};
use crate::text::content::{is_function_word, stem};
use crate::text::fold;

/// How the speakers of two quotations stand to each other; the closest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Bond {
    /// One and the same.
    Same,
    /// One may speak for the other: a spokesman for his minister, an office for who holds it.
    Near,
    /// An article leaves it open.
    Open,
    /// Two people.
    Apart,
}

/// Compares speakers of one story.
pub(super) struct Speakers<'a> {
    /// The articles, for the words of roles.
    pub(super) articles: &'a [Annotated],
    /// The story with its entities.
    pub(super) story: &'a Story,
}

impl Speakers<'_> {
    pub(super) fn bond(&self, a: Option<StoryEntityIx>, b: Option<StoryEntityIx>) -> Bond {
        let (Some(a), Some(b)) = (a, b) else { return Bond::Open };
        if a == b {
            return Bond::Same;
        }
        let (Some(x), Some(y)) = (self.story.entities.get(a), self.story.entities.get(b)) else {
            return Bond::Open;
        };
        match (x.named, y.named) {
            (true, true) => self.named(x, y),
            (false, false) if words(&x.name) == words(&y.name) => Bond::Same,
            (false, false) => Bond::Open,
            (true, false) => self.described(x, y),
            (false, true) => self.described(y, x),
        }
    }

    fn named(&self, a: &StoryEntity, b: &StoryEntity) -> Bond {
        let person = |it: &StoryEntity| it.kind == NameKind::Person;
        if person(a) != person(b) || self.speaks_for_others(a) || self.speaks_for_others(b) {
            return Bond::Near;
        }
        Bond::Apart
    }

    /// “A Kremlin spokesman” is who has that role.
    fn described(&self, named: &StoryEntity, other: &StoryEntity) -> Bond {
        let description = words(&other.name);
        let fits = |role: &Spot| {
            let role = words(self.words_of(role));
            !role.is_empty()
                && (description.iter().all(|it| role.contains(it))
                    || role.iter().all(|it| description.contains(it)))
        };
        let fits = !description.is_empty() && named.roles.iter().any(fits);
        if fits { Bond::Same } else { Bond::Open }
    }

    /// Whether somebody's trade is to say what others think.
    pub(super) fn speaks_for_others(&self, it: &StoryEntity) -> bool {
        it.kind == NameKind::Person
            && it.roles.iter().any(|role| {
                let role = fold::plain(self.words_of(role));
                ["spokes", "press secretary", "communications director", "press officer"]
                    .iter()
                    .any(|it| role.contains(it))
            })
    }

    fn words_of(&self, spot: &Spot) -> &str {
        self.articles.get(spot.article).map_or("", |it| spot.span.of(&it.article.text))
    }
}

/// The telling words of a description, in one form each.
fn words(description: &str) -> Vec<String> {
    let folded = fold::plain(description);
    let words = folded.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let mut found: Vec<String> = words
        .filter(|it| !is_function_word(it) && !matches!(*it, "senior" | "top" | "another" | "one"))
        .map(|it| match it {
            "spokesman" | "spokeswoman" | "spokesperson" => "spokes".to_owned(),
            _ => stem(it),
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
