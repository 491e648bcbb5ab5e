//! The lines of an export, and what a line of one says: a label with its value, a date, a name of a language.

use crate::article::language::code_of;
use crate::article::stamp;
use crate::base::Span;

/// A line that is longer holds no date, no outlet and no name.
const SHORT_BYTES: usize = 160;

/// One line, without the blanks around it; an empty one has an empty span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) span: Span,
    pub(super) words: &'t str,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn is_short(&self) -> bool {
        self.words.len() <= SHORT_BYTES
    }
}

/// All lines of a text, empty ones too.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut next = 0;
    let all = text.split_inclusive('\n').map(|line| {
        let start = next + (line.len() - line.trim_start().len());
        next += line.len();
        let words = line.trim();
        let start = if words.is_empty() { next - line.len() } else { start };
        Line {
            span: Span::new(start, start + words.len()),
            words,
        }
    });
    all.collect()
}

/// The value behind a label and a colon at the line's beginning; the label in small letters.
pub(super) fn labelled(line: &str) -> Option<(String, &str)> {
    let (label, value) = line.split_once(':')?;
    let is_label = !label.is_empty()
        && label.len() <= 40
        && label.starts_with(char::is_alphabetic)
        && label
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '(' | ')'));
    is_label.then(|| (label.to_lowercase(), value.trim()))
}

/// True for a line that is a whole date, with weekday and time or without: "March 3, 2031 Tuesday".
pub(super) fn is_date(line: &str) -> bool {
    let has_year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
    let has_month = line
        .split(|c: char| !c.is_alphabetic())
        .any(|word| stamp::is_month(&word.to_lowercase()));
    let has_day = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| matches!(number.len(), 1 | 2));
    has_year && has_month && has_day && stamp::is_stamp(line)
}

/// True for "512 words" and "1,204 words".
pub(super) fn is_word_count(line: &str) -> bool {
    let Some((number, word)) = line.split_once(' ') else {
        return false;
    };
    matches!(word, "words" | "word")
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}

/// True for a line that says whose the text is.
pub(super) fn is_copyright(line: &str) -> bool {
    let small = line.to_lowercase();
    small.starts_with("copyright")
        || small.starts_with('©')
        || small.starts_with("(c)")
        || small.trim_end_matches('.') == "all rights reserved"
}

/// The code of a language's English name; of "ENGLISH; ANGLAIS" the first. A word that is no more than a code is none: an
/// outlet's own code may look like one.
pub(super) fn language(words: &str) -> Option<String> {
    (words.len() > 3).then(|| code_of(words)).flatten()
}

/// The lines of some spans as one line.
pub(super) fn one_line(text: &str, spans: &[Span]) -> String {
    let words = spans.iter().flat_map(|span| span.of(text).split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
