//! Bytes as the content and the description of a text of OpenDocument.
#![no_main]

mod documents;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let sort: &[u8] = b"application/vnd.oasis.opendocument.text";
    let parts = [("mimetype", sort), ("content.xml", bytes), ("meta.xml", bytes)];
    documents::check(&documents::packed(&parts));
});
