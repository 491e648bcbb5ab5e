//! A line at the top that holds the outlet's name and at most a stamp beside it, or says that it names the outlet.

use super::super::name;
use super::super::stamp::is_stamp;
use super::super::words::lines;
use super::names::is_outlet;
use crate::base::Span;

/// A masthead stands among so many first lines.
const TOP_LINES: usize = 3;

/// Words that say that a name of an outlet follows, lower case; behind the last ones any name is one.
const FIELDS: &[&str] = &["source:", "publisher:", "outlet:", "publication:", "newspaper:"];

/// Signs between the outlet and the stamp beside it; of marks that also stand in headlines only where a stamp follows.
const SIGNS: &[&str] = &[",", " - ", " – ", " — "];

/// The outlet's name in the line, where the rest of the line is a stamp or nothing; Markdown's marks of stress do not count.
pub(super) fn of_line(line: &str) -> Option<Span> {
    let bare = line.trim().trim_matches(['*', '_', '#', ' ']);
    let start = line.find(bare)?;
    let found = of_bare(bare).or_else(|| of_field(bare))?;
    Some(found.shifted(start))
}

fn of_bare(line: &str) -> Option<Span> {
    let mut parts = line.split(['|', '•', '·']);
    let first = parts.next()?;
    let rest = parts.map(str::trim).collect::<Vec<_>>().join(" ");
    if is_name(first.trim()) && (rest.is_empty() || is_stamp(&rest)) {
        return Some(trimmed(first));
    }
    SIGNS.iter().find_map(|sign| {
        let (first, rest) = line.split_once(sign)?;
        (is_name(first.trim()) && is_stamp(rest.trim())).then(|| trimmed(first))
    })
}

/// "Source: Radio Estrava".
fn of_field(line: &str) -> Option<Span> {
    let (field, name) = line.split_at_checked(line.find(':')? + 1)?;
    let field = field.to_lowercase();
    let nth = FIELDS.iter().position(|known| *known == field)?;
    let known = if nth == 0 {
        is_name(name.trim())
    } else {
        is_outlet(name.trim())
    };
    let at = trimmed(name);
    known.then(|| at.shifted(line.len() - name.len()))
}

fn is_name(outlet: &str) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "&");
    outlet.split_whitespace().all(is_word) && !outlet.contains([',', '.']) && name::names_outlet(outlet)
}

fn trimmed(words: &str) -> Span {
    let start = words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
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
        check(
            "Toll rises\nHarrow Monitor, 12 April 2032\nA bomb",
            Some("Harrow Monitor"),
        );
        check(
            "Toll rises\nThe Quay Times, Thursday 15 April 2032\n\nA bomb",
            Some("The Quay Times"),
        );
        check(
            "Toll rises\n\nTHE QUAY TIMES – 15 April 2032\n\nA bomb",
            Some("THE QUAY TIMES"),
        );
        check(
            "# Toll rises\n\n*Harrow Monitor*\n*12 April 2032*\n\nA bomb",
            Some("Harrow Monitor"),
        );
        check(
            "Toll rises\n\nSource: Radio Estrava\nDate: 14/04/2032",
            Some("Radio Estrava"),
        );
        check("Toll rises\nPublisher: Lantern\n\nA bomb", Some("Lantern"));
        check("Toll rises\n\nSource: Health Ministry\n\nA bomb", None);
        check("Toll rises\nPublisher: twelve of them\n\nA bomb", None);
        check("Estrava Herald, March winner, speaks\n\nToll", None);
        check("Post Office, 12 dead\n\nToll", None);
        check("Harrow Monitor, whose editor died\n\nToll", None);
    }
}
