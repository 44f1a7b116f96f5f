//! How fast each stage is, on invented news, and whether it stays linear.
//!
//! ```text
//! cargo bench                       everything
//! cargo bench -- annotate           one stage
//! ```
//!
//! Throughput is bytes of text a second on one core, or articles a second where it says elements.
//! `words` is word segmentation alone (UAX #29), the yardstick for `annotate` in the same run.
#![allow(clippy::unwrap_used, missing_docs, reason = "a panic is how a benchmark fails")]

mod texts;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use presscheck::model::{Annotated, Article, Place};
use presscheck::read::{self, Input};
use presscheck::{annotate, record, relate};
use unicode_segmentation::UnicodeSegmentation;

/// The length of a usual article, in bytes.
const USUAL: usize = 5_000;

fn plain(number: usize, text: &str) -> Article {
    let place = Place { path: Some(format!("{number}.txt")), url: None };
    let input = Input { bytes: text.as_bytes(), place, ..Input::default() };
    read::articles(&input).articles.remove(0)
}

fn annotated(texts: &[String]) -> Vec<Annotated> {
    let articles = texts.iter().enumerate().map(|(ix, it)| plain(ix, it));
    let mut found: Vec<Annotated> = articles
        .map(|article| Annotated { annotations: annotate::article(&article), article })
        .collect();
    found.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    found
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    let text = texts::article(1, USUAL);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("plain", |b| b.iter(|| plain(0, black_box(&text))));
    let page = page(&text);
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("html", |b| {
        b.iter(|| {
            let place = Place { path: Some("a.html".to_owned()), url: None };
            read::articles(&Input { bytes: black_box(page.as_bytes()), place, ..Input::default() })
        });
    });
    group.finish();
}

/// The article as a page with a menu, teasers and a form around it.
fn page(text: &str) -> String {
    let row = "<li><a href=\"/sea\"><img src=\"a.jpg\" alt=\"\">Ten islands to see before autumn</a></li>";
    let body: String = text.split("\n\n").map(|it| format!("<p>{it}</p>\n")).collect();
    format!(
        "<!doctype html><html><head><title>The harbour</title></head><body><nav><ul>{0}</ul></nav>\
         <article><h1>The harbour</h1>{body}</article><aside><ul>{0}</ul></aside>\
         <form><input name=q><button>Subscribe</button></form></body></html>",
        row.repeat(40)
    )
}

fn annotating(c: &mut Criterion) {
    let mut group = c.benchmark_group("annotate");
    for (name, bytes) in [("5 KB", USUAL), ("50 KB", 10 * USUAL), ("500 KB", 100 * USUAL)] {
        let text = texts::article(2, bytes);
        let article = plain(0, &text);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("all", name), &article, |b, it| {
            b.iter(|| annotate::article(black_box(it)));
        });
        group.bench_with_input(BenchmarkId::new("words", name), &text, |b, it| {
            b.iter(|| black_box(it).unicode_word_indices().count());
        });
    }
    group.finish();
}

fn relating(c: &mut Criterion) {
    let mut group = c.benchmark_group("story");
    group.sample_size(10);
    for articles in [20, 100, 500] {
        let found = annotated(&texts::story(articles, USUAL / 2));
        group.throughput(Throughput::Elements(articles as u64));
        group.bench_with_input(BenchmarkId::new("group", articles), &found, |b, it| {
            b.iter(|| relate::stories(black_box(it)));
        });
        group.bench_with_input(BenchmarkId::new("relate", articles), &found, |b, it| {
            b.iter(|| relate::articles(black_box(it)));
        });
        let story = relate::articles(&found);
        group.bench_with_input(BenchmarkId::new("record", articles), &found, |b, it| {
            b.iter(|| record::story(black_box(it), &story));
        });
    }
    group.finish();
}

criterion_group!(benches, reading, annotating, relating);
criterion_main!(benches);
