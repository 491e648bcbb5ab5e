//! What a file is, told by its bytes: a page, a table, plain text, or nothing that can be read as text.

use super::facts::Format;

/// Beginnings of files that are no text, and what to call them.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
];

/// What refusal looks at.
const HEAD_BYTES: usize = 64 << 10;

/// A sentence that says why the bytes hold no article; `None` where they can be read.
pub fn refusal(bytes: &[u8]) -> Option<String> {
    if super::unpack::records::is_open_document(bytes) {
        return Some("This is an OpenDocument spreadsheet, which is not read here. Save it as XLSX or CSV.".to_owned());
    }
    let is_read = super::document::reader(bytes).is_some() || super::unpack::is_container(bytes);
    if is_read || super::unpack::records::is_whole_file(bytes) {
        return None;
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(format!("This is {name}, not text."));
    }
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let is_wide = head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || super::decode::wide_without_mark(bytes).is_some();
    let num_control = head.iter().filter(|byte| is_control(**byte)).count();
    let num_nul = head.iter().filter(|byte| **byte == 0).count();
    if !is_wide && (num_nul * 1000 > head.len() || num_control * 20 > head.len()) {
        return Some("The file is binary, not text.".to_owned());
    }
    None
}

/// Control characters that no text has; tab, line ends, form feed, the DOS end mark and escape do occur.
fn is_control(byte: u8) -> bool {
    byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b)
}

/// Tags that only pages have; counted when there is no doctype.
const PAGE_TAGS: &[&str] = &[
    "<html", "<head", "<body", "<title", "<meta", "<div", "<p>", "<p ", "<br", "<span", "<article", "<table",
    "<a href", "<h1", "<h2", "<li", "<script", "<link", "<img", "</p>", "</div>", "</a>", "</h1>", "</span>",
    "</body>", "</html>",
];

/// Page, table or text, by content; the name only tells Markdown from other text.
pub(super) fn of(text: &str, name: &str) -> Format {
    if is_page(text) {
        Format::Html
    } else if super::grid::is_grid(text) {
        Format::Table
    } else if [".md", ".markdown"]
        .iter()
        .any(|end| name.to_ascii_lowercase().ends_with(end))
    {
        Format::Md
    } else {
        Format::Txt
    }
}

/// A page begins with markup, and has enough of it: an article that quotes a tag is no page.
fn is_page(text: &str) -> bool {
    let head: String = text
        .trim_start()
        .chars()
        .take(4096)
        .collect::<String>()
        .to_ascii_lowercase();
    if !head.starts_with('<') {
        return false;
    }
    let start = after_comments(&head);
    if ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return true;
    }
    PAGE_TAGS.iter().filter(|tag| head.contains(**tag)).count() >= 2
}

/// What follows the comments and the XML declaration that saved pages begin with.
fn after_comments(head: &str) -> &str {
    let mut rest = head;
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            ">"
        } else {
            return rest;
        };
        let Some((_, after)) = rest.split_once(end) else {
            return rest;
        };
        rest = after.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, of, refusal};

    #[test]
    fn pages_are_told_by_content() {
        for page in [
            "<!DOCTYPE html><title>Toll rises</title>",
            "\n <html lang=en>",
            "<!-- saved from url=(0031)https://lantern.example/ -->\n<html>",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>",
            "<div class=a><p>Twelve were held.</p></div>",
        ] {
            assert_eq!(of(page, "toll.txt"), Format::Html, "{page}");
        }
        for text in [
            "Toll rises\n\n<div> is what the page showed.</div><p>",
            "<b>Toll rises",
            "<jane@lantern.example> wrote: <p>",
            "",
            "5 < 6",
        ] {
            assert_eq!(of(text, "toll.htm"), Format::Txt, "{text}");
        }
        assert_eq!(of("# Toll rises", "a/Toll.MD"), Format::Md);
    }

    #[test]
    fn binary_files_are_refused_with_a_reason() {
        for bytes in [
            b"7z\xbc\xafrest".as_slice(),
            b"%PDF-1.7",
            b"\x89PNG\r\n",
            b"abc\0\0\0\0def\0",
            &[7; 100],
        ] {
            assert!(refusal(bytes).is_some_and(|why| why.ends_with('.')), "{bytes:?}");
        }
        for bytes in [
            b"".as_slice(),
            b"Toll rises",
            b"\xff\xfeT\0o\0l\0l\0",
            b"T\0o\0l\0l\0 \0",
            b"caf\xe9\x0c\n",
        ] {
            assert_eq!(refusal(bytes), None, "{bytes:?}");
        }
    }
}
