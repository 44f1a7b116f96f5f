//! Subjects: which noun phrase a finite verb belongs to, without a parse.

use super::chunks::{Form, Kind};
use super::lexicon::Class;
use super::sentence::{FAR, Sentence, Subject};
use super::units::UnitKind;

/// How far left of a verb the opening comma of an apposition may stand, in chunks.
const APPOSITION: usize = 24;
/// How often one verb may pass the question on to another: keeps odd text from going round.
pub(super) const PASSES: usize = 6;

impl Sentence<'_> {
    /// Who does what the verb group at `verb` says.
    pub(super) fn subject(&self, verb: usize) -> Option<Subject> {
        self.subject_after(verb, 0)
    }

    pub(super) fn subject_after(&self, verb: usize, passes: usize) -> Option<Subject> {
        if passes > PASSES {
            return None;
        }
        let form = self.chunk(verb)?.verb()?.form;
        match form {
            Form::Finite | Form::Participle => self.of_finite(verb, passes),
            Form::Gerund => self.of_gerund(verb, passes),
            Form::Infinitive => self.of_infinitive(verb, passes),
        }
    }

    fn of_finite(&self, verb: usize, passes: usize) -> Option<Subject> {
        if let Some(aux) = self.helper(verb) {
            return self.of_finite(aux, passes);
        }
        let mut at = verb;
        while let Some((ix, before)) = self.before(at) {
            match before.kind {
                Kind::Adverb => at = ix,
                Kind::Noun(it) if it.time && self.steps_over_time(ix) => {
                    let prep = self.before(ix).filter(|it| it.1.kind == Kind::Prep);
                    at = prep.map_or(ix, |it| it.0);
                }
                Kind::Noun(_) => return Some(self.noun_phrase(ix)),
                Kind::Relative => return Some(self.relative(ix)),
                Kind::And => {
                    return self.shared(ix, self.head_is(&self.chunks[verb], Class::SAY), passes);
                }
                Kind::Mark(',') => {
                    return self.apposition(ix).or_else(|| self.listed(ix, passes));
                }
                Kind::Mark(')' | ']') => at = self.opening(ix, &['(', '['])?,
                Kind::Mark('—' | '–' | '-') => at = self.opening(ix, &['—', '–', '-'])?,
                Kind::Verb(_) => return self.described(ix),
                _ => return None,
            }
        }
        None
    }

    /// “An aide who asked not to be named said”: whoever the clause describes that ends with the
    /// chunk at `last`.
    fn described(&self, last: usize) -> Option<Subject> {
        // 8 chunks: longer clauses are set off by commas.
        let who = (last.saturating_sub(8)..last)
            .rev()
            .take_while(|&ix| !matches!(self.chunks[ix].kind, Kind::Mark(_) | Kind::Quote(_)))
            .find(|&ix| self.chunks[ix].kind == Kind::Relative)?;
        let (noun, _) = self.before(who).filter(|it| it.1.is_thing())?;
        Some(self.noun_phrase(noun))
    }

    /// The “has” of “has in the past said”.
    fn helper(&self, verb: usize) -> Option<usize> {
        self.chunk(verb)?.verb().filter(|it| it.form == Form::Participle)?;
        let (noun, _) = self.before(verb).filter(|it| it.1.is_noun())?;
        let (prep, _) = self.before(noun).filter(|it| it.1.kind == Kind::Prep)?;
        let (aux, it) = self.before(prep)?;
        (it.is_finite() && self.head_is(it, Class::AUX)).then_some(aux)
    }

    /// “Ortiz on Monday said”: a time with someone before it.
    fn steps_over_time(&self, time: usize) -> bool {
        let mut at = time;
        while let Some((ix, before)) = self.before(at)
            && matches!(before.kind, Kind::Prep | Kind::Adverb)
        {
            at = ix;
        }
        self.before(at).is_some_and(|it| it.1.is_thing() || it.1.is_mark(')'))
    }

    /// “who said”: the pronoun, with what it stands for.
    fn relative(&self, at: usize) -> Subject {
        let mut before = at;
        while let Some((ix, it)) = self.before(before)
            && (it.is_mark(',') || it.kind == Kind::Prep)
        {
            before = ix;
        }
        // “Ortiz, 45, who”: an age stands for nobody.
        let age = |ix: usize| self.head(&self.chunks[ix]).kind == UnitKind::Number;
        if let Some((ix, it)) = self.before(before)
            && it.is_noun()
            && age(ix)
            && self.before(ix).is_some_and(|it| it.1.is_mark(','))
        {
            before = ix - 1;
        }
        let antecedent = self.before(before).filter(|it| it.1.is_noun());
        Subject {
            units: self.chunks[at].units.clone(),
            chunk: at,
            stands_for: antecedent.map(|(ix, _)| self.noun_phrase(ix).units),
        }
    }

    /// “Ortiz smiled and said”: the subject of the verb before.
    fn shared(&self, and: usize, says: bool, passes: usize) -> Option<Subject> {
        let near = self.verb_before(and, |it| it.form == Form::Finite)?;
        let found = self.subject_after(near, passes + 1);
        // “Ortiz said she had been ill and added”: one who says goes on to say.
        if says
            && !self.says(near)
            && let Some(said) = (and.saturating_sub(FAR)..near).rev().find(|&ix| self.says(ix))
            && !self.chunks[said..and].iter().any(|it| it.is_mark(';'))
        {
            return self.subject_after(said, passes + 1).or(found);
        }
        // “Ortiz said the plan was dead and refused to go on”: plans refuse nothing.
        let someone = found.as_ref().is_some_and(|it| self.may_speak(it.chunk));
        if !someone
            && let Some(said) = (and.saturating_sub(FAR)..near).rev().find(|&ix| self.says(ix))
        {
            return self.subject_after(said, passes + 1).or(found);
        }
        found
    }

    pub(super) fn says(&self, at: usize) -> bool {
        let it = &self.chunks[at];
        it.is_finite() && self.head_is(it, Class::SAY)
    }

    /// Whether a noun phrase is a name, or a pronoun for people.
    fn may_speak(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        match chunk.kind {
            Kind::Noun(it) => {
                it.name
                    || it.pronoun
                        && !self.reads_any(chunk, &["it", "there", "this", "that", "those"])
            }
            Kind::Relative => true,
            _ => false,
        }
    }

    /// “Ortiz smiled, waved, said”.
    fn listed(&self, comma: usize, passes: usize) -> Option<Subject> {
        self.shared(comma, false, passes)
    }

    /// The chunk that opens what ends with the mark at `close`.
    fn opening(&self, close: usize, marks: &[char]) -> Option<usize> {
        (close.saturating_sub(APPOSITION)..close)
            .rev()
            .find(|&ix| matches!(self.chunks[ix].kind, Kind::Mark(it) if marks.contains(&it)))
    }

    /// The noun phrase before an apposition that ends with the comma at `comma`.
    pub(super) fn apposition(&self, comma: usize) -> Option<Subject> {
        let mut best: Option<Subject> = None;
        let mut crossed = false;
        for ix in (comma.saturating_sub(APPOSITION)..comma).rev() {
            let chunk = &self.chunks[ix];
            if chunk.is_quote() || chunk.is_mark(';') || chunk.is_mark(':') {
                break;
            }
            crossed |= chunk.is_finite() && !self.is_in_relative(ix);
            if !chunk.is_mark(',') {
                continue;
            }
            // “Veld, when she was asked, said”: a clause set off by its commas.
            let set_off = self
                .chunk(ix + 1)
                .is_some_and(|it| matches!(it.kind, Kind::Beside | Kind::Relative | Kind::Verb(_)));
            if crossed && !set_off {
                break;
            }
            let Some((noun_at, noun)) = self.before(ix) else { break };
            if !noun.is_thing() && !noun.is_mark(')') {
                continue;
            }
            let noun_at = if noun.is_mark(')') {
                let Some(open) = self.opening(noun_at, &['(', '[']) else { continue };
                let Some((at, _)) = self.before(open).filter(|it| it.1.is_thing()) else {
                    continue;
                };
                at
            } else {
                noun_at
            };
            let found = self.noun_phrase(noun_at);
            if !self.starts_clause(found.chunk) {
                continue;
            }
            let named = self.chunks[found.chunk..=noun_at]
                .iter()
                .any(|it| matches!(it.kind, Kind::Noun(it) if it.name || it.pronoun));
            // “Veld, head of the board, a group of owners,”: the name, or else the outermost.
            let best_named = best.as_ref().is_some_and(|it| self.is_named(it));
            if named || !best_named {
                best = Some(found);
            }
        }
        best
    }

    fn is_named(&self, subject: &Subject) -> bool {
        matches!(self.chunks[subject.chunk].kind, Kind::Noun(it) if it.name)
    }

    /// Whether a finite verb belongs to “who” or “which” shortly before it.
    fn is_in_relative(&self, verb: usize) -> bool {
        (verb.saturating_sub(12)..verb)
            .rev()
            .take_while(|&ix| !self.chunks[ix].is_mark(';'))
            .any(|ix| self.chunks[ix].kind == Kind::Relative)
    }
}
