//! How far the sides of a conflict lie apart, and how much that matters.

use super::findings::{Side, id};
use super::words;
use crate::link::{Conflict, ConflictSort, Likely};
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimId, Store};

/// How much a conflict matters: how far those lie apart who are named for their figures, and how many they are. What only an
/// article itself gives is often of one town or one hospital, whatever the ratio.
pub(super) fn weight(store: &Store, conflict: &Conflict, sides: &[Side]) -> f64 {
    if conflict.sort != ConflictSort::Numbers {
        return 0.0;
    }
    let is_named = |claim: ClaimId| store.claim(claim).is_some_and(|row| row.claim().speaker.is_some());
    let named = conflict
        .sides
        .iter()
        .zip(sides)
        .filter(|(side, _)| side.claims.iter().filter_map(id).any(is_named));
    let anchors: Vec<u64> = named.filter_map(|(_, side)| side.figure.anchor()).collect();
    let (Some(low), Some(high)) = (anchors.iter().min(), anchors.iter().max()) else {
        return 0.0;
    };
    let apart = (*high.max(&1) as f64 / *low.max(&1) as f64).log2();
    apart * (1.0 + (anchors.len() as f64).log2())
}

/// "by Fri 14 March"; "Port Calder by Fri 14 March"; for an incident "Harbour Gate, Thu 13 March"; of a later figure whether
/// its source had the earlier one: "updated, Fri 14 March". Days have their year where it is not the `only` one.
pub(super) fn title(conflict: &Conflict, only: Option<i16>) -> String {
    let day = words::day_among(conflict.day, only);
    if conflict.sort == ConflictSort::Update {
        let place = conflict.place.as_ref().map(|place| format!("{place}, "));
        let whose = if conflict.likely == Likely::LaterOther {
            "later, by another source"
        } else {
            "updated"
        };
        return format!("{}{whose}, {day}", place.unwrap_or_default());
    }
    match &conflict.place {
        Some(place) if conflict.is_incident => format!("{place}, {day}"),
        Some(place) => format!("{place} by {day}"),
        None => format!("by {day}"),
    }
}

/// "2.4 ×", "6 and 0": how far the highest figure lies above the lowest; vague words count where they alone differ.
pub(super) fn measure(sides: &[Side]) -> String {
    let is_firm = |side: &&Side| side.figure.qualifier != Qualifier::Vague;
    let has_firm = sides.iter().filter(is_firm).count() > 1;
    let taken = || sides.iter().filter(|side| !has_firm || is_firm(side));
    let anchors = || taken().filter_map(|side| side.figure.anchor());
    match (anchors().min(), anchors().max()) {
        (Some(low), Some(high)) if low > 0 && high / low >= 20 => format!("{} ×", words::number(high / low)),
        (Some(low), Some(high)) if low > 0 => format!("{:.1} ×", high as f64 / low as f64),
        (Some(low), Some(high)) => format!("{} and {}", words::number(high), words::number(low)),
        _ => String::new(),
    }
}

/// True where no number satisfies the words of all sides.
pub(super) fn apart(sides: &[Side]) -> bool {
    let low = sides.iter().map(|side| allowed(&side.figure).0).fold(0.0, f64::max);
    let high = sides
        .iter()
        .map(|side| allowed(&side.figure).1)
        .fold(f64::INFINITY, f64::min);
    low > high
}

/// The numbers that the words allow; "about N" counts as N ± 10 %.
fn allowed(figure: &Figure) -> (f64, f64) {
    let low = figure.low.map_or(0.0, |low| low as f64);
    let high = figure.high.map_or(f64::INFINITY, |high| high as f64);
    match (figure.qualifier, figure.value) {
        (Qualifier::About, Some(value)) => (value as f64 * 0.9, value as f64 * 1.1),
        (Qualifier::Almost, Some(value)) => (value as f64 * 0.9, value as f64),
        (Qualifier::MoreThan, _) => (low + 1.0, high),
        _ => (low, high),
    }
}
