//! Bytes as the list of contents and the chapters of a book.
#![no_main]

mod documents;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let container: &[u8] = b"<container><rootfile full-path=\"b.opf\"/></container>";
    let list: &[u8] =
        b"<package><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/><itemref idref=\"a\"/>";
    let list = [list, bytes].concat();
    let parts = [
        ("META-INF/container.xml", container),
        ("b.opf", &list),
        ("a.xhtml", bytes),
    ];
    documents::check(&documents::packed(&parts));
});
