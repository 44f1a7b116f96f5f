//! How a fetch behaves to its hosts: robots, pauses, back-off, and what has not changed.

use std::sync::{Arc, Mutex};

use super::*;

/// A server that notes what it is asked: the head of each request.
fn noting(
    answer: impl Fn(&str, usize) -> String + Send + 'static,
) -> (String, Arc<Mutex<Vec<String>>>) {
    let noted = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&noted);
    let address = server(move |stream, request| {
        let mut notes = notes.lock().unwrap();
        let _ = stream.write_all(answer(path(request), notes.len()).as_bytes());
        notes.push(request.to_owned());
    });
    (address, noted)
}

fn paths(noted: &Mutex<Vec<String>>) -> Vec<String> {
    noted.lock().unwrap().iter().map(|it| path(it).to_owned()).collect()
}

/// A site with this answer for its robots.txt and a page everywhere else.
fn site(robots: String) -> (String, Arc<Mutex<Vec<String>>>) {
    noting(move |path, _| if path == "/robots.txt" { robots.clone() } else { page("", "here") })
}

fn check_list(web: &mut Web, address: &str, expected: Result<(), &str>) {
    let found = web.get(address, Asker::List, None);
    let found = found.map(|_| ()).map_err(|it| it.stop.what);
    match expected {
        Ok(()) => assert_eq!(found, Ok(()), "{address}"),
        Err(part) => assert!(found.is_err_and(|it| it.contains(part)), "{address}: {part}"),
    }
}

#[test]
fn what_a_list_leads_to_is_fetched_by_leave_of_robots_txt_asked_for_once() {
    let (address, noted) = site(page("", "User-agent: *\nDisallow: /private\n"));
    let (mut web, _) = web();
    check_list(&mut web, &format!("{address}/a"), Ok(()));
    check_list(&mut web, &format!("{address}/private/b"), Err("robots.txt"));
    check_list(&mut web, &format!("{address}/c?private"), Ok(()));
    assert_eq!(paths(&noted), ["/robots.txt", "/a", "/c?private"]);
}

#[test]
fn what_a_person_types_is_fetched_as_in_a_browser() {
    let (address, noted) = site(page("", "User-agent: *\nDisallow: /\n"));
    assert!(web().0.get(&format!("{address}/a"), Asker::Person, None).is_ok());
    let (mut web, _) = web();
    web.ignore_robots = true;
    check_list(&mut web, &format!("{address}/b"), Ok(()));
    assert_eq!(paths(&noted), ["/a", "/b"]);
}

#[test]
fn a_site_without_robots_txt_allows_all_and_one_that_cannot_give_it_nothing() {
    for status in ["404 Not Found", "403 Forbidden", "410 Gone"] {
        let (address, _) = site(answer(status, "", "User-agent: *\nDisallow: /\n"));
        check_list(&mut web().0, &address, Ok(()));
    }
    for status in ["500 Oops", "503 Busy", "429 Too Many"] {
        let (address, noted) = site(answer(status, "", ""));
        let (mut web, _) = web();
        check_list(&mut web, &format!("{address}/a"), Err("does not give its robots.txt"));
        check_list(&mut web, &format!("{address}/b"), Err("does not give its robots.txt"));
        assert_eq!(paths(&noted), ["/robots.txt"], "{status}");
    }
    let (address, _) =
        site("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-agent: *".to_owned());
    check_list(&mut web().0, &address, Err("does not give its robots.txt"));
}

#[test]
fn robots_txt_may_stand_elsewhere_and_each_hop_has_its_own() {
    let (address, _) = noting(|path, _| match path {
        "/robots.txt" => answer("301 Moved", "Location: /moved.txt\r\n", ""),
        "/moved.txt" => page("", "User-agent: presscheck\nDisallow: /hidden\n"),
        "/open" => answer("302 Found", "Location: /hidden\r\n", ""),
        _ => page("", "here"),
    });
    let (mut web, _) = web();
    check_list(&mut web, &format!("{address}/a"), Ok(()));
    check_list(&mut web, &format!("{address}/open"), Err("asks robots not to fetch it"));
}

#[test]
fn robots_txt_in_a_circle_is_none_and_a_long_one_is_read_at_its_head() {
    let (address, _) = site(answer("301 Moved", "Location: /robots.txt\r\n", ""));
    check_list(&mut web().0, &address, Ok(()));
    let long = format!("User-agent: *\nDisallow: /a\n{}Disallow: /b\n", "# long\n".repeat(100_000));
    let (address, _) = site(page("", &long));
    let (mut web, _) = web();
    check_list(&mut web, &format!("{address}/a"), Err("robots.txt"));
    check_list(&mut web, &format!("{address}/b"), Ok(()));
}

#[test]
fn a_host_gets_the_pause_between_requests_that_it_asks_for() {
    let (address, _) = site(page("", "User-agent: *\nCrawl-delay: 7\n"));
    let (mut web, sleeps) = web();
    for it in ["/a", "/b", "/c"] {
        check_list(&mut web, &format!("{address}{it}"), Ok(()));
    }
    assert_eq!(sleeps.seconds(), [7, 7]);
}

#[test]
fn a_host_that_fails_for_a_moment_is_asked_again_after_a_while() {
    let (address, noted) = noting(|_, nth| match nth {
        0 => answer("500 Oops", "", ""),
        1 => "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>Half".to_owned(),
        _ => page("", "here"),
    });
    let (mut web, sleeps) = web();
    assert!(web.get(&address, Asker::Person, None).is_ok());
    assert_eq!((sleeps.seconds(), paths(&noted).len()), (vec![2, 4], 3));
}

#[test]
fn a_host_that_keeps_failing_is_left_alone() {
    let (address, noted) = noting(|_, _| answer("503 Busy", "", ""));
    let (mut web, sleeps) = web();
    for _ in 0..9 {
        let failure = web.get(&address, Asker::Person, None).unwrap_err();
        assert!(failure.passing, "it may be over later");
    }
    assert_eq!(sleeps.seconds(), [2, 4, 8, 16], "the next rest would try anybody's patience");
    assert_eq!(paths(&noted).len(), 5);
}

#[test]
fn a_host_that_asks_for_a_rest_gets_it() {
    let then = "Thu, 01 Jan 1970 00:00:09 GMT".to_owned();
    for (said, slept) in [("9".to_owned(), vec![9]), (then, vec![9]), ("soon".to_owned(), vec![2])]
    {
        let head = format!("Retry-After: {said}\r\n");
        let (address, _) =
            noting(
                move |_, nth| {
                    if nth == 0 { answer("429 Too Many", &head, "") } else { page("", "here") }
                },
            );
        let (mut web, sleeps) = web();
        assert!(web.get(&address, Asker::Person, None).is_ok());
        assert_eq!(sleeps.seconds(), slept, "{said}");
    }
    let (address, noted) = noting(|_, _| answer("429 Too Many", "Retry-After: 86400\r\n", ""));
    let (mut web, sleeps) = web();
    for expected in ["asks for a rest of 86400 s", "is left alone for 86400 seconds"] {
        let failure = web.get(&address, Asker::Person, None).unwrap_err();
        assert!(failure.stop.what.contains(expected), "{}", failure.stop.what);
    }
    assert_eq!((sleeps.seconds(), paths(&noted).len()), (vec![], 1));
}

#[test]
fn a_page_that_is_not_there_is_no_failure_of_its_host() {
    let (address, noted) = noting(|_, _| answer("404 Not Found", "", ""));
    let (mut web, sleeps) = web();
    for _ in 0..3 {
        let failure = web.get(&address, Asker::Person, None).unwrap_err();
        assert!(!failure.passing, "it will not be there the next time");
    }
    assert_eq!((sleeps.seconds(), paths(&noted).len()), (vec![1, 1], 3));
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let (address, noted) = noting(|path, nth| match (path, nth) {
        ("/old", _) => answer("301 Moved", "Location: /new\r\n", ""),
        (_, 0 | 1) => {
            page("ETag: \"one\"\r\nLast-Modified: Sun, 04 May 2031 22:14:00 GMT\r\n", "here")
        }
        _ => answer("304 Not Modified", "", ""),
    });
    let (mut web, _) = web();
    let old = format!("{address}/old");
    let Ok(Answer::Page(it)) = web.get(&old, Asker::Person, None) else { panic!("a page") };
    let known = it.validators;
    assert_eq!(known.etag.as_deref(), Some("\"one\""));
    let again = web.get(&old, Asker::Person, Some(&known));
    assert!(matches!(again, Ok(Answer::Unchanged)));
    let asked = noted.lock().unwrap();
    let conditions = |it: &str| it.lines().filter(|it| it.starts_with("if-")).count();
    // The address that redirects gave no validators, and gets none.
    assert_eq!(asked.iter().map(|it| conditions(it)).collect::<Vec<_>>(), [0, 0, 0, 2]);
    assert!(asked[3].contains("if-none-match: \"one\""), "{}", asked[3]);
}

#[test]
fn a_304_that_nobody_asked_for_is_no_page() {
    let (address, _) = noting(|_, _| answer("304 Not Modified", "", ""));
    assert!(web().0.get(&address, Asker::Person, None).is_err());
}

#[test]
fn a_request_says_who_asks_and_carries_no_cookie() {
    let (address, noted) = noting(|path, _| match path {
        "/old" => answer("302 Found", "Set-Cookie: a=b; Path=/\r\nLocation: /new\r\n", ""),
        _ => page("", "here"),
    });
    let (mut web, _) = web();
    web.user_agent = user_agent(Some("ada@desk.example"));
    assert!(web.get(&format!("{address}/old"), Asker::Person, None).is_ok());
    let asked = noted.lock().unwrap();
    assert_eq!(asked.len(), 2);
    for it in asked.iter() {
        let it = it.to_lowercase();
        let named = concat!("user-agent: presscheck/", env!("CARGO_PKG_VERSION"));
        assert!(it.contains(&format!("{named} (+ada@desk.example)")), "{it}");
        assert!(!it.contains("cookie:") && !it.contains("referer:"), "{it}");
    }
}
