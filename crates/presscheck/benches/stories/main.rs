//! How fast articles are put into stories, and whether the last of a long stream take longer than
//! the first.
//!
//! ```text
//! cargo bench --bench stories
//! ```
//!
//! The stream is invented: 100,000 articles of some 2 KB, three to a story, told by three outlets on
//! three days. Terms are cut on one thread and stories found on another, as the command does it.
//! `start` is the first articles of a stream and `end` those that follow on the 100,000; elements
//! are articles a second. The bytes kept are printed once.
#![allow(clippy::print_stdout, missing_docs, reason = "a benchmark talks")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::Range;
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use presscheck::relate::{Stream, Terms, Told};

const LONG: u64 = 100_000;
/// Articles of one measured pass.
const PASS: u64 = 2_000;

/// Draws numbers, the same row of them for the same start (Knuth’s MMIX).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// A word for a number, of two to four syllables.
fn word(mut number: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dan", "fer", "gol", "hin",
        "mar", "sol",
    ];
    let mut word = String::new();
    for _ in 0..2 + number % 3 {
        word.push_str(SYLLABLES[usize::try_from(number % 16).unwrap_or(0)]);
        number = number / 16 + number % 7 * 31;
    }
    word
}

fn name(number: u64) -> String {
    let word = word(number);
    let mut letters = word.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// One telling of a story: what the story is about, among words that all news uses.
fn article(number: u64) -> (String, String, Date) {
    // Those of one story stand some hundred articles apart.
    let (story, telling) = (number / 900 * 300 + number % 300, number / 300 % 3);
    let mut about = Draw(story.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let names: Vec<String> = (0..8).map(|_| name(about.below(1 << 22))).collect();
    let rare: Vec<String> = (0..30).map(|_| word(about.below(1 << 16))).collect();
    let number_of = 2 + about.below(900);
    let mut draw = Draw(number + 1);
    let mut text = String::with_capacity(2_200);
    for sentence in 0..22 {
        let of = |it: u64, draw: &mut Draw| usize::try_from(draw.below(it)).unwrap_or(0);
        let (a, b) = (of(4, &mut draw) * 2, of(30, &mut draw));
        let _ = write!(text, "{} {}, {}, ", names[a], names[a + 1], 20 + a + b);
        for _ in 0..8 {
            // Low numbers are drawn more often, as words are used.
            let limit = 1 + draw.below(3_000);
            let _ = write!(text, "{} ", word(draw.below(limit)));
        }
        let _ = write!(text, "{} {number_of} {}", rare[b], rare[(b + 7) % 30]);
        text.push_str(if sentence % 4 == 3 { ".\n\n" } else { ". " });
    }
    let days = i64::try_from(number / 300).unwrap_or(0);
    let outlet = format!("Outlet {}", telling * 40 + draw.below(40));
    (text, outlet, date(1970, 1, 1).saturating_add(days.days()))
}

/// Adds these articles of the stream. Only what the command would do is timed: not their invention.
fn add(stream: &mut Stream, numbers: Range<u64>) -> Duration {
    let articles: Vec<_> = numbers.map(article).collect();
    let begun = Instant::now();
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(64);
        scope.spawn(move || {
            for (text, outlet, day) in &articles {
                let told = Told { title: "", text, day: Some(*day), outlet, url: "" };
                if sender.send(Terms::of(&told)).is_err() {
                    return;
                }
            }
        });
        for terms in receiver {
            black_box(stream.add(&terms, &[]));
        }
    });
    begun.elapsed()
}

/// The time for `times` passes, each over articles that `stream` has not seen.
fn passes(stream: &mut Stream, times: u64, from: &mut u64) -> Duration {
    let passes = (0..times).map(|_| {
        let numbers = *from..*from + PASS;
        *from = numbers.end;
        add(stream, numbers)
    });
    passes.sum()
}

fn streaming(c: &mut Criterion) {
    let mut group = c.benchmark_group("stories");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    group.throughput(Throughput::Elements(PASS));
    group.bench_function("start", |b| {
        b.iter_custom(|times| (0..times).map(|_| passes(&mut Stream::new(), 1, &mut 0)).sum());
    });
    let mut stream = Stream::new();
    let fixed = stream.bytes();
    let mut from = 0;
    while from < LONG {
        passes(&mut stream, 1, &mut from);
    }
    let each = (stream.bytes() - fixed) as u64 / LONG;
    println!("after {LONG} articles: {each} bytes an article, and {fixed} bytes once");
    group.bench_function("end", |b| {
        b.iter_custom(|times| passes(&mut stream, times, &mut from));
    });
    group.finish();
}

criterion_group!(benches, streaming);
criterion_main!(benches);
