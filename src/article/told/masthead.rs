//! A line at the top that holds the outlet's name and at most a stamp beside it.

use super::super::name;
use super::super::stamp::is_stamp;
use super::super::words::lines;
use crate::base::Span;

/// A masthead stands among so many first lines.
const TOP_LINES: usize = 3;

/// The outlet's name in the line, where the rest of the line is a stamp or nothing.
pub(super) fn of_line(line: &str) -> Option<Span> {
    let mut parts = line.split(['|', '•', '·']);
    let first = parts.next()?;
    let outlet = first.trim();
    let rest = parts.map(str::trim).collect::<Vec<_>>().join(" ");
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "&");
    let is_outlet =
        outlet.split_whitespace().all(is_name) && !outlet.contains([',', '.']) && name::names_outlet(outlet);
    let is_masthead = is_outlet && (rest.is_empty() || is_stamp(&rest));
    let start = first.len() - first.trim_start().len();
    is_masthead.then(|| Span::new(start, start + outlet.len()))
}

/// The outlet of the text's masthead; a text that is nothing but one line has none.
pub(super) fn of(text: &str) -> Option<Span> {
    lines(text).nth(1)?;
    lines(text)
        .take(TOP_LINES)
        .find_map(|line| of_line(line.of(text)).map(|span| span.shifted(line.start())))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of(text).map(|span| span.of(text)), expected, "{text}");
    }

    #[test]
    fn a_masthead_is_an_outlet_with_at_most_a_stamp() {
        check("Estrava Herald\nHome Capital\n\nToll rises", Some("Estrava Herald"));
        check(
            "Port Calder Post | Friday, 28 March 2031 | 6:15\n\nToll",
            Some("Port Calder Post"),
        );
        check("Toll rises in Estrava\n\nEstrava Herald asked.", None);
        check("Post-mortem of a protest\n\nToll", None);
        check("Port Calder Post | what we know\n\nToll", None);
        check("Estrava Herald", None);
        check("Times of mourning\n\nToll", None);
    }
}
