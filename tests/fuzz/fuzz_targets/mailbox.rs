//! A mailbox: lines between messages, lines that look like them. Bytes go in as they are, and behind the beginning by which such a file is told.
#![no_main]

mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::check(bytes);
    parts::check(
        &[
            b"From a Wed Mar 12 10:12:13 2031\nFrom: a@b.example\nMIME-Version: 1.0\n",
            bytes,
        ]
        .concat(),
    );
});
