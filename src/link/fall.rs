//! Running totals of one speaker that go down.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::conclusions::{FallingTotal, Row, claims, key};
use crate::claim::Scope;

/// Pairs of consecutive days on which one voice's total falls, with bounds apart. A day's figure is its highest.
pub(super) fn falls(rows: &[Row<'_>]) -> Vec<FallingTotal> {
    let mut series: BTreeMap<String, BTreeMap<Date, Vec<&Row<'_>>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| counts(row)) {
        let (Some(day), Some(voice)) = (row.day, voice(row)) else {
            continue;
        };
        let about = format!("{}/{}/{voice}", row.figure.kind.id(), row.figure.victim_class.id());
        series.entry(about).or_default().entry(day).or_default().push(row);
    }
    let mut out = Vec::new();
    for (about, days) in &series {
        let highest: Vec<(Date, Vec<&Row<'_>>)> = days.iter().map(|(day, rows)| (*day, highest(rows))).collect();
        for pair in highest.windows(2) {
            if let [before, after] = pair {
                out.extend(fall(about, before, after));
            }
        }
    }
    out.sort_by(|a, b| b.ratio.total_cmp(&a.ratio).then_with(|| a.key.cmp(&b.key)));
    out
}

fn counts(row: &Row<'_>) -> bool {
    row.figure.scope != Scope::Incident && !row.figure.part_of && !row.figure.is_mute()
}

/// Whose total it is: the speaker's, else the outlet's own.
fn voice(row: &Row<'_>) -> Option<String> {
    if !row.speaker.is_empty() {
        return Some(row.speaker.clone());
    }
    (!row.publisher.is_empty()).then(|| format!("outlet:{}", row.publisher))
}

/// The day's rows with the highest figure.
fn highest<'r>(rows: &[&'r Row<'r>]) -> Vec<&'r Row<'r>> {
    let anchor = |row: &&Row<'_>| row.figure.figure.anchor();
    let top = rows.iter().filter_map(anchor).max();
    rows.iter().filter(|row| anchor(row) == top).copied().collect()
}

fn fall(about: &str, before: &(Date, Vec<&Row<'_>>), after: &(Date, Vec<&Row<'_>>)) -> Option<FallingTotal> {
    let (earlier, later) = (before.1.first()?, after.1.first()?);
    let falls = earlier.bounds.low? > later.bounds.high?;
    let ratio = earlier.bounds.apart(later.bounds).filter(|_| falls)?;
    Some(FallingTotal {
        key: key(
            "fall",
            vec![
                about.to_owned(),
                format!("{} {}", before.0, earlier.about()),
                format!("{} {}", after.0, later.about()),
            ],
        ),
        kind: earlier.figure.kind,
        before: claims(before.1.iter().copied()),
        after: claims(after.1.iter().copied()),
        days: (before.0, after.0),
        ratio,
        reason: format!(
            "The total of {} goes down from \"{}\" on {} to \"{}\" on {}.",
            later.voice(),
            earlier.words(),
            before.0,
            later.words(),
            after.0
        ),
    })
}
