//! Pronouns: whom “he” and “she” stand for, where that is safe to say.

use std::collections::VecDeque;

use super::Page;
use super::entities::Entities;
use crate::model::{EntityIx, Mention, MentionForm, NameKind, Span};
use crate::text::names::lexicon::{self, Class};

/// How many sentences before its own a pronoun may look back.
const REACH: usize = 3;

/// Someone a pronoun may stand for.
#[derive(Clone, Copy)]
struct Candidate {
    entity: EntityIx,
    line: usize,
    /// Whether it is the first person of its sentence, the likeliest subject.
    first: bool,
    /// Whether a verb of saying stands beside it.
    speaks: bool,
    /// Whether it is inside quotation marks.
    quoted: bool,
}

/// Finds “he” and “she” outside quotation marks and adds their mentions.
pub(super) fn find(page: &Page<'_>, mentions: &mut Vec<Mention>, entities: &Entities) {
    let mut sex = entities.sex.clone();
    let mut recent: VecDeque<Candidate> = VecDeque::new();
    let mut found = Vec::new();
    let mut next = 0;
    let mut marks = Marks::default();
    for (line, at) in page.lines.iter().enumerate() {
        marks.enter(at.paragraph);
        while recent.front().is_some_and(|it| it.line + REACH < line) {
            recent.pop_front();
        }
        let mut first = true;
        for word in at.words.clone() {
            marks.read(page.of(word));
            let Some(here) = page.word(word) else { continue };
            while mentions.get(next).is_some_and(|it| it.span.end() <= here.span.start()) {
                next += 1;
            }
            let quoted = marks.inside;
            if let Some(mention) = mentions.get(next)
                && mention.span.end() <= here.span.end()
                && mention.span.overlaps(here.span)
                && mention.kind == NameKind::Person
                && !is_plural(page, mention)
            {
                let speaks = speaks(page, word);
                let entity = mention.entity;
                recent.push_back(Candidate {
                    entity,
                    line,
                    first: first && !quoted,
                    speaks,
                    quoted,
                });
                first &= quoted;
            }
            let Some(wanted) = sex_of(page.of(word)).filter(|_| !quoted) else { continue };
            let Some(entity) = choose(&recent, &sex, line, wanted) else { continue };
            if let Some(known) = sex.get_mut(entity) {
                *known = wanted;
            }
            let subject = matches!(page.of(word), "he" | "she" | "He" | "She");
            let speaks = speaks(page, word);
            recent.push_back(Candidate { entity, line, first: first && subject, speaks, quoted });
            first &= !subject;
            let span: Span = here.span;
            found.push(Mention {
                span,
                form: MentionForm::Pronoun,
                kind: NameKind::Person,
                entity,
            });
        }
    }
    mentions.extend(found);
}

/// Which paragraph is read, and whether the reading is inside quotation marks. Marks that a
/// paragraph leaves open end with it.
#[derive(Default)]
struct Marks {
    paragraph: u32,
    inside: bool,
}

impl Marks {
    fn enter(&mut self, paragraph: u32) {
        if self.paragraph != paragraph {
            *self = Marks { paragraph, inside: false };
        }
    }

    fn read(&mut self, word: &str) {
        match word {
            "“" | "«" | "„" => self.inside = true,
            "”" | "»" => self.inside = false,
            "\"" => self.inside = !self.inside,
            _ => {}
        }
    }
}

fn sex_of(word: &str) -> Option<Class> {
    match word {
        "he" | "He" | "him" | "his" | "His" | "himself" => Some(Class::MALE),
        "she" | "She" | "her" | "Her" | "hers" | "herself" => Some(Class::FEMALE),
        _ => None,
    }
}

/// The likeliest candidate of fitting sex: subjects and speakers before others, nearer sentences
/// before farther ones, people whose sex is known before those of whom nothing is.
fn choose(
    recent: &VecDeque<Candidate>,
    sex: &[Class],
    line: usize,
    wanted: Class,
) -> Option<EntityIx> {
    let mut best: Option<(usize, EntityIx)> = None;
    for it in recent {
        let known = sex.get(it.entity).copied().unwrap_or_default();
        if known != Class::default() && known != wanted {
            continue;
        }
        let near = REACH.saturating_sub(line - it.line);
        let score = near * 10
            + if it.first { 7 } else { 0 }
            + if it.speaks { 5 } else { 0 }
            + if known == wanted { 6 } else { 0 }
            + if it.quoted { 0 } else { 8 };
        // Of equals the later wins: it is nearer.
        if best.is_none_or(|(most, _)| score >= most) {
            best = Some((score, it.entity));
        }
    }
    best.map(|(_, entity)| entity)
}

fn speaks(page: &Page<'_>, at: usize) -> bool {
    page.class(at + 1).is(Class::SAY)
        || at.checked_sub(1).is_some_and(|it| page.class(it).is(Class::SAY))
}

fn is_plural(page: &Page<'_>, mention: &Mention) -> bool {
    let last = mention.span.of(page.text).rsplit(' ').next().unwrap_or_default();
    mention.form == MentionForm::Nominal && lexicon::class(last).is(Class::PEOPLE)
}
