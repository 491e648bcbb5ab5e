//! A page that a browser saved as a message. Bytes go in as they are, and behind the beginning by which such a file is told.
#![no_main]

mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::check(bytes);
    parts::check(
        &[
            b"Snapshot-Content-Location: https://lantern.example/toll\nMIME-Version: 1.0\n",
            bytes,
        ]
        .concat(),
    );
});
