//! Figures that are probably rounded though no word says so.

use super::conclusions::Row;
use crate::claim::{Form, Modality};
use crate::quantity::Qualifier;

/// From this number on a round one is told: below, round numbers are common enough.
const LEAST: u64 = 100;

/// A figure that may be an estimate: it has one digit and zeros, and no hedge. A hint, not a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundFigure {
    /// The claim.
    pub claim: u64,
    /// Why, in a sentence.
    pub reason: String,
}

/// All such figures.
pub(super) fn round(rows: &[Row<'_>]) -> Vec<RoundFigure> {
    let flagged = rows.iter().filter(|row| {
        let figure = row.figure;
        let is_plain = figure.form == Form::Number && figure.modality != Modality::Denied;
        is_plain && figure.figure.qualifier == Qualifier::Exact && figure.figure.value.is_some_and(is_round)
    });
    let mut out: Vec<RoundFigure> = flagged
        .map(|row| RoundFigure {
            claim: row.figure.claim,
            reason: format!(
                "\"{}\" is a round number without a hedge: it may be an estimate.",
                row.words()
            ),
        })
        .collect();
    out.sort_by_key(|row| row.claim);
    out
}

fn is_round(value: u64) -> bool {
    let mut rest = value;
    while rest >= 10 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    value >= LEAST && rest < 10
}

#[cfg(test)]
mod tests {
    use super::is_round;

    #[test]
    fn one_digit_and_zeros() {
        for value in [100, 300, 2_000, 90_000] {
            assert!(is_round(value), "{value}");
        }
        for value in [0, 1, 10, 50, 90, 110, 250, 1_200, 4_399, 10_001] {
            assert!(!is_round(value), "{value}");
        }
    }
}
