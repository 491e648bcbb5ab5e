//! A claim's fields and the places of its words as JSON has them, in readings and in exports alike.

use serde::Serialize;

use crate::base::{Offsets, Span};
use crate::claim::{Claim, Roles};

/// The fields of a claim.
#[derive(Serialize)]
pub(super) struct Values<'r> {
    kind: &'static str,
    value: Option<u64>,
    low: Option<u64>,
    high: Option<u64>,
    qualifier: &'static str,
    form: &'static str,
    victims: Option<&'r str>,
    victim_class: &'static str,
    speaker: Option<&'r str>,
    relay: Option<&'r str>,
    as_of: Option<String>,
    event_date: Option<String>,
    place: Option<PlaceOut<'r>>,
    scope: &'static str,
    part_of: bool,
    part_of_id: Option<&'r str>,
    modality: &'static str,
}

impl Values<'_> {
    /// Without an as-of day that is a month or longer: "in January" names no day.
    pub(super) fn by_day(self, claim: &Claim) -> Self {
        let as_of = claim.as_of_day().map(ToString::to_string);
        Self { as_of, ..self }
    }
}

/// A place: the words, and the fullest name.
#[derive(Serialize)]
struct PlaceOut<'r> {
    text: &'r str,
    canonical: &'r str,
}

/// Where the words stand that a field was read from, in code points: first, and first behind.
#[derive(Serialize)]
pub(super) struct RolesOut {
    number: Option<[usize; 2]>,
    outcome: Option<[usize; 2]>,
    victims: Option<[usize; 2]>,
    speaker: Option<[usize; 2]>,
    relay: Option<[usize; 2]>,
    as_of: Option<[usize; 2]>,
    event_date: Option<[usize; 2]>,
    place: Option<[usize; 2]>,
}

/// The fields of a claim.
pub(super) fn values(claim: &Claim) -> Values<'_> {
    Values {
        kind: claim.kind.id(),
        value: claim.figure.value,
        low: claim.figure.low,
        high: claim.figure.high,
        qualifier: claim.figure.qualifier.id(),
        form: claim.form.id(),
        victims: claim.victims.as_deref(),
        victim_class: claim.victim_class.id(),
        speaker: claim.speaker.as_deref(),
        relay: claim.relay.as_deref(),
        as_of: claim.as_of.as_ref().map(ToString::to_string),
        event_date: claim.event_date.as_ref().map(ToString::to_string),
        place: claim.place.as_ref().map(|place| PlaceOut {
            text: &place.words,
            canonical: &place.canonical,
        }),
        scope: claim.scope.id(),
        part_of: claim.part_of,
        part_of_id: claim.part_of_key.as_deref(),
        modality: claim.modality.id(),
    }
}

/// The places of its words.
pub(super) fn roles(roles: &Roles, offsets: &Offsets<'_>) -> RolesOut {
    let pair = |span: Option<Span>| span.map(|span| offsets.chars(span)).map(|(start, end)| [start, end]);
    RolesOut {
        number: pair(roles.number),
        outcome: pair(roles.outcome),
        victims: pair(roles.victims),
        speaker: pair(roles.speaker),
        relay: pair(roles.relay),
        as_of: pair(roles.as_of),
        event_date: pair(roles.event_date),
        place: pair(roles.place),
    }
}

/// How sure the machine is of its reading: 0 to 1, to three digits.
pub(super) fn confidence(claim: &Claim) -> f64 {
    (f64::from(claim.confidence) * 1000.0).round() / 1000.0
}
