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
