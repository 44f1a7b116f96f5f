use crate::model::{Annotations, Article, Sentence, Span};
use crate::text::tags;
use crate::text::words::tokens;

/// The groups of verbs of one invented sentence, each with what it does, who does it, what it is
/// done to and the word that it hangs on.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = Article::of_body(text, "2031-03-04");
    let whole = Span::whole(&article.text);
    let sentences = vec![Sentence { span: whole, paragraph: 0 }];
    let found = Annotations { sentences, ..Annotations::default() };
    let mut tokens = tokens(&article.text, whole);
    tags::fill(&article.text, &mut tokens, &found.sentences);
    let read = super::read(&article.text, &tokens, &found);
    let read = &read[0];
    let noun = |ix: Option<usize>| {
        let span = ix.and_then(|it| read.span(read.nouns[it].from..read.nouns[it].end));
        span.map_or("-", |it| it.of(text)).to_owned()
    };
    let lines: Vec<String> = read
        .verbs
        .iter()
        .map(|it| {
            let over = it.governor.map_or("-", |it| read.line.word(it.at));
            let not = if it.negated { "not " } else { "" };
            format!("{not}{}({}, {}) < {over}", it.base, noun(it.subject), noun(it.object))
        })
        .collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_verb_has_the_subject_before_it_and_the_object_behind_it() {
    check("The council will not close the port.", &["not close(The council, the port) < -"]);
    check(
        "The mayor, in a letter on Monday, rejected the plan.",
        &["reject(The mayor, the plan) < -"],
    );
    check("“We are late,” said Ada Okafor.", &["be(We, -) < -", "say(Ada Okafor, Ada Okafor) < -"]);
}

#[test]
fn people_who_are_met_are_not_the_subject_of_the_meeting() {
    check(
        "The meeting between Secretary of State Ada Okafor and Governor Jan Kolar would be held.",
        &["hold(The meeting, -) < -"],
    );
    check(
        "Secretary of State Ada Okafor and Governor Jan Kolar would go.",
        &["go(Governor Jan Kolar, -) < -"],
    );
}

#[test]
fn an_infinitive_hangs_on_the_word_that_wants_it() {
    check(
        "The council agreed in principle to sell the mill.",
        &["agree(The council, -) < -", "sell(The council, the mill) < agreed"],
    );
    check(
        "The union urged the council to vote.",
        &["urge(The union, the council) < -", "vote(the council, -) < urged"],
    );
    check(
        "The council has a plan to sell the mill.",
        &["have(The council, a plan) < -", "sell(The council, the mill) < plan"],
    );
}

#[test]
fn a_clause_hangs_on_the_verb_that_tells_it() {
    check(
        "The mayor said the council would vote.",
        &["say(The mayor, the council) < -", "vote(the council, -) < said"],
    );
    check(
        "The ministers said they would meet.",
        &["say(The ministers, they) < -", "meet(The ministers, -) < said"],
    );
}

#[test]
fn who_writes_a_letter_asks_its_reader() {
    check(
        "The farmers sent a letter to the mayor urging her to wait.",
        &["send(The farmers, a letter) < -", "urge(The farmers, her) < -", "wait(her, -) < urging"],
    );
}

#[test]
fn a_participle_with_an_object_is_a_past() {
    check("Officials urged patience.", &["urge(Officials, patience) < -"]);
}

#[test]
fn a_page_of_marks_has_no_verbs() {
    check("“” — , ; ( ) “ ” …", &[]);
}
