//! Standings: how each party stands to an act, told once however often it is printed.

use std::cmp::Reverse;

use crate::model::{RecordCommitment, RecordStance};

/// How one party stands to an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing<'a> {
    /// The party, as the record names it.
    pub party: &'a str,
    /// Its stances, the most told first, those by its own word or act before hearsay.
    pub stances: Vec<Stood<'a>>,
}

/// One stance of a party, with all who tell of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stood<'a> {
    /// `accepts`, `denies`, … as in the record.
    pub stance: &'a str,
    /// Places where it rests on nobody else's word.
    pub own: usize,
    /// Those on whose word it rests elsewhere, each once.
    pub told_by: Vec<&'a str>,
    /// All its places in the commitment's list of stances.
    pub places: Vec<usize>,
}

impl Standing<'_> {
    /// Whether all that is known of the party's stance is what others say of it.
    pub fn is_hearsay(&self) -> bool {
        self.stances.iter().all(|it| it.own == 0)
    }

    fn n_places(&self) -> usize {
        self.stances.iter().map(|it| it.places.len()).sum()
    }
}

/// How the parties stand to an act: those who have a part in it first, then those with most places.
pub fn standings(commitment: &RecordCommitment) -> Vec<Standing<'_>> {
    let mut found: Vec<(bool, Standing<'_>)> = Vec::new();
    for (place, it) in commitment.stances.iter().enumerate() {
        let has_part = it.entity.as_ref().is_some_and(|it| commitment.parties.contains(it));
        let at = found.iter().position(|(_, seen)| seen.party == it.party).unwrap_or_else(|| {
            found.push((has_part, Standing { party: &it.party, stances: Vec::new() }));
            found.len() - 1
        });
        found[at].0 |= has_part;
        add(&mut found[at].1.stances, it, place);
    }
    for (_, it) in &mut found {
        it.stances.sort_by_key(|it| (it.own == 0, Reverse(it.places.len())));
    }
    found.sort_by_key(|(has_part, it)| (!has_part, Reverse(it.n_places())));
    found.into_iter().map(|(_, it)| it).collect()
}

fn add<'a>(stances: &mut Vec<Stood<'a>>, it: &'a RecordStance, place: usize) {
    let at = stances.iter().position(|seen| seen.stance == it.stance).unwrap_or_else(|| {
        stances.push(Stood { stance: &it.stance, own: 0, told_by: Vec::new(), places: Vec::new() });
        stances.len() - 1
    });
    let seen = &mut stances[at];
    seen.places.push(place);
    match it.told_by.as_deref() {
        None => seen.own += 1,
        Some(other) if seen.told_by.contains(&other) => {}
        Some(other) => seen.told_by.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commitment(stances: &[(&str, &str, Option<&str>)]) -> RecordCommitment {
        let stance = |&(party, stance, told_by): &(&str, &str, Option<&str>)| RecordStance {
            party: party.to_owned(),
            entity: Some(format!("e-{party}")),
            stance: stance.to_owned(),
            told_by: told_by.map(str::to_owned),
            article: "a".to_owned(),
            start: 0,
            end: 1,
            text: "x".to_owned(),
        };
        RecordCommitment {
            id: "c1".to_owned(),
            event: "talks".to_owned(),
            kind: "agreed".to_owned(),
            parties: vec!["e-Varga".to_owned()],
            conditions: Vec::new(),
            after: Vec::new(),
            due: None,
            stances: stances.iter().map(stance).collect(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn a_party_comes_once_and_its_own_word_before_what_others_say() {
        let it = commitment(&[
            ("Lund", "doubts", None),
            ("Lund", "doubts", None),
            ("Varga", "accepts", Some("the ministry")),
            ("Varga", "unconfirmed", None),
            ("Varga", "accepts", Some("the ministry")),
        ]);
        let told: Vec<_> = standings(&it);
        assert_eq!(told.iter().map(|it| it.party).collect::<Vec<_>>(), ["Varga", "Lund"]);
        let stances: Vec<_> = told[0].stances.iter().map(|it| (it.stance, it.own)).collect();
        assert_eq!(stances, [("unconfirmed", 1), ("accepts", 0)]);
        assert_eq!(told[0].stances[1].told_by, ["the ministry"]);
        assert_eq!(told[0].stances[1].places, [2, 4]);
    }

    #[test]
    fn what_only_others_say_is_hearsay() {
        let it = commitment(&[("Varga", "accepts", Some("Lund")), ("Lund", "proposes", None)]);
        let hearsay: Vec<_> = standings(&it).iter().map(Standing::is_hearsay).collect();
        assert_eq!(hearsay, [true, false]);
    }
}
