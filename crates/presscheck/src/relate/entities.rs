//! Entities across articles: one person under several spellings, and differing names shown.

use crate::model::{Annotated, Spot, Story, StoryEntity};

/// Adds them to the story.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    for (article, it) in articles.iter().enumerate() {
        let mut of = Vec::new();
        for (ix, entity) in it.annotations.entities.iter().enumerate() {
            let spots = it.annotations.mentions.iter().filter(|it| it.entity == ix);
            let evidence: Vec<Spot> =
                spots.map(|it| Spot { article, span: it.span }).take(1).collect();
            of.push(story.entities.len());
            story.entities.push(StoryEntity {
                name: entity.name.clone(),
                kind: entity.kind,
                named: entity.named,
                variants: vec![entity.name.clone()],
                roles: entity.roles.iter().map(|&span| Spot { article, span }).collect(),
                evidence,
            });
        }
        story.entity_of.push(of);
    }
}
