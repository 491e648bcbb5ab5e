//! Parts whose whole the same sentence names: "they were among 130", "on Monday alone", "the other two", "across the country".

use super::lexicon::Tag;
use super::scope_part::{BREAKDOWN, Seat, larger};
use super::scope_runs::is_captive;
use super::text::Text;
use super::when_cue::is_body;
use super::when_words::is_funeral;
use super::{Claim, Draft, Form, Happened};

/// How many tokens behind a count its places may be named.
const PLACED: usize = 12;
/// How many sentences back the whole of "on Monday alone" and "the other two" may stand.
const NEAR: usize = 4;

/// The rule by which the words around a count tell that another one holds it.
pub(super) fn named_whole(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> Option<&'static str> {
    let (draft, seat) = (drafts.get(index)?, seats.get(index)?);
    if draft.claim.form != Form::Number {
        return None;
    }
    let later = || {
        let after = drafts.iter().zip(seats).skip(index + 1).take(BREAKDOWN);
        after
            .take_while(|(_, there)| there.sentence == seat.sentence)
            .filter(|(other, _)| holds(other, draft))
    };
    if later().any(|(_, there)| is_among(text, seat, there)) {
        return Some("part/among-more");
    }
    let same_day = |other: &Draft| other.happened == draft.happened || draft.happened == Happened::Unsaid;
    if names_place(text, seat) && later().any(|(other, there)| is_wide(text, there) && same_day(other)) {
        return Some("part/of-country");
    }
    let earlier = || {
        let before = drafts.iter().zip(seats).take(index).rev().take(BREAKDOWN * 2);
        before
            .take_while(|(_, there)| there.sentence + NEAR >= seat.sentence)
            .filter(|(other, _)| holds(other, draft))
    };
    if is_alone(text, seat) && earlier().next().is_some() {
        return Some("part/alone");
    }
    (is_the_rest(text, seat) && earlier().next().is_some()).then_some("part/the-rest")
}

/// The whole of a part that stands before it: "26 were killed; they were among 130".
pub(super) fn whole_behind(drafts: &[Draft], seats: &[Seat], index: usize) -> Option<String> {
    let (draft, seat) = (drafts.get(index)?, seats.get(index)?);
    if !is_before_its_whole(draft) {
        return None;
    }
    let mut after = drafts.iter().zip(seats).skip(index + 1).take(BREAKDOWN);
    let whole = after.find(|(other, there)| there.sentence == seat.sentence && holds(other, draft));
    whole.map(|(whole, _)| whole.claim.key.clone())
}

/// Whether the count is told to be the rest of a whole: its own parts may follow.
pub(super) fn is_the_rest_of(claim: &Claim) -> bool {
    claim.why.parts.iter().any(|part| &*part.rule == "part/the-rest")
}

/// Whether the whole of the part is told of behind it.
pub(super) fn is_before_its_whole(draft: &Draft) -> bool {
    let rules = ["part/among-more", "part/of-country"];
    draft.claim.why.parts.iter().any(|part| rules.contains(&&*part.rule))
}

/// Whether the one counts more people of the same lot than the other.
fn holds(whole: &Draft, part: &Draft) -> bool {
    let (one, other) = (whole.claim.kind, part.claim.kind);
    (one == other || is_captive(one) && is_captive(other))
        && whole.claim.figure.anchor().is_some()
        && part.claim.figure.anchor().is_some()
        && larger(whole, part)
}

/// "26 were killed in Orla; they were among 130", "two girls who, they said, were among a total of seven"
fn is_among(text: &Text<'_, '_>, part: &Seat, whole: &Seat) -> bool {
    let first = part.tokens.end.max(whole.tokens.start.saturating_sub(4));
    (first..whole.tokens.start + 1)
        .filter(|&at| text.lower(at) == "among" && at > 1)
        .any(|at| {
            matches!(text.lower(at - 1), "were" | "was" | "are") && !matches!(text.lower(at - 2), "whom" | "which")
        })
}

/// "on Monday alone", "in Orla alone", "In Orla district alone nine died"
fn is_alone(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let before = seat.start.max(seat.tokens.start.saturating_sub(4))..seat.tokens.start;
    let headed = before.clone().any(|at| {
        let word = text.lower(at.saturating_sub(1));
        text.lower(at) == "alone"
            && !text.is(at.saturating_sub(1), super::lexicon::Tag::BE)
            && !matches!(word, "let" | "left" | "living")
    });
    if headed && matches!(text.lower(seat.start), "in" | "on" | "at") {
        return true;
    }
    let end = text.sentence(seat.start).end.min(seat.tokens.end + 10);
    (seat.tokens.end..end)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .any(|at| {
            let place = text.is_name(at - 1) || text.lower(at.saturating_sub(2)) == "in";
            text.lower(at) == "alone" && (place || text.lower(at - 1).ends_with("day"))
        })
}

/// "the other two"
fn is_the_rest(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let from = seat.tokens.start.saturating_sub(2).max(seat.start);
    (from..seat.tokens.start + 1)
        .any(|at| text.lower(at) == "the" && text.lower(at + 1) == "other" && text.quantity(at + 2).is_some())
}

/// "Some 200 marched. Several of them were held": those who marched were not harmed, and no count holds the several.
pub(super) fn without_whole(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return false;
    };
    if draft.claim.form != Form::Number || !draft.claim.part_of {
        return false;
    }
    let of_them = seat.tokens.end > seat.tokens.start + 1
        && text.lower(seat.tokens.end - 1) == "them"
        && text.lower(seat.tokens.end - 2) == "of";
    // "Among the marchers, 20 were killed"
    let among = text.lower(seat.start) == "among"
        && text.lower(seat.start + 1) == "the"
        && !(seat.start + 2..seat.tokens.start).any(|at| text.outcome(at).is_some());
    let known = drafts
        .iter()
        .zip(seats)
        .take(index)
        .rev()
        .take(BREAKDOWN)
        .any(|(other, there)| there.sentence + NEAR > seat.sentence && other.claim.form == Form::Number);
    (of_them || among) && !known
}

/// "At least 33 were killed in a bomb attack": another event than that of the counts before.
pub(super) fn tells_new_event(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let end = text.sentence(seat.start).end.min(seat.tokens.end + 8);
    (seat.tokens.end..end)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .any(|at| {
            text.lower(at) == "in"
                && matches!(text.lower(at + 1), "a" | "an" | "another")
                && (at + 2..at + 5).any(|at| super::scope::INCIDENT.contains(&text.lower(at)))
        })
}

/// "six of the injured", "60 of the bodies"
pub(super) fn is_of_the_harmed(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let end = seat.tokens.end.min(seat.start + 60);
    let harmed = |at: usize| {
        matches!(
            text.lower(at),
            "dead"
                | "wounded"
                | "injured"
                | "victims"
                | "bodies"
                | "killed"
                | "casualties"
                | "fatalities"
                | "deaths"
                | "deceased"
                | "arrested"
                | "detained"
                | "detainees"
                | "missing"
                | "hostages"
                | "abducted"
                | "displaced"
                | "slain"
                | "hurt"
                | "injuries"
        )
    };
    (seat.tokens.start..end + 1).any(|at| {
        text.lower(at) == "of"
            && matches!(text.lower(at + 1), "the" | "those" | "these" | "all")
            && (harmed(at + 2) || harmed(at + 3) && !text.is(at + 2, Tag::PREP))
    })
}

/// "the bodies of two of the gunmen", "the funeral of two of the marchers": the rest of them were told of before.
pub(super) fn bodies_of(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let at = seat.tokens.start;
    let dead = at >= seat.start + 2
        && text.lower(at - 1) == "of"
        && (is_body(text.lower(at - 2)) || is_funeral(text.lower(at - 2)));
    let of = (at + 1..seat.tokens.end).any(|at| text.reads(at, &["of", "the"]) && text.is(at + 2, Tag::PERSON));
    dead && of
}

/// "were killed across the country": a count of many places.
fn is_wide(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let sentence = text.sentence(seat.start);
    let last = sentence.end.min(seat.tokens.end + PLACED);
    (seat.tokens.end..last)
        .take_while(|&at| text.quantity(at).is_none())
        .any(|at| {
            let over = matches!(text.lower(at), "across" | "around" | "throughout" | "over");
            matches!(text.lower(at), "nationwide" | "countrywide")
                || over && (text.is_name(at + 1) || matches!(text.lower(at + 2), "country" | "nation"))
        })
}

/// "died in Orla", "were killed in the nearby city of Kelm"
fn names_place(text: &Text<'_, '_>, seat: &Seat) -> bool {
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

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts, `part` behind those that are parts of another.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "The monitors said 26 people were killed in Orla and that they were among 130 people killed in Varland.",
            "26 part; 130",
        ),
        (
            "Reporters saw the bodies of two girls who, doctors said, were among seven people killed in the strike.",
            "2 part; 7",
        ),
        (
            "Ten people were killed by shelling in Orla and some 58 people died across Varland.",
            "10 part; 58",
        ),
        (
            "Some 300 people were killed in the storm. At least 95 people were killed in Orla alone.",
            "300; 95 part",
        ),
        (
            "Police arrested eight men. Six were jailed and the other two were detained in Orla.",
            "8; 6 part; 2 part",
        ),
        (
            "Officials put the toll of the floods since June at 812. In Kelm district alone 96 deaths were recorded.",
            "812; 96 part",
        ),
        // no whole that holds them
        ("At least 95 people were killed in Orla alone.", "95"),
        ("Some 200 students marched in Orla. Several of them were arrested.", "?"),
        ("Among the thousands who marched, at least 20 people were killed.", "20"),
        ("Ten people were killed in Orla and 58 people died in Kelm.", "10; 58"),
        (
            "The toll rose to 98. At least 33 were killed in a bomb attack in Orla.",
            "98; 33",
        ),
    ];

    #[test]
    fn parts_are_told_by_the_whole_that_is_named() {
        for (text, expected) in EXAMPLES {
            let drawn: Vec<String> = drafts(text)
                .iter()
                .filter(|draft| draft.claim.form == super::Form::Number)
                .map(|draft| {
                    let part = if draft.claim.part_of { " part" } else { "" };
                    let value = draft
                        .claim
                        .figure
                        .anchor()
                        .filter(|_| draft.claim.figure.value.is_some());
                    format!(
                        "{}{part}",
                        value.map_or_else(|| "?".to_owned(), |value| value.to_string())
                    )
                })
                .collect();
            assert_eq!(drawn.join("; "), *expected, "{text}");
        }
    }
}
