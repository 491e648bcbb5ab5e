//! Bytes as rich text.
#![no_main]

mod documents;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut rtf = b"{\\rtf1 ".to_vec();
    rtf.extend(bytes);
    documents::check(&rtf);
});
