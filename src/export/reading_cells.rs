//! What a claim says, as the cells of a table: the same in every CSV.

use crate::claim::Claim;

/// The columns of [`reading_cells`].
pub(super) const READING_COLUMNS: &[&str] = &[
    "kind",
    "value",
    "low",
    "high",
    "qualifier",
    "form",
    "victims",
    "victim_class",
    "speaker",
    "relay",
    "as_of",
    "event_date",
    "place",
    "scope",
    "part_of",
    "part_of_id",
    "modality",
];

/// The claim's fields, empty where nothing is stated.
pub(super) fn reading_cells(claim: &Claim) -> Vec<String> {
    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let time = |time: Option<&crate::time::Value>| time.map(ToString::to_string).unwrap_or_default();
    vec![
        claim.kind.id().to_owned(),
        number(claim.figure.value),
        number(claim.figure.low),
        number(claim.figure.high),
        claim.figure.qualifier.id().to_owned(),
        claim.form.id().to_owned(),
        words(&claim.victims),
        claim.victim_class.id().to_owned(),
        words(&claim.speaker),
        words(&claim.relay),
        // readings name the day at which a figure holds or none; the window keeps the month for its charts
        time(claim.as_of_day()),
        time(claim.event_date.as_ref()),
        claim
            .place
            .as_ref()
            .map(|place| place.words.clone())
            .unwrap_or_default(),
        claim.scope.id().to_owned(),
        claim.part_of.to_string(),
        words(&claim.part_of_key),
        claim.modality.id().to_owned(),
    ]
}
