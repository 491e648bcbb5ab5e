//! Parts of the incident that the lead tells of: the found, children and women, one side of those who were harmed.

use super::scope_part::{LEAD, Seat, is_additional};
use super::text::Text;
use super::when_cue::is_found;
use super::{Draft, Form, Happened, VictimClass};

/// How many times as large as its part a whole of one incident may be.
const RATIO: u64 = 30;

/// "16 were taken in the first village": a smaller count of the incident whose whole the lead gives, by place or people.
pub(super) fn of_incident(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> Option<&'static str> {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return None;
    };
    let claim = &draft.claim;
    if !matches!(draft.happened, Happened::Time(_)) {
        return None;
    }
    let small = claim.figure.anchor()?;
    let mut lead = drafts
        .iter()
        .zip(seats)
        .take(index)
        .take_while(|(_, there)| there.sentence < LEAD);
    let whole = lead.find(|(other, there)| {
        there.sentence < seat.sentence
            && other.claim.kind == claim.kind
            && other.happened == draft.happened
            && other.claim.form == Form::Number
            && !other.claim.part_of
    });
    let (whole, _) = whole?;
    let general = whole.claim.victim_class == VictimClass::Unspecified;
    let narrower = general && (narrow_noun(text, seat) || by_side(text, drafts, seats, index));
    let more = is_additional(text, seat);
    let found = claim
        .roles
        .outcome
        .is_some_and(|outcome| is_found(text, &seat.tokens, &text.scan.tokens_in(outcome)));
    let elsewhere = claim.place.as_ref().is_some_and(|place| {
        whole
            .claim
            .place
            .as_ref()
            .is_none_or(|other| other.words != place.words)
    });
    let inside = whole
        .claim
        .figure
        .anchor()
        .is_some_and(|whole| small < whole && small.saturating_mul(RATIO) >= whole);
    if !inside {
        return None;
    }
    if found {
        return Some("part/of-incident");
    }
    // "the second dead miner": one of those counted before
    let ranked = seat
        .tokens
        .clone()
        .any(|at| matches!(text.lower(at), "second" | "third" | "fourth" | "fifth" | "sixth"));
    (!more && (narrower || elsewhere && ranked)).then_some("part/of-incident")
}

/// "four guards and four villagers were killed": a sentence that breaks a count down by side.
fn by_side(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return false;
    };
    let near = index.saturating_sub(1)..index + 2;
    near.filter(|&at| at != index).any(|at| {
        let (Some(other), Some(there)) = (drafts.get(at), seats.get(at)) else {
            return false;
        };
        let (one, other_class) = (draft.claim.victim_class, other.claim.victim_class);
        let between = seat.tokens.end.min(there.tokens.end)..seat.tokens.start.max(there.tokens.start);
        there.sentence == seat.sentence
            && other.claim.kind == draft.claim.kind
            && ![one, other_class].contains(&VictimClass::Unspecified)
            && one != other_class
            && between.into_iter().any(|at| text.lower(at) == "and")
    })
}

/// "nine children", "two women"
fn narrow_noun(text: &Text<'_, '_>, seat: &Seat) -> bool {
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
