//! Inputs that came out wrong: each gives a message or a gap and the right exit code, and none costs
//! another article.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::run::{Ran, presscheck, presscheck_on};

/// An article with nothing wrong.
const GOOD: &str = "\
The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
“We will search until the storm ends,” said Captain Ada Lund.
The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends.
";

/// A folder for one test.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("good.txt", GOOD.as_bytes());
        desk
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Runs `check` on these inputs of the desk; returns the records it wrote.
    fn check(&self, inputs: &[&str]) -> (Ran, Vec<Value>) {
        let inputs: Vec<String> = inputs.iter().map(|it| self.path(it)).collect();
        let out = self.path("out");
        let mut args = vec!["check", "--out", &out];
        args.extend(inputs.iter().map(String::as_str));
        let ran = presscheck(&args);
        let records = records(Path::new(&out));
        for it in &records {
            let verified = presscheck(&["verify", it.to_str().unwrap()]);
            assert_eq!(verified.code, Some(0), "{}", verified.stdout);
        }
        let read = |it: &PathBuf| serde_json::from_slice(&fs::read(it).unwrap()).unwrap();
        (ran, records.iter().map(read).collect())
    }
}

fn records(out: &Path) -> Vec<PathBuf> {
    let Ok(stories) = fs::read_dir(out) else { return Vec::new() };
    let mut found: Vec<PathBuf> =
        stories.map(|it| it.unwrap().path().join("record.json")).collect();
    found.sort();
    found
}

/// The files whose articles are in the records, by their last name.
fn kept(records: &[Value]) -> BTreeSet<&str> {
    let articles = records.iter().flat_map(|it| it["articles"].as_array().unwrap());
    articles.map(|it| it["path"].as_str().unwrap().rsplit('/').next().unwrap()).collect()
}

/// Whether a gap speaks of the article of a file.
fn has_gap(records: &[Value], file: &str) -> bool {
    records.iter().any(|record| {
        let articles = record["articles"].as_array().unwrap().iter();
        let of = articles.filter(|it| it["path"].as_str().unwrap().ends_with(file));
        let ids: Vec<&Value> = of.map(|it| &it["id"]).collect();
        record["gaps"].as_array().unwrap().iter().any(|gap| {
            ids.contains(&&gap["about"]) || gap["about"].as_str().unwrap().ends_with(file)
        })
    })
}

/// A file that is all an outlet's, but came out wrong: it is named in a message or in a gap, and the
/// good article beside it is kept.
fn check_told(name: &str, bytes: &[u8]) {
    let desk = Desk::new();
    desk.put(name, bytes);
    let (ran, records) = desk.check(&["good.txt", name]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(kept(&records).contains("good.txt"), "the good article is kept beside {name}");
    let told = ran.stderr.contains(name) || has_gap(&records, name);
    assert!(told, "{name} is named: {}\n{:?}", ran.stderr, records[0]["gaps"]);
}

/// A text that is odd but whole: it is an article of its own.
fn check_kept(name: &str, bytes: &[u8]) {
    let desk = Desk::new();
    desk.put(name, bytes);
    let (ran, records) = desk.check(&["good.txt", name]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(kept(&records), BTreeSet::from(["good.txt", name]), "{}", ran.stderr);
}

/// A command that could not run: its message names the thing and offers a next step.
fn check_stops(ran: &Ran, named: &str) {
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains(named), "`{named}` is named: {}", ran.stderr);
    assert!(ran.stderr.contains("hint: "), "a next step is offered: {}", ran.stderr);
    assert!(!ran.stderr.contains("os error"), "in words: {}", ran.stderr);
}

#[test]
fn an_empty_file_is_told() {
    check_told("bad.txt", b"");
    check_told("bad.html", b" \n");
    check_told("bad.jsonl", b"");
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let bytes: Vec<u8> =
        (0..4096_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check_told("bad.txt", &bytes);
    check_told("bad.html", &[&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &bytes].concat());
    check_told("bad.jsonl", &bytes);
}

#[test]
fn a_gzip_file_that_ends_too_early_is_told_and_its_start_is_read() {
    let long = GOOD.replace("Halcyon", "Petrel").repeat(200);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(long.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    check_kept("whole.txt.gz", &packed);
    check_told("bad.txt.gz", &packed[..packed.len() / 2]);
    check_told("bad.txt.gz", &packed[..12]);
}

#[test]
fn a_text_in_another_encoding_is_read() {
    let latin1: Vec<u8> = GOOD.replace(['“', '”'], "\"").chars().map(|it| it as u8).collect();
    check_kept("latin1.txt", &latin1);
    let utf16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(GOOD.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    check_kept("utf16.txt", &utf16);
    let lies = [&b"<html><meta charset=utf-8><body><p>"[..], &latin1, b"</p>"].concat();
    check_kept("lies.html", &lies);
}

#[test]
fn odd_but_whole_texts_are_articles() {
    check_kept("line.txt", GOOD.replace('\n', " ").repeat(500).as_bytes());
    check_kept("quotes.txt", "She said “‘“‘".repeat(2000).as_bytes());
    check_kept("arabic.txt", "قال الوزير: «لن نغادر قبل يوم الأحد»، وغرقت 14 سفينة.".as_bytes());
    check_kept("hebrew.txt", "השר אמר: \"לא נעזוב עד יום ראשון\", ו-14 ספינות טבעו.".as_bytes());
    check_kept("chinese.txt", "部长说：“周日之前我们不会离开。”有14艘船沉没。".as_bytes());
    check_kept("nul.txt", GOOD.replace("Vik", "V\0ik").as_bytes());
}

#[test]
fn one_article_in_several_files_is_one_article_and_the_copies_are_told() {
    let desk = Desk::new();
    desk.put("copy.txt", GOOD.as_bytes());
    desk.put("again/copy.txt", GOOD.as_bytes());
    let (ran, records) = desk.check(&[""]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["articles"].as_array().unwrap().len(), 1);
    let gaps = records[0]["gaps"].as_array().unwrap();
    assert_eq!(gaps.iter().filter(|it| it["what"] == "a second copy").count(), 2, "{gaps:?}");
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let desk = Desk::new();
    let (_, records) = desk.check(&["good.txt", "", "good.txt"]);
    let gaps = records[0]["gaps"].as_array().unwrap();
    assert!(gaps.iter().all(|it| it["what"] != "a second copy"), "{gaps:?}");
}

#[test]
fn broken_lines_of_json_are_told_and_the_others_are_read() {
    let desk = Desk::new();
    let line = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string();
    let lines = [
        line("one", GOOD),
        "{\"id\": \"two\", \"te".to_owned(),
        "[]".to_owned(),
        "{\"id\": \"three\"}".to_owned(),
        String::new(),
        line("four", &GOOD.replace("14", "fifteen")),
    ];
    desk.put("wire.jsonl", lines.join("\n").as_bytes());
    let (ran, records) = desk.check(&["wire.jsonl"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let kept = kept(&records);
    assert!(kept.contains("wire.jsonl#one") && kept.contains("wire.jsonl#four"), "{kept:?}");
    let told =
        format!("{}{:?}", ran.stderr, records.iter().map(|it| &it["gaps"]).collect::<Vec<_>>());
    assert!(told.contains("line 2") && told.contains("line 3"), "each line is told: {told}");
}

#[test]
fn an_archive_that_breaks_off_gives_its_whole_pages() {
    let record = |url: &str, words: &str| {
        let http = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
             <html><body><article><p>{words}</p></article></body></html>"
        );
        format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n\
             Content-Length: {}\r\n\r\n{http}\r\n\r\n",
            http.len()
        )
    };
    let whole = record("https://vik.example/ferry", GOOD);
    let cut = record("https://vik.example/again", &GOOD.replace("14", "15"));
    let desk = Desk::new();
    let half = &cut.as_bytes()[..cut.len() / 2];
    desk.put("pages.warc", &[whole.as_bytes(), half].concat());
    let (ran, records) = desk.check(&["pages.warc"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("pages.warc"), "the rest is told: {}", ran.stderr);
    assert_eq!(records.len(), 1);
    let articles = records[0]["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0]["url"], "https://vik.example/ferry");
    assert!(articles[0]["text"].as_str().unwrap().contains("14 people drowned"));
}

#[test]
fn a_feed_whose_pages_cannot_be_reached_is_told() {
    let desk = Desk::new();
    let item = "<item><title>Ferry</title><link>http://127.0.0.1:1/ferry</link></item>";
    desk.put(
        "feed.rss",
        format!("<rss version=\"2.0\"><channel>{item}</channel></rss>").as_bytes(),
    );
    let ran = presscheck(&["check", &desk.path("feed.rss")]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("`http://127.0.0.1:1/ferry`"), "{}", ran.stderr);
}

#[test]
fn articles_of_different_events_give_a_record_each() {
    let desk = Desk::new();
    let ferry = GOOD.replace("14 people", "fourteen people");
    desk.put("more.txt", ferry.as_bytes());
    desk.put(
        "court.txt",
        "A court in Lisse ordered the brewery Oudenaar to pay $3 million to its former workers.\n\
         Judge Pieter Haas said the brewery had withheld wages for six years.\n\
         Oudenaar denied the charge and said its lawyers would appeal in Lisse.\n"
            .as_bytes(),
    );
    let (ran, records) = desk.check(&["good.txt", "more.txt", "court.txt"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let mut stories: Vec<BTreeSet<&str>> =
        records.iter().map(|it| kept(std::slice::from_ref(it))).collect();
    stories.sort();
    assert_eq!(stories, [BTreeSet::from(["court.txt"]), BTreeSet::from(["good.txt", "more.txt"])]);
    let json = desk.path("one.json");
    let inputs = ["good.txt", "court.txt"].map(|it| desk.path(it));
    let ran = presscheck(&["check", "-q", "--json", &json, &inputs[0], &inputs[1]]);
    check_stops(&ran, "2 stories");
    assert!(!Path::new(&json).exists(), "which of them to write is not for us to say");
}

#[test]
fn an_address_that_cannot_be_reached_is_told() {
    let desk = Desk::new();
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("http://127.0.0.1:{port}/ferry.html");
    let ran = presscheck(&["check", "--allow-private", &address]);
    check_stops(&ran, &address);
    let ran = presscheck(&["check", "--allow-private", &address, &desk.path("good.txt")]);
    assert_eq!(ran.code, Some(0), "the other article is worked on: {}", ran.stderr);
    assert!(ran.stderr.contains(&address));
}

#[test]
fn a_private_address_is_refused() {
    for host in ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "0x7f.1"] {
        let ran = presscheck(&["check", &format!("http://{host}:1/a.html")]);
        check_stops(&ran, "is no public address");
        assert!(ran.stderr.contains("--allow-private"), "{}", ran.stderr);
    }
}

#[test]
fn inputs_that_hold_no_article_stop_the_command() {
    let desk = Desk::new();
    desk.put("pictures/a.png", b"\x89PNG");
    fs::create_dir(desk.0.path().join("empty")).unwrap();
    check_stops(&presscheck(&["check", &desk.path("pictures")]), "pictures");
    check_stops(&presscheck(&["check", &desk.path("empty")]), "empty");
    check_stops(&presscheck(&["annotate", &desk.path("not-there.txt")]), "not-there.txt");
    check_stops(&presscheck(&["check", "www.vik.example/ferry"]), "https://www.vik.example/ferry");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.put("locked.txt", b"The ferry sank.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // The test runs as root, who may read everything.
    }
    let (ran, records) = desk.check(&["good.txt", "locked.txt"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("locked.txt`: permission denied"), "{}", ran.stderr);
    assert_eq!(kept(&records), BTreeSet::from(["good.txt"]));
}

#[test]
fn what_cannot_be_written_stops_the_command() {
    let desk = Desk::new();
    let good = desk.path("good.txt");
    check_stops(&presscheck(&["check", "-q", &good, "--out", &good]), "good.txt");
    let folder = desk.path("");
    check_stops(&presscheck(&["check", "-q", &good, "--json", &folder]), &folder);
    let nowhere = desk.path("no/such/report.html");
    check_stops(&presscheck(&["check", "-q", &good, "--html", &nowhere]), &nowhere);
}

#[test]
fn what_is_no_record_stops_verify() {
    let desk = Desk::new();
    check_stops(&presscheck(&["verify", &desk.path("good.txt")]), "good.txt");
    check_stops(&presscheck(&["verify", &desk.path("nothing.json")]), "nothing.json");
    check_stops(&presscheck(&["verify", &desk.path("")]), &desk.path(""));
}

#[test]
fn verify_finds_a_changed_byte_of_a_source_and_of_the_record() {
    let desk = Desk::new();
    let (_, records) = desk.check(&["good.txt"]);
    let story = Path::new(&desk.path("out")).join(records[0]["story"]["id"].as_str().unwrap());
    let record = story.join("record.json");
    let evidence = fs::read_dir(story.join("evidence")).unwrap().next().unwrap().unwrap().path();
    for path in [&evidence, &record] {
        let whole = fs::read_to_string(path).unwrap();
        // In the record everywhere: a forger would not leave a trace in one place.
        fs::write(path, whole.replace("14 people", "41 people")).unwrap();
        let ran = presscheck(&["verify", record.to_str().unwrap()]);
        assert_eq!(ran.code, Some(1), "{}", ran.stdout);
        assert!(ran.stdout.contains("articles[0]"), "{}", ran.stdout);
        fs::write(path, whole).unwrap();
    }
    fs::remove_dir_all(story.join("evidence")).unwrap();
    let read_from = desk.path("good.txt");
    let ran = presscheck(&["verify", record.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "the file it was read from is still there: {}", ran.stdout);
    fs::remove_file(read_from).unwrap();
    let ran = presscheck(&["verify", record.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("good.txt` was not found"), "{}", ran.stdout);
}

#[test]
fn standard_input_is_an_input() {
    let ran = presscheck_on(&["annotate", "-"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let article: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(article["text"], GOOD);
    check_stops(&presscheck_on(&["check", "-", "nothing.txt"], b""), "nothing.txt");
}

#[test]
fn a_folder_of_many_files_is_read_whole_and_in_silence() {
    let desk = Desk::new();
    let names: Vec<String> = (0..300).map(|it| format!("many/{it:03}.txt")).collect();
    for it in &names {
        desk.put(it, format!("Ferry {it} sank off Vik.").as_bytes());
    }
    let ran = presscheck(&["annotate", &desk.path("many")]);
    let mut paths: Vec<String> = ran
        .stdout
        .lines()
        .map(|it| serde_json::from_str::<Value>(it).unwrap()["path"].as_str().unwrap().to_owned())
        .collect();
    paths.sort();
    assert_eq!(paths, names.iter().map(|it| desk.path(it)).collect::<Vec<_>>());
    // A count is for a terminal.
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_newsletter_and_a_saved_page_are_articles_whose_records_hold() {
    let desk = Desk::new();
    let head = "Subject: Ferry sinks\nDate: Sun, 04 May 2031 22:14:00 +0200\nMIME-Version: 1.0\n\
        Content-Type: text/html; charset=utf-8\n";
    let page =
        format!("<article><h1>Ferry sinks</h1><p>{}</p></article>", GOOD.replace('\n', "</p><p>"));
    desk.put("mail.eml", format!("From: The Quay <a@quay.example>\n{head}\n{page}").as_bytes());
    let saved = "Snapshot-Content-Location: https://courier.example/1\n";
    let page = page.replace("14 people", "15 people");
    desk.put("page.mhtml", format!("From: <Saved by Blink>\n{saved}{head}\n{page}").as_bytes());
    let (ran, records) = desk.check(&["mail.eml", "page.mhtml"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let articles: Vec<&Value> =
        records.iter().flat_map(|it| it["articles"].as_array().unwrap()).collect();
    assert_eq!(articles.len(), 2);
    assert!(articles.iter().any(|it| it["outlet"] == "The Quay"));
    assert!(articles.iter().any(|it| it["url"] == "https://courier.example/1"));
}

#[test]
fn one_folder_gives_the_same_bytes_each_time() {
    let desk = Desk::new();
    desk.put("b.txt", GOOD.replace("14", "15").as_bytes());
    desk.put("c.html", format!("<html><body><p>{GOOD}</p></body></html>").as_bytes());
    let inputs = ["good.txt", "b.txt", "c.html"].map(|it| desk.path(it));
    let check = |order: [usize; 3]| {
        let inputs = order.map(|it| inputs[it].as_str());
        presscheck(&[&["check", "-q", "--json", "-"], &inputs[..]].concat()).stdout
    };
    assert_eq!(check([0, 1, 2]), check([2, 0, 1]));
}
