//! Any bytes as mail or as a page saved as mail.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["a.eml", "a.mhtml"] {
        presscheck_fuzz::reading_holds(name, bytes);
    }
});
