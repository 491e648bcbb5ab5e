//! Which files can be opened, in words.

/// A word for files, and the endings of which one must be read for it to hold.
const FORMATS: [(&str, &[&str]); 15] = [
    ("text", &["txt"]),
    ("Markdown", &["md"]),
    ("HTML", &["html", "htm"]),
    (
        "saved pages and web archives",
        &["mhtml", "mht", "webarchive", "warc", "wacz"],
    ),
    ("PDF", &["pdf"]),
    ("Word (DOCX)", &["docx"]),
    ("ODT", &["odt"]),
    ("RTF", &["rtf"]),
    ("EPUB", &["epub"]),
    ("e-mail", &["eml", "mbox"]),
    ("JSON", &["json", "jsonl"]),
    ("tables (CSV, TSV)", &[]),
    ("spreadsheets (XLSX)", &["xlsx"]),
    // told by their words, whatever the format
    ("Nexis and Factiva exports", &["txt"]),
    ("ZIP of any of these", &["zip"]),
];

/// What can be opened where files with these endings are read: "Text, Markdown, HTML and ZIP of any of these". Tables of
/// claims are always.
pub fn formats(endings: &[&str]) -> String {
    let is_read = |needed: &[&str]| needed.is_empty() || needed.iter().any(|end| endings.contains(end));
    let words: Vec<&str> = FORMATS
        .iter()
        .filter(|(_, needed)| is_read(needed))
        .map(|(word, _)| *word)
        .collect();
    let Some((last, others)) = words.split_last() else {
        return String::new();
    };
    let line = format!("{} and {last}", others.join(", "));
    let mut letters = line.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::formats;

    #[test]
    fn only_what_is_read_is_named() {
        assert_eq!(
            formats(&["txt", "htm", "html", "zip"]),
            "Text, HTML, tables (CSV, TSV), Nexis and Factiva exports and ZIP of any of these"
        );
        assert!(!formats(&["txt"]).contains("PDF"));
        assert!(formats(&["eml", "pdf"]).contains("PDF, e-mail"));
    }
}
