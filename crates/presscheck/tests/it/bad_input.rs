//! Inputs that came out wrong: each is survived, with all that could be read of it.

use std::io::Write;

use presscheck::model::{Article, Record};

use crate::holds;

/// Compiles one file and checks what holds for every record.
fn check(name: &str, bytes: &[u8]) -> Vec<Record> {
    holds::reading_holds(name, bytes);
    holds::compiling_holds(&holds::read(name, bytes))
}

/// A story of `n` sentences, which differ.
fn sentences(n: usize) -> String {
    let sentence = |ix: usize| {
        let (boats, day) = (ix % 97, ix % 28 + 1);
        format!(
            "“We will leave port {ix} if the storm ends,” Captain Ada Lund-{ix} said on March {day}, \
             and {boats} boats of the Strand fleet agreed to follow. "
        )
    };
    (0..n).map(sentence).collect()
}

#[test]
fn nothing_at_all() {
    for name in ["a.txt", "a.html", "a.jsonl", "a.txt.gz"] {
        check(name, b"");
        check(name, b"\n \r\n\t");
        check(name, b"\xef\xbb\xbf");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let bytes: Vec<u8> =
        (0..4096_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for name in ["a.txt", "a.html", "a.jsonl", "a.txt.gz", "a.bin"] {
        check(name, &bytes);
        check(name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
        check(name, &[0; 1000]);
    }
}

#[test]
fn gzip_that_ends_too_early() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(sentences(200).as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    check("a.txt.gz", &packed);
    for cut in [1, 5, 10, 18, packed.len() / 2, packed.len() - 4] {
        check("a.txt.gz", &packed[..cut]);
    }
}

#[test]
fn text_in_another_encoding_than_it_says() {
    let latin1 = b"<meta charset=utf-8><p>Z\xf6e D\xedaz said \x93no\x94 in Malm\xf6.</p>";
    let utf16: Vec<u8> =
        "\u{feff}“Nein”, sagte Zoë.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cut_utf16 = &utf16[..utf16.len() - 1];
    for name in ["a.txt", "a.html", "a.jsonl"] {
        check(name, latin1);
        check(name, &utf16);
        check(name, cut_utf16);
        check(name, b"<meta charset=klingon><p>Two boats sank.</p>");
        check(name, "“No”, Zoë said".as_bytes().split_last().unwrap().1);
    }
}

#[test]
fn quotes_that_never_end() {
    for mark in ["“", "\"", "‘", "'", "«", "“‘", "(", "“a ”b “c ‘d "] {
        check("a.txt", mark.repeat(5000).as_bytes());
        check("a.txt", format!("Lund said {}", format!("{mark}x ").repeat(3000)).as_bytes());
    }
}

#[test]
fn pages_without_end() {
    check("a.html", "<div>".repeat(20_000).as_bytes());
    check("a.html", "<p><b><i><a href=x>".repeat(5_000).as_bytes());
    check("a.html", format!("<p>{}", "&".repeat(50_000)).as_bytes());
    check("a.html", format!("<!--{}", "-".repeat(50_000)).as_bytes());
    check("a.jsonl", "[".repeat(20_000).as_bytes());
    check(
        "a.jsonl",
        "{\"text\":\"a\"}\n{\"id\":\n\n{\"id\":7,\"text\":null}\n[]\nnull\n".as_bytes(),
    );
}

#[test]
fn one_word_without_end() {
    for unit in ["a", "A", "7", "-", ".", "é", "\u{301}", "\u{200d}", "1,", "A. ", "Mr. ", "if "] {
        check("a.txt", unit.repeat(20_000).as_bytes());
    }
}

#[test]
fn scripts_that_are_not_latin() {
    let texts = [
        "قال الوزير: «لن نغادر قبل يوم الأحد»، وغرقت 14 سفينة.",
        "השר אמר: \"לא נעזוב עד יום ראשון\", ו-14 ספינות טבעו.",
        "部长说：“周日之前我们不会离开。”有14艘船沉没，约一千四百人获救。",
        "大臣は「日曜日までは離れない」と述べた。14隻が沈没した。",
        "รัฐมนตรีกล่าวว่า “เราจะไม่ไป” เรือจม ๑๔ ลำ",
        "Министр сказал: «Мы не уйдём до воскресенья», затонули 14 судов.",
    ];
    for it in texts {
        check("a.txt", it.as_bytes());
        check("a.html", format!("<article><p>{it}</p></article>").as_bytes());
    }
    let together = texts.iter().enumerate();
    let articles: Vec<_> =
        together.flat_map(|(ix, it)| holds::read(&format!("{ix}.txt"), it.as_bytes())).collect();
    holds::compiling_holds(&articles);
}

#[test]
fn the_same_article_many_times() {
    let text = sentences(20);
    let articles: Vec<_> =
        (0..50).flat_map(|ix| holds::read(&format!("{ix}.txt"), text.as_bytes())).collect();
    let records = holds::compiling_holds(&articles);
    assert_eq!(records.iter().map(|it| it.articles.len()).sum::<usize>(), 1);
    let copies = records[0].gaps.iter().filter(|it| it.what == "a second copy").count();
    assert_eq!(copies, 49, "each copy that was left out is named");
}

#[test]
fn one_paragraph_without_end() {
    // 3 KB a second would be too slow to notice here; quadratic work is not.
    check("a.txt", sentences(5_000).as_bytes());
}

#[test]
#[ignore = "takes a minute without optimisation: `cargo test --release -- --ignored`"]
fn ten_megabytes_in_one_paragraph() {
    check("a.txt", sentences(60_000).as_bytes());
    let page = format!("<article><p>{}</p></article>", sentences(60_000));
    check("a.html", page.as_bytes());
}

#[test]
#[ignore = "takes a minute without optimisation: `cargo test --release -- --ignored`"]
fn fifty_megabytes_of_page() {
    let row =
        "<div class=teaser><a href=/vik>Ferry sinks off Vik</a><script>var a = 1</script></div>";
    let body = format!("<article><h1>Ferry sinks</h1><p>{}</p></article>", sentences(30));
    let page = format!("<html><body>{body}{}</body></html>", row.repeat(50_000_000 / row.len()));
    check("a.html", page.as_bytes());
}

/// Articles of one story: some sentences are everybody's, some an agency's, some an outlet's own.
fn story(n_articles: usize) -> Vec<Article> {
    let all: Vec<String> = sentences(400).split_inclusive(". ").map(str::to_owned).collect();
    let article = |ix: usize| -> String {
        let pick = |at: usize| match at % 3 {
            0 => at,
            1 => at + 40 * (ix % 7),
            _ => (at * 31 + ix * 17) % all.len(),
        };
        (0..40).map(|at| all[pick(at)].as_str()).chain([&*format!("Report {ix}.")]).collect()
    };
    (0..n_articles)
        .flat_map(|ix| holds::read(&format!("{ix}.txt"), article(ix).as_bytes()))
        .collect()
}

#[test]
fn many_articles_of_one_story() {
    let records = holds::compiling_holds(&story(60));
    assert_eq!(records.len(), 1, "they tell one story");
}

#[test]
#[ignore = "takes a minute without optimisation: `cargo test --release -- --ignored`"]
fn five_hundred_articles_of_one_story() {
    holds::compiling_holds(&story(500));
}

#[test]
fn records_of_any_making() {
    let mut records = check("a.txt", sentences(3).as_bytes());
    let whole = presscheck::record::to_json(&records.remove(0));
    holds::any_record_is_survived(&whole);
    // Each number in turn becomes one that leads nowhere.
    let text = String::from_utf8(whole).unwrap();
    let numbers: Vec<(usize, &str)> = text
        .match_indices(": ")
        .map(|(at, _)| {
            let (_, rest) = text.split_at(at + 2);
            (at + 2, rest.split(['\n', ',']).next().unwrap())
        })
        .filter(|(_, it)| it.parse::<u64>().is_ok())
        .collect();
    for (at, number) in numbers.iter().step_by(numbers.len() / 200 + 1) {
        for wrong in ["0", "3", "18446744073709551615"] {
            let (head, rest) = text.split_at(*at);
            let (_, tail) = rest.split_at(number.len());
            holds::any_record_is_survived(format!("{head}{wrong}{tail}").as_bytes());
        }
    }
}
