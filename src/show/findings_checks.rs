//! Rows of checks beside the charts: parts against wholes, and round figures that may be estimates.

use super::chart_source::Sources;
use super::findings::{Finding, Section, Side, id, ruling};
use super::findings_more::side;
use super::words;
use crate::link::{ComponentCheck, Conclusions, RoundFigure};
use crate::store::Store;

/// All such rows: what does not add up first, then what is only a hint.
pub(super) fn rows(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Vec<Finding> {
    let checks = &conclusions.checks;
    let parts = checks
        .components
        .iter()
        .filter_map(|row| component_row(store, row, sources));
    let round = checks.round.iter().filter_map(|row| round_row(store, row, sources));
    parts.chain(round).collect()
}

fn component_row(store: &Store, check: &ComponentCheck, sources: &Sources) -> Option<Finding> {
    let whole = side(store, &[check.whole], sources, None)?;
    let parts = check
        .parts
        .iter()
        .filter_map(|part| side(store, &[*part], sources, None));
    let number = whole
        .figure
        .high
        .or_else(|| whole.figure.anchor())
        .map(words::number)
        .unwrap_or_default();
    let claims = [check.whole].iter().chain(&check.parts).filter_map(id).collect();
    let kind = whole.kind;
    Some(Finding {
        key: check.key.clone(),
        section: Section::Checks,
        sort: None,
        kind,
        title: "parts and whole".to_owned(),
        measure: format!("{} of {number}", words::number(check.sum)),
        bounds: "",
        sentence: check.reason.clone(),
        sides: std::iter::once(whole).chain(parts).collect::<Vec<Side>>(),
        claims,
        likely: String::new(),
        ruling: ruling(store, &check.key),
        weight: 0.0,
        copied: None,
    })
}

fn round_row(store: &Store, round: &RoundFigure, sources: &Sources) -> Option<Finding> {
    let side = side(store, &[round.claim], sources, None)?;
    // a figure's name over readings is the key of its claim
    let key = format!("round:{}", store.claim(side.claim)?.machine.key);
    Some(Finding {
        section: Section::Checks,
        sort: None,
        kind: side.kind,
        title: "round figure".to_owned(),
        measure: words::figure(&side.figure),
        bounds: "",
        sentence: round.reason.clone(),
        claims: vec![side.claim],
        sides: vec![side],
        likely: String::new(),
        ruling: ruling(store, &key),
        weight: 0.0,
        copied: None,
        key,
    })
}
