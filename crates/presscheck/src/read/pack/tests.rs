use std::io::Write as _;

use super::*;

fn check(name: &str, bytes: &[u8]) -> Members {
    let place = Place { path: Some(name.to_owned()), url: None };
    members(&Input { bytes, place, ..Input::default() }).unwrap()
}

fn urls(found: &Members) -> Vec<&str> {
    found.links.iter().map(|it| it.url.as_str()).collect()
}

#[test]
fn pages_and_texts_hold_only_themselves() {
    for bytes in ["<!DOCTYPE html><p>rss", "<html><feed>", "Ferry sank <rss", "{\"id\": 1}", ""] {
        assert_eq!(members(&Input { bytes: bytes.as_bytes(), ..Input::default() }), None);
    }
}

#[test]
fn a_feed_leads_to_its_articles() {
    let found = check(
        "feed.xml",
        br#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>
        <item><title>Ferry sinks</title><link>https://quay.example/ferry</link>
        <pubDate>Sun, 04 May 2031 22:14:00 GMT</pubDate><description>Short.</description></item>
        <item><title>No link</title></item></channel></rss>"#,
    );
    assert_eq!(urls(&found), ["https://quay.example/ferry"]);
    let stated = &found.links[0].stated;
    assert_eq!(stated.title.as_deref(), Some("Ferry sinks"));
    assert_eq!(stated.outlet.as_deref(), Some("The Quay"));
    assert_eq!(stated.published.as_deref().and_then(|it| it.get(..10)), Some("2031-05-04"));
}

#[test]
fn an_entry_that_is_whole_is_an_article() {
    let text = "The ferry sank off Vik on Sunday, the coast guard said. ".repeat(30);
    let feed = format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Quay","items":[
        {{"id":"1","url":"https://quay.example/1","title":"Ferry","content_html":"<p>{text}</p>"}}]}}"#
    );
    let found = check("feed.json", feed.as_bytes());
    assert_eq!(found.links, []);
    assert_eq!(found.members[0].place.path.as_deref(), Some("feed.json#https://quay.example/1"));
    assert!(found.members[0].bytes.windows(8).any(|it| it == b"off Vik "));
}

#[test]
fn an_outline_leads_to_feeds_and_a_sitemap_to_pages() {
    let opml = br#"<opml version="2.0"><body><outline text="Coast">
        <outline type="rss" text="The Quay" xmlUrl="https://quay.example/feed"/></outline></body></opml>"#;
    assert_eq!(urls(&check("a.opml", opml)), ["https://quay.example/feed"]);
    let map = br#"<urlset xmlns:news="n"><url><loc> https://quay.example/1 </loc><news:news>
        <news:publication><news:name>The Quay</news:name></news:publication>
        <news:publication_date>2031-05-04</news:publication_date><news:title>Ferry &amp; sea</news:title>
        </news:news></url><url><loc>https://quay.example/2</loc></url></urlset>"#;
    let found = check("map.xml", map);
    assert_eq!(urls(&found), ["https://quay.example/1", "https://quay.example/2"]);
    let stated = &found.links[0].stated;
    assert_eq!(stated.title.as_deref(), Some("Ferry & sea"));
    assert_eq!(stated.published.as_deref(), Some("2031-05-04"));
    assert_eq!(stated.outlet.as_deref(), Some("The Quay"));
    assert_eq!(found.links[1].stated, StatedOutside::default());
}

fn record(url: &str, http: &str) -> String {
    format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n\
         Content-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    )
}

#[test]
fn an_archive_gives_its_pages_and_says_where_it_breaks_off() {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Ferry sank";
    let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\
                   5\r\n<p>Ve\r\n4;x=y\r\nssel\r\n0\r\n\r\n";
    let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
    let gone = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone";
    let whole = [
        record("https://quay.example/1", page),
        record("https://quay.example/p", picture),
        record("https://quay.example/g", gone),
        record("https://quay.example/2", chunked),
    ]
    .concat();
    let found = check("pages.warc", whole.as_bytes());
    let pages: Vec<(&str, &[u8])> = found
        .members
        .iter()
        .map(|it| (it.place.url.as_deref().unwrap(), it.bytes.as_slice()))
        .collect();
    let expected: [(&str, &[u8]); 2] =
        [("https://quay.example/1", b"<p>Ferry sank"), ("https://quay.example/2", b"<p>Vessel")];
    assert_eq!(pages, expected);
    assert_eq!(found.gaps, []);
    let cut = check("pages.warc", &whole.as_bytes()[..whole.len() - 30]);
    assert_eq!((cut.members.len(), cut.gaps.len()), (1, 1));
}

fn page(found: &Members) -> &str {
    std::str::from_utf8(&found.members[0].bytes).unwrap()
}

const NEWSLETTER: &str = "From: \"The Quay\" <desk@quay.example>\r\nTo: a@b.example\r\n\
    Subject: =?utf-8?q?Ferry_sinks_off_V=C3=ADk?=\r\nDate: Sun, 04 May 2031 22:14:00 +0200\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
    --b\r\nContent-Type: text/plain\r\n\r\nFerry sank.\r\n\
    --b\r\nContent-Type: text/html; charset=iso-8859-1\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Zo=EB says the ferry =\r\nsank.</p>\r\n\
    --b--\r\n";

#[test]
fn a_newsletter_is_its_page_with_subject_day_and_sender() {
    let found = check("mail.eml", NEWSLETTER.as_bytes());
    assert_eq!(page(&found).trim(), "<p>Zoë says the ferry sank.</p>");
    let stated = &found.members[0].stated;
    assert_eq!(stated.title.as_deref(), Some("Ferry sinks off Vík"));
    assert_eq!(stated.outlet.as_deref(), Some("The Quay"));
    assert_eq!(stated.published.as_deref().and_then(|it| it.get(..10)), Some("2031-05-04"));
}

#[test]
fn a_saved_page_has_its_address_and_no_sender() {
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/ferry\r\n\
        Subject: Ferry\r\nDate: Mon, 05 May 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/html\r\nContent-Location: https://quay.example/ferry\r\n\r\n\
        <html><p>Ferry sank</html>\r\n\
        --b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n";
    let found = check("page.mhtml", saved.as_bytes());
    assert_eq!(page(&found).trim(), "<html><p>Ferry sank</html>");
    assert_eq!(found.members[0].place.url.as_deref(), Some("https://quay.example/ferry"));
    // The day on which somebody saved the page is not that of the article.
    assert_eq!(found.members[0].stated.published, None);
    assert_eq!(found.members[0].stated.title, None);
}

#[test]
fn a_text_with_a_colon_in_its_first_line_is_no_mail() {
    for it in ["Vik: the ferry sank.\nMIME-Version: none", "From: Vik\n\nMIME-Version: 1.0\n"] {
        assert_eq!(members(&Input { bytes: it.as_bytes(), ..Input::default() }), None, "{it}");
    }
}

#[test]
fn an_item_in_ninjs_is_a_page_in_every_version() {
    let old = br#"{"uri":"urn:x:1","headline":"Ferry & sea","byline":"Ada Lund","provider":"Norlin Wire",
        "language":"en","firstcreated":"2031-05-04T22:14:00+00:00","versioncreated":"2031-05-06T00:00:00Z",
        "body_html":"<p>The ferry sank.</p>"}"#;
    let new = br#"{"uri":"urn:x:1","headlines":[{"role":"main","value":"Ferry & sea"}],"by":"Ada Lund",
        "infosources":[{"name":"Norlin Wire"}],"language":"en","firstcreated":"2031-05-04T22:14:00+00:00",
        "bodies":[{"contenttype":"text/html","value":"<p>The ferry sank.</p>"}]}"#;
    for it in [old.as_slice(), new] {
        let found = check("item.json", it);
        assert!(page(&found).contains("<h1>Ferry &amp; sea</h1>\n<p>The ferry sank.</p>"));
        assert!(page(&found).contains("<meta name=\"author\" content=\"Ada Lund\">"));
        assert_eq!(found.members[0].place.path.as_deref(), Some("item.json#urn:x:1"));
        let stated = &found.members[0].stated;
        assert_eq!(stated.title.as_deref(), Some("Ferry & sea"));
        assert_eq!(stated.outlet.as_deref(), Some("Norlin Wire"));
        assert_eq!(stated.published.as_deref().and_then(|it| it.get(..10)), Some("2031-05-04"));
    }
    let plain =
        br#"{"uri":"urn:x:2","headline":"Ferry","body_text":"It sank.\n\nNobody < 9 drowned."}"#;
    assert!(
        page(&check("item.json", plain)).contains("<p>It sank.</p>\n<p>Nobody &lt; 9 drowned.</p>")
    );
}

#[test]
fn a_version_of_an_item_is_no_day_of_publication() {
    let it = br#"{"uri":"1","headline":"Ferry","versioncreated":"2031-05-06T00:00:00Z","body_text":"It sank."}"#;
    assert_eq!(check("item.json", it).members[0].stated.published, None);
}

#[test]
fn every_item_of_a_newsml_message_is_a_page() {
    let item = |id: &str, text: &str| {
        format!(
            r#"<newsItem guid="{id}" xml:lang="en"><itemMeta><provider><name>Norlin Wire</name></provider>
            <firstCreated>2031-05-04T22:14:00Z</firstCreated><versionCreated>2031-05-06T00:00:00Z</versionCreated>
            </itemMeta><contentMeta><headline>Ferry &amp; sea</headline><by>Ada Lund</by></contentMeta>
            <contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline>
            <hl1>Other</hl1></hedline></body.head><body.content><p>{text} &lt; 9</p><media><media-caption>no
            </media-caption></media><hl2>Later</hl2></body.content></body></nitf></inlineXML></contentSet></newsItem>"#
        )
    };
    let message = format!(
        "<?xml version=\"1.0\"?><newsMessage><itemSet>{}{}</itemSet></newsMessage>",
        item("urn:1", "It sank"),
        item("urn:2", "It rose")
    );
    let found = check("items.xml", message.as_bytes());
    assert_eq!(found.members.len(), 2);
    assert!(page(&found).contains("<h1>Ferry &amp; sea</h1>"), "{}", page(&found));
    assert!(page(&found).contains("<p>It sank &lt; 9</p><h2>Later</h2>"), "{}", page(&found));
    assert!(page(&found).contains("content=\"Ada Lund\""));
    assert_eq!(found.members[1].place.path.as_deref(), Some("items.xml#urn:2"));
    let published = found.members[1].stated.published.as_deref();
    assert_eq!(published.and_then(|it| it.get(..10)), Some("2031-05-04"));
}

#[test]
fn a_nitf_file_is_a_page() {
    let found = check(
        "item.xml",
        br#"<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20310504T221400Z"/></docdata></head>
        <body><body.head><hedline><hl1>Ferry &amp; sea</hl1></hedline><byline>By <person>Ada Lund</person></byline>
        <distributor>Norlin Wire</distributor></body.head><body.content><p>It sank.</p></body.content></body></nitf>"#,
    );
    assert!(page(&found).contains("<h1>Ferry &amp; sea</h1>\n<p>It sank.</p>"), "{}", page(&found));
    assert!(page(&found).contains("content=\"By Ada Lund\""));
    let stated = &found.members[0].stated;
    assert_eq!(stated.published.as_deref(), Some("20310504T221400Z"));
    assert_eq!(stated.outlet.as_deref(), Some("Norlin Wire"));
}

#[test]
fn an_archive_in_a_zip_is_read_and_another_zip_is_not() {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Ferry sank";
    let zipped = |name: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(record("https://quay.example/1", page).as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    let found = check("pages.wacz", &zipped("archive/data.warc"));
    assert_eq!(found.members[0].place.url.as_deref(), Some("https://quay.example/1"));
    let other = zipped("pages/data.warc");
    assert_eq!(members(&Input { bytes: &other, ..Input::default() }), None);
}
