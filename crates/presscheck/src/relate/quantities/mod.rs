//! Quantities: figures of several articles that count the same thing.
//!
//! [`counted`] says of each figure what it counts and when, [`likeness`] how likely two figures
//! count the same, [`groups`] puts them together and [`bounds`] tells whether they agree.

mod bounds;
mod counted;
mod groups;
mod likeness;
mod speakers;
#[cfg(test)]
mod tests;
mod words;

use crate::model::{Annotated, Figure, FigureKind, Quantity, QuantityFigure, Story};

use self::counted::Counted;

/// Adds them to the story, in order of the first article and place that gives one of their figures.
pub(super) fn find(articles: &[Annotated], story: &mut Story) {
    let counted = counted::all(articles);
    for group in groups::of(&counted) {
        let members: Vec<&Counted> = group.iter().filter_map(|&it| counted.get(it)).collect();
        let agree = bounds::agree(&members);
        let Some(best) = best_told(articles, &members) else { continue };
        // That all give one age is no news; that they do not is.
        if agree && best.kind == FigureKind::Age {
            continue;
        }
        let (what, unit) = (best.what.clone(), best.unit.clone());
        let figures = members.iter().map(|it| QuantityFigure {
            article: it.article,
            figure: it.figure,
            said_by: speakers::of(articles, story, it),
        });
        let figures = figures.collect();
        story.quantities.push(Quantity { what, unit, figures, agree });
    }
}

/// The figure whose words say best what is counted.
fn best_told<'a>(articles: &'a [Annotated], members: &[&Counted]) -> Option<&'a Figure> {
    let figure = |it: &&Counted| articles.get(it.article)?.annotations.figures.get(it.figure);
    let figures = members.iter().filter_map(figure);
    // A noun alone says too little, half a sentence too much: about three words read best.
    figures.min_by_key(|it| it.what.split(' ').filter(|it| !it.is_empty()).count().abs_diff(3))
}
