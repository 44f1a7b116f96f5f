//! Any bytes as a record.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| presscheck_fuzz::any_record_is_survived(bytes));
