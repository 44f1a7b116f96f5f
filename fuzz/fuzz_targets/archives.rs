//! Any bytes as a web archive: as they come, and as the body of a record.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["a.warc", "a.warc.gz", "a.wacz", "a.txt.zst"] {
        presscheck_fuzz::reading_holds(name, bytes);
    }
    let head = format!(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://vik.example/\r\n\
         Content-Type: text/html\r\nContent-Length: {}\r\n\r\n",
        bytes.len()
    );
    presscheck_fuzz::reading_holds("a.warc", &[head.as_bytes(), bytes, b"\r\n\r\n"].concat());
});
