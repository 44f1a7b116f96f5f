//! Any bytes as two articles of one story, cut at the first zero byte.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut articles = Vec::new();
    for (ix, it) in bytes.splitn(2, |it| *it == 0).enumerate() {
        articles.extend(presscheck_fuzz::read(&format!("{ix}.txt"), it));
    }
    presscheck_fuzz::compiling_holds(&articles);
});
