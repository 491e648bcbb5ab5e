//! What the columns of an unknown table say, guessed from their names and cells; the analyst has the last word.

use std::collections::{BTreeMap, BTreeSet};

use super::days::{DayForm, TRIED_CELLS};
use super::mapping::{Kinds, Mapping, Part, Totals, cells, number_columns};
use super::outcome::{Outcome, outcome_of};
use super::own;
use crate::article::Grid;
use crate::claim::{Kind, VictimClass};
use crate::quantity::typed;

/// Kinds are taken from a column that has no more different cells.
const MOST_KINDS: usize = 200;

/// Words in the names of columns, the best first.
const COUNTS: &[&str] = &[
    "count",
    "value",
    "number",
    "total",
    "best",
    "figure",
    "figures",
    "fatalities",
    "deaths",
    "killed",
];
/// Words in the names of columns of numbers that count nobody.
const NO_COUNTS: &[&str] = &[
    "day",
    "days",
    "date",
    "year",
    "month",
    "week",
    "id",
    "code",
    "lat",
    "lon",
    "latitude",
    "longitude",
    "row",
];
const LOWS: &[&str] = &["low", "lower", "min", "minimum"];
const HIGHS: &[&str] = &["high", "upper", "max", "maximum"];
const KINDS: &[&str] = &["kind", "type", "category", "outcome", "harm", "event"];
const PARTS: &[(Part, &[&str])] = &[
    (Part::Day, &["asof", "as_of", "date", "day", "days", "reported"]),
    (Part::EventDay, &["event_date", "incident_date", "date_start"]),
    (
        Part::Speaker,
        &["speaker", "source", "claimant", "claimed_by", "according"],
    ),
    (Part::Relay, &["relay", "via", "reported_by"]),
    (
        Part::Place,
        &[
            "place", "location", "city", "town", "province", "region", "admin1", "country",
        ],
    ),
    (Part::Victims, &["victims", "victim", "who", "target"]),
    (Part::Minimum, &["minimum", "min", "at_least"]),
    (Part::Maximum, &["maximum", "max", "at_most"]),
];
/// Cells that say that a number runs on.
const TOTALS: &[&str] = &["cumulative", "total", "running", "to date", "since", "overall"];
/// Cells that say yes or no.
const FLAGS: &[&str] = &["", "0", "1", "yes", "no", "y", "n", "true", "false", "x"];

/// The likeliest reading of a table.
pub fn guess(grid: &Grid) -> Mapping {
    if let Some(own) = own::mapping(grid) {
        return own;
    }
    let name = |at: usize| grid.columns.get(at).cloned();
    let bounds = [(Part::Low, LOWS), (Part::High, HIGHS)];
    let bounds = bounds.map(|(part, words)| Some((part, name(named(grid, words, &is_count)?)?)));
    let bounds: BTreeMap<Part, String> = bounds.into_iter().flatten().collect();
    let any = || grid.columns.iter().position(|name| column_counts(grid, name));
    let count = named(grid, COUNTS, &is_count)
        .or_else(|| any().filter(|_| bounds.is_empty()))
        .and_then(name);
    let mut mapping = Mapping {
        kinds: Kinds::All(fixed(count.as_deref().unwrap_or_default())),
        count,
        totals: Totals::None,
        parts: bounds,
        day_form: DayForm::Written,
        first_day: None,
    };
    kinds(grid, &mut mapping);
    wide(grid, &mut mapping);
    parts(grid, &mut mapping);
    mapping.totals = totals(grid);
    mapping
}

/// The kind of a table that has no column for it: by the name of the column of numbers, else people killed.
fn fixed(name: &str) -> Outcome {
    outcome_of(name).unwrap_or(Outcome {
        kind: Kind::Killed,
        class: VictimClass::Unspecified,
    })
}

/// The column with the most cells that name an outcome; of equals the one that tells more apart.
fn kinds(grid: &Grid, mapping: &mut Mapping) {
    let mut best: Option<((usize, usize), &String)> = None;
    for column in &grid.columns {
        let cells = cells(grid, column);
        let known: usize = cells
            .iter()
            .filter(|(cell, _)| outcome_of(cell).is_some())
            .map(|(_, count)| count)
            .sum();
        let says = has_word(column, KINDS) || known * 2 > grid.rows.len();
        let score = (known, cells.len());
        if known > 0 && says && cells.len() <= MOST_KINDS && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, column));
        }
    }
    if let Some((_, column)) = best {
        mapping.set_kind_column(grid, column);
    }
}

/// Several columns of numbers that say by their names what they count, and each something else: "killed", "injured".
fn wide(grid: &Grid, mapping: &mut Mapping) {
    let has_bounds = mapping.part(Part::Low).is_some() || mapping.part(Part::High).is_some();
    if has_bounds || matches!(mapping.kinds, Kinds::Column(..)) {
        return;
    }
    let counts = number_columns(grid);
    let told: BTreeSet<Outcome> = counts.iter().filter_map(|name| outcome_of(name)).collect();
    if told.len() > 1 {
        mapping.set_wide(grid);
    }
}

fn parts(grid: &Grid, mapping: &mut Mapping) {
    let mut used: BTreeSet<usize> = BTreeSet::new();
    used.extend(
        mapping
            .count
            .iter()
            .chain(mapping.parts.values())
            .filter_map(|name| grid.column(name)),
    );
    match &mapping.kinds {
        Kinds::All(_) => {}
        Kinds::Column(kind, _) => used.extend(grid.column(kind)),
        Kinds::Columns(columns) => used.extend(columns.keys().filter_map(|name| grid.column(name))),
    }
    for (part, words) in PARTS {
        let fits = |at: usize| !used.contains(&at) && part_fits(grid, *part, at);
        if let Some(at) = named(grid, words, &|_, at| fits(at)) {
            used.insert(at);
            mapping.set_part(*part, grid.columns.get(at).cloned());
            if *part == Part::Day {
                mapping.day_form = DayForm::of(grid, at).0;
            }
        }
    }
}

/// Whether the cells of a column can say `part`.
fn part_fits(grid: &Grid, part: Part, column: usize) -> bool {
    let cells = || grid.rows.iter().map(|row| row.cell(column));
    match part {
        Part::Low | Part::High => is_count(grid, column),
        Part::Day | Part::EventDay => {
            let filled = cells().take(TRIED_CELLS).filter(|cell| !cell.is_empty()).count();
            DayForm::of(grid, column).1 * 2 > filled
        }
        Part::Minimum | Part::Maximum => cells().all(|cell| FLAGS.contains(&cell.to_lowercase().as_str())),
        // only a table that this program wrote has them, and there nothing is guessed
        Part::Hedge | Part::Class | Part::Scope | Part::Modality | Part::Form | Part::PartOf | Part::State => false,
        Part::Speaker | Part::Relay | Part::Place | Part::Victims => {
            cells().any(|cell| cell.chars().any(char::is_alphabetic))
        }
    }
}

fn totals(grid: &Grid) -> Totals {
    let is_total = |cell: &str| {
        let cell = cell.to_lowercase();
        TOTALS.iter().any(|word| cell.contains(word))
    };
    for column in &grid.columns {
        let cells = cells(grid, column);
        let (totals, others): (Vec<_>, Vec<_>) = cells.into_iter().partition(|(cell, _)| is_total(cell));
        if !totals.is_empty() && totals.len() + others.len() <= 12 {
            return Totals::Column(column.clone(), totals.into_iter().map(|(cell, _)| cell).collect());
        }
        if is_total(column)
            && others
                .iter()
                .all(|(cell, _)| FLAGS.contains(&cell.to_lowercase().as_str()))
        {
            let yes = others.into_iter().filter(|(cell, _)| is_yes(cell));
            return Totals::Column(column.clone(), yes.map(|(cell, _)| cell).collect());
        }
    }
    Totals::None
}

/// True for "1", "yes", "true", "x".
pub(super) fn is_yes(cell: &str) -> bool {
    matches!(cell.to_lowercase().as_str(), "1" | "yes" | "y" | "true" | "x" | "1.0")
}

/// The first column whose name has one of the words, the best word first, and that `fits`.
fn named(grid: &Grid, words: &[&str], fits: &dyn Fn(&Grid, usize) -> bool) -> Option<usize> {
    let of = |word: &&str| {
        (0..grid.columns.len()).find(|at| {
            let name = grid.columns.get(*at).map_or("", String::as_str);
            has_word(name, &[word]) && fits(grid, *at)
        })
    };
    words.iter().find_map(of)
}

fn has_word(name: &str, words: &[&str]) -> bool {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '_' })
        .collect();
    let padded = format!("_{plain}_");
    words.iter().any(|word| padded.contains(&format!("_{word}_")))
}

/// True where a column's name and cells are those of counts.
pub(super) fn column_counts(grid: &Grid, name: &str) -> bool {
    if has_word(name, NO_COUNTS) {
        return false;
    }
    grid.column(name)
        .is_some_and(|at| is_count(grid, at) && DayForm::of(grid, at).0 == DayForm::Number)
}

/// True where what is filled of a column is figures, however little that is.
pub(super) fn holds_counts(grid: &Grid, name: &str) -> bool {
    let Some(at) = grid.column(name) else { return false };
    let filled = || grid.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
    filled().next().is_some() && filled().all(|cell| typed(cell).is_some())
}

/// True where most cells are figures that are no yes or no.
fn is_count(grid: &Grid, column: usize) -> bool {
    let cells = || grid.rows.iter().map(|row| row.cell(column));
    let figures = cells().filter(|cell| typed(cell).is_some()).count();
    figures * 2 > grid.rows.len() && !cells().all(|cell| FLAGS.contains(&cell.to_lowercase().as_str()))
}
