//! Fetching from a server of the test's own, which answers as the test wants.

mod limits;
mod manners;

use std::cell::RefCell;
use std::io::{Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::rc::Rc;
use std::thread;

use super::*;

/// A server at 127.0.0.1 that gives `answer` to each connection, with the head of its request.
fn server(answer: impl Fn(&mut TcpStream, &str) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut request = [0; 4096];
            let n = stream.read(&mut request).unwrap_or(0);
            answer(&mut stream, &String::from_utf8_lossy(&request[..n]));
        }
    });
    address
}

/// A server that gives the same bytes whatever is asked.
fn saying(answer: impl Into<Vec<u8>>) -> String {
    let answer = answer.into();
    server(move |stream, _| {
        let _ = stream.write_all(&answer);
    })
}

fn path(request: &str) -> &str {
    request.split(' ').nth(1).unwrap_or_default()
}

fn page(head: &str, body: &str) -> String {
    answer("200 OK", head, body)
}

fn answer(status: &str, head: &str, body: &str) -> String {
    let len = body.len();
    format!("HTTP/1.1 {status}\r\n{head}Content-Length: {len}\r\nConnection: close\r\n\r\n{body}")
}

/// A clock that stands still but for sleep, and what was slept.
#[derive(Clone, Default)]
struct Sleeps(Rc<RefCell<Vec<Duration>>>);

impl Sleeps {
    fn seconds(&self) -> Vec<u64> {
        self.0.borrow().iter().map(Duration::as_secs).collect()
    }
}

impl Clock for Sleeps {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.0.borrow().iter().sum::<Duration>()
    }

    fn sleep(&self, time: Duration) {
        self.0.borrow_mut().push(time);
    }
}

/// For the tests, 127.0.0.1 is the open network and the rest of 127.0.0.0/8 is private.
fn web() -> (Web, Sleeps) {
    let fetching = Fetching { allow_private: false, ignore_robots: false, contact: None };
    let sleeps = Sleeps::default();
    let limits = Limits {
        time: Duration::from_millis(500),
        max_bytes: 1000,
        max_redirects: 3,
        allowed: |it| it == IpAddr::from([127, 0, 0, 1]),
    };
    (Web { limits, clock: Box::new(sleeps.clone()), ..Web::new(&fetching) }, sleeps)
}
