//! How far a fetch goes: private hosts, redirects, size, time.

use super::*;

fn fetch_in_test(address: &str) -> Result<Raw, Failure> {
    match web().0.get(address, Asker::Person, None)? {
        Answer::Page(it) => Ok(it.raw),
        Answer::Unchanged => panic!("nothing was known of it"),
    }
}

fn check_refused(address: &str, expected: &str) {
    let Failure { stop, .. } = fetch_in_test(address).expect_err("this address must not be read");
    assert_eq!(stop.what, expected);
    assert!(stop.hint.is_some(), "a message offers a next step");
}

#[test]
fn a_page_comes_with_its_address_and_media_type() {
    let address = saying(page("Content-Type: text/html; charset=utf-8\r\n", "<p>Ferry sank</p>"));
    let found = fetch_in_test(&format!("{address}/news#top")).unwrap();
    assert_eq!(found.bytes, b"<p>Ferry sank</p>");
    assert_eq!(found.place.url, Some(format!("{address}/news")));
    assert_eq!(found.media_type.as_deref(), Some("text/html; charset=utf-8"));
}

#[test]
fn a_redirect_is_followed_and_the_last_address_kept() {
    let address = server(|stream, request| {
        let path = path(request);
        let moved = "HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n".to_owned();
        let answer = if path == "/old" { moved } else { page("", "here") };
        let _ = stream.write_all(answer.as_bytes());
    });
    let found = fetch_in_test(&format!("{address}/old")).unwrap();
    assert_eq!(found.place.url, Some(format!("{address}/new")));
}

#[test]
fn a_private_address_is_refused() {
    check_refused("http://127.0.0.2:1/", "`127.0.0.2` is no public address");
    // As browsers read it: decimal, hexadecimal and short forms are the same address.
    check_refused("http://2130706434:1/", "`127.0.0.2` is no public address");
    let fetching = Fetching { allow_private: false, ignore_robots: false, contact: None };
    let found = Web::new(&fetching).get("http://localhost:1/", Asker::Person, None);
    let stop = found.expect_err("localhost is private").stop;
    assert!(stop.what.ends_with("which is no public address"), "{}", stop.what);
    assert!(stop.hint.unwrap().contains("--allow-private"));
}

#[test]
fn a_redirect_to_a_private_address_is_refused() {
    let address = saying("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\n\r\n");
    check_refused(&address, "`127.0.0.2` is no public address");
}

#[test]
fn a_redirect_to_a_file_is_refused() {
    let address = saying("HTTP/1.1 302 Found\r\nLocation: file:///etc/hosts\r\n\r\n");
    check_refused(&address, "it leads to `file:`, not http or https");
}

#[test]
fn a_circle_of_redirects_ends() {
    let address = saying("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
    check_refused(&address, "it redirects in a circle");
}

#[test]
fn an_endless_chain_of_redirects_ends() {
    let address = server(|stream, request| {
        let path = path(request);
        let head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: ";
        let _ = stream.write_all(format!("{head}{path}x\r\n\r\n").as_bytes());
    });
    check_refused(&address, "it redirects more than 3 times");
}

#[test]
fn a_page_that_is_not_there_is_named_so() {
    let address = saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    check_refused(&address, "the server answers 404 (not found)");
}

#[test]
fn a_picture_is_not_read_as_a_page() {
    let address = saying(page("Content-Type: image/png\r\n", "PNG"));
    check_refused(&address, "it is `image/png`, not a page or text");
}

#[test]
fn a_page_over_the_limit_is_not_read() {
    let address = saying(page("", &"x".repeat(1001)));
    check_refused(&address, "it has more than 1000 bytes");
    let address = saying(page("", &"x".repeat(1000)));
    assert_eq!(fetch_in_test(&address).unwrap().bytes.len(), 1000);
}

#[test]
fn a_small_page_that_unpacks_to_a_large_one_is_not_read() {
    // 5000 times `x`, gzipped.
    let packed: &[u8] = &[
        31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 237, 193, 49, 1, 0, 0, 0, 194, 160, 218, 139, 111, 10,
        63, 160, 0, 0, 0, 0, 128, 183, 1, 38, 240, 219, 0, 136, 19, 0, 0,
    ];
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n";
    let mut answer = format!("{head}Content-Length: {}\r\n\r\n", packed.len()).into_bytes();
    answer.extend_from_slice(packed);
    check_refused(&saying(answer), "it has more than 1000 bytes");
}

#[test]
fn a_server_that_does_not_answer_is_left() {
    let address = server(|stream, _| {
        thread::sleep(Duration::from_secs(5));
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
    });
    check_refused(&address, "no whole answer came within 500ms");
}

#[test]
fn a_server_that_drips_is_left() {
    let address = server(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
        while stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
    });
    check_refused(&address, "no whole answer came within 500ms");
}

#[test]
fn half_a_page_is_not_taken_for_a_page() {
    let address = saying("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>Half");
    let stop = fetch_in_test(&address).expect_err("the page is cut").stop;
    assert!(stop.what.contains("broke off"), "{}", stop.what);
}

#[test]
fn a_host_that_refuses_is_named() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    check_refused(&address, "`127.0.0.1` refuses the connection");
}

#[test]
fn an_address_with_a_password_is_refused() {
    check_refused("http://ada:secret@127.0.0.1/", "it carries a name or password");
}

#[test]
fn only_http_and_https_are_addresses() {
    for it in ["http://a.example", "HTTPS://a.example"] {
        assert!(is_address(it), "{it}");
    }
    for it in ["ftp://a.example", "a.example/x", "C://folder", "https.txt"] {
        assert!(!is_address(it), "{it}");
    }
}
