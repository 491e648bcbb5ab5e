//! Tables that this program wrote: every column is known, so that what was exported comes back as it was.

use std::collections::BTreeMap;

use super::days::DayForm;
use super::mapping::{Kinds, Mapping, Part, Totals, cells};
use super::outcome::Outcome;
use crate::article::{Grid, OWN_COLUMNS};
use crate::base::is_formula;
use crate::claim::{Kind, VictimClass};
use crate::quantity::{Figure, Qualifier};

/// Its columns by what they say.
const PARTS: &[(Part, &str)] = &[
    (Part::Low, "low"),
    (Part::High, "high"),
    (Part::Hedge, "qualifier"),
    (Part::Day, "as_of"),
    (Part::EventDay, "event_date"),
    (Part::Speaker, "speaker"),
    (Part::Relay, "relay"),
    (Part::Place, "place"),
    (Part::Victims, "victims"),
    (Part::Class, "victim_class"),
    (Part::Scope, "scope"),
    (Part::Modality, "modality"),
    (Part::Form, "form"),
    (Part::PartOf, "part_of"),
    (Part::State, "status"),
];

/// What the columns say, where the table is one that this program wrote.
pub(super) fn mapping(grid: &Grid) -> Option<Mapping> {
    let needed = OWN_COLUMNS.into_iter().chain(PARTS.iter().map(|(_, column)| *column));
    if !needed.into_iter().all(|column| grid.column(column).is_some()) {
        return None;
    }
    let kinds = cells(grid, "kind").into_iter();
    let kinds: BTreeMap<String, Outcome> = kinds
        .filter_map(|(cell, _)| {
            let kind = Kind::from_id(&cell)?;
            let class = VictimClass::Unspecified;
            Some((cell, Outcome { kind, class }))
        })
        .collect();
    Some(Mapping {
        count: Some("value".to_owned()),
        kinds: Kinds::Column("kind".to_owned(), kinds),
        totals: Totals::Column("scope".to_owned(), ["total".to_owned()].into()),
        parts: PARTS
            .iter()
            .map(|(part, column)| (*part, (*column).to_owned()))
            .collect(),
        day_form: DayForm::Written,
        first_day: None,
    })
}

/// The figure of three numbers and a hedge as they were written; `None` for a word that is no hedge.
pub(super) fn figure([value, low, high]: [&str; 3], hedge: &str) -> Option<Figure> {
    let number = |cell: &str| cell.parse::<u64>().ok();
    Some(Figure {
        value: number(value),
        low: number(low),
        high: number(high),
        qualifier: Qualifier::from_id(hedge)?,
    })
}

/// The words of a cell without the apostrophe that made them harmless.
pub(super) fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(words) if is_formula(cell) => words,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_apostrophe_is_taken_away_where_one_was_put() {
        for (cell, expected) in [
            ("'=1+1", "=1+1"),
            ("''=1+1", "'=1+1"),
            ("'-5", "-5"),
            ("-5", "-5"),
            ("'twas", "'twas"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(plain(cell), expected);
        }
    }
}
