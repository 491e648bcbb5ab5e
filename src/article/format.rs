//! What a file is, told by its bytes: a page, a table, plain text, or nothing that can be read as text.

use super::facts::Format;

/// Beginnings of files that are no text, and what to call them.
const MAGIC: &[(&[u8], &str)] = &[
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
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
];

/// Office documents from before DOCX.
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0";

const OLD_OFFICE_SENTENCE: &str = "This is an office document of the old sort (DOC, XLS, PPT): open it in the program that made it and save it as DOCX.";

/// What refusal looks at.
const HEAD_BYTES: usize = 64 << 10;

/// A sentence that says why the bytes hold no article; `None` where they can be read.
pub fn refusal(bytes: &[u8]) -> Option<String> {
    if super::unpack::records::is_open_document(bytes) {
        return Some("This is an OpenDocument spreadsheet, which is not read here. Save it as XLSX or CSV.".to_owned());
    }
    let is_read = super::document::reader(bytes).is_some() || super::is_container(bytes);
    if is_read || super::unpack::records::is_whole_file(bytes) {
        return None;
    }
    if is_outlook(bytes) {
        let what = "This is a message in the form that Outlook keeps to itself (.msg), which is not read here.";
        return Some(format!(
            "{what} Save it in Outlook as .eml, or drag it into another mail program, and open that."
        ));
    }
    if bytes.starts_with(OLD_OFFICE) {
        return Some(OLD_OFFICE_SENTENCE.to_owned());
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

/// True for an Outlook message: an old office file with a stream that only those have.
fn is_outlook(bytes: &[u8]) -> bool {
    /// "__substg1.0_" and "__properties_version", in UTF-16.
    const STREAMS: [&str; 2] = ["__substg1.0_", "__properties_ver"];
    bytes.starts_with(b"\xd0\xcf\x11\xe0")
        && STREAMS.iter().any(|name| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|words| words == wide)
        })
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
    fn what_to_do_with_outlook_messages_is_said() {
        let name: Vec<u8> = "__substg1.0_0037001F"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let message = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name.as_slice()].concat();
        assert!(refusal(&message).is_some_and(|why| why.contains("Outlook") && why.contains(".eml")));
        assert!(refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Word").is_some_and(|why| why.contains("of the old sort")));
    }

    #[test]
    fn binary_files_are_refused_with_a_reason() {
        for bytes in [
            b"7z\xbc\xafrest".as_slice(),
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
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
