//! The headline of a plain text: its first line that is no stamp, dateline, byline or boilerplate.

use super::super::facts::{Boilerplate, FactBasis, Stated};
use super::super::stamp::{self, is_stamp};
use super::super::words::{clean, lines};
use super::byline::byline;
use super::{dateline, masthead};
use crate::base::Span;

/// A headline has at most so many characters.
const MAX_CHARS: usize = 120;

/// A sentence that ends before is an exclamation, not a headline.
const MIN_CUT_BYTES: usize = 40;

/// A headline stands among so many first lines.
const TOP_LINES: usize = 30;

/// The headline, at a sentence end where the line is longer than a headline.
pub(in super::super) fn title(text: &str, boilerplate: &[Boilerplate]) -> Option<Stated> {
    let span = lines(text).take(TOP_LINES).find_map(|line| {
        let is_marked = boilerplate.iter().any(|part| part.span.holds(line));
        let words = line.of(text);
        let is_above = is_stamp(words) || byline(words).is_some() || masthead::of_line(words).is_some();
        if is_marked || is_above {
            return None;
        }
        headline(words).map(|span| span.shifted(line.start()))
    })?;
    let words = span.of(text);
    let kept = cut(words);
    let span = Span::new(span.start(), span.start() + kept.len());
    Some(Stated {
        value: clean(kept),
        span: Some(span),
        basis: FactBasis::Text,
    })
}

/// The line without Markdown's marks and without its dateline; `None` where nothing else is there.
fn headline(line: &str) -> Option<Span> {
    let marks = line.len() - line.trim_start_matches(['#', '*', '=', '_', '>', '-', '~', ' ']).len();
    let rest = line.get(marks..)?;
    let start = marks + dateline::of(rest).map_or(0, |dateline| dateline.end);
    let rest = line.get(start..)?;
    let start = start + stamp::leading(rest);
    let words = line.get(start..)?;
    // A torn text has headline, dateline and report on one line.
    let words = words.get(..dateline::inside(words).unwrap_or(words.len()))?;
    let words = words.trim_end_matches(['*', '_', '#', ' ']);
    words
        .contains(char::is_alphabetic)
        .then(|| Span::new(start, start + words.len()))
}

/// At most 120 characters, ending with a sentence where one ends there, else with a word.
fn cut(words: &str) -> &str {
    let Some((limit, next)) = words.char_indices().nth(MAX_CHARS) else {
        return words;
    };
    let head = words.get(..limit).unwrap_or(words);
    let ends = head
        .char_indices()
        .filter(|(at, c)| matches!(c, '.' | '!' | '?') && ends_there(head, *at));
    let sentence = ends
        .map(|(at, _)| at + 1 + closing_len(head, at + 1))
        .rfind(|end| *end >= MIN_CUT_BYTES);
    // The words may end just where the limit is.
    let whole = (next == ' ').then_some(limit);
    let end = sentence.or(whole).or_else(|| head.rfind(' ')).unwrap_or(limit);
    head.get(..end)
        .unwrap_or(head)
        .trim_end_matches([' ', ',', ';', ':', '–', '—', '-'])
}

/// True where the mark ends a sentence: not in "U.N. rights", not in "3.5", not in "Wait.. what".
fn ends_there(head: &str, mark: usize) -> bool {
    let (before, after) = (
        head.get(..mark).unwrap_or_default(),
        head.get(mark + 1..).unwrap_or_default(),
    );
    let after = after.get(closing_len(head, mark + 1)..).unwrap_or_default();
    let is_end = before.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || "”\"')%".contains(c));
    let next = after.trim_start();
    // Some archives have lost all capitals.
    let is_start = |words: &str| !words.starts_with(char::is_lowercase);
    is_end && after.starts_with(' ') && (is_start(next) || !is_start(head))
}

/// Bytes of the quotes and brackets that close behind a sentence's mark.
fn closing_len(head: &str, from: usize) -> usize {
    let rest = head.get(from..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(['”', '"', '’', ')']).len()
}

#[cfg(test)]
mod tests {
    use super::super::super::boilerplate;
    use super::title;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = title(text, &boilerplate::of(text));
        assert_eq!(
            found.as_ref().and_then(|found| found.span).map(|span| span.of(text)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn the_first_line_that_says_something_is_the_title() {
        check("Toll rises to 12\n\nVARLAND – Rescuers said", Some("Toll rises to 12"));
        check(
            "March 12, 2031 5:44 pm\n\nBy Jane Doe\n\nToll rises",
            Some("Toll rises"),
        );
        check(
            "Share on Facebook Twitter\nVARLAND, March 3 (KNA) —\nToll rises",
            Some("Toll rises"),
        );
        check(
            "VARLAND (KNA) — Rescuers stopped. They were tired.",
            Some("Rescuers stopped. They were tired."),
        );
        check("---\n# Toll rises\ntext", Some("Toll rises"));
        check("Estrava Herald\n\nToll rises", Some("Toll rises"));
        check(
            "Toll rises to 12 in flood VARLAND | Wed Mar 12, 2031 6:19 am EST VARLAND (KNA) - Rain",
            Some("Toll rises to 12 in flood"),
        );
        check(
            "Page last updated at 07:50 GMT, Wednesday, 12 March 2031 Twelve workers died",
            Some("Twelve workers died"),
        );
        check("12 March 2031 03.09 GMT The war goes on", Some("The war goes on"));
        check(
            "March 12 was the day on which twelve died",
            Some("March 12 was the day on which twelve died"),
        );
        check("", None);
        check("\n---\n\n2031-03-12\n", None);
    }

    #[test]
    fn long_lines_are_cut_at_a_sentence_or_a_word() {
        let sentence = "Twelve workers died when the bridge fell.";
        let long = "Rescuers went on for three days and three nights in the storm and the cold, and found nobody else alive there.";
        check(&format!("{sentence} {long}"), Some(sentence));
        let words = format!("{} so many", long.trim_end_matches('.'));
        check(&format!("{words} there"), Some(words.trim_end_matches(" there")));
        let short = "Enough.. of it at the U.N. council, ";
        check(
            &format!("{short}{words}"),
            Some(format!("{short}{words}").get(..116).unwrap_or_default().trim_end()),
        );
        check(&"x".repeat(300), Some(&"x".repeat(120)));
    }
}
