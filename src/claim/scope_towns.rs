//! Words of place beside a count.

use super::scope_part::Seat;
use super::text::Text;

/// How many tokens behind or before a count its town may be named.
const NEAR: usize = 12;

/// "were killed across the country": a count of many places.
pub(super) fn is_wide(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let sentence = text.sentence(seat.start);
    let last = sentence.end.min(seat.tokens.end + NEAR);
    (seat.tokens.end..last)
        .take_while(|&at| text.quantity(at).is_none())
        .any(|at| {
            let over = matches!(text.lower(at), "across" | "around" | "throughout" | "over");
            matches!(text.lower(at), "nationwide" | "countrywide")
                || over && (text.is_name(at + 1) || matches!(text.lower(at + 2), "country" | "nation"))
        })
}

/// "died in Orla", "were killed in the nearby city of Kelm"
pub(super) fn names_place(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let end = text.sentence(seat.start).end.min(seat.tokens.end + 6);
    (seat.tokens.end..end)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find(|&at| matches!(text.lower(at), "in" | "near"))
        .is_some_and(|at| {
            (at + 1..at + 7)
                .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
                .any(|at| text.is_name(at))
        })
}
