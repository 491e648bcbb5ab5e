//! One shape and colour for an outlet in charts by publisher and for the same outlet as a speaker in charts by speaker.

use std::collections::BTreeMap;

use super::chart_settings::Seat;

/// Before the line's key of a speaker that is an outlet too.
pub(super) const OUTLET_SPEAKER: &str = "outlet ";

const AS_SPEAKER: &str = "speaker:outlet ";
const AS_PUBLISHER: &str = "publisher:";

/// The key under which a source's shape and colour are kept: an outlet that speaks keeps those that it publishes with.
pub(super) fn seat_key(key: &str) -> String {
    match key.strip_prefix(AS_SPEAKER) {
        Some(outlet) => format!("{AS_PUBLISHER}{outlet}"),
        None => key.to_owned(),
    }
}

/// True for a source whose shape and colour are kept under another key.
pub(super) fn is_led(key: &str) -> bool {
    key.starts_with(AS_SPEAKER)
}

/// Seats that are kept and, for outlets that speak, those that they have in the chart by publisher.
pub(super) fn with_publishers(
    mut kept: BTreeMap<String, Option<Seat>>,
    keys: &[String],
    publishers: impl FnOnce() -> Vec<(String, Option<Seat>)>,
) -> BTreeMap<String, Option<Seat>> {
    let open: Vec<String> = keys.iter().filter(|key| is_led(key)).map(|key| seat_key(key)).collect();
    if open.iter().all(|key| kept.contains_key(key)) {
        return kept;
    }
    for (key, seat) in publishers() {
        if open.contains(&key) {
            kept.entry(key).or_insert(seat);
        }
    }
    kept
}
