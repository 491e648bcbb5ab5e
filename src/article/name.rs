//! What a file's name tells: a date, an outlet. Names are often made by machines, so only clear ones are believed.

use super::facts::{DateFact, FactBasis, Stated};
use super::stamp::MONTHS;
use super::told::is_outlet;
use crate::base::capital;

/// Words with which outlets are called; alone or with others they name one.
const OUTLET_WORDS: &[&str] = &[
    "herald",
    "tribune",
    "gazette",
    "chronicle",
    "observer",
    "telegraph",
    "guardian",
    "lantern",
    "reuters",
    "bbc",
    "cnn",
    "afp",
    "ap",
    "dpa",
    "tass",
    "xinhua",
    "aljazeera",
    "independent",
    "inquirer",
    "examiner",
    "courier",
    "bulletin",
    "sentinel",
    "mirror",
    "pravda",
    "kommersant",
    "spiegel",
    "monde",
];

/// Words that name an outlet only beside another one: by themselves they are folders of anything.
const WEAK_OUTLET_WORDS: &[&str] = &[
    "news",
    "times",
    "post",
    "press",
    "daily",
    "journal",
    "radio",
    "tv",
    "agency",
    "today",
    "weekly",
    "star",
    "sun",
    "globe",
    "mail",
    "express",
    "standard",
    "monitor",
    "voice",
    "review",
    "world",
    "network",
    "broadcasting",
    "television",
];

/// Words that folders of articles are called with, never outlets.
const FOLDER_WORDS: &[&str] = &[
    "articles",
    "article",
    "texts",
    "text",
    "corpus",
    "data",
    "files",
    "downloads",
    "documents",
    "sample",
    "samples",
    "test",
    "tests",
    "html",
    "pages",
    "export",
    "archive",
    "clippings",
    "downloaded",
    "saved",
    "my",
    "old",
    "new",
    "raw",
];

/// The day in the file's name, or in its folders ("2031/03/12/toll.html"), as ISO 8601.
pub(super) fn date(name: &str) -> Option<DateFact> {
    let parts: Vec<&str> = name.split(['/', '\\']).collect();
    let file = parts.last().copied().unwrap_or_default();
    let folders = parts
        .get(parts.len().saturating_sub(4)..parts.len().saturating_sub(1))
        .unwrap_or_default();
    let words = in_words(file).or_else(|| in_words(&folders.join("-")).filter(|_| folders.len() == 3))?;
    Some(DateFact {
        words,
        basis: FactBasis::FileName,
    })
}

/// The first date in the words of a name.
fn in_words(name: &str) -> Option<String> {
    let words = split(name);
    (0..words.len()).find_map(|at| {
        let word = |next: usize| words.get(at + next).map(String::as_str).unwrap_or_default();
        let compact = word(0);
        if compact.len() == 8
            && let Some(day) = compact.get(..4).zip(compact.get(4..6)).zip(compact.get(6..))
        {
            return iso(day.0.0, day.0.1, day.1);
        }
        iso(word(0), word(1), word(2))
            .or_else(|| iso(word(2), &month(word(1))?, word(0)))
            .or_else(|| iso(word(2), &month(word(0))?, word(1)))
    })
}

fn month(word: &str) -> Option<String> {
    let at = MONTHS
        .iter()
        .position(|month| *month == word || (word.len() >= 3 && month.starts_with(word)))?;
    Some(format!("{:02}", at + 1))
}

/// A day of the years in which there were newspapers and will be articles.
fn iso(year: &str, month: &str, day: &str) -> Option<String> {
    let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_shaped = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    if !is_shaped || !is_digits(year) || !is_digits(month) || !is_digits(day) {
        return None;
    }
    let number = |word: &str| word.parse::<i8>().ok();
    let date = jiff::civil::Date::new(year.parse().ok()?, number(month)?, number(day)?).ok()?;
    (1850..2100).contains(&date.year()).then(|| date.to_string())
}

/// True for words that are an outlet's name, as outlets are called: "Estrava Herald", not "Mourning in Estrava".
pub(super) fn names_outlet(words: &str) -> bool {
    in_segment(words).is_some_and(|_| split(words).len() > 1)
}

/// The outlet in the file's name, else in its folder's.
pub(super) fn publisher(name: &str) -> Option<Stated> {
    let mut parts = name.rsplit(['/', '\\']);
    let file = parts.next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let value = in_file(stem).or_else(|| parts.next().and_then(in_segment))?;
    Some(Stated {
        value,
        span: None,
        basis: FactBasis::FileName,
    })
}

/// "Estrava Herald - 12 March 2031 - toll", "herald-2031-03-12-toll": the first segment, or what stands before the date.
fn in_file(stem: &str) -> Option<String> {
    let segments: Vec<&str> = stem
        .split(" - ")
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split('_'))
        .collect();
    if segments.len() > 1 {
        return segments.first().copied().and_then(in_segment);
    }
    let dated = in_words(stem).and_then(|_| {
        let digits = stem.find(|c: char| c.is_ascii_digit())?;
        stem.get(..digits).and_then(in_segment)
    });
    dated.or_else(|| in_slug(stem))
}

/// "port-calder-post-held-after-week": the words up to one that ends an outlet's name. A weak word needs two before it:
/// "syria-news-toll" is about Syria.
fn in_slug(stem: &str) -> Option<String> {
    /// Words of the longest name that is believed.
    const MOST_WORDS: usize = 4;
    let words: Vec<&str> = stem.split(is_gap).filter(|word| !word.is_empty()).collect();
    let ends = |end: &usize| {
        let last = words.get(end - 1).map(|word| word.to_lowercase()).unwrap_or_default();
        let is = |list: &[&str]| list.contains(&last.as_str());
        (is(OUTLET_WORDS) && *end > 1) || (is(WEAK_OUTLET_WORDS) && *end > 2)
    };
    let end = (2..words.len().min(MOST_WORDS + 1)).rev().find(ends)?;
    let segment = words
        .get(..end)?
        .iter()
        .map(|word| titled(word))
        .collect::<Vec<_>>()
        .join(" ");
    in_segment(&segment)
}

/// The outlet that a segment is, wholly.
fn in_segment(segment: &str) -> Option<String> {
    let words = split(segment);
    let bare = segment.trim();
    if is_domain(bare) {
        return Some(bare.to_owned());
    }
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let strong = words.iter().filter(|word| is(OUTLET_WORDS, word)).count();
    let weak = words.iter().filter(|word| is(WEAK_OUTLET_WORDS, word)).count();
    let named = words.len() - weak;
    let is_told = strong > 0 || (weak > 0 && named > 0 && bare.starts_with(char::is_uppercase));
    let is_folder = words
        .iter()
        .any(|word| is(FOLDER_WORDS, word) || word.contains(|c: char| c.is_ascii_digit()));
    if !is_told || is_folder || words.len() > 5 {
        return None;
    }
    let value = words
        .iter()
        .zip(bare.split(is_gap).filter(|word| !word.is_empty()))
        .map(|(_, word)| titled(word));
    let value = value.collect::<Vec<_>>().join(" ");
    is_outlet(&value).then_some(value)
}

/// "lantern.example" or "www.lantern.example"; an ending like a file's is none.
fn is_domain(word: &str) -> bool {
    let mut labels = word.rsplit('.');
    let top = labels.next().unwrap_or_default();
    let is_label = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let known = [
        "com", "org", "net", "info", "co", "uk", "de", "fr", "ru", "kz", "ua", "in", "example", "news", "int", "eu",
    ];
    known.contains(&top) && word.contains('.') && labels.all(is_label)
}

/// "herald" becomes "Herald", "bbc" "BBC"; what has capitals keeps them.
fn titled(word: &str) -> String {
    if word.contains(char::is_uppercase) {
        word.to_owned()
    } else if ["bbc", "cnn", "afp", "ap", "dpa", "tass", "tv"].contains(&word) {
        word.to_uppercase()
    } else {
        capital(word)
    }
}

fn is_gap(c: char) -> bool {
    matches!(c, '-' | '_' | ' ' | '.' | ',' | '(' | ')' | '+')
}

fn split(name: &str) -> Vec<String> {
    name.split(is_gap)
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{date, publisher};

    /// Name, outlet, day.
    const EXAMPLES: &[(&str, Option<&str>, Option<&str>)] = &[
        ("herald-2031-03-12-toll.txt", Some("Herald"), Some("2031-03-12")),
        (
            "Estrava Herald - 12 March 2031 - Toll rises.txt",
            Some("Estrava Herald"),
            Some("2031-03-12"),
        ),
        ("in/Varland News/toll.txt", Some("Varland News"), None),
        ("in\\lantern.example\\toll.html", Some("lantern.example"), None),
        ("bbc_20310312.txt", Some("BBC"), Some("2031-03-12")),
        ("lantern/2031/03/12/toll.html", None, Some("2031-03-12")),
        ("Mar 3, 2031.txt", None, Some("2031-03-03")),
        ("000_c7b04198f215e8d4.txt", None, None),
        ("news/20310399.txt", None, None),
        ("times/toll.txt", None, None),
        ("news articles/toll.txt", None, None),
        ("world press/001.txt", None, None),
        ("12345678.txt", None, None),
        ("toll-2031-13-12.txt", None, None),
        ("herald of doom.txt", None, None),
        ("port-calder-post-held-after-week.txt", Some("Port Calder Post"), None),
        ("estrava_herald_over_4400.txt", None, None),
        ("estrava-herald-over-4400.txt", Some("Estrava Herald"), None),
        ("syria-news-toll.txt", None, None),
        ("toll-of-the-day-in-the-post.txt", None, None),
        ("t17-libya-102.txt", None, None),
        ("", None, None),
    ];

    #[test]
    fn clear_names_are_believed_and_others_are_not() {
        for (name, outlet, day) in EXAMPLES {
            assert_eq!(publisher(name).map(|fact| fact.value).as_deref(), *outlet, "{name}");
            assert_eq!(date(name).map(|fact| fact.words).as_deref(), *day, "{name}");
        }
    }
}
