//! Likeness: what speaks for two articles’ telling one event, and how much.

use super::kept::{Kept, Weighed};
use super::rarity::Rarity;
use super::rules::{Evidence, Rules};
use super::table::Table;
use super::terms::Kind;

/// What is compared of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) terms: &'a Kept,
    /// Days since 1970; unknown is no day at all.
    pub(super) day: Option<i32>,
    /// The outlet as a number; 0 where it is unknown.
    pub(super) outlet: u32,
    /// How alike the article is to others than its own, on average.
    pub(super) rivals: f32,
}

/// What stands around the newer article: how many of the stories like it have each term.
#[derive(Clone, Debug)]
pub(super) struct Around {
    having: Table,
    // By the number of stories that have a term.
    weights: Vec<f32>,
}

impl Around {
    pub(super) fn new() -> Around {
        Around { having: Table::new(), weights: Vec::new() }
    }

    /// Begins anew, for an article that `stories` others are like.
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    pub(super) fn begin(&mut self, stories: usize) {
        self.having.clear();
        // Some more stories that do not have it stand for those that were not looked at.
        let of = |having: usize| libm::logf((stories as f32 + 10.0) / (having as f32 + 0.7));
        self.weights.clear();
        self.weights.extend((0..=stories).map(of));
    }

    /// Counts the terms of one more article of the story with this number, 1 or more.
    pub(super) fn count(&mut self, terms: &Kept, story: u32) {
        for it in terms.iter() {
            self.having.count(it.key, story);
        }
    }

    /// How much a term sets stories like this one apart.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
    fn weight(&self, key: u32) -> f32 {
        let having = self.having.get(key) as usize;
        self.weights.get(having).or(self.weights.last()).copied().unwrap_or(1.0)
    }
}

/// Sums for a cosine.
#[derive(Clone, Copy, Default)]
struct Cosine {
    shared: f32,
    a: f32,
    b: f32,
}

impl Cosine {
    fn add(&mut self, a: f32, b: f32) {
        self.shared += a * b;
        self.a += a * a;
        self.b += b * b;
    }

    fn value(self) -> f32 {
        let length = (self.a * self.b).sqrt();
        if length > 0.0 { self.shared / length } else { 0.0 }
    }
}

/// Walks through the terms of both: those of one have no partner.
fn walk(a: &Kept, b: &Kept, mut each: impl FnMut(Option<Weighed>, Option<Weighed>)) {
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    loop {
        match (left.peek().copied(), right.peek().copied()) {
            (None, None) => return,
            (Some(x), Some(y)) if x.key == y.key => {
                each(left.next(), right.next());
            }
            (Some(x), Some(y)) if x.key < y.key => each(left.next(), None),
            (Some(_), None) => each(left.next(), None),
            _ => each(None, right.next()),
        }
    }
}

/// The cosine of two articles over all their terms.
pub(super) fn cosine(a: &Kept, b: &Kept) -> f32 {
    let mut all = Cosine::default();
    let weight = |it: Option<Weighed>| it.map_or(0.0, |it| it.weight);
    walk(a, b, |x, y| all.add(weight(x), weight(y)));
    all.value()
}

/// What two articles share, summed over their terms.
#[derive(Default)]
struct Shared {
    all: Cosine,
    /// Terms weighed by how they set apart the stories around.
    local: Cosine,
    lead: Cosine,
    words: Cosine,
    figures: Cosine,
    /// Rarities of the shared names of persons with an age, and of names told first by both.
    persons: f32,
    lead_names: f32,
    rarest: f32,
    /// The weight of each title, and what of it the other article has anywhere.
    titles: [(f32, f32); 2],
}

impl Shared {
    fn of(a: &Kept, b: &Kept, around: &Around, rarity: &Rarity) -> Shared {
        let mut it = Shared::default();
        walk(a, b, |x, y| it.count(x, y, around, rarity));
        it
    }

    fn count(&mut self, x: Option<Weighed>, y: Option<Weighed>, around: &Around, rarity: &Rarity) {
        let Some(one) = x.or(y) else { return };
        let weight = |it: Option<Weighed>| it.map_or(0.0, |it| it.weight);
        let (a, b) = (weight(x), weight(y));
        let here = around.weight(one.key);
        self.all.add(a, b);
        self.local.add(a * here, b * here);
        let lead = |it: Option<Weighed>| weight(it.filter(|it| it.is_lead));
        self.lead.add(lead(x), lead(y));
        match one.kind {
            Kind::Word => self.words.add(a, b),
            Kind::Age | Kind::Figure => self.figures.add(a, b),
            Kind::Person | Kind::FullName | Kind::Name => {}
        }
        for (title, it) in self.titles.iter_mut().zip([x, y]) {
            let of = weight(it.filter(|it| it.is_title));
            title.0 += of;
            title.1 += if a > 0.0 && b > 0.0 { of } else { 0.0 };
        }
        let (Some(x), Some(y)) = (x, y) else { return };
        let rarity = rarity.of(one.key);
        self.rarest = self.rarest.max(rarity);
        if x.kind == Kind::Person || y.kind == Kind::Person {
            self.persons += rarity;
        } else if (x.kind == Kind::Name || y.kind == Kind::Name) && x.is_lead && y.is_lead {
            self.lead_names += rarity;
        }
    }

    /// The part of the titles that the other article tells, on average.
    fn title(&self) -> f32 {
        let part = |(of, shared): (f32, f32)| if of > 0.0 { shared / of } else { 0.0 };
        f32::midpoint(part(self.titles[0]), part(self.titles[1]))
    }
}

/// The evidence of two articles, in the order of [`Rules::likeness`](super::rules::Rules).
#[expect(clippy::cast_precision_loss, reason = "days between two articles")]
pub(super) fn evidence(a: &Side<'_>, b: &Side<'_>, around: &Around, rarity: &Rarity) -> Evidence {
    let shared = Shared::of(a.terms, b.terms, around, rarity);
    let (all, local) = (shared.all.value(), shared.local.value());
    let title = shared.title();
    // Between one for a word in many articles and, about, one for a word in these two alone.
    let rarest = shared.rarest / 10.0;
    let log = |it: f32| libm::logf(1.0 + it);
    let flag = |it: bool| if it { 1.0 } else { 0.0 };
    let days = a.day.zip(b.day).map(|(a, b)| a.abs_diff(b));
    let apart = days.map_or(0.0, |it| log(it as f32));
    let least = |n: u32| flag(days.is_some_and(|it| it >= n));
    let undated = flag(days.is_none());
    let outlet = flag(a.outlet == b.outlet && a.outlet != 0);
    let ages = f32::midpoint(flag(a.terms.tells_age()), flag(b.terms.tells_age()));
    [
        1.0,
        all,
        local,
        local * local,
        shared.lead.value(),
        title,
        title * local,
        shared.words.value(),
        shared.figures.value(),
        log(shared.lead_names),
        rarest,
        rarest * rarest,
        a.rivals,
        b.rivals,
        b.rivals * b.rivals,
        apart,
        least(1),
        least(2),
        least(10),
        apart * a.rivals,
        apart * local,
        apart * rarest,
        log(shared.persons) * apart,
        undated,
        undated * all,
        undated * local,
        outlet,
        outlet * flag(days == Some(0)),
        outlet * apart,
        outlet * a.rivals,
        ages,
        ages * all,
        ages * apart,
        ages * a.rivals,
    ]
}

/// The evidence weighed: above 0 for more likely one event than not.
pub(super) fn likeness(evidence: &Evidence, rules: &Rules) -> f32 {
    evidence.iter().zip(&rules.likeness).map(|(a, b)| a * b).sum()
}
