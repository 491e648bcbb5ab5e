//! Bytes as a PDF.
#![no_main]

mod documents;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    pdf.extend(bytes);
    documents::check(&pdf);
});
