//! What programs write into their files about them, and how much of it says nothing.

use super::Body;
use super::xml::first_texts;
use crate::article::facts::{DateFact, FactBasis};
use crate::article::words::clean;

/// Titles that programs put in, small letters.
const EMPTY_TITLES: &[&str] = &[
    "untitled",
    "untitled document",
    "unknown",
    "unspecified",
    "(unspecified)",
    "anonymous",
    "(anonymous)",
    "title",
    "no title",
    "document",
    "word document",
    "powerpoint presentation",
    "presentation",
    "print",
    "print preview",
    "normal",
    "template",
    "default",
    "index",
    "cover",
    "layout",
    "about:blank",
    "new document",
    "scan",
    "scanned document",
    "scanned image",
];

/// Beginnings of titles that programs make of file names, small letters.
const PROGRAM_STARTS: &[&str] = &[
    "microsoft word -",
    "microsoft powerpoint -",
    "microsoft excel -",
    "untitled-",
    "untitled ",
    "file:/",
    "http://",
    "https://",
    "c:\\",
    "slide 1",
    "print job",
    "full page photo",
    "scan_",
    "img_",
];

/// Ends of file names, small letters.
const FILE_ENDS: &[&str] = &[
    ".doc", ".docx", ".dot", ".dotm", ".dotx", ".odt", ".rtf", ".pdf", ".tex", ".dvi", ".ps", ".indd", ".qxd", ".qxp",
    ".pages", ".txt", ".htm", ".html", ".xml", ".p65", ".pub", ".tif", ".tiff", ".jpg", ".png", ".wpd", ".cdr", ".ai",
];

/// Names of authors that programs put in, small letters.
const EMPTY_AUTHORS: &[&str] = &[
    "administrator",
    "admin",
    "user",
    "owner",
    "root",
    "unknown",
    "unknown author",
    "anonymous",
    "(anonymous)",
    "unspecified",
    "(unspecified)",
    "microsoft office user",
    "microsoft",
    "windows user",
    "author",
    "default",
    "pc",
    "python-docx",
    "calibre",
    "hp",
    "test",
];

/// Longer ones are texts that got into the wrong place.
const MAX_CHARS: usize = 300;

/// The title, where it is one that somebody gave.
pub(super) fn useful_title(words: &str) -> Option<String> {
    let title = clean(words);
    let lower = title.to_lowercase();
    let numbered = ["document", "dokument", "doc", "presentation", "slide", "page"].iter();
    let is_numbered = numbered
        .filter_map(|word| lower.strip_prefix(word))
        .any(|rest| rest.chars().all(|letter| letter.is_ascii_digit() || letter == ' '));
    let is_name = !lower.contains(' ') && lower.contains(['_', '\\', '/']);
    let is_empty = is_numbered
        || is_name
        || EMPTY_TITLES.contains(&lower.as_str())
        || PROGRAM_STARTS.iter().any(|start| lower.starts_with(start))
        || FILE_ENDS.iter().any(|end| lower.ends_with(end))
        || title.chars().filter(|letter| letter.is_alphabetic()).count() < 4
        || title.chars().count() > MAX_CHARS
        || title.contains('\u{FFFD}');
    (!is_empty).then_some(title)
}

/// The author, where it is a name that somebody gave.
pub(super) fn useful_author(words: &str) -> Option<String> {
    let author = clean(words);
    let is_empty = EMPTY_AUTHORS.contains(&author.to_lowercase().as_str())
        || author.chars().filter(|letter| letter.is_alphabetic()).count() < 2
        || author.chars().count() > MAX_CHARS
        || author.contains('\u{FFFD}');
    (!is_empty).then_some(author)
}

/// Of several moments at which a file is said to have been made, the one that tells its zone: its day is the one on which it was
/// made there. In universal time an evening in America is the next day already.
pub(super) fn best_moment<'w>(told: &[&'w str]) -> Option<&'w str> {
    let local = told.iter().find(|words| has_zone(words));
    local.or_else(|| told.first()).copied()
}

/// True for a moment like "2031-03-13T20:30:00-05:00", in a zone that is not universal time.
fn has_zone(words: &str) -> bool {
    let time = words.trim().split_once('T').map_or("", |(_, time)| time);
    let zone = time.rsplit_once(['+', '-']).map_or("", |(_, zone)| zone);
    zone.contains(|digit: char| digit.is_ascii_digit() && digit != '0')
}

/// The day when the file was made, as a weak word about its article: a dateline or a day in the text counts more, and a
/// file is often made long after its article. Weighs as a day in the file's name does.
pub(super) fn made(words: &str) -> Option<DateFact> {
    let day = words.trim().get(..10)?;
    let is_day = day.char_indices().all(|(at, letter)| match at {
        4 | 7 => letter == '-',
        _ => letter.is_ascii_digit(),
    });
    // days on which nothing was made: beginnings of calendars, and the template of a library that fills in documents
    let is_empty = ["0000", "0001", "1601", "1900", "1970", "1980", "2013-12-23"]
        .iter()
        .any(|start| day.starts_with(start));
    (is_day && !is_empty).then(|| DateFact {
        words: day.to_owned(),
        basis: FactBasis::FileName,
    })
}

/// What the part of an office document says that describes it.
pub(super) fn describe(body: &mut Body, xml: &str) {
    let [title, creator, first_creator, created, creation, language] = first_texts(
        xml,
        [
            "title",
            "creator",
            "initial-creator",
            "created",
            "creation-date",
            "language",
        ],
    );
    body.title = title.as_deref().and_then(useful_title);
    let author = first_creator.or(creator);
    body.author = author.as_deref().and_then(useful_author);
    body.dates.extend(created.or(creation).as_deref().and_then(made));
    body.language = language.as_deref().and_then(code);
}

/// The code of a language, as `en-GB` gives `en`.
pub(super) fn code(words: &str) -> Option<String> {
    let code = words.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_code && code != "und" && code != "zxx").then_some(code)
}

#[cfg(test)]
mod tests {
    use super::{best_moment, code, made, useful_author, useful_title};

    #[test]
    fn titles_of_programs_are_none() {
        for title in [
            "Microsoft Word - flood.doc",
            "untitled",
            "Document1",
            "Dokument 2",
            "toll_final_v2",
            "Toll.indd",
            "42",
            "",
            "http://lantern.example/toll of the flood",
        ] {
            assert_eq!(useful_title(title), None, "{title}");
        }
        for title in ["Toll rises to 41", "Documents show a higher toll", "Überschwemmung"] {
            assert_eq!(useful_title(title).as_deref(), Some(title));
        }
        assert_eq!(useful_author("Windows User"), None);
        assert_eq!(useful_author(" Lina\nOrrest "), Some("Lina Orrest".to_owned()));
    }

    #[test]
    fn a_moment_with_its_zone_tells_the_day_where_it_was_made() {
        let (utc, there) = ("2031-03-14T01:30:00Z", "2031-03-13T20:30:00-05:00");
        assert_eq!(best_moment(&[utc, there]), Some(there));
        assert_eq!(best_moment(&[there, utc]), Some(there));
        assert_eq!(best_moment(&[utc, "2031-03-15T01:30:00+00:00"]), Some(utc));
        assert_eq!(best_moment(&["2031-03-14"]), Some("2031-03-14"));
        assert_eq!(best_moment(&[]), None);
        assert_eq!(made(there).unwrap().words, "2031-03-13");
    }

    #[test]
    fn days_and_languages_are_plain() {
        assert_eq!(made("2031-03-14T10:00:00Z").unwrap().words, "2031-03-14");
        assert_eq!(made("1601-01-01T00:00:00Z"), None);
        assert_eq!(made("14 March 2031"), None);
        assert_eq!(code("en-GB"), Some("en".to_owned()));
        assert_eq!(code("und"), None);
        assert_eq!(code("English"), None);
    }
}
