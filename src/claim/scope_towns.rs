//! Counts of single towns below the count of the whole: "45 died. … 17 were killed in the town of Orla and 15 in the town of Kelm".

use super::lexicon::Tag;
use super::scope_part::{BREAKDOWN, Seat, larger};
use super::text::Text;
use super::{Draft, Form, Happened};

/// How many tokens behind or before a count its town may be named.
const NEAR: usize = 12;

/// The counts that stand for one town each, two or more of them within their whole, or one whose place the whole's sentence lists.
pub(super) fn by_town(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], breaks: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    for (whole, (draft, seat)) in drafts.iter().zip(seats).enumerate() {
        let counted = draft.claim.form == Form::Number && draft.claim.figure.anchor().is_some();
        if !counted || draft.claim.part_of {
            continue;
        }
        found.extend(of_listed_places(text, drafts, seats, whole));
        if town(text, seat).is_some() {
            continue;
        }
        let next = breaks.partition_point(|&sentence| sentence <= seat.sentence);
        let end = breaks.get(next).copied().unwrap_or(usize::MAX);
        let below: Vec<usize> = (whole + 1..drafts.len())
            .take(BREAKDOWN)
            .filter(|&index| {
                drafts.get(index).zip(seats.get(index)).is_some_and(|(other, there)| {
                    there.sentence > seat.sentence
                        && there.sentence < end.min(seat.sentence + BREAKDOWN / 2)
                        && other.claim.figure.anchor().is_some()
                        && is_smaller(draft, other)
                })
            })
            .collect();
        if is_wide(text, seat) {
            found.extend(below.iter().copied().filter(|&index| {
                let same = drafts.get(index).is_some_and(|other| other.happened == draft.happened);
                seats.get(index).is_some_and(|there| {
                    (same || there.sentence == seat.sentence + 1)
                        && (town(text, there).is_some() || names_place(text, there))
                })
            }));
            continue;
        }
        let placed: Vec<usize> = below
            .iter()
            .copied()
            .filter(|&index| seats.get(index).is_some_and(|there| town(text, there).is_some()))
            .collect();
        let sum: u64 = placed
            .iter()
            .filter_map(|&index| drafts.get(index)?.claim.figure.anchor())
            .fold(0, u64::saturating_add);
        let within = draft.claim.figure.anchor().is_some_and(|anchor| sum <= anchor);
        if placed.len() > 1 && within {
            found.extend(placed);
        } else {
            found.extend(below.into_iter().filter(|&index| {
                seats
                    .get(index)
                    .is_some_and(|there| there.sentence == seat.sentence + 1 && is_listed(text, seat, there))
            }));
        }
    }
    found
}

/// A smaller count of the same harm, told of no other day.
fn is_smaller(whole: &Draft, part: &Draft) -> bool {
    part.claim.kind == whole.claim.kind
        && part.claim.form == Form::Number
        && larger(whole, part)
        && (part.happened == whole.happened || part.happened == Happened::Unsaid)
}

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

/// "in the town of Orla", "in Orla district", "In neighbouring Orla province, …": the name of the town.
fn town(text: &Text<'_, '_>, seat: &Seat) -> Option<usize> {
    let sentence = text.sentence(seat.start);
    let kind = |at: usize| {
        matches!(
            text.lower(at),
            "town"
                | "city"
                | "village"
                | "district"
                | "county"
                | "province"
                | "municipality"
                | "region"
                | "suburb"
                | "state"
        )
    };
    let from = seat.tokens.start.saturating_sub(3 * NEAR).max(sentence.start);
    let near = |at: usize| {
        (at >= seat.tokens.end || at + NEAR >= seat.tokens.start || at < sentence.start + 2)
            && !(at.min(seat.tokens.end)..at).any(|at| text.quantity(at).is_some())
    };
    (from..sentence.end.min(seat.tokens.end + NEAR))
        .filter(|&at| matches!(text.lower(at), "in" | "on") && near(at))
        .find_map(|at| {
            let of = (at + 1..at + 5).find(|&of| kind(of) && text.lower(of + 1) == "of" && text.is_name(of + 2));
            let behind = || (at + 1..at + 4).find(|&name| text.is_name(name) && kind(name + 1));
            of.map(|of| of + 2).or_else(behind)
        })
}

/// "34 were shot dead in Orla province, the city of Kelm and in Sevrin. … Five were killed in Sevrin": the whole's sentence
/// lists the place.
fn of_listed_places(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], whole: usize) -> Vec<usize> {
    let (Some(draft), Some(seat)) = (drafts.get(whole), seats.get(whole)) else {
        return Vec::new();
    };
    let places = listed_places(text, seat);
    if places.len() < PLACES {
        return Vec::new();
    }
    let of_place = |there: &Seat| {
        let end = text.sentence(there.start).end.min(there.tokens.end + NEAR);
        (there.tokens.end..end)
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .filter(|&at| text.lower(at) == "in")
            .flat_map(|at| at + 1..at + 7)
            .take_while(|&at| at < end)
            .any(|at| text.is_name(at) && places.contains(&text.lower(at)))
    };
    let below = drafts.iter().zip(seats).enumerate().skip(whole + 1).take(BREAKDOWN);
    below
        .filter(|(_, (other, there))| {
            there.sentence > seat.sentence
                && there.sentence <= seat.sentence + LISTED
                && is_smaller(draft, other)
                && of_place(there)
        })
        .map(|(index, _)| index)
        .collect()
}

/// How many sentences below a list of places one of them is told of.
const LISTED: usize = 12;
/// How many places make a list.
const PLACES: usize = 3;

/// The last names of the places that a sentence lists behind a count: "in Orla, Kelm and Tarn".
fn listed_places<'s>(text: &'s Text<'_, '_>, seat: &Seat) -> Vec<&'s str> {
    let sentence = text.sentence(seat.start);
    let Some(first) = (seat.tokens.end..sentence.end.min(seat.tokens.end + 2 * NEAR))
        .find(|&at| text.lower(at) == "in" && (at + 1..at + 6).any(|at| text.is_name(at)))
    else {
        return Vec::new();
    };
    let closes = |at: usize| {
        !text.is_name(at + 1) && (matches!(text.lower(at + 1), "," | "and" | ".") || at + 1 >= sentence.end)
    };
    (first + 1..sentence.end)
        .take_while(|&at| text.outcome(at).is_none() && !text.is(at, Tag::SAY))
        .filter(|&at| text.is_name(at) && closes(at))
        .map(|at| text.lower(at))
        .collect()
}

/// "were displaced in Orla, Kelm and Tarn State. In Tarn State, 40 …": the place of the second is one of the first's list.
fn is_listed(text: &Text<'_, '_>, whole: &Seat, part: &Seat) -> bool {
    if text.lower(part.start) != "in" || !text.is_name(part.start + 1) {
        return false;
    }
    let name = text.lower(part.start + 1);
    let sentence = text.sentence(whole.start);
    let there = (whole.tokens.end..sentence.end).find(|&at| text.is_name(at) && text.lower(at) == name);
    there.is_some_and(|at| {
        let joint = |at: usize| matches!(text.lower(at), "," | "and");
        joint(at.saturating_sub(1)) || joint(at + 1) && text.is_name(at + 2)
    })
}

/// "nine children", "two women"
pub(super) fn narrow_noun(text: &Text<'_, '_>, seat: &Seat) -> bool {
    seat.tokens.clone().any(|at| {
        matches!(
            text.lower(at),
            "children"
                | "women"
                | "men"
                | "girls"
                | "boys"
                | "child"
                | "woman"
                | "students"
                | "workers"
                | "infants"
                | "babies"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts, `part` behind those that are parts of another.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "At least 45 people died in the quake. At least 16 people died in the town of Orla and another 11 died in the town of Kelm.",
            "45; 16 part; 11 part",
        ),
        (
            "Floods killed 60 people. In Orla district 20 people died. In neighbouring Kelm district 12 people died.",
            "60; 20 part; 12 part",
        ),
        (
            "Some 25,000 people were displaced in Orla, Kelm and Tarn. In Tarn, 7,000 people were displaced.",
            "25000; 7000 part",
        ),
        (
            "At least 34 people were shot dead in the province of Orla, the city of Kelm and in the old town of Sevrin. \
             Marr was away. Activists said five people were killed in the old town of Sevrin.",
            "34; 5 part",
        ),
        (
            "At least 34 people were shot dead in the province of Orla, the city of Kelm and in the old town of Sevrin. \
             Marr was away. Activists said five people were killed in the old town of Tarn.",
            "34; 5",
        ),
        // more than the whole, one town alone, a place that the whole does not list
        (
            "Floods killed 30 people. In Orla district 20 people died. In Kelm district 12 people died.",
            "30; 20; 12",
        ),
        ("A bomb killed 30 people. In Orla district 20 people died.", "30; 20"),
        (
            "Some 25,000 people were displaced in Orla, Kelm and Tarn. In Sevrin, 7,000 people were displaced.",
            "25000; 7000",
        ),
    ];

    #[test]
    fn towns_are_parts_of_their_whole() {
        for (text, expected) in EXAMPLES {
            let drawn: Vec<String> = drafts(text)
                .iter()
                .filter(|draft| draft.claim.form == super::super::Form::Number)
                .map(|draft| {
                    let part = if draft.claim.part_of { " part" } else { "" };
                    format!("{}{part}", draft.claim.figure.anchor().unwrap_or_default())
                })
                .collect();
            assert_eq!(drawn.join("; "), *expected, "{text}");
        }
    }
}
