//! Any bytes as a .txt.gz file: as they come, and packed.
#![no_main]

use std::io::Write;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    presscheck_fuzz::reading_holds("a.txt.gz", bytes);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    if packed.write_all(bytes).is_ok() {
        presscheck_fuzz::reading_holds("a.html.gz", &packed.finish().unwrap_or_default());
    }
});
