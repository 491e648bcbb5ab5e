//! Bytes as the text and the notes of a document of Word.
#![no_main]

mod documents;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let types: &[u8] = b"<Types/>";
    let parts = [
        ("[Content_Types].xml", types),
        ("word/document.xml", bytes),
        ("word/footnotes.xml", bytes),
    ];
    documents::check(&documents::packed(&parts));
});
