use expect_test::{Expect, expect};

use crate::model::{
    Annotated, Annotations, Article, ArticleId, Figure, FigureKind, Quote, QuoteKind, Sentence,
    Span, Story, TimeExpr, TimeKind,
};

/// An article of one-line sentences. A figure stands in brackets, as its words, its least and most,
/// its unit and what it counts: “[up to 10;;10;people;people killed]”; a time likewise, as
/// “[in 2007;2007]”.
fn read(ix: usize, marked: &str) -> Annotated {
    let mut text = String::new();
    let mut found = Annotations::default();
    for line in marked.lines() {
        let start = text.len();
        for (at, piece) in line.split(['[', ']']).enumerate() {
            if at % 2 == 0 {
                text.push_str(piece);
            } else {
                let fields: Vec<&str> = piece.split(';').collect();
                let from = text.len();
                text.push_str(fields[0]);
                mark(&text, from, &fields, &mut found);
            }
        }
        let span = Span::checked(&text, start, text.len()).unwrap();
        found.sentences.push(Sentence { span, paragraph: 0 });
        text.push('\n');
    }
    let mut article = Article::of_body(&text, "2031-05-06");
    article.id = ArticleId(format!("a{ix}"));
    Annotated { article, annotations: found }
}

fn mark(text: &str, from: usize, fields: &[&str], found: &mut Annotations) {
    let span = Span::checked(text, from, text.len()).unwrap();
    match *fields {
        [_, low, high, unit, what] => found.figures.push(Figure {
            span,
            low: low.parse().ok(),
            high: high.parse().ok(),
            approximate: false,
            unit: unit.to_owned(),
            what: what.to_owned(),
            what_span: span,
            kind: match unit {
                "USD" => FigureKind::Money,
                "percent" => FigureKind::Percent,
                "days" => FigureKind::Duration,
                "years" => FigureKind::Age,
                _ => FigureKind::Count,
            },
        }),
        [_, value] => found.times.push(TimeExpr {
            span,
            value: value.to_owned(),
            alternatives: Vec::new(),
            kind: TimeKind::Date,
            relative: false,
        }),
        _ => panic!("a figure has five fields and a time two: {fields:?}"),
    }
}

/// The quantities of a story, each with its figures.
#[track_caller]
fn check(articles: &[&str], expected: Expect) {
    let articles: Vec<Annotated> =
        articles.iter().enumerate().map(|(ix, text)| read(ix, text)).collect();
    expected.assert_eq(&shown(&articles));
}

fn shown(articles: &[Annotated]) -> String {
    let mut story = Story::default();
    super::find(articles, &mut story);
    let lines = story.quantities.iter().map(|it| {
        let figures = it.figures.iter().map(|it| {
            let of = &articles[it.article];
            let words = of.annotations.figures[it.figure].span.of(&of.article.text);
            let said_by = it.said_by.as_ref().map_or(String::new(), |it| format!(" ({it})"));
            format!("{words}{said_by}")
        });
        let how = if it.agree { "agree" } else { "differ" };
        format!("{} {how}: {}", it.what, figures.collect::<Vec<_>>().join(", "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn tolls_of_one_event_are_one_quantity() {
    check(
        &[
            "A ferry sank off Lisk, killing [at least 10;10;;people;people killing].\n\
             [Four;4;4;people;others injured] others were injured when the ferry sank.",
            "[Twelve;12;12;people;people died] people died when a ferry sank off Lisk.",
        ],
        expect![[r"people killing agree: at least 10, Twelve"]],
    );
}

#[test]
fn two_numbers_for_one_thing_differ() {
    check(
        &[
            "The walkout by [48,000;48000;48000;people;mill workers] mill workers ended.",
            "A deal ended the walkout of [46,000;46000;46000;people;mill workers] mill workers.",
        ],
        expect![[r"mill workers differ: 48,000, 46,000"]],
    );
}

#[test]
fn a_part_is_no_rival_of_the_whole() {
    check(
        &[
            "Norland has [127,000;127000;127000;people;troops on land] troops on land, and with its \
             navy [147,000;147000;147000;people;troops] at the Sund border.",
            "Norland has massed [150,000;150000;150000;people;troops] troops at the Sund border.",
        ],
        expect![[r"troops differ: 147,000, 150,000"]],
    );
    check(
        &[
            "[Ten;10;10;people;people killed] people were killed in the Lisk fire.",
            "[Nine;9;9;people;students killed] students were killed in the Lisk fire.",
        ],
        expect![""],
    );
}

#[test]
fn an_earlier_event_keeps_its_own_toll() {
    check(
        &[
            "The Lisk fire killed [ten;10;10;people;people killed] people.\n\
             A fire in Brodvik killed [30;30;30;people;people killed] people [in 2007;2007].",
            "The Lisk fire killed [12;12;12;people;people killed] people.\n\
             It recalled the fire in Brodvik that killed [30;30;30;people;people killed].",
        ],
        expect![[r"
            people killed differ: ten, 12
            people killed agree: 30, 30"]],
    );
}

#[test]
fn money_is_compared_where_its_words_are_alike() {
    check(
        &[
            "Norlin will invest [$9 billion;9e9;9e9;USD;Norlin will invest] in its mills.\n\
             Its shares closed at [$36;36;36;USD;shares closed].",
            "Norlin has offered to invest [$8 billion;8e9;8e9;USD;offered to invest] in its mills.",
        ],
        expect![[r"Norlin will invest differ: $9 billion, $8 billion"]],
    );
}

#[test]
fn at_least_and_up_to_do_not_say_the_same() {
    check(
        &[
            "The fire in Lisk killed [up to 10;;10;people;people killed] people.",
            "The Lisk fire killed [at least 10;10;;people;people killed] people.",
        ],
        expect![[r"people killed differ: up to 10, at least 10"]],
    );
}

#[test]
fn the_speaker_of_the_quotation_around_a_figure_gives_it() {
    let texts = [
        "The fire killed [ten;10;10;people;people killed] people, Mara Toft said.",
        "The fire killed [ten;10;10;people;people killed] people.",
    ];
    let mut articles: Vec<Annotated> =
        texts.iter().enumerate().map(|(ix, text)| read(ix, text)).collect();
    let text = articles[0].article.text.clone();
    let span = |words: &str| {
        let at = text.find(words).unwrap();
        Span::checked(&text, at, at + words.len())
    };
    articles[0].annotations.quotes.push(Quote {
        span: span("The fire killed ten people").unwrap(),
        marked: Vec::new(),
        kind: QuoteKind::Indirect,
        source: span("Mara Toft"),
        cue: span("said"),
        speaker: None,
        continues: None,
        within: None,
        negated: false,
    });
    assert_eq!(shown(&articles), "people killed agree: ten (Mara Toft), ten");
}

#[test]
fn one_surname_may_be_of_several_ages() {
    check(
        &[
            "Ida Novak, [9;9;9;years;Ida Novak], was pulled from the mill.",
            "Novak, [41;41;41;years;Novak], owns the mill.",
            "Oto Novak, [42;42;42;years;Oto Novak], owns the mill.",
        ],
        expect![[r"Oto Novak differ: 41, 42"]],
    );
}

#[test]
fn others_leave_somebody_out() {
    check(
        &[
            "[Four;4;4;people;others hurt] others were hurt in the fall at Lisk quarry.",
            "[Five;5;5;people;people hurt] people were hurt in the fall at Lisk quarry.",
        ],
        expect![[r""]],
    );
}

#[test]
fn charges_are_counted_for_each_of_the_accused() {
    check(
        &[
            "The miller faces [two;2;2;counts;counts] counts of arson at Lisk mill.",
            "The miller faces [three;3;3;counts;counts] counts of arson at Lisk mill.",
        ],
        expect![[r""]],
    );
}
