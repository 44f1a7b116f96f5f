use proptest::prelude::*;

use crate::model::{Article, PartKind, Place};
use crate::read::{Input, articles};

fn read(page: &str) -> Article {
    let place = Place { path: Some("page.html".to_owned()), url: None };
    articles(&Input { bytes: page.as_bytes(), place, ..Input::default() }).articles.remove(0)
}

const PAGE: &str = r#"<!doctype html><html lang="en-GB"><head>
<title>Ferry sinks off Vik - The Vik Courier</title>
<meta property="og:site_name" content="The Vik Courier">
<meta property="og:title" content="Ferry sinks off Vik">
<link rel="canonical" href="https://courier.example/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sinks off Vik",
"datePublished":"2031-05-04T22:14:00+02:00","dateModified":"2031-05-06T08:00:00+02:00",
"author":[{"@type":"Person","name":"Ada Lund"},{"@type":"Person","name":"Bo Strand"}]}</script>
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>Ferry sinks off Vik</h1>
<p class="byline">By Ada Lund and Bo Strand</p>
<figure><img src=a.jpg><figcaption>The harbour of Vik on Sunday. (Norlin Wire)</figcaption></figure>
<p>The ferry <b>Halcyon</b> sank off Vik on Sunday &amp; 14 people drowned, the coast guard said in a statement.</p>
<p>“We will search until the storm ends,” said Captain Ada Lund, who leads the search from the harbour of Vik.</p>
<aside class="newsletter-promo"><p>Sign up for our newsletter</p></aside>
<h2>What is known</h2>
<p>The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends, her office told the paper.</p>
<p>Norlin Wire contributed to this report.</p>
</article>
<section class="related"><h2>Related</h2><ul><li><a href=/a>Why the ferries are old</a></li><li><a href=/b>Who pays for pilots</a></li></ul></section>
</main><footer>© 2031 The Vik Courier</footer></body></html>"#;

#[test]
fn a_page_becomes_its_article_one_paragraph_a_line() {
    let it = read(PAGE);
    let parts: Vec<(PartKind, &str)> =
        it.parts.iter().map(|part| (part.kind, part.span.of(&it.text).trim_end())).collect();
    let kinds: Vec<PartKind> = parts.iter().map(|it| it.0).collect();
    assert_eq!(
        kinds,
        [PartKind::Headline, PartKind::Byline, PartKind::Caption, PartKind::Body, PartKind::Credit],
        "{parts:?}"
    );
    assert!(parts[3].1.starts_with("The ferry Halcyon sank off Vik on Sunday & 14 people"));
    assert!(parts[3].1.contains("\nWhat is known\n"), "{}", parts[3].1);
    assert!(!it.text.contains("newsletter") && !it.text.contains("Who pays"), "{}", it.text);
}

#[test]
fn a_page_says_who_wrote_it_and_when() {
    let it = read(PAGE);
    let value = |it: &Option<crate::model::Stated>| it.as_ref().map(|it| it.value.clone());
    assert_eq!(value(&it.title).as_deref(), Some("Ferry sinks off Vik"));
    assert_eq!(value(&it.outlet).as_deref(), Some("The Vik Courier"));
    assert_eq!(value(&it.byline).as_deref(), Some("Ada Lund and Bo Strand"));
    assert_eq!(it.url.as_deref(), Some("https://courier.example/ferry"));
    assert_eq!(it.language, "en-GB");
    let published = it.published.unwrap();
    assert_eq!((published.date.to_string().as_str(), published.certain), ("2031-05-04", true));
    assert_eq!(it.modified.unwrap().to_string(), "2031-05-06");
}

#[test]
fn a_day_of_change_alone_is_no_day_of_publication() {
    let page = PAGE.replace("\"datePublished\":\"2031-05-04T22:14:00+02:00\",", "");
    let it = read(&page);
    assert_eq!(it.published, None);
    assert_eq!(it.modified.unwrap().to_string(), "2031-05-06");
}

fn check_title(change: &[(&str, &str)], expected: &str) {
    let page = change.iter().fold(PAGE.to_owned(), |page, (from, to)| page.replace(from, to));
    assert_ne!(page, PAGE);
    assert_eq!(read(&page).title.map(|it| it.value).as_deref(), Some(expected));
}

#[test]
fn what_two_statements_for_machines_agree_on_goes_before_the_printed_headline() {
    let og = ("content=\"Ferry sinks off Vik\"", "content=\"Fourteen drown as ferry sinks\"");
    let linked = ("\"Ferry sinks off Vik\",", "\"Fourteen drown as ferry sinks\",");
    check_title(&[og, linked], "Fourteen drown as ferry sinks");
    // One statement alone, or a blog’s two, do not.
    check_title(&[og], "Ferry sinks off Vik");
    check_title(&[og, linked, ("NewsArticle", "BlogPosting")], "Ferry sinks off Vik");
}

#[test]
fn a_heading_with_which_the_given_title_opens_is_the_headline() {
    let tags = "Halcyon lost – The Vik Courier’s paper for all of the coast";
    let title = ("<title>Ferry sinks off Vik - The Vik Courier", &*format!("<title>{tags}"));
    let none = ("<meta property=\"og:title\" content=\"Ferry sinks off Vik\">", "");
    let linked = ("\"headline\":\"Ferry sinks off Vik\",", "");
    let heading = ("<h1>Ferry sinks off Vik", "<h1>Weather</h1><h1>Halcyon lost");
    check_title(&[title, none, linked, heading], "Halcyon lost");
}

fn check_day(change: &[(&str, &str)], expected: &str, certain: bool) {
    let page = change.iter().fold(PAGE.to_owned(), |page, (from, to)| page.replace(from, to));
    let it = read(&page).published.unwrap();
    assert_eq!((it.date.to_string().as_str(), it.certain), (expected, certain));
}

#[test]
fn a_day_printed_under_the_headline_goes_before_a_later_stamp() {
    let printed = |it: &str| format!("<h1>Ferry sinks off Vik</h1><p>{it}</p>");
    let heading = "<h1>Ferry sinks off Vik</h1>";
    check_day(&[(heading, &printed("January 3, 2030"))], "2030-01-03", false);
    check_day(&[(heading, &printed("4 May 2031"))], "2031-05-04", true);
    check_day(&[(heading, &printed("Updated 3 January 2030"))], "2031-05-04", true);
    check_day(&[(heading, &printed("8 May 2031"))], "2031-05-04", false);
}

#[test]
fn a_stamp_in_utc_gives_way_to_the_outlets_own_day() {
    let utc = ("2031-05-04T22:14:00+02:00", "2031-05-05T01:14:00Z");
    let address = ("https://courier.example/ferry", "https://courier.example/2031/05/04/ferry");
    check_day(&[utc], "2031-05-05", true);
    check_day(&[utc, address], "2031-05-04", true);
    check_day(&[address], "2031-05-04", true);
}

#[test]
fn the_text_is_found_again_in_the_bytes() {
    let it = read(PAGE);
    assert!(it.raw_map.len() > 8);
    for (span, raw) in &it.raw_map {
        assert_eq!(PAGE.as_bytes().get(raw.start..raw.end), Some(span.of(&it.text).as_bytes()));
    }
}

#[test]
fn a_page_of_one_byte_a_character_keeps_its_places() {
    let page = PAGE.replace(['“', '”'], "\"").replace("<head>", "<head><meta charset=iso-8859-1>");
    let bytes: Vec<u8> = page.chars().map(|it| it as u8).collect();
    let place = Place { path: Some("page.html".to_owned()), url: None };
    let it = articles(&Input { bytes: &bytes, place, ..Input::default() }).articles.remove(0);
    assert!(it.text.contains("Zoë Díaz"));
    assert!(it.raw_map.iter().any(|it| it.0.len() > 40));
    for (span, raw) in &it.raw_map {
        let raw: String = bytes[raw.start..raw.end].iter().map(|it| char::from(*it)).collect();
        assert_eq!(raw, span.of(&it.text));
    }
}

#[test]
fn a_page_without_an_article_says_so() {
    let it = read("<html><body><nav><a href=/>Home</a></nav></body></html>");
    assert_eq!(it.gaps.iter().map(|it| it.what.as_str()).collect::<Vec<_>>(), ["body"]);
}

/// Paragraphs as pages write them: links, references, accents, comments and line breaks in them.
fn paragraph() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("The ferry Halcyon sank off Vik on Sunday, the coast guard said. "),
        Just("Zoë Díaz <b>agreed</b> to open the harbour, "),
        Just("14&nbsp;people &amp; a dog drowned\n  in the storm. "),
        Just("<a href=\"/a?b&c\">Ada&#8217;s crew</a> went on <!-- not --> searching. "),
        Just("“We will search,” 船 said<br>the captain. "),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_has_a_place_in_the_bytes_reads_there_as_in_the_text(
        paragraphs in prop::collection::vec(paragraph(), 1..6),
        bom in any::<bool>(),
    ) {
        let body: String = paragraphs.iter().map(|it| format!("<p>{it}</p>\n")).collect();
        let mark = if bom { "\u{feff}" } else { "" };
        let page = format!("{mark}<html><body><article><h1>Ferry</h1>{body}</article></body></html>");
        let it = read(&page);
        let mut end = 0;
        for (span, raw) in &it.raw_map {
            prop_assert!(span.start() >= end, "in order, and none over another");
            end = span.end();
            prop_assert_eq!(
                page.as_bytes().get(raw.start..raw.end),
                Some(span.of(&it.text).as_bytes())
            );
        }
        let found: usize = it.raw_map.iter().map(|it| it.0.len()).sum();
        prop_assert!(found * 2 > it.text.len(), "most of a plain page is found: {found}");
    }
}

#[test]
fn a_summary_that_the_page_gives_for_machines_is_text_where_it_is_printed() {
    let said = "The coast guard gives up its search off Vik after two days of storm";
    let head = format!("<head><meta name=\"description\" content=\"{said}.\">");
    let printed = format!("<h1>Ferry sinks off Vik</h1><h2 class=\"standfirst\">{said}</h2>");
    let page = PAGE.replace("<head>", &head).replace("<h1>Ferry sinks off Vik</h1>", &printed);
    let it = read(&page);
    let body = it.parts.iter().filter(|it| it.kind == PartKind::Body);
    assert!(body.map(|part| part.span.of(&it.text)).any(|it| it.contains(said)), "{}", it.text);
}

#[test]
fn a_line_that_gives_only_the_day_is_no_body() {
    let it = read(&PAGE.replace("</h1>", "</h1><p>4 May 2031</p>"));
    let part = it.parts.iter().find(|part| part.span.of(&it.text).contains("4 May 2031")).unwrap();
    assert_eq!(part.kind, PartKind::Byline);
    let byline = it.byline.unwrap();
    assert_eq!(byline.span.unwrap().of(&it.text), "By Ada Lund and Bo Strand");
}

/// The page with something around its article that would keep a parser busy.
fn check_bounded(before: &str, after: &str, gap: &str) {
    let it = read(&PAGE.replace("<main>", before).replace("</main>", after));
    let gaps: Vec<&str> = it.gaps.iter().map(|it| it.what.as_str()).collect();
    assert!(gaps.iter().any(|it| it.ends_with(gap)), "{gaps:?}");
    assert!(it.text.contains("“We will search until the storm ends,” said Captain Ada Lund"));
    assert!(it.parts.iter().any(|it| it.kind == PartKind::Body));
}

#[test]
fn a_page_that_would_keep_the_parser_busy_is_read_within_bounds_and_says_so() {
    check_bounded(&"<div>".repeat(2_000), "", " elements");
    check_bounded(&"<p><font size=2>x</p>".repeat(2_000), "", " elements");
    let attributes: String = (0..20_000).map(|it| format!("a{it}=1 ")).collect();
    check_bounded(&format!("<main {attributes}>"), "</main>", "the attributes of 1 tag");
    let teaser = "<div><a href=/b>Who pays for pilots</a></div>";
    check_bounded("", &teaser.repeat(30_000), "the page after its first 60000 tags");
    check_bounded("", &"&amp;".repeat(700_000), "the page after its first 2000000 bytes");
    let data = format!("<script type=application/ld+json>\"{}\"</script>", "x".repeat(3_100_000));
    check_bounded(&data, "", "linked data");
}
