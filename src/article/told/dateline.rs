//! The dateline with which a report begins: place, day, agency, dash.

use super::super::stamp::{is_date_word, is_stamp_word};
use super::super::words::{fold, is_number};
use super::names::is_outlet;
use crate::base::Span;

/// A dateline ends within so many bytes.
const MAX_BYTES: usize = 120;

/// Where a dateline lies in its line.
pub(super) struct Dateline {
    /// One past its dash and the blanks behind it.
    pub(super) end: usize,
    /// The agency in its brackets.
    pub(super) agency: Option<Span>,
}

impl Dateline {
    fn shifted(self, bytes: usize) -> Self {
        Self {
            end: self.end + bytes,
            agency: self.agency.map(|span| span.shifted(bytes)),
        }
    }
}

/// The dateline at the beginning of a line.
pub(super) fn of(line: &str) -> Option<Dateline> {
    let (head, after) = at_dash(line)?;
    let (place, agency) = split_agency(head);
    let is_told = starts_in_capitals(place) || (agency.is_some() && is_place_and_day(place));
    (is_told && fold(place).len() <= 14).then(|| Dateline {
        end: line.len() - after.len(),
        agency,
    })
}

/// Where a dateline begins inside a torn line: at the place in capitals before a bar with a day, or before an agency
/// and a dash.
pub(super) fn inside(line: &str) -> Option<usize> {
    let mut end = line.len().min(2 * MAX_BYTES);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = line.get(..end)?;
    let mut ends = head.match_indices(" | ").chain(head.match_indices(" ("));
    ends.find_map(|(at, sign)| {
        let after = head.get(at + sign.len()..)?;
        let is_told = if sign == " | " {
            fold(after).first().is_some_and(|word| is_stamp_word(word))
        } else {
            after
                .split_once(") ")
                .is_some_and(|(name, rest)| is_outlet(name) && rest.starts_with(['-', '–', '—']))
        };
        let before = head.get(..at)?;
        let place = before.rfind(' ').map_or(0, |gap| gap + 1);
        (is_told && place > 0 && starts_in_capitals(before.get(place..)?)).then_some(place)
    })
}

/// The agency of a dateline at the beginning of a line or inside a torn one.
pub(super) fn agency(line: &str) -> Option<Span> {
    let start = inside(line).unwrap_or(0);
    let found = of(line).or_else(|| of(line.get(start..)?).map(|found| found.shifted(start)))?;
    found.agency
}

/// What stands before the first dash between words and what stands behind it.
fn at_dash(line: &str) -> Option<(&str, &str)> {
    let mut blank_before = false;
    for (at, c) in line.char_indices().take_while(|(at, _)| *at <= MAX_BYTES) {
        let after = line.get(at..)?;
        let is_dash = matches!(c, '–' | '—') || (c == '-' && (after.starts_with("- ") || after.starts_with("--")));
        if is_dash && (blank_before || c == '—') {
            return Some((
                line.get(..at)?.trim_end(),
                after.trim_start_matches([' ', '-', '–', '—']),
            ));
        }
        blank_before = c == ' ' || c == ')';
    }
    None
}

/// The words before the brackets that end a dateline, and the name in them.
fn split_agency(head: &str) -> (&str, Option<Span>) {
    let named = head.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    match named {
        Some((place, name)) if is_outlet(name) => (
            place.trim_end(),
            Some(Span::new(place.len() + 1, place.len() + 1 + name.len())),
        ),
        _ => (head, None),
    }
}

/// "VARLAND, Estrava": the place in capitals, whatever comes after must be capitalised or a date.
fn starts_in_capitals(place: &str) -> bool {
    let first = place.split([' ', ',', '/']).next().unwrap_or_default();
    let is_capitals = first.chars().count() >= 3 && first.chars().all(|c| c.is_uppercase() || c == '-' || c == '.');
    is_capitals && is_capitalised(place)
}

/// "Varland, March 3": a comma with a day behind it, or nothing at all.
fn is_place_and_day(place: &str) -> bool {
    let words = fold(place);
    words.is_empty()
        || (is_capitalised(place) && words.iter().skip(1).any(|word| is_number(word) || is_date_word(word)))
}

fn is_capitalised(place: &str) -> bool {
    place.split_whitespace().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "|/(".contains(c))
            || fold(word).iter().all(|word| is_stamp_word(word))
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn datelines_end_at_their_dash() {
        for (line, end, agency) in [
            ("VARLAND – Rescuers", "Rescuers", None),
            ("VARLAND, Estrava (KNA) — Rescuers", "Rescuers", Some("KNA")),
            ("VARLAND (KNA) -- Rescuers", "Rescuers", Some("KNA")),
            (
                "Varland, March 3 (Estrava News) - Rescuers",
                "Rescuers",
                Some("Estrava News"),
            ),
            (
                "VARLAND | Thu Mar 3, 2031 6:19 am EST VARLAND (KNA) - Rescuers",
                "Rescuers",
                Some("KNA"),
            ),
            ("(KNA) - Rescuers", "Rescuers", Some("KNA")),
            ("SAN MORO, March 3 —", "", None),
        ] {
            let found = of(line);
            assert_eq!(
                found.as_ref().and_then(|found| line.get(found.end..)),
                Some(end),
                "{line}"
            );
            assert_eq!(
                found.and_then(|found| found.agency).map(|agency| agency.of(line)),
                agency,
                "{line}"
            );
        }
        for line in [
            "Toll rises - 12 dead",
            "The National Guard of Estrava (NGE) - said",
            "UN - toll rises",
            "Rescuers in VARLAND - said",
            "VARLAND was quiet - at last",
            "Varland",
            "",
        ] {
            assert!(of(line).is_none(), "{line}");
        }
    }
}
