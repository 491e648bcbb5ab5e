//! A page in a binary property list. Bytes go in as they are, and behind the beginning by which such a file is told.
#![no_main]

mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::check(bytes);
    parts::check(&[b"bplist00", bytes].concat());
});
