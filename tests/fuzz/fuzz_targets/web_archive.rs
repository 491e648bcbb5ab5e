//! A web archive: records, what servers answered, packed and in pieces. Bytes go in as they are, and behind the beginning by which such a file is told.
#![no_main]

mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::check(bytes);
    parts::check(&[b"WARC/1.1\r\nWARC-Type: response\r\n", bytes].concat());
});
