//! Differ: which words of two texts are not the same.

use super::align::{Step, align};
use super::words::{Token, tokens};
use crate::model::Span;

/// The stretches in which two texts differ, in order: the words in the one, and in the other. One of
/// them may be empty; it then says where the other's words would stand. White space is no
/// difference.
pub fn words(one: &str, other: &str) -> Vec<(Span, Span)> {
    let (lines, other_lines) = (lines(one), lines(other));
    let texts = |lines: &[Span], text| -> Vec<String> {
        lines.iter().map(|it: &Span| plain(it.of(text))).collect()
    };
    // Lines first: the table of a word by word comparison grows with the square of its length.
    let steps = align(&texts(&lines, one), &texts(&other_lines, other));
    let mut found = Vec::new();
    for step in steps {
        if let Step::Differ { a, b } = step {
            let (a, b) = (stretch(&lines, a), stretch(&other_lines, b));
            within((one, a), (other, b), &mut found);
        }
    }
    found
}

/// The differing words of two stretches.
fn within((one, a): (&str, Span), (other, b): (&str, Span), found: &mut Vec<(Span, Span)>) {
    let (own, others) = (tokens(one, a), tokens(other, b));
    let texts = |tokens: &[Token], text| -> Vec<String> {
        tokens.iter().map(|it| it.span.of(text).to_owned()).collect()
    };
    for step in align(&texts(&own, one), &texts(&others, other)) {
        if let Step::Differ { a: at, b: at_other } = step {
            let spans = |tokens: &[Token]| tokens.iter().map(|it| it.span).collect::<Vec<_>>();
            let (own, others) = (spans(&own), spans(&others));
            found.push((place(&own, at, a), place(&others, at_other, b)));
        }
    }
}

/// The lines that hold something.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::checked(text, at, at + line.len()).map(|it| it.trimmed(text));
        found.extend(span.filter(|it| !it.is_empty()));
        at += line.len();
    }
    found
}

fn plain(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// From the first to the last of some spans; for none of them, the end of the one before.
fn stretch(spans: &[Span], at: std::ops::Range<usize>) -> Span {
    place(spans, at, Span::EMPTY)
}

fn place(spans: &[Span], at: std::ops::Range<usize>, around: Span) -> Span {
    match spans.get(at.clone()) {
        Some([first, .., last]) => first.join(*last),
        Some([only]) => *only,
        _ => {
            let before = at.start.checked_sub(1).and_then(|it| spans.get(it));
            before.map_or(around.start_only(), |it| it.end_only())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expected: &[(&str, &str)]) {
        let found = words(one, other);
        let found: Vec<_> = found.iter().map(|(a, b)| (a.of(one), b.of(other))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_changed_word_is_found_in_its_line() {
        check(
            "The ferry sank.\n\nZoë counted 14 boats.\n",
            "The ferry sank.\n\nZoë counted 15 boats.\n",
            &[("14", "15")],
        );
    }

    #[test]
    fn words_that_came_in_have_a_place_in_the_other_text() {
        let (one, other) = ("The ferry sank off Vik.", "The old ferry sank off Vik.");
        check(one, other, &[("", "old")]);
        assert_eq!(words(one, other)[0].0.start(), "The".len());
        check("One.\nThree.\n", "One.\nTwo boats.\nThree.\n", &[("", "Two boats.")]);
    }

    #[test]
    fn white_space_is_no_difference() {
        check("The ferry\tsank.\n", "\nThe  ferry sank.\n\n", &[]);
        check("", " \n", &[]);
    }

    #[test]
    fn two_texts_without_a_common_word_are_one_difference() {
        check("Rain fell.", "Sun shone?", &[("Rain fell.", "Sun shone?")]);
    }
}
