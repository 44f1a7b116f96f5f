//! Articles of any text: every place holds, nothing is lost, and order does not matter.

use presscheck::model::Article;
use presscheck::record;
use proptest::prelude::*;

use crate::holds;

/// More than a number of 64 bits can hold.
const HUGE: &str = "\
    99999999999999999999999999999999999999999999999999999999999999999999999999999999\
    99999999999999999999999999999999999999999999999999999999999999999999999999999999\
    99999999999999999999999999999999999999999999999999999999999999999999999999999999\
    99999999999999999999999999999999999999999999999999999999999999999999999999999999";

/// Pieces that news is made of, so that the annotators have something to trip over.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "“", "”", "\"", "'", "’", "‘", "«", "»", "„", "—", "–", "…", ".", ",", "?", "!", ":", ";",
    "(", ")", "\n", "\n\n", "\t", "\r\n", "\u{a0}", "\u{feff}", "\u{202e}", "\0", " said ",
    " denied ", " according to ", " if ", " unless ", " only if ", " until ", " agreed to ",
    " threatened to ", " has not confirmed ", " will meet ", " after ", "Zoë Díaz", " Ms. Díaz ",
    " she ", "the mayor", " Vik ", " Strand Ferries ", " O’Hara", " killed ", " people ",
    " troops ", " percent", "%", "$", "€", "1,400", "12.5", "9 billion", "fourteen", "more than ",
    "between ", " and ", " to ", "2022-02-20", "Feb. 20", "Sunday", " last week", " at noon",
    "Monday, February 21, 2022", "By ", "(Reuters)", "Photo: ", "Sign up", "Read more",
    "\u{1f6a2}", "é", "e\u{301}", "船沉没了", "غرقت العبارة", "1", "2099999999999999999999999", HUGE, "1e308",
    "<p>", "&amp;", "{\"id\":\"x\"}", "#",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        2 => "[A-Za-z]{1,9} ",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|it| it.concat())
}

fn articles(texts: &[String]) -> Vec<Article> {
    let read = |(ix, it): (usize, &String)| holds::read(&format!("{ix}.txt"), it.as_bytes());
    texts.iter().enumerate().flat_map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_compiled_verifies_and_reads_back(
        texts in prop::collection::vec(any_text(), 1..4)
    ) {
        for it in holds::compiling_holds(&articles(&texts)) {
            let read_back = record::from_json(&record::to_json(&it)).unwrap();
            prop_assert_eq!(&read_back, &it);
        }
    }

    #[test]
    fn the_order_of_the_articles_does_not_change_a_byte(
        texts in prop::collection::vec(any_text(), 2..5)
    ) {
        let given = articles(&texts);
        let mut backwards = given.clone();
        backwards.reverse();
        let bytes = |it| -> Vec<Vec<u8>> {
            presscheck::compile(it).iter().map(record::to_json).collect()
        };
        prop_assert!(bytes(given) == bytes(backwards));
    }

    #[test]
    fn a_changed_byte_in_a_source_is_noticed(
        text in any_text(), at in any::<prop::sample::Index>(), change in 1..=u8::MAX
    ) {
        let given = articles(&[format!("“No,” said Zoë Díaz. {text}")]);
        let mut bytes = given[0].text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        let now = holds::read("0.txt", &bytes);
        for it in presscheck::compile(given.clone()) {
            let mut sources = holds::sources(&it, &now);
            prop_assert!(!record::verify(&it, &sources).is_empty(), "a source that is gone");
            sources = now.iter().map(|it| Some(holds::source(it))).collect();
            prop_assert!(!record::verify(&it, &sources).is_empty(), "byte {at} has changed");
        }
    }

    #[test]
    fn a_changed_byte_in_a_record_is_noticed(
        text in any_text(), at in any::<prop::sample::Index>(), change in 1..=u8::MAX
    ) {
        let given = articles(&[format!("“No,” said Zoë Díaz. {text}")]);
        for it in presscheck::compile(given.clone()) {
            let mut bytes = record::to_json(&it);
            let at = at.index(bytes.len());
            bytes[at] ^= change;
            let Ok(now) = record::from_json(&bytes) else { continue };
            let holds = record::verify(&now, &holds::sources(&it, &given)).is_empty();
            // A blank between two fields may become a tab; nothing else may change.
            prop_assert!(!holds || now == it, "byte {at} has changed");
        }
    }

    #[test]
    fn any_bytes_are_read_under_any_name(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for name in ["a.txt", "a.html", "a.jsonl", "a.txt.gz", "a"] {
            holds::reading_holds(name, &bytes);
        }
    }

    #[test]
    fn any_text_is_read_under_any_name(text in any_text()) {
        for name in ["a.txt", "a.html", "a.jsonl"] {
            holds::reading_holds(name, text.as_bytes());
        }
    }
}
