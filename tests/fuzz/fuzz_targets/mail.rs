//! A message: fields, parts in parts, packed bodies, quoted replies. Bytes go in as they are, and behind the beginning by which such a file is told.
#![no_main]

mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::check(bytes);
    parts::check(&[b"From: Jane Doe <jane@lantern.example>\nMIME-Version: 1.0\n", bytes].concat());
});
