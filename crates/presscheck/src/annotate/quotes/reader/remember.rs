//! What is remembered of a sentence for those after it: who speaks, and whose statements it tells of.

use super::{Last, Reader};
use crate::annotate::quotes::attribution::Scene;
use crate::annotate::quotes::chunks::Chunk;
use crate::annotate::quotes::cues::{Cue, CueKind};
use crate::annotate::quotes::lexicon::Class;
use crate::annotate::quotes::texts::texts;
use crate::annotate::quotes::units::{self, Unit};

impl Reader<'_> {
    /// Who speaks, for a sentence to come that has no cue.
    pub(super) fn remember(&mut self, scene: &Scene<'_>) {
        let units = &scene.sentence.units[scene.units.clone()];
        let ends_open = units.last().is_some_and(|it| it.is_mark(':'));
        let quoted = units.iter().any(Unit::is_quote);
        if quoted && self.last.is_some_and(|it| it.here) {
            return;
        }
        let says = |it: &&Cue| {
            it.source.is_some()
                && (it.class.is(Class::SAY.and(Class::CLAUSE)) || it.kind == CueKind::According)
                && it.kind != CueKind::Noun
        };
        let main = scene.cues.iter().find(says);
        let main = if ends_open {
            scene.cues.iter().rfind(|it| it.source.is_some()).or(main)
        } else {
            main
        };
        if let Some(cue) = main
            && let Some(subject) = &cue.source
        {
            let source = self.source(scene, subject);
            let cue = units::span(scene.sentence.units, cue.units.clone());
            self.last =
                Some(Last { source, cue, quote: None, open: ends_open, here: true, near: false });
            return;
        }
        // “Ortiz was firm. “We stay.””: the person that the sentence is about.
        let opening = scene.sentence.chunks.iter().position(Chunk::is_thing).filter(|it| *it <= 1);
        let person = opening.and_then(|it| {
            let end = scene.sentence.phrase_end(it);
            let units =
                scene.sentence.chunks[it].units.start..scene.sentence.chunks[end - 1].units.end;
            units::span(scene.sentence.units, units)
        });
        let person = person.filter(|it| {
            self.speakers.is_person(*it) || matches!(it.of(self.text), "He" | "She" | "he" | "she")
        });
        if let Some(person) = person {
            let source = self.speakers.resolve(person);
            self.last = Some(Last {
                source,
                cue: None,
                quote: None,
                open: ends_open,
                here: true,
                near: false,
            });
        }
    }

    /// Whose statements a sentence tells of.
    pub(super) fn remember_texts(&mut self, scene: &Scene<'_>) {
        for (kind, at, fresh) in texts(scene) {
            let (chunks, units) = (scene.sentence.chunks, scene.sentence.units);
            let last = scene.sentence.phrase_end(at) - 1;
            let words = units::span(units, chunks[at].units.start..chunks[last].units.end);
            let own = words.map(|it| self.speakers.resolve(it)).filter(|it| it.speaker.is_some());
            let said = scene.cues.iter().filter(|it| fresh && it.class.is(Class::SAY));
            let said = said.filter_map(|it| it.source.as_ref()).filter(|it| it.chunk != at);
            let mut said = said.map(|it| self.source(scene, it));
            let owner = own.or_else(|| said.find(|it| it.speaker.is_some()));
            if let Some(owner) = owner {
                self.texts.remember(kind, owner);
            }
        }
    }
}
