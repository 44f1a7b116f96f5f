//! Any bytes as a .jsonl file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| presscheck_fuzz::reading_holds("a.jsonl", bytes));
