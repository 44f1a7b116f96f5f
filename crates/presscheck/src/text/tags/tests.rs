use super::{Tag, fill};
use crate::model::{Sentence, Span};
use crate::text::words::tokens;

/// Each word of a sentence with its tag.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut tokens = tokens(text, Span::whole(text));
    fill(text, &mut tokens, &[Sentence { span: Span::whole(text), paragraph: 0 }]);
    let shown: Vec<String> =
        tokens.iter().map(|it| format!("{}/{:?}", it.span.of(text), it.tag)).collect();
    assert_eq!(shown.join(" "), expected);
}

#[test]
fn the_words_around_tell_what_a_word_is() {
    check(
        "The ministers will sign the deal, but signs of doubt remain.",
        "The/Det ministers/NounPlural will/Aux sign/VerbBase the/Det deal/Noun ,/Punct but/Cconj \
         signs/NounPlural of/Adp doubt/Noun remain/VerbPresent ./Punct",
    );
    check(
        "She signed it before it was signed in Vell.",
        "She/Pron signed/VerbPast it/Pron before/Sconj it/Pron was/Aux signed/VerbParticiple \
         in/Adp Vell/Propn ./Punct",
    );
}

#[test]
fn a_contraction_is_what_its_stem_is_and_a_compound_what_its_last_part_is() {
    check(
        "Toft’s aides don’t want a 31-day truce.",
        "Toft’s/Propn aides/NounPlural don’t/Aux want/VerbBase a/Det 31-day/Noun truce/Noun ./Punct",
    );
}

#[test]
fn tokens_outside_sentences_have_no_tag() {
    let text = "Home News Sport";
    let mut tokens = tokens(text, Span::whole(text));
    fill(text, &mut tokens, &[]);
    assert!(tokens.iter().all(|it| it.tag == Tag::None));
}
