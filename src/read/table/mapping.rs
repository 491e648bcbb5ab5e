//! Which column of a table says what.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::days::DayForm;
use super::guess::{column_counts, holds_counts};
use super::outcome::{Outcome, outcome_of};
use crate::article::Grid;

/// Which column of a table says what. Columns go by name, so that the same mapping serves the next version of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The column of the number; `None` where only bounds are given, and where several columns hold numbers.
    pub count: Option<String>,
    /// What happened to the counted.
    pub kinds: Kinds,
    /// Whether a row is a running total.
    pub totals: Totals,
    /// What else columns say; at most one column each.
    pub parts: BTreeMap<Part, String>,
    /// How days are written.
    pub day_form: DayForm,
    /// The day that is number 1 where days are numbers.
    pub first_day: Option<Date>,
}

/// What happened to the counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kinds {
    /// The same in every row.
    All(Outcome),
    /// As this column says, by its cells. Cells that are not listed are kinds of their own, under their words.
    Column(String, BTreeMap<String, Outcome>),
    /// Several columns of numbers, each of its own kind: a row gives a claim for each number in it.
    Columns(BTreeMap<String, Outcome>),
}

/// Whether a row is a running total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Totals {
    /// Every row.
    All,
    /// No row: each tells of one day.
    None,
    /// Rows that have one of these cells in this column.
    Column(String, BTreeSet<String>),
}

/// What a column may say beside the number and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The lowest number that is held possible.
    Low,
    /// The highest one.
    High,
    /// The day at which the figure holds.
    Day,
    /// The day of the harm.
    EventDay,
    /// Who vouches for it.
    Speaker,
    /// Who passed it on.
    Relay,
    /// Where.
    Place,
    /// Who was harmed, in words.
    Victims,
    /// Whether the number is the lowest possible one.
    Minimum,
    /// Whether the number is the highest possible one.
    Maximum,
    /// How the words hold the number, in this program's words: with this column the numbers are taken as they stand.
    Hedge,
    /// To whom it happened, in this program's words.
    Class,
    /// How far the figure reaches, in this program's words.
    Scope,
    /// How sure it is said to be, in this program's words.
    Modality,
    /// How the claim counts, in this program's words.
    Form,
    /// Whether it is included in another figure.
    PartOf,
    /// What was decided on it before: rejected rows stay out.
    State,
}

impl Part {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 17] = [
        Self::Low,
        Self::High,
        Self::Day,
        Self::EventDay,
        Self::Speaker,
        Self::Relay,
        Self::Place,
        Self::Victims,
        Self::Minimum,
        Self::Maximum,
        Self::Hedge,
        Self::Class,
        Self::Scope,
        Self::Modality,
        Self::Form,
        Self::PartOf,
        Self::State,
    ];

    /// The word for it in project and settings files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Day => "day",
            Self::EventDay => "event_day",
            Self::Speaker => "speaker",
            Self::Relay => "relay",
            Self::Place => "place",
            Self::Victims => "victims",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Hedge => "hedge",
            Self::Class => "class",
            Self::Scope => "scope",
            Self::Modality => "modality",
            Self::Form => "form",
            Self::PartOf => "part_of",
            Self::State => "state",
        }
    }

    /// The one of a word from a file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Cells of a column with how often each comes, the commonest first.
pub type Cells = Vec<(String, usize)>;

impl Mapping {
    /// True where every column that is named stands in the table.
    pub fn fits(&self, grid: &Grid) -> bool {
        let kind = match &self.kinds {
            Kinds::All(_) | Kinds::Columns(_) => None,
            Kinds::Column(column, _) => Some(column),
        };
        let wide = match &self.kinds {
            Kinds::Columns(columns) => Some(columns.keys()),
            Kinds::All(_) | Kinds::Column(..) => None,
        };
        let total = match &self.totals {
            Totals::Column(column, _) => Some(column),
            Totals::All | Totals::None => None,
        };
        let named = [self.count.as_ref(), kind, total].into_iter().flatten();
        let named = named.chain(self.parts.values());
        named
            .chain(wide.into_iter().flatten())
            .all(|name| grid.column(name).is_some())
    }

    /// The column of `part`; `None` where none says it.
    pub fn part(&self, part: Part) -> Option<&str> {
        self.parts.get(&part).map(String::as_str)
    }

    /// Says that `column` tells `part`; `None` that no column does.
    pub fn set_part(&mut self, part: Part, column: Option<String>) {
        match column {
            Some(column) => self.parts.insert(part, column),
            None => self.parts.remove(&part),
        };
    }

    /// True for a table that this program wrote: what stands there is taken as it is.
    pub fn is_own(&self) -> bool {
        self.part(Part::Hedge).is_some()
    }

    /// Takes kinds from `column`, its cells understood by their words.
    pub fn set_kind_column(&mut self, grid: &Grid, column: &str) {
        let cells = cells(grid, column);
        let kinds = cells
            .into_iter()
            .filter_map(|(cell, _)| Some((outcome_of(&cell)?, cell)));
        let kinds = kinds.map(|(outcome, cell)| (cell, outcome)).collect();
        self.kinds = Kinds::Column(column.to_owned(), kinds);
    }

    /// True where a row gives a claim for each of several columns.
    pub fn is_wide(&self) -> bool {
        matches!(self.kinds, Kinds::Columns(_))
    }

    /// Takes a claim from each column of numbers whose name is understood, the others as said.
    pub fn set_wide(&mut self, grid: &Grid) {
        let names = number_columns(grid).into_iter();
        let known = names.filter_map(|name| Some((name.to_owned(), outcome_of(name)?)));
        self.kinds = Kinds::Columns(known.collect());
        self.count = None;
        self.set_part(Part::Low, None);
        self.set_part(Part::High, None);
    }

    /// Why no claims can be made of the table so, in a sentence; `None` where they can.
    pub fn lack(&self, grid: &Grid) -> Option<&'static str> {
        if !self.fits(grid) {
            return Some("A column that was chosen does not stand in this table. Choose another one.");
        }
        if let Kinds::Columns(columns) = &self.kinds {
            if columns.is_empty() {
                return Some("Say of at least one column of numbers what it counts.");
            }
        } else if self.count.is_none() && self.part(Part::Low).is_none() {
            return Some("Say in which column the number stands.");
        }
        if self.part(Part::Day).is_some() && self.day_form == DayForm::Number && self.first_day.is_none() {
            return Some("The days are numbers. Say which day is number 1.");
        }
        None
    }
}

/// The cells of a column with how often each comes, the commonest first, then by their words; empty ones are left out.
pub fn cells(grid: &Grid, column: &str) -> Cells {
    let Some(at) = grid.column(column) else {
        return Vec::new();
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in grid.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()) {
        *counts.entry(cell).or_default() += 1;
    }
    let mut out: Cells = counts
        .into_iter()
        .map(|(cell, count)| (cell.to_owned(), count))
        .collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out
}

/// The columns that hold numbers of people as far as names and cells tell, in the table's order.
pub fn number_columns(grid: &Grid) -> Vec<&str> {
    let names = grid.columns.iter().map(String::as_str);
    let is_sparse = |name: &str| outcome_of(name).is_some() && holds_counts(grid, name);
    names
        .filter(|name| column_counts(grid, name) || is_sparse(name))
        .collect()
}
