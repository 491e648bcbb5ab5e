//! Bytes as the text of a document of one sort: packed as that sort packs it, where it packs it.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "../../extraction/invariants.rs"]
mod invariants;

/// An archive of these parts, not compressed, so that it costs little.
#[allow(dead_code, reason = "targets of documents that are no archives do without")]
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("memory is written");
        writer.write_all(bytes).expect("memory is written");
    }
    writer.finish().expect("memory is written").into_inner()
}

/// Reads a document: no panic, every mark on words of the text, pages in order and within it.
pub(crate) fn check(bytes: &[u8]) {
    let article = tallyscope::article::read(bytes, "a.bin");
    let text: &str = &article.text;
    assert!(article.pages.is_sorted(), "pages are out of order");
    assert!(
        article.pages.iter().all(|at| text.is_char_boundary(*at)),
        "a page begins outside the text"
    );
    if text.len() < 10_000
        && let Some(sentence) = invariants::complaint_of(bytes)
    {
        panic!("{sentence}");
    }
}
