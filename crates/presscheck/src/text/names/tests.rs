use super::find;
use super::words::Word;
use crate::model::{Sentence, Span};
use crate::text::tags;
use crate::text::words::tokens;

/// The names of a text of one sentence a line, each with its kind.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut tokens = tokens(text, Span::whole(text));
    let mut sentences = Vec::new();
    let mut start = 0;
    for (paragraph, line) in (0..).zip(text.split_inclusive('\n')) {
        let span = Span::checked(text, start, start + line.trim_end().len()).unwrap();
        sentences.push(Sentence { span, paragraph });
        start += line.len();
    }
    tags::fill(text, &mut tokens, &sentences);
    let words: Vec<Word> = tokens.iter().map(|it| Word::read(text, it)).collect();
    let places: Vec<_> = sentences
        .iter()
        .map(|it| {
            let from = words.partition_point(|word| word.span.start() < it.span.start());
            let to = words.partition_point(|word| word.span.end() <= it.span.end());
            from..to
        })
        .collect();
    let shown: Vec<String> = find(text, &words, &places)
        .into_iter()
        .map(|it| {
            let span = words[it.words.start].stem.join(words[it.words.end - 1].stem);
            format!("{}[{}]", Span::of(span, text), it.kind.word())
        })
        .collect();
    assert_eq!(shown.join(" "), expected);
}

#[test]
fn names_from_all_over_the_world_are_names() {
    check(
        "Abubakar Zandile met Phung Thi Ngoc in Dakar, said Ørjan Łukaszczyk of the Vell Daily.",
        "Abubakar Zandile[person] Phung Thi Ngoc[person] Dakar[place] Ørjan Łukaszczyk[person] \
         Vell Daily[organisation]",
    );
}

#[test]
fn a_surname_alone_is_the_person_that_the_article_named_in_full() {
    check(
        "Mayor Anneke Brandt resigned.\nBrandt left Vell for Nairobi.",
        "Anneke Brandt[person] Brandt[person] Vell[place] Nairobi[place]",
    );
}

#[test]
fn a_possessive_ending_and_a_tail_are_no_part_of_a_name() {
    check("Kenya’s Nairobi-based airline fell.", "Kenya[place] Nairobi[place]");
}
