//! Statements: what the record says of the story as a whole, list by list.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use crate::model::{
    Record, RecordAgreed, RecordArticle, RecordCommitment, RecordConflict, RecordEntity,
    RecordEvent, RecordLink, RecordOrigin, RecordQuantity, RecordStory, RecordUtterance,
};

pub(super) fn story(ground: &mut Ground<'_>, story: &RecordStory, record: &Record) {
    match &story.title_evidence {
        Some(it) => {
            ground.evidence("story.title_evidence", it);
            if it.text != story.title {
                ground.fail("story.title", "it is not the words of its evidence");
            }
        }
        None if story.title.is_empty() => {}
        None => ground.fail("story.title", "it has no evidence"),
    }
    let counts = [
        ("articles", story.articles, record.articles.len()),
        ("origins", story.origins, record.origins.len()),
    ];
    for (list, given, found) in counts {
        if given != found {
            ground
                .fail(format!("story.{list}"), format!("it says {given}, the record has {found}"));
        }
    }
}

pub(super) fn entities(ground: &mut Ground<'_>, entities: &[RecordEntity]) {
    each_id_once(ground, "entities", entities.iter().map(|it| it.id.as_str()));
    for (ix, it) in entities.iter().enumerate() {
        let at = format!("entities[{ix}]");
        ground.all_evidence(&at, &it.evidence);
        for (ix, role) in it.roles.iter().enumerate() {
            ground.evidence(&format!("{at}.roles[{ix}]"), role);
        }
    }
}

pub(super) fn origins(
    ground: &mut Ground<'_>,
    origins: &[RecordOrigin],
    articles: &[RecordArticle],
) {
    each_id_once(ground, "origins", origins.iter().map(|it| it.id.as_str()));
    let mut n_origins: BTreeMap<&str, usize> = BTreeMap::new();
    for (ix, it) in origins.iter().enumerate() {
        let at = format!("origins[{ix}]");
        ground.all_evidence(&at, &it.evidence);
        for id in &it.articles {
            ground.article(&at, id);
            *n_origins.entry(id).or_default() += 1;
        }
    }
    for (ix, it) in articles.iter().enumerate() {
        let n = n_origins.get(it.id.as_str()).copied().unwrap_or(0);
        if n != 1 {
            ground.fail(format!("articles[{ix}]"), format!("it is in {n} origins, not in one"));
        }
    }
}

pub(super) fn lineage(ground: &mut Ground<'_>, lineage: &[RecordLink]) {
    for (ix, it) in lineage.iter().enumerate() {
        let at = format!("lineage[{ix}]");
        ground.article(&at, &it.article);
        if let Some(from) = &it.from {
            ground.article(&at, from);
        }
        ground.all_evidence(&at, &it.evidence);
        for (ix, passage) in it.passages.iter().enumerate() {
            let at = format!("{at}.passages[{ix}]");
            ground.place(&at, (&it.article, passage.start, passage.end));
            if let Some(from) = &it.from {
                ground.place(&at, (from, passage.from_start, passage.from_end));
            }
        }
        if let Some(credit) = &it.credit {
            ground.evidence(&format!("{at}.credit"), credit);
        }
    }
}

pub(super) fn utterances(ground: &mut Ground<'_>, utterances: &[RecordUtterance]) {
    each_id_once(ground, "utterances", utterances.iter().map(|it| it.id.as_str()));
    for (ix, it) in utterances.iter().enumerate() {
        let at = format!("utterances[{ix}]");
        if let Some(speaker) = &it.speaker {
            ground.entity(&at, speaker);
        }
        if it.quotes.is_empty() {
            ground.fail(&at, "it has no version");
        }
        for (ix, version) in it.quotes.iter().enumerate() {
            let at = format!("{at}.quotes[{ix}]");
            ground.place(&at, (&version.article, version.start, version.end));
            if !ground.has_quote(&version.article, &version.quote, (version.start, version.end)) {
                ground.fail(&at, format!("`{}` is not a quotation there", version.quote));
            }
            for (ix, it) in version.differences.iter().enumerate() {
                let at = format!("{at}.differences[{ix}]");
                ground.place(&at, (&version.article, it.start, it.end));
                ground.place(&at, (&it.other_article, it.other_start, it.other_end));
            }
        }
    }
}

pub(super) fn quantities(ground: &mut Ground<'_>, quantities: &[RecordQuantity]) {
    each_id_once(ground, "quantities", quantities.iter().map(|it| it.id.as_str()));
    for (ix, it) in quantities.iter().enumerate() {
        let at = format!("quantities[{ix}]");
        if it.figures.is_empty() {
            ground.fail(&at, "it has no figure");
        }
        for (ix, figure) in it.figures.iter().enumerate() {
            let at = format!("{at}.figures[{ix}]");
            ground.place(&at, (&figure.article, figure.start, figure.end));
            if !ground.has_figure(figure) {
                ground.fail(&at, "the article has no such figure there");
            }
        }
    }
}

pub(super) fn commitments(ground: &mut Ground<'_>, commitments: &[RecordCommitment]) {
    each_id_once(ground, "commitments", commitments.iter().map(|it| it.id.as_str()));
    let ids: BTreeSet<&str> = commitments.iter().map(|it| it.id.as_str()).collect();
    for (ix, it) in commitments.iter().enumerate() {
        let at = format!("commitments[{ix}]");
        ground.all_evidence(&at, &it.evidence);
        for party in &it.parties {
            ground.entity(&at, party);
        }
        for before in it.after.iter().filter(|it| !ids.contains(it.as_str())) {
            ground.fail(&at, format!("it comes after `{before}`, which is not there"));
        }
        for (ix, it) in it.conditions.iter().enumerate() {
            let at = format!("{at}.conditions[{ix}]");
            ground.words(&at, (&it.article, it.start, it.end), &it.text);
        }
        for (ix, it) in it.stances.iter().enumerate() {
            let at = format!("{at}.stances[{ix}]");
            ground.words(&at, (&it.article, it.start, it.end), &it.text);
            if let Some(entity) = &it.entity {
                ground.entity(&at, entity);
            }
        }
    }
}

pub(super) fn conflicts(ground: &mut Ground<'_>, conflicts: &[RecordConflict]) {
    for (ix, it) in conflicts.iter().enumerate() {
        let at = format!("conflicts[{ix}]");
        if it.sides.is_empty() {
            ground.fail(&at, "it has no side");
        }
        for (ix, side) in it.sides.iter().enumerate() {
            ground.evidence(&format!("{at}.sides[{ix}]"), side);
        }
    }
}

pub(super) fn timeline(ground: &mut Ground<'_>, timeline: &[RecordEvent]) {
    for (ix, it) in timeline.iter().enumerate() {
        ground.all_evidence(&format!("timeline[{ix}]"), &it.evidence);
    }
}

pub(super) fn agreed(ground: &mut Ground<'_>, agreed: &[RecordAgreed], origins: &[RecordOrigin]) {
    let mut origin_of: BTreeMap<&str, &str> = BTreeMap::new();
    for origin in origins {
        origin_of.extend(origin.articles.iter().map(|it| (it.as_str(), origin.id.as_str())));
    }
    for (ix, it) in agreed.iter().enumerate() {
        let at = format!("agreed[{ix}]");
        ground.all_evidence(&at, &it.evidence);
        let found = it.evidence.iter().filter_map(|it| origin_of.get(it.article.as_str()));
        let found = found.collect::<BTreeSet<_>>().len();
        if found < it.origins {
            let given = it.origins;
            ground.fail(&at, format!("it says {given} origins, its evidence comes from {found}"));
        }
    }
}

fn each_id_once<'a>(ground: &mut Ground<'_>, list: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for (ix, id) in ids.enumerate() {
        if !seen.insert(id) {
            ground.fail(format!("{list}[{ix}]"), format!("its id `{id}` is another's"));
        }
    }
}
