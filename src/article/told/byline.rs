//! Who wrote it: bylines, sign-offs, "Write to ... at ...".

use super::super::facts::{Boilerplate, BoilerplateKind, FactBasis, Stated};
use super::super::words::{clean, lines};
use super::names::is_person;
use crate::base::Span;

/// What a byline begins with, lower case.
const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "posted by ",
    "author: ",
    "reporter: ",
    "reported by ",
    "story by ",
];

/// What a credit begins with that names the writer.
const CREDITS: &[&str] = &[
    "(reporting by ",
    "reporting by ",
    "write to ",
    "(reporting and writing by ",
    "(writing by ",
];

/// What ends the names of a credit.
const CREDIT_ENDS: &[&str] = &[";", ")", " at ", " in "];

/// A byline stands among so many first lines.
const TOP_LINES: usize = 8;

/// The writer or writers as the text names them.
pub(in super::super) fn author(text: &str, boilerplate: &[Boilerplate]) -> Option<Stated> {
    let top = lines(text)
        .take(TOP_LINES)
        .find_map(|line| byline(line.of(text)).flatten().map(|span| span.shifted(line.start())));
    let span = top.or_else(|| boilerplate.iter().find_map(|part| credited(text, part)))?;
    Some(Stated {
        value: clean(span.of(text)),
        span: Some(span),
        basis: FactBasis::Text,
    })
}

/// `None` where the line is no byline, nothing inside where it names nobody ("By Staff Reporter").
pub(super) fn byline(line: &str) -> Option<Option<Span>> {
    if line.len() > 120 {
        return None;
    }
    let start = OPENINGS.iter().find_map(|opening| starts(line, opening))?;
    let names = line.get(start..)?;
    let end = names.find([',', '|', ';', '(', '•', '·']).unwrap_or(names.len());
    let names = names.get(..end)?.trim_end();
    if are_people(names) {
        return Some(Some(Span::new(start, start + names.len())));
    }
    let num_words = line.split_whitespace().count();
    let is_staff = num_words <= 6
        && ["staff", "reporter", "correspondent", "desk", "agencies", "admin"]
            .iter()
            .any(|word| {
                names
                    .to_lowercase()
                    .split_whitespace()
                    .any(|found| found.trim_end_matches('s') == word.trim_end_matches('s'))
            });
    is_staff.then_some(None)
}

fn are_people(names: &str) -> bool {
    let mut all = names.split(" and ").flat_map(|part| part.split(" & ")).peekable();
    all.peek().is_some() && all.all(is_person)
}

/// The names in a sign-off or in a line that says where to write to.
fn credited(text: &str, part: &Boilerplate) -> Option<Span> {
    if part.kind != BoilerplateKind::Credit {
        return None;
    }
    lines(part.span.of(text)).find_map(|line| {
        let words = line.of(part.span.of(text));
        let start = CREDITS.iter().find_map(|opening| starts(words, opening))?;
        let names = words.get(start..)?;
        let end = CREDIT_ENDS
            .iter()
            .filter_map(|end| names.find(end))
            .min()
            .unwrap_or(names.len());
        let names = names.get(..end)?;
        are_people(names).then(|| Span::new(start, start + names.len()).shifted(part.span.start() + line.start()))
    })
}

/// Where the line goes on after the opening, whatever its case.
fn starts(line: &str, opening: &str) -> Option<usize> {
    let head = line.get(..opening.len())?;
    head.eq_ignore_ascii_case(opening).then_some(opening.len())
}

#[cfg(test)]
mod tests {
    use super::byline;

    #[test]
    fn bylines_name_people_or_nobody() {
        for (line, name) in [
            ("By Jane Doe", "Jane Doe"),
            ("BY JANE DOE", "JANE DOE"),
            ("By Jane Doe and Ann Weir, Varland Lantern", "Jane Doe and Ann Weir"),
            ("Written by Jane Doe | March 3, 2031", "Jane Doe"),
        ] {
            assert_eq!(byline(line).flatten().map(|span| span.of(line)), Some(name), "{line}");
        }
        assert_eq!(byline("By our Staff Reporter"), Some(None));
        for line in [
            "By Sunday 12 were dead",
            "By Sunday Evening",
            "By then",
            "Toll rises",
            "By Jane",
            "Standing by Jane Doe",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
