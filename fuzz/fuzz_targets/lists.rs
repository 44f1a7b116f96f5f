//! Any bytes as a list of articles: feed, outline or sitemap.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["a.rss", "a.xml", "a.opml", "a.json"] {
        presscheck_fuzz::reading_holds(name, bytes);
    }
});
